"""What a message says to write, made in the file: the finding is gone, and nothing worse has come.

Those of the rules' own examples are made in test_examples.py.

No editor takes part: the edits are data of the finding, and are spliced into the text.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planc.check import check
from planc.model.document import Span
from planc.model.edit import TextEdit, line_edit, spliced
from planc.model.finding import Finding, Severity
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, DAY, PLAN, ROOT, Planc, change, examples

Slip = Callable[[str], str]


def _put(pattern: str, text: str | Callable[[re.Match[str]], str]) -> Slip:
    """The first match of the pattern becomes the text."""
    return lambda plan: re.sub(pattern, text, plan, count=1, flags=re.MULTILINE)


SLIPS: dict[str, Slip] = {
    "day first": _put(r"due: (\d{4})-(\d\d)-(\d\d)", r"due: \3/\2/\1"),
    "day and month in words": _put(r"due: (\d{4})-12-(\d\d)", r"due: \2 December \1"),
    "a time beside the day": _put(r"next_review: (\S+)$", r"next_review: \1 10:30"),
    "reference in small letters": lambda plan: plan.replace("ref: SOC-", "ref: soc-", 1),
    "reference with low lines": _put(r"^ref: SOC-(\d+)-", r"ref: SOC_\1_"),
    "long dash in a post": _put(r"^lro: (\w+)-(\w+)", "lro: \\1\u2013\\2"),
    "capitals in a post": _put(r"^sro: (\w+)-(\w+)", lambda m: f"sro: {m[1].upper()} {m[2]}"),
    "post misspelt": _put(r"^lro: di-(\w+)", r"lro: dj-\1"),
    "stop after a post": _put(r"^(sro: \S+)", r"\1;"),
    "curly quotes round an id": _put(r"ref: (P\w\w-\d)", "ref: \u201c\\1\u201d"),
    "letters of an id swapped": _put(r"ref: PUR-1\b", "ref: PRU-1"),
    "no space after the colon": _put(r"^operation: ", "operation:"),
    "no colon": _put(r"^operation: ", "operation "),
    "equals for the colon": _put(r"^operation: ", "operation = "),
    "colon in a text": _put(r"^operation: (\w+) ", r"operation: \1: "),
    "field misspelt": _put(r"^operation:", "operaton:"),
    "word misspelt": _put(r"type: (ocg|usg|place|vulnerability)\b", r"type: \1x"),
    "one area without brackets": _put(r"areas: \[(\w+)[^\]]*\]", r"areas: \1"),
    "areas without brackets": _put(r"areas: \[[^\]]*\]", "areas: drugs, firearms"),
    "marking without its hyphen": _put(r"^marking: OFFICIAL-SENS", "marking: OFFICIAL SENS"),
    "a line of signs": _put(r"^objectives:", "=========\nobjectives:"),
    "bullet for a dash": _put(r"^log:\n  - ", "log:\n  \u2022 "),
    "number for a dash": _put(r"^log:\n  - ", "log:\n  1. "),
    "one space too many": _put(r"^  (assessment: )", r"   \1"),
    "a remark after two strokes": _put(r"^objectives:", "// to be agreed\nobjectives:"),
    "a heading of dashes": _put(r"^objectives:", "--- Objectives ---\nobjectives:"),
    "text pasted at the left edge": _put(r"^objectives:", "\nIt uses three flats.\nobjectives:"),
    "semicolons between fields": _put(r"^(  - \{\w+: [^,]+), (\w+: [^,]+), ", r"\1; \2; "),
    "done": _put(r"status: complete\b", "status: done"),
    "a number as the name": _put(r"^operation: .*", "operation: 0123"),
}
SAMPLES = ("minimal", "street-gang", "county-lines", "modern-slavery", "clear-hold-build")
CORRECT = sorted((ROOT / "tests" / "correct" / "plans").glob("*.yaml"))
PLANS = [
    BASE / PLAN,
    *CORRECT,
    *(ROOT / "plans" / f"{name}.yaml" for name in SAMPLES[: examples(1)]),
]
"""At length, the long samples as well."""


def _known(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((f.rule, f.wrong) for f in found)


def assert_mended(path: Path, findings: tuple[Finding, ...]) -> int:
    """Makes every edit in turn, each in the broken file; how many there were."""
    mended = 0
    for finding in findings:
        if not finding.edits:
            continue
        file = path.parents[1] / finding.place.path
        broken = file.read_text(encoding="utf-8")
        file.write_text(spliced(broken, finding.edits), encoding="utf-8")
        after = check(open_repository([path.parents[1]]), AS_OF).findings
        file.write_text(broken, encoding="utf-8")
        known = (finding.rule, finding.wrong)
        assert _known(after).count(known) < _known(findings).count(known), known
        before = {(f.rule, f.object) for f in findings}
        worse = [f for f in after if f.severity >= Severity.ERROR]
        assert [f for f in worse if (f.rule, f.object) not in before] == [], known
        mended += 1
    return mended


def _broken(tmp_path: Path, plan: Path) -> Path:
    """A repository with this one plan, whose text a test may break."""
    settings = plan.parent if plan.parent == ROOT / "plans" else plan.parents[1]
    (tmp_path / "plans").mkdir()
    for name in ("planc.yaml", "directory.yaml"):
        (tmp_path / name).write_bytes((settings / name).read_bytes())
    copy = tmp_path / "plans" / plan.name
    copy.write_bytes(plan.read_bytes())
    return copy


@pytest.mark.generated
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_every_edit_mends_what_it_is_about(tmp_path: Path, plan: Path) -> None:
    path = _broken(tmp_path, plan)
    good = path.read_text(encoding="utf-8")
    broken, mended = 0, 0
    every = 1 if examples(1) > 1 else 2  # each slip is made in half of the plans, or in all
    for slip in list(SLIPS.values())[PLANS.index(plan) % every :: every]:
        text = slip(good)
        if text != good:
            path.write_text(text, encoding="utf-8")
            found = check(open_repository([tmp_path]), AS_OF).findings
            assert found
            broken, mended = broken + 1, mended + assert_mended(path, found)
    assert broken * every >= 14
    assert mended * every >= 12


def test_the_slips_break_at_least_120_plans() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PLANS]
    assert sum(slip(text) != text for text in texts for slip in SLIPS.values()) >= 120


def test_a_deleted_id_is_never_taken_for_another(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("log:\n", "log:\n  - {date: 2026-11-18, ref: PUR-9, note: Done}\n"))
    ran = planc("check", "--output", "json", *DAY)
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["edits"] == []
    assert "Did you mean" not in finding["wrong"]
    assert finding["do"].startswith("If PUR-9 was taken out, put it back")


def test_the_edit_stands_in_the_report_as_places(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 18/12/2026"))
    ran = planc("check", "--output", "json", *DAY)
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["edits"] == [
        {"start": finding["start"], "end": finding["end"], "text": "2026-12-18", "fix": True}
    ]


def test_what_may_be_about_a_person_has_no_edit(base: Path) -> None:
    with (base / PLAN).open("a", encoding="utf-8") as file:
        file.write("subjects: [{key: S1, role: leadr}]\n")
    found = check(open_repository([base]), AS_OF).findings
    assert [(f.rule, f.edits) for f in found] == [("unknown-value", ())]


def test_an_edit_of_a_line_is_as_small_as_it_can_be() -> None:
    assert line_edit(3, "ref:A", "ref: A") == TextEdit(Span(3, 5, 3, 5), " ")
    assert line_edit(1, "aXa", "aa") == TextEdit(Span(1, 2, 1, 3), "")


def test_edits_are_made_from_the_last_to_the_first() -> None:
    edits = [TextEdit(Span(1, 1, 1, 2), "one"), TextEdit(Span(2, 2, 2, 2), "two")]
    assert spliced("a\nbc\n", edits) == "one\nbtwoc\n"
