"""The JSON report: one shape whatever was found, and nothing in it but ASCII."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from planc import __version__, check
from planc.all_reporters import show_as
from planc.model.finding import Finding, Place, Severity
from planc.model.report import FileReport, Report, Style
from planc.repository import open_repository
from planc.resources import schema
from tests.conftest import AS_OF, PART, PLAN, Checked, change, copied
from tests.reporters.reading import closed, described

PUBLISHED = Draft202012Validator(closed(schema("report")))


def _read(report: Report) -> Any:
    written = json.loads(show_as(report, "json", Style()))
    PUBLISHED.validate(written)
    return written


def test_the_published_schema_is_one_and_says_what_each_part_is() -> None:
    Draft202012Validator.check_schema(schema("report"))
    assert described(schema("report"))


def _shape(value: Any) -> Any:
    """The keys of a report and the sorts of their values, at every depth."""
    if isinstance(value, dict):
        return {key: _shape(value) for key, value in value.items()}
    if isinstance(value, list):
        return [_shape(value) for value in value[:1]]
    return type(value).__name__


SHAPE = {
    "format_version": "int",
    "planc": "str",
    "as_of": "str",
    "whole": "bool",
    "changes_checked": "bool",
    "counts": {"refusal": "int", "error": "int", "warning": "int", "info": "int", "preview": "int"},
    "files": [{"path": "str", "plan": "bool", "checked": "bool"}],
    "findings": [],
    "set_aside": [],
    "departures": [],
    "notes": [],
}
PLACE = {
    "path": "str",
    "start": {"line": "int", "column": "int"},
    "end": {"line": "int", "column": "int"},
}
FINDING = {
    "rule": "str",
    "severity": "str",
    **PLACE,
    "plan": "str",
    "object": "str",
    "where": "str",
    "wrong": "str",
    "why": "str",
    "do": "str",
    "acts": "str",
    "related": [],
    "edits": [],
}
RELATED = {**FINDING, "related": [{**PLACE, "what": "str"}]}


def test_a_report_of_nothing(checked: Checked) -> None:
    assert _read(checked()) == {
        "format_version": 1,
        "planc": __version__,
        "as_of": "2026-11-22",
        "whole": True,
        "changes_checked": False,
        "counts": {"refusal": 0, "error": 0, "warning": 0, "info": 0, "preview": 0},
        "files": [
            {"path": "directory.yaml", "plan": False, "checked": True},
            {"path": "planc.yaml", "plan": False, "checked": True},
            {"path": PLAN, "plan": True, "checked": True},
        ],
        "findings": [],
        "set_aside": [],
        "departures": [],
        "notes": [],
    }


def test_a_finding_with_everything_that_belongs_to_it(checked: Checked) -> None:
    report = _read(checked("sro: di-soc-east"))
    assert report["counts"] == {"refusal": 0, "error": 1, "warning": 0, "info": 0, "preview": 0}
    assert report["findings"] == [
        {
            "rule": "lro-equals-sro",
            "severity": "error",
            "path": PLAN,
            "start": {"line": 8, "column": 1},
            "end": {"line": 8, "column": 4},
            "plan": "SOC-2026-014",
            "object": "lro",
            "where": "LRO",
            "wrong": "The same post is LRO and SRO.",
            "why": "The SRO sets what the LRO is held to; one post cannot hold itself to account.",
            "do": 'Name two different posts under "sro:" and "lro:".',
            "acts": "SRO",
            "related": [
                {
                    "path": PLAN,
                    "start": {"line": 7, "column": 1},
                    "end": {"line": 7, "column": 4},
                    "what": "the SRO",
                }
            ],
            "edits": [],
        }
    ]


@pytest.mark.parametrize(
    ("piece", "whole_file", "findings"),
    [
        ("", False, []),
        ("lro: supt-crime", False, [RELATED]),
        ("lro: nobody-knows", False, [FINDING]),
        ("# nothing", True, [FINDING]),
        ('ref: "LARCH', True, [FINDING]),
    ],
)
def test_the_shape_is_the_same_whatever_was_found(
    checked: Checked, piece: str, whole_file: bool, findings: list[Any]
) -> None:
    report = _read(checked(piece, whole_file=whole_file))
    assert _shape(report) == {**SHAPE, "findings": findings}


def test_every_file_is_listed_as_checked_or_not(base: Path) -> None:
    (base / PLAN).write_bytes(b"\xff\xfe")
    copied(Path(__file__).parents[1] / "base", str(base / "plans" / "ash.yaml"), "SOC-2026-015")
    report = _read(check.check(open_repository([base / "plans"]), AS_OF))
    assert [(file["path"], file["checked"]) for file in report["files"][2:]] == [
        ("plans/ash.yaml", True),
        (PLAN, False),
    ]
    assert {finding["path"] for finding in report["findings"]} == {PLAN}


def test_a_part_of_a_repository_is_not_called_the_whole(base: Path) -> None:
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    report = _read(check.check(open_repository([base / PLAN]), AS_OF))
    assert report["whole"] is False
    assert report["notes"] == [PART.strip()]


def test_departures_are_listed(checked: Checked) -> None:
    report = _read(checked("# planc.yaml\nnumbers: {overdue_days: 14}"))
    assert report["departures"] == ["overdue_days is 14, not 28 (planc.yaml, line 15)"]


def test_columns_count_characters_and_not_bytes(checked: Checked) -> None:
    text = 'planc: 1\nref: SOC-1\nstatus: draft\nlog:\n  - {note: "é – €", ref: PUR-9}\n'
    places = [
        (finding["start"], finding["end"])
        for finding in _read(checked(text, whole_file=True))["findings"]
        if finding["rule"] == "dangling-id"
    ]
    assert places == [({"line": 5, "column": 26}, {"line": 5, "column": 31})]


def test_there_is_nothing_but_ascii_in_it(checked: Checked) -> None:
    report = checked("status: 'é\u2013\U0001f600'\nref: '##[error]'")
    text = show_as(report, "json", Style())
    assert text.isascii()
    assert text.endswith("}\n")
    assert "##[" not in text
    wrong = {finding["wrong"] for finding in json.loads(text)["findings"]}
    assert any('"é–\U0001f600"' in words for words in wrong)
    assert any('"##[error]"' in words for words in wrong)


@pytest.mark.parametrize("style", [Style(), Style(colour=True, terminal=True)])
def test_no_line_of_a_plan_is_in_it_and_no_colour(checked: Checked, style: Style) -> None:
    report = checked("marking: OFFICIAL\nlro: supt-crime          # a remark")
    text = show_as(report, "json", style)
    assert '"lro-equals-sro"' in text
    assert "a remark" not in text
    assert "\x1b" not in text


def test_a_finding_without_a_place_in_its_file_has_none() -> None:
    finding = Finding(
        "rule", Severity.ERROR, Place(PLAN), PLAN, "plan", "", "wrong", "why", "do", "LRO"
    )
    file = FileReport(PLAN, plan=True, checked=False, open=False, digest="")
    report = _read(Report(dt.date(2026, 1, 1), (finding,), (file,), whole=True))
    assert (report["findings"][0]["start"], report["findings"][0]["end"]) == (None, None)


def test_findings_stand_in_the_order_of_their_files_and_places(base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 2026-11-20"), ("lro: di", "lro: dy"))
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    findings = _read(check.check(open_repository([base]), AS_OF))["findings"]
    places = [(f["path"], f["start"]["line"], f["start"]["column"]) for f in findings]
    assert len(places) == 4
    assert places == sorted(places)


NO_OWNER = "pursue:\n  - {id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}\n"
WAIVER = "{rule: tactic-no-owner, id: PUR-1, reason: Soon, approver: supt-crime, until: 2027-01-29}"
LISTED = """\
# planc-baseline.yaml
planc: 1
plans:
  - plan: SOC-2026-014
    until: 2027-05-23
    findings: {tactic-no-owner: {PUR-1.owner: 1}}
"""
ASIDE = {"by": "str", "until": "str"}


@pytest.mark.parametrize(
    ("piece", "words", "expected"),
    [
        (
            f"waivers: [{WAIVER}]\n",
            {**ASIDE, "approver": "str"},
            ("waiver", "2027-01-29", "supt-crime"),
        ),
        (
            LISTED,
            {**ASIDE, "approver": "NoneType"},
            ("baseline", "2027-05-23", None),
        ),
    ],
)
def test_what_is_set_aside_stands_apart_with_what_does_it(
    checked: Checked, piece: str, words: dict[str, str], expected: tuple[str | None, ...]
) -> None:
    report = _read(checked(NO_OWNER + piece))
    assert _shape(report) == {**SHAPE, "set_aside": [{**FINDING, **words}]}
    assert (report["findings"], set(report["counts"].values())) == ([], {0})
    (aside,) = report["set_aside"]
    assert (aside["rule"], aside["object"], aside["severity"]) == (
        "tactic-no-owner",
        "PUR-1",
        "error",
    )
    assert (aside["by"], aside["until"], aside["approver"]) == expected
