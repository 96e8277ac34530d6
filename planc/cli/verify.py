"""`planc verify`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.printing import fail, say, trouble
from planc.errors import PlancError
from planc.model.read_back import Comparison, Verdict
from planc.repository import open_repository
from planc.verify import compare, verdict
from planc.wording.day import long_day
from planc.wording.text import visible
from planc.wording.words import listed

Papers = Annotated[list[Path], typer.Argument(help="Papers that planc made: .docx, .html or .md.")]
Against = Annotated[
    Path | None,
    typer.Option(help="The plans, as they were given to build: make the paper again and compare."),
]


def verify(papers: Papers, against: Against = None) -> None:
    """Say which paper a file is, and whether it is as planc made it or was changed since."""
    repository = open_repository([against]) if against else None
    status = 0
    for path in papers:
        try:
            raw = path.read_bytes()
            found = verdict(raw)
            compared = compare(raw, repository) if repository and found.seal else None
        except OSError as error:
            fail(f"{path} cannot be opened: {trouble(error)}.")
            status = 2
            continue
        except PlancError as error:
            fail(f"{path}: {error}")
            status = 2
            continue
        lines = [*_told(found), *(_beside(found, compared) if compared else ())]
        say("\n".join([visible(str(path)), *(f"  {visible(line)}" for line in lines)]))
        if not found.unaltered or (compared and not compared.same):
            status = max(status, 1)
    raise typer.Exit(status)


def _told(found: Verdict) -> Iterator[str]:
    held = found.seal
    if held is None:
        yield "It has no seal. planc did not make it, or the line was taken out."
        return
    digest = f", digest {found.digest}" if found.digest else ""
    yield f"Paper: {held.name}, as of {long_day(held.as_of)}{digest}, made by planc {held.version}."
    if found.unaltered:
        yield "Unaltered: every part of it is as planc wrote it."
    elif found.changed:
        yield f"ALTERED since planc made it: {listed(found.changed)}."
    else:
        yield "Saved again by another program: not the bytes that planc wrote."
        yield "Its words, tables, chart figures, header, footer and properties are the same."
        yield "How it looks, and what else is in the file, cannot be vouched for."


def _beside(found: Verdict, compared: Comparison) -> Iterator[str]:
    """What the plans give now, and whether this very file was released."""
    if compared.same:
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
    elif found.seal and found.seal.name.startswith("partner-"):
        yield "No release of this very file is on record."
