"""`planc build`."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

import typer

from planc import check, making, produce
from planc.cli.options import AsOf, Paths, day_of, one_of, partner_of
from planc.cli.printing import counting, fail, say, trouble
from planc.cli.showing import show, status_of
from planc.cli.writing import written
from planc.errors import PlancError
from planc.model.view import BOARD, EDITIONS
from planc.repository import open_repository
from planc.wording.text import visible
from planc.wording.words import count

FORMATS = ("docx", "md", "html")
"""The keys of passes.emit.EMITTERS, known here so that `check` need not load what they load."""
KINDS = ("plan", "portfolio", "tasks")
"""The keys of passes.lay_out.PACKS and GATHERED, known here for the same reason."""


def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to put the packs.")] = None,
    to: Annotated[str, typer.Option(help="The formats, with commas: docx,md,html.")] = "docx,md",
    pack: Annotated[
        str,
        typer.Option(help="plan: one plan. portfolio: a board's plans. tasks: a post's tasks."),
    ] = "plan",
    board: Annotated[
        str | None, typer.Option(help="With --pack portfolio: the board. Left out: each board.")
    ] = None,
    post: Annotated[
        str | None, typer.Option(help="With --pack tasks: the post. Left out: each that has tasks.")
    ] = None,
    edition: Annotated[
        str | None,
        typer.Option(help="Whose paper: board (if left out), author, partners, or recipient:POST."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Make the papers of plans: Word and Markdown. Without --out they go to packs/."""
    wanted = dict.fromkeys(form.strip() for form in to.split(","))
    forms = [one_of(form, FORMATS, "a format") for form in wanted]
    one_of(pack, KINDS, "a kind of pack")
    _goes_with(pack, "--board", board, "portfolio")
    _goes_with(pack, "--post", post, "tasks")
    _goes_with(pack, "--edition", edition, "plan", "portfolio")
    if pack == "portfolio":
        one_of(edition or BOARD, EDITIONS, "an edition of a portfolio")
    repository = open_repository(paths or [Path()])
    partner = partner_of(edition or BOARD, repository)
    if board:
        one_of(board, [held.id for held in repository.policy.boards if held.id], "a board")
    if post and repository.directory:
        one_of(post, [held.id for held in repository.directory.posts if held.id], "a post")
    with counting("Checked") as progress:
        found = check.check(repository, day_of(as_of, repository.policy), progress)
    whole = not found.findings or show(found, "text", None)
    with counting("Made") as progress:
        reader = edition or BOARD
        if pack == "portfolio":
            made = produce.portfolios(repository, found, reader, forms, board, progress)
        elif pack == "tasks":
            made = produce.task_sheets(repository, found, forms, post, progress)
        elif partner is not None:
            made = produce.partner_papers(repository, found, forms, partner or None, progress)
        else:
            made = produce.packs(repository, found, reader, forms, progress)
        status = _write_packs(made, out or repository.root / "packs")
    raise typer.Exit(max(status_of(found), status) if whole else 2)


def _goes_with(pack: str, option: str, context: str | None, *kinds: str) -> None:
    """Raises PlancError if an option is given that says nothing to this kind of pack."""
    if context and pack not in kinds:
        raise PlancError(f"{option} goes with --pack {' or '.join(kinds)}, not with {pack}.")


def _write_packs(made: Iterable[making.Made], out: Path) -> int:
    """Writes each pack as it comes. Returns 0, 1 if a plan has none, 2 if one cannot be written."""
    status = 0
    fresh: set[Path] = set()
    for pack in made:
        path = out / pack.name
        if pack.note:
            fail(f"{pack.about}: {pack.note}.")
        if pack.trouble:
            fail(f"{pack.about}: no pack was made, because {pack.trouble}.")
            status = max(status, 1)
        if not pack.content:
            status = max(status, 0 if _retire(out, pack.stem, fresh) else 2)
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
