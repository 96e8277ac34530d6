"""Partners: who takes part, what was asked of whom, and what was shared."""

from collections.abc import Iterator

from planc.model.governance import Partner, Request, Share
from planc.model.paper import Block, Cell, cell, fact_list, labelled, para, table
from planc.model.tactic import Tactic
from planc.model.view import View
from planc.wording.day import long_day, short_day
from planc.wording.words import capital, count

TITLE = "Partners, advice and requests"


def blocks(view: View) -> Iterator[Block]:
    """Partners with their agreements, requests, bids, and one-off shares."""
    plan = view.plan
    if plan.partners:
        header: tuple[str, ...] = (
            "Organisation",
            "Part in the plan",
            "Works on",
            "Agreement",
        )
        rows = [_partner(view, partner) for partner in plan.partners]
        yield table("Organisations that take part", header, rows, (28, 32, 14, 26))
    elif plan.gaps and plan.gaps.partners and plan.gaps.partners.accepted_on:
        yield para("No partner takes part yet. The SRO has accepted the reason.")
    else:
        yield para("No partner takes part.")
    if plan.requests:
        header = ("Id", "What was asked", "Of whom", "Answer")
        asked = [_request(view, request) for request in plan.requests]
        yield table("Advice and requests", header, asked, (10, 36, 24, 30))
    if plan.bids:
        header = ("Id", "What was bid for", "Cost", "Sent", "Result")
        bids = []
        for bid in plan.bids:
            sent = [view.post(bid.asked_of), short_day(bid.asked_on) if bid.asked_on else ""]
            result = bid.result or "No answer"
            result += f", {short_day(bid.result_on)}" if bid.result_on else ""
            result += f". {bid.answer}" if bid.answer else ""
            bids.append(
                (bid.id, bid.what, bid.cost, ", ".join(s for s in sent if s) or None, result)
            )
        yield table("Resource bids", header, bids, (10, 34, 16, 22, 18))
    if plan.shares:
        header = ("Id and date", "Shared", "Grounds", "Authorised")
        shares = [_share(view, share) for share in plan.shares]
        yield table("One-off shares of information", header, shares, (16, 28, 34, 22))


def _organisations(view: View, tactic: Tactic) -> set[str | None]:
    """Those whose posts own it or support it."""
    posts = [view.directory.post(name) for name in (tactic.owner, *tactic.support)]
    return {post.organisation for post in posts if post}


def _partner(view: View, partner: Partner) -> tuple[str | Cell | None, ...]:
    organisation = view.directory.organisation(partner.organisation)
    worked_on = [
        tactic
        for tactic in view.plan.tactics
        if partner.organisation in _organisations(view, tactic)
    ]
    name = [para((organisation.name if organisation else None) or partner.organisation or "")]
    if organisation and organisation.sector:
        name.append(para(capital(organisation.sector), small=True))
    if partner.since:
        name.append(para(f"Since {short_day(partner.since)}", small=True))
    agreement = organisation.agreement if organisation else None
    terms: str | None = None
    if agreement:
        until = f", to {short_day(agreement.expires)}" if agreement.expires else ""
        lapsed = agreement.expires and agreement.expires < view.as_of
        terms = f"{agreement.ref}{until}" + (" (expired)" if lapsed else "")
    return (
        cell(tuple(name)),
        partner.role,
        count(len(worked_on), "tactic"),
        terms or "None on record",
    )


def _request(view: View, request: Request) -> tuple[str | Cell | None, ...]:
    what = [para(request.what or "")]
    if request.kind:
        what.append(para(capital(request.kind) if request.kind != "GAIN" else "GAIN", small=True))
    asked = [view.post(request.asked_of), short_day(request.asked_on) if request.asked_on else ""]
    answer = [capital(request.status or ""), request.answer or ""]
    if request.answered_on:
        answer.append(short_day(request.answered_on))
    return (
        request.id,
        cell(tuple(what)),
        ", ".join(word for word in asked if word) or None,
        ". ".join(word for word in answer if word) or "No answer",
    )


def _share(view: View, share: Share) -> tuple[str | Cell | None, ...]:
    first = [para(share.id or "")]
    if share.date:
        first.append(para(long_day(share.date)))
    if share.urgent_safeguarding:
        first.append(para("Urgent safeguarding", small=True))
    shared = [labelled("To", view.post(share.to)), para(share.what or "")]
    grounds = view.facts(
        share,
        skip=(
            "id",
            "date",
            "to",
            "what",
            "authorised_by",
            "sanitised_by",
            "withdrawn_on",
            "urgent_safeguarding",
        ),
    )
    who = fact_list(
        view.facts(
            share,
            skip=(
                "id",
                "date",
                "to",
                "what",
                "gateway",
                "necessity",
                "proportionality",
                "urgent_safeguarding",
            ),
        )
    )
    return cell(tuple(first)), cell(tuple(shared)), cell(fact_list(grounds)), cell(who)
