"""A policy that extends others: whose word holds, value by value."""

import json
from pathlib import Path

from planc.model.policy import Board
from planc.repository import open_repository
from tests.conftest import DAY, LATE, PLAN, Planc, change


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
    findings = json.loads(planc("check", *DAY, "--output", "json").out)["findings"]
    assert [(f["rule"], f["severity"]) for f in findings] == [("tactic-overdue", "info")]


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
