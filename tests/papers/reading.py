"""How the tests of papers read them."""

import re
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from planc import making

SAMPLES = Path(__file__).parents[2] / "plans"


class MarkdownFile(SingleFileSnapshotExtension):
    """A snapshot that can be opened and read as the paper it is."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


def settled(text: str) -> str:
    """A paper without its digests, which change with every word, and the version of planc."""
    text = re.sub(r"\b[0-9a-f]{12,72}\b", "(digest)", text)
    return re.sub(r"planc[ -][0-9.]+", "planc (version)", text)


def text_of(paper: making.Made) -> str:
    """The words of a paper in Markdown, without what keeps them from being markup."""
    return paper.content.decode().replace("\\", "")
