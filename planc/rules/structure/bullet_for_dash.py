"""An item of a list starts with a bullet or a long dash.

Word makes a long dash of a hyphen as you type, and bullets come with what is pasted from it. Only
a hyphen and a space start an item.

Wrong: Line {line} starts with {sign}, so it is no item of the list.
Why: planc knows an item of a list by the hyphen and the space that it starts with.
Do: Type a hyphen and a space in its place.
Acts: LRO
Source: planc's judgement: Word writes it so, and planc cannot read it

Flagged:
    log:
      – {date: 2026-11-18, ref: PUR-1, note: Two notices}
      ^
Flagged: after items that start as they should
    log:
      - date: 2026-11-18
        ref: PUR-1
        note: Two notices
      • date: 2026-11-19
      ^
        ref: PUR-1
        note: Three notices
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Two notices}
Clean: within a text
    log:
      - date: 2026-11-18
        ref: PUR-1
        note: |
          – Two notices
          • Three visits
"""

import re

from planc.model.document import Span
from planc.model.edit import TextEdit, line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_error import ENTRY, Repair, SyntaxStop
from planc.wording.text import described

SEVERITY = Severity.REFUSAL

_BULLET = re.compile(
    "( *)([\u2010-\u2015\u2212\u2022\u2023\u2043\u25aa\u25cf\u25cb\u25e6\u00b7*]) *(?=\\S)"
)


_NUMBER = re.compile(r"( *)([0-9]{1,2}[.)]) +(?=\S)")


_HYPHEN = re.compile("( *)(-) +(?=[A-Za-z0-9][^:]*$)")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A line at which the parser stopped, or just above, that starts with such a sign."""
    for number in (stop.line, stop.since[0], stop.entry_above()):
        line = stop.lines[number - 1] if 0 < number <= len(stop.lines) else ""
        match = _BULLET.match(line) or _NUMBER.match(line) or _HYPHEN.match(line)
        if match is None or (match[2] == "*" and line[match.end(2)] != " "):
            continue
        if text := _goes_on(stop, number, len(match[1])):
            return text
        if match[2] == "-":
            continue
        mended = f"{match[1]}- {line[match.end() :]}"
        where = Span(number, match.start(2) + 1, number, match.end(2) + 1)
        edit = line_edit(number, line, mended)
        fault = problem(
            where,
            line=number,
            sign=f"{'a number' if match[2][0].isdigit() else described(match[2])}, which is no hyphen",
            edit=edit,
        )
        return Repair(fault, number, mended)
    return None


def _goes_on(stop: SyntaxStop, number: int, column: int) -> Repair | None:
    """Bullets that go on with the text above, in the column of its field, not of its list."""
    while number > 1 and _is_bullet(stop.lines[number - 2]):
        number -= 1
    above = stop.lines[number - 2] if number > 1 else ""
    entry, field = ENTRY.match(above), re.search("[A-Za-z_]", above)
    if not (entry and field) or field.start() != column:
        return None
    if not re.match("[A-Za-z]", above[entry.end() :]):
        return None
    last = number
    while last < len(stop.lines) and _is_bullet(stop.lines[last]):
        last += 1
    indent = " " * (column + 2)
    mended = [indent + one.strip() for one in stop.lines[number - 1 : last]]
    each = f"line {number}" if last == number else f"each line from {number} to {last}"
    span = Span(number, 1, last, len(stop.lines[last - 1]) + 1)
    fault = problem(
        Span(number, column + 1, number, column + 2),
        line=number,
        sign="a dash in the column of the field above it",
        do=f"If it goes on with the text above, put {column + 2} spaces before {each}.",
        edit=TextEdit(span, "\n".join(mended)),
    )
    return Repair(fault, number, mended[0], tuple(enumerate(mended[1:], number + 1)))


def _is_bullet(line: str) -> bool:
    return bool(_BULLET.match(line) or _HYPHEN.match(line))
