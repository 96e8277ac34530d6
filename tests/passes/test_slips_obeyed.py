"""Ordinary slips of an officer: each has one finding, and who obeys it to the letter is done."""

import shutil
from pathlib import Path

import pytest

from planc.check import check
from planc.model.finding import Finding
from planc.repository import open_repository
from tests.conftest import AS_OF, ROOT

LINES = Path(__file__).with_name("slips.txt").read_text(encoding="utf-8").splitlines()
SLIPS = [line for line in LINES if not line.startswith("#")]


def _cells(line: str) -> list[str]:
    signs = {"⏎": "\n", "␠": " ", "¦": "|"}
    cells = [cell.strip() for cell in line.split("|")]
    return ["".join(signs.get(sign, sign) for sign in cell) for cell in cells]


def findings_in(root: Path, name: str, text: str) -> tuple[Finding, ...]:
    """What is found in one of the samples when its file holds this."""
    (root / "plans").mkdir(exist_ok=True)
    for other in ("planc.yaml", "directory.yaml"):
        shutil.copy(ROOT / "plans" / other, root / other)
    path = root / "plans" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return check(open_repository([path]), AS_OF).findings


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_has_one_finding_and_is_mended_by_it(line: str, tmp_path: Path) -> None:
    name, right, slip, words, wrong, obeyed = _cells(line)
    text = (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")
    assert right in text
    broken = text.replace(right, slip, 1)
    assert wrong in broken
    (one,) = findings_in(tmp_path, name, broken)
    assert words in f"{one.wrong} {one.do}"
    assert not findings_in(tmp_path, name, broken.replace(wrong, obeyed, 1))


def test_one_deleted_tactic_is_one_finding(tmp_path: Path) -> None:
    text = (ROOT / "plans" / "county-lines.yaml").read_text(encoding="utf-8")
    start = text.index("  - {id: PRE-4,")
    gone = text[:start] + text[text.index("\n  - {id: PRE-5,", start) + 1 :]
    assert [one.rule for one in findings_in(tmp_path, "county-lines", gone)] == ["dangling-id"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("victim-support-lead and ds-soc-south", '"victim-support-lead and ds-soc-south" is not'),
        ("Trading Standards Manager", '"Trading Standards Manager" is not'),
        ("DS Hobbs", 'What stands after "owner:" is not'),
        ("trading-standards-lead and Hobbs", 'What stands after "owner:" is not'),
    ],
)
def test_what_can_name_nobody_is_quoted(written: str, shown: str, tmp_path: Path) -> None:
    text = (ROOT / "plans" / "minimal.yaml").read_text(encoding="utf-8")
    broken = text.replace("owner: ds-soc-south", f"owner: {written}")
    (one,) = findings_in(tmp_path, "minimal", broken)
    assert one.wrong.startswith(shown)


@pytest.mark.parametrize(
    ("field", "written"),
    [("tier: local", "tier: local authority"), ("phase: overt", "phase: not overt")],
)
def test_a_word_within_others_is_not_what_was_meant(
    field: str, written: str, tmp_path: Path
) -> None:
    text = (ROOT / "plans" / "street-gang.yaml").read_text(encoding="utf-8")
    (one,) = findings_in(tmp_path, "street-gang", text.replace(field, written))
    assert "alone" not in one.do
