"""How values are written in a plan: what is read back is what was meant, by PyYAML as well."""

import pytest
import yaml

from planc.model.document import Data
from planc.wording.yaml_text import (
    PLAIN,
    Style,
    can_be_block,
    folded,
    in_braces,
    is_plain,
    one_line,
    quoted,
)

TEXTS = [
    *("Notices drafted", "it's", "two: three", "URN #7", "NO", "yes", "null", "~", "0x1f", "1_000"),
    *("9:30", "1e3", ".inf", "-", "- x", "", " x", "x ", "a\nb", "a\tb", 'say "no"', "C:\\x"),
    *("'", '"', "@x", "%x", "a, b", "[a]", "{a}", "a:", "#a", "&a", "*a", "!a", "|", ">", "---"),
    *("\u2028", "\x85", "\ufeffa", "2026-11-22", "2026-11-22 10:00", "=", "<<", "é", "£5"),
]


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_every_text_is_read_back_as_text(text: str, *, flow: bool) -> None:
    written = one_line(text, flow=flow)
    read = yaml.safe_load(f"[{written}]" if flow else f"a: {written}")
    value = read[0] if flow else read["a"]
    # a date is a text to planc, and is written as the officers write it
    assert str(value) == text


def test_quotation_marks_stand_only_where_they_must() -> None:
    for text in ("See PUR-1, later", "3 calls", "don't", "in progress"):
        assert is_plain(text, flow=False)
    assert is_plain("a, b", flow=False)
    assert not is_plain("a, b", flow=True)


def test_quotation_marks_follow_those_of_the_file() -> None:
    assert quoted("a") == '"a"'
    assert quoted("a", "'") == "'a'"
    assert quoted('a "b"') == "'a \"b\"'"
    assert quoted("a\nb", "'") == '"a\\nb"'
    quoting = Style(quotes_sentences=True)
    assert one_line("Two words.", flow=True, style=quoting) == '"Two words."'
    assert one_line("in progress", flow=True, style=quoting) == "in progress"


def test_maps_and_lists_stand_on_one_line() -> None:
    value: Data = {"ref": "PUR-1", "with": ["a", "b, c"], "done": True, "left": None, "number": 3}
    assert one_line(value, flow=False) == (
        '{ref: PUR-1, with: [a, "b, c"], done: true, left: null, number: 3}'
    )


def test_a_map_that_is_too_long_breaks_at_its_commas_and_long_texts_between_words() -> None:
    value = {"date": "2026-11-22", "ref": "PUR-1", "note": '"' + "word " * 30 + 'end"'}
    lines = in_braces(dict(value), 4, Style(width=60))
    assert len(lines) > 3
    assert all(len(line) <= 60 for line in lines)
    assert yaml.safe_load("\n".join(lines).replace("2026-11-22", '"2026-11-22"')) == value


def test_a_text_without_a_quotation_mark_is_not_broken() -> None:
    value = {"ref": "PUR-1", "note": "word " * 30 + "end"}
    assert in_braces(dict(value), 0, Style(width=60))[1] == f" note: {value['note']}}}"


def test_a_block_is_folded_between_words_and_read_back() -> None:
    text = "One sentence that is rather long.\nAnother.\n"
    lines = folded(text, 2, 20)
    assert all(len(line) + 2 <= 20 for line in lines)
    assert yaml.safe_load("a: >\n" + "".join(f"  {line}\n" for line in lines))["a"] == text


@pytest.mark.parametrize("text", ["", "\na", " a", "a ", "a  b", "a\tb", "a\u2028b"])
def test_what_a_block_would_change_is_no_block(text: str) -> None:
    assert not can_be_block(text)
    assert can_be_block("a b\n\nc\n")
    assert PLAIN.width == 120
