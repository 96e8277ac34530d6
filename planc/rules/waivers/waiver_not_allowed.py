"""A waiver is of a rule that can be waived.

A refusal cannot: no paper can be made, so there is nothing to set aside. Nor can a finding about
a waiver or about the baseline.

Wrong: {rule} cannot be waived: it is {what}.
Why: What is refused could do harm on paper, whoever approves it.
Do: Put right what {rule} finds, and take this waiver out.
Acts: LRO
Source: planc's judgement: what could do harm on paper is put right, not excused

Flagged: a refusal
    waivers:
      - rule: marking-too-high
              ^^^^^^^^^^^^^^^^
        id: marking
        reason: The annex is being moved
        approver: supt-crime
        until: 2027-01-29
Flagged: a waiver of a waiver
    waivers:
      - rule: waiver-too-long
              ^^^^^^^^^^^^^^^
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Clean: an error
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
    waivers:
      - rule: tactic-no-owner
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Clean: a fault of form that is no refusal
    operation: 0123
    waivers:
      - rule: quotes-advised
        id: operation
        reason: The editor of the region is being replaced
        approver: supt-crime
        until: 2027-01-29
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase

SEVERITY = Severity.ERROR


def check(case: WaiverCase, _context: Context) -> Iterator[Problem]:
    """A waiver of a refusal, or of what is said about waivers and the baseline."""
    rule = case.waiver.rule
    if rule is None or rule not in case.fixed:
        return
    refusal = case.fixed[rule] is Severity.REFUSAL
    yield problem(
        (*case.waiver.route, "rule"),
        value=True,
        rule=rule,
        what="a refusal" if refusal else "about setting findings aside",
        why="" if refusal else "A waiver that excuses waivers would answer to nobody.",
    )
