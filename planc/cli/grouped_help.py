"""The help of planc itself: its commands by what people do, each as an example to be typed."""

from collections.abc import Mapping
from typing import Any

from typer.core import TyperGroup

EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "Begin": {
        "init": "planc init",
        "new": 'planc new "EXAMPLE ASH"',
        "activate": "planc activate ash",
    },
    "Every week": {
        "check": "planc check",
        "fix": "planc fix",
        "log": 'planc log ash PUR-1 "Done"',
        "add": "planc add action ash",
        "change": "planc change ash",
        "week": "planc week",
        "due": "planc due",
    },
    "For the board": {
        "build": "planc build",
        "diff": "planc diff",
        "sign": "planc sign ash",
        "issue": "planc issue",
        "calendar": "planc calendar",
    },
    "For others": {
        "release": "planc release ash",
        "verify": "planc verify PAPER",
        "leak-check": "planc leak-check PAPER",
    },
    "Settings, and what they mean": {
        "explain": "planc explain tactic-no-owner",
        "rules": "planc rules",
        "baseline": "planc baseline",
        "house": "planc house",
        "schema": "planc schema --here",
        "completion": "planc completion bash",
        "words": "planc words FILE",
        "merge": "planc merge",
    },
}
"""What is typed for each command, by what somebody wants to do."""


class Grouped(TyperGroup):
    """planc, with its commands in groups."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of the groups, and any that is in none."""
        names = super().list_commands(ctx)
        listed = [name for group in EXAMPLES.values() for name in group if name in names]
        return [*listed, *(name for name in names if name not in listed)]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """A list for each group: what to type, and what it does."""
        names = super().list_commands(ctx)
        for title, examples in EXAMPLES.items():
            rows = [
                (example, command.get_short_help_str(limit=100))
                for name, example in examples.items()
                if name in names and (command := self.get_command(ctx, name))
            ]
            with formatter.section(title):
                formatter.write_dl(rows)
