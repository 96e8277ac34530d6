"""The decision sought: which risks it touches."""

from collections.abc import Iterator

from planc.model.paper import Block, para
from planc.model.view import View
from planc.papers.decision_risks import risks_touched
from planc.papers.risk_table import risk_table

TITLE = "The decision sought and the risks it touches"


def blocks(view: View) -> Iterator[Block]:
    """Where the decision stands whole, and the risks that it names or moves."""
    sought = view.plan.decision_sought
    if sought is None:
        return
    name = f"{sought.id} " if sought.id else ""
    where = f"The decision {name}and its options stand whole on page one."
    touched = risks_touched(view)
    if touched:
        yield para(where)
        yield risk_table(view, touched, "Risks that the decision touches")
    elif view.plan.risks:
        yield para(f"{where} It names none of the risks, nor does one name what moves with it.")
    else:
        yield para(where)
