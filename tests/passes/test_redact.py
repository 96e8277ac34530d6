"""An edition is a grant: what was not granted is in nothing that its paper is made from."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from planc.model.view import Edition
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import AS_OF, PLAN, merged
from tests.full import FullPlan
from tests.papers.reading import papers, text_of


def _paper(root: Path, edition: Edition, as_of: dt.date = AS_OF) -> str:
    (made,) = papers(root, "plan", edition, as_of=as_of)
    return text_of(made)


def _granted(path: str, edition: str) -> bool:
    """Whether the schema grants the field, and every holder of it, to the edition."""
    names = path.split(".")
    node: Mapping[str, Any] = schema("plan")
    for name in names:
        node = field_at(node.get("items", node), (name,))
        if edition not in node.get("x-audience", ()):
            return False
    return True


def test_the_board_sees_every_word_it_is_granted_and_no_other(tmp_path: Path) -> None:
    full = FullPlan()
    full.write(tmp_path)
    text = _paper(tmp_path, "board")
    words = {p: t for p, t in full.tokens.items() if isinstance(t, str) and t.startswith("Tok")}
    shown = {path for path, token in words.items() if token in text}
    # the reason for having no partner is for the SRO alone; the paper says that there is one
    granted = {path for path in words if _granted(path, "board")} - {"gaps.partners.reason"}
    assert shown == granted
    assert {"annexes", "pursue.partner_text"} <= words.keys() - granted


def _digest(text: str) -> str:
    found = re.search(r"Digest of the content: ([0-9a-f]{64})", text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("piece", "same"),
    [
        ("annexes: [ANX-7]\n", True),
        ("operation: EXAMPLE ELM\n", False),
        ("log:\n  - {date: 2026-11-18, note: Notices drafted}\n", False),
    ],
)
def test_the_digest_is_of_the_granted_content(base: Path, piece: str, same: bool) -> None:
    before = _digest(_paper(base, "board"))
    plan = base / PLAN
    plan.write_text(merged(plan.read_text(), piece))
    assert (_digest(_paper(base, "board")) == before) is same


def test_the_digest_does_not_depend_on_the_day_or_on_how_the_file_is_written(base: Path) -> None:
    before = _digest(_paper(base, "board"))
    plan = base / PLAN
    plan.write_text(
        "# a remark\n" + plan.read_text().replace("lro: di-soc-east", 'lro: "di-soc-east"')
    )
    assert _digest(_paper(base, "board", dt.date(2026, 11, 25))) == before


def test_a_title_in_the_directory_counts_only_if_the_plan_names_the_post(base: Path) -> None:
    before = _digest(_paper(base, "board"))
    directory = base / "directory.yaml"
    directory.write_text(directory.read_text().replace("Mentoring Lead", "Head of Mentoring"))
    assert _digest(_paper(base, "board")) == before
    directory.write_text(directory.read_text().replace("DI SOC East", "DI East"))
    assert _digest(_paper(base, "board")) != before


def test_a_part_with_a_higher_marking_raises_the_papers(base: Path) -> None:
    plan = base / PLAN
    text = plan.read_text().replace("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL")
    plan.write_text(text)
    assert _paper(base, "board").startswith("OFFICIAL\n")
    raised = " due: 2026-12-18, marking: OFFICIAL-SENSITIVE - COMMERCIAL}"
    plan.write_text(text.replace(" due: 2026-12-18}", raised))
    paper = _paper(base, "board")
    assert paper.startswith("OFFICIAL-SENSITIVE - COMMERCIAL\n")
    assert paper.rstrip().endswith("OFFICIAL-SENSITIVE - COMMERCIAL")
