"""A text starts with a sign that has a meaning of its own.

Wrong: The text on line {line} starts with {sign}, which no text may do without quotation marks.
Why: The sign has a meaning of its own at the start of a text, so the line cannot be read.
Do: Put the text in quotation marks: {quoted}
Acts: LRO
Source: YAML 5.3 and 7.3.3

Flagged:
    operation: @LARCH
               ^^^^^^
Flagged:
    operation: *LARCH and others
               ^^^^^^^^^^^^^^^^^
Flagged:
    operation: >90 days old
               ^^^^^^^^^^^^
Flagged:
    operation: [LARCH] phase 2
               ^^^^^^^^^^^^^^^
Flagged: a dash alone is not a text either
    operation: -
               ^
Clean:
    operation: "@LARCH"
Clean: no sign, but a word that starts with a dash
    operation: -LARCH
"""

import re

from planc.model.document import Span
from planc.model.edit import line_edit
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop, end_of_words

SEVERITY = Severity.REFUSAL

_HEAD = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?(?=[*&[{]\S)")
_IN_BRACES = "did not find expected ','"
_WORDS_IN_BRACES = re.compile(r"[:,{[] *(\*\S+) +$")
_WORDS_AFTER_GROUP = re.compile(r"[:,{[] *(\[[^][{}]*\] *)$")
_NEXT_FIELD = re.compile(r"[a-z_]+:")
_GROUP = re.compile(r"\[[^][]*\]|\{[^}{]*\}")
_PASTED = re.compile(r"\s*(?:\|.*\|\s*$|```)")
"""A row of a table or a fence round code, of which `unreadable-line` speaks."""
_HASH = re.compile(r": +#(?=\S)")
_AT_THE_SIGN = (
    "found character that cannot start any token",
    "mapping keys are not allowed in this context",
)
_AFTER_THE_SIGN = {
    "*&": ("did not find expected alphabetic or numeric character",),
    "|>": ("did not find expected comment or line break",),
    "!": (
        "found undefined tag handle",
        "did not find expected tag URI",
        "did not find expected whitespace or line break",
        "did not find the expected '>'",
        "did not find URI escaped octet",
    ),
}


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A sign at which no text can start, where the parser stopped or shortly before."""
    number, at = _hash(stop) or (stop.line, _sign(stop))
    if at is None:
        return None
    line = stop.lines[number - 1]
    text = line[at:] if line[at] == "#" else line[at : end_of_words(line, at)]
    if "{" in line[:at] or "[" in line[:at] or stop.start_of(number) < number:
        group = _GROUP.match(text)
        first = group.end() if group else 0
        text = text[:first] + re.split("[],}]", text[first:])[0].rstrip()
    if not text or _PASTED.match(line):
        return None
    end = at + len(text)
    quoted = "'" + text.replace("'", "''") + "'"
    mended = line[:at] + quoted + line[end:]
    fault = problem(
        Span(number, at + 1, number, end + 1),
        line=number,
        sign=text[0],
        quoted=quoted,
        edit=line_edit(number, line, mended),
    )
    return Repair(fault, number, mended)


def around(where: Span, line: int) -> Problem:
    """A text stands between curly brackets, which are for fields."""
    do = "Take the { and the } away; if they belong to the text, put all of it in quotation marks."
    return problem(where, line=line, sign="{", do=do)


def _hash(stop: SyntaxStop) -> tuple[int, int] | None:
    """Between brackets, a # at the start of a text: what closes the brackets is a comment then."""
    for number in {stop.since[0], stop.entry_above(), stop.line}:
        line = stop.lines[number - 1] if 0 < number <= len(stop.lines) else ""
        sign = _HASH.search(line)
        if sign and (stop.start_of(number) < number or re.search(r"[{[]", line[: sign.start()])):
            return number, sign.end() - 1
    return None


def _sign(stop: SyntaxStop) -> int | None:
    """How many characters stand before the sign."""
    line, at = stop.text, stop.column - 1
    if stop.parser_message in _AT_THE_SIGN:
        return at
    if stop.parser_message == "block sequence entries are not allowed in this context":
        return at if line[at:].strip() == "-" else None
    if stop.since[0] == stop.line:
        sign = line[stop.since[1] - 1 : stop.since[1]]
        if any(
            sign in signs and stop.parser_message in messages
            for signs, messages in _AFTER_THE_SIGN.items()
        ):
            return stop.since[1] - 1
    words = None
    if stop.parser_message.startswith(_IN_BRACES):
        words = _WORDS_IN_BRACES.search(line[:at])
        if not words and line[at : at + 1].isalnum() and not _NEXT_FIELD.match(line, at):
            words = _WORDS_AFTER_GROUP.search(line[:at])
    if words:
        return words.start(1)
    head = _HEAD.match(line) if stop.parser_message == "did not find expected key" else None
    if head is None or head.end() >= at or (line[head.end()] in "[{" and not line[at].isalnum()):
        return None
    return head.end()
