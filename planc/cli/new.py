"""`planc new`."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from planc.cli.environment import day_of
from planc.cli.fields import Fields
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.cli.prompts import can_ask
from planc.cli.writing import renew_schema, write
from planc.errors import PlancError
from planc.model.context import Context
from planc.model.document import Data, Route
from planc.model.finding import Severity
from planc.model.marking import SENSITIVE
from planc.model.parsed_file import PLAN
from planc.model.source import Source
from planc.passes.begin_plan import begin_plan
from planc.passes.find import plans_of
from planc.passes.lint import Linter
from planc.passes.load_source import load_source
from planc.repository import Repository, open_settings, parse_file
from planc.wording.numbering import next_id
from planc.wording.text import words_of

_ROUTES: dict[str, Route] = {
    "operation": (),
    "type": ("threat",),
    "areas": ("threat",),
    "tier": ("threat",),
    "sro": (),
    "lro": (),
    "board": (),
    "objective": ("objectives", 0),
}
_NEEDED = ("operation", "type", "lro", "objective")
_Words = str | None


def new(
    operation: Annotated[_Words, typer.Argument(metavar="[OPERATION]", help="Its name.")] = None,
    type: Annotated[_Words, typer.Option(help="The kind of threat, such as ocg.")] = None,  # noqa: A002
    areas: Annotated[_Words, typer.Option(help="What it deals in, with commas.")] = None,
    tier: Annotated[_Words, typer.Option(help="Who owns the threat.")] = None,
    sro: Annotated[_Words, typer.Option(help="Who sets the objectives, by words.")] = None,
    lro: Annotated[_Words, typer.Option(help="Who keeps the plan, by words.")] = None,
    board: Annotated[_Words, typer.Option(help="The board that it goes to.")] = None,
    objective: Annotated[_Words, typer.Option(help="What will be different.")] = None,
    marking: Annotated[str, typer.Option(help="As it is printed.")] = SENSITIVE,
    ref: Annotated[_Words, typer.Option(help="Its reference. Left out: the next one.")] = None,
    as_of: AsOf = None,
) -> None:
    """Begin a plan: a first draft, with tactics to think about and what it still owes."""
    repository = open_settings(Path())
    if not repository.found:
        raise PlancError("There is no planc.yaml here. To begin a plans repository: planc init")
    context = repository.context(day_of(as_of, repository.policy))
    paths = plans_of(repository.root, repository.policy.plans, set(), repository.left_out)
    given = dict(
        zip(_ROUTES, (operation, type, areas, tier, sro, lro, board, objective), strict=True)
    )
    answers = dict(_answers(given, repository, context))
    if len(repository.policy.boards) == 1:  # there is nothing to choose
        answers["board"] = answers.get("board") or repository.policy.boards[0].id
    refs = list(_refs(paths))
    answers |= {"marking": marking, "starts": context.as_of.isoformat()}
    answers["ref"] = ref or next_id(refs, f"SOC-{context.as_of.year}-001", refs)
    path = _folder(repository) / _file_name(str(answers["operation"]))
    if path.exists() or answers["ref"] in refs:
        raise PlancError(f"There is a plan {answers['ref']}, or a file {path.name}, already.")
    content = begin_plan(answers)
    name = path.relative_to(repository.root).as_posix()
    file = parse_file(Source(name, content), PLAN, repository.known)
    findings = Linter(context, whole=False).lint(file)
    if file.faults or any(finding.severity is Severity.REFUSAL for finding in findings):
        why = [f"{finding.wrong} {finding.do}" for finding in findings]
        raise PlancError("\n  ".join(["Nothing was written:", *why]))
    write(path, content)
    renew_schema(path)
    say(f"Wrote {name}, which is {answers['ref']}.")
    for finding in findings:
        say(f"{finding.wrong} {finding.do}")


def _answers(
    given: dict[str, str | None], repository: Repository, context: Context
) -> Iterator[tuple[str, Data]]:
    """Each answer as a plan has it: what was given, and what is asked for the rest."""
    blank = parse_file(Source("", b"planc: 1\n"), PLAN, repository.known).plan
    assert blank is not None  # noqa: S101
    lacking = [f"--{name}" for name in _NEEDED if not given[name]]
    asking = can_ask() and bool(lacking)
    if lacking and not asking:
        raise PlancError(f"A plan needs more. Say it with: {', '.join(lacking)}")
    for name, typed in given.items():
        fields = Fields(_ROUTES[name], blank, context, exact=not can_ask())
        field = "statement" if name == "objective" else name
        if typed:
            yield name, fields.value(field, typed)
        elif asking:
            yield name, fields.asked(field, needed=name in _NEEDED)


def _refs(paths: list[Path]) -> Iterator[str]:
    for path in paths:
        text = (load_source(path, path.name).raw or b"").decode("utf-8", "replace")
        yield from re.findall(r"^ref: *[\"']?([^\s\"'#]+)", text, re.MULTILINE)[:1]


_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)
"""What no file on Windows can be called, whatever its ending."""


def _file_name(operation: str) -> str:
    """What a plan of this operation is called as a file, on every system."""
    name = "-".join(words_of(operation).split())[:60].strip("-") or "plan"
    return f"{name}-plan.yaml" if name in _DEVICES else f"{name}.yaml"


def _folder(repository: Repository) -> Path:
    """Where plans are, as the policy says."""
    folders = (Path(pattern).parent for pattern in repository.patterns)
    return repository.root / next((one for one in folders if "*" not in str(one)), Path("plans"))
