"""Governance: who answers, reviews and sign-offs, partners, learning, and how it is handled."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from planc.model.governance import Partner
from planc.model.paper import Block, Paragraph, labelled, para
from planc.model.view import View
from planc.papers.as_signed import as_signed
from planc.papers.sentences import low
from planc.wording.day import short_day
from planc.wording.words import count, every


def blocks(view: View) -> Iterator[Block]:
    """A line for each."""
    for line in _lines(view):
        yield para(*line.runs, small=True)


def _lines(view: View) -> Iterator[Paragraph]:
    plan = view.plan
    yield labelled("Who answers", f"{'; '.join(_posts(view))}.")
    yield labelled("Reviews", _reviews(view))
    if named := list(dict.fromkeys(o.name for o in view.due_before_board if o.due is None)):
        yield labelled("Named by the plan checks when the board meets", f"{every(named)}.")
    if plan.signoffs:
        yield labelled("Sign-offs (a record, not a signature)", f"{'; '.join(_signed(view))}.")
    if stands := as_signed(view):
        yield labelled("Objectives as signed off", f"{stands}.")
    yield labelled("Partners", f"{'; '.join(_partners(view)) or _no_partner(view)}.")
    if plan.shares:
        shared = [
            ", ".join(
                filter(None, (s.id, f"to {view.post(s.to)}", short_day(s.date) if s.date else None))
            )
            for s in plan.shares
        ]
        yield labelled("Shared once", f"{'; '.join(shared)}.")
    if plan.learning:
        yield labelled("Learning", f"{'; '.join(_lessons(view))}.")
    yield labelled("Handling", f"{'; '.join(_handling(view))}.")


def _posts(view: View) -> Iterator[str]:
    plan = view.plan
    named: list[tuple[str, tuple[str | None, ...]]] = [("SRO", (plan.sro,)), ("LRO", (plan.lro,))]
    for field in fields(plan.team) if plan.team else ():
        value, known = getattr(plan.team, field.name), view.fields.get(("team", field.name))
        if known and isinstance(value, str):
            named.append((known.title, (value,)))
        elif known and value and field.name != "route":
            named.append((known.title, value))
    for title, posts in named:
        yield f"{title}: {', '.join(_post(view, post) for post in posts)}"


def _post(view: View, post: str | None) -> str:
    vacant = view.vacant_since(post)
    mark = f" (vacant since {short_day(vacant)})" if vacant else ""
    return f"{view.post(post) or 'not named'}{mark}"


def _reviews(view: View) -> str:
    plan = view.plan
    due = f"next {short_day(plan.review_due)}" if plan.review_due else "no day set for the next"
    if not plan.reviews:
        return f"none recorded; {due}."
    last = plan.reviews[-1]
    on = f" {short_day(last.date)}" if last.date else ""
    return f"{len(plan.reviews)} held, the last{on}: {last.review}; {due}."


def _signed(view: View) -> Iterator[str]:
    """What was signed off, when, by whom, and where that is minuted; the last one of each kind."""
    for signoff in view.plan.signoffs:
        parts = (
            short_day(signoff.date) if signoff.date else None,
            view.post(signoff.by),
            f"for {view.post(signoff.acting_for)}" if signoff.acting_for else None,
            f"({signoff.minute_ref})" if signoff.minute_ref else None,
        )
        what = ", ".join(signoff.covers) or "not said what"
        yield f"{what} {' '.join(part for part in parts if part)}"


def _partners(view: View) -> Iterator[str]:
    """Each with the live tactics that it owns or supports, and its agreement, if that has ended."""
    parts: Counter[str | None] = Counter()
    for tactic in view.plan.live_tactics:
        posts = [view.directory.post(name) for name in (tactic.owner, *tactic.support)]
        parts.update({post.organisation for post in posts if post})
    for partner in view.plan.partners:
        number = count(parts[partner.organisation], "live tactic")
        yield f"{_name(view, partner)} ({number}{_agreement(view, partner)})"


def _name(view: View, partner: Partner) -> str:
    organisation = view.directory.organisation(partner.organisation)
    return (organisation.name if organisation else None) or partner.organisation or ""


def _agreement(view: View, partner: Partner) -> str:
    organisation = view.directory.organisation(partner.organisation)
    agreement = organisation.agreement if organisation else None
    if agreement is None:
        return ", no agreement on record"
    if agreement.expires and agreement.expires < view.as_of:
        return f", agreement expired {short_day(agreement.expires)}"
    return ""


def _no_partner(view: View) -> str:
    gap = view.plan.gaps.partners if view.plan.gaps else None
    if gap is None:
        return "none takes part"
    accepted = "the SRO has accepted the reason" if gap.accepted_on else "no reason accepted"
    return f"none takes part yet; {accepted}"


def _lessons(view: View) -> Iterator[str]:
    """What was learnt since the last board, and how much before it."""
    last, lessons = view.last_board, view.plan.learning
    new = [one for one in lessons if not last or not one.date or one.date > last]
    for one in new:
        day = f", {short_day(one.date)}" if one.date else ""
        words = " ".join((one.lesson or "").split()).rstrip(".")
        yield f"{words} (shared with {one.shared_with or 'nobody yet'}{day})"
    if len(new) < len(lessons):
        yield f"{count(len(lessons) - len(new), 'lesson')} recorded before the last board"


_ELSEWHERE = ("planc", "marking", "operation", "summary", "foia", "annexes", "sro", "lro")
_ON_PAGE_ONE = ("ref", "version", "board", "next_review")


def _handling(view: View) -> Iterator[str]:
    plan, policy = view.plan, view.policy
    yield f"protective marking: {view.marking}"
    yield f"Freedom of Information: {' '.join((plan.foia or policy.foia).split()).rstrip('.')}"
    for title, words in view.facts(plan, skip=(*_ELSEWHERE, *_ON_PAGE_ONE)):
        yield f"{low(title)}: {words}"
    if policy.information_asset_owner:
        yield f"information asset owner: {policy.information_asset_owner}"
    if policy.dpia_ref:
        yield f"data protection impact assessment: {policy.dpia_ref}"
