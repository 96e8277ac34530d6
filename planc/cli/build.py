"""`planc build`."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

import typer

from planc import pipeline
from planc.cli.options import AsOf, Paths, day_of, one_of
from planc.cli.printing import counting, fail, say, trouble
from planc.cli.showing import show, status_of
from planc.cli.writing import written
from planc.model.text import visible
from planc.model.view import EDITIONS
from planc.model.words import count

FORMATS = ("docx", "md", "html")
"""The keys of passes.emit.EMITTERS, known here so that `check` need not load what they load."""


def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to put the packs.")] = None,
    to: Annotated[str, typer.Option(help="The formats, with commas: docx,md,html.")] = "docx,md",
    edition: Annotated[str, typer.Option(help="Whose paper: board or author.")] = "board",
    as_of: AsOf = None,
) -> None:
    """Make the papers of plans: Word and Markdown. Without --out they go to packs/."""
    wanted = dict.fromkeys(form.strip() for form in to.split(","))
    forms = [one_of(form, FORMATS, "a format") for form in wanted]
    one_of(edition, EDITIONS, "an edition")
    repository = pipeline.open_repository(paths or [Path()])
    with counting("Checked") as progress:
        found = pipeline.check(repository, day_of(as_of, repository.policy), progress)
    whole = not found.findings or show(found, "text", None)
    with counting("Made") as progress:
        made = pipeline.packs(repository, found, edition, forms, progress)
        status = _write_packs(made, out or repository.root / "packs")
    raise typer.Exit(max(status_of(found), status) if whole else 2)


def _write_packs(made: Iterable[pipeline.Made], out: Path) -> int:
    """Writes each pack as it comes. Returns 0, 1 if a plan has none, 2 if one cannot be written."""
    status = 0
    fresh: set[Path] = set()
    for pack in made:
        path = out / pack.name
        if not pack.content:
            fail(f"{pack.plan}: no pack was made, because {pack.trouble}.")
            status = max(status, 1 if _retire(out, pack.stem, fresh) else 2)
        elif written(path, pack.content):
            fresh.add(path)
        else:
            status = 2
    say(f"Wrote {count(len(fresh), 'file')} to {visible(str(out))}.")
    return status


def _retire(out: Path, stem: str, fresh: Collection[Path]) -> bool:
    """Renames what an earlier run wrote for a plan that has no pack now.

    So it never passes for a fresh one. False if it could not be renamed.
    """
    for path in sorted(out.glob(f"{stem}.*")) if stem else ():
        stale = path.with_name(f"STALE-{path.name}")
        if path in fresh:
            continue
        try:
            path.replace(stale)
        except OSError as error:
            fail(f"{path} is out of date, and could not be renamed: {trouble(error)}.")
            return False
        fail(f"{path} is out of date, and is now called {stale.name}.")
    return True
