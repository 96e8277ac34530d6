"""A power that a tactic relies on is still there.

planc knows a few powers that have been repealed and are still written down, each with what took it
away: `planc/rules/tactics/repealed_powers.txt`, which says of each whether the repeal was read there
or is only commonly known. A power that is not among them may be dead as well.
A tactic that is over may name what was in force then.

Wrong: {id} relies on {power}, which {gone}.
Why: What is done without a power is not lawful. {source}
Do: Ask legal services; where it fits, write under "power:" {successor}.
Acts: owner
Source: planc's judgement: a power that is gone is the last thing to find out in court

Flagged:
    pursue:
      - id: PUR-1
        tactic: Reports of income from the leaders
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        power: Serious Organised Crime and Police Act 2005, s76
        ^^^^^
Flagged: what is commonly known, and said so
    pursue:
      - id: PUR-1
        tactic: Ask for the dealers' phone records
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        power: Data Protection Act 1998, s29
        ^^^^^
Clean: what stands in its place
    pursue:
      - id: PUR-1
        tactic: Reports of income from the leaders
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        power: Serious Crime Act 2007, s19
Clean: another section of the same Act
    pursue:
      - id: PUR-1
        tactic: Offers to those who give evidence
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
        power: Serious Organised Crime and Police Act 2005, s82
"""

from collections.abc import Iterator
from functools import lru_cache

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.resources import RepealedPower, repealed_powers

SEVERITY = Severity.WARNING

_GONE, _SAID_TO_BE_GONE = "was repealed", "planc takes to be repealed but has not looked up"
_READ, _KNOWN = (
    "It went with {}.",
    "It should have gone with {}: look it up before you act on this.",
)


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A live tactic whose power is one of those known to be repealed."""
    if not plan.in_force:
        return
    for tactic in plan.live_tactics:
        repealed = _repealed(tactic.power) if tactic.power else None
        if repealed:
            yield problem(
                (*tactic.route, "power"),
                unless=plan.told_by(tactic),
                id=tactic.id,
                power=repealed.power,
                successor=repealed.successor,
                gone=_GONE if repealed.was_read else _SAID_TO_BE_GONE,
                source=(_READ if repealed.was_read else _KNOWN).format(repealed.source),
            )


@lru_cache(256)
def _repealed(power: str) -> RepealedPower | None:
    """The first repealed power that the words of one name."""
    return next((one for one in repealed_powers() if one.pattern.search(power)), None)
