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
_ISO = re.compile(r"([0-9]{4})[-/. \u2010-\u2015]([0-9]{1,2})[-/. \u2010-\u2015]([0-9]{1,2})\Z")
_TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T].+\Z")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WORDED = re.compile(
    r"(?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?(?:[ ,-]+([0-9]{4}|[0-9]{2}))?\Z",
    re.IGNORECASE,
)
_AGAIN = re.compile("(dai|week|fortnight|month|quarter|year|annual)", re.IGNORECASE)

_AHEAD = ("due", "next_check", "next_review", "by", "review", "look_again", "when")
"""The fields whose day is to come: what is not known yet has a last day that will do."""


def at(route: Route, text: str) -> Problem:
    """`text` is no date; if it can be told which one was meant, the message says it."""
    because, meant = _meant(text)
    do = f"Write {meant}." if meant else _advice(route, text, because)
    return problem(route, value=True, shown=quoted(text), because=because, do=do, edit=meant)


def _meant(text: str) -> tuple[str, str | None]:
    """What is wrong with the date, and the date that is plainly meant."""
    if parts := _TIMED.match(text):
        return ": a day has no time of day", parts[1] if parse_day(parts[1]) else None
    if parts := _UK.match(text):
        meant = _written(parts[3], int(parts[2]), parts[1])
        return (": the year comes first, then the month", meant) if meant else ("", None)
    if parts := _ISO.match(text):
        meant = _written(parts[1], int(parts[2]), parts[3])
        if meant:
            return ": day and month have two figures each, with hyphens", meant
        return ": there is no such day", None
    if (parts := _WORDED.match(text)) and parts[2][:3].lower() in _MONTHS:
        if parts[3] is None:
            return ": the year is missing", None
        meant = _written(parts[3], 1 + _MONTHS.index(parts[2][:3].lower()), parts[1])
        return ": the month is a figure, and the year comes first", meant
    return "", None


def _written(year: str, month: int, day: str) -> str | None:
    meant = f"{year if len(year) == 4 else '20' + year}-{month:02}-{int(day):02}"
    return meant if parse_day(meant) else None


def _advice(route: Route, text: str, because: str) -> str | None:
    field = str(route[-1])
    if because == ": there is no such day":
        return "Look the day up in a calendar, and write it as in 2026-11-22."
    if because:
        return "Write the year too, and all of it in figures, as in 2026-11-22."
    if field == "next_check" and _AGAIN.match(text):
        return (
            "Write the day of the next one, as in 2026-11-22; once it is done, the log gives the"
            ' one after as "next_check:".'
        )
    if field == "accepted_on":
        return (
            "Write the day on which the SRO accepted it, as in 2026-11-22; until then take the field"
            " out, and planc counts it as not accepted."
        )
    if field in _AHEAD:
        return (
            "Write the last day that will do, in figures, as in 2026-11-22; when more is known,"
            ' the log moves it with "because:".'
        )
    return None
