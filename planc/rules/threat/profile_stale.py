"""The local profile is not out of date.

How old it may be is local policy (profile_days in planc.yaml).

Wrong: The local profile is of {day}, which is {days} ago.
Why: HMICFRS found profiles out of date, and plans that rested on them.
Do: Ask for a newer one, or have it confirmed, and change ref and date.
Acts: OCG coordinator
Source: SLPW

Flagged:
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2025, date: 2025-11-21}
                                                    ^^^^
      scores: [{date: 2026-09-30, scheme: MoRiLE tactical, total: 41, confidence: medium}]
Clean: a year old today, and stale tomorrow
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2025, date: 2025-11-22}
      scores: [{date: 2026-09-30, scheme: MoRiLE tactical, total: 41, confidence: medium}]
Clean: its date is not known
    threat:
      type: ocg
      areas: [drugs]
      tier: local
      assessment: Likely to keep supplying.
      local_profile: {ref: Exampleton profile 2025}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A profile older than the force allows."""
    if not plan.in_force or plan.threat is None or plan.threat.local_profile is None:
        return
    day = plan.threat.local_profile.date
    if day is not None and (context.as_of - day).days > context.policy.numbers.profile_days:
        days = count((context.as_of - day).days, "day")
        yield problem((*plan.threat.local_profile.route, "date"), day=long_day(day), days=days)
