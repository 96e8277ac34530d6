"""`planc init`."""

import datetime as dt
import re
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.environment import day_of
from planc.cli.options import AsOf, one_of
from planc.cli.printing import say
from planc.cli.prompts import ask, can_ask
from planc.cli.writing import write
from planc.errors import PlancError
from planc.model.policy import POLICY
from planc.passes.begin_repository import NO_HOST, Answers, Wheel, begin_repository, hosts
from planc.passes.load_source import load_source
from planc.repository import open_settings
from planc.wording.day import long_day, typed_day
from planc.wording.words import count, either

_QUESTIONS = {
    "host": "Where will it be hosted: github, gitlab or none (a shared folder)",
    "force": "What is the force called",
    "board": "What is the board called that reads the plans",
    "meeting": "When does it meet next, as in 2026-12-02",
    "owner": "Which post answers for the information in the plans",
    "coordinator": "Which account, or group, keeps the settings, as in @force/coordinators",
}


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where. Left out: here.")
    ] = Path(),
    host: Annotated[str | None, typer.Option(help="github, gitlab, or none.")] = None,
    force: Annotated[str | None, typer.Option(help="What the force is called.")] = None,
    board: Annotated[str | None, typer.Option(help="What its board is called.")] = None,
    meeting: Annotated[str | None, typer.Option(help="The day the board meets next.")] = None,
    owner: Annotated[
        str | None, typer.Option(help="The post that answers for the information.")
    ] = None,
    coordinator: Annotated[
        str | None, typer.Option(help="The account or group that keeps the settings.")
    ] = None,
    wheel: Annotated[
        Path | None, typer.Option(help="planc's own file, for the build server to install.")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Begin a plans repository: settings, directory, a first draft, hooks, and checks on a server.

    Nothing that is there already is changed.
    """
    given = {
        "host": host,
        "force": force,
        "board": board,
        "meeting": meeting,
        "owner": owner,
        "coordinator": coordinator,
    }
    folder.mkdir(parents=True, exist_ok=True)
    settings = open_settings(folder)
    if settings.found and settings.root != folder.resolve():
        raise PlancError(f"There is a {POLICY} above this folder, in {settings.root}.")
    today = day_of(as_of, settings.policy)
    answers = _answers(given, today)
    files = begin_repository(answers, today, _wheel(wheel))
    left = [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]
    for name, content in files.items():
        if name not in left:
            write(folder / name, content)
            if name.startswith(".githooks/"):
                (folder / name).chmod(0o755)
    number = len(files) - len(left)
    say(f"Wrote {count(number, 'file')}: {', '.join(n for n in files if n not in left) or 'none'}.")
    if left:
        say(f"Was there already, and is as it was: {', '.join(left)}.")
    say(_next(answers, wheel))


def _answers(given: dict[str, str | None], today: dt.date) -> Answers:
    """The answers that were given, and those to the questions that are left."""
    lacking = [name for name, value in given.items() if not value]
    if lacking and not can_ask():
        flags = ", ".join(f"--{name}" for name in lacking)
        raise PlancError(f"Nobody is here to be asked. Say it with: {flags}")
    words = {name: value or _asked(name, today) for name, value in given.items()}
    one_of(words["host"], hosts(), "a place to host it")
    day = typed_day(words["meeting"], today, ahead=True)
    if day is None:
        raise PlancError(f'"{words["meeting"]}" is not a day. Write it as 2026-12-02.')
    if not re.fullmatch(r"@[\w./@-]+", words["coordinator"]):
        words["coordinator"] = f"@{words['coordinator'].strip('@ ').replace(' ', '-')}"
    return Answers(**{**words, "meeting": day})  # type: ignore[arg-type]


def _asked(name: str, today: dt.date) -> str:
    """The answer to a question, asked until it can be used."""
    while True:
        answer = ask(_QUESTIONS[name])
        if name == "host" and answer not in hosts():
            say(f"Write {either(hosts())}.")
        elif name == "meeting" and typed_day(answer, today, ahead=True) is None:
            say(f"Write the year, the month and the day in figures; {long_day(today)} is {today}.")
        elif answer:
            return answer


def _wheel(path: Path | None) -> Wheel | None:
    if path is None:
        return None
    source = load_source(path, str(path))
    if source.raw is None:
        raise PlancError(f"{path} cannot be opened: {source.trouble}.")
    if not re.fullmatch(r"planc-[\w.]+-py3-none-any\.whl", path.name):
        raise PlancError(f"{path.name} is not called as a wheel of planc is.")
    return Wheel(path.name, source.raw)


def _next(answers: Answers, wheel: Path | None) -> str:
    """What is left to do, a line each."""
    lines = ["What to do next:", "  git init, if this is no git repository yet"]
    lines.append("  sh .githooks/setup, here and in each copy of the repository")
    if answers.host != NO_HOST and wheel is None:
        lines.append("  planc init --wheel FILE, so that the build server has planc")
    if answers.host != NO_HOST:
        lines.append("  on the server: nobody pushes to main, owners of code must agree")
    return "\n".join([*lines, "  planc check"])
