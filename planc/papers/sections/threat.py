"""The threat: its assessment, scores, mapping, and what is known of the group."""

from collections.abc import Iterator, Sequence

from planc.model.paper import (
    Block,
    Table,
    fact_list,
    labelled_prose,
    para,
    prose,
    table,
)
from planc.model.threat import Threat
from planc.model.view import View
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import long_day

TITLE = "The threat"


def blocks(view: View) -> Iterator[Block]:
    """The assessment, the facts, the scores; then subjects, places and the investigation."""
    plan, threat = view.plan, view.plan.threat
    if threat is None:
        yield para("The threat has not been described.")
    else:
        yield from prose(threat.assessment or "Not assessed.")
        if threat.partner_text:
            yield from labelled_prose("Words for partners", threat.partner_text)
        yield from fact_list(view.facts(threat, skip=("assessment", "partner_text")))
        if threat.local_profile:
            yield from facts_in_a_line("Local profile", view.facts(threat.local_profile))
        if threat.mapping:
            yield from facts_in_a_line("Mapping", view.facts(threat.mapping))
        if threat.scores:
            yield _scores(threat)
    if plan.investigation:
        yield from facts_in_a_line("Investigation", view.facts(plan.investigation))
    if plan.subjects:
        header: tuple[str, ...] = ("Key", "Role", "Status", "Release", "Lifetime management")
        rows = [
            (s.key, s.role, s.status, s.release, view.post(s.lifetime_owner) or None)
            for s in plan.subjects
        ]
        yield _filled("Subjects, by key", header, rows, (12, 22, 20, 18, 28))
    if plan.locations:
        places = [(place.key, place.kind, place.area) for place in plan.locations]
        yield table("Places, by key", ("Key", "Kind", "Area"), places, (20, 45, 35))


def _scores(threat: Threat) -> Table:
    rows = []
    for score in threat.scores:
        parts = (
            ("harm", score.harm),
            ("likelihood", score.likelihood),
            ("organisational position", score.organisational_position),
            ("priority", score.priority),
            ("opportunity", score.opportunity),
        )
        rows.append(
            (
                long_day(score.date) if score.date else None,
                " ".join(word for word in (score.scheme, score.version) if word) or None,
                " ".join(word for word in (score.total, score.band) if word) or None,
                score.confidence,
                "; ".join(f"{name} {value}" for name, value in parts if value) or None,
            )
        )
    header = ("Date", "Scheme", "Score and band", "Confidence", "Sections")
    return _filled("Scores, oldest first", header, rows, (19, 18, 18, 13, 32))


def _filled(
    caption: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str | None]],
    widths: Sequence[int],
) -> Table:
    """A table without the columns in which nothing is given."""
    columns = zip(header, widths, zip(*rows, strict=True), strict=True)
    kept = [column for column in columns if any(column[2])]
    titles, shares, cells = zip(*kept, strict=True)
    return table(caption, titles, zip(*cells, strict=True), shares)
