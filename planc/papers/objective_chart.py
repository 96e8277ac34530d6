"""The chart of an objective: what was measured against its target, and how it was rated."""

from dataclasses import replace

from planc.model.chart import Chart, Reading
from planc.model.log import Entry
from planc.model.measure import number
from planc.model.plan import Plan
from planc.model.tactic import Objective
from planc.model.tone import TONES, Tone
from planc.wording.day import short_day

_FEWEST = 2
"""How often a measure was taken for its course to be drawn."""
_UNMEASURED = "not measured"


def chart_of(plan: Plan, objective: Objective) -> Chart | None:
    """The chart of one objective; none where it is not told in numbers, or was measured once."""
    target, start = number(objective.target), _start(plan, objective)
    entries = [entry for entry in plan.entries_about(objective.id) if entry.date]
    told = all(number(entry.value) is not None for entry in entries if entry.value)
    readings = tuple(_readings(entries, start))
    if target is None or not told or sum(one.measured for one in readings) < _FEWEST:
        return None
    day = objective.by or readings[-1].day
    words = f"Target {objective.target}"
    words += f" by {short_day(objective.by)}" if objective.by else ""
    caption = ": ".join(part for part in (objective.id, objective.measure) if part)
    return Chart(caption, start, readings, Reading(day, target, objective.target or ""), words)


def _start(plan: Plan, objective: Objective) -> Reading | None:
    baseline, day = number(objective.baseline), objective.set_on or plan.starts
    return (
        Reading(day, baseline, objective.baseline or "") if day and baseline is not None else None
    )


def _readings(entries: list[Entry], start: Reading | None) -> list[Reading]:
    """What was measured, and each rating where the measure stood, or was last known to stand."""
    readings: list[Reading] = []
    known = start
    for entry in entries:
        value, tone = number(entry.value), TONES.get(entry.rag or "", Tone.PLAIN)
        if entry.date and value is not None:
            known = Reading(entry.date, value, entry.value or "", tone)
            readings.append(known)
        elif entry.date and known and entry.rag:
            same_day = bool(readings) and readings[-1].measured and known.day == entry.date
            rated = replace(known, day=entry.date, rating=tone)
            if same_day:
                readings[-1] = rated
            else:
                readings.append(replace(rated, text=_UNMEASURED, measured=False))
    return readings
