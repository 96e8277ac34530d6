"""The one walk over nouns: what they say, and where in them it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from planc.model.document import Route


def parts(noun: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a noun and their values. Its route says where it stands, and is left out."""
    return (
        (field.name, getattr(noun, field.name)) for field in fields(noun) if field.name != "route"
    )


def leaves(value: Any, route: Route = ()) -> Iterator[tuple[Route, Any]]:
    """Each text, number and day in a noun or a tuple of them, with its route.

    A noun that knows its own route is taken at its word: what stood before it may be left out.
    """
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from leaves(part, (*route, index))
    elif is_dataclass(value):
        here = getattr(value, "route", route)
        for name, part in parts(value):
            yield from leaves(part, (*here, name))
    elif value is not None:
        yield route, value


def texts(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Each text among them."""
    return ((at, leaf) for at, leaf in leaves(value, route) if isinstance(leaf, str))
