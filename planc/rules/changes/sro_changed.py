"""Who answers for a plan changes with the word of a post above.

A decision or a review of a board's chair in the same change says that they agreed.

Wrong: The SRO is another post, and nothing here says that a post above agreed.
Why: Whoever names the SRO decides who approves everything else in the plan.
Do: Ask {who}. When they have agreed, write a decision in the log with "by: ..." and the reason.
Acts: OCG coordinator
Source: S0

Flagged: the new SRO says so
    sro: di-soc-west
    ^^^
    sro_since: 2026-11-19
    log:
      - {date: 2026-11-20, id: DEC-001, decision: DI West is SRO, because: The superintendent is away, rejected: Wait, by: di-soc-west}
Clean: the chair of the board decided it
    # planc.yaml as it was
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, chair: di-soc-west, meetings: [2026-09-09, 2026-10-07, 2026-11-04, 2026-12-02, 2027-01-06]}
    # plans/larch.yaml
    sro: health-safeguarding
    sro_since: 2026-11-19
    log:
      - {date: 2026-11-20, id: DEC-001, decision: A new SRO, because: The superintendent is away, rejected: Wait, by: di-soc-west}
Clean: it is only said since when
    sro_since: 2026-09-01
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import PlanChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.WARNING


def check(change: PlanChange, context: Context) -> Iterator[Problem]:
    """Another SRO than before, without a word of the post above."""
    if change.approved_before is None or change.after is None:
        return
    if change.is_agreed(context, above=True):
        return
    who = context.title(change.post_above(context), "the post to which the SRO answers")
    for one in change.of("", "sro"):
        if one.before is not None:
            yield problem(("sro",), who=who)
