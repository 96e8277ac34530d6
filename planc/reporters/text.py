"""Findings for a person at a screen: place, Wrong, Why, Do, and who acts."""

import re
import textwrap
from collections.abc import Iterator

from planc.model.baseline import BASELINE
from planc.model.day import long_day
from planc.model.finding import Finding, Severity
from planc.model.report import FileReport, Report, Style
from planc.model.text import inert, visible
from planc.model.words import count, cut

WIDTH = 100
_COLOUR = {
    Severity.REFUSAL: "1;35",
    Severity.ERROR: "1;31",
    Severity.WARNING: "33",
    Severity.INFO: "36",
    Severity.PREVIEW: "2",
}


def report(found: Report, style: Style) -> str:
    """Every finding in at most nine lines, and a summary that counts everything."""
    blocks = [
        _finding(finding, found.file(finding.place.path), style) for finding in found.findings
    ]
    ends = [_summary(found), *([_stats(found)] if style.stats else [])]
    return inert("\n\n".join([*blocks, *ends]) + "\n")


def _finding(finding: Finding, file: FileReport | None, style: Style) -> str:
    where = visible(f"{finding.place}  {finding.crumbs}".rstrip())
    word = str(finding.severity).upper()
    gap = " " * max(2, WIDTH - len(where) - len(word))
    shown = f"\x1b[{_COLOUR[finding.severity]}m{word}\x1b[0m" if style.colour else word
    lines = [where + gap + shown]
    if file is not None and not finding.personal and (style.terminal or file.open):
        lines += _snippet(finding, file)
    lines += _part("Wrong:", finding.wrong)
    lines += _part("Why:", finding.why)
    lines += _part("Do:", finding.do)
    lines += _part("Acts:", f"{finding.acts}. More: planc explain {finding.rule}")
    return "\n".join(lines)


def _part(label: str, words: str) -> list[str]:
    return textwrap.wrap(
        visible(words),
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


def _summary(found: Report) -> str:
    plans = {file.path for file in found.files if file.plan}
    bad = plans & {finding.place.path for finding in found.findings if finding.severity}
    aside = plans & {aside.finding.place.path for aside in found.set_aside} - bad
    fine = len(plans) - len(bad) - len(aside)
    unread = sum(not file.checked for file in found.files)
    counts = found.counts()
    kinds = [count(n, str(severity)) for severity, n in counts.items() if n and severity]
    line = (
        f"Checked {count(len(plans), 'plan')}: "
        f"{len(bad):,} {'has' if len(bad) == 1 else 'have'} findings, "
        + (f"{len(aside):,} only such as are set aside, " if aside else "")
        + f"{fine:,} {'is' if fine == 1 else 'are'} fine, "
        f"{count(unread, 'file')} could not be read. "
        f"Found {', '.join(kinds) if kinds else 'nothing'}." + _aside(found)
    )
    if counts[Severity.PREVIEW]:
        line += f" In preview: {count(counts[Severity.PREVIEW], 'finding')} of new rules."
    lines = [line, *found.notes, *_waived(found)]
    if found.departures:
        places = count(len(found.departures), "place")
        lines.append(f"The policy departs from what planc ships in {places}:")
        lines += [f"  {departure}" for departure in found.departures]
    return "\n".join(visible(line) for line in lines)


def _aside(found: Report) -> str:
    """How many findings are set aside, and by what."""
    waived = sum(aside.waiver is not None for aside in found.set_aside)
    older = len(found.set_aside) - waived
    numbers = [f"{waived:,} by {'a waiver' if waived == 1 else 'waivers'}"] if waived else []
    numbers += [f"{older:,} by {BASELINE}"] if older else []
    return f" Set aside: {', '.join(numbers)}." if numbers else ""


def _waived(found: Report) -> Iterator[str]:
    for aside in found.set_aside:
        if aside.waiver:
            what = f"{aside.finding.rule} for {cut(aside.finding.object)}"
            who = f"Waived by {aside.waiver.approver} until {long_day(aside.until)}"
            yield f"{who}: {what}, {aside.finding.place}"


def _stats(found: Report) -> str:
    counted = found.by_rule()
    lines = [f"{number:>6,}  {rule}" for rule, number in counted.items()]
    return "\n".join(["Findings of each rule:", *(lines or ["  none"])])
