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
from planc.model.tactic import STRANDS
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
_MONTH_ALONE = re.compile(r"([a-z]{3,9})\.?,? +([0-9]{4})\Z", re.IGNORECASE)
_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}")
_RANGE = re.compile(r"[0-9]{1,2} ?[-\u2010-\u2015] ?[0-9]{1,2} [a-z]{3}", re.IGNORECASE)
_FIGURES = str.maketrans("OoIl", "0011")

_AHEAD = ("due", "next_check", "by", "review", "look_again", "when", "rescore_due", "assessed_on")
"""The fields whose day is to come: what is not known yet has a last day that will do."""
_DONE = {
    "accepted_on": "the SRO accepted it",
    "set_on": "the SRO set it",
    "made_on": "it was made",
    "met_on": "it was met",
    "mapped_on": "it was mapped",
    "assessed_on": "it was assessed",
    "raised_on": "it was raised",
    "asked_on": "it was asked",
    "answered_on": "the answer came",
    "result_on": "the answer came",
    "reviewed_on": "the closing review was held",
    "rescored_on": "it was scored again",
    "withdrawn_on": "it was withdrawn",
    "since": "they joined",
    "sro_since": "the SRO took the plan over",
    "lro_since": "the LRO took the plan over",
    "last_deconfliction": "the two last talked",
    "nrm_considered": "it was considered",
    "poca_considered": "it was considered",
    "strategy_discussion": "it was held",
    "recorded_on": "it was written down",
    "expires": "it ends",
    "ends": "the plan is meant to end",
}
"""What happens on the day of a field that may be left out until it is known."""


def at(route: Route, text: str) -> Problem:
    """`text` is no date; if it can be told which one was meant, the message says it."""
    because, meant = _meant(text)
    do = f"Write {meant}." if meant else _advice(route, because, text)
    return problem(route, value=True, shown=quoted(text), because=because, do=do, edit=meant)


def _meant(text: str) -> tuple[str, str | None]:
    """What is wrong with the date, and the date that is plainly meant."""
    if len(_A_DAY.findall(text)) > 1 or _RANGE.search(text):
        return ": it is more than one day", None
    if parts := _TIMED.match(text):
        return ": a day has no time of day", parts[1] if parse_day(parts[1]) else None
    if parts := _UK.match(text):
        if meant := _written(parts[3], int(parts[2]), parts[1]):
            return ": the year comes first, then the month", meant
        meant = _written(parts[3], int(parts[1]), parts[2])
        return (": the year comes first, then the month", meant) if meant else ("", None)
    if parts := _ISO.match(text):
        meant = _written(parts[1], int(parts[2]), parts[3])
        if meant:
            return ": day and month have two figures each, with hyphens", meant
        return ": there is no such day", None
    if parse_day(meant := text.translate(_FIGURES)):
        return ": it has a letter where a figure belongs", meant
    return _in_words(text)


def _in_words(text: str) -> tuple[str, str | None]:
    """The same for a date whose month is a word."""
    if (parts := _MONTH_ALONE.match(text)) and parts[1][:3].lower() in _MONTHS:
        return ": the day is missing", None
    if (parts := _WORDED.match(text)) and parts[2][:3].lower() in _MONTHS:
        if parts[3] is None:
            return ": the year is missing", None
        meant = _written(parts[3], 1 + _MONTHS.index(parts[2][:3].lower()), parts[1])
        return ": the month is a figure, and the year comes first", meant
    return "", None


def _written(year: str, month: int, day: str) -> str | None:
    meant = f"{year if len(year) == 4 else '20' + year}-{month:02}-{int(day):02}"
    return meant if parse_day(meant) else None


def _advice(route: Route, because: str, text: str) -> str | None:
    if because == ": there is no such day":
        return "Look the day up in a calendar, and write it as in 2026-11-22."
    if because == ": the year is missing":
        return "Write the year too, and all of it in figures, as in 2026-11-22."
    return _of_field(route, str(route[-1]), because, text)


def _of_field(route: Route, field: str, because: str, text: str) -> str | None:
    """What may honestly stand in a field whose day is not known, or is more than one."""
    if route[0] == "log" and field == "date":
        return (
            "Write the one day on which it happened, as in 2026-11-22; what happened on another is an"
            " entry of its own."
        )
    if field == "next_check" and _AGAIN.match(text):
        return (
            "Write the day of the next one, as in 2026-11-22; once it is done, the log gives the"
            ' one after as "next_check:".'
        )
    if because == ": it is more than one day" and field in _AHEAD:
        one = "next" if field == "next_check" else "later"
        return f"Write the {one} of them, as in 2026-11-22; say the rest in the text beside it."
    if field == "next_review":
        return "Write the day on which the board meets next, from planc.yaml, in figures as in 2026-11-22."
    if field == "starts" and len(route) == 1:
        return (
            "Write the day on which the work began or is to begin, as in 2026-11-22: of a plan"
            ' without one planc cannot say what is late. Until it is agreed, "status: draft" says so.'
        )
    if field == "next_check":
        return "Write the day on which you will look at it again, in figures, as in 2026-11-22."
    if route[0] in STRANDS and field == "due" and not because:
        return (
            "Write the last day that will do, in figures, as in 2026-11-22. If nobody can say that"
            ' yet, write "next_check:" in place of "due:", with the day on which you will ask again.'
        )
    if field in _AHEAD:
        moved = ' Later, the log moves it with "due:" and "because:".' if field == "due" else ""
        return f"Write the last day that will do, in figures, as in 2026-11-22.{moved}"
    if field in _DONE:
        asked = ", and planc will ask for it" if field in ("accepted_on", "set_on") else ""
        return (
            f"Write the day on which {_DONE[field]}, as in 2026-11-22; until that is known, take"
            f" the field out{asked}."
        )
    return None
