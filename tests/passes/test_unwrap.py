"""What is packed or encoded in a piece of a file, asked of the pass itself."""

import base64
import bz2
import gzip
import lzma
import quopri
import zipfile
import zlib
from binascii import b2a_uu
from io import BytesIO

import pytest

from planc.passes.unwrap import unwrap

WORDS = b"Likely to keep supplying Class A from three addresses."


def _zipped(method: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        package.writestr("notes", WORDS)
    return out.getvalue()


PACKED = {
    "part of an archive": _zipped(zipfile.ZIP_DEFLATED),
    "part of an archive, as it is": _zipped(zipfile.ZIP_STORED),
    "gzip": gzip.compress(WORDS),
    "compressed": zlib.compress(WORDS),
    "compressed, fast": zlib.compress(WORDS, 1),
    "compressed, best": zlib.compress(WORDS, 9),
    "bzip2": bz2.compress(WORDS),
    "xz": lzma.compress(WORDS),
    "base64": base64.b64encode(WORDS),
    "base64 without its end": base64.b64encode(WORDS).rstrip(b"="),
    "base64 in lines": base64.encodebytes(WORDS * 2),
    "base64 for addresses": base64.urlsafe_b64encode(b"\xfb\xff\xfe" + WORDS),
    "base64 after letters": b"abc" + base64.b64encode(WORDS),
    "base32": base64.b32encode(WORDS),
    "hexadecimal": WORDS.hex().encode(),
    "hexadecimal, capitals": WORDS.hex(" ").upper().encode(),
    "hexadecimal, a program's": b"".join(b"\\x%02x" % byte for byte in WORDS),
    "hexadecimal, of rich text": b"".join(b"\\'%02x" % byte for byte in WORDS),
    "hexadecimal, a list": b", ".join(b"0x%02x" % byte for byte in WORDS),
    "bits": " ".join(f"{byte:08b}" for byte in WORDS).encode(),
    "octal": b"".join(b"\\%03o" % byte for byte in WORDS),
    "uuencode": b"begin 644 notes\n%s%s" % (b2a_uu(WORDS[:45]), b2a_uu(WORDS[45:])),
    "ascii85": base64.a85encode(WORDS, adobe=True),
    "base85": base64.b85encode(WORDS),
    "letters set apart": b"[(%s)] TJ" % b") -20 (".join(b"%c" % byte for byte in WORDS),
    "codes": b", ".join(b"%d" % byte for byte in WORDS),
    "percent signs": b"".join(b"%%%02X" % byte for byte in WORDS),
    "quoted-printable": quopri.encodestring(WORDS, quotetabs=True),
    "escapes": b"".join(b"\\u%04x" % byte for byte in WORDS),
    "escapes in braces": b"".join(b"\\u{%05x}" % byte for byte in WORDS),
}


@pytest.mark.parametrize("name", PACKED)
@pytest.mark.parametrize("before", [b"", b"\xd0\xcf\x11\xe0 "])
def test_it_is_opened_wherever_it_stands(name: str, before: bytes) -> None:
    pieces, is_all = unwrap({"a": before + PACKED[name] + (b"\0" if before else b"")})
    assert is_all
    found = [piece for piece, content in pieces.items() if WORDS in content]
    assert any(name.startswith(piece[3:].partition(")")[0]) for piece in found), pieces
    assert next(iter(pieces)) == "a"


@pytest.mark.parametrize("name", ["bits", "octal", "uuencode", "ascii85", "base85"])
def test_nothing_stands_beside_what_was_encoded(name: str) -> None:
    pieces, _ = unwrap({"a": PACKED[name]})
    assert pieces[f"a ({name})"] == WORDS


@pytest.mark.parametrize(
    ("content", "is_text"),
    [
        (b"Likely to keep sup" + b"\x80\x81", False),
        (b"Likely to keep sup" + b"p\x81", True),
        (b"Likely to keep su" + b"\t\n\r", True),
        (b"Likely to keep sup" + b"\x7f\x7f", False),
        (bytes(range(128, 148)), False),
    ],
)
def test_base85_is_taken_for_it_only_where_it_says_something(content: bytes, is_text: bool) -> None:
    """Any long word could be base85, and would be something of which nine tenths are no text."""
    pieces, _ = unwrap({"a": base64.b85encode(content)})
    assert (pieces.get("a (base85)") == content) is is_text


def test_what_is_packed_in_what_is_packed_is_opened_and_named() -> None:
    pieces, is_all = unwrap({"a": gzip.compress(bz2.compress(WORDS) + bytes(999))})
    assert is_all
    assert pieces["a (gzip) (bzip2)"] == WORDS


def test_what_is_deflated_without_a_header_is_opened_where_it_is_text() -> None:
    def told(content: bytes) -> bool:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        raw = packer.compress(content) + packer.flush()
        return content in unwrap({"a": base64.b64encode(raw)}).pieces.values()

    assert told(WORDS)
    assert not told(bytes(range(128, 228)))


def test_two_of_a_kind_have_names_of_their_own() -> None:
    pieces, _ = unwrap({"a": gzip.compress(WORDS) + gzip.compress(WORDS[::-1])})
    assert {pieces["a (gzip)"], pieces["a (gzip) 2"]} == {WORDS, WORDS[::-1]}


def test_plain_words_are_left_as_they_are() -> None:
    pieces, is_all = unwrap({"a": WORDS, "b": b"PK, and x\x9c, 100%, a=b, 1 2 3"})
    assert is_all
    assert list(pieces) == ["a", "b"]


def test_the_same_is_looked_at_once() -> None:
    pieces, is_all = unwrap({"a": gzip.compress(WORDS), "b": bz2.compress(WORDS)})
    assert is_all
    assert len(pieces) == 3


@pytest.mark.parametrize(("depth", "is_all"), [(5, True), (6, False)])
def test_it_is_opened_so_deep_and_no_deeper(depth: int, is_all: bool) -> None:
    content = WORDS
    for _ in range(depth):
        content = gzip.compress(content + bytes(999))
    assert unwrap({"a": content}).is_all is is_all


def test_it_is_opened_so_far_and_no_farther() -> None:
    assert not unwrap({"a": zlib.compress(bytes(100_000_001))}).is_all
    many = b"".join(gzip.compress(WORDS + b"%d" % number) for number in range(5_001))
    assert not unwrap({"a": many}).is_all


def test_what_is_damaged_is_passed_over() -> None:
    for packed in PACKED.values():
        assert unwrap({"a": packed[:-9] + b"\xff" * 9}).pieces["a"]
        assert unwrap({"a": packed[:8] + b"\xff" * 9}).pieces["a"]
