"""HTML papers in a real browser: by eye, by ear, by keyboard, on a phone and on paper."""

import dataclasses
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planc.formats.html import emit
from planc.model.paper import table
from planc.model.view import AUTHOR
from tests.conftest import ROOT, examples
from tests.formats.every_block import every_block
from tests.papers.every_kind import every_kind
from tests.papers.reading import files
from tests.papers.reading import papers as papers_of
from tests.programs import CHROMIUM, MODULES, NODE, need

need("browser", CHROMIUM, shutil.which("node"), shutil.which("pdftotext"), MODULES.exists())

pytestmark = pytest.mark.generated

HOSTILE = (
    "  <script>alert(1)</script><img src=https://example.org/x.png onerror=alert(2)>"
    f" <style>*{{display:none}}</style> {'x' * 3000}"
)
_BANNER = "SAMPLE - .*(POLICE ONLY|PARTNERS.*)"
# each takes a browser some twelve seconds
SOME = ["county-lines.yaml", "minimal.yaml"]
if examples(1) > 1:
    SOME += ["fraud-laundering.yaml", "modern-slavery.yaml"]
ALL_PARTS = "every-block"
UNSOUND = "not-compliant"
ATTACKED = "attacked"
WIDE = "wide"


def _wide() -> bytes:
    """A paper whose second page is a table that asks for a page on its side."""
    rows = [[f"R{row}", *["words"] * 8] for row in range(80)]
    asked = table("Wide", [f"Head {n}" for n in range(9)], rows, [1] * 9, wide=True)
    pack = every_block()
    return emit(dataclasses.replace(pack, blocks=(*pack.blocks, asked)))


def _unsound(root: Path) -> bytes:
    """The board's paper of the sample with the longest page one, with an owner taken out."""
    shutil.copytree(ROOT / "plans", root, ignore=shutil.ignore_patterns("packs"))
    plan = root / "county-lines.yaml"
    plan.write_text(re.sub(r"\n    owner: .*", "", plan.read_text(), count=1))
    (paper,) = files(papers_of(plan, forms=["html"]))
    assert b"Plan checks not met: " in paper.content
    return paper.content


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The author's paper of some samples, one of each other kind, and four more."""
    out = tmp_path_factory.mktemp("papers")
    for name in SOME:
        (paper,) = files(papers_of(ROOT / "plans" / name, "plan", AUTHOR, forms=["html"]))
        (out / paper.name).write_bytes(paper.content)
    for kind, forms in every_kind(["html"]).items():
        if not kind.startswith("plan"):
            (out / f"{kind.replace(', ', '-')}.html").write_bytes(forms["html"])
    (out / f"{UNSOUND}.html").write_bytes(_unsound(out / "unsound"))
    (out / f"{ALL_PARTS}.html").write_bytes(emit(every_block()))
    (out / f"{ATTACKED}.html").write_bytes(emit(every_block(HOSTILE)))
    (out / f"{WIDE}.html").write_bytes(_wide())
    return out


@pytest.fixture(scope="module")
def looks(papers: Path) -> dict[str, dict[str, Any]]:
    """For each paper and each way of looking at it, what its reader meets."""
    command = ["node", str(NODE / "look.mjs"), CHROMIUM]
    command += map(str, sorted(papers.glob("*.html")))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found = {Path(name).stem: views for name, views in json.loads(done.stdout).items()}
    assert all(set(views) == {"light", "dark", "phone", "narrow"} for views in found.values())
    assert len(found) == len(list(papers.glob("*.html")))
    return found


@pytest.fixture(scope="module")
def pages(papers: Path, looks: object) -> dict[str, list[str]]:
    """The text of every page of every paper, as Chromium prints it."""
    del looks  # which prints them
    found = {}
    for pdf in sorted(papers.glob("*.pdf")):
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
        found[pdf.stem] = text.stdout.decode().split("\f")[:-1]
    assert len(found) == len(list(papers.glob("*.html")))
    return found


def _each(looks: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, views in looks.items():
        for view, look in views.items():
            yield f"{name}, {view}", look


# On a screen


def test_axe_finds_nothing_wrong(looks: dict[str, dict[str, Any]]) -> None:
    assert {where: look["violations"] for where, look in _each(looks) if look["violations"]} == {}


def test_nothing_is_asked_for_and_nothing_runs(looks: dict[str, dict[str, Any]]) -> None:
    assert {where: look["asked"] for where, look in _each(looks) if look["asked"]} == {}
    assert {where: look["said"] for where, look in _each(looks) if look["said"]} == {}


def test_words_stand_as_they_were_written(looks: dict[str, dict[str, Any]]) -> None:
    assert {look["title"] for look in looks[ATTACKED].values()} == {f"Title {HOSTILE}"}


def test_the_marking_is_in_sight_all_the_way_down(looks: dict[str, dict[str, Any]]) -> None:
    for where, look in _each(looks):
        (edges,) = look["edges"]
        top, bottom = edges.split(" ... ")
        marking, banner = re.split(r"\n+", top)
        assert marking.startswith("OFFICIAL-SENSITIVE"), where
        assert re.fullmatch(_BANNER, banner), where
        assert re.search(r", as of 22 November 2026, digest [0-9a-f]{12}\n", bottom), where
        assert bottom.endswith(f"- {marking}"), where


def test_nothing_runs_off_the_side(looks: dict[str, dict[str, Any]]) -> None:
    assert {where: look["overflow"] for where, look in _each(looks) if look["overflow"] > 0} == {}


def test_the_first_key_leads_to_the_paper(looks: dict[str, dict[str, Any]]) -> None:
    for where, look in _each(looks):
        assert look["skip"] >= 0, where
        assert look["reached"] == "main", where


def test_what_has_the_focus_is_never_covered(looks: dict[str, dict[str, Any]]) -> None:
    assert {where: look["covered"] for where, look in _each(looks) if look["covered"]} == {}


def test_it_is_dark_where_the_reader_wants_it_dark(looks: dict[str, dict[str, Any]]) -> None:
    for views in looks.values():
        assert views["light"]["background"] == views["phone"]["background"] == "rgb(255, 255, 255)"
        assert views["dark"]["background"] == views["narrow"]["background"] == "rgb(20, 24, 31)"


# On paper


def test_every_page_carries_the_marking_the_stamp_and_its_number(
    pages: dict[str, list[str]],
) -> None:
    for name, sheets in pages.items():
        for number, page in enumerate(sheets, 1):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert lines[0].startswith("OFFICIAL-SENSITIVE"), (name, number)
            assert re.fullmatch(_BANNER, lines[1]), (name, number)
            facts, marking, count = lines[-3:]
            assert re.search(r"as of 22 November 2026, digest [0-9a-f]{12}$", facts), (name, number)
            assert marking.startswith("SAMPLE - "), (name, number)
            assert marking.endswith(f"- {lines[0]}"), (name, number)
            assert count == f"Page {number} of {len(sheets)}", (name, number)
            assert len(lines) > 6, (name, number)


def _samples(pages: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    found = [(name, sheets) for name, sheets in pages.items() if name.startswith("SOC-")]
    assert len(found) == len(SOME)
    yield from found


def test_what_follows_page_one_starts_on_a_page_of_its_own(pages: dict[str, list[str]]) -> None:
    for name, sheets in (*_samples(pages), (UNSOUND, pages[UNSOUND])):
        # nothing is cut in HTML, so page one may run on
        starts = [
            n for n, page in enumerate(sheets) if re.search(r"^\s*Contents$", page, re.MULTILINE)
        ]
        assert starts in ([1], [2]), name
        assert "Coming:" in "".join(sheets[: starts[0]]), name


def test_a_table_that_goes_on_has_its_heads_again_and_whole_rows(
    pages: dict[str, list[str]],
) -> None:
    seen = 0
    for name, sheets in _samples(pages):
        text = "\f".join(sheets)
        log = text[text.rindex("Annex B Log") : text.rindex("Annex C Keys")].split("\f")[1:]
        # the last one may begin with the next annex
        for page in log[:-1]:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            assert re.fullmatch(r"Date +About +Entry", lines[2]), name
            assert re.match(r"\d{1,2} [A-Z][a-z]+ 20\d\d +\S", lines[3]), (name, lines[3])
            seen += 1
    assert seen > (4 if examples(1) > 1 else 0)


def test_a_wide_table_is_printed_on_its_side(papers: Path, pages: dict[str, list[str]]) -> None:
    pdf = papers / f"{WIDE}.pdf"
    count = str(len(pages[WIDE]))
    facts = subprocess.run(["pdfinfo", "-l", count, pdf], check=True, capture_output=True)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", facts.stdout.decode())
    lying = [float(width) > float(height) for width, height in sizes]
    on_their_side = ["Head 8" in page for page in pages[WIDE]]
    assert lying == on_their_side
    assert sum(lying) > 1
