"""Risks as a board reads them."""

from collections.abc import Iterable

from planc.model.governance import Risk
from planc.model.paper import Cell, Table, cell, para, prose, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital

_TONES = {"high": Tone.ATTENTION}


def risk_table(view: View, risks: Iterable[Risk], caption: str) -> Table:
    """A row a risk: how likely and how grave, what is done about it, who answers for it."""
    header = ("Risk", "Likelihood", "Impact", "Controls", "Owner")
    return table(caption, header, [_row(view, risk) for risk in risks], (30, 12, 11, 24, 23))


def _row(view: View, risk: Risk) -> tuple[str | Cell | None, ...]:
    owner = [para(view.post(risk.owner) or "No owner")]
    if risk.accepted_on:
        owner.append(para(f"Accepted {short_day(risk.accepted_on)}", small=True))
    if risk.review:
        owner.append(para(f"Review {short_day(risk.review)}", small=True))
    return (
        cell(f"{risk.id or ''} {risk.risk or ''}".strip()),
        _level(risk.likelihood),
        _level(risk.impact),
        cell(prose(risk.controls)) if risk.controls else "None recorded",
        cell(tuple(owner)),
    )


def _level(word: str | None) -> Cell:
    return cell(capital(word or "not said"), _TONES.get(word or "", Tone.PLAIN))
