"""The words of an HTML paper, by the part of it in which they stand, and all that is no word."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from planc.model.seal import PARTS
from planc.wording.text import single_spaced


def texts(page: str) -> Mapping[str, list[str]]:
    """The lines of each of `seal.PARTS`; of a page that somebody has changed, as far as it goes."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.texts


class _Reader(HTMLParser):
    """Sorts a page by what is words and in which part they stand, what is drawn and what is not.

    Nothing is passed over but white space: what is no word is markup, line by line as it is
    written, for it may hide, show or replace any word.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {part: [] for part in PARTS}
        self._inside: list[str] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._words.append(" ")
        elif tag not in _VOID:
            if tag in _BLOCKS:
                self._end_line()
            self._inside.append(tag)
        self._keep_tag(tag, dict(attrs))

    def _keep_tag(self, tag: str, attributes: dict[str, str | None]) -> None:
        written = single_spaced(self.get_starttag_text() or tag)
        if tag == "meta" and attributes.get("name"):
            content = attributes.get("content") or ""
            line = content if attributes["name"] == "seal" else f"{attributes['name']}: {content}"
            if not _FINGERPRINT.fullmatch(line):
                self.texts["properties"].append(line)
            others = {"name", "content"} ^ attributes.keys()
            written = f"<meta {' '.join(sorted(others))}>" if others else ""
        elif tag in _PICTURES:
            self.texts["pictures"].append(written)
        elif "svg" in self._inside:
            self.texts["charts"].append(written)
            return
        self._keep_markup(written)

    def _keep_markup(self, written: str) -> None:
        if written:
            self.texts["markup"].append(written)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            if tag in _BLOCKS:
                self._end_line()
            while self._inside.pop() != tag:
                pass
        if "svg" not in self._inside:
            self._keep_markup(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & set(self._inside):
            self._keep_markup(single_spaced(data))
        else:
            self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self._keep_markup(f"<!--{single_spaced(data)}-->")

    def handle_decl(self, decl: str) -> None:
        self._keep_markup(f"<!{single_spaced(decl)}>")

    def handle_pi(self, data: str) -> None:
        self._keep_markup(f"<?{single_spaced(data)}>")

    def unknown_decl(self, data: str) -> None:
        self._keep_markup(f"<![{single_spaced(data)}]>")

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        line, self._words = single_spaced("".join(self._words)), []
        if not line:
            return
        if "svg" not in self._inside:
            self._keep_markup("[…]")  # words stand here, so that none goes elsewhere unseen
        for tag, part in _PARTS_OF_A_PAGE:
            if tag in self._inside:
                self.texts[part].append(line)
                return
        self.texts["paragraphs"].append(line)


_FINGERPRINT = re.compile("identifier: [0-9a-f]{64}")
_VOID = ("meta", "link", "img", "hr", "input", "col", "wbr", "source", "embed", "area", "base")
_PICTURES = (
    "img",
    "svg",
    "picture",
    "source",
    "object",
    "embed",
    "canvas",
    "video",
    "input",
    "area",
)
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
