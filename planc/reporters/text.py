"""Findings for a person at a screen: place, Wrong, Why, Do, and who acts."""

import re
import textwrap

from planc.model.finding import Finding, Severity
from planc.model.report import FileReport, Report, Style
from planc.wording.similar_findings import Alike, in_few_lines
from planc.wording.summary import summary
from planc.wording.text import inert, one_line, visible
from planc.wording.top_findings import foremost

WIDTH = 100
_COLOUR = {
    Severity.REFUSAL: "1;35",
    Severity.ERROR: "1;31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
    Severity.PREVIEW: "2",
}


def report(report: Report, style: Style) -> str:
    """Every finding in at most nine lines, those alike as one; a summary; what matters most."""
    blocks = [
        _finding(one, report.file(one.finding.place.path), style)
        for one in in_few_lines(report.findings)
    ]
    end = "\n".join(one_line(line) for line in summary(report))
    ends, first = [end], foremost(report)
    if first:
        lines = [first[0], *(line for words in first[1:] for line in _listed(words))]
        ends.append("\n".join(lines))
    ends += [_stats(report)] if style.stats else []
    return inert("\n\n".join([*blocks, *ends]) + "\n")


def _finding(one: Alike, file: FileReport | None, style: Style) -> str:
    finding = one.finding
    where = one_line(finding.where)
    word = str(finding.severity).upper()
    gap = " " * max(2, WIDTH - len(where) - len(word))
    shown = f"\x1b[{_COLOUR[finding.severity]}m{word}\x1b[0m" if style.colour else word
    lines = [where + gap + shown]
    if file is not None and not finding.personal and (style.terminal or file.open):
        lines += _snippet(finding, file)
    lines += _part("Wrong:", one.wrong)
    lines += _part("Why:", finding.why)
    lines += _part("Do:", one.do)
    lines += _part("Acts:", f"{finding.acts}. More: planc explain {finding.rule}")
    return "\n".join(lines)


def _listed(words: str) -> list[str]:
    return textwrap.wrap(
        one_line(words),
        WIDTH,
        initial_indent="  ",
        subsequent_indent="     ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _part(label: str, words: str) -> list[str]:
    return textwrap.wrap(
        one_line(words),
        WIDTH,
        initial_indent=f"  {label:<7}",
        subsequent_indent=" " * 9,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _snippet(finding: Finding, file: FileReport) -> list[str]:
    span = finding.place.span
    lines = (file.text or "").split("\n")
    if (
        span is None
        or finding.place.whole
        or span.line > len(lines)
        or not lines[span.line - 1].strip()
    ):
        return []
    # columns count a tab at the start of a line as two spaces
    line = re.sub(r"^[ \t]+", lambda m: m[0].replace("\t", "→ "), lines[span.line - 1])
    end = span.end_column if span.end_line == span.line else len(line) + 1
    before, marked = visible(line[: span.column - 1]), visible(line[span.column - 1 : end - 1])
    cut = max(0, len(before) - 40) if len(before) + len(marked) > WIDTH - 12 else 0
    text = ("…" if cut else "") + (before + marked + visible(line[end - 1 :]))[cut:]
    carets = " " * (len(before) - cut + bool(cut)) + "^" * max(1, len(marked))
    room = WIDTH - 10
    return [f"{span.line:>6} | {text[:room]}", f"       | {carets[:room]}"]


def _stats(report: Report) -> str:
    counted = report.by_rule()
    lines = [f"{number:>6,}  {rule}" for rule, number in counted.items()]
    return "\n".join(["Findings of each rule:", *(lines or ["  none"])])
