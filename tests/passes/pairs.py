"""Two officers who write in the same plan at the same time, made up."""

import random
import re
from typing import NamedTuple

from tests.conftest import BASE, PLAN

_KINDS = (
    {"ref": "PUR-1", "note": "Notices drafted"},
    {"ref": "PUR-1", "status": "in progress"},
    {"ref": "PUR-1", "due": "2027-01-19", "because": "Court listed late"},
    {"ref": "PRE-1", "status": "complete", "outcome": "Six referred"},
    {"ref": "PRO-1", "disruption": "minor", "lead": "housing", "effect": "Flats shut"},
    {"ref": "OBJ-1", "rag": "amber", "because": "Calls are down"},
    {"id": "DEC-00", "decision": "Wait", "because": "Unsafe", "rejected": "Go", "by": "supt-crime"},
    {"by": "di-soc-east", "view": "Still right"},
    {"review": "continue", "board": "exampleton-ocg", "by": "supt-crime"},
)
_TOP = (
    ("status: active", "status: monitoring"),
    ("operation: EXAMPLE LARCH", "operation: EXAMPLE MAPLE"),
    ("due: 2026-12-18", "due: 2027-01-29"),
    ("owner: di-soc-east", "owner: di-soc-west"),
    ("\nlog:", "\nlearning:\n  - {date: 2026-11-20, lesson: Ask early}\nlog:"),
    ("next_review: 2026-12-02", "next_review: 2026-12-09"),
)


class Pair(NamedTuple):
    """A plan, and what two made of it; `added` are the entries of either, as they are written."""

    base: str
    ours: str
    theirs: str
    added: tuple[list[str], list[str]]
    top: tuple[set[int], set[int]]


def _entry(dice: random.Random, number: int, day: str) -> str:
    fields = {"date": day, **dice.choice(_KINDS)}
    for name in ("note", "because", "effect", "view", "outcome"):
        if name in fields and dice.random() < 0.7:
            fields[name] += f", {number}"
    quoted = {name: f'"{text}"' if "," in text else text for name, text in fields.items()}
    pairs = [f"{name}: {text}" for name, text in quoted.items()]
    style = dice.randrange(4)
    if style == 0:
        return "  - " + "\n    ".join(pairs)
    if style == 1:
        return "  - {" + ",\n     ".join(pairs) + "}"
    comment = f"  # the {number} one\n" if style == 2 else ""
    return comment + "  - {" + ", ".join(pairs) + "}"


def pair(seed: int) -> Pair:
    """The pair of a seed. Most entries are of one day; many pairs touch the top as well."""
    dice = random.Random(seed)  # noqa: S311
    text = (BASE / PLAN).read_text(encoding="utf-8")
    head, log, tail = re.split(r"(?m)(^log:\n(?:  .*\n)*)", text)
    log += "".join(f"{_entry(dice, 100 + n, '2026-11-19')}\n" for n in range(dice.randrange(3)))
    if dice.random() < 0.3:
        tail = ""
    versions, added, tops = [], [], []
    for officer in range(2):
        top = head
        touched = {n for n in range(len(_TOP)) if dice.random() < 0.1}
        for number in sorted(touched):
            top = f"{top}log:".replace(*_TOP[number], 1).removesuffix("log:")
        days = sorted(dice.choice(("2026-11-20", "2026-11-20", "2026-11-21")) for _ in range(3))
        new = [
            _entry(dice, 10 * officer + number, day)
            for number, day in enumerate(days[: dice.randrange(4)])
        ]
        versions.append(top + log + "".join(f"{entry}\n" for entry in new) + tail)
        added.append(new)
        tops.append(touched)
    return Pair(
        head + log + tail, versions[0], versions[1], (added[0], added[1]), (tops[0], tops[1])
    )
