"""Paper -> bytes, in whatever format; a character that no format may carry is the last to stop."""

from dataclasses import replace
from typing import Any

import pytest

from planc.all_formats import FORMATS, Format, formats
from planc.passes.emit import emit
from planc.wording.text import FORBIDDEN
from tests.formats.every_block import every_block

PAPER = every_block()


@pytest.mark.parametrize("form", FORMATS)
def test_a_paper_is_written_in_the_format_that_was_asked_for(form: Format) -> None:
    raw = emit(PAPER, form)
    assert [name for name, module in formats().items() if module.recognises(raw)][:1] == [form]
    assert raw == emit(PAPER, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\u200b", "\u2028", "\ud800", "\ufffe"])
def test_no_format_carries_what_a_reader_does_not_see(form: Format, character: str) -> None:
    assert FORBIDDEN.match(character)
    with pytest.raises(ValueError, match=r"\(U\+[0-9A-F]{4}\) in 'Title plain"):
        emit(every_block(f"plain {character} words"), form)


@pytest.mark.parametrize("part", ["marking", "banner", "footer", "title", "subject"])
def test_nor_does_any_line_around_the_text(part: str) -> None:
    changed: dict[str, Any] = {part: "a\u200bb"}
    with pytest.raises(ValueError, match="zero width space"):
        emit(replace(PAPER, **changed), "md")
