"""An entry of the log records one thing.

A review, the LRO's view, a decision, a disruption and a rating are entries of their own; a decision
or a disruption may change the status of its tactic with it. Where two officers write at the same
time, a program that puts lines together without knowing plans makes one entry of two.

Wrong: This entry is {first} and {second} in one: it has "{one}" and "{other}".
Why: Two entries may have run into one another, and what belongs to the one now stands in the other.
Do: Make two entries of it, each from "- date:" on, with the fields that belong to it.
Acts: LRO
Source: planc's judgement: what is counted by its kind must be of one kind

Flagged:
    log:
      - date: 2026-11-18
        by: di-soc-east
        view: The flats are quiet, and the group is looking for others
        ref: PUR-1
        ^^^
        note: Notices drafted
Flagged: a decision and a review
    log:
      - {date: 2026-11-18, review: continue, board: exampleton-ocg, by: supt-crime, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now}
                                                                                               ^^^^^^^^
Clean: a decision that blocks a tactic
    log:
      - {date: 2026-11-18, ref: PUR-1, id: DEC-1, decision: Delay, because: Victims first, rejected: Go now, by: supt-crime, status: blocked}
Clean: a disruption, and how its tactic now stands
    log:
      - {date: 2026-11-18, ref: PUR-1, status: ongoing, next_check: 2026-12-09, disruption: minor, lead: police, effect: Dealing has stopped}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"

_KINDS = {
    "review": "a review",
    "view": "the LRO's view",
    "decision": "a decision",
    "disruption": "a disruption",
    "rag": "a rating",
    "value": "a rating",
}
_OF_ONE_THING = ("ref", "status", "outcome", "due", "next_check")
"""What says how one thing of the plan stands; the whole plan is what reviews and views are of."""


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An entry of two kinds."""
    for entry in plan.log:
        fields = [name for name in _KINDS if getattr(entry, name) is not None]
        kinds: dict[str, str] = {}
        for name in fields:
            kinds.setdefault(_KINDS[name], name)
        if "review" in fields or "view" in fields:
            names = (name for name in _OF_ONE_THING if getattr(entry, name) is not None)
            kinds |= {f"about {getattr(entry, name)}": name for name in list(names)[:1]}
        if len(kinds) > 1:
            yield _mixed(entry, kinds)


def _mixed(entry: Entry, kinds: dict[str, str]) -> Problem:
    (first, one), (second, other), *_ = kinds.items()
    return problem((*entry.route, other), first=first, second=second, one=one, other=other)
