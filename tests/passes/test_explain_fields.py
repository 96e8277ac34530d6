"""A field's page: what it is, what it holds, who sees it, and an example that is right."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from planc.passes.explain_fields import explain_field, field_names
from planc.passes.read import read
from planc.resources import schema

FIELDS = {(field.file, field.path): field for fields in field_names().values() for field in fields}


def test_a_page_says_everything_about_a_field() -> None:
    assert explain_field("log.because") == (
        "log.because (in a plan)\n"
        "\n"
        "Because. The reason: for a move, a change of RAG, or a decision.\n"
        "\n"
        "Holds:   text\n"
        "Seen by: the plan's author, the board (police only)\n"
        "\n"
        "Example:\n"
        "    log:\n"
        "      - date: 2026-12-18\n"
        "        because: The victims are not yet safe"
    )


def test_all_words_that_a_field_can_hold_are_listed() -> None:
    stage = schema("plan")["properties"]["pursue"]["items"]["properties"]["order"]["properties"]
    page = " ".join(explain_field("pursue.order.type").split())
    assert f"Holds: one of: {', '.join(stage['type']['enum'])} Seen by:" in page


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("pursue.owner", "the id of a post in directory.yaml"),
        ("pursue.serves", "the id of an objective, or a list of several"),
        ("pursue.share", "the id of a post in directory.yaml, or a list of several"),
        ("threat.tier", "the name of a tier in planc.yaml"),
        ("numbers.overdue_days", "a whole number from 0 to 3650; 28 if left out"),
        ("tiers.review_days", "a whole number from 1 to 3650; 84 if left out"),
        ("directory", "text; directory.yaml if left out"),
        ("objectives.baseline", "a figure or a word"),
        ("tiers", "a list, each entry with fields of its own: name, review_days"),
        ("exercise", "fields of its own: as_of, stamp"),
        ("rules", "fields of its own: severity, reason"),
        ("signoffs.covers", "several of: objectives, gaps, risks, distribution, closure"),
        ("pursue.due", "a date"),
    ],
)
def test_what_a_field_holds_is_said_in_words(name: str, holds: str) -> None:
    assert f"\nHolds:   {holds}\n" in explain_field(name)


@pytest.mark.parametrize(
    ("name", "readers"),
    [
        ("pursue.kind", "the plan's author, the board (police only)"),
        ("pursue.tactic", "the plan's author, the board (police only), police owners"),
        ("annexes", "the plan's author"),
        ("threat.type", "the plan's author, the board (police only)"),
    ],
)
def test_who_sees_a_field_is_said(name: str, readers: str) -> None:
    assert f"\nSeen by: {readers}\n" in explain_field(name).split("Other fields")[0]


def test_nothing_is_said_of_readers_where_no_edition_is_made() -> None:
    assert "Seen by" not in explain_field("numbers.overdue_days") + explain_field("posts.title")


def test_a_field_that_may_be_about_a_person_says_so() -> None:
    assert "\nNote:    It may be about a person, so no message ever quotes it.\n" in explain_field(
        "role"
    )
    assert "Note:" not in explain_field("pursue.tactic")


def test_a_short_name_stands_for_every_field_that_ends_so() -> None:
    heads = re.findall(r"^(\S+) \(in ", explain_field("owner"), re.MULTILINE)
    assert heads == ["pursue.owner", "actions.owner", "risks.owner", "intelligence_gaps.owner"]
    assert "\nSame as: prevent.owner, protect.owner, prepare.owner\n" in explain_field("owner")


def test_a_whole_name_goes_before_the_ends_of_others() -> None:
    head, *_, last = explain_field("marking").splitlines()
    assert head == "marking (in a plan)"
    others = "pursue.marking, labels.marking, boards.threats_without_plan.marking"
    assert last == f"Other fields that end so: {others}"


def test_a_name_of_many_fields_gives_a_list_of_them() -> None:
    lines = explain_field("date").splitlines()
    count = len(lines) - 4
    assert lines[0] == f"date is the name of {count} fields:"
    assert count > 4
    assert any(re.match(r"  log\.date +The day it happened\.", line) for line in lines)
    assert lines[-1] == f"More on one of them: planc explain {lines[2].split()[0]}"


def test_one_field_of_several_files_is_told_once() -> None:
    assert "\nSame as: planc in the directory, planc in the policy\n" in explain_field("planc")


def test_every_field_has_a_page_and_its_example_is_right() -> None:
    for file, path in FIELDS:
        _look_at_the_page(file, path)


def _look_at_the_page(file: str, path: str) -> None:
    example = re.search(r"^Example:\n((?:    .*\n?)+)", explain_field(path), re.MULTILINE)
    assert example, path
    document, faults = read("x.yaml", re.sub("^    ", "", example[1], flags=re.MULTILINE))
    assert faults == [], path
    assert document is not None, path
    value: Any = document.data
    for name in path.replace("rules.", "rules.tactic-overdue.").split("."):
        value = (value[0] if isinstance(value, list) else value)[name]
    assert value not in (None, "", []), path
    checker = Draft202012Validator(schema(file), format_checker=FormatChecker())
    wrong = [error for error in checker.iter_errors(document.data) if error.path]
    assert wrong == [], path


def test_free_text_has_an_example_of_its_own() -> None:
    for (file, path), field in FIELDS.items():
        node = field.node
        item = node.get("items", node)
        kind = item.get("$ref", "").rpartition("/")[2] or item.get("type")
        tells = {"examples", "enum", "x-refers", "default"} & (node.keys() | item.keys())
        if kind not in ("object", "array", "integer", "boolean", "date"):
            assert tells, f"an example of {path} belongs into the schema of a {file}"
