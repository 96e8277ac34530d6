"""Safeguarding, communities and finance: a line for each."""

from collections.abc import Iterator

from planc.model.paper import Block, Paragraph, labelled, para
from planc.model.view import View
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import short_day


def blocks(view: View) -> Iterator[Block]:
    """What the plan says of each, the reason where it has one for saying nothing, and the rest."""
    plan = view.plan
    silent = []
    for title, part in (
        ("Safeguarding", plan.safeguarding),
        ("Community impact assessment", plan.community_impact),
        ("Equality impact assessment", plan.equality_impact),
        ("Finance", plan.finance),
        ("Communications", plan.communications),
    ):
        if part is not None:
            yield from facts_in_a_line(title, view.facts(part))
        elif title == "Finance" and plan.gaps and plan.gaps.finance:
            yield _no_finance(view)
        else:
            silent.append(title[:1].lower() + title[1:])
    if silent:
        yield para(f"The plan says nothing of: {', '.join(silent)}.", small=True)


def _no_finance(view: View) -> Paragraph:
    gap = view.plan.gaps.finance if view.plan.gaps else None
    reason = " ".join(((gap.reason if gap else None) or "no reason given").split()).rstrip(".")
    accepted = gap.accepted_on if gap else None
    words = f"accepted by the SRO {short_day(accepted)}" if accepted else "not accepted by the SRO"
    again = f", to be looked at again {short_day(gap.look_again)}" if gap and gap.look_again else ""
    return labelled("Finance", f"reasoned gap: {reason}; {words}{again}.")
