"""A plan with every field of the schema filled, each with something that can be found again."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from planc.resources import schema
from planc.wording.breadcrumbs import field_at

_IDS = {
    "objective": "OBJ-1",
    "action": "ACT-1",
    "risk": "RSK-1",
    "intelligence gap": "INT-1",
    "request": "REQ-1",
    "bid": "BID-1",
    "share": "SHR-1",
}
_STRANDS = {"pursue": "PUR-1", "prevent": "PRE-1", "protect": "PRO-1", "prepare": "PPR-1"}
_FIXED = {
    "ref": "SOC-2026-099",
    "marking": "OFFICIAL-SENSITIVE",
    "status": "active",
    "measure": "judgement",
}


class FullPlan:
    """Writes a whole repository whose plan has every field.

    `tokens` maps the way to each field (`threat.scores.band`) to what a paper must show for it: a
    word that stands nowhere else, or a day.
    """

    def __init__(self) -> None:
        self.tokens: dict[str, str | dt.date] = {}
        self._posts: list[dict[str, Any]] = []
        self._boards: list[dict[str, Any]] = []
        self._organisations: list[dict[str, Any]] = []
        self._count = 0
        self.plan = self._map(schema("plan"), ())

    def write(self, root: Path, *, settings: bool = True) -> None:
        """The three files of the repository, or the plan alone."""
        root.joinpath("full.yaml").write_text(yaml.safe_dump(self.plan, sort_keys=False))
        if not settings:
            return
        home = {"id": "home", "name": "Home", "sector": "police"}
        root.joinpath("planc.yaml").write_text(
            yaml.safe_dump(
                {
                    "planc": 1,
                    "force": "Example",
                    "information_asset_owner": "Owner",
                    "dpia_ref": "DPIA-1",
                    "boards": self._boards,
                    "tiers": [{"name": "local", "review_days": 84}],
                }
            )
        )
        root.joinpath("directory.yaml").write_text(
            yaml.safe_dump(
                {
                    "planc": 1,
                    "organisations": [home, *self._organisations],
                    "posts": self._posts,
                }
            )
        )

    def _word(self) -> str:
        self._count += 1
        return f"Tok{self._count:04}x"

    def _map(self, node: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
        return {
            name: self._value(field_at(node, (name,)), (*path, name)) for name in node["properties"]
        }

    def _value(self, node: Mapping[str, Any], path: tuple[str, ...]) -> Any:
        if "properties" in node:
            return self._map(node, path)
        sort = node.get("type")
        if sort == "array" or (isinstance(sort, list) and "array" in sort):
            return [self._value(node["items"], path)]
        return self._leaf(node, path)

    def _leaf(self, node: Mapping[str, Any], path: tuple[str, ...]) -> Any:
        name = path[-1]
        if "const" in node:
            return node["const"]
        if node.get("type") in ("integer", "boolean"):
            self.tokens[".".join(path)] = "7" if node["type"] == "integer" else "yes"
            return 7 if node["type"] == "integer" else True
        if name in _FIXED and _FIXED[name] in node.get("enum", [_FIXED[name]]):
            self.tokens[".".join(path)] = _FIXED[name]
            return _FIXED[name]
        if "enum" in node:
            value = node["enum"][-1]
            self.tokens[".".join(path)] = node.get("x-labels", {}).get(value, value)
            return value
        if "x-defines" in node:
            return self._defined(node["x-defines"], path)
        if "x-refers" in node:
            return self._referred(node["x-refers"], path)
        if node.get("$ref") == "#/$defs/date":
            self._count += 1
            day = dt.date(2027, 1, 1) + dt.timedelta(days=self._count)
            self.tokens[".".join(path)] = day
            return day.isoformat()
        return self._text(node, path)

    def _defined(self, kind: str, path: tuple[str, ...]) -> str:
        value = _STRANDS[path[0]] if kind == "tactic" else _IDS[kind]
        self.tokens[".".join(path)] = value
        return value

    def _referred(self, kind: str, path: tuple[str, ...]) -> str:
        word = self._word()
        key = word.lower()
        self.tokens[".".join(path)] = word
        if kind in ("post", "owner"):
            self._posts.append({"id": key, "title": word, "organisation": "home"})
        elif kind == "board":
            self._boards.append({"id": key, "name": word, "meetings": ["2026-11-04", "2026-12-02"]})
        elif kind == "organisation":
            self._organisations.append({"id": key, "name": word, "sector": "health"})
        else:
            key = {"tier": "local", "objective": "OBJ-1", "item": "PUR-1"}[kind]
            self.tokens[".".join(path)] = key
        return key

    def _text(self, node: Mapping[str, Any], path: tuple[str, ...]) -> str:
        word = self._word()
        pattern = node.get("pattern", "")
        if pattern.endswith("=[0-9a-f]{16}$"):
            word = f"OBJ-1.target={self._count:016x}"
        elif "0-9a-f" in pattern:
            word = f"{self._count:012x}"
        elif "Q[1-4]" in pattern:
            word = "2027-Q1"
        elif pattern.startswith("^[A-Z]{1,3}"):
            word = "S1"
        elif node.get("$ref") == "#/$defs/id":
            word = f"DEC-{self._count}"
        elif node.get("$ref") == "#/$defs/directory-id":
            word = "strand-missing"
        self.tokens[".".join(path)] = word
        return word


def spoken(token: str | dt.date) -> Iterator[str]:
    """The forms in which a paper may print it."""
    from planc.wording.day import long_day, short_day

    if isinstance(token, str):
        yield from (token, token.capitalize(), token.upper())
    else:
        yield from (long_day(token), short_day(token))
