"""The Markdown file, rendered as a code forge renders it: words, tables, marking."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from planc.formats.markdown import emit
from tests.formats.every_block import HOSTILE, every_block

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render


def _shape(html: str) -> list[str]:
    return re.findall(r"</?([a-z0-9]+)", html)


def _words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "\0", html))


@pytest.mark.parametrize("text", HOSTILE)
def test_every_character_arrives_as_text(text: str) -> None:
    plain = RENDER(emit(every_block()).decode())
    hostile = RENDER(emit(every_block(text)).decode())
    assert _shape(hostile) == _shape(plain)
    assert _words(hostile) == _words(plain).replace("plain words", text)


@pytest.mark.parametrize("text", ["https://example.org", "www.example.org", "a@example.org"])
def test_nothing_turns_into_a_link(text: str) -> None:
    linkify = MarkdownIt("gfm-like").render
    assert "<a " not in linkify(emit(every_block(text)).decode())


def test_the_first_and_the_last_line_are_the_marking() -> None:
    lines = emit(every_block()).decode().splitlines()
    assert lines[0] == lines[-1] == "SAMPLE - DRAFT - OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    assert lines[2] == "SAMPLE - DRAFT - POLICE ONLY"


def test_it_reads_well_as_plain_text() -> None:
    text = emit(every_block()).decode()
    assert "> **Plan checks not met: 2 (force policy)**\n>\n> plain words\n" in text
    assert "> **Strong.** plain words\n>\n> **Plan checks met**\n\n---\n" in text
    assert "## Contents\n\n- 1 First plain words\n  - 1.1 Second plain words\n" in text
    assert (
        "\n| Id | Words | Rating |\n| --- | --- | --- |\n| PUR-1 | plain words | AMBER |\n" in text
    )
    assert "| plain words<br>• one<br>• two | Not given | x |" in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert not [line for line in text.split("\n") if line != line.rstrip()]
