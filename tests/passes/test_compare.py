# ruff: noqa: E501 - entries stand as an officer would write them
"""What became of a plan between two readings of it."""

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from planc.model.difference import Difference
from planc.model.plan import Plan
from planc.model.source import Source
from planc.passes.compare import compare
from planc.repository import parse_file
from planc.resources import schema
from planc.wording.differences import words_of
from tests.conftest import AS_OF, BASE, PLAN, merged

TEXT = (BASE / PLAN).read_text(encoding="utf-8")
NOTE = "log:\n  - {date: 2026-11-10, ref: PUR-1, note: Notices drafted}\n"
PUR = "  - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18}\n"


def _plan(text: str) -> Plan:
    known = dict.fromkeys(("board", "tier", "post", "organisation"))
    file = parse_file(Source("larch.yaml", text.encode()), "plan", known)
    assert file.plan is not None
    assert file.document is not None
    assert not file.document.spoiled
    return file.plan


def _told(before: str, after: str, day: dt.date = AS_OF) -> list[str]:
    found = compare(_plan(before), _plan(after), day)
    return [words_of(schema("plan"), one) for one in found]


def _piece(piece: str) -> str:
    return merged(TEXT, piece)


CHANGES = {
    "target": (("target: 11", "target: 15"), "OBJ-1: target 15, was 11"),
    "by": (("by: 2027-03-31", "by: 2027-06-30"), "OBJ-1: by 30 June 2027, was 31 March 2027"),
    "words": (
        ("Halve supply at", "Look at"),
        'OBJ-1: objective "Look at the flats", was "Halve supply at the flats"',
    ),
    "owner": (
        ("owner: di-soc-east, status", "owner: di-soc-west, status"),
        "PUR-1: owner di-soc-west, was di-soc-east",
    ),
    "due in place": (
        ("due: 2026-12-18", "due: 2027-01-18"),
        "PUR-1: due 18 January 2027, 31 days later; no reason given",
    ),
    "earlier": (
        ("due: 2026-12-18", "due: 2026-12-17"),
        "PUR-1: due 17 December 2026, 1 day earlier; no reason given",
    ),
    "tactic deleted": ((PUR, ""), "PUR-1: tactic deleted"),
    "tactic new": ((PUR, PUR + PUR.replace("PUR-1", "PUR-2")), "PUR-2: new tactic: Closure orders on the flats"),
    "marking": (
        ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL"),
        "protective marking OFFICIAL, was OFFICIAL-SENSITIVE",
    ),
    "status": (("status: active", "status: draft"), "status draft, was active"),
    "lro": (("lro: di-soc-east", "lro: di-soc-west"), "LRO di-soc-west, was di-soc-east"),
    "shared": (
        ("status: in progress, due: 2027-01-29}", "status: in progress, due: 2027-01-29, share: [council-youth-lead]}"),
        "PRE-1: shared with council-youth-lead",
    ),
    "gap": (
        ("reason: The group pays in kind", "reason: No money is known of"),
        'finance: reason "No money is known of", was "The group pays in kind"',
    ),
    "partner": (
        ("partners:\n", "partners:\n  - {organisation: exampleton-health, since: 2026-11-01}\n"),
        "exampleton-health: new partner",
    ),
    "tier": (("tier: force", "tier: local"), "Threat, tier local, was force"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_one_change_is_one_difference(name: str) -> None:
    (old, new), told = CHANGES[name]
    assert TEXT.count(old) == 1
    assert _told(TEXT, TEXT.replace(old, new)) == [told]


LOGGED = {
    "note": ("{date: 2026-11-20, ref: PUR-1, note: Notices drafted}", []),
    "slipped": (
        '{date: 2026-11-20, ref: PUR-1, due: 2027-01-08, because: "The court is full"}',
        ["PUR-1: due 8 January 2027, 21 days later: The court is full"],
    ),
    "closed": (
        "{date: 2026-11-20, ref: PUR-1, status: complete, outcome: Three orders made}",
        ["PUR-1: complete, was in progress: Three orders made"],
    ),
    "closed without a word": (
        "{date: 2026-11-20, ref: PUR-1, status: complete}",
        ["PUR-1: complete, was in progress; nothing says why"],
    ),
    "rated": (
        "{date: 2026-11-20, ref: OBJ-1, rag: red, value: 25, because: Calls are up}",
        ["OBJ-1: rated red: Calls are up", "OBJ-1: now at 25"],
    ),
    "decision": (
        "{date: 2026-11-20, id: DEC-001, decision: Delay, because: B, rejected: Go, by: supt-crime}",
        ["Decision DEC-001: Delay: B"],
    ),
    "disruption": (
        "{date: 2026-11-20, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}",
        ["Disruption PUR-1: minor: Lost a flat"],
    ),
    "review": (
        "{date: 2026-11-20, review: change, board: exampleton-ocg, by: supt-crime, next_review: 2026-12-16}",
        ["next review 16 December 2026, was 2 December 2026", "Review of 20 November 2026: change"],
    ),
}


@pytest.mark.parametrize("name", LOGGED)
def test_what_the_log_adds_is_told_by_what_came_of_it(name: str) -> None:
    entry, told = LOGGED[name]
    assert [
        line.replace(", was nothing", "") for line in _told(TEXT, _piece(f"log:\n  - {entry}\n"))
    ] == [line.replace(", was nothing", "") for line in told]


REWRITTEN = "Log: something that was recorded on an earlier day is not as it was"


@pytest.mark.parametrize(
    ("old", "new", "rewritten"),
    [
        ("Notices drafted", "Notices served", True),
        ("Notices drafted", "Notices  drafted", False),
        ("date: 2026-11-10", "date: 2026-11-11", True),
        ("ref: PUR-1, note", "note", True),
        ("note: Notices drafted", "note: Notices drafted, because: So agreed", False),
        ("note: Notices drafted", "note: Notices drafted, status: blocked", True),
    ],
)
def test_the_record_is_what_was_written_on_an_earlier_day(
    old: str, new: str, rewritten: bool
) -> None:
    before = _piece(NOTE)
    told = _told(before, before.replace(old, new))
    assert (REWRITTEN in told) is rewritten
    assert REWRITTEN not in _told(before, before.replace(old, new), dt.date(2026, 11, 10))


def test_a_claim_is_moderated_in_its_own_entry() -> None:
    claim = (
        "{date: 2026-11-10, ref: PUR-1, disruption: major, lead: police, effect: E, state: claimed}"
    )
    before = _piece(f"log:\n  - {claim}\n")
    settled = before.replace("disruption: major", "disruption: moderate").replace(
        "state: claimed", "state: moderated"
    )
    assert REWRITTEN not in _told(before, settled)
    assert REWRITTEN in _told(before, before.replace("disruption: major", "disruption: moderate"))


def test_an_entry_pasted_twice_may_go_again() -> None:
    once = _piece(NOTE)
    twice = _piece(NOTE + NOTE.removeprefix("log:\n"))
    assert (_told(once, twice), _told(twice, once)) == ([], [])


@pytest.mark.parametrize(
    "sample", sorted((Path(__file__).parents[2] / "plans").glob("[!dp]*.yaml"))
)
def test_layout_is_no_difference(sample: Path) -> None:
    """Written anew by another hand: block style, other quotation marks, other order of fields."""
    text = sample.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    again = yaml.safe_dump(data, allow_unicode=True, width=60, sort_keys=True)
    again = re.sub(r"^( *(?:planc|group_size): )'(\d+)'$", r"\1\2", again, flags=re.MULTILINE)
    again = re.sub(r"'(true|false)'$", r"\1", again, flags=re.MULTILINE)
    assert compare(_plan(text), _plan(again), AS_OF) == ()


def test_what_is_about_people_and_annexes_is_not_said() -> None:
    sample = (Path(__file__).parents[2] / "plans" / "county-lines.yaml").read_text(encoding="utf-8")
    before = _plan(sample)
    fewer = dataclasses.replace(before, subjects=before.subjects[1:], annexes=("A-1",))
    assert compare(before, fewer, AS_OF) == (
        Difference(kind="changed", section="subjects", route=("subjects",)),
    )
