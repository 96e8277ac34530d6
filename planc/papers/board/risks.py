"""All open risks that the decision sought does not touch."""

from collections.abc import Iterator

from planc.model.paper import Block, para
from planc.model.view import View
from planc.papers.decision_risks import risks_touched
from planc.papers.risk_table import risk_table
from planc.wording.words import every


def blocks(view: View) -> Iterator[Block]:
    """A row a risk."""
    touched = risks_touched(view)
    others = [risk for risk in view.plan.risks if risk not in touched]
    if others:
        yield risk_table(view, others, "Other open risks" if touched else "Open risks")
    if not view.plan.risks:
        yield para("No risk has been recorded.")
    if touched:
        names = every([risk.id or "no id" for risk in touched])
        yield para(f"{names}: with the decision sought.", small=True)
