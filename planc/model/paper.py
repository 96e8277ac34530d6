"""A paper in neutral blocks: what it says and in which order, not how it looks.

Wording and order are decided once, in papers/; formats only render, so that Word, Markdown and
HTML cannot disagree. A Paper holds words, never a Plan.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from planc.model.chart import Chart
from planc.model.noun import noun
from planc.model.tone import TONES, Tone


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `small` for what supports the text around it."""

    runs: tuple[Run, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Paragraph, ...]


Prose: TypeAlias = tuple[Paragraph | Bullets, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. `strand` colours those of the four Ps."""

    level: int
    text: str
    anchor: str
    strand: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; never empty, for a reader who hears it."""

    content: Prose
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row.

    `caption` says what it shows; `brief`, where the header says it too, lets a format that has
    pages keep it for a reader who hears it. `widths` are shares of the line, one a column. `wide`
    asks for a page on its side.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    wide: bool = False
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed statement: the decision sought, plan checks not met."""

    title: str
    content: tuple[Paragraph, ...] = ()
    tone: Tone = Tone.NOTE


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the list of headings stands, under a title of its own that is no heading.

    `brief` lets a format that has pages name those of the first level in one paragraph.
    """

    title: str = "Contents"
    brief: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Chart | Callout | Contents | PageBreak


@dataclass(frozen=True, slots=True)
class Fitted:
    """Blocks that keep to a page: cut to fit it where a format has pages, whole where it has none.

    Gone before a format sees the paper; see `Paper.fitted`.
    """

    cut: tuple[Block, ...]
    whole: tuple[Block, ...]


KINDS: Mapping[str, type] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "bullets": Bullets,
    "table": Table,
    "chart": Chart,
    "callout": Callout,
    "contents": Contents,
    "page_break": PageBreak,
}
"""What templates call each kind of block."""


@dataclass(frozen=True, slots=True)
class SensitivityLabel:
    """The label of a file in Microsoft Purview: its name, its GUID, and that of its tenant."""

    name: str
    id: str
    tenant: str


USUAL_SIZE = 11
"""Of a paper's text, in points."""


@noun(frozen=True)
class Paper:
    """One paper, in one edition.

    `name` is the file's, without its ending. `digest` is the SHA-256 of its content, whatever the
    form of the file. `marking` and `banner` stand on every page, as do the
    words of `stamps` (SAMPLE, DRAFT). `footer` is the line of facts at the foot of each page:
    reference, version, as-of date, digest. `subtitle` stands under the title. `as_of` is the only
    date that files carry as their own. `label` is the force's own sensitivity label, if it has
    one for the marking. `text_size` is that of the text on pages, in points: 11, with what supports
    it smaller, or 12, with nothing smaller. `seal` is the line by which the file is known again,
    among its properties.
    """

    name: str
    title: str
    subtitle: str
    marking: str
    banner: str
    stamps: tuple[str, ...]
    digest: str
    footer: str
    subject: str
    as_of: dt.date
    blocks: tuple[Block | Fitted, ...]
    label: SensitivityLabel | None = None
    text_size: int = USUAL_SIZE
    seal: str = ""

    def fitted(self, *, paged: bool) -> "Paper":
        """The paper as a format with pages has it, or one without."""
        return replace(self, blocks=tuple(_fitted(self.blocks, paged=paged)))

    @property
    def printed(self) -> Sequence[Block]:
        """The blocks, in order, of a paper that is fitted."""
        return [block for block in self.blocks if not isinstance(block, Fitted)]

    @property
    def labelled(self) -> Iterator[tuple[Block, str]]:
        """The same, each with what it can be cited by: `Table 3`, or nothing.

        That is where it has a caption, and is not the only one.
        """
        cited = [block for block in self.printed if _kind(block)]
        numbers = dict.fromkeys(map(_kind, cited), 0)
        for block in self.printed:
            kind = _kind(block) if len(cited) > 1 else ""
            if kind:
                numbers[kind] += 1
            yield block, f"{kind} {numbers[kind]}" if kind else ""

    @property
    def headings(self) -> Iterator[Heading]:
        """The headings, in order."""
        return (block for block in self.blocks if isinstance(block, Heading))

    @property
    def charts(self) -> Iterator[Chart]:
        """The charts, in order."""
        return (block for block in self.blocks if isinstance(block, Chart))


def _kind(block: Block) -> str:
    """What a block with a caption is called."""
    if isinstance(block, Table):
        return "" if block.brief else "Table"
    return "Figure" if isinstance(block, Chart) else ""


def _fitted(blocks: Iterable[Block | Fitted], *, paged: bool) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Fitted):
            yield from block.cut if paged else block.whole
        else:
            yield block


def para(*parts: str | Run, small: bool = False) -> Paragraph:
    """A paragraph of plain and other runs."""
    runs = tuple(part if isinstance(part, Run) else Run(part) for part in parts if part)
    return Paragraph(runs, small)


def strong(text: str) -> Run:
    """A run that stands out."""
    return Run(text, strong=True)


def labelled(label: str, text: str) -> Paragraph:
    """`Threat: likely to ...`, the label standing out."""
    return para(strong(f"{label}: "), text)


def fact_list(pairs: Iterable[tuple[str, str]], lead: str = "") -> Prose:
    """`Title: words` for each pair, as a list; nothing if there are none."""
    items = []
    for title, words in pairs:
        label = f"{lead}, {title[:1].lower()}{title[1:]}" if lead else title
        items.append(para(f"{label}: {' '.join(words.split())}"))
    return (Bullets(tuple(items)),) if items else ()


def labelled_prose(label: str, text: str) -> Prose:
    """An officer's text, its label run in at the start."""
    first, *rest = prose(text)
    if isinstance(first, Bullets):
        return (para(strong(f"{label}:")), first, *rest)
    return (para(strong(f"{label}: "), *first.runs), *rest)


_BULLET = re.compile(r" *- +")


def prose(text: str) -> Prose:
    """An officer's text as paragraphs and lists: blank lines part paragraphs, `- ` starts an item.

    Nothing else is markup. Every character stays but the ends of lines, the spaces beside them and
    the list's own dashes.
    """
    blocks: list[Paragraph | Bullets] = []
    for chunk in re.split(r"\n[ ]*\n", text.strip("\n")):
        lines: list[str] = []
        items: list[str] = []
        for line in chunk.split("\n"):
            dash = _BULLET.match(line)
            if dash:
                items.append(line[dash.end() :])
            elif items:
                items[-1] = f"{items[-1]} {line.strip()}"
            else:
                lines.append(line.strip())
        if lines:
            blocks.append(para(" ".join(lines)))
        if items:
            blocks.append(Bullets(tuple(para(item) for item in items)))
    return tuple(blocks)


def cell(content: str | Prose | None, tone: Tone = Tone.PLAIN, *, empty: str = "Not given") -> Cell:
    """A cell; a word stands where there is nothing to say."""
    if isinstance(content, str):
        content = prose(content)
    return Cell(content or (para(empty),), tone)


def rating(rag: str, words: str = "") -> Cell:
    """A red, amber, green or complete chip, in colour and in words."""
    return cell(words or rag.upper(), TONES.get(rag, Tone.PLAIN))


def table(
    caption: str,
    header: Iterable[str],
    rows: Iterable[Iterable[Cell | str | None]],
    widths: Iterable[int],
    *,
    wide: bool = False,
    brief: bool = False,
) -> Table:
    """A table from cells and plain words."""
    cells = tuple(
        tuple(content if isinstance(content, Cell) else cell(content) for content in row)
        for row in rows
    )
    return Table(caption, tuple(header), cells, tuple(widths), wide, brief)


def clip(text: str, most: int) -> str:
    """At most `most` characters, on one line, cut between words."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.-") + " …"


def anchor(text: str) -> str:
    """The anchor of a heading: its letters and figures, in lower case."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
