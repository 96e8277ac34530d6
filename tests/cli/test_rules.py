"""`planc rules`: every rule, its severity in force here, and where that is set."""

import json
import re
from pathlib import Path

import pytest

from planc.all_rules import BY_NAME
from tests.conftest import PLAN, Planc


@pytest.fixture
def chain(base: Path) -> Path:
    """The base repository, in which planc.yaml extends a region's file, and that a nation's."""
    (base / "nation.yaml").write_text(
        "planc: 1\n"
        "rules:\n"
        "  tactic-overdue: {severity: error, reason: Agreed nationally}\n"
        "  partner-none: {severity: off, reason: Agreed nationally}\n",
        encoding="utf-8",
    )
    (base / "shared").mkdir()
    (base / "shared" / "region.yaml").write_text(
        "planc: 1\n"
        "extends: ../nation.yaml\n"
        "rules:\n"
        "  tactic-overdue:\n"
        "    severity: info\n"
        "    reason: Chased by the region\n",
        encoding="utf-8",
    )
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "extends: shared/region.yaml\n"
            "rules:\n"
            "  lro-equals-sro: {severity: warning, reason: '::Small force'}\n"
        )
    return base


@pytest.mark.usefixtures("chain")
def test_rules_lists_every_rule_and_where_its_severity_is_set(planc: Planc) -> None:
    ran = planc("rules")
    assert (ran.status, ran.err) == (0, "")
    head, *lines, gap, last = ran.out.splitlines()
    assert (head.split(), gap) == (["Rule", "Severity", "Set", "in"], "")
    assert last == f"{len(lines)} rules, 3 are set in this force."
    listed = {line.split()[0]: line.split(maxsplit=2)[1:] for line in lines}
    assert listed["tactic-no-owner"] == ["error", "planc"]
    assert listed["quotes-advised"] == ["info", "planc"]
    assert listed["tag"] == ["refusal", "planc"]
    assert listed["tactic-overdue"] == [
        "info",
        "shared/region.yaml, line 4 (warning in planc): Chased by the region",
    ]
    assert listed["partner-none"] == [
        "off",
        "nation.yaml, line 4 (error in planc): Agreed nationally",
    ]
    assert listed["lro-equals-sro"] == [
        "warning",
        "planc.yaml, line 17 (error in planc): ::Small force",
    ]


@pytest.mark.usefixtures("chain")
def test_rules_for_other_programs(planc: Planc) -> None:
    ran = planc("rules", "plans", "--output", "json")
    assert (ran.status, ran.err) == (0, "")
    read = json.loads(ran.out)
    assert read["format_version"] == 1
    rules = {rule["rule"]: rule for rule in read["rules"]}
    assert [rule["rule"] for rule in read["rules"]] == list(BY_NAME)
    assert rules["partner-none"] == {
        "rule": "partner-none",
        "severity": "off",
        "shipped": "error",
        "path": "nation.yaml",
        "line": 4,
        "reason": "Agreed nationally",
    }
    assert rules["tab"] == {
        "rule": "tab",
        "severity": "refusal",
        "shipped": "refusal",
        "path": None,
        "line": None,
        "reason": None,
    }


def test_rules_where_no_policy_changes_any(planc: Planc, base: Path) -> None:
    with_policy = planc("rules").out
    assert with_policy.splitlines()[-1] == f"{len(BY_NAME)} rules, all as planc ships them."
    (base / "planc.yaml").unlink()
    (base / PLAN).unlink()
    assert planc("rules") == (0, with_policy, "")


def test_rules_shows_a_rule_in_preview(planc: Planc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planc.rules.tactics.tactic_no_owner.STATUS", "preview", raising=False)
    assert re.search(r"^tactic-no-owner +preview +planc$", planc("rules").out, re.MULTILINE)


def test_rules_of_a_policy_that_is_unsound(planc: Planc, base: Path) -> None:
    (base / "planc.yaml").write_bytes(b"")
    ran = planc("rules")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("planc: planc.yaml cannot be used:\n  planc.yaml:1:1: ")
