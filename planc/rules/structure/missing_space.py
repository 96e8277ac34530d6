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

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_stop import Repair, SyntaxStop

SEVERITY = Severity.REFUSAL

IN_BRACES = "a field in braces is glued to its value"
"""What the reader says of a key and its value that stand between braces as one."""

_COLON = re.compile(r"(\s*(?:- +)*)([a-z_][a-z0-9_]*:)(?=[^ :/])")
_DASH = re.compile(r"(\s*(?:- +)*)(-)(?=[^\S ]|[{[\"']|[A-Za-z_][A-Za-z0-9_]*:(?: |$))")
_DASH_OF_WORDS = re.compile(r"(\s*(?:- +)*)(-)(?=\w)")
_BEFORE_BRACKET = re.compile(r"(^ *|(?<=[{,]) *)([a-z_][a-z0-9_]*:)(?=[{[])")


def diagnose(snag: SyntaxStop) -> Repair | None:
    """A colon or a dash glued to what follows it, where the parser stopped or on the line above."""
    if snag.said == IN_BRACES:
        return _mend(snag.text, snag.line, _COLON.match(snag.text, snag.column - 1))
    if snag.said == "found unexpected ':'":
        found = _BEFORE_BRACKET.finditer(snag.text)
        glued = next((match for match in found if match.end() == snag.column), None)
        return _mend(snag.text, snag.line, glued)
    waiting = snag.said == "could not find expected ':'"
    for number in (snag.line, snag.entry_above(), snag.since[0] if waiting else 0):
        line = snag.lines[number - 1] if number else ""
        mend = _mend(line, number, _COLON.match(line) or _DASH.match(line))
        if mend:
            return mend
    if waiting:
        number = snag.since[0]
        line = snag.lines[number - 1]
        return _mend(line, number, _DASH_OF_WORDS.match(line))
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


def _mend(line: str, number: int, glued: re.Match[str] | None) -> Repair | None:
    if glued is None:
        return None
    rest = line[glued.end() :].lstrip()
    mended = f"{line[: glued.end()]} {rest if re.search('[A-Za-z0-9]', rest) else ''}"
    said = at(number, glued.start(2) + 1, glued[2], line[glued.end()])
    return Repair(said, number, mended)
