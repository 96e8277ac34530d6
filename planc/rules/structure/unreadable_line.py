"""A line cannot be read, and planc can at most guess what was meant.

Wrong: Line {line} cannot be read: {because}.
Why: What follows it cannot be told apart either, so it was not checked.
Do: Compare it with the same part of another plan: colons, dashes, brackets, quotation marks.
Acts: LRO
Source: YAML

Flagged:
    actions: - first
             ^^^^^^^
Flagged: a comma too many
    other_boards: [county-soc],
                              ^
Flagged: a comma too few
    log:
      - {date: 2026-11-18, support: [police, council] ref: PUR-1, note: Two notices}
                                                      ^^^
Flagged: the bracket that was to open a list
    log:
      - {date: 2026-11-18, support: police, council], note: Two notices}
                                                   ^
Flagged: a dash too few
    other_boards: [county-soc]
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
        {organisation: exampleton-police, since: 2026-09-09}
        ^
Flagged: a remark as other programs have them
    other_boards: [county-soc]
    // ask the clerk
    ^^
    operation: EXAMPLE LARCH
Clean:
    actions:
      - {id: ACT-1, action: Visit the flats, owner: di-soc-east, due: 2026-12-01}
Clean: a list in brackets
    other_boards: [county-soc]
"""

import re
from dataclasses import replace

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_error import ENTRY, Repair, SyntaxStop, end_of_words, indent_of
from planc.resources import field_names

SEVERITY = Severity.REFUSAL

_Words = tuple[str, str | None, str | None]
"""What fills the message: because, and a why and a do of its own."""

NO_DASH = "an item of a list starts without a dash"
"""What the reader says of a field with which an item has already started."""

_OUTSIDE = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "mapping values are not allowed in this context",
)
_IN_BRACES = "did not find expected ','"
_SIGNS = re.compile(r"(?<=[]}\"'])\s*([],;:.}\"']+)\s*(#.*)?$")
_FIELD = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(\s|$)")
_NAME_OF_LIST = re.compile(rf"{ENTRY.pattern}\s*(#.*)?$")
_REMARK = re.compile(r"( *)(//+|/\*+|--|;+)\s+(?=\w)")
_BARE_GROUP = re.compile(r" *\{")
_RULER = re.compile(r"\s*(?:([=*_~+#-])\1{2,}\s*|```\w*\s*)")
_ROW = re.compile(r"\s*\|.*\|\s*")
_DATED = re.compile(r"( *)([0-9]{4}-[0-9]{2}-[0-9]{2}): *(\{?)(.*)")
_SEMICOLON = re.compile(r" *; *([a-z_]+: )")
_DASH = re.compile(r"( *)- ")
_FIELD_BEFORE = re.compile(r"(?<=\s)([a-z_]+):$")
_HEAD_OF_GROUP = re.compile(r"(^ *(?:- +)?|(?<=[{,]) *)[a-z_]+: +")


def diagnose(stop: SyntaxStop) -> Repair:
    """Where the parser stopped; what follows cannot be read, but for a sign too many or too few."""
    return _ruler(stop) or _sign_too_many(stop) or _sign_too_few(stop) or _unread(stop)


def no_name(where: Span) -> Problem:
    """A list or a group of fields stands where the name of a field belongs."""
    because = "a list or a group of fields stands where the name of a field belongs"
    do = "Write one word before the colon, and the list or the group after it."
    return problem(where, line=where.line, because=because, do=do)


def _ruler(stop: SyntaxStop) -> Repair | None:
    """A line of signs, such as === or ***, that parts two sections, or a remark after //."""
    for number in (stop.line, stop.since[0], stop.entry_above()):
        line = stop.lines[number - 1] if 0 < number <= len(stop.lines) else ""
        if mark := _REMARK.match(line):
            because = f"it starts with {mark[2]}, and a remark starts with #"
            words: _Words = because, None, f"Write # in place of the {mark[2]}; or delete the line."
            at = replace(stop, line=number, column=mark.start(2) + 1)
            return _repair(at, mark[2], words, f"{mark[1]}# {line[mark.end() :]}")
        if _RULER.fullmatch(line):
            why = "Here every line is a field, an item, or a remark after #."
            words = f"a line of {line.strip()[0]} is no part of a plan", why, "Delete the line."
            at = replace(stop, line=number, column=1)
            return _repair(at, line.rstrip(), words, "")
        if _ROW.fullmatch(line):
            return _rows(stop, number)
    return None


def _rows(stop: SyntaxStop, number: int) -> Repair:
    """Rows of a table, as they come from Word or from Markdown."""
    last = number
    while last < len(stop.lines) and _ROW.fullmatch(stop.lines[last]):
        last += 1
    line = stop.lines[number - 1]
    fault = problem(
        Span(number, len(line) - len(line.lstrip()) + 1, number, len(line.rstrip()) + 1),
        line=number,
        because="it is a row of a table",
        why="planc reads fields and their values, and no tables.",
        do="Write what it says as an item of its list, as in - {id: PUR-9, tactic: ...,"
        " serves: OBJ-1, owner: ..., due: 2026-12-18}, and delete the row.",
    )
    return Repair(fault, number, "", tuple((below, "") for below in range(number + 1, last + 1)))


def _sign_too_many(stop: SyntaxStop) -> Repair | None:
    """Something after what closes a value, a comma after a comma, or a bracket never opened."""
    line, at = stop.text, stop.column - 1
    sign, rest = line[at : at + 1], line[at + 1 :]
    why = "A sign too many changes what belongs to what."
    if stop.parser_message in _OUTSIDE and _SIGNS.match(line, at):
        sign = line[at : end_of_words(line, at)]
        words = f"{sign} stands where it should have ended", why, f"Delete {sign}."
        return _repair(stop, sign, words, line[:at])
    if stop.parser_message == "did not find expected node content" and sign == ",":
        words = "there is nothing between two commas", why, "Delete one of them."
        return _repair(stop, sign, words, line[:at] + rest)
    if stop.parser_message.startswith(_IN_BRACES) and sign in ("]", "}"):
        do = f"Delete the {sign}, or put the bracket that opens the list where it starts."
        words = f"nothing opens what the {sign} closes", why, do
        start = line.rfind(": ", 0, at) + 2
        opened = f"{line[:start]}[{line[start:at]}]" if start > 1 and sign == "]" else line[:at]
        return _repair(stop, sign, words, opened + rest)
    return None


def _sign_too_few(stop: SyntaxStop) -> Repair | None:
    """A group without its first bracket, a field without a comma, an item without a dash."""
    return _dated(stop) or _bracket_lost(stop) or _comma_lost(stop) or _dash_lost(stop)


def _dated(stop: SyntaxStop) -> Repair | None:
    """An entry of the log that starts with its day, where a dash and the field belong."""
    if stop.text.lstrip().startswith("- ") and (above := stop.start_of(stop.entry_above())):
        stop = replace(stop, line=above)
    entry = _DATED.match(stop.text)
    if entry is None or stop.parser_message not in _OUTSIDE:
        return None
    why = "In the log each entry is an item of the list, and its day a field of it."
    because = "an entry of the log starts with a dash and its date"
    do = f"Write - {{date: {entry[2]}, in place of {entry[2]}: {entry[3]}".rstrip()
    do += "." if entry[3] else ", then the name of the field before the words, and } at the end."
    mended = f"{entry[1]}- {{date: {entry[2]}, {entry[4]}" if entry[3] else None
    at = replace(stop, column=len(entry[1]) + 1)
    return _repair(at, entry[2], (because, why, do), mended)


def _bracket_lost(stop: SyntaxStop) -> Repair | None:
    """A group that something closes and nothing opens, where its second field is met."""
    line, colon = stop.text, stop.column - 1
    if line[colon : colon + 1] != ":" or stop.bracket_never_opened(stop.line) != "}":
        return None
    heads = [head for head in _HEAD_OF_GROUP.finditer(line) if head.end() < colon]
    if not heads:
        return None
    start = heads[-1].end() if " " not in line[heads[-1].end() : colon] else heads[0].end(1)
    why = "The brackets say where a group of fields starts and where it ends."
    words = "nothing opens what the } at the end closes", why, "Put a { where the group starts."
    at = replace(stop, column=start + 1)
    return _repair(at, line[start:colon], words, f"{line[:start]}{{{line[start:]}")


def _comma_lost(stop: SyntaxStop) -> Repair | None:
    """A field between braces that no comma parts from the one before it."""
    if not stop.parser_message.startswith(_IN_BRACES):
        return None
    line, at = stop.text, stop.column - 1
    field = _FIELD.match(line, at) or _FIELD_BEFORE.search(line[: at + 1])
    if field is None or (field.end() == at + 1 and field[1] not in field_names()):
        return None
    why = "Between braces a comma says where one field ends and the next starts."
    words = f"there is no comma before {field[1]}", why, "Put a comma there."
    start = field.start(1)
    if line[:start].rstrip().endswith(";"):
        words = (
            f"a ; stands before {field[1]}, where a comma belongs",
            why,
            "Put a comma in place of each ; between two fields.",
        )
        at_field = replace(stop, column=start + 1)
        return _repair(at_field, field[1], words, _SEMICOLON.sub(r", \1", line))
    at_field = replace(stop, column=start + 1)
    return _repair(at_field, field[1], words, f"{line[:start].rstrip(' ')}, {line[start:]}")


def _dash_lost(stop: SyntaxStop) -> Repair | None:
    """An item of a list that does not start with a dash."""
    waiting = stop.parser_message == "could not find expected ':'"
    if waiting:
        stop = replace(stop, line=stop.since[0], column=stop.since[1])
    elif stop.text.lstrip().startswith("- "):
        number = _first_item(stop)
        stop = replace(stop, line=number, column=indent_of(stop.lines[number - 1]) + 1)
    elif stop.dash_lost():
        stop = replace(stop, column=indent_of(stop.text) + 1)
    elif stop.text[stop.column - 1 : stop.column] != "{" and stop.parser_message != NO_DASH:
        return None
    line, at = stop.text, stop.column - 1
    shown = re.match(r"\{|[a-z_]+(?=:)", line[at:])
    if line[:at].strip() or shown is None or (waiting and shown[0] != "{"):
        return None
    dashes = (_DASH.match(above) for above in reversed(stop.lines[: stop.line]))
    column = next((dash.end(1) for dash in dashes if dash), max(0, at - 2))
    why = "The dash says that it is an item of the list."
    words = f"there is no dash before the {shown[0]}", why, "Put a dash and a space there."
    return _repair(stop, shown[0], words, " " * column + "- " + line.lstrip())


def _first_item(stop: SyntaxStop) -> int:
    """The number of the line under the field whose list has its first dash on the stop's line."""
    column, first = indent_of(stop.text), stop.line
    for number in range(stop.line - 1, 0, -1):
        line = stop.lines[number - 1]
        if line.strip() and indent_of(line) <= column and not _BARE_GROUP.match(line):
            return first if _NAME_OF_LIST.match(line) else stop.line
        first = number if line.strip() else first
    return stop.line


def _unread(stop: SyntaxStop) -> Repair:
    line = stop.text
    end = max(len(line.rstrip()), stop.column - 1)
    because = "it does not go on from the lines above it as a plan does"
    return _repair(stop, line[stop.column - 1 : end], (because, None, None), None)


def _repair(stop: SyntaxStop, shown: str, words: _Words, text: str | None) -> Repair:
    because, why, do = words
    where = Span(stop.line, stop.column, stop.line, stop.column + len(shown))
    line, edit = stop.lines[stop.line - 1], None
    if text is not None and do is not None and (" or " not in do or "; or delete" in do):
        edit = line_edit(stop.line, line, text)
    fault = problem(where, line=stop.line, because=because, why=why, do=do, edit=edit)
    return Repair(fault, stop.line, text)
