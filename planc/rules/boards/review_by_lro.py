"""A review is not held by the LRO alone.

Looks at the last review. When the SRO is missing from several, `review-no-sro` speaks.

Wrong: The last review was held by {by}, {what}, and nobody else is recorded as there.
Why: Somebody else than the LRO has to ask whether the plan works.
Do: Add who was there as "present:"; if nobody was, have the plan reviewed by the SRO or the board.
Acts: LRO
Source: S0

Flagged:
    log:
      - {date: 2026-11-18, review: continue, board: exampleton-ocg, by: di-soc-east, next_review: 2026-12-02}
                                                                    ^^
Clean: others were there
    log:
      - {date: 2026-11-18, review: continue, board: exampleton-ocg, by: di-soc-east, present: [council-housing], next_review: 2026-12-02}
Clean: by the SRO
    log:
      - {date: 2026-11-18, review: continue, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-02}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan

SEVERITY = Severity.WARNING
STATUS = "preview"


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """A last review by the LRO or the deputy, with nobody but these present."""
    if not plan.agreed or not plan.reviews:
        return
    if not context.is_led(plan, context.policy.numbers.sro_absent_reviews):
        return  # of which a rule speaks
    last = plan.reviews[-1]
    if last.by is None or last.date is None:
        return
    leading = context.authority(plan, last.date).leading
    if last.by in leading and not {*last.present} - leading.keys():
        unless = (*plan.reviews_told_by, (*last.route, "present"))
        route = (*last.route, "by")
        yield problem(route, unless=unless, by=last.by, what=leading[last.by])
