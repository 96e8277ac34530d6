"""Page one: what a board needs of a plan in four minutes, on one page, and no better than it is.

What is asked of the board is never cut, nor is a red objective left out. Other words are cut where
the page is full, ever shorter until it fits, and the last line says where they stand in full; what
is left out is counted. Where what must stand is longer than a page it runs on, and then no more is
cut than two pages ask for. Where a format has no pages nothing is cut.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from planc.model.paper import Block, Fitted, Paragraph, para
from planc.model.traversal import words_in
from planc.model.view import View
from planc.papers.front import checks, dates, decision, news, objectives, standing, strands, threat
from planc.papers.page import CUT, HEIGHT, WHOLE, Room, height

_Part: TypeAlias = tuple[str, Callable[[View, Room], Iterator[Block]]]

PARTS: tuple[_Part, ...] = (
    (decision.SECTION, decision.blocks),
    (threat.SECTION, threat.blocks),
    (objectives.SECTION, objectives.blocks),
    (news.SECTION, news.blocks),
    (strands.SECTION, strands.blocks),
    (standing.SECTION, standing.blocks),
    (dates.SECTION, dates.blocks),
    (checks.SECTION, checks.blocks),
)
"""What stands on the page, from above, each with the section that has it in full."""

_ROOMS = (
    WHOLE,
    *(Room(8, 8, 3, share) for share in (4, 2, 1.5, 1.2, 1)),
    *(Room(6, 8, 3, share) for share in (1.2, 1)),
    *(Room(5, 8, 2, share) for share in (1.2, 1, 0.9)),
    *(Room(4, 8, 2, share) for share in (1.2, 1, 0.9, 0.8)),
    *(Room(3, 8, 1, share) for share in (1, 0.9, 0.8, 0.7)),
    *(Room(2, 5, 1, share) for share in (0.8, 0.7, 0.6)),
    *(Room(1, 4, 1, share) for share in (0.6, 0.5, 0.4, 0.3)),
    *(Room(1, few, 0, 0.3) for few in (3, 2, 1, 0)),
)


def blocks(view: View, room: float, further: Mapping[str, str]) -> Fitted:
    """The page, from what is asked of the board to what comes next.

    `room` is how much of the page is free, in points; `further` the titles of the sections that
    follow in the same paper, by their names. In a portfolio none follow.
    """
    whole = _page(view, WHOLE)
    full = list(map(_words, whole))
    page: list[Block] = []
    sheets = ((limits, room + more) for more in (0, HEIGHT) for limits in _ROOMS)
    for limits, free in sheets:
        parts = _page(view, limits)
        page = [block for part in parts for block in part]
        same = (_words(part) == words for part, words in zip(parts, full, strict=True))
        cut = [section for (section, _), uncut in zip(PARTS, same, strict=True) if not uncut]
        if cut:
            page[-1] = _followed(page[-1], _in_full(dict.fromkeys(cut), further))
        if height(page, view.policy.text_size) <= free:
            break
    return Fitted(tuple(page), tuple(block for part in whole for block in part))


def _page(view: View, room: Room) -> list[list[Block]]:
    """The blocks of each part."""
    return [list(blocks_of(view, room)) for _, blocks_of in PARTS]


def _words(part: Sequence[Block]) -> list[str]:
    """What it says, whether in a list or in one paragraph."""
    return [word for word in " ".join(words_in(tuple(part))).split() if word != "|"]


def _followed(block: Block, words: str) -> Block:
    """The page's last line, and on it where what was cut stands."""
    runs = block.runs if isinstance(block, Paragraph) else ()
    return para(*runs, f" {words}", small=True)


def _in_full(cut: Iterable[str], further: Mapping[str, str]) -> str:
    """Where what was cut stands in full."""
    if not further:
        return f"What ends in {CUT} or is only counted is in full in the plan's own paper."
    where = list(dict.fromkeys(further.get(name, _PLAN) for name in cut))
    under = f"under: {', '.join(where)}"
    if FOLLOWING in where:
        others = f", or in {_PLAN}" if _PLAN in where else ""
        under = f"on {FOLLOWING}{others}"
    return f"What ends in {CUT} or is only counted is in full {under}."


FOLLOWING = "the pages that follow"
"""Where something stands in a paper that is short enough to be read on."""
_PLAN = "the plan's own file"
