"""One sentence hidden in a partner's paper in many ways: found, or on the list that is printed."""

import base64
import bz2
import codecs
import gzip
import lzma
import quopri
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from planc.all_formats import FORMATS
from tests.conftest import DAY, PLAN, Planc, merged
from tests.verify.test_altered import Change, body, more, packed, part, parts, swap, text

PIECE = """\
operation: SAMPLE LARCH
threat:
  type: ocg
  areas: [drugs]
  tier: force
  assessment: Likely to keep supplying Class A from three addresses beside the canal.
  group_size: 14
  victims: 20 to 49
  partner_text: A group sells drugs from rented homes.
subjects:
  - {key: S3, role: leader}
pursue:
  - {id: PUR-2, tactic: Close the three addresses, serves: OBJ-1, owner: di-soc-east,
     due: 2026-12-08}
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring
    partner_text: Match the pupils whom schools refer with a mentor.
"""
SENTENCE = "Likely to keep supplying Class A from three addresses beside the canal."
RAW = SENTENCE.encode()
ANCHOR = "Match the pupils"
BYTES: dict[str, bytes] = {}


@pytest.fixture
def papers(planc: Planc, base: Path) -> Mapping[str, bytes]:
    """A partner's papers by their formats; made once."""
    (base / PLAN).write_text(merged((base / PLAN).read_text(), PIECE))
    if not BYTES:
        edition = "recipient:council-youth-lead"
        assert planc("build", *DAY, "--edition", edition, "--to", ",".join(FORMATS)).status == 0
        for path in (base / "packs").iterdir():
            BYTES[path.suffix[1:]] = path.read_bytes()
    return BYTES


class Hidden(NamedTuple):
    """A way to hide the sentence, or a fact, and whether it is found."""

    form: str
    change: Change
    found: bool = True


def words(text: str, form: str = "md", *, found: bool = True) -> Hidden:
    """Words in front of those of the paper."""
    return Hidden(form, swap(ANCHOR, f"{text} {ANCHOR}"), found)


def inside(content: bytes | str, name: str = "word/media/x.bin") -> Hidden:
    """A part that is in the Word file, whatever leads to it."""
    raw = content.encode() if isinstance(content, str) else content
    return Hidden("docx", lambda paper: packed({**parts(paper), name: raw}))


def after(content: bytes) -> Hidden:
    return Hidden("docx", lambda paper: paper + content)


def apart(sign: str) -> str:
    """The sentence with a sign in the middle of each longer word."""
    return " ".join(w[:3] + sign + w[3:] if len(w) > 4 else w for w in SENTENCE.split())


def zipped(**contents: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return out.getvalue()


def png(kind: bytes, content: bytes) -> bytes:
    """A picture with a remark in it."""
    chunk = struct.pack(">I", len(content)) + kind + content
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(kind + content))


def like(text: str) -> str:
    """With letters of another alphabet that look the same."""
    return text.translate(str.maketrans("aeopcxy", "аеорсху"))


def remark(raw: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as changed:
        for info in package.infolist():
            info.comment = RAW if info.filename == "word/styles.xml" else b""
            changed.writestr(info, package.read(info))
    return out.getvalue()


def twice(raw: bytes) -> bytes:
    raw = packed({**parts(raw), "word/settings.xm_": RAW})
    return raw.replace(b"word/settings.xm_", b"word/settings.xml")


SYMBOLS = "".join(
    f'<w:r><w:sym w:font="Arial" w:char="F0{ord(letter):02X}"/></w:r>' for letter in SENTENCE
)
CELLS = "<td>" + "</td><td>".join(SENTENCE.split()) + "</td>"
OTHER = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]
WOVEN = " | ".join(f"{a} | {b}" for a, b in zip(SENTENCE.split(), OTHER, strict=True))

HIDDEN: Mapping[str, Hidden] = {
    "plain": words(SENTENCE),
    # what LEAKS.md calls by these numbers
    "15 remark of the archive": Hidden("docx", lambda raw: packed(parts(raw), RAW)),
    "16 appended": after(RAW),
    "17 name of a part": inside(b"x", f"word/{SENTENCE}.bin"),
    "07c packed in a picture": inside(png(b"zTXt", b"Comment\0\0" + zlib.compress(RAW))),
    "10b archive inside another file": inside(
        b"\xd0\xcf\x11\xe0" + bytes(512) + zipped(notes=RAW) + bytes(70_000)
    ),
    "10c gzip": inside(gzip.compress(RAW)),
    "43 data address": Hidden(
        "html",
        swap("<main", f'<img src="data:text/plain;base64,{base64.b64encode(RAW).decode()}"><main'),
    ),
    "39 percent signs": words(f"http://x/{quote(SENTENCE)}"),
    "39 all percent signs": words("".join(f"%{byte:02x}" for byte in RAW)),
    "02 soft hyphens": words(apart("\u00ad")),
    "13 no width between letters": words("\u200b".join(SENTENCE)),
    "13b no width in words": words(apart("\u200b")),
    "28 combining accents": words("".join(f"{letter}\u0301" for letter in SENTENCE)),
    "47 emphasis in words": words(apart("*")),
    "27 words broken by lines": words(apart("-<br>"), "html"),
    "38 symbols": Hidden("docx", body("</w:body>", f"<w:p>{SYMBOLS}</w:p></w:body>")),
    "05 backwards": words(SENTENCE[::-1]),
    "06 base64": words(base64.b64encode(RAW).decode()),
    "19 hexadecimal": words(RAW.hex()),
    "14 look-alikes": words(like(SENTENCE)),
    "14b look-alikes in words": words(SENTENCE.replace("a", "\u0430")),
    "21 woven into cells": words(WOVEN, found=False),
    "44 escapes of a program": Hidden(
        "html",
        swap(
            "</body>",
            f"<script>{''.join(f'{chr(92)}u{ord(c):04x}' for c in SENTENCE)}</script></body>",
        ),
    ),
    "32 day in figures": words("on 08/12/2026"),
    "33 size of the group": words("The group size is 14."),
    "34 key": words("ask S3 about it"),
    "36 band": words("for 20 to 49 victims"),
    "37 operation": words("Larch begins"),
    # others of these kinds
    "before the archive": Hidden("docx", lambda raw: RAW + raw),
    "remark of a part": Hidden("docx", remark),
    "part that stands twice": Hidden("docx", twice),
    "bzip2": inside(bz2.compress(RAW)),
    "xz": inside(lzma.compress(RAW)),
    "zlib in a PDF": inside(b"%PDF-1.7\nstream\r\n" + zlib.compress(RAW) + b"\nendstream"),
    "text of a picture": inside(png(b"tEXt", b"Comment\0" + RAW)),
    "archive in an archive": inside(zipped(inner=zipped(notes=RAW))),
    "Word file in it": inside(zipped(word=f"<w:t>{SENTENCE}</w:t>".encode()), "word/e.docx"),
    "base64 in base64": words(base64.b64encode(base64.b64encode(RAW)).decode()),
    "base64 in lines": inside(base64.encodebytes(RAW * 3)),
    "base64 for addresses": words("x=" + base64.urlsafe_b64encode(b"\xff\xfe" + RAW).decode()),
    "base32": words(base64.b32encode(RAW).decode()),
    "gzip in base64": words(base64.b64encode(gzip.compress(RAW)).decode()),
    "UTF-16 in base64": words(base64.b64encode(SENTENCE.encode("utf-16-le")).decode()),
    "hexadecimal with spaces": words(RAW.hex(" ")),
    "hexadecimal of a program": words("".join(f"\\x{byte:02x}" for byte in RAW)),
    "codes of letters": words(" ".join(str(byte) for byte in RAW)),
    "quoted-printable": words(quopri.encodestring(RAW, quotetabs=True).decode().replace("=\n", "")),
    "entities": words("".join(f"&#{ord(letter)};" for letter in SENTENCE), "html"),
    "entities of entities": words("".join(f"&amp;#{ord(c)};" for c in SENTENCE), "html"),
    "wide letters": words(
        "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in SENTENCE)
    ),
    "letters of mathematics": words(
        "".join(chr(ord(c) + 0x1D3B9) if c.islower() else c for c in SENTENCE)
    ),
    "capitals": words(SENTENCE.upper()),
    "spaces between letters": words(" ".join(SENTENCE)),
    "dots between letters": words(".".join(SENTENCE)),
    "tags in words": words(apart("<b></b>"), "html"),
    "remark in a page": words(f"<!-- {SENTENCE} -->", "html"),
    "attribute": words(f'<i title="{SENTENCE}"></i>', "html"),
    "cells": words(f"<table><tr>{CELLS}</tr></table>", "html"),
    "split runs": Hidden(
        "docx",
        body(
            "</w:body>",
            f"<w:p>{text('Likely to keep sup')}{text('plying Class A from')}</w:p></w:body>",
        ),
    ),
    "hidden words": Hidden(
        "docx", body("</w:body>", f"<w:p>{text(SENTENCE, '<w:vanish/>')}</w:p></w:body>")
    ),
    "hyphens that do not break": Hidden(
        "docx",
        body(
            "</w:body>",
            f"<w:p><w:r><w:t>{apart('</w:t><w:noBreakHyphen/><w:t>')}</w:t></w:r></w:p></w:body>",
        ),
    ),
    "custom XML": Hidden("docx", more(customXml_item1=f"<x>{SENTENCE}</x>")),
    "style": Hidden(
        "docx", part("word/styles.xml", swap('w:val="heading 1"', f'w:val="{SENTENCE}"'))
    ),
    "properties": Hidden("docx", part("docProps/core.xml", swap("en-GB", SENTENCE))),
    "UTF-16": inside(SENTENCE.encode("utf-16-be")),
    "joined": words(SENTENCE.replace(" ", "")),
    "underlines": words(SENTENCE.replace(" ", "_")),
    "five words of it": words("supplying Class A from three"),
    "rotated": words(codecs.encode(SENTENCE, "rot13"), found=False),
    "other words": words("They will go on selling by the water.", found=False),
    "day with a dot": words("on 8.12.2026"),
    "day with two figures": words("on 08/12/26"),
    "day in words": words("on the 8th of December 2026"),
    "day as Americans write it": words("on December 8, 2026"),
    "day without its year": words("on 8 December", found=False),
    "size in words": words("a gang of fourteen"),
    "id": words("after PUR-2"),
    "id without its hyphen": words("after PUR2"),
    "id spelled out": words("after P U R-2"),
    "id as a word": words("after PUR number two"),
    "operation of one word": words("Op LARCH"),
    "operation glued": words("SAMPLELARCH"),
    "operation with dots": words("S.A.M.P.L.E L.A.R.C.H"),
    "reference": words("see SOC 2026 014"),
}


Leaks = Callable[[str, bytes], tuple[int, str]]


@pytest.fixture
def leaks(planc: Planc, base: Path, papers: Mapping[str, bytes]) -> Leaks:
    """What leak-check says of a file, with the edition that its seal says."""
    assert papers

    def run(form: str, raw: bytes) -> tuple[int, str]:
        (base / f"paper.{form}").write_bytes(raw)
        ran = planc("leak-check", f"paper.{form}", "--plan", PLAN, *DAY)
        assert ran.err == ""
        return ran.status, ran.out

    return run


def test_there_are_ways_enough_and_few_of_them_are_not_found() -> None:
    missed = [name for name, way in HIDDEN.items() if not way.found]
    assert len(HIDDEN) >= 80
    assert len(missed) == 4


@pytest.mark.parametrize("form", FORMATS)
def test_a_partners_own_paper_is_no_leak(
    leaks: Leaks, papers: Mapping[str, bytes], form: str
) -> None:
    status, out = leaks(form, papers[form])
    edition = "recipient:council-youth-lead"
    first = f"paper.{form}: nothing found that the {edition} edition was not granted."
    assert (status, out.splitlines()[0]) == (0, first)
    assert out.splitlines()[1].startswith(
        "Not seen: words that are enciphered or behind a password"
    )


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_found_or_on_the_list(
    leaks: Leaks, papers: Mapping[str, bytes], name: str
) -> None:
    way = HIDDEN[name]
    status, out = leaks(way.form, way.change(papers[way.form]))
    assert (status == 1) is way.found, out
    assert ("Send it to nobody." in out) is way.found
    assert "addresses beside" not in out


@pytest.mark.parametrize(
    "harmless",
    [
        "There are 14 places on the course; 20 to 49 pounds a head.",
        "Likely to keep going. Class A trials. Three addresses.",
        "The chapters S30 and PS3 of the guide; Section 3; a larchwood bench.",
        "Between 8 and 12 pupils by 18 January 2027.",
        "The purpose 2 of the course: pure 2 percent milk. T1 and A1.",
    ],
)
def test_what_anybody_might_write_is_no_leak(
    leaks: Leaks, papers: Mapping[str, bytes], harmless: str
) -> None:
    status, out = leaks("md", swap(ANCHOR, f"{harmless} {ANCHOR}")(papers["md"]))
    assert status == 0, out
