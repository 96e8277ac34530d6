"""A plan that is built in one walk is what validate and build make of it; a faulty one is none."""

import copy
import os
from dataclasses import replace
from random import Random

import pytest

from planc.model.document import Document
from planc.model.plan import Plan
from planc.model.source import Source
from planc.passes.build import build
from planc.passes.build_sound import build_sound
from planc.passes.decode import decode
from planc.passes.read import read
from planc.passes.validate import Known, validate
from planc.repository import open_repository
from tests.benchmarks.corpus import plan
from tests.conftest import ROOT
from tests.passes.test_validate_oracle import NAMES, VALUES, WHOLE, Damage, damaged
from tests.passes.told import KNOWN, NAME, PLAN_TEXT

FILES = sorted(path for folder in ("plans", "tests") for path in (ROOT / folder).rglob("*.yaml"))
MANY = 10_000 if "PLANC_EXAMPLES" in os.environ else 300


def is_the_same(document: Document, known: Known = KNOWN) -> bool:
    """Whether a plan is built in one walk; if so, it must be to the same effect."""
    sound = build_sound(Plan, document, "plan", known)
    if sound is None:
        return False
    assert validate(document, "plan", known) == (document, [])
    careful = build(Plan, document)
    assert sound == careful
    assert repr(sound) == repr(careful)  # True is no 1, and a list no tuple
    return True


def of_text(text: str) -> Document:
    document, faults = read(NAME, text)
    assert faults == []
    assert document is not None
    return document


def test_every_plan_of_these_tests_is_built_alike() -> None:
    built = 0
    for path in FILES:
        text, _ = decode(Source(NAME, path.read_bytes()))
        document = read(NAME, text).document if text is not None else None
        if document is not None:
            built += is_the_same(document)
            known: Known = dict.fromkeys(("board", "tier", "post", "organisation"))
            built += is_the_same(document, known)
    assert built > 60


@pytest.mark.parametrize("number", range(8))
def test_a_plan_as_officers_write_them_is_built_in_one_walk(number: int) -> None:
    known = open_repository([ROOT / "plans"]).known
    assert is_the_same(of_text(plan(number)[1]), known)


@pytest.mark.generated
def test_whatever_is_done_to_a_plan_it_is_built_alike_or_not_at_all() -> None:
    chance = Random(21)  # noqa: S311
    plans = [data for kind, data in WHOLE if kind == "plan"]
    ways = ["drop", "replace", "replace", "misspell", "add"]
    built = 0
    for _ in range(MANY):
        data = copy.deepcopy(chance.choice(plans))
        damage = Damage(
            chance.choice(ways),
            chance.randrange(10_000),
            chance.randrange(len(VALUES)),
            chance.randrange(len(NAMES) * 10),
        )
        known = chance.choice((KNOWN, dict.fromkeys(KNOWN)))
        document = Document(NAME, "", damaged(data, damage), ((1, 1, 1, 1), None, False))
        built += is_the_same(document, known)
    assert MANY // 10 < built < MANY * 9 // 10


def changed(old: str, new: str) -> str:
    """The base plan with other words in one place."""
    assert PLAN_TEXT.count(old) == 1, old
    return PLAN_TEXT.replace(old, new)


SOUND = {
    "as it is": ("SAMPLE", "Sample"),
    "a list of one": ("serves: OBJ-1, owner: di-soc-west", "serves: [OBJ-1], owner: di-soc-west"),
    "a number in a text": ("baseline: 22", "baseline: -5"),
    "an owner whom nobody knows": ("owner: di-soc-west", "owner: nobody"),
    "a word in place of an id": (
        "serves: OBJ-1, owner: di-soc-east",
        "serves: OBJ-1, share: table",
    ),
    "a list that may be blank": (
        "partners:\n  - {organisation: exampleton-council, since: 2026-09-09}",
        "partners:",
    ),
    "signs in pairs": ("supply at the flats\n", 'supply at the flats [all of "them"]\n'),
    "a condition that does not hold": ("measure: Calls a month", "measure: judgements a month"),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_plan_with_no_fault_is_built_in_one_walk(name: str) -> None:
    assert is_the_same(of_text(changed(*SOUND[name])))


FAULTY = {
    "a field too few": ("status: active\n", ""),
    "a field of no schema": ("starts:", "startet:"),
    "a word of no list": ("status: active", "status: live"),
    "a word in capitals": ("status: active", "status: Active"),
    "a number too small": ("  areas: [drugs]", "  areas: [drugs]\n  group_size: 0"),
    "no such day": ("2026-10-07\nsro", "2026-02-30\nsro"),
    "an id that is none": ("- id: OBJ-1", "- id: the first"),
    "an id twice": ("{id: PRE-1", "{id: PUR-1"),
    "an id of another kind again": ("{id: PRE-1", "{id: OBJ-1"),
    "an id of nothing": ("serves: OBJ-1, owner: di-soc-west", "serves: OBJ-9, owner: di-soc-west"),
    "a board that nobody knows": ("board: exampleton-ocg\nnext", "board: other\nnext"),
    "a post that nobody knows": ("sro: supt-crime", "sro: nobody"),
    "a tier that nobody knows": ("tier: force", "tier: fource"),
    "an organisation that nobody knows": (
        "organisation: exampleton-council",
        "organisation: other",
    ),
    "nothing where text belongs": ("statement: Halve supply at the flats", "statement:"),
    "blanks where text belongs": ("statement: Halve supply at the flats", 'statement: " "'),
    "a text too long": ("Halve supply at the flats", "Halve " * 200),
    "a number where text belongs": ("Halve supply at the flats", "12"),
    "what other readers take for a number": ("Halve supply at the flats", "1.50"),
    "what other readers take for a truth": ("Halve supply at the flats", "TRUE"),
    "a truth where text belongs": ("Halve supply at the flats", "true"),
    "a list where text belongs": ("Halve supply at the flats", "[a]"),
    "a mark that nothing opens": ("Halve supply at the flats", "Halve supply at the flats]"),
    "another version of the format": ("planc: 1", "planc: 2"),
    "a truth where a number belongs": ("planc: 1", "planc: true"),
    "a text where a group belongs": (
        "{finance: {reason: The group pays in kind, accepted_on: 2026-10-07}}",
        "none",
    ),
    "a text where a list belongs": (
        "  - {organisation: exampleton-council, since: 2026-09-09}",
        "  none",
    ),
    "a list that may not be blank": ("areas: [drugs]", "areas:"),
    "an item of nothing": ("areas: [drugs]", "areas: [drugs, ~]"),
    "a condition that holds": ("measure: Calls a month from residents", "measure: judgement"),
    "text after a hash": ("Calls a month from residents", "Calls a month #1 to #3"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_plan_with_a_fault_is_left_to_the_careful_walks(name: str) -> None:
    document = of_text(changed(*FAULTY[name]))
    assert validate(document, "plan", KNOWN) != (document, [])
    assert build_sound(Plan, document, "plan", KNOWN) is None


def test_what_is_spoiled_already_is_left_to_them_too() -> None:
    document = replace(of_text(PLAN_TEXT), spoiled=frozenset({("sro",)}))
    assert build_sound(Plan, document, "plan", KNOWN) is None
