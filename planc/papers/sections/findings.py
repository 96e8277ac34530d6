"""What planc found, and which findings are set aside."""

from collections.abc import Iterable, Iterator

from planc.model.finding import Finding, Severity
from planc.model.governance import Waiver
from planc.model.paper import Block, Cell, cell, labelled, para, table
from planc.model.tone import Tone
from planc.model.view import View
from planc.papers.sentences import nothing_found
from planc.wording.day import long_day
from planc.wording.similar_findings import alike
from planc.wording.words import capital

TITLE = "Plan checks"

_TONES = {Severity.ERROR: Tone.ATTENTION}
_HEADER = ("Severity", "Where", "Finding and what to do", "Acts")
_WIDTHS = (14, 22, 48, 16)


def blocks(view: View) -> Iterator[Block]:
    """Each finding with who acts, then the older ones, then the waivers."""
    if view.findings:
        yield table("What planc found", _HEADER, _rows(view.findings), _WIDTHS)
    else:
        yield para(nothing_found(view))
    for day in sorted({aside.until for aside in view.older}):
        older = [aside.finding for aside in view.older if aside.until == day]
        caption = f"Older findings, to be put right by {long_day(day)}"
        yield table(caption, _HEADER, _rows(older), _WIDTHS)
    if view.plan.waivers:
        header = ("Waived", "Reason", "Approved by", "Until")
        rows = [_waived(view, waiver) for waiver in view.plan.waivers]
        yield table("Findings set aside for a time", header, rows, (36, 28, 18, 18))
        yield para("A waiver sets a finding aside. It accepts no risk.", small=True)


def _rows(findings: Iterable[Finding]) -> list[tuple[Cell | str, ...]]:
    """A row for each finding, or for all that are alike."""
    gravest = sorted(findings, key=lambda finding: (-finding.severity, finding.order))
    return [
        (
            cell(
                capital(str(one.finding.severity)),
                _TONES.get(one.finding.severity, Tone.PLAIN),
            ),
            one.finding.crumbs or "The plan",
            cell((para(one.named), labelled("Do", one.finding.do))),
            one.finding.acts,
        )
        for one in alike(gravest)
    ]


def _waived(view: View, waiver: Waiver) -> tuple[Cell | str | None, ...]:
    """A waiver with what it sets aside; one that has ended, or has nothing to do, says so."""
    findings = [aside.finding.wrong for aside in view.waived if aside.waiver == waiver]
    name = ", ".join(part for part in (waiver.id, waiver.rule) if part)
    words = findings or ["Sets nothing aside now."]
    return (
        cell(tuple(para(line) for line in (name, *words))),
        waiver.reason,
        view.post(waiver.approver) or None,
        long_day(waiver.until) if waiver.until else None,
    )
