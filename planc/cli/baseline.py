"""`planc baseline`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.check import Listed, list_findings
from planc.cli.environment import day_named, day_of
from planc.cli.options import AsOf, Paths
from planc.cli.printing import counting, say
from planc.cli.writing import written
from planc.model.baseline import BASELINE
from planc.repository import open_repository
from planc.wording.day import long_day
from planc.wording.words import count


def baseline(
    paths: Paths = None,
    until: Annotated[
        str | None, typer.Option(help="The last day of a new list, such as 2027-03-31.")
    ] = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="List anew what is found, with a new last day.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Set what is found in older plans aside until a day, so that checks show only what is new.

    Writes planc-baseline.yaml beside planc.yaml. Once it is there, only takes out what has been
    put right; --renew adds the rest, for the plans asked for.
    """
    repository = open_repository(paths or [Path()])
    last = day_named(until, "--until") if until is not None else None
    with counting("Checked") as progress:
        day = day_of(as_of, repository.policy)
        listed = list_findings(repository, day, last, renew=renew, progress=progress)
    if not (listed.baseline.plans or listed.path.exists()):
        say(f"There is nothing to set aside, and no {BASELINE} is needed.")
    elif written(listed.path, listed.content):
        say(_summary(listed))
    else:
        raise typer.Exit(2)
    raise typer.Exit(1 if listed.refusals else 0)


def _summary(listed: Listed) -> str:
    older = listed.baseline
    days = sorted({of_plan.last for of_plan in older.plans})
    lines = [f"Nothing is left in {BASELINE}: you can delete it."]
    if days:
        plans = count(len({of_plan.plan for of_plan in older.plans}), "plan")
        findings = f"{count(older.number, 'finding')} in {plans}"
        latest = " at the latest" if len(days) > 1 else ""
        lines = [f"{BASELINE} sets {findings} aside until {long_day(days[-1])}{latest}."]
    if listed.gone:
        lines.append(f"Put right and taken out: {listed.gone:,}.")
    if listed.others:
        others = count(listed.others, "other finding")
        lines.append(f"Not in it: {others}. To list them too: planc baseline --renew")
    if listed.refusals:
        lines.append(f"Never in it: {count(listed.refusals, 'refusal')}. planc check shows them.")
    return "\n".join(lines)
