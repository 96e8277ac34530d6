"""Policy -> every place where it departs from what planc ships."""

from collections.abc import Iterator, Mapping

from planc.model.policy import Origins, Policy
from planc.resources import schema


def policy_changes(policy: Policy, origins: Origins) -> tuple[str, ...]:
    """Each departure in words, with the file and the line that it comes from."""
    return tuple(f"{words} ({origins.words(*route)})" for route, words in _departures(policy))


def _departures(policy: Policy) -> Iterator[tuple[tuple[str, ...], str]]:
    fields = schema("policy")["properties"]
    for name, field in fields["numbers"]["properties"].items():
        number = getattr(policy.numbers, name)
        if number != field["default"]:
            yield ("numbers", name), f"{name} is {number}, not {field['default']}"
    tiers = {tier.name: tier.review_days for tier in policy.tiers}
    shipped = {tier["name"]: tier["review_days"] for tier in fields["tiers"]["default"]}
    if tiers != shipped:
        yield ("tiers",), f"tiers are {_in_words(tiers)}, not {_in_words(shipped)}"
    if policy.foia != fields["foia"]["default"]:
        yield ("foia",), "foia is not the line that planc ships"
    sections = fields["sections"]["items"]["enum"]
    left_out = [name for name in sections if policy.sections and name not in policy.sections]
    if left_out:
        yield ("sections",), f"sections: the papers leave out {', '.join(left_out)}"
    for name, rule in policy.rules.items():
        yield ("rules", name), f"{name} is {rule.severity}: {rule.reason}"
    if policy.exercise:
        yield ("exercise",), f"exercise: every page is stamped {policy.exercise.stamp}"


def _in_words(tiers: Mapping[str | None, int | None]) -> str:
    return ", ".join(f"{name} {days}" for name, days in tiers.items())
