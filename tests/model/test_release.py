"""The ledger of releases: what a line says, and what several lines come to."""

import json
from dataclasses import replace

import pytest

from planc.model.directory import Directory, Organisation, Post
from planc.model.ledger import parse_ledger
from planc.model.release import RELEASES, Release, counted, is_withdrawn, released_digests

FIRST = Release(
    kind="released",
    on="2026-11-22",
    plan="SOC-1",
    to="youth",
    sanitised_by="di-west",
    authorised_by="supt",
    digest="d1",
    sha256="s1",
    planc="0.1",
)
SECOND = Release(kind="released", on="2026-11-22", plan="SOC-1", to="youth", digest="d2")
OTHER = Release(kind="released", on="2026-11-22", plan="SOC-2", to="youth", digest="d3")
GONE = Release(kind="withdrawn", on="2026-11-23", plan="SOC-1", to="youth", authorised_by="supt")


def _records(text: str) -> tuple[Release, ...]:
    return parse_ledger(text, Release)


def test_a_release_says_who_sanitised_and_who_authorised_it() -> None:
    assert json.loads(FIRST.line) == {
        "kind": "released",
        "on": "2026-11-22",
        "plan": "SOC-1",
        "to": "youth",
        "sanitised_by": "di-west",
        "authorised_by": "supt",
        "digest": "d1",
        "sha256": "s1",
        "planc": "0.1",
    }


def test_what_is_not_known_is_not_in_the_record() -> None:
    bare = Release(kind="withdrawn", on="2026-11-23", plan="SOC-1", to="youth")
    assert list(json.loads(bare.line)) == ["kind", "on", "plan", "to"]
    assert RELEASES == "releases.jsonl"


def test_a_record_is_one_line_in_its_own_letters() -> None:
    line = Release(kind="withdrawn", on="2026-11-23", plan="Tŷ\nDdewi", to="youth").line
    assert line.count("\n") == 1
    assert line.endswith("}\n")
    assert "Tŷ\\nDdewi" in line


def test_what_is_written_is_read_again() -> None:
    ledger = [FIRST, SECOND, GONE]
    assert list(_records("".join(record.line for record in ledger))) == ledger


def test_names_from_a_later_planc_are_passed_over() -> None:
    line = '{"kind": "withdrawn", "on": "2026-11-23", "plan": "SOC-1", "to": "youth", "why": "x"}'
    assert [record.kind for record in _records(line)] == ["withdrawn"]


@pytest.mark.parametrize("gone", ["kind", "on", "plan", "to"])
def test_a_line_without_one_of_its_parts_is_no_record(gone: str) -> None:
    held = json.loads(FIRST.line)
    del held[gone]
    with pytest.raises(ValueError, match=r"^line 2 is no record of a release$"):
        _records(GONE.line + json.dumps(held) + "\n")


@pytest.mark.parametrize("line", ["", "{", "[" * 9999, "null", "[]"])
def test_a_line_that_cannot_be_read_is_not_passed_over(line: str) -> None:
    with pytest.raises(ValueError, match=r"^line 1 is no record of a release$"):
        _records(line + "\n" + FIRST.line)


def test_the_last_release_counts_unless_it_is_withdrawn() -> None:
    assert released_digests([], "SOC-1").get("youth") is None
    assert released_digests([FIRST, SECOND, OTHER], "SOC-1").get("youth") == "d2"
    assert released_digests([FIRST, OTHER, GONE], "SOC-1").get("youth") is None
    assert released_digests([FIRST, OTHER, GONE], "SOC-2").get("youth") == "d3"
    assert released_digests([FIRST, GONE, SECOND], "SOC-1").get("youth") == "d2"
    assert released_digests([FIRST], "SOC-1").get("council-housing") is None


def test_a_withdrawal_is_of_what_was_released_before_it() -> None:
    ledger = [FIRST, GONE, SECOND, OTHER]
    assert is_withdrawn(ledger, FIRST)
    assert not is_withdrawn(ledger, SECOND)
    assert not is_withdrawn(ledger, OTHER)
    assert not is_withdrawn([GONE, FIRST], FIRST)
    assert not is_withdrawn([FIRST, SECOND], FIRST)
    assert not is_withdrawn([OTHER, GONE], OTHER)


WHOLE = Release(
    kind="released",
    on="2026-11-22",
    plan="SOC-1",
    to="youth",
    sanitised_by="di-west",
    authorised_by="supt",
    file="partner-youth.docx",
    digest="d" * 64,
    sha256="a" * 64,
    planc="0.1",
)


def test_a_release_counts_only_with_its_duties() -> None:
    organisations = (
        Organisation(id="police", sector="police"),
        Organisation(id="council", sector="local authority"),
    )
    directory = Directory(
        organisations=organisations,
        posts=(
            Post(id="di-west", organisation="police"),
            Post(id="supt", organisation="police"),
            Post(id="youth", organisation="council"),
            Post(id="housing", organisation="council"),
        ),
    )
    assert counted([WHOLE, GONE], directory) == (WHOLE, GONE)
    assert counted([WHOLE, GONE], None) == (GONE,)
    for change in (
        {"sanitised_by": ""}, {"authorised_by": ""}, {"authorised_by": "di-west"},
        {"authorised_by": "housing"}, {"sanitised_by": "nobody"}, {"to": "supt"},
        {"file": ""}, {"planc": ""}, {"digest": "d"}, {"sha256": "a" * 65}, {"on": "22/11/2026"},
    ):  # fmt: skip
        assert counted([replace(WHOLE, **change)], directory) == (), change
