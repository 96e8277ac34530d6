"""What is to be new in a plan -> an item: its id, its day, and its fields in order."""

from pathlib import Path

import pytest

from planc.passes.compose_item import KINDS, compose_item
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.passes.sharing import Sharing
from tests.passes.sharing import sharing as shared


@pytest.fixture
def sharing(base: Path) -> Sharing:
    return shared(base)


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_asks_for_fields_that_there_are(name: str) -> None:
    kind = KINDS[name]
    item = field_at(schema("plan"), (*kind.route, 0))
    assert {kind.words, *kind.asks, *kind.today} <= item["properties"].keys()
    known = {kind.words, *kind.asks, *kind.today, *(["id"] if kind.id else [])}
    assert set(item["required"]) <= known | {"id"}
    assert not kind.status or kind.status in item["properties"]["status"]["enum"]


@pytest.mark.parametrize(
    ("name", "strand", "id_"),
    [
        ("tactic", "prevent", "PRE-3"),
        ("tactic", "prepare", "PPR-2"),
        ("objective", None, "OBJ-3"),
        ("risk", None, "RSK-1"),
    ],
)
def test_the_next_id_of_its_list_is_proposed(
    sharing: Sharing, name: str, strand: str | None, id_: str
) -> None:
    kind = KINDS[name]._replace(list=strand) if strand else KINDS[name]
    assert compose_item(sharing.plan, sharing.context, kind, {}, ["id"]) == {"id": id_}


def test_today_is_the_day_unless_another_is_given_and_the_order_is_the_schemas(
    sharing: Sharing,
) -> None:
    order = ["id", "action", "owner", "raised_on", "due"]
    given = {"due": "2026-12-18", "action": "Visit"}
    item = compose_item(sharing.plan, sharing.context, KINDS["action"], given, order)
    assert list(item.items()) == [
        ("id", "ACT-3"),
        ("action", "Visit"),
        ("raised_on", "2026-11-22"),
        ("due", "2026-12-18"),
    ]
    given["raised_on"] = "2026-11-04"
    item = compose_item(sharing.plan, sharing.context, KINDS["action"], given, order)
    assert item["raised_on"] == "2026-11-04"


def test_what_has_no_id_gets_none(sharing: Sharing) -> None:
    given = {"organisation": "exampleton-council"}
    order = ["id", "organisation"]
    assert compose_item(sharing.plan, sharing.context, KINDS["partner"], given, order) == given
