"""Report -> Report: only the rules that were asked for."""

from collections.abc import Collection
from dataclasses import replace

from planc.model.finding import Finding, Severity
from planc.model.report import Report
from planc.wording.words import count


def select_findings(report: Report, select: Collection[str], ignore: Collection[str]) -> Report:
    """The findings of the rules in `select` (if any are) that are not in `ignore`.

    Refusals stay, whatever is asked for. A note says what was asked for and how much is left out,
    so that nobody takes the report for the whole.
    """
    if not (select or ignore):
        return report

    def asked_for(finding: Finding) -> bool:
        chosen = finding.rule not in ignore and (not select or finding.rule in select)
        return chosen or finding.severity is Severity.REFUSAL

    kept = tuple(finding for finding in report.findings if asked_for(finding))
    aside = tuple(aside for aside in report.set_aside if asked_for(aside.finding))
    words = [f"Asked for only {', '.join(select)} and refusals."] if select else []
    words += [f"Left out as asked: {', '.join(ignore)}."] if ignore else []
    words.append(f"Not shown: {count(len(report.findings) - len(kept), 'finding')}.")
    notes = (*report.notes, " ".join(words))
    return replace(report, findings=kept, set_aside=aside, notes=notes)
