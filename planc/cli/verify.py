"""`planc verify`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.options import paper_bytes
from planc.cli.printing import fail, say
from planc.errors import PlancError
from planc.history import open_history
from planc.model.read_back import Comparison, Verdict
from planc.repository import Repository, open_repository
from planc.verify import compare, verdict
from planc.wording.day import long_day
from planc.wording.text import one_line
from planc.wording.words import count, listed

Papers = Annotated[list[Path], typer.Argument(help="Papers that planc made: .docx, .html or .md.")]
Against = Annotated[
    Path | None,
    typer.Option(
        help="The plans, as they were given to build: make the paper again, compare, and say what"
        " is on record of it."
    ),
]


def verify(papers: Papers, against: Against = None) -> None:
    """Say which paper a file is, and whether it is as planc made it or was changed since."""
    repository = open_repository([against]) if against else None
    status = 0
    for path in papers:
        try:
            raw = paper_bytes(path)
            judged = verdict(raw)
            compared = _compared(raw, repository) if repository and judged.seal else None
        except PlancError as error:
            fail(f"{path}: {error}")
            status = 2
            continue
        lines = [*_verdict_lines(judged), *(_beside(judged, compared) if compared else ())]
        say("\n".join([one_line(str(path)), *(f"  {one_line(line)}" for line in lines)]))
        if not judged.unaltered or (compared and not compared.same):
            status = max(status, 2 if compared and compared.unmade else 1)
    raise typer.Exit(status)


def _compared(raw: bytes, repository: Repository) -> Comparison:
    """The paper beside the plans. Raises PlancError if they can have no papers."""
    return compare(raw, repository, lambda: open_history(repository.root, os.environ))


def _verdict_lines(judged: Verdict) -> Iterator[str]:
    seal = judged.seal
    if seal is None:
        yield _NO_SEAL[judged.broken]
        return
    digest = f", digest {judged.digest}" if judged.digest else ""
    paper = f"{seal.name}, as of {long_day(seal.as_of)}{digest}, made by planc {seal.version}"
    if judged.unaltered:
        yield f"Paper: {paper}."
        yield "Unaltered: every byte of it is as planc wrote it."
        return
    yield "Not the file that planc wrote: it was changed, or saved again by another program."
    if judged.doubts:
        yield f"What it says cannot be vouched for: {'; '.join(judged.doubts)}."
        yield f"In it is the seal of {paper}."
        return
    if judged.changed:
        yield f"ALTERED since planc made it: {listed(judged.changed)}."
        yield f"In it is the seal of {paper}, which does not hold for that."
    else:
        yield f"By its seal it is {paper}."
    if judged.gone:
        yield f"Gone from it: {listed(judged.gone)}."
    if judged.same:
        yield f"Compared, and the same: {listed(judged.same)}."
    yield _NOT_COMPARED
    if judged.stray:
        yield f"It holds {count(judged.stray, 'byte')} outside its parts: they were not compared."


_NO_SEAL = {
    False: "It has no seal. planc did not make it, or the line was taken out.",
    True: "Its seal does not hold: the line was changed. Nothing that it says is repeated here.",
}
_NOT_COMPARED = (
    "Not compared: how it looks, what pictures show, what is read aloud of tables, the signs of"
    " lists, and whatever else is in the file."
)


def _beside(judged: Verdict, compared: Comparison) -> Iterator[str]:
    """What the plans give now, and whether this very file was released or issued."""
    if compared.unmade:
        yield f"It cannot be made again here, for it compares two moments. {compared.unmade}"
    elif compared.same:
        yield "Made again from the plans: the same, to the byte."
    elif not compared.found:
        yield "The plans, as they are now, give no such paper."
    elif compared.other:
        yield f"Made again from the plans, it says something else: {listed(compared.other)}."
    else:
        yield "Made again from the plans, it says the same; the file itself is another."
    if record := compared.record:
        by = f"{record.authorised_by}{'; WITHDRAWN since' if compared.withdrawn else ''}"
        yield f"On record: released to {record.to} on {record.on}, by {by}."
    elif issued := compared.issue:
        for_board = f"issued to {issued.board} for its meeting of {issued.meeting}"
        yield f"On record: {for_board}, on {issued.on}, by {issued.issued_by}."
    elif judged.seal and judged.seal.name.startswith("partner-"):
        yield "No release of this very file is on record."
