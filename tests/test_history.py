"""Git is asked what a file said then, whatever state the repository is in and whoever made it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from planc import history
from planc.errors import PlancError
from planc.history import History, open_history
from tests.conftest import BASE, PLAN, Planc, change, posix
from tests.histories import committed, git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
OWNER = ("owner: di-soc-east, status", "owner: di-soc-west, status")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of two plans: 30 commits, two merges, a plan renamed, and one written anew."""
    root = tmp_path_factory.mktemp("year") / "force"
    shutil.copytree(BASE, root / "plans-of-ours")
    folder = root / "plans-of-ours"
    plan, oak = folder / PLAN, folder / "plans" / "oak.yaml"
    oak.write_text(plan.read_text(encoding="utf-8").replace("SOC-2026-014", "SOC-2026-015"))
    days = [f"{2025 + (month > 12)}-{(month - 1) % 12 + 1:02}-15" for month in range(12, 24)]
    committed(root, days[0], "Two plans")
    for number, day in enumerate(days[1:], 1):
        _log(plan, f"{day}, ref: PUR-1, note: Week {number}")
        committed(root, day, "A week")
        if number == 3:
            git(root, "mv", "plans-of-ours/plans/oak.yaml", "plans-of-ours/plans/ash.yaml")
            committed(root, day, "Renamed")
        if number in (5, 7):
            git(root, "checkout", "-q", "-b", f"side-{number}")
            _log(folder / "plans" / "ash.yaml", f"{day}, ref: PRE-1, note: On the side {number}")
            committed(root, day, "On a branch")
            git(root, "checkout", "-q", "main")
            _log(plan, f"{day}, ref: PRO-1, note: Meanwhile {number}")
            committed(root, day, "Meanwhile")
            git(root, "merge", "-q", "--no-ff", "-m", "Together", f"side-{number}", day=day)
        if number == 9:
            text = (
                plan.read_text(encoding="utf-8")
                .replace("      ", "        ")
                .replace("# SAMPLE", "#  SAMPLE")
            )
            plan.write_text(text.replace("{date: ", "{ date: "), encoding="utf-8")
            committed(root, day, "Written anew")
    for _ in range(30 - int(git(root, "rev-list", "--count", "HEAD"))):
        committed(root, "2026-11-16", "Nothing")
    assert git(root, "rev-list", "--count", "HEAD") == "30"
    change(
        plan,
        ("target: 11", "target: 15"),
        (
            "owner: di-soc-east, status: in progress, due: 2026-12-18",
            "owner: di-soc-west, status: in progress, due: 2027-02-18",
        ),
    )
    committed(root, "2026-11-18", "A target")
    return root


def _log(path: Path, entry: str) -> None:
    text = path.read_text(encoding="utf-8")
    head, log, rest = text.partition("log:\n")
    path.write_text(f"{head}{log}  - {{date: {entry}}}\n{rest}", encoding="utf-8")


@pytest.fixture
def ours(year: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    shutil.copytree(year, tmp_path / "copy")
    return tmp_path / "copy" / "plans-of-ours"


def opened(root: Path) -> History:
    found = open_history(root, os.environ)
    assert found is not None
    return found


TOLD = [
    "SOC-2026-014 EXAMPLE LARCH (plans/larch.yaml)",
    "  OBJ-1: target 15, was 11",
    "  PUR-1: owner di-soc-west, was di-soc-east",
    "  PUR-1: due 18 February 2027, 62 days later; no reason given",
]


def _diff(planc: Planc, root: Path, *words: str) -> list[str]:
    ran = planc("diff", *words, "--as-of", "2026-11-22", "--output", "text=../said", cwd=root)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    return (root.parent / "said").read_text(encoding="utf-8").split("\n")


def test_a_year_is_compared_with_any_moment_of_it(planc: Planc, ours: Path) -> None:
    told = _diff(planc, ours, "--since", "HEAD~1")
    assert told[:5] == [*TOLD, ""]
    assert told[5].startswith("Compared with ")
    assert told[5].endswith(" of 16 November 2026: 3 differences in 1 plan, 1 unchanged.")
    assert _diff(planc, ours, "HEAD~1", "HEAD") == told
    assert _diff(planc, ours, "--since", "2026-11-16")[:5] == told[:5]
    assert _diff(planc, ours, "--since", "board")[:5] == told[:5]
    back = _diff(planc, ours, "HEAD", "HEAD~1")
    assert back[1] == "  OBJ-1: target 11, was 15"


def test_renamed_merged_and_written_anew_are_no_differences(planc: Planc, ours: Path) -> None:
    first = git(ours, "rev-list", "--max-parents=0", "HEAD")
    assert _diff(planc, ours, first, "HEAD~1")[0].endswith("0 differences in 0 plans, 2 unchanged.")
    assert _diff(planc, ours, "plans/ash.yaml", "--since", first)[0].endswith(
        "0 differences in 0 plans, 1 unchanged."
    )


def test_a_plan_that_is_gone_or_new_is_told(planc: Planc, ours: Path) -> None:
    (ours / "plans" / "ash.yaml").rename(ours / "plans" / "elm.yaml")
    change(ours / "plans" / "elm.yaml", ("ref: SOC-2026-015", "ref: SOC-2026-016"))
    told = _diff(planc, ours, "--since", "HEAD")
    assert told[:5] == [
        "SOC-2026-016 EXAMPLE LARCH (plans/elm.yaml)",
        "  a new plan",
        "",
        "SOC-2026-015 EXAMPLE LARCH (plans/ash.yaml)",
        "  no longer here",
    ]


def test_a_reference_that_is_put_right_is_no_new_plan(planc: Planc, ours: Path) -> None:
    change(ours / "plans" / "ash.yaml", ("ref: SOC-2026-015", "ref: SOC-2026-016"))
    told = _diff(planc, ours, "--since", "HEAD")
    assert told[1] == "  plan reference SOC-2026-016, was SOC-2026-015"


def test_settings_are_told(planc: Planc, ours: Path) -> None:
    with (ours / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("numbers: {overdue_days: 90}\nexercise: {as_of: 2026-11-22, stamp: SAMPLE}\n")
    change(ours / "planc.yaml", ("    chair: supt-crime\n", "    chair: supt-west\n"))
    told = _diff(planc, ours, "--since", "HEAD")
    assert told[:5] == [
        "Settings",
        "  planc.yaml: boards.exampleton-ocg.chair supt-west, was supt-crime",
        "  planc.yaml: numbers.overdue_days 90",
        "  planc.yaml: exercise.as_of 2026-11-22",
        "  planc.yaml: exercise.stamp SAMPLE",
    ]


def test_a_shallow_copy_says_so_and_nothing_else(planc: Planc, year: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{year}", "shallow")
    root = tmp_path / "shallow" / "plans-of-ours"
    assert _diff(planc, root, "--since", "HEAD~1")[:4] == TOLD
    for since in ("HEAD~3", "2026-03-01"):
        ran = planc("diff", "--since", since, "--as-of", "2026-11-22", cwd=root)
        assert (ran.status, ran.out) == (2, "")
        assert "git fetch --unshallow" in ran.err


def test_a_copy_without_all_files_fetches_none(planc: Planc, year: Path, tmp_path: Path) -> None:
    git(year, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{year}", "partial")
    root = tmp_path / "partial" / "plans-of-ours"
    objects = sorted((tmp_path / "partial" / ".git" / "objects").rglob("*"))
    ran = planc("diff", "--since", "HEAD~1", "--as-of", "2026-11-22", cwd=root)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "was made without all files. Clone it whole." in ran.err
    assert sorted((tmp_path / "partial" / ".git" / "objects").rglob("*")) == objects
    assert _diff(planc, root, "--since", "HEAD")[0].startswith("Compared with ")


def test_a_detached_head_and_a_second_worktree_are_histories_too(
    planc: Planc, ours: Path, tmp_path: Path
) -> None:
    git(ours, "checkout", "-q", "--detach", "HEAD~1")
    git(ours, "worktree", "add", "-q", str(tmp_path / "second"), "main")
    assert _diff(planc, ours, "--since", "HEAD")[0].endswith(
        "0 differences in 0 plans, 2 unchanged."
    )
    second = tmp_path / "second" / "plans-of-ours"
    assert _diff(planc, second, "--since", "HEAD~1")[:4] == TOLD


def test_without_git_the_log_alone_is_used_and_said(planc: Planc, ours: Path) -> None:
    shutil.rmtree(ours.parent / ".git")
    _log(ours / PLAN, '2026-11-19, ref: PUR-1, due: 2027-03-18, because: "The court is full"')
    told = _diff(planc, ours, "--since", "2026-11-18")
    assert told[:2] == [
        "SOC-2026-014 EXAMPLE LARCH (plans/larch.yaml)",
        "  PUR-1: due 18 March 2027, 28 days later: The court is full",
    ]
    assert "There is no history of these files here: only what the log" in told[4]
    ran = planc("diff", "--since", "HEAD", cwd=ours)
    assert (ran.status, ran.err) == (
        2,
        'planc: "HEAD" is a revision, and there is no git history here.\n',
    )


def test_a_repository_without_a_commit_has_no_history(base: Path) -> None:
    git(base, "init", "-q")
    assert open_history(base, os.environ) is None


def test_one_that_git_cannot_read_is_no_empty_history(planc: Planc, ours: Path) -> None:
    (ours.parent / ".git" / "HEAD").write_text("f" * 40 + "\n")
    ran = planc("diff", cwd=ours)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("planc: git cannot read the repository in ")


def test_no_revision_is_taken_for_an_option(ours: Path) -> None:
    for name in ("--help", "-n1", "--output=../x", "HEAD..", "HEAD --all", "^HEAD", ""):
        with pytest.raises(PlancError, match="is no revision"):
            opened(ours).revision(name)


@pytest.fixture
def sprung(tmp_path: Path) -> Iterator[Path]:
    """What a hostile repository would leave behind; nothing may."""
    marks = tmp_path / "marks"
    marks.mkdir()
    yield marks
    assert list(marks.iterdir()) == []


@posix
def test_nothing_that_a_hostile_repository_names_is_run(
    planc: Planc, ours: Path, sprung: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = ours.parent
    trap = top / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {sprung}/$$\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in (
        *("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.askPass"),
        *("diff.external", "alias.cat-file", "credential.helper", "core.alternateRefsCommand"),
        *("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "gpg.program", "core.gitProxy"),
        *("uploadpack.packObjectsHook", "pager.cat-file", "pager.rev-list", "pager.ls-tree"),
    ):
        git(top, "config", name, f"!{trap}" if name.startswith(("alias", "cred")) else str(trap))
    git(top, "config", "core.hooksPath", str(top))
    git(top, "config", "log.showSignature", "true")
    (top / ".gitattributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(trap, top / hook)
        shutil.copy(trap, top / ".git" / "hooks" / hook)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_TRACE", str(sprung / "trace"))
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "/nowhere")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", f"'core.pager={trap}'")
    assert _diff(planc, ours, "--since", "HEAD~1")[:4] == TOLD


@posix
def test_a_missing_object_is_fetched_by_no_command(planc: Planc, ours: Path, sprung: Path) -> None:
    """A promisor whose address is a command, allowed by the repository's own configuration."""
    top = ours.parent
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::sh -c touch% {sprung}/ext",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": f"touch {sprung}/pack",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
    }.items():
        git(top, "config", name, value)
    blob = git(top, "rev-parse", f"HEAD~1:plans-of-ours/{PLAN}")
    (top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    ran = planc("diff", "--since", "HEAD~1", "--as-of", "2026-11-22", cwd=ours)
    assert (ran.status, ran.out) == (2, "")


def test_replaced_objects_and_grafts_are_not_believed(planc: Planc, ours: Path) -> None:
    top = ours.parent
    git(top, "replace", "HEAD~1", "HEAD")
    grafts = top / ".git" / "info" / "grafts"
    grafts.write_text(git(top, "rev-parse", "HEAD") + "\n", encoding="utf-8")
    assert _diff(planc, ours, "--since", "HEAD~1")[:4] == TOLD


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="root gives files away")
def test_a_folder_of_somebody_else_can_be_read(planc: Planc, ours: Path) -> None:
    for path in (ours.parent, *ours.parent.rglob("*")):
        os.chown(path, 12345, 12345)
    assert _diff(planc, ours, "--since", "HEAD~1")[:4] == TOLD


@posix
def test_what_takes_too_long_is_stopped(
    ours: Path, planc: Planc, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "SECONDS", 0.3)
    config = ours.parent / ".git" / "config"
    config.unlink()
    os.mkfifo(config)
    ran = planc("diff", cwd=ours)
    assert (ran.status, ran.out) == (2, "")
    assert "git took longer than" in ran.err


def test_a_plans_folder_that_looks_like_a_bare_repository_is_none(
    planc: Planc, ours: Path, sprung: Path
) -> None:
    git(ours, "clone", "-q", "--bare", str(ours.parent), "bare")
    for path in (ours / "bare").iterdir():
        shutil.move(path, ours / path.name)
    (ours / "bare").rmdir()
    git(ours, "--git-dir=.", "config", "core.fsmonitor", f"touch {sprung}/bare")
    assert _diff(planc, ours, "--since", "HEAD~1")[:4] == TOLD


def test_nothing_is_written(ours: Path, planc: Planc) -> None:
    before = subprocess.run(
        ["find", str(ours.parent), "-newer", str(ours / PLAN)], capture_output=True, check=True
    ).stdout
    _diff(planc, ours, "--since", "HEAD~1")
    after = subprocess.run(
        ["find", str(ours.parent), "-newer", str(ours / PLAN)], capture_output=True, check=True
    ).stdout
    assert set(after.split()) - set(before.split()) <= {f"{ours.parent}/said".encode()} | {
        str(ours.parent).encode()
    }
