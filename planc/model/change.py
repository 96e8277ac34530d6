"""What is to be written into a file, or taken out of it: one change at a time."""

from typing import TypeAlias

from planc.model.document import Data, Route
from planc.model.noun import noun


@noun(frozen=True)
class Set:
    """The value at `route` becomes another; a field of a map is added where there is none.

    A scalar can be replaced, and a list in brackets. What stands in lines of its own can only be
    added to.
    """

    route: Route
    value: Data


@noun(frozen=True)
class Append:
    """The list at `route` gets one more item at its end; one that is missing is written."""

    route: Route
    value: Data


@noun(frozen=True)
class Remove:
    """The field or the item at `route` goes, with its value. The last field of a map cannot."""

    route: Route


Change: TypeAlias = Set | Append | Remove
