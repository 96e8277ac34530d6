"""Where children are at risk, the plan says so.

Looks for children, pupils, boys, girls, teenagers and young people in the assessment and the
tags of the threat, and for child sexual abuse or exploitation among its areas. "No
children" is let through.

Wrong: The threat speaks of {words}, and "cyp_at_risk" is not true.
Why: Prevent, safeguarding and victim support are asked for where children are at risk, and only there.
Do: Under "threat:" write "cyp_at_risk: true"; if none is at risk, say so in the assessment.
Acts: LRO
Source: REC8929; MAID

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying Class A, and to use children from two schools as runners.
      ^^^^^^^^^^
Clean: it says so
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying Class A, and to use children from two schools as runners.
      cyp_at_risk: true
    prepare:
      - {id: PPR-1, tactic: Rehousing at short notice, kind: victim support, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
Clean: it says that none is
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: Likely to keep supplying Class A. No children are known to be used.
"""

import re
from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"

_CHILDREN = re.compile(
    r"(?<!no )(?<!not )(?<!adult )\b(child(?:ren)?|pupils?|boys?|girls?|teenagers?|young people)\b"
    r"(?! abduction warning)",
    re.IGNORECASE,
)


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A threat of children by its words or areas, that the field does not say."""
    threat = plan.threat
    if not plan.in_force or threat is None or threat.cyp_at_risk:
        return
    unless = ((*threat.route, "cyp_at_risk"), (*threat.route, "areas"))
    if "csae" in threat.areas:
        words = "child sexual abuse or exploitation"
        yield problem((*threat.route, "areas"), unless=unless, words=words)
        return
    for name, texts in (("assessment", (threat.assessment or "",)), ("tags", threat.tags)):
        found = next(filter(None, map(_CHILDREN.search, texts)), None)
        if found:
            words = f'"{found[0].lower()}"'
            yield problem((*threat.route, name), unless=unless, words=words)
            return
