"""Which risks the decision sought touches."""

import re
from collections.abc import Iterator

from planc.model.governance import DecisionSought, Risk
from planc.model.view import View


def risks_touched(view: View) -> list[Risk]:
    """The risks that the decision sought names, or that name what it moves."""
    sought = view.plan.decision_sought
    if sought is None:
        return []
    asked = " ".join(_words(sought))
    moved = [name for name in (sought.id, *sought.moves) if name]
    return [
        risk
        for risk in view.plan.risks
        if _names(asked, [risk.id or ""]) or _names(f"{risk.risk} {risk.controls}", moved)
    ]


def _words(sought: DecisionSought) -> Iterator[str]:
    yield from (sought.decision or "", sought.otherwise or "", sought.dissent or "")
    for option in sought.options:
        yield from (option.option or "", option.because or "", option.risk or "")
        yield option.cost or ""


def _names(text: str, ids: list[str]) -> bool:
    return any(name and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in ids)
