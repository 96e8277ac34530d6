"""Pack -> Markdown that reads well on a code forge and as plain text."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from planc.model.pack import KINDS, Pack
from planc.resources import folder

SUFFIX = ".md"


def emit(pack: Pack, _house: bytes = b"") -> bytes:
    """The Markdown file; its first and last lines are the marking."""
    text = _template().render(pack=pack)
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
    environment.filters["text"] = _escaped
    environment.filters["cell"] = _one_line
    for name, kind in KINDS.items():
        environment.tests[name] = lambda block, kind=kind: isinstance(block, kind)
    return environment.get_template("pack.md.j2")


_ACTIVE = re.compile(r"[\\`*_\[\]<>~$@]|&(?=#?\w+;)|(?<=www)\.|(?<=[a-z]):(?=//)", re.IGNORECASE)


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, wherever it stands in a line."""
    text = _ACTIVE.sub(lambda m: "\\" + m[0], text)
    number = re.match(r"[0-9]{1,9}(?=[.)](\s|$))", text)
    if number:
        text = f"{number[0]}\\{text[number.end() :]}"
    elif text[:1] in tuple("-+=#"):
        text = "\\" + text
    inner = text.strip(" ")
    lead, tail = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    if inner and (lead > 1 or tail > 1):
        text = "&#32;" * lead + inner + "&#32;" * tail
    return text.replace("\n", "<br>")


def _one_line(parts: str) -> str:
    """The blocks of a cell on one line, in which | would end the cell."""
    lines = (line.strip() for line in parts.strip().split("\n"))
    return "<br>".join(line for line in lines if line).replace("|", "\\|")
