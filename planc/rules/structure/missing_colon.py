"""A line has no colon after the name of its field.

Wrong: Line {line} is not a field and its value{because}.
Why: Without the colon nothing says where the name of the field ends.
Do: Put a colon and a space after the name of the field.
Acts: LRO
Source: YAML 8.2.2

Flagged:
    operation EXAMPLE LARCH
    ^^^^^^^^^
    version: 2
Flagged: a text that was pasted at the left edge
    summary: Supply from flats
    It uses three rented ones.
    ^^
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
from planc.model.edit import TextEdit, line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_error import ENTRY, Repair, SyntaxStop
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
    if _is_prose(stop, number):
        return (
            _pasted(stop, number, where) if _follows_text(stop, number) else _orphan(number, line)
        )
    mended = line[: word.end(2)] + ": " + _EQUALS.sub("", line[word.end() :])
    edit = line_edit(number, line, mended)
    sign = _EQUALS.match(line[word.end() :])
    do = f"Put a colon in place of the {sign[0].strip()}: {word[2]}: ..." if sign else None
    because = f': there is no colon after "{word[2]}"'
    return Repair(problem(where, because=because, line=number, do=do, edit=edit), number, mended)


def _is_prose(stop: SyntaxStop, number: int) -> bool:
    """Whether the line is words of a text at the left edge, and no name of a field and its value."""
    line = stop.lines[number - 1]
    words = line.split()
    if ENTRY.match(line) or line.startswith((" ", "-")) or words[0] in field_names():
        return False
    return len(words) > 2 and (line[0].isupper() or _follows_text(stop, number))


def _follows_text(stop: SyntaxStop, number: int) -> bool:
    """Whether what stands above is a text, which may go on."""
    last = _above(stop, number)
    above = stop.lines[last - 1].rstrip() if last else ""
    entry = ENTRY.match(above)
    value = above[entry.end() :].strip() if entry else above.strip()
    is_text = value[:1] in tuple(">|") or (" " in value and value[0] not in "-{[")
    return is_text and not above.endswith((":", "}", "]"))


def _orphan(number: int, line: str) -> Repair:
    """Words at the left edge that no field holds."""
    fault = problem(
        Span(number, 1, number, len(line.rstrip()) + 1),
        line=number,
        because=": it is text that belongs to no field",
        why="planc prints what stands after the name of a field, and nothing else.",
        do="Put # in front of it, and it is a remark; or move it to the field that it belongs to.",
    )
    return Repair(fault, number, f"# {line}")


def _above(stop: SyntaxStop, number: int) -> int:
    """The number of the last line above that is not blank; 0 if there is none."""
    return next((n for n in range(number - 1, 0, -1) if stop.lines[n - 1].strip()), 0)


def _pasted(stop: SyntaxStop, number: int, where: Span) -> Repair:
    """Lines at the left edge that go on with the text above them: all of them are one mistake."""
    above = stop.lines[_above(stop, number) - 1]
    further = 2 if ENTRY.match(above) else 0
    indent = " " * (len(above) - len(above.lstrip(" -" if further else " ")) + further)
    last = number
    for below in range(number + 1, len(stop.lines) + 1):
        line = stop.lines[below - 1]
        if line.startswith((" ", "-", "#")) or ENTRY.match(line):
            break
        last = below if line.strip() else last
    lines = stop.lines[number - 1 : last]
    mended = [f"{indent}{line}" if line.strip() else line for line in lines]
    span = Span(number, 1, last, len(lines[-1]) + 1)
    each = f"line {number}" if last == number else f"each line from {number} to {last}"
    fault = problem(
        where,
        line=number,
        because=": it looks like the rest of the text above it",
        why="A text that goes on stands further in than the name of its field.",
        do=f"Put {len(indent)} spaces before {each}.",
        edit=TextEdit(span, "\n".join(mended)),
    )
    return Repair(fault, number, mended[0], tuple(enumerate(mended[1:], number + 1)))


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
