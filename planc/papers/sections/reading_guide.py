"""How to read the paper: ratings, probability words, abbreviations."""

from collections.abc import Iterator

from planc.model.paper import Block, cell, rating, table
from planc.model.view import View
from planc.papers.vocabulary import ABBREVIATIONS, RATINGS, YARDSTICK

TITLE = "Keys"


def blocks(_view: View) -> Iterator[Block]:
    """Three small tables."""
    rows = [(rating(rag), cell(words)) for rag, words in RATINGS]
    yield table("Ratings of objectives", ("Rating", "Meaning"), rows, (25, 75))
    yield table("Probability words (PHIA)", ("Words", "Probability"), YARDSTICK, (50, 50))
    yield table("Abbreviations", ("Short", "In full"), ABBREVIATIONS, (20, 80))
