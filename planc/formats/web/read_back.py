"""The words of an HTML paper, by the part of it in which they stand."""

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
    """Sorts the words of a page by the part in which they stand."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {part: [] for part in PARTS}
        self._inside: list[str] = []
        self._said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            attributes = dict(attrs)
            if attributes.get("name"):
                self.texts["properties"].append(
                    f"{attributes['name']}: {attributes.get('content') or ''}"
                )
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
        line, self._said = single_spaced("".join(self._said)), []
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
