"""Settings before and after -> each that is not as it was, by its way, with no more than words."""

import pytest

from planc.model.difference import SettingChange
from planc.model.document import Data
from planc.passes.compare_settings import compare_settings


def _changes(old: Data, new: Data) -> list[SettingChange]:
    return list(compare_settings("planc.yaml", old, new))


BOARD: Data = {"id": "ocg", "chair": "supt", "meetings": ["2026-11-04", "2026-12-02"]}


def test_what_is_as_it_was_is_no_change() -> None:
    assert _changes({"force": "A", "boards": [BOARD]}, {"force": "A", "boards": [BOARD]}) == []
    assert _changes(None, None) == []


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ({"force": "A"}, {"force": "B"}, ("force", "A", "B")),
        ({"force": "A"}, {}, ("force", "A", None)),
        ({}, {"numbers": {"lro_plans": 4}}, ("numbers.lro_plans", None, "4")),
        (None, {"force": "A"}, ("force", None, "A")),
        ({"force": "A"}, None, ("force", "A", None)),
        (
            {"rules": {"tab": {"severity": "off", "reason": "x"}}},
            {"rules": {"tab": {"severity": "off", "reason": "y"}}},
            ("rules.tab", "off", "off"),
        ),
        ({"plans": ["a"]}, {"plans": ["b"]}, ("plans", None, None)),
    ],
)
def test_a_change_is_told_by_its_way_and_in_words(
    old: Data, new: Data, change: tuple[str, str | None, str | None]
) -> None:
    (one,) = _changes(old, new)
    assert (one.path, one.field, one.before, one.after) == ("planc.yaml", *change)


def test_items_go_by_their_ids_and_stand_where_they_are_now() -> None:
    old: Data = {"boards": [BOARD, {"id": "soc", "chair": "a"}]}
    new: Data = {"boards": [{"id": "soc", "chair": "b"}, BOARD]}
    (one,) = _changes(old, new)
    assert (one.field, one.route) == ("boards.soc.chair", ("boards", 0, "chair"))


@pytest.mark.parametrize(
    ("meetings", "later_only"),
    [
        (["2026-11-04", "2026-12-02", "2027-01-06"], True),
        (["2026-11-04"], False),
        (["2026-11-05", "2026-12-02", "2027-01-06"], False),
    ],
)
def test_days_that_come_after_those_of_a_calendar_are_no_more_than_that(
    meetings: list[Data], later_only: bool
) -> None:
    new: Data = {"id": "ocg", "chair": "supt", "meetings": meetings}
    (one,) = _changes({"boards": [BOARD]}, {"boards": [new]})
    assert (one.field, one.later_only) == ("boards.ocg.meetings", later_only)


def test_a_list_of_another_kind_that_grows_is_a_change_like_any_other() -> None:
    (one,) = _changes({"plans": ["a"]}, {"plans": ["a", "b"]})
    assert not one.later_only
