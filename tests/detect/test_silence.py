"""Long, dense, ordinary police prose, in which the rules about words find nothing."""

from pathlib import Path

import pytest

from tests.detect.notes import SILENT, lines, noted

POSTS = """\
  - {id: insp-exampleton, title: Insp Exampleton Neighbourhoods, organisation: exampleton-police}
  - {id: insp-sampleford, title: Insp Sampleford Neighbourhoods, organisation: exampleton-police}
"""

CORPORA = sorted(path.name for path in SILENT.glob("*.txt"))


@pytest.fixture(autouse=True)
def posts(base: Path) -> None:
    """The directory has the posts that the prose names."""
    with (base / "directory.yaml").open("a", encoding="utf-8") as file:
        file.write(POSTS)


@pytest.mark.parametrize("name", CORPORA)
def test_ordinary_prose_is_left_alone(base: Path, name: str) -> None:
    texts = lines(SILENT / name)
    rules_by_text = noted(base, texts)
    assert [(text, rules_by_text[text]) for text in texts if rules_by_text[text]] == []


@pytest.mark.parametrize("name", CORPORA)
def test_it_is_left_alone_as_one_long_text_too(base: Path, name: str) -> None:
    text = "\n".join(lines(SILENT / name))
    assert noted(base, [text]) == {text: []}


def test_there_is_enough_of_it() -> None:
    words = sum(len(line.split()) for name in CORPORA for line in lines(SILENT / name))
    assert words > 4000
