"""Headers, footers and a cover of a house file, built again from what a paper may have.

What is built is plain: paragraphs, tables, page numbers, pictures in line. Nothing floats, is
hidden, or leads anywhere.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import etree

from planc.formats.word.cascade import Cascade, is_on
from planc.formats.word.grammar import copied
from planc.formats.word.ooxml import WP, A, R, W, local, value
from planc.formats.word.open_package import Package
from planc.formats.word.picture import Picture, bare, drawn, read_picture
from planc.formats.word.styles import OWN_FURNITURE, HouseStyles, use_ids
from planc.model.house_style import Remark

_HEADER = "Insert > Header > Edit Header"
_INSIDE = ("sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "dir", "bdo")
_UNSEEN = ("del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "delText")
_DROPPED = {
    "pict": Remark("an old drawing or a watermark", "Insert > Pictures puts a picture in again"),
    "object": Remark("an embedded object", _HEADER),
    "AlternateContent": Remark("a shape or a text box", "type its words as ordinary text"),
    "altChunk": Remark("an imported file", _HEADER),
    "footnoteReference": Remark("a footnote"),
    "endnoteReference": Remark("a footnote"),
    "oMath": Remark("a formula"),
    "subDoc": Remark("an imported file"),
}
_PLAIN = ("tab", "cr", "noBreakHyphen")
_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_HEADING = re.compile(r'STYLEREF +"?(heading [123]|title|[123])"?( .*)?', re.IGNORECASE)
"""The fields that may stand in a header: what they show is planc's own."""
_NOT_OF_A_LINE = ("numPr", "keepNext", "pageBreakBefore", "outlineLvl")
_SYMBOLS = ("wingdings", "webdings", "symbol")


class Furniture:
    """Copies the parts of one house file.

    `dropped` and `told` gather what is to be said; `lost` counts what a reader would miss.
    """

    def __init__(self, package: Package, theirs: Cascade, styles: HouseStyles) -> None:
        self.pictures: dict[str, bytes] = {}
        self.dropped: list[Remark] = []
        self.told: list[Remark] = []
        self.lost = 0
        self._package, self._theirs, self._styles = package, theirs, styles
        self._fields: list[list[str]] = []
        self._shown = 0  # fields whose result is kept, such as a link's
        self._numbers = iter(range(1, 1000))
        self._part, self._widest, self._tallest = "", 0, 0

    def copy(self, blocks: list[Any], part: str, widest: int, tallest: int) -> list[Any]:
        """The paragraphs and tables, with pictures at most so wide and tall, in twips."""
        self._part, self._widest, self._tallest = part, widest, tallest
        self._fields, self._shown = [], 0
        copies = [kept for block in blocks for kept in self._block(block)]
        if copies and local(copies[-1]) == "tbl":
            copies.append(etree.Element(f"{W}p"))
        for block in copies:
            use_ids(block, self._styles.renamed)
            for named in list(block.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
                style = named.get(f"{W}val")
                if style in OWN_FURNITURE or not self._styles.cascade.known(style):
                    named.getparent().remove(named)
            for paragraph in block.iter(f"{W}p"):
                self._mend_colours(paragraph)
        return copies

    def _mend_colours(self, paragraph: Any) -> None:
        style = value(paragraph, "pPr/pStyle")
        behind = self._styles.fill_of(style, paragraph.find(f"{W}pPr"))
        for cell in paragraph.iterancestors(f"{W}tc"):
            behind = behind or self._styles.fill_of_cell(cell)
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}t") is not None:
                pale = self._styles.mend_run(run, style, behind)
                if pale:
                    words = f"Pale text in header, footer or cover is given more contrast: {pale}"
                    self._tell(words, "Home > Font Color")

    def _lose(self, words: str, where: str = "") -> None:
        self.lost += 1
        self._drop(words, where)

    def _drop(self, words: str, where: str = "") -> None:
        remark = Remark(words, where)
        if remark not in self.dropped:
            self.dropped.append(remark)

    def _tell(self, words: str, where: str) -> None:
        remark = Remark(words, where)
        if remark not in self.told:
            self.told.append(remark)

    # Paragraphs and tables

    def _block(self, element: Any) -> Iterator[Any]:
        match local(element):
            case "p":
                yield self._paragraph(element)
            case "tbl":
                table = self._table(element)
                if table is not None:
                    yield table
            case "sdt":
                for child in self._control(element):
                    yield from self._block(child)
            case name if name in _INSIDE:
                self._tell_change(name)
                for child in element.iterchildren(etree.Element):
                    yield from self._block(child)
            case name:
                self._leave(name)

    def _paragraph(self, element: Any) -> Any:
        paragraph = etree.Element(f"{W}p", nsmap={"w": W[1:-1], "r": R[1:-1], "wp": WP[1:-1]})
        properties = element.find(f"{W}pPr")
        if properties is not None:
            if properties.find(f"{W}framePr") is not None:
                self._tell("A frame is set in line with the text", "Insert > Header > Edit Header")
            kept = copied(properties)
            for name in _NOT_OF_A_LINE:
                for child in kept.findall(f"{W}{name}"):
                    kept.remove(child)
            paragraph.append(kept)
        for child in element.iterchildren(etree.Element):
            for run in self._inline(child, value(element, "pPr/pStyle")):
                paragraph.append(run)
        return paragraph

    def _table(self, element: Any) -> Any | None:
        table = etree.Element(f"{W}tbl")
        properties = element.find(f"{W}tblPr")
        if properties is not None and properties.find(f"{W}tblpPr") is not None:
            self._tell("A table that floats is set in line with the text", "Table > Properties")
        table.append(etree.Element(f"{W}tblPr") if properties is None else copied(properties))
        columns = element.find(f"{W}tblGrid")
        table.append(etree.Element(f"{W}tblGrid") if columns is None else copied(columns))
        for row in element.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is element:
                table.extend(self._row(row))
        return table if len(table) > 2 else None

    def _row(self, element: Any) -> Iterator[Any]:
        kept_row = etree.Element(f"{W}tr")
        properties = element.find(f"{W}trPr")
        if properties is not None:
            kept_row.append(copied(properties))
        for cell in element.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is element:
                kept = etree.SubElement(kept_row, f"{W}tc")
                look = cell.find(f"{W}tcPr")
                if look is not None:
                    kept.append(copied(look))
                kept.extend(
                    part for child in cell.iterchildren() for part in self._cell_part(child)
                )
                if local(kept[-1] if len(kept) else kept) != "p":
                    kept.append(etree.Element(f"{W}p"))
        if kept_row.find(f"{W}tc") is not None:
            yield kept_row

    def _cell_part(self, element: Any) -> Iterator[Any]:
        if local(element) != "tcPr":
            yield from self._block(element)

    def _control(self, element: Any) -> Iterator[Any]:
        """What a content control holds, but for a prompt to fill it in."""
        content = element.find(f"{W}sdtContent")
        if element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            self._drop("the prompts of content controls")
        elif content is not None:
            yield from content.iterchildren(etree.Element)

    # Runs

    def _inline(self, element: Any, style: str | None) -> Iterator[Any]:
        match local(element):
            case "pPr":
                return
            case "r":
                yield from self._run(element, style)
            case "fldSimple" if self._is_link(element.get(f"{W}instr") or ""):
                for child in element.iterchildren(etree.Element):
                    yield from self._inline(child, style)
            case "fldSimple":
                yield from self._field(element.get(f"{W}instr") or "", element.find(f"{W}r"))
            case "sdt":
                for child in self._control(element):
                    yield from self._inline(child, style)
            case name if name in _INSIDE:
                self._tell_change(name)
                for child in element.iterchildren(etree.Element):
                    yield from self._inline(child, style)
            case name:
                self._leave(name)

    def _run(self, element: Any, style: str | None) -> Iterator[Any]:
        properties = element.find(f"{W}rPr")
        look = self._theirs.run(style, value(element, "rPr/rStyle"), properties)
        if any(is_on(look, name) for name in ("vanish", "specVanish", "webHidden")):
            self._drop("hidden text", "Home > Show/Hide ¶ shows it")
            return
        run = etree.Element(f"{W}r")
        if properties is not None:
            run.append(copied(properties))
        least = len(run)
        for child in element.iterchildren(etree.Element):
            if local(child) == "fldChar":
                yield from self._field_mark(child, element)
            elif local(child) == "instrText":
                if self._fields:
                    self._fields[-1].append(child.text or "")
            elif len(self._fields) == self._shown:
                run.extend(self._content(child))
        if len(run) > least:
            yield run

    def _content(self, element: Any) -> Iterator[Any]:
        name = local(element)
        if name == "t":
            text = "".join(c for c in element.text or "" if unicodedata.category(c) != "Cf")
            letters = etree.Element(f"{W}t")
            letters.text = text
            letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield letters
        elif name in _PLAIN:
            yield etree.Element(f"{W}{name}")
        elif name == "br":
            yield etree.Element(f"{W}br")
        elif name == "ptab":
            yield self._tab(element)
        elif name == "sym":
            font, code = element.get(f"{W}font") or "", element.get(f"{W}char") or ""
            if font.lower().startswith(_SYMBOLS) and re.fullmatch("[0-9A-Fa-f]{4}", code):
                letters = etree.Element(f"{W}sym")
                letters.set(f"{W}font", font)
                letters.set(f"{W}char", code)
                yield letters
            else:
                self._lose("letters set as symbols", "type them")
        elif name == "drawing":
            yield from self._drawing(element)
        else:
            self._leave(name)

    def _tab(self, element: Any) -> Any:
        known = {"alignment": "left|center|right", "relativeTo": "margin|indent"}
        known["leader"] = "none|dot|hyphen|underscore|middleDot"
        tab = etree.Element(f"{W}ptab")
        for name, words in known.items():
            wanted = element.get(f"{W}{name}") or ""
            tab.set(f"{W}{name}", wanted if wanted in words.split("|") else words.split("|")[0])
        return tab

    def _drawing(self, element: Any) -> Iterator[Any]:
        picture = read_picture(element)
        if picture is None:
            self._lose("a shape, a group or a chart", "save it as a picture and put that in")
            return
        _, name = self._package.targets(self._part).get(picture.relation, ("", ""))
        taken = bare(self._package.parts[name]) if name else None
        if taken is None:
            self._lose(
                "a picture that is neither PNG nor JPEG, or is not there", "Insert > Pictures"
            )
            return
        ending, content = taken
        known = {data: key for key, data in self.pictures.items()}
        target = known.get(content, f"media/house{len(self.pictures) + 1}.{ending}")
        self.pictures[target] = content
        yield drawn(self._sized(picture, element), target, next(self._numbers))

    def _sized(self, picture: Picture, element: Any) -> Picture:
        """The picture as it fits, in line with the text."""
        if next(element.iter(f"{WP}anchor"), None) is not None:
            where = "Picture Format > Wrap Text > In Line with Text"
            self._tell("A picture that floats is set in line with the text", where)
        if not picture.words:
            self._tell("A picture has no alternative text", "right-click it > View Alt Text")
        share = min(
            1.0, self._widest / max(picture.width, 1), self._tallest / max(picture.height, 1)
        )
        if share < 1:
            self._tell(
                "A picture is made smaller, to leave room for the text", "Picture Format > Size"
            )
        width, height = (max(1, int(side * share)) for side in (picture.width, picture.height))
        return picture._replace(width=width, height=height)

    # Fields

    def _field_mark(self, mark: Any, run: Any) -> Iterator[Any]:
        """A field that Word keeps in runs of their own: begin, words, separate, result, end."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append([])
        elif kind == "separate" and self._fields:
            if self._is_link("".join(self._fields[-1])) and self._shown == len(self._fields) - 1:
                self._shown += 1
        elif kind == "end" and self._fields:
            words = "".join(self._fields.pop())
            self._shown = min(self._shown, len(self._fields))
            if not self._is_link(words) and len(self._fields) == self._shown:
                yield from self._field(words, run)

    def _is_link(self, words: str) -> bool:
        return words.upper().split()[:1] == ["HYPERLINK"]

    def _field(self, words: str, run: Any) -> Iterator[Any]:
        name = (words.split() or ["?"])[0].upper()
        heading = _HEADING.match(" ".join(words.split()))
        if name not in _NUMBERS and not heading:
            self._lose(f"the field {name[:20]}", "type the words that it is to show")
            return
        if heading:
            title = heading[1] if len(heading[1]) > 1 else f"heading {heading[1]}"
            name = f'STYLEREF "{title.capitalize()}"'
        field = etree.Element(f"{W}fldSimple")
        field.set(f"{W}instr", f" {name} ")
        shown = etree.SubElement(field, f"{W}r")
        properties = None if run is None else run.find(f"{W}rPr")
        if properties is not None:
            shown.append(copied(properties))
        etree.SubElement(shown, f"{W}t").text = "" if heading else "1"
        yield field

    def _tell_change(self, name: str) -> None:
        if name in ("ins", "moveTo"):
            self._tell(
                "Tracked changes are taken as accepted", "Review > Accept > Accept All Changes"
            )
        elif name == "hyperlink":
            self._drop("links (their words stay)")

    def _leave(self, name: str) -> None:
        if name in _DROPPED:
            self._lose(*_DROPPED[name])
        elif name in ("del", "moveFrom"):
            self._tell(
                "Tracked changes are taken as accepted", "Review > Accept > Accept All Changes"
            )


def placed(blocks: list[Any], relation: dict[str, str]) -> None:
    """Gives the pictures in blocks the ids that they have in a part, by the part's own names."""
    for block in blocks:
        for blip in block.iter(f"{A}blip"):
            blip.set(f"{R}embed", relation[blip.get(f"{R}embed")])
