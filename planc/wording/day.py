"""Days: read in one form only, printed as they are written in the United Kingdom."""

import datetime as dt


def parse_day(text: str) -> dt.date | None:
    """The day that `2026-11-22` names; None for any other form, or a day that does not exist."""
    if len(text) != 10 or text[4] + text[7] != "--" or not text.isascii():
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def printed_day(text: str) -> dt.date | None:
    """The day that `22 November 2026` names, as `long_day` writes it; None for any other form."""
    parts = text.split(" ")
    if len(parts) != 3 or parts[1] not in _MONTHS:
        return None
    day = parse_day(f"{parts[2]}-{_MONTHS.index(parts[1]) + 1:02}-{parts[0]:0>2}")
    return day if day and long_day(day) == text else None


def typed_day(text: str, today: dt.date, *, ahead: bool = False) -> dt.date | None:
    """The day that somebody typed: in figures, `today`, `yesterday`, or the last `friday`.

    What lies `ahead` is `tomorrow`, or the next `friday`.
    """
    word = text.strip().casefold()
    if word in ("today", "tomorrow" if ahead else "yesterday"):
        return today if word == "today" else today + dt.timedelta(1 if ahead else -1)
    for days in range(1, 8):
        day = today + dt.timedelta(days if ahead else -days)
        if len(word) > 2 and _WEEKDAYS[day.weekday()].startswith(word):
            return day
    return parse_day(word)


def long_day(day: dt.date) -> str:
    """22 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: dt.date) -> str:
    """22 Nov 2026."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def ways_to_write(day: dt.date) -> tuple[str, ...]:
    """Other ways in which people write a day: 8/12/2026, 08.12.26, 8th of December 2026."""
    month = _MONTHS[day.month - 1]
    end = "th" if day.day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    days, months = {str(day.day), f"{day.day:02}"}, {str(day.month), f"{day.month:02}"}
    years = (str(day.year), f"{day.year % 100:02}")
    figures = [f"{d}/{m}/{day.year}" for d in sorted(days) for m in sorted(months)]
    figures.append(f"{day.day:02}/{day.month:02}/{years[1]}")
    words = [
        f"{number} {of}{name} {year}"
        for number in (f"{day.day:02}", f"{day.day}{end}", str(day.day))
        for of in ("", "of ")
        for name in (month, month[:3])
        for year in years
    ]
    american = [
        f"{name} {number} {years[0]}" for name in (month, month[:3]) for number in sorted(days)
    ]
    figures += [f"{d}/{_ROMAN[day.month - 1]}/{day.year}" for d in sorted(days)]
    nth = f"{_ORDINALS[day.day - 1]} {{}}{month} {day.year}"
    return (*figures, *words, *american, nth.format(""), nth.format("of "), f"{day:%Y%m%d}")


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TO_TWENTY = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_ORDINALS = (
    *_TO_TWENTY,
    *(f"twenty {nth}" for nth in _TO_TWENTY[:9]),
    *("thirtieth", "thirty first"),
)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Not strftime: its words follow the machine's locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
