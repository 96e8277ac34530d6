"""The lists of a house file, with planc's own under a number that nobody else has."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from planc.formats.word.allowed_elements import copied
from planc.formats.word.marking_lookalikes import contradiction
from planc.formats.word.ooxml import W, value
from planc.formats.word.styles import BULLETS, OWN_FURNITURE, USED, own_list, use_ids


def merged_lists(
    own: Any, theirs: Any | None, renamed: Mapping[str, str]
) -> tuple[Any, frozenset[str]]:
    """The part with all lists, and the numbers of theirs that can be used."""
    merged = etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]})
    forms = [] if theirs is None else _taken(theirs, "abstractNum", "abstractNumId")
    known = {form.get(f"{W}abstractNumId") for form in forms}
    lists = [] if theirs is None else _taken(theirs, "num", "numId")
    lists = [one for one in lists if value(one, "abstractNumId") in known]
    for form in forms:
        use_ids(form, renamed)
        _clear(form, frozenset(renamed.values()))
    for element in own.iter(f"{W}abstractNum", f"{W}abstractNumId", f"{W}num"):
        for name in ("abstractNumId", "val", "numId"):
            if element.get(f"{W}{name}") is not None:
                element.set(f"{W}{name}", own_list(element.get(f"{W}{name}")))
    merged.extend([*forms, *own.findall(f"{W}abstractNum"), *lists, *own.findall(f"{W}num")])
    return merged, frozenset(one.get(f"{W}numId") for one in lists)


def _taken(theirs: Any, name: str, key: str) -> list[Any]:
    by_key: dict[str, Any] = {}
    for element in theirs.iter(f"{W}{name}"):
        copy = copied(element)
        if copy is not None and copy.get(f"{W}{key}") not in BULLETS.values():
            by_key.setdefault(copy.get(f"{W}{key}"), copy)
    return list(by_key.values())


def _clear(form: Any, known: frozenset[str]) -> None:
    """Takes words out of a list, and styles: ours, which it would number again, and unknown ones.

    A dot that reads NOT would say the contrary of every line.
    """
    for text in form.iter(f"{W}lvlText"):
        words = text.get(f"{W}val") or ""
        if re.search(r"[^\W\d_]{2}", words) or contradiction(words):
            text.set(f"{W}val", "•")
    for linked in list(form.iter(f"{W}pStyle")):
        style = linked.get(f"{W}val")
        if style in (*USED, *OWN_FURNITURE) or style not in known:
            linked.getparent().remove(linked)
