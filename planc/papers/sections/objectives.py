"""Objectives: what the SRO set, how it is measured, where it stands and why."""

from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import Block, Cell, Prose, cell, labelled, para, rating, strong, table
from planc.model.tactic import Objective
from planc.model.view import AUTHOR, View
from planc.papers.objective_chart import chart_of
from planc.wording.day import long_day, short_day

TITLE = "Objectives"


def blocks(view: View) -> Iterator[Block]:
    """One table, a row an objective; then how each has moved, as a picture where it can be."""
    if not view.plan.objectives:
        yield para("No objective has been set.")
        return
    yield table(
        "Objectives, how they are measured and where they stand",
        ("Id", "Objective and measure", "Baseline, now, target", "Rating", "Why"),
        [_row(view, objective) for objective in view.plan.objectives],
        (10, 32, 18, 15, 25),
    )
    charts = [chart_of(view.plan, objective) for objective in view.plan.objectives]
    yield from (chart for chart in charts if chart)
    rows = [
        (objective.id, "; ".join(map(_rated, view.plan.ratings_of(objective))))
        for objective, chart in zip(view.plan.objectives, charts, strict=True)
        if len(view.plan.ratings_of(objective)) > 1 and (view.edition == AUTHOR or not chart)
    ]
    if rows:
        yield table("How the ratings have moved", ("Id", "Ratings, oldest first"), rows, (12, 88))


def _rated(entry: Entry) -> str:
    day = f"{short_day(entry.date)} " if entry.date else ""
    return f"{day}{entry.rag}" + (f" at {entry.value}" if entry.value else "")


def _row(view: View, objective: Objective) -> tuple[str | Cell | None, ...]:
    ratings = view.plan.ratings_of(objective)
    last = ratings[-1] if ratings else None
    return (
        objective.id,
        cell(_measured(view, objective)),
        cell(_figures(view, objective)),
        rating(last.rag or "") if last else "Not rated",
        (last.because if last else None) or "No reason given",
    )


def _measured(view: View, objective: Objective) -> Prose:
    lines = [para(strong(objective.statement or ""))]
    judged = objective.judgement
    if objective.measure:
        lines.append(labelled("Measure", objective.measure))
    if judged:
        lines += [labelled(title, words) for title, words in view.facts(judged)]
    if objective.aim:
        lines.append(labelled("Aim", objective.aim))
    if objective.set_on:
        setter = objective.set_by or view.plan.sro_on(objective.set_on)
        by = view.post(setter) if setter else "the SRO of the time"
        lines.append(para(f"Set by {by}, {long_day(objective.set_on)}", small=True))
    if objective.partner_text:
        lines.append(labelled("Words for partners", objective.partner_text))
    if objective.share:
        shared_with = ", ".join(view.post(post) for post in objective.share)
        lines.append(labelled("Shared with", shared_with))
    return tuple(lines)


def _figures(view: View, objective: Objective) -> Prose:
    lines = []
    if objective.baseline:
        lines.append(labelled("Baseline", objective.baseline))
    now = view.plan.value_of(objective)
    if now or objective.baseline:
        lines.append(labelled("Now", now or "not yet measured"))
    if objective.target:
        lines.append(labelled("Target", objective.target))
    if objective.by:
        lines.append(labelled("By", long_day(objective.by)))
    return tuple(lines)
