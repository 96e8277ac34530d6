"""Findings for other programs. The format is versioned, and only ever added to.

Its schema is `schemas/report.schema.json`.
"""

from planc import __version__
from planc.model.finding import Finding, Place
from planc.model.report import Report, Style
from planc.model.set_aside import SetAside
from planc.wording.text import as_json

FORMAT_VERSION = 1


def report(report: Report, _style: Style) -> str:
    """One object, ASCII only; of the same shape whatever was found or could not be read."""
    whole = {
        "format_version": FORMAT_VERSION,
        "planc": __version__,
        "as_of": report.as_of.isoformat(),
        "whole": report.whole,
        "changes_checked": bool(report.changes_checked),
        "counts": {str(severity): number for severity, number in report.counts().items()},
        "files": [
            {"path": file.path, "plan": file.plan, "checked": file.checked} for file in report.files
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "set_aside": [_set_aside(aside) for aside in report.set_aside],
        "departures": list(report.departures),
        "notes": list(report.notes),
    }
    return as_json(whole)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        **_place(finding.place),
        "plan": finding.plan,
        "object": finding.object,
        "where": finding.crumbs,
        "wrong": finding.wrong,
        "why": finding.why,
        "do": finding.do,
        "acts": finding.acts,
        "related": [{**_place(place), "what": what} for place, what in finding.related],
        "edits": [
            {
                "start": {"line": edit.span.line, "column": edit.span.column},
                "end": {"line": edit.span.end_line, "column": edit.span.end_column},
                "text": edit.text,
                "fix": finding.fixable,
            }
            for edit in finding.edits
        ],
    }


def _set_aside(aside: SetAside) -> dict[str, object]:
    waiver = aside.waiver
    return {
        **_finding(aside.finding),
        "by": "waiver" if waiver else "baseline",
        "until": aside.until.isoformat(),
        "approver": waiver.approver if waiver else None,
    }


def _place(place: Place) -> dict[str, object]:
    span = place.span
    return {
        "path": place.path,
        "start": {"line": span.line, "column": span.column} if span else None,
        "end": {"line": span.end_line, "column": span.end_column} if span else None,
    }
