"""An agreed plan says what sort of threat it is for.

Not asked of plans that are still settling.

Wrong: The threat has no {missing}.
Why: Scores, finance, partners and safeguarding are asked for by type and area; without them, of none.
Do: Under "threat:" add {fields}.
Acts: LRO
Source: S0

Flagged:
    starts: 2026-10-01
    threat:
    ^^^^^^
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Flagged: no area
    starts: 2026-10-01
    threat:
    ^^^^^^
      type: ocg
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean:
    starts: 2026-10-01
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
Clean: a place is no area of crime
    starts: 2026-10-01
    threat:
      type: place
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2026, date: 2026-03-18}
      mapping: {status: pending}
    requests:
      - {id: REQ-1, kind: GAIN, what: Firms that rent the flats, status: considered}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import every

SEVERITY = Severity.WARNING

_BROAD = ("place", "thematic")


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A threat without a type, or without an area that one of its type has."""
    threat = plan.threat
    if not plan.agreed or threat is None or not plan.is_settled(context.as_of, context.policy):
        return
    missing = [] if threat.type else ["type"]
    missing += [] if threat.areas or threat.type in _BROAD else ["areas"]
    if missing:
        unless = tuple((*threat.route, name) for name in ("type", "areas"))
        fields = every([f'"{name}:"' for name in missing])
        words = every([{"areas": "area"}.get(name, name) for name in missing])
        yield problem((*threat.route, missing[0]), unless=unless, missing=words, fields=fields)
