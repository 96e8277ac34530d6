"""What planc found, and which findings are set aside."""

from collections.abc import Iterator

from planc.model.day import long_day
from planc.model.finding import Severity
from planc.model.pack import Block, Tone, cell, labelled, para, table
from planc.model.view import View
from planc.model.words import capital

TITLE = "Findings"

_TONES = {Severity.ERROR: Tone.RED, Severity.WARNING: Tone.AMBER}


def blocks(view: View) -> Iterator[Block]:
    """Each finding with who acts, then the waivers."""
    found = sorted(view.findings, key=lambda finding: (-finding.severity, finding.order))
    if found:
        rows = [
            (
                cell(capital(str(finding.severity)), _TONES.get(finding.severity, Tone.PLAIN)),
                finding.crumbs or "The plan",
                cell((para(finding.wrong), labelled("Do", finding.do))),
                finding.acts,
            )
            for finding in found
        ]
        header: tuple[str, ...] = ("Severity", "Where", "Finding and what to do", "Acts")
        yield table("What planc found", header, rows, (14, 22, 48, 16))
    else:
        yield para("planc found nothing wrong with this plan.")
    waivers = view.plan.waivers
    if waivers:
        rows_waived = [
            (
                waiver.rule,
                waiver.id,
                waiver.reason,
                view.post(waiver.approver) or None,
                long_day(waiver.until) if waiver.until else None,
            )
            for waiver in waivers
        ]
        header = ("Rule", "About", "Reason", "Approved by", "Until")
        yield table("Findings set aside for a time", header, rows_waived, (20, 12, 34, 18, 16))
        yield para("A waiver sets a finding aside. It accepts no risk.", small=True)
