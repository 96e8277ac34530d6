"""Text that may name a person or a home, and may as well not: a second look will tell."""

import re
from collections.abc import Collection

from planc.detect.personal import AREA, OF_SERVICES, POSTCODE, Match, plain

_INITIALS = r"(?:[^\W\d_]\.? ){0,2}"
_TITLED = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Cllr|Councillor|HHJ)\b\.? +"
    rf"{_INITIALS}([^\W\d_][\w'’]+)"
)
_RANKED = re.compile(
    r"\b(PC|WPC|PCSO|DC|TDC|DS|Sgt|DI|DCI|(?:Ch(?:ief)? |Det |Detective )?(?:Insp|Supt|Sgt|Con)"
    r"|DSupt|Constable|Sergeant|Inspector|Superintendent)\b\.? +(?:\d{2,5} +)?"
    rf"{_INITIALS}((?:[^\W\d_][\w'’-]+ ?){{1,3}})"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Gardens|Grove|Terrace|Mews|Way)"
)
_OTHER = re.compile(
    rf"{POSTCODE}"
    rf"|(?<![\w-])(?i:{AREA})\d{{1,2}} \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{{2}}(?![\w-])"
    rf"|\b(?:PC|WPC|PCSO|DC|TDC|PS|DS) \d{{3,5}}\b"
    rf"|(?<![\w@.])@(?i:{OF_SERVICES})(?=[a-z]*[\d_.]\w)\w[\w.]{{2,}}"
    rf"|\baka\W{{1,4}}[A-Z][a-z]"
    r"|(?<![\w.:/£$€-])(?<!(?i:phase|order|grade) )(?<!(?i:section) )(?<!(?i:part|unit|tier|line) )"
    rf"\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}{_STREET}\b"
    rf"(?! (?:traders|shops|businesses|residents|works)\b)"
)
_DAYS_AND_MONTHS = """
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
"""
_OF_POSTS = """
area business central command control county crime custody cyber district division east economic
exploitation force fraud general headquarters homicide hub intelligence investigation investigations
major management neighbourhood neighbourhoods north offender office operations organised police
policing prison protection public regional response roads rural safeguarding schools sector serious
south support tactical task tasking team town traffic unit vulnerability ward west youth
"""
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z][a-z]+ \Z")


def may_identify(text: str, known: Collection[str] | None) -> bool:
    """Whether the text may name a person or a home.

    `known` are the words, in small letters, that the names of posts are made of. Without them
    ranks are passed over: nobody could tell "Insp Northgate" the post from the officer.
    """
    text = plain(text)
    if _OTHER.search(text) or any(_is_name(match) for match in _TITLED.finditer(text)):
        return True
    return known is not None and any(_is_officer(m, known) for m in _RANKED.finditer(text))


def _is_name(match: Match) -> bool:
    name = re.split("['’]s", match[2])[0]
    is_day = name.casefold() in _DAYS_AND_MONTHS.split()
    return name[:1].isupper() and not is_day and not _ends_a_name(match)


def _is_officer(match: Match, known: Collection[str]) -> bool:
    """Whether a name comes after the rank, and no word of a post with it."""
    words = match[2].split()
    is_name = words[0][0].isupper() and not words[0].isupper()
    of_post = any(word.casefold() in {*known, *_OF_POSTS.split()} for word in words)
    return is_name and not of_post and not _ends_a_name(match)


def _ends_a_name(match: Match) -> bool:
    """Whether "Dr", "DC" or "PC" itself ends one: at Mill Dr, for Sampleford DC."""
    before = match.string[: match.start()]
    return match[1] in ("Dr", "DC", "PC") and _NAME_BEFORE.search(before) is not None
