"""What the log says, as sentences."""

from collections.abc import Iterator
from dataclasses import replace

from planc.model.log import Entry
from planc.model.paper import Paragraph, labelled
from planc.model.tactic import Action, Objective, Tactic
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, every


def sentences(view: View, entry: Entry) -> str:
    """What an entry records, its day and what it is about left out."""
    return " ".join(_ended(capital(" ".join(words.split()))) for words in _facts(view, entry))


def latest(view: View, item: Tactic | Action | Objective) -> Entry | None:
    """The last entry about something."""
    about = view.plan.entries_about(item.id)
    return about[-1] if about else None


def beside(view: View, entry: Entry, item: Tactic | Action) -> str:
    """The same for a row that tells how the item stands and when it is due: without these."""
    plan = view.plan
    check = plan.next_check_of(item) if isinstance(item, Tactic) else None
    fewer = replace(
        entry,
        status=None if entry.status == plan.status_of(item) else entry.status,
        due=None if entry.due == plan.due_of(item) else entry.due,
        next_check=None if entry.next_check == check else entry.next_check,
    )
    return sentences(view, fewer) or sentences(view, entry)


def why_blocked(view: View, item: Tactic | Action) -> Entry | None:
    """The entry that blocked what is blocked."""
    if view.plan.status_of(item) != "blocked":
        return None
    about = view.plan.entries_about(item.id)
    return next((entry for entry in reversed(about) if entry.status == "blocked"), None)


def facts_in_a_line(label: str, facts: Iterator[tuple[str, str]]) -> Iterator[Paragraph]:
    """`Mapping: status: mapped; mapped on: 26 November 2025`; nothing where there is no fact."""
    words = "; ".join(f"{low(title)}: {' '.join(words.split())}" for title, words in facts)
    if words:
        yield labelled(label, _ended(words))


def low(title: str) -> str:
    """A title within a sentence; SIO and FOI stay as they are."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _facts(view: View, entry: Entry) -> Iterator[str]:
    """A sentence for each thing that it records, the gravest first."""
    yield from _decided(view, entry)
    if entry.disruption:
        yield _disrupted(entry)
    yield from _rated(entry)
    yield from _moved(entry)
    if entry.outcome:
        yield f"result: {entry.outcome}" if entry.status is None else entry.outcome
    if entry.note:
        yield entry.note
    if entry.next_check:
        yield f"next check {short_day(entry.next_check)}"
    if entry.redacted:
        yield f"redacted: {entry.redacted}"
    if entry.recorded_on and entry.recorded_on != entry.date:
        yield f"written down on {short_day(entry.recorded_on)}"
    corrected = [short_day(one.date) for one in view.plan.corrections_of(entry) if one.date]
    if corrected:
        yield f"as corrected on {every(corrected)}"


def _decided(view: View, entry: Entry) -> Iterator[str]:
    by = view.post(entry.by)
    if entry.decision:
        yield f"{by + ' decided' if by else 'Decided'} {entry.id or ''}".rstrip() + (
            f": {entry.decision}"
        )
        if entry.because:
            yield f"because: {entry.because}"
        if entry.rejected:
            yield f"rejected: {entry.rejected}"
        if entry.ndm:
            yield "; ".join(f"{title}: {words}" for title, words in view.facts(entry.ndm))
    if entry.review:
        board = view.policy.board(entry.board)
        name = (board.name if board else None) or entry.board or by
        yield f"{name + ' reviewed' if name else 'Reviewed'} the plan: {entry.review}"
        if entry.present:
            yield f"present: {', '.join(view.post(post) for post in entry.present)}"
        if entry.next_review:
            yield f"next review {short_day(entry.next_review)}"
        if entry.read:
            yield f"read: {entry.read[:12]}"
    if entry.view:
        yield f"{by or 'the LRO'}: {entry.view}"


def _disrupted(entry: Entry) -> str:
    led = f", led by {entry.lead}" if entry.lead else ""
    led += f" with {every(entry.support)}" if entry.support else ""
    state = f", {entry.state}" if entry.state else ""
    ref = f" ({entry.external_ref})" if entry.external_ref else ""
    return f"{entry.disruption} disruption{led}{state}{ref}: {entry.effect or 'effect not said'}"


def _rated(entry: Entry) -> Iterator[str]:
    if entry.rag:
        value = f" at {entry.value}" if entry.value else ""
        because = f": {entry.because}" if entry.because and not entry.decision else ""
        yield f"rated {entry.rag.upper()}{value}{because}"
    elif entry.value:
        yield f"measured at {entry.value}"


def _moved(entry: Entry) -> Iterator[str]:
    """Its status and its date, and why."""
    told = bool(entry.rag or entry.decision)
    because = f": {entry.because}" if entry.because and not told else ""
    if entry.status and entry.due:
        yield f"{entry.status}, due {short_day(entry.due)}{because}"
    elif entry.status:
        yield f"{entry.status}{because}"
    elif entry.due:
        yield f"due {short_day(entry.due)}{because}"
    elif because and not entry.disruption:
        yield because[2:]


def nothing_found(view: View) -> str:
    """What a paper says where no check has anything to say; never that a plan is sound."""
    more = "else " if view.set_aside else ""
    what = "They are of what is written, not of whether it will work."
    return f"The plan checks found nothing {more}wrong. {what}"
