"""Findings beside the lines of a pull request: commands to the runner of GitHub Actions."""

from planc.model.finding import Finding, Severity
from planc.model.report import Report, Style
from planc.wording.summary import summary
from planc.wording.text import inert, one_line
from planc.wording.words import count

_COMMANDS = {
    Severity.REFUSAL: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.PREVIEW: "notice",
}
_SHOWN = 10
"""How many commands of each kind GitHub shows for one step; it says nothing of the others."""


def report(report: Report, _style: Style) -> str:
    """A command for each finding, the gravest first, then the summary."""
    gravest = sorted(report.findings, key=lambda finding: -finding.severity)
    lines = [inert(one_line(line)) for line in (*summary(report), *_unshown(report))]
    return "\n".join([*map(_command, gravest), *lines]) + "\n"


def _command(finding: Finding) -> str:
    span = finding.place.span
    properties = {"file": finding.place.path}
    if span:
        properties |= {"line": str(span.line), "endLine": str(span.end_line)}
    if span and span.line == span.end_line:  # the runner wants no columns in several lines
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{str(finding.severity).capitalize()}: {finding.rule}"
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    # the log shows nothing of a command but its message
    message = (finding.where, finding.wrong, *finding.advice)
    data = _data("\n".join(one_line(line) for line in message))
    return f"::{_COMMANDS[finding.severity]} {shown}::{data}"


def _unshown(report: Report) -> list[str]:
    kinds = [_COMMANDS[finding.severity] for finding in report.findings]
    more = sum(max(0, kinds.count(kind) - _SHOWN) for kind in set(kinds))
    if not more:
        return []
    note = (
        f"GitHub shows {_SHOWN} errors, {_SHOWN} warnings and {_SHOWN} notices of a step. "
        f"{count(more, 'more finding stands', 'more findings stand')} only in this log. "
        'To show all of them on the page of the run: --output "markdown=$GITHUB_STEP_SUMMARY"'
    )
    return [note]


def _data(text: str) -> str:
    # a carriage return would be %0D; it is drawn by now, as every other hidden character is
    return inert(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
