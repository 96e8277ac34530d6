"""Protective markings (GSCP, August 2024): parsed, checked and put in order.

A marking is one string, as it is printed: the tier, then handling instructions, then descriptors,
parted by ` - `: `OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA`.
"""

import re

from planc.model.noun import noun

OFFICIAL = "OFFICIAL"
SENSITIVE = "OFFICIAL-SENSITIVE"
RECIPIENTS_ONLY = "RECIPIENTS ONLY"
FOR_RELEASE = "FOR PUBLIC RELEASE"
HANDLING = (RECIPIENTS_ONLY, "HMG USE ONLY", "EMBARGOED", FOR_RELEASE)
DESCRIPTORS = (
    "PERSONAL DATA",
    "LEGAL PROFESSIONAL PRIVILEGE",
    "LPP",
    "LEGAL",
    "MARKET SENSITIVE",
    "COMMERCIAL",
    "HR / MANAGEMENT",
)
_USE_ONLY = re.compile(r"[A-Z0-9][A-Z0-9 &,']* USE ONLY")


@noun(frozen=True)
class Marking:
    """A well-formed marking no higher than OFFICIAL-SENSITIVE."""

    sensitive: bool
    handling: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()

    def __str__(self) -> str:
        tier = SENSITIVE if self.sensitive else OFFICIAL
        return " - ".join((tier, *self.handling, *self.descriptors))

    def kept_from(self, organisation: str) -> tuple[str, ...]:
        """The handling instructions that keep it for others: `POLICE USE ONLY` from a council."""
        return tuple(
            part
            for part in self.handling
            if _USE_ONLY.fullmatch(part) and organisation.upper() not in _users(part)
        )


def _users(part: str) -> list[str]:
    """The organisations of a handling instruction: `A, B AND C USE ONLY`."""
    return re.split(r", | AND | & ", part.removesuffix(" USE ONLY"))


def is_too_high(text: str) -> bool:
    """Whether the text asks for a tier that planc must not hold."""
    return bool(re.match(r"\s*(TOP[\s-]*)?SECRET\b", text, re.IGNORECASE))


def parse_marking(text: str) -> Marking | str:
    """The marking, or what is wrong with it in a few words. Source: GSCP paragraphs 25 and 28."""
    tier, *rest = text.split(" - ")
    if is_too_high(text):
        return "it is above OFFICIAL-SENSITIVE"
    if tier not in (OFFICIAL, SENSITIVE):
        return _near_miss(text, tier)
    parts = _parted(rest, text, tier)
    if isinstance(parts, str):
        return parts
    handling, descriptors = parts
    if len({*handling, *descriptors}) < len(rest):
        return "a part of it stands there twice"
    if RECIPIENTS_ONLY in handling and tier != SENSITIVE:
        return f"{RECIPIENTS_ONLY} goes with {SENSITIVE}"
    return Marking(tier == SENSITIVE, tuple(handling), tuple(descriptors))


def _parted(rest: list[str], text: str, tier: str) -> tuple[list[str], list[str]] | str:
    """Handling instructions and descriptors, or what is wrong with one of them."""
    handling: list[str] = []
    descriptors: list[str] = []
    for part in rest:
        if part in HANDLING or _USE_ONLY.fullmatch(part):
            if descriptors:
                return f"{part} comes before {descriptors[0]}"
            handling.append(part)
        elif part in DESCRIPTORS:
            descriptors.append(part)
        elif part.upper() == "SENSITIVE":
            return _near_miss(text, tier)
        elif (meant := part.strip().upper()) in (*HANDLING, *DESCRIPTORS):
            return f"{meant} is in capitals, with one space each side of the hyphen"
        else:
            return f'"{part}" is neither a handling instruction nor a descriptor'
    return handling, descriptors


def meant_marking(text: str) -> Marking | None:
    """The marking that a malformed text was probably meant to be: its parts put right, in order."""
    words = " ".join(text.upper().replace("–", "-").split())
    tier = re.match(r"OFFICIAL(?:[ -]*(SENSITIVE))?(?![A-Z])", words)
    if tier is None:
        return None
    parts = dict.fromkeys(part for part in re.split(" ?- ?", words[tier.end() :].strip()) if part)
    handling = [part for part in parts if part in HANDLING or _USE_ONLY.fullmatch(part)]
    descriptors = [part for part in parts if part in DESCRIPTORS]
    if len(handling) + len(descriptors) < len(parts):
        return None
    sensitive = tier[1] is not None or RECIPIENTS_ONLY in handling
    return Marking(sensitive, tuple(handling), tuple(descriptors))


def highest(markings: list[Marking]) -> Marking:
    """The marking of a paper that holds all of these: the highest tier, every instruction.

    The paper is for public release only if all of it is.
    """
    handling = dict.fromkeys(part for m in markings for part in m.handling)
    if not all(FOR_RELEASE in m.handling for m in markings):
        handling.pop(FOR_RELEASE, None)
    return Marking(
        any(m.sensitive for m in markings),
        tuple(handling),
        tuple(dict.fromkeys(part for m in markings for part in m.descriptors)),
    )


def _near_miss(text: str, tier: str) -> str:
    plain = re.sub(r"[^A-Z]", "", tier.upper())
    if re.match(r"OFFICIAL\W*SENSITIVE", text, re.IGNORECASE):
        return "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces"
    if plain == "OFFICIAL":
        return "OFFICIAL is in capitals"
    if plain in ("NOTPROTECTIVELYMARKED", "PROTECT", "RESTRICTED", "CONFIDENTIAL", "UNCLASSIFIED"):
        return "it is a marking that is no longer used"
    return "it does not begin with OFFICIAL or OFFICIAL-SENSITIVE"
