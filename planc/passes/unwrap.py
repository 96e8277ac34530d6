"""Pieces of a file -> those and what is packed or encoded in them, within limits.

Nothing is run, followed or fetched. What is enciphered, or drawn, stays as it is.
"""

import base64
import binascii
import bz2
import lzma
import quopri
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

_DEEPEST = 5
_MOST_BYTES = 100_000_000
_MOST_PIECES = 5_000
_SHORTEST = 6
"""How deep, how much and how often is unpacked; and how few bytes are not worth a look."""


class Unwrapped(NamedTuple):
    """All pieces by their names; and whether that is all, or the limits were reached."""

    pieces: Mapping[str, bytes]
    is_all: bool


def unwrap(stored: Mapping[str, bytes]) -> Unwrapped:
    """Every piece, and every piece in it that is packed or written in another way."""
    pieces = dict(stored)
    waiting = [(name, content, 0) for name, content in stored.items()]
    seen = set(stored.values())
    room = _MOST_BYTES
    while waiting:
        name, content, depth = waiting.pop()
        for how, inner in _inside(content):
            if len(inner) < _SHORTEST or inner in seen:
                continue
            room -= len(inner)
            if room < 0 or len(pieces) >= _MOST_PIECES or depth == _DEEPEST:
                return Unwrapped(pieces, False)
            seen.add(inner)
            inner_name = _free(f"{name} ({how})", pieces)
            pieces[inner_name] = inner
            waiting.append((inner_name, inner, depth + 1))
    return Unwrapped(pieces, True)


def _free(name: str, taken: Mapping[str, bytes]) -> str:
    number = 1
    while (one := f"{name} {number}" if number > 1 else name) in taken:
        number += 1
    return one


def _inside(content: bytes) -> Iterator[tuple[str, bytes]]:
    for how, start, opened in _PACKED:
        for found in start.finditer(content):
            if inner := opened(content[found.start() :]):
                yield how, inner
    for how, run, decoded in _ENCODED:
        for found in run.finditer(content):
            for inner in decoded(found[0]):
                yield how, inner
    for how, sign, rewritten in _REWRITTEN:
        if sign.search(content):
            yield how, rewritten(content)


# Packed


def _inflated(bits: int) -> Callable[[bytes], bytes]:
    def inflate(content: bytes) -> bytes:
        try:
            return zlib.decompressobj(bits).decompress(content, _MOST_BYTES)
        except zlib.error:
            return b""

    return inflate


def _part_of_archive(content: bytes) -> bytes:
    """What follows the header of a part of an archive, wherever it lies and whatever lists it."""
    name, extra = (int.from_bytes(content[at : at + 2], "little") for at in (26, 28))
    start, method = 30 + name + extra, content[8:10]
    if method == b"\0\0":
        return content[start : start + int.from_bytes(content[18:22], "little")]
    return _inflated(-zlib.MAX_WBITS)(content[start:])


def _opened(module: type[bz2.BZ2Decompressor | lzma.LZMADecompressor]) -> Callable[[bytes], bytes]:
    def open_it(content: bytes) -> bytes:
        try:
            return module().decompress(content, _MOST_BYTES)
        except (OSError, lzma.LZMAError, EOFError):
            return b""

    return open_it


_PACKED = (
    ("part of an archive", re.compile(rb"PK\x03\x04"), _part_of_archive),
    ("gzip", re.compile(rb"\x1f\x8b\x08"), _inflated(31)),
    ("compressed", re.compile(rb"\x78[\x01\x5e\x9c\xda]"), _inflated(zlib.MAX_WBITS)),
    ("bzip2", re.compile(rb"BZh[1-9]1AY"), _opened(bz2.BZ2Decompressor)),
    ("xz", re.compile(rb"\xfd7zXZ\0"), _opened(lzma.LZMADecompressor)),
)


# Encoded


def _from_base64(run: bytes) -> Iterator[bytes]:
    letters = re.sub(rb"\s+", b"", run).rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    for start in range(4):
        part = letters[start:]
        part = part[: len(part) - (len(part) % 4 == 1)]
        try:
            decoded = base64.b64decode(part + b"=" * (-len(part) % 4))
        except binascii.Error:
            continue
        yield decoded
        if _is_text(inflated := _inflated(-zlib.MAX_WBITS)(decoded)):
            yield inflated


def _from_base32(run: bytes) -> Iterator[bytes]:
    letters = run.rstrip(b"=").upper()
    try:
        yield base64.b32decode(letters + b"=" * (-len(letters) % 8))
    except binascii.Error:
        return


def _from_hex(run: bytes) -> Iterator[bytes]:
    figures = re.sub(rb"(?:\\x|0x|[\\%&#x\s,;:'-])", b"", run)
    yield bytes.fromhex(figures[: len(figures) // 2 * 2].decode())


def _from_codes(run: bytes) -> Iterator[bytes]:
    codes = (int(code) for code in re.findall(rb"\d+", run))
    yield "".join(chr(code) for code in codes if code < 0x11_0000).encode(errors="ignore")


def _from_base85(run: bytes) -> Iterator[bytes]:
    try:
        decoded = base64.b85decode(run)
    except ValueError:
        return
    if _is_text(decoded):
        yield decoded


def _is_text(content: bytes) -> bool:
    return sum(32 <= byte < 127 or byte in b"\t\n\r" for byte in content) > 0.9 * len(content)


def _from_ascii85(run: bytes) -> Iterator[bytes]:
    try:
        yield base64.a85decode(run, adobe=True)
    except ValueError:
        return


def _from_uu(run: bytes) -> Iterator[bytes]:
    lines = []
    for line in run.splitlines():
        with suppress(binascii.Error):  # as the first line, which has a name
            lines.append(binascii.a2b_uu(line))
    yield b"".join(lines)


def _from_bits(run: bytes) -> Iterator[bytes]:
    bits = re.sub(rb"[^01]", b"", run)
    yield int(bits, 2).to_bytes(len(bits) // 8)


def _from_octal(run: bytes) -> Iterator[bytes]:
    yield bytes(int(code, 8) & 255 for code in re.findall(rb"[0-7]{3}", run))


_ENCODED: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], Iterator[bytes]]], ...] = (
    (
        "base64",
        re.compile(rb"(?:[A-Za-z0-9+/_-]{4}\s*){4,}(?:[A-Za-z0-9+/_-]{2,3}={0,2})?"),
        _from_base64,
    ),
    ("base32", re.compile(rb"(?:[A-Z2-7]{8}){2,}[A-Z2-7]*=*"), _from_base32),
    ("hexadecimal", re.compile(rb"(?:(?:\\x|0x|\\')?[0-9A-Fa-f]{2}[\s,;:-]{0,2}){8,}"), _from_hex),
    ("bits", re.compile(rb"(?:[01]{8}[\s,]{0,2}){8,}"), _from_bits),
    ("octal", re.compile(rb"(?:\\[0-7]{3}){6,}"), _from_octal),
    ("uuencode", re.compile(rb"begin \d{3} [^\r\n]+\r?\n(?:[\x20-\x60]+\r?\n)+"), _from_uu),
    ("ascii85", re.compile(rb"<~[!-uz\s]+~>"), _from_ascii85),
    ("base85", re.compile(rb"[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]{20,4000}"), _from_base85),
    ("codes", re.compile(rb"(?:\d{2,6}[\s,;]{1,2}){8,}\d{2,6}"), _from_codes),
)


# Written in another way


def _unescaped(content: bytes) -> bytes:
    def letter(found: re.Match[str]) -> str:
        code = int(next(group for group in found.groups() if group), 16)
        return chr(code) if code < 0x11_0000 else ""

    return _ESCAPE.sub(letter, content.decode(errors="ignore")).encode(errors="ignore")


_ESCAPE = re.compile(
    r"\\u\{?([0-9A-Fa-f]{4,6})\}?|\\x([0-9A-Fa-f]{2})|\\'([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{2,6})\s?"
)
_APART = re.compile(rb"\)\s*-?[\d.]*\s*\(")
_REWRITTEN: tuple[tuple[str, re.Pattern[bytes], Callable[[bytes], bytes]], ...] = (
    (
        "letters set apart",
        re.compile(rb"\[\s*\([^)]*\)(?:\s*-?[\d.]+\s*\([^)]*\)){3}"),
        lambda content: _APART.sub(b"", content),
    ),
    ("percent signs", re.compile(rb"(?:%[0-9A-Fa-f]{2}.{0,40}?){3}", re.DOTALL), unquote_to_bytes),
    (
        "quoted-printable",
        re.compile(rb"(?:=[0-9A-F]{2}.{0,80}?){3}|=\r?\n", re.DOTALL),
        quopri.decodestring,
    ),
    ("escapes", re.compile(_ESCAPE.pattern.encode()), _unescaped),
)
