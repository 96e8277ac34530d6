"""The SARIF report; tests/reporters/test_published.py holds it to the standard's own schema."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from planc import __version__, check
from planc.all_reporters import show_as
from planc.all_rules import BY_NAME
from planc.model.document import Span
from planc.model.finding import Place, Severity
from planc.model.governance import Waiver
from planc.model.report import FileReport, Report, Style
from planc.model.rule import rule_name, shipped
from planc.model.set_aside import SetAside
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, Checked, change, copied
from tests.reporters.making import a_finding, a_report


def _run(report: Report) -> dict[str, Any]:
    text = show_as(report, "sarif", Style())
    assert text.isascii()
    log = json.loads(text)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"]["name"] == "planc"
    assert run["tool"]["driver"]["version"] == __version__
    assert run["columnKind"] == "unicodeCodePoints"
    checked_run: dict[str, Any] = run
    return checked_run


def test_a_finding_with_everything_that_belongs_to_it(checked: Checked) -> None:
    run = _run(checked("sro: di-soc-east"))
    assert run["results"] == [
        {
            "ruleId": "lro-equals-sro",
            "level": "error",
            "message": {
                "text": "The same post is LRO and SRO.\n"
                "Why: The SRO sets what the LRO is held to;"
                " one post cannot hold itself to account.\n"
                'Do: Name two different posts under "sro:" and "lro:".\n'
                "Acts: SRO. More: planc explain lro-equals-sro"
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": PLAN, "index": 2},
                        "region": {
                            "startLine": 8,
                            "startColumn": 1,
                            "endLine": 8,
                            "endColumn": 4,
                        },
                    }
                }
            ],
            "partialFingerprints": {"planRuleObject/v2": "SOC-2026-014/lro-equals-sro/lro"},
            "properties": {
                "severity": "error",
                "plan": "SOC-2026-014",
                "object": "lro",
                "where": "LRO",
                "acts": "SRO",
            },
            "ruleIndex": 0,
            "relatedLocations": [
                {
                    "id": 1,
                    "physicalLocation": {
                        "artifactLocation": {"uri": PLAN, "index": 2},
                        "region": {
                            "startLine": 7,
                            "startColumn": 1,
                            "endLine": 7,
                            "endColumn": 4,
                        },
                    },
                    "message": {"text": "the SRO"},
                }
            ],
        }
    ]


def test_a_rule_that_found_something_brings_its_page_of_the_manual(checked: Checked) -> None:
    (rule,) = _run(checked("sro: di-soc-east"))["tool"]["driver"]["rules"]
    assert rule["id"] == "lro-equals-sro"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["shortDescription"]["text"] == "The LRO and the SRO are two posts."
    assert rule["help"]["text"].startswith("Why: The SRO sets what the LRO is held to; ")
    assert "\n- **Do:** Name two different posts" in "\n" + rule["help"]["markdown"]
    assert "Flagged" not in rule["help"]["markdown"], "an example is no word of a plan"


def test_each_rule_says_how_it_is_shipped() -> None:
    rules = [*BY_NAME.values()]
    report = a_report(*(a_finding(rule=rule_name(rule)) for rule in rules), rules=tuple(rules))
    shown = [rule["defaultConfiguration"] for rule in _run(report)["tool"]["driver"]["rules"]]
    levels = {None: None, 0: "note", 1: "note", 2: "warning", 3: "error", 4: "error"}
    for rule, configuration in zip(rules, shown, strict=True):
        level = levels[shipped(rule)]
        assert configuration == ({"level": level} if level else {"enabled": False}), rule_name(rule)
    assert {"enabled": False} in shown


def test_rules_are_listed_once_in_the_order_of_the_table(base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 2026-11-20"), ("lro: di-soc-east", "lro: dy"))
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    run = _run(check.check(open_repository([base]), AS_OF))
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert names == sorted(set(names), key=list(BY_NAME).index)
    assert len(run["results"]) == 4
    for result in run["results"]:
        assert names[result["ruleIndex"]] == result["ruleId"]


def test_where_nothing_was_found_every_file_is_listed_still(checked: Checked) -> None:
    run = _run(checked())
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["artifacts"] == [
        {
            "location": {"uri": path},
            "roles": ["analysisTarget"],
            "properties": {"plan": path == PLAN, "checked": True},
        }
        for path in ("directory.yaml", "planc.yaml", PLAN)
    ]
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [],
            "toolConfigurationNotifications": [],
        }
    ]
    assert run["properties"] == {
        "as_of": "2026-11-22",
        "whole": True,
        "changes_checked": False,
    }


def test_a_file_that_could_not_be_read_is_no_success(base: Path) -> None:
    (base / PLAN).write_bytes(b"\xff\xfe\xff")
    run = _run(check.check(open_repository([base]), AS_OF))
    assert run["invocations"][0]["executionSuccessful"] is False
    assert [file["properties"]["checked"] for file in run["artifacts"]] == [True, True, False]


def test_notes_and_departures_are_told_as_such() -> None:
    (invocation,) = _run(a_report(notes=("First.",), departures=("tag is off: no",)))["invocations"]
    assert invocation["toolExecutionNotifications"] == [
        {"level": "note", "message": {"text": "First."}}
    ]
    assert invocation["toolConfigurationNotifications"] == [
        {"level": "note", "message": {"text": "tag is off: no"}}
    ]


def test_what_is_set_aside_is_no_result_and_its_waiver_is_told() -> None:
    # code scanning would show it as open: GitHub heeds no suppression
    waiver = Waiver(route=("waivers", 0), rule="tactic-no-owner", id="PUR-1", approver="supt-crime")
    run = _run(a_report(set_aside=(SetAside(a_finding(), AS_OF, waiver),)))
    assert run["results"] == []
    message = "Waived by supt-crime until 22 November 2026: tactic-no-owner for PUR-1, "
    assert [
        note["message"]["text"] for note in run["invocations"][0]["toolExecutionNotifications"]
    ] == [f"{message}plans/larch.yaml:25:6"]


def test_each_severity_has_its_level() -> None:
    results = _run(a_report(*(a_finding(severity=s) for s in sorted(Severity))))["results"]
    assert [result["level"] for result in results] == ["note", "note", "warning", "error", "error"]
    words = [result["properties"]["severity"] for result in results]
    assert words == ["preview", "info", "warning", "error", "refusal"]


def test_the_fingerprint_holds_while_lines_move(checked: Checked) -> None:
    before = _run(checked("sro: di-soc-east"))["results"][0]
    after = _run(checked("operation: >-\n  EXAMPLE\n  LARCH"))["results"][0]
    assert after["locations"] != before["locations"]
    assert after["partialFingerprints"] == before["partialFingerprints"]


@pytest.mark.parametrize("part", ["plan", "rule", "object"])
def test_the_fingerprint_tells_findings_apart(part: str) -> None:
    one, other = _run(a_report(a_finding(), a_finding(**{part: "other"})))["results"]
    assert one["partialFingerprints"] != other["partialFingerprints"]


def test_a_finding_without_a_place_points_at_the_file() -> None:
    (result,) = _run(a_report(a_finding(place=Place(PLAN))))["results"]
    assert result["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": PLAN, "index": 0}}}
    ]


def test_a_place_in_a_file_that_is_not_listed_has_no_index() -> None:
    report = Report(AS_OF, (a_finding(related=((Place("x.yaml"), "the other"),)),), (), whole=True)
    (result,) = _run(report)["results"]
    places = [result["locations"][0], result["relatedLocations"][0]]
    uris = [place["physicalLocation"]["artifactLocation"] for place in places]
    assert uris == [{"uri": PLAN}, {"uri": "x.yaml"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/a b.yaml", "plans/a%20b.yaml"),
        ("plans/é%?#.yaml", "plans/%C3%A9%25%3F%23.yaml"),
        ("c:x.yaml", "c%3Ax.yaml"),
        ("a\x1b[31m\n.yaml", "a%1B%5B31m%0A.yaml"),
    ],
)
def test_a_path_is_a_reference_from_the_root_in_which_nothing_is_active(
    path: str, uri: str
) -> None:
    run = _run(a_report(a_finding(place=Place(path))))
    assert run["artifacts"][0]["location"]["uri"] == uri
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == uri


def test_a_name_that_is_no_text_is_still_told() -> None:
    file = FileReport("\udcff.yaml", plan=True, checked=False, open=False, digest="")
    run = _run(Report(AS_OF, (), (file,), whole=True))
    assert re.fullmatch(r"(%[0-9A-F]{2})+\.yaml", run["artifacts"][0]["location"]["uri"])


def test_columns_count_characters(checked: Checked) -> None:
    text = 'planc: 1\nref: SOC-1\nstatus: draft\nlog:\n  - {note: "é – €", ref: PUR-9}\n'
    results = _run(checked(text, whole_file=True))["results"]
    (result,) = [result for result in results if result["ruleId"] == "dangling-id"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (26, 31)


def test_no_words_turn_into_a_link() -> None:
    related = ((Place(PLAN, Span(1, 1, 1, 2)), "[a](1)"),)
    finding = a_finding(wrong="See [here](https://example.org).", related=related)
    (result,) = _run(a_report(finding))["results"]
    assert result["message"]["text"].startswith("See [here] (https://example.org).\nWhy: ")
    assert result["relatedLocations"][0]["message"]["text"] == "[a] (1)"
