"""What of a file is shown to nobody, asked of the pass itself."""

from pathlib import Path

import pytest

from planc.model.document import Span
from planc.model.parsed_file import ParsedFile
from planc.passes.withhold import harmless, is_open, is_personal, withhold
from planc.repository import Repository, open_repository, parse_file, source_of
from tests.conftest import AS_OF, PLAN, merged

NUMBER = "07700 900123"


def _read(base: Path, piece: str = "", raw: str = "") -> tuple[ParsedFile, Repository]:
    path = base / PLAN
    path.write_text(raw or merged(path.read_text(), piece))
    repository = open_repository([base])
    return parse_file(source_of(path, repository.root), "plan", repository.known), repository


def _line_of(file: ParsedFile, words: str) -> Span:
    (number,) = [n for n, line in enumerate(file.lines, 1) if words in line]
    return Span(number, 1, number, 2)


def test_the_lines_of_what_may_not_stand_there_are_withheld(base: Path) -> None:
    file, repository = _read(base, f"summary: >\n  One line\n  ring {NUMBER}\n  and a third\n")
    file, said = withhold(file, repository.context(AS_OF))
    assert len(said) == 1
    assert {file.lines[number - 1].strip() for number in file.withheld} >= {f"ring {NUMBER}"}
    assert is_personal(file, _line_of(file, NUMBER))
    assert not is_personal(file, _line_of(file, "lro: "))


def test_nothing_is_withheld_of_a_plan_as_it_should_be(base: Path) -> None:
    file, repository = _read(base)
    assert withhold(file, repository.context(AS_OF)) == (file, [])


@pytest.mark.parametrize("raw", ["subjects:\n  - {key: S1\nlro: x\n", "subject:\n  - key: S1\n"])
def test_a_line_about_a_person_is_known_where_little_can_be_read(base: Path, raw: str) -> None:
    file, _ = _read(base, raw=f"planc: 1\n{raw}")
    assert is_personal(file, _line_of(file, "S1"))
    assert not is_personal(file, _line_of(file, "planc"))
    assert not is_personal(file, None)


@pytest.mark.parametrize(
    ("words", "whole", "shown"),
    [
        ("Pursue, PUR-1, Owner", True, "Pursue, PUR-1, Owner"),
        (f"Pursue, {NUMBER}, Owner", True, "..."),
        ("a text that was cut sho…", True, "a text that was cut sho…"),
        ("a text that was cut sho…", False, "..."),
    ],
)
def test_words_that_are_printed_hold_nothing_of_it(
    base: Path, words: str, whole: bool, shown: str
) -> None:
    context = open_repository([base]).context(AS_OF)
    assert harmless(words, context, whole=whole) == shown


OFFICIAL = "marking: OFFICIAL\n"


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        (OFFICIAL, True),
        ("marking: OFFICIAL-SENSITIVE\n", False),
        ("marking: TOP SECRET\n", False),
        (f"{OFFICIAL}summary: A sensitive time\n", False),
        (f"{OFFICIAL}prevent:\n  - {{id: PRE-1, tactic: x, marking: RESTRICTED}}\n", False),
    ],
)
def test_a_log_shows_lines_of_a_plan_that_is_official_and_no_more(
    base: Path, piece: str, shown: bool
) -> None:
    file, _ = _read(base, piece)
    assert is_open(file) is shown


def test_a_plan_that_cannot_be_read_is_not_open_and_a_directory_is(base: Path) -> None:
    file, repository = _read(base, raw="a: [")
    assert not is_open(file)
    source = source_of(base / "directory.yaml", repository.root)
    assert is_open(parse_file(source, "directory", {}))
