"""The marking is written as the Government Security Classifications Policy has it.

The order is: OFFICIAL or OFFICIAL-SENSITIVE, then handling instructions, then descriptors, parted
by a hyphen with a space on each side.

Wrong: {shown} cannot be printed: {reason}.
Why: Readers obey the markings they know; one that is only nearly right is taken for a remark.
Do: Write it like OFFICIAL-SENSITIVE, or like OFFICIAL-SENSITIVE - RECIPIENTS ONLY.
Acts: LRO
Source: GSCP paragraphs 25, 28 and 39

Flagged:
    marking: OFFICIAL SENSITIVE
             ^^^^^^^^^^^^^^^^^^
Flagged: in the wrong order
    marking: OFFICIAL-SENSITIVE - COMMERCIAL - RECIPIENTS ONLY
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: a marking that is no longer used
    marking: RESTRICTED
             ^^^^^^^^^^
Clean: an instruction of one organisation
    marking: OFFICIAL-SENSITIVE - EXAMPLETON POLICE USE ONLY - PERSONAL DATA
Clean: a stroke within a descriptor parts nothing
    marking: OFFICIAL-SENSITIVE - HR / MANAGEMENT
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.marking import RECIPIENTS_ONLY, Marking, is_too_high, meant_marking, parse_marking
from planc.model.plan import Plan
from planc.wording.words import quoted

SEVERITY = Severity.REFUSAL


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A marking, of the plan or of a tactic, that cannot be read."""
    for route, text in plan.markings:
        read = parse_marking(text)
        if isinstance(read, str) and not is_too_high(text):
            meant = meant_marking(text)
            do = f'Write "{meant}", if that is what you mean.' if meant else None
            yield problem(
                route,
                value=True,
                shown=quoted(text),
                reason=read,
                do=do,
                edit=None if meant is None or _lacks_list(plan, meant) else str(meant),
            )


def _lacks_list(plan: Plan, meant: Marking) -> bool:
    """Whether the marking, once it can be read, asks for a list that the plan does not have."""
    return RECIPIENTS_ONLY in meant.handling and not plan.recipients
