"""The command line: the only place that prints, writes files and exits."""

import contextlib
import datetime as dt
import io
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from planc import __version__, pipeline
from planc.errors import PlancError
from planc.model.day import parse_day
from planc.model.finding import Severity
from planc.model.policy import Policy
from planc.model.report import Report, Style
from planc.model.text import visible
from planc.model.view import EDITIONS
from planc.model.words import count, listed, nearest
from planc.passes.explain import (
    RULE_NAMES,
    explain_all,
    explain_rule,
    fields_manual,
    rules_manual,
)
from planc.passes.report import REPORTERS, report
from planc.resources import folder

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Checks 4P plans and makes the papers that governance boards read.",
)

FORMATS = ("docx", "md")
"""The keys of passes.emit.EMITTERS, known here so that `check` need not load what they load."""

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Plans, or folders of plans. Left out: this folder.")
]
AsOf = Annotated[
    str | None, typer.Option(help="The day to read the plans as of, such as 2026-11-22.")
]
Output = Annotated[
    list[str] | None,
    typer.Option(help="How to show what is found: text or json; text=FILE writes it to a file."),
]


@app.callback(invoke_without_command=True)
def planc(
    version: Annotated[bool, typer.Option("--version", help="Say which planc this is.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where planc itself fails.")] = False,
) -> None:
    """What every command takes; `--debug` is looked at where a failure is caught."""
    del debug
    if version:
        _say(f"planc {__version__}")
        raise typer.Exit


@app.command()
def check(paths: Paths = None, as_of: AsOf = None, output: Output = None) -> None:
    """Check plans, and say what is wrong, why it matters and what to write."""
    forms = [_form(wanted) for wanted in output or ["text"]]
    repository = pipeline.open_repository(paths or [Path()])
    with _progress("Checked") as progress:
        found = pipeline.check(repository, _day(as_of, repository.policy), progress)
    for form, path in forms:
        _show(found, form, path)
    raise typer.Exit(_status(found))


@app.command()
def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to put the packs.")] = None,
    to: Annotated[str, typer.Option(help="The formats, with commas: docx,md.")] = "docx,md",
    edition: Annotated[str, typer.Option(help="Whose paper: board or author.")] = "board",
    as_of: AsOf = None,
) -> None:
    """Make the papers of plans: Word and Markdown. Without --out they go to packs/."""
    forms = [_one_of(form, FORMATS, "a format") for form in to.split(",")]
    _one_of(edition, EDITIONS, "an edition")
    repository = pipeline.open_repository(paths or [Path()])
    with _progress("Checked") as progress:
        found = pipeline.check(repository, _day(as_of, repository.policy), progress)
    if found.findings:
        _show(found, "text", None)
    with _progress("Made") as progress:
        made = pipeline.packs(repository, found, edition, forms, progress)
        whole = _write_packs(made, out or repository.root / "packs")
    raise typer.Exit(_status(found) if whole else 2)


@app.command()
def explain(
    rule: Annotated[str | None, typer.Argument(help="The name of a rule.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Print the manual of all rules.")] = False,
    fields: Annotated[
        bool, typer.Option("--fields", help="Print the manual of all fields.")
    ] = False,
) -> None:
    """Explain a rule in full; without a name, list every rule."""
    if rules or fields:
        _say((rules_manual() if rules else fields_manual()).rstrip("\n"))
    elif rule is None:
        _say(explain_all())
    else:
        _say(explain_rule(_one_of(rule, RULE_NAMES, "a rule")))


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="plan, directory or policy")] = "plan",
) -> None:
    """Print the JSON Schema of a file that planc reads."""
    _one_of(name, ("plan", "directory", "policy"), "a schema")
    _say((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8").rstrip("\n"))


def run() -> NoReturn:
    """Runs the command line and exits: with 0, 1, 2 or 3, as the README's table has it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except PlancError as error:
        _fail(str(error))
        sys.exit(2)
    except OSError as error:
        _fail(f"{error.filename or 'A file'}: {error.strerror or error}.")
        sys.exit(2)
    except Exception:
        _fail(_bug(traceback.format_exc()))
        sys.exit(3)
    sys.exit(0)


# What comes in


def _day(option: str | None, policy: Policy) -> dt.date:
    """The day that plans are read as of: the only look at the clock and the environment."""
    if option is not None:
        day = parse_day(option)
        if day is None:
            raise PlancError(f'"{visible(option)}" is not a day. Write it as --as-of 2026-11-22.')
        return day
    if policy.exercise and policy.exercise.as_of:
        return policy.exercise.as_of
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now(ZoneInfo("Europe/London")).date()


def _one_of(word: str, allowed: Collection[str], what: str) -> str:
    """The word, if it is allowed."""
    if word not in allowed:
        near = nearest(word, allowed)
        meant = f'Did you mean "{near}"?' if near else f"Ask for {listed(allowed)}."
        raise PlancError(f'"{visible(word)}" is not {what}. {meant}')
    return word


def _form(wanted: str) -> tuple[str, Path | None]:
    """`json=found.json` is the form json, to be written to found.json."""
    form, _, path = wanted.partition("=")
    _one_of(form, REPORTERS, "a way to show findings")
    return form, Path(path) if path else None


# What goes out


def _show(found: Report, form: str, path: Path | None) -> None:
    if path is not None:
        write(path, report(found, form, Style()).encode())
        return
    terminal = sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ
    sys.stdout.write(report(found, form, Style(colour=colour, terminal=terminal)))


def _status(found: Report) -> int:
    return 1 if found.worst is not None and found.worst >= Severity.ERROR else 0


def _write_packs(made: Iterable[pipeline.Made], out: Path) -> bool:
    """Writes each pack as it comes; False if one could not be written.

    A pack of an earlier run whose plan is now refused is renamed, so that it never passes for a
    fresh one.
    """
    written, whole = 0, True
    for pack in made:
        if not pack.content:
            stale = _retire(out, pack.stem)
            _fail(f"{pack.plan}: no pack was made, because {pack.trouble}.{stale}")
            continue
        try:
            write(out / pack.name, pack.content)
            written += 1
        except OSError as error:
            whole = False
            _fail(f"{out / pack.name} could not be written: {error.strerror or error}.")
    _say(f"Wrote {count(written, 'file')} to {out}.")
    return whole


def _retire(out: Path, stem: str) -> str:
    """Renames what an earlier run wrote for this plan and edition."""
    old = [path for path in out.glob(f"{stem}.*") if stem and path.is_file()]
    for path in old:
        path.replace(path.with_name(f"STALE-{path.name}"))
    return f" The earlier {old[0].stem} is renamed STALE-{old[0].stem}." if old else ""


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: to a temporary file beside it, which takes its name."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise PlancError(f"{path} is a link or no ordinary file, so nothing was written to it.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".planc-", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).replace(path)
        except BaseException:
            file.close()
            Path(file.name).unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _progress(word: str) -> Iterator[pipeline.Progress | None]:
    """Counts on standard error, once a second, if a person is there to see it."""
    if not sys.stderr.isatty():
        yield None
        return
    last = time.monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > 1:
            last = time.monotonic()
            sys.stderr.write(f"\r{word} {done:,} of {total:,}")
            sys.stderr.flush()

    yield progress
    sys.stderr.write("\r" + " " * 40 + "\r")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _fail(text: str) -> None:
    sys.stderr.write(f"planc: {text}\n")


def _bug(trace: str) -> str:
    if "--debug" in sys.argv:
        return f"this is a fault in planc itself.\n{trace}"
    with tempfile.NamedTemporaryFile(
        "w", prefix="planc-fault-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(f"planc {__version__}\nPython {sys.version}\n{trace}")
    return f"this is a fault in planc itself, and nothing can be concluded. Report: {file.name}"
