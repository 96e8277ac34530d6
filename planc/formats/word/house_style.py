"""A force's own Word file -> the base that papers are written on.

Taken: styles, lists, colours, fonts, page, header, footer, and a plain first page as a cover. They
are not filtered but built again from what a paper may have (`grammar`, `furniture`); all else stays
behind, and what an officer would miss is named. The marking is never taken: it is planc's own.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from typing import Any

from lxml import etree

from planc.formats.word import theme
from planc.formats.word.base_parts import add_first, declare, packed, parts, relate
from planc.formats.word.headers_footers import Furniture, placed
from planc.formats.word.height import height
from planc.formats.word.legibility import Legibility
from planc.formats.word.lists import merged_lists
from planc.formats.word.marking_lookalikes import contradiction, in_every_direction, text_of
from planc.formats.word.ooxml import A, R, W, local, parsed, value, written
from planc.formats.word.open_package import NotWordError, Package, open_package
from planc.formats.word.page import Page
from planc.formats.word.style_inheritance import Cascade
from planc.formats.word.styles import HouseStyles
from planc.model.house_style import HouseStyle, Remark
from planc.resources import folder
from planc.wording.words import count

_MOST_ON_A_COVER = 30
_TALLEST_IN_A_HEADER = 1304  # 2.3 cm
_HEADER = "Insert > Header > Edit Header"
_MACROS = ("vbaProject", "activeX", "vbaData")
_LEFT_BEHIND = (
    ("customXml/", Remark("custom data (customXml)")),
    ("docProps/custom.xml", Remark("custom properties, such as a sensitivity label's")),
    ("docMetadata/", Remark("the sensitivity label")),
    ("comments", Remark("comments")),
    ("embeddings/", Remark("embedded files")),
    ("word/fonts/", Remark("embedded fonts")),
    ("glossary/", Remark("building blocks (AutoText)")),
)
"""What no paper is ever given, by what stands in a part's name."""
_HIDDEN_FORMS = {
    "vanish": Remark("hidden text in a style", "Home > Styles > Modify > Format > Font > Hidden"),
    "framePr": Remark("frames in styles: their text stands in line"),
    "numPicBullet": Remark("pictures as bullets"),
    "position": Remark("raised or lowered text in styles"),
    "strike": Remark("struck-out text in styles"),
    "dstrike": Remark("struck-out text in styles"),
    "highlight": Remark("highlighting in styles"),
}


@cache
def ours() -> HouseStyle:
    """planc's own style."""
    base = (folder("templates") / "reference.docx").read_bytes()
    return HouseStyle(base)


@lru_cache(maxsize=4)
def read(raw: bytes) -> HouseStyle:
    """The house style in a Word file."""
    try:
        package = open_package(raw)
        return _House(package).result()
    except NotWordError as error:
        words = str(error).removesuffix(".")
        return HouseStyle(b"", refused=(Remark(words),))


class _House:
    """One house file, taken part by part into a copy of planc's own base."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._base = parts(ours().base)
        self._taken: list[str] = []
        self._changed: list[Remark] = []
        self._refused: list[Remark] = []
        self._dropped = list(dict.fromkeys(_left_behind(package)))
        self._furniture: dict[str, list[Any]] = {}
        self._body = package.root(package.document).find(f"{W}body")
        if self._body is None:
            raise NotWordError("The file has no text at all. Save the template again from Word.")

    def result(self) -> HouseStyle:
        """The style, or why there is none."""
        if any(kind in name for name in self._package.parts for kind in _MACROS):
            self._refused.append(
                Remark("It has macros", "File > Save As > Word Document (.docx), which has none")
            )
        colours = self._take_theme()
        styles = self._take_styles(colours)
        self._take_page(styles)
        refused = tuple(dict.fromkeys(self._refused))
        dropped, changed = tuple(dict.fromkeys(self._dropped)), tuple(dict.fromkeys(self._changed))
        if refused:
            return HouseStyle(b"", dropped=dropped, changed=changed, refused=refused)
        return HouseStyle(packed(self._base), tuple(self._taken), dropped, changed)

    def _own(self, name: str) -> Any:
        return parsed(self._base[name])

    def _take_theme(self) -> dict[str, str]:
        own, name = self._own("word/theme/theme1.xml"), self._package.related("theme")
        if name is not None:
            theme.take(own, self._package.root(name))
            self._base["word/theme/theme1.xml"] = written(own)
            self._taken.append("colours and fonts of its theme")
        return theme.colours(own)

    def _take_styles(self, colours: Mapping[str, str]) -> HouseStyles:
        own, name = self._own("word/styles.xml"), self._package.related("styles")
        theirs = etree.Element(f"{W}styles") if name is None else self._package.root(name)
        forms = _forms_in(theirs)
        if any(e.get(f"{W}lineRule") == "exact" for e in theirs.iter(f"{W}spacing")):
            self._changed.append(
                Remark(
                    "Line spacing of Exactly is made At least, since it can cut letters off",
                    "Home > Styles > Modify > Format > Paragraph > Line spacing",
                )
            )
        self._original = Cascade(theirs)
        styles = HouseStyles(theirs, own)
        self._legibility = Legibility(styles, colours)
        lists = self._package.related("numbering")
        numbering = None if lists is None else self._package.root(lists)
        if numbering is not None:
            forms |= {local(e) for e in numbering.iter(f"{W}numPicBullet")}
        merged, known = merged_lists(self._own("word/numbering.xml"), numbering, styles.renamed)
        self._legibility.mend(known)
        self._dropped += [_HIDDEN_FORMS[form] for form in _HIDDEN_FORMS if form in forms]
        self._changed += self._legibility.changed
        self._base["word/styles.xml"] = written(styles.root)
        self._base["word/numbering.xml"] = written(merged)
        self._taken.append(count(styles.taken, "style"))
        if styles.added:
            self._changed.append(
                Remark(
                    f"It has not got {count(len(styles.added), 'style')} that papers use; planc's"
                    f" own are used: {', '.join(styles.added)}",
                    "Home > Styles > New Style, under that name",
                )
            )
        return styles

    def _take_page(self, styles: HouseStyles) -> None:
        own = self._own("word/document.xml")
        section = own.find(f"{W}body/{W}sectPr")
        sections = list(self._body.iter(f"{W}sectPr"))
        page = Page(sections[-1] if sections else None, section)
        page.write(section)
        self._taken.append("page size and margins")
        self._changed += page.changed
        self._refused += page.refused
        furniture = Furniture(self._package, self._original, styles, self._legibility)
        self._take_furniture(furniture, styles, page, sections, section)
        cover = self._cover(furniture, page)
        own.find(f"{W}body")[:0] = cover
        self._put("word/document.xml", own, cover, furniture)
        self._dropped += furniture.dropped
        self._changed += furniture.changed

    # Headers and footers

    def _take_furniture(
        self, furniture: Furniture, styles: HouseStyles, page: Page, sections: list[Any], own: Any
    ) -> None:
        """Their header goes under our marking, and their footer over it."""
        named = self._furniture_names(sections)
        heights: dict[str, int] = {}
        for kind in ("default", "first"):
            for side in ("header", "footer"):
                blocks = self._side(furniture, side, named.get((side, kind)), page)
                if kind == "first":
                    heights[side] = max(heights[side], self._height(side, blocks, styles, page))
                else:
                    heights[side] = self._height(side, blocks, styles, page)
                if blocks:
                    which = "first page's " if kind == "first" else ""
                    self._taken.append(f"{which}{side}")
                self._dress(f"{side}{1 if kind == 'default' else 2}", side, blocks, furniture)
            if not any(key in named for key in (("header", "first"), ("footer", "first"))):
                break
            if kind == "default":
                continue
            add_first(own, self._base)
        settings = self._package.related("settings")
        apart = settings and self._package.root(settings).find(f"{W}evenAndOddHeaders") is not None
        if apart and any(kind == "even" for _, kind in named):
            self._changed.append(
                Remark(
                    "The header of even pages is not taken: papers have one on all pages",
                    f"{_HEADER} > Different Odd & Even Pages",
                )
            )
        if not page.refused and not page.leaves_room(heights["header"], heights["footer"]):
            high = f"{heights['header'] / 567:.0f} cm and {heights['footer'] / 567:.0f} cm"
            self._refused.append(
                Remark(f"Header and footer, {high} high, leave too little room for text", _HEADER)
            )

    def _furniture_names(self, sections: list[Any]) -> dict[tuple[str, str], str]:
        """The parts that are shown: a section that has none goes on with the one before."""
        targets = self._package.targets(self._package.document)
        names: dict[tuple[str, str], str] = {}
        first = None
        for section in sections:
            for side in ("header", "footer"):
                for reference in section.findall(f"{W}{side}Reference"):
                    _, name = targets.get(reference.get(f"{R}id") or "", ("", ""))
                    if name:
                        names[side, reference.get(f"{W}type") or "default"] = name
            if first is None and section.find(f"{W}titlePg") is not None:
                first = {key: name for key, name in names.items() if key[1] == "first"}
        names = {key: name for key, name in names.items() if key[1] != "first"}
        return {**names, **(first or {})}

    def _side(self, furniture: Furniture, side: str, name: str | None, page: Page) -> list[Any]:
        """The blocks of a header or a footer; none if it shows nothing."""
        if name is None:
            return []
        blocks = [e for e in self._package.root(name) if not _is_own(e)]
        blocks = furniture.copy(blocks, name, page.line, _TALLEST_IN_A_HEADER)
        self._refuse_marking(blocks, f"The {side}")
        self._furniture[side] = [*self._furniture.get(side, []), *blocks]
        return blocks if any(_shows(block) for block in blocks) else []

    def _height(self, side: str, blocks: list[Any], styles: HouseStyles, page: Page) -> int:
        own = self._own(f"word/{side}1.xml")[-2 if side == "footer" else 0 :][:2]
        return height([*own, *blocks], styles.cascade, page.line)

    def _dress(self, part: str, side: str, blocks: list[Any], furniture: Furniture) -> None:
        own = parsed(parts(ours().base)[f"word/{side}1.xml"])
        if side == "header":
            own.extend(blocks)
        else:
            own[:0] = blocks
        self._put(f"word/{part}.xml", own, blocks, furniture)

    def _put(self, name: str, root: Any, blocks: list[Any], furniture: Furniture) -> None:
        """Writes a part, with the pictures that its new blocks show."""
        shown = dict.fromkeys(b.get(f"{R}embed") for e in blocks for b in e.iter(f"{A}blip"))
        ids = {target: f"rIdHouse{number}" for number, target in enumerate(shown, 1)}
        placed(blocks, ids)
        for target in shown:
            self._base[f"word/{target}"] = furniture.pictures[target]
            declare(self._base, target)
        if ids:
            relate(self._base, name, [(key, "image", target) for target, key in ids.items()])
        self._base[name] = written(root)

    def _refuse_marking(self, blocks: list[Any], where: str) -> None:
        words = contradiction(in_every_direction(blocks))
        if words:
            self._refused.append(
                Remark(
                    f'{where} has "{words}" in it: the marking is planc\'s to print, and no other'
                    " words about one may stand beside it",
                    f"{_HEADER}, and take them out",
                )
            )

    def _refuse_shown(self, cover: list[Any]) -> None:
        """A header may show the title of the cover among words of its own."""
        named = [e for block in cover for e in block.iter(f"{W}pStyle", f"{W}rStyle")]
        shown = {
            text_of(e.getparent().getparent()) or "".join(e.getparent().getparent().itertext())
            for e in named
            if (e.get(f"{W}val") or "").startswith("Title")
        }
        for side, blocks in self._furniture.items():
            for words in sorted(shown):
                filled = deepcopy(blocks)
                for block in filled:
                    for field in block.iter(f"{W}fldSimple"):
                        if "Title" in field.get(f"{W}instr"):
                            next(field.iter(f"{W}t")).text = words
                self._refuse_marking(filled, f"The {side}")

    # The cover

    def _cover(self, furniture: Furniture, page: Page) -> list[Any]:
        """The first page, if it is no more than a plain cover."""
        blocks = [e for e in self._body if local(e) != "sectPr"]
        first, rest = _first_page(blocks)
        if not any(_shows(block) for block in blocks):
            return []
        changed, dropped, lost = list(furniture.changed), list(furniture.dropped), furniture.lost
        cover = furniture.copy(first, self._package.document, page.line, page.height // 2)
        headed = any(_is_heading(e, self._original) for e in first)
        plain = furniture.lost == lost and not headed
        if (
            plain
            and any(map(_shows, cover))
            and len(list(filter(_shows, cover))) <= _MOST_ON_A_COVER
        ):
            self._taken.append("first page as a cover")
            self._refuse_marking(cover, "The first page")
            self._refuse_shown(cover)
        else:
            furniture.changed[:] = changed
            if furniture.lost == lost or headed:
                furniture.dropped[:] = dropped
            cover, rest = [], blocks
        if any(map(_shows, rest)):
            headings = sum(_is_heading(e, self._original) for e in rest)
            paragraphs = sum(1 for e in rest for p in e.iter(f"{W}p") if _shows(p))
            self._dropped.append(
                Remark(
                    f"the text of the file ({count(paragraphs, 'paragraph')}, of them"
                    f" {count(headings, 'heading')}): papers take a plain first page only",
                    "delete the text; a cover ends with Layout > Breaks > Page",
                )
            )
        return cover


def _left_behind(package: Package) -> Iterator[Remark]:
    for name in package.parts:
        for part, remark in _LEFT_BEHIND:
            if part in name:
                yield remark
    if package.links_outside():
        yield Remark("links to places outside the file")


def _forms_in(styles: Any) -> set[str]:
    """What styles have that no paper may; those of planc's own set it to nought."""
    forms = styles.iter(*(f"{W}{form}" for form in _HIDDEN_FORMS))
    return {local(e) for e in forms if e.get(f"{W}val") not in ("0", "false", "off", "none")}


def _is_own(element: Any) -> bool:
    """Whether a line is as planc writes it into a file that it ejects."""
    style, words = value(element, "pPr/pStyle"), " ".join(_words(element).split())
    return (style in ("Marking", "Banner") and not words) or (
        style == "FooterText" and words in ("", "Page 1 of 1", "Page of")
    )


def _words(element: Any) -> str:
    return text_of(element) if local(element) != "p" else text_of(_in_box(element))


def _in_box(paragraph: Any) -> Any:
    """A paragraph where its words can be asked for."""
    box = etree.Element(f"{W}body")
    box.append(etree.fromstring(etree.tostring(paragraph)))
    return box


def _shows(element: Any) -> bool:
    """Whether a reader sees anything of a block."""
    shown = (f"{W}t", f"{W}drawing", f"{W}instrText", f"{W}fldSimple", f"{W}pict", f"{W}sym")
    return any(local(e) != "t" or (e.text or "").strip() for e in element.iter(*shown))


def _is_heading(element: Any, cascade: Cascade) -> bool:
    style = value(element, "pPr/pStyle")
    if style is None or not cascade.known(style):
        return False
    names = [(value(base, "name") or "").lower() for base in cascade.chain(style)]
    return any(name.startswith("heading ") for name in names)


def _first_page(blocks: list[Any]) -> tuple[list[Any], list[Any]]:
    """The blocks up to the first break of a page or a section, and those after it."""
    for number, block in enumerate(blocks):
        breaks = [e for e in block.iter(f"{W}br") if e.get(f"{W}type") == "page"]
        if breaks or next(block.iter(f"{W}sectPr"), None) is not None:
            return blocks[: number + 1], blocks[number + 1 :]
        if number and block.find(f"{W}pPr/{W}pageBreakBefore") is not None:
            return blocks[:number], blocks[number:]
    return blocks, []
