"""planc as its users have it: a wheel, installed where nothing of this checkout is."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.conftest import ROOT


def run(*words: object, cwd: Path | None = None) -> str:
    """What a command prints; it must end well."""
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def made_wheel(out: Path) -> Path:
    """A wheel of this checkout, in a folder."""
    pip = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation")
    run(*pip, "-w", out, ROOT)
    (file,) = out.glob("planc-*.whl")
    return file


def installed(wheel: Path, fresh: Path) -> Path:
    """A new environment that has planc from the wheel, and its dependencies from this one."""
    venv.create(fresh)
    python = next((fresh / ("Scripts" if sys.platform == "win32" else "bin")).glob("python*"))
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", wheel)
    (site,) = fresh.rglob("site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return fresh
