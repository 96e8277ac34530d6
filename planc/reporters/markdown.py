"""Findings for the officers who act on them, on a page that a code forge shows."""

from collections.abc import Sequence
from itertools import groupby

from planc.model.finding import Finding
from planc.model.report import Report, Style
from planc.wording.similar_findings import Alike, in_few_lines
from planc.wording.summary import summary
from planc.wording.text import as_cell, as_markdown, one_line
from planc.wording.top_findings import foremost
from planc.wording.words import count


def report(report: Report, style: Style) -> str:
    """The summary; then, for each post that acts, what is wrong and what to do, plan by plan.

    What there is no room for is left out, the gravest last, and the page says how much it is.
    """
    first, *others = summary(report)
    lines = [f"**{_text(first)}**", *(f"- {_text(line.strip())}" for line in others[:_MOST_LINES])]
    if len(others) > _MOST_LINES:
        lines.append(f"- And {len(others) - _MOST_LINES:,} more lines, which are left out here.")
    shown = _fitting(
        in_few_lines(report.findings), style.most_bytes - len("\n".join(lines).encode()) - _SPARE
    )
    first_few = foremost(report)
    left_out = len(report.findings) - sum(len(one.all) for one in shown)
    if left_out:
        lines.append(
            f"- Left out here: {count(left_out, 'finding')} of {len(report.findings):,}, since a"
            " longer page would not be shown. planc check shows them all."
        )
    posts = {one.finding.acts: 0 for one in shown}
    for one in shown:
        posts[one.finding.acts] = max(posts[one.finding.acts], one.finding.severity)
    for post in sorted(posts, key=lambda post: (-posts[post], post)):
        lines += ["", f"## For the {_text(post)}"]
        theirs = [one for one in shown if one.finding.acts == post]
        for (plan, path), ones in groupby(theirs, lambda one: _group(one.finding)):
            lines += [*_head(plan, path), *map(_row, ones)]
    if first_few:
        head, *most = first_few
        lines += ["", f"## {_text(head.rstrip(':'))}", "", *map(_item, most)]
    return "\n".join(lines) + "\n"


_MOST_LINES, _SPARE = 200, 4_000
"""How many lines of the summary are shown, and the bytes kept for what is not counted."""


def _fitting(findings: Sequence[Alike], room: int) -> list[Alike]:
    """As many of the findings as there is room for, in bytes: the gravest first, in their order."""
    whole = sum(len(_row(one).encode()) + 1 for one in findings)
    heads = {(one.finding.acts, *_group(one.finding)) for one in findings}
    whole += sum(len("\n".join(_head(plan, path)).encode()) + 1 for _, plan, path in heads)
    if whole <= room:
        return list(findings)
    fitting, seen = set[int](), set[tuple[str, str, str]]()
    for number in sorted(range(len(findings)), key=lambda n: (-findings[n].finding.severity, n)):
        finding = findings[number].finding
        group = (finding.acts, *_group(finding))
        size = len(_row(findings[number]).encode()) + 1
        size += 0 if group in seen else len("\n".join(_head(*group[1:])).encode()) + 1
        if size > room:
            break
        room -= size
        seen.add(group)
        fitting.add(number)
    return [one for number, one in enumerate(findings) if number in fitting]


def _group(finding: Finding) -> tuple[str, str]:
    return finding.plan, finding.place.path


def _head(plan: str, path: str) -> list[str]:
    """The heading of a plan, and of the table of its findings."""
    return [
        "",
        f"### {_text(plan if plan == path else f'{plan}, {path}')}",
        "",
        "| Where | What is wrong | What to do | Rule |",
        "| --- | --- | --- | --- |",
    ]


def _item(line: str) -> str:
    """An item of a numbered list; its number stays one."""
    number, _, words = line.partition(" ")
    return f"{number} {_text(words)}"


def _row(one: Alike) -> str:
    finding = one.finding
    span = finding.place.span
    line = f"line {span.line}" if span else ""
    where = ", ".join(part for part in (finding.crumbs, line) if part) or "the file"
    rule = f"**{str(finding.severity).capitalize()}** {_text(finding.rule)}"
    cells = (_text(where), _text(one.wrong), _text(one.do), rule)
    return f"| {' | '.join(map(as_cell, cells))} |"


def _text(text: str) -> str:
    return as_markdown(one_line(text))
