"""A text starts with a sign that has a meaning of its own.

Wrong: The text on line {line} starts with {sign}, which no text may do without quotation marks.
Why: The sign has a meaning of its own at the start of a text, so the line cannot be read.
Do: Put the text in quotation marks: {quoted}
Acts: LRO
Source: LINT_UX 2

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
from planc.model.finding import Severity, problem
from planc.model.snag import Mend, Snag, end_of_words

SEVERITY = Severity.REFUSAL

_HEAD = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][A-Za-z0-9_]*: +)?(?=[*&[{]\S)")
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


def diagnose(snag: Snag) -> Mend | None:
    """A sign at which no text can start, where the parser stopped or shortly before."""
    line, at = snag.text, _sign(snag)
    if at is None:
        return None
    text = line[at : end_of_words(line, at)]
    if "{" in line[:at] or "[" in line[:at]:
        text = re.split("[],}]", text)[0].rstrip()
    if not text:
        return None
    end = at + len(text)
    quoted = "'" + text.replace("'", "''") + "'"
    said = problem(
        Span(snag.line, at + 1, snag.line, end + 1), line=snag.line, sign=text[0], quoted=quoted
    )
    return Mend(said, snag.line, line[:at] + quoted + line[end:])


def _sign(snag: Snag) -> int | None:
    """How many characters stand before the sign."""
    line, at = snag.text, snag.column - 1
    if snag.said in _AT_THE_SIGN:
        return at
    if snag.said == "block sequence entries are not allowed in this context":
        return at if line[at:].strip() == "-" else None
    if snag.since[0] == snag.line:
        sign = line[snag.since[1] - 1 : snag.since[1]]
        if any(sign in signs and snag.said in said for signs, said in _AFTER_THE_SIGN.items()):
            return snag.since[1] - 1
    head = _HEAD.match(line) if snag.said == "did not find expected key" else None
    if head is None or head.end() >= at or (line[head.end()] in "[{" and not line[at].isalnum()):
        return None
    return head.end()
