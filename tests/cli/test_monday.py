"""The Monday of one LRO: three plans, a shell, a git repository, and the keys that are pressed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.conftest import ROOT, change, posix

pytestmark = posix

PLANS = {
    "county-lines": "lro: di-soc-north",
    "modern-slavery": "lro: di-exploitation",
    "fraud-laundering": "lro: di-economic",
}
ASKED = "Enter, words or a letter: "
PRESSED = {
    "PRO-4": ["Two notices drafted\n"],
    "PPR-2": ["Exercise still set for Thursday\n"],
    "ACT-006": ["c\n", "Both mentors start on Monday\n"],
    "PRE-1": ["x\n", "minor\n", "council\n", "Two couriers turned away\n"],
    "The plan as a whole": [
        "k\n",
        "Go on with phase 2\n",
        "Every child has a plan\n",
        "Waiting for January\n",
        "\n",
    ],
}
"""What is pressed in the plan SAMPLE LARCH, at which item; Enter at every other one."""
LINES = [
    '  - {date: 2026-11-22, ref: ACT-006, status: closed, outcome: "Both mentors start on Monday"}',
    '  - {date: 2026-11-22, ref: PRO-4, note: "Two notices drafted"}',
    '  - {date: 2026-11-22, ref: PPR-2, note: "Exercise still set for Thursday"}',
    (
        "  - {date: 2026-11-22, ref: PRE-1, disruption: minor, lead: council,"
        ' effect: "Two couriers turned away"}'
    ),
    (
        '  - {date: 2026-11-22, id: DEC-009, decision: "Go on with phase 2", by: di-soc-north,'
        ' because: "Every child has a plan",'
    ),
    '     rejected: "Waiting for January"}',
]


SCREENS: dict[str, tuple[int, dict[str, str]]] = {
    "usual": (80, {}),
    "narrow": (40, {}),
    "without colour": (80, {"NO_COLOR": "1"}),
    "dumb": (80, {"TERM": "dumb"}),
    "bare": (32, {"NO_COLOR": "1", "TERM": "dumb"}),
}


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=LRO", "-c", "user.email=lro@example.org", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Three of the samples, led by one post, in a git repository."""
    root = tmp_path / "plans"
    root.mkdir()
    for name in (*PLANS, "planc", "directory"):
        shutil.copy(ROOT / "plans" / f"{name}.yaml", root)
    for name, lro in PLANS.items():
        if lro != "lro: di-soc-north":
            change(root / f"{name}.yaml", (lro, "lro: di-soc-north"))
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Friday")
    _git(root, "config", "user.name", "LRO")
    _git(root, "config", "user.email", "lro@example.org")
    return root


@pytest.fixture(params=["usual", "bare"] if "PLANC_EXAMPLES" not in os.environ else list(SCREENS))
def terminal(request: pytest.FixtureRequest, repository: Path) -> Iterator[Terminal]:
    columns, env = SCREENS[request.param]
    shell = Terminal(repository, columns, **env)
    yield shell
    shell.close()


def test_a_monday(terminal: Terminal, repository: Path, request: pytest.FixtureRequest) -> None:
    before = (repository / "county-lines.yaml").read_text(encoding="utf-8")
    shown = terminal.press("planc week --as di-soc-north\n", ASKED)
    assert "Plan 1 of 3: SAMPLE LARCH. 1 item late, 17 more open." in shown
    plan = 1
    while shown.endswith(ASKED):
        plan = max(plan, *(int(n) for n in re.findall(r"Plan (\d) of 3", shown)), 1)
        item = re.findall(r"^([A-Z]+-\d+|The plan as a whole)", shown, re.MULTILINE)[-1]
        for keys in PRESSED.get(item, ["\n"]) if plan == 1 else ["\n"]:
            shown = terminal.press(keys, ": ", Terminal.PROMPT)
    assert "Written: 5 entries in county-lines.yaml." in shown
    assert "Checked 3 plans: " in shown
    checked = terminal.press("planc check\n")
    assert "Checked 3 plans: " in checked
    terminal.press("git commit -qam 'Monday'\n")
    lines = (repository / "county-lines.yaml").read_text(encoding="utf-8").splitlines()
    assert lines == before.splitlines() + LINES
    assert _git(repository, "log", "--format=%s").split() == ["Monday", "Friday"]
    assert _git(repository, "diff", "--stat", "HEAD~1").strip().endswith("6 insertions(+)")
    assert _git(repository, "status", "--short") == ""
    assert terminal.pressed <= 700
    if not {"usual", "narrow"} & {request.node.callspec.params["terminal"]}:
        assert "\x1b" not in terminal.shown
