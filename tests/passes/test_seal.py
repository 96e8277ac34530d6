"""A seal holds for the very bytes that were sealed, and for what it says of them."""

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO

import pytest

from planc.model.read_back import Verdict
from planc.model.seal import PARTS, blank, find_seal
from planc.passes.read_paper import read_paper
from planc.passes.seal import judge, seal

AS_OF = dt.date(2026, 11, 22)
EMPTY = blank("SOC-2026-014_x-plan-board", AS_OF, "0.1.0")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word(**parts: str) -> bytes:
    """A Word file of a body, with other parts by their names."""
    out = BytesIO()
    body = f"<w:p><w:r><w:t>Flats</w:t></w:r></w:p><w:p><w:r><w:t>{EMPTY}</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(out, "w") as package:
        for name, content in {"word/document.xml": body, **parts}.items():
            package.writestr(name, content)
    return out.getvalue()


PAGE = f"""\
<!doctype html>
<html><head><title>Larch</title><meta name="keywords" content="OFFICIAL"></head><body>
<header>OFFICIAL</header><main><p>Flats</p><table><tr><td>22 calls</td></tr></table>
<svg><text>41</text></svg></main><footer>as of today, digest 0123456789ab</footer>
<p>{EMPTY}</p></body></html>
"""
MARKDOWN = "# Larch\n\nFlats, digest 0123456789ab\n\n| 22 calls |\n\n"
MARKDOWN += str(EMPTY).replace("_", "\\_") + "\n"


def _sealed(raw: bytes) -> bytes:
    return seal(raw, read_paper(raw), EMPTY)


def _verdict(raw: bytes) -> Verdict:
    return judge(read_paper(raw))


FORMS: Mapping[str, bytes] = {
    "docx": _word(**{"word/styles.xml": "<styles/>"}),
    "html": PAGE.encode(),
    "md": MARKDOWN.encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_sealed_is_unaltered(form: str) -> None:
    verdict = _verdict(_sealed(FORMS[form]))
    assert verdict.unaltered
    assert verdict.changed == ()
    assert verdict.seal
    assert (verdict.seal.name, verdict.seal.as_of) == ("SOC-2026-014_x-plan-board", AS_OF)
    assert verdict.seal.version == "0.1.0"
    assert verdict.digest == ("" if form == "docx" else "0123456789ab")


@pytest.mark.parametrize("form", FORMS)
def test_what_was_never_sealed_is_not_unaltered(form: str) -> None:
    assert not _verdict(FORMS[form]).unaltered
    assert _verdict(FORMS[form]).changed


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
    if form == "md":
        old, new = old.replace("_", "\\_"), new.replace("_", "\\_")
    assert sealed.count(old.encode()) == 1
    assert not _verdict(sealed.replace(old.encode(), new.encode())).unaltered


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
    verdict = _verdict(sealed.replace(old.encode(), new.encode()))
    assert (verdict.unaltered, verdict.changed) == (False, (part,))


def test_no_part_is_forgotten() -> None:
    assert PARTS == ("paragraphs", "tables", "charts", "header", "footer", "properties")


def _repacked(raw: bytes, change: Callable[[str, bytes], tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as repacked:
        for part in package.infolist():
            repacked.writestr(*change(part.filename, package.read(part)))
    return out.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda name, held: (name, held.replace(b"<styles/>", b"<styles />")),
        lambda name, held: (name.replace("styles", "style"), held),
        lambda name, held: (name, held.replace(b"Flats", b"Flat")),
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
    assert before["word/styles.xml"] == after["word/styles.xml"]
    assert str(EMPTY).encode() not in after["word/document.xml"]


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
    assert re.fullmatch(r"Seal: [^ ]+ 2026-11-22 planc-0\.1\.0 0{72} 0{64}", str(EMPTY))
    parts = {part: f"{number:012x}" for number, part in enumerate(PARTS)}
    other = replace(EMPTY, parts=parts, whole="f" * 64)
    assert find_seal(str(other)) == other


def test_the_last_of_two_seals_counts() -> None:
    later = replace(EMPTY, name="later")
    assert find_seal(f"{EMPTY} {later}") == later


@pytest.mark.parametrize("old", ["2026-11-22", "Seal: ", "planc-", "0" * 64])
def test_what_is_not_quite_a_seal_is_none(old: str) -> None:
    assert find_seal(str(EMPTY).replace(old, old[:-1] + "x")) is None
    assert find_seal("") is None
    assert find_seal(str(EMPTY).replace("2026-11-22", "2026-02-30")) is None
