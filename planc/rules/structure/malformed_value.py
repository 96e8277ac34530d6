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
from collections.abc import Callable, Collection, Mapping, Sequence

from planc.detect.name_forms import is_name_of_person
from planc.model.document import Data, Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.references import REFERENCES, UNKNOWN, UNSETTLED, whole_table
from planc.wording.words import folded, listed, quoted

SEVERITY = Severity.ERROR


_LOOK_ALIKE = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), "\u00a0": " "}
)
_QUOTES = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\"'`\u00ab\u00bb"
_BETWEEN = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*|\s+")
_FIELD_AFTER = re.compile(r"[;|] *[a-z_]+:")
_BESIDE_POSTS = frozenset(
    ["a", "an", "and", "or", "the", "with", "plus", "both", "of", "for", "to", "by"]
) | {"acting", "deputy", "vacant", "sro", "lro"}
"""Words that may stand beside those that posts are called by, and name nobody."""


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
    elif text.casefold() in UNKNOWN and route[-1] == "owner":
        do = UNSETTLED
    shown = f'What stands after "{_named(route)}:"' if personal else quoted(text)
    return problem(route, value=True, shown=shown, field=field, because=because, do=do, edit=meant)


def _named(route: Route) -> str:
    """The field at the end of a route, or the one whose list it leads into."""
    return str(next(step for step in reversed(route) if isinstance(step, str)))


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


def among(
    route: Route, field: str, text: str, kind: str, known: Collection[str], data: Data = None
) -> Problem:
    """`text` is no id: the one of those `known` that it plainly means; else the likeliest first.

    `data` is the plan, which says who its SRO and its LRO are.
    """
    personal, named = kind == "post", dict(known) if isinstance(known, Mapping) else {}
    personal = personal and not _is_of_posts(text, named)
    slug = "-".join(re.findall("[a-z0-9]+", text.casefold()))
    parts = [part for part in re.findall("[a-z0-9]+(?:-[a-z0-9]+)*", text) if part != "and"]
    titles = {folded(title): name for name, title in named.items()}
    if meant := slug if slug in known else titles.get(folded(text)):
        return at(route, field, text, "", personal=personal, meant=meant)
    there = [part for part in parts if part in known]
    if len(there) > 1 and len(there) == len(parts):
        others = f', and "support: [{", ".join(parts[1:])}]" beside it'
        also = others if route[-1] == "owner" else ""
        do = f"Write one {kind} here, such as {parts[0]}{also}."
        return at(route, field, text, do, ": it looks like more than one", personal=personal)
    if otherwise := _said_otherwise(route, kind, text, there, data):
        return at(route, field, text, otherwise, personal=personal)
    words = _words(text)
    shared = {one: len(words & _words(f"{one} {named.get(one, '')}")) for one in known}
    most = max(shared.values(), default=0)
    likely = [one for one in known if shared[one] == most] or [*known]
    such_as = ", such as " if len(likely) < len(known) else ": "
    never = " Never a name." if kind == "post" else ""
    do = f"Write {REFERENCES[kind].name}{such_as}{listed(likely, 5)}.{never}"
    if kind == "post" and not most and len(likely) > 7:
        do = f"Write the id of the post that they hold, as directory.yaml has it.{never}"
    return at(route, field, text, do, personal=personal)


def _said_otherwise(
    route: Route, kind: str, text: str, there: Sequence[str], data: Data
) -> str | None:
    """What to write for a text that has one id and more in it, or means a post by its part."""
    if kind == "post" and (for_all := whole_table(route, text)):
        return for_all
    if len(there) == 1:
        return f"Write {there[0]} alone."
    part = re.sub(r"^the ", "", folded(text))
    post = data.get(part) if isinstance(data, dict) and part in ("sro", "lro") else None
    if kind == "post" and isinstance(post, str):
        return (
            f"Write {post}, the {part.upper()} of this plan; or the post that was it on that day."
        )
    return None


def _is_of_posts(text: str, titles: Mapping[str, str]) -> bool:
    """Whether every word is one that posts are called by, so that it can name nobody else."""
    known = {word for post, title in titles.items() for word in _all_words(f"{post} {title}")}
    return _all_words(text) <= known | _BESIDE_POSTS and not is_name_of_person(text)


def _all_words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))


def inside(
    route: Route, field: str, text: str, kind: str, titles: Mapping[str, str], *, many: bool
) -> Problem:
    """`text` is none of the ids of the plan, whose titles are known: the one it plainly means."""
    if meant := meant_by(text, titles.__contains__, many=many) or _by_title(text, kind, titles):
        return at(route, field, text, "", meant=meant)
    if two := several(text, titles.__contains__):
        do = f"Write one id here, {two[0]}, and a line of its own for each other."
        return at(route, field, text, do, ": it looks like more than one")
    letters = re.sub("[^a-z]", "", text.casefold())[:3]
    ranked = sorted(titles, key=lambda one: not one.casefold().startswith(letters or "?"))
    because = "" if re.search("[0-9]", text) else ": it is no id"
    do = f"Write {REFERENCES[kind].name}: {listed(ranked, 5)}."
    return at(route, field, text, do, because or _because(text, is_name=False))


def _by_title(text: str, kind: str, titles: Mapping[str, str]) -> str | None:
    """The one id whose number, or whose title, the words have: `Objective 1`, `Action 7`."""
    letters, figures = re.sub("[^a-z]", "", text.casefold()), re.findall("[0-9]+", text)
    words = folded(text)
    found = [one for one, title in titles.items() if len(words) > 3 and words in folded(title)]
    if len(figures) == 1 and (letters or kind == "objective"):
        found = [one for one in titles if _is_called(one, letters, int(figures[0]))]
    return found[0] if len(found) == 1 else None


def _is_called(name: str, letters: str, number: int) -> bool:
    start = re.sub("[^a-z]", "", name.casefold())
    begins = letters.startswith(start) or start.startswith(letters)
    return begins and [int(one) for one in re.findall("[0-9]+", name)] == [number]


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
