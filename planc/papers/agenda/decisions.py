"""Decisions needed: what the chair is asked to decide, what the LRO recommends, and if not."""

from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.governance import DecisionSought
from planc.model.paper import Block, Prose, cell, labelled, para, strong, table
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Decisions needed"


def lines(view: View) -> Iterator[Row]:
    """The decision that the plan seeks, if it seeks it of this board."""
    sought = view.plan.decision_sought
    if sought is None or not view.own_board:
        return
    name = [para(strong(view.name)), para(view.plan.ref or "", small=True)]
    if sought.id:
        name.append(para(sought.id, small=True))
    when = [para(view.post(sought.by) or "Not said")]
    if sought.when:
        when.append(para(short_day(sought.when)))
    yield Row(
        (str(sought.when), view.name),
        (cell(tuple(name)), cell(_asked(sought)), cell(tuple(when))),
    )


def _asked(sought: DecisionSought) -> Prose:
    paragraphs = [para(_line(sought.decision))]
    best = next((option for option in sought.options if option.recommended), None)
    if best:
        others = len(sought.options) - 1
        beside = f" ({count(others, 'other option')} on the plan's page)" if others else ""
        cost = f". Cost: {_line(best.cost)}" if best.cost else ""
        paragraphs.append(labelled("LRO recommends", f"{_line(best.option)}{cost}{beside}"))
    if sought.otherwise:
        paragraphs.append(labelled("If not", capital(_line(sought.otherwise))))
    return tuple(paragraphs)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many there are."""
    return count(len(rows), "plan") if rows else "none"


def ask(_rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """Nothing beyond the table, which stands on page one."""
    return ""


def blocks(rows: Sequence[Row], _paper_context: PaperContext) -> Iterator[Block]:
    """One table; the options of each are on the plan's own page further on."""
    if not rows:
        yield para("No plan seeks a decision of this board.")
        return
    header = ("Plan", "Decision sought", "By whom and when")
    caption = "Each decision, the soonest first"
    yield table(caption, header, (row.cells for row in rows), (18, 62, 20))
