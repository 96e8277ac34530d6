"""`planc explain`."""

from pathlib import Path
from typing import Annotated

import typer

from planc.all_rules import BY_NAME
from planc.cli.options import one_of
from planc.cli.printing import put
from planc.cli.writing import written


def explain(
    name: Annotated[
        str | None, typer.Argument(help="A rule or a field, such as owner or log.because.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="Print the manual of all rules.")] = False,
    fields: Annotated[
        bool, typer.Option("--fields", help="Print the manual of all fields.")
    ] = False,
    into: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write the manual of rules here, a page a subject."),
    ] = None,
) -> None:
    """Explain a rule or a field in full; without a name, list every rule."""
    from planc.passes.explain_fields import explain_field, field_names, fields_manual
    from planc.passes.explain_rules import explain_all, explain_rule, rules_manual, rules_pages

    if into:
        pages = rules_pages().items()
        done = [written(into / path, text.encode()) for path, text in pages]
        raise typer.Exit(0 if all(done) else 2)
    if rules or fields:
        put((rules_manual() if rules else fields_manual()).rstrip("\n"))
    elif name is None:
        put(explain_all())
    else:
        # the manual of fields writes pursue[].owner and rules.RULE.severity
        name = name.replace("[]", "").replace(".RULE", "")
        known = {
            **dict.fromkeys(BY_NAME, explain_rule),
            **dict.fromkeys(field_names(), explain_field),
        }
        otherwise = "planc explain lists the rules, planc explain --fields the fields."
        put(known[one_of(name, known, "a rule or a field", otherwise)](name))
