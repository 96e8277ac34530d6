"""What the command line prints and writes: where, for whom, and when that fails."""

import contextlib
import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from planc.all_reporters import REPORTERS
from planc.cli.app import run
from planc.cli.printing import counting
from planc.cli.writing import write
from planc.wording.text import FORBIDDEN
from tests.conftest import (
    CLEAN,
    DAY,
    LATE,
    LIKE_A_NUMBER,
    NO_OWNER,
    PLAN,
    TOO_HIGH,
    Planc,
    at_most,
    change,
    environment,
    listing,
    not_root,
    posix,
    process,
)
from tests.reporters.reading import READERS, commands

forms = pytest.mark.parametrize("form", REPORTERS)


# Where things are said


def test_findings_go_to_standard_output_and_nothing_to_standard_error(base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    ran = process("check", *DAY, cwd=base)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (
        "plans/larch.yaml:25:6  Pursue, PUR-1, Owner" + " " * 52 + "ERROR\n"
        "  Wrong: PUR-1 has no owner.\n"
        "  Why:   Nobody is answerable for it, so nobody can be asked about it at the board.\n"
        '  Do:    Under PUR-1 add "owner:" and one post from directory.yaml.\n'
        "  Acts:  LRO. More: planc explain tactic-no-owner\n"
        "\n"
        "Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read. Found 1 error."
        " Changes not looked at (no --since).\n"
    )


def test_reports_go_to_files_and_then_not_to_standard_output(planc: Planc, base: Path) -> None:
    change(base / PLAN, NO_OWNER)
    shown = planc("check", *DAY).out
    as_json = planc("check", *DAY, "--output", "json").out
    out = base.parent / "reports"
    words = ["--output", f"text={out / 'a=b.txt'}", "--output", f"json={out / 'found.json'}"]
    assert planc("check", *DAY, *words) == (1, "", "")
    assert (out / "a=b.txt").read_bytes() == shown.encode()
    assert (out / "found.json").read_bytes() == as_json.encode()
    assert sorted(path.name for path in out.iterdir()) == ["a=b.txt", "found.json"]


def test_one_report_goes_to_the_screen_and_another_to_a_file(planc: Planc, base: Path) -> None:
    ran = planc("check", *DAY, "--output", "text", "--output", "json=../found.json")
    assert ran == (0, CLEAN, "")
    assert json.loads((base.parent / "found.json").read_bytes())["findings"] == []


def test_a_report_takes_the_place_of_an_older_one(planc: Planc, base: Path) -> None:
    old = base.parent / "found.txt"
    old.write_text("old\n" * 1000, encoding="utf-8")
    assert planc("check", *DAY, "--output", f"text={old}").status == 0
    assert old.read_text(encoding="utf-8") == CLEAN


def test_a_report_that_cannot_be_written_stops_no_other(planc: Planc, base: Path) -> None:
    words = ["json=plans", f"json={PLAN}/x", "text", "json=found.json"]
    ran = planc("check", *DAY, *(word for form in words for word in ("--output", form)))
    assert (ran.status, ran.out) == (2, CLEAN)
    first, second = ran.err.splitlines()
    assert first == "planc: plans could not be written: it is a link or no ordinary file."
    assert second.startswith(f"planc: {PLAN}/x could not be written: ")
    assert (base / "found.json").exists()


@posix
@pytest.mark.parametrize("target", [PLAN, "nothing"])
def test_a_report_is_never_written_through_a_link(planc: Planc, base: Path, target: str) -> None:
    before = (base / PLAN).read_bytes()
    (base / "found.txt").symlink_to(target)
    ran = planc("check", *DAY, "--output", "text=found.txt")
    assert ran.status == 2
    assert (base / "found.txt").is_symlink()
    assert (base / PLAN).read_bytes() == before
    assert not (base / "nothing").exists()
    if target == "nothing":
        message = "planc: found.txt could not be written: it is a link or no ordinary file.\n"
        assert ran == (2, "", message)


@posix
def test_a_device_is_never_replaced_by_a_report(planc: Planc, base: Path) -> None:
    os.mkfifo(base / "pipe")
    ran = planc("check", *DAY, "--output", "text=later/../pipe")
    message = "planc: later/../pipe could not be written: it is a link or no ordinary file.\n"
    assert ran == (2, "", message)
    assert (base / "pipe").is_fifo()


@pytest.mark.parametrize("name", [PLAN, "planc.yaml", "directory.yaml", "plans/../planc.yaml"])
def test_a_report_is_never_written_over_what_is_checked(
    planc: Planc, base: Path, name: str
) -> None:
    before = listing(base)
    message = f"planc: {name} is to be checked: write the report to another file.\n"
    assert planc("check", *DAY, "--output", f"json={name}") == (2, "", message)
    assert listing(base) == before


@posix
@not_root
def test_a_folder_that_may_not_be_written_to(planc: Planc, base: Path) -> None:
    folder = base / "reports"
    folder.mkdir(mode=0o500)
    message = "planc: reports/a.txt could not be written: permission denied.\n"
    assert planc("check", *DAY, "--output", "text=reports/a.txt") == (2, "", message)


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    file = tmp_path / "new" / "file"
    write(file, b"old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="input/output error"):
        write(file, b"new")
    assert [(path.name, path.read_bytes()) for path in file.parent.iterdir()] == [("file", b"old")]


@posix
def test_a_report_that_does_not_fit_leaves_the_old_one_as_it_was(base: Path) -> None:
    old = base / "found.json"
    old.write_text("{}", encoding="utf-8")
    ran = process("check", *DAY, "--output", "json=found.json", cwd=base, limit=at_most(0))
    message = "planc: found.json could not be written: file too large.\n"
    assert ran == (2, "", message)
    assert old.read_text(encoding="utf-8") == "{}"
    assert list(base.glob(".planc-*")) == []


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words", [["check", *DAY], ["explain"], ["schema"], ["--debug", "--version"]]
)
def test_a_full_disk_behind_standard_output_is_said(base: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = process(*words, cwd=base, stdout=full)
    assert (ran.status, ran.err) == (2, "planc: Standard output: no space left on device.\n")


def test_planc_prints_where_standard_output_is_no_file(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = io.StringIO()
    monkeypatch.chdir(base)
    monkeypatch.setattr(sys, "argv", ["planc", "check", *DAY])
    monkeypatch.setattr(sys, "stdout", shown)
    with pytest.raises(SystemExit) as ended:
        run()
    assert (ended.value.code, shown.getvalue()) == (0, CLEAN)


@posix
@pytest.mark.parametrize(("pair", "status"), [(None, 0), (NO_OWNER, 1)])
def test_a_reader_that_stops_reading_is_no_fault(
    base: Path, pair: tuple[str, str] | None, status: int
) -> None:
    if pair:
        change(base / PLAN, pair)
    done = _started(base, "check", *DAY)
    assert done.stdout
    done.stdout.close()
    assert done.stderr
    assert (done.stderr.read(), done.wait()) == ("", status)
    done.stderr.close()


@posix
@pytest.mark.parametrize(
    ("words", "status"), [(["check", *DAY], 0), (["check", "--as-of", "x"], 2)]
)
def test_the_status_holds_where_nobody_can_be_told_anything(
    base: Path, words: list[str], status: int
) -> None:
    quoted = " ".join([sys.executable, "-m", "planc", *words])
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        done = subprocess.run(["sh", "-c", f"{quoted} {closed}"], cwd=base, env=environment({}))
        assert done.returncode == status, closed


@posix
def test_a_run_that_is_broken_off_says_nothing_and_is_no_finding(base: Path) -> None:
    done = _started(base, "schema")
    assert done.stdout
    assert done.stdout.read(1) == "{"  # the rest is more than a pipe holds, so planc waits
    done.send_signal(signal.SIGINT)
    _, err = done.communicate()
    assert (err, done.returncode) == ("", 130)


def _started(base: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "planc", *words],
        cwd=base,
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heeds_interrupts,
    )


def _heeds_interrupts() -> None:
    # a shell makes what it starts in the background deaf to them
    signal.signal(signal.SIGINT, signal.SIG_DFL)


# A terminal


def _on_a_terminal(base: Path, *words: str, **env: str) -> str:
    """What a person at a screen would see."""
    pty: Any = pytest.importorskip("pty")
    screen, end = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "planc", *words],
        cwd=base,
        env=environment(env),
        stdout=end,
        stderr=end,
    )
    os.close(end)
    seen = b""
    try:
        while read := os.read(screen, 4096):
            seen += read
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    done.wait()
    return seen.decode().replace("\r\n", "\n")


@posix
@pytest.mark.parametrize(
    ("pair", "word"),
    [
        (NO_OWNER, "31mERROR"),
        (TOO_HIGH, "35mREFUSAL"),
        (LATE, "33mWARNING"),
        (LIKE_A_NUMBER, "36mINFO"),
    ],
)
def test_a_terminal_gets_colour_and_the_line(base: Path, pair: tuple[str, str], word: str) -> None:
    change(base / PLAN, pair)
    shown = _on_a_terminal(base, "check", *DAY)
    assert len(re.findall("\x1b", shown)) == 2
    assert re.search(rf"\x1b\[(1;)?{word}\x1b\[0m\n +\d+ \| ", shown)


@posix
@pytest.mark.parametrize(("value", "colour"), [("1", 0), ("0", 0), ("", 2)])
def test_no_color_is_heeded_unless_it_is_empty(base: Path, value: str, colour: int) -> None:
    change(base / PLAN, NO_OWNER)
    assert _on_a_terminal(base, "check", *DAY, NO_COLOR=value).count("\x1b") == colour


@posix
@pytest.mark.parametrize(("value", "colour"), [("1", 2), ("", 0)])
def test_colour_can_be_asked_for_where_there_is_no_terminal(
    base: Path, value: str, colour: int
) -> None:
    change(base / PLAN, NO_OWNER)
    shown = process("check", *DAY, cwd=base, FORCE_COLOR=value).out
    assert shown.count("\x1b") == colour
    assert " | " not in shown, "a log gets no line of the plan for it"
    assert "\x1b" not in process("check", *DAY, cwd=base, FORCE_COLOR=value, NO_COLOR="1").out
    process("check", *DAY, "--output", "text=../found.txt", cwd=base, FORCE_COLOR=value)
    assert b"\x1b" not in (base.parent / "found.txt").read_bytes(), "nor does a file"


@posix
def test_a_terminal_is_not_told_of_progress_in_a_short_run(base: Path) -> None:
    assert _on_a_terminal(base, "check", *DAY).replace("\r" + " " * 40 + "\r", "") == CLEAN


@posix
def test_progress_is_counted_once_a_second_and_wiped_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pty: Any = pytest.importorskip("pty")
    screen, end = pty.openpty()
    clock = iter([0.0, 0.9, 1.1, 1.1, 1.5, 2.2, 2.2])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with os.fdopen(end, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        with contextlib.suppress(KeyError), counting("Checked") as progress:
            assert progress
            for done in range(1000, 5000, 1000):
                progress(done, 12345)
            raise KeyError  # a failure does not leave the count standing
        stream.flush()
        shown = os.read(screen, 4096).decode()
    os.close(screen)
    wiped = "\r" + " " * 40 + "\r"
    assert shown == f"\rChecked 2,000 of 12,345\rChecked 4,000 of 12,345{wiped}"


def test_nobody_is_told_of_progress_where_nobody_sees_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with counting("Checked") as progress:
        assert progress is None
    assert capsys.readouterr() == ("", "")


# What stands in a plan steers nothing


HOSTILE = [
    ("operation: EXAMPLE LARCH          # SAMPLE", "operation: EXAMPLE \x1b[31mLARCH\x07"),
    ("  tier: force", "  tier: for\u202ece"),
    ("statement: Halve supply at the flats", 'statement: "Halve \\e]0;x\\a supply \\u202e"'),
    ("measure: Calls", '"\\e[2J": no field\n    measure: Calls'),
    ("serves: OBJ-1, owner: di-soc-east", 'serves: "\\e[31mOBJ\\u2066", owner: di-soc-east'),
]


@posix
def test_no_escape_or_hidden_character_of_a_plan_reaches_a_reader(planc: Planc, base: Path) -> None:
    change(base / PLAN, *HOSTILE)
    (base / PLAN).rename(base / "plans" / "la\x1b[31m\u202erch.yaml")
    texts = [
        *(planc("check", *DAY, "--output", form).out for form in REPORTERS),
        _on_a_terminal(base, "check", *DAY, NO_COLOR="1").replace("\r" + " " * 40 + "\r", ""),
        planc("build", *DAY).err,
        planc("check", "\x1b[31m").err,
        planc("explain", "\x1b[31m\u202e").err,
        planc("check", "--as-of", "\u202e2026").err,
        process("check", cwd=base, SOURCE_DATE_EPOCH="\x1b[31m").err,
    ]
    planc("check", *DAY, "--output", "text=found.txt")
    texts.append((base / "found.txt").read_text(encoding="utf-8"))
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write('rules: {"\\e[31m": {severity: off, reason: None}}\n')
    texts.append(planc("check", *DAY).err)
    for text in texts:
        assert "31m" in text or "2026" in text
        assert FORBIDDEN.findall(text) == []


@posix
def test_words_that_are_no_text_are_answered_and_no_crash(base: Path) -> None:
    for words in (["\udcff"], ["check", "\udcff"], ["check", "--\udcff"]):
        ran = process(*words, cwd=base)
        assert (ran.status, ran.out) == (2, "")
        assert "\\udcff" in ran.err
    ran = process("build", "--out", "\udcff\x1b[31m", "--to", "md", *DAY, cwd=base)
    assert ran == (0, "Wrote 1 file to \\udcff\\x1b[31m.\n", "")


@forms
def test_nothing_in_a_plan_is_a_command_to_a_build_server(
    planc: Planc, base: Path, form: str
) -> None:
    # the words are so long that a line would begin with the second part of them
    change(
        base / PLAN,
        ("OFFICIAL-SENSITIVE", "OFFICIAL"),
        ("statement: Halve", f"statement: x: {'a' * 50} ::add-mask::{'b' * 20} Halve"),
        ("  type: ocg", "  type: '##[add-mask]larch'"),
    )
    ran = planc("check", *DAY, "--output", form)
    assert ran.status == 1
    assert "##[" not in ran.out
    obeyed = {command.name for command in commands(ran.out)}
    assert obeyed == ({"error", "warning"} if form == "github" else set())
    if form == "text":
        assert f"\n         : :add-mask::{'b' * 20} Halve" in ran.out
        assert 'Wrong: "## [add-mask]larch" is not one of the words' in ran.out
    wrong = [shown.get("wrong", shown.get("wrong and do", "")) for shown in READERS[form](ran.out)]
    assert any("##[add-mask]larch" in words.replace("## [", "##[") for words in wrong)
