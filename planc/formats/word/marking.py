"""The marking of a Word file: whether it stands on every page.

The check reads the finished file as a program would that shows it, and knows nothing of how the
file was made.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from posixpath import join, normpath
from typing import Any, NamedTuple

from lxml import etree

from planc.formats.word.colour import WHITE, contrast
from planc.formats.word.height import height
from planc.formats.word.marking_lookalikes import contradiction, in_every_direction, text_of
from planc.formats.word.ooxml import REL, WP, R, W, local, value
from planc.formats.word.style_inheritance import Cascade, is_on
from planc.formats.word.watermark import is_watermark

HEADER_DISTANCE, FOOTER_DISTANCE = 397, 340
"""How far the marking stands from the edges of the page, in twentieths of a point."""
NARROWEST = 5103
"""The least room between the margins, 9 cm: a marking is not broken into letters."""
LEAST_TEXT = 0.4
"""The least share of the page's height that is left for the text."""


class Lines(NamedTuple):
    """The lines that must stand on every page: two at its top, one at its foot."""

    marking: str
    banner: str
    foot: str


class _Needs(NamedTuple):
    size: int  # half points
    colour: str
    fill: str


_NEEDED = re.compile(
    r"word/(document|styles|settings|header\d*|footer\d*)\.xml|word/_rels/document\.xml\.rels"
)
_MARKING, _BANNER = _Needs(24, "1A1A1A", WHITE), _Needs(20, WHITE, "1F3864")
_FLOATING = tuple(
    f"{W}{name}" for name in ("framePr", "tblpPr", "object", "txbxContent", "altChunk")
)
_ANCHOR = (f"{WP}anchor", "{http://schemas.openxmlformats.org/markup-compatibility/2006}*")
_OFF = (
    *("caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
    *("vanish", "specVanish", "webHidden", "rtl", "oMath"),
)
_NEUTRAL = {
    "spacing": ("0",),
    "w": ("100", "100%"),
    "position": ("0",),
    "vertAlign": ("baseline",),
    "effect": ("none",),
    "u": ("none",),
    "highlight": ("none",),
    "em": ("none",),
    "bdr": ("nil", "none"),
}
_ABSENT = ("fitText", "eastAsianLayout")


def faults(raw: bytes, lines: Lines, stamp: str = "") -> list[str]:
    """What is wrong with the marking in a finished Word file, in words; none if it stands.

    `stamp` is the word that may lie behind the text, if any.
    """
    with zipfile.ZipFile(BytesIO(raw)) as package:
        names = [name for name in package.namelist() if _NEEDED.fullmatch(name)]
        parts = {name: package.read(name) for name in names}
    styles, body = parts["word/styles.xml"], parts["word/document.xml"]
    problems = ["a style of the file lets its text float"] if _styles_of(styles)[1] else []
    if _floats(body):
        problems.append("something in the text floats")
    targets = _targets(parts["word/_rels/document.xml.rels"])
    even = b"evenAndOddHeaders" in parts.get("word/settings.xml", b"")
    used: dict[tuple[str, str], bytes | None] = {}
    for section in _sections(body):
        for side in ("header", "footer"):
            for reference in section.findall(f"{W}{side}Reference"):
                name = targets.get(reference.get(f"{R}id", ""), "")
                used[side, reference.get(f"{W}type", "default")] = parts.get(name)
        room = _Room(section)
        problems += room.faults()
        first = section.find(f"{W}titlePg") is not None
        for kind in ("default", *["first"] * first, *["even"] * even):
            heights = []
            for side in ("header", "footer"):
                content = used.get((side, kind))
                if content is None:
                    problems.append(f"a page has no {side}")
                else:
                    problems += _furniture_faults(content, styles, side, lines, stamp)
                    heights.append(_height_of(content, styles, room.line))
            problems += room.faults_beside(heights)
    return list(dict.fromkeys(problems))


_FLOATING_NAMES = (
    *(b"anchor", b"framePr", b"tblpPr", b"object", b"pict", b"txbxContent", b"altChunk"),
    b"AlternateContent",
)
_FLOATS = re.compile(rb"<(?:\w+:)?(?:" + b"|".join(_FLOATING_NAMES) + rb")\b")
_SECTION = re.compile(rb"<(?:\w+:)?sectPr\b.*?</(?:\w+:)?sectPr>", re.DOTALL)


def _floats(body: bytes) -> bool:
    """Whether anything in a body floats, whatever the prefix of its name.

    A body is long: it is not parsed for this. Words in it have no `<`.
    """
    named = any(lead + name in body for name in _FLOATING_NAMES for lead in (b":", b"<"))
    return named and _FLOATS.search(body) is not None


def _sections(body: bytes) -> list[Any]:
    """How the pages of each section are, in order, out of the body's text."""
    start = body.index(b"<", body.index(b"?>") if body.startswith(b"<?") else 0)
    opening = body[start : body.index(b">", start) + 1]
    name = opening[1:].split(None, 1)[0]
    sections, at = [], body.find(b"sectPr")
    while at >= 0:
        match = _SECTION.match(body, body.rindex(b"<", 0, at))
        sections += [match[0]] if match else []
        at = body.find(b"sectPr", match.end() if match else at + 1)
    return list(etree.fromstring(opening + b"".join(sections) + b"</" + name + b">"))


@lru_cache(maxsize=4)
def _styles_of(content: bytes) -> tuple[Cascade, bool]:
    root = etree.fromstring(content)
    return Cascade(root), next(root.iter(*_FLOATING), None) is not None


@lru_cache(maxsize=32)
def _height_of(content: bytes, styles: bytes, line: int) -> int:
    """How high a header or a footer is: papers of one marking have the same."""
    return height(etree.fromstring(content), _styles_of(styles)[0], line)


def _targets(content: bytes) -> dict[str, str]:
    relations = etree.fromstring(content).iter(f"{REL}Relationship")
    return {
        relation.get("Id", ""): normpath(join("/word", relation.get("Target", ""))).lstrip("/")
        for relation in relations
    }


class _Room:
    """The page of a section: how wide its lines are, how high it is, and where its lines begin."""

    def __init__(self, section: Any) -> None:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        self._lengths = {
            name: int(element.get(f"{W}{name}"))
            for element, names in (
                (size, ("w", "h")),
                (margins, ("top", "bottom", "left", "right", "header", "footer", "gutter")),
            )
            for name in names
        }
        beside = sum(self._lengths[name] for name in ("left", "right", "gutter"))
        self.line = self._lengths["w"] - beside

    def faults(self) -> Iterator[str]:
        lengths = self._lengths
        if (lengths["header"], lengths["footer"]) != (HEADER_DISTANCE, FOOTER_DISTANCE):
            yield "the marking is not where planc puts it on the page"
        if min(lengths["top"], lengths["bottom"]) < 0:
            yield "the text may lie over the marking"
        if self.line < NARROWEST:
            yield "the lines are too short for a marking"

    def faults_beside(self, taken: list[int]) -> Iterator[str]:
        """`taken` is how high the header and the footer are."""
        lengths = self._lengths
        above, below = [*taken, 0, 0][:2]
        top = max(lengths["top"], lengths["header"] + above)
        foot = max(lengths["bottom"], lengths["footer"] + below)
        if lengths["h"] - top - foot < LEAST_TEXT * lengths["h"]:
            yield "the header and the footer leave too little room for the text"


@lru_cache(maxsize=32)
def _furniture_faults(
    content: bytes, styles: bytes, side: str, lines: Lines, stamp: str
) -> tuple[str, ...]:
    """What is wrong with the marking in a header or a footer."""
    root, cascade = etree.fromstring(content), _styles_of(styles)[0]
    return tuple(_faults_of(root, side, lines, cascade, stamp))


def _faults_of(root: Any, side: str, lines: Lines, cascade: Cascade, stamp: str) -> Iterator[str]:
    blocks = list(root)
    needs = (
        [(0, lines.marking, _MARKING), (1, lines.banner, _BANNER)]
        if side == "header"
        else [(-1, lines.foot, _MARKING)]
    )
    for place, text, need in needs:
        paragraph = blocks[place] if len(blocks) >= len(needs) else None
        if paragraph is None or local(paragraph) != "p" or text_of(paragraph) != text:
            yield f"the {side} does not have the words of the marking in their place"
        else:
            yield from _paragraph_faults(paragraph, need, cascade)
    drawings = list(root.iter(f"{W}pict"))
    known = stamp and side == "header" and len(drawings) == 1 and is_watermark(drawings[0], stamp)
    if (drawings and not known) or next(root.iter(*_FLOATING, *_ANCHOR), None) is not None:
        yield f"something may lie over the {side}"
    ours = [blocks[place] for place, _, _ in needs if len(blocks) >= len(needs)]
    others = [block for block in blocks if block not in ours]
    words = contradiction(in_every_direction(others))
    if words:
        yield f'the {side} has "{words}" beside the marking'


def _paragraph_faults(paragraph: Any, need: _Needs, cascade: Cascade) -> Iterator[str]:
    style, own = value(paragraph, "pPr/pStyle"), paragraph.find(f"{W}pPr")
    look = cascade.paragraph(style, own)
    spacing, indents = look.get("spacing", {}), look.get("ind", {})
    exact = spacing.get("lineRule", "auto") != "auto" or int(spacing.get("line", "240")) < 240
    if exact or any(text != "0" for text in indents.values()) or "framePr" in look:
        yield "the marking is clipped or moved"
    if look.get("numPr", {}).get("numId", "0") != "0":
        yield "a number or a dot stands before the marking"
    if look.get("jc", {}).get("val") != "center":
        yield "the marking is not in the middle of its line"
    fill = look.get("shd", {}).get("fill", WHITE)
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}t") is None:
            continue
        character = cascade.run(style, value(run, "rPr/rStyle"), run.find(f"{W}rPr"))
        yield from _run_faults(character, need, fill)


def _run_faults(look: Mapping[str, Mapping[str, str]], need: _Needs, fill: str) -> Iterator[str]:
    colour, fonts = look.get("color", {}), look.get("rFonts", {})
    behind = look.get("shd", {}).get("fill", fill)
    if (colour.get("val"), behind, fill) != (need.colour, need.fill, need.fill) or (
        "themeColor" in colour
    ):
        yield "the marking has not its own colours"
    elif contrast(need.colour, need.fill) < 7:
        yield "the marking is pale"
    if int(look.get("sz", {}).get("val", "0")) != need.size or not is_on(look, "b"):
        yield "the marking has not its own size"
    names = {fonts.get(name) for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    if names != {"Arial"} or any(name.lower().endswith("theme") for name in fonts):
        yield "the marking has not its own font"
    changed = any(is_on(look, name) for name in _OFF) or any(name in look for name in _ABSENT)
    if changed or any(
        look[name].get("val", "") not in known for name, known in _NEUTRAL.items() if name in look
    ):
        yield "the marking is hidden, struck out or misshapen"
