"""What is to be done is owned by a post that somebody holds.

Says nothing where the directory names a deputy for the post, or where the post is the SRO's or the
LRO's: of that `leader-vacant` speaks. Nor before the board has met since; where there is no board,
for 28 days (overdue_days in planc.yaml).

Wrong: {id} is owned by {title}, a post that has been vacant since {day}.
Why: Nobody is doing it, and nobody will say so.
Do: Name another owner; or have "deputy:" added to the post in directory.yaml.
Acts: LRO
Source: STF

Flagged:
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police, vacant_since: 2026-10-28}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
    # plans/larch.yaml
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, status: in progress, due: 2026-12-11}
                                                             ^^^^^
Clean: the board has not met since
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police, vacant_since: 2026-11-04}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
Clean: a deputy acts
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police, vacant_since: 2026-10-28, deputy: di-soc-east}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
Clean: it is done
    # directory.yaml
    posts:
      - {id: supt-crime, title: Det Supt Crime, organisation: exampleton-police}
      - {id: di-soc-east, title: DI SOC East, organisation: exampleton-police}
      - {id: di-soc-west, title: DI SOC West, organisation: exampleton-police, vacant_since: 2026-10-28}
      - {id: council-youth-lead, title: Youth Services Lead, organisation: exampleton-council}
      - {id: council-housing, title: Housing Manager, organisation: exampleton-council}
    # plans/larch.yaml
    protect:
      - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: council-housing, status: in progress, due: 2026-12-11}
      - {id: PRO-2, tactic: Letterbox locks, serves: OBJ-1, owner: di-soc-west, due: 2026-11-20}
    log:
      - {date: 2026-11-19, ref: PRO-2, status: complete, outcome: "Locks fitted to 31 of 34 flats"}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.governance import IntelligenceGap, Risk
from planc.model.plan import Plan
from planc.model.tactic import Action, Tactic
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A vacant owner of a live tactic, an open action, a risk or an intelligence gap."""
    directory = context.directory
    if not plan.in_force or directory is None:
        return
    working: tuple[Tactic | Action | Risk | IntelligenceGap, ...] = (
        *plan.live_tactics,
        *plan.open_actions,
        *plan.risks,
        *plan.intelligence_gaps,
    )
    for item in working:
        since = context.vacant_since(item.owner)
        post = directory.post(item.owner)
        if since is None or post is None or post.deputy or item.owner in (plan.sro, plan.lro):
            continue
        if context.board_has_seen(plan, since):
            title = directory.title(item.owner)
            yield problem((*item.route, "owner"), id=item.id, title=title, day=long_day(since))
