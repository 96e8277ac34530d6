"""What became of a plan, in words: `PRE-2: due 8 January 2027, 39 days later (2nd time)`."""

from collections.abc import Mapping
from typing import Any

from planc.model.difference import Difference
from planc.model.tactic import UNRECORDED
from planc.wording.breadcrumbs import field_at
from planc.wording.day import long_day, parse_day
from planc.wording.words import capital, count

_THINGS = {
    **dict.fromkeys(("pursue", "prevent", "protect", "prepare"), "tactic"),
    "intelligence_gaps": "intelligence gap",
    "signoffs": "sign-off",
    "gaps": "reason for a gap",
}
"""What one of a list is called, where it is not the list's own name without its last letter."""
_SAID_ELSEWHERE = {
    "rag": "rated",
    "value": "now at",
    "status": "status",
    "strand": "strand",
    "sro_since": "SRO since",
}
_MOST = 90


def words_of(schema: Mapping[str, Any], difference: Difference, *, shown: bool = True) -> str:
    """A difference in a line; what somebody wrote in their own words only if it may be `shown`.

    `schema` is that of a plan.
    """
    thing = _THINGS.get(difference.section) or difference.section.removesuffix("s")
    name = difference.id
    match difference.kind:
        case "added" | "deleted" if not difference.section:
            return "a new plan" if difference.kind == "added" else "no longer here"
        case "added":
            said = _quoted(difference.after, shown=shown)
            return f"{_named(difference)}new {thing}{said}"
        case "deleted":
            return f"{_named(difference)}{thing} deleted"
        case "closed" | "reopened":
            return f"{name}: {_status(difference, shown=shown)}"
        case "moved":
            return f"{name}: {_moved(difference, shown=shown)}"
        case "recorded":
            about = f" {name}" if name else ""
            said = _quoted(difference.after, shown=shown or difference.field != "decision")
            because = _quoted(difference.because, shown=shown)
            return f"{capital(difference.field)}{_day_or_id(about)}{said}{because}"
        case "rewritten":
            return "Log: something that was recorded on an earlier day is not as it was"
        case _:
            return _changed(schema, difference, shown=shown)


def _day_or_id(about: str) -> str:
    day = parse_day(about.strip())
    return f" of {long_day(day)}" if day else about


def _named(difference: Difference) -> str:
    return f"{_day_or_id(difference.id).removeprefix(' of ')}: " if difference.id else ""


def _status(difference: Difference, *, shown: bool) -> str:
    said = f"{difference.after}{_was(difference.before)}"
    if difference.because:
        return said + _quoted(difference.because, shown=shown)
    return f"{said}; nothing says why" if difference.kind == "closed" else said


def _moved(difference: Difference, *, shown: bool) -> str:
    field = "due" if difference.field == "due" else "next check"
    days = f"{count(abs(difference.days), 'day')} {'later' if difference.days > 0 else 'earlier'}"
    times = f" ({_nth(difference.times)} time)" if difference.times > 1 else ""
    reason = _quoted(difference.because, shown=shown) if difference.because else "; no reason given"
    return f"{field} {_value(difference.after)}, {days}{times}{reason}"


def _nth(number: int) -> str:
    end = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def _changed(schema: Mapping[str, Any], difference: Difference, *, shown: bool) -> str:
    title = _SAID_ELSEWHERE.get(difference.field) or _title(schema, difference)
    if difference.section and not difference.id:
        section = schema["properties"].get(difference.section, {}).get("title", "")
        title = f"{section}, {title}" if difference.field else section
    before, after = difference.before, difference.after
    if not difference.field or ((before or after) and is_prose(schema, difference) and not shown):
        return f"{_named(difference)}{title} changed"
    because = _quoted(difference.because, shown=shown) if difference.because else ""
    if _is_text(schema, difference):
        before, after = (f'"{_clip(words)}"' if words else None for words in (before, after))
    if after is None:
        return f"{_named(difference)}{title} taken out, was {_value(before)}{because}"
    return f"{_named(difference)}{title} {_value(after)}{_was(before)}{because}"


def _was(before: str | None) -> str:
    if before == UNRECORDED:
        return "; none was recorded"
    return f", was {_value(before)}" if before is not None else ""


def is_prose(schema: Mapping[str, Any], difference: Difference) -> bool:
    """Whether its values are somebody's own words, and no date, number, status or post."""
    is_figure = str(_field(schema, difference).get("$ref", "")).endswith("/figure")
    return difference.kind == "added" or is_figure or _is_text(schema, difference)


def _is_text(schema: Mapping[str, Any], difference: Difference) -> bool:
    field = _field(schema, difference)
    return "x-refers" not in field and str(field.get("$ref", "")).endswith(("/line", "/prose"))


def _field(schema: Mapping[str, Any], difference: Difference) -> Any:
    """The part of the schema that describes the field."""
    top = schema["properties"]
    section = {"scores": ("threat", "scores")}.get(difference.section, (difference.section,))
    steps: tuple[str | int, ...] = section if difference.section else ()
    if difference.section and field_at(schema, steps).get("type") == "array":
        steps = (*steps, 0)
    if difference.section == "gaps":
        steps = ("gaps", difference.id)
    fields = difference.field.split(".") if difference.field else []
    return field_at({"properties": top}, (*steps, *fields))


def _title(schema: Mapping[str, Any], difference: Difference) -> str:
    title = str(_field(schema, difference).get("title") or difference.field or difference.section)
    # a title in capitals, as SRO, stays one
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _value(value: str | None) -> str:
    if value is None:
        return "nothing"
    day = parse_day(value)
    return long_day(day) if day else value if value[:1] == '"' else _clip(value)


def _quoted(words: str | None, *, shown: bool) -> str:
    return f": {_clip(words)}" if words and shown else ""


def _clip(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
