"""Policy -> every place where it departs from what planc ships."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from planc.model.directory import Directory
from planc.model.policy import Exercise, Origins, Policy
from planc.resources import schema
from planc.wording.day import long_day


def policy_changes(
    policy: Policy, origins: Origins, directory: Directory | None, as_of: dt.date
) -> tuple[str, ...]:
    """Each departure in words, with the file and the line that it comes from.

    So is what the directory says that no force would say without a reason.
    """
    of_policy = (f"{words} ({origins.words(*route)})" for route, words in _departures(policy))
    of_directory = _of_directory(policy, directory, as_of) if directory else ()
    return (*of_policy, *(f"{words} ({policy.directory})" for words in of_directory))


_YEARS = 5
"""How far ahead an agreement ends without a word about it."""


def _of_directory(policy: Policy, directory: Directory, as_of: dt.date) -> Iterator[str]:
    far = as_of.replace(year=min(as_of.year + _YEARS, dt.MAXYEAR), day=min(as_of.day, 28))
    for organisation in directory.organisations:
        name = organisation.name or organisation.id or ""
        if organisation.sector == "police" and name != policy.force:
            yield f"sector: {name} counts as police, and is not {policy.force}"
        agreement = organisation.agreement
        if agreement and agreement.expires and agreement.expires > far:
            ends = long_day(agreement.expires)
            yield f"agreement: that with {name} ends on {ends}, over five years ahead"


_Departure = tuple[tuple[str, ...], str]
"""The way to a setting, and what departs, in words."""


def _departures(policy: Policy) -> Iterator[_Departure]:
    fields = schema("policy")["properties"]
    yield from _of_files(policy, fields)
    yield from _of_thresholds(policy, fields)
    yield from _of_papers(policy, fields)
    for name, rule in policy.rules.items():
        yield ("rules", name), f"{name} is {rule.severity}: {rule.reason}"
    if policy.exercise:
        yield ("exercise",), _exercise(policy.exercise)


def _of_files(policy: Policy, fields: Mapping[str, Any]) -> Iterator[_Departure]:
    if policy.plans and list(policy.plans) != fields["plans"]["examples"][0]:
        yield ("plans",), f"plans: only {', '.join(policy.plans)}"
    if policy.not_plans:
        yield ("not_plans",), f"not_plans: not looked at are {', '.join(policy.not_plans)}"


def _of_thresholds(policy: Policy, fields: Mapping[str, Any]) -> Iterator[_Departure]:
    for name, field in fields["numbers"]["properties"].items():
        number = getattr(policy.numbers, name)
        if number != field["default"]:
            yield ("numbers", name), f"{name} is {number}, not {field['default']}"
    tiers = {tier.name: tier.review_days for tier in policy.tiers}
    shipped = {tier["name"]: tier["review_days"] for tier in fields["tiers"]["default"]}
    if tiers != shipped:
        yield ("tiers",), f"tiers are {_in_words(tiers)}, not {_in_words(shipped)}"


def _of_papers(policy: Policy, fields: Mapping[str, Any]) -> Iterator[_Departure]:
    if policy.house:
        yield ("house",), f"house: Word papers look like {policy.house}"
    if policy.text_size != fields["text_size"]["default"]:
        size = f"{policy.text_size} points, not {fields['text_size']['default']}"
        yield ("text_size",), f"text_size: text in Word papers is {size}"
    for label in policy.labels:
        words = f"labels: Word papers of {label.marking} carry the label {label.name}"
        yield ("labels",), words
    if policy.foia != fields["foia"]["default"]:
        yield ("foia",), "foia is not the line that planc ships"
    if policy.partner_terms != fields["partner_terms"]["default"]:
        yield ("partner_terms",), "partner_terms are not those that planc ships"
    sections = fields["sections"]["items"]["enum"]
    left_out = [name for name in sections if policy.sections and name not in policy.sections]
    if left_out:
        yield ("sections",), f"sections: the papers leave out {', '.join(left_out)}"


def _exercise(exercise: Exercise) -> str:
    stamped = f"exercise: every page is stamped {exercise.stamp}"
    day = f", and the day is {long_day(exercise.as_of)}" if exercise.as_of else ""
    return stamped + day


def _in_words(tiers: Mapping[str | None, int | None]) -> str:
    return ", ".join(f"{name} {days}" for name, days in tiers.items())
