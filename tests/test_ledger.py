"""A ledger is read whole or not at all, and a paper never stands without its record."""

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planc.errors import PlancError
from planc.ledger import by_police, unusable
from planc.model.ledger import not_made, parse_ledger, standing
from planc.model.release import RELEASES, Release
from planc.produce import releases
from planc.repository import open_repository
from tests.conftest import AS_OF, DAY, PLAN, Planc, change, merged, not_root, posix

SHARED = """\
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring
    partner_text: Match the pupils whom schools refer with a mentor.
"""
BY = ("--sanitised-by", "di-soc-west", "--authorised-by", "supt-crime")
RELEASE = ("release", PLAN, "--to", "council-youth-lead", *DAY, *BY, "--to-format", "md")
WITHDRAW = ("release", PLAN, "--to", "council-youth-lead", *DAY, *BY[2:], "--withdraw")
SHEET = ("build", "--pack", "tasks", "--post", "council-youth-lead", "--to", "md", *DAY)


@pytest.fixture
def shared(base: Path) -> Path:
    """The base repository, with a tactic shared with a partner."""
    (base / PLAN).write_text(merged((base / PLAN).read_text(), SHARED))
    return base


def _record(**more: str) -> Release:
    fields = {"kind": "released", "on": "2026-11-22", "plan": "SOC-2026-014", "to": "council"}
    return Release(**{**fields, **more})


# Reading


@posix
def test_what_is_no_ordinary_file_is_refused_and_never_read_as_empty(
    planc: Planc, shared: Path, tmp_path: Path
) -> None:
    ledger, elsewhere = shared / RELEASES, tmp_path / "elsewhere.jsonl"
    elsewhere.write_text("")

    def torn() -> None:
        ledger.write_text(_record().line + '{"kind": "withdr')

    ways: dict[str, Callable[[], object]] = {
        "it is a link to another file": lambda: ledger.symlink_to(elsewhere),
        "is a directory": ledger.mkdir,
        "it is not an ordinary file": lambda: os.mkfifo(ledger),
        "line 2 is cut off": torn,
        "line 1 is no record of a release": lambda: ledger.write_text("null\n"),
        "it is no text in UTF-8": lambda: ledger.write_bytes(b"\xff\n"),
    }
    for because, make in ways.items():
        make()
        said = f"planc: {RELEASES} cannot be used: {because}. Put that right first.\n"
        for words in (RELEASE, WITHDRAW, SHEET):
            ran = planc(*words)
            assert (ran.status, ran.err) == (2, said), (because, words)
        assert not (shared / "packs").exists()
        ledger.rmdir() if ledger.is_dir() and not ledger.is_symlink() else ledger.unlink()
    assert elsewhere.read_text() == ""


@posix
@not_root
def test_a_ledger_that_may_not_be_read_is_refused(planc: Planc, shared: Path) -> None:
    (shared / RELEASES).write_text("")
    (shared / RELEASES).chmod(0)
    assert "cannot be used: permission denied." in planc(*RELEASE).err


def test_a_line_that_says_no_more_than_that_it_is_released_does_not_count(
    planc: Planc, shared: Path
) -> None:
    assert planc(*RELEASE).status == 0
    whole = json.loads((shared / RELEASES).read_text())
    assert "NOT RELEASED" not in _sheet(planc, shared)
    changes = [{name: ""} for name in ("sanitised_by", "authorised_by", "file", "sha256", "planc")]
    changes += [{"authorised_by": "council-housing"}, {"sanitised_by": "supt-crime"}]
    changes += [{"authorised_by": "nobody"}, {"on": "soon"}]
    for changed in changes:
        (shared / RELEASES).write_text(json.dumps(whole | changed) + "\n")
        assert releases(open_repository([shared])) == (), changed
    assert "NOT RELEASED" in _sheet(planc, shared)


def _sheet(planc: Planc, root: Path) -> str:
    assert planc(*SHEET).status == 0
    return (root / "packs" / "council-youth-lead-tasks-recipient.md").read_text()


def test_a_line_of_a_newer_planc_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="line 1 is no record of a release"):
        parse_ledger(_record(kind="recalled").line, Release)
    (found,) = parse_ledger(_record().line.replace("}", ', "new": 1}'), Release)
    assert found == _record()


def test_what_was_not_made_does_not_stand() -> None:
    first, second = _record(sha256="a"), _record(sha256="b")
    ledger = [first, second, not_made(second, "2026-11-23", "the disk was full"), second]
    assert standing(ledger) == (first, second)
    assert standing([*ledger, not_made(first, "2026-11-23", "")]) == (second,)
    again = parse_ledger("".join(record.line for record in ledger), Release)
    assert again == tuple(ledger)


# Writing


def test_nothing_else_is_ever_written_over_a_ledger(planc: Planc, shared: Path) -> None:
    assert planc(*RELEASE).status == 0
    before = (shared / RELEASES).read_bytes()
    (shared / "link.json").symlink_to(RELEASES)
    for name in (RELEASES, "./Releases.jsonl", "link.json", "issued.jsonl"):
        ran = planc("check", *DAY, "--output", f"json={name}")
        assert (ran.status, ran.out) == (2, ""), name
        assert "only added" in ran.err, name
    assert (shared / RELEASES).read_bytes() == before
    assert not (shared / "issued.jsonl").exists()


def test_a_paper_that_cannot_be_written_is_not_on_record(planc: Planc, shared: Path) -> None:
    ran = planc(*RELEASE, "--out", "/dev/null/x")
    assert ran.status == 2
    assert not (shared / RELEASES).exists()
    (shared / "there").mkdir()
    first = planc(*RELEASE, "--out", "there")
    assert first.status == 0
    (paper,) = (shared / "there").iterdir()
    assert json.loads((shared / RELEASES).read_text())["folder"] == "there"
    paper.unlink()
    paper.mkdir()
    ran = planc(*RELEASE, "--out", "there")
    assert (ran.status, len((shared / RELEASES).read_text().splitlines())) == (2, 1)


def test_one_that_is_left_without_a_line_end_gets_one(planc: Planc, shared: Path) -> None:
    assert planc(*RELEASE).status == 0
    ledger = shared / RELEASES
    ledger.write_text(ledger.read_text().rstrip("\n"))
    assert planc(*WITHDRAW).status == 0
    assert [json.loads(line)["kind"] for line in ledger.read_text().splitlines()] == [
        "released",
        "withdrawn",
    ]


# Withdrawing


def test_a_withdrawal_works_when_the_plan_is_gone(planc: Planc, shared: Path) -> None:
    assert planc(*RELEASE).status == 0
    for words in (PLAN, "SOC-2026-014"):
        (shared / PLAN).unlink(missing_ok=True)
        ran = planc("release", words, *WITHDRAW[2:])
        if words == PLAN:
            assert "Say its reference in place of the file" in ran.err
        else:
            assert (ran.status, ran.err) == (0, "")
    assert "withdrawn" in (shared / RELEASES).read_text().splitlines()[1]


def test_what_was_never_released_is_not_withdrawn(planc: Planc, shared: Path) -> None:
    ran = planc(*WITHDRAW)
    assert ran.status == 2
    assert "nothing of SOC-2026-014 is on record as released to council-youth-lead" in ran.err
    assert not (shared / RELEASES).exists()


def test_a_vacant_post_releases_nothing(planc: Planc, shared: Path) -> None:
    directory = shared / "directory.yaml"
    text = directory.read_text()
    assert "id: supt-crime," in text
    directory.write_text(
        text.replace("id: supt-crime,", "id: supt-crime, vacant_since: 2026-11-01,")
    )
    ran = planc(*RELEASE)
    assert (ran.status, "supt-crime is vacant" in ran.err) == (2, True)


# Who may put a record into it


def _refused(root: Path, post: str, verb: str, on: dt.date = AS_OF) -> str:
    try:
        by_police(open_repository([root]), post, on, verb)
    except PlancError as error:
        return str(error)
    return ""


def test_only_a_police_post_that_somebody_holds_may(base: Path) -> None:
    assert _refused(base, "supt-crime", "issue") == ""
    no_police = "council-youth-lead is no police post: only the police issue."
    assert _refused(base, "council-youth-lead", "issue") == no_police
    change(
        base / "directory.yaml",
        ("id: supt-crime,", f"id: supt-crime, vacant_since: {AS_OF.isoformat()},"),
    )
    vacant = "supt-crime is vacant: nobody is there to withdraw."
    assert _refused(base, "supt-crime", "withdraw") == vacant
    assert _refused(base, "supt-crime", "withdraw", AS_OF - dt.timedelta(1)) == ""
    (base / "directory.yaml").unlink()
    refused = "supt-crime is no police post: only the police authorise."
    assert _refused(base, "supt-crime", "authorise") == refused


def test_why_a_ledger_cannot_be_used_is_said_without_a_stop(base: Path) -> None:
    assert unusable(base / RELEASES, Release) == ""
    (base / RELEASES).write_text("null\n")
    assert unusable(base / RELEASES, Release) == "line 1 is no record of a release"
