"""The schema that editors of one repository take: made, and whether it still fits."""

import hashlib
import json
from pathlib import Path
from typing import Any

from planc.model.parsed_file import PLAN
from planc.model.plan import Plan
from planc.model.titles import titles_around
from planc.passes.fill_schema import fill_schema
from planc.passes.load_source import load_source
from planc.repository import Repository, parse_file, source_of
from planc.resources import folder

HERE = Path(".planc/plan.schema.json")
"""Where it lies, from the folder of planc.yaml."""
MOST_PLANS = 100
"""Of how many plans the ids are offered: all are read for it, whenever something is written."""
_MADE_FROM = "x-made-from"


def editor_schema(repository: Repository) -> bytes:
    """The plan's schema with the names of the repository, and the ids of each plan."""
    titles = titles_around(repository.policy, repository.directory)
    paths = repository.plans if len(repository.plans) <= MOST_PLANS else []
    plans = [plan for path in paths if (plan := _plan(repository, path)) and plan.ref]
    filled = {_MADE_FROM: _digest(repository), **fill_schema(_plain(), titles, plans)}
    return (json.dumps(filled, ensure_ascii=False, indent=1) + "\n").encode()


def is_out_of_date(repository: Repository) -> bool:
    """Whether there is one, made when the repository had other posts, boards, tiers or fields.

    Ids of plans are not looked at: they come and go with every line that is written.
    """
    source = load_source(repository.root / HERE, str(HERE))
    if source.raw is None:
        return (repository.root / HERE).exists()
    return f'"{_MADE_FROM}": "{_digest(repository)}"'.encode() not in source.raw[:200]


def _plan(repository: Repository, path: Path) -> Plan | None:
    return parse_file(source_of(path, repository.root), PLAN, repository.known).plan


def _plain() -> dict[str, Any]:
    """The plan's schema as its file has it, each part in one place."""
    path = folder("schemas") / "plan.schema.json"
    plain: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return plain


def _digest(repository: Repository) -> str:
    titles = titles_around(repository.policy, repository.directory)
    made_from = json.dumps([_plain(), titles], ensure_ascii=True)
    return hashlib.sha256(made_from.encode()).hexdigest()
