"""The colours and fonts of a theme; of a house file's theme nothing else is taken."""

import re
from typing import Any

from planc.formats.word.colour import THEME
from planc.formats.word.ooxml import A

_FONTS = tuple(f"{kind}Font/{script}" for kind in ("major", "minor") for script in ("latin", "cs"))
_SYMBOLS = re.compile("wingdings|webdings|symbol|marlett", re.IGNORECASE)


def colours(theme: Any) -> dict[str, str]:
    """The twelve colours by name; black, white and greys of what it lacks."""
    by_name = dict.fromkeys(THEME, "000000") | {"lt1": "FFFFFF", "lt2": "FFFFFF"}
    for name in THEME:
        element = theme.find(f".//{A}clrScheme/{A}{name}")
        colour = None if element is None or not len(element) else element[0]
        text = "" if colour is None else colour.get("lastClr") or colour.get("val") or ""
        if re.fullmatch("[0-9A-Fa-f]{6}", text):
            by_name[name] = text.upper()
    return by_name


def take(own: Any, theirs: Any) -> None:
    """Gives our theme the colours and the fonts of theirs."""
    for name, colour in colours(theirs).items():
        own.find(f".//{A}clrScheme/{A}{name}/{A}srgbClr").set("val", colour)
    for path in _FONTS:
        steps = "/".join(f"{A}{step}" for step in path.split("/"))
        element = theirs.find(f".//{A}fontScheme/{steps}")
        face = "" if element is None else element.get("typeface") or ""
        if 0 < len(face) < 64 and not _SYMBOLS.match(face):
            own.find(f".//{A}fontScheme/{steps}").set("typeface", face)
