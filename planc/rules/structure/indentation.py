"""A line starts further to the right or left than the lines it belongs with.

Wrong: Line {line} starts {found} in, where {expected} would fit with the lines {beside} it.
Why: How far a line starts to the right says what it belongs to; this one belongs to nothing.
Do: Give it the same number of spaces as the field above or below that it stands beside.
Acts: LRO
Source: YAML 6.1

Flagged: one space too many
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
         serves: OBJ-1
         ^^^^^^
        owner: di-soc-east
        due: 2026-12-18
Flagged: one space too few
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
       serves: OBJ-1
       ^^^^^^
        owner: di-soc-east
        due: 2026-12-18
Flagged: the first line is out of line, not all the others
    threat:
       type: ocg
       ^^^^
      tier: force
      assessment: Likely to keep supplying.
Clean:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
Clean: the items of a list may stand under the dash's own field or further in
    partners:
    - {organisation: exampleton-council, since: 2026-09-09}
    protect:
        - {id: PRO-1, tactic: Safe-home visits, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}
"""

from dataclasses import replace

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_error import ENTRY, Repair, SyntaxStop, indent_of
from planc.resources import field_names, schema

SEVERITY = Severity.REFUSAL


def diagnose(stop: SyntaxStop) -> Repair | None:
    """An entry whose indentation is that of none above it."""
    if stop.start_of(stop.line) < stop.line or stop.dash_lost():
        return None  # nothing has to fit, or a dash is all that it lacks
    if at_edge := _at_left_edge(stop):
        return at_edge
    line, entry = stop.text, ENTRY.match(stop.text)
    start = entry.end() if entry else indent_of(line) if _is_item(line) else -1
    if stop.column - 1 > start or stop.parser_message.startswith("did not find expected ','"):
        return None
    indent, fitting = indent_of(line), _columns_above(stop.lines, stop.line)
    if indent in fitting or not fitting:
        return None
    above = _opened_above(stop, fitting[0])
    if _is_the_odd_one(stop, above, fitting[0]):
        return _moved(stop.lines[above - 1], above, indent - fitting[0], "below")
    return _moved(line, stop.line, _expected(stop, indent, fitting) - indent, "above")


def _at_left_edge(stop: SyntaxStop) -> Repair | None:
    """The line above, where it stands at the left edge and is no field of the whole plan."""
    above, indent = stop.entry_above(), indent_of(stop.text)
    line = stop.lines[above - 1] if above else ""
    name = line.split(":")[0]
    inner = name in field_names() and name not in schema("plan")["properties"]
    return _moved(line, above, indent, "below") if inner and indent and ENTRY.match(line) else None


def _expected(stop: SyntaxStop, indent: int, fitting: list[int]) -> int:
    """The column that was probably meant: of two as near, the one that the next line fits."""
    below = next((line for line in stop.lines[stop.line :] if line.strip()), "")
    holds_more = stop.text.rstrip().endswith(":")
    wanted = indent_of(below) - 2 if holds_more else indent_of(below)
    return min(fitting, key=lambda column: (abs(column - indent), column != wanted, -column))


def _opened_above(stop: SyntaxStop, column: int) -> int:
    """The number of the line above; where that goes on with a {, of the one that opened it."""
    above = stop.entry_above()
    for number in range(above, 0, -1):
        line = stop.lines[number - 1]
        if (column, _is_item(stop.text)) in _starts(line):
            return number if line.strip().startswith("- {") else above
    return above


def _is_the_odd_one(stop: SyntaxStop, above: int, column: int) -> bool:
    """Whether the line above, the first of its block, is out of line, and not all those below."""
    line, dash, indent = stop.lines[above - 1], _is_item(stop.text), indent_of(stop.text)
    if (column, dash) not in _starts(line) or indent_of(line) + indent - column < 0:
        return False
    if column in _columns_above(stop.lines, above, dash=dash):
        return False
    rest = ((number, stop.lines[number - 1]) for number in range(stop.line + 1, len(stop.lines)))
    beside = (line for number, line in rest if _starts_within(stop, number, line, indent))
    below = next(beside, "")
    return indent_of(below) == indent and _is_item(below) == dash and bool(_starts(below))


def _starts_within(stop: SyntaxStop, number: int, line: str, column: int) -> bool:
    """Whether the line starts something no further in than `column`."""
    words = line.strip()
    goes_on = not words or words.startswith("#") or stop.start_of(number) < number
    return not goes_on and indent_of(line) <= column


def _moved(line: str, number: int, by: int, beside: str) -> Repair:
    indent, words = indent_of(line), line.strip()
    end = indent + len(words.split(":")[0]) + 1
    fault = problem(
        Span(number, indent + 1, number, end),
        line=number,
        found=_spaces(indent),
        expected=_spaces(indent + by),
        beside=beside,
    )
    mended = " " * (indent + by) + words
    edit = line_edit(number, line.rstrip(), mended)
    return Repair(replace(fault, edit=edit), number, mended)


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _starts(line: str) -> list[tuple[int, bool]]:
    """The columns of the dashes and of the entry that a line starts with; true for a dash."""
    starts, body = [], line.lstrip()
    while body.startswith("- "):
        starts.append((len(line) - len(body), True))
        body = body[1:].lstrip()
    if ENTRY.match(body):
        starts.append((len(line) - len(body), False))
    return starts


def _columns_above(lines: tuple[str, ...], number: int, *, dash: bool | None = None) -> list[int]:
    """The columns at which a line could start: those of the entries, or of the dashes, above."""
    dash = _is_item(lines[number - 1]) if dash is None else dash
    columns: list[int] = []
    least = max(map(len, lines[:number])) + 1
    for index in range(number - 2, -1, -1):
        line = lines[index]
        if line.lstrip().startswith("#") or lines[index - 1].endswith((",", "{", "[")):
            continue
        for column, is_dash in reversed(_starts(line)):
            if column < least or (column == least and is_dash):
                if is_dash == dash:
                    columns.append(column)
                least = column
        if least == 0:
            break
    return columns


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
