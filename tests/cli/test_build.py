"""`planc build`: which papers it makes, which it refuses, and what it leaves on the disk."""

import hashlib
import io
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from planc import check
from planc.all_formats import FORMATS, formats
from planc.all_papers import ASKED_AS
from planc.errors import PlancError
from planc.model.paper_file import PaperFile, PaperRequest
from planc.produce import produce
from planc.repository import open_repository
from tests.conftest import (
    AS_OF,
    DAY,
    NO_OWNER,
    PLAN,
    TOO_HIGH,
    Planc,
    at_most,
    change,
    not_root,
    posix,
    process,
)
from tests.formats.read_html import read_html

PACK = "SOC-2026-014-plan-board"
EVERY = ",".join(FORMATS)
REFUSED = f"planc: {PLAN}: no paper was made, because it has a refusal.\n"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _written(number: int, folder: Path) -> str:
    return f"Wrote {number} file{'' if number == 1 else 's'} to {folder}.\n"


def _second_plan(base: Path, ref: str) -> Path:
    copy = base / "plans" / "maple.yaml"
    shutil.copy(base / PLAN, copy)
    change(copy, ("ref: SOC-2026-014", f"ref: {ref}"), ("EXAMPLE LARCH", "EXAMPLE MAPLE"))
    return copy


def _words_of(docx: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(docx.read_bytes())) as package:
        return re.sub("<[^>]+>", " ", package.read("word/document.xml").decode())


# What is made


def test_a_plan_becomes_a_word_and_a_markdown_file(planc: Planc, base: Path) -> None:
    assert planc("build", *DAY) == (0, _written(2, base / "packs"), "")
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]
    assert "EXAMPLE LARCH" in _words_of(base / "packs" / f"{PACK}.docx")
    text = (base / "packs" / f"{PACK}.md").read_text(encoding="utf-8")
    assert text.startswith("OFFICIAL-SENSITIVE\n\nPOLICE ONLY\n\n# EXAMPLE LARCH\n")
    assert text.endswith("\nOFFICIAL-SENSITIVE\n")


@pytest.mark.parametrize(
    ("to", "formats"),
    [
        ("docx", [".docx"]),
        ("md", [".md"]),
        ("md,docx", [".docx", ".md"]),
        ("md, docx , md", [".docx", ".md"]),
        ("html", [".html"]),
        ("docx,md,html", [".docx", ".html", ".md"]),
    ],
)
def test_only_the_formats_asked_for_are_made(
    planc: Planc, base: Path, to: str, formats: list[str]
) -> None:
    assert planc("build", "--to", to, *DAY) == (0, _written(len(formats), base / "packs"), "")
    assert _names(base / "packs") == [PACK + suffix for suffix in formats]


def test_packs_go_where_they_are_asked_to_go(planc: Planc, base: Path) -> None:
    out = base.parent / "papers" / "of today"
    assert planc("build", "--out", out, *DAY) == (0, _written(2, out), "")
    assert _names(out) == [f"{PACK}.docx", f"{PACK}.md"]
    assert not (base / "packs").exists()


def test_packs_go_to_the_root_of_the_repository_from_anywhere_in_it(
    planc: Planc, base: Path
) -> None:
    assert planc("build", "larch.yaml", *DAY, cwd=base / "plans").status == 0
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]
    assert _names(base / "plans") == ["larch.yaml"]


def test_the_author_has_an_edition_of_their_own(planc: Planc, base: Path) -> None:
    assert planc("build", "--edition", "author", "--to", "md", *DAY).status == 0
    assert _names(base / "packs") == ["SOC-2026-014-plan-author.md"]
    text = (base / "packs" / "SOC-2026-014-plan-author.md").read_text(encoding="utf-8")
    assert "\nAUTHOR'S FULL PACK - POLICE ONLY\n" in text


def test_a_reference_with_strokes_and_dots_has_hyphens_in_the_names_of_its_papers(
    planc: Planc, base: Path
) -> None:
    change(base / PLAN, ("ref: SOC-2026-014", "ref: SOC/2026.014"))
    assert planc("build", "--to", "md", *DAY).status == 0
    paper = base / "packs" / f"{PACK}.md"
    assert _names(base / "packs") == [paper.name]
    assert "SOC/2026.014" in paper.read_text(encoding="utf-8")


def test_packs_are_never_taken_for_plans(planc: Planc) -> None:
    assert planc("build", "--out", "plans", *DAY).status == 0
    assert planc("build", "--out", "plans", *DAY) == (0, _written(2, Path("plans")), "")


def test_the_command_knows_every_format() -> None:
    assert tuple(formats()) == FORMATS


# Findings


def test_an_error_leaves_the_pack_standing_and_the_pack_says_it(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER, ("next_review: 2026-12-02\nthreat", "threat"))
    change(base / PLAN, ("by: supt-crime, next_review: 2026-12-02}", "by: supt-crime}"))
    ran = planc("build", "--to", EVERY, *DAY)
    assert (ran.status, ran.err) == (1, "")
    assert "Found 2 errors.\n" in ran.out
    assert ran.out.endswith(f"\n{_written(len(FORMATS), base / 'packs')}")
    for words in (
        (base / "packs" / f"{PACK}.md").read_text(encoding="utf-8"),
        (base / "packs" / f"{PACK}.html").read_text(encoding="utf-8"),
        _words_of(base / "packs" / f"{PACK}.docx"),
    ):
        assert "Plan checks not met: 2 (force policy)" in words


def test_a_warning_is_printed_and_is_no_failure(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 2026-11-20"))
    ran = planc("build", "--to", "md", *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert "planc explain tactic-overdue\n" in ran.out
    text = (base / "packs" / f"{PACK}.md").read_text(encoding="utf-8")
    assert "Plan checks not met" not in text
    assert "Plan checks met" in text


def test_a_refusal_makes_no_pack_and_says_why(planc: Planc, base: Path) -> None:
    change(base / PLAN, TOO_HIGH)
    ran = planc("build", *DAY)
    assert (ran.status, ran.err) == (1, REFUSED)
    assert "planc explain marking-too-high\n" in ran.out
    assert ran.out.endswith(f"\n{_written(0, base / 'packs')}")
    assert not (base / "packs").exists()


UNREADABLE = ("log:\n", "actions: - visit\nlog:\n")


@pytest.mark.parametrize("pair", [TOO_HIGH, UNREADABLE])
def test_the_earlier_pack_of_a_refused_plan_never_passes_for_a_fresh_one(
    planc: Planc, base: Path, pair: tuple[str, str]
) -> None:
    planc("build", *DAY)
    planc("build", "--edition", "author", "--to", "md", *DAY)
    before = (base / "packs" / f"{PACK}.md").read_bytes()
    change(base / PLAN, pair)
    ran = planc("build", "--to", "md", *DAY)
    packs = base / "packs"
    renamed = (
        f"planc: {packs / PACK}{suffix} is out of date, and is now called STALE-{PACK}{suffix}.\n"
        for suffix in (".docx", ".md")
    )
    assert (ran.status, ran.err) == (1, REFUSED + "".join(renamed))
    assert _names(packs) == [
        "SOC-2026-014-plan-author.md",
        f"STALE-{PACK}.docx",
        f"STALE-{PACK}.md",
    ]
    assert (packs / f"STALE-{PACK}.md").read_bytes() == before
    assert planc("build", *DAY).err == REFUSED


def test_a_pack_that_cannot_be_renamed_is_named_as_out_of_date(planc: Planc, base: Path) -> None:
    change(base / PLAN, TOO_HIGH)
    (base / "packs" / f"STALE-{PACK}.md").mkdir(parents=True)
    (base / "packs" / f"{PACK}.md").write_bytes(b"old")
    ran = planc("build", *DAY)
    assert ran.status == 2
    assert ran.err.startswith(
        f"{REFUSED}planc: {base / 'packs' / PACK}.md is out of date, and could not be renamed: "
    )


def test_a_plan_without_a_reference_that_can_be_read_leaves_none_that_is_fresh(
    planc: Planc, base: Path
) -> None:
    planc("build", *DAY)
    (base / PLAN).write_text("", encoding="utf-8")
    assert planc("build", *DAY).err.startswith(REFUSED)
    assert _names(base / "packs") == [f"STALE-{PACK}.docx", f"STALE-{PACK}.md"]


def test_one_refused_plan_stops_no_other(planc: Planc, base: Path) -> None:
    change(_second_plan(base, "SOC-2026-015"), TOO_HIGH)
    ran = planc("build", "--to", "md", *DAY)
    assert ran.status == 1
    assert ran.err == REFUSED.replace("larch", "maple")
    assert _names(base / "packs") == [f"{PACK}.md"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("directory.yaml", "\nposts:", "\nposts: []\nposts:"),
        ("directory.yaml", "\nposts:", "\nposts: - x"),
    ],
)
def test_a_refusal_in_the_directory_stops_every_pack(
    planc: Planc, base: Path, name: str, old: str, new: str
) -> None:
    planc("build", "--to", "md", *DAY)
    change(base / name, (old, new))
    _second_plan(base, "SOC-2026-015")
    ran = planc("build", "--to", "md", *DAY)
    assert ran.status == 1
    first, second, third = ran.err.splitlines()
    assert first == f"planc: {PLAN}: no paper was made, because {name} has a refusal."
    assert second == f"planc: plans/maple.yaml: no paper was made, because {name} has a refusal."
    assert third.endswith(f"{PACK}.md is out of date, and is now called STALE-{PACK}.md.")
    assert _names(base / "packs") == [f"STALE-{PACK}.md"]


# Stamps


@pytest.mark.parametrize("word", ["SAMPLE", "EXERCISE"])
def test_every_paper_of_an_exercise_is_stamped(planc: Planc, base: Path, word: str) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write(f"exercise: {{as_of: 2026-11-22, stamp: {word}}}\n")
    assert planc("build", "--to", EVERY).status == 0
    _assert_stamped(base / "packs", word)


def test_the_paper_of_a_draft_is_stamped_and_its_errors_are_no_failure(
    planc: Planc, base: Path
) -> None:
    change(base / PLAN, ("status: active", "status: draft"), NO_OWNER)
    ran = planc("build", "--to", EVERY, *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert "Found 1 warning.\n" in ran.out
    _assert_stamped(base / "packs", "DRAFT")


def test_a_live_paper_has_no_stamp(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("          # SAMPLE", ""))
    planc("build", "--to", EVERY, *DAY)
    for words in (
        (base / "packs" / f"{PACK}.md").read_text(encoding="utf-8"),
        (base / "packs" / f"{PACK}.html").read_text(encoding="utf-8"),
        _words_of(base / "packs" / f"{PACK}.docx"),
    ):
        assert not re.search(r"\b(DRAFT|SAMPLE|EXERCISE)\b", words)


def _assert_stamped(packs: Path, word: str) -> None:
    text = (packs / f"{PACK}.md").read_text(encoding="utf-8")
    before_the_title = text.partition("\n# ")[0]
    assert re.search(rf"\b{word}\b", before_the_title)
    page = read_html((packs / f"{PACK}.html").read_bytes())
    for tag in ("header", "footer"):
        assert re.search(rf"\b{word}\b", page.find(f"body/{tag}").text_content())
    with zipfile.ZipFile(packs / f"{PACK}.docx") as package:
        headers = [name for name in package.namelist() if re.match(r"word/header\d*\.xml", name)]
        assert headers
        for name in headers:
            assert re.search(rf"\b{word}\b", package.read(name).decode()), name


# Papers about many plans


def test_a_portfolio_is_made_for_each_board_that_has_plans(planc: Planc, base: Path) -> None:
    ran = planc("build", "--pack", "portfolio", *DAY)
    assert ran == (0, _written(2, base / "packs"), "")
    name = "exampleton-ocg-portfolio-board"
    assert _names(base / "packs") == [f"{name}.docx", f"{name}.md"]
    assert "portfolio of 4P plans" in _words_of(base / "packs" / f"{name}.docx")


def test_a_portfolio_is_made_for_the_board_that_is_asked_for(planc: Planc, base: Path) -> None:
    asked = ("build", "--pack", "portfolio", "--board", "county-soc", "--edition", "author")
    assert planc(*asked, "--to", "md", *DAY).status == 0
    assert _names(base / "packs") == ["county-soc-portfolio-author.md"]


def test_task_sheets_are_made_and_what_is_left_out_is_said(planc: Planc, base: Path) -> None:
    ran = planc("build", "--pack", "tasks", "--to", "md", *DAY)
    assert (ran.status, ran.out) == (0, _written(2, base / "packs"))
    assert _names(base / "packs") == [
        "di-soc-east-tasks-owner.md",
        "di-soc-west-tasks-owner.md",
    ]
    assert ran.err.splitlines()[0] == (
        "planc: council-youth-lead: left out of the task sheet: SOC-2026-014 PRE-1, not shared with"
        " them in words of their own."
    )


def test_a_post_that_is_asked_nothing_has_no_sheet(planc: Planc, base: Path) -> None:
    ran = planc("build", "--pack", "tasks", "--post", "supt-crime", *DAY)
    message = (
        "planc: supt-crime: no paper was made, because no plan asks anything of them that they may"
        " have in writing.\n"
    )
    assert ran == (1, _written(0, base / "packs"), message)


@pytest.mark.parametrize(
    ("paper", "name", "change_to"),
    [
        ("tasks", "di-soc-west-tasks-owner", ("owner: di-soc-west", "owner: di-soc-east")),
        (
            "portfolio",
            "exampleton-ocg-portfolio-board",
            ("board: exampleton-ocg\nnext", "board: county-soc\nnext"),
        ),
    ],
)
def test_an_earlier_paper_about_many_plans_never_passes_for_a_fresh_one(
    planc: Planc, base: Path, paper: str, name: str, change_to: tuple[str, str]
) -> None:
    planc("build", "--pack", paper, "--to", "md", *DAY)
    assert f"{name}.md" in _names(base / "packs")
    change(base / PLAN, change_to)
    ran = planc("build", "--pack", paper, "--to", "md", *DAY)
    assert f"{name}.md is out of date, and is now called STALE-{name}.md.\n" in ran.err
    assert f"STALE-{name}.md" in _names(base / "packs")
    assert f"{name}.md" not in _names(base / "packs")


_WITH_EDITIONS = " or ".join(word for word in ASKED_AS if word != "tasks")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["--pack", "portfolios"],
            '"portfolios" is not a kind of paper. Did you mean "portfolio"?',
        ),
        (["--board", "county-soc"], "--board goes with --pack portfolio, not with plan."),
        (
            ["--pack", "portfolio", "--post", "di-soc-east"],
            "--post goes with --pack tasks, not with portfolio.",
        ),
        (
            ["--pack", "tasks", "--edition", "author"],
            f"--edition goes with --pack {_WITH_EDITIONS}, not with tasks.",
        ),
        (
            ["--pack", "portfolio", "--board", "exampleton"],
            '"exampleton" is not a board. Did you mean "exampleton-ocg"?',
        ),
        (
            ["--pack", "tasks", "--post", "di-soc-eats"],
            '"di-soc-eats" is not a post. Did you mean "di-soc-east"?',
        ),
    ],
)
def test_a_paper_asked_for_wrongly_is_answered_in_plain_words(
    planc: Planc, base: Path, words: list[str], expected: str
) -> None:
    assert planc("build", *words, *DAY) == (2, "", f"planc: {expected}\n")
    assert not (base / "packs").exists()


def test_papers_about_many_plans_are_the_same_bytes_every_time(base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    for paper in ("portfolio", "tasks"):
        words = ("build", "--pack", paper, *DAY)
        process(*words, "--out", "one", cwd=base, PYTHONHASHSEED="0")
        process(*words, "--out", "two", cwd=base, PYTHONHASHSEED="7")
    digests = list(_digests(base / "one"))
    assert {name.partition(".")[0] for name, _ in digests} == {
        "exampleton-ocg-portfolio-board",
        "di-soc-west-tasks-owner",
    }
    assert list(_digests(base / "two")) == digests


# Two plans with one reference


def test_two_plans_with_one_reference_do_not_write_over_each_other(
    planc: Planc, base: Path
) -> None:
    _second_plan(base, "SOC-2026-014")
    ran = planc("build", *DAY)
    message = (
        f"planc: plans/maple.yaml: no paper was made, because {PLAN} has the same reference.\n"
    )
    assert (ran.status, ran.err) == (1, message)
    assert "planc explain duplicate-ref\n" in ran.out
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]
    assert "EXAMPLE LARCH" in _words_of(base / "packs" / f"{PACK}.docx")


def test_a_plan_that_has_no_pack_is_a_failure_though_it_has_no_finding(
    planc: Planc, base: Path
) -> None:
    _second_plan(base, "SOC-2026-014")
    shutil.copy(base / PLAN, base / "plans" / "ash.yaml")
    change(base / "plans" / "ash.yaml", ("ref: SOC-2026-014", "ref: SOC-2026-001"))
    ran = planc("build", "--to", "md", PLAN, "plans/maple.yaml", *DAY)
    message = (
        f"planc: plans/maple.yaml: no paper was made, because {PLAN} has the same reference.\n"
    )
    assert ran == (1, _written(1, base / "packs"), message)


def test_a_refused_plan_does_not_retire_the_fresh_pack_of_another_with_its_reference(
    planc: Planc, base: Path
) -> None:
    change(_second_plan(base, "SOC-2026-014"), TOO_HIGH)
    ran = planc("build", *DAY)
    assert (ran.status, ran.err) == (1, REFUSED.replace("larch", "maple"))
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]


# Files are written whole or not at all


@posix
def test_a_pack_that_does_not_fit_leaves_the_old_one_and_stops_no_other(base: Path) -> None:
    packs = base / "packs"
    process("build", *DAY, cwd=base)
    sizes = {path.suffix: path.stat().st_size for path in packs.iterdir()}
    assert sizes[".md"] < sizes[".docx"]
    old = (packs / f"{PACK}.docx").read_bytes()
    (packs / f"{PACK}.md").write_bytes(b"old")
    ran = process("build", *DAY, cwd=base, limit=at_most(sizes[".md"]))
    message = f"planc: {packs / PACK}.docx could not be written: file too large.\n"
    assert ran == (2, _written(1, packs), message)
    assert _names(packs) == [f"{PACK}.docx", f"{PACK}.md"]
    assert (packs / f"{PACK}.docx").read_bytes() == old
    assert (packs / f"{PACK}.md").stat().st_size == sizes[".md"]


@posix
@pytest.mark.parametrize("target", [f"../{PLAN}", "nothing"])
def test_a_pack_is_never_written_through_a_link(planc: Planc, base: Path, target: str) -> None:
    plan = (base / PLAN).read_bytes()
    (base / "packs").mkdir()
    link = base / "packs" / f"{PACK}.md"
    link.symlink_to(target)
    message = f"planc: {link} could not be written: it is a link or no ordinary file.\n"
    assert planc("build", *DAY) == (2, _written(1, base / "packs"), message)
    assert link.is_symlink()
    assert (base / PLAN).read_bytes() == plan
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]


def test_a_file_where_the_folder_should_be(planc: Planc, base: Path) -> None:
    (base / "packs").write_bytes(b"mine")
    ran = planc("build", *DAY)
    assert (ran.status, ran.out) == (2, _written(0, base / "packs"))
    assert len(ran.err.splitlines()) == 2
    assert (base / "packs").read_bytes() == b"mine"


@posix
@not_root
def test_a_folder_that_may_not_be_written_to(planc: Planc, base: Path) -> None:
    (base / "packs").mkdir(mode=0o500)
    ran = planc("build", "--to", "md", *DAY)
    message = f"planc: {base / 'packs' / PACK}.md could not be written: permission denied.\n"
    assert ran == (2, _written(0, base / "packs"), message)


def test_a_failure_to_write_goes_before_a_finding(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    (base / "packs").write_bytes(b"mine")
    assert planc("build", *DAY).status == 2


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_findings_that_cannot_be_printed_stop_no_pack(base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    with Path("/dev/full").open("wb") as full:
        ran = process("build", *DAY, cwd=base, stdout=full)
    assert (ran.status, ran.err) == (2, "planc: Standard output: no space left on device.\n")
    assert _names(base / "packs") == [f"{PACK}.docx", f"{PACK}.md"]


# The passes behind it


def test_a_plan_that_changes_between_check_and_pack_makes_none(base: Path) -> None:
    repository = open_repository([base])
    report = check.check(repository, AS_OF)
    change(base / PLAN, NO_OWNER)
    with pytest.raises(PlancError) as error:
        list(produce(repository, report, "plan", PaperRequest(), ["md"]))
    assert str(error.value) == f"{PLAN} changed while planc was at work. Run it again."


def test_a_plan_that_was_never_checked_makes_no_pack(base: Path) -> None:
    part = check.check(open_repository([base / PLAN]), AS_OF)
    _second_plan(base, "SOC-2026-015")
    results = produce(open_repository([base]), part, "plan", PaperRequest(), ["md"])
    first = next(results)
    assert isinstance(first, PaperFile)
    assert first.name == f"{PACK}.md"
    with pytest.raises(PlancError, match=r"^plans/maple\.yaml changed while planc was at work\."):
        next(results)


def test_both_passes_tell_how_far_they_are(base: Path) -> None:
    _second_plan(base, "SOC-2026-015")
    progress: list[tuple[int, int]] = []
    repository = open_repository([base])
    report = check.check(repository, AS_OF, lambda *far: progress.append(far))
    assert progress == [(4, 4)]
    progress.clear()
    far = lambda *numbers: progress.append(numbers)  # noqa: E731
    list(produce(repository, report, "plan", PaperRequest(), ["md"], far))
    assert progress == [(1, 2), (2, 2)]


# The same bytes


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir()):
        yield path.name, hashlib.sha256(path.read_bytes()).hexdigest()


def test_packs_are_the_same_bytes_whenever_and_wherever_they_are_made(
    base: Path, tmp_path: Path
) -> None:
    change(base / PLAN, NO_OWNER)
    elsewhere = tmp_path / "somewhere else" / "ü"
    shutil.copytree(base, elsewhere)
    (elsewhere / PLAN).touch()
    words = ("build", elsewhere, "--to", EVERY, "--out", tmp_path / "out", *DAY)
    east = process(
        "build", "--to", EVERY, *DAY, cwd=base, TZ="Asia/Tokyo", PYTHONHASHSEED="0", LC_ALL="C"
    )
    time.sleep(2.1)  # the clock of a zip file ticks every two seconds
    west = process(
        *words, cwd=tmp_path, TZ="America/Lima", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1"
    )
    assert (east.status, west.status) == (1, 1)
    digests = list(_digests(base / "packs"))
    assert [name for name, _ in digests] == sorted(
        f"{PACK}{module.SUFFIX}" for module in formats().values()
    )
    assert list(_digests(tmp_path / "out")) == digests


def test_packs_of_another_day_are_other_bytes(planc: Planc, base: Path) -> None:
    planc("build", "--to", EVERY, *DAY)
    digests = dict(_digests(base / "packs"))
    planc("build", "--to", EVERY, "--as-of", "2026-11-23")
    again = dict(_digests(base / "packs"))
    assert digests.keys() == again.keys()
    assert all(digests[name] != again[name] for name in digests)
