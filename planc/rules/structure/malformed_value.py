"""A reference, an id or a number is not in the form it must have.

Wrong: {shown} is not in the form of "{field}"{because}.
Why: Other fields, the log and file names go by it, and would not find it.
Do: Write it as the list of fields says: planc explain --fields.
Acts: LRO
Source: planc's judgement: file names, look-ups and sorting go by the form

Flagged:
    ref: SOC_2026_014
         ^^^^^^^^^^^^
Clean:
    ref: SOC-2026-014
Clean: references of other patterns
    ref: RUR.26/27B
"""

import re
from collections.abc import Callable

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import quoted

SEVERITY = Severity.ERROR


_LOOK_ALIKE = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), "\u00a0": " "}
)
_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\"'`\u00ab\u00bb"
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*|\s+")
_FIELD_AFTER = re.compile(r"[;|] *[a-z_]+:")
_UNKNOWN = frozenset(
    [
        "tbc",
        "tbd",
        "tba",
        "n/a",
        "na",
        "n/k",
        "nk",
        "none",
        "unknown",
        "vacant",
        "??",
        "???",
        "-",
        "x",
        "xx",
        "xxx",
    ]
)


def at(
    route: Route,
    field: str,
    text: str,
    do: str,
    because: str = "",
    *,
    personal: bool = False,
    meant: str | None = None,
) -> Problem:
    """`text` is not in the form of its field; `do` says what the form is, or `meant` stands for it.

    `meant` is what it plainly is, but for a sign that only looks like the right one.
    """
    because = because or _because(text)
    if meant:
        do = f"Write {meant}."
    elif _FIELD_AFTER.search(text):
        because, do = (
            ": between braces a comma ends a field, not this",
            "Put a comma there instead.",
        )
    elif text.casefold() in _UNKNOWN and route[-1] == "owner":
        do = "Until that is settled, write the post that will settle it, such as the LRO's."
    shown = quoted(text, personal=personal)
    return problem(route, value=True, shown=shown, field=field, because=because, do=do, edit=meant)


def meant_by(text: str, is_right: Callable[[str], object], *, many: bool) -> str | None:
    """The id, or where there may be `many` the list of ids, that a text plainly means."""
    bare = text.translate(_LOOK_ALIKE).strip(f" {_QUOTES}();,.[]")
    joined = re.sub("[ _]+", "-", bare)
    for one in (bare, bare.upper(), bare.lower(), joined, joined.upper()):
        if is_right(one):
            return one
    parts = [part.strip(_QUOTES) for part in _BETWEEN.split(bare) if part.strip(_QUOTES)]
    if many and len(parts) > 1 and all(map(is_right, parts)):
        return f"[{', '.join(parts)}]"
    return None


def _because(text: str) -> str:
    if any(sign in text for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"):
        return ": it has a long dash, where a hyphen (-) belongs"
    if any(sign in text for sign in "\u2018\u2019\u201c\u201d"):
        return ": it has curly quotation marks in it"
    if "," in text or " and " in text or "/" in text:
        return ": it looks like more than one"
    if text != text.strip():
        return ": there is a space at its start or end"
    return ": there is a space in it" if " " in text else ""
