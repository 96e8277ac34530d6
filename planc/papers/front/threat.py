"""The threat in a few lines: how it is assessed, who is harmed, and how it is scored."""

import datetime as dt
from collections.abc import Iterator

from planc.model.paper import Block, labelled, para
from planc.model.view import View
from planc.papers.page import Room
from planc.wording.day import short_day
from planc.wording.words import capital

SECTION = "threat"


def blocks(view: View, room: Room) -> Iterator[Block]:
    """The assessment, and a line of facts."""
    threat = view.plan.threat
    if threat is None:
        return
    yield labelled("Threat", room.clip(threat.assessment or "not assessed", 380))
    facts = list(_facts(view))
    if facts:
        yield para(capital("; ".join(facts)) + ".", small=True)


def _facts(view: View) -> Iterator[str]:
    threat = view.plan.threat
    if threat is None:
        return
    if threat.cyp_at_risk:
        yield "children at risk"
    if threat.victims:
        yield f"known victims {threat.victims}"
    totals = [score for score in threat.scores if score.total and score.date]
    if totals:
        before = f"{totals[-2].total} to " if len(totals) > 1 else ""
        yield f"score {before}{totals[-1].total} ({_month(totals[-1].date)})"
    if threat.phase:
        yield threat.phase
    tests = view.plan.closure_test
    if tests:
        met = sum(test.met_on is not None for test in tests)
        yield f"{met} of {len(tests)} closure tests met"


def _month(day: dt.date | None) -> str:
    return short_day(day).split(" ", 1)[1] if day else ""
