"""The threat in full: its assessment, the LRO's view, and what is known of the group."""

from collections.abc import Iterator

from planc.model.paper import Block, Paragraph, Run, labelled, labelled_prose, para, prose
from planc.model.threat import Threat
from planc.model.view import View
from planc.papers.sentences import facts_in_a_line
from planc.wording.day import short_day

TITLE = "The threat"


def blocks(view: View) -> Iterator[Block]:
    """The assessment and the view, then a line for each kind of fact."""
    plan, threat, said = view.plan, view.plan.threat, view.plan.view
    if threat is not None:
        yield from prose(threat.assessment or "Not assessed.")
    if said and said.view and said.date:
        by = view.post(said.by) or "The LRO"
        yield from labelled_prose(f"{by}, {short_day(said.date)}", said.view)
    if threat is not None:
        yield from _facts(view, threat)
    if plan.subjects:
        keys = ("key", "lifetime_owner")
        people = [
            " ".join(
                (subject.key or "", ", ".join(words for _, words in view.facts(subject, skip=keys)))
            )
            + (f", managed by {view.post(subject.lifetime_owner)}" * bool(subject.lifetime_owner))
            for subject in plan.subjects
        ]
        yield labelled("Subjects, by key", f"{'; '.join(people)}.")
    if plan.locations:
        places = [
            f"{place.key or ''} {', '.join(filter(None, (place.kind, place.area)))}"
            for place in plan.locations
        ]
        yield labelled("Places, by key", f"{'; '.join(places)}.")


def _facts(view: View, threat: Threat) -> Iterator[Block]:
    known = view.facts(threat, skip=("assessment", "partner_text"))
    yield from (para(*line.runs, small=True) for line in facts_in_a_line("Known of it", known))
    lines: list[Paragraph] = []
    if threat.local_profile:
        lines += facts_in_a_line("Local profile", view.facts(threat.local_profile))
    if threat.mapping:
        lines += facts_in_a_line("Mapping", view.facts(threat.mapping))
    if threat.scores:
        lines.append(labelled("Scores", f"{'; '.join(_scores(threat))}."))
    if lines:
        yield para(*_in_one(lines), small=True)


def _in_one(lines: list[Paragraph]) -> Iterator[str | Run]:
    for number, line in enumerate(lines):
        if number:
            yield " "
        yield from line.runs


def _scores(threat: Threat) -> Iterator[str]:
    """`MoRiLE tactical, confidence medium: 66 (26 Nov 2025), 62 (22 Apr 2026)`."""
    alike: dict[str, list[str]] = {}
    for score in threat.scores:
        scheme = " ".join(word for word in (score.scheme, score.version) if word) or "no scheme"
        scheme += f", confidence {score.confidence}" if score.confidence else ""
        total = " ".join(word for word in (score.total, score.band) if word) or "no total"
        day = f" ({short_day(score.date)})" if score.date else ""
        alike.setdefault(scheme, []).append(f"{total}{day}")
    for scheme, totals in alike.items():
        yield f"{scheme}: {', '.join(totals)}"
