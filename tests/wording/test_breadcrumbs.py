"""The way to a place, and the name of what stands there: nothing about a person is in either."""

import pytest

from planc.model.document import Data, Route
from planc.resources import schema
from planc.wording.breadcrumbs import crumbs, item_crumbs, object_at, objects_in

PLAN = schema("plan")
DATA: Data = {
    "ref": "SOC-2026-014",
    "threat": {"assessment": "Rising"},
    "subjects": [{"key": "S1", "role": "organiser"}, {"key": "S2", "role": "courier"}],
    "partners": [{"organisation": "exampleton-council", "role": "Housing"}],
    "pursue": [{"id": "PUR-1", "tactic": "Closures"}, {"tactic": "Visits"}, "broken"],
    "log": [{"date": "2026-11-20", "note": "Drafted"}, {"note": "Undated"}],
}


@pytest.mark.parametrize(
    ("route", "way"),
    [
        (("ref",), "Plan reference"),
        (("pursue", 0, "owner"), "Pursue, PUR-1, Owner"),
        (("pursue", 1, "owner"), "Pursue, number 2, Owner"),
        (("pursue", 2), "Pursue, number 3"),
        (("partners", 0, "role"), "Partners, exampleton-council, Role"),
        (("log", 0, "note"), "Log, entry of 20 November 2026, Note"),
        (("log", 1), "Log, number 2"),
        ((), ""),
    ],
)
def test_the_way_is_in_titles_and_ids(route: Route, way: str) -> None:
    assert crumbs(PLAN, DATA, route) == way


def test_the_way_to_an_item_ends_at_it() -> None:
    assert item_crumbs(PLAN, DATA, ("pursue", 0, "owner")) == "Pursue, PUR-1"
    assert item_crumbs(PLAN, DATA, ("threat", "assessment")) == "Threat, Assessment"


def test_no_subject_is_named() -> None:
    routes: list[Route] = [("subjects", 0), ("subjects", 1, "role"), ("subjects", 0, "nickname")]
    for route in routes:
        way, thing = crumbs(PLAN, DATA, route), object_at(PLAN, DATA, route)
        for word in ("S1", "S2", "organiser", "courier", "nickname"):
            assert word not in way
            assert word not in thing.name + thing.field
    first, second = (object_at(PLAN, DATA, ("subjects", n)).name for n in (0, 1))
    assert first != second
    assert len(first) == len("subjects-00")


@pytest.mark.parametrize(
    ("route", "name", "field"),
    [
        (("pursue", 0, "owner"), "PUR-1", "owner"),
        (("threat", "assessment"), "threat.assessment", ""),
        ((), "plan", ""),
    ],
)
def test_an_object_goes_by_its_id_or_its_way(route: Route, name: str, field: str) -> None:
    assert object_at(PLAN, DATA, route) == (name, field)


def test_an_item_without_an_id_goes_by_its_label_and_a_digest() -> None:
    dated, undated = (object_at(PLAN, DATA, ("log", n)).name for n in (0, 1))
    assert dated.rpartition("-")[0] == "2026-11-20"
    assert undated.rpartition("-")[0] == "log"
    partner = object_at(PLAN, DATA, ("partners", 0)).name
    assert partner.rpartition("-")[0] == "exampleton-council"


def test_a_digest_does_not_confirm_what_is_not_shown() -> None:
    other: Data = {"log": [{"date": "2026-11-20", "note": "Served"}]}
    route: Route = ("log", 0)
    assert object_at(PLAN, DATA, route) != object_at(PLAN, other, route)
    assert object_at(PLAN, DATA, route, lambda _: "x") == object_at(
        PLAN, other, route, lambda _: "x"
    )


def test_every_object_is_listed() -> None:
    names = set(objects_in(PLAN, DATA))
    assert {"plan", "ref", "threat", "threat.assessment", "PUR-1"} <= names
