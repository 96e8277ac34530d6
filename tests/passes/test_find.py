"""Paths -> plans: which files are taken for plans, however they are asked for."""

import re
import shutil
from pathlib import Path

import pytest

from planc.all_rules import NEED_DIRECTORY
from planc.model.rule import rule_name
from tests.conftest import CLEAN, DAY, NO_OWNER, PART, PLAN, Planc, change, copied


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (".", []),
        (".", ["."]),
        (".", ["plans"]),
        (".", [PLAN]),
        (".", ["planc.yaml"]),
        (".", ["directory.yaml"]),
        (".", [PLAN, "plans", "planc.yaml", "."]),
        ("plans", []),
        ("plans", [".."]),
        ("plans", ["larch.yaml"]),
        ("plans", ["../planc.yaml"]),
        ("plans", ["../plans/../plans/larch.yaml", "larch.yaml"]),
        ("..", ["repository"]),
        ("..", ["repository/plans/larch.yaml"]),
    ],
)
def test_every_way_to_name_the_one_plan_of_a_repository(
    planc: Planc, base: Path, folder: str, words: list[str]
) -> None:
    change(base / PLAN, NO_OWNER)
    ran = planc("check", *words, *DAY, cwd=base / folder)
    assert (ran.status, ran.err) == (1, "")
    shown = {".": PLAN, "plans": "larch.yaml", "..": f"repository/{PLAN}"}[folder]
    assert re.findall(r"^(\S+):\d+:\d+ ", ran.out, re.MULTILINE) == [shown]
    assert PART not in ran.out


def test_the_whole_path_of_a_repository_works_from_anywhere(planc: Planc, base: Path) -> None:
    elsewhere = base.parent / "elsewhere"
    elsewhere.mkdir()
    assert planc("check", base.resolve(), *DAY, cwd=elsewhere) == (0, CLEAN, "")


def test_part_of_a_repository_is_checked_and_said_to_be_a_part(planc: Planc, base: Path) -> None:
    copied(base, "plans/east/ash.yaml", "SOC-2026-014B")
    assert planc("check", PLAN, *DAY) == (0, CLEAN + PART, "")
    assert planc("check", "plans/east", *DAY) == (0, CLEAN + PART, "")
    assert planc("check", *DAY, cwd=base / "plans" / "east") == (0, CLEAN + PART, "")
    both = planc("check", "plans/east", PLAN, *DAY)
    assert both.out.startswith("Checked 2 plans: 0 have findings, 2 are fine, ")
    assert PART not in both.out


def test_hidden_files_and_other_files_are_not_plans(planc: Planc, base: Path) -> None:
    for name in ("plans/.larch.yaml", "plans/.drafts/ash.yaml", "ash.yaml", "notes.yml"):
        (base / name).parent.mkdir(exist_ok=True)
        (base / name).write_text("not a plan", encoding="utf-8")
    (base / "plans" / "old.yaml").mkdir()
    assert planc("check", *DAY) == (0, CLEAN, "")
    for name in ("plans/.larch.yaml", "notes.yml", "ash.yaml"):
        message = f"planc: {name} is not one of the plans that planc.yaml names.\n"
        assert planc("check", PLAN, name, *DAY) == (2, "", message)


def test_a_matched_file_that_is_no_plan_is_found_and_not_skipped(planc: Planc, base: Path) -> None:
    (base / "plans" / "notes.yaml").write_text("notes: on the flats\n", encoding="utf-8")
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert ran.out.startswith("plans/notes.yaml:1:1 ")
    assert "  Acts:  LRO. More: planc explain not-a-plan\n" in ran.out


def test_the_policy_says_which_files_are_plans(planc: Planc, base: Path) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("plans: ['threats/*.yaml', '*.yaml']\n")
    (base / "plans").rename(base / "threats")
    shutil.copy(base / "threats" / "larch.yaml", base / "ash.yaml")
    change(base / "ash.yaml", ("ref: SOC-2026-014", "ref: SOC-2026-015"))
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (
        0,
        CLEAN.replace("1 plan:", "2 plans:").replace("1 is", "2 are")
        + "The policy departs from what planc ships in 1 place:\n"
        "  plans: only threats/*.yaml, *.yaml (planc.yaml, line 15)\n",
    )


def test_plans_may_stand_beside_the_policy(planc: Planc, base: Path) -> None:
    (base / PLAN).rename(base / "larch.yaml")
    (base / "plans").rmdir()
    assert planc("check", *DAY) == (0, CLEAN, "")
    assert planc("check", "larch.yaml", *DAY) == (0, CLEAN, "")


OWN_SETTINGS = "No planc.yaml was found: planc's own settings hold.\n"
LOOKED_UP = ", ".join(sorted(map(rule_name, NEED_DIRECTORY)))
NO_DIRECTORY = (
    "No directory.yaml was found: no post was looked up, and these rules did not run:"
    f" {LOOKED_UP}.\n"
)
ALONE = PART.replace("not every plan was asked for", "no planc.yaml says which are all plans")
NO_POLICY = OWN_SETTINGS + NO_DIRECTORY + ALONE


def test_without_a_policy_the_paths_are_plans_and_planc_says_what_it_did_not_do(
    planc: Planc, base: Path
) -> None:
    loose = base.parent / ".loose"
    loose.mkdir()
    change(base / PLAN, ("owner: di-soc-east", "owner: nobody-knows"))
    shutil.copy(base / PLAN, loose)
    for words in ([], ["larch.yaml"], ["../.loose"]):
        assert planc("check", *words, *DAY, cwd=loose) == (0, CLEAN + NO_POLICY, "")
    shutil.copy(base / "directory.yaml", loose)
    ran = planc("check", *DAY, cwd=loose)
    assert ran.status == 1
    assert "planc explain owner-unknown" in ran.out
    assert "No directory.yaml" not in ran.out


def test_without_a_policy_a_hidden_file_is_refused_and_one_in_a_folder_is_no_plan(
    planc: Planc, base: Path
) -> None:
    loose = base.parent / "loose"
    (loose / ".drafts").mkdir(parents=True)
    for name in ("larch.yaml", ".larch.yaml", ".drafts/larch.yaml"):
        shutil.copy(base / PLAN, loose / name)
    (loose / "old.yaml").mkdir()
    assert planc("check", *DAY, cwd=loose) == (0, CLEAN + NO_POLICY, "")
    message = "planc: .larch.yaml is a hidden file, and those are never plans.\n"
    assert planc("check", ".larch.yaml", "larch.yaml", *DAY, cwd=loose) == (2, "", message)


def test_a_path_that_is_too_long_is_an_answer_and_no_crash(planc: Planc) -> None:
    ran = planc("check", "a" * 5000)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"planc: {'a' * 5000}: file name too long.\n"
