"""Programs beside Python that some tests need."""

import os
import shutil
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
}


def need(group: str, *found: object) -> None:
    """Skips what calls it unless everything is found; fails where PLANC_REQUIRE names the group."""
    if all(found):
        return
    required = os.environ.get("PLANC_REQUIRE", "").split()
    assert group not in required, f"{group} is required: {_GROUPS[group]}"
    pytest.skip(f"needs {_GROUPS[group]}", allow_module_level=True)
