"""Text that may name a person or a home, and may as well not: a second look will tell."""

import re
from collections.abc import Collection

from planc.detect.name_forms import is_written_as_police_do
from planc.detect.personal import ABBREVIATION, AREA, OF_SERVICES, POSTCODE, Match, plain
from planc.wording.late_pattern import late_pattern

_INITIALS = r"(?:[^\W\d_]\.? ){0,2}"
_TITLED = late_pattern(
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Cllr|Councillor|HHJ)\b\.? +"
    rf"{_INITIALS}([^\W\d_][\w'’]+)"
)
_RANKED = late_pattern(
    r"\b(PC|WPC|PCSO|DC|TDC|DS|Sgt|DI|DCI|(?:Ch(?:ief)? |Det |Detective )?(?:Insp|Supt|Sgt|Con)"
    r"|DSupt|Constable|Sergeant|Inspector|Superintendent)\b\.? +(?:\d{2,5} +)?"
    rf"{_INITIALS}((?:[^\W\d_][\w'’-]+ ?){{1,3}})"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Gardens|Grove|Terrace|Mews|Way)"
)
_OTHER = late_pattern(
    rf"{POSTCODE}"
    rf"|(?<![\w-])(?i:{AREA})\d{{1,2}} \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{{2}}(?![\w-])"
    rf"|\b(?:PC|WPC|PCSO|DC|TDC|PS|DS) \d{{3,5}}\b"
    rf"|(?<![\w@.])@(?i:{OF_SERVICES})(?=[a-z]*[\d_.]\w)\w[\w.]{{2,}}"
    rf"|\baka\W{{1,4}}[A-Z][a-z]"
    r"|(?<![\w.:/£$€-])(?<!(?i:phase|order|grade) )(?<!(?i:section) )(?<!(?i:part|unit|tier|line) )"
    rf"\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}{_STREET}\b"
    rf"(?! (?:traders|shops|businesses|residents|works)\b)"
    r"|\b[Ff]lat \d{1,3}[A-Za-z]?,? (?:[A-Z][\w'’-]+ ){1,3}(?:House|Court|Lodge|Tower|Heights)\b"
)
_GENDER = (
    r"(?:girl|boy|lad|lass|male|female|man|woman|daughter|son|mother|father|schoolgirl|schoolboy)"
)
_AGE = r"\d{1,2}[ -]?(?:years?|yrs?|y/?o)[ -]?(?:olds?)?"
_FROM = r"[^.;\n]{0,25}?\b(?:from|of|in|at|near|off)\s(?:the\s)?[A-Z]"
_AGED = late_pattern(
    rf"\b{_AGE}\s(?:[a-z-]+\s){{0,2}}{_GENDER}\b{_FROM}"
    rf"|\b{_GENDER}\b,?\s(?:who\s(?:is|was)\s)?(?:aged\s)?"
    rf"\(?\d{{1,2}}(?:[ -]?(?:years?|yrs?|y/?o))?\)?,?{_FROM}"
    rf"|\baged\s\d{{1,2}},?\s(?:a\s)?{_GENDER}\b{_FROM}",
)
_LIST_OF_SHORT_WORDS = """
act add age ago aid aim air all and any are ask bad bag ban bar bed bet big bin box boy bus but
buy cab can cap car cash cut dad day did die dig dog due end eye far few fit fix fly for fun gap
gas get go got gun guy had has hat her him his hit hot how hrs ice its job key kit lad law lay
led let lid lie lot low mad man map may men met min mix mph mum net new nor not now off old one
opt our out own pay pen per pit pop pub put ran raw ring run saw say sea see set she six son sum
tax ten the tie tip too top try two use van via was way web wet who why win won yes yet you jan
feb mar apr jun jul aug sep oct nov dec
"""
_SHORT_WORDS = "|".join(_LIST_OF_SHORT_WORDS.split())
_PLATE = late_pattern(
    # small letters, or with spaces: "ab12cde", "ab12 cde", "AB 12 CDE", "P123 ABC", "ABC 123D"
    rf"(?<![\w/-])(?:(?!fy|sr)(?i:[A-HJ-PR-Y]{{2}}(?:0[1-9]|[1-7]\d)[ -]?"
    rf"(?!(?:{_SHORT_WORDS}|{ABBREVIATION})\b)[A-HJ-PR-Z]{{3}})"
    rf"|(?!PC|DC|PS|DS|DI|EX)[A-HJ-PR-Y]{{2}} (?:0[1-9]|[1-7]\d) ?"
    rf"(?!{ABBREVIATION}\b)[A-HJ-PR-Z]{{3}}"
    rf"|[C-HJ-LNP-TV-Y][1-9]\d{{2}} (?!{ABBREVIATION}\b)[A-HJ-PR-Z]{{3}}"
    rf"|(?!{ABBREVIATION}|ACT|OBJ|PUR|PRE|PRO|PPR|RSK|DEC|BID|REQ|LOC|SUB|URN|REF|MIN|ITEM)"
    rf"[A-HJ-PR-Z]{{3}} [1-9]\d{{2}}[A-HJ-NPR-TV-Y])(?![\w/-])"
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
_NAME_BEFORE = late_pattern(r"[a-z,] [A-Z][a-z]+ \Z")


def may_identify(text: str, known: Collection[str] | None) -> bool:
    """Whether the text may name a person or a home.

    `known` are the words, in small letters, that the names of posts are made of. Without them
    ranks are passed over: nobody could tell "Insp Northgate" the post from the officer.
    """
    text = plain(text)
    if any(form.search(text) for form in (_OTHER, _AGED, _PLATE)):
        return True
    if is_written_as_police_do(text, {*(known or ()), *_OF_POSTS.split()}):
        return True
    if any(_is_name(match) for match in _TITLED.finditer(text)):
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
