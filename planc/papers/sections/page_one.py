"""Page one: what a board needs of a plan in four minutes, on one page whatever the plan holds.

What does not fit is cut short, ever shorter until it fits, and the last line of the page says where
it stands in full.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from string import ascii_uppercase
from typing import NamedTuple

from planc.model.finding import Severity
from planc.model.governance import ChangeSought, DecisionSought
from planc.model.log import Entry
from planc.model.paper import (
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
from planc.model.tactic import STRANDS, Action, Objective, Strand, Tactic
from planc.model.view import View
from planc.papers.page import height
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count


class _Most(NamedTuple):
    """How much the page may say: lines of news, objectives, and a share of the letters of a text.

    What the board is asked is cut last.
    """

    news: int
    objectives: int
    share: float
    asked: float
    options: int = 4

    @property
    def uncut(self) -> "_Most":
        """The same lines, with room for every word of each and every option."""
        return self._replace(share=_WHOLE, asked=_WHOLE, options=len(ascii_uppercase))

    def clip(self, text: str, letters: int) -> str:
        return clip(text, round(letters * self.share))


_TRIES = (
    *(_Most(news, 5, 1, 1) for news in (5, 4, 3)),
    *(_Most(2, 5, share, 1) for share in (1, 0.95, 0.9, 0.85, 0.8, 0.75)),
    *(_Most(2, 4, share, 0.8) for share in (0.75, 0.7, 0.65, 0.6)),
    *(_Most(1, 3, share, 0.65) for share in (0.6, 0.55, 0.5)),
    *(_Most(1, 2, share, share) for share in (0.5, 0.45, 0.4, 0.35)),
)
_WHOLE = 1e6
_CUT = "…"
_STUCK = 3


def blocks(view: View, room: float, further: Mapping[str, str]) -> tuple[Block, ...]:
    """The page, from what is asked of the board to what comes next.

    `room` is how much of the page is free, in points; `further` the titles of the sections that
    follow in the same paper, by their names. In a portfolio none follow; it has the last board's
    actions apart.
    """
    page: tuple[Block, ...] = ()
    for most in _TRIES:
        page = tuple(_page(view, most, further))
        if height(page) <= room:
            break
    return page


def _page(view: View, most: _Most, further: Mapping[str, str]) -> Iterator[Block]:
    yield from _verdict(view, "Annex A" if further else "the plan's own paper")
    parts = list(_parts(view, most, further))
    yield from (block for _, block in parts)
    if not view.plan.decision_sought and not view.plan.change_sought:
        yield labelled("Status", _status(view.plan))
    # an author's own dots are no cut, so the page is compared with what it would say in full
    whole = _parts(view, most.uncut, further)
    cut = [name for (name, block), (_, full) in zip(parts, whole, strict=True) if block != full]
    if cut:
        yield para(_in_full(dict.fromkeys(cut), further), small=True)


def _parts(view: View, most: _Most, further: Mapping[str, str]) -> Iterator[tuple[str, Block]]:
    """The blocks that may be cut, each with the name of the section that has it in full."""
    yield ("decisions" if view.plan.decision_sought else "governance"), _sought(view, most)
    yield from (("threat", block) for block in _threat(view, most))
    yield from (("log", block) for block in _since(view, most))
    yield "objectives", _objectives(view, most)
    yield "tactics", _strands(view, most)
    yield "log", _line("Stuck", _stuck(view, most), "nothing is stuck")
    yield "partners", _line("Asks", _asks(view, most), "none outstanding")
    if further:
        yield "actions", labelled("Last board", _last_board(view))
    yield "governance", labelled("Coming", _coming(view, most))


def _in_full(cut: Iterable[str], further: Mapping[str, str]) -> str:
    """Where what ends in dots stands in full."""
    if not further:
        return f"What ends in {_CUT} is in full in the plan's own paper."
    where = dict.fromkeys(further.get(name, "the plan's own file") for name in cut)
    return f"What ends in {_CUT} is in full under: {', '.join(where)}."


def _sought(view: View, most: _Most) -> Callout:
    """What is asked of the board, or that nothing is and why."""
    asked = most._replace(share=most.asked)
    sought, change = view.plan.decision_sought, view.plan.change_sought
    if not sought and not change:
        return _information(view, asked)
    lines = [
        *(_decision(view, sought, asked) if sought else ()),
        *(_change(change, asked) if change else ()),
    ]
    title = "FOR DECISION" if view.own_board else f"FOR INFORMATION: {_governing(view)} decides"
    return Callout(_titled(view, title), tuple(lines), Tone.NOTE)


def _verdict(view: View, where: str) -> Iterator[Block]:
    """That plan checks are not met, boxed, with what the errors are that fail no check for now."""
    if not view.errors:
        return
    older, waived = _errors(view.older), view.errors_waived
    reasons = [_older(older, view.errors)] if older else []
    reasons += [f"{waived} more waived"] if waived else []
    # it must stay on one line, or what comes last would leave the page
    wrong = f"{capital(where)} says what is wrong and who acts."
    words = f"{'; '.join(reasons)}. See {where}." if reasons else wrong
    yield Callout(f"Plan checks not met: {view.errors} (force policy)", (para(words),), Tone.RED)


def _errors(aside: Iterable[SetAside]) -> list[SetAside]:
    return [one for one in aside if one.finding.severity >= Severity.ERROR]


def _older(older: list[SetAside], errors: int) -> str:
    """How many of the errors the baseline holds, and until when."""
    number = len(older)
    which = f"{number} of them"
    if number == errors:
        which = {1: "It", 2: "Both"}.get(number, f"All {number}")
    what = "is an older finding" if number == 1 else "are older findings"
    return f"{which} {what}, to be put right by {long_day(max(one.until for one in older))}"


def _governing(view: View) -> str:
    board = view.policy.board(view.plan.board)
    return (board.name if board else None) or "another board"


def _titled(view: View, title: str) -> str:
    if view.errors:
        return title
    waived = view.errors_waived
    return f"Plan checks met{f', {waived} waived (Annex A)' if waived else ''}. {title}"


def _decision(view: View, sought: DecisionSought, most: _Most) -> Iterator[Paragraph]:
    number = f" ({sought.id})" if sought.id else ""
    by = [f"By: {view.post(sought.by)}"] if sought.by else []
    when = [f"when: {long_day(sought.when)}"] if sought.when else []
    yield para(strong(most.clip(sought.decision or "", 180)), number)
    tail = [", ".join([*by, *when])] if by or when else []
    tail += [f"If not: {most.clip(sought.otherwise, 150)}"] if sought.otherwise else []
    if tail:
        yield para(_sentences(tail))
    for letter, option in zip(ascii_uppercase[: most.options], sought.options, strict=False):
        mark = " (LRO recommends)" if option.recommended else ""
        words = [most.clip(option.because, 110)] if option.because else []
        words += [f"Cost: {most.clip(option.cost, 40)}"] if option.cost else []
        head = strong(f"{letter} {most.clip(option.option or '', 60)}{mark}")
        yield para(head, f": {_sentences(words)}" if words else "")
    more = len(sought.options) - most.options
    if more > 0:
        yield para(f"and {count(more, 'more option')} {_CUT}")


def _change(sought: ChangeSought, most: _Most) -> Iterator[Paragraph]:
    because = f": {most.clip(sought.because, 200)}" if sought.because else ""
    asked = f" (asked {short_day(sought.asked_on)})" if sought.asked_on else ""
    yield para(strong(capital(sought.words)), because, asked)


def _sentences(parts: list[str]) -> str:
    """The parts one after another, each ended as a sentence is."""
    return " ".join(part if part.endswith((".", "…")) else f"{part}." for part in parts)


def _information(view: View, most: _Most) -> Callout:
    lro_view = view.plan.view
    words = (
        f"{most.clip(lro_view.view or '', 320)} (LRO, {short_day(lro_view.date)})"
        if lro_view and lro_view.date
        else "The LRO has recorded no view yet."
    )
    title = _titled(view, "FOR INFORMATION: no decision sought")
    return Callout(title, (para(words),), Tone.NOTE)


def _threat(view: View, most: _Most) -> Iterator[Block]:
    threat = view.plan.threat
    if threat is None:
        return
    yield labelled("Threat", most.clip(threat.assessment or "not assessed", 380))
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


def _since(view: View, most: _Most) -> Iterator[Block]:
    last = view.last_board
    if last is None:
        return
    plan = view.plan
    news = [entry for entry in plan.standing if entry.date and entry.date > last]
    good = list(_gains(news, most))
    bad = [*_corrected(plan, last, most), *_setbacks(plan, news, last, most)]
    # where not all fits, half of it is what went wrong
    room = max(most.news - len(bad), most.news // 2)
    shown = good[:room]
    shown += bad[: most.news - len(shown)]
    more = len(good) + len(bad) - len(shown)
    if more:
        shown.append(f"and {more} more, in the log")
    title = f"Since {long_day(last)}"
    if not shown:
        yield labelled(title, "nothing recorded")
    else:
        yield para(strong(f"{title}:"))
        yield Bullets(tuple(para(line) for line in shown))


def _gains(news: list[Entry], most: _Most) -> Iterator[str]:
    yield from (
        _gain(entry, most) for entry in news if entry.disruption and entry.state != "rejected"
    )
    yield from (
        f"{_named(entry)}{most.clip(entry.decision, 75)}" for entry in news if entry.decision
    )
    yield from (_done(entry, most) for entry in news if entry.status in ("complete", "closed"))


def _setbacks(plan: Plan, news: list[Entry], last: dt.date, most: _Most) -> Iterator[str]:
    """What slipped since the last board, then what is stuck."""
    for item in plan.tracked:
        for number, move in enumerate(plan.moves_of(item), 1):
            if move.on > last:
                yield _slip(item, move.days, number)
    yield from (_stopped(entry, most) for entry in news if entry.status in ("blocked", "withdrawn"))


def _corrected(plan: Plan, last: dt.date, most: _Most) -> Iterator[str]:
    """What the last board was told, and was wrong."""
    for entry in plan.entries:
        if entry.date and entry.date > last and entry.corrects and entry.corrects <= last:
            about = f" about {entry.ref}" if entry.ref else ""
            words = most.clip(entry.note or "see the log", 75)
            yield f"Entry of {short_day(entry.corrects)}{about} corrected: {words}"


def _gain(entry: Entry, most: _Most) -> str:
    return (
        f"{capital(entry.disruption or '')} disruption: {most.clip(entry.effect or 'not said', 75)}"
    )


def _named(entry: Entry) -> str:
    return f"Decision {entry.id}: " if entry.id else "Decision: "


def _done(entry: Entry, most: _Most) -> str:
    words = most.clip(entry.outcome or entry.note or "", 75)
    return f"{entry.ref} {entry.status}" + (f": {words}" if words else "")


def _stopped(entry: Entry, most: _Most) -> str:
    words = most.clip(entry.because or entry.note or "", 75)
    return f"{entry.ref} {entry.status}" + (f": {words}" if words else "")


def _slip(item: Tactic | Action, days: int, number: int) -> str:
    if days < 0:
        return f"{item.id} brought forward {count(-days, 'day')}"
    times = {1: "", 2: " (2nd time)", 3: " (3rd time)"}.get(number, f" ({number}th time)")
    return f"{item.id} slipped {count(days, 'day')}{times}"


def _objectives(view: View, most: _Most) -> Block:
    rows = []
    for objective in view.plan.objectives[: most.objectives]:
        now, why = _rating(view, objective)
        name = f"{objective.id} {most.clip(objective.statement or '', 72)}"
        rows.append((cell(name), now, cell(most.clip(why, 72))))
    many = len(view.plan.objectives)
    caption = "Objectives" + (
        f" (the first {most.objectives} of {many})" if many > most.objectives else ""
    )
    if not rows:
        rows.append((cell("No objective has been set"), cell("Not rated"), cell("None")))
    return table(caption, ("Objective", "Rating", "Why"), rows, (38, 25, 37))


def _rating(view: View, objective: Objective) -> tuple[Cell, str]:
    now, before = view.ratings(objective)
    if now is None:
        return cell("Not rated"), "no rating in the log"
    words = (now.rag or "").upper()
    if before and before.rag != now.rag:
        words += f" (was {(before.rag or '').upper()})"
    return rating(now.rag or "", words), now.because or "no reason given"


def _strands(view: View, most: _Most) -> Block:
    numbers: list[Cell] = []
    notes: list[Cell] = []
    for strand in STRANDS:
        tally = view.tally(strand)
        tone = Tone.AMBER if tally.late or not tally.live else Tone.PLAIN
        numbers.append(cell(f"{tally.live} / {tally.done} / {tally.late}", tone))
        notes.append(cell(most.clip(_note(view.plan, strand), 60)))
    header = ("The 4Ps", *(capital(strand) for strand in STRANDS))
    rows = [(cell("Live / done / late"), *numbers), (cell("Note"), *notes)]
    return table("Tactics live, done and late", header, rows, (20, 20, 20, 20, 20))


def _note(plan: Plan, strand: Strand) -> str:
    live = [tactic for tactic in plan.strand(strand) if plan.is_live(tactic)]
    gap = plan.gaps.strand(strand) if plan.gaps else None
    if not live and gap and gap.reason:
        accepted = f"accepted {short_day(gap.accepted_on)}" if gap.accepted_on else "not accepted"
        return f"Reason {accepted}: {gap.reason}"
    if not live:
        return "No tactic, no reason"
    if not any(plan.counts(tactic) for tactic in live):
        return f"Only proposed: {', '.join(tactic.id for tactic in live if tactic.id)}"
    blocked = [tactic.id for tactic in live if plan.status_of(tactic) == "blocked"]
    if blocked:
        return f"Blocked: {', '.join(name for name in blocked if name)}"
    partners = len({tactic.owner for tactic in live})
    return f"{count(partners, 'owner')}"


def _stuck(view: View, most: _Most) -> list[str]:
    """The three that are stuck worst: blocked, or late by most days, and what is said of them."""
    lines = []
    for stuck in view.stuck[:_STUCK]:
        owner = view.post(stuck.item.owner) or "no owner"
        why = _why(view.plan.entries_about(stuck.item.id), blocked=stuck.blocked)
        because = f": {most.clip(why, 70)}" if why else ""
        lines.append(f"{stuck.item.id} ({owner}) {stuck.words}{because}")
    more = len(view.stuck) - _STUCK
    return lines + ([f"and {more} more"] if more > 0 else [])


def _why(entries: list[Entry], *, blocked: bool) -> str:
    """The last word on why it stands still: where it was blocked, else what the log says last."""
    if blocked:
        entries = [entry for entry in entries if entry.status == "blocked"]
    words = [entry.because or entry.note for entry in entries if not entry.decision]
    return next((word for word in reversed(words) if word), "")


def _asks(view: View, most: _Most) -> list[str]:
    asks = [
        f"{most.clip(bid.what or '', 60)} (bid sent {short_day(bid.asked_on)}, no answer)"
        for bid in view.plan.bids
        if bid.asked_on and not bid.result
    ]
    asks += [
        f"{most.clip(asked.what or '', 60)}"
        f" ({asked.kind or 'request'} sent {short_day(asked.asked_on)})"
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


def _status(plan: Plan) -> str:
    """That the plan goes on as it is, where nothing is asked of the board."""
    reviews = [
        f"the review of {short_day(entry.date)} said {entry.review}"
        for entry in plan.reviews
        if entry.date
    ]
    last = reviews[-1] if reviews else "not reviewed yet"
    return f"{plan.status}; {last}; no step-down or archive request."


def _coming(view: View, most: _Most) -> str:
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
    events = [f"{short_day(day)} {most.clip(event, 50)}" for day, event in ahead[:4]]
    events += [f"and {len(ahead) - 4} more"] if len(ahead) > 4 else []
    return _sentences(["; ".join(events)]) if events else "nothing in the diary."


def _line(label: str, facts: list[str], nothing: str) -> Paragraph | Bullets:
    if not facts:
        return labelled(label, f"{nothing}.")
    return labelled(label, " | ".join(facts))


def _month(day: dt.date | None) -> str:
    return short_day(day).split(" ", 1)[1] if day else ""
