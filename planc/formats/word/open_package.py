"""Bytes -> the parts of a Word file, or why it is none, as one would say it to an officer."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from planc.formats.word.ooxml import REL, W, parsed

_MOST_BYTES, _MOST_PARTS = 20_000_000, 1_000
_SAVE = "Open it in Word, then File > Save As > Word Document (.docx)."


class NotWordError(Exception):
    """Why a file cannot be opened as a Word document, and what to do."""


@dataclass(frozen=True)
class Package:
    """The parts of a Word file by their names, and the name of the one that holds its body."""

    parts: Mapping[str, bytes]
    document: str

    def root(self, name: str) -> Any:
        """The root of an XML part. Raises NotWordError if it cannot be read."""
        try:
            return parsed(self.parts[name])
        except ValueError as error:
            raise NotWordError(f"{name} cannot be read: {error}. {_SAVE}") from None

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part leads to inside the file, by id: the kind of it, and its name.

        What lies outside the file, or is not there, is left out.
        """
        rels = self._named(f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels")
        return dict(self._followed(rels, dirname(part))) if rels else {}

    def links_outside(self) -> bool:
        """Whether any part leads to something outside the file."""
        rels = [content for name, content in self.parts.items() if name.endswith(".rels")]
        return any(b'TargetMode="External"' in content for content in rels)

    def related(self, kind: str) -> str | None:
        """The part of that kind, such as `styles`, that the body leads to."""
        targets = self.targets(self.document).values()
        return next((name for known, name in targets if known == kind), None)

    def _followed(self, rels: str, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
        for relation in self.root(rels).iter(f"{REL}Relationship"):
            target = unquote(relation.get("Target") or "")
            if relation.get("TargetMode") == "External" or not target:
                continue
            name = self._named(normpath(join("/", folder, target)).lstrip("/"))
            if name is not None:
                kind = (relation.get("Type") or "").rpartition("/")[2]
                yield relation.get("Id") or "", (kind, name)

    def _named(self, name: str) -> str | None:
        """The part of that name; some programs write its letters large and ask for them small."""
        if name in self.parts:
            return name
        return next((part for part in self.parts if part.lower() == name.lower()), None)


def open_package(raw: bytes) -> Package:
    """The Word file. Raises NotWordError."""
    another_kind = _another_kind(raw)
    if another_kind:
        raise NotWordError(another_kind)
    try:
        parts = _unpacked(raw)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise NotWordError(
            "The file is damaged or was cut short, so it cannot be unpacked. Copy it again, or open"
            " it in Word and save it once more."
        ) from None
    main = _main_part(parts)
    if main is None:
        raise NotWordError(f"{_packed_kind(parts)} {_SAVE}")
    return Package(parts, main)


def _another_kind(raw: bytes) -> str:
    """What a file is that is not packed as a Word file is."""
    if not raw:
        return "The file is empty. Save the template again from Word."
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            return (
                "The file is locked with a password or by its sensitivity label. Take the lock off"
                " in Word: File > Info > Protect Document."
            )
        return f"This is an old Word file (.doc). {_SAVE}"
    if raw.startswith(b"{\\rtf"):
        return f"This is a rich text file (.rtf). {_SAVE}"
    if raw.startswith(b"%PDF"):
        return f"This is a PDF. Take the Word file that it was made from. {_SAVE}"
    if not raw.startswith(b"PK"):
        return f"This is not a Word document (.docx), whatever its name ends in. {_SAVE}"
    return ""


def _unpacked(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        parts = [part for part in package.infolist() if not part.is_dir()]
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
            raise NotWordError(
                "The file is too large for a house style: unpacked, it has more than 20 MB. Take"
                " out its text and large pictures; Picture Format > Compress Pictures makes them"
                " smaller."
            )
        if any(part.flag_bits & 1 for part in parts):
            raise NotWordError(f"The file is locked with a password. {_SAVE}")
        return {part.filename: package.read(part) for part in parts}


def _main_part(parts: Mapping[str, bytes]) -> str | None:
    """The part that holds the body: Word and its kin do not all call it document.xml."""
    top = Package(parts, "")
    try:
        followed = dict(top._followed("_rels/.rels", "")) if "_rels/.rels" in parts else {}
        named = [name for kind, name in followed.values() if kind == "officeDocument"]
        name = named[0] if named else "word/document.xml"
        is_document = name in parts and parsed(parts[name]).tag == f"{W}document"
    except (NotWordError, ValueError):
        return "word/document.xml" if "word/document.xml" in parts else None
    return name if is_document else None


def _packed_kind(parts: Mapping[str, bytes]) -> str:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        return "This is an OpenDocument file (.odt)."
    if any(name.startswith(("xl/", "ppt/")) for name in parts):
        return "This is an Excel or PowerPoint file."
    return "This is a packed file, but not a Word document (.docx)."
