"""`planc due`."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.environment import day_named, day_of
from planc.cli.options import AsOf, Paths, post_of
from planc.cli.printing import say
from planc.cli.writing import written
from planc.due import Due, tasks
from planc.due import due as due_by
from planc.errors import PlancError
from planc.passes.write_calendar import write_calendar
from planc.repository import Repository, open_repository
from planc.since import BOARD
from planc.wording.day import long_day
from planc.wording.text import visible
from planc.wording.words import count

_MOST = 10
UNTOLD = "Late or due by then as well, though check does not say so"
"""The head of what no finding is about: its board has not met since, or it is set aside."""


def due(
    paths: Paths = None,
    owner: Annotated[
        str | None, typer.Option(metavar="POST", help="Only what this post has to act on.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="DAY", help="board: each plan's next board. 28d, or a day.")
    ] = BOARD,
    everything: Annotated[bool, typer.Option("--all", help="More than ten lines.")] = False,
    ics: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a calendar for each police post.")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Say what is late now, and what will be when the board meets, as check will say it then."""
    repository = open_repository(paths or [Path()])
    if owner:
        post_of(owner, repository)
    day = day_of(as_of, repository.policy)
    if ics is not None:
        raise typer.Exit(_calendars(repository, day, owner, ics))
    found = due_by(repository, day, _until(by, day))
    wanted = [one for one in found if owner in (None, one.post)]
    lines = list(_lines(wanted))
    shown = lines if everything or len(lines) <= _MOST else lines[: _MOST - 1]
    if shown and shown[-1].endswith(":"):
        shown.pop()
    if len(shown) < len(lines):
        shown.append(f"and {count(len(lines) - len(shown), 'more line')}: planc due --all")
    say("\n".join(shown or [_nothing(by, day)]))


def _calendars(repository: Repository, day: dt.date, owner: str | None, folder: Path) -> int:
    """Writes the calendars; the exit status. Raises PlancError where there can be none."""
    by_post = {p: own for p, own in tasks(repository, day).items() if owner in (None, p)}
    try:
        files = {
            folder / f"{post}.ics": write_calendar(own, repository.policy.calendar_key or "")
            for post, own in by_post.items()
        }
    except ImportError:
        raise PlancError("Calendars need one thing more: pip install planc[calendar]") from None
    done = [written(path, content) for path, content in files.items()]
    say(
        f'Wrote {count(sum(done), "calendar")} to {visible(str(folder))}: days, and "Task due".'
        " What is done is cancelled in them. What was deleted from a plan cannot be: it stays in"
        " calendars until somebody takes it out."
    )
    return 0 if all(done) else 2


def _until(by: str, day: dt.date) -> dt.date | None:
    """The day that somebody means; None for that of each plan's board."""
    if by == BOARD:
        return None
    days = re.fullmatch(r"([0-9]{1,3})d", by)
    try:
        return day + dt.timedelta(int(days[1])) if days else day_named(by, "--by")
    except OverflowError:
        raise PlancError(f'"{by}" is too far ahead.') from None


def _lines(found: Sequence[Due]) -> Iterator[str]:
    head = ""
    for one in found:
        now = "Late now" if one.now else f"By {long_day(one.by)}"
        if one.finding is None:
            now = UNTOLD
        if now != head:
            head = now
            yield f"{now}:"
        yield f"  {one.plan}: {_wrong(one)}{f' ({one.post})' if one.post else ''}"


def _wrong(one: Due) -> str:
    if one.finding:
        return one.finding.wrong
    due = "was due" if one.now else "is due"
    return f"{one.name} {due} on {long_day(one.day)}." if one.day else f"{one.name} is late."


def _nothing(by: str, day: dt.date) -> str:
    until = _until(by, day)
    when = f"by {long_day(until)}" if until else "when the boards meet next"
    return f"Nothing is late, and nothing will be {when}."
