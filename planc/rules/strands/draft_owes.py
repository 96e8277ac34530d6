"""What a draft still lacks is said in one line.

A draft may be incomplete, and its writer knows it. What would be a finding each in an active plan,
because something is not there yet, is one line in a draft. What is there and is wrong is told as in
any plan.

Wrong: As an active plan this one will owe {number}.
Why: A draft may wait for all of this; the SRO agrees the plan when it is there.
Do: Before it is active, see to: {parts}.
Acts: LRO
Source: planc's judgement: a page of faults in a first draft teaches its writer to read none

Flagged:
    status: draft
    ^^^^^^
    # without sro
    # without board
    prevent: []
Clean: the same plan when nothing is lacking
    status: draft
Clean: what is there and is wrong is told by its own rule
    status: draft
    # without operation
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import count, every

SEVERITY = Severity.INFO


def check(owed: Sequence[str], _context: Context) -> Iterator[Problem]:
    """`owed` are the fields of a draft of which a rule misses something, one for each finding."""
    if owed:
        number = count(len(owed), "more thing")
        yield problem(("status",), number=number, parts=every(list(dict.fromkeys(owed))))
