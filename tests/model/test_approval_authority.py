"""Who may agree to what is the SRO's to agree to, on which day."""

import datetime as dt
from pathlib import Path

import pytest

from planc.model.approval_authority import Authority
from planc.repository import open_repository, parse_file, source_of
from tests.conftest import PLAN, merged

DAY = dt.date(2026, 11, 4)
BOARDS = """\
boards:
  - {id: exampleton-ocg, name: Exampleton OCG Board, chair: mentoring-lead, meetings: [2026-11-04]}
"""


def _authority(base: Path, piece: str, day: dt.date = DAY, policy: str = BOARDS) -> Authority:
    for name, text in ((PLAN, piece), ("planc.yaml", policy)):
        path = base / name
        path.write_text(merged(path.read_text(encoding="utf-8"), text), encoding="utf-8")
    repository = open_repository([base])
    plan = parse_file(source_of(base / PLAN, base), "plan", repository.known).plan
    assert plan is not None
    return repository.context(day).authority(plan, day)


@pytest.mark.parametrize(
    ("piece", "post", "why_not"),
    [
        ("", "supt-crime", None),
        ("", "di-soc-east", "the LRO"),
        ("", "council-housing", "neither the SRO of that day nor a post above"),
        ("team: {deputy_lro: di-soc-west}", "di-soc-west", "the deputy LRO"),
        ("team: {board_chair: di-soc-west}", "di-soc-west", None),
        ("team: {board_chair: di-soc-east}", "di-soc-east", "the LRO"),
        ("sro_since: 2026-11-04", "supt-crime", None),
        ("sro_since: 2026-11-05", "supt-crime", "SRO only since 5 November 2026"),
        ("sro_since: 2026-11-05", "council-housing", None),
        ("sro_since: 2026-11-05", "di-soc-east", "the LRO"),
        ("lro_since: 2026-11-05", "di-soc-east", "neither the SRO of that day nor a post above"),
        ("lro: supt-crime", "supt-crime", None),
    ],
)
def test_who_may_agree(base: Path, piece: str, post: str, why_not: str | None) -> None:
    authority = _authority(base, piece)
    assert authority.why_not(post) == why_not
    assert authority.may_agree(post) is (why_not is None)


def test_the_chair_of_the_board_may(base: Path) -> None:
    authority = _authority(base, "")
    assert authority.above == ("mentoring-lead",)
    assert authority.may_agree("mentoring-lead")


def test_who_stands_in_for_the_sro_may(base: Path) -> None:
    path = base / "directory.yaml"
    text = path.read_text(encoding="utf-8")
    title = "title: Det Supt Crime,"
    path.write_text(text.replace(title, f"{title} deputy: di-soc-west,"), encoding="utf-8")
    assert _authority(base, "").may_agree("di-soc-west")


@pytest.mark.parametrize(
    ("acting_for", "may"), [("supt-crime", True), ("council-housing", False), (None, False)]
)
def test_who_acts_for_the_sro_may(base: Path, acting_for: str | None, may: bool) -> None:
    authority = _authority(base, "")
    assert authority.may_agree("di-soc-west", acting_for) is may
    assert not authority.may_agree("di-soc-east", acting_for)


@pytest.mark.parametrize(("day", "known"), [(dt.date(2026, 10, 6), False), (DAY, True)])
def test_an_sro_is_known_from_the_first_sign_off_on(base: Path, day: dt.date, known: bool) -> None:
    signed = "signoffs: [{date: 2026-10-07, by: supt-crime, covers: [objectives]}]"
    authority = _authority(base, signed, day)
    assert authority.sro == ("supt-crime" if known else None)
    assert authority.may_agree("council-housing") is not known
