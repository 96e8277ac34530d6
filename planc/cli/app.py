"""The command line: the only place that prints, writes files and exits. One command a file."""

import io
import os
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated, NoReturn, TextIO

import typer

from planc import __version__
from planc.cli import completion
from planc.cli.grouped_help import Grouped
from planc.cli.printing import fail, say, trouble
from planc.errors import PlancError
from planc.passes.find import root_of
from planc.wording.words import nearest


def _say_version(wanted: bool) -> None:
    if wanted:
        say(f"planc {__version__}")
        raise typer.Exit


def planc(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_say_version,
            is_eager=True,
            help="Say which planc this is.",
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where planc itself fails.")] = False,
) -> None:
    """What every command takes; `--debug` is looked at where a failure is caught."""
    del version, debug
    if context.invoked_subcommand is None:
        begun = root_of([Path()]) is not None
        sys.stderr.write(context.get_help() + "\n" if begun else _TWO_WAYS)
        raise typer.Exit(2)


_TWO_WAYS = """\
There is no planc.yaml here. There are two ways to begin:

  planc init      begins a plans repository, in this folder: for whoever keeps it
  planc new       begins a plan, in the folder of a plans repository: for an LRO

For all that planc does: planc --help
"""


COMMANDS = (
    *("init", "new", "activate", "check", "build", "fix", "log", "week", "change", "diff", "due"),
    *("baseline", "release", "issue", "sign", "explain", "rules", "schema", "completion", "verify"),
    *("words", "leak-check", "merge", "add", "house"),
)
"""Every command there is. Each is the module of its name, which offers it under that name, or makes
it in a function `command` where its options are read from the schemas."""


def _asked() -> str:
    """The command that is asked for, if that is sure before anything is read."""
    completing = completion.VARIABLE in os.environ
    return "" if completing else "".join(name for name in sys.argv[1:2] if name in COMMANDS)


def load() -> None:
    """Loads the command that is asked for, while planc may still be broken off without a word."""
    if _asked():
        _module(_asked())


def _module(name: str) -> ModuleType:
    return import_module(f"planc.cli.{name.replace('-', '_')}")


def command_line(asked: str = "") -> typer.Typer:
    """The command that is asked for, or all of them.

    Made when it is run, and no other command is loaded: what goes wrong while its options are read
    is told like any other failure, and a check does not wait for what it does not use.
    """
    app = typer.Typer(
        cls=Grouped,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help="Checks 4P plans and makes the papers that governance boards read.",
    )
    app.callback()(planc)
    for name in (asked,) if asked else COMMANDS:
        module = _module(name)
        offered = name.replace("-", "_")
        command = module.command() if hasattr(module, "command") else getattr(module, offered)
        if isinstance(command, typer.Typer):  # it has commands of its own
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def run() -> NoReturn:
    """Runs the command line and exits: with 0, 1, 2 or 3, as the README's table has it."""
    # whoever started planc may have closed either
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if completion.VARIABLE in os.environ:
        completion.prepare()
    try:
        sys.exit(
            command_line(_asked())(
                prog_name="planc", complete_var=completion.VARIABLE, standalone_mode=False
            )
            or 0
        )
    except typer.TyperException as error:
        fail(_asked_wrongly(error))
        sys.exit(2)
    except PlancError as error:
        fail(str(error))
        sys.exit(2)
    except OSError as error:
        fail(f"{error.filename or 'A file'}: {trouble(error)}.")
        sys.exit(2)
    except Exception:
        fail(_bug(traceback.format_exc()))
        sys.exit(3)


def _asked_wrongly(error: typer.TyperException) -> str:
    """What is wrong with a command line, the nearest flag, or else where to look."""
    message, context = error.format_message(), getattr(error, "ctx", None)
    if context is None or message.endswith("?"):
        return message
    if hasattr(error, "possibilities"):  # typer's own guesses at a flag are too bold
        message, wrong = error.message, str(getattr(error, "option_name", ""))
        flags = [flag.strip("-") for context in context.command.params for flag in context.opts]
        near = nearest(wrong.strip("-"), flags)
        if near:
            return f"{message}. Did you mean --{near}?"
    return f"{message.rstrip('.')}. See {context.command_path} --help."


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


def _bug(trace: str) -> str:
    message = "this is a fault in planc itself"
    if "--debug" in sys.argv:
        return f"{message}.\n{trace}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="planc-fault-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(f"planc {__version__}\nPython {sys.version}\n{trace}")
    except OSError:
        return f"{message}, and nothing can be concluded. Run it again as: planc --debug ..."
    return f"{message}, and nothing can be concluded. Report: {file.name}"
