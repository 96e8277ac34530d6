"""In every format the finished file's marking is checked before the file gets its name."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from planc.all_formats import FORMATS, Format, formats
from planc.formats.word.house_style import read
from tests.conftest import Planc
from tests.formats.every_block import HOSTILE, every_block
from tests.formats.house_files import BODY, HEADER, NAMES, edited, ejected, line, packed


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["plain words", *HOSTILE])
def test_it_stands_whatever_the_words_of_a_paper_are(name: Format, text: str) -> None:
    module, paper = formats()[name], every_block(text)
    assert module.marking_faults(module.emit(paper, b""), paper) == []


@pytest.mark.parametrize("name", FORMATS)
def test_another_marking_than_the_paper_s_is_told(name: Format) -> None:
    module, paper = formats()[name], every_block()
    raw = module.emit(paper, b"")
    for other in (
        replace(paper, marking="OFFICIAL"),
        replace(paper, banner="PARTNERS"),
        replace(paper, stamps=("DRAFT",)),
    ):
        (fault_words,) = {
            fault.rpartition("have the")[2] for fault in module.marking_faults(raw, other)
        }
        assert fault_words.startswith(" words of the marking")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<main ", '<main style="position:fixed" '),
        ('<p class="marking">', '<p class="marking" hidden>'),
        ("<header>", '<header style="display:none">'),
        ("</style>", "header{display:none}</style>"),
        ("</style>", "</style><style>header{display:none}</style>"),
        ("<main ", "<script>0</script><main "),
        ("<main ", '<link rel="stylesheet" href="x"><main '),
        ("style-src &#39;sha256-", "style-src &#39;unsafe-inline&#39; &#39;sha256-x"),
        ('<p class="marking">OFFICIAL-SENSITIVE', '<p class="marking">OFFICIAL'),
        ("</footer>", "</footer><p>OFFICIAL</p>"),
        ("<body>", "<body><p>OFFICIAL</p>"),
    ],
)
def test_only_planc_s_style_sheet_has_a_say_in_html(old: str, new: str) -> None:
    module, paper = formats()["html"], every_block()
    page = module.emit(paper, b"").decode()
    assert old in page
    assert module.marking_faults(page.replace(old, new, 1).encode(), paper) != []


def test_the_style_sheet_shows_the_marking_on_every_page_and_hides_nothing_of_it() -> None:
    style = re.search(
        "<style>(.*?)</style>", formats()["html"].emit(every_block(), b"").decode(), re.DOTALL
    )
    assert style is not None
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", style[1])
    of_marking = [
        body
        for names, body in rules
        if re.search(
            r"(^|[\s,])(header|footer|\.marking|\.banner|body|html|\*)[\s,:]*$", names.strip()
        )
    ]
    assert len(of_marking) > 5
    for body in of_marking:
        hides = (
            r"display: *none|visibility|opacity|clip|transform|font-size: *0|color: *transparent"
        )
        assert not re.search(hides, body), body


@pytest.mark.parametrize(("place", "lost"), [(0, "first"), (-2, "last")])
def test_a_line_before_or_after_the_marking_is_told_in_markdown(place: int, lost: str) -> None:
    module, paper = formats()["md"], every_block()
    lines = module.emit(paper, b"").decode().split("\n")
    lines[place] = f"{lost} OFFICIAL"
    faults = ["the first and the last line do not have the words of the marking"]
    assert module.marking_faults("\n".join(lines).encode(), paper) == faults


def test_a_house_style_that_leaves_no_room_for_this_marking_gets_no_paper(
    planc: Planc, base: Path
) -> None:
    """The file will do for a short marking; a long one takes more lines than there is room for."""
    policy, plan = base / "planc.yaml", base / "plans" / "larch.yaml"
    policy.write_text(policy.read_text() + "house: house.docx\n")
    narrow = ejected()[BODY].replace(b'w:left="1077"', b'w:left="5720"')
    lines, raw = 0, b""
    while not read(taller := _with_lines(lines + 1, narrow)).refused:
        lines, raw = lines + 1, taller
    assert lines > 3
    (base / "house.docx").write_bytes(raw)
    build = ("build", "--as-of", "2026-11-22", "--pack", "portfolio", "--to", "docx")
    assert planc(*build).status == 0
    papers = list((base / "packs").iterdir())
    assert len(papers) == 1
    papers[0].unlink()
    text = plan.read_text()
    for number in range(3):  # a board's paper has the instructions of all its plans
        users = " - ".join(f"EXAMPLE AGENCY {number}{n} USE ONLY" for n in range(3))
        written = text.replace("SOC-2026-014", f"SOC-2026-01{number}")
        marked = f"marking: OFFICIAL-SENSITIVE - {users}\n"
        written = written.replace("marking: OFFICIAL-SENSITIVE\n", marked, 1)
        assert marked in written
        (base / "plans" / f"larch-{number}.yaml").write_text(written)
    ran = planc(*build)
    assert ran.status == 1
    assert (
        "its marking would not be seen as it must be: the header and the footer leave too little"
        " room for the text"
    ) in ran.err
    assert list((base / "packs").iterdir()) == []


def _with_lines(number: int, body: bytes) -> bytes:
    header = f"<w:hdr {NAMES}>{line('Exampleshire Police') * number}</w:hdr>".encode()
    return packed({**ejected(), HEADER: header, BODY: body})


def test_a_page_that_leaves_room_for_nothing_is_refused_before() -> None:
    assert read(edited(BODY, 'w:bottom="1134"', 'w:bottom="12000"')).refused
