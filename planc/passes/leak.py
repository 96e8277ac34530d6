"""Finished paper -> what of a plan is in it that its edition was not granted.

Looks at every stored byte: words, attributes, properties, chart numbers, archives in archives. What
is also granted is no leak. It finds words; it cannot find what a reader may infer from them.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from typing import Any, NamedTuple

from planc.model.crumbs import field_at
from planc.model.day import long_day, short_day
from planc.model.directory import Directory
from planc.model.document import Route
from planc.model.paper import Paper
from planc.model.plan import Plan
from planc.model.view import View
from planc.resources import schema

SHORTEST = 8
"""A text with fewer letters and figures is not looked for: it would be found everywhere."""
_RUN = 5
"""So many words on end of a longer text are enough to know it again."""


class Leak(NamedTuple):
    """Where something was found: the stored piece, and the field of the plan that it is from."""

    piece: str
    route: Route


class _Secret(NamedTuple):
    route: Route
    phrase: str


def leaks(paper: Paper, plan: Plan, directory: Directory, view: View) -> Iterator[Leak]:
    """Each piece of the paper and each field of the plan that it must not hold, once."""
    granted = _Words(words for _, words in _said(view.plan, view.directory))
    granted.add(_said_by(view.policy))
    granted.add([_norm(form) for form in _forms(view.as_of)])
    secrets = list(_secrets(plan, directory, granted))
    for piece, content in paper.stored.items():
        found = _Words(_readings(content))
        told: set[Route] = set()
        for secret in secrets:
            if secret.route not in told and secret.phrase in found:
                told.add(secret.route)
                yield Leak(piece, secret.route)


class _Words:
    """Every run of up to `_RUN` words in some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._runs: set[str] = set()
        self.add(texts)

    def add(self, texts: Iterable[str]) -> None:
        for text in texts:
            for length in range(1, _RUN + 1):
                self._runs.update(_runs(text, length))

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._runs


def _runs(text: str, length: int) -> Iterator[str]:
    words = text.split()
    for at in range(len(words) - length + 1):
        yield " ".join(words[at : at + length])


def _norm(text: str) -> str:
    """Its letters and figures in small, a space between words: how a text is compared."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded.replace("_", " ")))


# What is looked for


def _secrets(plan: Plan, directory: Directory, granted: _Words) -> Iterator[_Secret]:
    for route, text in _said(plan, directory):
        is_id = route[-1] in ("id", "key", "ref") and any(c.isdigit() for c in text)
        if len(text.replace(" ", "")) < SHORTEST and not is_id:
            continue
        phrases = list(_runs(text, _RUN)) or [text]
        yield from (_Secret(route, phrase) for phrase in phrases if phrase not in granted)


def _said(plan: Plan, directory: Directory) -> Iterator[tuple[Route, str]]:
    """Every free text, day and id of a plan, and the posts and organisations that it names."""
    posts = {post.id: post.title for post in directory.posts}
    names = {held.id: held.name for held in directory.organisations}
    for route, value, field in _leaves(plan, schema("plan"), ()):
        if isinstance(value, dt.date):
            yield from ((route, _norm(form)) for form in _forms(value))
        elif isinstance(value, str) and "enum" not in field:
            yield route, _norm(value)
            for named in (posts.get(value), names.get(value)):
                if named:
                    yield route, _norm(named)


def _leaves(
    noun: Any, node: Mapping[str, Any], route: Route
) -> Iterator[tuple[Route, Any, Mapping[str, Any]]]:
    for field in fields(noun):
        value = getattr(noun, field.name)
        if field.name == "route" or value is None:
            continue
        held = field_at(node, (field.name,))
        for at, part in enumerate(value) if isinstance(value, tuple) else [(-1, value)]:
            way = (*route, field.name) if at < 0 else (*route, field.name, at)
            inner = held if at < 0 else held.get("items", {})
            if is_dataclass(part):
                yield from _leaves(part, inner, way)
            else:
                yield way, part, inner


def _said_by(value: Any) -> Iterator[str]:
    """Every text and day of the policy, which is nobody's secret."""
    if isinstance(value, str):
        yield _norm(value)
    elif isinstance(value, dt.date):
        yield from map(_norm, _forms(value))
    elif isinstance(value, tuple):
        for part in value:
            yield from _said_by(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _said_by(getattr(value, field.name))


def _forms(day: dt.date) -> tuple[str, ...]:
    return long_day(day), short_day(day), day.isoformat()


# Where it is looked for

_TAG = re.compile(r"<[^>]*>")
_END = re.compile(
    r"</(?:w:p|w:tc|p|li|td|th|h[1-6]|c:v|div|title|caption)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")


def _readings(content: bytes) -> Iterator[str]:
    """The ways in which a piece can be read as words."""
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = content.decode(coding, errors="ignore")
        if coding != "utf-8" and not content.count(0):
            continue
        yield _norm(text)
        if "<" in text:
            # words may be parted by tags, or joined by them; values of attributes are words too
            yield _norm(unescape(_TAG.sub("", _END.sub(" ", text))))
            yield _norm(unescape(_TAG.sub(" ", text)))
            yield _norm(unescape(" ".join(a or b for a, b in _ATTRIBUTE.findall(text))))
        if "\\" in text:
            yield _norm(re.sub(r"\\(.)", r"\1", text))
