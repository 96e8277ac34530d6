"""House files as forces have them: what is taken, and what is said of what is not."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor

from tests.formats.house_files import (
    BODY,
    FOOTER,
    HEADER,
    NAMES,
    NUMBERS,
    PAGE,
    RELATIONS,
    STYLES,
    TYPES,
    edited,
    ejected,
    line,
    opened,
    packed,
    paper_in,
    parts_of,
    picture,
    png,
    refusals,
    remarks,
    with_furniture,
    with_part,
)

_HEADING = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'


def _header(house: bytes) -> list[str]:
    """The force's lines of the header."""
    return [p.text for p in opened(paper_in(house)).sections[0].header.paragraphs[2:]]


# What no paper is ever given


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word/embeddings/Book1.xlsx", "embedded files."),
        ("customXml/item1.xml", "custom data (customXml)."),
        ("word/comments.xml", "comments."),
        ("word/commentsIds.xml", "comments."),
        ("word/fonts/font1.odttf", "embedded fonts."),
        ("docProps/custom.xml", "custom properties, such as a sensitivity label's."),
        ("docMetadata/LabelInfo.xml", "the sensitivity label."),
        ("word/glossary/document.xml", "building blocks (AutoText)."),
        ("word/media/image1.emf", ""),
        ("word/media/image4.svg", ""),
        ("word/header9.xml", ""),
        ("word/people.xml", ""),
        ("../../etc/passwd", ""),
    ],
)
def test_what_is_not_form_stays_behind_and_is_named(name: str, words: str) -> None:
    house = with_part(name, b"Not for partners")
    assert remarks(house) == words
    with zipfile.ZipFile(BytesIO(paper_in(house))) as package:
        assert name not in package.namelist()
        assert not [n for n in package.namelist() if b"Not for partners" in package.read(n)]


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/activeX/activeX1.bin"])
def test_a_file_with_macros_is_refused(name: str) -> None:
    assert refusals(with_part(name)) == (
        "It has macros. In Word: File > Save As > Word Document (.docx), which has none."
    )


def test_a_link_to_a_template_elsewhere_stays_behind() -> None:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{space}"><Relationship Id="rId1" Type="x/attachedTemplate"'
    rels += ' Target="https://example.org/force.dotx" TargetMode="External"/></Relationships>'
    house = with_part("word/_rels/settings.xml.rels", rels.encode())
    assert remarks(house) == "links to places outside the file."
    with zipfile.ZipFile(BytesIO(paper_in(house))) as package:
        assert not [n for n in package.namelist() if b"example.org" in package.read(n)]


def test_words_that_nobody_sees_stay_behind() -> None:
    unseen = "<!-- Op SAMPLE note: not for partners --><?note x?>"
    zero_width = "Ex\u200bample\u00adshire"
    house = with_furniture(
        unseen + line(zero_width) + "<w:bookmarkStart w:id='1' w:name='secret'/>"
    )
    assert _header(house) == ["Exampleshire"]
    header = parts_of(paper_in(house))[HEADER]
    assert not [e for e in header.iter() if not isinstance(e.tag, str)]
    assert next(header.iter(qn("w:bookmarkStart")), None) is None


def test_where_and_by_whom_a_picture_was_taken_stays_behind() -> None:
    words = b"tEXtAuthor\0DI North"
    comment = (len(words) - 4).to_bytes(4) + words + bytes(4)
    head = png()[:33]
    crest = head + comment + png()[33:] + b"the whole plan"
    raw = paper_in(with_furniture(picture(), crest=crest))
    with zipfile.ZipFile(BytesIO(raw)) as package:
        assert package.read("word/media/house1.png") == png()


# Headers and footers


@pytest.mark.parametrize("frame", ["inline", "anchor"])
def test_a_crest_is_taken_as_word_puts_it_in(frame: str) -> None:
    house = with_furniture(picture(frame), crest=png())
    floats = "A picture that floats is set in line with the text"
    assert (floats in remarks(house)) == (frame == "anchor")
    header = opened(paper_in(house)).sections[0].header
    (shown,) = header.part.rels.values()
    assert shown.target_part.blob == png()
    (drawn,) = header._element.iter(qn("wp:inline"))
    assert drawn.find(qn("wp:docPr")).get("descr") == "Crest"


def test_a_crest_without_words_and_too_large_is_told() -> None:
    house = with_furniture(picture(words="", size=9_000_000), crest=png())
    assert remarks(house).split("\n") == [
        (
            "planc cannot see what a picture shows: make sure that none shows a marking. In Word:"
            " Insert > Header > Edit Header."
        ),
        "A picture has no alternative text. In Word: right-click it > View Alt Text.",
        "A picture is made smaller, to leave room for the text. In Word: Picture Format > Size.",
    ]
    (extent,) = opened(paper_in(house)).sections[0].header._element.iter(qn("wp:extent"))
    assert int(extent.get("cy")) / 360_000 == pytest.approx(2.3, abs=0.01)


@pytest.mark.parametrize("crest", [b"\x01\0\0\0emf", b"<svg/>", b"GIF89a", b""])
def test_a_picture_of_another_kind_stays_behind(crest: bytes) -> None:
    house = with_furniture(line("Force") + picture(), crest=crest)
    assert remarks(house) == (
        "a picture that is neither PNG nor JPEG, or is not there. In Word: Insert > Pictures."
    )
    assert _header(house) == ["Force", ""]


_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def _field(*words: str, result: str = "7") -> str:
    runs = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in words)
    return f"<w:p>{_BEGIN}{runs}{_SEPARATE}<w:r><w:t>{result}</w:t></w:r>{_END}</w:p>"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ((" PAGE ", "  \\* MERGEFORMAT "), "PAGE"),
        ((" PA", "GE "), "PAGE"),
        ((" ", "NUM", "PAGES"), "NUMPAGES"),
        ((" page \\* Arabic ",), "PAGE"),
        ((' STYLEREF  "heading 1" \\* MERGEFORMAT ',), 'STYLEREF "Heading 1"'),
        ((" STYLEREF 2 ",), 'STYLEREF "Heading 2"'),
    ],
)
def test_a_field_is_taken_however_word_splits_it(words: tuple[str, ...], name: str) -> None:
    house = with_furniture(_field(*words), FOOTER)
    assert remarks(house) == ""
    footer = opened(paper_in(house)).sections[0].footer._element
    fields = [e.get(qn("w:instr")).strip() for e in footer.iter(qn("w:fldSimple"))]
    assert fields == [name, "PAGE", "NUMPAGES"]
    assert "7" not in [t.text for t in footer.iter(qn("w:t"))]


@pytest.mark.parametrize(
    "words", ["DATE \\@ d", "INCLUDETEXT c:/x", "DDEAUTO cmd", "STYLEREF Small", "DOCPROPERTY x"]
)
def test_another_field_stays_behind_with_what_it_shows(words: str) -> None:
    name = words.split()[0]
    for field in (_field(words), f"<w:p><w:fldSimple w:instr=' {words} '/></w:p>"):
        house = with_furniture(line("Force") + field)
        assert remarks(house) == f"the field {name}. In Word: type the words that it is to show."
        assert _header(house) == ["Force", ""]


def test_the_words_of_a_link_stay() -> None:
    link = "<w:p><w:hyperlink r:id='x'><w:r><w:t>example.org</w:t></w:r></w:hyperlink></w:p>"
    assert _header(with_furniture(link)) == ["example.org"]
    assert _header(with_furniture(_field(' HYPERLINK "x" ', result="here"))) == ["here"]
    assert remarks(with_furniture(link)) == "links (their words stay)."


def test_a_tab_to_a_side_and_a_noted_sign_are_taken() -> None:
    tab = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
    phone = '<w:r><w:sym w:font="Wingdings" w:char="F028"/></w:r>'
    house = with_furniture(f"<w:p><w:r><w:t>L</w:t></w:r>{tab}{phone}<w:r><w:t>R</w:t></w:r></w:p>")
    assert remarks(house) == ""
    header = parts_of(paper_in(house))[HEADER]
    assert [len(list(header.iter(qn(f"w:{name}")))) for name in ("ptab", "sym")] == [1, 1]


def test_controls_are_taken_for_what_they_hold() -> None:
    def control(content: str, look: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{look}</w:sdtPr>{content}</w:sdt>"

    empty = control("")
    frame = control(f"<w:sdtContent>{line('Page')}</w:sdtContent>")
    prompt = control(f"<w:sdtContent>{line('Click here')}</w:sdtContent>", "<w:showingPlcHdr/>")
    house = with_furniture(empty + frame + prompt + "<w:p>" + empty + "</w:p>")
    assert _header(house) == ["Page", ""]
    assert remarks(house) == "the prompts of content controls."


def test_hidden_text_stays_hidden_for_good() -> None:
    hidden = line("not this", letters="<w:vanish/>") + line("nor this", '<w:pStyle w:val="Gone"/>')
    style = '<w:style w:type="paragraph" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr>'
    style += "<w:vanish/></w:rPr></w:style></w:styles>"
    with zipfile.ZipFile(BytesIO(with_furniture(hidden + line("Force")))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[STYLES] = parts[STYLES].replace(b"</w:styles>", style.encode())
    house = packed(parts)
    assert [text for text in _header(house) if text] == ["Force"]
    assert "hidden text. In Word: Home > Show/Hide ¶ shows it." in remarks(house)
    styles = parts_of(paper_in(house))[STYLES]
    assert next(styles.iter(qn("w:vanish")), None) is None


def test_tracked_changes_are_taken_as_accepted() -> None:
    new = "<w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins>"
    old = "<w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del>"
    house = with_furniture(f"<w:p>{new}{old}</w:p>")
    assert _header(house) == ["new"]
    assert remarks(house).startswith("Tracked changes are taken as accepted.")


def test_a_table_in_a_header_is_taken() -> None:
    cell = f"<w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>{line('Force')}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4000'/></w:tblGrid><w:tr>{cell}</w:tr>"
    header = opened(paper_in(with_furniture(table + "</w:tbl>"))).sections[0].header
    assert [c.text for c in header.tables[0].rows[0].cells] == ["Force"]
    assert header._element[-1].tag == qn("w:p")  # Word wants one after a table


def test_the_first_page_has_a_header_of_its_own() -> None:
    parts = ejected()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    relation = f'<Relationship Id="rId77" Type="{kind}" Target="header2.xml"/></Relationships>'
    parts["word/header2.xml"] = f"<w:hdr {NAMES}>{line('Crest')}</w:hdr>".encode()
    parts[HEADER] = f"<w:hdr {NAMES}>{line('Force')}</w:hdr>".encode()
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", relation.encode())
    parts[BODY] = parts[BODY].replace(
        b"<w:sectPr>", b'<w:sectPr><w:headerReference w:type="first" r:id="rId77"/>'
    )
    assert _header(packed(parts)) == ["Force"]  # the first page is not asked to differ
    parts[BODY] = parts[BODY].replace(b"</w:sectPr>", b"<w:titlePg/></w:sectPr>")
    raw = paper_in(packed(parts))
    section = opened(raw).sections[0]
    for header, words in ((section.header, "Force"), (section.first_page_header, "Crest")):
        assert [p.text for p in header.paragraphs] == [
            "OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
            "SAMPLE - DRAFT - POLICE ONLY",
            words,
        ]
    assert section.first_page_footer.paragraphs[-1].text.endswith("RECIPIENTS ONLY")


def test_another_header_on_even_pages_is_told() -> None:
    parts = ejected()
    parts[BODY] = parts[BODY].replace(
        b"<w:sectPr>", b'<w:sectPr><w:headerReference w:type="even" r:id="rId5"/>'
    )
    assert remarks(packed(parts)) == ""
    settings = "word/settings.xml"
    parts[settings] = parts[settings].replace(b"<w:zoom", b"<w:evenAndOddHeaders/><w:zoom")
    assert "header of even pages is not taken" in remarks(packed(parts))


def test_a_header_of_an_earlier_section_goes_on() -> None:
    parts = ejected()
    parts[HEADER] = f"<w:hdr {NAMES}>{line('Force')}</w:hdr>".encode()
    first = re.search(rb"<w:sectPr>.*?</w:sectPr>", parts[BODY])
    assert first is not None
    section = b"<w:body><w:p><w:pPr>" + first[0] + b"</w:pPr></w:p><w:sectPr/>"
    parts[BODY] = parts[BODY].replace(b"<w:body>" + first[0], section)
    assert _header(packed(parts)) == ["Force"]


# The page


@pytest.mark.parametrize(
    ("old", "new", "top"),
    [
        ('w:top="1304"', 'w:top="1304.5"', 1304),
        ('w:top="1304"', 'w:top="2.5cm"', 1417),
        ('w:top="1304"', 'w:top="-1304"', 1304),
        ('w:top="1304"', 'w:top="x"', 1304),
        ('w:top="1304"', "", 1304),
        (' w:gutter="0"', "", 1304),
        (' w:header="397" w:footer="340"', "", 1304),
        ('w:header="397"', 'w:header="17000"', 1304),
        ('w:footer="340"', 'w:footer="17000.5"', 1304),
    ],
)
def test_margins_are_taken_however_they_are_written(old: str, new: str, top: int) -> None:
    section = opened(paper_in(edited(BODY, old, new))).sections[0]
    margins = section._sectPr.pgMar
    assert int(margins.get(qn("w:top"))) == top
    whole = [margins.get(qn(f"w:{name}")) for name in ("header", "footer", "gutter")]
    assert whole == ["397", "340", "0"]


def test_what_is_done_to_a_margin_is_told() -> None:
    told = remarks(edited(BODY, 'w:left="1077"', 'w:left="0"'))
    assert told == "The left margin is made 0.5 cm. In Word: Layout > Margins."
    assert "stand where planc puts them" in remarks(
        edited(BODY, 'w:header="397"', 'w:header="9000"')
    )


def test_a_letter_page_becomes_a4_and_another_is_told() -> None:
    letter = edited(BODY, PAGE, '<w:pgSz w:w="12240" w:h="15840"/>')
    assert remarks(letter).startswith("The page is US Letter; papers have A4.")
    assert opened(paper_in(letter)).sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    larger = edited(BODY, PAGE, '<w:pgSz w:w="16838" w:h="23811"/>')
    assert remarks(larger).startswith("The page is 29.7 x 42.0 cm, not A4; papers have it too.")


@pytest.mark.parametrize("size", ['w:w="3000" w:h="3000"', 'w:w="90000" w:h="90000"'])
def test_a_page_without_room_is_refused(size: str) -> None:
    (told,) = refusals(edited(BODY, PAGE, f"<w:pgSz {size}/>")).split("\n")
    assert "leaves no room for a marking and text" in told


# Styles


def test_numbers_of_headings_are_planc_s() -> None:
    parts = ejected()
    number = "<w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:numId w:val='7'/></w:numPr>"
    based = '<w:basedOn w:val="Numbered"/>'
    style = '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/><w:pPr>'
    style += "<w:numPr><w:numId w:val='7'/></w:numPr></w:pPr></w:style></w:styles>"
    text = parts[STYLES].decode()
    head, _, tail = text.partition(_HEADING)
    tail = tail.replace("<w:pPr><w:keepNext/><w:keepLines/>", number, 1)
    second = 'styleId="Heading2"><w:name w:val="heading 2"/>'
    tail = tail.replace(f'{second}<w:basedOn w:val="Normal"/>', f"{second}{based}")
    parts[STYLES] = (head + _HEADING + tail).replace("</w:styles>", style).encode()
    levels = '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    levels += '<w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    text = parts[NUMBERS].decode().replace("<w:abstractNum ", levels + "<w:abstractNum ", 1)
    last = '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    parts[NUMBERS] = text.replace("</w:numbering>", last).encode()
    house = packed(parts)
    assert remarks(house).startswith("Heading 1, Heading 2: the file's own numbering is left out")
    document = opened(paper_in(house))
    for name in ("Heading 1", "Heading 2"):
        (found,) = document.styles[name].element.iter(qn("w:numId"))
        assert found.get(qn("w:val")) == "0"
    assert next(document.part.numbering_part.element.iter(qn("w:pStyle")), None) is None


def test_headings_stay_with_their_text_and_are_headings() -> None:
    house = edited(STYLES, "<w:keepNext/><w:keepLines/>", "")
    text = edited(STYLES, '<w:outlineLvl w:val="0"/>', "")
    for raw in (house, text):
        form = opened(paper_in(raw)).styles["Heading 1"].element.pPr
        assert form.find(qn("w:keepNext")) is not None
        assert form.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    loose = edited(STYLES, f'{_HEADING}<w:basedOn w:val="Normal"/>', _HEADING)
    assert remarks(loose) == ""
    parts = ejected()
    styles = parts[STYLES].replace(b"<w:keepNext/><w:keepLines/>", b"")
    assert remarks(packed({**parts, STYLES: styles})).startswith(
        "Heading 1, Heading 2, Heading 3: kept with the text that follows"
    )


def _ids(raw: bytes) -> dict[str, str]:
    styles = list(parts_of(raw)[STYLES].iter(qn("w:style")))
    found = {s.get(qn("w:styleId")): s.find(qn("w:name")).get(qn("w:val")) for s in styles}
    assert len(found) == len(styles)
    assert len(set(found.values())) == len(styles)
    return found


@pytest.mark.parametrize(
    "other",
    [
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Quote"/></w:style>',
        '<w:style w:type="character" w:styleId="Heading1"><w:name w:val="Quote"/></w:style>',
        '<w:style w:type="character" w:styleId="Heading1"><w:name w:val="Small"/></w:style>',
    ],
)
def test_an_id_that_another_style_has_is_given_up(other: str) -> None:
    parts = ejected()
    text = (
        parts[STYLES]
        .decode()
        .replace(_HEADING, other + _HEADING.replace('"Heading1"', '"berschrift1"'))
    )
    small = re.search(r'<w:style w:type="paragraph" w:styleId="Small">.*?</w:style>', text)
    assert small is not None
    parts[STYLES] = text.replace(small[0], "").encode()
    raw = paper_in(packed(parts))
    found = _ids(raw)
    assert (found["Heading1"], found["Small"]) == ("heading 1", "Small")
    assert found["Heading1100"].startswith(("Quote", "Small (house)"))
    words = "1 First plain words"
    used = [p.style.name for p in opened(raw).paragraphs if p.text == words]
    assert used == ["toc 1", "Heading 1"]


@pytest.mark.parametrize(
    "style",
    [
        '<w:style w:type="paragraph" w:styleId="NoName"/>',
        '<w:style w:styleId="NoType"><w:name w:val="No type"/></w:style>',
        '<w:style w:type="paragraph"><w:name w:val="No id"/></w:style>',
        '<w:style w:type="odd" w:styleId="Odd"><w:name w:val="Odd"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
        (
            '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/>'
            '</w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/>'
            '<w:basedOn w:val="A"/></w:style>'
        ),
        (
            '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="C"/>'
            '<w:next w:val="Nowhere"/><w:link w:val="Nowhere"/></w:style>'
        ),
        (
            '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="D"/>'
            '<w:basedOn w:val="Strong"/><w:pPr><w:jc w:val="middle"/></w:pPr></w:style>'
        ),
    ],
)
def test_a_style_that_is_not_whole_does_no_harm(style: str) -> None:
    raw = paper_in(edited(STYLES, "</w:styles>", f"{style}</w:styles>"))
    found = _ids(raw)
    based = {}
    for held in parts_of(raw)[STYLES].iter(qn("w:style")):
        base = held.find(qn("w:basedOn"))
        based[held.get(qn("w:styleId"))] = None if base is None else base.get(qn("w:val"))
    for key in found:
        seen = []
        while key is not None:
            assert key not in seen
            seen.append(key)
            key = based[key]  # type: ignore[assignment]


def test_a_style_that_word_hides_for_itself_is_no_matter() -> None:
    style = '<w:style w:type="paragraph" w:styleId="z-TopofForm"><w:name w:val="HTML Top of Form"/>'
    style += "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    assert remarks(edited(STYLES, "</w:styles>", style)).startswith("hidden text in a style.")


def test_the_language_is_british_everywhere() -> None:
    house = with_furniture(line("Polizei", letters='<w:lang w:val="de-DE"/>'))
    for part in parts_of(paper_in(house)).values():
        assert {e.get(qn("w:val")) for e in part.iter(qn("w:lang"))} <= {"en-GB"}


def test_text_in_a_font_of_symbols_and_cut_off_lines_are_mended() -> None:
    wings = edited(STYLES, '"Arial" w:hAnsi="Arial"', '"Wingdings" w:hAnsi="Wingdings"')
    assert remarks(wings).startswith("A font of symbols is not used for text.")
    assert b"Wingdings" not in zipfile.ZipFile(BytesIO(paper_in(wings))).read(STYLES)
    cut = edited(STYLES, 'w:line="245" w:lineRule="auto"', 'w:line="20" w:lineRule="exact"')
    assert remarks(cut).startswith("Line spacing of Exactly is made At least")
    assert b"exact" not in zipfile.ZipFile(BytesIO(paper_in(cut))).read(STYLES)


def test_lists_have_dots_whatever_the_file_numbers() -> None:
    parts = ejected()
    del parts[NUMBERS]
    parts[TYPES] = re.sub(rb"<Override [^>]*numbering[^>]*/>", b"", parts[TYPES])
    document = opened(paper_in(packed(parts)))
    (number,) = document.styles["List Bullet"].element.iter(qn("w:numId"))
    assert number.get(qn("w:val")) == "9001"


# The first page


def _body(*paragraphs: str) -> bytes:
    return edited(BODY, "<w:body>", f"<w:body {NAMES}>{''.join(paragraphs)}")


def _text(raw: bytes) -> list[str]:
    return [p.text for p in opened(raw).paragraphs]


def test_a_plain_first_page_is_a_cover() -> None:
    end = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    house = _body(line("Papers of the board"), end, line("Type here"))
    assert _text(paper_in(house))[:3] == ["Papers of the board", "\n", "Title plain words"]
    assert remarks(house) == (
        "the text of the file (1 paragraph, of them 0 headings): papers take a plain first page"
        " only. In Word: delete the text; a cover ends with Layout > Breaks > Page."
    )


def test_an_old_paper_is_no_cover() -> None:
    old = [
        line(f"Old heading {n}", '<w:pStyle w:val="Heading1"/>') + line("Old text")
        for n in range(40)
    ]
    house = _body(*old)
    assert _text(paper_in(house))[0] == "Title plain words"
    assert remarks(house).startswith("the text of the file (80 paragraphs, of them 40 headings)")


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("<w:r><w:object/></w:r>", "an embedded object"),
        ("<w:r><w:pict/></w:r>", "an old drawing or a watermark"),
        ("<w:r><mc:AlternateContent/></w:r>", "a shape or a text box"),
        ("<w:fldSimple w:instr=' TOC \\o '/>", "the field TOC"),
    ],
)
def test_a_first_page_that_would_lose_something_stays_behind(inner: str, words: str) -> None:
    house = _body(line("Papers of the board"), f"<w:p>{inner}</w:p>")
    assert _text(paper_in(house))[0] == "Title plain words"
    assert words in remarks(house)
    assert "papers take a plain first page only" in remarks(house)


def test_pale_text_outside_of_the_text_is_given_more_contrast() -> None:
    pale = '<w:color w:val="AAAAAA"/>'
    dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
    white = '<w:color w:val="FFFFFF"/>'
    house = with_furniture(line("pale", letters=pale) + line("bar", dark, white))
    assert remarks(house).startswith(
        "Pale text in header, footer or cover is given more contrast: #AAAAAA (2.3:1, now #767676)"
    )
    runs: list[Any] = [p.runs[0] for p in opened(paper_in(house)).sections[0].header.paragraphs[2:]]
    colours = [run.font.color.rgb for run in runs]
    assert colours == [RGBColor(0x76, 0x76, 0x76), RGBColor(255, 255, 255)]


# The whole


def test_every_part_and_style_of_a_paper_is_there() -> None:
    raw = paper_in(
        with_furniture(line("Force", '<w:pStyle w:val="Nowhere"/>') + picture(), crest=png())
    )
    parts = parts_of(raw)
    with zipfile.ZipFile(BytesIO(raw)) as package:
        names = package.namelist()
    for name, rels in parts.items():
        if name.endswith(".rels"):
            folder = name.partition("_rels/")[0]
            for relation in rels:
                assert folder + relation.get("Target") in names
    known = set(_ids(raw))
    used = {
        e.get(qn("w:val"))
        for name, part in parts.items()
        if name.startswith("word/")
        for e in part.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"), qn("w:basedOn"))
    }
    assert used <= known
