"""Page one shows no better picture than the plan: held against the pages after it, as printed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from planc.model.paper_file import PaperFile
from tests.conftest import examples
from tests.formats import read_docx
from tests.papers.generated_plans import generated_plan, write_generated
from tests.papers.reading import SAMPLES, papers

GRAVEST = ("RED", "AMBER", "Not yet rated", "GREEN", "COMPLETE")


class Pages(NamedTuple):
    """A board's paper as it is printed: page one, and what follows."""

    one: str
    body: str


def _pages(path: Path) -> Pages:
    (paper,) = papers(path, forms=["docx"])
    assert isinstance(paper, PaperFile)
    one, _, body = read_docx.as_read(paper.content).partition("--- new page ---")
    return Pages(one, body)


def _ratings(text: str) -> dict[str, str]:
    rows = re.findall(
        r"^(OBJ-\d+) [^|]* \| [^|]* \| ([A-Za-z ]+?)(?: /[^|]*)? \|", text, re.MULTILINE
    )
    return {name: rating.strip() for name, rating in rows}


def _rows(body: str, ids: str) -> list[str]:
    """How each of the things of these ids stands, as its row has it."""
    return re.findall(rf"^(?:{ids})-\d+ [^|]* \| [^|]* \| ([^|]*) \|", body, re.MULTILINE)


def _sum(words: str, text: str) -> int:
    return sum(int(number) for number in re.findall(rf"(\d+) {words}\b", text))


def _worse_in_the_body(pages: Pages) -> Iterator[str]:
    """What the pages after the first have that it makes less of."""
    shown, all_ratings = _ratings(pages.one), _ratings(pages.body)
    for name, rating in all_ratings.items():
        if rating == "RED" and shown.get(name) != "RED":
            yield f"{name} is red and not on page one"
        if name in shown and shown[name] != rating:
            yield f"{name} is {rating} in the body and {shown[name]} on page one"
    left_out = re.search(r"^\d+ more, not shown here: (.*)\.$", pages.one, re.MULTILINE)
    others = left_out[1] if left_out else ""
    for rating in GRAVEST:
        number = sum(its == rating for its in all_ratings.values())
        told = sum(its == rating for its in shown.values())
        told += _sum(rating.replace("Not", "not"), others)
        if told != number:
            yield f"{number} objectives are {rating}, and page one tells of {told}"
    (strands,) = re.findall(r"^Tactics \| (.*)$", pages.one, re.MULTILINE)
    tactics = _rows(pages.body, "PUR|PRE|PRO|PPR")
    late = sum("late" in stands for stands in tactics)
    blocked = sum("Blocked" in stands for stands in tactics)
    for words, number in (("late", late), ("blocked", blocked)):
        if _sum(words, strands) != number:
            yield f"{number} tactics are {words}, and page one tells of {_sum(words, strands)}"
    actions = sum("late" in stands for stands in _rows(pages.body, "ACT"))
    (told_late,) = re.findall(r"^Actions: (\d+ actions? late|none late)", pages.one, re.MULTILINE)
    if _sum("actions? late", told_late) != actions:
        yield f"{actions} actions are late, and page one says: {told_late}"


def _words_cut(plan: dict[str, object], pages: Pages) -> Iterator[str]:
    """Words of the decision that page one does not have."""
    sought = plan.get("decision_sought")
    if not isinstance(sought, dict):
        return
    options = [words for option in sought["options"] for words in option.values()]
    page = pages.one.replace(" (LRO recommends)", "").casefold()
    for words in (sought["decision"], sought["otherwise"], sought["dissent"], *options):
        if str(words).casefold() not in page:
            yield str(words)


@pytest.mark.generated
def test_page_one_makes_no_less_of_anything_than_the_pages_after_it(tmp_path: Path) -> None:
    number = examples(4)
    seen = ""
    for seed, path in enumerate(write_generated(tmp_path / "plans", range(number))):
        pages = _pages(path)
        assert list(_worse_in_the_body(pages)) == [], seed
        assert list(_words_cut(generated_plan(seed), pages)) == [], seed
        seen += pages.one
    for words in (" late", " blocked", "| RED", "FOR DECISION", "more, not shown here"):
        assert words in seen, words


@pytest.mark.parametrize("name", ["county-lines", "minimal"])
def test_page_one_of_a_sample_makes_no_less_of_anything(name: str) -> None:
    assert list(_worse_in_the_body(_pages(SAMPLES / f"{name}.yaml"))) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| RED |", "| AMBER |", "OBJ-2 is red and not on page one"),
        ("1 blocked", "0 blocked", "1 tactics are blocked, and page one tells of 0"),
        ("1 action late", "none late", "1 actions are late, and page one says: none late"),
    ],
)
def test_a_better_picture_is_told(old: str, new: str, told: str) -> None:
    pages = _pages(SAMPLES / "county-lines.yaml")
    assert old in pages.one
    milder = pages._replace(one=pages.one.replace(old, new, 1))
    assert told in list(_worse_in_the_body(milder))
