"""How messages quote what stands in a plan, and guess at what was meant."""

import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from planc.wording.text import visible


def cut(value: str, most: int = 40) -> str:
    """At most `most` characters of a value, on one line, with nothing invisible in it."""
    value = visible(value.replace("\n", " "))
    return value if len(value) <= most else value[: most - 1] + "…"


def quoted(value: str, *, personal: bool = False) -> str:
    """The value in quotation marks; never a value that may be about a person."""
    return "What stands here" if personal else f'"{cut(value)}"'


def nearest(value: str, allowed: Collection[str]) -> str | None:
    """The allowed word that was probably meant."""
    folded = {name.casefold(): name for name in allowed}
    swapped = [name for name in folded if sorted(name) == sorted(value.casefold())]
    near = swapped or get_close_matches(value.casefold(), folded, 1, 0.6)
    return folded[near[0]] if near else None


def folded(word: str) -> str:
    """A word so that others plainly meant for it are equal: `In_Progress`, `10–19`, ` AMBER`."""
    word = re.sub(r"(?<=[0-9])\s*[-\u2013]\s*(?=[0-9])", " to ", word)
    return re.sub(r"(?<=\w)[\s_\u2010-\u2014-]+(?=\w)", " ", word.casefold().strip(" "))


def listed(names: Collection[str], most: int = 7) -> str:
    """`a, b, c`, and how many more there are where the list is long."""
    more = len(names) - most
    if more <= 1:  # the last one takes no more room than to say that there is one
        return ", ".join(names)
    return f"{', '.join(list(names)[:most])} and {more} more"


def every(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return _joined(names, "and")


def either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return _joined(names, "or")


def _joined(names: Sequence[str], word: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {word} {last}" if most else last


def hint(near: str | None) -> str:
    """What follows a wrong word: ` Did you mean "green"?`, or nothing."""
    return f' Did you mean "{near}"?' if near else ""


def advice(near: str | None, allowed: Collection[str] = (), most: int = 7) -> str | None:
    """What to write in place of a wrong word; None where nothing is known of what is right."""
    if near:
        return f'Write "{near}", if that is what you mean.'
    return f"Write one of: {listed(allowed, most)}." if allowed else None


def capital(text: str) -> str:
    """The text with a capital letter at its start and nothing else changed."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str = "") -> str:
    """`1 plan`, `2 plans`, `0 plans`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, count(number, "time"))


def nth(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    end = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{end}"
