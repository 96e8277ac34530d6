"""How police write the names of people: HOBBS, Darren; D. Hobbs; and names as titles of posts.

A name has no form of its own, so each of these asks for more than capital letters: that no word
of it is an abbreviation, a place of work, or a word with which sentences start.
"""

import re
from collections.abc import Collection

from planc.wording.late_pattern import late_pattern

Match = re.Match[str]

_LIST_OF_FORENAMES = """
aaron abdul adam aisha alan alex alexander ali alice amanda amelia amir amy andrea andrew angela
anita anna anne anthony ashley barry becky ben benjamin beth bill billy bob brandon brian bryan
callum carl carol caroline catherine charlie charlotte cheryl chloe chris christine christopher
claire clare colin connor craig daisy dale daniel danielle darren dave david dawn dean debbie
deborah declan denise dennis derek diane dominic donna dylan edward elaine eleanor elizabeth
ella ellie emily emma eric ethan fatima fiona frank freddie gareth gary gavin gemma geoff george
georgia gillian graham grant greg hannah harriet harry hassan hayley heather helen henry holly
hussain ian ibrahim imran isaac jack jackie jacob jacqueline jade jake james jamie jane janet
jason jay jean jenna jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel john
jonathan jordan joseph josh joshua joyce judith julia julian julie justin karen kate katherine
kathleen katie kayleigh keith kelly ken kenneth kerry kevin khalid kieran kimberley kyle laura
lauren leah leanne lee leon leroy lewis liam linda lindsay lisa liz logan lorraine louis louise
lucy luke lynn malcolm mandy marc marcus margaret maria marie martin mary mason matthew maureen
max megan melissa michael michelle mick mike mohamed mohammad mohammed muhammad nasir natalie
natasha nathan neil nicholas nick nicola nigel noah oliver olivia omar owen pamela patricia
patrick paul paula pauline peter phil philip phillip priya rachel ray raymond rebecca reece
richard robert robin roger ronald rory rosie ross roy russell ruth ryan sally sam samantha
samuel sandra sara sarah scott sean shane shannon sharon shaun sheila simon sonia sophie stacey
stanley stephanie stephen steve steven stewart stuart susan suzanne tanya teresa terry thomas
tim timothy tina toby tom tony tracey tracy trevor tyler usman valerie vicky victoria vincent
wayne wendy william yasmin yusuf zahra zara zoe
"""
FORENAMES = frozenset(_LIST_OF_FORENAMES.split())
"""Given names that are common in this country."""

_LIST_OF_SURNAMES = """
adams ahmed akhtar ali allen anderson bailey baker begum bell bennett brown butler campbell
clarke collins cooper davies davis edwards evans fletcher gill graham green griffiths hall
harris harrison hobbs hughes hussain jackson james jenkins johnson jones kaur khan kelly lewis
lloyd martin miah mitchell moore morgan morris murphy murray o'brien o'connor o'neill palmer
parker patel patil phillips powell price reynolds roberts robinson rogers scott shah sharma
simpson singh smith stevens stewart taylor thomas thompson turner walker watson white wilkinson
williams williamson wilson wright
"""
_SURNAMES = frozenset(_LIST_OF_SURNAMES.split())
"""Surnames that are common in this country, and no place of any size."""

_LIST_OF_ABBREVIATIONS = """
acpo asbo ceop cifas defra dvla dvsa hmcts hmicfrs hmpps iopc mappa marac mash nacro nato neet
ofcom official ofsted opcc pace poca pursue prevent protect prepare rart rocu sarc scpo secret
sensitive sample soctac ukvi
"""
_ABBREVIATIONS = frozenset(_LIST_OF_ABBREVIATIONS.split())
_RANKS = (
    r"(?:PC|WPC|PCSO|DC|TDC|PS|DS|Sgt|DI|DCI|DSupt|Supt|ACC|DCC"
    r"|(?:T/|A/|Temp |Acting )?(?:Ch(?:ief)? |Det(?:ective)? )*"
    r"(?:Insp(?:ector)?|Supt|Superintendent|Sgt|Sergeant|Con(?:stable)?)"
    r"|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)"
)
_WORD = r"[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?"
_TITLE = late_pattern(
    rf"(?:{_RANKS}\.?\s+)?(?:\d{{2,5}}\s+)?(?:(?P<initials>(?:[A-Z]\.?\s+)+)|(?P<given>{_WORD})\s+)?"
    rf"(?P<family>(?:Mc|Mac|O['’])?{_WORD})"
)
_SURNAME_FIRST = late_pattern(
    r"(?<![\w/-])((?:O['’]|MC|MAC)?[A-Z][A-Z'’-]{2,}),\s{0,9}([A-Z][a-z]{2,})(?![\w/-])"
)
_INITIAL = late_pattern(
    r"(?:^|(?<=[\s(\"“'‘/]))([A-Z]\.\s{0,9}){1,3}((?:Mc|Mac|O['’])?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\b"
)
_LABEL = late_pattern(
    r"\b(?:annex|appendix|band|block|box|category|class|court|flat|gate|grade|group|hall|item|level|lot"
    r"|list|minute|option|page|part|phase|plan|platform|pod|point|question|room|route|schedule"
    r"|section|side|site|stage|strand|table|team|tier|type|unit|version|vitamin|wing|zone"
    r"|[A-Z](?:,| and| or| to))\W*\Z",
    re.IGNORECASE,
)
_LIST_OF_NO_NAME = """
after all also and any are arrest arrested at board both but by calls cash council court each
eight enquiries every first five for four from had has have her here his hospital house how if
in into its job last many more most new next nine no none not notice now of officer officers on
once one only other our over part partner partners patrol plan police pursue prevent protect
prepare report result review second see seven she six some still ten than that the their then
there these they third this those three to two under until visit visits was we were what when
where which who why will with within work you monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december
"""
_NO_NAME = frozenset(_LIST_OF_NO_NAME.split())
"""Words with a capital letter that start a sentence, or stand after an abbreviation in a list."""


def is_written_as_police_do(text: str, words_of_posts: Collection[str]) -> bool:
    """Whether `HOBBS, Darren` or `D. Hobbs` stands in the text. The words are in small letters."""
    posts = _NO_NAME.union(words_of_posts)
    return any(_is_surname_first(match, posts) for match in _SURNAME_FIRST.finditer(text)) or any(
        match[2].casefold() not in posts and not _LABEL.search(text[: match.start()])
        for match in _INITIAL.finditer(text)
    )


def _is_surname_first(match: Match, posts: Collection[str]) -> bool:
    family, given = match[1].casefold(), match[2].casefold()
    if given in FORENAMES:
        return family not in posts
    vowels = bool(re.search("[aeiouy]", family))
    known = family in posts or family in _ABBREVIATIONS or given in posts
    return len(family) > 4 and vowels and not known


def is_name_of_person(title: str) -> bool:
    """Whether what a post is called is the name of whoever holds it: `DI Darren Smith`."""
    match = _TITLE.fullmatch(title.strip())
    if match is None:
        return False
    family, given = match["family"].casefold(), (match["given"] or "").casefold()
    return bool(match["initials"]) or given in FORENAMES or family in _SURNAMES
