"""What the summary says of a policy that is not as planc ships it."""

from pathlib import Path

import pytest

from tests.conftest import CLEAN, DAY, Planc, extend_policy

# planc.yaml extends a region's file, and that a nation's
chained = pytest.mark.usefixtures("chain")


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
    extend_policy(base, "region.yaml\ntiers: [{name: force, review_days: 40}]")
    assert planc("check", *DAY).out.splitlines()[-1] == (
        "  tiers are force 40, local 84, not regional 28, force 56, local 84"
        " (region.yaml, line 2; planc.yaml, line 16)"
    )


def test_the_summary_says_where_the_policy_departs_from_what_planc_ships(
    planc: Planc, base: Path
) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "foia: Ask the FOI unit\n"
            "exercise: {as_of: 2026-11-22, stamp: EXERCISE}\n"
            "tiers: [{name: force, review_days: 84}, {name: local, review_days: 84}]\n"
            "numbers: {overdue_days: 14, strand_tactics: 1}\n"
            "rules:\n"
            "  tactic-overdue: {severity: info, reason: Chased by the tracker}\n"
            "  partner-none: {severity: off, reason: A covert force}\n"
        )
    assert planc("check") == (
        0,
        CLEAN + "The policy departs from what planc ships in 6 places:\n"
        "  overdue_days is 14, not 28 (planc.yaml, line 18)\n"
        "  tiers are force 84, local 84, not regional 28, force 56, local 84"
        " (planc.yaml, line 17)\n"
        "  foia is not the line that planc ships (planc.yaml, line 15)\n"
        "  tactic-overdue is info: Chased by the tracker (planc.yaml, line 20)\n"
        "  partner-none is off: A covert force (planc.yaml, line 21)\n"
        "  exercise: every page is stamped EXERCISE, and the day is 22 November 2026"
        " (planc.yaml, line 16)\n",
        "",
    )
