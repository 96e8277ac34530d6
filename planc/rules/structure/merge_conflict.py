"""Git's marks of a conflict stand in the file.

Two people changed the same lines, and git put both versions into the file, with marks round them.
planc goes on with the upper version, so as to say what else is wrong; where the marks are not whole,
it stops.

Wrong: Git left its marks of a conflict in this file, the first on line {line}: here are two versions of the same lines.
Why: Somebody has to say which version is right; as it stands, both would be in the plan.
Do: From <<<<<<< to >>>>>>> keep the lines that are right, delete the others and the lines with the marks, and commit again.
Acts: LRO
Source: planc's judgement: which of two versions holds is for people to say

Flagged:
    <<<<<<< HEAD
    ^^^^^^^^^^^^
    operation: EXAMPLE LARCH
    =======
    operation: EXAMPLE MAPLE
    >>>>>>> maple
Flagged: in a text
    threat:
      type: ocg
      tier: local
      assessment: |
        Likely to keep supplying.
        <<<<<<< HEAD
        ^^^^^^^^^^^^
        Four flats.
        ||||||| 1f5e2d0
        Two flats.
        =======
        Three flats.
        >>>>>>> maple
Clean: a line of equals signs in a text, with no other mark near it
    threat:
      type: ocg
      tier: local
      assessment: |
        Summary
        =======
        Likely to keep supplying.
Clean: signs within a line
    operation: EXAMPLE <<<<<<< LARCH
"""

import re
from typing import NamedTuple

from planc.model.document import Span
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.REFUSAL

_MARK = re.compile(r" *(<{7,}|\|{7,}|={7,}|>{7,})(?=\s|$)")
_SIGNS = ("<<<<<<<", "|||||||", ">>>>>>>", "\n=======\n")
_MOST_PLACES = 20


class Conflicts(NamedTuple):
    """What is to be said, and the lines of the upper versions, the others blank.

    `lines` is None where a mark has no partner, so that nobody can tell what belongs to what.
    """

    problem: Problem
    lines: list[str] | None


def conflicts(text: str) -> Conflicts | None:
    """The marks of conflicts in a text, in any style of git's; None if there are none."""
    if not any(sign in text for sign in _SIGNS):
        return None
    lines = text.split("\n")
    upper, marks, whole = _parted(lines)
    if not marks:
        return None
    first, *others = (
        Span(number, start, number, len(lines[number - 1].rstrip()) + 1) for number, start in marks
    )
    related = tuple((span, "here too") for span in others[:_MOST_PLACES])
    return Conflicts(problem(first, related=related, line=first.line), upper if whole else None)


def _parted(lines: list[str]) -> tuple[list[str], list[tuple[int, int]], bool]:
    """The upper versions, where the marks stand, and whether each mark has its partners."""
    upper: list[str] = []
    marks: list[tuple[int, int]] = []
    size, shown, whole = 0, True, True  # how long the marks of the open conflict are
    for number, line in enumerate(lines, 1):
        mark = _MARK.match(line)
        sign, length = (mark[1][0], len(mark[1])) if mark else ("", 0)
        lone = not size and (sign in ("<", "|", ">") or line == "=======")
        if mark and (lone or (size == length)):
            marks.append((number, mark.start(1) + 1))
            whole &= (sign == "<") == lone  # a conflict starts with <, and with nothing else
            size = length if sign == "<" else 0 if sign == ">" else size
            shown = sign in ("<", ">")
            upper.append("")
        else:
            upper.append(line if shown else "")
    return upper, marks, whole and not size
