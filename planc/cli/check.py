"""`planc check`."""

from pathlib import Path

import typer

from planc import pipeline
from planc.cli.options import AsOf, Output, Paths, day_of, form_of, spare_inputs
from planc.cli.printing import counting
from planc.cli.showing import show, status_of


def check(paths: Paths = None, as_of: AsOf = None, output: Output = None) -> None:
    """Check plans, and say what is wrong, why it matters and what to write."""
    forms = [form_of(wanted) for wanted in output or ["text"]]
    repository = pipeline.open_repository(paths or [Path()])
    spare_inputs(repository, [path for _, path in forms if path])
    with counting("Checked") as progress:
        found = pipeline.check(repository, day_of(as_of, repository.policy), progress)
    shown = [show(found, form, path) for form, path in forms]
    raise typer.Exit(status_of(found) if all(shown) else 2)
