"""`planc explain`."""

from typing import Annotated

import typer

from planc.cli.options import one_of
from planc.cli.printing import say
from planc.passes.lint import BY_NAME


def explain(
    rule: Annotated[str | None, typer.Argument(help="The name of a rule.")] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Print the manual of all rules.")] = False,
    fields: Annotated[
        bool, typer.Option("--fields", help="Print the manual of all fields.")
    ] = False,
) -> None:
    """Explain a rule in full; without a name, list every rule."""
    from planc.passes.explain import (
        explain_all,
        explain_rule,
        fields_manual,
        rules_manual,
    )

    if rules or fields:
        say((rules_manual() if rules else fields_manual()).rstrip("\n"))
    elif rule is None:
        say(explain_all())
    else:
        say(explain_rule(one_of(rule, BY_NAME, "a rule", "planc explain lists them.")))
