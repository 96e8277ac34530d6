"""Headers, footers and a cover of a house file, built again from what a paper may have.

What is built is plain: paragraphs, tables, page numbers, pictures in line. Nothing floats, is
hidden, or leads anywhere.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from lxml import etree

from planc.formats.word.allowed_elements import copied
from planc.formats.word.legibility import Legibility
from planc.formats.word.ooxml import WP, A, R, W, local, value
from planc.formats.word.open_package import Package
from planc.formats.word.picture import Picture, bare, drawn, read_picture
from planc.formats.word.style_inheritance import Cascade, is_on
from planc.formats.word.styles import OWN_FURNITURE, HouseStyles, set_in, use_ids
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
_GREEK = re.compile("symbol", re.IGNORECASE)  # a font whose letters look like others of ours
_LETTER = re.compile("..(4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])", re.IGNORECASE)


class Furniture:
    """Copies the parts of one house file.

    `dropped` and `changed` gather what is to be said; `lost` counts what a reader would miss.
    """

    def __init__(
        self, package: Package, theirs: Cascade, styles: HouseStyles, legibility: Legibility
    ) -> None:
        self.pictures: dict[str, bytes] = {}
        self.dropped: list[Remark] = []
        self.changed: list[Remark] = []
        self.lost = 0
        self._package, self._theirs = package, theirs
        self._styles, self._legibility = styles, legibility
        self._fields: list[list[str]] = []
        self._shown = 0  # fields whose result is kept, such as a link's
        self._numbers = iter(range(1, 1000))
        self._part, self._widest, self._tallest = "", 0, 0

    def copy(self, blocks: list[Any], part: str, widest: int, tallest: int) -> list[Any]:
        """The paragraphs and tables, with pictures at most so wide and tall, in twips."""
        self._part, self._widest, self._tallest = part, widest, tallest
        self._fields, self._shown = [], 0
        copy = [copied_block for block in blocks for copied_block in self._block(block)]
        if copy and local(copy[-1]) == "tbl":
            copy.append(etree.Element(f"{W}p"))
        for block in copy:
            use_ids(block, self._styles.renamed)
            for named in list(block.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")):
                style = named.get(f"{W}val")
                if style in OWN_FURNITURE or not self._styles.cascade.known(style):
                    named.getparent().remove(named)
            for paragraph in block.iter(f"{W}p"):
                self._mend_number(paragraph)
                self._mend_colours(paragraph)
        return copy

    def _mend_number(self, paragraph: Any) -> None:
        """A number or a dot that a style puts before a line says what the line does not."""
        style, properties = value(paragraph, "pPr/pStyle"), paragraph.find(f"{W}pPr")
        number = self._styles.cascade.paragraph(style).get("numPr", {}).get("numId", "0")
        if number != "0":
            self._note("The number or dot before a line is left out", "Home > Numbering > None")
            set_in(properties, "pPr", "numPr")
            etree.SubElement(properties.find(f"{W}numPr"), f"{W}numId").set(f"{W}val", "0")

    def _mend_colours(self, paragraph: Any) -> None:
        style = value(paragraph, "pPr/pStyle")
        behind = self._legibility.fill_of(style, paragraph.find(f"{W}pPr"))
        for cell in paragraph.iterancestors(f"{W}tc"):
            behind = behind or self._legibility.fill_of_cell(cell)
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}t") is not None:
                pale = self._legibility.mend_run(run, style, behind)
                if pale:
                    words = f"Pale text in header, footer or cover is given more contrast: {pale}"
                    self._note(words, "Home > Font Color")

    def _lose(self, words: str, where: str = "") -> None:
        self.lost += 1
        self._drop(words, where)

    def _drop(self, words: str, where: str = "") -> None:
        remark = Remark(words, where)
        if remark not in self.dropped:
            self.dropped.append(remark)

    def _note(self, words: str, where: str) -> None:
        remark = Remark(words, where)
        if remark not in self.changed:
            self.changed.append(remark)

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
                self._note_change(name)
                for child in element.iterchildren(etree.Element):
                    yield from self._block(child)
            case name:
                self._leave(name)

    def _paragraph(self, element: Any) -> Any:
        copy = etree.Element(f"{W}p", nsmap={"w": W[1:-1], "r": R[1:-1], "wp": WP[1:-1]})
        properties = element.find(f"{W}pPr")
        if properties is not None:
            if properties.find(f"{W}framePr") is not None:
                self._note("A frame is set in line with the text", "Insert > Header > Edit Header")
            look = copied(properties)
            for name in _NOT_OF_A_LINE:
                for child in look.findall(f"{W}{name}"):
                    look.remove(child)
            copy.append(look)
        for child in element.iterchildren(etree.Element):
            for run in self._inline(child, value(element, "pPr/pStyle")):
                copy.append(run)
        return copy

    def _table(self, element: Any) -> Any | None:
        copy = etree.Element(f"{W}tbl")
        properties = element.find(f"{W}tblPr")
        if properties is not None and properties.find(f"{W}tblpPr") is not None:
            self._note("A table that floats is set in line with the text", "Table > Properties")
        copy.append(etree.Element(f"{W}tblPr") if properties is None else copied(properties))
        columns = element.find(f"{W}tblGrid")
        copy.append(etree.Element(f"{W}tblGrid") if columns is None else copied(columns))
        for row in element.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is element:
                copy.extend(self._row(row))
        return copy if len(copy) > 2 else None

    def _row(self, element: Any) -> Iterator[Any]:
        copy = etree.Element(f"{W}tr")
        properties = element.find(f"{W}trPr")
        if properties is not None:
            copy.append(copied(properties))
        for cell in element.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is element:
                cell_copy = etree.SubElement(copy, f"{W}tc")
                look = cell.find(f"{W}tcPr")
                if look is not None:
                    cell_copy.append(copied(look))
                cell_copy.extend(
                    part for child in cell.iterchildren() for part in self._cell_part(child)
                )
                if local(cell_copy[-1] if len(cell_copy) else cell_copy) != "p":
                    cell_copy.append(etree.Element(f"{W}p"))
        if copy.find(f"{W}tc") is not None:
            yield copy

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
                self._note_change(name)
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
        copy = etree.Element(f"{W}r")
        if properties is not None:
            copy.append(_without_greek(copied(properties)))
        least = len(copy)
        for child in element.iterchildren(etree.Element):
            if local(child) == "fldChar":
                yield from self._field_mark(child, element)
            elif local(child) == "instrText":
                if self._fields:
                    self._fields[-1].append(child.text or "")
            elif len(self._fields) == self._shown:
                copy.extend(self._content(child))
        if len(copy) > least:
            yield copy

    def _content(self, element: Any) -> Iterator[Any]:
        name = local(element)
        if name == "t":
            copy = etree.Element(f"{W}t")
            copy.text = _plain(element.text or "")
            copy.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield copy
        elif name in _PLAIN:
            yield etree.Element(f"{W}{name}")
        elif name == "br":
            yield etree.Element(f"{W}br")
        elif name == "ptab":
            yield self._tab(element)
        elif name == "sym":
            font, code = element.get(f"{W}font") or "", element.get(f"{W}char") or ""
            letter = _GREEK.match(font) and _LETTER.match(code)
            known = font.lower().startswith(_SYMBOLS) and not letter
            if known and re.fullmatch("[0-9A-Fa-f]{4}", code):
                copy = etree.Element(f"{W}sym")
                copy.set(f"{W}font", font)
                copy.set(f"{W}char", code)
                yield copy
            else:
                self._lose("letters set as symbols", "type them")
        elif name == "drawing":
            yield from self._drawing(element)
        else:
            self._leave(name)

    def _tab(self, element: Any) -> Any:
        known = {"alignment": "left|center|right", "relativeTo": "margin|indent"}
        known["leader"] = "none|dot|hyphen|underscore|middleDot"
        copy = etree.Element(f"{W}ptab")
        for name, words in known.items():
            wanted = element.get(f"{W}{name}") or ""
            copy.set(f"{W}{name}", wanted if wanted in words.split("|") else words.split("|")[0])
        return copy

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
        known = {content: key for key, content in self.pictures.items()}
        target = known.get(content, f"media/house{len(self.pictures) + 1}.{ending}")
        self.pictures[target] = content
        yield drawn(self._sized(picture, element), target, next(self._numbers))

    def _sized(self, picture: Picture, element: Any) -> Picture:
        """The picture as it fits, in line with the text."""
        if next(element.iter(f"{WP}anchor"), None) is not None:
            where = "Picture Format > Wrap Text > In Line with Text"
            self._note("A picture that floats is set in line with the text", where)
        words = "planc cannot see what a picture shows: make sure that none shows a marking"
        self._note(words, _HEADER)
        if not picture.words:
            self._note("A picture has no alternative text", "right-click it > View Alt Text")
        share = min(
            1.0, self._widest / max(picture.width, 1), self._tallest / max(picture.height, 1)
        )
        if share < 1:
            self._note(
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
        copy = etree.Element(f"{W}fldSimple")
        copy.set(f"{W}instr", f" {name} ")
        shown = etree.SubElement(copy, f"{W}r")
        properties = None if run is None else run.find(f"{W}rPr")
        if properties is not None:
            shown.append(copied(properties))
        etree.SubElement(shown, f"{W}t").text = "" if heading else "1"
        yield copy

    def _note_change(self, name: str) -> None:
        if name in ("ins", "moveTo"):
            self._note(
                "Tracked changes are taken as accepted", "Review > Accept > Accept All Changes"
            )
        elif name == "hyperlink":
            self._drop("links (their words stay)")

    def _leave(self, name: str) -> None:
        if name in _DROPPED:
            self._lose(*_DROPPED[name])
        elif name in ("del", "moveFrom"):
            self._note(
                "Tracked changes are taken as accepted", "Review > Accept > Accept All Changes"
            )


def _without_greek(letters: Any) -> Any:
    for fonts in letters.findall(f"{W}rFonts"):
        if any(map(_GREEK.match, map(str, fonts.attrib.values()))):
            letters.remove(fonts)
    return letters


def _plain(text: str) -> str:
    """Letters with one mark each at most: many of them reach over the lines above."""
    kept = ""
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        above = category in ("Mn", "Me")
        if category != "Cf" and not (above and kept and unicodedata.combining(kept[-1])):
            kept += character
    return kept


def placed(blocks: list[Any], relation: dict[str, str]) -> None:
    """Gives the pictures in blocks the ids that they have in a part, by the part's own names."""
    for block in blocks:
        for blip in block.iter(f"{A}blip"):
            blip.set(f"{R}embed", relation[blip.get(f"{R}embed")])
