"""What was shared once says on what grounds.

An urgent safeguarding share is recorded and never held back. A share that stands in for an
agreement is `partner-no-agreement`.

Wrong: {id} does not say {missing}.
Why: Who asks afterwards whether it might be shared will find what was written on the day.
Do: Add {fields} to {id}; for what was shared at once to keep somebody safe, urgent_safeguarding: true.
Acts: LRO
Source: INF

Flagged:
    shares:
      - {id: SHR-1, date: 2026-11-11, to: health-safeguarding, what: Two addresses, gateway: "Crime and Disorder Act 1998, s115", necessity: Visits depend on it, proportionality: No names, sanitised_by: di-soc-east}
         ^^^^^^^^^
Clean:
    shares:
      - {id: SHR-1, date: 2026-11-11, to: health-safeguarding, what: Two addresses, gateway: "Crime and Disorder Act 1998, s115", necessity: Visits depend on it, proportionality: No names, authorised_by: supt-crime, sanitised_by: di-soc-east}
Clean: at once, to keep somebody safe
    shares:
      - {id: SHR-1, date: 2026-11-11, to: health-safeguarding, what: A child at risk, urgent_safeguarding: true}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import every

SEVERITY = Severity.WARNING
STATUS = "preview"

_ASKED = {
    "gateway": "under which law",
    "necessity": "why it had to be shared",
    "proportionality": "why no less would do",
    "authorised_by": "who authorised it",
}


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A share without its grounds."""
    if not plan.in_force:
        return
    shared = {post for item in (*plan.tracked, *plan.objectives) for post in item.share}
    for share in plan.shares:
        if share.to in shared:
            continue  # which needs an agreement or this, and of that a rule speaks
        missing = [name for name in _ASKED if not getattr(share, name)]
        if missing and not share.urgent_safeguarding:
            yield problem(
                share.route,
                unless=tuple((*share.route, name) for name in missing),
                id=share.id,
                missing=every([_ASKED[name] for name in missing]),
                fields=every([f'"{name}:"' for name in missing]),
            )
