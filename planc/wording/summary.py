"""The end of every report: what was looked at, in numbers, and what else its reader must know."""

from collections.abc import Iterator

from planc.model.baseline import BASELINE
from planc.model.finding import Severity
from planc.model.report import Report
from planc.wording.day import long_day
from planc.wording.words import count, cut

CHANGES_UNCHECKED = "Changes not looked at (no --since)."
"""That the rules about what became of plans did not run, and why."""


def summary(report: Report) -> tuple[str, ...]:
    """The counts in one line, then the notes, the waivers and the departures, a line each."""
    lines = [_counts(report), *report.notes, *waivers_used(report)]
    if report.departures:
        places = count(len(report.departures), "place")
        lines.append(f"The policy departs from what planc ships in {places}:")
        lines += [f"  {departure}" for departure in report.departures]
    return tuple(lines)


def waivers_used(report: Report) -> Iterator[str]:
    """Who set which finding aside, and until when."""
    for aside in report.set_aside:
        if aside.waiver:
            what = f"{aside.finding.rule} for {cut(aside.finding.object)}"
            who = f"Waived by {aside.waiver.approver} until {long_day(aside.until)}"
            yield f"{who}: {what}, {aside.finding.place}"


def _counts(report: Report) -> str:
    plans = {file.path for file in report.files if file.plan}
    bad = plans & {finding.place.path for finding in report.findings if finding.severity}
    aside = plans & {aside.finding.place.path for aside in report.set_aside} - bad
    fine = len(plans) - len(bad) - len(aside)
    unread = sum(not file.checked for file in report.files)
    counts = report.counts()
    kinds = [count(n, str(severity)) for severity, n in counts.items() if n and severity]
    line = (
        f"Checked {count(len(plans), 'plan')}: "
        f"{len(bad):,} {'has' if len(bad) == 1 else 'have'} findings, "
        + (f"{len(aside):,} only such as are set aside, " if aside else "")
        + f"{fine:,} {'is' if fine == 1 else 'are'} fine, "
        f"{count(unread, 'file')} could not be read. "
        f"Found {', '.join(kinds) if kinds else 'nothing'}." + _aside(report)
    )
    if counts[Severity.PREVIEW]:
        line += f" In preview: {count(counts[Severity.PREVIEW], 'finding')} of new rules."
    if report.changes_checked is False:
        line += f" {CHANGES_UNCHECKED}"
    return line


def _aside(report: Report) -> str:
    """How many findings are set aside, and by what."""
    waived = sum(aside.waiver is not None for aside in report.set_aside)
    older = len(report.set_aside) - waived
    numbers = [f"{waived:,} by {'a waiver' if waived == 1 else 'waivers'}"] if waived else []
    numbers += [f"{older:,} by {BASELINE}"] if older else []
    return f" Set aside: {', '.join(numbers)}." if numbers else ""
