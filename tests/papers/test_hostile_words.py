"""Awkward words, from a plan's file to papers of every kind and form: whole, or refused."""

import json
import re
import shutil
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from planc.all_formats import Format
from planc.check import check
from planc.model.finding import Severity
from planc.repository import open_repository
from tests.conftest import AS_OF
from tests.formats.every_block import HOSTILE
from tests.formats.read_html import read_html
from tests.papers.every_kind import KINDS, every_kind
from tests.papers.reading import SAMPLES

FORMS: tuple[Format, ...] = ("docx", "md", "html")
_REFUSED = "https://example.org www.example.org someone@example.org"  # looks like a person's
_MANY = " ".join(f"word{number}" for number in range(2_000))
_RIGHT_TO_LEFT = "Aa العربية: خطة 4P عبرית אחת Zz"
WORDS = [
    *(f"Aa {text} Zz" for text in HOSTILE if text != _REFUSED),
    "Aa https://example.org www.example.org Zz",
    _RIGHT_TO_LEFT,
    "Aa 👮🏽 🚨 🇬🇧 ❤️ Zz",
    _MANY,
]
# which of the words below a kind of paper shows
SHOWN = {
    "plan, author": ("assessment", "detail", "partner_text", "about"),
    "plan, board": ("assessment",),
    "portfolio, board": ("summary",),
    "tasks, owner": ("detail",),
    "tasks, recipient": ("partner_text",),
    "partner, partners": ("about",),
    "partner, recipient": ("partner_text",),
    "changes, board": ("summary",),
}
"""The fields whose words each paper prints."""
assert tuple(SHOWN) == KINDS, "say here which of the fields the new kind of paper prints"
_SUMMARY = "a < b & {{ 7*7 }} <script>alert(1)</script> [link](https://example.org) **bold** | 👍🏽"


def _copy(root: Path, **texts: str) -> Path:
    """The samples with other words in the plan that all papers here come from."""
    shutil.copytree(SAMPLES, root)
    path = root / "county-lines.yaml"
    plan = yaml.safe_load(path.read_text(encoding="utf-8"))
    tactics = {tactic["id"]: tactic for tactic in (*plan["pursue"], *plan["protect"])}
    for name, holder in (
        ("detail", tactics["PUR-2"]),
        ("partner_text", tactics["PRO-1"]),
        ("summary", plan),
    ):
        holder[name] = texts.get(name, holder[name])
    plan["threat"]["assessment"] = texts.get("assessment", plan["threat"]["assessment"])
    plan["threat"]["partner_text"] = texts.get("about", plan["threat"]["partner_text"])
    path.write_text(json.dumps(plan, default=str, ensure_ascii=False), encoding="utf-8")
    _copy_for_the_table(root / "clear-hold-build.yaml", texts.get("partner_text"))
    return root


def _copy_for_the_table(path: Path, words: str | None) -> None:
    """The plan that shares something with all at the table, in other words."""
    plan = yaml.safe_load(path.read_text(encoding="utf-8"))
    strands = ("pursue", "prevent", "protect", "prepare")
    for tactic in (tactic for strand in strands for tactic in plan[strand]):
        if "table" in tactic.get("share", ()) and words is not None:
            tactic["partner_text"] = words
    path.write_text(json.dumps(plan, default=str, ensure_ascii=False), encoding="utf-8")


def _read_back(form: str, raw: bytes) -> str:
    if form == "docx":
        body = Document(BytesIO(raw)).element.body
        return "\n".join(
            "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))
        )
    if form == "html":
        return str(read_html(raw).text_content())
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(raw.decode())
    return unescape(re.sub(r"<[^>]+>", "\n", rendered))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """A paper of every kind and form, made of awkward words."""
    long = "\n\n".join(WORDS)
    root = tmp_path_factory.mktemp("hostile") / "plans"
    texts = dict.fromkeys(("assessment", "detail", "partner_text", "about"), long)
    copied = _copy(root, **texts, summary=_SUMMARY)
    return every_kind(FORMS, copied)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_awkward_words_arrive_whole(
    kind: str, form: str, papers: Mapping[str, Mapping[str, bytes]]
) -> None:
    text = _read_back(form, papers[kind][form])
    words = [_SUMMARY] if SHOWN[kind] == ("summary",) else WORDS
    missing = [word[:60] for word in words if text.count(word) < len(SHOWN[kind])]
    assert missing == []


def _refusals(root: Path) -> list[Any]:
    report = check(open_repository([root]), AS_OF)
    return [f for f in report.findings if f.severity is Severity.REFUSAL]


@pytest.mark.parametrize(
    "text",
    [
        _REFUSED,
        "a bell \a",
        "turned \u202eround",
        "a tag \U000e0041",
        "joined 👩\u200d👧",
        "not a character \ufffd",
    ],
)
def test_words_that_no_paper_may_hold_are_refused_where_they_stand(
    tmp_path: Path, text: str
) -> None:
    refused = _refusals(_copy(tmp_path / "plans", detail=text))
    assert refused
    for finding in refused:
        assert finding.place.path == "county-lines.yaml"
        assert finding.place.span.line == 1
        assert finding.place.span.column > 1
