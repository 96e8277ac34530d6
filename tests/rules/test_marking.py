"""A marking that is not as it must be printed: what is said of it, and what to write instead."""

from itertools import combinations

import pytest

from planc.model.marking import Marking, meant_marking, parse_marking
from tests.conftest import Checked

GENERAL = "Write it like OFFICIAL-SENSITIVE, or like OFFICIAL-SENSITIVE - RECIPIENTS ONLY."


@pytest.mark.parametrize(
    ("text", "reason", "meant"),
    [
        (
            "OFFICIAL SENSITIVE",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
            "OFFICIAL-SENSITIVE",
        ),
        (
            "Official - Sensitive",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
            "OFFICIAL-SENSITIVE",
        ),
        (
            "OFFICIAL - SENSITIVE - LEGAL",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
            "OFFICIAL-SENSITIVE - LEGAL",
        ),
        ("official", "OFFICIAL is in capitals", "OFFICIAL"),
        (
            "OFFICIAL - RECIPIENTS ONLY",
            "RECIPIENTS ONLY goes with OFFICIAL-SENSITIVE",
            "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        ),
        (
            "OFFICIAL-SENSITIVE - Recipients only",
            "RECIPIENTS ONLY is in capitals, with one space each side of the hyphen",
            "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        ),
        (
            "OFFICIAL-SENSITIVE - COMMERCIAL - RECIPIENTS ONLY",
            "RECIPIENTS ONLY comes before COMMERCIAL",
            "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - COMMERCIAL",
        ),
        (
            "OFFICIAL-SENSITIVE - LEGAL - LEGAL",
            "a part of it stands there twice",
            "OFFICIAL-SENSITIVE - LEGAL",
        ),
        (
            "OFFICIAL–SENSITIVE",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
            "OFFICIAL-SENSITIVE",
        ),
        (
            "OFFICIAL-SENSITIVE-RECIPIENTS ONLY",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
            "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        ),
        (
            "OFFICIAL-SENSITIVE - LOCSEN",
            '"LOCSEN" is neither a handling instruction nor a descriptor',
            None,
        ),
        ("NOT PROTECTIVELY MARKED", "it is a marking that is no longer used", None),
        ("OFFICIALS ONLY", "it does not begin with OFFICIAL or OFFICIAL-SENSITIVE", None),
    ],
)
def test_what_is_wrong_with_a_marking_and_what_to_write(
    checked: Checked, text: str, reason: str, meant: str | None
) -> None:
    (finding,) = checked(f"marking: {text}\n").findings
    assert finding.rule == "marking-malformed"
    assert finding.wrong.endswith(f'" cannot be printed: {reason}.')
    assert finding.do == (f'Write "{meant}", if that is what you mean.' if meant else GENERAL)
    if meant:
        assert checked(f"marking: {meant}\n").findings[:1] != (finding,)
        assert isinstance(parse_marking(meant), Marking)


@pytest.mark.parametrize(
    "text",
    [
        "OFFICIAL",
        "OFFICIAL-SENSITIVE",
        "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA",
        "OFFICIAL - EXAMPLETON POLICE USE ONLY - HR / MANAGEMENT",
    ],
)
def test_a_marking_that_is_right_means_itself(text: str) -> None:
    assert str(meant_marking(text)) == str(parse_marking(text)) == text


# Every combination of tier, handling instructions and descriptor

HANDLING = (
    "RECIPIENTS ONLY",
    "EXAMPLETON POLICE USE ONLY",
    "HMG USE ONLY",
    "EMBARGOED",
    "FOR PUBLIC RELEASE",
)
DESCRIPTORS = (
    "",
    "PERSONAL DATA",
    "LEGAL PROFESSIONAL PRIVILEGE",
    "LPP",
    "LEGAL",
    "MARKET SENSITIVE",
    "COMMERCIAL",
    "HR / MANAGEMENT",
)
HANDLED = [handling for number in range(3) for handling in combinations(HANDLING, number)]


def _expected(tier: str, handling: tuple[str, ...]) -> set[str]:
    """What GSCP says of them, in a plan with a partner, no recipients and no end of an embargo."""
    if "SECRET" in tier:
        return {"marking-too-high"}
    rules = set() if tier.endswith("-SENSITIVE") else {"marking-too-low"}
    if "RECIPIENTS ONLY" in handling:
        if rules:
            return {"marking-malformed"}
        rules.add("recipients-only-no-list")
    if "HMG USE ONLY" in handling:
        rules.add("hmg-use-only-partners")
    if "EMBARGOED" in handling:
        rules.add("embargo-no-time")
    if "FOR PUBLIC RELEASE" in handling and tier.endswith("-SENSITIVE"):
        rules.add("marking-public-sensitive")
    return rules


@pytest.mark.parametrize("handling", HANDLED, ids=" - ".join)
@pytest.mark.parametrize("tier", ["OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"])
def test_every_combination_is_held_to_the_policy(
    checked: Checked, tier: str, handling: tuple[str, ...]
) -> None:
    for descriptor in DESCRIPTORS:
        text = " - ".join(filter(None, (tier, *handling, descriptor)))
        findings = checked(f"marking: {text}\n").findings
        assert {finding.rule for finding in findings} == _expected(tier, handling), text
