"""How the tests of papers read them."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from planc.all_formats import Format
from planc.all_papers import PaperName
from planc.check import check
from planc.model.paper_file import NoPaper, PaperFile, PaperRequest
from planc.model.view import BOARD, Edition
from planc.produce import produce
from planc.repository import open_repository
from tests.conftest import AS_OF

SAMPLES = Path(__file__).parents[2] / "plans"


class MarkdownFile(SingleFileSnapshotExtension):
    """A snapshot that can be opened and read as the paper it is."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


def settled(text: str) -> str:
    """A paper without its digests, which change with every word, and the version of planc."""
    text = re.sub(r"\b[0-9a-f]{10,100}\b", "(digest)", text)
    return re.sub(r"planc[ -][0-9.]+", "planc (version)", text)


def papers(
    path: Path,
    kind: PaperName = "plan",
    edition: Edition = BOARD,
    to: str | None = None,
    *,
    forms: Sequence[Format] = ("md",),
    as_of: dt.date = AS_OF,
) -> list[PaperFile | NoPaper]:
    """The papers of a kind that are made of the plans at a path, and those that cannot be."""
    repository = open_repository([path])
    report = check(repository, as_of)
    return list(produce(repository, report, kind, PaperRequest(edition, to), forms))


def files(results: Sequence[PaperFile | NoPaper]) -> list[PaperFile]:
    """The files, where there is no paper that could not be made."""
    refused = [paper.because for paper in results if isinstance(paper, NoPaper) and paper.because]
    assert refused == []
    return [paper for paper in results if isinstance(paper, PaperFile)]


def text_of(paper: PaperFile | NoPaper) -> str:
    """The words of a paper in Markdown, without what keeps them from being markup."""
    assert isinstance(paper, PaperFile), paper
    return paper.content.decode().replace("\\", "")
