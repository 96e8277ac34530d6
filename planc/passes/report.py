"""Report -> text, in one of the ways in which findings can be shown."""

from collections.abc import Mapping
from typing import Protocol

from planc.model.report import Report, Style
from planc.reporters import concise, github, gitlab, json, junit, markdown, sarif, text


class Reporter(Protocol):
    """A module that shows a report one way."""

    def report(self, found: Report, style: Style, /) -> str: ...


REPORTERS: Mapping[str, Reporter] = {
    "text": text,
    "concise": concise,
    "json": json,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "markdown": markdown,
}


def report(found: Report, form: str, style: Style) -> str:
    """The report in the form `form`, a key of REPORTERS."""
    return REPORTERS[form].report(found, style)
