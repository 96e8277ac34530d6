"""The list of older findings gets shorter: what is taken out of it, and what is not."""

import shutil
from pathlib import Path

import pytest

from planc.model.baseline import BASELINE
from tests.baselines import LATER, ONE, SECOND, SETS, checked_json, listed_rules, lists
from tests.conftest import (
    BASE,
    CLEAN,
    DAY,
    LATE,
    LIKE_A_NUMBER,
    PLAN,
    Planc,
    change,
    copied,
)


def test_what_is_put_right_is_taken_out_and_the_day_stays(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    change(old / PLAN, ("due: 2026-11-20", "due: 2026-12-18"))
    note = f"1 finding in {BASELINE} can be taken out. Run: planc baseline"
    assert note in planc("check", *LATER).out
    message = f"{SETS} 2 findings in 1 plan aside until 23 May 2027.\nPut right and taken out: 1.\n"
    assert planc("baseline", *LATER) == (0, message, "")
    assert (old / BASELINE).read_text() == ONE.replace("      tactic-overdue: {PUR-1.due: 1}\n", "")
    assert note not in planc("check", *LATER).out


def test_a_number_that_falls_is_brought_down(planc: Planc, base: Path) -> None:
    with (base / PLAN).open("a") as file:
        file.write("coming: [{date: soon, event: A}, {date: later, event: B}]\n")
    planc("baseline", *DAY)
    assert (base / BASELINE).read_text().count(".date: 1") == 2
    change(base / PLAN, ("date: soon", "date: 2026-12-01"))
    # the plan cannot yet be read as a whole, so nothing is taken for gone
    assert planc("baseline", *DAY).out == f"{SETS} 2 findings in 1 plan aside until 23 May 2027.\n"
    change(base / PLAN, ("date: later", "date: 2026-12-01"))
    assert "Put right and taken out: 2." in planc("baseline", *DAY).out


def test_of_two_lists_for_one_plan_the_earlier_keeps_what_both_have(
    planc: Planc, old: Path
) -> None:
    planc("baseline", *DAY)
    _, second = ONE.split("plans:\n")
    (old / BASELINE).write_text(ONE + second.replace("2027-05-23", "2027-03-31"))
    assert planc("baseline", *DAY).out == (
        f"{SETS} 3 findings in 1 plan aside until 31 March 2027.\nPut right and taken out: 3.\n"
    )
    assert (old / BASELINE).read_text() == ONE.replace("2027-05-23", "2027-03-31")


def test_a_list_that_is_worked_off_can_go(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    shutil.copy(BASE / PLAN, old / PLAN)
    ran = planc("baseline", *DAY)
    assert ran.out == (
        f"Nothing is left in {BASELINE}: you can delete it.\nPut right and taken out: 3.\n"
    )
    assert lists(old) == []
    assert planc("check", *DAY).out == CLEAN
    assert planc("baseline", *DAY).out == f"Nothing is left in {BASELINE}: you can delete it.\n"


def test_what_is_new_is_not_added(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    change(old / PLAN, ("lro: di-soc-east", "lro: supt-crime"))
    ran = planc("baseline", *LATER)
    assert ran.status == 0
    assert ran.out == (
        f"{SETS} 3 findings in 1 plan aside until 23 May 2027.\n"
        "Not in it: 1 other finding. To list them too: planc baseline --renew\n"
    )
    assert (old / BASELINE).read_text() == ONE
    assert [finding["rule"] for finding in checked_json(planc, *DAY)["findings"]] == [
        "lro-equals-sro"
    ]


def test_2_a_list_keeps_its_day_unless_it_is_renewed(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    message = f"planc: {BASELINE} keeps the days that it has. For others: planc baseline --renew"
    assert planc("baseline", *DAY, "--until", "2027-03-31") == (
        2,
        "",
        f"{message} --until 2027-03-31\n",
    )
    assert (old / BASELINE).read_text() == ONE


def test_a_list_that_is_over_shrinks_and_counts(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY, "--until", "2026-11-22")
    change(old / PLAN, LIKE_A_NUMBER[::-1])
    assert planc("check", *LATER).status == 1
    assert planc("baseline", *LATER).status == 0
    assert listed_rules(old) == ["tactic-no-owner", "tactic-overdue"]
    rules = {finding["rule"] for finding in checked_json(planc, *LATER)["findings"]}
    assert rules == {"baseline-expired", "tactic-no-owner", "tactic-overdue"}


def test_renew_lists_what_is_found_now_with_a_new_day(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    change(old / PLAN, LATE[::-1], ("lro: di-soc-east", "lro: supt-crime"))
    assert planc("baseline", "--renew", *LATER).out == (
        f"{SETS} 3 findings in 1 plan aside until 24 May 2027.\n"
    )
    assert listed_rules(old) == ["lro-equals-sro", "quotes-advised", "tactic-no-owner"]
    assert planc("baseline", "--renew", "--until", "2027-03-31", *LATER).status == 0
    assert [str(of_plan["until"]) for of_plan in lists(old)] == ["2027-03-31"]


def test_renewing_one_plan_leaves_the_lists_of_others(planc: Planc, old: Path) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    change(old / PLAN, LIKE_A_NUMBER[::-1])
    change(old / SECOND, LIKE_A_NUMBER[::-1])
    ran = planc("baseline", "--renew", PLAN, *LATER)
    assert ran.out.split("\n")[0] == (
        f"{SETS} 5 findings in 2 plans aside until 24 May 2027 at the latest."
    )
    assert [str(of_plan["until"]) for of_plan in lists(old)] == ["2027-05-23", "2027-05-24"]
    assert "quotes-advised" in listed_rules(old, "SOC-2026-002")
    assert "quotes-advised" not in listed_rules(old)


def test_a_list_for_one_plan_is_added_to_those_of_others(planc: Planc, old: Path) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", PLAN, *DAY)
    assert [of_plan["plan"] for of_plan in lists(old)] == ["SOC-2026-014"]
    planc("baseline", "--renew", SECOND, *LATER)
    assert [of_plan["plan"] for of_plan in lists(old)] == ["SOC-2026-002", "SOC-2026-014"]


def test_the_lists_of_plans_that_were_not_asked_for_stay(planc: Planc, old: Path) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    for path in (PLAN, SECOND):
        change(old / path, LATE[::-1])
    assert "Put right and taken out: 1." in planc("baseline", PLAN, *DAY).out
    assert "tactic-overdue" in listed_rules(old, "SOC-2026-002")


def test_a_rule_about_all_plans_does_not_run_on_some(planc: Planc, base: Path) -> None:
    copied(base, SECOND, "SOC-2026-014")
    copied(base, "plans/oak.yaml", "SOC-2026-016")
    planc("baseline", *DAY)
    before = (base / BASELINE).read_text()
    assert listed_rules(base) == ["duplicate-ref"]
    planc("baseline", SECOND, *DAY)
    assert (base / BASELINE).read_text() == before
    change(base / SECOND, ("ref: SOC-2026-014", "ref: SOC-2026-015"))
    planc("baseline", SECOND, *DAY)
    assert (base / BASELINE).read_text() == before
    planc("baseline", *DAY)
    assert lists(base) == []


@pytest.mark.parametrize("content", [b"\xff\xfe", b"planc: 1\nref: soc\nstatus: active\n"])
def test_a_plan_that_cannot_be_read_keeps_its_list(planc: Planc, old: Path, content: bytes) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    before = (old / BASELINE).read_text()
    (old / SECOND).write_bytes(content)
    planc("baseline", *DAY)
    assert (old / BASELINE).read_text() == before


def test_a_plan_that_is_gone_goes_from_the_list(planc: Planc, old: Path) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    (old / SECOND).unlink()
    assert "Put right and taken out: 3." in planc("baseline", *DAY).out
    assert [of_plan["plan"] for of_plan in lists(old)] == ["SOC-2026-014"]
