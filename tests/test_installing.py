"""The commands for a computer without a network are run, where there is one to fetch from."""

import re
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT, environment, examples
from tests.programs import need

PAGE = (ROOT / ".github" / "INSTALLING.md").read_text(encoding="utf-8")

need("network", examples(1) > 1)


def test_a_wheelhouse_is_enough(tmp_path: Path) -> None:
    _, _, section = PAGE.partition("## Without a network\n")
    fetch, install = re.findall(r"```sh\n(.*?)```", section.partition("\n## ")[0], re.DOTALL)
    out, there = tmp_path / "out", tmp_path / "there"
    there.mkdir()
    ignored = shutil.ignore_patterns(".*", "node_modules", "tests")
    shutil.copytree(ROOT, out, ignore=ignored)
    for words, folder, env in (
        (fetch, out, {}),
        (install, there, {"PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_EXTRA_INDEX_URL": ""}),
    ):
        env = {**environment({"HOME": str(tmp_path)}), "PYTHONPATH": "", **env}
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", words],
            cwd=folder,
            env=env,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        if folder == out:
            (out / "wheelhouse").rename(there / "wheelhouse")
    assert done.stdout.startswith("planc 0.")
