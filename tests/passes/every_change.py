"""Every change that can be made to a file, and a judge of what was made of it that is not planc.

The judge reads with PyYAML alone: what the file says must be what was meant, and not a byte outside
the place of the change, as PyYAML has it, may have moved.
"""

import copy
from collections.abc import Iterator
from typing import Any

import yaml

from planc.model.change import Append, Change, Remove, Set
from planc.model.document import Data, Route

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Takes every scalar as its text, as planc does."""

AWKWARD = (
    "Simple words", "NO", "0123", "9:30", "a: b", "x #1", "it's", 'say "hi"', "two\nlines", "",
    "- dash", "{b", "[c", "2026-01-02", "true", "word " * 60 + "end", "a, b", "Ynys Môn 北",
    "\\back", " lead", "trail ", "<<<<<<< HEAD", "? why", "!no", "@post", "%x", "`x`", "*all", "&x",
)  # fmt: skip

ODD = {
    "lf": "a: one\nb: {c: two, d: [x, y]}\nl:\n  - {e: 1}\n  - {e: 2}\n",
    "crlf": "a: one\r\nb: {c: two, d: [x, y]}\r\nl:\r\n  - {e: 1}\r\n  - {e: 2}\r\n",
    "mixed line ends": "a: one\r\nb: two\nl:\r\n  - {e: 1}\n  - {e: 2}\r\n",
    "byte order mark": "\ufeffa: one\nb: two\n",
    "no last newline": "a: one\nb: two",
    "no last newline, crlf": "a: one\r\nl:\r\n  - x",
    "json": '{"a": "one", "b": {"c": [1, 2, {"d": "e"}]}}\n',
    "json in lines": '{\n  "a": "one",\n  "b": [\n    "x",\n    "y"\n  ]\n}\n',
    "folded": "a: >\n  one two\n  three\nb: two\n",
    "folded, stripped": "a: >-\n  one two\n\n  three\nb: two\n",
    "literal": "a: |\n  one\n  two\nb: two\n",
    "literal in a list": "l:\n  - a: |\n      one\n    b: two\n  - a: x\n",
    "kept": "a: |+\n  one\n\nb: two\n",
    "plain over lines": "a: one\n  two\nb: three\n",
    "quoted over lines": 'a: "one\n  two"\nb: three\n',
    "comments": "# top\na: one  # first\n\n# b\nb: two\nl:  # list\n  # in\n  - x  # item\n# end\n",
    "comments in brackets": "a: [x,  # why\n  y]\nb: {c: d,  # so\n  e: f}\n",
    "trailing commas": "a: [x, y,]\nb: {c: d,}\n",
    "empty list": "a: one\nlog: []  # none yet\n",
    "empty field": "a: one\nlog:\nb: two\n",
    "empty field at the end": "a: one\nlog:\n",
    "tilde": "a: ~\nb: null\n",
    "document marks": "---\na: one\nl:\n  - x\n...\n",
    "indentless list": "l:\n- x\n- {a: b}\nb: two\n",
    "deep": "a:\n  b:\n    c:\n      - d:\n          e: f\n          g: h\n      - d: i\n",
    "blank lines between": "l:\n  - {a: 1}\n\n  - {a: 2}\n\nb: two\n",
    "letters of the world": "a: Ynys Môn 北京 😀\nb: [ä, ö]\n",
    "spaces": "a:    one   \nb:   {  c :  d  }\nl:\n   -   x\n   -   y\n",
    "single quotes": "a: 'it''s'\nb: ['x', 'y']\n",
    "keys in quotes": "\"a\": one\n'b c': two\n",
    "wide indent": "a:\n        b: one\n        l:\n            - x\n            - y\n",
    "list of lists": "l: [[a, b], [c]]\nm:\n  - - x\n    - y\n",
}
"""Files in ways to write that planc's samples do not have."""

ENTRY: dict[str, Data] = {"date": "2026-11-20", "ref": "PUR-1", "note": "Notices drafted"}


def routes(data: Data, route: Route = ()) -> Iterator[Route]:
    """The way to every value."""
    yield route
    if isinstance(data, dict):
        for name, value in data.items():
            yield from routes(value, (*route, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from routes(value, (*route, index))


def changes(data: Data, route: Route, text: str) -> Iterator[Change]:
    """Every sort of change at a place, with a text to be written."""
    entry: dict[str, Data] = {**ENTRY, "note": text}
    value = at(data, route)
    if route:
        yield Remove(route)
    if isinstance(value, dict):
        yield Set((*route, "new_field"), text)
        yield Set((*route, "new_list"), [entry])
        yield Append((*route, "new_list"), entry)
    elif isinstance(value, list):
        yield Append(route, text)
        yield Append(route, entry)
    else:
        yield Set(route, text)


def at(data: Any, route: Route) -> Any:
    """The value at a place."""
    for step in route:
        data = data[step]
    return data


def fault(raw: bytes, after: bytes, change: Change) -> str | None:
    """What is wrong with a file after a change; None if it is as it should be."""
    before, text = raw.decode("utf-8-sig"), after.decode("utf-8-sig")
    if raw.startswith(b"\xef\xbb\xbf") != after.startswith(b"\xef\xbb\xbf"):
        return "the byte order mark"
    if _texts(yaml.load(text, _Loader)) != _meant(before, change):  # noqa: S506
        return f"it says {yaml.load(text, _Loader)!r}"  # noqa: S506
    return None if _stayed(before, text, change) else "something else moved"


def _meant(before: str, change: Change) -> Any:
    data = copy.deepcopy(yaml.load(before, _Loader))  # noqa: S506
    holder: Any = at(data, change.route[:-1]) if change.route else None
    step: Any = change.route[-1] if change.route else None
    if isinstance(change, Remove):
        del holder[step]
    elif isinstance(change, Set):
        holder[step] = change.value
    elif not change.route:
        data.append(change.value)
    else:
        old = holder.get(step, []) if isinstance(holder, dict) else holder[step]
        holder[step] = [*(old or []), change.value]
    return _texts(data)


def _texts(data: Any) -> Any:
    """The data with each scalar as its text, the last line end of a text in lines left out."""
    if isinstance(data, dict):
        return {key: _texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_texts(item) for item in data]
    return str(data).removesuffix("\n")


def _stayed(before: str, text: str, change: Change) -> bool:
    """Whether all that stands before and behind the place of the change is as it was."""
    if isinstance(change, Set) and _has(before, change.route):
        node = _node(yaml.compose(before, _Loader), change.route)
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:
            return _lies_in(before, text)
        return text.startswith(before[:start]) and text.endswith(before[end:])
    if isinstance(change, Remove):
        return _lies_in(text, before) or _lies_in(text.replace(" []", "", 1), before)
    if _lies_in(before, text):
        return True
    return any(  # an empty value gives way to the list
        before.count(empty) and _lies_in(before.replace(empty, "", 1), text)
        for empty in (" []", "[]", " ~", " null")
    ) or _lies_in(_without_commas(before), _without_commas(text))


def _has(before: str, route: Route) -> bool:
    try:
        at(yaml.load(before, _Loader), route)  # noqa: S506
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _node(node: Any, route: Route) -> Any:
    for step in route:
        if isinstance(node, yaml.MappingNode):
            node = next(value for key, value in node.value if key.value == step)
        else:
            node = node.value[step]
    return node


def _without_commas(text: str) -> str:
    return text.replace(",", "")


def _lies_in(short: str, long: str) -> bool:
    """Whether the long text is the short one with something put in at one place."""
    ahead = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), None)
    ahead = len(short) if ahead is None else ahead
    return len(long) >= len(short) and long.endswith(short[ahead:])
