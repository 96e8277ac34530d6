"""Every plan has a reference of its own.

Wrong: {path} has the reference {ref} as well.
Why: Papers and minutes go by the reference; two plans with the same one would be taken for each other.
Do: Give the newer plan another reference.
Acts: OCG coordinator
Source: planc's judgement: papers, minutes and file names go by the reference

Flagged:
    # plans/maple.yaml
    ref: SOC-2026-014
         ^^^^^^^^^^^^
Clean:
    # plans/maple.yaml
    ref: SOC-2026-015
Clean: one that only begins like the other
    # plans/maple.yaml
    ref: SOC-2026-014B
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.paper_file import safe_name
from planc.model.plan import Plan

SEVERITY = Severity.ERROR


def gather(plan: Plan, _context: Context) -> Iterator[Clue]:
    """The plan's reference."""
    if plan.ref:
        yield Clue(safe_name(plan.ref).casefold(), problem(("ref",), value=True, ref=plan.ref))


def judge(clues: Sequence[Clue], _context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """The second and every further plan with one reference."""
    for clue in clues[1:]:
        yield clue, {"path": clues[0].path}
