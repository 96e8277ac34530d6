"""House files with one thing changed: what `planc house eject` writes, edited."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx import Document
from lxml import etree

from planc.formats.docx import emit, marking_faults
from planc.formats.word.house_style import ours, read
from tests.formats.every_block import every_block

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES, BODY, HEADER = "word/styles.xml", "word/document.xml", "word/header1.xml"
FOOTER, NUMBERS, THEME = "word/footer1.xml", "word/numbering.xml", "word/theme/theme1.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'


def png() -> bytes:
    """One green pixel."""
    size = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", size), (b"IDAT", zlib.compress(b"\0\0\x55\x33")), (b"IEND", b""))
    content = b"\x89PNG\r\n\x1a\n"
    for name, data in parts:
        check = struct.pack(">I", zlib.crc32(name + data))
        content += struct.pack(">I", len(data)) + name + data + check
    return content


def ejected() -> dict[str, bytes]:
    """The parts of planc's own style."""
    with zipfile.ZipFile(BytesIO(ours().base)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return raw.getvalue()


def edited(part: str, old: str, new: str, **more: bytes) -> bytes:
    """The style with a text of a part replaced, once; the text must be there."""
    parts = ejected()
    text = parts[part].decode()
    assert old in text, (part, old)
    parts[part] = text.replace(old, new, 1).encode()
    return packed({**parts, **more})


def with_part(name: str, content: bytes = b"x") -> bytes:
    """The style with a part more, or another one."""
    return packed({**ejected(), name: content})


def with_furniture(inner: str, part: str = HEADER, **pictures: bytes) -> bytes:
    """The style with a header or a footer of the force's: `pictures` by their ids."""
    tag = "hdr" if part == HEADER else "ftr"
    parts = ejected()
    parts[part] = f"<w:{tag} {NAMES}>{inner}</w:{tag}>".encode()
    if pictures:
        relations = "".join(
            f'<Relationship Id="{key}" Type="{_KIND}image" Target="media/{key}.PNG"/>'
            for key in pictures
        )
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        name = f"word/_rels/{part.removeprefix('word/')}.rels"
        parts[name] = f'<Relationships xmlns="{space}">{relations}</Relationships>'.encode()
        parts |= {f"word/media/{key}.PNG": content for key, content in pictures.items()}
    return packed(parts)


_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def line(text: str, properties: str = "", letters: str = "") -> str:
    """A paragraph of a header."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def picture(frame: str = "inline", words: str = "Crest", size: int = 900_000) -> str:
    """A paragraph with the picture `crest`."""
    place = (
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        if frame == "anchor"
        else ""
    )
    return (
        f"<w:p><w:r><w:drawing><wp:{frame}>{place}"
        f'<wp:extent cx="{size}" cy="{size}"/><wp:docPr id="1" name="x" descr="{words}"/>'
        '<a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill>'
        '<a:blip r:embed="crest"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}">'
        '<a14:useLocalDpi xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
        ' val="0"/></a:ext></a:extLst></a:blip></pic:blipFill></pic:pic></a:graphicData>'
        f"</a:graphic></wp:{frame}></w:drawing></w:r></w:p>"
    )


def paper_in(house: bytes) -> bytes:
    """A paper in the style of a house file, which is not refused, with the marking in place."""
    assert [str(remark) for remark in read(house).refused] == []
    raw = emit(every_block(), house)
    assert marking_faults(raw, every_block()) == []
    return raw


def opened(raw: bytes) -> Any:
    """A Word file as python-docx has it."""
    return Document(BytesIO(raw))


def parts_of(raw: bytes) -> dict[str, Any]:
    """The XML parts of a Word file."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(package.read(name)) for name in names}


def refusals(house: bytes) -> str:
    """Why a house file is refused."""
    return "\n".join(map(str, read(house).refused))


def remarks(house: bytes) -> str:
    """What is said of a house file that is taken."""
    found = read(house)
    assert found.refused == ()
    return "\n".join(map(str, (*found.dropped, *found.changed)))
