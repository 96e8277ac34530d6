"""A rule that ships off: nobody hears of it until a force switches it on."""

import json
from pathlib import Path

import pytest

from tests.conftest import CLEAN, DAY, PLAN, Planc, change

RULE = "objective-vague-verb"
VAGUE = ("statement: Halve supply at the flats", "statement: Monitor supply at the flats")


@pytest.fixture(autouse=True)
def vague(base: Path) -> None:
    """The objective of the plan is to watch."""
    change(base / PLAN, VAGUE)


def _policy(base: Path, severity: str) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(f"rules: {{{RULE}: {{severity: {severity}, reason: Tried out}}}}\n")


def test_it_says_nothing(planc: Planc) -> None:
    assert planc("check", *DAY).out == CLEAN


@pytest.mark.parametrize(("severity", "status"), [("info", 0), ("warning", 0), ("error", 1)])
def test_a_force_switches_it_on(planc: Planc, base: Path, severity: str, status: int) -> None:
    _policy(base, severity)
    ran = planc("check", *DAY, "--output", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert (ran.status, finding["rule"], finding["severity"]) == (status, RULE, severity)


def test_planc_rules_shows_it_as_off(planc: Planc, base: Path) -> None:
    line = next(line for line in planc("rules").out.splitlines() if line.startswith(RULE))
    assert line.split() == [RULE, "off", "planc"]
    _policy(base, "info")
    line = next(line for line in planc("rules").out.splitlines() if line.startswith(RULE))
    assert line.split(maxsplit=2)[:2] == [RULE, "info"]
    assert line.endswith("(off in planc): Tried out")


def test_the_manual_says_so(planc: Planc) -> None:
    assert planc("explain", RULE).out.startswith(f"{RULE} (off; to be switched on, as: info)\n")


@pytest.mark.parametrize(
    ("statement", "flagged"),
    [
        ("Monitor supply at the flats", True),
        ("Continue to monitor the group", True),
        ("Review tenancies in Canal Ward", True),
        ("Raise awareness of cuckooing", True),
        ("Look into the haulage contracts", True),
        ("Keep an eye on the parade", True),
        ("Liaise with partners", True),
        ("Monitor and halve supply at the flats", False),
        ("Monitor S4 until the licence ends", False),
        ("Review every tenancy and close those used to deal", False),
        ("Raise reporting by a third", False),
        ("Reviewers find no child without a plan", False),
        ("Tenants consider the block safe", False),
        ("Halve supply, and monitor it after that", False),
        ("Keep S4 out of Canal Ward", False),
    ],
)
def test_which_statements_are_vague(
    planc: Planc, base: Path, statement: str, flagged: bool
) -> None:
    _policy(base, "info")
    change(base / PLAN, (VAGUE[1], f"statement: {statement}"))
    findings = json.loads(planc("check", *DAY, "--output", "json").out)["findings"]
    assert [finding["rule"] for finding in findings] == [RULE] * flagged
