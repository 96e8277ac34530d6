"""The programs that planc is measured beside, each in an environment of its own.

None does what planc does. PyYAML's C loader gives data without places; yamllint looks at the form
of a text; check-jsonschema at the shape of its data; docxtpl and pandoc make a Word file of words
that are there already.
"""

import subprocess
import sys
import venv
from functools import cached_property
from pathlib import Path

from tests.conftest import ROOT

_PACKAGES = {
    "pyyaml": "pyyaml==6.0.4",
    "yamllint": "yamllint==1.38.0",
    "check-jsonschema": "check-jsonschema==0.39.0",
    "docxtpl": "docxtpl==0.20.2",
    "pandoc": "pypandoc-binary==1.17",  # has the program in it
}
VERSIONS = tuple(package.replace("==", " ") for package in _PACKAGES.values())
_YAMLLINT = (
    "{extends: default, rules: {document-start: disable, line-length: {max: 200},"
    " indentation: {level: warning}}}"
)
_LOAD = """
import sys, yaml
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""
_RENDER = """
import json, sys, docxtpl
template, out, *papers = sys.argv[1:]
for paper in papers:
    with open(paper, encoding="utf-8") as file:
        blocks = json.load(file)
    document = docxtpl.DocxTemplate(template)
    document.render({"blocks": blocks}, autoescape=True)
    document.save(f"{out}/{paper.rpartition('/')[2]}.docx")
"""


class Peers:
    """Environments below a folder, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def planc(self) -> str:
        """planc as a user has it: installed from the lock and from a wheel of this checkout."""
        lock = ROOT / "locks" / "users.txt"
        scripts = self._environment("planc", "--no-deps", "--require-hashes", "-r", lock)
        _pip(scripts, "--force-reinstall", "--no-deps", "--no-build-isolation", ROOT)
        return str(scripts / "planc")

    @cached_property
    def nothing(self) -> tuple[str, ...]:
        """The Python of planc's environment, that does nothing."""
        return str(Path(self.planc).with_name("python")), "-c", "pass"

    @cached_property
    def load(self) -> tuple[str, ...]:
        """Loads the files that follow."""
        return str(self._peer("pyyaml") / "python"), "-c", _LOAD

    @cached_property
    def yamllint(self) -> tuple[str, ...]:
        """Looks at the files that follow, with every rule that is on as it comes."""
        return str(self._peer("yamllint") / "yamllint"), "-f", "parsable", "-d", _YAMLLINT

    @cached_property
    def check_jsonschema(self) -> tuple[str, ...]:
        """Validates the files that follow as plans."""
        schema = str(ROOT / "schemas" / "plan.schema.json")
        return str(self._peer("check-jsonschema") / "check-jsonschema"), "--schemafile", schema

    @cached_property
    def docxtpl(self) -> tuple[str, ...]:
        """Renders a template into a folder, for each of the files that follow."""
        return str(self._peer("docxtpl") / "python"), "-c", _RENDER

    @cached_property
    def pandoc(self) -> str:
        """Turns one file into another."""
        where = "import pypandoc; print(pypandoc.get_pandoc_path())"
        python = self._peer("pandoc") / "python"
        return subprocess.check_output([python, "-c", where], text=True).strip()

    def _peer(self, name: str) -> Path:
        return self._environment(name, _PACKAGES[name])

    def _environment(self, name: str, *words: object) -> Path:
        folder = self._folder / name
        scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        if not folder.exists():
            venv.create(folder, with_pip=True)
        _pip(scripts, *words)
        return scripts


def _pip(scripts: Path, *words: object) -> None:
    command = [scripts / "python", "-m", "pip", "install", "-q", *words]
    subprocess.run([str(word) for word in command], check=True)
