"""A text holds a colon and a space, and no quotation marks.

Wrong: The text on line {line} has a colon in it, and so looks like a second field.
Why: A colon followed by a space means that a field starts.
Do: Put the text in quotation marks: {quoted}
Acts: LRO
Source: YAML 7.3.3

Flagged:
    operation: EXAMPLE: LARCH
               ^^^^^^^^^^^^^^
Flagged: between braces
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Result: two notices}
                                             ^^^^^^^^^^^^^^^^^^^
Flagged: a comment is not part of the text
    operation: EXAMPLE: LARCH     # SAMPLE
               ^^^^^^^^^^^^^^
Clean:
    operation: "EXAMPLE: LARCH"
Clean: no space after the colon
    operation: EXAMPLE:LARCH
"""

import re

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop, end_of_words
from planc.resources import field_names

SEVERITY = Severity.REFUSAL

_FIELD = re.compile(r"\s*(?:- +)*[A-Za-z_][A-Za-z0-9_]*: +")
_ENDED = re.compile(r"[]}\"']: *$")  # the value has ended, and the colon is one too many
_LAST_WORD = re.compile(r"(.*\S) +([a-z_]+)\Z")
_VALUE = re.compile(r": +([\"'[{]|[A-Za-z]*[-0-9][-A-Za-z0-9]*\s*[,}])")  # no words of a text
_CURLY = re.compile("[\u201c\u201d\u201e\u2018]([^\u201c\u201d]*)[\u201c\u201d\u2019]")
_IN_BRACES = re.compile(r"[A-Za-z_][A-Za-z0-9_]*: +")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A second colon on the line, in a text without quotation marks."""
    colon = stop.column - 1
    line = stop.text
    if stop.parser_message == "mapping values are not allowed in this context":
        start, end = _FIELD.match(line), end_of_words(line, colon)
        if start is None or colon < start.end() or _ENDED.search(line):
            return None
        if stop.bracket_never_opened(stop.line):
            return None  # it is not a text, but a group that lacks its first bracket
        begin = start.end()
    elif (
        stop.parser_message == "did not find expected ',' or '}'" and line[colon : colon + 1] == ":"
    ):
        starts = [m.end() for m in _IN_BRACES.finditer(line) if m.end() <= colon]
        if not starts or stop.bracket_never_opened(stop.line):
            return None
        begin = starts[-1]
        if _is_field(line, begin, colon):
            return None  # nor is this: a comma is lost before it
        rest = re.search(r", +[A-Za-z_][A-Za-z0-9_]*: |\}", line[colon:])
        end = len(line[: end_of_words(line, colon)].rstrip(","))
        end = colon + rest.start() if rest else end
    else:
        return None
    text = line[begin:end]
    if text.startswith("(") and text.endswith(")") and ": " in text:
        return _in_round_brackets(stop, begin, end)
    do, curly = None, _CURLY.fullmatch(text)
    if curly:
        text, do = curly[1], "Type straight quotation marks in place of the curly ones: {quoted}"
    quoted = "'" + text.replace("'", "''") + "'" if re.search(r'["\\]', text) else f'"{text}"'
    where = Span(stop.line, begin + 1, stop.line, end + 1)
    mended = line[:begin] + quoted + line[end:]
    edit = line_edit(stop.line, line, mended)
    do = do and do.format(quoted=quoted)
    fault = problem(where, line=stop.line, quoted=quoted, do=do, edit=edit)
    return Repair(fault, stop.line, mended)


def _in_round_brackets(stop: SyntaxStop, begin: int, end: int) -> Repair:
    """A group of fields between round brackets, which mean nothing here."""
    group = "{" + stop.text[begin + 1 : end - 1] + "}"
    where = Span(stop.line, begin + 1, stop.line, end + 1)
    mended = stop.text[:begin] + group + stop.text[end:]
    do = f"Put curly brackets in place of the round ones: {group}"
    edit = line_edit(stop.line, stop.text, mended)
    return Repair(problem(where, line=stop.line, do=do, edit=edit), stop.line, mended)


def _is_field(line: str, begin: int, colon: int) -> bool:
    """Whether the word before the colon is the name of a field, and the words before it a value."""
    words = _LAST_WORD.match(line[begin:colon])
    if words is None or words[2] not in field_names():
        return False
    return " " not in words[1] or bool(_VALUE.match(line, colon))
