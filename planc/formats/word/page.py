"""The page of a house file: how large it is, and how wide its margins are."""

from typing import Any

from planc.formats.word.allowed_elements import measure
from planc.formats.word.marking import FOOTER_DISTANCE, HEADER_DISTANCE, LEAST_TEXT, NARROWEST
from planc.formats.word.ooxml import W
from planc.model.house_style import Remark

_A4, _LETTER = (11906, 16838), (12240, 15840)
_NEAR = 120  # 2 mm: other programs round
_LARGEST = 31_680  # of Word
_LEAST_MARGIN = 284  # 5 mm, which most printers can do
_FURTHEST = 1134  # 2 cm; nobody would miss less
_SIZE, _MARGINS = "Layout > Size > A4", "Layout > Margins"


class Page:
    """A page as papers have it, from that of a house file and planc's own where it says nothing.

    Lengths are in twentieths of a point. `refused` and `changed` are what is to be said.
    """

    def __init__(self, section: Any, own: Any) -> None:
        self.changed: list[Remark] = []
        self.refused: list[Remark] = []
        self._lengths = {
            **_lengths(own.find(f"{W}pgSz"), ("w", "h")),
            **_lengths(own.find(f"{W}pgMar"), ("top", "right", "bottom", "left")),
            "gutter": 0,
        }
        if section is not None:
            self._lengths |= _lengths(section.find(f"{W}pgSz"), ("w", "h"))
            margins = section.find(f"{W}pgMar")
            self._lengths |= _lengths(margins, ("top", "right", "bottom", "left", "gutter"))
            self._look_at_distances(margins)
        self._mend_margins()
        self._mend_letter()
        self._look_at_size()

    @property
    def line(self) -> int:
        """How wide its lines are."""
        lengths = self._lengths
        return lengths["w"] - lengths["left"] - lengths["right"] - lengths["gutter"]

    @property
    def height(self) -> int:
        """How high the sheet is."""
        return self._lengths["h"]

    def leaves_room(self, header: int, footer: int) -> bool:
        """Whether a header and a footer so high leave room for the text."""
        lengths = self._lengths
        top = max(lengths["top"], HEADER_DISTANCE + header)
        foot = max(lengths["bottom"], FOOTER_DISTANCE + footer)
        shortest = min(lengths["w"], lengths["h"])  # wide tables lie on their side
        return shortest - top - foot >= LEAST_TEXT * shortest

    def write(self, section: Any) -> None:
        """Lays the page into a section of ours."""
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        for name in ("w", "h"):
            size.set(f"{W}{name}", str(self._lengths[name]))
        if self._lengths["w"] > self._lengths["h"]:
            size.set(f"{W}orient", "landscape")
        for name in ("top", "right", "bottom", "left", "gutter"):
            margins.set(f"{W}{name}", str(self._lengths[name]))
        margins.set(f"{W}header", str(HEADER_DISTANCE))
        margins.set(f"{W}footer", str(FOOTER_DISTANCE))

    def _look_at_distances(self, margins: Any) -> None:
        lengths = _lengths(margins, ("header", "footer"))
        if any(length > _FURTHEST for length in lengths.values()):
            self.changed.append(
                Remark(
                    "Header and footer stand where planc puts them, since the marking is there",
                    "Header & Footer > Position",
                )
            )

    def _mend_margins(self) -> None:
        for name in ("top", "right", "bottom", "left", "gutter"):
            least = 0 if name == "gutter" else _LEAST_MARGIN
            length = max(abs(self._lengths[name]), least)
            if length != self._lengths[name]:
                self._lengths[name] = length
                self.changed.append(
                    Remark(f"The {name} margin is made {length / 567:.1f} cm", _MARGINS)
                )

    def _mend_letter(self) -> None:
        """US Letter is what a program has where nobody chose; printers here have A4."""
        lengths = self._lengths
        sides = sorted((lengths["w"], lengths["h"]))
        if all(abs(side - us) <= _NEAR for side, us in zip(sides, _LETTER, strict=True)):
            lengths["w"], lengths["h"] = _A4 if lengths["w"] < lengths["h"] else _A4[::-1]
            self.changed.append(Remark("The page is US Letter; papers have A4", _SIZE))

    def _look_at_size(self) -> None:
        lengths = self._lengths
        sides = sorted((lengths["w"], lengths["h"]))
        size = " x ".join(f"{side / 567:.1f}" for side in sides)
        if self.line < NARROWEST or sides[1] > _LARGEST or not self.leaves_room(900, 700):
            self.refused.append(
                Remark(
                    f"The page, {size} cm with its margins, leaves no room for a marking and text",
                    f"{_SIZE}; {_MARGINS}",
                )
            )
        elif any(abs(side - a4) > _NEAR for side, a4 in zip(sides, _A4, strict=True)):
            self.changed.append(Remark(f"The page is {size} cm, not A4; papers have it too", _SIZE))


def _lengths(element: Any, names: tuple[str, ...]) -> dict[str, int]:
    lengths = {} if element is None else {n: measure(element.get(f"{W}{n}")) for n in names}
    return {name: length for name, length in lengths.items() if length is not None}
