"""The marking of a Word file: no house style can dress it away, and what is made is checked."""

import zipfile
from io import BytesIO

import pytest

from planc.formats.docx import emit, marking_faults
from planc.formats.word.marking_lookalikes import contradiction
from tests.formats.every_block import every_block
from tests.formats.house_files import (
    BODY,
    FOOTER,
    HEADER,
    NUMBERS,
    STYLES,
    THEME,
    edited,
    ejected,
    line,
    packed,
    paper_in,
    picture,
    png,
    refusals,
    with_furniture,
    with_part,
)

_LETTERS = '<w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial"'
_LINES = "<w:pPrDefault><w:pPr>"
_NORMAL = '<w:name w:val="Normal"/><w:qFormat/>'


def _defaults(letters: str) -> bytes:
    return edited(STYLES, '<w:color w:val="1A1A1A"/><w:sz w:val="22"/>', letters)


def _normal(properties: str) -> bytes:
    return edited(STYLES, _NORMAL, _NORMAL + properties)


def _style(properties: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="X"/>{properties}</w:style>'


def _in_style(text: str, properties: str) -> bytes:
    """A line of the header in a style of the force's."""
    parts = ejected()
    parts[STYLES] = parts[STYLES].replace(
        b"</w:styles>", f"{_style(properties)}</w:styles>".encode()
    )
    with zipfile.ZipFile(BytesIO(with_furniture(line(text, '<w:pStyle w:val="X"/>')))) as package:
        parts[HEADER] = package.read(HEADER)
    return packed(parts)


_OVER = 'w:vAnchor="page" w:hAnchor="page" w:x="1" w:y="1"'
_WHITE = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
_FRAME = f'<w:framePr w:w="11906" w:h="900" w:hRule="exact" w:wrap="around" {_OVER}/>{_WHITE}'
_ROW = f"<w:tr><w:tc><w:tcPr><w:tcW w:w='9000'/></w:tcPr>{line('Force')}</w:tc></w:tr>"
_TABLE = "<w:tbl><w:tblPr>{}</w:tblPr><w:tblGrid><w:gridCol w:w='9000'/></w:tblGrid>{}</w:tbl>"
_TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor/></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r><w:r><w:pict><v:rect style='position:absolute'"
    " fillcolor='white'/></w:pict></w:r></w:p>"
)

BEATEN = {
    "defaults white": _defaults('<w:color w:val="FFFFFF"/><w:sz w:val="22"/>'),
    "defaults in a white of the theme": _defaults(
        '<w:color w:val="FFFFFF" w:themeColor="background1"/><w:sz w:val="22"/>'
    ),
    "defaults hidden": _defaults("<w:vanish/>"),
    "defaults one point": _defaults('<w:sz w:val="2"/><w:szCs w:val="2"/>'),
    "defaults one per cent wide": _defaults('<w:w w:val="1"/>'),
    "defaults squeezed": _defaults('<w:spacing w:val="-400"/>'),
    "defaults struck out": _defaults("<w:strike/><w:dstrike/>"),
    "defaults in white capitals, embossed": _defaults("<w:emboss/><w:caps/>"),
    "defaults highlighted": _defaults('<w:highlight w:val="black"/>'),
    "defaults black on black": _defaults('<w:shd w:val="solid" w:color="1A1A1A"/>'),
    "defaults raised off the page": _defaults('<w:position w:val="3000"/>'),
    "defaults fitted into nothing": _defaults('<w:fitText w:val="20"/>'),
    "defaults as a formula": _defaults("<w:oMath/>"),
    "defaults in symbols": edited(STYLES, _LETTERS, _LETTERS.replace("Arial", "Wingdings")),
    "defaults in a font of the theme": edited(
        STYLES, _LETTERS, f'{_LETTERS} w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    ),
    "defaults in lines of one point": edited(
        STYLES, 'w:line="245" w:lineRule="auto"', 'w:line="20" w:lineRule="exact"'
    ),
    "defaults off the page": edited(STYLES, _LINES, f'{_LINES}<w:ind w:left="-20000"/>'),
    "defaults numbered": edited(STYLES, _LINES, f'{_LINES}<w:numPr><w:numId w:val="1"/></w:numPr>'),
    "defaults on a page each": edited(STYLES, _LINES, f"{_LINES}<w:pageBreakBefore/>"),
    "defaults in a frame": edited(STYLES, _LINES, f"{_LINES}{_FRAME}"),
    "Normal white": _normal('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
    "Normal hidden on the web": _normal("<w:rPr><w:webHidden/></w:rPr>"),
    "Normal from right to left": _normal("<w:pPr><w:bidi/></w:pPr><w:rPr><w:rtl/></w:rPr>"),
    "Normal upright": _normal('<w:pPr><w:textDirection w:val="tbRl"/></w:pPr>'),
    "Normal in a frame": _normal(f"<w:pPr>{_FRAME}</w:pPr>"),
    "headings in frames": edited(STYLES, "<w:keepNext/>", f"<w:keepNext/>{_FRAME}"),
    "Marking of its own, white": edited(
        STYLES, '<w:name w:val="Marking"/>', '<w:name w:val="marking"/><w:rPr><w:vanish/></w:rPr>'
    ),
    "a Marking of another type": edited(
        STYLES,
        "</w:styles>",
        '<w:style w:type="character" w:styleId="Marking"><w:name w:val="Own"/><w:rPr><w:vanish/>'
        "</w:rPr></w:style></w:styles>",
    ),
    "a default character style hidden": edited(
        STYLES, '<w:uiPriority w:val="1"/>', '<w:rPr><w:vanish/><w:color w:val="FFFFFF"/></w:rPr>'
    ),
    "Arial in other clothes": with_part(
        "word/fontTable.xml",
        ejected()["word/fontTable.xml"].replace(
            b"<w:panose1", b'<w:altName w:val="Wingdings"/><w:embedRegular/><w:panose1'
        ),
    ),
    "a floating table": with_furniture(
        _TABLE.format(
            f"<w:tblpPr {_OVER.replace('w:x=', 'w:tblpX=').replace('w:y=', 'w:tblpY=')}/>", _ROW
        )
    ),
    "a floating table by its style": edited(
        STYLES,
        '<w:name w:val="Planc Table"/>',
        '<w:name w:val="Planc Table"/><w:tblPr><w:tblpPr/></w:tblPr>',
    ),
    "a table far to the left": with_furniture(
        _TABLE.format('<w:tblInd w:w="-9000" w:type="dxa"/>', _ROW)
    ),
    "a frame": with_furniture(line("Force", _FRAME)),
    "a frame by its style": _in_style("Force", f"<w:pPr>{_FRAME}</w:pPr>"),
    "a line lifted over it": with_furniture(line("Force", letters='<w:position w:val="100"/>')),
    "a line of one point with huge letters": with_furniture(
        line(
            "Force",
            '<w:spacing w:line="20" w:lineRule="exact"/>',
            '<w:sz w:val="200"/><w:color w:val="FFFFFF"/>',
        )
    ),
    "a floating picture": with_furniture(picture("anchor"), crest=png()),
    "a text box and an old drawing": with_furniture(_TEXT_BOX),
    "a text box at the foot": with_furniture(_TEXT_BOX, FOOTER),
    "the page turned to white": edited(
        BODY, "<w:body>", '<w:background w:color="1A1A1A"/><w:body>'
    ),
    "the text over the header": edited(BODY, 'w:top="1304"', 'w:top="-100"'),
    "the header off the page": edited(BODY, 'w:header="397"', 'w:header="17000"'),
    "the footer off the page": edited(BODY, 'w:footer="340"', 'w:footer="17000"'),
    "the margins cut": edited(BODY, 'w:left="1077"', 'w:left="0"'),
    "a page upright in columns": edited(
        BODY,
        "</w:sectPr>",
        '<w:cols w:num="9"/><w:textDirection w:val="btLr"/><w:vAlign w:val="both"/></w:sectPr>',
    ),
    "borders of the page": edited(
        BODY,
        "</w:sectPr>",
        '<w:pgBorders><w:top w:val="single" w:sz="96" w:space="31"/></w:pgBorders></w:sectPr>',
    ),
    "a border above the first line": with_furniture(
        line("Force", '<w:pBdr><w:top w:val="single" w:sz="900" w:space="900"/></w:pBdr>')
    ),
    "a theme in white": edited(THEME, '<a:srgbClr val="1A1A1A"/>', '<a:srgbClr val="FFFFFF"/>'),
    "settings that swap its colours": with_part(
        "word/settings.xml",
        ejected()["word/settings.xml"].replace(
            b"<w:themeFontLang",
            b'<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/><w:themeFontLang',
        ),
    ),
    "dots that hide": edited(NUMBERS, '<w:lvlText w:val="•"/>', '<w:lvlText w:val="SECRET"/>'),
    "a heading that shows a marking of the text": with_furniture(
        '<w:p><w:fldSimple w:instr=" STYLEREF &quot;Table Text&quot; "><w:r><w:t>OFFICIAL</w:t>'
        "</w:r></w:fldSimple></w:p>"
    ),
    "a page number that says another thing": with_furniture(
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>SECRET</w:t></w:r></w:fldSimple></w:p>'
    ),
    "words in the alternative text": with_furniture(picture(words="Force"), crest=png()),
}


@pytest.mark.parametrize("name", BEATEN)
def test_a_house_style_that_would_beat_the_marking_is_beaten(name: str) -> None:
    raw = paper_in(BEATEN[name])
    with zipfile.ZipFile(BytesIO(raw)) as package:
        ours = ejected()
        mine, theirs = ours[HEADER], package.read(HEADER)
        assert not [part for part in package.namelist() if b"SECRET" in package.read(part)]
        styles = package.read(STYLES)
    start = mine.index(b"<w:pPr>")
    assert mine[start : mine.index(b"</w:pPr>")] in theirs
    for style in ("Marking", "Banner", "FooterText"):
        wanted = ours[STYLES].partition(f'w:styleId="{style}"'.encode())[2]
        assert wanted[: wanted.index(b"</w:style>")] in styles


REFUSED = {
    "OFFICIAL": with_furniture(line("OFFICIAL")),
    "in small letters": with_furniture(line("official")),
    "in runs": with_furniture(
        "<w:p>" + "".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in "SECRET") + "</w:p>"
    ),
    "in cells": with_furniture(
        _TABLE.format(
            "",
            "<w:tr>" + "".join(f"<w:tc>{line(w)}</w:tc>" for w in ("NOT", "OFFICIAL")) + "</w:tr>",
        )
    ),
    "spaced out": with_furniture(line("O F F I C I A L")),
    "tabbed": with_furniture(
        "<w:p>" + "".join(f"<w:r><w:t>{c}</w:t><w:tab/></w:r>" for c in "SECRET") + "</w:p>"
    ),
    "with zero width": with_furniture(line("OFFI\u200bCIAL")),
    "in other letters": with_furniture(line("ОFFIСIАL")),
    "with noughts": with_furniture(line("0FFICIAL")),
    "full width": with_furniture(line("ＳＥＣＲＥＴ")),
    "accented": with_furniture(line("ÓFFICIÁL")),
    "hyphens that do not break": with_furniture(
        "<w:p><w:r><w:t>OFFICIAL</w:t><w:noBreakHyphen/><w:t>SENSITIVE</w:t></w:r></w:p>"
    ),
    "no longer used": with_furniture(line("NOT PROTECTIVELY MARKED"), FOOTER),
    "restricted": with_furniture(line("Restricted when complete"), FOOTER),
    "released": with_furniture(line("Approved for public release")),
    "denied": with_furniture(line("Unclassified once printed")),
    "about it": with_furniture(line("Ignore the marking above")),
    "Welsh": with_furniture(line("SWYDDOGOL")),
    "alone": with_furniture(line("PUBLIC")),
    "in two cells": with_furniture(
        _TABLE.format("", f"<w:tr><w:tc>{line('OFFI')}</w:tc><w:tc>{line('CIAL')}</w:tc></w:tr>")
    ),
    "one letter under the other": with_furniture("".join(map(line, "SECRET"))),
    "small capitals of their own": with_furniture(line("ᴏꜰꜰɪᴄɪᴀʟ")),
    "letters in squares": with_furniture(line("🅾🅵🅵🅸🅲🅸🅰🅻")),
    "another alphabet": with_furniture(line("ЅЕСЯЕТ")),
    "another banner": with_furniture(line("PARTNERS")),
    "another scheme": with_furniture(line("TLP:CLEAR")),
    "another handling": with_furniture(line("For council use only"), FOOTER),
    "in a control": with_furniture(
        f"<w:sdt><w:sdtContent>{line('OFFICIAL')}</w:sdtContent></w:sdt>"
    ),
    "in a link": with_furniture(
        "<w:p><w:hyperlink><w:r><w:t>OFFICIAL</w:t></w:r></w:hyperlink></w:p>"
    ),
    "in planc's own line": edited(
        HEADER, "</w:pPr></w:p>", "</w:pPr><w:r><w:t>OFFICIAL</w:t></w:r></w:p>"
    ),
    "on the cover": edited(BODY, "<w:body>", f"<w:body>{line('OFFICIAL')}"),
    "a header as high as the page": with_furniture(line("Force") * 40),
    "empty lines as high as the page": with_furniture(
        line("Force") + line(" ", letters='<w:sz w:val="144"/>') * 12
    ),
    "a row as high as the page": with_furniture(
        _TABLE.format(
            "", _ROW.replace("<w:tr>", "<w:tr><w:trPr><w:trHeight w:val='1440'/></w:trPr>") * 9
        )
    ),
    "cells with room enough": with_furniture(
        _TABLE.format('<w:tblCellMar><w:top w:w="1440" w:type="dxa"/></w:tblCellMar>', _ROW * 12)
    ),
    "a cell as wide as a letter": with_furniture(
        _TABLE.format("", _ROW.replace("9000", "200").replace("Force", "Exampleshire Police" * 9))
    ),
    "borders that keep off": with_furniture(
        line("Force", '<w:pBdr><w:top w:val="single" w:space="31"/></w:pBdr>') * 10
    ),
    "a line of tabs": with_furniture(
        "<w:p>" + "<w:r><w:tab/></w:r>" * 400 + "<w:r><w:t>x</w:t></w:r></w:p>"
    ),
    "a tower of pictures": with_furniture(picture(size=9_000_000) * 5, crest=png()),
    "a footer as high as the page": with_furniture(line("Force") * 40, FOOTER),
    "lines too short for it": edited(BODY, 'w:left="1077"', 'w:left="9000"'),
    "a gutter that leaves nothing": edited(BODY, 'w:gutter="0"', 'w:gutter="9000"'),
    "margins that leave nothing": edited(BODY, 'w:top="1304"', 'w:top="12000"'),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_second_marking_and_a_page_without_room_are_refused(name: str) -> None:
    message = refusals(REFUSED[name])
    assert "no other words about one may stand beside it" in message or "room" in message
    assert "In Word: " in message


def test_what_is_refused_is_quoted_as_it_is_read() -> None:
    message = refusals(with_furniture(line("Not protectively"), FOOTER))
    assert message == ""
    message = refusals(with_furniture(line("Not protectively marked"), FOOTER))
    assert message == (
        'The footer has "NOT PROTECTIVELY MARKED" in it: the marking is planc\'s to print, and no'
        " other words about one may stand beside it. In Word: Insert > Header > Edit Header, and"
        " take them out."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Exampleshire Police\nOffice of the Police and Crime Commissioner\nSecretariat",
        "Pursue Prevent Protect Prepare\nProtecting the public",
        "Page 1 of 3\n4P plan, board of 2 December 2026, ref. SOC-2026-014\nhttps://www.example.org",
        "Heddlu Enghraifft\nCrimestoppers 0800 555 111, in confidence\nOpen 9 to 5",
        "",
    ],
)
def test_words_of_a_force_are_no_marking(words: str) -> None:
    assert contradiction(words) == ""


# The check knows nothing of how the file was made


def _changed(part: str, old: str, new: str) -> bytes:
    with zipfile.ZipFile(BytesIO(emit(every_block(), b""))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode()
    assert old in text, old
    parts[part] = text.replace(old, new, 1).encode()
    return packed(parts)


_RUN = '<w:r><w:rPr><w:rFonts w:ascii="Arial"'
_RELATIONS = "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("part", "old", "new", "message"),
    [
        (HEADER, ">OFFICIAL-SENSITIVE", ">OFFICIAL", "words of the marking"),
        (FOOTER, "DRAFT - OFFICIAL", "OFFICIAL", "words of the marking"),
        (HEADER, _RUN, _RUN.replace("<w:rPr>", "<w:rPr><w:vanish/>"), "hidden"),
        (HEADER, _RUN, _RUN.replace("Arial", "Wingdings"), "font"),
        (HEADER, '<w:w w:val="100"/>', "", ""),
        (FOOTER, "</w:ftr>", f"{line('x')}</w:ftr>", "words of the marking"),
        (FOOTER, "<w:p>", f"{line('SECRET')}<w:p>", 'the footer has "SECRET" beside the marking'),
        (HEADER, "</w:hdr>", f"{line('x', _FRAME)}</w:hdr>", "may lie over the header"),
        (STYLES, "<w:qFormat/>", f"<w:qFormat/><w:pPr>{_FRAME}</w:pPr>", "lets its text float"),
        (BODY, 'w:header="397"', 'w:header="17000"', "not where planc puts it"),
        (BODY, 'w:top="1304"', 'w:top="-1304"', "lie over the marking"),
        (BODY, 'w:top="1304"', 'w:top="13040"', "too little room"),
        (BODY, 'w:left="1077"', 'w:left="8000"', "too short"),
        (BODY, "</w:sectPr>", "<w:titlePg/></w:sectPr>", "a page has no header"),
        (_RELATIONS, "header1.xml", "nothing.xml", "a page has no header"),
        ("word/settings.xml", "<w:zoom", "<w:evenAndOddHeaders/><w:zoom", "a page has no header"),
        (HEADER, "PowerPlusWaterMarkObject1", "Another", "may lie over the header"),
        (HEADER, 'fillcolor="#e6e6e6"', 'fillcolor="#000000"', "may lie over the header"),
    ],
)  # fmt: skip
def test_the_finished_file_is_checked(part: str, old: str, new: str, message: str) -> None:
    found = "\n".join(marking_faults(_changed(part, old, new), every_block()))
    assert message in found
    assert bool(found) == bool(message)


_LOOK = '<w:color w:val="1A1A1A"/>'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (_LOOK, '<w:color w:val="F2F2F2"/>', "not its own colours"),
        (_LOOK, '<w:color w:val="1A1A1A" w:themeColor="accent1"/>', "not its own colours"),
        ('w:fill="FFFFFF"/><w:vertAlign', 'w:fill="1A1A1A"/><w:vertAlign', "not its own colours"),
        ('<w:sz w:val="24"/>', '<w:sz w:val="8"/>', "not its own size"),
        ('<w:b w:val="1"/>', "", "not its own size"),
        ('<w:w w:val="100"/>', '<w:w w:val="1"/>', "misshapen"),
        ('<w:spacing w:val="0"/>', '<w:spacing w:val="-400"/>', "misshapen"),
        ('<w:position w:val="0"/>', '<w:position w:val="900"/>', "misshapen"),
        ('<w:strike w:val="0"/>', "<w:strike/>", "struck out"),
        ('<w:vertAlign w:val="baseline"/>', '<w:vertAlign w:val="subscript"/>', "misshapen"),
        ('w:line="245" w:lineRule="auto"', 'w:line="20" w:lineRule="exact"', "clipped or moved"),
        ('w:left="0"', 'w:left="-9000"', "clipped or moved"),
        ('<w:numId w:val="0"/>', '<w:numId w:val="1"/>', "a number or a dot"),
        ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', "not in the middle"),
    ],
)
def test_every_property_of_the_marking_is_checked(old: str, new: str, message: str) -> None:
    """It is changed where it stands and in its style, as one would who beats both."""
    with zipfile.ZipFile(BytesIO(emit(every_block(), b""))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part in (HEADER, STYLES):
        parts[part] = parts[part].replace(old.encode(), new.encode())
    assert message in "\n".join(marking_faults(packed(parts), every_block()))
