"""An item of a list starts with a bullet or a long dash.

Word makes a long dash of a hyphen as you type, and bullets come with what is pasted from it. Only
a hyphen and a space start an item.

Wrong: Line {line} starts with {sign}, which is no hyphen, so it is no item of the list.
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
from planc.model.edit import line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop
from planc.wording.text import described

SEVERITY = Severity.REFUSAL

_BULLET = re.compile(
    "( *)([\u2010-\u2015\u2212\u2022\u2023\u2043\u25aa\u25cf\u25cb\u25e6\u00b7*]) *(?=\\S)"
)


_NUMBER = re.compile(r"( *)([0-9]{1,2}[.)]) +(?=\S)")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A line at which the parser stopped, or just above, that starts with such a sign."""
    for number in (stop.line, stop.since[0], stop.entry_above()):
        line = stop.lines[number - 1] if 0 < number <= len(stop.lines) else ""
        match = _BULLET.match(line) or _NUMBER.match(line)
        if match is None or (match[2] == "*" and line[match.end(2)] != " "):
            continue
        mended = f"{match[1]}- {line[match.end() :]}"
        where = Span(number, match.start(2) + 1, number, match.end(2) + 1)
        edit = line_edit(number, line, mended)
        fault = problem(
            where,
            line=number,
            sign="a number" if match[2][0].isdigit() else described(match[2]),
            edit=edit,
        )
        return Repair(fault, number, mended)
    return None
