"""`planc baseline`: what it lists, until when, what it never touches, and what it answers."""

import json
import re
from pathlib import Path

import pytest

from planc.model.baseline import BASELINE
from tests.baselines import ONE, SECOND, SETS, checked_json, listed_rules, lists
from tests.conftest import (
    DAY,
    PLAN,
    TOO_HIGH,
    Planc,
    change,
    copied,
    listing,
    posix,
)

# The first list


def test_the_first_list_holds_whatever_is_found(planc: Planc, old: Path) -> None:
    message = f"{SETS} 3 findings in 1 plan aside until 23 May 2027.\n"
    assert planc("baseline", *DAY) == (0, message, "")
    assert (old / BASELINE).read_text() == ONE
    ran = planc("check", *DAY)
    assert ran.status == 0
    assert ran.out == (
        "Checked 1 plan: 0 have findings, 1 only such as are set aside, 0 are fine,"
        " 0 files could not be read. Found nothing. Set aside: 3 by planc-baseline.yaml."
        " Changes not looked at (no --since).\n"
    )


def test_nothing_else_is_touched(planc: Planc, old: Path) -> None:
    before = listing(old)
    planc("baseline", *DAY)
    after = listing(old)
    assert after.pop(BASELINE)
    assert after == before


def test_the_same_plans_give_the_same_bytes(planc: Planc, old: Path) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    first = (old / BASELINE).read_bytes()
    (old / BASELINE).unlink()
    planc("baseline", SECOND, PLAN, *DAY)
    assert (old / BASELINE).read_bytes() == first
    assert [of_plan["plan"] for of_plan in lists(old)] == ["SOC-2026-002", "SOC-2026-014"]


def test_there_is_no_list_of_nothing(planc: Planc, base: Path) -> None:
    message = f"There is nothing to set aside, and no {BASELINE} is needed.\n"
    assert planc("baseline", *DAY) == (0, message, "")
    assert not (base / BASELINE).exists()


def test_a_refusal_is_never_on_it(planc: Planc, old: Path) -> None:
    change(old / PLAN, TOO_HIGH)
    ran = planc("baseline", *DAY)
    assert ran.status == 1
    assert ran.out == (
        f"{SETS} 3 findings in 1 plan aside until 23 May 2027.\n"
        "Never in it: 1 refusal. planc check shows them.\n"
    )
    assert (old / BASELINE).read_text() == ONE
    assert planc("check", *DAY).status == 1


def test_a_plan_that_cannot_be_read_is_told_and_the_others_are_listed(
    planc: Planc, old: Path
) -> None:
    (old / SECOND).write_bytes(b"\xff\xfe")
    assert planc("baseline", *DAY).status == 1
    assert (old / BASELINE).read_text() == ONE


def test_what_is_waived_or_about_a_waiver_is_not_on_it(planc: Planc, old: Path) -> None:
    with (old / PLAN).open("a") as file:
        file.write("waivers:\n")
        for rule in ("tactic-no-owner", "strand-missing", "no-such-rule"):
            item = f"rule: {rule}, id: PUR-1, reason: Soon, approver: supt-crime, until: 2027-01-29"
            file.write(f"  - {{{item}}}\n")
    planc("baseline", *DAY)
    assert listed_rules(old) == ["quotes-advised", "tactic-overdue"]


def test_findings_of_one_name_are_counted(planc: Planc, base: Path) -> None:
    same, other = "{date: soon, event: A}", "{date: soon, event: B}"
    with (base / PLAN).open("a") as file:
        file.write(f"coming: [{same}, {same}, {other}]\n")
    planc("baseline", *DAY)
    listed = (base / BASELINE).read_text()
    assert sorted(re.findall(r"soon-\w{8}\.date: (\d)", listed)) == ["1", "2"]


def test_the_settings_have_a_list_too(planc: Planc, base: Path) -> None:
    with (base / "directory.yaml").open("a") as file:
        file.write("colour: red\n")
    planc("baseline", *DAY)
    assert listed_rules(base, "directory.yaml") == ["unknown-field"]
    assert planc("check", *DAY).status == 0


HOSTILE = ["a: b", "#x", "yes", "Null", "- x", "[x", 'é "q" \\', "12", "true", "~", "&x", "a\nb"]


@pytest.mark.parametrize("key", HOSTILE)
def test_whatever_a_field_is_called_the_list_can_be_read(
    planc: Planc, base: Path, key: str
) -> None:
    with (base / PLAN).open("a") as file:
        file.write(f"{json.dumps(key)}: red\n")
    assert planc("baseline", *DAY).status == 0
    report = checked_json(planc, *DAY)
    assert report["findings"] == []
    assert [aside["object"] for aside in report["set_aside"]] == [key]


def test_2_a_list_that_would_be_too_long_to_read_is_not_written(planc: Planc, base: Path) -> None:
    text = (base / PLAN).read_text()
    for plan in range(3):
        rows = "".join(f"  - {{id: {'é' * 400}{n}, what: A van}}\n" for n in range(500))
        other = text.replace("SOC-2026-014", f"SOC-2026-10{plan}")
        (base / "plans" / f"p{plan}.yaml").write_text(f"{other}bids:\n{rows}")
    message = f"planc: {BASELINE} would be too long to be read. List fewer plans at a time.\n"
    assert planc("baseline", *DAY) == (2, "", message)
    assert not (base / BASELINE).exists()
    assert planc("baseline", "plans/p1.yaml", *DAY).status == 0


def test_a_name_that_no_file_may_hold_stays_a_finding(planc: Planc, base: Path) -> None:
    with (base / PLAN).open("a") as file:
        file.write(f"{'x' * 501}: red\ncolour: red\n")
    ran = planc("baseline", *DAY)
    assert ran.out.split("\n")[1] == (
        "Not in it: 1 other finding. To list them too: planc baseline --renew"
    )
    assert listed_rules(base) == ["unknown-field"]


# Its day


@pytest.mark.parametrize("until", ["2026-11-22", "2027-03-31", "2027-05-23"])
def test_the_last_day_can_be_asked_for(planc: Planc, old: Path, until: str) -> None:
    assert planc("baseline", *DAY, "--until", until).status == 0
    assert [str(of_plan["until"]) for of_plan in lists(old)] == [until]


BETWEEN = "--until can be a day from 22 November 2026 to 23 May 2027 (182 days, local policy)."


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-11-21", BETWEEN),
        ("2027-05-24", BETWEEN),
        ("soon", '"soon" is not a day. Write it as --until 2026-11-22.'),
        ("", '"" is not a day. Write it as --until 2026-11-22.'),
    ],
)
def test_2_a_day_that_it_cannot_be(planc: Planc, old: Path, until: str, expected: str) -> None:
    assert planc("baseline", *DAY, "--until", until) == (2, "", f"planc: {expected}\n")
    assert not (old / BASELINE).exists()


def test_the_policy_says_how_long_it_lasts(planc: Planc, old: Path) -> None:
    with (old / "planc.yaml").open("a") as file:
        file.write("numbers: {baseline_days: 10}\n")
    planc("baseline", *DAY)
    assert [str(of_plan["until"]) for of_plan in lists(old)] == ["2026-12-02"]


def test_the_calendar_may_end_first(planc: Planc, old: Path) -> None:
    assert planc("baseline", "--as-of", "9999-12-30").status == 0
    assert [str(of_plan["until"]) for of_plan in lists(old)] == ["9999-12-31"]


# A list that is there and not as it should be


@pytest.mark.parametrize("words", [(), ("--renew", PLAN)])
def test_2_nothing_of_a_list_that_cannot_be_read_is_lost(
    planc: Planc, old: Path, words: tuple[str, ...]
) -> None:
    copied(old, SECOND, "SOC-2026-002")
    planc("baseline", *DAY)
    change(old / BASELINE, ("plan: SOC-2026-014", "plane: SOC-2026-014"))
    before = (old / BASELINE).read_text()
    ran = planc("baseline", *words, *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"planc: {BASELINE} cannot be read as it stands, and planc check says why. Put that right;"
        " or make the list anew, with all plans: planc baseline --renew\n"
    )
    assert (old / BASELINE).read_text() == before


@pytest.mark.parametrize("text", ["", "planc: 1\nplans: [\n", "planc: 1\nplans: soon\n"])
def test_a_list_that_cannot_be_read_can_be_made_anew(planc: Planc, old: Path, text: str) -> None:
    (old / BASELINE).write_text(text)
    assert planc("check", *DAY).status == 1
    assert planc("baseline", "--renew", *DAY).status in (0, 1)
    assert (old / BASELINE).read_text() == ONE
    assert planc("check", *DAY).status == 0


def test_what_does_not_belong_on_a_list_is_taken_out(planc: Planc, old: Path) -> None:
    change(old / PLAN, TOO_HIGH)
    planc("baseline", *DAY)
    lines = "".join(
        f"      {rule}: {{{thing}: 1}}\n"
        for rule, thing in (("marking-too-high", "marking"), ("no-such-rule", "PUR-1"))
    )
    (old / BASELINE).write_text(ONE + lines)
    assert planc("check", *DAY).status == 1
    assert "Put right and taken out: 2." in planc("baseline", *DAY).out
    assert (old / BASELINE).read_text() == ONE


@posix
def test_2_a_link_is_not_followed(planc: Planc, old: Path) -> None:
    (old / "elsewhere.yaml").write_text(ONE)
    (old / BASELINE).symlink_to("elsewhere.yaml")
    assert planc("baseline", *DAY).status == 2
    ran = planc("baseline", "--renew", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "could not be written" in ran.err
    assert (old / "elsewhere.yaml").read_text() == ONE
    assert planc("check", *DAY).status == 1


def test_2_without_a_policy_there_is_no_place_for_it(planc: Planc, base: Path) -> None:
    (base / "planc.yaml").unlink()
    message = f"planc: There is no planc.yaml here, beside which {BASELINE} belongs.\n"
    assert planc("baseline", *DAY) == (2, "", message)


def test_2_a_report_is_not_written_over_it(planc: Planc, old: Path) -> None:
    planc("baseline", *DAY)
    ran = planc("check", *DAY, "--output", f"json={BASELINE}")
    assert (ran.status, ran.err) == (
        2,
        f"planc: {BASELINE} is to be checked: write the report to another file.\n",
    )
    assert (old / BASELINE).read_text() == ONE


# Beside other options


def test_a_rule_in_preview_is_not_listed(
    planc: Planc, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planc.rules.tactics import tactic_no_owner

    monkeypatch.setattr(tactic_no_owner, "STATUS", "preview", raising=False)
    planc("baseline", *DAY)
    assert listed_rules(old) == ["quotes-advised", "tactic-overdue"]


@pytest.mark.usefixtures("old")
def test_select_and_ignore_narrow_what_is_set_aside_and_call_nothing_gone(planc: Planc) -> None:
    planc("baseline", *DAY)
    report = checked_json(planc, *DAY, "--select", "tactic-overdue")
    assert [aside["rule"] for aside in report["set_aside"]] == ["tactic-overdue"]
    assert report["notes"] == ["Asked for only tactic-overdue and refusals. Not shown: 0 findings."]


@pytest.mark.usefixtures("old")
def test_fail_on_warning_passes_over_what_is_set_aside(planc: Planc) -> None:
    planc("baseline", *DAY)
    assert planc("check", *DAY, "--fail-on", "warning").status == 0
    assert planc("check", "--as-of", "2027-05-24", "--fail-on", "warning").status == 1
