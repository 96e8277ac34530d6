"""A record of what a board was given: whether it counts, and which is the last."""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from planc.model.directory import Directory, Organisation, Post
from planc.model.issue import ISSUED, ISSUES, Issue, last_issue, read_of
from planc.model.ledger import parse_ledger

POLICE = Directory(
    organisations=(
        Organisation(id="police", name="Exampleton Police", sector="police"),
        Organisation(id="council", name="Exampleton Council", sector="council"),
    ),
    posts=(Post(id="di", organisation="police"), Post(id="housing", organisation="council")),
)
WHOLE = Issue(
    kind="issued",
    on="2026-11-22",
    paper="board-portfolio",
    board="board",
    meeting="2026-12-02",
    issued_by="di",
    file="board-portfolio-2026-12-02.md",
    digest="d" * 64,
    sha256="a" * 64,
    planc="0.1.0",
)


def test_it_is_whole_if_it_says_all_and_a_police_post_issued_it() -> None:
    assert WHOLE.is_whole(POLICE)
    assert not WHOLE.is_whole(Directory())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *((name, "") for name in ("file", "digest", "sha256", "planc", "on", "issued_by")),
        ("on", "soon"),
        ("issued_by", "housing"),
        ("issued_by", "nobody"),
    ],
)
def test_it_does_not_count_without_its_duties(field: str, value: str) -> None:
    change: dict[str, Any] = {field: value}
    assert not replace(WHOLE, **change).is_whole(POLICE)


def test_the_last_is_of_the_last_meeting_before_a_day_and_the_later_of_two() -> None:
    before = dt.date(2026, 12, 30)
    earlier = replace(WHOLE, meeting="2026-11-04", sha256="b" * 64)
    again = replace(WHOLE, sha256="c" * 64)
    that_day = replace(WHOLE, meeting="2026-12-30")
    other = replace(WHOLE, paper="other-portfolio", meeting="2026-12-20")
    unread = replace(WHOLE, meeting="soon")
    ledger = [WHOLE, again, earlier, that_day, other, unread]
    assert last_issue(ledger, "board-portfolio", before) == again
    assert last_issue(ledger, "board-portfolio", dt.date(2026, 12, 2)) == earlier
    assert last_issue(ledger, "board-portfolio", dt.date(2026, 11, 4)) is None
    assert last_issue([], "board-portfolio", before) is None
    same = [replace(WHOLE, objects={"SOC-1/OBJ-1": "a"}), replace(WHOLE)]
    assert last_issue(same, "board-portfolio", before) is same[1]


def test_its_defaults_say_nothing() -> None:
    short = Issue(kind="issued", on="d", paper="p", board="b", meeting="m")
    assert (
        short.line == '{"kind": "issued", "on": "d", "paper": "p", "board": "b", "meeting": "m"}\n'
    )
    assert short.WHAT == "record of an issue"


@pytest.mark.parametrize("field", ["kind", "on", "paper", "board", "meeting"])
def test_a_line_without_what_tells_it_is_no_record(field: str) -> None:
    entry = json.loads(WHOLE.line)
    assert parse_ledger(json.dumps(entry) + "\n", Issue) == (WHOLE,)
    del entry[field]
    with pytest.raises(ValueError, match="line 1 is no record of an issue"):
        parse_ledger(json.dumps(entry) + "\n", Issue)


def test_a_ledger_has_its_name_and_its_word() -> None:
    assert (ISSUES, ISSUED) == ("issued.jsonl", "issued")


def test_what_a_board_read_of_a_plan_is_the_last_of_that_meeting_that_has_it() -> None:
    met = dt.date(2026, 12, 2)
    first = replace(WHOLE, objects={"SOC-1/OBJ-1": "a", "SOC-2/OBJ-1": "b"})
    later = replace(first, sha256="c" * 64)
    other_board = replace(later, board="another")
    other_day = replace(later, meeting="2026-12-03")
    other_plan = replace(later, objects={"SOC-12/OBJ-1": "a"})
    ledger = [first, later, other_board, other_day, other_plan]
    assert read_of(ledger, "board", met, "SOC-1") is later
    assert read_of(ledger, "board", met, "SOC-12") is other_plan
    assert read_of(ledger, "board", met, "SOC-3") is None
    assert read_of([first, other_board], "board", met, "SOC-2") is first
