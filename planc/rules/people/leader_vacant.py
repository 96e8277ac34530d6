"""Somebody holds the posts of SRO and LRO.

Wrong: The {part}'s post, {title}, has been vacant since {day}.
Why: Nobody leads the response, or nobody answers for it, until the post is filled.
Do: Have the post above fill it or name another; write who it is and since when, as {field}.
Acts: SRO
Source: S0; REC8929

Flagged: no LRO
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police, vacant_since: 2026-11-16}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
    # plans/larch.yaml
    lro: di-soc-east
    ^^^
Clean: the post falls vacant next week
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police, vacant_since: 2026-11-30}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
Clean: another post leads the plan since
    lro: di-soc-west
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police}
      - {id: di-soc-south, title: DI SOC South, organisation: exampleton-police, vacant_since: 2026-11-16}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.ERROR

_WHY = {
    "SRO": "The SRO sets the objectives and answers for the plan; now nobody does.",
    "LRO": "HMICFRS asks for a capable LRO on every active threat; now nobody leads the response.",
}


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A vacant SRO or LRO."""
    if not plan.in_force or context.directory is None:
        return
    for part, name in (("SRO", plan.sro), ("LRO", plan.lro)):
        since = context.vacant_since(name)
        if since:
            field = part.lower()
            yield problem(
                (field,),
                part=part,
                title=context.directory.title(name),
                day=long_day(since),
                why=_WHY[part],
                field=f'"{field}:" and "{field}_since:"',
            )
