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
from collections.abc import Callable, Collection, Mapping

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.references import REFERENCES
from planc.wording.words import folded, listed, quoted

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
    is_name = route == ("ref",) or route[-1] in ("id", "key")
    because = because or _because(text, is_name=is_name)
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


def among(route: Route, field: str, text: str, kind: str, known: Collection[str]) -> Problem:
    """`text` is no id: the one of those `known` that it plainly means; else the likeliest first."""
    personal, named = kind == "post", dict(known) if isinstance(known, Mapping) else {}
    slug = "-".join(re.findall("[a-z0-9]+", text.casefold()))
    parts = [part for part in re.findall("[a-z0-9]+(?:-[a-z0-9]+)*", text) if part != "and"]
    titles = {folded(title): name for name, title in named.items()}
    if meant := slug if slug in known else titles.get(folded(text)):
        return at(route, field, text, "", personal=personal, meant=meant)
    if len(parts) > 1 and all(part in known for part in parts):
        others = f', and "support: [{", ".join(parts[1:])}]" beside it'
        also = others if route[-1] == "owner" else ""
        do = f"Write one {kind} here, such as {parts[0]}{also}."
        return at(route, field, text, do, ": it looks like more than one", personal=personal)
    words = _words(text)
    shared = {one: len(words & _words(f"{one} {named.get(one, '')}")) for one in known}
    likely = [one for one in known if shared[one] == max(shared.values())] or [*known]
    such_as = ", such as " if len(likely) < len(known) else ": "
    never = " Never a name." if personal else ""
    do = f"Write {REFERENCES[kind].name}{such_as}{listed(likely, 5)}.{never}"
    return at(route, field, text, do, personal=personal)


def _words(text: str) -> set[str]:
    """The words of a name, those left out that most names have."""
    return {word for word in re.findall("[a-z]+", text.casefold()) if len(word) > 2}


def several(text: str, is_right: Callable[[str], object]) -> list[str]:
    """The ids in a text that holds more than one and nothing else."""
    parts = [part for part in _BETWEEN.split(text.strip(" []")) if part]
    return parts if len(parts) > 1 and all(map(is_right, parts)) else []


def _because(text: str, *, is_name: bool) -> str:
    if any(sign in text for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"):
        return ": it has a long dash, where a hyphen (-) belongs"
    if any(sign in text for sign in "\u2018\u2019\u201c\u201d"):
        return ": it has curly quotation marks in it"
    if not is_name and re.search("[,/&+;]| and ", text):
        return ": it looks like more than one"
    if text != text.strip():
        return ": there is a space at its start or end"
    return ": there is a space in it" if " " in text else ""
