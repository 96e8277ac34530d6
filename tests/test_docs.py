"""What is written down is true: manuals made from code are fresh, and named files exist."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from planc.all_rules import BY_NAME
from planc.passes.explain_fields import fields_manual
from planc.passes.explain_rules import rules_pages

ROOT = Path(__file__).parents[1]
PROSE = [
    "README.md",
    "CHANGELOG.md",
    ".github/CONTRIBUTING.md",
    ".github/ARCHITECTURE.md",
    ".github/INSTALLING.md",
    ".github/SECURITY.md",
    ".github/examples/README.md",
    "planc/cli/README.md",
    "planc/rules/SOURCES.md",
]
ARCHITECTURE = (ROOT / ".github" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_rules_manual_is_fresh() -> None:
    rules = ROOT / "planc" / "rules"
    written = {path.relative_to(rules).as_posix(): path for path in rules.rglob("*.md")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in written.items()}
    del texts["SOURCES.md"]
    assert texts == rules_pages(), "planc explain --rules --into planc/rules"


def test_every_row_of_the_rules_leads_to_its_heading() -> None:
    pages = rules_pages()
    links = re.findall(r"\((\w+/README\.md)#([\w-]+)\)", pages["README.md"])
    assert len(links) == len(BY_NAME)
    assert [link for link in links if f"\n### {link[1]}\n" not in pages[link[0]]] == []


def test_the_fields_manual_is_fresh() -> None:
    written = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
    assert written == fields_manual(), "planc explain --fields > schemas/README.md"


def test_the_word_template_is_what_its_maker_makes() -> None:
    done = subprocess.run(
        [sys.executable, ".ci/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", PROSE)
def test_files_that_prose_links_to_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    missing = [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert missing == []


@pytest.mark.parametrize("name", PROSE)
def test_files_that_prose_names_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"`((?:planc|schemas|templates|tests|\.ci|\.github)/[\w./-]+)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_architecture_names_every_room_on_the_top_of_planc() -> None:
    rooms = {path.name for path in (ROOT / "planc").iterdir() if not path.name.startswith("_")}
    rooms -= {"py.typed"}
    unnamed = {room for room in rooms if not re.search(rf"`planc/{room}/?`", ARCHITECTURE)}
    assert not unnamed, "say in .github/ARCHITECTURE.md what stands there"


def test_the_passes_and_nouns_that_the_architecture_names_exist() -> None:
    phases = ARCHITECTURE.partition("## The phases")[2].partition("## The floors")[0]
    passes = [row.split("|")[2] for row in phases.split("\n") if row.startswith("| ")][2:]
    verbs = {name for column in passes for name in re.findall(r"`(\w+)`", column)}
    files = {path.stem for path in (ROOT / "planc" / "passes").glob("*.py")}
    assert len(verbs) > 15
    assert not verbs - files
    nouns = set(re.findall(r"`([A-Z][a-z]\w+)(?:\.\w+)?`", ARCHITECTURE))
    model = (ROOT / "planc" / "model").glob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in model)
    assert {"Plan", "View", "Problem"} <= nouns
    assert not {noun for noun in nouns if f"class {noun}" not in code}
