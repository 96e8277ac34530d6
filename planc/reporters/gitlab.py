"""Findings beside the lines of a merge request: a Code Quality report for GitLab."""

import hashlib

from planc.model.finding import Finding, Severity
from planc.model.report import Report, Style, numbered
from planc.wording.text import as_json, visible

_SEVERITIES = {
    Severity.REFUSAL: "blocker",
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
    Severity.PREVIEW: "info",
}


def report(report: Report, _style: Style) -> str:
    """A list with an object for each finding, in ASCII; empty if there are none."""
    return as_json([_finding(finding, number) for finding, number in numbered(report.findings)])


def _finding(finding: Finding, number: int) -> dict[str, object]:
    span = finding.place.span
    return {
        "description": visible(f"{finding.wrong} {finding.do} ({finding.acts})"),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding, number),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.place.path,
            # a finding about a whole file stands at its top: GitLab asks for a line
            "lines": {"begin": span.line if span else 1, "end": span.end_line if span else 1},
        },
    }


def _fingerprint(finding: Finding, number: int) -> str:
    """The finding's identity. GitLab shows one finding for each: the number tells them apart."""
    whole = "\0".join((*finding.identity, str(number)))
    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()
