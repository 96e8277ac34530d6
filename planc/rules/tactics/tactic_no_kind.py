"""A live tactic under Pursue says of what kind it is.

Asked for where other tactics under Pursue have a kind; and, once the plan has settled, where the
title speaks of arrests, warrants, raids, searches, seizures or a strike day. Not asked of what
awaits court, nor of a tactic of which the plan only says that it stands in an annex.

Wrong: {id} {what}.
Why: What planc asks before enforcement (power, community impact, safeguarding) hangs on the kind.
Do: Under {id} add "kind:", such as enforcement, civil order, financial or investigation.
Acts: LRO
Source: planc's judgement: a rule that looks at kinds is passed by where there is none

Flagged:
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
         ^^^^^^^^^
      - {id: PUR-2, tactic: Warrants at the flats, kind: enforcement, power: "Misuse of Drugs Act 1971, s23", success: Two sellers charged, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2027-02-18}
Clean: both have one
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, kind: communications, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: PUR-2, tactic: Warrants at the flats, kind: enforcement, power: "Misuse of Drugs Act 1971, s23", success: Two sellers charged, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2027-02-18}
Clean: no tactic has one, and the plan is new
    pursue:
      - {id: PUR-1, tactic: Warrants at the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
Clean: it is done
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, kind: communications, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}
      - {id: PUR-2, tactic: Warrants at the three flats, serves: OBJ-1, owner: di-soc-east, due: 2026-11-18}
    log:
      - {date: 2026-11-18, ref: PUR-2, status: complete, outcome: Two arrests}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"

_BEGINNINGS = ("arrest", "warrant", "raid", "search", "seiz", "strike")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A live tactic of no kind, where others have one or its title is of enforcement."""
    if not plan.agreed:
        return
    used = any(tactic.kind for tactic in plan.pursue)
    settled = plan.is_settled(context.as_of, context.policy)
    for tactic in plan.pursue:
        if tactic.kind or not plan.is_live(tactic) or plan.awaits_court(tactic):
            continue
        unless = ((*tactic.route, "kind"), (*tactic.route, "tactic"), *plan.told_by(tactic))
        words = (tactic.tactic or "").casefold().split()
        if "annex" in words:
            continue
        word = next((word for word in words if word.startswith(_BEGINNINGS)), "").strip(".,;:()")
        what = "is of no kind, where others under Pursue have one"
        if word and settled:
            what = f'speaks of "{word}", and is of no kind'
        if used or (word and settled):
            yield problem(tactic.route, unless=unless, id=tactic.id, what=what)
