"""`planc change`: the one field that becomes another, and what is left to the log."""

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Keys
from tests.conftest import PLAN, Planc, change

YES = ("--as-of", "2026-11-22", "--yes")
MORE = """
subjects: [{key: S1, role: courier, status: remand}]
risks:
  - id: RSK-1
    risk: Tenants move on
    review: 2026-12-02
requests:
  - {id: REQ-1, what: Two mentors, asked_of: Youth Justice, asked_on: 2026-11-13, status: sent}
actions:
  - {id: ACT-1, action: Visit, owner: di-soc-west, due: 2026-12-02}
"""


@pytest.fixture
def plan(base: Path) -> Path:
    """The base plan, with more in it to change."""
    path = base / PLAN
    with path.open("a", encoding="utf-8") as file:
        file.write(MORE)
    change(path, ("PRO-1, tactic: Safe-home visits", "PRO-1, tactic: Visits, success: No calls"))
    return path


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        (["REQ-1", "status", "accepted"], "status: sent}", "status: accepted}"),
        (["req1", "answer", "Two", "from", "May"], "sent}", "sent, answer: Two from May}"),
        (["RSK-1", "review", "friday"], "    review: 2026-12-02", "    review: 2026-11-27"),
        (
            ["RSK-1", "Likelihood", "high"],
            "    review: 2026-12-02\n",
            "    review: 2026-12-02\n    likelihood: high\n",
        ),
        (
            ["ACT-1", "owner", "soc east"],
            "di-soc-west, due: 2026-12-02",
            "di-soc-east, due: 2026-12-02",
        ),
        (["S1", "status", "serving"], "status: remand", "status: serving"),
        (["PRO-1", "success", "--remove"], ", success: No calls", ""),
        (["PUR-1", "serves", "OBJ-1"], "", ""),
        (["PUR-1", "hits", "supply"], "2026-12-18}", "2026-12-18,\n     hits: [supply]}"),
        (["next-review", "2027-01-06"], "\nnext_review: 2026-12-02", "\nnext_review: 2027-01-06"),
        (["lro", "di-soc-west"], "\nlro: di-soc-east", "\nlro: di-soc-west"),
        (["threat.tier", "regional"], "tier: force", "tier: regional"),
    ],
)
def test_one_field_becomes_another_and_nothing_else_does(
    planc: Planc, plan: Path, words: list[str], old: str, new: str
) -> None:
    before = plan.read_text(encoding="utf-8")
    assert not old or before.count(old) == 1
    ran = planc("change", "larch", *words, *YES)
    assert (ran.status, ran.err) == (0, "")
    after = plan.read_text(encoding="utf-8")
    assert after == (before.replace(old, new) if old else before)
    assert ("says so already." in ran.out) == (not old)


def test_a_field_of_what_is_not_there_yet_is_written_with_it(planc: Planc, plan: Path) -> None:
    before = plan.read_text(encoding="utf-8")
    assert planc("change", "larch", "team.sio", "di-soc-west", *YES).status == 0
    assert planc("change", "larch", "PUR-1", "order.type", "closure order", *YES).status == 0
    after = plan.read_text(encoding="utf-8")
    after = after.replace(",\n     order: {type: closure order}", "")
    assert after.replace("\nteam: {sio: di-soc-west}", "") == before


def test_what_it_takes_the_place_of_is_shown(planc: Planc, plan: Path) -> None:  # noqa: ARG001
    ran = planc("change", "larch", "RSK-1", "review", "2027-01-06", *YES)
    assert ran.out == (
        f"{PLAN}:\n   42 |     review: 2027-01-06\nIn place of:\n   42 |     review: 2026-12-02\n"
        f"Written to {PLAN}.\n"
    )


def test_it_says_where_the_sro_is_to_agree_again(planc: Planc, plan: Path) -> None:  # noqa: ARG001
    agreed = "The SRO agreed to what stood there, and is to agree to what stands there now.\n"
    assert agreed in planc("change", "larch", "OBJ-1", "target", "9", *YES).out
    assert agreed not in planc("change", "larch", "OBJ-1", "baseline", "23", *YES).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["PUR-1", "due", "2027-01-19"],
            "What becomes of PUR-1 is said in the log: planc log PLAN",
        ),
        (["ACT-1", "status", "closed"], '"status" is no field here.'),
        (["PUR-1", "status", "complete"], "planc log PLAN PUR-1 --status"),
        (["PUR-1", "id", "PUR-2"], '"id" is no field here.'),
        (["PUR-1"], "Say which field of PUR-1: tactic, detail, kind, "),
        (["PUR-1", "owner"], 'Say what "owner" is now; or --remove.'),
        (["PUR-1", "owner", "di-soc-west", "--remove"], "Say what the field is now, or --remove"),
        (["PUR-1", "ownr", "di-soc-west"], "Did you mean owner?"),
        (["PUR-1", "owner", "nobody"], '"nobody" is no owner here.'),
        (["PUR-9", "owner", "di-soc-west"], '"PUR-9" is no id here.'),
        (["marking", "TOP SECRET"], "was not changed:"),
    ],
)
def test_what_is_not_certain_or_is_the_logs_is_not_written(
    planc: Planc, plan: Path, words: list[str], said: str
) -> None:
    before = plan.read_bytes()
    ran = planc("change", "larch", *words, *YES)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert plan.read_bytes() == before


def test_a_decision_is_corrected_in_the_log(planc: Planc, plan: Path) -> None:
    entry = "{date: 2026-11-10, id: DEC-1, decision: Wait, because: x, rejected: y, by: supt-crime}"
    change(plan, ("log:\n", f"log:\n  - {entry}\n"))
    ran = planc("change", "larch", "DEC-1", "because", "Unsafe", *YES)
    assert ran.status == 2
    assert "Correct it in the log: planc log PLAN DEC-1 --corrects" in ran.err


def test_the_value_is_asked_for(planc: Planc, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keys("soc\nsoc east\n\n"))
    ran = planc("change", "larch", "ACT-1", "owner", "--as-of", "2026-11-22")
    assert ran.status == 0
    assert "owner: di-soc-east, due: 2026-12-02}" in plan.read_text(encoding="utf-8")
