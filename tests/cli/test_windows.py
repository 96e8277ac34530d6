"""What a Windows laptop does to files, as far as it can be acted out elsewhere."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_new import WORDS
from tests.conftest import DAY, PLAN, Planc, Ran, change, process


def _elsewhere(*words: object, cwd: Path) -> Ran:
    """planc at a terminal with an old code page."""
    return process(*words, cwd=cwd, PYTHONIOENCODING="cp850", PYTHONUTF8="0", LC_ALL="C")


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ("NUL", "nul-plan.yaml"),
        ("con", "con-plan.yaml"),
        ("COM 1", "com-1.yaml"),
        ("COM1", "com1-plan.yaml"),
        ("Contour", "contour.yaml"),
        ("SAMPLE " * 30, f"{'sample-' * 8}samp.yaml"),
    ],
)
def test_no_new_plan_has_the_name_of_a_device(
    planc: Planc, base: Path, operation: str, name: str
) -> None:
    ran = planc("new", operation, *WORDS)
    assert ran.out.startswith(f"Wrote plans/{name}, "), ran.err
    assert (base / "plans" / name).is_file()


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_paper_that_is_open_in_word_stops_no_other(
    planc: Planc, base: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    replace = Path.replace

    def locked(self: Path, target: Any) -> Path:
        if str(target).endswith(".docx"):
            error = PermissionError(13, "The process cannot access the file", str(target))
            error.winerror = code  # type: ignore[attr-defined]
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    ran = planc("build", *DAY)
    assert ran.status == 2
    assert "could not be written: it may be open in another program, such as Word." in ran.err
    assert [path.suffix for path in (base / "packs").iterdir()] == [".md"]


def test_lines_that_end_as_on_windows_make_the_same_paper(planc: Planc, base: Path) -> None:
    planc("build", *DAY, "--out", "unix")
    for path in base.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    checked = planc("check", *DAY)
    assert (checked.status, "Found nothing." in checked.out) == (0, True)
    planc("build", *DAY, "--out", "windows")
    unix, windows = (
        {p.name: p.read_bytes() for p in (base / n).iterdir()} for n in ("unix", "windows")
    )
    assert len(unix) == 2
    assert unix == windows


def test_no_code_page_changes_what_is_read_or_said(base: Path) -> None:
    change(
        base / PLAN, ("Halve supply", "Halve supply – by £5,600"), ("due: 2026-12-18", "due: £2026")
    )
    said = [run("check", *DAY, cwd=base) for run in (process, _elsewhere)]
    assert said[0] == said[1]
    papers = []
    for name, run in (("a", process), ("b", _elsewhere)):
        run("build", *DAY, "--out", name, cwd=base)
        papers.append({path.name: path.read_bytes() for path in (base / name).iterdir()})
    assert papers[0] == papers[1]
    assert any("£5,600".encode() in content for content in papers[0].values())


def test_names_of_papers_leave_room_for_a_long_path(planc: Planc, base: Path) -> None:
    """Windows counts 260 characters for the whole of it."""
    planc("build", *DAY, "--edition", "recipient:mentoring-lead", "--to", "docx,md,html")
    planc("build", *DAY, "--pack", "portfolio", "--to", "docx,md,html")
    names = [path.name for path in (base / "packs").iterdir()]
    assert max(map(len, names)) < 90
    assert not any(set(name) & set('<>:"/\\|?*') for name in names)
