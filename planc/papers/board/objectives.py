"""Objectives in full: how each is measured, where it stands and why it is rated as it is."""

from collections.abc import Iterator

from planc.model.chart import Chart
from planc.model.paper import Block, Cell, Prose, cell, labelled, para, strong, table
from planc.model.tactic import Objective
from planc.model.tone import TONES, Tone
from planc.model.view import View
from planc.papers.objective_chart import chart_of
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import short_day
from planc.wording.words import capital

TITLE = "Objectives"


def blocks(view: View) -> Iterator[Block]:
    """A row an objective, in the order in which they were set; then how the worst have moved."""
    if view.plan.objectives:
        header = ("Objective and measure", "Start, now, target", "Rating", "Why")
        rows = [_row(view, objective) for objective in view.plan.objectives]
        yield table(TITLE, header, rows, (38, 21, 15, 26), brief=True)
    yield from _worst_charts(view)


_MOST = 2


def _worst_charts(view: View) -> list[Chart]:
    """How those have moved that are red; the author's edition has the others."""
    rated = [one for one in view.plan.objectives if _rag(view, one) == "red"]
    return [chart for one in rated if (chart := chart_of(view.plan, one))][:_MOST]


def _rag(view: View, objective: Objective) -> str | None:
    now, _ = view.ratings(objective)
    return now.rag if now else None


def _row(view: View, objective: Objective) -> tuple[Cell | str | None, ...]:
    now, _ = view.ratings(objective)
    return (
        cell(_measured(view, objective)),
        cell(_figures(view, objective)),
        _rating(view, objective),
        (now.because or "No reason given") if now else "Nothing in the log",
    )


def _measured(view: View, objective: Objective) -> Prose:
    lines = [para(strong(f"{objective.id or ''} {objective.statement or ''}".strip()))]
    if objective.measure and not objective.judgement:
        lines.append(labelled("Measure", objective.measure))
    if objective.judgement:
        lines += facts_in_a_line("Judged", view.facts(objective.judgement, short=True))
    return tuple(lines)


def _figures(view: View, objective: Objective) -> Prose:
    """Every number as it was recorded, with the day of the last; an estimate is never one."""
    by = f" by {short_day(objective.by)}" if objective.by else ""
    measured = [e for e in view.plan.entries_about(objective.id) if e.value]
    if not (measured or objective.baseline or objective.target):
        return (para(capital(by.strip()) or "No figure"),)
    now = strong(measured[-1].value or "") if measured else "not yet measured"
    course = para(f"{objective.baseline or '?'} → ", now, f" → {objective.target or '?'}{by}")
    on = measured[-1].date if measured else None
    return (course, para(f"on {short_day(on)}", small=True)) if on else (course,)


def _rating(view: View, objective: Objective) -> Cell:
    """The rating with its day, and what it was at the last board and before."""
    now, before = view.ratings(objective)
    if now is None:
        return cell("Not yet rated")
    rag = now.rag or ""
    lines = [para(rag.upper())]
    if now.date:
        lines.append(para(short_day(now.date), small=True))
    if before and before.rag != rag:
        lines.append(para(f"was {(before.rag or '').upper()}", small=True))
    return cell(tuple(lines), TONES.get(rag, Tone.PLAIN))
