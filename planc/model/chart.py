"""A chart: a measure over time against its target, with the ratings it was given.

What it says and where things stand on it is decided here, once; formats only draw.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planc.model.tone import MEANINGS, Tone
from planc.wording.day import short_day
from planc.wording.words import capital

Role: TypeAlias = Literal["measured", "target", "start", "rating"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a measure stood on a day: as a number, and as it is printed.

    `rating` is what the objective was rated that day. Where nothing was measured then, the value is
    the last one that was known, and it is not `measured`.
    """

    day: dt.date
    value: float
    text: str
    rating: Tone = Tone.PLAIN
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """An entry of the key, and its points, oldest first. `tone` is that of a rating."""

    role: Role
    name: str
    points: tuple[Reading, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Label:
    """The figure of a point of a series; under the point where `below`."""

    series: str
    number: int
    below: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure over time.

    `start` is the baseline on the day it was set; `readings` are at least two, oldest first; the
    target is a line to `target`, whose day is the one by which it is to be met.
    """

    caption: str
    start: Reading | None
    readings: tuple[Reading, ...]
    target: Reading
    target_words: str

    @property
    def words(self) -> str:
        """What the picture says."""
        start = f"Start: {_said(self.start)}. " if self.start else ""
        readings = "; ".join(_said(reading) for reading in self.readings)
        return f"{start}Readings: {readings}. {self.target_words}."

    @property
    def alt(self) -> str:
        """The same for a reader who hears it; its caption stands beside it."""
        return f"Line chart. {self.words}"

    @property
    def series(self) -> Iterator[Series]:
        """The entries of the key."""
        for series in (self.measured, self.aim, self.baseline, *self.ratings):
            if series.points:
                yield series

    @property
    def measured(self) -> Series:
        """The line through all that was measured."""
        return Series("measured", "Measured", tuple(one for one in self.readings if one.measured))

    @property
    def aim(self) -> Series:
        """The line of the target, over all the days there are."""
        first, last = self.days
        aim = self.target
        ends = (Reading(first, aim.value, aim.text), Reading(last, aim.value, aim.text))
        return Series("target", self.target_words, ends)

    @property
    def baseline(self) -> Series:
        """The point from which it starts; none where that is not known as a number."""
        return Series("start", "Start", (self.start,) if self.start else ())

    @property
    def ratings(self) -> Iterator[Series]:
        """The points of each rating."""
        for tone, meaning in MEANINGS.items():
            points = tuple(one for one in self.readings if one.rating == tone)
            if points:
                yield Series("rating", capital(meaning.words), points, tone)

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """The first day of all and the last."""
        all_days = [self.target.day, *(one.day for one in self.readings)]
        all_days += [self.start.day] if self.start else []
        return min(all_days), max(all_days)

    @property
    def values(self) -> tuple[float, float]:
        """The foot of the chart, which is nought if nothing is less, and the greatest value."""
        found = [0.0, self.target.value, *(one.value for one in self.readings)]
        found += [self.start.value] if self.start else []
        return min(found), max(found) if max(found) > min(found) else 1.0

    def across(self, day: dt.date) -> float:
        """Where a day stands, from 0 for the first to 1 for the last."""
        first, last = self.days
        return (day - first).days / max((last - first).days, 1)

    def up(self, value: float) -> float:
        """Where a value stands, from 0 at the foot to 1 for the greatest."""
        least, most = self.values
        return (value - least) / (most - least)

    def months(self, most: int) -> Iterator[dt.date]:
        """The middle of some months, evenly apart, to be named under the chart."""
        first, last = self.days
        start, end = (day.year * 12 + day.month - 1 for day in (first, last))
        for month in range(start, end + 1, self.months_apart(most)):
            day = dt.date(month // 12, month % 12 + 1, 15)
            if first <= day <= last:
                yield day

    def months_apart(self, most: int) -> int:
        """From one month that is named to the next, if there are to be no more than so many."""
        first, last = self.days
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        step = next((step for step in (1, 2, 3, 4, 6) if count <= most * step), 0)
        return step or 12 * -(-count // (12 * most))

    def labels(self, letters: int, height: float) -> Iterator[Label]:
        """The figures that have room beside their points, the newest first.

        So many letters go across the chart; `height` is that of a line, as a share of the chart's.
        """
        falling = self.start is None or self.start.value >= self.target.value
        yield Label(self.aim.name, 1, below=falling and self.up(self.target.value) > height)
        written: dict[bool, list[Reading]] = {True: [], False: []}
        for series, number in self._by_weight():
            one = series.points[number]
            if not any(self._touch(one, other, letters, height) for other in written[one.measured]):
                written[one.measured].append(one)
                yield Label(series.name, number, below=not one.measured)

    def _by_weight(self) -> Iterator[tuple[Series, int]]:
        """The points that have a figure, in the order in which they get room for it."""
        measured = self.measured
        newest, *others = reversed(range(len(measured.points)))
        yield measured, newest
        for series in (self.baseline, *self.ratings):
            for number, one in enumerate(series.points):
                if series.role == "start" or not one.measured:
                    yield series, number
        for number in others:
            yield measured, number

    def _touch(self, one: Reading, other: Reading, letters: int, height: float) -> bool:
        room = (len(one.text) + len(other.text) + 2) / 2 / letters
        apart = abs(self.across(one.day) - self.across(other.day))
        return apart < room and abs(self.up(one.value) - self.up(other.value)) < height


def name_of(month: dt.date) -> tuple[str, ...]:
    """The month and the year, a line each."""
    return tuple(short_day(month).split()[1:])


def _said(reading: Reading) -> str:
    rated = MEANINGS[reading.rating].words if reading.rating in MEANINGS else ""
    if not reading.measured:
        return f"{rated} on {short_day(reading.day)}, not measured"
    return f"{reading.text} on {short_day(reading.day)}" + (f", {rated}" if rated else "")
