"""Words stand after the closing quotation mark of a text.

Wrong: The text in quotation marks ends before the end of line {line}; then come further words.
Why: What stands after the closing mark belongs to nothing, so the line cannot be read.
Do: Put the whole text in one pair of {quote} marks; write a mark inside it as {doubled}.
Acts: LRO
Source: YAML 7.3

Flagged:
    operation: "EXAMPLE" LARCH
                         ^^^^^
Flagged: an apostrophe ends the text
    operation: 'LARCH's friends'
                      ^^^^^^^^^^
Flagged: between braces
    log:
      - {date: 2026-11-18, ref: PUR-1, note: 'The council's notices'}
                                                          ^^^^^^^^^^
Clean:
    operation: '"EXAMPLE" LARCH'
Clean: a comment may follow
    operation: "EXAMPLE LARCH"   # SAMPLE
"""

import re

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop, end_of_words

SEVERITY = Severity.REFUSAL

_IN_BRACES = "did not find expected ','"
_OUTSIDE = ("did not find expected key", "did not find expected '-' indicator")
_FIELD = re.compile(r"[a-z_]+: ")
_END_IN_BRACES = re.compile(r", +[A-Za-z_][A-Za-z0-9_]*: |[]}]")


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A place right after a quotation mark, where the line should have ended, or a comma come."""
    line, at = stop.text, stop.column - 1
    close = len(line[:at].rstrip()) - 1
    quote = line[close] if close >= 0 else ""
    if quote not in ("'", '"') or line[at : at + 1] in ("]", "}", ""):
        return None
    in_braces = stop.parser_message.startswith(_IN_BRACES)
    if not (in_braces or stop.parser_message in _OUTSIDE):
        return None
    brace = _END_IN_BRACES.search(line, at) if in_braces else None
    end = brace.start() if brace else len(line[: end_of_words(line, at)].rstrip(","))
    if end == at or (in_braces and _FIELD.match(line, at)):
        return None  # a comma too many or too few
    where = Span(stop.line, at + 1, stop.line, end + 1)
    doubled = "''" if quote == "'" else '\\"'
    words = re.sub(r"[\"'\\]", "", line[close + 1 : end])
    mended = line[:close] + words + quote + line[end:]
    do = None
    if quote == "'" and '"' not in line:
        do = "Put \" in place of the ' at its start and of the one at its end."
    fault = problem(where, line=stop.line, quote=quote, doubled=doubled, do=do)
    return Repair(fault, stop.line, mended)
