"""A reason is of its own case.

Looks for the same words in the same field of three things or more: reasons, controls, results and
what success would be; in the log, on three days or more. One decision that moves several dates is
one reason, and is dated once. Of words that only keep a place `placeholder` speaks.

Wrong: The same words stand as {field} in {number} places: "{words}".
Why: Words that fit everything say nothing, and a board that notices stops reading the others.
Do: Write in each place what is true of that one; where one reason holds for all, say it once.
Acts: LRO
Source: NDM; planc's judgement: what is asked for in words is easily filled with some

Flagged:
    log:
      - {date: 2026-10-14, ref: PUR-1, due: 2026-11-27, because: Work is continuing}
                                                        ^^^^^^^
      - {date: 2026-10-28, ref: PRO-1, due: 2026-12-11, because: Work is continuing}
      - {date: 2026-11-11, ref: PUR-1, due: 2026-12-18, because: Work is continuing}
Clean: one decision moved three
    log:
      - {date: 2026-11-11, ref: PUR-1, due: 2027-01-08, because: DEC-006}
      - {date: 2026-11-11, ref: PRO-1, due: 2027-01-08, because: DEC-006}
      - {date: 2026-11-11, ref: PPR-1, due: 2027-01-08, because: DEC-006}
Clean: twice
    log:
      - {date: 2026-10-28, ref: PRO-1, due: 2026-12-11, because: Work is continuing}
      - {date: 2026-11-11, ref: PUR-1, due: 2026-12-18, because: Work is continuing}
Clean: two notes about two visits may well be alike
    log:
      - {date: 2026-10-14, ref: PUR-1, note: Visited}
      - {date: 2026-10-28, ref: PUR-1, note: Visited}
      - {date: 2026-11-11, ref: PUR-1, note: Visited}
"""

from collections.abc import Iterator, Sequence
from typing import Any

from planc.detect.placeholders import keeps_a_place
from planc.model.context import Context
from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import cut

SEVERITY = Severity.WARNING
STATUS = "preview"

_OFTEN = 3
_OF_ENTRIES = ("because", "rejected", "outcome", "effect")


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """The same text in the same field, of three things or on three days."""
    if not plan.in_force:
        return
    places: dict[tuple[str, str], dict[object, Route]] = {}
    for name, text, one, route in _reasons(plan):
        places.setdefault((name, " ".join(text.split()).rstrip(".")), {})[one] = route
    for (name, text), found in places.items():
        if len(found) >= _OFTEN and not keeps_a_place(text, name):
            first, *others = found.values()
            related = tuple((other, "again") for other in others)
            number, words = len(found), cut(text)
            yield problem(first, related=related, field=name, number=number, words=words)


def _reasons(plan: Plan) -> Iterator[tuple[str, str, object, Route]]:
    """Each reason with the name of its field, what makes it one of its own, and its place."""
    above: tuple[tuple[str, Sequence[Any]], ...] = (
        ("success", plan.tactics),
        ("controls", plan.risks),
        ("reason", plan.gaps.all if plan.gaps else ()),
    )
    for name, nouns in above:
        for noun in nouns:
            if text := getattr(noun, name):
                yield name, text, noun.route, (*noun.route, name)
    for entry in plan.entries:
        for name in _OF_ENTRIES:
            if text := getattr(entry, name):
                yield name, text, entry.date, (*entry.route, name)
