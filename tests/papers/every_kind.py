"""A paper of every kind of pack, for tests that hold for all of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from planc import check, produce
from planc.making import Made
from planc.passes.lay_out import GATHERED, PACKS
from planc.repository import open_repository
from tests.conftest import AS_OF
from tests.papers.reading import SAMPLES

KINDS = (
    "plan, author",
    "plan, board",
    "portfolio, board",
    "tasks, owner",
    "tasks, recipient",
    "partner, partners",
    "partner, recipient",
)
assert {kind.split(",")[0] for kind in KINDS} == {*PACKS, *GATHERED}


def every_kind(forms: Sequence[str], root: Path = SAMPLES) -> Mapping[str, Mapping[str, bytes]]:
    """For each of KINDS a paper in each of the forms, from the samples or a changed copy of them.

    Those about one plan are about `county-lines.yaml`.
    """
    one = open_repository([root / "county-lines.yaml"])
    every = open_repository([root])
    of_one, of_every = check.check(one, AS_OF), check.check(every, AS_OF)
    board, owner, recipient = "exampleshire-ocg", "ds-soc-north", "children-exploitation-lead"
    made: dict[str, Iterable[Made]] = {
        "plan, author": produce.packs(one, of_one, "author", forms),
        "plan, board": produce.packs(one, of_one, "board", forms),
        "portfolio, board": produce.portfolios(every, of_every, "board", forms, board),
        "tasks, owner": produce.task_sheets(every, of_every, forms, owner),
        "tasks, recipient": produce.task_sheets(every, of_every, forms, recipient),
        "partner, partners": produce.partner_papers(one, of_one, forms),
        "partner, recipient": produce.partner_papers(one, of_one, forms, recipient),
    }
    assert tuple(made) == KINDS
    found = {}
    for kind, held in made.items():
        contents = [paper.content for paper in held]
        assert all(contents), kind
        found[kind] = dict(zip(forms, contents, strict=True))
    return found
