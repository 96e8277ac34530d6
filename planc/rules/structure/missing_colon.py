"""A line has no colon after the name of its field.

Wrong: Line {line} is not a field and its value: there is no colon after "{word}".
Why: Without the colon nothing says where the name of the field ends.
Do: Put a colon and a space after the name of the field.
Acts: LRO
Source: YAML 8.2.2

Flagged:
    operation EXAMPLE LARCH
    ^^^^^^^^^
    version: 2
Clean:
    operation: EXAMPLE LARCH
Clean: a text that goes on, on a second line
    threat:
      type: ocg
      assessment: Likely to keep supplying
        from three rented flats
"""

import re

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_stop import ENTRY, Repair, SyntaxStop
from planc.resources import field_names

SEVERITY = Severity.REFUSAL

IN_BRACES = "a field in braces has no colon"
"""What the reader says of a key and its value that stand between braces, a space between them."""

_EQUALS = re.compile(r"^[:=]+ *")
_HEAD = re.compile(r"\s*(?:- +)*")
_WORD = re.compile(r"(\s*(?:- +)*)([A-Za-z_][A-Za-z0-9_]*)(\s+|$)")
_BEFORE_SIGN = re.compile(r"(\s*(?:- +)*)([a-z_][a-z0-9_]*)( +)(?=[\"'{[])")
_BEFORE_BRACKET = re.compile(r"(^ *|(?<=[{,]) *)([a-z_][a-z0-9_]*)( +)$")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A line of plain words where its neighbours are fields."""
    number, line = stop.line, stop.text
    if stop.parser_message == IN_BRACES:
        word = _WORD.match(line, stop.column - 1)
    elif stop.parser_message.startswith("did not find expected ','"):
        word = _BEFORE_BRACKET.search(line[: stop.column - 1])
    elif stop.parser_message == "mapping values are not allowed in this context":
        number = number if _BEFORE_SIGN.match(line) else stop.entry_above()
        line = stop.lines[number - 1] if number else ""
        word = _alone(stop, number, line)
    elif stop.parser_message == "could not find expected ':'":
        number = stop.since[0]
        line = stop.lines[number - 1]
        word = _alone(stop, number, line)
    else:
        return None
    if word is None:
        return None
    where = Span(number, word.start(2) + 1, number, word.end(2) + 1)
    if _is_prose(stop, number, line):
        return _second_line(stop, number, where)
    mended = line[: word.end(2)] + ": " + _EQUALS.sub("", line[word.end() :])
    edit = line_edit(number, line, mended)
    return Repair(problem(where, word=word[2], line=number, edit=edit), number, mended)


def _is_prose(stop: SyntaxStop, number: int, line: str) -> bool:
    """Whether the line is words of a text that begins above it, pasted at the left edge."""
    words = line.split()
    above = stop.lines[number - 2] if number > 1 else ""
    if ENTRY.match(line) or line.startswith((" ", "-")) or words[0] in field_names():
        return False
    return (
        len(words) > 2
        and ENTRY.match(above) is not None
        and not above.rstrip().endswith((":", "}"))
    )


def _second_line(stop: SyntaxStop, number: int, where: Span) -> Repair:
    line, above = stop.lines[number - 1], stop.lines[number - 2]
    mended = " " * (len(above) - len(above.lstrip(" -")) + 2) + line.lstrip()
    do = "Put spaces before it, two more than the field above it has; the text then goes on here."
    why = "A text that goes on stands further in than the name of its field."
    edit = line_edit(number, line, mended)
    return Repair(
        problem(where, word=line.split()[0], line=number, do=do, why=why, edit=edit), number, mended
    )


def _alone(stop: SyntaxStop, number: int, line: str) -> re.Match[str] | None:
    """The first word of the line, if it was meant as the name of a field."""
    word = _WORD.match(line)
    if word is None or ENTRY.match(line) or _goes_on(stop, word, number):
        return None
    if "-" in word[1] and not line[word.end() :].strip():
        return None  # an item of a list of single words
    return word


def _goes_on(stop: SyntaxStop, word: re.Match[str], number: int) -> bool:
    """Whether the line is the second line of a text that started above it."""
    above = SyntaxStop(stop.lines, number, 1, "", (0, 0)).entry_above()
    line = stop.lines[above - 1] if above else ""
    start = _HEAD.match(line)
    if "-" in word[1] or start is None or start.end() >= word.start(2):
        return False
    # Under a field without a value, a text may start; no field's name has a capital letter.
    return not (line.endswith(":") and word[2].islower())
