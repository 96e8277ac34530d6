"""A paper of every kind of pack, for tests that hold for all of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from planc.all_formats import Format
from planc.all_papers import papers as all_papers
from tests.papers.reading import SAMPLES, files, papers

KINDS = (
    "plan, author",
    "plan, board",
    "portfolio, board",
    "tasks, owner",
    "tasks, recipient",
    "partner, partners",
    "partner, recipient",
    "changes, board",
)
assert {kind.split(",")[0] for kind in KINDS} == all_papers().keys(), (
    "add a paper of the new kind to KINDS and to every_kind, so that it is tried as the others are"
)


def every_kind(forms: Sequence[Format], root: Path = SAMPLES) -> Mapping[str, Mapping[str, bytes]]:
    """For each of KINDS a paper in each of the forms, from the samples or a changed copy of them.

    Those about one plan are about `county-lines.yaml`; that for all partners at the table is about
    `clear-hold-build.yaml`, where something is shared with the table.
    """
    one, board = root / "county-lines.yaml", "exampleshire-ocg"
    place = root / "clear-hold-build.yaml"
    owner, recipient = "ds-soc-north", "children-exploitation-lead"
    papers_by_kind = {
        "plan, author": papers(one, "plan", "author", forms=forms),
        "plan, board": papers(one, "plan", "board", forms=forms),
        "portfolio, board": papers(root, "portfolio", "board", board, forms=forms),
        "tasks, owner": papers(root, "tasks", to=owner, forms=forms),
        "tasks, recipient": papers(root, "tasks", to=recipient, forms=forms),
        "partner, partners": papers(place, "partner", "partners", forms=forms),
        "partner, recipient": papers(one, "partner", "recipient", recipient, forms=forms),
        "changes, board": papers(one, "changes", "board", forms=forms),
    }
    assert tuple(papers_by_kind) == KINDS
    contents = {
        kind: [file.content for file in files(results)] for kind, results in papers_by_kind.items()
    }
    return {kind: dict(zip(forms, results, strict=True)) for kind, results in contents.items()}
