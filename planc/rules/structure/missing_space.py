"""There is no space after the colon of a field, or after the dash of an item.

Wrong: There is no space after "{sign}" on line {line}{but}.
Why: Without the space it is a text, and neither a field nor an item of a list.
Do: Type a space after the colon, or after the dash.
Acts: LRO
Source: YAML 7.3.3 and 8.2

Flagged:
    operation:EXAMPLE LARCH
    ^^^^^^^^^^
    version: 2
Flagged: after a dash
    partners:
      -{organisation: exampleton-council, since: 2026-09-09}
      ^
Flagged: after the dash of a later item
    other_boards:
      - county-soc
      -exampleton-ocg
      ^
    version: 2
Flagged: between braces
    log:
      - {date: 2026-11-18, ref: PUR-1, note:"Two visits, no answer", support:[police]}
                                       ^^^^^
                                                                     ^^^^^^^^
Clean:
    operation: EXAMPLE LARCH
Clean: a colon within a text needs none
    operation: EXAMPLE:LARCH
"""

import re
from dataclasses import replace

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL

IN_BRACES = "a field in braces is glued to its value"
"""What the reader says of a key and its value that stand between braces as one."""

_COLON = re.compile(r"(\s*(?:- +)*)([a-z_][a-z0-9_]*:)(?=[^ :/])")
_DASH = re.compile(r"(\s*(?:- +)*)(-)(?=[^\S ]|[{[\"']|[A-Za-z_][A-Za-z0-9_]*:(?: |$))")
_DASH_OF_WORDS = re.compile(r"(\s*(?:- +)*)(-)(?=\w)")
_BEFORE_BRACKET = re.compile(r"(^ *|(?<=[{,]) *)([a-z_][a-z0-9_]*:)(?=[{[])")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A colon or a dash glued to what follows it, where the parser stopped or on the line above."""
    if stop.parser_message == IN_BRACES:
        return _repair(stop.text, stop.line, _COLON.match(stop.text, stop.column - 1))
    if stop.parser_message == "found unexpected ':'":
        matches = _BEFORE_BRACKET.finditer(stop.text)
        glued = next((match for match in matches if match.end() == stop.column), None)
        return _repair(stop.text, stop.line, glued)
    waiting = stop.parser_message == "could not find expected ':'"
    for number in (stop.line, stop.entry_above(), stop.since[0] if waiting else 0):
        line = stop.lines[number - 1] if number else ""
        repair = _repair(line, number, _COLON.match(line) or _DASH.match(line))
        if repair:
            return repair
    if waiting:
        number = stop.since[0]
        line = stop.lines[number - 1]
        return _repair(line, number, _DASH_OF_WORDS.match(line))
    return None


def at(line: int, column: int, sign: str, following: str) -> Problem:
    """`sign` is what stands there without a space: `owner:`, or a dash."""
    but = ", but one that only looks like it, as web pages have them" if following.isspace() else ""
    if sign == "-":
        why = "Without the space it is a text that starts with a dash, and not an item of a list."
        do = "Type a space after the dash."
    else:
        why = "Without the space it is a text with a colon in it, and not a field."
        do = "Type a space after the colon."
    where = Span(line, column, line, column + len(sign))
    return problem(where, line=line, sign=sign, but=but, why=why, do=do)


def _repair(line: str, number: int, glued: re.Match[str] | None) -> Repair | None:
    if glued is None:
        return None
    rest = line[glued.end() :].lstrip()
    mended = f"{line[: glued.end()]} {rest if re.search('[A-Za-z0-9]', rest) else ''}"
    fault = at(number, glued.start(2) + 1, glued[2], line[glued.end()])
    fault = replace(fault, edit=line_edit(number, line, mended))
    return Repair(fault, number, mended)
