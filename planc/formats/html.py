"""Paper -> one HTML file that needs nothing else: no script, no network, no other file."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache, lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from planc.formats.web import read_back
from planc.formats.web.chart import drawing
from planc.model.fingerprint import NONE_YET, has_its_fingerprint, with_fingerprint
from planc.model.paper import KINDS, Bullets, Cell, Heading, Paper, Table
from planc.model.tone import MEANINGS
from planc.resources import folder

SUFFIX = ".html"
STYLED = False
PAGED = False


def emit(paper: Paper, _style: bytes = b"") -> bytes:
    """The HTML file; the same bytes for the same paper. The marking stands first and last."""
    shares = _all_shares(paper)
    rules = _rules(_style_sheet(tuple(shares)))
    page = _environment().get_template("paper.html.j2")
    html = page.render(paper=paper, shares=shares, rules=rules, fingerprint=NONE_YET)
    return html.encode() + b"\n"


def marking_faults(raw: bytes, paper: Paper) -> list[str]:
    """What is wrong with the marking in a finished file, in words; none if it stands.

    It is the first thing of the page and the last, and only planc's own style sheet has a say in
    how it looks; the browser is told to take no other.
    """
    page = raw.decode()
    style = _style_sheet(tuple(_all_shares(paper)))
    banner = escape(" - ".join((*paper.stamps, paper.banner)))
    stamps = "".join(f"<span>{escape(stamp)} - </span>" for stamp in paper.stamps)
    marking = escape(paper.marking)
    faults = []
    top = f'<body>\n<header>\n<p class="marking">{marking}</p>\n<p class="banner">{banner}</p>\n'
    foot = f'<p class="marking">{stamps}<span>{marking}</span></p>\n</footer>\n</body>\n</html>\n'
    if page.count(top) != 1 or not page.endswith(foot):
        faults.append("the page does not have the words of the marking in their place")
    known = f"<style>{style}</style>" in page and escape(_rules(style)) in page
    if not known or page.count("<style") != 1 or _OWN_LOOK.search(page):
        faults.append("something other than planc's style sheet has a say in how the marking looks")
    return faults


_OWN_LOOK = re.compile(
    r'<(?:script|link|base)\b|<[a-z0-9]+(?: [a-z-]+(?:="[^"]*")?)* (style|hidden|on[a-z]+)[=\s>]'
)
"""What could hide, move or cover a part of a page, or let something else do so."""


def _all_shares(paper: Paper) -> list[int]:
    tables = (block for block in paper.blocks if isinstance(block, Table))
    return sorted({share for table in tables for share in _shares(table)})


@lru_cache(maxsize=64)
def _style_sheet(shares: tuple[int, ...]) -> str:
    return _environment().get_template("paper.css.j2").render(shares=list(shares))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawing"] = drawing
    environment.filters["shares"] = _shares
    environment.filters["look"] = _look
    environment.filters["outline"] = _outline
    environment.globals["meanings"] = MEANINGS
    for name, kind in KINDS.items():
        environment.tests[name] = lambda block, kind=kind: isinstance(block, kind)
    return environment


def _rules(style: str) -> str:
    """What the browser may load: this style sheet, known by its digest, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _shares(table: Table) -> list[int]:
    """The width of each column in hundredths of the table's."""
    total = sum(table.widths)
    return [100 * width // total for width in table.widths]


_LETTERS = 46  # as many as go beside each other on a telephone, with two more for each edge
_SHORT = 16


def _look(table: Table) -> str:
    """How it can be read on a narrow screen: as it is, or row by row as `cards`."""
    if table.wide:
        return "wide"
    if len(table.header) < 3:
        return "pairs"
    columns = [*zip(table.header, *(map(_words, row) for row in table.rows), strict=True)]
    longest = [max(len(word) for text in column for word in text.split()) for column in columns]
    short = all(len(text) <= _SHORT for column in columns for text in column)
    return "figures" if short and sum(longest) + 2 * len(longest) <= _LETTERS else "cards"


def _words(cell: Cell) -> str:
    """All that a cell says."""
    lines = [part.items if isinstance(part, Bullets) else (part,) for part in cell.content]
    return " ".join(run.text for items in lines for line in items for run in line.runs)


def _outline(paper: Paper) -> list[tuple[Heading, list[Heading]]]:
    """Each heading of the first level with those of the second that follow it."""
    outline: list[tuple[Heading, list[Heading]]] = []
    for heading in (heading for heading in paper.headings if heading.level < 3):
        if heading.level == 1 or not outline:
            outline.append((heading, []))
        else:
            outline[-1][1].append(heading)
    return outline


def recognises(raw: bytes) -> bool:
    """Whether it is text that begins as a page does."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return text.lstrip()[:15].lower().startswith("<!doctype html")


def texts(stored: Mapping[str, bytes]) -> Mapping[str, list[str]]:
    """The lines of the one stored file."""
    (raw,) = stored.values()
    return read_back.texts(raw.decode("utf-8-sig"))


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
    return _FINGERPRINT.search(raw)


_FINGERPRINT = re.compile(rb'<meta name="identifier" content="([0-9a-f]{64})">')
