"""A force's own Word file -> the base that papers are written on.

Taken over: styles, numbering, theme, fonts, page size, the default header and footer, and the body
as a cover. Everything else in the file is refused by name, so that nothing comes along unseen. The
marking is never taken from it: planc writes its own into the header and the footer.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from planc.resources import folder

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_TAKEN = re.compile(
    r"word/(_rels/)?(document|header\d*|footer\d*)\.xml(\.rels)?"
    r"|word/(styles|numbering|fontTable|theme/theme1)\.xml|word/media/[\w.-]+\.(png|jpe?g)"
)
_LEFT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|docProps/thumbnail\.\w+"
    r"|word/(settings|webSettings|footnotes|endnotes|stylesWithEffects)\.xml"
)
"""What Word puts into every file, and no paper takes from one."""
_MOST_BYTES, _MOST_PARTS = 20_000_000, 200

_TEXT = ("hdr", "ftr", "body", "p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "drawing")
_FIELD = ("fldSimple", "fldChar", "instrText", "sdt", "sdtContent")
_ELEMENTS = frozenset((*_TEXT, *_FIELD, "tbl", "gridCol", "tr", "tc"))
"""What headers, footers and covers are made of, beside the properties of these."""
_PICTURES = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://schemas.openxmlformats.org/drawingml/2006/picture",
)
_DROPPED = ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "rsid")
_PROPERTIES = ("sdtPr", "sdtEndPr", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "tblGrid")
_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF")


class House(NamedTuple):
    """A house style.

    `base` is the file that papers start from, empty if something is refused. `added` are the names
    of the styles that the force's file lacks, `pale` those whose text is hard to read on white, and
    `refused` is what cannot be taken, in words.
    """

    base: bytes
    added: tuple[str, ...] = ()
    pale: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@cache
def ours() -> House:
    """planc's own style."""
    return House((folder("templates") / "reference.docx").read_bytes())


def read(raw: bytes) -> House:
    """The house style in a Word file."""
    try:
        parts = _unpacked(raw)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as error:
        return House(b"", refused=(f"the file itself: {error}",))
    refused = tuple(dict.fromkeys(_refusals(parts)))
    if refused:
        return House(b"", refused=refused)
    base = _unpacked(ours().base)
    added = _dress(base, parts)
    return House(_packed(base), added, tuple(_pale(_parsed(base["word/styles.xml"]))))


def _unpacked(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        held = package.infolist()
        if len(held) > _MOST_PARTS or sum(part.file_size for part in held) > _MOST_BYTES:
            raise ValueError("it is too large for a house style")
        parts = {part.filename: package.read(part) for part in held if not part.is_dir()}
    if "word/document.xml" not in parts or "word/styles.xml" not in parts:
        raise ValueError("it is not a Word document (.docx)")
    return parts


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return made.getvalue()


# What is refused


def _refusals(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in sorted(parts.items()):
        if _LEFT.fullmatch(name):
            continue
        if not _TAKEN.fullmatch(name):
            yield f"{name}: {_what(name)}"
        elif name.endswith((".xml", ".rels")):
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                yield f"{name}: it declares a document type"
                continue
            try:
                root = _parsed(content)
            except etree.XMLSyntaxError:
                yield f"{name}: it is not well-formed"
                continue
            yield from (f"{name}: {words}" for words in _wrong_in(name, root))


def _what(name: str) -> str:
    kinds = (
        ("vbaProject", "macros"),
        ("embeddings/", "an embedded file"),
        ("customXml/", "custom data; Word's Inspect Document takes it out"),
        ("comments", "comments"),
        ("fonts/", "an embedded font"),
        ("media/", "a picture that is neither PNG nor JPEG"),
        ("custom.xml", "custom properties"),
    )
    return next((words for part, words in kinds if part in name), "not part of a house style")


def _wrong_in(name: str, root: Any) -> Iterator[str]:
    if name.endswith(".rels"):
        for relation in root.iter(f"{_REL}Relationship"):
            if relation.get("TargetMode") == "External":
                yield f"a link to something outside the file ({_kind(relation)})"
        return
    for element in root.iter(f"{_W}vanish", f"{_W}specVanish", f"{_W}webHidden"):
        if element.get(f"{_W}val") not in ("0", "false"):
            yield "hidden text"
    if name.startswith(("word/document", "word/header", "word/footer")):
        yield from _foreign(root)
    elif next(root.iter(f"{_W}numPicBullet"), None) is not None:
        yield "pictures as bullets"


def _foreign(element: Any) -> Iterator[str]:
    """What headers, footers and covers are not made of."""
    for held in element.iterchildren(etree.Element):
        space, _, local = held.tag[1:].partition("}")
        if local in _PROPERTIES:
            yield from (f"{_names(e)} is not taken over" for e in held.iter(*_MARKS_OF_CHANGE))
            if local == "pPr" and held.find(f"{_W}sectPr") is not None:
                yield "a section break"
        elif space in _PICTURES:
            yield from _in_picture(held, local)
            yield from _foreign(held)
        elif f"{{{space}}}" != _W or local not in (*_ELEMENTS, *_DROPPED):
            yield f"{_names(held)} is not taken over"
        else:
            words = (held.get(f"{_W}instr") or held.text or "").split()
            if local in ("fldSimple", "instrText") and words and words[0].upper() not in _FIELDS:
                yield f"the field {words[0].upper()[:20]}"
            yield from _foreign(held)


def _in_picture(held: Any, local: str) -> Iterator[str]:
    if local.startswith("hlink"):
        yield "a link on a picture"
    elif local == "anchor":
        yield "a picture that floats, and could hide a marking (set it in line with the text)"
    elif local == "docPr" and not held.get("descr"):
        yield "a picture without alternative text"


_CHANGES = ("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")
_MARKS_OF_CHANGE = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", *_CHANGES))


def _names(element: Any) -> str:
    local = etree.QName(element).localname
    known = {
        "ins": "a tracked change",
        "del": "a tracked change",
        "hyperlink": "a link",
        "pict": "an old drawing (insert the picture again)",
        "object": "an embedded object",
        "AlternateContent": "a shape or a text box (use a picture)",
        "altChunk": "an imported file",
    }
    return known.get(local, f"<{local}>")


def _kind(relation: Any) -> str:
    return str(relation.get("Type", "")).rpartition("/")[2]


# What is taken over


def _dress(base: dict[str, bytes], house: Mapping[str, bytes]) -> tuple[str, ...]:
    """Puts the house's form into our parts. Returns the names of the styles that it lacks."""
    renamed, added = _styles(base, house)
    for name in ("word/theme/theme1.xml", "word/fontTable.xml"):
        if name in house:
            base[name] = house[name]
    document = _parsed(house["word/document.xml"])
    body = document.find(f"{_W}body")
    page = body.find(f"{_W}sectPr")
    relations = _relations(house, "word/document.xml")
    for kind, side in (("header", "headerReference"), ("footer", "footerReference")):
        used = None if page is None else page.findall(f"{_W}{side}")
        default = [ref for ref in used or () if ref.get(f"{_W}type") == "default"]
        if default:
            part = f"word/{relations[default[0].get(f'{_R}id')]}"
            _furnish(base, house, part, kind, renamed)
    _lay_page(base, page)
    cover = [e for e in body if e.tag != f"{_W}sectPr"]
    if any(next(e.iter(f"{_W}t", f"{_W}drawing"), None) is not None for e in cover):
        _cover(base, house, cover, renamed)
    return added


def _styles(
    base: dict[str, bytes], house: Mapping[str, bytes]
) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Merges ours into the house's. A style is known by its name; ids become those of ours."""
    theirs, own = _parsed(house["word/styles.xml"]), _parsed(base["word/styles.xml"])
    for element in (*theirs.findall(f"{_W}latentStyles"), *theirs.findall(f"{_W}style")):
        if element.tag == f"{_W}latentStyles" or _name_of(element)[1] in _ALWAYS_OURS:
            theirs.remove(element)
    for language in theirs.iter(f"{_W}lang"):
        language.set(f"{_W}val", "en-GB")
    _clean(theirs)
    ids = {_name_of(style): style.get(f"{_W}styleId") for style in own.iter(f"{_W}style")}
    renamed = {
        style.get(f"{_W}styleId"): ids[_name_of(style)]
        for style in theirs.iter(f"{_W}style")
        if _name_of(style) in ids
    }
    _rename(theirs, renamed)
    known = {style.get(f"{_W}styleId") for style in theirs.iter(f"{_W}style")}
    added = []
    for style in own.iter(f"{_W}style"):
        if style.get(f"{_W}styleId") not in known:
            new = deepcopy(style)
            for number in new.iter(f"{_W}numId"):
                number.set(f"{_W}val", str(_OWN_LIST))
            theirs.append(new)
            if style.get(f"{_W}type") == "paragraph" and _name_of(style)[1] not in _ALWAYS_OURS:
                added.append(_shown(style))
    base["word/styles.xml"] = _written(theirs)
    _numbering(base, house, renamed)
    return renamed, tuple(added)


_OWN_LIST = 9001
_ALWAYS_OURS = ("marking", "banner", "toc heading")
"""The styles that no force can change: a marking must be seen, and a title of contents is none of
the contents."""


def _pale(styles: Any) -> Iterator[str]:
    """The styles of text with less than 4.5:1 of contrast on white (WCAG 2.2, 1.4.3)."""
    for style in styles.iter(f"{_W}style"):
        colour = style.find(f"{_W}rPr/{_W}color")
        value = "" if colour is None else colour.get(f"{_W}val", "")
        used = style.get(f"{_W}styleId") in _USED
        if used and re.fullmatch("[0-9A-Fa-f]{6}", value) and _contrast(value) < 4.5:
            yield f"{_shown(style)} (#{value}, {_contrast(value):.1f}:1)"


_USED = (
    *("Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Normal", "Small", "Caption"),
    *("ListBullet", "TableText", "TableHead", "TableSmall", "TableBullet", "TOC1", "TOC2"),
)


def _contrast(colour: str) -> float:
    """The contrast of a colour, six hexadecimal digits, on white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    light = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


def _numbering(
    base: dict[str, bytes], house: Mapping[str, bytes], renamed: Mapping[str, str]
) -> None:
    """Their lists, and ours under a number that nobody else has."""
    own = _parsed(base["word/numbering.xml"])
    for element in own.iter(f"{_W}abstractNum", f"{_W}abstractNumId", f"{_W}num"):
        for name in ("abstractNumId", "val", "numId"):
            if element.get(f"{_W}{name}") is not None:
                element.set(f"{_W}{name}", str(_OWN_LIST))
    if "word/numbering.xml" not in house:
        base["word/numbering.xml"] = _written(own)
        return
    theirs = _parsed(house["word/numbering.xml"])
    _clean(theirs)
    _rename(theirs, renamed)
    lists = theirs.findall(f"{_W}num")
    place = theirs.index(lists[0]) if lists else len(theirs)
    theirs.insert(place, own.find(f"{_W}abstractNum"))
    last = max((theirs.index(e) for e in theirs.findall(f"{_W}num")), default=len(theirs) - 1)
    theirs.insert(last + 1, own.find(f"{_W}num"))
    base["word/numbering.xml"] = _written(theirs)


def _furnish(
    base: dict[str, bytes],
    house: Mapping[str, bytes],
    part: str,
    kind: str,
    renamed: Mapping[str, str],
) -> None:
    """Puts their header under our marking, or their footer over it."""
    target = f"word/{kind}1.xml"
    own, theirs = _parsed(base[target]), _parsed(house[part])
    _clean(theirs)
    _rename(theirs, renamed)
    if (
        next(theirs.iter(f"{_W}t", f"{_W}drawing", f"{_W}instrText", f"{_W}fldSimple"), None)
        is None
    ):
        return
    held = [e for e in theirs if _style_of(e) not in _OWN_FURNITURE]  # of a file that we ejected
    if kind == "header":
        own.extend(held)
    else:
        own[:0] = held
    base[target] = _written(own)
    _pictures(base, house, part, target)


_OWN_FURNITURE = ("Marking", "Banner", "FooterText")


def _style_of(element: Any) -> str | None:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    return None if style is None else str(style.get(f"{_W}val"))


def _cover(
    base: dict[str, bytes], house: Mapping[str, bytes], held: list[Any], renamed: Mapping[str, str]
) -> None:
    own = _parsed(base["word/document.xml"])
    body = own.find(f"{_W}body")
    for element in reversed(held):
        _clean(element)
        _rename(element, renamed)
        body.insert(0, element)
    base["word/document.xml"] = _written(own)
    _pictures(base, house, "word/document.xml", "word/document.xml")


def _pictures(base: dict[str, bytes], house: Mapping[str, bytes], part: str, target: str) -> None:
    """Takes over the pictures that a part of theirs shows, under ids of their own."""
    root = _parsed(base[target])
    relations = _relations(house, part)
    rels_name = f"word/_rels/{target.removeprefix('word/')}.rels"
    empty = f'<Relationships xmlns="{_REL[1:-1]}"/>'.encode()
    rels = _parsed(base.get(rels_name, empty))
    for attribute in ("embed", "link"):
        for blip in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
            key = blip.get(f"{_R}{attribute}")
            if key not in relations:
                continue
            picture = f"word/{relations[key]}"
            new = f"rIdHouse{len(rels) + 1}"
            blip.set(f"{_R}{attribute}", new)
            etree.SubElement(
                rels, f"{_REL}Relationship", Id=new, Type=f"{_KINDS}image", Target=relations[key]
            )
            base[picture] = house[picture]
            _declare(base, picture)
    if len(rels):
        base[target], base[rels_name] = _written(root), _written(rels)


def _declare(base: dict[str, bytes], picture: str) -> None:
    ending = picture.rpartition(".")[2]
    types = _parsed(base["[Content_Types].xml"])
    space = etree.QName(types).namespace
    if not any(e.get("Extension") == ending for e in types):
        kind = "image/png" if ending == "png" else "image/jpeg"
        types.insert(0, etree.Element(f"{{{space}}}Default", Extension=ending, ContentType=kind))
        base["[Content_Types].xml"] = _written(types)


def _lay_page(base: dict[str, bytes], page: Any) -> None:
    """Their paper size and margins, with room for our marking above and below."""
    if page is None:
        return
    own = _parsed(base["word/document.xml"])
    section = own.find(f"{_W}body/{_W}sectPr")
    for name in ("pgSz", "pgMar"):
        theirs = page.find(f"{_W}{name}")
        if theirs is not None:
            ours_there = section.find(f"{_W}{name}")
            for side in ("header", "footer"):  # the marking is not to be printed off the page
                least = int(ours_there.get(f"{_W}{side}", 0))
                if int(theirs.get(f"{_W}{side}", least)) < least:
                    theirs.set(f"{_W}{side}", str(least))
            section.replace(ours_there, deepcopy(theirs))
    base["word/document.xml"] = _written(own)


# XML


def _parsed(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: Any) -> bytes:
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _relations(house: Mapping[str, bytes], part: str) -> dict[str, str]:
    """The targets of a part's relationships, by id."""
    name = f"word/_rels/{part.removeprefix('word/')}.rels"
    if name not in house:
        return {}
    return {e.get("Id"): e.get("Target") for e in _parsed(house[name])}


def _clean(root: Any) -> None:
    """Takes out what Word keeps for itself: revision ids, proofing marks, later extensions.

    Of a content control, such as the one around a page number, what it holds is kept.
    """
    for control in list(root.iter(f"{_W}sdt")):
        parent, place = control.getparent(), control.getparent().index(control)
        parent[place : place + 1] = list(control.find(f"{_W}sdtContent"))
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            space = etree.QName(name).namespace
            known = space is None or f"{{{space}}}" in (_W, _R) or space.endswith("/namespace")
            if "rsid" in name or not known:
                del element.attrib[name]
        if element.tag == "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr":
            element.set("name", "Picture")  # not what the file was called
        local, parent = etree.QName(element), element.getparent()
        foreign = local.namespace not in (_W[1:-1], *_PICTURES)
        if parent is not None and (local.localname in _DROPPED or foreign):
            parent.remove(element)


def _rename(root: Any, renamed: Mapping[str, str]) -> None:
    """Gives styles the ids that they have with us, wherever they are named."""
    for element in root.iter(*(f"{_W}{name}" for name in _NAMING)):
        held = element.get(f"{_W}val")
        if held in renamed:
            element.set(f"{_W}val", renamed[held])
    for style in root.iter(f"{_W}style"):
        held = style.get(f"{_W}styleId")
        style.set(f"{_W}styleId", renamed.get(held, held))


_NAMING = ["pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink"]


def _name_of(style: Any) -> tuple[str, str]:
    """How a style is known whatever its id: Word writes `heading 1` and shows Heading 1."""
    return style.get(f"{_W}type"), style.find(f"{_W}name").get(f"{_W}val").lower()


def _shown(style: Any) -> str:
    return str(style.find(f"{_W}name").get(f"{_W}val"))
