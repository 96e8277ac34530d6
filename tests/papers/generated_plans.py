"""Plans made by chance, for what holds of the papers of any plan: SAMPLE, and no sense in them."""

import datetime as dt
import random
import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.papers.reading import SAMPLES

POSTS = ("ds-soc-north", "housing-manager", "di-exploitation", "youth-justice-lead", "sio-soc")
STRANDS = {"pursue": "PUR", "prevent": "PRE", "protect": "PRO", "prepare": "PPR"}
BOARD_DAY = dt.date(2026, 11, 4)
_WORDS = [
    "warrants",
    "visits",
    "sellers",
    "tenants",
    "landing",
    "school",
    "orders",
    "notices",
    "licence",
    "money",
    "mentors",
    "lights",
    "doors",
    "flats",
    "cars",
    "phones",
    "letters",
    "courts",
    "months",
    "partners",
]


class _Chance(random.Random):
    def some(self, most: int) -> range:
        return range(self.randint(0, most))

    def day(self, first: str, last: str) -> str:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        return (start + dt.timedelta(self.randint(0, (end - start).days))).isoformat()

    def words(self, most: int = 12) -> str:
        chosen = (self.choice(_WORDS) for _ in range(self.randint(2, most)))
        return " ".join(chosen).capitalize()


def generated_plan(seed: int) -> dict[str, Any]:
    """A plan that the schema takes, whatever the rules say of it."""
    chance = _Chance(seed)
    plan: dict[str, Any] = {
        "planc": 1,
        "ref": f"SOC-2026-{500 + seed}",
        "operation": "SAMPLE OAK",
        "marking": "OFFICIAL-SENSITIVE",
        "status": chance.choice(("active", "active", "monitoring", "draft")),
        "starts": "2026-01-05",
        "sro": "supt-soc",
        "lro": "di-soc-north",
        "board": "exampleshire-ocg",
        "next_review": "2026-12-02",
        "threat": {"type": "ocg", "areas": ["drugs"], "assessment": chance.words(40)},
        "log": [],
    }
    if chance.random() < 0.6:
        plan["decision_sought"] = {
            "id": "DEC-900",
            "decision": chance.words(60),
            "by": "supt-soc",
            "when": "2026-12-02",
            "otherwise": chance.words(30),
            "dissent": chance.words(20),
            "options": [
                {name: chance.words(25) for name in ("option", "because", "risk", "cost")}
                for _ in chance.some(5)
            ],
        }
    if chance.random() < 0.7:
        plan["threat"]["scores"] = [
            {"date": chance.day("2026-01-01", "2026-11-01"), "scheme": "MoRiLE", "total": total}
            for total in chance.sample(range(30, 70), 2)
        ]
    _objectives(plan, chance)
    _tactics(plan, chance)
    _actions(plan, chance)
    _others(plan, chance)
    plan["log"].sort(key=lambda entry: entry["date"])
    return plan


def _objectives(plan: dict[str, Any], chance: _Chance) -> None:
    plan["objectives"] = []
    for number in range(1, chance.randint(2, 9)):
        name = f"OBJ-{number}"
        objective: dict[str, Any] = {
            "id": name,
            "statement": chance.words(20),
            "set_on": "2026-01-05",
        }
        objective |= {"measure": chance.words(8), "baseline": chance.randint(20, 90)}
        objective |= {"target": chance.randint(1, 19), "by": chance.day("2026-10-01", "2027-06-01")}
        plan["objectives"].append(objective)
        for _ in chance.some(3):
            entry: dict[str, Any] = {"date": chance.day("2026-02-01", "2026-11-21"), "ref": name}
            entry["rag"] = chance.choice(("red", "red", "amber", "green", "complete"))
            entry["because"] = chance.words(30)
            if chance.random() < 0.7:
                entry["value"] = chance.randint(1, 99)
            plan["log"].append(entry)


def _tactics(plan: dict[str, Any], chance: _Chance) -> None:
    for strand, short in STRANDS.items():
        tactics = []
        for number in chance.some(7):
            tactic = {"id": f"{short}-{number + 1}", "tactic": chance.words(), "serves": "OBJ-1"}
            tactic |= {"owner": chance.choice(POSTS), "success": chance.words()}
            tactic["status"] = chance.choice(("proposed", "approved", "in progress", "ongoing"))
            day = chance.choice(("due", "due", "next_check"))
            tactic[day] = chance.day("2026-08-01", "2027-04-01")
            tactics.append(tactic)
            plan["log"] += _entries(tactic["id"], chance)
        if tactics:
            plan[strand] = tactics
        elif chance.random() < 0.5:
            gap = {"reason": chance.words(), "accepted_on": "2026-09-02"}
            plan.setdefault("gaps", {})[strand] = gap


def _entries(name: str, chance: _Chance) -> list[dict[str, Any]]:
    entries = []
    for _ in chance.some(4):
        entry: dict[str, Any] = {"date": chance.day("2026-02-01", "2026-11-21"), "ref": name}
        match chance.randint(0, 4):
            case 0:
                entry["status"] = chance.choice(
                    ("blocked", "blocked", "in progress", "awaiting court", "withdrawn")
                )
                entry["because"] = chance.words(25)
            case 1:
                entry |= {"status": "complete", "outcome": chance.words(20)}
            case 2:
                entry |= {"due": chance.day("2026-09-01", "2027-05-01"), "because": chance.words()}
            case 3:
                entry["disruption"] = chance.choice(("major", "moderate", "minor"))
                entry |= {"lead": chance.choice(("police", "council")), "effect": chance.words(20)}
                state = chance.choice(("claimed", "moderated", "rejected", None))
                entry |= {"state": state} if state else {}
            case _:
                entry["note"] = chance.words(30)
        entries.append(entry)
    return entries


def _actions(plan: dict[str, Any], chance: _Chance) -> None:
    plan["actions"] = []
    for number in chance.some(9):
        action = {
            "id": f"ACT-{number + 1}",
            "action": chance.words(),
            "owner": chance.choice(POSTS),
        }
        action["raised_on"] = chance.choice((BOARD_DAY.isoformat(), "2026-10-07"))
        action |= {"raised_at": plan["board"], "due": chance.day("2026-10-10", "2027-01-31")}
        plan["actions"].append(action)
        if chance.random() < 0.4:
            day = chance.day(str(action["raised_on"]), "2026-11-21")
            entry = {"date": day, "ref": action["id"], "status": "closed"}
            plan["log"].append(entry | {"outcome": chance.words(20)})


def _others(plan: dict[str, Any], chance: _Chance) -> None:
    plan["risks"] = [
        {"id": f"RSK-{n + 1}", "risk": chance.words(20), "owner": chance.choice(POSTS)}
        for n in chance.some(3)
    ]
    plan["bids"] = []
    for number in chance.some(4):
        bid = {"id": f"BID-{number + 1}", "what": chance.words(), "asked_of": "DCI Economic Crime"}
        bid["asked_on"] = chance.day("2026-06-01", "2026-10-30")
        if chance.random() < 0.4:
            bid |= {"result": "granted", "result_on": chance.day("2026-11-01", "2026-11-20")}
        plan["bids"].append(bid)
    plan["closure_test"] = [
        {"test": chance.words()} | ({"met_on": "2026-10-01"} if chance.random() < 0.4 else {})
        for _ in chance.some(4)
    ]
    for number in chance.some(5):
        day = chance.day("2026-02-01", "2026-11-20")
        entry = {"date": day, "id": f"DEC-{number + 1}", "decision": chance.words(30)}
        entry |= {"because": chance.words(), "rejected": chance.words(), "by": "supt-soc"}
        plan["log"].append(entry)
    for _ in chance.some(3):
        plan["log"].append(
            {"date": chance.day("2026-02-01", "2026-11-20"), "note": chance.words(30)}
        )
    review = {"review": "continue", "board": plan["board"], "by": "supt-soc"}
    for day in ("2026-10-07", "2026-11-04"):
        plan["log"].append({"date": day, **review, "next_review": "2026-12-02"})
    if chance.random() < 0.6:
        view = {"by": "di-soc-north", "view": chance.words(50)}
        plan["log"].append({"date": chance.day("2026-10-01", "2026-11-20"), **view})


def write_generated(root: Path, seeds: range) -> list[Path]:
    """A repository with the samples' settings and a generated plan for each of the seeds."""
    root.mkdir()
    for name in ("planc.yaml", "directory.yaml"):
        shutil.copy(SAMPLES / name, root / name)
    paths = []
    for seed in seeds:
        path = root / f"plan-{seed}.yaml"
        path.write_text(yaml.safe_dump(generated_plan(seed), sort_keys=False), encoding="utf-8")
        paths.append(path)
    return paths
