"""Tricks with a marking that are in letters, columns, numbers and room: beaten or refused."""

import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx.oxml.ns import qn

from planc.formats.word.marking_lookalikes import contradiction
from tests.formats.house_files import (
    BODY,
    HEADER,
    NUMBERS,
    STYLES,
    ejected,
    line,
    opened,
    packed,
    paper_in,
    parts_of,
    refusals,
    remarks,
    with_furniture,
)

_TABLE = "<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid>{}</w:tblGrid>{}</w:tbl>"
_HUGE = '<w:sz w:val="144"/>'
_CLOSE = '<w:spacing w:line="160" w:lineRule="auto"/>'
_NAMES = "Exampleshire Police and its many partners " * 2


def _rows(*rows: tuple[str, ...], cell: str = "") -> str:
    return "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}{line(words)}</w:tc>' for words in row)}</w:tr>"
        for row in rows
    )


def _columns(*widths: int) -> str:
    return "".join(f"<w:gridCol w:w='{width}'/>" for width in widths)


def _styled(words: str, form: str, **parts: bytes) -> dict[str, bytes]:
    """A line of the header in a style of the force's."""
    house = {**ejected(), **parts}
    style = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>{form}</w:style>'
    house[STYLES] = house[STYLES].replace(b"</w:styles>", f"{style}</w:styles>".encode())
    house[HEADER] = _header(with_furniture(line(words, '<w:pStyle w:val="X"/>')))
    return house


def _header(house: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(house)) as package:
        return package.read(HEADER)


def _numbers(words: str) -> bytes:
    levels = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt'
        f' w:val="bullet"/><w:suff w:val="nothing"/><w:lvlText w:val="{words}"/></w:lvl>'
        "</w:abstractNum><w:abstractNum "
    )
    text = ejected()[NUMBERS].decode().replace("<w:abstractNum ", levels, 1)
    last = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    return text.replace("</w:numbering>", last).encode()


def _title_shown(kind: str) -> bytes:
    """A header that shows the title of the cover before a word of its own."""
    field = '<w:fldSimple w:instr=" STYLEREF Title "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
    parts = {
        **ejected(),
        HEADER: _header(with_furniture(f"<w:p>{field}<w:r><w:t>CIAL</w:t></w:r></w:p>")),
    }
    title = {
        "paragraph": line("OFFI", '<w:pStyle w:val="Title"/>'),
        "letters": line("OFFI", letters='<w:rStyle w:val="TitleChar"/>'),
    }[kind]
    end = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    parts[BODY] = parts[BODY].replace(b"<w:body>", f"<w:body>{title}{end}".encode())
    style = (
        '<w:style w:type="character" w:styleId="TitleChar"><w:name w:val="Title Char"/></w:style>'
    )
    parts[STYLES] = parts[STYLES].replace(b"</w:styles>", f"{style}</w:styles>".encode())
    return packed(parts)


SAID = {
    "a small l for an I": "OFFlClAL",
    "a five": "5ECRET",
    "money": "S€CRET",
    "between bars": "|SECRET|",
    "with letters around it": "xxOFFICIALxx",
    "a coin in it": "SE₵RET",
    "a set in it": "OFFI⊂IAL",
    "a corner at its end": "OFFICIA⌊",
    "a pound at its end": "OFFICIA£",
    "what may be done": "No restrictions: copy freely",
}


@pytest.mark.parametrize("words", SAID.values(), ids=SAID)
def test_words_in_disguise_are_refused(words: str) -> None:
    assert "no other words about one may stand beside it" in refusals(with_furniture(line(words)))


REFUSED = {
    "letters down a column": with_furniture(
        _TABLE.format("", _columns(600, 8000), _rows(*((c, "Force") for c in "SECRET")))
    ),
    "letters down a tab": with_furniture(
        "".join(f"<w:p><w:r><w:t>{c}</w:t><w:tab/><w:t>Force</w:t></w:r></w:p>" for c in "SECRET")
    ),
    "the cover's title and a word": _title_shown("paragraph"),
    "the cover's title in letters and a word": _title_shown("letters"),
    "columns as wide as a letter": with_furniture(
        _TABLE.format('<w:tblLayout w:type="fixed"/>', _columns(50, 50), _rows((_NAMES, "x")))
    ),
    "a cell of a hundredth": with_furniture(
        _TABLE.format(
            '<w:tblLayout w:type="fixed"/>',
            _columns(9000, 50),
            _rows(("x", _NAMES), cell='<w:tcPr><w:tcW w:w="20" w:type="pct"/></w:tcPr>'),
        )
    ),
    "a page of symbols": with_furniture(
        "<w:p>" + '<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>' * 4000 + "</w:p>"
    ),
    "a page of signs": with_furniture(line("\u2e3b " * 1000)),
    "letters far apart": with_furniture(line("Police " * 150, letters='<w:spacing w:val="200"/>')),
    "a line for each tab": with_furniture(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="9700"/></w:tabs></w:pPr>'
        f"{'<w:r><w:tab/></w:r>' * 120}<w:r><w:t>x</w:t></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_words_in_other_directions_and_room_that_is_taken_are_refused(name: str) -> None:
    told = refusals(REFUSED[name])
    assert "no other words about one may stand beside it" in told or "leave too little room" in told


def _lines(house: bytes) -> list[Any]:
    """The force's lines of the header."""
    return list(opened(paper_in(house)).sections[0].header.paragraphs[2:])


@pytest.mark.parametrize("words", ["NOT PROTECTIVELY ", "NOT ", "1"])
def test_a_number_that_a_style_puts_before_a_line_is_left_out(words: str) -> None:
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
    house = packed(_styled("marked", number, **{NUMBERS: _numbers(words)}))
    assert remarks(house).startswith("The number or dot before a line is left out.")
    (shown,) = _lines(house)
    assert shown._p.pPr.numPr.numId.val == 0


@pytest.mark.parametrize(("words", "left"), [("NOT ", "•"), ("x", "x"), ("%1.", "%1.")])
def test_a_dot_of_a_list_says_nothing(words: str, left: str) -> None:
    numbers = parts_of(paper_in(packed({**ejected(), NUMBERS: _numbers(words)})))[NUMBERS]
    assert next(numbers.iter(qn("w:lvlText"))).get(qn("w:val")) == left


def test_letters_of_a_font_that_has_others_are_not_taken() -> None:
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F054"/></w:r>'
    house = with_furniture(f"<w:p><w:r><w:t>SECRE</w:t></w:r>{symbol}</w:p>")
    assert remarks(house).startswith("letters set as symbols.")
    assert [shown.text for shown in _lines(house)] == ["SECRE"]
    greek = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/><w:rtl/>'
    (shown,) = _lines(with_furniture(line("OREN", letters=greek)))
    assert not list(shown._p.iter(qn("w:rFonts"), qn("w:rtl")))


def test_marks_are_not_piled_up_over_the_marking() -> None:
    marks = "\u0334\u0310\u0352\u0357\u0346\u034b" * 12
    (shown,) = _lines(with_furniture(line(f"Cafe\u0301 w{marks}")))
    assert shown.text == "Café w\u0334"


def test_large_letters_in_close_lines_do_not_reach_into_the_marking() -> None:
    (shown,) = _lines(with_furniture(line("Force", _CLOSE, _HUGE)))
    assert shown._p.pPr.find(qn("w:spacing")).get(qn("w:line")) == "216"
    house = _styled("Force", f"<w:pPr>{_CLOSE}</w:pPr><w:rPr>{_HUGE}</w:rPr>")
    styles = parts_of(paper_in(packed(house)))[STYLES]
    lines = [int(e.get(qn("w:line"), "240")) for e in styles.iter(qn("w:spacing"))]
    assert min(lines) == 216


@pytest.mark.parametrize(
    "words",
    [
        "Chief Officer|Secretary\nsecretariat@exampleshire.example\nCouncil officials",
        "Part 4 of 8\nSection 5, £20k a year\n© Exampleshire 2026\t→ page 3",
        "☎ 0800\t✉post@exampleshire.example\nConfidentiality: see our policy",
    ],
)
def test_words_that_look_a_little_like_it_are_taken(words: str) -> None:
    assert contradiction(words) == ""
