"""`planc schema --here`: where it is written, what renews it, and when it is out of date."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.conftest import DAY, PLAN, Planc, change, copied, listing

HERE = ".planc/plan.schema.json"
OLD = f"{HERE} is out of date, so editors may say what is wrong of what is right."


def _offered(base: Path, ref: str = "SOC-2026-014") -> dict[str, str]:
    """The ids that are offered in the log of a plan, each with its title."""
    schema: Any = json.loads((base / HERE).read_text(encoding="utf-8"))
    (branch,) = (
        part["then"]
        for part in schema["allOf"]
        if "then" in part and part["if"]["properties"]["ref"] == {"const": ref}
    )
    ids = branch["properties"]["log"]["items"]["properties"]["ref"]["anyOf"][-1]
    return dict(zip(ids["enum"], ids["enumDescriptions"], strict=True))


def test_it_lies_beside_planc_yaml_and_stays_out_of_git(planc: Planc, base: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=base, check=True)
    ran = planc("schema", "--here", cwd=base / "plans")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("# yaml-language-server: $schema=../.planc/plan.schema.json\n")
    schema = json.loads((base / HERE).read_text(encoding="utf-8"))
    assert "di-soc-east" in schema["$defs"]["post"]["enum"]
    assert _offered(base)["PUR-1"] == "Closure orders on the flats"
    listed = ["git", "status", "--porcelain", "-uall", ".planc"]
    assert subprocess.run(listed, cwd=base, check=True, capture_output=True).stdout == b""


def test_check_says_when_it_is_out_of_date_and_changes_nothing(planc: Planc, base: Path) -> None:
    assert OLD not in planc("check", *DAY).out
    planc("schema", "--here")
    assert OLD not in planc("check", *DAY).out
    change(base / "directory.yaml", ("id: di-soc-east", "id: di-soc-north"))
    before = listing(base)
    assert f"{OLD} Run: planc schema --here" in planc("check", *DAY).out
    assert listing(base) == before
    planc("schema", "--here")
    assert OLD not in planc("check", *DAY).out


def test_log_and_build_renew_it_where_it_lies(planc: Planc, base: Path) -> None:
    decision = ("--decision", "Go", "--because", "x", "--rejected", "y", "--by", "supt-crime")
    assert planc("log", "larch", *decision, "--yes", *DAY).status == 0
    assert not (base / HERE).exists()
    planc("schema", "--here")
    planc("log", "larch", *decision, "--yes", *DAY)
    assert "DEC-002" in _offered(base)
    copied(base, "plans/ash.yaml", "SOC-2026-015")
    planc("build", "--to", "md", *DAY)
    assert "PUR-1" in _offered(base, "SOC-2026-015")


def test_a_repository_without_a_plan_has_one_already(planc: Planc, base: Path) -> None:
    (base / PLAN).unlink()
    assert planc("schema", "--here").status == 0
    schema = json.loads((base / HERE).read_text(encoding="utf-8"))
    assert all("then" not in part for part in schema["allOf"])


def test_it_wants_planc_yaml_and_is_that_of_plans(planc: Planc, base: Path, tmp_path: Path) -> None:
    assert planc("schema", "--here", cwd=tmp_path).err.startswith("planc: There is no planc.yaml")
    assert "schema of plans alone" in planc("schema", "policy", "--here").err
    (tmp_path / "other").mkdir()
    (base / ".planc").symlink_to(tmp_path / "other")
    assert "is a link" in planc("schema", "--here").err
    assert not list((tmp_path / "other").iterdir())
