"""One line per plan: the threat, who answers, how it stands, and whether there is need to talk."""

from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, Cell, Paragraph, cell, clip, para, rating, strong, table
from planc.model.tactic import STRANDS, Objective, Strand
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "The plans, a line each"

_RANK = ("red", "amber", "green", "complete")


def reasons(view: View) -> list[str]:
    """Why the board has to talk about the plan; none if it goes through on its line."""
    red = [
        f"{objective.id} is RED" for objective in view.plan.objectives if _is_red(view, objective)
    ]
    return [*_asks(view), *_gaps(view), *red, *(_stops(view) if view.own_board else ())]


def _asks(view: View) -> Iterator[str]:
    """What is wanted of the board."""
    plan, last = view.plan, view.last_board
    if view.errors:
        yield f"Plan checks not met: {view.errors}"
    if plan.decision_sought and view.own_board:
        yield "Decision sought"
    if plan.change_sought and view.own_board:
        yield f"Asks to {plan.change_sought.words}"
    if plan.starts and last and plan.starts > last:
        yield "New since the last board"


def _gaps(view: View) -> Iterator[str]:
    """Who or what is missing."""
    plan = view.plan
    if not plan.lro:
        yield "No LRO"
    elif view.vacant_since(plan.lro):
        yield "LRO's post is vacant"
    if plan.review_due and plan.review_due < view.as_of:
        yield "Review overdue"


def _is_red(view: View, objective: Objective) -> bool:
    now, _ = view.ratings(objective)
    return now is not None and now.rag == "red"


def _stops(view: View) -> Iterator[str]:
    """What is long overdue, or was blocked when the last board met and still is."""
    patience, last = view.policy.numbers.overdue_days, view.last_board
    for stuck in view.stuck:
        stood = stuck.since is not None and last is not None and stuck.since <= last
        if stuck.late > patience or stood:
            yield f"{stuck.item.id} {stuck.words}"


def _fell(view: View, objective: Objective) -> bool:
    """Whether it was rated better when the last board met."""
    now, before = view.ratings(objective)
    rags = [rated.rag for rated in (now, before) if rated and rated.rag]
    return len(rags) == 2 and _RANK.index(rags[0]) < _RANK.index(rags[1])


def lines(view: View) -> Iterator[Row]:
    """The plan's one line."""
    plan = view.plan
    why = reasons(view)
    name = [para(strong(view.name))]
    if plan.summary:
        name.append(para(clip(plan.summary, 60)))
    if plan.ref and plan.operation:
        name.append(para(plan.ref, small=True))
    if plan.status != "active":
        name.append(para((plan.status or "status not known").upper()))
    talk = tuple(para(reason) for reason in why[:4])
    if len(why) > len(talk):
        talk += (para(f"and {len(why) - len(talk)} more"),)
    yield Row(
        (not why, view.name),
        (
            cell(tuple(name)),
            _answers(view),
            _complies(view),
            _rated(view),
            *(_counted(view, strand) for strand in STRANDS),
            cell(_stuck(view)),
            cell(talk) if why else "No need" if view.own_board else "For information",
        ),
        "talk" if why else "line",
    )


def _complies(view: View) -> Cell:
    paragraphs = [para(f"No: {view.errors}" if view.errors else "Yes")]
    if view.errors_waived:
        paragraphs.append(para(f"{view.errors_waived} waived"))
    return cell(tuple(paragraphs), Tone.ATTENTION if view.errors else Tone.PLAIN)


def _answers(view: View) -> Cell:
    threat, due = view.plan.threat, view.plan.review_due
    tier = threat.tier if threat else None
    review, tone = (
        (f"Review {short_day(due)}", Tone.PLAIN) if due else ("No review", Tone.ATTENTION)
    )
    if due and due < view.as_of:
        review, tone = f"{review}, OVERDUE", Tone.ATTENTION
    who = view.post(view.plan.lro) or "No LRO"
    return cell(
        (para(who), para(f"{capital(tier)} tier" if tier else "No tier"), para(review)), tone
    )


def _rated(view: View) -> Cell:
    """The worst rating, now and at the last board, and the objectives that fell in between."""
    pairs = [view.ratings(objective) for objective in view.plan.objectives]
    now = [entry.rag for entry, _ in pairs if entry and entry.rag]
    before = [entry.rag for _, entry in pairs if entry and entry.rag]
    if not now:
        return cell("Not rated")
    worst, was = min(now, key=_RANK.index), min(before, key=_RANK.index, default=None)
    words = worst.upper() + (f" (was {was.upper()})" if was and was != worst else "")
    chip = rating(worst, words)
    fallen = [objective.id or "" for objective in view.plan.objectives if _fell(view, objective)]
    more = (para(f"Fell: {', '.join(fallen)}"),) if fallen else ()
    return Cell((*chip.content, *more), chip.tone)


def _counted(view: View, strand: Strand) -> Cell:
    tally = view.tally(strand)
    numbers = para(f"{tally.live}/{tally.done}/{tally.late}")
    if tally.live:
        return cell((numbers,), Tone.ATTENTION if tally.late else Tone.PLAIN)
    gap = view.plan.gaps.strand(strand) if view.plan.gaps else None
    words = "Reason accepted" if gap and gap.accepted_on else "No reason accepted"
    return cell((numbers, para(words, small=True)), Tone.PLAIN if gap else Tone.ATTENTION)


def _stuck(view: View) -> tuple[Paragraph, ...]:
    stuck_items = view.stuck
    paragraphs = [para(f"{stuck.item.id} {stuck.words}") for stuck in stuck_items[:2]]
    if len(stuck_items) > 2:
        paragraphs.append(para(f"and {len(stuck_items) - 2} more"))
    return tuple(paragraphs) or (para("Nothing"),)


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many plans there are, and how many need talk."""
    talk = sum(row.kind == "talk" for row in rows)
    return f"{count(len(rows), 'plan')}, {talk} to talk about"


def ask(_rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """Nothing beyond what the other items ask."""
    return ""


def blocks(rows: Sequence[Row], paper_context: PaperContext) -> Iterator[Block]:
    """One wide table, those that need talk first."""
    if not rows:
        yield para("No plan goes to this board.")
        return
    header = (
        "Plan",
        "LRO, tier, review",
        "Complies",
        "Rating",
        *(capital(strand) for strand in STRANDS),
        "Stuck",
        "Why talk",
    )
    cells = (row.cells for row in rows)
    caption = "Plans that need talk first, then the others by name"
    yield table(caption, header, cells, (44, 36, 20, 34, 18, 18, 18, 18, 28, 28), wide=True)
    last = paper_context.board.last_meeting(paper_context.as_of)
    day = f" on {short_day(last)}" if last else ""
    yield para(
        "Rating: the worst of the plan's objectives now, and what it was when this board last met"
        f"{day}. Under each strand: tactics live/done/late. A plan needs talk if plan checks"
        " are not met, if it seeks a decision or a change, is new, has no LRO, an overdue review or"
        " a red objective, or if something in it was blocked when this board last met and still is,"
        f" or is over {paper_context.context.policy.numbers.overdue_days} days late."
        " For information: another board governs the plan.",
        small=True,
    )
