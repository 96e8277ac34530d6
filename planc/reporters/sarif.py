"""Findings for code scanning and editors: SARIF 2.1.0, the OASIS standard."""

from urllib.parse import quote

from planc import __version__
from planc.model.finding import Finding, Place, Severity
from planc.model.report import FileReport, Report, Style, numbered
from planc.model.rule import Declared, in_manual, manual, rule_name, shipped
from planc.resources import source_titles
from planc.wording.summary import waivers_used
from planc.wording.text import as_json, one_line

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.REFUSAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.PREVIEW: "note",
}


def report(report: Report, _style: Style) -> str:
    """One run, in ASCII: the rules that found something, every file, and the findings."""
    names = {finding.rule for finding in report.findings}
    fired = [rule for rule in report.rules if rule_name(rule) in names]
    rules = {rule_name(rule): number for number, rule in enumerate(fired)}
    files = {file.path: number for number, file in enumerate(report.files)}
    run = {
        "tool": {
            "driver": {
                "name": "planc",
                "version": __version__,
                "rules": [_rule(rule) for rule in fired],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": all(file.checked for file in report.files),
                "toolExecutionNotifications": [
                    _notification(note) for note in (*report.notes, *waivers_used(report))
                ],
                "toolConfigurationNotifications": [
                    _notification(departure) for departure in report.departures
                ],
            }
        ],
        "artifacts": [_artifact(file) for file in report.files],
        "results": [
            _result(finding, number, rules, files) for finding, number in numbered(report.findings)
        ],
        "properties": {
            "as_of": report.as_of.isoformat(),
            "whole": report.whole,
            "changes_checked": bool(report.changes_checked),
        },
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Declared) -> dict[str, object]:
    page, severity = manual(rule), shipped(rule)
    titles = source_titles()
    advice = (f"{word}: {words}" for word, words in page.advice(titles))
    return {
        "id": page.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.notes or page.title},
        "help": {"text": "\n".join(advice), "markdown": page.markdown(titles)},
        "defaultConfiguration": (
            {"level": _LEVELS[severity]} if severity is not None else {"enabled": False}
        ),
        "properties": {"manual": f"planc/rules/{in_manual(rule)}"},
    }


def _notification(words: str) -> dict[str, object]:
    return {"level": "note", "message": {"text": _words(words)}}


def _artifact(file: FileReport) -> dict[str, object]:
    return {
        "location": {"uri": _uri(file.path)},
        "roles": ["analysisTarget"],
        "properties": {"plan": file.plan, "checked": file.checked},
    }


def _result(
    finding: Finding, number: int, rules: dict[str, int], files: dict[str, int]
) -> dict[str, object]:
    # findings of equal identity are told apart here, and nowhere else
    identity = (*finding.identity, *([str(number)] if number > 1 else []))
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(map(_words, (finding.wrong, *finding.advice)))},
        "locations": [_location(finding.place, files)],
        "partialFingerprints": {"planRuleObject/v2": "/".join(identity)},
        "properties": {
            "severity": str(finding.severity),
            "plan": finding.plan,
            "object": finding.object,
            "where": finding.crumbs,
            "acts": finding.acts,
        },
    }
    if finding.rule in rules:
        result["ruleIndex"] = rules[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place, files), "message": {"text": _words(what)}}
            for number, (place, what) in enumerate(finding.related, 1)
        ]
    return result


def _location(place: Place, files: dict[str, int]) -> dict[str, object]:
    artifact: dict[str, object] = {"uri": _uri(place.path)}
    if place.path in files:
        artifact["index"] = files[place.path]
    physical: dict[str, object] = {"artifactLocation": artifact}
    if place.span:
        line, column, end_line, end_column = place.span
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
    return {"physicalLocation": physical}


def _uri(path: str) -> str:
    return quote(path, errors="surrogatepass")  # a file's name need not be text


def _words(text: str) -> str:
    """Text that no reader of SARIF takes for a link: `[words](target)` is one."""
    return one_line(text).replace("](", "] (")
