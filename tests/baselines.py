"""The first planc-baseline.yaml of a plan with three findings, and what tests ask of any."""

import json
from pathlib import Path
from typing import Any

import yaml

from planc.model.baseline import BASELINE
from tests.conftest import (
    Planc,
)

LATER = ("--as-of", "2026-11-23")


SECOND = "plans/maple.yaml"


ONE = """\
# Findings that stood when these plans came to planc, or when this list was last renewed. planc
# check passes over them up to the day of their plan; papers for a board still count them.
# planc baseline takes out what is put right. To set a finding aside for a reason, write a waiver
# in the plan instead.
planc: 1
plans:
  - plan: SOC-2026-014
    until: 2027-05-23
    findings:
      quotes-advised: {operation: 1}
      tactic-no-owner: {PUR-1.owner: 1}
      tactic-overdue: {PUR-1.due: 1}
"""


SETS = f"{BASELINE} sets"


def lists(base: Path) -> Any:
    """The lists of planc-baseline.yaml, one a plan, as data."""
    return yaml.safe_load((base / BASELINE).read_text())["plans"]


def listed_rules(base: Path, plan: str = "SOC-2026-014") -> list[str]:
    """The rules on the lists of a plan."""
    return [
        rule for of_plan in lists(base) if of_plan["plan"] == plan for rule in of_plan["findings"]
    ]


def checked_json(planc: Planc, *words: str) -> Any:
    """What planc check finds, as data."""
    return json.loads(planc("check", *words, "--output", "json").out)
