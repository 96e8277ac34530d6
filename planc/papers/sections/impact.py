"""Impact and duty of care: finance, safeguarding, communities, equality, communications."""

from collections.abc import Iterator

from planc.model.paper import Block, Heading, anchor, fact_list, para
from planc.model.view import View

TITLE = "Finance, safeguarding and impact"


def blocks(view: View) -> Iterator[Block]:
    """One heading for each that the plan speaks of, and a line on those it does not."""
    plan = view.plan
    silent = []
    for title, part in (
        ("Finance", plan.finance),
        ("Safeguarding", plan.safeguarding),
        ("Community impact assessment", plan.community_impact),
        ("Equality impact assessment", plan.equality_impact),
        ("Communications", plan.communications),
    ):
        if title == "Finance" and part is None and plan.gaps and plan.gaps.finance:
            continue  # it has a reason, which stands among the reasoned gaps
        if part is None:
            silent.append(title.lower())
        else:
            yield Heading(2, title, anchor(title))
            yield from fact_list(view.facts(part))
    if silent:
        yield para(f"The plan says nothing of: {', '.join(silent)}.", small=True)
