"""The parts of planc's own Word file, and how those of a force are put among them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from planc.formats.word.ooxml import KINDS, REL, TYPES, R, W, parsed, written


def parts(raw: bytes) -> dict[str, bytes]:
    """The parts of a Word file, by their names."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The Word file of these parts; the same bytes for the same parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return raw.getvalue()


def relate(base: dict[str, bytes], part: str, relations: list[tuple[str, str, str]]) -> None:
    """Lets a part lead to others: the id, the kind and the name of each."""
    name = f"word/_rels/{part.removeprefix('word/')}.rels"
    rels = parsed(base.get(name, f'<Relationships xmlns="{REL[1:-1]}"/>'.encode()))
    for key, kind, target in relations:
        etree.SubElement(rels, f"{REL}Relationship", Id=key, Type=f"{KINDS}{kind}", Target=target)
    base[name] = written(rels)


def declare(base: dict[str, bytes], picture: str) -> None:
    """Says that there are pictures of this kind."""
    ending = picture.rpartition(".")[2]
    types = parsed(base["[Content_Types].xml"])
    if not any(e.get("Extension") == ending for e in types):
        kind = etree.Element(f"{TYPES}Default", Extension=ending, ContentType=f"image/{ending}")
        types.insert(0, kind)
        base["[Content_Types].xml"] = written(types)


def add_first(section: Any, base: dict[str, bytes]) -> None:
    """A header and a footer of the first page's own."""
    types = parsed(base["[Content_Types].xml"])
    for number, side in enumerate(("header", "footer")):
        key = f"rIdFirst{number}"
        relate(base, "word/document.xml", [(key, side, f"{side}2.xml")])
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{side}+xml"
        etree.SubElement(types, f"{TYPES}Override", PartName=f"/word/{side}2.xml", ContentType=kind)
        reference = etree.Element(f"{W}{side}Reference")
        reference.set(f"{W}type", "first")
        reference.set(f"{R}id", key)
        section.insert(0, reference)
    section.append(etree.Element(f"{W}titlePg"))
    base["[Content_Types].xml"] = written(types)
