"""How much of an A4 page blocks take, and how much a page that must be one page may say.

Heights are in points, as Word prints planc's own style: Arial, 11 points, tables and small text 10,
or all of it 12.
A force's house style may print wider or taller; no emitter is asked.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from planc.model.chart import Chart
from planc.model.paper import (
    USUAL_SIZE,
    Block,
    Bullets,
    Callout,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    clip,
)

HEIGHT = 708.0
"""The lines of a page between header and footer, but for one that is kept free."""

_WIDTH = 484.0  # of a line, a little less than it is
_SIDES = 8.5  # of a cell, left and right together
_PITCH = 1.173  # from one line of text to the next, as a share of the size of its letters

_WIDTHS = {
    letter: width
    for width, letters in (
        (0.222, "ijl'|’‘"),
        (0.278, "ft .,:;/!I[]"),
        (0.333, "r()-`“”"),
        (0.5, "ckvsxyzJ"),
        (0.556, "abdeghnopquL0123456789?_#$£"),
        (0.611, "FTZ"),
        (0.667, "ABEKPSVXY&"),
        (0.722, "wCDHNRU"),
        (0.778, "GOQ"),
        (0.889, "mM%"),
        (1.0, "W@…"),
    )
    for letter in letters
}
"""How wide a letter of Arial is, as a share of its height."""
_BOLD = 1.07
_OTHER = 1.1  # a letter of another script, or a picture


CUT = "…"
"""What a text ends in that is cut."""
_FEW = 5


class Room(NamedTuple):
    """How much the page may say: news, objectives, things of one kind in a line, letters of a text.

    Of the letters a share of what each text has where there is room enough.
    An objective that is red takes room whatever there is.
    """

    news: int
    objectives: int
    lines: int
    share: float

    def clip(self, text: str, letters: int, least: int = 0) -> str:
        """The text on one line, cut after about so many letters; never for a few words alone.

        At `least` so many stay, where fewer would save no line.
        """
        whole = " ".join(text.split())
        most = max(letters * self.share, least)
        if len(whole) <= most:
            return whole
        short = clip(whole, round(most))
        return whole if len(whole[len(short) - len(CUT) :].split()) < _FEW else short


WHOLE = Room(10**6, 10**6, 3, math.inf)
"""Room for everything."""


def height(blocks: Iterable[Block], text_size: int = USUAL_SIZE) -> float:
    """How much of a page the blocks take, one under the other, in text of so many points."""
    return sum(_height(block, _Sizes.of(text_size)) for block in blocks)


def title_height(title: str, subtitle: str, text_size: int = USUAL_SIZE) -> float:
    """How much a paper's title takes, with the line under it."""
    small = _Sizes.of(text_size).small
    title_alone = _text([Run(title, strong=True)], 15, _WIDTH) + 2
    return title_alone + _text([Run(subtitle)], small, _WIDTH) + 4


class _Sizes(NamedTuple):
    """Of text, and of what supports it, in points."""

    text: int
    small: int

    @classmethod
    def of(cls, text_size: int) -> "_Sizes":
        return cls(text_size, 10 if text_size == USUAL_SIZE else text_size)


def _height(block: Block, sizes: _Sizes) -> float:
    match block:
        case Heading():
            return _text([Run(block.text, strong=True)], 14, _WIDTH) + 6
        case Paragraph(small=True):
            return _text(block.runs, sizes.small, _WIDTH) + 3
        case Paragraph():
            return _text(block.runs, sizes.text, _WIDTH) + 4
        case Bullets():
            return sum(_text(item.runs, sizes.text, _WIDTH - 17) for item in block.items) + 2
        case Callout():
            lines = (Run(block.title, strong=True),), *(line.runs for line in block.content)
            return sum(_text(runs, sizes.text, _WIDTH - 12) for runs in lines) + 19
        case Table():
            return _table(block, sizes.small)
        case Chart() | Contents() | PageBreak():
            raise TypeError(f"{type(block).__name__} has no place on a page that is measured")


def _table(block: Table, size: int) -> float:
    widths = [_WIDTH * share / sum(block.widths) - _SIDES for share in block.widths]
    caption = 0.0 if block.brief else _text([Run(block.caption, strong=True)], size, _WIDTH) + 11
    heads = zip(block.header, widths, strict=True)
    head = max(_text([Run(words, strong=True)], size, width) for words, width in heads) + 5.3
    rows = (
        max(_cell(cell, width, size) for cell, width in zip(row, widths, strict=True)) + 3.3
        for row in block.rows
    )
    return caption + head + sum(rows)


def _cell(cell: Cell, width: float, size: int) -> float:
    lines: list[Paragraph] = []
    for block in cell.content:
        lines += block.items if isinstance(block, Bullets) else (block,)
    return sum(_text(line.runs, size, width) + 2 for line in lines)


def _text(runs: Iterable[Run], size: float, width: float) -> float:
    """The lines that words fill, laid word by word."""
    lines, at = 1, 0.0
    for run in runs:
        grown = size * (_BOLD if run.strong else 1)
        for number, word in enumerate(run.text.split(" ")):
            space = grown * _WIDTHS[" "] if number else 0.0
            long = grown * _width(word)
            if at + space + long <= width:
                at += space + long
                continue
            lines += 1 + int(long / width) - (not at)
            at = long % width
    return lines * size * _PITCH


@lru_cache(maxsize=8192)
def _width(word: str) -> float:
    """How wide a word is, as a share of the height of its letters. Papers say the same again."""
    return sum(_WIDTHS.get(letter, _OTHER) for letter in word)
