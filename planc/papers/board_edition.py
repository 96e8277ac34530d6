"""What follows page one in the board's edition: some six pages, in the order of a meeting.

Nothing stands in it twice, closed work is counted, and sections that have nothing to say share one
line. The author's edition keeps everything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from planc import __version__
from planc.model.document import Route
from planc.model.paper import Block, Contents, Fitted, Heading, anchor, para
from planc.model.view import View
from planc.model.walk import texts
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
from planc.papers.sections import duty
from planc.papers.sentences import latest, why_blocked
from planc.wording.day import long_day

_Section = tuple[str, str, Callable[[View], Iterator[Block]]]

BODY: tuple[_Section, ...] = (
    ("decisions", decision.TITLE, decision.blocks),
    ("threat", threat.TITLE, threat.blocks),
    ("", changed.TITLE, changed.blocks),
    ("objectives", objectives.TITLE, objectives.blocks),
    ("actions", actions.TITLE, actions.blocks),
    ("tactics", tactics.TITLE, tactics.blocks),
    ("risks", risks.TITLE, risks.blocks),
    ("impact", impact.TITLE, impact.blocks),
    ("partners", court.TITLE, court.blocks),
    ("disruptions", disruptions.TITLE, disruptions.blocks),
    ("risks", intelligence.TITLE, intelligence.blocks),
    ("governance", closure.TITLE, closure.blocks),
    ("governance", governance.TITLE, governance.blocks),
)
"""The sections, each under the name that a force's policy has for it; one is always there."""


def in_full(view: View) -> Mapping[str, str]:
    """Where what page one cuts stands in full, by the name of its section."""
    names = {name for name, _, _ in _chosen(view)}
    sections = (("threat", "threat"), ("objectives", "objectives"), ("tactics", "tactics"))
    chosen = [own for own, name in (*sections, ("governance", "partners")) if name in names]
    return dict.fromkeys((*chosen, "view", "news", "standing", "findings"), FOLLOWING)


def blocks(view: View, page_one: Fitted) -> Iterator[Block | Fitted]:
    """The sections in order, numbered; then the keys of all that the paper says."""
    chosen = _chosen(view)
    parts = [(title, list(section(view))) for _, title, section in chosen]
    told = _told(view, {name for name, _, _ in chosen})
    parts.append((log.TITLE, list(log.blocks(view, told))))
    checked = list(checks.blocks(view))
    said = (page_one.whole, tuple(block for _, part in parts for block in part), tuple(checked))
    parts += [(keys.TITLE, list(keys.blocks([words for _, words in texts(said)])))]
    parts.append((checks.TITLE, checked))
    yield Fitted((), (Contents(),))
    empty = [title for title, part in parts if not part and title not in _TOLD_ELSEWHERE]
    if empty:
        yield para(f"Nothing is recorded under: {'; '.join(empty)}.", small=True)
    for number, (title, part) in enumerate(((t, p) for t, p in parts if p), 1):
        yield Heading(1, f"{number} {title}", anchor(title))
        yield from _numbered(part, number)
    yield para(_about(view), " ", *duty.to_keep().runs, small=True)


def _chosen(view: View) -> Sequence[_Section]:
    """The sections that the policy wants, in its order."""
    wanted = view.policy.sections
    if not wanted:
        return BODY
    named = [section for name in wanted for section in BODY if section[0] == name]
    return [*named, *(section for section in BODY if not section[0])]


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
