"""What is to stand in a file in place of what stands there: an edit, as data."""

from collections.abc import Iterable
from itertools import takewhile

from planc.model.document import Span
from planc.model.noun import noun


@noun(frozen=True)
class TextEdit:
    """`text` is to stand in place of what the span covers; an empty span is a place between."""

    span: Span
    text: str


def line_edit(number: int, line: str, wanted: str) -> TextEdit:
    """The smallest edit that makes a line, counted from 1, what is wanted."""
    start = _same(line, wanted)
    end = _same(line[start:][::-1], wanted[start:][::-1])
    span = Span(number, start + 1, number, len(line) - end + 1)
    return TextEdit(span, wanted[start : len(wanted) - end])


def spliced(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with the edits made, which do not overlap. Lines end in `\\n`."""
    starts = [0]
    for words in text.split("\n"):
        starts.append(starts[-1] + len(words) + 1)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        line, column, end_line, end_column = edit.span
        start, end = starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


def _same(one: str, other: str) -> int:
    """With how many equal characters the two begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
