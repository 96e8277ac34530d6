"""planc-baseline.yaml: older findings, each plan's set aside until a day, so that planc can start.

Made and shortened by `planc baseline`. Not a waiver: nobody has given a reason, and a board's
paper still says that plan checks are not met.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from planc.model.document import Route
from planc.model.noun import noun

BASELINE = "planc-baseline.yaml"

Identity: TypeAlias = tuple[str, str, str]
"""What a finding is known by, whatever its line: plan, rule, and object with its field."""


@noun(frozen=True, kw_only=True)
class OlderOfPlan:
    """The list of one plan, by the name that findings have for it, and its last day.

    `findings` says for each rule, and under it for each object and field, such as `PUR-1.owner`,
    how many findings there are.
    """

    route: Route = ()
    plan: str | None = None
    until: dt.date | None = None
    findings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def last(self) -> dt.date:
        """The last day on which it holds; long past where that cannot be read."""
        return self.until or dt.date.min

    def numbers(self) -> Counter[Identity]:
        """How often each finding is on the list, by its identity."""
        numbers = Counter[Identity]()
        for rule, objects in self.findings.items():
            for thing, number in objects.items():
                numbers[self.plan or "", rule, thing] = number
        return numbers


@noun(frozen=True, kw_only=True)
class Baseline:
    """The whole of planc-baseline.yaml."""

    route: Route = ()
    planc: int | None = None
    plans: tuple[OlderOfPlan, ...] = ()

    @property
    def number(self) -> int:
        """How many findings are on it."""
        return sum(plan.numbers().total() for plan in self.plans)
