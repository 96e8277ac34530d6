"""`planc verify` and `planc leak-check`: what is told of finished files, and of changed ones."""

import gzip
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from planc.all_formats import FORMATS
from tests.conftest import DAY, PLAN, Planc, Ran, merged, posix
from tests.full import FullPlan

NAME = "SOC-2026-014-plan-board"
RICH = """\
threat:
  type: ocg
  areas: [drugs]
  tier: force
  assessment: Likely to keep supplying Class A from three rented flats.
  partner_text: A group sells drugs from rented homes in the ward.
  scores:
    - {date: 2026-04-08, scheme: MoRiLE tactical, total: 44, confidence: medium}
    - {date: 2026-10-14, scheme: MoRiLE tactical, total: 42, confidence: medium}
annexes: [ANX-2026-7731]
log:
  - {date: 2026-10-28, ref: OBJ-1, value: 17, rag: amber, because: Fewer calls}
  - {date: 2026-11-18, ref: OBJ-1, value: 41, rag: red, because: A bad month}
"""


MADE: dict[str, bytes] = {}


@pytest.fixture
def papers(planc: Planc, base: Path) -> Path:
    """The folder with the base plan's board papers in every format; they are made once."""
    (base / PLAN).write_text(merged((base / PLAN).read_text(), RICH))
    packs = base / "packs"
    if not MADE:
        assert planc("build", *DAY, "--to", ",".join(FORMATS)).status == 0
        MADE.update({path.name: path.read_bytes() for path in packs.iterdir()})
    packs.mkdir(exist_ok=True)
    for name, raw in MADE.items():
        (packs / name).write_bytes(raw)
    return packs


def _repacked(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """The Word file with one part changed."""
    out = BytesIO()
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(out, "w") as made:
        for part in package.infolist():
            held = package.read(part)
            made.writestr(part, change(held) if part.filename == name else held)
    path.write_bytes(out.getvalue())


def _swap(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(held: bytes) -> bytes:
        assert held.count(old.encode()) >= 1
        return held.replace(old.encode(), new.encode(), 1)

    return change


@pytest.mark.parametrize("ending", FORMATS)
def test_a_paper_is_known_again(planc: Planc, papers: Path, ending: str) -> None:
    ran = planc("verify", papers / f"{NAME}.{ending}")
    assert (ran.status, ran.err) == (0, "")
    said = [line.strip() for line in ran.out.splitlines()[1:]]
    assert said[0].startswith(f"Paper: {NAME}, as of 22 November 2026, digest ")
    assert re.search(r", digest [0-9a-f]{12}, made by planc 0\.[0-9.]+\.$", said[0])
    assert said[1:] == ["Unaltered: every byte of it is as planc wrote it."]


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("word/document.xml", "three rented flats", "three rented flat", "paragraphs"),
        ("word/document.xml", ">Safe-home visits<", ">Safe-home visit<", "tables"),
        ("word/charts/chart1.xml", "<c:v>41</c:v>", "<c:v>31</c:v>", "charts"),
        ("word/header1.xml", "OFFICIAL-SENSITIVE", "OFFICIAL", "header"),
        ("word/footer1.xml", "OFFICIAL-SENSITIVE", "OFFICIAL", "footer"),
        ("docProps/core.xml", "en-GB", "en-US", "properties"),
    ],
)
def test_one_change_is_told_by_the_part_it_is_in(
    planc: Planc, papers: Path, part: str, old: str, new: str, told: str
) -> None:
    path = papers / f"{NAME}.docx"
    _repacked(path, part, _swap(old, new))
    ran = planc("verify", path)
    assert ran.status == 1
    (line,) = [line for line in ran.out.splitlines() if "ALTERED" in line]
    assert told in line.partition(": ")[2].rstrip(".").split(", ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("three rented flats", "three rented flat", "paragraphs"),
        ("Safe-home visits</p>", "Safe-home visit</p>", "tables"),
        ('%">41<', '%">31<', "charts"),
        ('<p class="marking">OFFICIAL-SENSITIVE', '<p class="marking">OFFICIAL', "header"),
        ("as of 22 November 2026, digest", "as of 23 November 2026, digest", "footer"),
        ('content="OFFICIAL-SENSITIVE', 'content="OFFICIAL', "properties"),
    ],
)
def test_one_change_to_a_page_is_told_by_the_part_it_is_in(
    planc: Planc, papers: Path, old: str, new: str, told: str
) -> None:
    path = papers / f"{NAME}.html"
    path.write_bytes(_swap(old, new)(path.read_bytes()))
    ran = planc("verify", path)
    assert ran.status == 1
    (line,) = [line for line in ran.out.splitlines() if "ALTERED" in line]
    assert line.endswith(f": {told}.")


def test_what_changes_no_word_is_told_apart(planc: Planc, papers: Path) -> None:
    path = papers / f"{NAME}.docx"
    _repacked(path, "word/styles.xml", _swap('w:val="1F3864"', 'w:val="FFFFFF"'))
    ran = planc("verify", path)
    assert ran.status == 1
    assert "Not the file that planc wrote: it was changed, or saved again by another" in ran.out
    assert "Not compared: how it looks, " in ran.out
    assert "ALTERED" not in ran.out


def test_a_changed_line_of_markdown_is_told(planc: Planc, papers: Path) -> None:
    path = papers / f"{NAME}.md"
    path.write_bytes(_swap("Safe-home visits", "Safe-home visit")(path.read_bytes()))
    assert "ALTERED since planc made it: tables." in planc("verify", path).out


def test_a_file_without_a_seal_and_a_file_of_another_kind(planc: Planc, base: Path) -> None:
    document = Document()
    document.save(str(base / "other.docx"))
    (base / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    (base / "book.docx").write_bytes(b"PK\x03\x04 nothing")
    ran = planc("verify", "other.docx", "picture.png", "book.docx", "none.docx")
    assert ran.status == 2
    assert "It has no seal. planc did not make it, or the line was taken out." in ran.out
    assert ran.err.splitlines() == [
        "planc: picture.png: It is no Word, HTML or Markdown file that planc can read.",
        "planc: book.docx: It is a packed file that cannot be opened: File is not a zip file.",
        "planc: none.docx: It cannot be opened: no such file or directory.",
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_after_a_plain_save_in_another_program_every_part_is_vouched_for(
    planc: Planc, papers: Path, tmp_path: Path
) -> None:
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    words = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path)]
    subprocess.run([*words, papers / f"{NAME}.docx"], check=True, capture_output=True)
    saved = tmp_path / f"{NAME}.docx"
    assert saved.read_bytes() != (papers / f"{NAME}.docx").read_bytes()
    ran = planc("verify", saved)
    assert ran.status == 1
    assert "Not the file that planc wrote: it was changed, or saved again by another" in ran.out
    assert "ALTERED" not in ran.out


# Leaks


def test_no_paper_that_planc_makes_leaks(planc: Planc, papers: Path) -> None:
    ran = planc("leak-check", *sorted(papers.iterdir()), "--plan", PLAN, *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("nothing found that the board edition was not granted.") == len(FORMATS)


UNGRANTED = "A group sells drugs from rented homes"
PLACES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("word/document.xml", _swap("Safe-home visits", f"Safe-home visits {UNGRANTED}")),
    ("word/document.xml", _swap("Safe-home visits", "A group sells</w:t><w:t> drugs from")),
    ("word/document.xml", _swap("Safe-home visits", "<!-- a GROUP sells  Drugs from -->x")),
    ("word/styles.xml", _swap('w:val="heading 1"', f'w:val="{UNGRANTED}"')),
    ("word/header1.xml", _swap("OFFICIAL", "ANX-2026-7731 OFFICIAL")),
    ("docProps/core.xml", _swap("en-GB", UNGRANTED)),
    ("word/charts/chart1.xml", _swap(">Measured<", f">{UNGRANTED}<")),
]  # fmt: skip


@pytest.mark.parametrize(("part", "change"), PLACES)
def test_what_was_not_granted_is_found_wherever_it_is_put(
    planc: Planc, papers: Path, part: str, change: Callable[[bytes], bytes]
) -> None:
    path = papers / f"{NAME}.docx"
    _repacked(path, part, change)
    ran = planc("leak-check", path, "--plan", PLAN, *DAY)
    assert ran.status == 1
    assert f"{path}: 1 leak. Send it to nobody.\n  {part}: " in ran.out
    assert not re.search("sells|7731", ran.out)


def test_a_leak_in_an_archive_in_the_archive_is_found(planc: Planc, papers: Path) -> None:
    path, inner = papers / f"{NAME}.docx", BytesIO()
    with zipfile.ZipFile(inner, "w") as package:
        package.writestr("deep/notes.txt", UNGRANTED.encode("utf-16-le"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/embeddings/book.xlsx", inner.getvalue())
    ran = planc("leak-check", path, "--plan", PLAN, *DAY)
    assert ran.status == 1
    assert "  word/embeddings/book.xlsx/deep/notes.txt: Threat, Words for partners\n" in ran.out


def test_four_words_alike_are_no_leak_and_five_are(planc: Planc, papers: Path) -> None:
    path = papers / f"{NAME}.md"
    text = path.read_text()
    path.write_text(text + "\nA group sells drugs in town\n")
    assert planc("leak-check", path, "--plan", PLAN, *DAY).status == 0
    path.write_text(text + "\nA group sells drugs from town\n")
    assert planc("leak-check", path, "--plan", PLAN, *DAY).status == 1


def test_the_authors_paper_holds_everything_and_is_no_paper_for_the_board(
    planc: Planc, tmp_path: Path
) -> None:
    full = FullPlan()
    full.write(tmp_path)
    assert planc("build", *DAY, "--edition", "author", "--to", "docx", cwd=tmp_path).status in (
        0,
        1,
    )
    (paper,) = (tmp_path / "packs").iterdir()
    check = ("leak-check", paper, "--plan", "full.yaml", *DAY)
    ran = planc(*check, "--edition", "board", cwd=tmp_path)
    assert ran.status == 1
    assert "Sensitive annexes, number 1" in ran.out
    # its seal says that it is the author's
    assert planc(*check, cwd=tmp_path).status == 0


def test_whose_paper_it_is_must_be_known(planc: Planc, papers: Path) -> None:
    path = papers / f"{NAME}.md"
    path.write_text(re.sub("<!-- Seal: .* -->", "", path.read_text()))
    ran = planc("leak-check", path, "--plan", PLAN, *DAY)
    said = "It has no seal that says whose paper it is. Say it with --edition."
    assert (ran.status, ran.err) == (2, f"planc: {path}: {said}\n")
    assert planc("leak-check", path, "--plan", PLAN, *DAY, "--edition", "board").status == 0


# Files that are no papers, and words for others than the reader


def _both(planc: Planc, path: object) -> list[Ran]:
    return [planc("verify", path), planc("leak-check", path, "--plan", PLAN, *DAY)]


@posix
def test_neither_waits_for_a_pipe_nor_reads_without_end(planc: Planc, base: Path) -> None:
    os.mkfifo(base / "pipe.md")
    (base / "zeros.md").symlink_to("/dev/zero")
    (base / "folder.md").mkdir()
    for name, why in (
        ("pipe.md", "it is not an ordinary file"),
        ("zeros.md", "it is not an ordinary file"),
        ("/dev/zero", "it is not an ordinary file"),
        ("folder.md", "is a directory"),
    ):
        for ran in _both(planc, name):
            assert ran.status == 2
            assert ran.err.startswith(f"planc: {name}: It cannot be opened: {why}")


def test_a_paper_that_a_link_leads_to_is_read(planc: Planc, papers: Path) -> None:
    (papers / "link.md").symlink_to(papers / f"{NAME}.md")
    assert [ran.status for ran in _both(planc, papers / "link.md")] == [0, 0]


OBEYED = re.compile(r"^\s*::|##\w*\[", re.MULTILINE)


@posix
def test_no_name_and_no_words_of_a_file_steer_a_build_server(
    planc: Planc, papers: Path, base: Path
) -> None:
    seal = f"Seal: ##[add-mask]x 2026-11-22 planc-##[error]0.1.0 {'0' * 100} {'0' * 10}"
    (base / "sealed.md").write_text(f"# x\n\n{seal}\n")
    (base / "::error::pwn.md").write_text("x")
    (base / "a\n::error::pwn.md").write_bytes((papers / f"{NAME}.md").read_bytes())
    with zipfile.ZipFile(papers / f"{NAME}.docx", "a") as package:
        package.writestr("a\n::error::x", "A group sells drugs from rented homes")
    for name in ("sealed.md", "::error::pwn.md", "a\n::error::pwn.md", papers / f"{NAME}.docx"):
        for ran in _both(planc, name):
            assert not OBEYED.search(ran.out + ran.err), ran
    out = planc("leak-check", papers / f"{NAME}.docx", "--plan", PLAN, *DAY).out
    assert "a\\n: :error::x: Threat, Words for partners" in out or "a\\n::error::x: " in out


def test_what_is_packed_beyond_the_limits_is_not_said_to_be_searched(
    planc: Planc, papers: Path
) -> None:
    bomb = b"x" * 30
    for _ in range(
        7
    ):  # something that packs well is put in with it, or it would lie there as it is
        bomb = gzip.compress(bomb + b"filler " * 400, mtime=0)
    with zipfile.ZipFile(papers / f"{NAME}.docx", "a") as package:
        package.writestr("word/deep.bin", bomb)
    ran = planc("leak-check", papers / f"{NAME}.docx", "--plan", PLAN, *DAY)
    assert ran.status == 2
    assert "More is packed in it than planc opens. Not all of it was searched." in ran.err
