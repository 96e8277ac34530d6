"""A waiver names a rule, and something in the plan, that there is.

Wrong: {shown} is not {what}.{hint}
Why: The waiver sets nothing aside, and the paper would print it as if it did.
Do: Write the rule as planc prints it, and the id of what the waiver is about; or take it out.
Acts: LRO
Source: planc's judgement: an exception that fits nothing misleads its reader

Flagged: no such rule
    waivers:
      - rule: tactic-no-ower
              ^^^^^^^^^^^^^^
        id: PUR-1
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Flagged: nothing of that id
    waivers:
      - rule: tactic-no-owner
        id: PUR-7
            ^^^^^
        reason: The post is being filled
        approver: supt-crime
        until: 2027-01-29
Flagged: a section, which may come to hold more than was approved
    log:
      - {date: 2026-11-18, decision: Wait for the court, by: supt-crime, rejected: Go now}
    waivers:
      - rule: decision-no-rationale
        id: log
            ^^^
        reason: The minute follows
        approver: supt-crime
        until: 2027-01-29
Clean: what has no id of its own goes by its date and a digest of what it says
    log:
      - {date: 2026-11-18, decision: Wait for the court, by: supt-crime, rejected: Go now}
    waivers:
      - rule: decision-no-rationale
        id: 2026-11-18-96131d7e
        reason: The minute follows
        approver: supt-crime
        until: 2027-01-29
Clean: a field goes by its name
    prevent: []
    waivers:
      - rule: strand-missing
        id: prevent
        reason: The youth offer is being bought in
        approver: supt-crime
        until: 2027-01-29
Clean: a line of the log has an id as well
    log:
      - {id: DEC-1, date: 2026-11-18, decision: Wait for the court, by: supt-crime, rejected: Go now}
    waivers:
      - rule: decision-no-rationale
        id: DEC-1
        reason: The reasons are in the sensitive log until the trial ends
        approver: supt-crime
        until: 2027-01-29
"""

from collections.abc import Collection, Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.set_aside import WaiverCase
from planc.wording.words import every, nearest, quoted

SEVERITY = Severity.ERROR

_MOST_NAMED = 5


def check(case: WaiverCase, _context: Context) -> Iterator[Problem]:
    """A rule that planc does not have, or an object that the plan does not have."""
    waiver = case.waiver
    if waiver.rule and waiver.rule not in case.rules and waiver.rule not in case.fixed:
        otherwise = "Write the name as planc prints it; planc explain lists them all."
        yield _unknown(case, "rule", waiver.rule, "the name of a rule", case.rules, otherwise)
    if waiver.id and case.instead and not case.has_finding:
        yield _of_a_section(case, waiver.id)
    elif waiver.id and waiver.id not in case.objects and case.certain and not case.has_finding:
        otherwise = (
            "Write the id of what the waiver is about; planc check says it where you write the"
            " name of the section. Or take the waiver out."
        )
        what = "the id of anything in this plan"
        yield _unknown(case, "id", waiver.id, what, case.objects, otherwise)


def _of_a_section(case: WaiverCase, section: str) -> Problem:
    """The waiver names a section, which others of its findings share, or may come to share."""
    names = every([f'"{name}"' for name in case.instead[:_MOST_NAMED]])
    more = len(case.instead) - _MOST_NAMED
    others = f", and {more:,} more" if more > 0 else ""
    return problem(
        (*case.waiver.route, "id"),
        value=True,
        shown=quoted(section),
        what="one thing: what is added to that section later would be waived as well",
        hint="",
        do=f"Write {names}{others}: a waiver for each that the approver approved.",
    )


def _unknown(
    case: WaiverCase, field: str, text: str, what: str, among: Collection[str], otherwise: str
) -> Problem:
    near = nearest(text, among)
    return problem(
        (*case.waiver.route, field),
        value=True,
        shown=quoted(text),
        what=what,
        hint=f' Did you mean "{near}"?' if near else "",
        do=f'Write "{near}", if that is what you mean.' if near else otherwise,
    )
