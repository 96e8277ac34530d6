"""`planc verify`."""

from pathlib import Path
from typing import Annotated

import typer

from planc import pipeline
from planc.cli.printing import fail, say, trouble
from planc.errors import PlancError
from planc.model.day import long_day
from planc.model.paper import Verdict
from planc.model.text import visible
from planc.model.words import listed

Papers = Annotated[list[Path], typer.Argument(help="Papers that planc made: .docx, .html or .md.")]


def verify(papers: Papers) -> None:
    """Say which paper a file is, and whether it is as planc made it or was changed since."""
    status = 0
    for path in papers:
        try:
            found = pipeline.verdict(path.read_bytes())
        except OSError as error:
            fail(f"{path} cannot be opened: {trouble(error)}.")
            status = 2
            continue
        except PlancError as error:
            fail(f"{path}: {error}")
            status = 2
            continue
        say("\n".join([visible(str(path)), *(f"  {line}" for line in _told(found))]))
        if not found.unaltered:
            status = max(status, 1)
    raise typer.Exit(status)


def _told(found: Verdict) -> list[str]:
    held = found.seal
    if held is None:
        return ["It has no seal. planc did not make it, or the line was taken out."]
    lines = [
        f"Paper: {held.name}, as of {long_day(held.as_of)}, made by planc {held.version}.",
    ]
    if found.unaltered:
        lines.append("Unaltered: every byte is as planc wrote it.")
    elif found.changed:
        lines.append(f"ALTERED since planc made it: {listed(found.changed)}.")
    else:
        lines += [
            "Saved again by another program: not the bytes that planc wrote.",
            "Its words, tables, chart figures, header, footer and properties are the same.",
            "How it looks, and what else is in the file, cannot be vouched for.",
        ]
    return lines
