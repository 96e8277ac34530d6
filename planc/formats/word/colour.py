"""Colours as six hexadecimal digits: how they contrast, and how little they must change to do so.

Source: WCAG 2.2, 1.4.3 (text, 4.5:1).
"""

import colorsys
from collections.abc import Collection, Iterator, Mapping

TEXT = 4.5
WHITE, INK = "FFFFFF", "1A1A1A"

THEME = (
    *("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
"""The colours that a theme has."""
_CALLED = {"dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1"}
_CALLED |= {"dark2": "dk2", "text2": "dk2", "light2": "lt2", "background2": "lt2"}
_CALLED |= {"hyperlink": "hlink", "followedHyperlink": "folHlink"}


def luminance(colour: str) -> float:
    """Relative luminance, from 0 for black to 1 for white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lowest(colour: str, behind: Collection[str]) -> float:
    """The contrast of a colour on the worst of what may lie behind it."""
    return min(contrast(colour, other) for other in behind)


def mended(colour: str, behind: Collection[str], least: float) -> str:
    """The colour, as much darker or lighter as it takes to be seen on all that lies behind it."""
    return next((c for c in _shades(colour) if lowest(c, behind) >= least), INK)


def _shades(colour: str) -> Iterator[str]:
    """A colour, then its darker and lighter shades by turns, the nearest first."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, lightness, saturation = colorsys.rgb_to_hls(*parts)
    yield colour
    for step in range(1, 501):
        for moved in (lightness - step / 500, lightness + step / 500):
            if 0 <= moved <= 1:
                shade = colorsys.hls_to_rgb(hue, moved, saturation)
                yield "".join(f"{round(255 * part):02X}" for part in shade)


def resolved(attributes: Mapping[str, str], theme: Mapping[str, str], lead: str = "") -> str | None:
    """The colour that attributes such as `val` or `themeColor` and `themeTint` stand for.

    `lead` is `fill` for what lies behind text. None if they leave it to the program.
    """
    name = attributes.get("themeFill" if lead else "themeColor", "none")
    base = theme.get(_CALLED.get(name, name))
    if base is None:
        plain = attributes.get(lead or "val", "auto")
        return None if plain == "auto" else plain.upper()
    stem = "themeFill" if lead else "theme"
    tint, shade = (attributes.get(f"{stem}{kind}") for kind in ("Tint", "Shade"))
    parts = [int(base[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, lightness, saturation = colorsys.rgb_to_hls(*parts)
    if shade:
        lightness *= int(shade, 16) / 255
    if tint:
        lightness = 1 - (1 - lightness) * int(tint, 16) / 255
    mixed = colorsys.hls_to_rgb(hue, lightness, saturation)
    return "".join(f"{round(255 * part):02X}" for part in mixed)
