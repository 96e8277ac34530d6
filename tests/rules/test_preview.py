"""A rule in preview: its findings are shown, marked and counted apart, and nothing fails."""

import json
import re
from pathlib import Path

import pytest

from planc.all_reporters import REPORTERS
from planc.all_rules import misused_rules
from planc.rules.tactics import tactic_no_owner
from tests.conftest import DAY, LATE, NO_OWNER, PLAN, Planc, change

RULE = "tactic-no-owner"


@pytest.fixture(autouse=True)
def preview(monkeypatch: pytest.MonkeyPatch, base: Path) -> None:
    """A rule that is an error declares itself in preview, and the plan has a finding of it."""
    monkeypatch.setattr(tactic_no_owner, "STATUS", "preview", raising=False)
    change(base / PLAN, NO_OWNER)


def _policy(base: Path, severity: str) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(f"rules: {{{RULE}: {{severity: {severity}, reason: Tried out}}}}\n")


def test_it_is_shown_marked_and_counted_apart(planc: Planc) -> None:
    ran = planc("check", *DAY)
    assert (ran.status, ran.err) == (0, "")
    first, *_, last = ran.out.splitlines()
    assert first.startswith("plans/larch.yaml:25:6  Pursue, PUR-1, Owner  ")
    assert first.endswith("  PREVIEW")
    assert last == (
        "Checked 1 plan: 0 have findings, 1 is fine, 0 files could not be read. Found nothing."
        " In preview: 1 finding of new rules. Changes not looked at (no --since)."
    )


def test_other_findings_are_counted_as_ever(planc: Planc, base: Path) -> None:
    change(base / PLAN, LATE)
    assert planc("check", *DAY).out.splitlines()[-1] == (
        "Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read. Found 1 warning."
        " In preview: 1 finding of new rules. Changes not looked at (no --since)."
    )


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("fail_on", ["error", "warning", "never"])
def test_it_is_shown_in_every_form_and_fails_in_none(planc: Planc, form: str, fail_on: str) -> None:
    ran = planc("check", *DAY, "--output", form, "--fail-on", fail_on)
    assert (ran.status, ran.err) == (0, "")
    assert "PUR-1" in ran.out


def test_other_programs_can_tell_it_apart(planc: Planc) -> None:
    report = json.loads(planc("check", *DAY, "--output", "json").out)
    assert [(f["rule"], f["severity"]) for f in report["findings"]] == [(RULE, "preview")]
    assert report["counts"] == {"refusal": 0, "error": 0, "warning": 0, "info": 0, "preview": 1}


def test_it_makes_no_pack_not_compliant(planc: Planc, base: Path) -> None:
    assert planc("build", *DAY, "--to", "md", "--edition", "author").status == 0
    text = (base / "packs" / "SOC-2026-014-plan-author.md").read_text(encoding="utf-8")
    assert "Plan checks met" in text
    assert "Plan checks not met" not in text
    assert re.search("^.* Preview .* has no owner", text, re.MULTILINE)


def test_it_can_be_left_out_and_a_refusal_to_be_too(
    planc: Planc, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert RULE not in planc("check", *DAY, "--ignore", RULE).out.split("\n", 1)[0]
    monkeypatch.setattr("planc.rules.marking.marking_too_high.STATUS", "preview", raising=False)
    assert planc("check", *DAY, "--ignore", "marking-too-high").status == 0


def test_a_policy_can_switch_it_off(planc: Planc, base: Path) -> None:
    _policy(base, "off")
    assert json.loads(planc("check", *DAY, "--output", "json").out)["findings"] == []


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_no_policy_gives_it_weight_before_its_time(planc: Planc, base: Path, severity: str) -> None:
    _policy(base, severity)
    message = f'"{RULE}" is in preview: it fails nothing yet, and can only be off.'
    assert planc("check", *DAY) == (
        2,
        "",
        f"planc: planc.yaml cannot be used:\n  planc.yaml:15:9: {message}\n",
    )
    assert list(misused_rules({RULE: severity})) == [(RULE, message)]


def test_explain_says_what_it_is_going_to_be(planc: Planc) -> None:
    assert planc("explain", RULE).out.startswith(f"{RULE} (in preview, to be: error)\n")
    assert f"\n  {RULE:<26} preview  Every live" in planc("explain").out
    assert "*In preview, to be: error.*" in planc("explain", "--rules").out
