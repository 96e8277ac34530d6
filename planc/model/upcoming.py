"""What is not late today and will be by a day, if nobody does anything."""

import datetime as dt
from dataclasses import dataclass

from planc.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Upcoming:
    """One thing that will be late, or that `check` will find, by a day to come.

    `name` is its id, or the part of the plan that it is. `due` is its day; None where only a rule
    knows of it. `finding` is what `check` says of it then; None where it says nothing yet.
    """

    name: str
    due: dt.date | None
    finding: Finding | None
