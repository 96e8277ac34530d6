"""A date is not a day of the calendar, or is not written year-month-day.

Wrong: {shown} is not a date that planc can read{because}.
Why: Nothing is due or overdue on a day that cannot be told.
Do: Write the year, the month and the day in figures, as in 2026-11-22; or delete the field until the day is known.
Acts: LRO
Source: RFC3339 section 5.6

Flagged: there is no such day
    next_review: 2027-02-30
                 ^^^^^^^^^^
Flagged: the usual way to write it here
    next_review: 01/12/2026
                 ^^^^^^^^^^
Clean:
    next_review: 2026-12-02
Clean: the leap day of a leap year
    objectives:
      - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11, by: 2028-02-29, set_on: 2026-09-09}
"""

import re

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.day import parse_day
from planc.wording.words import quoted

SEVERITY = Severity.ERROR

_UK = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})\Z")
_ISO = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})\Z")


def at(route: Route, text: str) -> Problem:
    """`text` is no date; if it can be told which one was meant, the message says it."""
    because, do = _advice(text)
    return problem(route, value=True, shown=quoted(text), because=because, do=do)


def _advice(text: str) -> tuple[str, str | None]:
    if parts := _UK.match(text):
        year = parts[3] if len(parts[3]) == 4 else f"20{parts[3]}"
        meant = f"{year}-{int(parts[2]):02}-{int(parts[1]):02}"
        if parse_day(meant):
            return ": the year comes first, then the month", f"Write {meant}."
    if parts := _ISO.match(text):
        meant = f"{parts[1]}-{int(parts[2]):02}-{int(parts[3]):02}"
        if parse_day(meant):
            return ": day and month have two figures each, with hyphens", f"Write {meant}."
        return (
            ": there is no such day",
            "Look the day up in a calendar, and write it as in 2026-11-22.",
        )
    return "", None
