"""Findings one to a line, for editors, for grep and for long lists."""

from planc.model.finding import Finding
from planc.model.report import Report, Style
from planc.wording.summary import summary
from planc.wording.text import inert, one_line


def report(report: Report, _style: Style) -> str:
    """`file:line:column: severity rule: what is wrong` for each finding, then the summary."""
    lines = [*map(_finding, report.findings), *summary(report)]
    return inert("\n".join(one_line(line) for line in lines) + "\n")


def _finding(finding: Finding) -> str:
    return f"{finding.place}: {finding.severity} {finding.rule}: {finding.wrong}"
