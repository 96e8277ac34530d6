"""Paper -> Markdown that reads well on a code forge and as plain text."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from planc.model.paper import KINDS, Paper
from planc.resources import folder
from planc.wording.text import as_cell, as_markdown

SUFFIX = ".md"


def emit(paper: Paper, _house: bytes = b"") -> bytes:
    """The Markdown file; its first and last lines are the marking."""
    text = _template().render(paper=paper)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return (re.sub(r" $", "&#32;", text, flags=re.MULTILINE) + "\n").encode()


@cache
def _template() -> Template:
    # Markdown has an escape of its own, `text`; HTML's would break it.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(folder("templates")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["text"] = as_markdown
    environment.filters["cell"] = as_cell
    for name, kind in KINDS.items():
        environment.tests[name] = lambda block, kind=kind: isinstance(block, kind)
    return environment.get_template("paper.md.j2")
