"""A repository opened: its policy, what that extends and what is not followed, its directory."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import CLEAN, DAY, PLAN, Planc, change, extend_policy, listing, posix

# Whose word holds


def test_extended_files_are_checked_too_and_are_no_plans(planc: Planc, chain: Path) -> None:
    (chain / PLAN).rename(chain / "larch.yaml")
    (chain / "plans").rmdir()
    change(chain / "nation.yaml", ("foia: Ask the national FOI unit", "foia: 0123"))
    ran = json.loads(planc("check", *DAY, "--output", "json").out)
    assert [(file["path"], file["plan"]) for file in ran["files"]] == [
        ("directory.yaml", False),
        ("planc.yaml", False),
        ("shared/region.yaml", False),
        ("nation.yaml", False),
        ("larch.yaml", True),
    ]
    (finding,) = ran["findings"]
    assert (finding["rule"], finding["path"]) == ("quotes-advised", "nation.yaml")
    assert (finding["start"]["line"], finding["acts"]) == (9, "OCG coordinator")


def test_a_report_is_not_written_over_an_extended_file(planc: Planc, chain: Path) -> None:
    before = listing(chain)
    ran = planc("check", *DAY, "--output", "text=shared/../nation.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert listing(chain) == before


def test_a_pack_is_made_under_the_extended_policy(planc: Planc, chain: Path) -> None:
    assert planc("build", *DAY, "--to", "md").status == 0
    text = (chain / "packs" / "SOC-2026-014-plan-board.md").read_text(encoding="utf-8")
    assert "Ask the national FOI unit" in text
    assert "Exampleton Police" in text


# What cannot be used


def _refused(planc: Planc, *lines: str) -> None:
    lines_below = "".join(f"\n  {line}" for line in lines)
    assert planc("check", *DAY) == (2, "", f"planc: planc.yaml cannot be used:{lines_below}\n")


NOT_OURS = (
    "is no YAML file of this repository. Put a copy of it beside planc.yaml or below,"
    " and write the way to it from this file, as in shared/region.yaml."
)


@pytest.mark.parametrize(
    "written",
    [
        "../outside.yaml",
        "plans/../../outside.yaml",
        "/etc/hosts.yaml",
        "C:/outside.yaml",
        "C:outside.yaml",
        r"\\server\share\region.yaml",
        r"shared\region.yaml",
        ".git/config",
        ".hidden.yaml",
        "plans/.hidden/region.yaml",
        "secrets.env",
        ".",
        "region.yml.txt",
    ],
)
def test_no_other_file_than_one_of_the_repository_is_opened(
    planc: Planc, base: Path, written: str
) -> None:
    for name in ("../outside.yaml", ".hidden.yaml", "secrets.env"):
        (base / name).write_text("secret: EXAMPLE", encoding="utf-8")
    extend_policy(base, f"'{written}'")
    _refused(planc, f'planc.yaml:15:1: "{written}" {NOT_OURS}')


@posix
def test_no_link_leads_out_of_the_repository(planc: Planc, base: Path) -> None:
    (base / ".." / "outside").mkdir()
    (base / ".." / "outside" / "region.yaml").write_text("secret: EXAMPLE", encoding="utf-8")
    (base / "shared").symlink_to("../outside")
    (base / "region.yaml").symlink_to("../outside/region.yaml")
    planc_yaml = (base / "planc.yaml").read_text(encoding="utf-8")
    for written in ("shared/region.yaml", "region.yaml"):
        (base / "planc.yaml").write_text(planc_yaml, encoding="utf-8")
        extend_policy(base, written)
        _refused(planc, f'planc.yaml:15:1: "{written}" {NOT_OURS}')


@posix
def test_a_link_within_the_repository_is_not_followed_either(planc: Planc, base: Path) -> None:
    (base / "region.yaml").write_text("planc: 1\n", encoding="utf-8")
    (base / "link.yaml").symlink_to("region.yaml")
    extend_policy(base, "link.yaml")
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "  link.yaml:1:1: link.yaml cannot be opened: it is a link to another file." in ran.err


@posix
def test_a_repository_that_is_itself_reached_by_a_link(planc: Planc, chain: Path) -> None:
    (chain.parent / "link").symlink_to(chain)
    assert planc("check", *DAY, cwd=chain.parent / "link").status == 0


def test_a_file_that_is_not_there(planc: Planc, base: Path) -> None:
    extend_policy(base, "shared/region.yaml")
    message = "does not exist. Put the file there, or take out this line."
    _refused(planc, f'planc.yaml:15:1: "shared/region.yaml" {message}')


@pytest.mark.parametrize("written", ["planc.yaml", "./plans/../planc.yaml"])
def test_a_policy_that_extends_itself(planc: Planc, base: Path, written: str) -> None:
    extend_policy(base, written)
    message = "leads back here, round in a circle. Take out one of the two lines."
    _refused(planc, f'planc.yaml:15:1: "{written}" {message}')


def test_policies_that_go_round_in_a_circle(planc: Planc, chain: Path) -> None:
    with (chain / "nation.yaml").open("a", encoding="utf-8") as file:
        file.write("extends: shared/region.yaml\n")
    message = "leads back here, round in a circle. Take out one of the two lines."
    _refused(planc, f'nation.yaml:10:1: "shared/region.yaml" {message}')


@pytest.mark.parametrize("links", [4, 5])
def test_a_chain_has_five_policies_at_most(planc: Planc, base: Path, links: int) -> None:
    extend_policy(base, "p1.yaml")
    for number in range(1, links + 1):
        more = f"extends: p{number + 1}.yaml\n" if number < links else ""
        (base / f"p{number}.yaml").write_text(f"planc: 1\n{more}", encoding="utf-8")
    if links == 4:
        assert planc("check", *DAY) == (0, CLEAN, "")
    else:
        message = "5 policies in a row are the most there can be. Take out this line."
        _refused(planc, f"p4.yaml:2:1: {message}")


def test_the_faults_of_all_files_are_told_at_once_with_their_places(
    planc: Planc, chain: Path
) -> None:
    change(chain / "nation.yaml", ("partner-none:", "partner-nnoe:"), ("planc: 1\n", ""))
    change(chain / "shared" / "region.yaml", ("  tactic-overdue:", "  tag:"))
    with (chain / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("froce: x\n")
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    head, *lines = ran.err.splitlines()
    assert head == "planc: planc.yaml cannot be used:"
    assert [line.split(": ")[0] for line in lines] == [
        "  planc.yaml:18:1",
        "  shared/region.yaml:17:3",
        "  nation.yaml:1:1",
        "  nation.yaml:7:3",
    ]
    assert lines[1].endswith('"tag" is a refusal, which stays one. Take out this change.')
    assert 'has no "Format".' in lines[2]
    assert lines[3].endswith('Did you mean "partner-none"?')


def test_a_broken_file_behind_hides_no_fault_before_it(planc: Planc, chain: Path) -> None:
    (chain / "shared" / "region.yaml").write_bytes(b"- a\n- list\n")
    with (chain / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("froce: x\n")
    places = [line.split(": ")[0] for line in planc("check", *DAY).err.splitlines()[1:]]
    assert places == ["  planc.yaml:18:1", "  shared/region.yaml:1:3"]


def test_a_directory_under_another_name(planc: Planc, base: Path) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("directory: posts.yaml\n")
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert "there is no posts.yaml to look them up in" in " ".join(ran.out.split())
    (base / "directory.yaml").rename(base / "posts.yaml")
    assert planc("check", *DAY) == (0, CLEAN, "")


def test_one_mistake_in_the_directory_is_one_finding(planc: Planc, base: Path) -> None:
    change(base / "directory.yaml", ("\nposts:", "\npsots:"))
    ran = planc("check", *DAY)
    assert re.findall(r"More: planc explain (\S+)", ran.out) == ["unknown-field"]
    assert ran.out.startswith("directory.yaml:10:1 ")
    assert "  Acts:  directory keeper. " in ran.out


def test_every_fault_of_the_policy_is_listed_with_its_place(planc: Planc, base: Path) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "froce: Exampleton Police\n"
            "numbers: {overdue_days: many}\n"
            "plans: [plans/*.yaml, /etc/*.yaml, ../*.yaml, '**.yaml', {a: b}]\n"
            "rules:\n"
            "  tactic-no-ower: {severity: warning, reason: Being phased in}\n"
            "  tag: {severity: off, reason: Not wanted}\n"
            "  tab: {severity: error, reason: Wanted}\n"
            "  prevent-none: {severity: low, reason: Not wanted}\n"
            "  zzzz: {severity: off, reason: Not wanted}\n"
        )
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    head, field, number, *patterns, group = ran.err.splitlines()[:7]
    lines = [*patterns, *ran.err.splitlines()[7:]]
    assert head == "planc: planc.yaml cannot be used:"
    assert field.startswith('  planc.yaml:15:1: "froce" is not one of the fields of ')
    assert number.startswith('  planc.yaml:16:25: "Overdue" holds text, ')
    assert group.startswith("  planc.yaml:17:59: ")
    no_pattern = "is no pattern for files in this folder. Write one as plans/*.yaml."
    stays = "is a refusal, which stays one. Take out this change."
    assert "\n".join(lines) == (
        f'  planc.yaml:17:23: "/etc/*.yaml" {no_pattern}\n'
        f'  planc.yaml:17:36: "../*.yaml" {no_pattern}\n'
        f'  planc.yaml:17:47: "**.yaml" {no_pattern}\n'
        '  planc.yaml:19:3: "tactic-no-ower" is not the name of a rule.'
        ' Did you mean "tactic-no-owner"?\n'
        f'  planc.yaml:20:3: "tag" {stays}\n'
        f'  planc.yaml:21:3: "tab" {stays}\n'
        '  planc.yaml:22:28: "low" is not one of the words that "Severity" can hold.'
        " Write one of: error, warning, info, off.\n"
        '  planc.yaml:23:3: "zzzz" is not the name of a rule. planc explain lists them.'
    )


def test_a_policy_that_cannot_be_read_is_not_taken_for_none(planc: Planc, base: Path) -> None:
    (base / "planc.yaml").write_text('force: "Exampleton\n', encoding="utf-8")
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("planc: planc.yaml cannot be used:\n  planc.yaml:1:")
    assert (
        '  planc.yaml:1:8: The text on line 1 starts with " but does not end with one. ' in ran.err
    )


def test_advice_about_the_policy_stops_nothing(planc: Planc, base: Path) -> None:
    change(base / "planc.yaml", ("force: Exampleton Police", "force: 0123"))
    ran = planc("check", *DAY)
    assert ran.status == 0
    assert ran.out.startswith("planc.yaml:2:8  Force")
    assert "  Acts:  OCG coordinator. More: planc explain quotes-advised\n" in ran.out
    assert "Checked 1 plan: 0 have findings, 1 is fine, " in ran.out
