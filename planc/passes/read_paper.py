"""A finished file -> its words, by the part of the paper in which they stand.

Reads what planc wrote, and what somebody has changed since. Nothing in the file is followed,
loaded or run.
"""

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from planc.errors import PlancError
from planc.model.read_back import ReadBack
from planc.model.seal import PARTS, find_seal

_MOST_BYTES = 200_000_000
"""How large all that a file holds may be, unpacked."""


def read_paper(raw: bytes) -> ReadBack:
    """The words of a Word, HTML or Markdown file. Raises PlancError if it is none of them."""
    if raw.startswith(b"PK"):
        return _word(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise PlancError("It is no Word, HTML or Markdown file that planc can read.") from None
    if text.lstrip()[:15].lower().startswith("<!doctype html"):
        return _html(raw, text)
    return _markdown(raw, text)


def _sealed(form: str, texts: dict[str, list[str]], stored: Mapping[str, bytes]) -> ReadBack:
    """The seal is taken out of the words."""
    found = [seal for lines in texts.values() for line in lines if (seal := find_seal(line))]
    seal = found[-1] if found else None
    for part, lines in texts.items():
        texts[part] = [line for line in lines if line != str(seal)]
    held = {part: tuple(texts.get(part, ())) for part in PARTS}
    return ReadBack(form, held, stored, seal)


def _line(text: str) -> str:
    return " ".join(text.split())


# Word

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _word(raw: bytes) -> ReadBack:
    stored = dict(_stored(raw, "", _MOST_BYTES))
    if "word/document.xml" not in stored:
        raise PlancError("It is a packed file, but no Word file.")
    body = _parsed(stored["word/document.xml"])
    drawn = [name for name in sorted(stored) if "charts/chart" in name]
    texts = {
        "paragraphs": [_text(p) for p in body.iter(f"{_W}p") if not _in_table(p)],
        "tables": [_text(p) for p in body.iter(f"{_W}p") if _in_table(p)],
        "charts": [line for name in drawn for line in _chart(stored[name])],
        "header": _furniture(stored, "word/header"),
        "footer": _furniture(stored, "word/footer"),
        "properties": _properties(stored),
    }
    kept = {part: [line for line in lines if line] for part, lines in texts.items()}
    return _sealed("docx", kept, stored)


def _stored(raw: bytes, lead: str, most: int) -> Iterator[tuple[str, bytes]]:
    """Every part of a package, and of the packages in it. Raises PlancError."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as package:
            if sum(part.file_size for part in package.infolist()) > most:
                raise PlancError("It is too large, unpacked, to be a paper.")
            names = package.namelist()
            if len(names) > len(set(names)):
                raise PlancError("It is a packed file in which a part stands twice.")
            for part in package.infolist():
                content = package.read(part)
                yield lead + part.filename, content
                if content.startswith(b"PK"):
                    yield from _stored(content, f"{lead}{part.filename}/", most // 2)
    except _DAMAGED as error:
        raise PlancError(f"It is a packed file that cannot be opened: {error}.") from None


_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError),
    *(NotImplementedError, RuntimeError, OSError),
)


def _parsed(content: bytes) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise PlancError(f"A part of it cannot be read: {error}.") from None


def _in_table(paragraph: Any) -> bool:
    return next(paragraph.iterancestors(f"{_W}tbl"), None) is not None


def _text(paragraph: Any) -> str:
    """What stands in a paragraph; not what its fields say today, such as a page number."""
    said, depth = [], 0
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}fldChar"):
        if element.tag == f"{_W}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{_W}fldCharType"), 0)
        elif next(element.iterancestors(f"{_W}fldSimple"), None) is None and not (
            depth and next(element.iterancestors(f"{_W}hyperlink"), None) is None
        ):
            said.append(element.text or " ")
    return _line("".join(said))


def _chart(content: bytes) -> list[str]:
    """The name, the categories and the numbers of each series."""
    lines = []
    for series in _parsed(content).iter(f"{_C}ser"):
        for kind in ("tx", "cat", "val"):
            held = series.find(f"{_C}{kind}")
            values = [] if held is None else [value.text or "" for value in held.iter(f"{_C}v")]
            lines.append(f"{kind}: {', '.join(values)}")
    return lines


def _furniture(stored: Mapping[str, bytes], lead: str) -> list[str]:
    """The words of all headers or of all footers, each once."""
    names = [name for name in sorted(stored) if name.startswith(lead) and name.endswith(".xml")]
    lines = [_text(p) for name in names for p in _parsed(stored[name]).iter(f"{_W}p")]
    return list(dict.fromkeys(line for line in lines if line))


_PROPERTIES = ("title", "subject", "keywords", "language", "creator", "description", "category")


def _properties(stored: Mapping[str, bytes]) -> list[str]:
    if "docProps/core.xml" not in stored:
        return []
    root = _parsed(stored["docProps/core.xml"])
    held = {str(e.tag).rpartition("}")[2]: _line(e.text or "") for e in root}
    return [f"{name}: {held[name]}" for name in _PROPERTIES if held.get(name)]


# HTML and Markdown


class _Reader(HTMLParser):
    """Sorts the words of a page by the part in which they stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {part: [] for part in PARTS}
        self._inside: list[str] = []
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            held = dict(attrs)
            if held.get("name"):
                self.texts["properties"].append(f"{held['name']}: {held.get('content') or ''}")
        elif tag == "br":
            self._said.append(" ")
        elif tag not in _VOID:
            if tag in _BLOCKS:
                self._end_line()
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            if tag in _BLOCKS:
                self._end_line()
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside:
            self._said.append(data)

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        line, self._said = _line("".join(self._said)), []
        if not line:
            return
        for tag, part in _PARTS_OF_A_PAGE:
            if tag in self._inside:
                self.texts[part].append(line)
                return
        self.texts["paragraphs"].append(line)


_VOID = ("meta", "link", "img", "hr", "input", "col", "wbr")
_LINES = ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "caption", "title", "figcaption", "text")
_GROUPS = ("header", "footer", "div", "section", "nav", "main", "aside", "figure", "body", "head")
_BLOCKS = frozenset((*_LINES, *_GROUPS))
_PARTS_OF_A_PAGE = (
    ("title", "properties"),
    ("svg", "charts"),
    ("table", "tables"),
    ("header", "header"),
    ("footer", "footer"),
)


def _html(raw: bytes, text: str) -> ReadBack:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return _sealed("html", reader.texts, {"the file": raw})


_MARKED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _markdown(raw: bytes, text: str) -> ReadBack:
    lines = [_line(_MARKED.sub(r"\1", line)) for line in text.split("\n") if line.strip()]
    texts = {
        "paragraphs": [line for line in lines if not line.startswith("|")],
        "tables": [line for line in lines if line.startswith("|")],
    }
    return _sealed("md", texts, {"the file": raw})
