"""What each colour of a paper means, and how it looks: the one table for Word, HTML and charts.

A colour means one thing, and never says it alone: words or a sign stand beside it, so that it is
read in grey, and by ear. Structure (headings, the heads of tables, lines) has no colour of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias


class Tone(StrEnum):
    """What a cell, a box or a point of a chart signals."""

    PLAIN = "plain"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    COMPLETE = "complete"
    ATTENTION = "attention"
    NOTE = "note"


Sign: TypeAlias = Literal["square", "triangle", "circle", "diamond"]


@dataclass(frozen=True, slots=True)
class Shades:
    """A colour, in six hexadecimal digits each: `fill` behind the words of a cell, `soft` behind
    those of a box, `line` round both and for what is drawn, `ink` for words on the fill."""

    fill: str
    soft: str
    line: str
    ink: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a colour says, the sign that says it in a chart, and its shades on a white page and on
    a dark one."""

    words: str
    light: Shades
    dark: Shades
    sign: Sign | None = None


MEANINGS: Mapping[Tone, Meaning] = {
    Tone.RED: Meaning(
        "rated red",
        Shades("F6CFCF", "FBE9E9", "9C1C1C", "5C0F0F"),
        Shades("5A1F1F", "2F1A1C", "D9706C", "FFDAD6"),
        "square",
    ),
    Tone.AMBER: Meaning(
        "rated amber",
        Shades("FCE6B8", "FFF6E0", "B26A00", "4D3300"),
        Shades("4D3800", "2B2413", "CF9A33", "FFE3A6"),
        "triangle",
    ),
    Tone.GREEN: Meaning(
        "rated green",
        Shades("D3ECD9", "EAF6EE", "2E7D4F", "12401F"),
        Shades("16432A", "15271D", "57A878", "CCF2D8"),
        "circle",
    ),
    Tone.COMPLETE: Meaning(
        "rated complete",
        Shades("D6E2F5", "EDF3FC", "2F5597", "1F3864"),
        Shades("24395F", "1B2740", "6D92D6", "D8E5FF"),
        "diamond",
    ),
    Tone.ATTENTION: Meaning(
        "late, blocked, missing or not met: somebody has to act",
        Shades("E6DDF3", "F4F0FA", "5B2D8C", "2E1150"),
        Shades("41285F", "251B36", "B08CE0", "EADDFF"),
    ),
    Tone.NOTE: Meaning(
        "what is asked of the reader, or said to them",
        Shades("F1F2F4", "F1F2F4", "6B7280", "1A1A1A"),
        Shades("232A35", "1C222C", "8A94A3", "E6E9EE"),
    ),
}
"""The table of meanings, for every tone but the plain one."""

TONES: Mapping[str, Tone] = {
    "red": Tone.RED,
    "amber": Tone.AMBER,
    "green": Tone.GREEN,
    "complete": Tone.COMPLETE,
}
"""How a rating is coloured."""
