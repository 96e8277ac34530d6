"""Disruptions: how many, how large, under which of the four Ps, and what each did."""

from collections.abc import Iterator

from planc.model.log import Entry
from planc.model.paper import (
    Block,
    Bullets,
    Cell,
    Paragraph,
    Prose,
    cell,
    labelled,
    para,
    prose,
    table,
)
from planc.model.tactic import STRANDS
from planc.model.view import View
from planc.wording.day import long_day
from planc.wording.words import capital

TITLE = "Disruptions"

LEVELS = ("major", "moderate", "minor")


def blocks(view: View) -> Iterator[Block]:
    """A count by strand and level, then each one."""
    disruptions = view.plan.disruptions
    rejected = [e for e in view.plan.standing if e.disruption and e.state == "rejected"]
    if not disruptions and not rejected:
        yield para("No disruption has been recorded.")
        return
    rows = []
    for strand in STRANDS:
        here = [entry for entry in disruptions if view.plan.strand_of(entry) == strand]
        numbers = [str(sum(entry.disruption == level for entry in here)) for level in LEVELS]
        rows.append((capital(strand), *numbers, str(len(here))))
    placed = [entry for entry in disruptions if view.plan.strand_of(entry)]
    if len(placed) < len(disruptions):
        here = [entry for entry in disruptions if entry not in placed]
        numbers = [str(sum(entry.disruption == level for entry in here)) for level in LEVELS]
        rows.append(("No strand given", *numbers, str(len(here))))
    totals = [str(sum(entry.disruption == level for entry in disruptions)) for level in LEVELS]
    rows.append(("All", *totals, str(len(disruptions))))
    header: tuple[str, ...] = ("Strand", "Major", "Moderate", "Minor", "All")
    yield table("Disruptions since the plan started", header, rows, (32, 17, 17, 17, 17))
    partners = sum("police" not in (entry.lead or "").lower() for entry in disruptions)
    yield para(f"Led by police: {len(disruptions) - partners}. Led by partners: {partners}.")
    header = ("Date", "Disruption", "Effect", "Led by")
    rows_each = [_row(view, entry) for entry in (*reversed(disruptions), *reversed(rejected))]
    yield table("Each disruption, newest first", header, rows_each, (18, 24, 36, 22))


def _row(view: View, entry: Entry) -> tuple[str | Cell | None, ...]:
    strand = view.plan.strand_of(entry)
    what: list[str] = [capital(entry.disruption or "")]
    if strand:
        what.append(capital(strand))
    lines: list[Paragraph | Bullets] = [para(", ".join(what))]
    if entry.ref:
        lines.append(para(f"From {entry.ref}", small=True))
    if entry.state:
        lines.append(para(capital(entry.state), small=True))
    if entry.external_ref:
        lines.append(para(entry.external_ref, small=True))
    lines += [
        para(f"As corrected on {long_day(correction.date)}", small=True)
        for correction in view.plan.corrections_of(entry)
        if correction.date
    ]
    led: Prose = (para(capital(entry.lead or "not said")),)
    if entry.support:
        led += (labelled("With", ", ".join(entry.support)),)
    effect = prose(entry.effect) if entry.effect else (para("Not said"),)
    day = long_day(entry.date) if entry.date else None
    return day, cell(tuple(lines)), cell(effect), cell(led)
