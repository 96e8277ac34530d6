"""The command line: the only place that prints, writes files and exits."""

import contextlib
import datetime as dt
import errno
import io
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated, NoReturn, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from planc import __version__, pipeline
from planc.errors import PlancError
from planc.model.day import parse_day
from planc.model.finding import Severity
from planc.model.policy import Policy
from planc.model.report import Report, Style
from planc.model.text import inert, visible
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


def _say_version(wanted: bool) -> None:
    if wanted:
        _say(f"planc {__version__}")
        raise typer.Exit


@app.callback()
def planc(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_say_version, is_eager=True, help="Say which planc this is."
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where planc itself fails.")] = False,
) -> None:
    """What every command takes; `--debug` is looked at where a failure is caught."""
    del version, debug


@app.command()
def check(paths: Paths = None, as_of: AsOf = None, output: Output = None) -> None:
    """Check plans, and say what is wrong, why it matters and what to write."""
    forms = [_form(wanted) for wanted in output or ["text"]]
    repository = pipeline.open_repository(paths or [Path()])
    _spare_inputs(repository, [path for _, path in forms if path])
    with _progress("Checked") as progress:
        found = pipeline.check(repository, _day(as_of, repository.policy), progress)
    shown = [_show(found, form, path) for form, path in forms]
    raise typer.Exit(_status(found) if all(shown) else 2)


@app.command()
def build(
    paths: Paths = None,
    out: Annotated[Path | None, typer.Option(help="Where to put the packs.")] = None,
    to: Annotated[str, typer.Option(help="The formats, with commas: docx,md.")] = "docx,md",
    edition: Annotated[str, typer.Option(help="Whose paper: board or author.")] = "board",
    as_of: AsOf = None,
) -> None:
    """Make the papers of plans: Word and Markdown. Without --out they go to packs/."""
    wanted = dict.fromkeys(form.strip() for form in to.split(","))
    forms = [_one_of(form, FORMATS, "a format") for form in wanted]
    _one_of(edition, EDITIONS, "an edition")
    repository = pipeline.open_repository(paths or [Path()])
    with _progress("Checked") as progress:
        found = pipeline.check(repository, _day(as_of, repository.policy), progress)
    whole = not found.findings or _show(found, "text", None)
    with _progress("Made") as progress:
        made = pipeline.packs(repository, found, edition, forms, progress)
        status = _write_packs(made, out or repository.root / "packs")
    raise typer.Exit(max(_status(found), status) if whole else 2)


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
    _say((folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))


def run() -> NoReturn:
    """Runs the command line and exits: with 0, 1, 2 or 3, as the README's table has it."""
    # whoever started planc may have closed either
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        sys.exit(app())
    except PlancError as error:
        _fail(str(error))
        sys.exit(2)
    except OSError as error:
        _fail(f"{error.filename or 'A file'}: {_trouble(error)}.")
        sys.exit(2)
    except Exception:
        _fail(_bug(traceback.format_exc()))
        sys.exit(3)


# What comes in


def _day(option: str | None, policy: Policy) -> dt.date:
    """The day that plans are read as of: the only look at the clock and the environment."""
    if option is not None:
        day = parse_day(option)
        if day is None:
            raise PlancError(f'"{option}" is not a day. Write it as --as-of 2026-11-22.')
        return day
    if policy.exercise and policy.exercise.as_of:
        return policy.exercise.as_of
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise PlancError(f'SOURCE_DATE_EPOCH is "{epoch}": no count of seconds.') from None
    try:
        return dt.datetime.now(ZoneInfo("Europe/London")).date()
    except ZoneInfoNotFoundError:
        raise PlancError(
            "This computer does not know the time in London. Say the day, as in --as-of 2026-11-22;"
            " or: pip install tzdata"
        ) from None


def _one_of(word: str, allowed: Collection[str], what: str) -> str:
    """The word, if it is allowed."""
    if word not in allowed:
        near = nearest(word, allowed)
        meant = f'Did you mean "{near}"?' if near else f"Ask for {listed(allowed)}."
        raise PlancError(f'"{word}" is not {what}. {meant}')
    return word


def _form(wanted: str) -> tuple[str, Path | None]:
    """`json=found.json` is the form json, to be written to found.json."""
    form, named, path = wanted.partition("=")
    _one_of(form, REPORTERS, "a way to show findings")
    if named and not path:
        raise PlancError(f'"{wanted}" names no file. Write it as {form}=FILE.')
    return form, Path(path) if path else None


def _spare_inputs(repository: pipeline.Repository, reports: Iterable[Path]) -> None:
    """Raises PlancError if a report would be written over a file that is to be checked."""
    inputs = {os.path.realpath(path) for path, _ in repository.files}
    for path in reports:
        if os.path.realpath(path) in inputs:
            raise PlancError(f"{path} is to be checked: write the report to another file.")


# What goes out


def _show(found: Report, form: str, path: Path | None) -> bool:
    """Shows the report, or writes it to a file; False if it could not be."""
    if path is not None:
        return _written(path, report(found, form, Style()).encode())
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR")
    try:
        _say(report(found, form, Style(colour=colour, terminal=terminal)))
    except OSError as error:
        _fail(f"{error.filename}: {_trouble(error)}.")
        return False
    return True


def _status(found: Report) -> int:
    return 1 if found.worst is not None and found.worst >= Severity.ERROR else 0


def _write_packs(made: Iterable[pipeline.Made], out: Path) -> int:
    """Writes each pack as it comes. Returns 0, 1 if a plan has none, 2 if one cannot be written."""
    status = 0
    written: set[Path] = set()
    for pack in made:
        path = out / pack.name
        if not pack.content:
            _fail(f"{pack.plan}: no pack was made, because {pack.trouble}.")
            status = max(status, 1 if _retire(out, pack.stem, written) else 2)
        elif _written(path, pack.content):
            written.add(path)
        else:
            status = 2
    _say(f"Wrote {count(len(written), 'file')} to {visible(str(out))}.")
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
            _fail(f"{path} is out of date, and could not be renamed: {_trouble(error)}.")
            return False
        _fail(f"{path} is out of date, and is now called {stale.name}.")
    return True


def _written(path: Path, content: bytes) -> bool:
    """Writes a file; False if it cannot be written, which stops no other."""
    try:
        write(path, content)
    except OSError as error:
        _fail(f"{path} could not be written: {_trouble(error)}.")
        return False
    return True


def write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all: to a temporary file beside it, which takes its name.

    Raises OSError, after which whatever was there before is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise FileExistsError(errno.EEXIST, "it is a link or no ordinary file", str(path))
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".planc-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
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

    try:
        yield progress
    finally:
        sys.stderr.write("\r" + " " * 40 + "\r")


def _say(text: str) -> None:
    """Prints to standard output; nothing more if its reader has closed it. Raises OSError."""
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()
    except OSError as error:
        # what is left in the buffer would be tried again, and complained of, when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in (errno.EPIPE, errno.EINVAL):  # EINVAL is what Windows says
            raise OSError(error.errno, error.strerror, "Standard output") from None


def _fail(text: str) -> None:
    with contextlib.suppress(OSError):  # the exit status still says it
        sys.stderr.write(inert(visible(f"planc: {text}\n")))


def _trouble(error: OSError) -> str:
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


def _bug(trace: str) -> str:
    said = "this is a fault in planc itself"
    if "--debug" in sys.argv:
        return f"{said}.\n{trace}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="planc-fault-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(f"planc {__version__}\nPython {sys.version}\n{trace}")
    except OSError:
        return f"{said}, and nothing can be concluded. Run it again as: planc --debug ..."
    return f"{said}, and nothing can be concluded. Report: {file.name}"
