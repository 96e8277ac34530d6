"""What follows page one in the author's edition: everything that the plan says."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from planc import __version__
from planc.model.paper import Block, Contents, Fitted, Heading, anchor, fact_list
from planc.model.view import View
from planc.papers.sections import (
    actions,
    decisions,
    disruptions,
    findings,
    governance,
    impact,
    learning,
    log,
    objectives,
    partners,
    reading_guide,
    retention_note,
    risks,
    tactics,
    threat,
)
from planc.wording.day import long_day

_Section = tuple[str, Callable[[View], Iterator[Block]]]

BODY: Mapping[str, _Section] = {
    "objectives": (objectives.TITLE, objectives.blocks),
    "tactics": (tactics.TITLE, tactics.blocks),
    "actions": (actions.TITLE, actions.blocks),
    "disruptions": (disruptions.TITLE, disruptions.blocks),
    "decisions": (decisions.TITLE, decisions.blocks),
    "threat": (threat.TITLE, threat.blocks),
    "partners": (partners.TITLE, partners.blocks),
    "risks": (risks.TITLE, risks.blocks),
    "impact": (impact.TITLE, impact.blocks),
    "governance": (governance.TITLE, governance.blocks),
    "learning": (learning.TITLE, learning.blocks),
}
"""The sections after page one, by the names that a force's policy has for them."""
ANNEXES: tuple[_Section, ...] = (
    (findings.TITLE, findings.blocks),
    (log.TITLE, log.blocks),
    (reading_guide.TITLE, reading_guide.blocks),
)


def in_full(view: View) -> Mapping[str, str]:
    """The titles under which what page one cuts stands in full, by the name of its section."""
    annexed = {**dict.fromkeys(("view", "news", "standing"), log.TITLE), "findings": findings.TITLE}
    return {name: BODY[name][0] for name in view.policy.sections or BODY} | annexed


def blocks(view: View, _page_one: Fitted) -> Iterator[Block | Fitted]:
    """The contents, the sections that the policy wants, and the annexes."""
    chosen = {name: BODY[name] for name in view.policy.sections or BODY}
    yield Contents()
    for number, (title, section) in enumerate(chosen.values(), 1):
        yield Heading(1, f"{number} {title}", anchor(title))
        yield from _numbered(section(view), number)
    for letter, (title, section) in zip("ABC", ANNEXES, strict=True):
        yield Heading(1, f"Annex {letter} {title}", anchor(f"annex {title}"))
        yield from section(view)
    yield Heading(1, "About this paper", anchor("about this paper"))
    yield from fact_list(_provenance(view))
    yield retention_note.to_keep()


def _numbered(blocks: Iterable[Block], number: int) -> Iterator[Block]:
    """The headings of the second level with their numbers."""
    second = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            second += 1
            yield Heading(2, f"{number}.{second} {block.text}", block.anchor, block.strand)
        else:
            yield block


def _provenance(view: View) -> Iterator[tuple[str, str]]:
    yield "Plan", view.plan.ref or "no reference"
    yield "Edition", "the author's, with everything"
    yield "As of", long_day(view.as_of)
    yield "Digest of the content", view.digest
    yield "Made by", f"planc {__version__}, from the plan's own file"
    if view.policy.force:
        yield "For", view.policy.force
