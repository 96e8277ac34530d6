"""No LRO leads more plans than one officer can.

How many are too many is local policy (lro_plans in planc.yaml). Plans in force count, drafts not.

Wrong: {post} leads {plans}, where this force allows {most}: {refs}.
Why: Plans that one officer cannot look after stop being looked at, and all of them at once.
Do: Give some of them another LRO, or say at the board what is to wait.
Acts: SRO
Source: STF

Flagged: one more than the policy allows
    # planc.yaml
    numbers: {lro_plans: 1}
    # plans/maple.yaml
    ref: SOC-2026-015
    lro: di-soc-east
         ^^^^^^^^^^^
Clean: as many as it allows
    # planc.yaml
    numbers: {lro_plans: 1}
    # plans/maple.yaml
    ref: SOC-2026-015
    lro: di-soc-west
Clean: a draft does not count
    # planc.yaml
    numbers: {lro_plans: 1}
    # plans/maple.yaml
    ref: SOC-2026-015
    status: draft
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.plan import Plan
from planc.wording.words import count, cut, listed

SEVERITY = Severity.WARNING


def gather(plan: Plan, context: Context) -> Iterator[Clue]:
    """The plan's LRO."""
    if plan.lro and plan.in_force and plan.status != "draft":
        post = context.directory.title(plan.lro) if context.directory else plan.lro
        yield Clue(plan.lro, problem(("lro",), value=True, post=cut(post)))


def judge(clues: Sequence[Clue], context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """The last of too many plans."""
    if len(clues) > context.policy.numbers.lro_plans:
        refs = listed([clue.plan for clue in clues])
        most = str(context.policy.numbers.lro_plans)
        yield clues[-1], {"plans": count(len(clues), "plan"), "most": most, "refs": refs}
