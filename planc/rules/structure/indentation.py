"""A line starts further to the right or left than the lines it belongs with.

Wrong: Line {line} starts {found} in, where {expected} would fit with the lines above it.
Why: How far a line starts to the right says what it belongs to; this one belongs to nothing.
Do: Give it the same number of spaces as the field above or below that it stands beside.
Acts: LRO
Source: LINT_UX 2

Flagged: one space too many
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
         serves: OBJ-1
         ^^^^^^
        owner: di-soc-east
        due: 2026-12-18
Flagged: one space too few
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
       serves: OBJ-1
       ^^^^^^
        owner: di-soc-east
        due: 2026-12-18
Clean:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: di-soc-east
        due: 2026-12-18
"""

from planc.model.document import Span
from planc.model.finding import Severity, problem
from planc.model.snag import ENTRY, Mend, Snag, indent_of

SEVERITY = Severity.REFUSAL


def diagnose(snag: Snag) -> Mend | None:
    """An entry whose indentation is that of none above it."""
    line = snag.text
    if ENTRY.match(line) is None and not line.lstrip().startswith("- "):
        return None
    found = indent_of(line)
    fitting = _columns_above(snag)
    if found in fitting or not fitting:
        return None
    # Two fields that look alike stand alike: take the nearest column, the outer one of two.
    expected = min(fitting, key=lambda column: (abs(column - found), column))
    words = line.strip()
    end = found + len(words.split(":")[0]) + 1
    where = Span(snag.line, found + 1, snag.line, end)
    mended = " " * expected + words
    return Mend(
        problem(where, line=snag.line, found=_spaces(found), expected=_spaces(expected)),
        snag.line,
        mended,
    )


def _columns_above(snag: Snag) -> list[int]:
    """The columns at which this line could start: those of the entries, or of the dashes, above."""
    dash = snag.text.lstrip().startswith("- ")
    columns: list[int] = []
    least = len(snag.text) + 1
    for number in range(snag.line - 1, 0, -1):
        line = snag.lines[number - 1]
        body = line.lstrip()
        if not body or body.startswith("#"):
            continue
        starts = []
        while body.startswith("- "):
            starts.append((len(line) - len(body), True))
            body = body[1:].lstrip()
        if ENTRY.match(body):
            starts.append((len(line) - len(body), False))
        for column, is_dash in reversed(starts):
            if column < least or (column == least and is_dash):
                if is_dash == dash:
                    columns.append(column)
                least = column
        if least == 0:
            break
    return columns


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"
