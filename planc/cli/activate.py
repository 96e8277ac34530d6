"""`planc activate`."""

from pathlib import Path

import typer

from planc.amend import amend, findings_of, plan_named
from planc.cli.confirm_change import PlanName, Yes, write_if_agreed
from planc.cli.environment import day_of
from planc.cli.options import AsOf
from planc.cli.printing import say
from planc.errors import PlancError
from planc.model.change import Set
from planc.model.finding import Severity
from planc.wording.words import count

_ACTIVE = "active"


def activate(plan: PlanName, yes: Yes = False, as_of: AsOf = None) -> None:
    """Make a draft an active plan, or say what it still lacks."""
    repository, path, parsed, _ = plan_named(plan, Path())
    if parsed.status == _ACTIVE:
        raise PlancError(f"{path.name} is active already.")
    context = repository.context(day_of(as_of, repository.policy))
    amendment = amend(repository, context, path, [Set(("status",), _ACTIVE)])
    findings = findings_of(repository, context, amendment)
    lacking = [finding for finding in findings if finding.severity >= Severity.ERROR]
    if lacking:
        say(f"{amendment.name} is not ready: {count(len(lacking), 'thing')} must be there first.")
        for finding in lacking:
            say(f"  {finding.wrong} {finding.do}")
        raise typer.Exit(1)
    write_if_agreed(amendment, yes=yes)
