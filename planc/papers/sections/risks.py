"""Risks, what is deliberately not done, and what is not known."""

from collections.abc import Iterator

from planc.model.governance import Gap, Risk
from planc.model.paper import Block, Cell, cell, para, prose, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import long_day, short_day
from planc.wording.words import capital

TITLE = "Risks and gaps"

_TONES = {"high": Tone.ATTENTION}


def blocks(view: View) -> Iterator[Block]:
    """The risk table, reasoned gaps, intelligence gaps."""
    plan = view.plan
    if plan.risks:
        header: tuple[str, ...] = ("Id", "Risk", "Likelihood", "Impact", "Controls", "Owner")
        rows = [_risk(view, risk) for risk in plan.risks]
        yield table("Risks", header, rows, (10, 24, 12, 11, 25, 18))
        yield para(
            "To accept a risk is the SRO's decision. It has nothing to do with a waiver.",
            small=True,
        )
    else:
        yield para("No risk has been recorded.")
    gaps = plan.gaps
    if gaps:
        by_name = (
            ("Pursue", gaps.pursue),
            ("Prevent", gaps.prevent),
            ("Protect", gaps.protect),
            ("Prepare", gaps.prepare),
            ("Partners", gaps.partners),
            ("Finance", gaps.finance),
        )
        gap_rows = [_gap(view, name, gap) for name, gap in by_name if gap]
        header = ("What is not planned", "Reason", "Accepted", "Look again")
        yield table("Reasoned gaps", header, gap_rows, (20, 40, 20, 20))
    if plan.intelligence_gaps:
        header = ("Id", "Requirement", "Owner", "Filled by", "Review")
        rows_gaps = [
            (
                gap.id,
                gap.requirement_ref,
                view.post(gap.owner) or "No owner",
                gap.tactic,
                short_day(gap.review) if gap.review else None,
            )
            for gap in plan.intelligence_gaps
        ]
        yield table("Intelligence gaps, by reference", header, rows_gaps, (12, 28, 26, 16, 18))


def _risk(view: View, risk: Risk) -> tuple[str | Cell | None, ...]:
    owner = [para(view.post(risk.owner) or "No owner")]
    if risk.accepted_on:
        owner.append(para(f"Accepted by the SRO {short_day(risk.accepted_on)}", small=True))
    if risk.review:
        owner.append(para(f"Review {short_day(risk.review)}", small=True))
    return (
        risk.id,
        risk.risk,
        _level(risk.likelihood),
        _level(risk.impact),
        cell(prose(risk.controls)) if risk.controls else None,
        cell(tuple(owner)),
    )


def _level(word: str | None) -> Cell:
    return cell(capital(word or "not said"), _TONES.get(word or "", Tone.PLAIN))


def _gap(view: View, name: str, gap: Gap) -> tuple[str | Cell | None, ...]:
    reason = gap.reason or "No reason given"
    if name == "Partners" and view.edition != "author":
        reason = "The SRO has accepted a reason" if gap.accepted_on else "No reason accepted"
    return (
        name,
        cell(prose(reason)),
        long_day(gap.accepted_on) if gap.accepted_on else "Not accepted",
        long_day(gap.look_again) if gap.look_again else "No day set",
    )
