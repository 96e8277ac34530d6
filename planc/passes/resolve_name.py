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

    The name itself or its title, in any case and with any separators; else words that only its
    title has; else the letters that only it begins with; else the nearest name. Raises PlancError
    where none is near, or more than one has the words or the letters.
    """
    same = [name for name in titles if _plain(name) == _plain(typed)]
    same = same or [name for name, title in titles.items() if _words(title) == _words(typed) != []]
    if typed in titles or len(same) == 1:
        return Resolved(typed if typed in titles else same[0], exact=True)
    words = set(_words(typed))
    having = [name for name, title in titles.items() if words and words <= set(_words(title))]
    having = having or [name for name in titles if _begins(name, typed)]
    if len(having) == 1:
        return Resolved(having[0], exact=True)
    if having:
        fitting = listed([f"{n} ({titles[n]})" if titles[n] not in ("", n) else n for n in having])
        raise PlancError(f'"{typed}" fits more than one {what}: {fitting}. Say which.')
    near = nearest(typed, titles)
    if near is None or _is_another(typed, near):
        raise PlancError(f'"{typed}" is no {what} here. There are: {listed(list(titles))}.')
    return Resolved(near, exact=False)


def looks_like_id(typed: str) -> bool:
    """Whether something typed is meant for an id and not for words: `PUR-1`, `pur1`."""
    return re.fullmatch(r"[A-Za-z]{2,5}[-_ ]?[0-9]+[A-Za-z]?", typed) is not None


def _is_another(typed: str, name: str) -> bool:
    """Whether two ids are no slips of each other: who types PUR-9 or RSK-1 does not mean PUR-1."""
    numbers, letters = re.findall("[0-9]+", typed), re.sub("[^a-z]", "", typed.casefold())
    if not numbers or not letters:
        return False
    other = re.sub("[^a-z]", "", name.casefold())
    return numbers != re.findall("[0-9]+", name) or nearest(letters, [other]) is None


def _begins(name: str, typed: str) -> bool:
    """Whether a name begins with what was typed; PUR-21 does not begin with PUR-2."""
    start = typed.strip().casefold()
    rest = name.casefold().removeprefix(start)
    return (
        start != "" and len(rest) < len(name) and not (start[-1].isdigit() and rest[:1].isdigit())
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
