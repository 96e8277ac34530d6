"""Markings taken apart, put in order, and guessed at."""

import pytest

from planc.model.marking import (
    Marking,
    highest,
    is_too_high,
    meant_marking,
    parse_marking,
)

HANDLING = ("RECIPIENTS ONLY", "HMG USE ONLY", "EMBARGOED", "FOR PUBLIC RELEASE")
DESCRIPTORS = (
    "PERSONAL DATA",
    "LEGAL PROFESSIONAL PRIVILEGE",
    "LPP",
    "LEGAL",
    "MARKET SENSITIVE",
    "COMMERCIAL",
    "HR / MANAGEMENT",
)


def _marking(text: str) -> Marking:
    read = parse_marking(text)
    assert isinstance(read, Marking), read
    return read


@pytest.mark.parametrize("part", [*HANDLING, *DESCRIPTORS, "A & B'S, C2 USE ONLY"])
def test_each_part_is_known_and_printed_as_it_is_written(part: str) -> None:
    text = f"OFFICIAL-SENSITIVE - {part}"
    read = _marking(text)
    assert str(read) == text
    assert read.sensitive
    assert (part in read.handling, part in read.descriptors) == (
        part not in DESCRIPTORS,
        part in DESCRIPTORS,
    )
    assert meant_marking(text.lower()) == read


def test_a_plain_marking_has_no_parts() -> None:
    assert _marking("OFFICIAL") == Marking(sensitive=False)
    assert _marking("OFFICIAL-SENSITIVE") == Marking(sensitive=True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("SECRET", "it is above OFFICIAL-SENSITIVE"),
        ("TOP SECRET - LEGAL", "it is above OFFICIAL-SENSITIVE"),
        (
            "OFFICIAL - RECIPIENTS ONLY",
            "RECIPIENTS ONLY goes with OFFICIAL-SENSITIVE",
        ),
        ("OFFICIAL-SENSITIVE - LEGAL - LEGAL", "a part of it stands there twice"),
        ("OFFICIAL-SENSITIVE - EMBARGOED - EMBARGOED", "a part of it stands there twice"),
        ("OFFICIAL-SENSITIVE - LEGAL - EMBARGOED", "EMBARGOED comes before LEGAL"),
        (
            "OFFICIAL - SENSITIVE",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
        ),
        (
            "OFFICIAL - sensitive",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
        ),
        (
            "official sensitive",
            "OFFICIAL-SENSITIVE is in capitals, with a hyphen and no spaces",
        ),
        (
            "OFFICIAL - legal",
            "LEGAL is in capitals, with one space each side of the hyphen",
        ),
        (
            "OFFICIAL-SENSITIVE -  RECIPIENTS ONLY",
            "RECIPIENTS ONLY is in capitals, with one space each side of the hyphen",
        ),
        (
            "OFFICIAL - Locsen",
            '"Locsen" is neither a handling instruction nor a descriptor',
        ),
        ("Official", "OFFICIAL is in capitals"),
        ("NOT PROTECTIVELY MARKED", "it is a marking that is no longer used"),
        ("Protect", "it is a marking that is no longer used"),
        ("RESTRICTED", "it is a marking that is no longer used"),
        ("Confidential", "it is a marking that is no longer used"),
        ("UNCLASSIFIED", "it is a marking that is no longer used"),
        ("PUBLIC", "it does not begin with OFFICIAL or OFFICIAL-SENSITIVE"),
        ("", "it does not begin with OFFICIAL or OFFICIAL-SENSITIVE"),
    ],
)
def test_what_is_wrong_is_told_in_words(text: str, why: str) -> None:
    assert parse_marking(text) == why


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("SECRET", True),
        (" secret - LEGAL", True),
        ("TOP SECRET", True),
        ("TopSecret", True),
        ("top  - secret", True),
        ("SECRETARY", False),
        ("OFFICIAL SECRET", False),
    ],
)
def test_a_tier_that_planc_must_not_hold_is_known_however_it_is_written(
    text: str, high: bool
) -> None:
    assert is_too_high(text) is high


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("official sensitive", "OFFICIAL-SENSITIVE"),
        ("Official–Sensitive", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL", "OFFICIAL"),
        ("official - recipients  only", "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"),
        ("OFFICIAL-SENSITIVE-LEGAL-embargoed", "OFFICIAL-SENSITIVE - EMBARGOED - LEGAL"),
        ("OFFICIAL - LEGAL - LEGAL", "OFFICIAL - LEGAL"),
        ("OFFICIAL - council use only", "OFFICIAL - COUNCIL USE ONLY"),
        ("OFFICIAL - ", "OFFICIAL"),
        ("Official recipients only", "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"),
        ("OFFICIALS", None),
        ("OFFICIAL - Locsen", None),
        ("OFFICIAL - LEGAL - Locsen", None),
        ("PROTECT", None),
    ],
)
def test_what_was_probably_meant(text: str, meant: str | None) -> None:
    found = meant_marking(text)
    assert (str(found) if found else None) == meant


def test_a_paper_has_the_highest_tier_and_every_instruction_of_its_parts() -> None:
    parts = [
        "OFFICIAL - EMBARGOED - LEGAL",
        "OFFICIAL-SENSITIVE - RECIPIENTS ONLY - LEGAL - COMMERCIAL",
    ]
    both = highest([_marking(part) for part in parts])
    assert str(both) == ("OFFICIAL-SENSITIVE - EMBARGOED - RECIPIENTS ONLY - LEGAL - COMMERCIAL")
    assert str(highest([_marking("OFFICIAL")])) == "OFFICIAL"


def test_a_paper_is_for_public_release_only_if_all_of_it_is() -> None:
    public, other = _marking("OFFICIAL - FOR PUBLIC RELEASE"), _marking("OFFICIAL - EMBARGOED")
    assert str(highest([public, public])) == "OFFICIAL - FOR PUBLIC RELEASE"
    assert str(highest([public, other])) == "OFFICIAL - EMBARGOED"
    assert str(highest([_marking("OFFICIAL"), public])) == "OFFICIAL"


@pytest.mark.parametrize(
    ("marking", "organisation", "kept"),
    [
        ("POLICE USE ONLY", "Exampleton Council", ["POLICE USE ONLY"]),
        ("EXAMPLETON COUNCIL USE ONLY", "Exampleton Council", []),
        ("A, EXAMPLETON COUNCIL AND B USE ONLY", "Exampleton Council", []),
        ("A & EXAMPLETON COUNCIL USE ONLY", "Exampleton Council", []),
        ("TON COUNCIL USE ONLY", "Exampleton Council", ["TON COUNCIL USE ONLY"]),
        ("RECIPIENTS ONLY", "Exampleton Council", []),
    ],
)
def test_what_is_for_one_organisation_is_kept_from_others(
    marking: str, organisation: str, kept: list[str]
) -> None:
    assert list(_marking(f"OFFICIAL-SENSITIVE - {marking}").kept_from(organisation)) == kept
