"""Styles of a house file, made fit to be read: by everybody, on paper, and by ear.

What is mended is changed. Source: WCAG 2.2, 1.3.1 and 1.4.3.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from planc.formats.word.colour import INK, TEXT, WHITE, contrast, lowest, mended, resolved
from planc.formats.word.ooxml import W, value
from planc.formats.word.styles import (
    BULLETS,
    HEADINGS,
    USED,
    HouseStyles,
    set_in,
    set_number,
    set_property,
    shown,
)
from planc.model.house_style import Remark
from planc.model.tone import MEANINGS
from planc.wording.words import count, listed

_IN_TABLES = ("TableText", "TableHead", "TableSmall", "TableBullet")
_FILLS = tuple(meaning.light.fill for meaning in MEANINGS.values())
"""What may lie behind a cell."""
_HEAD_FILL = "E8EAED"
_SYMBOL_FONTS = ("wingdings", "webdings", "symbol", "marlett", "zapf dingbats")
_SMALLEST = 16  # half points
_MODIFY = "Home > Styles, right-click the style > Modify"


class Legibility:
    """Mends the styles of one house file; `changed` is what was mended."""

    def __init__(self, styles: HouseStyles, theme: Mapping[str, str]) -> None:
        self.changed: list[Remark] = []
        self._pale: list[str] = []
        self._styles, self._theme = styles, theme

    def mend(self, lists: frozenset[str]) -> None:
        """Mends them all; `lists` are the numbers of the lists that there are."""
        self._mend_fonts()
        self._mend_headings()
        self._mend_numbers(lists)
        self._styles.look_again()
        self._mend_colours()
        self._mend_small()
        self._note_pale()

    def _mend_fonts(self) -> None:
        """Text in a font of symbols is no text."""
        of_symbols: list[Any] = [
            fonts
            for fonts in self._styles.root.iter(f"{W}rFonts")
            if any(str(text).lower().startswith(_SYMBOL_FONTS) for text in fonts.attrib.values())
        ]
        for fonts in of_symbols:
            fonts.getparent().remove(fonts)
        if of_symbols:
            self.changed.append(Remark("A font of symbols is not used for text", _MODIFY))

    def _mend_headings(self) -> None:
        """Headings are found by a reader who hears them, and stay with what they lead to."""
        loose = []
        for level, key in enumerate(HEADINGS):
            style = self._styles.style(key)
            if "keepNext" not in self._styles.cascade.paragraph(key):
                loose.append(shown(style))
            set_property(style, "pPr", "keepNext")
            set_property(style, "pPr", "keepLines")
            set_property(style, "pPr", "outlineLvl", val=str(level))
        set_property(self._styles.style("Caption"), "pPr", "keepNext")
        for key in set(USED) - set(HEADINGS):
            if "outlineLvl" in self._styles.cascade.paragraph(key):
                set_property(self._styles.style(key), "pPr", "outlineLvl", val="9")
        if loose:
            self.changed.append(
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
            style = self._styles.style(key)
            number = self._styles.cascade.paragraph(key).get("numPr", {}).get("numId", "0")
            if key in BULLETS:
                if number not in lists:
                    set_number(style, BULLETS[key])
            elif number != "0":
                numbered.append(shown(style))
                set_number(style, "0")
        if numbered:
            self.changed.append(
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
            colour = self._styles.cascade.run(key).get("color", {})
            self._mend_colour(key, colour, behind)
        everywhere = {fill for key in USED for fill in self._behind(key)}
        for style in self._styles.cascade.chain("Strong"):
            if style.find(f"{W}rPr/{W}color") is not None:
                self._mend_colour(
                    "Strong", self._styles.cascade.run(None, "Strong")["color"], everywhere
                )

    def mend_run(self, run: Any, style: str | None, behind: str | None) -> str:
        """Gives a run outside of the text enough contrast; returns what was mended, in words.

        `behind` is what its paragraph or its cell is shaded with, if it is.
        """
        properties = run.find(f"{W}rPr")
        look = self._styles.cascade.run(style, value(run, "rPr/rStyle"), properties)
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
        return _fill(self._styles.cascade.paragraph(style, paragraph).get("shd"), self._theme)

    def fill_of_cell(self, cell: Any) -> str | None:
        """What a cell is shaded with itself, if it is."""
        shade = cell.find(f"{W}tcPr/{W}shd")
        attributes = {} if shade is None else {k.rpartition("}")[2]: v for k, v in shade.items()}
        return _fill(attributes, self._theme)

    def _mend_colour(self, key: str, color: Mapping[str, str], behind: set[str]) -> None:
        colour = resolved(color, self._theme) or self._automatic(behind)
        ratio = lowest(colour, behind)
        if ratio < TEXT:
            better = mended(colour, behind, TEXT)
            set_property(self._styles.style(key), "rPr", "color", val=better)
            self._styles.look_again()
            name = shown(self._styles.style(key))
            self._pale.append(f"{name} (#{colour}, {ratio:.1f}:1, now #{better})")

    def _automatic(self, behind: set[str]) -> str:
        """Black or white, as a program chooses for what lies behind."""
        return WHITE if all(contrast(WHITE, fill) > contrast(INK, fill) for fill in behind) else INK

    def _behind(self, key: str) -> set[str]:
        """The colours that may lie behind text of a style."""
        shades = (
            self._styles.cascade.run(key).get("shd"),
            self._styles.cascade.paragraph(key).get("shd"),
        )
        for shade in shades:
            fill = _fill(shade, self._theme)
            if fill:
                return {fill}
        if key == "TableHead":
            return {_HEAD_FILL}
        return {WHITE, *_FILLS} if key in _IN_TABLES else {WHITE}

    def _note_pale(self) -> None:
        if self._pale:
            self.changed.append(
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
            if int(self._styles.cascade.run(key).get("sz", {}).get("val", "20")) < _SMALLEST:
                set_property(self._styles.style(key), "rPr", "sz", val=str(_SMALLEST))
                self._styles.look_again()
                small.append(shown(self._styles.style(key)))
        if small:
            size = count(_SMALLEST // 2, "point")
            words = f"Text smaller than {size} is printed in {size}: {listed(small)}"
            self.changed.append(Remark(words, f"{_MODIFY} > Size"))


def _fill(shade: Mapping[str, str] | None, theme: Mapping[str, str]) -> str | None:
    """The colour of a shade, if it has one."""
    if not shade or shade.get("val", "nil") == "nil":
        return None
    if shade["val"] == "solid":
        return resolved({**shade, "val": shade.get("color", "auto")}, theme)
    return resolved(shade, theme, "fill")
