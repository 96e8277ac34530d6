"""`planc week`: what is late and open, one after another, and what is said of it.

Plain lines and whole words only: no colour, no cursor, one key and Enter at most.
"""

import shutil
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from planc.amend import Amendment, NamedPlan, amend, plan_named, plans_of
from planc.check import check
from planc.cli.confirm_change import lines_of, write_amended
from planc.cli.environment import day_of
from planc.cli.fields import Fields
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.cli.prompts import ask, can_ask
from planc.cli.report_output import show_beside, status_of
from planc.cli.writing import write
from planc.errors import NobodyAnsweredError, PlancError
from planc.model.change import Append
from planc.model.context import Context
from planc.model.document import Data
from planc.model.tactic import ACTION_STATUSES, STATUSES, Action
from planc.model.titles import titles_around
from planc.passes.compose_entry import compose_entry
from planc.passes.find_open import OpenItem, find_open, last_word, leads
from planc.passes.resolve_name import resolve_name
from planc.repository import Repository, open_repository
from planc.wording.day import typed_day
from planc.wording.words import count, every

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PLAN]..", help="Plans by file, reference or operation; or all."),
]
Post = Annotated[
    str | None,
    typer.Option("--as", metavar="POST", help="The post whose plans and work are gone through."),
]

_KEYS = {
    "c": "it is done (complete, or closed)",
    "d": "it has a new date",
    "s": "it has another status",
    "x": "a disruption came of it",
    "u": "take back what was written last",
    "b": "back to the one before",
    "n": "on to the next plan",
    "q": "stop here",
}
_KEYS_OF_PLAN = {
    "v": "the LRO's view of the threat and the plan",
    "k": "a decision",
    **{key: _KEYS[key] for key in "ubnq"},
}
_HOW = (
    "Enter leaves it as it is. What you type is a note (friday: ... is one of Friday). A letter"
    " alone: c done, d date, s status, x disruption, u undo, n next plan, q stop, ? more."
)
_MEANT = {
    **dict.fromkeys(("ok", "okay", "yes", "no", "none", "same", "nothing", "no change"), ""),
    **dict.fromkeys(("done", "complete", "completed", "close", "closed"), "c"),
    "date": "d", "status": "s", "disruption": "x", "undo": "u", "back": "b", "next": "n",
    **dict.fromkeys(("quit", "exit", "stop", "end"), "q"),
    "help": "?", "view": "v", "decision": "k",
}  # fmt: skip
"""What is typed for a key by who has not read that there is one. Nobody means it as a note."""


def week(plans: Names = None, post: Post = None, as_of: AsOf = None) -> None:
    """Go through what is late and open in your plans, and write down what is new.

    For example: planc week --as di-soc-north
    """
    if not can_ask():
        raise PlancError("It asks questions, and nobody is here. In a script: planc log")
    repository = open_repository([Path()])
    context = Context(day_of(as_of, repository.policy), repository.policy, repository.directory)
    posts = titles_around(repository.policy, repository.directory).get("post", {})
    if post is not None:
        post = resolve_name(post, posts, "post").name if posts else post
    elif not plans and posts and len(repository.plans) > 1:
        post = _post_asked(posts)
    named = [plan_named(name, Path()) for name in plans] if plans else _of_post(repository, post)
    if not named:
        raise PlancError("There is no plan to go through. Say for which post: --as di-soc-east")
    walk = _Walk(context, post)
    try:
        for number, one in enumerate(named, 1):
            walk.go_through(one, f"Plan {number} of {len(named)}")
    except NobodyAnsweredError:
        say("")
    except _StopError:
        pass
    finally:
        walk.sum_up()
    paths = [one.path for one in named]
    report = check(open_repository(paths), context.as_of)
    show_beside(report)
    raise typer.Exit(status_of(report))


def _post_asked(posts: Mapping[str, str]) -> str | None:
    """Whose week it is; None for everybody's."""
    while typed := ask("Your post, or a word of its title; Enter for every plan"):
        try:
            return resolve_name(typed, posts, "post").name
        except PlancError as error:
            say(str(error))
    return None


def _of_post(repository: Repository, post: str | None) -> list[NamedPlan]:
    """The plans that a post leads or owns work in; all that are in force, without a post."""
    found, unread = plans_of(repository, post or "")
    for name in unread:
        say(f"{name} cannot be read as it stands, and is left out: planc check says why.")
    return [one for one in found if one.plan.in_force and _has_part(one, post)]


def _has_part(named: NamedPlan, post: str | None) -> bool:
    return leads(named.plan, post) or any(item.owner == post for item in named.plan.tracked)


class _StopError(Exception):
    """The officer goes no further."""


class _NextPlanError(Exception):
    """The officer goes on to the next plan."""


class _Written(NamedTuple):
    """What was written, and into which plan."""

    named: NamedPlan
    amendment: Amendment


class _Walk:
    """One walk through plans: what is asked, what is written, and what came of it."""

    def __init__(self, context: Context, post: str | None) -> None:
        self._context, self._post = context, post
        self._written: list[_Written] = []

    def go_through(self, named: NamedPlan, place: str) -> None:
        """One plan: each open item, then the plan as a whole. Raises _StopError."""
        if not named.is_sound:
            say(f"\n{place}: {named.path.name} has a fault that is to be mended first.")
            return
        items = find_open(named.plan, self._context, self._post)
        late = sum(item.late > 0 for item in items)
        name = named.plan.operation or named.plan.ref or named.path.name
        say(f"\n{place}: {name}. {count(late, 'item')} late, {len(items) - late} more open.")
        _say(_HOW)
        rows: list[OpenItem | None] = [*items, *([None] if leads(named.plan, self._post) else [])]
        number = 0
        try:
            while number < len(rows):
                here = f"{number + 1} of {len(rows)}"
                named = named.read_anew()
                row = self._as_it_stands(named, rows[number])
                number = max(0, number + self._ask(named, row, here))
        except _NextPlanError:
            return

    def _as_it_stands(self, named: NamedPlan, row: OpenItem | None) -> OpenItem | None:
        """The item as the plan now has it; it may be done meanwhile."""
        if row is None:
            return None
        rows = {one.id: one for one in find_open(named.plan, self._context, self._post)}
        return rows.get(row.id) or row._replace(stands=f"Now {named.plan.status_of(row.item)}")

    def _ask(self, named: NamedPlan, row: OpenItem | None, here: str) -> int:
        """Asks about one item, or about the plan as a whole; how many steps on it goes."""
        keys = _KEYS if row else _KEYS_OF_PLAN
        what, stands = _described(named, row)
        say("")
        _say(f"{what} ({here})")
        for line in stands:
            _say(line, indent=2)
        while True:
            typed = ask("Enter, words or a letter")
            key = _MEANT.get(typed.casefold(), typed.casefold())
            if key == "?":
                self._explain(named, row, keys)
                continue
            if len(key) == 1 and key not in keys:
                _say(
                    f'"{typed}" is not one of the letters: {", ".join(keys)}. ? says what they do.'
                )
                continue
            try:
                step = self._done(named, row, key, typed)
            except NobodyAnsweredError:
                raise
            except PlancError as error:
                say(f"{error}\nNothing was written.")
                continue
            if step is not None:
                return step

    def _done(self, named: NamedPlan, row: OpenItem | None, key: str, typed: str) -> int | None:
        """Does what was typed; how many steps on it goes, None if it is to be asked again."""
        if key == "q":
            raise _StopError
        if key == "n":
            raise _NextPlanError
        if key == "b":
            return -1
        if key == "u":
            self._take_back()
            return None
        if not key:
            return 1
        asked, words = self._asked(named, row, key, typed)
        if asked is None or not self._write(named, asked, words):
            say("It stays as it was.")
            return None
        return 1

    def _asked(
        self, named: NamedPlan, row: OpenItem | None, key: str, typed: str
    ) -> tuple[dict[str, Data] | None, str]:
        """The fields of the entry that a key or words stand for, and its words."""
        fields = self._fields(named)
        about: dict[str, Data] = {"ref": row.id} if row else {}
        status = _status_named(row, typed)
        if key == "c" and row:
            return {**about, "status": _done_word(row)}, ""
        if key == "s" and row:
            status = _status_asked(row)
            return ({**about, "status": status} if status else None), ""
        if status:
            return {**about, "status": status}, ""
        if key == "d" and row:
            name = _date_of(row)
            day = fields.asked(name)
            return ({**about, name: day} if day else None), ""
        if key == "x" and row:
            return _some({**about, "disruption": fields.asked("disruption")}, "disruption"), ""
        if key == "v":
            return _some({"view": fields.asked("view")}, "view"), ""
        if key == "k":
            return _some({"decision": fields.asked("decision")}, "decision"), ""
        day, words = self._dated(typed)
        return {**about, **({"date": day} if day else {})}, words

    def _dated(self, typed: str) -> tuple[str | None, str]:
        """The day that a note begins with, as in `friday: Two visits made`, and the rest."""
        first, colon, rest = typed.partition(": ")
        day = typed_day(first, self._context.as_of) if colon else None
        return (day.isoformat(), rest.strip()) if day else (None, typed)

    def _write(self, named: NamedPlan, asked: dict[str, Data], words: str) -> bool:
        """Writes an entry, and what it lacks is asked for; False where that is not answered."""
        fields = self._fields(named)
        usual = {"by": self._post or named.plan.lro or "", "lead": "police"}
        composed = compose_entry(named.plan, self._context, asked, words)
        for name in composed.lacking:
            answer = fields.asked(name, otherwise=usual.get(name, ""))
            if answer is None:
                return False
            asked[name] = answer
        composed = compose_entry(named.plan, self._context, asked, words)
        change = Append(("log",), composed.entry)
        amendment = amend(named.repository, self._context, named.path, [change])
        write_amended(amendment)
        self._written.append(_Written(named, amendment))
        say("\n".join(["Written:", *lines_of(amendment)]))
        for finding in amendment.findings:
            _say(f"planc check now says: {finding.wrong} {finding.do}")
        return True

    def _take_back(self) -> None:
        """The file as it was before what was written last, if nobody has changed it since."""
        if not self._written:
            say("Nothing was written that could be taken back.")
            return
        last = self._written[-1].amendment
        if last.path.read_bytes() != last.after:
            raise PlancError(f"{last.name} has changed since. Take the line out of it by hand.")
        write(last.path, last.before)
        self._written.pop()
        say("\n".join(["Taken back:", *lines_of(last)]))

    def _fields(self, named: NamedPlan) -> Fields:
        return Fields(("log", 0), named.plan, self._context, exact=False)

    def _explain(self, named: NamedPlan, row: OpenItem | None, keys: Mapping[str, str]) -> None:
        """What the letters do, and all that the log has about the item."""
        say("\n".join(f"{key}  {does}" for key, does in keys.items()))
        entries = named.plan.entries_about(row.id) if row else list(named.plan.standing)[-5:]
        for number in range(len(entries)):
            _say(last_word(entries[: number + 1]), indent=2)

    def sum_up(self) -> None:
        """What was written, file by file, each line as it now stands."""
        names = dict.fromkeys(written.amendment.name for written in self._written)
        if not names:
            say("\nNothing was written.\n")
            return
        told = f"{count(len(self._written), 'entry', 'entries')} in {every(list(names))}"
        say(f"\nWritten: {told}.")
        for name in names:
            of_name = (one.amendment for one in self._written if one.amendment.name == name)
            say("\n".join([f"{name}:", *(line for one in of_name for line in lines_of(one))]))
        say("")


def _described(named: NamedPlan, row: OpenItem | None) -> tuple[str, list[str]]:
    """What is asked about, and how it stands."""
    if row:
        return f"{row.id}: {row.title}", [row.stands, row.last]
    view = named.plan.view
    return "The plan as a whole", [f"The LRO's view: {last_word([view] if view else [])}"]


def _date_of(row: OpenItem) -> str:
    """Which date of an item moves."""
    endures = not isinstance(row.item, Action) and row.item.next_check and not row.item.due
    return "next_check" if endures else "due"


def _done_word(row: OpenItem) -> str:
    return "closed" if isinstance(row.item, Action) else "complete"


def _statuses(row: OpenItem) -> tuple[str, ...]:
    return ACTION_STATUSES if isinstance(row.item, Action) else STATUSES


def _status_named(row: OpenItem | None, typed: str) -> str | None:
    """The status that somebody typed in full, and nothing beside it."""
    return typed.casefold() if row and typed.casefold() in _statuses(row) else None


def _status_asked(row: OpenItem) -> str | None:
    typed = ask(f"Status: {', '.join(_statuses(row))}")
    return resolve_name(typed, dict.fromkeys(_statuses(row), ""), "status").name if typed else None


def _some(asked: dict[str, Data], needed: str) -> dict[str, Data] | None:
    """The fields, if the one that they cannot be without was answered."""
    return None if asked[needed] is None else asked


def _say(text: str, indent: int = 0) -> None:
    """Says a text in lines that fit the screen."""
    width = max(24, min(100, shutil.get_terminal_size().columns))
    lead = " " * indent
    say(
        textwrap.fill(
            text, width, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False
        )
    )
