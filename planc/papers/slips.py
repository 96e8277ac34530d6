"""Dates that were moved, equals gathered."""

import datetime as dt
from collections import defaultdict
from typing import NamedTuple

from planc.model.plan import Plan
from planc.wording.words import count, every, nth


class Slip(NamedTuple):
    """Things whose dates were moved by so many days, each for the nth time."""

    days: int
    number: int
    ids: list[str]

    @property
    def words(self) -> str:
        """`PUR-1 and PUR-3 slipped 28 days each (2nd time)`."""
        each = " each" if len(self.ids) > 1 else ""
        if self.days < 0:
            return f"{every(self.ids)} brought forward {count(-self.days, 'day')}{each}"
        return f"{every(self.ids)} slipped {count(self.days, 'day')}{each}{self._times}"

    @property
    def _times(self) -> str:
        return f" ({nth(self.number)} time)" if self.number > 1 else ""


def slips(plan: Plan, last: dt.date) -> list[Slip]:
    """What was moved after a day, by most days."""
    gathered = defaultdict(list)
    for item in plan.tracked:
        for number, move in enumerate(plan.moves_of(item), 1):
            if move.on > last:
                gathered[move.days, number].append(item.id or "")
    return [Slip(*key, ids) for key, ids in sorted(gathered.items(), reverse=True)]
