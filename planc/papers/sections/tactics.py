"""Tactics: the four strands, an overview of each and a card for each tactic."""

from collections.abc import Iterator

from planc.model.paper import (
    Block,
    Bullets,
    Cell,
    Heading,
    Paragraph,
    anchor,
    cell,
    labelled,
    labelled_prose,
    para,
    prose,
    table,
)
from planc.model.tactic import STRANDS, Order, Strand, Tactic
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.sentences import low
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count

TITLE = "Tactics by strand"

_IN_TABLE = ("id", "tactic", "owner", "due", "next_check", "status", "serves")
_PROSE = ("detail", "partner_text")


def blocks(view: View) -> Iterator[Block]:
    """For each strand its gap, an overview, then what else is known of each tactic."""
    for strand in STRANDS:
        title = capital(strand)
        yield Heading(2, title, anchor(f"strand {strand}"), strand)
        yield from _gap(view, strand)
        tactics = view.plan.strand(strand)
        if tactics:
            rows = [_row(view, tactic) for tactic in tactics]
            header: tuple[str, ...] = ("Id", "Tactic", "Owner", "Date", "Status")
            yield table(f"{title} tactics", header, rows, (11, 32, 23, 18, 16))
            for tactic in tactics:
                yield from _card(view, tactic)
        else:
            yield para("No tactics.")


def _gap(view: View, strand: Strand) -> Iterator[Block]:
    gap = view.plan.gaps.strand(strand) if view.plan.gaps else None
    if gap is None:
        return
    yield labelled("Reasoned gap", gap.reason or "no reason given")
    accepted = f"Accepted by the SRO on {long_day(gap.accepted_on)}." if gap.accepted_on else ""
    again = f" To be looked at again on {long_day(gap.look_again)}." if gap.look_again else ""
    yield para((accepted or "Not accepted by the SRO.") + again, small=True)


def _row(view: View, tactic: Tactic) -> tuple[str | Cell | None, ...]:
    plan = view.plan
    due, check = plan.due_of(tactic), plan.next_check_of(tactic)
    days = [f"Due {long_day(due)}"] if due else []
    days += [f"Next check {long_day(check)}"] if check else []
    late = plan.days_late(tactic, view.as_of)
    status = plan.status_of(tactic)
    words = capital(status) + (f", {count(late, 'day')} late" if late else "")
    tone = Tone.ATTENTION if late or status == "blocked" else Tone.PLAIN
    owner = [para(view.post(tactic.owner) or "No owner")]
    organisation = view.organisation_of(tactic.owner)
    if organisation:
        owner.append(para(organisation, small=True))
    name = [para(tactic.tactic or "")]
    if tactic.serves:
        name.append(para(f"Serves {', '.join(tactic.serves)}", small=True))
    dates = cell(tuple(para(day) for day in days), empty="No date")
    return (tactic.id, cell(tuple(name)), cell(tuple(owner)), dates, cell(words, tone))


def _card(view: View, tactic: Tactic) -> Iterator[Block]:
    """What the overview has no room for; nothing where there is no more to say."""
    lines: list[Paragraph | Bullets] = []
    if tactic.detail:
        lines += prose(tactic.detail)
    facts = [f"{t}: {words}" for t, words in view.facts(tactic, skip=(*_IN_TABLE, *_PROSE))]
    if tactic.order:
        facts.append(_order(view, tactic.order))
    if facts:
        lines.append(Bullets(tuple(para(fact) for fact in facts)))
    for move in view.plan.moves_of(tactic):
        words = f"{short_day(move.before)} to {short_day(move.after)}, {count(move.days, 'day')}"
        words += f": {move.because}" if move.because else ""
        lines.append(labelled(f"Moved on {short_day(move.on)}", words))
    outcome = view.plan.outcome_of(tactic)
    if outcome:
        lines.append(labelled("Outcome", " ".join(outcome.split())))
    if tactic.partner_text:
        lines += labelled_prose("Words for partners", tactic.partner_text)
    if lines:
        yield Heading(3, f"{tactic.id} {tactic.tactic}", anchor(f"tactic {tactic.id}"))
        yield from lines


def _order(view: View, order: Order) -> str:
    """`Order: DDTRO; made on 16 June 2026`."""
    kind = "Notice" if (order.type or "").endswith("notice") else "Order"
    facts = [f"{low(title)} {words}" for title, words in view.facts(order, skip=("type",))]
    return f"{kind}: {'; '.join([order.type or 'type not said', *facts])}"
