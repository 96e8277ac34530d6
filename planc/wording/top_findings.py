"""The few findings that matter most for the next board, with which a long report closes."""

import datetime as dt

from planc.model.report import Report
from planc.model.rule import rule_name
from planc.wording.day import long_day
from planc.wording.similar_findings import Alike, alike

_FEW = 3


def foremost(report: Report) -> tuple[str, ...]:
    """A line that says for which board, and three findings, a line each; none in a short report.

    The gravest come first; of one severity, those of the rules that stand first in the manual,
    where coverage, objectives and owners lead; of one rule, one a plan. What is in preview does not
    count.
    """
    found = [one for one in alike(report.findings) if one.finding.severity]
    if len(found) <= _FEW:
        return ()
    ranks = {rule_name(rule): rank for rank, rule in enumerate(report.rules)}

    def weight(one: Alike) -> tuple[int, int, int]:
        finding = one.finding
        return -finding.severity, ranks.get(finding.rule, len(ranks)), -len(one.others)

    by_rule: dict[tuple[str, str], Alike] = {}
    for one in sorted(found, key=weight):
        by_rule.setdefault((one.finding.place.path, one.finding.rule), one)
    first = list(by_rule.values())[:_FEW]
    meets = [day for one in first if (day := _board_of(report, one))]
    when = f"the board of {long_day(min(meets))}" if meets else "the next board"
    lines = [f"{n}. {one.finding.plan}: {one.wrong}" for n, one in enumerate(first, 1)]
    return (f"What matters most for {when}:", *lines)


def _board_of(report: Report, one: Alike) -> dt.date | None:
    file = report.file(one.finding.place.path)
    return file.board_meets if file else None
