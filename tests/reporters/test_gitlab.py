"""The Code Quality report for GitLab, held to the format that GitLab publishes."""

import json
import re
from typing import Any

import pytest

from planc.all_reporters import show_as
from planc.model.document import Span
from planc.model.finding import Place, Severity
from planc.model.report import Report, Style
from tests.conftest import PLAN, Checked
from tests.reporters.making import a_finding, a_report


def _read(report: Report) -> list[dict[str, Any]]:
    """The report, if it is what GitLab's documentation asks for.

    A list of objects, each with a description, the name of the check, a fingerprint of its own, one
    of five severities, and a place: a path from the root that does not begin with ./, and a line.
    """
    text = show_as(report, "gitlab", Style())
    assert text.isascii()
    objects: list[dict[str, Any]] = json.loads(text)
    for one in objects:
        assert one["description"]
        assert one["check_name"]
        assert re.fullmatch("[0-9a-f]{64}", one["fingerprint"])
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not one["location"]["path"].startswith("./")
        assert one["location"]["lines"]["begin"] >= 1
    assert len({one["fingerprint"] for one in objects}) == len(objects)
    return objects


def test_a_finding_with_everything_that_belongs_to_it(checked: Checked) -> None:
    (finding,) = _read(checked("sro: di-soc-east"))
    assert finding | {"fingerprint": ""} == {
        "description": "The same post is LRO and SRO. Name two different posts under"
        ' "sro:" and "lro:". (SRO)',
        "check_name": "lro-equals-sro",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": PLAN, "lines": {"begin": 8, "end": 8}},
    }


def test_where_nothing_was_found_the_list_is_empty(checked: Checked) -> None:
    assert show_as(checked(), "gitlab", Style()) == "[]\n"


def test_each_severity_has_its_word() -> None:
    objects = _read(a_report(*(a_finding(severity=severity) for severity in sorted(Severity))))
    assert [one["severity"] for one in objects] == ["info", "info", "minor", "major", "blocker"]


@pytest.mark.parametrize(
    ("span", "lines"),
    [(None, {"begin": 1, "end": 1}), (Span(3, 5, 6, 1), {"begin": 3, "end": 6})],
)
def test_a_finding_about_a_whole_file_stands_at_its_top(
    span: Span | None, lines: dict[str, int]
) -> None:
    (finding,) = _read(a_report(a_finding(place=Place(PLAN, span))))
    assert finding["location"]["lines"] == lines


def test_the_fingerprint_holds_while_lines_move(checked: Checked) -> None:
    before, after = checked("sro: di-soc-east"), checked("operation: >-\n  EXAMPLE\n  LARCH")
    assert [f.place.span for f in before.findings] != [f.place.span for f in after.findings]
    assert [f["fingerprint"] for f in _read(before)] == [f["fingerprint"] for f in _read(after)]


@pytest.mark.parametrize("part", ["plan", "rule", "object"])
def test_the_fingerprint_tells_findings_apart(part: str) -> None:
    one, other = _read(a_report(a_finding(), a_finding(**{part: "other"})))
    assert one["fingerprint"] != other["fingerprint"]


def test_findings_alike_are_numbered_since_gitlab_shows_one_for_each_fingerprint() -> None:
    first, second = _read(a_report(a_finding(), a_finding(wrong="Again.")))
    (alone,) = _read(a_report(a_finding(wrong="Again.")))
    assert alone["fingerprint"] == first["fingerprint"] != second["fingerprint"]


def test_hidden_characters_are_drawn() -> None:
    (finding,) = _read(a_report(a_finding(wrong="a\x1b[31mb", do="c\u202ed")))
    assert finding["description"] == "a\\x1b[31mb c\\u202ed (LRO)"
