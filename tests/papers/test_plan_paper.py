"""The plan paper as a person reads it, and what holds of it whatever the plan."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from planc.all_formats import Format
from planc.model.view import Edition
from planc.papers.vocabulary import ABBREVIATIONS
from planc.resources import schema
from tests.conftest import PLAN, merged
from tests.formats import read_docx
from tests.formats.read_html import as_read, read_html
from tests.papers.reading import SAMPLES, MarkdownFile, files, papers, settled


class TextFile(MarkdownFile):
    """What a person reads of a paper, without how it looks."""

    file_extension = "txt"


def _made(root: Path, name: str, edition: Edition, form: Format) -> bytes:
    (paper,) = files(papers(root / name, "plan", edition, forms=[form]))
    return paper.content


def _paper(root: Path, name: str, edition: Edition = "board") -> str:
    return _made(root, name, edition, "md").decode()


@pytest.mark.parametrize("name", ["county-lines", "minimal"])
def test_the_paper_of_a_sample(name: str, snapshot: SnapshotAssertion) -> None:
    text = _paper(SAMPLES, f"{name}.yaml")
    assert settled(text) == snapshot.use_extension(MarkdownFile)


@pytest.mark.parametrize("name", ["county-lines", "minimal"])
def test_the_paper_of_a_sample_in_a_browser(name: str, snapshot: SnapshotAssertion) -> None:
    page = read_html(_made(SAMPLES, f"{name}.yaml", "board", "html"))
    assert settled(as_read(page)) == snapshot.use_extension(TextFile)


@pytest.mark.parametrize("name", ["county-lines", "minimal"])
def test_the_paper_of_a_sample_in_word(name: str, snapshot: SnapshotAssertion) -> None:
    text = read_docx.as_read(_made(SAMPLES, f"{name}.yaml", "board", "docx"))
    assert settled(text) == snapshot.use_extension(TextFile)


def test_headings_are_numbered_without_gaps() -> None:
    _check_numbers(_paper(SAMPLES, "county-lines.yaml"), 12)
    _check_numbers(_paper(SAMPLES, "county-lines.yaml", "author"), 11)


def _check_numbers(text: str, sections: int) -> None:
    first = re.findall(r"^## (\d+) ", text, re.MULTILINE)
    assert first == [str(n) for n in range(1, sections + 1)]
    second = re.findall(r"^### (\d+)\.(\d+) ", text, re.MULTILINE)
    assert second
    for section in {number for number, _ in second}:
        inner = [int(n) for number, n in second if number == section]
        assert inner == list(range(1, len(inner) + 1))


def test_the_contents_name_every_numbered_heading() -> None:
    text = _paper(SAMPLES, "county-lines.yaml")
    contents = text.split("## Contents\n")[1].split("\n## ")[0]
    listed = [line.strip()[2:] for line in contents.strip().split("\n")]
    headings = re.findall(r"^###? (.*)$", text.split("## Contents\n")[1], re.MULTILINE)
    assert listed == headings


def test_every_table_has_as_many_cells_as_its_header() -> None:
    for path in sorted(SAMPLES.glob("*.yaml")):
        if path.name in ("planc.yaml", "directory.yaml"):
            continue
        for block in re.findall(
            r"(?:^\|.*\n)+", _paper(SAMPLES, path.name, "author"), re.MULTILINE
        ):
            sizes = {len(re.findall(r"(?<!\\)\|", line)) for line in block.strip().split("\n")}
            assert len(sizes) == 1, (path.name, block[:200])


def test_there_are_words_under_every_heading() -> None:
    for path in sorted(SAMPLES.glob("*.yaml")):
        if path.name not in ("planc.yaml", "directory.yaml"):
            text = _paper(SAMPLES, path.name, "author")
            levels = [
                len(line) - len(line.lstrip("#")) if line.startswith("#") else 0
                for line in text.split("\n")
                if line
            ]
            bare = [pair for pair in pairwise(levels) if 0 < pair[1] <= pair[0]]
            assert bare == [], path.name


def _said_by_the_schema(node: Any) -> Iterator[str]:
    """The titles of fields and the words that may stand in them, as papers print them."""
    if isinstance(node, dict):
        yield from (words for name in ("title", "enum") for words in _listed(node.get(name)))
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _said_by_the_schema(inner)


def _listed(node: Any) -> list[str]:
    return [words for words in (node if isinstance(node, list) else [node]) if type(words) is str]


def test_each_abbreviation_is_expanded_once_and_in_order() -> None:
    short = [name for name, _ in ABBREVIATIONS]
    assert short == sorted(set(short), key=str.upper)
    schema_words = " ".join(_said_by_the_schema(schema("plan")))
    assert set(re.findall(r"\b[A-Z][A-Za-z]*[A-Z]\b", schema_words)) <= set(short)
    for name in ("county-lines.yaml", "minimal.yaml"):
        text = _paper(SAMPLES, name, "author")
        for abbreviation, words in ABBREVIATIONS:
            assert text.count(f"| {abbreviation} | {words} |") == 1


def test_posts_and_organisations_are_printed_by_their_titles(base: Path) -> None:
    text = _paper(base, PLAN, "author")
    assert "SRO: Det Supt Crime; LRO: DI SOC East" in _paper(base, PLAN)
    assert "| SRO | Det Supt Crime | Exampleton Police |" in text
    assert "Youth Services Lead<br>Exampleton Council" in text
    assert "council-youth-lead" not in text


def test_findings_are_in_an_annex_with_who_acts(base: Path) -> None:
    plan = base / PLAN
    plan.write_text(plan.read_text().replace(" owner: di-soc-east, status", " status"))
    annex = _paper(base, PLAN, "author").split("## Annex A Plan checks")[1].split("## Annex B")[0]
    assert (
        "| Error | Pursue, PUR-1, Owner | PUR-1 has no owner.<br>**Do:** Under PUR-1 add"
        ' "owner:" and one post from directory.yaml. | LRO |'
    ) in annex


def test_a_sound_plan_says_so_in_the_annex(base: Path) -> None:
    assert "The plan checks found nothing wrong." in _paper(base, PLAN)


def _annex(base: Path, more: str, *, listed: str = "") -> str:
    plan = base / PLAN
    plan.write_text(plan.read_text().replace(" owner: di-soc-east, status", " status") + more)
    if listed:
        (base / "planc-baseline.yaml").write_text(f"planc: 1\nplans:\n{listed}")
    text = _paper(base, PLAN, "author").split("## Annex A Plan checks\n")[1]
    return text.split("## Annex B")[0].replace("\\", "")


def _waiver(rule: str, until: str) -> str:
    return (
        f"  - {{rule: {rule}, id: PUR-1, reason: The post is being filled, approver: supt-crime,"
        f" until: {until}}}\n"
    )


def test_waivers_are_in_the_annex_with_what_they_set_aside(base: Path) -> None:
    shown = _annex(base, f"waivers:\n{_waiver('tactic-no-owner', '2027-01-29')}")
    assert "The plan checks found nothing else wrong." in shown
    assert (
        "| PUR-1, tactic-no-owner<br>PUR-1 has no owner. | The post is being filled"
        " | Det Supt Crime | 29 January 2027 |"
    ) in shown
    assert "A waiver sets a finding aside. It accepts no risk." in shown
    assert "Older findings" not in shown


def test_a_waiver_that_sets_nothing_aside_says_so(base: Path) -> None:
    two = _waiver("tactic-no-owner", "2026-11-21") + _waiver("tactic-no-due", "2027-01-29")
    shown = _annex(base, f"waivers:\n{two}")
    assert shown.count("Sets nothing aside now.") == 2
    assert "| PUR-1 has no owner.<br>" in shown


def test_older_findings_are_in_the_annex_with_their_day_and_no_reason(base: Path) -> None:
    listed = (
        "  - plan: SOC-2026-014\n    until: 2027-03-01\n    findings:\n"
        "      tactic-no-owner: {PUR-1.owner: 1}\n"
    )
    shown = _annex(base, "", listed=listed)
    assert "The plan checks found nothing else wrong." in shown
    assert "Older findings, to be put right by 1 March 2027:" in shown
    assert "| Error | Pursue, PUR-1, Owner | PUR-1 has no owner.<br>**Do:** Under PUR-1" in shown
    assert "waive" not in shown.lower()


@pytest.mark.parametrize("edition", ["board", "author"])
def test_nothing_set_aside_is_called_an_accepted_risk(base: Path, edition: Edition) -> None:
    _annex(base, f"waivers:\n{_waiver('tactic-no-owner', '2027-01-29')}")
    words = r"risks? (is |are |was |were )?accepted|accept(s|ed|ance of) (the |a )?risk"
    assert not re.search(words, _paper(base, PLAN, edition).lower())


def test_provenance_names_plan_day_digest_and_version(base: Path) -> None:
    about = _paper(base, PLAN, "author").split("## About this paper")[1]
    assert "- Plan: SOC-2026-014" in about
    assert "- Edition: the author's, with everything" in about
    assert "- As of: 22 November 2026" in about
    digest = re.search(r"- Digest of the content: ([0-9a-f]{64})\n", about)
    assert digest
    assert f"digest {digest[1][:12]}\n" in about
    assert re.search(r"- Made by: planc \d+\.\d+\.\d+, from the plan's own file", about)


CORRECTED = """
log:
  - {date: 2026-10-20, ref: PUR-1, disruption: major, lead: police, effect: Both lines off}
  - {date: 2026-10-21, id: DEC-001, decision: Wait, because: Unsafe, rejected: Go, by: supt-crime}
  - {date: 2026-11-10, corrects: 2026-10-20, ref: PUR-1, disruption: minor, note: One line only}
  - {date: 2026-11-11, corrects: 2026-10-21, id: DEC-001, note: Decided by telephone}
"""


def test_a_correction_and_what_it_corrects_are_both_printed_and_name_each_other(
    base: Path,
) -> None:
    path = base / PLAN
    path.write_text(merged(path.read_text(encoding="utf-8"), CORRECTED), encoding="utf-8")
    text = _paper(base, PLAN, "author")
    lines = [" ".join(line.split()) for line in text.splitlines() if "2026 | PUR-1" in line]
    assert [line.partition("PUR-1 | ")[2] for line in lines] == [
        "Corrects the entry of 20 October 2026<br>One line only<br>• Disruption: minor |",
        (
            "• Disruption: major<br>• Lead agency: police<br>• Effect: Both lines off"
            "<br>See the correction of 10 November 2026 |"
        ),
    ]
    assert re.search(r"\| All +\| 0 +\| 0 +\| 1 +\| 1 +\|", text)
    assert "As corrected on 10 November 2026" in text
    assert "**Corrected on 11 November 2026:** Decided by telephone." in text
    assert "- Entry of 20 Oct 2026 about PUR-1 corrected: One line only" in text
