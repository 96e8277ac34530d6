"""Threats with no plan: those on the board's list, until somebody keeps a plan for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, Cell, cell, clip, para, strong, table
from planc.model.policy import Unplanned
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Threats with no plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned(Row):
    """A threat that has a plan."""

    threat: str
    plan: str


def lines(view: View) -> Iterator[Row]:
    """The references under which the plan's own threat is known."""
    threat = view.plan.threat
    for ref in (view.plan.ref, threat.apmis_ref if threat else None):
        if ref:
            yield _Planned((ref, view.name), threat=ref, plan=view.name)


def _planned(rows: Sequence[Row]) -> dict[str, str]:
    """The plans that answer a threat, by its reference."""
    return {row.threat: row.plan for row in rows if isinstance(row, _Planned)}


def summary(rows: Sequence[Row], paper_context: PaperContext) -> str:
    """How many there are."""
    number = _number(rows, paper_context)
    return count(number, "threat") if number else "none"


def _number(rows: Sequence[Row], paper_context: PaperContext) -> int:
    planned = _planned(rows)
    return sum(threat.ref not in planned for threat in paper_context.board.threats_without_plan)


def ask(rows: Sequence[Row], paper_context: PaperContext) -> str:
    """How many need an LRO."""
    number = _number(rows, paper_context)
    return f"Name an LRO for {count(number, 'threat')} with no plan" if number else ""


def blocks(rows: Sequence[Row], paper_context: PaperContext) -> Iterator[Block]:
    """Each with how long it has waited, and who has been asked."""
    planned = _planned(rows)
    threats = sorted(paper_context.board.threats_without_plan, key=lambda threat: str(threat.since))
    if not threats:
        yield para("planc.yaml lists no threat of this board without a plan.")
        return
    cells = (_row(threat, planned.get(threat.ref or ""), paper_context) for threat in threats)
    header = ("Threat", "Tier", "Waiting", "LRO asked", "Why there is no plan")
    yield table("Those that have waited longest first", header, cells, (30, 10, 16, 18, 26))


def _row(
    threat: Unplanned, plan: str | None, paper_context: PaperContext
) -> tuple[Cell | str | None, ...]:
    name = (para(strong(clip(threat.threat or "", 100))), para(threat.ref or "", small=True))
    waits = [para("Not said")]
    if threat.since:
        days = count((paper_context.as_of - threat.since).days, "day")
        waits = [para(days), para(f"Since {short_day(threat.since)}", small=True)]
    because = clip(threat.because or "Not said", 140)
    return (
        cell(name),
        capital(threat.tier or "not said"),
        cell(tuple(waits)),
        paper_context.post(threat.lro) or "Nobody yet",
        f"It has one now: {plan}. Take it off the list in planc.yaml." if plan else because,
    )
