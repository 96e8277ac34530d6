"""Text about matters that have systems of their own and are never written in a plan.

Whole phrases are restricted. Single words, which have ordinary meanings too, at most deserve a
second look. The terms are those of published codes of practice. What was found is never quoted,
and no report says which of them it was.
"""

import re

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
intercept/interception authority/evidence/intelligence/material/product/warrant
intercepted call/communication/conversation/message
interception of communications
lawful intercept/interception
line/phone/telephone intercept/interception
listening device/equipment
observation post
part iii/3 auth/authorisation/authority
probe/tracker deployed/deployment
probe/tracker in/on s[0-9]+
ripa/ripsa/ipa auth/authorisation/authority
source debrief/handler/handling/intelligence/reporting/unit
surveillance application/auth/authorisation/authority/deployment/log/officer/on/operation/operative
surveillance product/subject/team/unit/urn/warrant
test purchase/purchasing deployment/legend/officer/operative
tracking device deployed/deployment
under surveillance
undercover deployment/legend/officer/operation/operative/police/policing/work
"""

_WORDS = """
cell site
informant
surveillance
test purchase/purchaser/purchasing
undercover
"""

# Ordinary things that have such words in their names.
_ORDINARY = """
all/multi/open/single source
assistive listening
camera/cctv/disease/drone/environmental/health/informal/market surveillance
natural/passive/video/wastewater surveillance
surveillance camera
"""

# Each of them has one of these in it.
_STEMS = (
    b"auth cell chis controlled covert data deploy informant intercept interference listening"
    b" observation probe purchas source surveil tracker undercover"
).split()


def suspects(text: str) -> list[tuple[int, int]]:
    """The places in a file that deserve a closer look; said quickly, and too many of them."""
    raw = text.encode(errors="replace").lower()
    found = (match for stem in _STEMS if stem in raw for match in re.finditer(stem, raw))
    return places_at(raw, (match.start() for match in found))


def is_restricted(text: str) -> bool:
    """Whether the text holds a phrase that no plan may hold."""
    return _PHRASE.search(_COMMON.sub(";", text)) is not None


def may_be_restricted(text: str) -> bool:
    """Whether the text holds a word that deserves a second look."""
    return _WORD.search(_COMMON.sub(";", text)) is not None


def _compiled(table: str) -> re.Pattern[str]:
    lines = table.strip().split("\n")
    phrases = (r"[\s-]{1,3}".join(_either(words) for words in line.split()) for line in lines)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _either(words: str) -> str:
    """One of the words, alone or many: `authori[sz]ations?`, `authorit(?:y|ie)s?`."""
    forms = (
        re.sub("y$", "(?:y|ie)", word).replace("isation", "i[sz]ation") + "s?"
        for word in words.split("/")
    )
    return f"(?:{'|'.join(forms)})"


_PHRASE, _WORD, _COMMON = _compiled(_PHRASES), _compiled(_WORDS), _compiled(_ORDINARY)
