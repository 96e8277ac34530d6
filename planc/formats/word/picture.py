"""A picture of a house file -> one that stands in line with the text and shows nothing else."""

import re
from typing import Any, NamedTuple

from lxml import etree

from planc.formats.word.ooxml import PIC, WP, A, R, W

_EMU = 635  # English metric units in a twentieth of a point
_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN_IN_PNG = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"pHYs")
_NO_WORDS = "Picture of the house style"


class Picture(NamedTuple):
    """A picture: the id of the part that has its bytes, its words, and its size in twips."""

    relation: str
    words: str
    width: int
    height: int


def read_picture(drawing: Any) -> Picture | None:
    """The one picture in a drawing; None if it is a shape, a group, a chart or the like."""
    blips = list(drawing.iter(f"{A}blip"))
    frame = next(drawing.iterchildren(f"{WP}inline", f"{WP}anchor"), None)
    pictures = list(drawing.iter(f"{PIC}pic"))
    if frame is None or len(blips) != 1 or len(pictures) != 1:
        return None
    size, words = frame.find(f"{WP}extent"), frame.find(f"{WP}docPr")
    relation = blips[0].get(f"{R}embed")
    sides = [(size.get(name) or "") if size is not None else "" for name in ("cx", "cy")]
    if relation is None or not all(re.fullmatch("[0-9]{1,9}", side) for side in sides):
        return None
    alternative = "" if words is None else " ".join((words.get("descr") or "").split())[:250]
    return Picture(relation, alternative, int(sides[0]) // _EMU, int(sides[1]) // _EMU)


def drawn(picture: Picture, relation: str, number: int) -> Any:
    """The drawing, as planc writes it: a picture in line with the text."""
    size = {"cx": str(picture.width * _EMU), "cy": str(picture.height * _EMU)}
    drawing = etree.Element(f"{W}drawing")
    inline = etree.SubElement(drawing, f"{WP}inline", distT="0", distB="0", distL="0", distR="0")
    etree.SubElement(inline, f"{WP}extent", size)
    etree.SubElement(
        inline,
        f"{WP}docPr",
        id=str(number),
        name=f"Picture {number}",
        descr=picture.words or _NO_WORDS,
    )
    graphic = etree.SubElement(inline, f"{A}graphic")
    data = etree.SubElement(graphic, f"{A}graphicData", uri=PIC[1:-1])
    shown = etree.SubElement(data, f"{PIC}pic")
    names = etree.SubElement(shown, f"{PIC}nvPicPr")
    etree.SubElement(names, f"{PIC}cNvPr", id=str(number), name="Picture")
    etree.SubElement(names, f"{PIC}cNvPicPr")
    fill = etree.SubElement(shown, f"{PIC}blipFill")
    etree.SubElement(fill, f"{A}blip", {f"{R}embed": relation})
    etree.SubElement(etree.SubElement(fill, f"{A}stretch"), f"{A}fillRect")
    form = etree.SubElement(shown, f"{PIC}spPr")
    place = etree.SubElement(form, f"{A}xfrm")
    etree.SubElement(place, f"{A}off", x="0", y="0")
    etree.SubElement(place, f"{A}ext", size)
    outline = etree.SubElement(form, f"{A}prstGeom", prst="rect")
    etree.SubElement(outline, f"{A}avLst")
    return drawing


def bare(content: bytes) -> tuple[str, bytes] | None:
    """The ending of a PNG or JPEG and its bytes without what does not show; else None.

    Where a picture was taken, who by, and whatever lies behind its end stay behind.
    """
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(b"\xff\xd8\xff"):
        return _jpeg(content)
    return None


def _png(content: bytes) -> tuple[str, bytes] | None:
    shown, at = [_PNG], len(_PNG)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4])
        chunk = content[at : at + 12 + length]
        kind = chunk[4:8]
        if kind in _SHOWN_IN_PNG:
            shown.append(chunk)
        if kind == b"IEND":
            return "png", b"".join(shown)
        at += len(chunk)
    return None


def _jpeg(content: bytes) -> tuple[str, bytes] | None:
    shown, at = [b"\xff\xd8"], 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        kind = content[at + 1]
        if kind == 0xD9:
            return "jpeg", b"".join([*shown, b"\xff\xd9"])
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if kind == 0xDA:  # what is drawn follows, up to the next mark
            end = _next_mark(content, end)
        # 0xE0 JFIF and 0xEE Adobe say how colours are meant; others are words, maps, small pictures
        if kind in (0xE0, 0xEE) or not (0xE1 <= kind <= 0xEF or kind == 0xFE):
            shown.append(content[at:end])
        at = end
    return None


def _next_mark(content: bytes, at: int) -> int:
    while (at := content.find(b"\xff", at)) >= 0:
        if content[at + 1 : at + 2] not in _NO_MARKS:
            return at
        at += 2
    return len(content)


_NO_MARKS = (b"\0", *(bytes([kind]) for kind in range(0xD0, 0xD8)))
"""What stands behind 0xFF where something is drawn: nought, or a place to start again."""
