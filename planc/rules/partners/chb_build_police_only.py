"""Build is not left to the police.

For a Clear, Hold, Build place. Looks at the tactics with "stage: build", or at all of them where
no tactic says its stage.

Wrong: The place is at Build, and every {which} is owned by police.
Why: Police can clear a place; only those who live, let, teach and trade there can build it up.
Do: Agree Build tactics with the council, landlords, schools or residents, and make them owners.
Acts: LRO
Source: GCHB; CHB

Flagged:
    threat:
      type: place
      tier: local
      chb_stage: build
      ^^^^^^^^^
      assessment: Likely to be retaken.
    prepare:
      - {id: PPR-1, tactic: Ward walk, stage: build, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
Clean:
    threat:
      type: place
      tier: local
      chb_stage: build
      assessment: Likely to be retaken.
    prepare:
      - {id: PPR-1, tactic: Ward walk, stage: build, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
Clean: only Hold is the police's
    threat:
      type: place
      tier: local
      chb_stage: build
      assessment: Likely to be retaken.
    pursue:
      - {id: PUR-1, tactic: Patrols, stage: hold, serves: OBJ-1, owner: di-soc-east, due: 2026-12-11}
    prepare:
      - {id: PPR-1, tactic: Ward walk, stage: build, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
      - {id: PPR-2, tactic: Lettings with checks, stage: build, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A place at Build whose live Build tactics all belong to police."""
    threat = plan.threat
    if not plan.in_force or threat is None or threat.type != "place" or context.directory is None:
        return
    if threat.chb_stage != "build":
        return
    live = [tactic for tactic in plan.tactics if plan.counts(tactic)]
    building = [tactic for tactic in live if tactic.stage == "build"]
    owners = [context.directory.organisation_of(tactic.owner) for tactic in building or live]
    if owners and all(organisation and organisation.is_police for organisation in owners):
        unless = tuple(
            route for t in plan.tactics for route in ((*t.route, "stage"), *plan.told_by(t))
        )
        which = "live Build tactic" if building else "live tactic"
        yield problem(("threat", "chb_stage"), unless=unless, which=which)
