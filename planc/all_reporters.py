"""Every way to show findings there is: the contract of the family, and its table.

The only place that knows the reporters by name.
"""

from collections.abc import Mapping
from typing import Final, Literal, Protocol, TypeAlias

from planc.model.report import Report, Style
from planc.reporters import concise, github, gitlab, json, junit, markdown, sarif, text

ReporterName: TypeAlias = Literal[
    "text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown"
]
USUAL: Final = "text"
"""The one for a person at a screen, if none is asked for; it alone counts findings by rule."""

FOR_PEOPLE: Final[tuple[ReporterName, ...]] = ("text", "concise")
"""Those whose paths are from where one stands; others have them from the top of the git folder."""
ADDED_TO: Final[ReporterName] = "markdown"
"""The one that is added to what others wrote in its file, such as GitHub's summary of a step."""


class Reporter(Protocol):
    """A module that shows a report one way."""

    def report(self, report: Report, style: Style, /) -> str:
        """The report as text; machine formats have their own escapes."""
        ...


REPORTERS: Mapping[ReporterName, Reporter] = {
    "text": text,
    "concise": concise,
    "json": json,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}


def show_as(report: Report, name: ReporterName, style: Style) -> str:
    """The report in the way of this name."""
    return REPORTERS[name].report(report, style)
