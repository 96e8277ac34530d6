"""Broken plans, and all that planc says of them, to be read as an officer would read it.

Each folder holds a plan, and beside it what a person at a screen is shown of it (`said.txt`) and
what other programs are told. The settings are those of `tests/base` where it has none of its own.
`python -m tests.golden.transcripts` writes what is said anew; then read what has changed.
"""

import shutil
import tempfile
from pathlib import Path

from planc import __version__, check
from planc.all_reporters import ReporterName, show_as
from planc.model.report import Style
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/larch.yaml"))
FORMS: dict[ReporterName, str] = {
    "text": "said.txt",
    "json": "said.json",
    "sarif": "said.sarif",
    "github": "said.github.txt",
}
SETTINGS = ("planc.yaml", "directory.yaml")


def transcript(case: str, form: ReporterName) -> str:
    """What is said of the plans in a folder, in the form of a reporter."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "plans").mkdir()
        for name in SETTINGS:
            shutil.copy(BASE / name, root)
        for path in HERE.joinpath(case).glob("*.yaml"):
            shutil.copy(path, root if path.name in SETTINGS else root / "plans")
        report = check.check(open_repository([root]), AS_OF)
    shown = show_as(report, form, Style(terminal=form == "text"))
    return shown.replace(f'"{__version__}"', '"(version)"')


def kept(case: str, form: ReporterName) -> Path:
    """The file that holds what was said when somebody last read it."""
    return HERE / case / FORMS[form]


if __name__ == "__main__":
    for one in CASES:
        for form in FORMS:
            kept(one, form).write_text(transcript(one, form), encoding="utf-8", newline="\n")
