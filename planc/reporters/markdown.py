"""Findings for the officers who act on them, on a page that a code forge shows."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from planc.model.finding import Finding
from planc.model.report import Report, Style
from planc.wording.summary import summary
from planc.wording.text import as_cell, as_markdown, one_line


def report(report: Report, _style: Style) -> str:
    """The summary; then, for each post that acts, what is wrong and what to do, plan by plan."""
    first, *others = summary(report)
    lines = [f"**{_text(first)}**", *(f"- {_text(line.strip())}" for line in others)]
    posts = {finding.acts: 0 for finding in report.findings}
    for finding in report.findings:
        posts[finding.acts] = max(posts[finding.acts], finding.severity)
    for post in sorted(posts, key=lambda post: (-posts[post], post)):
        lines += ["", f"## For the {_text(post)}"]
        theirs = [finding for finding in report.findings if finding.acts == post]
        for (plan, path), findings in groupby(theirs, lambda f: (f.plan, f.place.path)):
            lines += ["", f"### {_text(plan if plan == path else f'{plan}, {path}')}", ""]
            lines += _table(findings)
    return "\n".join(lines) + "\n"


def _table(findings: Iterable[Finding]) -> Iterator[str]:
    yield "| Where | What is wrong | What to do | Rule |"
    yield "| --- | --- | --- | --- |"
    for finding in findings:
        span = finding.place.span
        line = f"line {span.line}" if span else ""
        where = ", ".join(part for part in (finding.crumbs, line) if part) or "the file"
        rule = f"**{str(finding.severity).capitalize()}** {_text(finding.rule)}"
        cells = (_text(where), _text(finding.wrong), _text(finding.do), rule)
        yield f"| {' | '.join(map(as_cell, cells))} |"


def _text(text: str) -> str:
    return as_markdown(one_line(text))
