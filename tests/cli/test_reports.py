"""Reports on a server: their paths, their size, and the files that they are written to."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from planc.all_reporters import REPORTERS
from tests.conftest import (
    BASE,
    DAY,
    NO_OWNER,
    PLAN,
    Planc,
    change,
    environment,
    merged,
    posix,
)


@pytest.fixture
def nested(base: Path) -> Path:
    """The top of a git repository in which planc.yaml stands in a folder, with a faulty plan."""
    top = base.parent / "top"
    (top / ".git").mkdir(parents=True)
    shutil.copytree(base, top / "soc")
    change(top / "soc" / PLAN, NO_OWNER)
    return top


def _paths(form: str, out: str) -> set[str]:
    """The paths of the findings in a report."""
    if form == "github":
        return {
            line.split("file=")[1].split(",")[0] for line in out.splitlines() if "file=" in line
        }
    if form == "junit":
        return {case.attrib["classname"] for case in ElementTree.fromstring(out).iter("testcase")}  # noqa: S314
    held = json.loads(out)
    if form == "gitlab":
        return {finding["location"]["path"] for finding in held}
    if form == "sarif":
        locations = [result["locations"][0] for result in held["runs"][0]["results"]]
        return {at["physicalLocation"]["artifactLocation"]["uri"] for at in locations}
    return {finding["path"] for finding in held["findings"]}


@pytest.mark.parametrize("folder", [".", "soc", "soc/plans"])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "json"])
def test_machines_get_paths_from_the_folder_that_holds_git(
    planc: Planc, nested: Path, form: str, folder: str
) -> None:
    ran = planc("check", nested / "soc", *DAY, "--output", form, cwd=nested / folder)
    assert ran.status == 1
    assert "soc/plans/larch.yaml" in _paths(form, ran.out)
    assert PLAN not in _paths(form, ran.out)


@pytest.mark.parametrize(
    ("folder", "path"),
    [(".", "soc/plans/larch.yaml"), ("soc", PLAN), ("soc/plans", "larch.yaml")],
)
@pytest.mark.parametrize("form", ["text", "concise"])
def test_people_get_paths_from_where_they_stand(
    planc: Planc, nested: Path, form: str, folder: str, path: str
) -> None:
    ran = planc("check", nested / "soc", *DAY, "--output", form, cwd=nested / folder)
    assert ran.out.startswith(f"{path}:25:")


def test_git_is_looked_for_and_not_run(
    planc: Planc, nested: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    shutil.rmtree(nested / ".git")
    (nested / ".git").write_text("gitdir: elsewhere\n")  # as in a work tree
    ran = planc("check", nested / "soc", *DAY, "--output", "json", cwd=nested)
    assert _paths("json", ran.out) == {"soc/plans/larch.yaml"}


def test_what_a_finding_is_known_by_stays_the_same_wherever_one_stands(
    planc: Planc, nested: Path
) -> None:
    (nested / "soc" / PLAN).write_text("planc: 1\nstatus: draft\n")
    shown = [
        planc("check", nested / "soc", *DAY, "--output", "gitlab", cwd=nested / folder).out
        for folder in (".", "soc")
    ]
    prints = [[finding["fingerprint"] for finding in json.loads(out)] for out in shown]
    assert prints[0] == prints[1]
    shutil.rmtree(nested / ".git")
    alone = planc("check", *DAY, "--output", "gitlab", cwd=nested / "soc").out
    assert [finding["fingerprint"] for finding in json.loads(alone)] == prints[0]


# Size


def _many(base: Path, number: int) -> None:
    text = (base / PLAN).read_text(encoding="utf-8")
    letters = ("".join(chr(ord("a") + n // 26**k % 26) for k in range(3)) for n in range(number))
    tactics = "\n".join(
        f"  - {{id: PUR-{n}, tactic: Closure orders, serves: OBJ-{word}, owner: di-{word}}}"
        for n, word in zip(range(1, number), letters, strict=False)
    )
    (base / PLAN).write_text(merged(text, f"pursue:\n{tactics}\n"), encoding="utf-8")


def test_a_page_of_markdown_stays_under_a_megabyte_and_says_what_it_left_out(
    planc: Planc, base: Path
) -> None:
    _many(base, 2_600)
    for name, ref in (("ash", "SOC-2026-015"), ("elder", "SOC-2026-016")):
        shutil.copy(base / PLAN, base / "plans" / f"{name}.yaml")
        change(base / "plans" / f"{name}.yaml", ("ref: SOC-2026-014", f"ref: {ref}"))
    planc("check", *DAY, "--output", "markdown=page.md", "--output", "json=all.json")
    page = (base / "page.md").read_text(encoding="utf-8")
    # a row that joins the findings of a plan is long: the next may have no room
    assert 800_000 < len(page.encode()) < 1_000_000
    found = json.loads((base / "all.json").read_text())["findings"]
    shown = page.count("** tactic-")
    rows = sum(line.startswith("| ") and "| **" in line for line in page.split("\n"))
    said = re.search(r"- Left out here: ([0-9,]+) findings of ([0-9,]+), since a longer page", page)
    assert said is not None
    left_out, whole = (int(number.replace(",", "")) for number in said.groups())
    assert whole == len(found)
    assert 0 < left_out <= len(found) - rows
    errors = sum(finding["severity"] == "error" for finding in found)
    assert shown >= min(errors, shown)
    if left_out > len(found) - errors:
        assert "**Warning**" not in page


def test_a_page_that_fits_is_shown_whole(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    planc("check", *DAY, "--output", "markdown=page.md")
    page = (base / "page.md").read_text(encoding="utf-8")
    assert page.startswith("**Checked 1 plan: ")
    assert "Left out" not in page


# Files


def test_a_summary_of_a_step_is_added_to(planc: Planc, base: Path) -> None:
    summary = base.parent / "step_summary"
    summary.write_text("## Build\n\nAll green.\n")
    planc("check", *DAY, "--output", f"markdown={summary}")
    assert summary.read_text().startswith("## Build\n\nAll green.\n\n**Checked 1 plan: ")


def test_a_report_of_its_own_is_replaced(planc: Planc, base: Path) -> None:
    for _ in range(2):
        planc("check", *DAY, "--output", "markdown=page.md")
    assert (base / "page.md").read_text().count("**Checked") == 1


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        (["json=x", "sarif=x"], "x is named for two reports: write each to a file of its own."),
        (["json=x", "sarif=./plans/../x"], "plans/../x is named for two reports: write each"),
        (["json=planc.yaml"], "planc.yaml is to be checked: write the report to another file."),
        (["json=plans/ash.yaml"], "plans/ash.yaml is no report: write the report to another file."),
        (
            ["json=releases.jsonl"],
            "releases.jsonl: it is a ledger, to which lines are only added; write",
        ),
        (["json=house.docx"], "house.docx is no report: write the report to another file."),
    ],
)
def test_a_report_is_written_over_nothing_but_a_report(
    planc: Planc, base: Path, outputs: list[str], said: str
) -> None:
    shutil.copy(base / PLAN, base / "plans" / "ash.yaml")
    for name in ("releases.jsonl", "house.docx"):
        (base / name).write_text("{}")
    words = [word for output in outputs for word in ("--output", output)]
    ran = planc("check", PLAN, *DAY, *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert not (base / "x").exists()
    assert (base / "releases.jsonl").read_text() == "{}"


@posix
def test_a_report_has_the_mode_of_the_file_there_or_that_of_the_umask(
    planc: Planc, base: Path
) -> None:
    (base / "old.json").write_text("")
    (base / "old.json").chmod(0o664)
    before = os.umask(0o027)
    try:
        planc("check", *DAY, "--output", "json=old.json", "--output", "sarif=new.sarif")
        planc("build", *DAY, "--to", "md")
    finally:
        os.umask(before)
    assert (base / "old.json").stat().st_mode & 0o777 == 0o664
    assert (base / "new.sarif").stat().st_mode & 0o777 == 0o640
    papers = list((base / "packs").iterdir())
    assert papers
    assert {paper.stat().st_mode & 0o777 for paper in papers} == {0o640}


@posix
def test_what_a_killed_run_left_behind_is_swept_by_the_next(planc: Planc, base: Path) -> None:
    from planc.cli import writing

    writing._swept.clear()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = base / f".planc-{writing._HOST}-{gone.pid}-abc"
    alive = base / f".planc-{writing._HOST}-{os.getppid()}-abc"
    elsewhere = base / ".planc-otherhost-1-abc"
    old = base / ".planc-x0y1z2"
    for path in (left, alive, elsewhere, old):
        path.write_text("half a paper")
    os.utime(old, (time.time() - 100_000,) * 2)
    planc("check", *DAY, "--output", "json=found.json")
    assert {path.name for path in base.glob(".planc-*")} == {alive.name, elsewhere.name}


@posix
@pytest.mark.parametrize("words", [("build", "--to", "md")])
def test_packs_that_is_a_link_is_refused(planc: Planc, base: Path, words: tuple[str, ...]) -> None:
    outside = base.parent / "outside"
    outside.mkdir()
    (base / "packs").symlink_to(outside)
    ran = planc(*words, *DAY)
    assert ran.status == 2
    assert "packs is a link, and papers do not follow it." in ran.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["releases.jsonl", "issued.jsonl", "ISSUED.JSONL"])
def test_papers_go_to_no_folder_that_has_the_name_of_a_ledger(
    planc: Planc, base: Path, name: str
) -> None:
    ran = planc("build", *DAY, "--out", name, cwd=base)
    assert ran.status == 2
    assert "is the name of a ledger. Say another folder." in ran.err
    assert not (base / name).exists()


@posix
@pytest.mark.parametrize("after", [0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3])
def test_a_run_that_is_broken_off_as_it_starts_says_nothing(base: Path, after: float) -> None:
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from planc.__main__ import main; print(flush=True); main()",
            "check",
        ],
        cwd=base,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert run.stdout
    run.stdout.readline()
    time.sleep(0.01 + after)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate()
    assert err == ""
    assert run.returncode in (0, 1, 130, -signal.SIGINT)


# A policy that cannot be used


@pytest.mark.parametrize("form", REPORTERS)
def test_with_a_broken_policy_every_report_is_written_and_says_so(
    planc: Planc, base: Path, form: str
) -> None:
    change(base / "planc.yaml", ("force: ", "froce: "))
    ran = planc("check", *DAY, "--output", f"{form}=found", "--output", "text")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("planc: planc.yaml cannot be used:\n")
    found = (base / "found").read_text(encoding="utf-8")
    assert "froce" in found
    assert "policy-unusable" in found
    if form not in ("github", "gitlab"):
        assert "so nothing was checked" in found or "nothing was" in found


def test_on_the_screen_of_a_server_as_well(planc: Planc, base: Path) -> None:
    (base / "planc.yaml").write_bytes(b"\xff")
    ran = planc("check", *DAY, "--output", "github")
    assert ran.status == 2
    assert ran.out.startswith("::error file=planc.yaml,")


# Long titles and names


@pytest.mark.parametrize("length", [120, 121, 226, 500])
def test_a_long_title_or_name_ends_no_run_and_check_says_what_is_too_long(
    planc: Planc, base: Path, length: int
) -> None:
    shutil.copytree(BASE, base, dirs_exist_ok=True)
    change(base / "directory.yaml", ("title: DI SOC East", f"title: {'x' * length}"))
    name = "Exampleton OCG Management Board"
    change(base / "planc.yaml", (f"name: {name}", f"name: {'y' * 120}"))
    ran = planc("check", *DAY, "--output", "concise")
    assert ("too-long" in ran.out) == (length > 120)
    for words in (["--pack", "tasks"], ["--pack", "portfolio"], []):
        assert planc("build", *DAY, *words, "--to", "docx,html").status < 2
