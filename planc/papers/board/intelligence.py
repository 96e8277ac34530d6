"""Intelligence gaps, by reference alone."""

from collections.abc import Iterator

from planc.model.governance import IntelligenceGap
from planc.model.paper import Block, Bullets, Paragraph, labelled, para
from planc.model.view import View
from planc.wording.day import short_day


def blocks(view: View) -> Iterator[Block]:
    """A line a gap."""
    gaps = [_gap(view, gap) for gap in view.plan.intelligence_gaps]
    if gaps:
        yield para("Intelligence gaps, by reference:")
        yield Bullets(tuple(gaps))
    else:
        yield labelled("Intelligence gaps", "none recorded.")


def _gap(view: View, gap: IntelligenceGap) -> Paragraph:
    """`INT-1, IR-2026-0231: PUR-2, Analyst, review 2 Dec 2026`."""
    facts = (
        gap.tactic or "no tactic to fill it",
        view.post(gap.owner) or "no owner",
        f"review {short_day(gap.review)}" if gap.review else "no day set for a review",
    )
    name = ", ".join(filter(None, (gap.id, gap.requirement_ref)))
    return labelled(name, f"{', '.join(facts)}.")
