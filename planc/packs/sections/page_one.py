"""Page one: what a board needs of a plan in four minutes, on one page whatever the plan holds."""

import datetime as dt
from collections.abc import Iterable, Iterator

from planc.model.day import long_day, short_day
from planc.model.finding import Severity
from planc.model.governance import ChangeSought, DecisionSought
from planc.model.log import Entry
from planc.model.pack import (
    Block,
    Bullets,
    Callout,
    Cell,
    Paragraph,
    Tone,
    cell,
    clip,
    labelled,
    para,
    rating,
    strong,
    table,
)
from planc.model.plan import Plan
from planc.model.set_aside import SetAside
from planc.model.tactic import STRANDS, Action, Objective, Tactic
from planc.model.view import View
from planc.model.words import capital, count

_ROWS = 5


def blocks(view: View, *, brief: bool = False) -> Iterator[Block]:
    """The page, from what is asked of the board to what comes next.

    `brief` is for a portfolio, which has more to say above it, and the last board's actions apart.
    """
    yield from _verdict(view, "the plan's own paper" if brief else "Annex A")
    sought, change = view.plan.decision_sought, view.plan.change_sought
    if sought or change:
        lines = [*(_decision(view, sought) if sought else ()), *(_change(change) if change else ())]
        title = "FOR DECISION" if view.own_board else f"FOR INFORMATION: {_governing(view)} decides"
        yield Callout(_titled(view, title), tuple(lines), Tone.NOTE)
    else:
        yield _information(view)
    yield from _threat(view, 290 if brief else 380)
    yield from _since(view, _ROWS - brief)
    yield _objectives(view)
    yield _strands(view)
    yield _line("Stuck", _stuck(view), "nothing is stuck")
    yield _line("Asks", _asks(view), "none outstanding")
    if not brief:
        yield labelled("Last board", _last_board(view))
    yield labelled("Coming", _coming(view))


def _verdict(view: View, where: str) -> Iterator[Block]:
    """NOT COMPLIANT, boxed, with what the errors are that fail no check for now."""
    if not view.errors:
        return
    older, waived = _errors(view.older), view.errors_waived
    said = [_older(older, view.errors)] if older else []
    said += [f"{waived} more waived"] if waived else []
    # it must stay on one line, or what comes last would leave the page
    wrong = f"{capital(where)} says what is wrong and who acts."
    words = f"{'; '.join(said)}. See {where}." if said else wrong
    yield Callout(f"NOT COMPLIANT: {view.errors}", (para(words),), Tone.RED)


def _errors(aside: Iterable[SetAside]) -> list[SetAside]:
    return [held for held in aside if held.finding.severity >= Severity.ERROR]


def _older(older: list[SetAside], errors: int) -> str:
    """How many of the errors the baseline holds, and until when."""
    number = len(older)
    which = f"{number} of them"
    if number == errors:
        which = {1: "It", 2: "Both"}.get(number, f"All {number}")
    what = "is an older finding" if number == 1 else "are older findings"
    return f"{which} {what}, to be put right by {long_day(max(held.until for held in older))}"


def _governing(view: View) -> str:
    board = view.policy.board(view.plan.board)
    return (board.name if board else None) or "another board"


def _titled(view: View, title: str) -> str:
    if view.errors:
        return title
    waived = view.errors_waived
    return f"COMPLIANT{f', {waived} WAIVED (Annex A)' if waived else ''}. {title}"


def _decision(view: View, sought: DecisionSought) -> Iterator[Paragraph]:
    number = f" ({sought.id})" if sought.id else ""
    by = [f"By: {view.post(sought.by)}"] if sought.by else []
    when = [f"when: {long_day(sought.when)}"] if sought.when else []
    yield para(strong(clip(sought.decision or "", 180)), number)
    tail = [", ".join([*by, *when])] if by or when else []
    tail += [f"If not: {clip(sought.otherwise, 150)}"] if sought.otherwise else []
    if tail:
        yield para(_sentences(tail))
    for letter, option in zip("ABCD", sought.options, strict=False):
        mark = " (LRO recommends)" if option.recommended else ""
        words = [clip(option.because, 110)] if option.because else []
        words += [f"Cost: {clip(option.cost, 40)}"] if option.cost else []
        head = strong(f"{letter} {clip(option.option or '', 60)}{mark}")
        yield para(head, f": {_sentences(words)}" if words else "")


def _change(sought: ChangeSought) -> Iterator[Paragraph]:
    because = f": {clip(sought.because, 200)}" if sought.because else ""
    asked = f" (asked {short_day(sought.asked_on)})" if sought.asked_on else ""
    yield para(strong(capital(sought.words)), because, asked)


def _sentences(parts: list[str]) -> str:
    """The parts one after another, each ended as a sentence is."""
    return " ".join(part if part.endswith((".", "…")) else f"{part}." for part in parts)


def _information(view: View) -> Callout:
    said = view.plan.view
    words = (
        f"{clip(said.view or '', 320)} (LRO, {short_day(said.date)})"
        if said and said.date
        else "The LRO has recorded no view yet."
    )
    title = _titled(view, "FOR INFORMATION: no decision sought")
    return Callout(title, (para(words),), Tone.NOTE)


def _threat(view: View, most: int) -> Iterator[Block]:
    threat = view.plan.threat
    if threat is None:
        return
    yield labelled("Threat", clip(threat.assessment or "not assessed", most))
    facts = []
    totals = [score for score in threat.scores if score.total and score.date]
    if len(totals) > 1:
        last, before = totals[-1], totals[-2]
        facts.append(f"Score {before.total} to {last.total} ({_month(last.date)})")
    elif totals:
        facts.append(f"Score {totals[-1].total} ({_month(totals[-1].date)})")
    if totals and totals[-1].confidence:
        facts.append(f"confidence {totals[-1].confidence}")
    if threat.phase:
        facts.append(f"phase {threat.phase}")
    tests = view.plan.closure_test
    if tests:
        met = sum(test.met_on is not None for test in tests)
        facts.append(f"closure test: {met} of {len(tests)} met")
    if facts:
        yield para("; ".join(facts) + ".", small=True)


def _since(view: View, most: int) -> Iterator[Block]:
    last = view.last_board
    if last is None:
        return
    said = [line for line in _news(view, last) if line]
    shown = said[:most]
    if len(said) > most:
        shown.append(f"and {len(said) - most} more, in the log")
    title = f"Since {long_day(last)}"
    if not shown:
        yield labelled(title, "nothing recorded")
    else:
        yield para(strong(f"{title}:"))
        yield Bullets(tuple(para(line) for line in shown))


def _news(view: View, last: dt.date) -> Iterator[str]:
    """What happened since the last board: gains first, then slips, then what is stuck."""
    plan = view.plan
    news = [entry for entry in plan.entries if entry.date and entry.date > last]
    yield from (_gain(entry) for entry in news if entry.disruption and entry.state != "rejected")
    yield from (f"{_named(entry)}{clip(entry.decision, 75)}" for entry in news if entry.decision)
    yield from (_done(entry) for entry in news if entry.status in ("complete", "closed"))
    for item in plan.tracked:
        for number, move in enumerate(plan.moves_of(item), 1):
            if move.on > last:
                yield _slip(item, move.days, number)
    yield from (_stopped(entry) for entry in news if entry.status in ("blocked", "withdrawn"))


def _gain(entry: Entry) -> str:
    return f"{capital(entry.disruption or '')} disruption: {clip(entry.effect or 'not said', 75)}"


def _named(entry: Entry) -> str:
    return f"Decision {entry.id}: " if entry.id else "Decision: "


def _done(entry: Entry) -> str:
    words = clip(entry.outcome or entry.note or "", 75)
    return f"{entry.ref} {entry.status}" + (f": {words}" if words else "")


def _stopped(entry: Entry) -> str:
    words = clip(entry.because or entry.note or "", 75)
    return f"{entry.ref} {entry.status}" + (f": {words}" if words else "")


def _slip(item: Tactic | Action, days: int, number: int) -> str:
    if days < 0:
        return f"{item.id} brought forward {count(-days, 'day')}"
    times = {1: "", 2: " (2nd time)", 3: " (3rd time)"}.get(number, f" ({number}th time)")
    return f"{item.id} slipped {count(days, 'day')}{times}"


def _objectives(view: View) -> Block:
    rows = []
    for objective in view.plan.objectives[:_ROWS]:
        now, why = _rating(view, objective)
        name = f"{objective.id} {clip(objective.statement or '', 72)}"
        rows.append((cell(name), now, cell(clip(why, 72))))
    many = len(view.plan.objectives)
    caption = "Objectives" + (f" (the first {_ROWS} of {many})" if many > _ROWS else "")
    if not rows:
        rows.append((cell("No objective has been set"), cell("Not rated"), cell("None")))
    return table(caption, ("Objective", "Rating", "Why"), rows, (40, 21, 39))


def _rating(view: View, objective: Objective) -> tuple[Cell, str]:
    now, before = view.ratings(objective)
    if now is None:
        return cell("Not rated"), "no rating in the log"
    words = (now.rag or "").upper()
    if before and before.rag != now.rag:
        words += f" (was {(before.rag or '').upper()})"
    return rating(now.rag or "", words), now.because or "no reason given"


def _strands(view: View) -> Block:
    numbers: list[Cell] = []
    notes: list[Cell] = []
    for strand in STRANDS:
        tally = view.tally(strand)
        tone = Tone.AMBER if tally.late or not tally.live else Tone.PLAIN
        numbers.append(cell(f"{tally.live} / {tally.done} / {tally.late}", tone))
        notes.append(cell(clip(_note(view.plan, strand), 60)))
    header = ("The 4Ps", *(capital(strand) for strand in STRANDS))
    rows = [(cell("Live / done / late"), *numbers), (cell("Note"), *notes)]
    return table("Tactics live, done and late", header, rows, (20, 20, 20, 20, 20))


def _note(plan: Plan, strand: str) -> str:
    live = [tactic for tactic in plan.strand(strand) if plan.is_live(tactic)]
    gap = plan.gaps.strand(strand) if plan.gaps else None
    if not live and gap and gap.reason:
        accepted = f"accepted {short_day(gap.accepted_on)}" if gap.accepted_on else "not accepted"
        return f"Reason {accepted}: {gap.reason}"
    if not live:
        return "No tactic, no reason"
    blocked = [tactic.id for tactic in live if plan.status_of(tactic) == "blocked"]
    if blocked:
        return f"Blocked: {', '.join(name for name in blocked if name)}"
    partners = len({tactic.owner for tactic in live})
    return f"{count(partners, 'owner')}"


def _stuck(view: View) -> list[str]:
    """The three that are stuck worst: blocked, or late by most days, and what is said of them."""
    found = []
    for stuck in view.stuck[:3]:
        why = _why(view.plan.entries_about(stuck.item.id), blocked=stuck.blocked)
        found.append(f"{stuck.item.id} {stuck.words}" + (f": {clip(why, 70)}" if why else ""))
    return found


def _why(said: list[Entry], *, blocked: bool) -> str:
    """The last word on why it stands still: where it was blocked, else what the log says last."""
    if blocked:
        said = [entry for entry in said if entry.status == "blocked"]
    words = [entry.because or entry.note for entry in said if not entry.decision]
    return next((word for word in reversed(words) if word), "")


def _asks(view: View) -> list[str]:
    asks = [
        f"{clip(bid.what or '', 60)} (bid sent {short_day(bid.asked_on)}, no answer)"
        for bid in view.plan.bids
        if bid.asked_on and not bid.result
    ]
    asks += [
        f"{clip(asked.what or '', 60)} ({asked.kind or 'request'} sent {short_day(asked.asked_on)})"
        for asked in view.plan.requests
        if asked.asked_on and asked.status == "sent"
    ]
    return asks[:2] + ([f"and {len(asks) - 2} more"] if len(asks) > 2 else [])


def _last_board(view: View) -> str:
    last = view.last_board
    raised = [action for action in view.plan.actions if last and action.raised_on == last]
    closed = sum(not view.plan.is_live(action) for action in raised)
    late = sum(view.plan.days_late(a, view.as_of) > 0 for a in view.plan.open_actions)
    words = f"{count(len(raised), 'action')}, {closed} closed; {late} of all open ones late"
    if last:
        words = f"{short_day(last)}, {words}"
    next_board = view.board.next_meeting(view.as_of) if view.board else None
    return words + (f". Next: {short_day(next_board)}." if next_board else ".")


def _coming(view: View) -> str:
    plan = view.plan
    ahead = [(c.date, c.event or "") for c in plan.coming if c.date and c.date >= view.as_of]
    if plan.review_due and plan.review_due >= view.as_of:
        ahead.append((plan.review_due, "review of this plan"))
    ahead += [
        (tactic.order.expires, f"{tactic.order.type or 'order'} ends")
        for tactic in plan.live_tactics
        if tactic.order and tactic.order.expires and tactic.order.expires >= view.as_of
    ]
    ahead.sort(key=lambda pair: pair[0])
    said = [f"{short_day(day)} {clip(event, 50)}" for day, event in ahead[:4]]
    return _sentences(["; ".join(said)]) if said else "nothing in the diary."


def _line(label: str, said: list[str], nothing: str) -> Paragraph | Bullets:
    if not said:
        return labelled(label, f"{nothing}.")
    return labelled(label, " | ".join(said))


def _month(day: dt.date | None) -> str:
    return short_day(day).split(" ", 1)[1] if day else ""
