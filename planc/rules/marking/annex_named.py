"""A sensitive annex is named under "annexes:" and nowhere else.

Only the author's own paper has that list. What names an annex anywhere else, in a tactic or in the
log, would tell the board and others that there is one.

Wrong: What stands here names a sensitive annex.
Why: That there is an annex, and what it is about, is for nobody's paper but the author's.
Do: Take the reference out of this text. It may stand under "annexes:" only.
Acts: LRO
Source: CTLP; planc's judgement: where and how often an annex is named tells what it is about

Flagged: in the log
    annexes: [SA-2026-03]
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Agreed as in sa-2026-03}
                                             ^^^^^^^^^^^^^^^^^^^^^^^
Flagged: in a tactic
    annexes: [SA-2026-03]
    pursue:
      - {id: PUR-1, tactic: Closure orders (SA-2026-03), serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: another reference
    annexes: [SA-2026-03]
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Agreed as in SA-2026-031}
Clean: no annex
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Agreed as in SA-2026-03}
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """Each text beside the list that names an annex."""
    if not plan.annexes:
        return
    names = "|".join(map(re.escape, plan.annexes))
    named = re.compile(rf"(?<![\w-])({names})(?![\w-])", re.IGNORECASE)
    for route, text in plan.texts:
        if route[0] != "annexes" and named.search(text):
            yield problem(route, value=True)
