"""How long `planc build` takes as a plan grows: run as `python -m tests.benchmarks.papers`.

For each number of tactics it writes one plan, with a log entry and an action for every tactic and
a decision for every tenth, builds its paper in one format as a process of its own, three times,
and prints the least seconds of processor time. Time a tactic should not rise down the table.

`steps` counts what Python does instead, which is the same on every machine.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from planc import check
from planc.all_formats import Format
from planc.model.paper_file import PaperFile, PaperRequest
from planc.produce import produce
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, DAY, process

SIZES = (10, 30, 100, 300, 1000)
FORMS: tuple[Format, ...] = ("md", "html", "docx")
_STRANDS = {"pursue": "PUR", "prevent": "PRE", "protect": "PRO", "prepare": "PPR"}


def plan_of(tactics: int) -> str:
    """A plan with so many tactics, as the text of its file."""
    plan: dict[str, Any] = {
        "planc": 1,
        "ref": "SOC-2026-014",
        "operation": "EXAMPLE LARCH",
        "marking": "OFFICIAL-SENSITIVE",
        "status": "active",
        "starts": "2026-10-07",
        "sro": "supt-crime",
        "lro": "di-soc-east",
        "board": "exampleton-ocg",
        "next_review": "2026-12-02",
        "threat": {"type": "ocg", "areas": ["drugs"], "tier": "force", "assessment": "Likely."},
        "objectives": [
            {"id": "OBJ-1", "statement": "Halve supply", "measure": "Calls", "set_on": "2026-09-09"}
        ],
        **{strand: [] for strand in _STRANDS},
        "actions": [],
        "log": [],
    }
    for number in range(tactics):
        strand = list(_STRANDS)[number % len(_STRANDS)]
        name = f"{_STRANDS[strand]}-{number}"
        owned = {"owner": "di-soc-east", "due": "2026-12-18"}
        what = {"tactic": f"Visits to landing {number}", "serves": "OBJ-1", "success": "No sellers"}
        plan[strand].append({"id": name, **what, **owned})
        raised = {"about": name, "raised_on": "2026-11-04", "raised_at": "exampleton-ocg"}
        plan["actions"].append(
            {"id": f"ACT-{number}", "action": f"Report on {name}", **owned, **raised}
        )
        plan["log"].append({"date": "2026-11-10", "ref": name, "note": f"Visited {number} times"})
        if number % 10 == 0:
            said = {"decision": f"Go on with {name}", "because": "It helps", "rejected": "Stop"}
            entry = {"date": "2026-11-11", "id": f"DEC-{number}", "by": "di-soc-east"}
            plan["log"].append({**entry, **said})
    return json.dumps(plan, indent=1)


def written(root: Path, tactics: int) -> Path:
    """A repository that holds such a plan."""
    (root / "plans").mkdir(parents=True)
    for name in ("planc.yaml", "directory.yaml"):
        (root / name).write_bytes((BASE / name).read_bytes())
    (root / "plans" / "large.yaml").write_text(plan_of(tactics), encoding="utf-8")
    return root


def _seconds(root: Path, form: Format) -> float:
    words = ("build", "plans", "--to", form, "--out", "packs", *DAY)
    found = []
    for _ in range(3):
        before = os.times()
        ran = process(*words, cwd=root)
        after = os.times()
        assert f"Wrote 1 file to {root / 'packs'}" in ran.out or ran.status < 2, ran
        found.append(
            after.children_user
            - before.children_user
            + after.children_system
            - before.children_system
        )
    return min(found)


def steps(tactics: int) -> list[int]:
    """How many instructions of Python it takes, once all modules are loaded, by what takes them:
    a check, then the paper in each of FORMS. The first has its layout in it as well.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = written(Path(folder) / "repository", tactics)
        for _ in _build(root):
            pass
        found = 0

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal found
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
            found += event == "opcode"
            return trace

        taken = []
        sys.settrace(trace)
        try:
            for _ in _build(root):
                taken.append(found)
                found = 0
        finally:
            sys.settrace(None)
        return taken


def _build(root: Path) -> Iterator[None]:
    """Makes a paper, and yields after each step of that."""
    repository = open_repository([root])
    report = check.check(repository, AS_OF)
    yield
    for file in produce(repository, report, "plan", PaperRequest("author"), FORMS):
        assert isinstance(file, PaperFile), file
        yield


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _row("tactics", FORMS)
        for size in SIZES:
            root = written(Path(folder) / str(size), size)
            _row(size, (f"{_seconds(root, form):.2f}" for form in FORMS))


def _row(first: object, others: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{cell:>9}" for cell in (first, *others)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
