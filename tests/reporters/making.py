"""Findings and reports, made by hand for what no plan can bring about at will."""

from planc.model.document import Span
from planc.model.finding import Finding, Place, Severity
from planc.model.report import FileReport, Report
from tests.conftest import AS_OF, PLAN


def a_finding(**parts: object) -> Finding:
    """A finding in the base plan, with some of its parts replaced."""
    context: dict[str, object] = {
        "rule": "tactic-no-owner",
        "severity": Severity.ERROR,
        "place": Place(PLAN, Span(25, 6, 25, 15)),
        "plan": "SOC-2026-014",
        "object": "PUR-1",
        "crumbs": "Pursue, PUR-1, Owner",
        "wrong": "PUR-1 has no owner.",
        "why": "Nobody is answerable.",
        "do": "Add one.",
        "acts": "LRO",
        **parts,
    }
    return Finding(**context)  # type: ignore[arg-type]


def a_report(*findings: Finding, checked: bool = True, **parts: object) -> Report:
    """A report of these, and of the files they are in."""
    paths = dict.fromkeys(finding.place.path for finding in findings)
    files = [FileReport(path, True, checked, open=False, digest="") for path in paths]
    context: dict[str, object] = {"whole": True, **parts}
    return Report(AS_OF, findings, tuple(files), **context)  # type: ignore[arg-type]
