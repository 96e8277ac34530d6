"""How to read the paper: of the ratings, words and abbreviations those that are in it."""

import re
from collections.abc import Iterator, Sequence

from planc.model.paper import Block, labelled, para
from planc.papers.vocabulary import ABBREVIATIONS, RATINGS, YARDSTICK

TITLE = "Keys"


def blocks(words: Sequence[str]) -> Iterator[Block]:
    """A line for each kind of word, from all that the paper says."""
    text = " ".join(words)
    for title, pairs, flags in (
        ("Ratings", [(short.upper(), full) for short, full in RATINGS], re.NOFLAG),
        ("Probability (PHIA)", YARDSTICK, re.IGNORECASE),
        ("Abbreviations", ABBREVIATIONS, re.NOFLAG),
    ):
        used = _used([short for short, _ in pairs], text, flags)
        if used:
            lines = [f"{short}: {full}" for short, full in pairs if short in used]
            yield para(*labelled(title, f"{'; '.join(lines)}.").runs, small=True)


def _used(shorts: Sequence[str], text: str, flags: re.RegexFlag) -> set[str]:
    """Which are in the text; `likely` is not, where all that is said is `highly likely`."""
    used, folded = set(), text.casefold()
    words = [(word, short) for short in shorts for word in short.split(" or ")]
    for word, short in sorted(words, key=lambda pair: -len(pair[0])):
        if word.casefold() not in folded:  # most are not, and to see that takes no pattern
            continue
        text, number = re.subn(rf"\b{re.escape(word)}\b", " ", text, flags=flags)
        used |= {short} if number else set()
    return used
