"""The one walk over nouns: what they say, and where in them it stands."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from planc.model.document import Route


def parts(noun: object) -> Iterator[tuple[str, Any]]:
    """The fields of a noun and their values. Its route says where it stands, and is left out."""
    return ((name, getattr(noun, name)) for name in _NAMES[type(noun)] or ())


class _Names(dict[type, tuple[str, ...] | None]):
    """The fields of each kind of noun; None of what is no noun. To ask each time would be slow."""

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        names = None
        if is_dataclass(kind):
            names = tuple(field.name for field in fields(kind) if field.name != "route")
        self[kind] = names
        return names


_NAMES = _Names()


def leaves(value: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Each text, number and day in a noun or a tuple of them, with its route.

    A noun that knows its own route is taken at its word: what stood before it may be left out.
    """
    found: list[tuple[Route, Any]] = []
    _gather(value, route, found)
    return iter(found)


def _gather(value: object, route: Route, found: list[tuple[Route, Any]]) -> None:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            _gather(part, (*route, index), found)
    elif (names := _NAMES[type(value)]) is not None:
        here = getattr(value, "route", route)
        for name in names:
            _gather(getattr(value, name), (*here, name), found)
    elif value is not None:
        found.append((route, value))


def texts(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Each text among them."""
    return ((at, leaf) for at, leaf in leaves(value, route) if isinstance(leaf, str))


def words_in(value: Any) -> list[str]:
    """Each text among them, for those who need not know where it stands."""
    found: list[str] = []
    _gather_words((value,), found)
    return found


def _gather_words(values: tuple[object, ...], found: list[str]) -> None:
    for part in values:
        if isinstance(part, str):
            found.append(part)
        elif part:  # most of the rest is nothing, or no
            _gather_words(part if isinstance(part, tuple) else _VALUES[type(part)](part), found)


class _Values(dict[type, Callable[[Any], tuple[object, ...]]]):
    """What a noun of each kind has in its fields; nothing of what is no noun."""

    def __missing__(self, kind: type) -> Callable[[Any], tuple[object, ...]]:
        names = _NAMES[kind]
        if not names:
            self[kind] = lambda _: ()
        elif len(names) == 1:
            self[kind] = lambda noun: (getattr(noun, names[0]),)
        else:
            self[kind] = attrgetter(*names)
        return self[kind]


_VALUES = _Values()
