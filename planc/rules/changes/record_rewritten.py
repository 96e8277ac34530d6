"""What was recorded stays as it was recorded.

An entry of the log that was made on an earlier day, a decision among them, is neither reworded nor
taken out. Nothing is said of where it stood or what it said: it may have been a mistake to write it
at all. A correction is an entry of its own, with "corrects:". What had to go, on the word of the
information asset owner, leaves an entry with "redacted:" and the reference of the incident.

Wrong: Something that was recorded on an earlier day was reworded or taken out.
Why: Plans and decisions are potentially relevant material: nobody approves a change of the record.
Do: Put it back and add an entry with "corrects:"; or if it had to go, one with "redacted:". Tell {who}.
Acts: LRO
Source: planc's judgement: a record that can be rewritten proves nothing, to a court or to a board

Flagged: a past entry is reworded
    # plans/larch.yaml as it was
    log:
      - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}
    # plans/larch.yaml
    planc: 1
    ^^^^^^^^
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
      - {date: 2026-11-10, ref: PUR-1, note: Notices served}
Flagged: a decision is gone
    # plans/larch.yaml as it was
    log:
      - {date: 2026-11-10, id: DEC-001, decision: Delay, because: Victims not safe, rejected: Go now, by: supt-crime}
    # plans/larch.yaml
    planc: 1
    ^^^^^^^^
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
Clean: it was removed, and the log says under which reference
    # plans/larch.yaml as it was
    log:
      - {date: 2026-11-10, ref: PUR-1, note: Notices drafted for a name}
    # plans/larch.yaml
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
      - {date: 2026-11-22, redacted: INC-2026-031}
Clean: of today, and put right today
    # plans/larch.yaml as it was
    log:
      - {date: 2026-11-22, ref: PUR-1, note: Notices drfted}
    # plans/larch.yaml
    # without log
    log:
      - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
      - {date: 2026-11-22, ref: PUR-1, note: Notices drafted}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """A record that is not as it was, and no incident that says why."""
    if change.before is None or change.after is None or not change.after.sound:
        return
    plan = change.after.plan
    redacted = {entry.redacted for entry in plan.log} - {e.redacted for e in change.before.plan.log}
    if redacted or not any(one.kind == "rewritten" for one in change.differences):
        return
    officer = plan.team.disclosure_officer if plan.team else None
    yield problem((), who=context.title(officer, "the disclosure officer"))
