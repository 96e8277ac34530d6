"""Document -> Plan: total, whatever a file holds; what is spoiled is left out, and no more."""

import datetime as dt
from dataclasses import replace

import pytest

from planc.model.document import Document, Route
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.passes.build import build
from planc.resources import schema
from tests.passes.told import read_in


def _built(text: str, *spoiled: Route) -> Plan:
    """The plan in a text, of which these routes are spoiled."""
    document, _ = read_in(text)
    assert document is not None
    return build(Plan, replace(document, spoiled=frozenset(spoiled)))


TACTICS = """\
ref: SOC-2026-014
starts: 2026-09-01
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, due: 2026-12-18}
  - {id: PUR-2, tactic: Visits, due: soon}
"""


def test_a_value_becomes_what_its_field_holds_and_knows_where_it_stands() -> None:
    plan = _built(TACTICS)
    first, second = plan.pursue
    assert (plan.starts, first.due) == (dt.date(2026, 9, 1), dt.date(2026, 12, 18))
    assert (first.route, second.route) == (("pursue", 0), ("pursue", 1))
    assert first.serves == ("OBJ-1",)


def test_a_value_of_the_wrong_sort_is_none_and_takes_nothing_with_it() -> None:
    plan = _built(TACTICS)
    assert plan.pursue[1].due is None
    assert plan.pursue[1].tactic == "Visits"


def test_what_is_spoiled_is_left_out_though_it_could_be_read() -> None:
    plan = _built(TACTICS, ("ref",), ("pursue", 0, "due"))
    assert plan.ref is None
    assert (plan.pursue[0].id, plan.pursue[0].due) == ("PUR-1", None)


def test_of_a_list_only_the_spoiled_item_is_left_out_and_the_next_keeps_its_place() -> None:
    (left,) = _built(TACTICS, ("pursue", 0)).pursue
    assert (left.id, left.route) == ("PUR-2", ("pursue", 1))


@pytest.mark.parametrize(
    "text",
    [
        "just words\n",
        "- a\n- list\n",
        "pursue: none\nlog: {date: 2026-11-18}\n",
        "pursue: [1, true, [[]], {}]\nthreat: []\nteam: yes\n",
        "objectives: {id: {id: {id: 1}}}\nwaivers: 7\n",
    ],
)
def test_there_is_a_plan_whatever_the_file_holds(text: str) -> None:
    assert isinstance(_built(text), Plan)


def test_what_a_policy_leaves_open_is_what_its_schema_says() -> None:
    document = Document(
        "planc.yaml", "", {"numbers": {"overdue_days": 10}}, ((1, 1, 1, 1), {}, False)
    )
    policy = build(Policy, document, schema("policy"))
    assert policy.numbers.overdue_days == 10
    assert policy.numbers.review_cap_days == 182
    assert [tier.name for tier in policy.tiers] == ["regional", "force", "local"]
