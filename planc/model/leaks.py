"""What a paper must not hold of a plan, and where it was found."""

from typing import NamedTuple

from planc.model.document import Route
from planc.model.noun import noun


@noun(frozen=True)
class Secret:
    """One fact of a plan in the words by which it would be known again.

    `words` are as `words_of` has them. `sort` says how it is looked for: a `phrase` by words on
    end, a `day` and a `name` as a whole however short, a `key` letter for letter, a `figure` only
    near one of the words `beside`.
    """

    route: Route
    words: str
    sort: str = "phrase"
    beside: frozenset[str] = frozenset()


class Secrets(NamedTuple):
    """What one plan keeps from a paper: kept in place of the plan, so it stays small.

    `texts` are those not all of which the paper was granted; `granted` is the words that it was.
    Sought are `run` words on end.
    """

    plan: str
    texts: tuple[Secret, ...]
    granted: str
    run: int


class Leak(NamedTuple):
    """What was found where: the piece of a file; the plan and its field."""

    piece: str
    plan: str
    route: Route
