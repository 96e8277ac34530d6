"""Plans that are well formed and say the wrong thing: dates, numbers and markings.

What each rule asks for is taken from its page of the manual, never from its code.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from planc.model.tactic import Tactic
from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import AS_OF, Edit, Route, Sample


def _ago(days: int) -> str:
    return (AS_OF - dt.timedelta(days)).isoformat()


def _put(sample: Sample, route: Route, text: str) -> Edit:
    """Another value in place of the one at a route."""
    node = sample.node(*route)
    assert node is not None, route
    return Edit(node.start, node.end, text)


def _added(sample: Sample, route: Route, field: str) -> tuple[Edit, int]:
    """One more field at the end of a group or of an item, and the line on which it stands."""
    holder = sample.node(*route) if route else sample.root
    assert holder is not None, route
    last = holder.entries[-1]
    end, line = last.value.end, sample.line(last.value.end)
    if holder.style == "{":
        return Edit(end, end, f", {field}"), line
    end = sample.text.find("\n", end)
    return Edit(end, end, "\n" + " " * sample.column(last.key.start) + field), line + 1


def _logged(sample: Sample, *entries: str) -> tuple[Edit, int]:
    """More entries at the end of the log, of today if not dated, and the line of the first."""
    log = sample.node("log")
    assert log is not None
    dash = sample.text.rindex("-", 0, log.items[-1].start)
    end = sample.text.find("\n", log.end)
    dated = (entry if "date:" in entry else f"date: {_ago(0)}, {entry}" for entry in entries)
    lines = (f"\n{' ' * sample.column(dash)}- {{{entry}}}" for entry in dated)
    return Edit(end, end, "".join(lines)), sample.line(log.end) + 1


# When


def _deadlines(sample: Sample) -> Iterator[tuple[Tactic, str, Route]]:
    """Each live tactic, the field that says when it is due, and where its day stands."""
    for tactic in sample.plan.live_tactics:
        field = "due" if sample.plan.due_of(tactic) else "next_check"
        holder = sample.plan.move_of(tactic, field) or tactic
        if sample.node(*holder.route, field):
            yield tactic, field, (*holder.route, field)


def deadline_passed(sample: Sample) -> Changes:
    """A live tactic is late, goes on after the plan ends, or is put off to a day that is gone.

    What awaits court is never late.
    """
    most = sample.context.policy.numbers.overdue_days
    for tactic, field, at in _deadlines(sample):
        lines = (sample.line_of(*tactic.route, field), sample.line_of(*at))
        logged, line = _logged(sample, f"ref: {tactic.id}, {field}: {_ago(5)}")
        late = {1: "tactic-overdue", most + 1: "tactic-long-overdue"}
        edits = [(_put(sample, at, _ago(days)), rule) for days, rule in late.items()]
        for edit, rule in (*edits, (logged, "tactic-overdue")):
            if sample.plan.status_of(tactic) == "awaiting court":
                yield harmless(edit)
            else:
                yield change(edit, rule, line, *lines, also="rag-green-but-late")
        yield harmless(_put(sample, at, _ago(0)))
        if field == "due" and sample.plan.ends:
            after = sample.plan.ends + dt.timedelta(1)
            edit = _put(sample, at, after.isoformat())
            yield change(edit, "tactic-due-after-plan-end", *lines)


def review_passed(sample: Sample) -> Changes:
    """The day last agreed for a review has gone by."""
    agreed = [entry for entry in sample.plan.reviews if entry.next_review]
    at: Route = (*agreed[-1].route, "next_review") if agreed else ("next_review",)
    lines = (sample.line_of("next_review"), sample.line_of(*at))
    yield change(_put(sample, at, _ago(3)), "review-overdue", *lines)
    yield harmless(_put(sample, at, _ago(0)))


def log_misdated(sample: Sample) -> Changes:
    """An entry from tomorrow, a disruption from before the plan, a decision written down late.

    What the entry had moved, done or agreed is as it was before.
    """
    also = "tactic-overdue tactic-long-overdue review-overdue rag-green-but-late late-entry"
    also += " objective-overdue rag-stale due-moved-often date-in-future log-entry-twice"
    also += " decision-misdated strand-missing tactic-stalled log-empty disruption-unmoderated"
    for entry in sample.plan.entries:
        at = (*entry.route, "date")
        for days in (-1, -365):
            edit = _put(sample, at, _ago(days))
            yield change(edit, "log-future-dated", sample.line_of(*at), also=also)
        if entry.disruption and sample.plan.starts:
            before = sample.plan.starts - dt.timedelta(1)
            edit = _put(sample, at, before.isoformat())
            yield change(edit, "disruption-before-plan", sample.line_of(*at), also=also)
        if entry.decision and entry.date and not entry.recorded_on:
            late = sample.context.policy.numbers.late_entry_days
            told = {-1: "decision-misdated", late: "", late + 1: "late-entry"}
            for days, rule in told.items():
                written = entry.date + dt.timedelta(days)
                edit, line = _added(sample, entry.route, f"recorded_on: {written.isoformat()}")
                excused = not rule or (days > 0 and entry.note)
                yield harmless(edit) if excused else change(edit, rule, line)


def old(sample: Sample) -> Changes:
    """An order that has run out, a score, a profile or a talk of LRO and SIO too long ago."""
    numbers, threat = sample.context.policy.numbers, sample.plan.threat
    for tactic in sample.plan.live_tactics:
        if tactic.order and not tactic.order.expires:
            for days in (1, 0, -28):
                if days < 1 and _speaks(sample, tactic, "appl"):
                    continue
                edit, line = _added(sample, tactic.order.route, f"expires: {_ago(days)}")
                yield change(edit, "order-expiring", line)
            yield harmless(_added(sample, tactic.order.route, f"expires: {_ago(-29)}")[0])
    last = threat.scores[-1] if threat and threat.is_scored and threat.scores else None
    if threat and last:  # the same score for long, so that no change asks for a review
        ages = {"score-stale": numbers.score_days, "score-long-stale": numbers.score_cap_days}
        for rule, most in ages.items():
            edits = [_put(sample, (*s.route, "date"), _ago(most + 1)) for s in threat.scores]
            edits += [_put(sample, (*s.route, "total"), str(last.total)) for s in threat.scores]
            yield change(edits, rule, *(sample.line_of(*s.route, "date") for s in threat.scores))
    if threat and threat.local_profile:
        at: Route = ("threat", "local_profile", "date")
        edit = _put(sample, at, _ago(numbers.profile_days + 1))
        yield change(edit, "profile-stale", sample.line_of(*at))
    held, at = sample.plan.investigation, ("investigation", "last_deconfliction")
    if held and held.phase not in ("not started", "sentenced", "closed") and sample.node(*at):
        edit = _put(sample, at, _ago(numbers.deconfliction_days + 1))
        yield change(edit, "investigation-no-deconfliction", sample.line_of(*at))


def _speaks(sample: Sample, tactic: Tactic, of: str) -> bool:
    """Whether the log has a word about a tactic that answers for its order."""
    entries = sample.plan.entries_about(tactic.id) if tactic.id else ()
    return any(of in f"{entry.note} {entry.because}".lower() for entry in entries)


def decision_number_twice(sample: Sample) -> Changes:
    """Two decisions with one number."""
    decided = [entry for entry in sample.plan.log if entry.decision and entry.id]
    for first, second in pairwise(decided):
        edit = _put(sample, (*second.route, "id"), str(first.id))
        yield change(edit, "decision-duplicate", sample.line_of(*second.route, "id"))


# Markings

MALFORMED = (
    *("OFFICIAL SENSITIVE", "OFFICIAL - SENSITIVE", "OFFICIAL–SENSITIVE", "OFFICIAL- SENSITIVE"),
    *("Official-Sensitive", "official", "OFFICIALSENSITIVE", "RESTRICTED", "CONFIDENTIAL"),
    *("NOT PROTECTIVELY MARKED", "OFFICIAL-SENSITIVE PERSONAL DATA"),
    *("OFFICIAL-SENSITIVE - PERSONAL", "OFFICIAL-SENSITIVE- RECIPIENTS ONLY"),
    "OFFICIAL-SENSITIVE - RECIPENTS ONLY",
    "OFFICIAL-SENSITIVE - PERSONAL DATA - RECIPIENTS ONLY",
)
_MORE = ("RECIPIENTS ONLY", "EMBARGOED", "HMG USE ONLY")
_ASKING = [f"OFFICIAL-SENSITIVE - {what}" for what in _MORE]
TOO_HIGH = ("SECRET", "TOP SECRET", "Secret", "SECRET - RECIPIENTS ONLY", "TOP-SECRET")


def marking_wrong(sample: Sample) -> Changes:
    """Misspelt, as before 2014, too high for planc, too low, for the public; on a tactic too."""
    line, own = sample.line_of("marking"), str(sample.plan.marking)
    slips = (own[:at] + own[at] * n + own[at + 1 :] for at in range(len(own)) for n in (0, 2))
    wrong = {
        **dict.fromkeys((*MALFORMED, *slips), "marking-malformed"),
        **dict.fromkeys(TOO_HIGH, "marking-too-high"),
        "OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE": "marking-public-sensitive",
        **({"OFFICIAL": "marking-too-low"} if sample.plan.status == "active" else {}),
        **({} if sample.plan.recipients else {_ASKING[0]: "recipients-only-no-list"}),
        **({} if sample.plan.embargo_until else {_ASKING[1]: "embargo-no-time"}),
        _ASKING[2]: "hmg-use-only-partners",
    }
    for words, rule in wrong.items():
        yield change(_put(sample, ("marking",), words), rule, line)
    for number, tactic in enumerate(sample.plan.tactics):
        words = (*TOO_HIGH, *MALFORMED)[number % (len(TOO_HIGH) + len(MALFORMED))]
        if not tactic.marking:
            edit, line = _added(sample, tactic.route, f"marking: {words}")
            yield change(edit, wrong[words], line)
