"""The sample plans, as everybody first meets them: compliant, stamped, and fit to print."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from planc import check
from planc.all_formats import FORMATS
from planc.all_papers import PaperName
from planc.model.paper_file import PaperFile, PaperRequest
from planc.model.view import Edition
from planc.produce import produce
from planc.repository import open_repository
from tests.conftest import AS_OF
from tests.formats.read_html import read_html
from tests.programs import printed

PLANS = Path(__file__).parents[1] / "plans"
NAMES = sorted(p.stem for p in PLANS.glob("*.yaml") if p.stem not in ("planc", "directory"))
REFS = [f"SOC-2026-{number:03}" for number in range(1, 9)]
EDITIONS: tuple[Edition, ...] = ("author", "board")
BOARDS = ("exampleshire-ocg", "exploitation-board", "sampleford-place")
# those with most to do, and one of each edition
AUTHORS = ("SOC-2026-001-", "SOC-2026-008-")
SHEETS = {"financial-investigator": "owner", "victim-support-lead": "recipient"}
READERS = ("youth-justice-lead",)
"""A partner; it and all partners at the table have papers that are named by what is in them."""
PAPERS = [
    *(f"{ref}-plan-{edition}" for ref in REFS for edition in EDITIONS),
    *(f"{board}-portfolio-board" for board in BOARDS),
    *(f"{post}-tasks-{edition}" for post, edition in SHEETS.items()),
]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every pack of the samples, but only some of the task sheets."""
    out = tmp_path_factory.mktemp("packs")
    repository = open_repository([PLANS])
    report = check.check(repository, AS_OF)
    requests: list[tuple[PaperName, PaperRequest]] = [
        *(("plan", PaperRequest(edition)) for edition in EDITIONS),
        ("portfolio", PaperRequest()),
        *(("tasks", PaperRequest(to=post)) for post in SHEETS),
        *(("partner", PaperRequest("recipient", reader)) for reader in READERS),
        ("partner", PaperRequest("partners")),
    ]
    for kind, request in requests:
        for result in produce(repository, report, kind, request, FORMATS):
            if isinstance(result, PaperFile):
                (out / result.name).write_bytes(result.content)
    return out


@pytest.fixture(scope="module")
def pages(packs: Path) -> dict[str, list[str]]:
    """The text of every page of Word packs, as LibreOffice prints it.

    The author's is the board's with more in it: of two samples both are printed.
    """
    chosen = packs / "printed"
    chosen.mkdir()
    for path in packs.glob("*.docx"):
        if "-plan-author" not in path.name or path.name.startswith(AUTHORS):
            shutil.copy(path, chosen)
    return printed(chosen)


def test_there_are_seven_plans_and_a_minimal_one() -> None:
    assert len(NAMES) == 8
    assert len((PLANS / "minimal.yaml").read_text().splitlines()) <= 35
    rich = [len((PLANS / f"{name}.yaml").read_text().splitlines()) for name in NAMES]
    assert sorted(rich)[1] >= 150


def test_not_one_finding() -> None:
    report = check.check(open_repository([PLANS]), AS_OF)
    assert [str(finding.place) + finding.rule for finding in report.findings] == []
    assert report.whole


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_says_that_it_is_one(name: str) -> None:
    head = (PLANS / f"{name}.yaml").read_text().splitlines()[:2]
    assert head[0] == "# yaml-language-server: $schema=../schemas/plan.schema.json"
    assert "SAMPLE" in head[1]


def test_every_plan_makes_its_papers(packs: Path) -> None:
    names = {path.name for path in packs.iterdir() if path.suffix[1:] in FORMATS}
    shared = {name for name in names if name.startswith("partner-")}
    assert names - shared == {f"{name}.{form}" for name in PAPERS for form in FORMATS}
    for reader in ("youth-justice-lead", "all"):
        forms = [name.partition(".")[2] for name in shared if name.startswith(f"partner-{reader}-")]
        assert {forms.count(form) for form in FORMATS} == {len(forms) // len(FORMATS)}
        assert forms


_LINES = "self::h1|self::h2|self::h3|self::h4|self::p[not(ancestor::figure)]|self::caption|self::a"
_LINES += "|self::figcaption|self::th[ancestor::thead]|self::li[not(ancestor::nav)]"


def test_word_and_html_say_the_same_in_the_same_order(packs: Path) -> None:
    for path in (packs / f"{name}.html" for name in PAPERS):
        (main,) = read_html(path.read_bytes()).iter("main")
        body = Document(str(path.with_suffix(".docx"))).element.body
        in_word = ["".join(t.text for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
        lines = [line for line in in_word if line]  # a chart is a line without words
        unseen = {table.get(qn("w:val")) for table in body.iter(qn("w:tblCaption"))} - {*lines}
        on_screen = [
            line.text_content()
            for line in main.xpath(f".//*[{_LINES}]")
            if line.tag != "caption" or line.text_content() not in unseen
        ]
        if any(line.startswith("Contents: ") for line in lines):  # in Word it is one line
            on_screen = on_screen[on_screen.index("Contents") + 1 + len(main.xpath(".//nav//a")) :]
        # page one is cut in Word where it would be two
        lines, on_screen = _without_page_one(lines), _without_page_one(on_screen)
        assert lines == on_screen


def _without_page_one(lines: list[str]) -> list[str]:
    """A plan's paper after its page one; a portfolio before those of its plans."""
    ends = [number for number, line in enumerate(lines) if "here because:" in line]
    if ends:
        return lines[: ends[0]]
    after = [number for number, line in enumerate(lines, 1) if line.startswith("Contents: ")]
    if after:
        return lines[after[0] :]
    return lines[lines.index("Contents") :] if "Contents" in lines else lines


def test_every_html_paper_leads_only_to_places_in_it(packs: Path) -> None:
    for path in sorted(packs.glob("*.html")):
        page = read_html(path.read_bytes())
        places = page.xpath("//@id")
        assert len(places) == len(set(places)), path.name
        links = [link[1:] for link in page.xpath("//@href")]
        assert len(links) > 10 or re.search("-tasks-|^partner-", path.name)
        assert set(links) <= set(places), path.name


def test_headings_of_html_papers_skip_no_level(packs: Path) -> None:
    for path in sorted(packs.glob("*.html")):
        levels = [int(e.tag[1]) for e in read_html(path.read_bytes()).iter("h1", "h2", "h3", "h4")]
        assert levels[0] == 1, path.name
        assert levels.count(1) == 1, path.name
        assert all(low + 1 >= high for low, high in pairwise(levels)), path.name


def test_the_samples_show_both_forms_of_page_one(packs: Path) -> None:
    texts = [(packs / f"{ref}-plan-board.md").read_text() for ref in REFS]
    assert any("FOR DECISION" in text for text in texts)
    assert any("FOR INFORMATION" in text for text in texts)


def test_page_one_is_one_page(pages: dict[str, list[str]]) -> None:
    for name, its_pages in pages.items():
        if "-plan-" in name:
            assert "Coming:" in its_pages[0], name
            assert re.search(r"^\s*Contents(: 1 |$)", its_pages[1], re.MULTILINE), name


def test_a_portfolio_has_its_agenda_on_page_one(pages: dict[str, list[str]]) -> None:
    for board in BOARDS:
        first = pages[f"{board}-portfolio-board"][0]
        assert re.search(r"^\s*Agenda$", first, re.MULTILINE), board
        assert "Before a plan is discussed" in first


def test_a_plan_to_talk_about_has_one_page_of_the_portfolio(pages: dict[str, list[str]]) -> None:
    for board in BOARDS:
        its_pages = pages[f"{board}-portfolio-board"][1:]
        plans = [page for page in its_pages if "here because:" in " ".join(page.split())]
        assert plans, board
        for page in plans:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert re.match(r"1\d SAMPLE ", lines[2])
            assert "Coming:" in page


def test_a_task_sheet_is_one_page(pages: dict[str, list[str]]) -> None:
    for post, edition in SHEETS.items():
        assert len(pages[f"{post}-tasks-{edition}"]) == 1


def test_every_page_carries_the_marking_and_the_stamp(
    pages: dict[str, list[str]], packs: Path
) -> None:
    for name, its_pages in pages.items():
        first = (packs / f"{name}.md").read_text().splitlines()[0]
        stamps = (
            "SAMPLE - NOT RELEASED - " if re.search("recipient|^partner-", name) else "SAMPLE - "
        )
        marking = first.removeprefix(stamps)
        assert marking.startswith("OFFICIAL"), name
        for page in its_pages:
            lines = [line.strip() for line in page.strip().splitlines() if line.strip()]
            assert lines[0] == marking, name
            assert lines[1].startswith(stamps), name
            assert lines[-1] == first, name


def test_every_page_says_which_it_is(pages: dict[str, list[str]]) -> None:
    for name, its_pages in pages.items():
        for number, page in enumerate(its_pages, 1):
            about = re.split("-(?:plan|portfolio|tasks)-", name)[0]
            about = "Tasks of [A-Za-z ]+" if about in SHEETS else about
            about = "For [A-Za-z ]+" if name.startswith("partner-") else about
            assert re.search(rf"{about}, .*as of 22 November 2026, digest [0-9a-f]{{12}}", page)
            assert f"Page {number} of {len(its_pages)}" in page


def test_no_page_is_empty_but_for_its_furniture(pages: dict[str, list[str]]) -> None:
    for name, its_pages in pages.items():
        for page in its_pages:
            lines = [line for line in page.splitlines() if line.strip()]
            assert len(lines) > 5, name
