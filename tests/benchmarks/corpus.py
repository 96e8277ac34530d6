"""Repositories of many plans: what benchmarks run on. The same number makes the same bytes.

Each plan is one of the samples under a reference of its own, with up to `MOST_NOTES` more notes in
its log. Every `AREA` plans have posts of their own, so that nobody owns more than a person could.
With one reference for all, planc would mostly be saying so; these plans have no findings at all.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

AREA = 96
MOST_NOTES = 24
_NOTES = (
    "Visited landing {n} with the housing officer; locks and lighting are as agreed",
    "Met the school; alerts now come on the day",
    "Court has listed the application; bundle {n} is with the solicitor",
    "The owner asks for {n} more weeks and will bring the reason to the board",
    "Patrol plan {n} is agreed with the neighbourhood team",
    "Nothing new; to be looked at again before the next board",
)
# six samples of a kind fall into an area's share, each with its leads and owners
_NUMBERS = "numbers: {lro_plans: 60, owner_tactics: 400}\n"


class _Sample(NamedTuple):
    name: str
    ref: str
    text: str
    noted: tuple[str, ...]
    last: str
    """The tactics that are noted in the log, and the day of its last entry."""


@cache
def _samples() -> tuple[_Sample, ...]:
    samples = []
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        ref = re.search(r"^ref: (\S+)$", text, re.MULTILINE)
        if ref:
            log = text.partition("\nlog:\n")[2]
            noted = tuple(dict.fromkeys(re.findall(r"ref: ([A-Z]{3}-\d+), note:", log)))
            days = re.findall(r"^  - \{date: (\S+),", log, re.MULTILINE)
            samples.append(_Sample(path.stem, ref[1], text, noted, days[-1]))
    return tuple(samples)


@cache
def _post() -> re.Pattern[str]:
    """A post where a plan names it, and not the field of the same name."""
    directory = (ROOT / "plans" / "directory.yaml").read_text(encoding="utf-8")
    ids = re.findall(r"^  - \{?id: ([\w-]+)", directory.split("posts:\n")[1], re.MULTILINE)
    return re.compile(rf"(?<![\w-])({'|'.join(ids)})(?![\w-]|:)")


def plan(number: int) -> tuple[str, str]:
    """The name and the text of the plan with a number, from 0."""
    sample = _samples()[number % len(_samples())]
    text = sample.text.replace(sample.ref, f"SOC-2026-{number + 1:05}")
    chance = random.Random(number)  # noqa: S311
    if sample.noted:
        text += "".join(
            f'  - {{date: {sample.last}, ref: {chance.choice(sample.noted)}, note: "{note}"}}\n'
            for note in _notes(chance)
        )
    return f"{number + 1:05}-{sample.name}", _in_area(number // AREA, text)


def _notes(chance: random.Random) -> Iterator[str]:
    notes = (
        chance.choice(_NOTES).format(n=chance.randrange(10, 60))
        for _ in range(chance.randrange(MOST_NOTES))
    )
    yield from dict.fromkeys(notes)  # no entry stands in a log twice


def _in_area(area: int, text: str) -> str:
    return _post().sub(rf"\1-{area}", text) if area else text


def write(root: Path, plans: int) -> Path:
    """A repository with so many plans."""
    (root / "plans").mkdir(parents=True)
    policy = (ROOT / "plans" / "planc.yaml").read_text(encoding="utf-8")
    (root / "planc.yaml").write_text(policy + _NUMBERS, encoding="utf-8")
    directory = (ROOT / "plans" / "directory.yaml").read_text(encoding="utf-8")
    head, posts = directory.split("posts:\n")
    areas = (_in_area(area, posts) for area in range((plans + AREA - 1) // AREA))
    (root / "directory.yaml").write_text(f"{head}posts:\n{''.join(areas)}", encoding="utf-8")
    for number in range(plans):
        name, text = plan(number)
        (root / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root
