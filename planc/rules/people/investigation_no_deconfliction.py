"""The LRO and the SIO talk.

After how many days is local policy (deconfliction_days in planc.yaml).

Wrong: {what}.
Why: HMICFRS found no process for the two to agree who does what; each spoils the other's work.
Do: Hold the talk, and write its date under "investigation:" as last_deconfliction.
Acts: LRO
Source: BBC

Flagged:
    investigation: {phase: developing}
    ^^^^^^^^^^^^^
Flagged: long ago
    investigation: {phase: developing, last_deconfliction: 2026-09-26}
                                       ^^^^^^^^^^^^^^^^^^
Clean:
    investigation: {phase: developing, last_deconfliction: 2026-09-27}
Clean: it is over
    investigation: {phase: sentenced}
Clean: one post is both
    team: {sio: di-soc-east}
    investigation: {phase: developing}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING

_OVER = ("not started", "sentenced", "closed")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """An investigation under way without a recent talk on record."""
    investigation, sio = plan.investigation, plan.team.sio if plan.team else None
    if (
        not plan.in_force
        or investigation is None
        or investigation.phase in _OVER
        or (sio and sio == plan.lro)
    ):
        return
    talked = investigation.last_deconfliction
    unless: tuple[Route, ...] = ((*investigation.route, "phase"), ("team", "sio"))
    if talked is None:
        unless = (*unless, (*investigation.route, "last_deconfliction"))
        what = "No talk between the LRO and the SIO is on record"
        yield problem(investigation.route, unless=unless, what=what)
    elif (context.as_of - talked).days > context.policy.numbers.deconfliction_days:
        days = count((context.as_of - talked).days, "day")
        what = f"The LRO and the SIO last talked on {long_day(talked)}, {days} ago"
        yield problem((*investigation.route, "last_deconfliction"), unless=unless, what=what)
