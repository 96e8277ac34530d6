"""The SRO is at the reviews, or a board's chair above them.

A review that the chair of the board held counts, where the chair is another post than the LRO: the
SRO answers to that chair.

At how many reviews in a row the SRO may be missing is local policy (sro_absent_reviews in
planc.yaml).

Wrong: The SRO was at none of the last {reviews}.
Why: The SRO set the objectives, and cannot answer for a plan they have not looked at.
Do: Have the SRO at the next review; if they were there, add their post to "present:" or "by:".
Acts: SRO
Source: S0

Flagged:
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: di-soc-east, next_review: 2026-11-04}
      - {date: 2026-11-11, review: continue, board: exampleton-ocg, by: di-soc-east, next_review: 2026-12-02}
         ^^^^^^^^^^^^^^^^
Clean: at one of the two, and in the chair of neither
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: di-soc-east, present: [supt-crime], next_review: 2026-11-04}
      - {date: 2026-11-11, review: continue, board: exampleton-ocg, by: di-soc-east, present: [di-soc-west], next_review: 2026-12-02}
Clean: the chair of the board held one
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Board, chair: di-soc-west, meetings: [2026-10-07, 2026-11-11, 2026-12-02]}
    # plans/larch.yaml
    # without log
    log:
      - {date: 2026-10-07, review: continue, board: exampleton-ocg, by: di-soc-east, next_review: 2026-11-04}
      - {date: 2026-11-11, review: continue, board: exampleton-ocg, by: di-soc-west, next_review: 2026-12-02}
Clean: one review is not yet two
    # without log
    log:
      - {date: 2026-11-11, review: continue, board: exampleton-ocg, by: di-soc-west, next_review: 2026-12-02}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.wording.words import count

SEVERITY = Severity.WARNING


def check(plan: Plan, context: Context) -> Iterator[Problem]:
    """The SRO neither chaired nor attended the last reviews."""
    number = context.policy.numbers.sro_absent_reviews
    last = plan.reviews[-number:]
    if not plan.in_force or plan.sro is None or len(last) < number:
        return
    if not context.is_led(plan, number):
        reviews = count(number, "review")
        attendance = tuple((*e.route, name) for e in last for name in ("by", "present"))
        yield problem(last[-1].route, unless=(*plan.reviews_told_by, *attendance), reviews=reviews)
