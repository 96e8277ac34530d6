"""What a message spells out → whether it is certain: a date, quotation marks, brackets, a capital.

No id that leads to something is ever changed, and no word of a text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planc.model.edit import TextEdit
from planc.resources import field_names, referring_fields


def approve_edit(rule: str, edits: Sequence[TextEdit], about: str, text: str) -> bool:
    """Whether planc may make what a message spells out without asking: within one line, and of one
    of the kinds below. `about` is the field, `text` the file."""
    kind = _KINDS.get(rule)
    if kind is None or len(edits) != 1 or edits[0].span.line != edits[0].span.end_line:
        return False
    (edit,) = edits
    old = text.split("\n")[edit.span.line - 1]
    start, end = edit.span.column - 1, edit.span.end_column - 1
    new = old[:start] + edit.text + old[end:]
    return kind.holds(_Edit(old, new.split("\n")[0], old[start:end], edit.text, about))


def most_differences(rule: str) -> int:
    """How many values of the file an edit of the rule may change."""
    return _KINDS[rule].differences


@dataclass(frozen=True)
class _Edit:
    """The line before and after, what is replaced by what, and what it is about."""

    old: str
    new: str
    was: str
    becomes: str
    field: str


def _is_date(edit: _Edit) -> bool:
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edit.becomes) is not None


def _is_quotes(edit: _Edit) -> bool:
    return re.sub("[\"']", "", edit.old) == re.sub("[\"']", "", edit.new)


def _is_indentation(edit: _Edit) -> bool:
    return edit.old.strip() == edit.new.strip()


def _is_case(edit: _Edit) -> bool:
    """Whether only capitals and small letters differ, and it is no id that leads elsewhere."""
    refers = edit.field != "ref" and edit.field.split(".")[-1] in referring_fields()
    return edit.was.casefold() == edit.becomes.casefold() and not refers


def _is_brackets(edit: _Edit) -> bool:
    """Whether what stood there stands in brackets now, with commas between."""
    return edit.becomes.startswith("[") and _words(edit.was) == _words(edit.becomes)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\s,;/&\[\]\"']+", text) if word != "and"]


def _is_field(edit: _Edit) -> bool:
    """Whether the name of a field has one letter wrong, and could be no other field's."""
    was, becomes = edit.was.strip("\"'"), edit.becomes
    near = {name for name in field_names() if _is_a_letter_off(was, name)}
    return near == {becomes} or was.casefold() == becomes


def _is_a_letter_off(one: str, other: str) -> bool:
    """Whether one letter too many, too few, wrong, or two in the wrong order part the two."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return abs(len(one) - len(other)) == 1
    a, b = one[start:], other[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or swapped


class _Kind(NamedTuple):
    """A kind of edit: which are of it, and how many values it may change."""

    holds: Callable[[_Edit], bool]
    differences: int = 1


_KINDS: Mapping[str, _Kind] = {
    "impossible-date": _Kind(_is_date),
    "colon-in-text": _Kind(_is_quotes, 0),
    "quotes-needed": _Kind(_is_quotes, 0),
    "quotes-advised": _Kind(_is_quotes, 0),
    "indentation": _Kind(_is_indentation, 0),
    "wrong-type": _Kind(_is_brackets),
    "malformed-value": _Kind(lambda edit: _is_brackets(edit) or _is_case(edit)),
    "unknown-value": _Kind(_is_case),
    "marking-malformed": _Kind(_is_case),
    "unknown-field": _Kind(_is_field),
}
"""By the rule whose message spells the edit out."""
