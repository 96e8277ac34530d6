"""A seal holds for the very bytes that were sealed, and for what it says of them."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO

import pytest

from planc import __version__
from planc.all_formats import FORMATS, formats
from planc.model.fingerprint import NONE_YET, has_its_fingerprint, with_fingerprint
from planc.model.read_back import ReadBack, Verdict
from planc.model.seal import PARTS, Seal, blank, find_seal
from planc.passes.read_paper import format_of, read_paper
from planc.passes.seal import judge, room_for_seal, seal
from tests.formats.every_block import every_block

AS_OF = dt.date(2026, 11, 22)
EMPTY = blank("SOC-2026-014_x-plan-board", AS_OF, "0.1.0")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


RELS = '<r><Relationship Type="x/officeDocument" Target="word/document.xml"/></r>'


def _word(**parts: str) -> bytes:
    """A Word file of a body, with other parts by their names."""
    out = BytesIO()
    body = "<w:p><w:r><w:t>Flats</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    core = f'<c xmlns:dc="x"><dc:description>{EMPTY}</dc:description>'
    core += f"<dc:identifier>{NONE_YET}</dc:identifier></c>"
    parts = {"docProps/core.xml": core, "_rels/.rels": RELS, **parts}
    with zipfile.ZipFile(out, "w") as package:
        for name, content in {"word/document.xml": body, **parts}.items():
            package.writestr(name, content)
    return out.getvalue()


PAGE = f"""\
<!doctype html>
<html><head><title>Larch</title><meta name="keywords" content="OFFICIAL">
<meta name="seal" content="{EMPTY}"><meta name="identifier" content="{NONE_YET}"></head><body>
<header>OFFICIAL</header><main><p>Flats</p><table><tr><td>22 calls</td></tr></table>
<svg><text>41</text></svg></main><footer>as of today, digest 0123456789ab</footer>
</body></html>
"""
MARKDOWN = "# Larch\n\nFlats, digest 0123456789ab\n\n| 22 calls |\n\n"
MARKDOWN += f"<!-- {EMPTY} -->\n<!-- {NONE_YET} -->\n"


def _sealed(raw: bytes) -> bytes:
    line = seal(read_paper(raw), EMPTY)
    return formats()[format_of(raw)].sealed(raw, str(EMPTY), str(line))


def _verdict(raw: bytes) -> Verdict:
    return judge(read_paper(raw), to_the_byte=formats()[format_of(raw)].is_as_sealed(raw))


FORMS: Mapping[str, bytes] = {
    "docx": _word(**{"word/settings.xml": "<settings/>"}),
    "html": PAGE.encode(),
    "md": MARKDOWN.encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_sealed_is_unaltered(form: str) -> None:
    found = _verdict(_sealed(FORMS[form]))
    assert found.unaltered
    assert (found.changed, found.gone, found.same, found.doubts) == ((), (), (), ())
    assert found.seal
    assert (found.seal.name, found.seal.as_of) == ("SOC-2026-014_x-plan-board", AS_OF)
    assert found.seal.version == "0.1.0"
    assert found.digest == ("" if form == "docx" else "0123456789ab")


@pytest.mark.parametrize("form", FORMS)
def test_a_seal_that_says_nothing_yet_does_not_hold(form: str) -> None:
    assert _verdict(FORMS[form]) == Verdict(None, broken=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SOC-2026-014_x", "SOC-2026-015_x"),
        ("-plan-board", "-plan-author"),
        ("2026-11-22", "2026-11-23"),
        ("planc-0.1.0", "planc-0.1.1"),
    ],
)
@pytest.mark.parametrize("form", ["html", "md"])
def test_a_seal_holds_for_its_own_name_day_and_version(form: str, old: str, new: str) -> None:
    sealed = _sealed(FORMS[form])
    assert sealed.count(old.encode()) == 1
    assert _verdict(sealed.replace(old.encode(), new.encode())) == Verdict(None, broken=True)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("<p>Flats", "<p>Houses", "paragraphs"),
        ("22 calls", "23 calls", "tables"),
        (">41<", ">42<", "charts"),
        ("<header>OFFICIAL", "<header>PUBLIC", "header"),
        ("as of today", "as of now", "footer"),
        ('content="OFFICIAL"', 'content="PUBLIC"', "properties"),
    ],
)
def test_a_change_is_told_by_its_part(old: str, new: str, part: str) -> None:
    sealed = _sealed(FORMS["html"])
    found = _verdict(sealed.replace(old.encode(), new.encode()))
    assert (found.unaltered, found.changed) == (False, (part,))
    others = ["paragraphs", "tables", "charts", "header", "footer", "properties", "pictures"]
    assert found.same == (*(one for one in others if one != part), "markup")
    assert found.digest == ""


def test_what_was_not_there_is_not_said_to_be_the_same() -> None:
    changed = _verdict(_sealed(FORMS["html"]) + b"\n")
    assert (changed.unaltered, changed.changed, changed.gone) == (False, (), ())
    assert not {"notes", "alternative text"} & set(changed.same)
    assert changed.digest == "0123456789ab"


def test_no_part_is_forgotten() -> None:
    words = ("paragraphs", "tables", "charts", "header", "footer", "properties")
    assert (*words, "notes", "pictures", "alternative text", "markup") == PARTS


def _repacked(raw: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as changed:
        for part in package.infolist():
            changed.writestr(*change(part.filename, package.read(part)))
    return out.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda name, content: (name, content.replace(b"<settings/>", b"<settings />")),
        lambda name, content: (name.replace("settings", "setting"), content),
        lambda name, content: (name, content.replace(b"Flats", b"Flat")),
    ],
)
def test_every_stored_piece_and_its_name_are_sealed(
    change: Callable[[str, bytes], tuple[str, bytes]],
) -> None:
    sealed = _sealed(FORMS["docx"])
    assert not _verdict(_repacked(sealed, change)).unaltered


def test_the_other_parts_of_a_word_file_stay_as_they_are() -> None:
    before, after = (
        {part: package.read(part) for part in package.namelist()}
        for raw in (FORMS["docx"], _sealed(FORMS["docx"]))
        for package in [zipfile.ZipFile(BytesIO(raw))]
    )
    assert list(before) == list(after)
    assert before["word/settings.xml"] == after["word/settings.xml"]
    assert before["word/document.xml"] == after["word/document.xml"]
    assert str(EMPTY).encode() not in after["docProps/core.xml"]


def test_a_file_without_a_seal_has_no_verdict() -> None:
    assert _verdict(b"# Larch, digest 0123456789ab\n") == Verdict(None)


def test_the_digest_is_the_last_that_the_footer_has() -> None:
    more = PAGE.replace("as of today,", "digest ba9876543210, as of today,")
    assert _verdict(_sealed(more.encode())).digest == "0123456789ab"
    none = PAGE.replace("digest 0123456789ab", "digest 0123456789abc")
    assert _verdict(_sealed(none.encode())).digest == ""


# The line itself


def test_a_seal_is_read_as_it_is_written() -> None:
    assert find_seal(f"before {EMPTY} after") == EMPTY
    assert re.fullmatch(r"Seal: [^ ]+ 2026-11-22 planc-0\.1\.0 0{100} 0{10}", str(EMPTY))
    parts = {part: f"{number:010x}" for number, part in enumerate(PARTS)}
    other = replace(EMPTY, parts=parts).checked()
    assert find_seal(str(other)) == other
    assert other.is_whole
    assert not EMPTY.is_whole
    assert len(str(other)) == len(str(EMPTY))


def test_the_last_of_two_seals_counts() -> None:
    later = replace(EMPTY, name="later")
    assert find_seal(f"{EMPTY} {later}") == later


@pytest.mark.parametrize("old", ["2026-11-22", "Seal: ", "planc-", "0" * 100])
def test_what_is_not_quite_a_seal_is_none(old: str) -> None:
    assert find_seal(str(EMPTY).replace(old, old[:-1] + "x")) is None
    assert find_seal("") is None
    assert find_seal(str(EMPTY).replace("2026-11-22", "2026-02-30")) is None


def test_words_for_a_build_server_are_no_seal() -> None:
    line = str(EMPTY)
    assert find_seal(line.replace("SOC-2026-014", "##[add-mask]x")) is None
    assert find_seal(line.replace("planc-0.1.0", "planc-##[error]0.1.0")) is None


# What is judged of words alone


def _paper(seal: Seal | None, *doubts: str, **texts: str) -> ReadBack:
    named = {name.replace("_", " "): (line,) for name, line in texts.items() if line}
    return ReadBack({part: named.get(part, ()) for part in PARTS}, {}, seal, doubts, 7)


FULL = {"paragraphs": "Flats", "alternative_text": "Four bars", "footer": "digest 0123456789ab"}
LINE = seal(_paper(None, **FULL), EMPTY)


def test_doubts_are_told_and_nothing_doubtful_is_unaltered() -> None:
    doubted = _paper(LINE, "it is doubled", **FULL)
    found = judge(doubted, to_the_byte=True)
    assert (found.unaltered, found.doubts, found.stray) == (False, ("it is doubled",), 7)
    broken = judge(replace(doubted, seal=EMPTY), to_the_byte=True)
    assert broken == Verdict(None, broken=True, doubts=("it is doubled",))


@pytest.mark.parametrize(
    ("texts", "changed", "gone", "same"),
    [
        ({}, (), (), ("paragraphs", "footer", "alternative text")),
        ({"alternative_text": ""}, (), ("alternative text",), ("paragraphs", "footer")),
        ({"alternative_text": "x"}, ("alternative text",), (), ("paragraphs", "footer")),
        ({"paragraphs": ""}, ("paragraphs",), (), ("footer", "alternative text")),
        ({"notes": "x"}, ("notes",), (), ("paragraphs", "footer", "alternative text")),
    ],
)
def test_what_may_go_and_what_may_not(
    texts: dict[str, str], changed: tuple[str, ...], gone: tuple[str, ...], same: tuple[str, ...]
) -> None:
    found = judge(_paper(LINE, **FULL | texts), to_the_byte=False)
    assert (found.changed, found.gone, found.same) == (changed, gone, same)
    assert found.digest == ("" if changed else "0123456789ab")


def test_room_for_a_seal_is_beside_the_words_of_a_paper() -> None:
    paper = every_block()
    made = room_for_seal(paper)
    assert made.seal == str(blank(paper.name, paper.as_of, __version__))
    assert replace(made, seal="") == paper
    for form in FORMATS:
        read = read_paper(formats()[form].emit(made, b""))
        assert str(read.seal) == made.seal
        assert not [line for lines in read.texts.values() for line in lines if "Seal:" in line]


def test_a_long_seal_has_room_in_a_word_file() -> None:
    paper = room_for_seal(replace(every_block(), name="a-" * 150))
    assert str(read_paper(formats()["docx"].emit(paper, b"")).seal) == paper.seal


def test_a_file_without_room_has_no_fingerprint() -> None:
    assert with_fingerprint(b"x", None) == b"x"
    assert not has_its_fingerprint(b"x", None)
