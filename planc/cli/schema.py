"""`planc schema`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.cli.options import one_of
from planc.cli.printing import put, say
from planc.cli.writing import write
from planc.editor_schema import HERE, editor_schema
from planc.errors import PlancError
from planc.model.parsed_file import PLAN
from planc.model.policy import POLICY
from planc.passes.find import root_of
from planc.repository import Repository, open_repository, open_settings
from planc.resources import folder

NAMES = ("plan", "directory", "policy", "baseline", "report", "diff")


def schema(
    name: Annotated[str, typer.Argument(help=f"{', '.join(NAMES[:-1])} or {NAMES[-1]}")] = PLAN,
    here: Annotated[
        bool,
        typer.Option(
            "--here", help="Write that of plans with the posts and boards of this folder in it."
        ),
    ] = False,
) -> None:
    """Print the JSON Schema of a file that planc reads, or of what it writes as JSON."""
    one_of(name, NAMES, "a schema")
    if not here:
        put((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
        return
    root = root_of([Path()])
    if root is None:
        raise PlancError(f"There is no {POLICY} here, beside which the schema belongs.")
    if name != PLAN:
        raise PlancError("--here goes with the schema of plans alone.")
    if (root / HERE).parent.is_symlink():
        raise PlancError(f"{HERE.parent} is a link, and planc does not follow it.")
    repository = _opened(root)
    write(root / HERE, editor_schema(repository))
    write(root / HERE.with_name(".gitignore"), b"*\n")  # it is made from the plans, as papers are
    say(
        f"Wrote {HERE.as_posix()}, which build, log and add renew. An editor takes it if a plan"
        f" begins with:\n# yaml-language-server: $schema={_from_plans(repository)}"
    )


def _opened(root: Path) -> Repository:
    """The whole repository; one that has no plan yet has its settings."""
    try:
        return open_repository([root])
    except PlancError:
        return open_settings(root)


def _from_plans(repository: Repository) -> str:
    """The way to the schema from where the plans are."""
    paths = repository.plans
    depth = len(paths[0].relative_to(repository.root).parts) - 1 if paths else 1
    return "../" * depth + HERE.as_posix()
