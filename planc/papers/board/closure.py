"""What must be true before the plan is archived."""

from collections.abc import Iterator

from planc.model.paper import Block, Bullets, labelled, para
from planc.model.view import View
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import short_day


def blocks(view: View) -> Iterator[Block]:
    """Each test with the day it was met; the closing review. A change sought is on page one."""
    plan = view.plan
    if plan.closure_test:
        yield para("The plan is archived when all of these are met:")
        met = (
            f"Met {short_day(t.met_on)}" if t.met_on else "Not yet met" for t in plan.closure_test
        )
        lines = zip(met, plan.closure_test, strict=True)
        yield Bullets(tuple(labelled(how, test.test or "not said") for how, test in lines))
    else:
        yield labelled("Closure test", "none set.")
    if plan.closure:
        yield from facts_in_a_line("Closure", view.facts(plan.closure))
