"""What everybody is held to is changed in sight of everybody.

planc.yaml and what it extends, an exercise that pins the day, and the list of older findings.

Wrong: {path}: {field} {what}.
Why: It changes what is found in every plan, or on which day, without a word in any of them.
Do: Let {owner} or the chair of the board see it with the next paper.
Acts: OCG coordinator
Source: planc's judgement: the easiest way to pass a check is to change the check

Flagged: a threshold
    # planc.yaml
    numbers: {overdue_days: 90}
              ^^^^^^^^^^^^
Flagged: a rule is switched off
    # planc.yaml
    rules: {tactic-overdue: {severity: "off", reason: Too many}}
            ^^^^^^^^^^^^^^
Clean: the same in another layout
    # planc.yaml
    force:   "Exampleton Police"
Clean: the calendar of the year is added
    # planc.yaml
    boards:
      - {id: exampleton-ocg, name: Exampleton OCG Management Board, level: force tactical, chair: supt-crime, meetings: [2026-09-09, 2026-10-07, 2026-11-04, 2026-12-02, 2027-01-06, 2027-02-03]}
      - {id: county-soc, name: County Serious and Organised Crime Partnership, level: local partnership, meetings: [2026-09-16, 2026-12-16]}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.difference import SettingChange
from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.INFO


def check(change: SettingChange, context: Context) -> Iterator[Problem]:
    """A setting that is not as it was; not the days on which boards will meet."""
    if change.later_only:
        return
    owner = context.policy.information_asset_owner or "the information asset owner"
    was = f"was {change.before}" if change.before is not None else ""
    now = f"is {change.after} now" if change.after is not None else ""
    what = ", ".join(filter(None, (was, now))) or "is not as it was"
    yield problem(change.route, path=change.path, field=change.field, what=what, owner=owner)
