"""Where lives are at risk, the plan says who does what when it happens.

Looks where the assessment itself speaks of a threat to life, of shots, stabbings or kidnap. A tactic
of the kind contingency in Protect or Prepare counts, in work or done, and so does a reason for an
empty Prepare that the SRO accepted.

Wrong: The assessment speaks of {words}, and no tactic says what happens then.
Why: The first two hours are not the time to agree who moves whom, and who may be told.
Do: Under "prepare:" add a tactic with "kind: contingency", owned and dated.
Acts: LRO
Source: MAID

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying. There is a threat to life of two tenants.
      ^^^^^^^^^^
Clean: it is planned for
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying. There is a threat to life of two tenants.
    prepare:
      - {id: PPR-1, tactic: Move a tenant within the hour, kind: contingency, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: it is not so
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying. No threat to life is known.
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "preview"

_LIVES = re.compile(
    r"(?<!no )(?<!not a )(?<!without a )(?<!without )"
    r"\b((?:threats?|risks?) to (?:the )?(?:life|lives)|threats? to kill|shots? (?:were |was )?fired"
    r"|shootings?|stabbings?|kidnap\w*)\b",
    re.IGNORECASE,
)


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """Words of a threat to life, and no tactic of the kind contingency."""
    if not plan.agreed or plan.threat is None or not plan.threat.assessment:
        return
    for tactic in (*plan.protect, *plan.prepare):
        if tactic.kind == "contingency" and plan.status_of(tactic) != "withdrawn":
            return
    gap = plan.gaps.strand("prepare") if plan.gaps else None
    found = _LIVES.search(plan.threat.assessment)
    if found is None or (gap and gap.accepted_on):
        return
    kinds = ((*tactic.route, "kind") for tactic in (*plan.protect, *plan.prepare))
    words = " ".join(found[1].casefold().split())
    yield problem(
        ("threat", "assessment"), unless=(("protect",), ("prepare",), *kinds), words=words
    )
