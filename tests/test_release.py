"""What a release records, who may sanitise and authorise it, and what is withdrawn."""

import hashlib
from pathlib import Path

import pytest

from planc import __version__
from planc.check import check
from planc.errors import PlancError
from planc.model.paper_file import NoPaper
from planc.model.release import Release
from planc.release import Released, release, withdraw
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, change, merged

TO, SANITISED, AUTHORISED = "council-youth-lead", "di-soc-west", "supt-crime"
SHARED = """\
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead, table]
    partner_title: Mentoring
    partner_text: Match the pupils whom schools refer with a mentor.
"""


@pytest.fixture
def shared(base: Path) -> Path:
    """The base repository, with a tactic shared with a partner and with the table."""
    (base / PLAN).write_text(merged((base / PLAN).read_text(), SHARED))
    return base


def _release(
    root: Path, to: str = TO, by: str | None = SANITISED, authorised_by: str = AUTHORISED
) -> Released | NoPaper:
    repository = open_repository([root])
    report = check(repository, AS_OF)
    words = {"sanitised_by": by, "authorised_by": authorised_by}
    return release(repository, report, to, **words, form="md")  # type: ignore[arg-type]


@pytest.mark.parametrize("to", [TO, "table"])
def test_the_paper_is_marked_as_released_and_everything_of_it_is_recorded(
    shared: Path, to: str
) -> None:
    released = _release(shared, to)
    assert isinstance(released, Released)
    file = released.file
    assert file.name.startswith("partner-all-" if to == "table" else f"partner-{TO}-")
    assert b"NOT RELEASED" not in file.content
    assert b"Match the pupils" in file.content
    assert released.record == Release(
        kind="released",
        on="2026-11-22",
        plan="SOC-2026-014",
        to=to,
        sanitised_by=SANITISED,
        authorised_by=AUTHORISED,
        file=file.name,
        digest=file.digest,
        sha256=hashlib.sha256(file.content).hexdigest(),
        planc=__version__,
    )


def test_what_may_not_go_is_not_released_and_says_why(shared: Path) -> None:
    change(shared / PLAN, ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE - POLICE USE ONLY"))
    refused = _release(shared)
    assert isinstance(refused, NoPaper)
    assert "POLICE USE ONLY" in refused.because


THREE = "One post sanitises, another authorises and a third receives: name three."


@pytest.mark.parametrize(
    ("to", "by", "authorised_by", "why"),
    [
        (TO, SANITISED, TO, f"{TO} is no police post: only the police authorise."),
        (TO, TO, AUTHORISED, f"{TO} is no police post: only the police sanitise."),
        (TO, None, AUTHORISED, "Who sanitised it? Say --sanitised-by and a post."),
        (TO, AUTHORISED, AUTHORISED, THREE),
        (SANITISED, SANITISED, AUTHORISED, THREE),
        (AUTHORISED, SANITISED, AUTHORISED, THREE),
    ],
)
def test_three_posts_take_part_and_two_are_of_the_police(
    shared: Path, to: str, by: str | None, authorised_by: str, why: str
) -> None:
    with pytest.raises(PlancError) as raised:
        _release(shared, to, by, authorised_by)
    assert str(raised.value) == why


def test_what_was_released_is_withdrawn_by_the_police_and_nothing_else(base: Path) -> None:
    repository = open_repository([base])
    ledger = (Release(kind="released", on="2026-11-20", plan="SOC-2026-014", to=TO, digest="d"),)

    def withdrawn(to: str, authorised_by: str = AUTHORISED) -> Release:
        return withdraw(
            repository, ledger, "SOC-2026-014", to, authorised_by=authorised_by, on=AS_OF
        )

    assert withdrawn(TO) == Release(
        kind="withdrawn", on="2026-11-22", plan="SOC-2026-014", to=TO, authorised_by=AUTHORISED
    )
    with pytest.raises(PlancError) as raised:
        withdrawn("mentoring-lead")
    nothing = "nothing of SOC-2026-014 is on record as released to mentoring-lead."
    assert str(raised.value) == nothing
    with pytest.raises(PlancError) as raised:
        withdrawn(TO, TO)
    assert str(raised.value) == f"{TO} is no police post: only the police withdraw."
