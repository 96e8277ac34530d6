"""What follows page one in the board's edition: some six pages, in the order of a meeting.

Nothing stands in it twice, closed work is counted, and sections that have nothing to say share one
line. The author's edition keeps everything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from planc import __version__
from planc.model.document import Route
from planc.model.paper import Block, Contents, Fitted, Heading, anchor, para
from planc.model.traversal import texts
from planc.model.view import View
from planc.papers.board import (
    actions,
    changed,
    checks,
    closure,
    court,
    decision,
    disruptions,
    governance,
    impact,
    intelligence,
    keys,
    log,
    objectives,
    risks,
    tactics,
    threat,
)
from planc.papers.claims import has_row
from planc.papers.page_one import FOLLOWING
from planc.papers.sections import retention_note
from planc.papers.sentences import latest, why_blocked
from planc.wording.day import long_day

_Part = tuple[str, Callable[[View], Iterator[Block]]]
_Section = tuple[str, tuple[_Part, ...]]

BODY: tuple[_Section, ...] = (
    (decision.TITLE, (("decisions", decision.blocks),)),
    (threat.TITLE, (("threat", threat.blocks),)),
    (changed.TITLE, (("", changed.blocks),)),
    (objectives.TITLE, (("objectives", objectives.blocks),)),
    (actions.TITLE, (("actions", actions.blocks),)),
    (tactics.TITLE, (("tactics", tactics.blocks),)),
    (
        "Risks, safeguarding and communities",
        (("risks", risks.blocks), ("impact", impact.blocks)),
    ),
    (court.TITLE, (("partners", court.blocks),)),
    (disruptions.TITLE, (("disruptions", disruptions.blocks),)),
    (
        "Intelligence gaps, closure and governance",
        (
            ("risks", intelligence.blocks),
            ("governance", closure.blocks),
            ("governance", governance.blocks),
        ),
    ),
)
"""The sections, their parts under the names that a force's policy has; one is always there."""


def in_full(view: View) -> Mapping[str, str]:
    """Where what page one cuts stands in full, by the name of its section."""
    names = _names(view)
    sections = (("threat", "threat"), ("objectives", "objectives"), ("tactics", "tactics"))
    chosen = [own for own, name in (*sections, ("governance", "partners")) if name in names]
    return dict.fromkeys((*chosen, "view", "news", "standing", "findings"), FOLLOWING)


def blocks(view: View, page_one: Fitted) -> Iterator[Block | Fitted]:
    """The sections in order, numbered; then the keys of all that the paper says."""
    parts = [(title, list(section)) for title, section in _chosen(view)]
    told = _told(view, _names(view))
    parts.append((log.TITLE, list(log.blocks(view, told))))
    checked = list(checks.blocks(view))
    said = (page_one.whole, tuple(block for _, part in parts for block in part), tuple(checked))
    parts += [(keys.TITLE, list(keys.blocks([words for _, words in texts(said)])))]
    parts.append((checks.TITLE, checked))
    yield Contents(brief=True)
    empty = [title for title, part in parts if not part and title not in _TOLD_ELSEWHERE]
    if empty:
        yield para(f"Nothing is recorded under: {'; '.join(empty)}.", small=True)
    for number, (title, part) in enumerate(((t, p) for t, p in parts if p), 1):
        yield Heading(1, f"{number} {title}", anchor(title))
        yield from _numbered(part, number)
    yield para(_about(view), " ", *retention_note.to_keep().runs, small=True)


def _names(view: View) -> set[str]:
    """The names of the parts that the policy wants."""
    every_name = {name for _, parts in BODY for name, _ in parts}
    return {*view.policy.sections, ""} if view.policy.sections else every_name


def _chosen(view: View) -> Iterator[tuple[str, Iterator[Block]]]:
    """Each section with what it says, in the order of a meeting or that of the policy."""
    order = [*view.policy.sections, ""]
    names = _names(view)
    sections = [
        (title, [(name, blocks) for name, blocks in parts if name in names])
        for title, parts in BODY
    ]
    if view.policy.sections:
        sections.sort(key=lambda section: min((order.index(n) for n, _ in section[1]), default=0))
    for title, parts in sections:
        if parts:
            yield title, chain.from_iterable(blocks(view) for _, blocks in parts)


def _told(view: View, names: set[str]) -> set[Route]:
    """The entries of the log that the sections of these names tell whole."""
    plan = view.plan
    entries = []
    if "tactics" in names:
        shown = [tactic for tactic in plan.tactics if tactics.is_shown(view, tactic)]
        entries += [e for t in shown for e in (latest(view, t), why_blocked(view, t))]
    if "actions" in names:
        shown_actions = [action for action in plan.actions if actions.is_shown(view, action)]
        entries += [latest(view, action) for action in shown_actions]
    if "threat" in names:
        entries.append(plan.view)
    if "disruptions" in names:
        entries += [e for e in plan.standing if e.disruption and has_row(view, e) and not e.note]
    if "objectives" in names:
        rated = [plan.ratings_of(objective) for objective in plan.objectives]
        entries += [ratings[-1] for ratings in rated if ratings and not ratings[-1].note]
    return {entry.route for entry in entries if entry is not None and not entry.decision}


def _numbered(part: Sequence[Block], number: int) -> Iterator[Block]:
    """The headings of the second level with their numbers."""
    second = 0
    for block in part:
        if isinstance(block, Heading) and block.level == 2:
            second += 1
            yield Heading(2, f"{number}.{second} {block.text}", block.anchor, block.strand)
        else:
            yield block


_TOLD_ELSEWHERE = (decision.TITLE, checks.TITLE)
"""What is told where there is none: on page one, and at the end."""


def _about(view: View) -> str:
    found = "" if view.findings or view.older else f"{checks.nothing(view)} "
    force = f" for {view.policy.force}" if view.policy.force else ""
    return (
        f"{found}Board's edition of {view.plan.ref or 'a plan without a reference'}, police only,"
        f" as of {long_day(view.as_of)}, made{force} by planc {__version__}."
        " The author's has everything."
    )
