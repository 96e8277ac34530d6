"""Text about matters that have systems of their own and are never written in a plan.

Whole phrases are restricted. Single words, which have ordinary meanings too, at most deserve a
second look. The terms are those of published codes of practice. What was found is never quoted,
and no report says which of them it was.
"""

import re

from planc.wording.late_pattern import late_pattern
from planc.wording.text import places_at

# One phrase a line. A stroke parts the words that can stand in one place; each word may be plural.
_PHRASES = """
auth/authorisation/authority urn
chis
comms/communications/telecommunications data
confidential/human/registered/sensitive/tasked source
confidential/participating/registered informant
controlled delivery
covert auth/authorisation/authority/camera/deployment/entry/human/officer/operative/recording
covert source/team
covert/directed/foot/intrusive/mobile/police/static/technical surveillance
equipment/property interference
imsi catcher/grabber
intercept/interception authority/evidence/intelligence/material/product/warrant
intercepted call/communication/conversation/message
interception of communications
lawful intercept/interception
line/phone/telephone intercept/interception
listening device/equipment
observation post
phone/telephone tap
part iii/3 auth/authorisation/authority
probe/tracker deployed/deployment
probe/tracker in/on s[0-9]+
probe in/on/at her/his/the/their car/flat/home/house/van/vehicle
ripa/ripsa/ipa auth/authorisation/authority/renewal
source debrief/handler/handling/intelligence/reporting/unit
surveillance application/auth/authorisation/authority/deployment/log/officer/on/operation/operative
surveillance product/subject/team/unit/urn/warrant
test purchase/purchasing deployment/legend/officer/operative
tracking device deployed/deployment
under surveillance
undercover deployment/legend/officer/operation/operative/police/policing/work
"""

_WORDS = """
billing for/on [a-z0-9]+ number
cell site
foundation operative
informant
itemised/subscriber billing
live probe
ripa
source said/say/told
surveillance
test purchase/purchaser/purchasing
undercover
"""

# Abbreviations, which are other words in small letters: those restricted, and those looked at.
_CAPITALS = re.compile(r"\b(?:EI[ -]warrants?|CROPS?[ -](?:deployment|officer|team)s?)\b")
_LONE_CAPITALS = re.compile(
    r"\b(?:CROPs?|DSA[ -](?:authorised|granted|in place|renewed)|TEI|UCOs?|UC[ -]officers?)\b"
)

# What a lone word is about, where the text has one of these as well: shops, health, the press.
_ORDINARY_BESIDE = {
    "test purchase/purchaser/purchasing": """
        trading standard
        retail/retailer/shop/stall/market/supermarket/trader/seller/storefront/kiosk/supplier/vendor
        off licence
        licensing/licensed/licensee
        underage/proxy
        under age
        age restricted/verification/check
        alcohol/tobacco/cigarette/vape/firework/knife/knive/blade/solvent/lottery
        counterfeit/fake/brand
        skip/waste
        council/weight/measure
    """,
    "surveillance": """
        ukhsa/ohid/nhs
        health/disease/infection/epidemiological/syndromic/sentinel/toxicology/genomic/laboratory
        drug death
        nitazene/opioid
        drug checking
        market surveillance
    """,
    "undercover": """
        bbc/itv/panorama/dispatches
        sky news
        channel four/4/5
        newspaper/journalist/journalism/reporter/press/media/broadcaster/broadcast/documentary
        programme/film/podcast
    """,
}

# Ordinary things that have such words in their names.
_ORDINARY = """
all/multi/open/single source
assistive listening
camera/cctv/disease/drone/environmental/health/informal/market surveillance
natural/passive/syndromic/video/wastewater surveillance
surveillance capitalism
undercover filming/footage/report/reporter/reporting/journalist/journalism/documentary
surveillance camera
"""

# Each of them has one of these in it.
_STEMS = (
    b"auth billing cell chis controlled covert crop data deploy dsa ei-warrant imsi informant"
    b" intercept interference listening observation operative probe purchas ripa source surveil tap"
    b" tei tracker uc-officer uco undercover"
).split()
_STEMS += [b"ei warrant", b"uc officer"]


def suspects(text: str) -> list[tuple[int, int]]:
    """The places in a file that deserve a closer look; said quickly, and too many of them."""
    raw = text.encode(errors="replace").lower()
    matches = (match for stem in _STEMS if stem in raw for match in re.finditer(stem, raw))
    return places_at(raw, (match.start() for match in matches))


def is_restricted(text: str) -> bool:
    """Whether the text holds a phrase that no plan may hold."""
    return bool(_PHRASE.search(_COMMON.sub(";", text)) or _CAPITALS.search(text))


def may_be_restricted(text: str) -> bool:
    """Whether the text holds a word that deserves a second look.

    Not where the same sentence says that it is about shops, public health or the press.
    """
    text = _COMMON.sub(",", text)
    if _LONE_CAPITALS.search(text):
        return True
    return _WORD.search(text) is not None and any(map(_sentence_may_be, _STOP.split(text)))


def _sentence_may_be(sentence: str) -> bool:
    for word, beside in _BESIDE:
        if word.search(sentence) and beside.search(sentence):
            sentence = word.sub(",", sentence)
    return _WORD.search(sentence) is not None


_STOP = late_pattern(r"[.;!?]\s|\n\s*\n|\n- ")


def _compiled(table: str) -> re.Pattern[str]:
    lines = table.strip().split("\n")
    phrases = (r"[\s-]{1,3}".join(_either(words) for words in line.split()) for line in lines)
    return late_pattern(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _either(words: str) -> str:
    """One of the words, alone or many: `authori[sz]ations?`, `authorit(?:y|ie)s?`."""
    forms = (
        re.sub("y$", "(?:y|ie)", word).replace("isation", "i[sz]ation") + "s?"
        for word in words.split("/")
    )
    return f"(?:{'|'.join(forms)})"


_PHRASE, _WORD, _COMMON = _compiled(_PHRASES), _compiled(_WORDS), _compiled(_ORDINARY)
_BESIDE = [(_compiled(word), _compiled(beside)) for word, beside in _ORDINARY_BESIDE.items()]
