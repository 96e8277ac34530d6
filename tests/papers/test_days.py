"""A table has one form of day: 22 Nov 2026 and 22 November 2026 do not stand in one."""

import re

import pytest

from planc.model.view import AUTHOR, BOARD, Edition
from tests.papers.reading import SAMPLES, papers, text_of

LONG = re.compile(r"\b\d{1,2} (?:January|February|March|April|June|July|August|September"
                  r"|October|November|December) \d{4}")  # fmt: skip
SHORT = re.compile(r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}")


@pytest.mark.parametrize("edition", [BOARD, AUTHOR])
def test_a_table_has_one_form_of_day(edition: Edition) -> None:
    (paper,) = papers(SAMPLES / "clear-hold-build.yaml", edition=edition)
    tables = re.findall(r"(?:^\|.*\n)+", text_of(paper), re.MULTILINE)
    dated = [table for table in tables if LONG.search(table) or SHORT.search(table)]
    assert len(dated) > 3
    assert [table for table in dated if LONG.search(table) and SHORT.search(table)] == []
