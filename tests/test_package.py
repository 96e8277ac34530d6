"""A wheel, installed on its own, makes the same papers as the checkout."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from planc.all_formats import FORMATS
from tests.conftest import BASE

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        out,
        ROOT,
    )
    (file,) = out.glob("planc-*.whl")
    return file


def _run(*words: object, cwd: Path | None = None) -> str:
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


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
    fresh = tmp_path / "fresh"
    venv.create(fresh)
    scripts = "Scripts" if sys.platform == "win32" else "bin"
    python = next((fresh / scripts).glob("python*"))
    _run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel)
    # Its dependencies come from this environment; planc itself must not.
    (site,) = fresh.rglob("site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    where = _run(python, "-c", "import planc; print(planc.__file__)", cwd=tmp_path)
    assert where.startswith(str(fresh))
    papers = {}
    for name, command in (
        ("wheel", [fresh / scripts / "planc"]),
        ("checkout", [sys.executable, "-m", "planc"]),
    ):
        out = tmp_path / name
        folder = tmp_path if name == "wheel" else ROOT
        words = ("build", BASE, "--to", ",".join(FORMATS), "--out", out, "--as-of", "2026-11-22")
        _run(*command, *words, cwd=folder)
        papers[name] = {path.name: path.read_bytes() for path in out.iterdir()}
    assert papers["wheel"] == papers["checkout"]
    assert set(papers["wheel"]) == {f"SOC-2026-014-plan-board.{form}" for form in FORMATS}
