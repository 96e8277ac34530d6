"""`planc rules`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from planc import __version__
from planc.cli.options import one_of
from planc.cli.printing import put
from planc.model.finding import Severity
from planc.model.policy import RuleInForce
from planc.repository import rules_in_force
from planc.wording.text import inert, visible
from planc.wording.words import count

FORMAT_VERSION = 1


def rules(
    path: Annotated[
        Path | None, typer.Argument(help="A folder of plans. Left out: this folder.")
    ] = None,
    output: Annotated[str, typer.Option(help="How to show them: text or json.")] = "text",
) -> None:
    """List every rule, its severity in force here, and where that is set."""
    one_of(output, ("text", "json"), "a way to show rules")
    in_force = rules_in_force(path or Path())
    put(_json(in_force) if output == "json" else _table(in_force))


def _table(in_force: Sequence[RuleInForce]) -> str:
    width = max(len(rule.name) for rule in in_force)
    lines = [f"{'Rule':<{width}}  Severity  Set in", *(_line(rule, width) for rule in in_force), ""]
    changed = sum(rule.place is not None for rule in in_force)
    rest = (
        f"{count(changed, 'is', 'are')} set in this force" if changed else "all as planc ships them"
    )
    lines.append(f"{count(len(in_force), 'rule')}, {rest}.")
    return inert("\n".join(visible(line) for line in lines))


def _line(rule: RuleInForce, width: int) -> str:
    where = (
        f"{rule.place.words} ({_word(rule.shipped)} in planc): {rule.reason}"
        if rule.place
        else "planc"
    )
    return f"{rule.name:<{width}}  {_word(rule.severity):<8}  {where}"


def _word(severity: Severity | None) -> str:
    return "off" if severity is None else str(severity)


def _json(in_force: Sequence[RuleInForce]) -> str:
    """The same for other programs. The format is versioned, and only ever added to."""
    listed = [
        {
            "rule": rule.name,
            "severity": _word(rule.severity),
            "shipped": _word(rule.shipped),
            "path": rule.place.path if rule.place else None,
            "line": rule.place.span.line if rule.place and rule.place.span else None,
            "reason": rule.reason,
        }
        for rule in in_force
    ]
    whole = {"format_version": FORMAT_VERSION, "planc": __version__, "rules": listed}
    return json.dumps(whole, indent=2).replace("##", "#\\u0023")
