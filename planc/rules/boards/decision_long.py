"""A decision sought is longer than a chair can bear in mind.

Wrong: {what}.
Why: A decision is read out and minuted word for word; one that is long is agreed to without being heard.
Do: Say in one sentence of at most {most} words what is to be approved, and leave the reasons to the options.
Acts: LRO
Source: planc's judgement: a chair has four minutes a plan, and page one is one page

Flagged:
    decision_sought:
      decision: Approve a six-week delay to phase 2 from 8 December to 19 January so that every child who is known to carry
      ^^^^^^^^
        for the line has a plan that is agreed and working before the warrants are executed, and accept the risk that goes
        with the wait until the board has met again in January and has heard how it went
      by: supt-crime
Clean:
    decision_sought: {decision: Approve a six-week delay to phase 2, by: supt-crime}
Clean: forty words, and the reasons with the options
    decision_sought:
      decision: Approve a six-week delay to phase 2 from 8 December to 19 January so that every child who is known to carry
        for the line has a plan that is agreed and working before the warrants are executed there
      by: supt-crime
      options: [{option: Delay, because: The last plan is due on 8 January, risk: The line trades until then}]
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.governance import DecisionSought
from planc.model.plan import Plan

SEVERITY = Severity.INFO
STATUS = "preview"

_MOST = 40
_PAGE = 280
"""From so many words on, with all its options, page one has no room left for it."""


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A decision of more than so many words; or one that page one runs on for."""
    sought = plan.decision_sought
    if not plan.in_force or sought is None or not sought.decision:
        return
    words, in_all = len(sought.decision.split()), _in_all(sought)
    if words > _MOST:
        what = f"The decision sought is {words} words long"
    elif in_all > _PAGE:
        what = f"The decision and its options are {in_all} words long: page one runs on to a second"
    else:
        return
    yield problem((*sought.route, "decision"), what=what, most=_MOST)


def _in_all(sought: DecisionSought) -> int:
    texts = [sought.decision, sought.otherwise, sought.dissent]
    for option in sought.options:
        texts += [option.option, option.because, option.risk, option.cost]
    return sum(len(text.split()) for text in texts if text)
