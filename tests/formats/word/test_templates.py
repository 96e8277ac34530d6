"""Templates such as agencies have are taken as they are, and what stays behind is named."""

import zipfile
from io import BytesIO

from docx.oxml.ns import qn

from tests.formats.house_files import NUMBERS, STYLES, opened, paper_in, parts_of, remarks
from tests.formats.word.templates import SAMPLE, report, without_headings


def test_a_template_without_headings_is_taken_with_planc_s_own() -> None:
    house = without_headings()
    told = remarks(house)
    assert "The page is US Letter; papers have A4" in told
    assert "styles that papers use; planc's own are used: Title, Subtitle, Heading 1" in told
    raw = paper_in(house)
    paper, known = opened(raw), set(parts_of(raw)[STYLES].xpath("//@*[local-name()='styleId']"))
    assert {e.get(qn("w:val")) for e in parts_of(raw)[NUMBERS].iter(qn("w:pStyle"))} <= known
    assert paper.sections[0].page_width.mm > 209
    assert [p.text for p in paper.sections[0].header.paragraphs[2:]] == [SAMPLE]
    assert "Heading 1" in {p.style.name for p in paper.paragraphs}


def test_a_report_saved_as_a_template_is_taken_and_nothing_is_left_of_the_report() -> None:
    house = report()
    told = remarks(house)
    for words in (
        "custom properties, such as a sensitivity label's",
        "custom data (customXml)",
        "comments",
        "links to places outside the file",
        "an old drawing or a watermark",
        "the field DOCPROPERTY",
        "the text of the file (",
        "A picture that floats is set in line with the text",
        "A picture has no alternative text",
    ):
        assert words in told, words
    raw = paper_in(house)
    with zipfile.ZipFile(BytesIO(raw)) as package:
        for name in package.namelist():
            assert b"no paper is to have" not in package.read(name)
            assert b"bibliography" not in package.read(name)
    header = opened(raw).sections[0].header
    assert header.paragraphs[2].text == "Exampleshire "
    assert len(list(header._element.iter("{*}inline"))) == 2
