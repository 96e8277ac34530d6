"""Comparison -> text, Markdown or JSON: what became of each plan, a line a difference.

The schema of the JSON is `schemas/diff.schema.json`; the format is versioned, and only added to.
"""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from planc.model.difference import Comparison, Difference, PlanChange, SettingChange
from planc.resources import schema
from planc.wording.differences import is_prose, words_of
from planc.wording.text import inert, visible
from planc.wording.words import count


class ChangesForm(StrEnum):
    """How a comparison is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


Shown: TypeAlias = Callable[[PlanChange], bool]
"""Whether words of a plan may be shown where the comparison is going."""


def show_changes(comparison: Comparison, form: ChangesForm, shown: Shown) -> str:
    """The comparison in a form, with a line end at the end of each line."""
    changed = [change for change in comparison.plans if change.differences]
    if form is ChangesForm.JSON:
        return json.dumps(_data(comparison, shown), ensure_ascii=False, indent=2) + "\n"
    lines: list[str] = []
    mark = "- " if form is ChangesForm.MARKDOWN else "  "
    for change in changed:
        told = _lines(change, shown)
        told = [_escaped(line) for line in told] if form is ChangesForm.MARKDOWN else told
        lines += [_head(change, form), *(f"{mark}{line}" for line in told), ""]
    if comparison.settings:
        head = "Settings"
        lines.append(f"**{head}**\n" if form is ChangesForm.MARKDOWN else head)
        lines += [f"{mark}{_setting(one)}" for one in comparison.settings]
        lines.append("")
    lines.append(_summary(comparison, changed))
    lines += comparison.notes
    text = "\n".join(lines) + "\n"
    return inert(visible(text)) if form is ChangesForm.TEXT else text


def _head(change: PlanChange, form: ChangesForm) -> str:
    reading = change.after or change.before
    name = " ".join(filter(None, (change.ref, change.plan.operation)))
    head = f"{name} ({reading.path if reading else ''})"
    return f"**{_escaped(head)}**\n" if form is ChangesForm.MARKDOWN else head


def _lines(change: PlanChange, shown: Shown) -> list[str]:
    return [words_of(schema("plan"), one, shown=shown(change)) for one in change.differences]


def _setting(one: SettingChange) -> str:
    was = f", was {one.before}" if one.before is not None else ""
    now = f" {one.after}{was}" if one.after is not None else f" taken out{was}"
    return f"{one.path}: {one.field}{now if one.before or one.after else ' changed'}"


def _summary(comparison: Comparison, changed: list[PlanChange]) -> str:
    number = sum(len(change.differences) for change in changed)
    same = len(comparison.plans) - len(changed)
    found = count(number, "difference")
    return (
        f"Compared with {comparison.since}: {found} in {count(len(changed), 'plan')},"
        f" {same} unchanged."
    )


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)


def _data(comparison: Comparison, shown: Shown) -> Mapping[str, Any]:
    return {
        "format_version": 1,
        "since": comparison.since,
        "plans": [
            {
                "ref": change.ref,
                "path": change.after.path if change.after else None,
                "path_before": change.before.path if change.before else None,
                "differences": [_one(one, shown=shown(change)) for one in change.differences],
            }
            for change in comparison.plans
        ],
        "settings": [
            {"path": one.path, "field": one.field, "before": one.before, "after": one.after}
            for one in comparison.settings
        ],
        "notes": list(comparison.notes),
    }


def _one(difference: Difference, *, shown: bool) -> Mapping[str, Any]:
    values = shown or not is_prose(schema("plan"), difference)
    return {
        "kind": difference.kind,
        "section": difference.section or None,
        "id": difference.id or None,
        "field": difference.field or None,
        "before": difference.before if values else None,
        "after": difference.after if values else None,
        "days": difference.days or None,
        "times": difference.times or None,
        "because": difference.because if shown else None,
        "words": words_of(schema("plan"), difference, shown=shown),
    }
