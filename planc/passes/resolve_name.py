"""What an officer typed -> the plan, the id, the post or the board that was meant."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from planc.errors import PlancError
from planc.wording.words import listed, nearest


class Resolved(NamedTuple):
    """The name that was meant; `exact` says whether it was written plainly enough to be sure."""

    name: str
    exact: bool


def resolve_name(typed: str, titles: Mapping[str, str], what: str) -> Resolved:
    """The name among `titles` (each with the words it is called by) that was meant.

    The name itself, in any case and with any separators; else words that only its title has; else
    the nearest name. Raises PlancError where none is near, or more than one has the words.
    """
    same = [name for name in titles if _plain(name) == _plain(typed)]
    if typed in titles or len(same) == 1:
        return Resolved(typed if typed in titles else same[0], exact=True)
    words = set(_words(typed))
    having = [name for name, title in titles.items() if words and words <= set(_words(title))]
    if len(having) == 1:
        return Resolved(having[0], exact=True)
    if having:
        raise PlancError(f'"{typed}" fits more than one {what}: {listed(having)}. Say which.')
    near = nearest(typed, titles)
    if near is None:
        raise PlancError(f'"{typed}" is no {what} here. There are: {listed(list(titles))}.')
    return Resolved(near, exact=False)


def looks_like_id(typed: str) -> bool:
    """Whether something typed is meant for an id and not for words: `PUR-1`, `pur1`."""
    return re.fullmatch(r"[A-Za-z]{2,5}[-_ ]?[0-9]+[A-Za-z]?", typed) is not None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
