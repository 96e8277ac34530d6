"""A wheel, installed on its own, makes the same papers as the checkout."""

import sys
import zipfile
from pathlib import Path

from planc.all_formats import FORMATS
from tests.conftest import BASE, ROOT
from tests.wheels import installed, run


def test_the_wheel_holds_the_schemas_and_templates_and_no_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("schemas", "templates"):
        paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
        files = {path.relative_to(ROOT / folder).as_posix() for path in paths}
        assert {f"planc/{folder}/{name}" for name in files} <= names
    assert {"planc/py.typed", "planc/rules/SOURCES.md", "planc/locks/users.txt"} <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"planc"}


def test_an_installed_wheel_makes_the_same_bytes_as_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    fresh = installed(wheel, tmp_path / "fresh")
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = next((fresh / scripts).glob("python*"))
    where = run(python, "-c", "import planc; print(planc.__file__)", cwd=tmp_path)
    assert where.startswith(str(fresh))
    papers = {}
    for name, command in (
        ("wheel", [fresh / scripts / "planc"]),
        ("checkout", [sys.executable, "-m", "planc"]),
    ):
        out = tmp_path / name
        folder = tmp_path if name == "wheel" else ROOT
        words = ("build", BASE, "--to", ",".join(FORMATS), "--out", out, "--as-of", "2026-11-22")
        run(*command, *words, cwd=folder)
        papers[name] = {path.name: path.read_bytes() for path in out.iterdir()}
    assert papers["wheel"] == papers["checkout"]
    assert set(papers["wheel"]) == {f"SOC-2026-014-plan-board.{form}" for form in FORMATS}
