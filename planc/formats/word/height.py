"""About how high the header or the footer of a house file is, on the safe side.

Nothing here measures letters: each counts as a wide one, so that no font, spacing or tab takes much
more room than is allowed for.
"""

import unicodedata
from typing import Any

from planc.formats.word.allowed_elements import LEAST_WIDTH, MOST_IN_A_CELL
from planc.formats.word.ooxml import WP, W, local, value
from planc.formats.word.style_inheritance import Cascade


def height(blocks: Any, cascade: Cascade, line: int) -> int:
    """About how high paragraphs and tables are in lines so wide, in twentieths of a point."""
    return round(sum(_block_height(block, cascade, line) for block in blocks))


def _block_height(block: Any, cascade: Cascade, line: int) -> float:
    if local(block) == "tbl":
        return sum(_row_height(row, cascade, line) for row in block.iter(f"{W}tr"))
    if local(block) != "p":
        return 0.0
    style, own = value(block, "pPr/pStyle"), block.find(f"{W}pPr")
    look = cascade.paragraph(style, own)
    mark = None if own is None else own.find(f"{W}rPr")
    sizes = [_size(cascade, style, run.find(f"{W}rPr")) for run in block.iter(f"{W}r")]
    size = max(sizes, default=_size(cascade, style, mark))
    spacing = look.get("spacing", {})
    pitch = size * 1.2
    lead = int(spacing.get("line", "240"))
    pitch = pitch * lead / 240 if spacing.get("lineRule", "auto") == "auto" else max(pitch, lead)
    room = max(line - sum(int(look.get("ind", {}).get(s, "0")) for s in ("left", "right")), 1)
    breaks = sum(1 for _ in block.iter(f"{W}br", f"{W}cr"))
    tabs = sum(1 for run in block.iter(f"{W}r") for _ in run.iter(f"{W}tab", f"{W}ptab"))
    apart = max([_apart(cascade, style, run) for run in block.iter(f"{W}r")], default=0)
    letters = _letters(block)
    lines = breaks + max(
        1, -(-letters * (_LETTER * size + apart) // room), -(-tabs // _TABS_ON_A_LINE)
    )
    around = int(spacing.get("before", "0")) + int(spacing.get("after", "0"))
    borders = look.get("pBdr", {})
    edges = sum(20 * int(borders.get(f"{side} space", "0")) + 60 for side in borders.keys() & _ENDS)
    return lines * pitch + _pictures_height(block, room) + around + edges


_ENDS = {"top", "bottom"}


def _pictures_height(paragraph: Any, line: int) -> int:
    """How high the pictures of a paragraph are, as many beside each other as there is room for."""
    sizes = [
        (int(e.get("cx", "0")) // 635, int(e.get("cy", "0")) // 635)
        for e in paragraph.iter(f"{WP}extent")
    ]
    rows = -(-sum(width for width, _ in sizes) // line)
    return max(rows, 1) * max((high for _, high in sizes), default=0)


_LETTER = 0.75
"""How wide a capital is, of its height, in a bold font."""
_TABS_ON_A_LINE = 2
"""To the middle and to the right; more of them may each start a line."""
_WIDE = 4


def _letters(paragraph: Any) -> int:
    """How many widths of a letter the words of a paragraph are at most."""
    words = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
    plain = sum(unicodedata.category(letter) in ("Ll", "Zs") for letter in words)
    wide = sum(letter > "\u2010" and letter not in _NARROW for letter in words)
    signs = sum(1 for _ in paragraph.iter(f"{W}sym", f"{W}noBreakHyphen"))
    return len(words) - plain // 3 + (_WIDE - 1) * wide + signs


_NARROW = "–—‘’“”•…€™"


def _apart(cascade: Cascade, style: str | None, run: Any) -> int:
    """How far letters are set apart."""
    own = run.find(f"{W}rPr")
    character = None if own is None else value(own, "rStyle")
    return max(int(cascade.run(style, character, own).get("spacing", {}).get("val", "0")), 0)


def _row_height(row: Any, cascade: Cascade, line: int) -> float:
    cells = row.findall(f"{W}tc")
    columns = [
        int(column.get(f"{W}w", "0"))
        for column in row.itersiblings(f"{W}tblGrid", preceding=True)
        for column in column
    ]
    high = []
    for number, cell in enumerate(cells):
        widths = [line // max(len(cells), 1), *columns[number : number + 1]]
        width = cell.find(f"{W}tcPr/{W}tcW")
        kind = "auto" if width is None else width.get(f"{W}type", "dxa")
        if kind == "dxa":
            widths.append(int(width.get(f"{W}w")))
        elif kind == "pct":
            widths.append(int(width.get(f"{W}w")) * line // 5000)
        narrow = min(w for w in widths if w >= LEAST_WIDTH)
        high.append(height([e for e in cell if local(e) == "p"], cascade, narrow))
    least = row.find(f"{W}trPr/{W}trHeight")
    return 2 * MOST_IN_A_CELL + max(
        [*high, int(least.get(f"{W}val", "0")) if least is not None else 0]
    )


def _size(cascade: Cascade, style: str | None, own: Any) -> int:
    """How high letters are; `own` is an `rPr`."""
    size = None if own is None else value(own, "sz")
    character = None if own is None else value(own, "rStyle")
    return 10 * int(size or cascade.run(style, character).get("sz", {}).get("val", "20"))
