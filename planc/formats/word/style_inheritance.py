"""How a paragraph or a run looks in the end: defaults, then styles from the root, then its own.

ECMA-376, part 1, 17.7.2. Toggles such as hidden text count as on if any level turns them on and
the run itself does not say: it is the safe side.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from planc.formats.word.ooxml import W, local, value

Look = Mapping[str, Mapping[str, str]]
"""Properties by name, such as `color`, each with its attributes; of what is in it, such as the
borders of a paragraph, the values and the space that each keeps."""

_TOGETHER = ("spacing", "ind", "rFonts")  # an attribute at a time; others come whole
_OF_THEME = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme"}
_OF_THEME |= {"cs": "cstheme"}
_TOGGLES = (
    *("caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint"),
    *("vanish", "specVanish", "webHidden"),
)


class Cascade:
    """The styles of a document, asked for what they come to.

    It remembers: of styles that have been changed since, another one is to be made.
    """

    def __init__(self, styles: Any) -> None:
        self._styles = {
            style.get(f"{W}styleId"): style
            for style in styles.iter(f"{W}style")
            if style.get(f"{W}styleId")
        }
        self._looks: dict[tuple[str, tuple[str | None, ...]], Look] = {}
        self._defaults = {
            kind: styles.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
            for kind in ("pPr", "rPr")
        }
        self._default = {
            style.get(f"{W}type"): style.get(f"{W}styleId")
            for style in reversed(list(self._styles.values()))
            if style.get(f"{W}default") in ("1", "true", "on")
        }

    def known(self, style: str) -> bool:
        """Whether there is such a style."""
        return style in self._styles

    def paragraph(self, style: str | None, own: Any = None) -> Look:
        """What a paragraph of a style comes to, with its own properties, a `pPr`."""
        return self._merged("pPr", (style or self._default.get("paragraph"),), own)

    def run(self, style: str | None, character: str | None = None, own: Any = None) -> Look:
        """What a run comes to, of a character style in a paragraph of `style`."""
        of_paragraph = style or self._default.get("paragraph")
        return self._merged("rPr", (of_paragraph, character or self._default.get("character")), own)

    def chain(self, style: str) -> Iterator[Any]:
        """A style and those that it is based on, itself last."""
        yield from self._chain(style)

    def _chain(self, style: str | None) -> list[Any]:
        chain: list[Any] = []
        while style in self._styles and self._styles[style] not in chain:
            chain.append(self._styles[style])
            style = value(chain[-1], "basedOn")
        return chain[::-1]

    def _merged(self, kind: str, styles: tuple[str | None, ...], own: Any) -> Look:
        if (kind, styles) not in self._looks:
            look: dict[str, Mapping[str, str]] = {}
            _merge(look, self._defaults[kind], direct=False)
            for style in [one for name in styles for one in self._chain(name)]:
                _merge(look, style.find(f"{W}{kind}"), direct=False)
            self._looks[kind, styles] = look
        look = dict(self._looks[kind, styles])
        _merge(look, own, direct=True)
        return look


def _merge(look: dict[str, Mapping[str, str]], properties: Any, *, direct: bool) -> None:
    for element in () if properties is None else properties.iterchildren(etree.Element):
        name = local(element)
        attributes = {str(key).rpartition("}")[2]: text for key, text in element.attrib.items()}
        for child in element.iterchildren(etree.Element):
            attributes[local(child)] = child.get(f"{W}val", "")
            attributes[f"{local(child)} space"] = child.get(f"{W}space", "0")
        if name in _TOGGLES and not direct and is_on(look, name):
            continue
        before = dict(look.get(name, {})) if name in _TOGETHER else {}
        for script, theme in _OF_THEME.items():
            if script in attributes:  # a font that is named goes before one of the theme's below
                before.pop(theme, None)
        look[name] = {**before, **attributes}


def is_on(look: Look, name: str) -> bool:
    """Whether a property that is on or off is on."""
    return name in look and look[name].get("val", "1") not in ("0", "false", "off")
