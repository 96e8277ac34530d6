"""Disruptions to review: major and moderate ones that are claimed and not yet moderated."""

from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.log import Entry
from planc.model.paper import Block, Cell, cell, clip, para, strong, table
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "Disruptions to review"

_LEVELS = ("major", "moderate")


def lines(view: View) -> Iterator[Row]:
    """The plan's unmoderated claims, by the board that governs it; minor ones are only counted."""
    if not view.own_board:
        return
    for entry in view.plan.disruptions:
        if entry.state == "moderated":
            continue
        if entry.disruption in _LEVELS:
            order = (_LEVELS.index(entry.disruption or ""), str(entry.date), view.name)
            yield Row(order, _cells(view, entry), "claimed")
        else:
            new = view.last_board and entry.date and entry.date > view.last_board
            yield Row((len(_LEVELS), str(entry.date), view.name), (), "new" if new else "old")


def _cells(view: View, entry: Entry) -> tuple[Cell | str | None, ...]:
    strand = view.plan.strand_of(entry)
    claim = [para(strong(capital(entry.disruption or "")))]
    if strand:
        claim.append(para(capital(strand)))
    if entry.date:
        days = (view.as_of - entry.date).days
        claim.append(para(f"{short_day(entry.date)}, {count(days, 'day')} ago", small=True))
    led = [para(capital(entry.lead or "not said"))]
    if entry.support:
        led.append(para(f"With {', '.join(entry.support)}", small=True))
    name = [para(strong(view.name))]
    name += [para(word, small=True) for word in (entry.ref, entry.external_ref) if word]
    return (
        cell(tuple(name)),
        cell(tuple(claim)),
        clip(entry.effect or "Effect not said", 220),
        cell(tuple(led)),
        "Agreed as claimed / at another level / rejected",
    )


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many claims there are to review."""
    claimed = sum(row.kind == "claimed" for row in rows)
    return count(claimed, "claim") if claimed else "none"


def ask(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many claims there are to review."""
    claimed = sum(row.kind == "claimed" for row in rows)
    return f"Review {count(claimed, 'disruption')}" if claimed else ""


def blocks(rows: Sequence[Row], paper_context: PaperContext) -> Iterator[Block]:
    """The claims with what each did, and room for what the board makes of them."""
    claims = [row.cells for row in rows if row.kind == "claimed"]
    if claims:
        header = ("Plan", "Claim", "Effect", "Led by", "The board's view")
        caption = "Claims that no panel has moderated yet, the largest first"
        yield table(caption, header, claims, (18, 17, 34, 16, 15))
    else:
        yield para("No major or moderate disruption waits to be moderated.")
    minor = len(rows) - len(claims)
    last = paper_context.board.last_meeting(paper_context.as_of)
    if minor:
        new = sum(row.kind == "new" for row in rows)
        since = f", {new} of them since {short_day(last)}" if last else ""
        words = f"Minor and not moderated yet: {minor}{since}. They are in the plans' papers."
        yield para(words, small=True)
