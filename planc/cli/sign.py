"""`planc sign`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from planc.amend import Amendment, amend, plan_named
from planc.cli.confirm_change import Yes, lines_of, write_amended
from planc.cli.environment import day_named, day_of
from planc.cli.options import AsOf, one_of, post_of
from planc.cli.printing import fail, say
from planc.cli.prompts import ask, can_ask
from planc.errors import PlancError
from planc.model.approvals import COVERS
from planc.model.change import Append
from planc.model.context import Context
from planc.model.issue import ISSUES, Issue, read_of
from planc.model.parsed_file import PLAN
from planc.model.plan import Plan
from planc.passes.sign import Approved, Signing
from planc.passes.sign import sign as signed
from planc.produce import issues
from planc.repository import Repository, open_repository, parse_file, source_of
from planc.wording.words import count, every, listed

Plans = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLAN]...", help="Plans; left out: all that the board governs."),
]


class _Case(NamedTuple):
    """A plan that is signed off, and what the board read of it."""

    path: Path
    plan: Plan
    issue: Issue | None


def sign(
    board: Annotated[str, typer.Option(help="The board whose minutes say so.")],
    minute: Annotated[str, typer.Option(metavar="REF", help="The minute, as OCGMB 11/26 item 2.")],
    plans: Plans = None,
    recorded_by: Annotated[
        str | None, typer.Option(metavar="POST", help="Who records it; else the coordinator.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="POST", help="Who approved it; else each plan's SRO.")
    ] = None,
    acting_for: Annotated[
        str | None, typer.Option(metavar="POST", help="The post in whose stead they did.")
    ] = None,
    covers: Annotated[
        list[str] | None, typer.Option(metavar="WORD,..", help=f"{listed(COVERS)}; else all.")
    ] = None,
    meeting: Annotated[
        str | None, typer.Option(metavar="DAY", help="The meeting; else the board's last.")
    ] = None,
    yes: Yes = False,
    as_of: AsOf = None,
) -> None:
    """Record what a board approved, from its minutes, in each of its plans.

    What is recorded is what the board read, where its paper was issued. It is a record and not a
    signature. Each plan is shown and asked about: Enter for yes, n for no, q for no more.
    """
    repository = _repository(plans)
    one_of(board, [known.id for known in repository.policy.boards if known.id], "a board")
    context = repository.context(day_of(as_of, repository.policy))
    met_on = day_named(meeting, "--meeting") if meeting else context.last_meeting(board)
    if met_on is None or met_on > context.as_of:
        raise PlancError(f"{board} has not met yet. Say which meeting it was: --meeting DAY")
    for post in (recorded_by, by, acting_for):
        if post:
            post_of(post, repository)
    parts = [one_of(word, COVERS, "a part of a plan") for word in _words(covers)]
    ledger = issues(repository)
    status, done = 0, 0
    for path, plan in _chosen(repository, board, plans):
        approved = Approved(
            met_on,
            by or plan.sro or "",
            minute,
            recorded_by or (plan.team.coordinator if plan.team else None) or "",
            parts,
            acting_for,
        )
        case = _Case(path, plan, read_of(ledger, board, met_on, plan.ref or ""))
        answer = _recorded(repository, context, case, approved, yes=yes)
        if answer == _NO_MORE:
            break
        done += answer == _YES
        status = max(status, answer == _FAILED)
    say(f"Recorded in {count(done, 'plan')}.")
    raise typer.Exit(status)


_YES, _NO, _NO_MORE, _FAILED = "y", "n", "q", "failed"


def _repository(plans: Sequence[str] | None) -> Repository:
    return open_repository([plan_named(plans[0], Path()).repository.root if plans else Path()])


def _words(covers: Sequence[str] | None) -> list[str]:
    return [word.strip() for words in covers or () for word in words.split(",")]


def _chosen(
    repository: Repository, board: str, named: Sequence[str] | None
) -> Iterator[tuple[Path, Plan]]:
    """The plans that were named; else all in force that the board governs."""
    wanted = [plan_named(name, Path()).path for name in named or ()]
    for path in wanted or repository.plans:
        plan = parse_file(source_of(path, repository.root), PLAN, repository.known).plan
        if plan and (path in wanted or (plan.board == board and plan.in_force)):
            if plan.board != board:
                raise PlancError(f"{path.name} goes to another board: {plan.board or 'none'}.")
            yield path, plan


def _recorded(
    repository: Repository, context: Context, case: _Case, approved: Approved, *, yes: bool
) -> str:
    """Shows what would be recorded in one plan, asks, and writes it."""
    name = source_of(case.path, repository.root).path
    if not approved.by or not approved.recorded_by:
        lacking = "--recorded-by" if approved.by else "--by"
        fail(f"{name}: nothing was recorded, for nobody is known for {lacking}. Say it.")
        return _FAILED
    signing = _signing(case, approved)
    if not signing.entry.get("digests"):
        say(f"{name}: there is nothing in it to sign off.")
        return _NO
    if any(known.minute_ref == approved.minute for known in case.plan.signoffs):
        say(f"{name}: that minute is recorded already.")
        return _NO
    try:
        amendment = amend(repository, context, case.path, [Append(("signoffs",), signing.entry)])
    except PlancError as error:
        fail(str(error))
        return _FAILED
    say("\n".join([f"{name}: {_source(case)}", *lines_of(amendment)]))
    if signing.changed:
        say(f"Not as the board read it: {every(signing.changed)}.")
    return _agreed(amendment, yes=yes)


def _signing(case: _Case, approved: Approved) -> Signing:
    """The sign-off, of what the board read, or of the plan as it is."""
    if case.issue is None:
        return signed(case.plan, approved)
    own = f"{case.plan.ref}/"
    objects = case.issue.objects.items()
    read = {name.removeprefix(own): digest for name, digest in objects if name.startswith(own)}
    return signed(case.plan, approved, read, case.issue.digest)


def _source(case: _Case) -> str:
    if case.issue is None:
        return f"of the plan as it is, for {ISSUES} has no paper with it for that meeting"
    day = case.issue.meeting
    return f"of what the board read on {day}, {case.issue.file}"


def _agreed(amendment: Amendment, *, yes: bool) -> str:
    if not yes:
        if not can_ask():
            raise PlancError("Nothing was written. To write it without being asked: --yes")
        answer = ask("Record it? (Enter for yes, n for no, q for no more)").casefold()
        if answer not in ("", "y", "yes"):
            return _NO_MORE if answer.startswith("q") else _NO
    write_amended(amendment)
    return _YES
