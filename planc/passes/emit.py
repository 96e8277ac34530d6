"""Paper -> bytes, in one of the formats."""

from planc.all_formats import Format, formats
from planc.model.paper import Paper
from planc.model.traversal import words_in
from planc.wording.text import FORBIDDEN, described


def emit(paper: Paper, form: Format, style: bytes = b"") -> bytes:
    """The file of the paper in a format.

    `style` is the force's own Word file, whose style Word papers take; empty if it has none.
    The reader refuses every character that a format could not hold; this is the last guard. Raises
    ValueError, with the words around it, for one that came another way.
    """
    module = formats()[form]
    if paper.fitted(paged=module.PAGED) != paper:
        raise ValueError("a paper that is not fitted to its format")
    texts = words_in(paper)
    if FORBIDDEN.search("\n".join(texts)):
        text, match = next((text, match) for text in texts if (match := FORBIDDEN.search(text)))
        raise ValueError(f"{described(match[0])} in {text[:60]!r}")
    return module.emit(paper, style)
