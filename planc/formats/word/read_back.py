"""The words of a Word file, by the part of the paper in which they stand.

Reads what planc wrote, and what somebody has changed since. Nothing in the file is followed,
loaded or run.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from planc.errors import PlancError
from planc.formats.word.ooxml import WP, A, R, W
from planc.formats.word.package import MAIN, Package, is_on
from planc.formats.word.words import Line, lines_of
from planc.wording.text import single_spaced

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def texts(stored: Mapping[str, bytes]) -> Mapping[str, list[str]]:
    """The lines of each of `seal.PARTS`; `stored` are the parts of the package by their names."""
    if MAIN not in stored:
        raise PlancError("It is a packed file, but no Word file.")
    package = Package(stored)
    body = package.parsed(MAIN)
    lines, drawn = list(lines_of(MAIN, package)), list(_drawn(package))
    found = {
        "paragraphs": list(_paragraphs(lines)),
        "tables": list(_tables(lines, body)),
        "charts": list(_charts(body, package)),
        "header": list(_furniture(body, package, "header")),
        "footer": list(_furniture(body, package, "footer")),
        "properties": _properties(package),
        "notes": list(_notes(package)),
        "pictures": [kind for kind, _ in drawn],
        "alternative text": [words for _, words in drawn],
    }
    return {part: [line for line in lines if line] for part, lines in found.items()}


def doubts(stored: Mapping[str, bytes]) -> Iterator[str]:
    """Why it cannot be said which words of the file a program shows."""
    package = Package(stored)
    if package.targets("", "officeDocument") != [MAIN]:
        yield "its words are not where planc puts them"
    if not package.is_self_contained:
        yield "it takes parts from outside itself"
    for tag, what in _TAKEN_IN.items():
        if any(f"<w:{tag}" in content for content in package.xml):
            yield what
    if any(name.endswith("vbaProject.bin") for name in stored):
        yield "it has a program in it"


_TAKEN_IN = {
    "altChunk": "another file in it is shown among its words",
    "subDoc": "another file is shown among its words",
    "dataBinding": "words in it are replaced when it is opened",
}


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """What stands outside of tables; a sign for each table and each picture, so that none passes
    another line unseen."""
    last = None
    for line in lines:
        if line.table is None:
            yield line.text
            if next(line.paragraph.iter(*_DRAWN), None) is not None:
                yield "[+]"
        elif line.table is not last:
            yield "[|]"
        last = line.table


def _tables(lines: Sequence[Line], body: Any) -> Iterator[str]:
    """What stands in tables; a sign for each row and each cell, so that nothing passes into another
    unseen, and for a cell that is shown as part of others."""
    joined = next(body.iter(*_MERGED, _OVER), None) is not None
    last_row = last_cell = None
    for _, text, cell, _ in lines:
        if cell is None:
            continue
        row = cell.getparent()
        if row is not last_row:
            yield "[-]"
        if cell is not last_cell:
            yield f"[| {_joined(cell) if joined else ''}]"
        last_row, last_cell = row, cell
        yield text


_MERGED, _OVER = (f"{W}vMerge", f"{W}hMerge"), f"{W}gridSpan"


def _joined(cell: Any) -> str:
    """With which others a cell is shown as one."""
    merged = [one.get(f"{W}val", "on") for one in cell.iter(*_MERGED)]
    over = [one.get(f"{W}val", "1") for one in cell.iter(_OVER)]
    return " ".join([*merged, *(number for number in over if number != "1")])


# What stands beside the words


def _charts(body: Any, package: Package) -> Iterator[str]:
    """Each chart's name, categories and numbers by series, and the words in and around it."""
    names = [package.target(MAIN, chart.get(f"{R}id")) for chart in body.iter(f"{_C}chart")]
    for name in names:
        if name is None or name not in package.stored:
            yield "[no chart]"
            continue
        root = package.parsed(name)
        for series in root.iter(f"{_C}ser"):
            over_time = series.find(f"{_C}xVal") is not None
            for kind in ("tx", "xVal", "yVal") if over_time else ("tx", "cat", "val"):
                values = series.find(f"{_C}{kind}")
                texts = [] if values is None else [v.text or "" for v in values.iter(f"{_C}v")]
                yield f"{kind}: {', '.join(texts)}"
        yield from (f"words: {words.text}" for words in root.iter(f"{A}t") if words.text)
        yield from _scales(root)


def _scales(chart: Any) -> Iterator[str]:
    """What makes figures and bars look like others: words in their form, and ends of axes."""
    for form in chart.iter(f"{_C}formatCode", f"{_C}numFmt"):
        code = form.get("formatCode") or form.text or ""
        if _SAYS_MORE.search(code):
            yield f"form: {code}"
    for end in chart.iter(f"{_C}max", f"{_C}min", f"{_C}logBase"):
        yield f"axis: {str(end.tag).rpartition('}')[2]} {end.get('val')}"
    for turned in chart.iter(f"{_C}orientation"):
        if turned.get("val") == "maxMin":
            yield "axis: turned"


_SAYS_MORE = re.compile(r'"[^"]*\w[^"]*"|\\\w|%|[0#],+(?:;|$)')
"""Words in a form of figures, and what multiplies or divides them."""


def _furniture(body: Any, package: Package, kind: str) -> Iterator[str]:
    """The words of the headers, or of the footers, as they stand on the pages; each page's once."""
    shown = dict.fromkeys(_on_pages(body, package, kind))
    for number, lines in enumerate(shown):
        if number:
            yield "[on other pages]"
        yield from lines or ["[none]"]


def _on_pages(body: Any, package: Package, kind: str) -> Iterator[tuple[str, ...]]:
    """The lines on the first page and on the other pages of each section."""
    parts: dict[str, tuple[str, ...]] = {}
    even = "word/settings.xml" in package.stored and is_on(
        package.parsed("word/settings.xml"), "evenAndOddHeaders"
    )
    for section in body.iter(f"{W}sectPr"):
        for reference in section.iter(f"{W}{kind}Reference"):
            name = package.target(MAIN, reference.get(f"{R}id"))
            lines = _words_of(name, package) if name else ()
            parts[reference.get(f"{W}type") or "default"] = lines
        yield parts.get("default", ())
        if is_on(section, "titlePg"):
            yield parts.get("first", ())
        if even:
            yield parts.get("even", ())


def _words_of(name: str, package: Package) -> tuple[str, ...]:
    if name not in package.stored:
        return ()
    return tuple(line.text for line in lines_of(name, package) if line.text)


def _notes(package: Package) -> Iterator[str]:
    """The words of all other parts: footnotes, comments, and what planc does not write."""
    read = {MAIN, *package.targets(MAIN, "header"), *package.targets(MAIN, "footer")}
    for name in sorted(package.stored):
        elsewhere = name not in read and not name.startswith(("docProps/", "word/charts/"))
        if elsewhere and name.endswith(".xml") and _HAS_WORDS.search(package.stored[name]):
            yield from _words_of(name, package)


_HAS_WORDS = re.compile(rb"<(?:\w+:)?(?:t|delText|sym)\b")


def _drawn(package: Package) -> Iterator[tuple[str, str]]:
    """What is drawn in the paper: a chart, a picture or something else, and the words for it."""
    names = [MAIN, *package.targets(MAIN, "header"), *package.targets(MAIN, "footer")]
    for name in dict.fromkeys(names):
        if name not in package.stored:
            continue
        for node in package.parsed(name).iter(*_DRAWN):
            kind = "chart" if next(node.iter(f"{_C}chart"), None) is not None else "picture"
            words = [
                one.get(attribute) or ""
                for one in node.iter(f"{WP}docPr")
                for attribute in ("title", "descr")
            ]
            yield kind, single_spaced(" ".join(words))


_DRAWN = [f"{W}{tag}" for tag in ("drawing", "pict", "object")]
_PROPERTIES = ("title", "subject", "keywords", "language", "creator", "description", "category")


def _properties(package: Package) -> list[str]:
    if "docProps/core.xml" not in package.stored:
        return []
    root = package.parsed("docProps/core.xml")
    found = {str(e.tag).rpartition("}")[2]: single_spaced(e.text or "") for e in root}
    return [
        found[name] if _SEAL.match(found[name]) else f"{name}: {found[name]}"
        for name in _PROPERTIES
        if found.get(name)
    ]


_SEAL = re.compile("Seal: ")
