"""What is the SRO's to approve was approved by the SRO.

The SRO of that day signs off, who stands in for them in the directory, or the chair of a board that
the plan goes to; never the LRO or the deputy. `sro_since` says from which day on the SRO is the SRO;
without it, planc takes it from the SRO's first sign-off.

Wrong: This was signed off by {by}, {what}.
Why: Objectives, gaps, risks, distribution and closure are the SRO's to agree to.
Do: Have it approved by the SRO and record that; if another post was SRO, write "sro_since:".
Acts: SRO
Source: S0

Flagged: by the LRO
    signoffs:
      - {date: 2026-10-07, by: di-soc-east, covers: [objectives]}
                           ^^
Flagged: by another post
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
      - {date: 2026-11-04, by: council-housing, covers: [risks]}
                           ^^
Flagged: before the day
    sro: di-soc-west
    sro_since: 2026-10-28
    signoffs:
      - {date: 2026-10-07, by: di-soc-west, covers: [objectives]}
                           ^^
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Clean: by the SRO
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
Clean: by whom the SRO let stand in
    signoffs:
      - {date: 2026-10-07, by: di-soc-west, acting_for: supt-crime, covers: [objectives]}
Clean: by the SRO before this one
    sro: di-soc-west
    sro_since: 2026-10-28
    signoffs:
      - {date: 2026-10-07, by: supt-crime, covers: [objectives]}
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Clean: by the chair of the board
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Board, chair: di-soc-west, meetings: [2026-10-07, 2026-11-04, 2026-12-02]}
    # plans/larch.yaml
    signoffs:
      - {date: 2026-11-04, by: di-soc-west, covers: [closure]}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A sign-off by a post that could not give it on that day."""
    for signoff in plan.signoffs:
        if signoff.date is None or signoff.by is None:
            continue
        what = context.authority(plan, signoff.date).why_not(signoff.by, signoff.acting_for)
        if what:
            yield problem(
                (*signoff.route, "by"),
                unless=((*signoff.route, "date"), ("sro",), ("lro",), ("sro_since",)),
                by=signoff.by,
                what=what,
            )
