"""More ways to hide a sentence or a fact in a partner's paper: found, or on the list."""

import base64
import binascii
import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Planc
from tests.verify.test_altered import body, text
from tests.verify.test_hidden import (
    RAW,
    SENTENCE,
    Hidden,
    Leaks,
    inside,
    words,
)
from tests.verify.test_hidden import leaks as leaks_of_a_paper
from tests.verify.test_hidden import papers as papers_of_a_partner

leaks, papers = leaks_of_a_paper, papers_of_a_partner


def _each(change: Callable[[str], str]) -> str:
    return "".join(map(change, SENTENCE))


def _shifted(first: str, capital: bool = False) -> str:
    """With each letter as one of a row of signs that begins there."""
    start = ord("A" if capital else "a")
    return "".join(
        chr(ord(first) + ord(c) - start) if "a" <= c.lower() <= "z" else c
        for c in (SENTENCE.upper() if capital else SENTENCE.lower())
    )


SMALL = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
UU = "".join(binascii.b2a_uu(RAW[at : at + 45]).decode() for at in range(0, len(RAW), 45))
DEFLATED = zlib.compress(RAW)[2:-4]
KERNED = " ".join(f"({w[:2]}) -10 ({w[2:]}) 20" for w in SENTENCE.split())

END = "</w:body>"
HIDDEN: Mapping[str, Hidden] = {
    "tags that nobody sees": words(_each(lambda c: chr(0xE0000 + ord(c)))),
    "flags": words(_shifted("🇦", capital=True)),
    "letters in black squares": words(_shifted("🅰", capital=True)),
    "letters in black circles": words(_shifted("🅐", capital=True)),
    "small capitals": words(SENTENCE.lower().translate(SMALL)),
    "figures for letters": words(SENTENCE.translate(str.maketrans("aeiost", "431057"))),
    "uuencode": inside(f"begin 644 x\n{UU}`\nend\n"),
    "base85": inside(base64.b85encode(RAW)),
    "ascii85": inside(base64.a85encode(RAW, adobe=True)),
    "UTF-7": words(f"+{base64.b64encode(SENTENCE.encode('utf-16-be')).decode().rstrip('=')}-"),
    "bits": words(" ".join(f"{byte:08b}" for byte in RAW)),
    "bits on end": words("".join(f"{byte:08b}" for byte in RAW)),
    "octal escapes": inside("".join(f"\\{byte:03o}" for byte in RAW)),
    "percent signs twice": words("".join(f"%25{byte:02x}" for byte in RAW)),
    "UTF-32": inside(SENTENCE.encode("utf-32-be")),
    "letters apart in a PDF": inside(f"%PDF-1.7\n[{KERNED}] TJ"),
    "mail": words("=?utf-8?Q?" + SENTENCE.replace(" ", "_") + "?="),
    "company among the properties": inside(f"<Company>{SENTENCE}</Company>", "docProps/app.xml"),
    "field code": Hidden(
        "docx",
        body(
            "</w:body>",
            f"<w:p><w:r><w:instrText> QUOTE {SENTENCE} </w:instrText></w:r></w:p></w:body>",
        ),
    ),
    "word by word in paragraphs": Hidden(
        "docx",
        body("</w:body>", "".join(f"<w:p>{text(w)}</w:p>" for w in SENTENCE.split()) + "</w:body>"),
    ),
    "turned round, to be read as usual": words(f"\u202e{SENTENCE[::-1]}\u202c"),
    "backwards in base64": words(base64.b64encode(RAW[::-1]).decode()),
    "links in words": words(re.sub(r"(\w{4})(\w+)", r"[\1](x)\2", SENTENCE)),
    "deflated in base64": words(base64.b64encode(DEFLATED).decode()),
    "key with a space": words("ask S 3 about it"),
    "key with a hyphen": words("ask S-3 about it"),
    "band with a dash": words("for 20-49 victims"),
    "band between": words("between 20 and 49 victims"),
    "size in Roman figures": words("a group of XIV"),
    "size in letters with a hyphen": words("a fourteen-strong gang"),
    "day on end": words("on 20261208"),
    "day with a short year": words("on 8 Dec '26"),
    "day with a Roman month": words("on 8.XII.2026"),
    "day after its weekday": words("on Tuesday, the eighth of December 2026"),
    "reference with a short year": words("see SOC-26-14"),
    "second id": words("after the second PUR"),
    "operation in figures": words("after L4RCH"),
    "upside down": words("ʎlǝʞᴉ˥ oʇ dǝǝʞ ƃuᴉʎlddns", found=False),
    "in Morse": words(".-.. .. -.- . .-.. -.--", found=False),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_hidden_is_found_or_on_the_list(
    leaks: Leaks, papers: Mapping[str, bytes], name: str
) -> None:
    way = HIDDEN[name]
    status, out = leaks(way.form, way.change(papers[way.form]))
    assert (status == 1) is way.found, out
    assert "addresses beside" not in out


def test_what_another_plan_grants_to_a_task_sheet_is_no_leak_of_this_one(
    planc: Planc, base: Path, papers: Mapping[str, bytes]
) -> None:
    """A day of theirs is a secret day of another plan; in a paper of one plan it would be told."""
    assert papers
    other = (base / PLAN).read_text().replace("SOC-2026-014", "SOC-2026-015")
    other = other.replace("due: 2026-12-08", "due: 2027-01-29").replace(
        "SAMPLE LARCH", "SAMPLE ASH"
    )
    other = re.sub(r"prevent:\n(?:  .*\n)+", "", other)
    (base / "plans" / "other.yaml").write_text(other)
    planc("build", *DAY, "--pack", "tasks", "--post", "council-youth-lead", "--to", "md")
    (sheet,) = (base / "packs").glob("*-tasks-*.md")
    check = ("leak-check", sheet, "--plan", "plans/other.yaml", *DAY)
    assert planc(*check).status == 0
    assert planc(*check, "--edition", "recipient:council-youth-lead").status == 0
    text = sheet.read_text()
    sheet.write_text(text.replace("Match the pupils", f"{SENTENCE} Match the pupils"))
    assert planc(*check).status == 1
    sheet.write_text(re.sub("<!-- Seal: .* -->\n", "", text))
    assert planc(*check, "--edition", "recipient:council-youth-lead").status == 1
