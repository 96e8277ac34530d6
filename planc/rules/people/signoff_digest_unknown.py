"""A digest is written by planc, of something that is in the file.

Wrong: The digest in this sign-off fits nothing in this file.
Why: It looks as if planc had compared what was signed with what stands here, and it cannot.
Do: Take it out; planc sign writes digests, from what the board read.
Acts: OCG coordinator
Source: planc's judgement: a digest that nobody can check proves nothing

Flagged: copied from an example
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digest: f870aabaf9cd}
                                                                                          ^^^^^^
Flagged: of nothing that can be signed off
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digests: [OBJ-1.title=0a1b2c3d4e5f6071]}
                                                                                          ^^^^^^^
Clean: the paper's, beside those of what was signed
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26, digest: f870aabaf9cd, digests: [OBJ-1.target=12f516ba7b7d11ad]}
Clean: a sign-off without one
    signoffs:
      - {date: 2026-11-04, by: supt-crime, covers: [objectives], minute_ref: OCGMB 11/26}
"""

from collections.abc import Iterator

from planc.model.approvals import is_name
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A digest of a paper alone, or of what no SRO approves."""
    for signoff in plan.signoffs:
        if signoff.digest and not signoff.digests:
            yield problem((*signoff.route, "digest"), unless=((*signoff.route, "digests"),))
        elif not all(is_name(line.partition("=")[0]) for line in signoff.digests):
            yield problem((*signoff.route, "digests"))
