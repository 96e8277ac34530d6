"""A policy that extends another: whose word holds, where it is said, and what is not followed."""

import json
from pathlib import Path

import pytest

from planc.model.policy import Board
from planc.repository import open_repository
from tests.conftest import CLEAN, DAY, LATE, PLAN, Planc, change, listing, posix

NATION = """\
planc: 1
numbers: {overdue_days: 10, lro_plans: 9}
tiers:
  - {name: national, review_days: 14}
  - {name: regional, review_days: 30}
rules:
  tactic-overdue: {severity: error, reason: Agreed nationally}
  partner-none: {severity: off, reason: Agreed nationally}
foia: Ask the national FOI unit
"""

REGION = """\
planc: 1
extends: ../nation.yaml
force: Example Region
information_asset_owner: Head of the region
dpia_ref: DPIA-REGION
plans: [regional/*.yaml]
directory: regional.yaml
exercise: {as_of: 2020-01-01, stamp: EXERCISE}
numbers: {overdue_days: 20}
tiers:
  - name: regional
    review_days: 28
boards:
  - {id: region-soc, name: Regional Board, level: regional, meetings: [2026-11-03, 2026-12-01]}
  - {id: county-soc, name: As the region calls it, chair: supt-crime, meetings: [2026-10-01]}
rules:
  tactic-overdue:
    severity: info
    reason: Chased by the region
"""


# planc.yaml extends a region's file, and that a nation's
chained = pytest.mark.usefixtures("chain")


@pytest.fixture
def chain(base: Path) -> Path:
    """The base repository, with a planc.yaml that extends."""
    (base / "nation.yaml").write_text(NATION, encoding="utf-8")
    (base / "shared").mkdir()
    (base / "shared" / "region.yaml").write_text(REGION, encoding="utf-8")
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "extends: shared/region.yaml\n"
            "numbers: {strand_tactics: 1, lro_plans: 4}\n"
            "tiers: [{name: force, review_days: 90}]\n"
        )
    return base


def _extends(base: Path, written: str) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(f"extends: {written}\n")


# Whose word holds


def test_the_nearest_file_that_says_something_has_its_way(chain: Path) -> None:
    policy = open_repository([chain]).policy
    assert policy.numbers.lro_plans == 4
    assert policy.numbers.overdue_days == 20
    assert policy.numbers.review_cap_days == 182
    assert {name: rule.severity for name, rule in policy.rules.items()} == {
        "tactic-overdue": "info",
        "partner-none": "off",
    }
    assert policy.foia == "Ask the national FOI unit"


def test_lists_are_merged_by_id_or_name_and_keep_their_order(chain: Path) -> None:
    policy = open_repository([chain]).policy
    assert [(tier.name, tier.review_days) for tier in policy.tiers] == [
        ("national", 14),
        ("regional", 28),
        ("force", 90),
    ]
    assert [board.id for board in policy.boards] == ["region-soc", "county-soc", "exampleton-ocg"]
    county = policy.board("county-soc")
    assert isinstance(county, Board)
    assert county.name == "County Serious and Organised Crime Partnership"
    assert county.chair == "supt-crime"  # the region's, where planc.yaml names none
    assert [day.isoformat() for day in county.meetings] == ["2026-09-16", "2026-12-16"]


def test_what_is_this_repositorys_own_is_never_taken_over(chain: Path) -> None:
    policy = open_repository([chain]).policy
    assert (policy.force, policy.dpia_ref) == ("Exampleton Police", "DPIA-2026-004")
    assert policy.information_asset_owner == "Head of Crime"
    assert (policy.plans, policy.directory, policy.exercise) == ((), "directory.yaml", None)


def test_what_the_region_says_is_done(planc: Planc, chain: Path) -> None:
    change(chain / PLAN, LATE)
    found = json.loads(planc("check", *DAY, "--output", "json").out)["findings"]
    assert [(f["rule"], f["severity"]) for f in found] == [("tactic-overdue", "info")]


def test_a_plan_can_go_to_a_board_of_the_region(planc: Planc, chain: Path) -> None:
    change(
        chain / PLAN,
        (
            "  - {date: 2026-11-04, review: continue, board: exampleton-ocg",
            "  - {date: 2026-11-03, review: continue, board: region-soc",
        ),
    )
    assert "region-soc" not in planc("check", *DAY).out
    (chain / "shared" / "region.yaml").write_text("planc: 1\n", encoding="utf-8")
    assert '"region-soc"' in planc("check", *DAY).out


@chained
def test_every_departure_says_which_file_and_line_it_comes_from(planc: Planc) -> None:
    assert planc("check", *DAY) == (
        0,
        CLEAN + "The policy departs from what planc ships in 6 places:\n"
        "  overdue_days is 20, not 28 (shared/region.yaml, line 9)\n"
        "  lro_plans is 4, not 3 (planc.yaml, line 16)\n"
        "  tiers are national 14, regional 28, force 90, not regional 28, force 56, local 84"
        " (nation.yaml, line 4; shared/region.yaml, line 11; planc.yaml, line 17)\n"
        "  foia is not the line that planc ships (nation.yaml, line 9)\n"
        "  tactic-overdue is info: Chased by the region (shared/region.yaml, line 17)\n"
        "  partner-none is off: Agreed nationally (nation.yaml, line 8)\n",
        "",
    )


def test_the_nearest_file_is_named_last_even_where_it_changes_the_first_item(
    planc: Planc, base: Path
) -> None:
    tiers = "tiers: [{name: force, review_days: 30}, {name: local, review_days: 84}]\n"
    (base / "region.yaml").write_text(f"planc: 1\n{tiers}", encoding="utf-8")
    _extends(base, "region.yaml\ntiers: [{name: force, review_days: 40}]")
    assert planc("check", *DAY).out.splitlines()[-1] == (
        "  tiers are force 40, local 84, not regional 28, force 56, local 84"
        " (region.yaml, line 2; planc.yaml, line 16)"
    )


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
    (found,) = ran["findings"]
    assert (found["rule"], found["path"]) == ("quotes-advised", "nation.yaml")
    assert (found["start"]["line"], found["acts"]) == (9, "OCG coordinator")


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
    said = "".join(f"\n  {line}" for line in lines)
    assert planc("check", *DAY) == (2, "", f"planc: planc.yaml cannot be used:{said}\n")


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
    _extends(base, f"'{written}'")
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
        _extends(base, written)
        _refused(planc, f'planc.yaml:15:1: "{written}" {NOT_OURS}')


@posix
def test_a_link_within_the_repository_is_not_followed_either(planc: Planc, base: Path) -> None:
    (base / "region.yaml").write_text("planc: 1\n", encoding="utf-8")
    (base / "link.yaml").symlink_to("region.yaml")
    _extends(base, "link.yaml")
    ran = planc("check", *DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "  link.yaml:1:1: link.yaml cannot be opened: it is a link to another file." in ran.err


@posix
def test_a_repository_that_is_itself_reached_by_a_link(planc: Planc, chain: Path) -> None:
    (chain.parent / "link").symlink_to(chain)
    assert planc("check", *DAY, cwd=chain.parent / "link").status == 0


def test_a_file_that_is_not_there(planc: Planc, base: Path) -> None:
    _extends(base, "shared/region.yaml")
    said = "does not exist. Put the file there, or take out this line."
    _refused(planc, f'planc.yaml:15:1: "shared/region.yaml" {said}')


@pytest.mark.parametrize("written", ["planc.yaml", "./plans/../planc.yaml"])
def test_a_policy_that_extends_itself(planc: Planc, base: Path, written: str) -> None:
    _extends(base, written)
    said = "leads back here, round in a circle. Take out one of the two lines."
    _refused(planc, f'planc.yaml:15:1: "{written}" {said}')


def test_policies_that_go_round_in_a_circle(planc: Planc, chain: Path) -> None:
    with (chain / "nation.yaml").open("a", encoding="utf-8") as file:
        file.write("extends: shared/region.yaml\n")
    said = "leads back here, round in a circle. Take out one of the two lines."
    _refused(planc, f'nation.yaml:10:1: "shared/region.yaml" {said}')


@pytest.mark.parametrize("links", [4, 5])
def test_a_chain_has_five_policies_at_most(planc: Planc, base: Path, links: int) -> None:
    _extends(base, "p1.yaml")
    for number in range(1, links + 1):
        more = f"extends: p{number + 1}.yaml\n" if number < links else ""
        (base / f"p{number}.yaml").write_text(f"planc: 1\n{more}", encoding="utf-8")
    if links == 4:
        assert planc("check", *DAY) == (0, CLEAN, "")
    else:
        said = "5 policies in a row are the most there can be. Take out this line."
        _refused(planc, f"p4.yaml:2:1: {said}")


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
