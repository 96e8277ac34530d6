"""A line cannot be read, and planc can at most guess what was meant.

Wrong: Line {line} cannot be read: {because}.
Why: What follows it cannot be told apart either, so it was not checked.
Do: Compare it with the same part of another plan: colons, dashes, brackets, quotation marks.
Acts: LRO
Source: LINT_UX 2

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
Clean:
    actions:
      - {id: ACT-1, action: Visit the flats, owner: di-soc-east, due: 2026-12-01}
Clean: a list in brackets
    other_boards: [county-soc]
"""

import re
from dataclasses import replace

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem
from planc.model.snag import Mend, Snag, end_of_words

SEVERITY = Severity.REFUSAL

_Words = tuple[str, str | None, str | None]
"""What fills the message: because, and a why and a do of its own."""

_OUTSIDE = (
    "did not find expected key",
    "did not find expected '-' indicator",
    "mapping values are not allowed in this context",
)
_IN_BRACES = "did not find expected ','"
_SIGNS = re.compile(r"(?<=[]}\"'])\s*([],;:.}\"']+)\s*(#.*)?$")
_FIELD = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(\s|$)")


def diagnose(snag: Snag) -> Mend:
    """Where the parser stopped; what follows cannot be read, but for a sign too many or too few."""
    return _sign_too_many(snag) or _sign_too_few(snag) or _unread(snag)


def no_name(where: Span) -> Problem:
    """A list or a group of fields stands where the name of a field belongs."""
    because = "a list or a group of fields stands where the name of a field belongs"
    do = "Write one word before the colon, and the list or the group after it."
    return problem(where, line=where.line, because=because, do=do)


def _sign_too_many(snag: Snag) -> Mend | None:
    """Something after what closes a value, a comma after a comma, or a bracket never opened."""
    line, at = snag.text, snag.column - 1
    sign, rest, why = (
        line[at : at + 1],
        line[at + 1 :],
        "A sign too many changes what belongs to what.",
    )
    if snag.said in _OUTSIDE and _SIGNS.match(line, at):
        sign = line[at : end_of_words(line, at)]
        words = f"{sign} stands where it should have ended", why, f"Delete {sign}."
        return _mend(snag, sign, words, line[:at])
    if snag.said == "did not find expected node content" and sign == ",":
        words = "there is nothing between two commas", why, "Delete one of them."
        return _mend(snag, sign, words, line[:at] + rest)
    if snag.said.startswith(_IN_BRACES) and sign in ("]", "}"):
        do = f"Delete the {sign}, or put the bracket that opens the list where it starts."
        words = f"nothing opens what the {sign} closes", why, do
        start = line.rfind(": ", 0, at) + 2
        opened = f"{line[:start]}[{line[start:at]}]" if start > 1 and sign == "]" else line[:at]
        return _mend(snag, sign, words, opened + rest)
    return None


def _sign_too_few(snag: Snag) -> Mend | None:
    """A field that no comma parts from the one before it, or an item without a dash."""
    line, at, place = snag.text, snag.column - 1, (snag.line, snag.column)
    field = _FIELD.match(line, at) if snag.said.startswith(_IN_BRACES) else None
    if field is not None:
        why = "Between braces a comma says where one field ends and the next starts."
        words = f"there is no comma before {field[1]}", why, "Put a comma there."
        return _mend(snag, field[1], words, f"{line[:at]},{line[at:]}")
    number, column = snag.since if snag.said == "could not find expected ':'" else place
    line = snag.lines[number - 1]
    if line[: column - 1].strip() or line[column - 1 : column] != "{":
        return None
    dashes = (above.find("- ") for above in reversed(snag.lines[: number - 1]))
    dash = " " * next((at for at in dashes if at >= 0), 0) + "- "
    why = "The dash says that it is an item of the list above."
    words = "there is no dash before the {", why, "Put a dash and a space there."
    return _mend(replace(snag, line=number, column=column), "{", words, dash + line.lstrip())


def _unread(snag: Snag) -> Mend:
    line = snag.text
    end = max(len(line.rstrip()), snag.column - 1)
    because = "it does not go on from the lines above it as a plan does"
    return _mend(snag, line[snag.column - 1 : end], (because, None, None), None)


def _mend(snag: Snag, shown: str, words: _Words, text: str | None) -> Mend:
    because, why, do = words
    where = Span(snag.line, snag.column, snag.line, snag.column + len(shown))
    said = problem(where, line=snag.line, because=because, why=why, do=do)
    return Mend(said, snag.line, text)
