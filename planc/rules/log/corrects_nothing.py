"""A correction points at an entry of the log.

It names the day of the entry that was wrong, and is about the same thing. The entry stays as it is;
what the correction says counts in its place.

Wrong: No entry of {day} about {about} stands before this one, which corrects it.
Why: Whoever reads the log, for disclosure above all, must find what was wrong as well as what is right.
Do: Write the day of the entry that was wrong, and the same "ref:" as it has ("id:" for a decision).
Acts: LRO
Source: SIO; planc's judgement: a correction that leads nowhere corrects nothing

Flagged: no such day
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two visits made}
      - {date: 2026-11-19, corrects: 2026-11-17, ref: PUR-1, note: There were three}
                           ^^^^^^^^
Flagged: about something else
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two visits made}
      - {date: 2026-11-19, corrects: 2026-11-18, ref: PRO-1, note: There were three}
                           ^^^^^^^^
Flagged: it stands before what it corrects
    log:
      - {date: 2026-11-18, corrects: 2026-11-18, note: There were three}
                           ^^^^^^^^
      - {date: 2026-11-18, note: Two visits made}
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two visits made}
      - {date: 2026-11-19, corrects: 2026-11-18, ref: PUR-1, note: There were three}
Clean: a decision, by its number
    log:
      - {date: 2026-11-18, id: DEC-7, decision: Wait, because: He lets the flats, rejected: Go on, by: di-soc-east}
      - {date: 2026-11-19, corrects: 2026-11-18, id: DEC-7, note: Decided by telephone}
Clean: the correction of a correction
    log:
      - {date: 2026-11-18, note: Two visits made}
      - {date: 2026-11-18, corrects: 2026-11-18, note: There were three}
      - {date: 2026-11-19, corrects: 2026-11-18, note: There were two after all}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import corrections
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import listed

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """An entry with `corrects` that no earlier entry fits."""
    for correction, corrected in corrections(plan.entries):
        if corrected is None and correction.corrects:
            names = [(*entry.route, n) for entry in plan.log for n in ("date", "ref", "id")]
            about = correction.ref or correction.id
            others = (entry for entry in plan.entries if entry is not correction)
            days = {entry.date: None for entry in others if about in entry.about}
            known = [long_day(day) for day in days if day]
            yield problem(
                (*correction.route, "corrects"),
                unless=(("log",), *names),
                day=long_day(correction.corrects),
                about=about or "the plan as a whole",
                do=f"Write the day of the entry that was wrong: {listed(known, 5)}."
                if known
                else None,
            )
