"""The log entries of the samples, each made again from its data as `planc log` makes one."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from planc.model.change import Append
from planc.model.context import Context
from planc.model.document import Document, value_at
from planc.model.parsed_file import PLAN
from planc.model.source import Source
from planc.passes.compose_entry import ORDER, compose_entry
from planc.passes.decode import decode
from planc.passes.edit import edit
from planc.passes.read import read
from planc.repository import open_repository, parse_file
from tests.conftest import ROOT

_NO_PLANS = ("planc", "directory")
SAMPLES = sorted(path for path in (ROOT / "plans").glob("*.yaml") if path.stem not in _NO_PLANS)
STEP = 1 if "PLANC_EXAMPLES" in os.environ else 8

TYPED_IN_THE_FILE = {
    ("clear-hold-build", "DEC-003"),
    ("clear-hold-build", "DEC-006"),
    ("county-lines", "DEC-005"),
    ("fraud-laundering", "DEC-005"),
    ("immigration-crime", "DEC-001"),
    ("modern-slavery", "DEC-008"),
    ("priority-individual", "DEC-004"),
    ("street-gang", "DEC-004"),
}
"""Decisions with NDM headings, a page of words for which `planc log` has no options."""


class _Written(NamedTuple):
    """An entry of a sample, and the lines around it."""

    above: list[str]
    own: list[str]
    data: dict[str, Any]


def _document(raw: bytes) -> Document:
    text, _ = decode(Source("", raw))
    document = read("", text or "").document
    assert document is not None
    return document


def _entries(path: Path) -> Iterator[_Written]:
    raw = path.read_bytes()
    document, lines = _document(raw), raw.decode().splitlines(keepends=True)
    log: Any = value_at(document.data, ("log",))
    marks: Any = document.marks[1]
    for entry, (extent, _, _) in zip(log, marks["log"][1][1], strict=True):
        yield _Written(lines[: extent[0] - 1], lines[extent[0] - 1 : extent[2]], entry)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_entry_is_made_again_from_its_data_byte_for_byte(path: Path) -> None:
    repository = open_repository([path])
    plan = parse_file(Source(path.name, path.read_bytes()), PLAN, repository.known).plan
    assert plan is not None
    for written in list(_entries(path))[::STEP]:
        if "ndm" in written.data:
            continue
        day = dt.date.fromisoformat(written.data.get("recorded_on", written.data["date"]))
        context = Context(day, repository.policy, repository.directory)
        entry = compose_entry(plan, context, written.data, "").entry
        after = edit("".join(written.above).encode(), Append(("log",), entry), _document)
        assert after.decode() == "".join(written.above + written.own)


def test_at_least_97_in_100_are_and_the_rest_have_headings_that_are_typed_in_the_file() -> None:
    entries = [(path.stem, written.data) for path in SAMPLES for written in _entries(path)]
    rest = {(name, data["id"]) for name, data in entries if not data.keys() <= set(ORDER)}
    assert rest == TYPED_IN_THE_FILE
    assert len(entries) - len(rest) >= 0.97 * len(entries) >= 0.97 * 440
