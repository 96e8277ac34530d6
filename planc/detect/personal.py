"""Text that identifies a person, a vehicle, an account or a home, in the forms of this country.

Each form is asked for as closely as its writers keep to it, and its check figure is worked out
where it has one: a refusal that is none costs more trust than it saves. What has no form of its
own, such as the number of an account, needs a word beside it that says what it is. What may be
meant otherwise is in names.py.
"""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from planc.wording.late_pattern import late_pattern
from planc.wording.text import places_at

Match = re.Match[str]


class Form(NamedTuple):
    """What something is, how it is written, and what must hold of the words that look so."""

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[Match], bool] = lambda _match: True


def alone(*ways: str, flags: int = 0) -> re.Pattern[str]:
    """Any of the ways to write something, but not within a longer word or reference."""
    return late_pattern(rf"(?<![\w-])(?:{'|'.join(ways)})(?![\w-])", flags)


def _figures(text: str) -> str:
    return re.sub("[^0-9]", "", text)


# Telephones

_PHONE = late_pattern(
    r"(?<![\w/£$€])(?<!\w-)(?<!\d[.:,])(?:"
    r"(?:\+|00)[1-9](?:[\s().-]{0,3}\d){7,13}"
    r"|\(?0(?:\d{9,10}|(?:7|\d{2,5})\)?(?:[\s.-]{1,3}\d{3,8}){1,4}|\d{4}\)?(?:[\s.-]\d\d){3})"
    r")(?!\w|/\d\d)"
)


_DESK = re.compile(r"(?i:switchboard|control room|front desk)[^0-9.;\n]{0,15}$")
"""Before a number on which no one person answers. On a mobile telephone one always does."""


def _is_private_line(match: Match) -> bool:
    """Whether it is a telephone number, and none of those on which only services answer."""
    import phonenumbers  # slow to load, and seldom needed

    kinds = phonenumbers.PhoneNumberType
    public = (kinds.TOLL_FREE, kinds.SHARED_COST, kinds.PREMIUM_RATE, kinds.UAN)
    for group in re.finditer(r"\d+", match[0]):  # figures of another kind may come after it
        written = match[0][: group.end()]
        if 10 <= len(_figures(written)) <= 15:
            try:
                number = phonenumbers.parse(written, "GB")
            except phonenumbers.NumberParseException:  # no country has that code
                continue
            if phonenumbers.is_possible_number(number):
                mobile = str(number.national_number).startswith("7") or number.country_code != 44
                desk = _DESK.search(match.string, max(0, match.start() - 40), match.start())
                return phonenumbers.number_type(number) not in public and (mobile or not desk)
    return False


# What has a check figure

_LONG_NUMBER = alone(r"(?<!\d\.)\d(?:[ -]?\d){13,15}(?!\.\d)")
_GROUPS = {(15,), (16,), (4, 4, 4, 4), (4, 6, 5), (2, 6, 6, 1), (6, 2, 6, 1), (8, 6, 1)}
_IBAN = alone(r"[A-Z]{2}\d\d(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?")
_PNC = late_pattern(
    r"(?<![\w/])(?i:(pnc)\W{0,3}(?:\w{2,6}\W{1,3})?)?"
    r"(?:19|20)?(\d\d)/(\d{1,7})([A-Za-z])(?![\w/])"
)


def _is_card_or_handset(match: Match) -> bool:
    """Payment cards, and the numbers of handsets (IMEI)."""
    groups = tuple(len(group) for group in re.split("[ -]", match[0]))
    figures = [int(figure) for figure in _figures(match[0])]
    years = groups[0] == 4 and figures[0] < 3
    if groups not in _GROUPS or years or len(set(figures)) == 1:
        return False
    doubled = (sum(divmod(2 * figure, 10)) for figure in figures[-2::-2])
    return (sum(figures[-1::-2]) + sum(doubled)) % 10 == 0


def _is_iban(match: Match) -> bool:
    text = re.sub("[ -]", "", match[0])
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def _is_pnc(match: Match) -> bool:
    """Police National Computer: the letter follows from the year and the number."""
    label, year, number, letter = match.groups()
    right = "ZABCDEFGHJKLMNPQRTUVWXY"[int(year + number.zfill(7)) % 23]
    return label is not None or (len(number) > 3 and letter == right)


# What has a form of its own


def _is_domain(match: Match) -> bool:
    """Whether what follows the @ can be: no time of day, and no number of a version or a form."""
    labels = match[1].split(".")
    figures = all(re.fullmatch(r"v?\d+", label) for label in labels)
    return not figures or (len(labels) == 1 and len(labels[0]) > 2)


def _is_a_persons(match: Match) -> bool:
    """Whether it is an address, and not plainly that of a team: each word of it says what for."""
    if not _is_domain(match):
        return False
    words = set(re.split(r"[._+'-]", match[0].partition("@")[0].strip().lower())) - {""}
    domain = {label.lower() for label in match[1].split(".") if len(label) > _SHORT}
    return not words & _TEAMS or not words <= _TEAMS | _DUTIES | domain


_SHORT = 3
_TEAMS = {"team", "desk", "unit", "mailbox", "inbox", "hub", "office", "enquiries", "partnership"}
_DUTIES = frozenset(
    re.findall(
        r"\w+",
        "soc ocg usg serious organised crime county lines modern slavery exploitation fraud"
        " economic cyber drugs firearms intelligence intel disclosure neighbourhood community"
        " and safety mash safeguarding child children adult adults victim victims witness"
        " prevent protect of prepare pursue public protection offender offenders management"
        " integrated housing for the licensing youth trading standards justice probation prison"
        " health police force regional local duty control coordination north south east west"
        " central",
    )
)
"""Words of which the address of a team is made, and of its domain; any other may be a name."""


_EMAIL = late_pattern(r"(?<![\w.+'-])[\w.+'-]+ ?@ ?([\w-]+(?:\.[\w-]+)*)\.(?:[^\W\d_]{2,}|xn--\w+)")
_INSURANCE = alone(
    r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ .-]?(?:\d\d[ .-]?){3}[A-D]"
)
_ARREST = late_pattern(r"(?<![\w/])\d\d/[0-9A-Z]{4}/[0-9A-Z]{2}/\d{1,11}[A-Z](?![\w/])")
_PRISONER = alone(r"[A-Z]\d{4}[A-Z]{2}")
_DRIVER = alone(r"[A-Z][A-Z9]{4} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z0-9][A-Z]{2}")

_SITE = r"(?:facebook|fb|instagram|tiktok|snapchat|twitter|x|threads|onlyfans)\.(?:com|net)"
_APP = r"(?:facebook|instagram|insta|tiktok|snapchat|twitter|telegram|whatsapp)"
OF_SERVICES = r"(?!\S{0,80}(?:police|council|gov|nhs|crimestop))"
_PROFILE = late_pattern(
    rf"\b(?:{_SITE}|linkedin\.com/in|t\.me|wa\.me)/{OF_SERVICES}[\w@.?=/-]{{2}}"
    rf"|\byoutube\.com/@\w"
    rf"|\b{_APP}\W{{1,3}}(?:\w+\W{{1,3}}){{0,3}}?@{OF_SERVICES}\w[\w.]{{2}}"
    rf"|@{OF_SERVICES}\w[\w.]{{2,40}} (?:on|at) {_APP}\b",
    re.IGNORECASE,
)

_DEGREES = late_pattern(
    r"(?<![\w.])(?:49|5\d|60)\.\d{3,}°? ?[Nn]?[,;/]? {0,2}-?[0-8]\.\d{3,}°? ?[EWew]?(?!\w|\.\d)"
    r"|(?<![\w.])-?\d{1,2}\.\d{4,}°? ?[NSns]?[,;/] {0,2}-?\d{1,3}\.\d{4,}(?!\w|\.\d)"
    r"|\d{1,2}°\s?\d{1,2}(?:\.\d+)?['′’]\s?(?:\d{1,2}(?:\.\d+)?[\"″”]\s?)?[NS]\b"
)
_SQUARE = r"(?:H[PTUW-Z]|N[A-DF-HJ-OR-UW-Z]|OV|S[C-EHJKM-PR-Z]|T[AFGLMQRV])"
_GRID = alone(
    rf"(?i:grid(?: ref(?:erence)?)?|ngr|os map|os ref)\W{{1,3}}(?:\w{{1,4}}\W{{1,2}})?"
    rf"{_SQUARE} ?(?:\d{{3}} ?\d{{3}}|\d{{4}} ?\d{{4}}|\d{{5}} ?\d{{5}})",
    rf"(?!NO ){_SQUARE} ?(?:\d{{3}} \d{{3}}|(?!19|20)\d{{4}} (?!19|20)\d{{4}}|\d{{5}} ?\d{{5}})",
)
_THREE_WORDS = late_pattern(
    r"(?:(?<![/:.])///|\b(?i:what3words|w3w)\W{1,4})[^\W\d_]{2,}\.[^\W\d_]{2,}\.[^\W\d_]{2,}"
)

# What needs a word beside it

_ACCOUNT = alone(
    r"\d\d[ -]\d\d[ -]\d\d\W{1,3}\d{8}",
    r"\d\d[ -]\d\d[ -]\d\d[^.;\n]{0,20}?(?:acc(?:oun)?t?|a/c)\b[^.;\n]{0,12}?\b\d{8}",
    r"(?:account|acct|acc|a/c)(?: (?:number|num|no\.?))?(?: (?:is|was))?[\s:#]{1,3}\d{8}",
    flags=re.IGNORECASE,
)
_WALLET = re.compile(r"(?<![\w-])(?:bc1[a-z0-9]{25,59}|0x[0-9A-Fa-f]{40})(?![\w-])")
_DOCUMENT = alone(
    r"passport\b[^;\n]{0,24}?(?<![\w-])(?:\d{9}|[A-Z]{1,2}\d{6,8})",
    r"driving licen[cs]e\b[^;\n]{0,16}?(?<![\w-])\d{8}",
    r"CRO\b[^;\n]{0,12}?(?<![\w/])(?:SF ?)?\d{1,6}/\d{2,6}[A-Z]",
    r"(?:NINO|NI (?:number|no)|National Insurance)\b[^;\n]{0,16}?\b[A-Z]{2} ?(?:\d\d ?){3}[A-D]?",
    r"(?:IMEI|IMSI|ICCID|SIM)\b[^;\n]{0,16}?(?<![\w-])\d(?:[ -]?\d){13,19}",
    r"NHS (?:number|no)\b[^;\n]{0,12}?(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{4}",
    flags=re.IGNORECASE,
)

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    rf"(?:{_NTH}[\s./-]{{1,2}}(?:of\s)?(?:\d{{1,2}}|{_MONTH})[\s./,-]{{1,2}}(?:19|20)?\d\d"
    rf"|{_MONTH}\s{_NTH},?\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
)
_BORN = r"(?:dob|d\.o\.b\.?|d/o/b|date of birth|birth ?date)"
_BIRTH = late_pattern(
    rf"\b(?:{_BORN}|birthday|born)\W{{0,3}}"
    rf"(?:(?:is|was|of|on|given as|as|the|in \w+)\b\W{{1,2}}){{0,2}}{_DAY}"
    rf"|\b{_BORN}\W{{0,3}}\d{{6}}(?:\d\d)?\b"
    rf"|{_DAY}\W{{1,3}}{_BORN}",
    re.IGNORECASE,
)

# Vehicles

ABBREVIATION = (
    r"(?:AND|CCE|CHB|CPS|CSE|CSP|DWP|FOR|HGV|HMP|LRO|NCA|NHS|NRM|OCG|PCC|PNC|PND|SOC|SRO|THE|USG)"
)
_CURRENT = r"[A-HJ-PR-Y]{2}(?:0[1-9]|[1-7]\d)"
_LETTERS = rf"(?: (?!{ABBREVIATION}\b))?[A-HJ-PR-Z]{{3}}"
_PREFIXED = rf"[A-HJ-NP-TV-Y][1-9]\d{{0,2}}{_LETTERS}"
_SUFFIXED = r"[A-HJ-PR-Z]{3} ?[1-9]\d{0,2}[A-HJ-NPR-TV-Y]"
_REGISTERED = r"(?i:vrm|vrn|reg(?:istration|istered)?|index|plates?|bearing|displaying)\b"
_REGISTRATION = r"(?i:vrm|vrn|(?:registration|reg)(?: (?:number|mark|no)|:|\.)|number plate)"
_VEHICLE = alone(
    # FY26 and SR25 are financial years
    rf"(?!FY|SR){_CURRENT}{_LETTERS}",
    r"[A-HJ-NP-TV-Y][1-9]\d\d[A-HJ-PR-Z]{3}",
    rf"{_REGISTERED}[^.;\n]{{0,25}}?(?<![\w-])(?i:{_CURRENT}[ -]?[A-HJ-PR-Z]{{3}})",
    rf"{_REGISTERED}[^.;\n]{{0,25}}?(?<![\w-])(?:{_PREFIXED}|{_SUFFIXED})",
    # of three figures, and no road
    rf"(?i:van|car|vehicle|lorry|moped|motorcycle|motorbike|scooter)\W{{1,3}}"
    rf"(?:[C-HJ-LNP-TV-Y][1-9]\d\d{_LETTERS}|{_SUFFIXED})",
    rf"{_REGISTRATION}\W{{1,3}}(?:(?:is|was)\s)?"
    rf"(?:(?![ABM]\d)[A-Z]{{1,3}} ?\d{{1,4}}|\d{{1,4}} ?[A-Z]{{1,3}})",
)

# Homes

AREA = (
    r"(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]"
    r"|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?"
    r"|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)"
)
POSTCODE = rf"(?<![\w-]){AREA}(?:\d[A-HJKPSTUW]|\d\d?) ?\d[ABD-HJLNP-UW-Z]{{2}}(?![\w-])"
_STREET = rf"(?!{_MONTH})(?:(?:[A-Z][\w'’.-]*|of|the|on|upon|and|in|le|y|yr)[\s,]{{1,2}}){{0,8}}"
_HOME = late_pattern(
    rf"(?<![\w.:/£$€-])(?!19\d\d|20\d\d)\d{{1,4}}[A-Za-z]?[\s,]{{1,2}}{_STREET}{POSTCODE}"
    rf"|{POSTCODE}[\s,:;(-]{{1,3}}(?i:house|flat|no\.?|number)(?: no\.?)? ?\d"
)

_FORMS = (
    Form("telephone number", _PHONE, _is_private_line),
    Form("e-mail address", _EMAIL, _is_a_persons),
    Form("home address", _HOME),
    Form("date of birth", _BIRTH),
    Form("National Insurance number", _INSURANCE),
    Form("PNC number", _PNC, _is_pnc),
    Form("arrest summons number", _ARREST),
    Form("prison number", _PRISONER),
    Form("driving licence number", _DRIVER),
    Form("number of an identity document or a device", _DOCUMENT),
    Form("vehicle registration", _VEHICLE),
    Form("bank account", _ACCOUNT),
    Form("bank account", _IBAN, _is_iban),
    Form("address of a wallet", _WALLET),
    Form("number of a payment card or a handset", _LONG_NUMBER, _is_card_or_handset),
    Form("map coordinate", _DEGREES),
    Form("map coordinate", _GRID),
    Form("map coordinate", _THREE_WORDS),
    Form("profile on social media", _PROFILE),
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
        **dict.fromkeys("\xa0\u2009\u202f", " "),
    }
)


def plain(text: str) -> str:
    """The text with one kind of hyphen, and one kind of space."""
    return text.translate(_PLAIN)


_GLUED = late_pattern(r"(?<=[^\W\d_])-(?=\d{5})|(?<=\d{5})-(?=[^\W\d_])|_|(?<=[^\W\d_])(?=\d{10})")
"""Where a number, or what stands like a word of its own, is glued to others: jane-07700900123."""


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    for form in _FORMS:
        for match in form.pattern.finditer(text):
            if form.holds(match):
                yield form.kind, match.start(), match.end()


def identifies(text: str) -> bool:
    """Whether something in the text identifies a person, a vehicle, an account or a home.

    So it does where it is glued to other words, as in an id.
    """
    text = plain(text)
    if next(_found(text), None):
        return True
    apart = _GLUED.sub(" ", text)
    return apart != text and next(_found(apart), None) is not None


def kinds_in(text: str) -> Mapping[str, int]:
    """What of each kind there is in the text, and how much; what overlaps counts once."""
    text = plain(text)
    counted, taken = Counter[str](), list[tuple[int, int]]()
    for words in (text, _GLUED.sub(" ", text)):
        for kind, start, end in _found(words):
            place = bisect(taken, (start, end))  # what is taken does not overlap, and is in order
            before_it = place == 0 or taken[place - 1][1] <= start
            if before_it and (place == len(taken) or end <= taken[place][0]):
                taken.insert(place, (start, end))
                counted[kind] += 1
        if counted:
            break
    return counted


# What deserves a closer look. In a shape every figure is 0, every letter A or a. A pattern that
# starts with one rare letter is found ten times as fast as one that may start with several.

_SHAPES = bytes.maketrans(
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    b"0" * 10 + b"A" * 26 + b"a" * 26,
)
_SHAPE = re.compile(
    rb"0(?:0{5}|(?<=a0)a|0{3}/?0000|[ -]?0?AA|\.000|\xc2\xb0|0/0{1,7}A|0/0000|0[ .-]00[ .-]00"
    rb"|(?<![-0Aa]0)0{2,4}\)?[ .-]{1,3}000|(?<=a0)0?a? 0aa(?!a)"
    rb"|(?<=[Aa]{2}0)0(?:[ -]|\n +)?[Aa]{3}(?![Aa])"
    rb"|(?:(?<=[^A]AAA0)|(?<=[^A]AAA 0))0{0,2}(?:A(?![Aa])|0(?![-/0Aa]|[.,]0))"
    rb"|(?<=AA 0)0 ?AAA|(?<=AA\n0)0 ?AAA"
    rb"|0{0,3}[Aa]?,?[ \n] *A[a']+[ \n] *A|\)?\n +[0A])"
)
_GOES_ON = re.compile(rb"\n +\(?0")
_LOWER = (
    re.compile(rb"@"),
    re.compile(rb"\+[0-9]"),
    re.compile(rb"aka"),
    re.compile(rb"b(?:orn|irth|(?<=dob)|(?<=d\.o\.b))"),
    re.compile(rb"/(?://|(?<=\.com/)|(?<=\.me/))"),
    # an age, beside a gender and a place
    re.compile(rb"y(?:(?:ears?|rs?)(?:[ -]|\n +)olds?|/?o(?:(?<=[0-9]yo)|(?<=[0-9] yo)|(?<=/o)))"),
    re.compile(rb"aged(?: |\n +)[0-9]"),
    re.compile(rb",(?<=[0-9],)\s+(?:from|of)\s"),
    re.compile(rb"\)(?<=[0-9]\)),?[ \n]+ *(?:from|of)[ \n]"),
)
_NAMED = (  # HOBBS, Darren and D. Hobbs
    re.compile(rb",(?<=[A-Z][A-Z],)[ \n]+ *[A-Z][a-z]"),
    re.compile(rb"\.(?<=[A-Z]\.)(?<![A-Za-z][A-Z]\.)(?:[ \n]+ *)?[A-Z]"),
)
_TITLE = re.compile(  # by first letter, which is faster
    rb"(?:M(?:rs?|s|iss|x)|D(?:r|CI?|S|I)|P(?:CSO|C|S|rof(?:essor)?)|Rev|HHJ|WPC|TDC|Insp(?:ector)?"
    rb"|C(?:llr|ouncillor|on(?:stable)?)|S(?:gt|upt|ergeant|uperintendent))\.?[ \n] *[^a-z \n]"
)


def suspects(text: str) -> list[tuple[int, int]]:
    """The places in a file that deserve a closer look; said quickly, and too many of them.

    The days and the ids of a plan, of which it is full, are left out at once.
    """
    raw = text.replace("\xa0", " ").encode(errors="replace")
    shape = raw.translate(_SHAPES).replace(b"0000-00-00", b"----------").replace(b"AAA-0", b"AAA--")
    lower = raw.lower()
    ways = [way.finditer(raw) for way in (_TITLE, *_NAMED)]
    ways += [_SHAPE.finditer(shape), _GOES_ON.finditer(shape)]
    ways += [way.finditer(lower) for way in _LOWER]
    return places_at(raw, (match.start() for way in ways for match in way))
