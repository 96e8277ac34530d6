"""The styles of a house file, with those of planc's that it lacks, as papers can use them.

A style is known by its name, since Word in another language gives it another id.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from planc.formats.word.cascade import Cascade
from planc.formats.word.colour import INK, TEXT, WHITE, contrast, lowest, mended, resolved
from planc.formats.word.grammar import GRAMMAR, copied
from planc.formats.word.ooxml import W, value
from planc.model.house_style import Remark
from planc.wording.words import count, listed

ALWAYS_OURS = ("marking", "banner", "footertext", "toc heading", "planc table")
"""The styles that no force can change: the marking's, what stands beside it, the table's, and a
title of contents that is none of the contents."""
OWN_FURNITURE = ("Marking", "Banner", "FooterText")
OWN_LIST = 9001
"""The number of planc's own list, which nobody else has."""

HEADINGS = ("Heading1", "Heading2", "Heading3")
BULLETS = ("ListBullet", "TableBullet")
_IN_TABLES = ("TableText", "TableHead", "TableSmall", "TableBullet")
USED = (
    *("Title", "Subtitle", *HEADINGS, "Normal", "Small", "Caption", *BULLETS),
    *("TableText", "TableHead", "TableSmall", "Callout", "CalloutRed", "CalloutGreen"),
    *("TOCHeading", "TOC1", "TOC2"),
)
"""The styles of paragraphs that papers are written in."""

FILLS = {
    "red": "F6CFCF",
    "amber": "FCE6B8",
    "green": "D3ECD9",
    "complete": "D6E2F5",
    "note": "EEF3FB",
    "label": "F2F2F2",
}
"""What lies behind a cell, by its tone."""
HEAD_FILL = "DCE6F2"

_REFERENCES = ("basedOn", "next", "link")
_NAMING = (*_REFERENCES, "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "marlett", "zapf dingbats")
_SMALLEST = 16  # half points
_MODIFY = "Home > Styles, right-click the style > Modify"


def shown(style: Any) -> str:
    """The name of a style as Word's list has it."""
    name = value(style, "name") or ""
    return f"{name[:1].upper()}{name[1:]}"


class HouseStyles:
    """The styles of a house file merged with planc's.

    `root` is the part, `renamed` the new ids by the old, `added` the names of the styles that the
    file lacks, `taken` how many it has, and `told` what is otherwise than the file has it.
    """

    def __init__(self, theirs: Any, own: Any, theme: Mapping[str, str]) -> None:
        self.told: list[Remark] = []
        self._pale: list[str] = []
        self._theme = theme
        self._own = {style.get(f"{W}styleId"): style for style in own.iter(f"{W}style")}
        self.root = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
        self.root.append(_defaults(theirs, own))
        kept = list(_kept(theirs))
        self.renamed = self._ids(kept)
        self._take(kept)
        self.taken = len(self.root) - 1
        self.added = tuple(self._add())
        self._mend_references()
        self.cascade = Cascade(self.root)

    def fit(self, lists: frozenset[str]) -> None:
        """Makes the styles fit for papers; `lists` are the numbers of the lists that there are."""
        self._mend_fonts()
        self._mend_headings()
        self._mend_numbers(lists)
        self.cascade = Cascade(self.root)
        self._mend_colours()
        self._mend_small()
        self._tell_pale()

    def _ids(self, styles: list[Any]) -> dict[str, str]:
        """Ids as planc writes them, and for others such as nobody else has."""
        ours = {_name_of(style): key for key, style in self._own.items()}
        ids: dict[str, str] = {}
        for style in styles:
            key, name = style.get(f"{W}styleId"), _name_of(style)
            if name in ours:
                ids[key] = ours[name]
            elif key in self._own:
                ids[key] = next(
                    new
                    for new in (f"{key}{n}" for n in range(100, 100_000))
                    if new not in ids and new not in ids.values()
                )
            else:
                ids[key] = key
        return ids

    def _take(self, styles: list[Any]) -> None:
        taken, defaults = set(), set()
        for style in styles:
            kind, key = style.get(f"{W}type"), self.renamed[style.get(f"{W}styleId")]
            if key in taken:
                continue
            taken.add(key)
            style.set(f"{W}styleId", key)
            if _is_default(style) and kind not in defaults:
                defaults.add(kind)
            else:
                style.attrib.pop(f"{W}default", None)
            use_ids(style, self.renamed)
            self.root.append(style)

    def _add(self) -> Iterator[str]:
        known = {style.get(f"{W}styleId") for style in self.root.iter(f"{W}style")}
        defaults = {s.get(f"{W}type") for s in self.root.iter(f"{W}style") if _is_default(s)}
        names = {value(style, "name"): style for style in self.root.iter(f"{W}style")}
        for key, style in self._own.items():
            if key in known:
                continue
            other = names.get(value(style, "name"))
            if other is not None:  # of another type: a name stands for one style only
                for name in other.findall(f"{W}name"):
                    name.set(f"{W}val", f"{value(style, 'name')} (house)")
            added = deepcopy(style)
            if added.get(f"{W}type") in defaults:
                added.attrib.pop(f"{W}default", None)
            for number in added.iter(f"{W}numId"):
                if number.get(f"{W}val") != "0":  # which is no list
                    number.set(f"{W}val", str(OWN_LIST))
            self.root.append(added)
            if style.get(f"{W}type") == "paragraph" and _name_of(style)[1] not in ALWAYS_OURS:
                yield shown(style)

    def _mend_references(self) -> None:
        """No style leads to one that is not there, is of another type, or is based on itself."""
        kinds = {s.get(f"{W}styleId"): s.get(f"{W}type") for s in self.root.iter(f"{W}style")}
        for style in self.root.iter(f"{W}style"):
            for name in _REFERENCES:
                reference = style.find(f"{W}{name}")
                kind = None if reference is None else kinds.get(reference.get(f"{W}val"))
                if reference is not None and (
                    kind is None or (name == "basedOn" and kind != style.get(f"{W}type"))
                ):
                    style.remove(reference)
        based = {s.get(f"{W}styleId"): value(s, "basedOn") for s in self.root.iter(f"{W}style")}
        for style in self.root.iter(f"{W}style"):
            seen, key = set(), style.get(f"{W}styleId")
            while key is not None and key not in seen:
                seen.add(key)
                key = based[key]
            if key == style.get(f"{W}styleId"):
                for based_on in style.findall(f"{W}basedOn"):
                    style.remove(based_on)
                based[key] = None

    def _style(self, key: str) -> Any:
        return next(s for s in self.root.iter(f"{W}style") if s.get(f"{W}styleId") == key)

    def _mend_fonts(self) -> None:
        """Text in a font of symbols is no text."""
        of_symbols: list[Any] = [
            fonts
            for fonts in self.root.iter(f"{W}rFonts")
            if any(str(text).lower().startswith(_SYMBOL_FONTS) for text in fonts.attrib.values())
        ]
        for fonts in of_symbols:
            fonts.getparent().remove(fonts)
        if of_symbols:
            self.told.append(Remark("A font of symbols is not used for text", _MODIFY))

    def _mend_headings(self) -> None:
        """Headings are found by a reader who hears them, and stay with what they lead to."""
        loose = []
        for level, key in enumerate(HEADINGS):
            style = self._style(key)
            if "keepNext" not in self.cascade.paragraph(key):
                loose.append(shown(style))
            set_property(style, "pPr", "keepNext")
            set_property(style, "pPr", "keepLines")
            set_property(style, "pPr", "outlineLvl", val=str(level))
        set_property(self._style("Caption"), "pPr", "keepNext")
        for key in set(USED) - set(HEADINGS):
            if "outlineLvl" in self.cascade.paragraph(key):
                set_property(self._style(key), "pPr", "outlineLvl", val="9")
        if loose:
            self.told.append(
                Remark(
                    f"{listed(loose)}: kept with the text that follows, so that no heading stands"
                    " last on a page",
                    f"{_MODIFY} > Format > Paragraph > Line and Page Breaks > Keep with next",
                )
            )

    def _mend_numbers(self, lists: frozenset[str]) -> None:
        """planc numbers its headings itself, and its lists have their dots."""
        numbered = []
        for key in USED:
            style = self._style(key)
            number = self.cascade.paragraph(key).get("numPr", {}).get("numId", "0")
            if key in BULLETS:
                if number not in lists:
                    set_number(style, str(OWN_LIST))
            elif number != "0":
                numbered.append(shown(style))
                set_number(style, "0")
        if numbered:
            self.told.append(
                Remark(
                    f"{listed(numbered)}: the file's own numbering is left out, since planc writes"
                    " the numbers itself",
                    "Home > Multilevel List > None, in those styles",
                )
            )

    def _mend_colours(self) -> None:
        """Text has 4.5:1 of contrast on all that may lie behind it."""
        for key in USED:
            behind = self._behind(key)
            colour = self.cascade.run(key).get("color", {})
            self._mend_colour(key, colour, behind)
        everywhere = {fill for key in USED for fill in self._behind(key)}
        for style in self.cascade.chain("Strong"):
            if style.find(f"{W}rPr/{W}color") is not None:
                self._mend_colour("Strong", self.cascade.run(None, "Strong")["color"], everywhere)

    def mend_run(self, run: Any, style: str | None, behind: str | None) -> str:
        """Gives a run outside of the text enough contrast; returns what was mended, in words.

        `behind` is what its paragraph or its cell is shaded with, if it is.
        """
        properties = run.find(f"{W}rPr")
        look = self.cascade.run(style, value(run, "rPr/rStyle"), properties)
        fill = _fill(look.get("shd"), self._theme) or behind or WHITE
        colour = resolved(look.get("color", {}), self._theme) or self._automatic({fill})
        if contrast(colour, fill) >= TEXT:
            return ""
        better = mended(colour, {fill}, TEXT)
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        set_in(properties, "rPr", "color", val=better)
        return f"#{colour} ({contrast(colour, fill):.1f}:1, now #{better})"

    def fill_of(self, style: str | None, paragraph: Any) -> str | None:
        """What a paragraph is shaded with, if it is."""
        return _fill(self.cascade.paragraph(style, paragraph).get("shd"), self._theme)

    def fill_of_cell(self, cell: Any) -> str | None:
        """What a cell is shaded with itself, if it is."""
        shade = cell.find(f"{W}tcPr/{W}shd")
        attributes = {} if shade is None else {k.rpartition("}")[2]: v for k, v in shade.items()}
        return _fill(attributes, self._theme)

    def _mend_colour(self, key: str, look: Mapping[str, str], behind: set[str]) -> None:
        colour = resolved(look, self._theme) or self._automatic(behind)
        ratio = lowest(colour, behind)
        if ratio < TEXT:
            better = mended(colour, behind, TEXT)
            set_property(self._style(key), "rPr", "color", val=better)
            self.cascade = Cascade(self.root)
            name = shown(self._style(key))
            self._pale.append(f"{name} (#{colour}, {ratio:.1f}:1, now #{better})")

    def _automatic(self, behind: set[str]) -> str:
        """Black or white, as a program chooses for what lies behind."""
        return WHITE if all(contrast(WHITE, fill) > contrast(INK, fill) for fill in behind) else INK

    def _behind(self, key: str) -> set[str]:
        """The colours that may lie behind text of a style."""
        shades = (self.cascade.run(key).get("shd"), self.cascade.paragraph(key).get("shd"))
        for shade in shades:
            fill = _fill(shade, self._theme)
            if fill:
                return {fill}
        if key == "TableHead":
            return {HEAD_FILL}
        return {WHITE, *FILLS.values()} if key in _IN_TABLES else {WHITE}

    def _tell_pale(self) -> None:
        if self._pale:
            self.told.append(
                Remark(
                    "Text that is too pale to be read by everybody is given more contrast:"
                    f" {', '.join(self._pale)}",
                    f"{_MODIFY} > Font Color",
                )
            )

    def _mend_small(self) -> None:
        """Text is at least so large that it can be read on paper."""
        small = []
        for key in USED:
            if int(self.cascade.run(key).get("sz", {}).get("val", "20")) < _SMALLEST:
                set_property(self._style(key), "rPr", "sz", val=str(_SMALLEST))
                self.cascade = Cascade(self.root)
                small.append(shown(self._style(key)))
        if small:
            size = count(_SMALLEST // 2, "point")
            words = f"Text smaller than {size} is printed in {size}: {listed(small)}"
            self.told.append(Remark(words, f"{_MODIFY} > Size"))


def _kept(theirs: Any) -> Iterator[Any]:
    """The styles as papers may use them, each with a type, an id and a name."""
    for style in theirs.iter(f"{W}style"):
        if style.get(f"{W}type") is None:
            style.set(f"{W}type", "paragraph")
        key = style.get(f"{W}styleId") or ""
        name = style.find(f"{W}name")
        if name is None:
            name = etree.Element(f"{W}name")
            style.insert(0, name)
        if not name.get(f"{W}val"):
            name.set(f"{W}val", key)
        copy = copied(style)
        if copy is not None and _name_of(copy)[1] not in ALWAYS_OURS:
            yield copy


def _defaults(theirs: Any, own: Any) -> Any:
    """Their defaults for text; such as would break every page, or number every line, stay."""
    defaults = deepcopy(own.find(f"{W}docDefaults"))
    for kind in ("pPr", "rPr"):
        target = defaults.find(f"{W}{kind}Default")
        properties = theirs.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
        language = target.find(f"{W}rPr/{W}lang")
        if theirs.find(f"{W}docDefaults") is not None:
            target[:] = [] if properties is None else [copied(properties)]
        for name in _NO_DEFAULTS:
            for element in target.findall(f"{W}{kind}/{W}{name}"):
                element.getparent().remove(element)
        if language is not None:
            if not len(target):
                etree.SubElement(target, f"{W}rPr")
            if target.find(f"{W}rPr/{W}lang") is None:
                target[0].append(language)
    return defaults


_NO_DEFAULTS = (
    *("pStyle", "rStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd"),
    *("outlineLvl", "vertAlign", "tabs", "ind"),
)


def _fill(shade: Mapping[str, str] | None, theme: Mapping[str, str]) -> str | None:
    """The colour of a shade, if it has one."""
    if not shade or shade.get("val", "nil") == "nil":
        return None
    if shade["val"] == "solid":
        return resolved({**shade, "val": shade.get("color", "auto")}, theme)
    return resolved(shade, theme, "fill")


def set_property(style: Any, kind: str, name: str, **attributes: str) -> None:
    """Gives a style a property, a `pPr` or an `rPr`, in its place among the others."""
    set_in(_properties(style, kind), kind, name, **attributes)


def set_in(properties: Any, kind: str, name: str, **attributes: str) -> None:
    """Puts a property among others of that kind."""
    element = properties.find(f"{W}{name}")
    if element is None:
        element = etree.Element(f"{W}{name}")
        order = GRAMMAR[kind].children
        later = {f"{W}{other}" for other in order[order.index(name) :]} | {f"{W}lang"}
        place = next((n for n, e in enumerate(properties) if e.tag in later), len(properties))
        properties.insert(place, element)
    element.attrib.clear()
    for attribute, text in attributes.items():
        element.set(f"{W}{attribute}", text)


def set_number(style: Any, number: str) -> None:
    """Puts a style's paragraphs into a list; `0` takes them out of any."""
    set_property(style, "pPr", "numPr")
    numbers = style.find(f"{W}pPr/{W}numPr")
    numbers[:] = [etree.Element(f"{W}ilvl"), etree.Element(f"{W}numId")]
    numbers[0].set(f"{W}val", "0")
    numbers[1].set(f"{W}val", number)


def _properties(style: Any, kind: str) -> Any:
    properties = style.find(f"{W}{kind}")
    if properties is None:
        properties = etree.Element(f"{W}{kind}")
        order = GRAMMAR["style"].children
        later = {f"{W}{other}" for other in order[order.index(kind) :]}
        place = next((n for n, e in enumerate(style) if e.tag in later), len(style))
        style.insert(place, properties)
    return properties


def use_ids(root: Any, renamed: Mapping[str, str]) -> None:
    """Gives styles the ids that papers have, wherever they are named."""
    for element in root.iter(*(f"{W}{name}" for name in _NAMING)):
        style_id = element.get(f"{W}val")
        element.set(f"{W}val", renamed.get(style_id, style_id))


def _name_of(style: Any) -> tuple[str, str]:
    """How a style is known whatever its id: Word writes `heading 1` and shows Heading 1."""
    return style.get(f"{W}type"), (value(style, "name") or "").strip().lower()


def _is_default(style: Any) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")
