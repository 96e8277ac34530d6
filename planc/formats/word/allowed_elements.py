"""What is copied of a house file's form, element by element, with the values that it may have.

A house file is not filtered: what this grammar does not know stays behind, so nothing hidden, laid
over the page or unknown to a reader comes along, and what is copied is valid, in the order that the
standard wants (ECMA-376, part 1, chapter 17).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from planc.formats.word.ooxml import W, local

Value = Callable[[str], str | None]
"""How an attribute's value is written in a paper; None if it is no such value."""


def _one_of(words: str) -> Value:
    known = frozenset(words.split("|"))
    return lambda text: text if text in known else None


def _matching(pattern: str) -> Value:
    whole = re.compile(pattern)
    return lambda text: text if whole.fullmatch(text) else None


_IN_TWIPS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0}
_IN_TWIPS |= {"cm": 1440 / 2.54, "mm": 1440 / 25.4}
_MEASURE = re.compile(r"([+-]?\d+(?:\.\d*)?|[+-]?\.\d+)(pt|pc|pi|in|cm|mm)?")


def measure(text: str | None, unit: float = 1.0) -> int | None:
    """A length in twentieths of a point; other programs write decimals, ISO's form has units.

    `unit` is how many twentieths of a point a bare number stands for.
    """
    match = _MEASURE.fullmatch((text or "").strip()[:30])
    if match is None:
        return None
    return round(float(match[1]) * (_IN_TWIPS[match[2]] if match[2] else unit))


def _length(least: int, most: int, unit: float = 1.0) -> Value:
    """Twentieths of a point; what lies beyond is brought back to what a reader can use."""

    def written(text: str) -> str | None:
        length = measure(text, unit)
        return None if length is None else str(round(min(max(length, least), most) / unit))

    return written


LEAST_LINE = 216
"""Nine tenths of a line: in closer ones, large letters reach into what stands above."""
LEAST_WIDTH = 567  # of a column, 1 cm: what is in it is not broken into letters
MOST_IN_A_CELL = 200  # between its edge and its text, in twentieths of a point
_ON_OFF = _one_of("true|false|1|0|on|off")
_COLOUR = _matching("auto|[0-9A-Fa-f]{6}")
_HEX_BYTE = _matching("[0-9A-Fa-f]{1,2}")
_NUMBER = _matching("[+-]?[0-9]{1,9}")
_NAME = _matching(r"(?s)[^\x00-\x1f]{1,253}")
_THEME_COLOUR = _one_of(
    "dark1|light1|dark2|light2|accent1|accent2|accent3|accent4|accent5|accent6|hyperlink"
    "|followedHyperlink|none|background1|text1|background2|text2"
)
_THEME_FONT = _matching("(major|minor)(EastAsia|Bidi|Ascii|HAnsi)")
_LINE = _one_of(
    "nil|none|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|wave|doubleWave"
    "|thinThickSmallGap|thickThinSmallGap|thinThickThinSmallGap|thinThickMediumGap"
    "|thickThinMediumGap|thinThickThinMediumGap|thinThickLargeGap|thickThinLargeGap"
    "|thinThickThinLargeGap|dashSmallGap|inset|outset"
)
_SIDE = _one_of("start|center|end|both|distribute|left|right")


@dataclass(frozen=True)
class Form:
    """What an element may have. `needed` are the attributes without which it is left out."""

    attributes: Mapping[str, Value]
    children: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


def _val(value: Value, *, needed: bool = True) -> Form:
    return Form({"val": value}, (), ("val",) if needed else ())


def _holds(*children: str, **attributes: Value) -> Form:
    return Form(attributes, children)


_SWITCH = _val(_ON_OFF, needed=False)
_TINTS = {"themeColor": _THEME_COLOUR, "themeTint": _HEX_BYTE, "themeShade": _HEX_BYTE}
_BORDER = Form(
    {
        "val": _LINE,
        "color": _COLOUR,
        **_TINTS,
        "sz": _length(0, 48 * 20 // 8, 20 / 8),
        "space": _length(0, 12 * 20, 20),
    },
    (),
    ("val",),
)
_FILL = Form(
    {
        "val": _matching("nil|clear|solid|pct[0-9]{1,2}"),
        "color": _COLOUR,
        **_TINTS,
        "fill": _COLOUR,
        "themeFill": _THEME_COLOUR,
        "themeFillTint": _HEX_BYTE,
        "themeFillShade": _HEX_BYTE,
    },
    (),
    ("val",),
)
_WIDTH = Form({"w": _length(LEAST_WIDTH, 31_680), "type": _one_of("nil|pct|dxa|auto")}, (), ("w",))
_SIZE = _val(_length(10 * 10, 144 * 10, 10))  # half points: from 5 points to 72
_BOX = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")

_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "spacing"),
    *("kern", "sz", "szCs", "u", "shd", "vertAlign"),
)
_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr"),
    *("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc"),
    "outlineLvl",
)
_TABLE = (
    *("tblStyle", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblInd"),
    *("tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
)
_CELL = ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign")
_ROW = ("cantSplit", "trHeight", "tblHeader", "jc")
_STYLE = (
    *("name", "basedOn", "next", "link", "uiPriority", "semiHidden", "unhideWhenUsed"),
    *("qFormat", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr"),
)
_LEVEL = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlJc")

GRAMMAR: Mapping[str, Form] = {
    "rPr": _holds(*_RUN),
    "pPr": _holds(*_PARAGRAPH),
    "tblPr": _holds(*_TABLE),
    "tcPr": _holds(*_CELL),
    "trPr": _holds(*_ROW),
    "style": Form(
        {
            "type": _one_of("paragraph|character|table|numbering"),
            "default": _ON_OFF,
            "customStyle": _ON_OFF,
            "styleId": _NAME,
        },
        _STYLE,
        ("type", "styleId"),
    ),
    "tblStylePr": Form(
        {"type": _matching("wholeTable|(first|last)(Row|Col)|band[12](Vert|Horz)|(n|s)(e|w)Cell")},
        ("pPr", "rPr", "tblPr", "trPr", "tcPr"),
        ("type",),
    ),
    **{name: _val(_NAME) for name in ("name", "basedOn", "next", "link", "rStyle", "pStyle")},
    **{name: _val(_NAME) for name in ("tblStyle", "styleLink", "numStyleLink")},
    **dict.fromkeys(
        (
            *("semiHidden", "unhideWhenUsed", "qFormat", "b", "bCs", "i", "iCs", "caps"),
            *("smallCaps", "keepNext", "keepLines", "pageBreakBefore", "isLgl"),
            *("widowControl", "suppressAutoHyphens", "contextualSpacing", "noWrap"),
            *("cantSplit", "tblHeader"),
        ),
        _SWITCH,
    ),
    **dict.fromkeys((*_BOX, "between", "bar", "tl2br", "tr2bl"), _BORDER),
    **{name: _holds(*_BOX) for name in ("tblBorders", "tcBorders", "tblCellMar", "tcMar")},
    "uiPriority": _val(_NUMBER),
    "rFonts": Form(
        {
            **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _NAME),
            **{
                f"{name}{theme}": _THEME_FONT
                for name, theme in (("ascii", "Theme"), ("hAnsi", "Theme"), ("eastAsia", "Theme"))
            },
            "cstheme": _THEME_FONT,
        }
    ),
    "color": Form({"val": _COLOUR, **_TINTS}, (), ("val",)),
    "kern": _val(_length(0, 144 * 10, 10)),
    "sz": _SIZE,
    "szCs": _SIZE,
    "u": Form(
        {
            "val": _matching("(single|double|thick|words|wave|none)|d(ash|ot)[A-Za-z]*"),
            "color": _COLOUR,
        },
        (),
        ("val",),
    ),
    "shd": _FILL,
    "vertAlign": _val(_one_of("baseline|superscript|subscript")),
    "numPr": _holds("ilvl", "numId"),
    "ilvl": _val(_matching("[0-8]")),
    "numId": _val(_NUMBER),
    "pBdr": _holds("top", "left", "bottom", "right", "between", "bar"),
    "tabs": _holds("tab"),
    "spacing": Form(
        {
            "before": _length(0, 2880),
            "beforeAutospacing": _ON_OFF,
            "after": _length(0, 2880),
            "afterAutospacing": _ON_OFF,
            "line": _length(LEAST_LINE, 1440),
            "lineRule": lambda rule: {"auto": "auto"}.get(rule, "atLeast"),  # exact cuts letters
        }
    ),
    "ind": Form(
        {
            **{name: _length(-850, 5670) for name in ("left", "start", "right", "end")},
            "hanging": _length(0, 2880),
            "firstLine": _length(0, 2880),
        }
    ),
    "jc": _val(_SIDE),
    "outlineLvl": _val(_matching("[0-9]")),
    "tblStyleRowBandSize": _val(_NUMBER),
    "tblStyleColBandSize": _val(_NUMBER),
    "tblW": _WIDTH,
    "tblInd": Form(
        {"w": _length(-200, 5670), "type": _one_of("nil|pct|dxa|auto")}, (), ("w", "type")
    ),
    "tblLayout": Form({"type": _one_of("fixed|autofit")}),
    "tblLook": Form(
        {
            "val": _matching("[0-9A-Fa-f]{4}"),
            **dict.fromkeys(
                ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"), _ON_OFF
            ),
        }
    ),
    "tcW": _WIDTH,
    "gridSpan": _val(_matching("[1-9][0-9]?")),
    "vMerge": _val(_one_of("continue|restart"), needed=False),
    "vAlign": _val(_one_of("top|center|bottom")),
    "trHeight": Form(
        {"val": _length(0, 1440), "hRule": lambda rule: "auto" if rule == "auto" else "atLeast"},
        (),
        ("val",),
    ),
    "tblGrid": _holds("gridCol"),
    "gridCol": Form({"w": _length(LEAST_WIDTH, 31_680)}),
    "abstractNum": Form(
        {"abstractNumId": _NUMBER},
        ("multiLevelType", "styleLink", "numStyleLink", "lvl"),
        ("abstractNumId",),
    ),
    "multiLevelType": _val(_one_of("singleLevel|multilevel|hybridMultilevel")),
    "lvl": Form({"ilvl": _matching("[0-8]")}, (*_LEVEL, "pPr", "rPr"), ("ilvl",)),
    "start": _val(_NUMBER),
    "numFmt": _val(
        _matching(
            "decimal|decimalZero|(upper|lower)(Roman|Letter)|ordinal|cardinalText|ordinalText"
            "|bullet|none"
        )
    ),
    "lvlRestart": _val(_NUMBER),
    "suff": _val(_one_of("tab|space|nothing")),
    "lvlText": Form({"val": lambda text: text if len(text) < 40 else None}),
    "lvlJc": _val(_one_of("left|right|center|start|end")),
    "num": Form({"numId": _NUMBER}, ("abstractNumId", "lvlOverride"), ("numId",)),
    "abstractNumId": _val(_NUMBER),
    "lvlOverride": Form({"ilvl": _matching("[0-8]")}, ("startOverride", "lvl"), ("ilvl",)),
    "startOverride": _val(_NUMBER),
}
"""Attributes are of the `w:` namespace; children stand in the order in which they are written."""

_TAB = Form(
    {
        "val": _one_of("clear|start|center|end|decimal|bar|num|left|right"),
        "leader": _one_of("none|dot|hyphen|underscore|heavy|middleDot"),
        "pos": _length(-1440, 31_680),
    },
    (),
    ("val", "pos"),
)
_MARGIN = Form({"w": _length(0, MOST_IN_A_CELL), "type": _one_of("nil|dxa")}, (), ("w", "type"))
_LETTERS = _val(_length(-10, 200))
_START = _val(_NUMBER)
_INSIDE: Mapping[tuple[str, str], Form] = {
    ("tabs", "tab"): _TAB,
    ("rPr", "spacing"): _LETTERS,
    ("lvl", "start"): _START,
    **{(parent, side): _MARGIN for parent in ("tblCellMar", "tcMar") for side in _BOX},
}
"""What means something else inside of another."""
_MANY = ("tab", "gridCol", "lvl", "lvlOverride", "tblStylePr")


def copied(element: Any) -> Any:
    """The element as a paper may have it; None if a paper may not, or it lacks what it needs."""
    parent = element.getparent()
    name = local(element)
    inside = _INSIDE.get((local(parent), name)) if parent is not None else None
    form = inside or GRAMMAR.get(name)
    if form is None:
        return None
    copy = etree.Element(f"{W}{name}", nsmap={"w": W[1:-1]})
    for attribute, value in form.attributes.items():
        text = element.get(f"{W}{attribute}")
        if text is not None and (written := value(text)) is not None:
            copy.set(f"{W}{attribute}", written)
    if any(copy.get(f"{W}{attribute}") is None for attribute in form.needed):
        return None
    copy.extend(_children(element, form))
    return copy


def _children(element: Any, form: Form) -> Iterator[Any]:
    by_name: dict[str, list[Any]] = {}
    for child in element.iterchildren(etree.Element):
        if child.tag.startswith(W):
            by_name.setdefault(local(child), []).append(child)
    for name in form.children:
        children = by_name.get(name, [])
        for child in children if name in _MANY else children[-1:]:
            copy = copied(child)
            if copy is not None:
                yield copy
