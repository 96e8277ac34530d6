"""Words that count people: "three children", "both sisters", "IV pupils", "a family of four".

A number may be a figure, a word, a Roman figure or a word that has a number in it (twins, a
couple). What is counted is people, by the words that partners use for them. A rate (one in four
pupils, two families a week), a label (Year 4 pupils, phase 2 people) and the reader's own staff
(send two people) count nobody whom a reader could know.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from planc.wording.late_pattern import late_pattern

# Numbers

_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty
"""
_ROMAN = " I II III IV V VI VII VIII IX X "
_OF_STATUS = ("single", "lone", "only", "sole")
_VALUES = {
    **{word: number for number, word in enumerate(_WORDS.split(), 1)},
    **{figure.casefold(): number for number, figure in enumerate(_ROMAN.split(), 1)},
    **dict.fromkeys(_OF_STATUS, 1),
    **dict.fromkeys(("both", "neither", "couple of", "pair of"), 2),
    **dict.fromkeys(("quartet of", "handful of"), 4),
    **dict.fromkeys(("half a dozen", "half-a-dozen"), 6),
    "trio of": 3,
    "dozen": 12,
}
del _VALUES["i"]


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of them, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_IN_WORDS = _any_of(_WORDS.split())
_NUMBER = (
    r"(?P<number>(?P<first>\d{1,2})(?: ?(?:-|to|or) ?(?P<last>\d{1,2}))?"
    rf"|(?:{_any_of(_VALUES)}))"
)

# People

_REGULAR = """
adult asylum_seeker boy boyfriend brother client cousin couple customer dad daughter dealer employee
father friend girl girlfriend grandparent household husband individual infant inmate juvenile kid
lad learner lodger migrant minor mother mum neighbour offender parent patient pensioner prisoner
pupil refugee relative resident runner schoolboy schoolgirl sibling sister son student survivor
suspect teen teenager tenant toddler user victim widow youngster youth
"""
_ONE = "baby child family grandchild man person schoolchild wife witness woman"
_MANY = """
babies children families grandchildren men nationals people persons schoolchildren wives witnesses
women workers
"""
_SINGULAR = {word.replace("_", " ") for word in (*_REGULAR.split(), *_ONE.split())}
_PLURAL = {f"{word}s".replace("_", " ") for word in _REGULAR.split()} | {*_MANY.split()}
_PEOPLE = _any_of(_SINGULAR | _PLURAL)

# A number, and then people

_LINK = (
    "and|or|but|in|on|at|of|for|with|to|by|from|per|a|an|if|when|where|as|is|are|was|were|has|have"
    "|than|that|then|who|which|while|before|after|until|within|about|between|over|under|into|out"
    "|side|end|not|so|no|do|does|can|may|will|should|must|see|give|offer|help|tell|report|meet"
    "|visit|ask|hours?|days?|weeks?|fortnights?|months?|terms?|years?|minutes?|nights?|times?"
    "|sessions?|visits?|hundred|thousand|million|[ap]m|(?:jan|febr)uary|march|april|june|july"
    "|august|(?:septem|octo|novem|decem)ber"
)
_NOUN = r"(?!drugs|sports|sales)[\w-]*(?:[^\Wsui]|hi)s"
"""Something in its plural is itself what was counted: two landlords, three buses."""
_BETWEEN = (
    r"(?: ?[x×]| ?no\.)?(?: \(\d{1,2}\))?(?: or (?:more|fewer))?"
    r"(?: of (?:the|these|those|them|his|her|their|our|its|your)| the| his| her| their| these)?"
    r"(?: Year \d{1,2})?"
    rf"(?: (?!(?:{_LINK}|{_NOUN})\b(?!['’]s))['\"(]?[\w'’-]+[)'\"]?,?){{0,3}}?"
)
_COUNTED = late_pattern(
    rf"(?<![^\W_x]|[£$€/:-])(?<!\d[.,]){_NUMBER}\)?{_BETWEEN}"
    rf" ['\"]?(?P<people>{_PEOPLE})(?!\w)",
    re.IGNORECASE,
)
_BEFORE_FIGURE = late_pattern(rf"(?<!\w)(?:{_PEOPLE}) ?[(=:x×] ?$", re.IGNORECASE)

# What counts people without that

_GROUP = "family gang group household network party ring crew"
_VERB = r" (?:who|that|in|at|from|living|lives?|sells?|meets?|works?|uses?|is|are|has|have)\b"
_N = rf"(?P<a>{_IN_WORDS}|\d{{1,2}})"
_PARENT = "mother|mum|father|dad|parents?|grandmother|grandfather|woman|man|couple"
_IS = "are|is|were|who|to|in|at"
_AGED = rf"(?:\d{{1,2}}|{_IN_WORDS})[ -]year[ -]old"
_LIVES = (
    "lives?|sleeps?|stays?|attends?|sells?|carry|carries|travels?|go(?:es)? (?:to|missing)"
    "|went missing|shares? a|need a (?:mentor|place|bed|flat|room)"
    "|are (?:siblings|related|cousins|at risk)"
    "|are to be (?:offered|housed|rehoused|moved|met|told|kept|safeguarded|taken|placed)"
)
_OTHER = (
    (0, rf"(?:the|these|those|all) {_N} (?:of them )?(?:{_LIVES})\b"),
    (0, rf"{_N} of them (?:{_LIVES}|(?:in|at) (?:the|a) (?:flat|house|home|block|school))\b"),
    (
        0,
        rf"(?:{_PARENT}) and (?:her|his|their) {_N}(?! \d)(?=[.,;:)]|$| (?:{_IS}))",
    ),
    (
        0,
        rf"(?:{_PARENT}) (?:of|with) {_N}(?=[.,;:)]|$| (?:under|in|at|who|needs?|is|are|living)\b)",
    ),
    (0, rf"(?:{_PEOPLE})\b[^.;:]{{0,40}}, {_N} (?:in all|in total|altogether)(?=[.,;)]|$)"),
    (0, rf"(?:{_PEOPLE}) ?(?:\(x? ?|[=:] ?|[x×] ?|- ){_N}(?=[).,;]|$| -)"),
    (0, rf"(?:beds?|places?|rooms?) for {_N}(?=:)"),
    (0, rf"{_N} year \d{{1,2}}s\b"),
    (0, rf"{_N} (?:\w+ )?{_AGED}s\b"),
    (
        0,
        rf"{_N} (?:under|over)-\w+s\b(?! (?:sessions?|groups?|class|clubs?|rooms?|places?|teams?))",
    ),
    (1, rf"(?:the|this|that|his|her|lone|one|our) {_AGED}\b(?!s)"),
    (1, rf"an? {_AGED} (?:boy|girl|and (?:his|her|a)|who|from|at|is|was|has|had|lives?|living)\b"),
    (1, r"(?:boy|girl|son|daughter|brother|sister|man|woman|mother|father) \(\d{1,2}\)"),
    (0, rf"family of (?P<a>{_IN_WORDS}|\d{{1,2}})\b"),
    (0, rf"(?:{_any_of(_GROUP.split())}) of (?P<a>{_IN_WORDS}|\d{{1,2}})(?=[.,;:)]|$|{_VERB})"),
    (0, rf"(?P<a>{_IN_WORDS}|\d{{1,2}}) of whom\b"),
    (0, rf"of whom (?P<a>{_IN_WORDS}|\d{{1,2}})\b"),
    (0, rf"(?P<a>{_IN_WORDS}|\d{{1,2}})[ -](?:strong|(?:child|person) (?:{_PEOPLE}))\b"),
    (2, r"(?:the|these|those) (?:twins|pair|duo|couple)(?! of)\b"),
    (2, r"twins? (?:sons?|daughters?|brothers?|sisters?|boys?|girls?)\b"),
    (2, r"a (?:\w+ )?couple (?:who|living|aged|from|in)\b"),
    (2, r"(?:young|elderly|married|older|local) couple\b"),
    (3, r"(?:the|these|those) (?:triplets|trio|threesome)(?! of)\b"),
)
_OTHERWISE = [(number, late_pattern(rf"(?<![\w-]){way}", re.IGNORECASE)) for number, way in _OTHER]
_ANY_OTHER = late_pattern(
    rf"(?<![\w-])(?:{'|'.join(re.sub('[?]P<a>', '?:', way) for _, way in _OTHER)})"
)
"""Any of these ways, in small letters: to look once for all is a tenth of the work."""
_OTHER_STARTS = "whom strong child person twin twins pair duo couple triplets trio threesome"

# What counts nobody

_LABEL = late_pattern(
    r"\b(?:phase|tier|group|years?|stage|level|class|category|cat|band|grade|priority|part|step"
    r"|section|schedule|ward|block|zone|unit|flat|room|house|number|no|no\.|type|cohort|strand|set"
    r"|route|form|page|point|option|wave|war|aged?|ages|under|over|line|clause|rule|act|annex"
    r"|table|bus|tram|train|week|day|term|module|chapter|stop|area|team) $",
    re.IGNORECASE,
)
_RATE_BEFORE = late_pattern(
    rf"\b(?:{_IN_WORDS}|\d+) (?:in|out of)(?: every)? $|\bevery $", re.IGNORECASE
)
_ONE_AS_RULE = late_pattern(
    r"\b(?:every|each|any|per|another|no|not|if|even|more than|less than|at least) $", re.IGNORECASE
)
_RATE_AFTER = late_pattern(
    r"(?:'s|s'|)?,?(?: (?:or more|each|at once))? (?:at (?:a|any) (?:time|one)|per \w+"
    r"|an? (?:hour|day|night|week|fortnight|month|term|quarter|year|session|visit|class|school"
    r"|group)|each (?:\w+ )?(?:time|day|week|month|term|year|session|visit|class)|every \w+"
    rf"|in (?:every )?(?:{_IN_WORDS}|\d+)\b|out of)\b",
    re.IGNORECASE,
)
_KNOWN = late_pattern(r"\b(?:the|these|those|his|her|their|both) $", re.IGNORECASE)
_STATUS = ("parent", "mother", "father", "mum", "dad", "man", "woman", "adult", "tenant", "family")
_STAFF = "person people persons adult adults employee employees worker workers"
_STAFFING = late_pattern(
    r"\b(?:send|name|nominate|appoint|choose|pick|train|assign|recruit|find us|brief|use|put|have"
    r"|keep|make|identify|employ|bring) $",
    re.IGNORECASE,
)
_OFFICE = late_pattern(
    r"\b(?:support|key|social|youth|case|outreach|care|health|named|duty|link|family|project|lead"
    r"|agency|council|contact|trained|spare|play|floating|night|day|settlement|bank|shift|control"
    r"|responsible|service|super|end|road) (?:workers?|person|people|users?)$",
    re.IGNORECASE,
)
_INSTITUTION = late_pattern(
    r"(?:['’]s?|s['’])? ?(?:(?:social|care|day|primary|residential|support|community) )?"
    r"(?:protection|exploitation|safety (?:board|partnership)|welfare|workers?|services?|groups?"
    r"|homes?|cent(?:re|er)s?|courts?|hubs?|unions?|associations?|centred|hospitals?"
    r"|charit(?:y|ies)|refuges?|clubs?|teams?|liaison|forums?|panels?|advocates?|support"
    r"|intervention|doctor|nurse|practice|lounge|rooms?|car parks?|councils?|governors?|days?"
    r"|evenings?|hotels?|houses?|engagement|representatives?|passes|tickets?|bus(?:es)?|boards?"
    r"|units?|transport|trafficking|consultation|toilets?|contact (?:cent|point)|officers?"
    r"|pages?)\b",
    re.IGNORECASE,
)

_WORD = late_pattern(r"[^\W\d_]+")
_FIGURE = late_pattern(r"(?<!\d)\d")
_STARTS = {way.split()[0] for way in _VALUES}
_TRIGGERS = {*_OTHER_STARTS.split(), *_GROUP.split()}
_TELLING = _STARTS | _TRIGGERS


def count_of_people(text: str, least: int) -> str:
    """The words that count fewer than `least` people; empty if none do."""
    plain = " ".join(text.split())
    if not plain.isascii():
        plain = re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", plain))
    elif not _FIGURE.search(plain) and _TELLING.isdisjoint(_WORD.findall(plain.lower())):
        return ""  # as most texts count nothing
    words = [(word[0].casefold(), word.start()) for word in _WORD.finditer(plain)]
    figures = [figure.start() for figure in _FIGURE.finditer(plain)]
    starts = sorted([at for word, at in words if word in _STARTS] + figures)
    ways = [_counted(plain, starts), _counted_behind(plain, figures)]
    if starts or not _TRIGGERS.isdisjoint(word for word, _ in words):
        ways.append(_counted_otherwise(plain))
    counts = (count for way in ways for count in way)
    return next((shown for number, shown in counts if number < least), "")


def _counted(text: str, starts: Iterable[int]) -> Iterator[tuple[int, str]]:
    for at in starts:
        match = _COUNTED.match(text, at)
        if match and not _counts_nobody(text, match):
            yield _number(match), match[0]


def _counted_behind(text: str, figures: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Children: 3. Victims (2)."""
    for at in figures:
        people = _BEFORE_FIGURE.search(_shortly_before(text, at))
        number = re.match(r"\d{1,2}(?=[).,;]|$)", text[at : at + 3])
        if people and number:
            yield int(number[0]), people[0] + number[0]


def _counted_otherwise(text: str) -> Iterator[tuple[int, str]]:
    if text.isascii() and not _ANY_OTHER.search(text.lower()):
        return
    for number, way in _OTHERWISE:
        for match in way.finditer(text):
            written = match["a"].casefold() if "a" in way.groupindex else ""
            yield number or _VALUES.get(written) or int(written), match[0]


def _shortly_before(text: str, at: int) -> str:
    return text[max(0, at - 40) : at]


def _number(match: re.Match[str]) -> int:
    if match["first"]:
        return int(match["last"] or match["first"])
    return _VALUES[match["number"].casefold()]


def _counts_nobody(text: str, match: re.Match[str]) -> bool:
    before, after = _shortly_before(text, match.start()), text[match.end() : match.end() + 60]
    return (
        _does_not_agree(match, after)
        or _is_label(match, before)
        or _is_rate(match, before, after)
        or _is_staff(match, before)
        or _INSTITUTION.match(after) is not None
        or after[:1] == "-"
    )


def _does_not_agree(match: re.Match[str], after: str) -> bool:
    """One of a kind and many people, or the other way round: two child seats."""
    number, people = match["number"].casefold(), match["people"].casefold()
    several = people in _PLURAL
    if number == "both":
        return not several or re.match(r"(?: \w+)? (?:and|or)\b", after) is not None
    if _number(match) == 1:
        return several and not re.search(r"\bof\b", match[0], re.IGNORECASE)
    return not several and number != "neither"


def _is_label(match: re.Match[str], before: str) -> bool:
    """Year 4 pupils, Part IV people, and small letters that are no Roman figure."""
    number = match["number"]
    if number.casefold() in _ROMAN.casefold().split():
        return number != number.upper() or _LABEL.search(before) is not None
    return number[0].isdigit() and _LABEL.search(before) is not None


def _is_rate(match: re.Match[str], before: str, after: str) -> bool:
    if _RATE_BEFORE.search(before) or (_number(match) == 1 and _ONE_AS_RULE.search(before)):
        return True
    return _RATE_AFTER.match(after) is not None and not _KNOWN.search(before)


def _is_staff(match: re.Match[str], before: str) -> bool:
    """The reader's own people; and a single mother, an only child, a sole tenant."""
    people = match["people"].casefold()
    if match["number"].casefold() in _OF_STATUS:
        return people in _STATUS or before[-3:].casefold() == "an "
    if people in _STAFF.split() and _STAFFING.search(before):
        return True
    return _OFFICE.search(match[0]) is not None
