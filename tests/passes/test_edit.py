"""One change to a file: what is written, to the byte; and what is refused."""

import pytest

from planc.errors import EditRefusedError
from planc.model.change import Append, Change, Remove, Set
from planc.model.document import Data, Document, Route
from planc.model.source import Source
from planc.passes.decode import decode
from planc.passes.edit import edit
from planc.passes.read import read
from tests.passes.every_change import ENTRY


def parse(raw: bytes) -> Document | None:
    """The document in some bytes; None if there is any fault in them."""
    text, faults = decode(Source("plan.yaml", raw))
    if text is None or faults:
        return None
    reading = read("plan.yaml", text)
    return None if reading.faults else reading.document


def edited(text: str, change: Change) -> str:
    return edit(text.encode(), change, parse).decode()


# What is written


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("due: 2026-12-18\n", "2027-01-19", "due: 2027-01-19\n"),
        ("due: 2026-12-18  # agreed\n", "2027-01-19", "due: 2027-01-19  # agreed\n"),
        ("due:\n", "2027-01-19", "due: 2027-01-19\n"),
        ("due:   # none yet\n", "2027-01-19", "due: 2027-01-19   # none yet\n"),
        ("due: ~\n", "2027-01-19", "due: 2027-01-19\n"),
        ("due: one", "two", "due: two"),
        ("due: one\r\nref: A\r\n", "two", "due: two\r\nref: A\r\n"),
        ("\ufeffdue: one\n", "two", "\ufeffdue: two\n"),
        ('due: "one"\n', "two", 'due: "two"\n'),
        ("due: 'one'\n", "it's", "due: 'it''s'\n"),
        ('due: "one"\n', 'say "yes"', "due: 'say \"yes\"'\n"),
        ("due: one\n", "Two: three", 'due: "Two: three"\n'),
        ("due: one\n", "See URN #1", 'due: "See URN #1"\n'),
        ("due: one\n", "NO", 'due: "NO"\n'),
        ("due: one\n", "0123", 'due: "0123"\n'),
        ("due: one\n", "9:30", 'due: "9:30"\n'),
        ("due: one\n", "1,000", 'due: "1,000"\n'),
        ("due: one\n", "", 'due: ""\n'),
        ("due: one\n", " two ", 'due: " two "\n'),
        ("due: one\n", "two\nlines", 'due: "two\\nlines"\n'),
        ("due: one\n", "- two", 'due: "- two"\n'),
        ("due: one\n", 12, "due: 12\n"),
        ("due: one\n", True, "due: true\n"),
        ("due: [a, b]\n", ["c", "d, e"], 'due: [c, "d, e"]\n'),
        ("due: |\n  one\n  two\nref: A\n", "three\nfour", "due: |\n  three\n  four\nref: A\n"),
        ("due: >-\n  one\n  two\nref: A\n", "three four", "due: >-\n  three four\nref: A\n"),
    ],
)
def test_a_value_becomes_another(before: str, value: Data, after: str) -> None:
    assert edited(before, Set(("due",), value)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("log:\n  - {ref: B}\n", "log:\n  - {ref: B}\n  - @\n"),
        ("log:\n- {ref: A}\n", "log:\n- {ref: A}\n- @\n"),
        ("log:\n  - {ref: A}", "log:\n  - {ref: A}\n  - @"),
        ("log:\r\n  - {ref: A}\r\n", "log:\r\n  - {ref: A}\r\n  - @\r\n"),
        ("log:\n  - {ref: A}  # first\n# end\n", "log:\n  - {ref: A}  # first\n  - @\n# end\n"),
        ("log:\n  - ref: A\n    note: B\n", "log:\n  - ref: A\n    note: B\n  - @@\n"),
        ("log:\n  - {ref: A}\n\n  - {ref: B}\n", "log:\n  - {ref: A}\n\n  - {ref: B}\n\n  - @\n"),
        ("log: []\n", "log:\n  - @\n"),
        ("log: []  # none yet\n", "log:  # none yet\n  - @\n"),
        ("log:\nref: A\n", "log:\n  - @\nref: A\n"),
        ("ref: A\n", "ref: A\nlog:\n  - @\n"),
        ("log: [{ref: A}]\n", "log: [{ref: A}, @]\n"),
        ("log: [{ref: A},]\n", "log: [{ref: A}, @]\n"),
        (
            'log:\n  - {ref: A, note: "All of the visits are done"}\n',
            'log:\n  - {ref: A, note: "All of the visits are done"}\n  - @\n',
        ),
        (
            "log:\n  - ref: A\n    note: |\n      One\n      two\n",
            "log:\n  - ref: A\n    note: |\n      One\n      two\n  - @@\n",
        ),
    ],
)  # fmt: skip
def test_an_entry_is_added_as_the_file_has_them(before: str, after: str) -> None:
    """`@` stands for the new entry in braces, `@@` for one with a line for each field."""
    braces = "{date: 2026-11-20, ref: PUR-1, note: Notices drafted}"
    if '"' in before:
        braces = braces.replace("Notices drafted", '"Notices drafted to the owners"')
    after = after.replace("@@", "date: 2026-11-20\n    ref: PUR-1\n    note: Notices drafted")
    entry = {**ENTRY, "note": "Notices drafted to the owners"} if '"' in before else dict(ENTRY)
    assert edited(before, Append(("log",), entry)) == after.replace("@", braces)


def test_a_long_entry_breaks_at_its_commas() -> None:
    entry = {**ENTRY, "note": "word " * 17 + "end", "by": "di-soc-north"}
    after = edited("log:\n  - {ref: A}\n", Append(("log",), entry))
    assert after.split("\n")[2:] == [
        "  - {date: 2026-11-20, ref: PUR-1,",
        f"     note: {'word ' * 17}end, by: di-soc-north}}",
        "",
    ]


def test_a_new_field_stands_above_the_log() -> None:
    before = "ref: A\n\n# what happened\nlog:\n  - {ref: B}\n"
    after = edited(before, Set(("closure",), "Done"))
    assert after == "ref: A\nclosure: Done\n\n# what happened\nlog:\n  - {ref: B}\n"


@pytest.mark.parametrize(
    ("before", "route", "after"),
    [
        ("a: 1\nb: 2\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb:\n  - x\n  - y\nc: 3\n", ("b",), "a: 1\nc: 3\n"),
        ("a: 1\nb: 2", ("b",), "a: 1\n"),
        ("l:\n  - {id: A, due: 1}\n  - {id: B}\n", ("l", 0), "l:\n  - {id: B}\n"),
        ("l:\n  - {id: A, due: 1}\n", ("l", 0, "due"), "l:\n  - {id: A}\n"),
        ("l:\n  - {id: A, due: 1}\n", ("l", 0, "id"), "l:\n  - {due: 1}\n"),
        ("l:\n  - id: A\n    due: 1\n", ("l", 0, "id"), "l:\n  - due: 1\n"),
        ("l:\n  - id: A\n    due: 1\n", ("l", 0, "due"), "l:\n  - id: A\n"),
        ("l: [a, b, c]\n", ("l", 1), "l: [a, c]\n"),
        ("l: [a]\n", ("l", 0), "l: []\n"),
        ("l:\n  - a\nm: 1\n", ("l", 0), "l: []\nm: 1\n"),
        ("l:  # why\r\n  - a\r\nm: 1\r\n", ("l", 0), "l: []  # why\r\nm: 1\r\n"),
    ],
)
def test_what_is_removed_takes_nothing_else_along(before: str, route: Route, after: str) -> None:
    assert edited(before, Remove(route)) == after


# What is refused


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("a: &x 1\n", Set(("a",), "2")),  # an anchor is a fault: the file is mended first
        ("a: 1\na: 2\n", Set(("a",), "3")),
        ("a: 1\n\tb: 2\n", Set(("a",), "3")),
        ("a: 1\n", Set(("b", "c"), "3")),
        ("a: 1\n", Append(("a",), "3")),
        ("a: 1\n", Append((), "3")),
        ("a: 1\n", Remove(("a",))),
        ("a: 1\n", Remove(("b",))),
        ("l: [1]\n", Remove(("l", 4))),
        ("a:\n  - x\n", Set(("a",), ["y"])),
        ("a: [x,  # why\n  y]\n", Set(("a",), ["z"])),
        ("a: {b: 1}\n", Set(("a",), {"c": "2"})),
        ("a: [\n]\nb: 1\n", Append(("a",), dict(ENTRY))),
        ("a: |+\n  x\n\nb: 1\n", Set(("a",), "y")),
        ("a: |\n  x\nb: 1\n", Set(("a",), "  y")),
        ("a: 1\n", Set(("b",), "a\x00b")),
        ("m: {a: 1}\n", Set(("m", " b"), "2")),  # would be read as another name
        ("- {a: 1}\n- {b: 2}\n", Set(("c",), "3")),
    ],
)
def test_what_cannot_be_done_without_risk_is_refused(before: str, change: Change) -> None:
    with pytest.raises(EditRefusedError):
        edited(before, change)
