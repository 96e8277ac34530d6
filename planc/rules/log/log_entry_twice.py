"""What happened once stands in the log once.

Wrong: This entry stands in the log twice, word for word.
Why: It would be counted twice; two versions of the plan may have been put together by hand.
Do: Delete one of the two. If it did happen twice, say in each what sets it apart.
Acts: LRO
Source: planc's judgement: two entries that are the same in every word are one

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, effect: One flat lost}
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, effect: One flat lost}
         ^^^^
Clean: another day
    log:
      - {date: 2026-11-18, ref: PRO-1, note: Visits made}
      - {date: 2026-11-19, ref: PRO-1, note: Visits made}
Clean: about something else
    log:
      - {date: 2026-11-18, ref: PRO-1, note: On course}
      - {date: 2026-11-18, ref: PRE-1, note: On course}
"""

from collections.abc import Iterator
from dataclasses import replace

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """The second and every further entry that is the same as one before it."""
    seen: dict[object, list[Entry]] = {}
    for entry in plan.log:
        # the few fields that nearly always tell two entries apart are looked at first
        rough = (entry.date, entry.ref, entry.note, entry.outcome, entry.because, entry.decision)
        first = next((one for one in seen.get(rough, ()) if _alike(one, entry)), None)
        if first is None:
            seen.setdefault(rough, []).append(entry)
        else:
            related = (((*first.route, "date"), "the first one"),)
            yield problem((*entry.route, "date"), related=related)


def _alike(one: Entry, other: Entry) -> bool:
    return _placeless(one) == _placeless(other)


def _placeless(entry: Entry) -> Entry:
    return replace(entry, route=(), ndm=entry.ndm and replace(entry.ndm, route=()))
