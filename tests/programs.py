"""Programs beside Python that some tests need."""

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

NODE = Path(__file__).parents[1] / ".ci" / "node"
MODULES = NODE / "node_modules"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)

_GROUPS = {
    "office": "LibreOffice and poppler",
    "node": "node, and npm ci in .ci/node",
    "browser": "Chromium, poppler, node, and npm ci in .ci/node",
    "linters": "yamllint, pre-commit-hooks and check-jsonschema",
    "network": "an index of packages",
}


def need(group: str, *programs: object) -> None:
    """Skips what calls it unless everything is found; fails where PLANC_REQUIRE names the group."""
    if all(programs):
        return
    required = os.environ.get("PLANC_REQUIRE", "").split()
    assert group not in required, f"{group} is required: {_GROUPS[group]}"
    pytest.skip(f"needs {_GROUPS[group]}", allow_module_level=True)


def printed(folder: Path, pages: str = "") -> dict[str, list[str]]:
    """The text of each page of every Word file in a folder, as LibreOffice prints it, by name.

    With `pages`, as `1-2`, of these alone, which takes less time.
    """
    need("office", shutil.which("soffice"), shutil.which("pdftotext"))
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{_profile()}"]
    only = f':writer_pdf_Export:{{"PageRange":{{"type":"string","value":"{pages}"}}}}'
    words += ["--convert-to", f"pdf{only if pages else ''}", "--outdir", str(folder)]
    documents = sorted(folder.glob("*.docx"))
    subprocess.run([*words, *map(str, documents)], check=True, capture_output=True)
    texts = {}
    for document in documents:
        pdf = document.with_suffix(".pdf")
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
        texts[document.stem] = text.stdout.decode().split("\f")[:-1]
    return texts


@cache
def _profile() -> str:
    """A folder for LibreOffice's settings, which it takes a while to make."""
    folder = tempfile.TemporaryDirectory(prefix="soffice-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return folder.name
