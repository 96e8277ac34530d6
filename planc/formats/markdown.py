"""Paper -> Markdown that reads well on a code forge and as plain text."""

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from planc.model.fingerprint import NONE_YET, has_its_fingerprint, with_fingerprint
from planc.model.paper import KINDS, Paper
from planc.resources import folder
from planc.wording.text import as_cell, as_markdown, single_spaced

SUFFIX = ".md"
STYLED = False
PAGED = False


def emit(paper: Paper, _style: bytes = b"") -> bytes:
    """The Markdown file; its first and last lines are the marking."""
    text = _template().render(paper=paper, fingerprint=NONE_YET)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    return (re.sub(r" $", "&#32;", text, flags=re.MULTILINE) + "\n").encode()


def marking_faults(raw: bytes, paper: Paper) -> list[str]:
    """What is wrong with the marking in a finished file, in words; none if it stands.

    It is the first line and the last. How it looks is up to whatever shows the file.
    """
    marking, banner = (
        as_markdown(" - ".join((*paper.stamps, words))) for words in (paper.marking, paper.banner)
    )
    text = raw.decode()
    if text.startswith(f"{marking}\n\n{banner}\n\n# ") and text.endswith(f"\n\n{marking}\n"):
        return []
    return ["the first and the last line do not have the words of the marking"]


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


def recognises(raw: bytes) -> bool:
    """Whether it is text that says nothing else of itself."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not text.lstrip()[:9].lower().startswith("<!doctype")


_SEAL = re.compile("^<!-- (Seal: .*) -->$")


def texts(stored: Mapping[str, bytes]) -> Mapping[str, list[str]]:
    """The lines of the one stored file as they are written, but for the line with its seal.

    Header and footer are paragraphs like others. The fingerprint is nobody's words.
    """
    (raw,) = stored.values()
    written = _FINGERPRINT.sub(b"", raw).decode("utf-8-sig").splitlines()
    lines = [_SEAL.sub(r"\1", single_spaced(line)) for line in written if line.strip()]
    found: dict[str, list[str]] = {"paragraphs": [], "tables": []}
    in_table = False
    for line in lines:
        if line.startswith("|") and not in_table:  # no line passes a table, no row leaves one
            found["paragraphs"].append("[|]")
            found["tables"].append("[|]")
        in_table = line.startswith("|")
        found["tables" if in_table else "paragraphs"].append(line)
    return found


def doubts(_stored: Mapping[str, bytes]) -> tuple[str, ...]:
    """None: all of it is words, or is compared with them."""
    return ()


def stray(_raw: bytes) -> bytes:
    """Nothing: it has no parts."""
    return b""


def sealed(raw: bytes, empty: str, line: str) -> bytes:
    """The file with a line in the place of the empty one, and with its fingerprint."""
    changed = raw.replace(empty.encode(), line.encode())
    return with_fingerprint(changed, _place(changed))


def is_as_sealed(raw: bytes) -> bool:
    """Whether every byte is as it was when the file was sealed."""
    return has_its_fingerprint(raw, _place(raw))


def _place(raw: bytes) -> re.Match[bytes] | None:
    return next(reversed(list(_FINGERPRINT.finditer(raw))), None)


_FINGERPRINT = re.compile(rb"^<!-- ([0-9a-f]{64}) -->\r?$", re.MULTILINE)
