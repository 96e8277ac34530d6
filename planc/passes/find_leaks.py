"""Finished paper -> what of a plan is in it that its edition was not granted.

Looks at every stored byte: words, attributes, properties, chart numbers, archives in archives. What
is also granted is no leak. It finds words; it cannot find what a reader may infer from them.
"""

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html import unescape
from typing import Any, NamedTuple

from planc.model.directory import Directory
from planc.model.document import Route
from planc.model.leaks import Leak, Secret, Secrets
from planc.model.plan import Plan
from planc.model.read_back import ReadBack
from planc.model.traversal import leaves
from planc.model.view import FOR_PARTNERS, View
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from planc.wording.day import long_day, short_day, ways_to_write
from planc.wording.text import words_of


class Likeness(NamedTuple):
    """What counts as a text of the plan found again.

    `run` words on end of a longer text are enough. A shorter one must stand there whole, and have
    so many `words`, and so many `letters` and figures. An id, a reference or the operation counts
    however short it is, if it is like `name`. With `short`, keys and figures count as well, and
    days in all the ways in which they are written.
    """

    run: int
    words: int
    letters: int
    name: re.Pattern[str]
    short: bool = False


ANY = Likeness(run=5, words=1, letters=8, name=re.compile(r"(?=.*[^\W\d]).{4}"), short=True)
"""For a person who can judge what was found: it may be chance that somebody wrote the same."""
CERTAIN = Likeness(run=8, words=8, letters=8, name=re.compile(r"(?=.*[^\W\d])(?=.*[\d ]).{4}"))
"""For refusing a paper without asking: no heading or sentence of planc's own is taken for it."""


def secrets_of(plan: Plan, view: View, directory: Directory, likeness: Likeness = ANY) -> Secrets:
    """What a paper made from the view must not hold of the plan."""
    shown = _Shown(_shown(view, likeness))
    texts = [
        secret
        for secret in _secret_texts(plan, directory, likeness, shown.whole)
        if any(phrase not in shown for phrase in _phrases(secret.words, likeness.run))
    ]
    if likeness.short:
        granted = {(_names_in(s.route), s.words) for s in _figures(view.plan)}
        kept = (s for s in _figures(plan) if (_names_in(s.route), s.words) not in granted)
        texts += kept
    return Secrets(plan.ref or "", tuple(texts), shown.text, likeness.run)


def find_leaks(paper: ReadBack, secrets: Sequence[Secrets]) -> list[Leak]:
    """Each piece of a paper and each field of a plan that it must not hold, once.

    `secrets` are those of every plan that it is made from: what any of them granted is no leak.
    """
    written = _Written(paper)
    sought = {phrase for *_, phrase in _sought(secrets) if written.may_hold(phrase)}
    pieces = written.pieces_with(sought)
    for one in secrets:
        for phrase in _standing(pieces, one.granted):
            del pieces[phrase]
    leaks: dict[Leak, None] = {}
    for plan, route, phrase in _sought(secrets) if pieces else ():
        leaks |= dict.fromkeys(Leak(piece, plan, route) for piece in pieces.get(phrase, ()))
    return list(leaks)


def _sought(secrets: Iterable[Secrets]) -> Iterator[tuple[str, Route, str]]:
    """Every phrase that must not be found, with its plan and its place there."""
    for plan, texts, _, run in secrets:
        for secret in texts:
            for phrase in _phrases(secret.words, run):
                yield plan, secret.route, phrase


def _standing(phrases: Collection[str], text: str) -> set[str]:
    """Those of the phrases that stand in a text."""
    # however many they are, the text is gone through once
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        first, *others = phrase.split()
        lengths.setdefault(first, set()).add(len(others) + 1)
    words = text.split() if lengths else ()
    runs = (
        " ".join(words[at : at + length])
        for at, word in enumerate(words)
        if word in lengths
        for length in lengths[word]
    )
    return {run for run in runs if run in phrases}


class _Shown:
    """The words that a view holds, to be asked whether a phrase is among them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.whole = dict.fromkeys(texts)
        # as a paper has them, one after the other
        self.text = f" {' '.join(self.whole)} "
        self._words = set(self.text.split())

    def __contains__(self, phrase: str) -> bool:
        # most phrases have a word that is not there at all
        return self._words.issuperset(phrase.split()) and f" {phrase} " in self.text


class _Written:
    """The words of a paper's pieces, as they are stored and as they can be read."""

    def __init__(self, paper: ReadBack) -> None:
        self._readings = {piece: _readings_of(content) for piece, content in paper.stored.items()}
        texts = itertools.chain.from_iterable(self._readings.values())
        self._words = {word for text in texts for word in text.split()}

    def may_hold(self, phrase: str) -> bool:
        """Whether each of its words stands somewhere: of most phrases one does not."""
        return self._words.issuperset(phrase.split())

    def pieces_with(self, phrases: Collection[str]) -> dict[str, list[str]]:
        """The pieces in which phrases stand, by the phrase."""
        pieces: dict[str, list[str]] = {}
        for piece, texts in self._readings.items():
            for phrase in set().union(*(_standing(phrases, text) for text in texts)):
                pieces.setdefault(phrase, []).append(piece)
        return pieces


def _phrases(text: str, length: int) -> Iterator[str]:
    """Every `length` words on end; the whole text, if it has no more."""
    words = text.split()
    for at in range(max(len(words) - length, 0) + 1):
        yield " ".join(words[at : at + length])


# What is looked for


def _secret_texts(
    plan: Plan, directory: Directory, likeness: Likeness, known: Collection[str]
) -> Iterator[Secret]:
    """Every text of a plan by which it would be known again, but for those that are known."""
    for route, text, sort in _statements(plan, directory, likeness):
        words = text.count(" ") + 1
        if text not in known and (
            words > likeness.run
            or _counts(text, sort, likeness)
            or (words >= likeness.words and len(text.replace(" ", "")) >= likeness.letters)
        ):
            yield Secret(route, text, sort)


def _counts(text: str, sort: str, likeness: Likeness) -> bool:
    """Whether it is looked for however short it is."""
    return sort == "day" or (sort == "name" and bool(likeness.name.match(text)))


def _statements(
    plan: Plan, directory: Directory, likeness: Likeness
) -> Iterator[tuple[Route, str, str]]:
    """Every free text, day and id of a plan, and the posts and organisations that it names.

    With each, whether it is a day, a name or a text.
    """
    posts = {post.id: post.title for post in directory.posts}
    names = {organisation.id: organisation.name for organisation in directory.organisations}
    for route, value in leaves(plan):
        if isinstance(value, dt.date):
            yield from ((route, words_of(form), "day") for form in _forms(value, likeness))
        elif isinstance(value, str) and not _is_chosen(tuple(map(_any_item, route))):
            text = words_of(value)
            yield route, text, "name" if route[-1] in _NAMES else "phrase"
            for named in (posts.get(value), names.get(value)):
                if named:
                    yield route, words_of(named), "phrase"


_NAMES = ("id", "key", "ref", "operation")


@cache
def _field(route: Route) -> Mapping[str, Any]:
    """What the schema says of a field."""
    return field_at(schema("plan"), route)


def _is_chosen(route: Route) -> bool:
    """Whether the schema has a list of words for a field, so that it tells nothing by itself."""
    return "enum" in _field(route)


def _any_item(step: str | int) -> str | int:
    return 0 if isinstance(step, int) else step


def _shown(view: View, likeness: Likeness) -> Iterator[str]:
    """Every text and day that a paper may hold: the granted plan's, and what is nobody's secret."""
    yield from (text for _, text, _ in _statements(view.plan, view.directory, likeness))
    terms = (view.shared_under, view.destroy_by) if view.edition in FOR_PARTNERS else ()
    for _, value in leaves((view.policy, view.directory, view.as_of, terms)):
        if isinstance(value, dt.date):
            yield from map(words_of, _forms(value, likeness))
        elif isinstance(value, str):
            yield words_of(value)


def _forms(day: dt.date, likeness: Likeness) -> tuple[str, ...]:
    as_printed = long_day(day), short_day(day), day.isoformat()
    return (*as_printed, *ways_to_write(day)) if likeness.short else as_printed


# Short facts: keys and figures


def _figures(plan: Plan) -> Iterator[Secret]:
    """What is too short to be known by itself: keys, numbers, and choices with a number in them."""
    for route, value in leaves(plan):
        name, text = route[-1], str(value)
        field = _field(tuple(map(_any_item, route)))
        if name == "key":
            yield Secret(route, text, "key")
        elif _NUMBER.fullmatch(text) or _is_band(text, field):
            title = words_of(str(field.get("title", ""))).split()
            beside = {word for word in title if len(word) > 3} | _BESIDE.get(str(name), set())
            yield Secret(route, words_of(text), "figure", frozenset(beside))


def _is_band(text: str, field: Mapping[str, Any]) -> bool:
    """Whether it is one of a few values, with a number in it: `20 to 49`."""
    return "enum" in field and re.search("[0-9]", text) is not None


_NUMBER = re.compile(r"[0-9][0-9,.]{0,8}%?")
_PEOPLE = {"member", "members", "people", "persons", "strong", "suspects", "subjects", "men"}
_VICTIMS = {"victim", "victims", "people", "children", "persons", "exploited"}
_BESIDE = {"group_size": _PEOPLE | {"group", "gang"}, "victims": _VICTIMS}


def _names_in(route: Route) -> tuple[str, ...]:
    """The fields on the way to a fact, without places in lists."""
    return tuple(step for step in route if isinstance(step, str))


# Where it is looked for

_TAG = re.compile(r"(<[^>]*>)")
_END = re.compile(
    r"</(?:w:p|w:tc|p|li|td|th|h[1-6]|c:v|div|title|caption)>|<(?:w:br|w:tab|br)\b[^>]*>"
)
_ATTRIBUTE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SHORT = 16_384


def _readings_of(content: bytes) -> tuple[str, ...]:
    """The ways in which a piece can be read as words, each once."""
    return _known_readings(content) if len(content) < _SHORT else _all_readings(content)


def _all_readings(content: bytes) -> tuple[str, ...]:
    codings = ("utf-8", "utf-16-le", "utf-16-be") if 0 in content else ("utf-8",)
    texts = (content.decode(coding, errors="ignore") for coding in codings)
    return tuple(dict.fromkeys(words_of(reading) for text in texts for reading in _readings(text)))


# styles and the like are the same in one paper after another; whole papers would fill the memory
_known_readings = lru_cache(maxsize=64)(_all_readings)


def _readings(text: str) -> Iterator[str]:
    """The ways in which a text can be read: as what shows it makes of it, and as it is stored."""
    as_stored = [text]
    if "<" in text:
        parts = _TAG.split(text)
        tags = dict.fromkeys(parts[1::2])
        apart = " ".join(parts[::2])
        if _is_markup(text, len(parts) // 2):
            as_stored = [" ".join(tags), apart]
        # words may be parted by tags, or joined by them; values of attributes are words too
        ends = {tag: " " if _END.match(tag) else "" for tag in tags}
        parts[1::2] = [ends[tag] for tag in parts[1::2]]
        yield from (unescape("".join(parts)), unescape(apart))
        values = _ATTRIBUTE.findall(as_stored[0])
        yield unescape(" ".join(a or b for a, b in values))
    yield from as_stored
    yield from (re.sub(r"\\(.)", r"\1", one) for one in as_stored if "\\" in one)


def _is_markup(text: str, tags: int) -> bool:
    """Whether each < begins a tag and each > ends one: then those that are alike are read once.

    Elsewhere < and > may be a writer's own, and words may go on from one side to the other.
    """
    return text.startswith("<") and text.count("<") == text.count(">") == tags
