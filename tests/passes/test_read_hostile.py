"""Whatever a file holds, reading it ends soon, with findings inside the file and never an error."""

import gc
import sys
import time
from collections.abc import Iterator
from itertools import pairwise, zip_longest

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from planc.model.document import Marks, Span
from planc.passes.decode import MOST_BYTES
from planc.passes.read import MOST_DEPTH, MOST_EVENTS
from planc.rules.structure.too_large import MOST_FAULTS
from tests.conftest import examples
from tests.passes.told import PLAN_TEXT, Checked, checked, fired, read_in, span_of

SECONDS = 2.0 if sys.gettrace() is None else 6.0
"""How long one file may take; longer where every line run is counted."""

HEAD = "planc: 1\nref: SOC-2026-014\nstatus: active\n"


def quickly(raw: bytes | str) -> Checked:
    """Checks a file, in the time that one file may take.

    What other tests have left in memory is put aside: to look through it is no part of reading.
    """
    gc.collect()
    gc.freeze()
    try:
        start = time.process_time()
        result = checked(raw)
        assert time.process_time() - start < SECONDS
    finally:
        gc.unfreeze()
    return result


def rules(result: Checked) -> list[str]:
    """The rules that fired, each once."""
    return sorted({one.rule for one in result.found})


# Depth and size


def nested(depth: int) -> str:
    return (
        "".join(f"{'  ' * step}a:\n" for step in range(depth - 1)) + "  " * (depth - 1) + "a: 1\n"
    )


def test_a_plan_may_be_nested_as_deep_as_any_is() -> None:
    assert read_in(nested(MOST_DEPTH))[1] == []
    assert read_in("[" * MOST_DEPTH + "]" * MOST_DEPTH)[1] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (nested(MOST_DEPTH + 1), "33:65-66"),
        (nested(400), "33:65-66"),
        ("[" * 33 + "]" * 33, "1:34-35"),
        ("[" * 100_000, "1:34-35"),
        ("{a: " * 100_000, "1:130-131"),
        ("- " * 100_000 + "a\n", "1:67-67"),
        ("[\n" * 2_000, "34:1-2"),
        ("".join(f"{' ' * step}-\n" for step in range(1_400)), "34:34-34"),
    ],
)
def test_nothing_is_read_that_is_nested_deeper(text: str, place: str) -> None:
    result = quickly(text)
    assert result.document is None
    assert [(one.rule, one.place, one.wrong) for one in result.found] == [
        ("too-large", place, "It is nested too deep.")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: @x\nd: " + "[" * 3_000, [("quotes-needed", "1:4-6"), ("too-large", "2:36-37")]),
        ("a: [b\nc: " + "[" * 3_000, [("unclosed-bracket", "1:4-5"), ("too-large", "2:36-37")]),
        ("a: [b] }\nc: " + "[" * 3_000, [("unreadable-line", "1:8-9")]),
    ],
)
def test_a_mistake_before_what_is_nested_too_deep_is_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """A parser with a limit of its own looks ahead to it, and would tell of nothing else."""
    assert fired(quickly(text).found) == expected


def test_a_plan_is_made_of_so_many_parts_and_no_more() -> None:
    # five for the file, its document and its list, and one for each item
    assert read_in("- a\n" * (MOST_EVENTS - 6))[1] == []
    document, faults = read_in("- a\n" * (MOST_EVENTS - 5))
    assert document is None
    assert [(one.rule, one.wrong) for one in faults] == [
        ("too-large", "It is made of too many parts.")
    ]


# What harms other programs

BOMB = "a: &a [x]\n" + "".join(
    f"{b}: &{b} [{f'*{a}, ' * 9}]\n" for a, b in pairwise("abcdefghijkl")
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [{f'*{a}, ' * 9}]}}\n" for a, b in pairwise("abcdefghijkl")
)


def listed(piece: str) -> str:
    """Sixty thousand pieces, numbered, with commas between them."""
    return ", ".join(piece.format(number) for number in range(60_000))


HOSTILE = {
    "an alias bomb": (BOMB, ["anchor"]),
    "a merge bomb": (MERGES, ["anchor", "merge-key"]),
    "an alias inside what it stands for": ("a: &a [*a]\n", ["anchor"]),
    "the same key twice, quoted": ('marking: x\n"marking": y\n', ["duplicate-key"]),
    "an integer of a tag and nothing": ('a: !!int ""\n', ["tag"]),
    "a word that is no integer": ("a: !!int x\n", ["tag"]),
    "a word that is no truth": ("a: !!bool maybe\n", ["tag"]),
    "a word that is no time": ("a: !!timestamp foo\n", ["tag"]),
    "a program": ('a: !!python/object/apply:os.system ["id"]\n', ["tag"]),
    "half a letter": ('a: "\\ud800"\n', ["backslash-in-quotes"]),
    "a letter beyond the last": ('a: "\\U00110000"\n', ["backslash-in-quotes"]),
    "a letter far beyond the last": ('a: "\\UFFFFFFFF"\n', ["backslash-in-quotes"]),
    "a zero byte and an escape": ('a: "\\0 \\e[2J"\n', ["forbidden-character"]),
    "not a number": ("a: .nan\nb: .inf\nc: -.inf\n", []),
    "a number of 5,000 figures": (f"a: {'9' * 5000}\n", []),
    "a number of a million figures": (f"a: 0x{'f' * 1_000_000}\n", []),
    "a time of 20,000 parts": (f"a: 1:{'59:' * 20_000}59\n", []),
    "a day there is not": ("a: 2024-02-30\n", []),
    "keys that are no text": ("1: a\n~: b\non: c\n2024-01-02: d\n", []),
    "a directive": ("%YAML 3.0\n---\na: 1\n", ["directive"]),
    "a hundred thousand directives": ("%A\n" * 100_000 + "---\na: 1\n", ["directive"]),
    "a hundred thousand documents": ("---\n" * 100_000, ["several-documents"]),
    "an empty file": ("", ["empty-file"]),
    "a text": ("hello\n", []),
    "a list": ("- a\n- b\n", []),
    "a list of a mebibyte": ("- a\n" * (MOST_BYTES // 4), ["too-large"]),
    "a key of a million letters": ("a" * 1_000_000 + ": 1\n", ["unreadable-line"]),
    "a line of a million letters": ("a: " + "b" * 1_000_000 + "\n", []),
    "a million spaces": (" " * 1_000_000 + "a: 1\n", []),
    "a million lines": ("\n" * 1_000_000 + "a: 1\n", []),
    "a million marks": ('"' * 1_000_000, ["unreadable-line"]),
    "a million backslashes": ('a: "' + "\\" * 900_000, ["unclosed-quote"]),
    "a million colons": ("a: " + "b: " * 300_000 + "\n", ["colon-in-text"]),
    "a million question marks": ("? " * 500_000, ["unreadable-line"]),
    "a flight of steps": ("".join(f"{' ' * (n % 999)}a:\n" for n in range(1900)), ["too-large"]),
    "a mistake at the end of a large file": ("#\n" * 500_000 + "a: @x\n" * 9, ["quotes-needed"]),
    "a name for each of many": (f"a: [{listed('&a{} x')}]\n", ["anchor", "too-large"]),
    "an alias for each of many": ("- *x\n" * 100_000, ["alias", "too-large"]),
    "a tag on each of many": ("- !x y\n" * 90_000, ["tag", "too-large"]),
    "a key again and again": ("a: 1\n" * 90_000, ["duplicate-key", "too-large"]),
    "names without values": (f"a: {{{listed('b{}')}}}\n", ["missing-colon", "too-large"]),
    "commas without end": (f"a: {{b: c, {listed('b{} x')}}}\n", ["comma-in-text"]),
    "escapes without end": ('a: "' + "\\0\\e" * 200_000 + '"\n', ["forbidden-character"]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_hangs_or_breaks_the_reader(name: str) -> None:
    text, expected = HOSTILE[name]
    result = quickly(text)
    fired = [rule for rule in rules(result) if rule not in ("not-a-plan", "empty-value")]
    assert fired == expected


FLOODS = {
    "unknown fields": "".join(f"operatiom{n}: 1\n" for n in range(20_000)),
    "words there are not": "threat:\n  areas:\n" + "  - x\n" * 60_000,
    "ids that lead nowhere": "log:\n" + "".join(f"- {{ref: X{n}}}\n" for n in range(15_000)),
    "ids that lead nowhere among as many": "pursue:\n"
    + "".join(f"- {{id: A{n}, tactic: x}}\n" for n in range(6_000))
    + "log:\n"
    + "".join(f"- {{ref: B{n}}}\n" for n in range(6_000)),
    "one id for all": "pursue:\n" + "- {id: A1, tactic: x}\n" * 10_000,
    "things without a name": "pursue:\n" + "- {}\n" * 20_000,
    "lists for texts": "annexes:\n" + "- []\n" * 20_000,
    "numbers for texts": "annexes:\n" + "- 1\n" * 60_000,
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_faults_is_cut_off_and_the_cut_is_told(name: str) -> None:
    result = quickly(HEAD + FLOODS[name])
    assert len(result.faults) == MOST_FAULTS + 1
    rule, fault = result.faults[-1]
    assert rule.__name__.endswith("too_large")
    assert fault.blanks["what"] == "It has more than 1,000 faults"
    assert result.plan is not None


def test_a_flood_of_marks_is_cut_off_and_the_file_not_read_on() -> None:
    result = quickly(HEAD + "annexes:\n" + "- *x\n" * (MOST_FAULTS + 1) + "- @x\n")
    assert fired(result.found)[-1] == ("too-large", f"{MOST_FAULTS + 5}:3-5")
    assert len(result.found) == MOST_FAULTS + 1
    assert result.document is None


# Anything at all


def spans(marks: Marks) -> Iterator[tuple[int, int, int, int]]:
    """Every place that a document knows."""
    yield marks[0]
    inner = marks[1]
    if isinstance(inner, dict):
        for key, part in inner.values():
            yield key
            yield from spans(part)
    elif inner is not None:
        for part in inner:
            yield from spans(part)


def assert_inside(result: Checked, raw: bytes) -> None:
    """Every fault and every value stands inside the file, as it is or as its text is read."""
    assert len(result.found) == len(result.faults)
    related = (at for _, fault in result.faults for at, _ in fault.related)
    places = [tuple(span_of(fault, result.document)) for _, fault in result.faults]
    places += (at for at in related if isinstance(at, Span))
    places += spans(result.document.marks) if result.document else ()
    encoding = "cp1252" if "wrong-encoding" in rules(result) else "utf-8"
    written = raw.decode(encoding, "replace").replace("\r\n", "\n").split("\n")
    read = result.text.split("\n") if result.text is not None else written
    lengths = [max(map(len, pair)) for pair in zip_longest(written, read, fillvalue="")]
    for line, column, end_line, end_column in places:
        assert (1, 1) <= (line, column) <= (end_line, end_column)
        assert column <= lengths[line - 1] + 1
        assert end_column <= lengths[end_line - 1] + 1


ODD = st.sampled_from(
    [
        *(
            "\t",
            "\n",
            " ",
            "  ",
            "- ",
            ": ",
            ":",
            "#",
            " #",
            '"',
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\\",
        ),
        *(
            "&a",
            "*a",
            "!!str ",
            "<<: ",
            "? ",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "~",
            "@",
        ),
        *(
            "\u200b",
            "\u2028",
            "\ufeff",
            "\x00",
            "\r",
            "\r\n",
            "\u00a0",
            "\x85",
            "é",
            "🎉",
            "e\u0301",
        ),
        *("planc: 1\n", "ref: A-1\n", "status: draft\n", "owner:", "due: 30/2/26\n", "id: PUR-1\n"),
    ]
)
TEXTS = st.lists(st.one_of(ODD, st.text(max_size=5)), max_size=40).map("".join)


@settings(max_examples=examples(400), deadline=None)
@example("planc: 1\n\ufeff: \u2028x")
@example("a: 'b\n  c: d'\n e: f\n")
@example('x: "y"\n \u00a0z')
@given(TEXTS)
def test_any_text_is_read_without_an_error(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    assert_inside(checked(raw), raw)


@settings(max_examples=examples(200), deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_error(raw: bytes) -> None:
    assert_inside(checked(raw), raw)


def mutated(raw: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with a few pieces cut out, doubled, or put in place of others."""
    at = st.integers(0, len(raw))
    change = st.tuples(
        at, st.integers(0, 12), st.one_of(ODD.map(str.encode), st.binary(max_size=4))
    )

    def changed(changes: list[tuple[int, int, bytes]]) -> bytes:
        result = raw
        for start, length, piece in changes:
            result = result[:start] + piece + result[start + length :]
        return result

    return st.lists(change, min_size=1, max_size=4).map(changed)


@settings(max_examples=examples(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(PLAN_TEXT.encode()))
def test_any_damaged_plan_is_read_without_an_error(raw: bytes) -> None:
    result = checked(raw)
    assert_inside(result, raw)
    if result.document is None:
        assert result.found
