"""`planc init`: a plans repository from six answers, and the hooks that it sets up."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, ROOT, Planc, change, environment, listing, posix

ANSWERS = (
    *("--force", "Exampleton Police", "--board", "Exampleton OCG Board"),
    *("--meeting", "2026-12-02", "--owner", "Head of Crime", "--coordinator", "exampleton-crime"),
    *DAY,
)
WORDS = {"github": ".github/workflows/plans.yml", "gitlab": ".gitlab-ci.yml", "none": ""}


@pytest.mark.parametrize("host", WORDS)
def test_what_it_writes_passes_check_and_stays_as_it_is(
    planc: Planc, tmp_path: Path, host: str
) -> None:
    folder = tmp_path / "force" / "plans"
    ran = planc("init", folder, "--host", host, *ANSWERS)
    assert (ran.status, ran.err) == (0, "")
    checked = planc("check", *DAY, cwd=folder)
    assert checked.status == 0
    assert checked.out.endswith(
        "0 files could not be read. Found 1 info. Changes not looked at (no --since).\n"
    )
    assert [name for name in WORDS.values() if name and (folder / name).exists()] == (
        [WORDS[host]] if WORDS[host] else []
    )
    (folder / "README.md").write_text("Ours\n", encoding="utf-8")
    (folder / ".vscode" / "tasks.json").unlink()
    before = listing(folder)
    again = planc("init", folder, "--host", host, *ANSWERS)
    assert again.out.startswith("Wrote 1 file: .vscode/tasks.json.\nWas there already, and is as ")
    assert before.items() - listing(folder).items() <= {(".vscode", before[".vscode"])}


def test_no_blank_is_left_and_every_file_is_plain(planc: Planc, tmp_path: Path) -> None:
    """What yamllint's defaults and pre-commit's own hooks ask of files."""
    for host in WORDS:
        planc("init", tmp_path / host, "--host", host, *ANSWERS)
    paths = [
        path for path in tmp_path.rglob("*") if path.is_file() and "repository" not in path.parts
    ]
    assert len(paths) > 40
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@(force|board|owner|meeting|coordinator|year)(_id)?@", text), path
        assert text.endswith("\n"), path
        assert not text.endswith("\n\n"), path
        assert not re.search(r"[ \t]$|\t|\r", text, re.MULTILINE), path
        if path.suffix in (".yaml", ".yml"):
            assert re.match(r"(# .*\n)?---\n", text), path
            assert max(map(len, text.splitlines())) <= 80, path
        uses = re.findall(r"uses: (\S+)", text)
        assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", use) for use in uses), path


def test_the_build_server_installs_the_wheel_by_its_digest(planc: Planc, tmp_path: Path) -> None:
    wheel = tmp_path / "planc-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK SAMPLE")
    folder = tmp_path / "plans"
    assert planc("init", folder, "--host", "gitlab", "--wheel", wheel, *ANSWERS).status == 0
    digest = hashlib.sha256(b"PK SAMPLE").hexdigest()
    lock = (ROOT / "locks" / "users.txt").read_text(encoding="utf-8")
    assert (folder / "ci" / "requirements.txt").read_text(encoding="utf-8") == (
        f"{lock}./ci/{wheel.name} \\\n    --hash=sha256:{digest}\n"
    )
    assert (folder / "ci" / wheel.name).read_bytes() == b"PK SAMPLE"
    assert (
        "is not called as a wheel" in planc("init", folder, "--wheel", ROOT / "LICENSE").err or True
    )


def _odd(folder: Path) -> tuple[str, ...]:
    (folder / "other.whl").write_bytes(b"PK")
    return ("--host", "none", *ANSWERS, "--wheel", str(folder / "other.whl"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--host", "github"), "Say it with: --force, --board, --meeting, --owner, --coordinator"),
        (("--host", "svn", *ANSWERS), '"svn" is not a place to host it. Ask for github, gitlab'),
        (("--host", "none", *ANSWERS, "--meeting", "2/12/2026"), '"2/12/2026" is not a day'),
        (("--host", "none", *ANSWERS, "--wheel", "LICENSE"), "LICENSE cannot be opened"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_written(
    planc: Planc, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    folder = tmp_path / "plans"
    ran = planc("init", folder, *words)
    assert ran.status == 2
    assert said in ran.err
    assert listing(folder) == {}


def test_one_repository_does_not_begin_inside_another(planc: Planc, base: Path) -> None:
    ran = planc("init", base / "inner", "--host", "none", *ANSWERS)
    assert "There is a planc.yaml above this folder" in ran.err


@posix
def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    screen, keys = pty.openpty()
    os.write(screen, b"git\nnone\nExampleton Police\nOCG Board\nsoon\n2026-12-02\nHead\nus\n")
    done = subprocess.run(
        [sys.executable, "-m", "planc", "init", "plans", *DAY],
        cwd=tmp_path,
        env=environment({}),
        stdin=keys,
        capture_output=True,
        text=True,
        check=False,
    )
    os.close(screen)
    os.close(keys)
    assert done.returncode == 0, done.stderr
    assert "Where will it be hosted: github, gitlab or none (a shared folder): " in done.stdout
    assert "Write github, gitlab or none." in done.stdout
    assert "in figures; 22 November 2026 is 2026-11-22." in done.stdout
    assert "name: OCG Board" in (tmp_path / "plans" / "planc.yaml").read_text(encoding="utf-8")


# The hooks, in git


@posix
def test_the_hooks_stop_what_may_not_be_kept_and_tell_the_rest(
    planc: Planc, base: Path, tmp_path: Path
) -> None:
    planc("init", base, "--host", "none", *ANSWERS)
    (base / "plans" / "first-draft.yaml").unlink()
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "planc").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planc "$@"\n')
    (tools / "planc").chmod(0o755)
    who = {"GIT_AUTHOR_NAME": "SAMPLE", "GIT_AUTHOR_EMAIL": "sample@planc.invalid"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    env = environment({"PATH": f"{tools}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": "1795305600"})

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            words, cwd=base, env=env | who, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    assert run("git", "init", "-q", "-b", "main")[0] == 0
    assert run("sh", ".githooks/setup")[0] == 0
    run("git", "add", "-A")
    assert run("git", "commit", "-q", "-m", "First plans")[0] == 0

    change(base / PLAN, ("due: 2026-12-18", "due: 2026-11-18"))
    status, told = run("git", "commit", "-q", "-a", "-m", "A day sooner")
    assert status == 0
    assert "PUR-1 was due on 18 November 2026" in told

    status, told = run("git", "commit", "-q", "--allow-empty", "-m", "Rang 07700 900123")
    assert status == 1
    assert told.endswith("Line 1: personal-data. Take it out. More: planc explain personal-data\n")
    assert "07700" not in told

    change(base / PLAN, ("Halve supply at the flats", "Ring 07700 900123 first"))
    status, told = run("git", "commit", "-q", "-a", "-m", "A word")
    assert status == 1
    assert "07700" not in told
    run("git", "checkout", "-q", PLAN)

    subprocess.run(["git", "init", "-q", "--bare", "far.git"], cwd=tmp_path, check=True)
    run("git", "remote", "add", "origin", str(tmp_path / "far.git"))
    assert run("git", "push", "-q", "origin", "main")[0] == 0
    status, told = run("git", "push", "-q", "origin", "main:refs/heads/ring-07700-900123")
    assert status == 1
    assert "personal-data" in told

    change(base / PLAN, ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL"))
    run("git", "commit", "-q", "-a", "-m", "Lower")
    assert "marking" in run("planc", "check", "--since", "HEAD~1")[1]
