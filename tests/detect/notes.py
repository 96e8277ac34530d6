"""Texts put into the log of the base plan, and what planc says of each."""

import json
from collections.abc import Sequence
from pathlib import Path

from planc.all_rules import ABOUT_WORDS
from planc.check import check
from planc.model.finding import Finding
from planc.model.rule import rule_name
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, merged

NAMES = {rule_name(rule) for rule in ABOUT_WORDS}
SILENT = Path(__file__).parent / "silent"

BEFORE = "The night shift saw it at the flats and passed it on, "
AFTER = " so the board was told on 4 November 2026 at 14:20, item 7"


def lines(path: Path) -> list[str]:
    """The lines of a file of this folder that are not about the file."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]


def variants(text: str) -> list[str]:
    """A text in the ways in which it may stand in a longer one."""
    ways = [
        text,
        BEFORE + text + AFTER,
        f"{BEFORE}({text}){AFTER}",
        f'{BEFORE}"{text}",{AFTER}',
        f"{BEFORE}{text}. {AFTER}",
        f"{BEFORE}{text}; {AFTER}",
        f"{BEFORE}- {text} -{AFTER}",
        BEFORE + text.replace(" ", "\u00a0") + AFTER,
        BEFORE.replace(", ", ":\n") + text + AFTER,
        BEFORE + text.replace(" ", "\n") + AFTER,
    ]
    return list(dict.fromkeys(ways))


def noted(base: Path, texts: Sequence[str]) -> dict[str, list[str]]:
    """The rules about words that speak of each text, once it is a note in the log."""
    plan = base / PLAN
    entries = [[_START, *_field("note", text)] for text in texts]
    log = [line for entry in entries for line in entry]
    written = merged(plan.read_text(encoding="utf-8"), "\n".join(["log:", *log]))
    plan.write_text(written, encoding="utf-8")
    at, lines_left = written.split("\n").index(_START) + 1, {}
    for entry, text in zip(entries, texts, strict=True):
        lines_left[at + 1] = text
        at += len(entry)
    rules_by_text: dict[str, list[str]] = {text: [] for text in texts}
    for finding in about_words(base):
        assert finding.place.span
        rules_by_text[lines_left[finding.place.span.line]].append(finding.rule)
    return rules_by_text


_START = "  - date: 2026-11-18"


def about_words(base: Path) -> list[Finding]:
    """The findings of the rules about words."""
    findings = check(open_repository([base]), AS_OF).findings
    return [finding for finding in findings if finding.rule in NAMES]


def _field(name: str, text: str) -> list[str]:
    """A field as an officer writes it: folded over several lines, or in quotation marks."""
    if "\n" in text:
        return [f"    {name}: >", *(f"      {line}" for line in text.split("\n"))]
    return [f"    {name}: {json.dumps(text, ensure_ascii=False)}"]
