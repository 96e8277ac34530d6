"""A text becomes plain data, each key and value with its place; what planc's YAML lacks is told."""

import pytest
import yaml

from planc.errors import PlancError
from planc.model.document import Data, Document, Marks, Route, Span
from planc.passes.read import read
from tests.passes.told import NAME, Case, Told, advised, cases, fired, ids, place, read_in

# Places


def data_of(text: str) -> Data:
    """The data of a text that holds no fault."""
    document, faults = read_in(text)
    assert faults == []
    assert document is not None
    return document.data


def cut(text: str, extent: tuple[int, int, int, int]) -> str:
    """What stands in a text from one place to another."""
    line, column, end_line, end_column = extent
    lines = text.split("\n")[line - 1 : end_line]
    lines[-1] = lines[-1][: end_column - 1]
    lines[0] = lines[0][column - 1 :]
    return "\n".join(lines)


def words_at(document: Document) -> dict[Route, tuple[str, str]]:
    """The key and the value of each route as they stand in the file; no key for an item."""
    words: dict[Route, tuple[str, str]] = {}

    def walk(marks: Marks, key: str, route: Route) -> None:
        if route:
            words[route] = key, cut(document.text, marks[0])
        inner = marks[1]
        if isinstance(inner, dict):
            for name, (extent, part) in inner.items():
                walk(part, cut(document.text, extent), (*route, name))
        elif inner is not None:
            for index, part in enumerate(inner):
                walk(part, "", (*route, index))

    walk(document.marks, "", ())
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\nb: two words  # note\n", {("a",): ("a", "1"), ("b",): ("b", "two words")}),
        ("a : x\n", {("a",): ("a", "x")}),
        (  # quotation marks belong to the value and to the key
            "\"a\": \"x\"\n'b': 'y'  # note\n",
            {("a",): ('"a"', '"x"'), ("b",): ("'b'", "'y'")},
        ),
        (
            "a:\n  b: 1\n\n  # note\n  c: 2\n\nd: 3\n",
            {
                ("a",): ("a", "b: 1\n\n  # note\n  c: 2"),
                ("a", "b"): ("b", "1"),
                ("a", "c"): ("c", "2"),
                ("d",): ("d", "3"),
            },
        ),
        (
            "a:\n- x\n-  y: 1\n   z: 2\n- - w\n",
            {
                ("a",): ("a", "- x\n-  y: 1\n   z: 2\n- - w"),
                ("a", 0): ("", "x"),
                ("a", 1): ("", "y: 1\n   z: 2"),
                ("a", 1, "y"): ("y", "1"),
                ("a", 1, "z"): ("z", "2"),
                ("a", 2): ("", "- w"),
                ("a", 2, 0): ("", "w"),
            },
        ),
        (
            "a: {b: 1, c: [x,\n  y]}\nd: []\ne: {}\n",
            {
                ("a",): ("a", "{b: 1, c: [x,\n  y]}"),
                ("a", "b"): ("b", "1"),
                ("a", "c"): ("c", "[x,\n  y]"),
                ("a", "c", 0): ("", "x"),
                ("a", "c", 1): ("", "y"),
                ("d",): ("d", "[]"),
                ("e",): ("e", "{}"),
            },
        ),
        (  # a text over several lines
            "a: one\n  two\n\n  three\nb: \"x\n  y\"\nc: 'z\n\n  w'\n",
            {
                ("a",): ("a", "one\n  two\n\n  three"),
                ("b",): ("b", '"x\n  y"'),
                ("c",): ("c", "'z\n\n  w'"),
            },
        ),
        (  # columns are characters, not bytes
            "ż: [é, {x: 🎉, y: é}]  # ß\nb: é\n",
            {
                ("ż",): ("ż", "[é, {x: 🎉, y: é}]"),
                ("ż", 0): ("", "é"),
                ("ż", 1): ("", "{x: 🎉, y: é}"),
                ("ż", 1, "x"): ("x", "🎉"),
                ("ż", 1, "y"): ("y", "é"),
                ("b",): ("b", "é"),
            },
        ),
        (  # a block ends with its last line that is not blank
            "a: |\n  x\n\n  y  \n\n\nb: >-\n    z\n# note\nc: |+\n  w\n\n",
            {
                ("a",): ("a", "|\n  x\n\n  y"),
                ("b",): ("b", ">-\n    z"),
                ("c",): ("c", "|+\n  w"),
            },
        ),
        ("a: |\n  x\n  # text\n", {("a",): ("a", "|\n  x\n  # text")}),
        ("a: |\nb: >\n\nc: |", {("a",): ("a", "|"), ("b",): ("b", ">"), ("c",): ("c", "|")}),
        ("- |\n  x\n- y", {(0,): ("", "|\n  x"), (1,): ("", "y")}),
        (  # nothing is right after the colon or the dash
            "a:\nb:  # note\nc:\n  -\n  - x\nd: {e: , f: }\n",
            {
                ("a",): ("a", ""),
                ("b",): ("b", ""),
                ("c",): ("c", "-\n  - x"),
                ("c", 0): ("", ""),
                ("c", 1): ("", "x"),
                ("d",): ("d", "{e: , f: }"),
                ("d", "e"): ("e", ""),
                ("d", "f"): ("f", ""),
            },
        ),
        ("---\na: 1\n...\n# note\n", {("a",): ("a", "1")}),
        ("? a\n: b\n", {("a",): ("a", "b")}),
    ],
)
def test_each_key_and_value_has_its_place(text: str, words: dict[Route, tuple[str, str]]) -> None:
    document, faults = read_in(text)
    assert faults == []
    assert document is not None
    assert words_at(document) == words


def test_nothing_stands_right_after_its_colon() -> None:
    document, _ = read_in("a:\n  b:   # note\nc:\n  -\n")
    assert document is not None
    assert document.span(("a", "b"), value=True) == Span(2, 5, 2, 5)
    assert document.span(("c", 0)) == Span(4, 4, 4, 4)


def test_the_root_ends_with_the_last_value() -> None:
    document, _ = read_in("# note\n\na: 1\nb:\n  - c  # note\n\n# note\n")
    assert document is not None
    assert document.marks[0] == (3, 1, 5, 6)


def test_it_is_known_which_texts_stand_without_quotation_marks() -> None:
    document, _ = read_in('a: x\nb: "x"\nc: \'x\'\nd: |\n  x\ne:\nf: [x, "x"]\n')
    assert document is not None
    plain = [document.plain((name,)) for name in "abcde"]
    assert plain == [True, False, False, False, True]
    assert [document.plain(("f", index)) for index in (0, 1)] == [True, False]


# What a scalar means


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("12", 12),
        ("-5", -5),
        ("999999999999999", 999_999_999_999_999),
        ("-999999999999999", -999_999_999_999_999),
    ],
)
def test_a_canonical_number_or_word_is_what_it_says(written: str, value: Data) -> None:
    assert data_of(f"a: {written}\n") == {"a": value}
    assert data_of(f"- {written}\n") == [value]
    quoted = data_of(f'a: "{written}"\n')
    assert quoted == {"a": written}


@pytest.mark.parametrize(
    "written",
    [
        *("NO", "no", "No", "on", "off", "yes", "y", "N", "True", "TRUE", "FALSE", "Null", "NULL"),
        *("0123", "007", "07700900123", "0x1F", "0o17", "0b101", "1_000", "1,000", "+5", "-0"),
        *("1.10", "1.", ".5", "1e3", ".nan", ".inf", "-.inf", "١٢", "１２", "½", "1 2"),
        *("9:30", "21:30", "12:30:45", "1:59:59", "2024-01-02", "2024-02-30", "2024-1-2", "01/12"),
        *("=", "<<", "-x", "?x", ":x", "x:y", "x#y", "https://a.example/b?c=d#e", "a & b * c"),
        *("9" * 16, "-" + "9" * 16, "9" * 5000, "1:" + ":".join(["59"] * 200)),
    ],
)
def test_every_other_scalar_is_its_text(written: str) -> None:
    assert data_of(f"a: {written}\n") == {"a": written}
    assert data_of(f"a:\n  - {written}\n") == {"a": [written]}


@pytest.mark.parametrize("key", ["on", "NO", "1", "~", "true", "null", "2024-01-02", "0x1F", "é"])
def test_a_key_is_its_text(key: str) -> None:
    assert data_of(f"{key}: 1\n") == {key: 1}


def test_a_letter_in_two_pieces_is_one_letter_in_a_key_and_two_in_a_text() -> None:
    assert data_of("e\u0301: e\u0301\n") == {"é": "e\u0301"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: |\n  x\n\n    y\n  z\n", "x\n\n  y\nz\n"),
        ("a: |-\n  x\n\n", "x"),
        ("a: |+\n  x\n\n", "x\n\n"),
        ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n"),
        ("a: |2\n    x\n", "  x\n"),
        ('a: "x\\ny \\u00e9 \\" \\\\"\n', 'x\ny é " \\'),
        ("a: 'it''s \\n'\n", "it's \\n"),
        ("a: x\n  y\n", "x y"),
    ],
)
def test_texts_in_every_style(text: str, value: str) -> None:
    assert data_of(text) == {"a": value}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("---\n", None),
        ("x\n", "x"),
        ("12\n", 12),
        ("- a\n- b\n", ["a", "b"]),
        ("[]\n", []),
        ("{}\n", {}),
    ],
)
def test_any_root_is_read(text: str, data: Data) -> None:
    assert data_of(text) == data


# What planc's YAML lacks

LACKS = cases(
    """
## duplicate-key: further down
a: 1
b: 2
a: 3
^
## duplicate-key: in quotation marks
a: 1
"a": 3
^^^
## duplicate-key, duplicate-key: three times
a: 1
a: 2
^
a: 3
^
## duplicate-key: between braces
a: {b: 1, c: 2, b: 3}
                ^
## nothing: in two places
a: {b: 1}
c: {b: 1}
## nothing: in other letters, which is another name
a: 1
A: 2
## anchor: repeated by an alias, one mistake
a: &x 1
   ^^
b: *x
c: [*x, 2]
## anchor: on a group
a: &x
   ^^
  b: 1
c: *x
## anchor: on a key
&x a: 1
^^
## anchor: on an item
- &x
  ^^
- 2
## anchor: on the whole
&x
^^
a: 1
## anchor, anchor: one name for two things
a: &x 1
   ^^
b: &x 2
   ^^
c: *x
## anchor: inside itself
a: &x [*x]
   ^^
## alias: for nothing
a: *x
   ^^
## alias, alias: for nothing, twice
a: [*x, *x]
    ^^
        ^^
## alias: as a key
*x : 1
^^
b: 2
## anchor: repeated as a key
a: &x b
   ^^
*x : 1
## merge-key: of a group written out
a:
  <<: {b: 1}
  ^^
## merge-key: in quotation marks
a: {"<<": {b: 1}}
    ^^^^
## anchor: repeated by a merge key
a: &x {b: 1}
   ^^
c:
  <<: *x
  d: 2
## alias: for nothing, in a merge key
c:
  <<: *x
      ^^
## nothing: a text of two signs
a: <<
## tag: of YAML
a: !!str 1
   ^^^^^
## tag: of one's own
a: !x
   ^^
  b: 1
## tag: in full
a: !<tag:yaml.org,2002:str> 1
   ^^^^^^^^^^^^^^^^^^^^^^^^
## tag: alone
a: ! 1
   ^
## tag: on a key
!!str a: 1
^^^^^
## tag: on an item
- !!int x
  ^^^^^
## tag, tag: two on a line
a: [!!int x, !!bool y]
    ^^^^^
             ^^^^^^
## anchor, tag: on one value
a: &x !!str b
   ^^
      ^^^^^
## tag: for a program
a: !!python/object/apply:os.system ["id"]
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
## directive: of YAML
%YAML 1.2
^^^^^^^^^
---
a: 1
## directive: of a version there is not
%YAML 3.0
^^^^^^^^^
---
a: 1
## directive: of a tag
%TAG ! tag:x,2000:
^^^^^^^^^^^^^^^^^^
---
a: 1
## directive, directive: two
%YAML 1.2
^^^^^^^^^
%TAG ! tag:x,2000:
^^^^^^^^^^^^^^^^^^
---
a: 1
## directive, directive: twice the same, which YAML forbids
%YAML 1.2
^^^^^^^^^
%YAML 1.2
^^^^^^^^^
---
a: 1
## directive: unknown, after a comment
# note
%FOO bar
^^^^^^^^
---
a: 1
## directive: broken
%YAML
^^^^^
---
a: 1
## directive: without a line of dashes after it
%YAML 1.2
^^^^^^^^^
a: 1
## nothing: one document may be marked as such
---
a: 1
...
## several-documents: fields of one plan
a: 1
---
^^^
b: 2
## several-documents: a second plan, and whatever comes after it
a: 1
---
^^^
a: [
---
c: @
## several-documents: the second has nothing in it
a: 1
---
^^^
"""
)


@pytest.mark.parametrize("case", LACKS, ids=ids)
def test_what_the_subset_lacks(case: Case) -> None:
    document, faults = read_in(case.text)
    assert fired(faults) == case.expected
    assert document is not None


def told_of(text: str) -> list[Told]:
    """What is wrong with the syntax of a text."""
    return read_in(text)[1]


@pytest.mark.parametrize(
    ("text", "wrong", "do"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            '"a" stands twice: on line 1 and again on line 3.',
            "Keep the right one and delete the other. If both hold, move one to where it belongs.",
        ),
        (
            "a: &x 1\n",
            (
                "The mark &x on this line gives a piece of the plan a name, so that it can be"
                " repeated elsewhere."
            ),
            "Take out &x. If the words were meant as text, put them in quotation marks.",
        ),
        (
            "a: &x 1\nb: *x\n",
            (
                "The mark &x on this line gives a piece of the plan a name, so that it can be"
                " repeated elsewhere."
            ),
            (
                "Take out &x and write out what each *x stands for. If the words were meant as"
                " text, put them in quotation marks."
            ),
        ),
        (
            "a: *x\n",
            "*x on this line stands for something given a name elsewhere.",
            (
                "Write out what is meant. If the words were meant as text, put them in quotation"
                " marks."
            ),
        ),
        (
            "a: !!str 1\n",
            "!!str on this line tells the program how to read the value.",
            "Delete !!str. If it was meant as text, put the whole text in quotation marks.",
        ),
        (
            "%YAML 1.2\n---\na: 1\n",
            "Line 1 starts with % and is an instruction, not part of a plan.",
            "Delete line 1.",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "The three dashes on line 2 start a second plan in the same file.",
            (
                "Delete the line with the dashes. If what follows it is another plan, move that to"
                " a file of its own."
            ),
        ),
        (
            "a: {<<: {b: 1}}\n",
            "<< on this line takes in another piece of the plan.",
            "Write out what is meant in place of the line.",
        ),
    ],
)
def test_the_words_for_what_the_subset_lacks(text: str, wrong: str, do: str) -> None:
    _, faults = read(NAME, text)
    assert [one.wrong for one in told_of(text)] == [wrong]
    assert advised(faults) == [do]


def test_no_message_holds_more_than_a_piece_of_a_name() -> None:
    name = "x" * 300
    for text in (f"a: &{name} 1\n", f"a: *{name}\n", f"a: !{name} 1\n", f"{name}: 1\n{name}: 2\n"):
        (one,) = told_of(text)
        assert "x" * 39 + "…" in one.wrong or "x" * 38 + "…" in one.wrong
        assert "x" * 40 not in one.wrong


def test_a_duplicate_key_keeps_the_first_value_and_tells_where_it_is() -> None:
    document, faults = read(NAME, "a:\n  b: 1\n  c: 2\n  b: 3\n")
    assert document is not None
    assert document.data == {"a": {"b": 1, "c": 2}}
    ((_, fault),) = faults
    assert fault.related == ((Span(2, 3, 2, 4), "the first one"),)


def test_a_letter_in_one_piece_and_in_two_makes_the_same_key() -> None:
    wrong = '"é" stands twice: on line 1 and again on line 2.'
    assert told_of("é: 1\ne\u0301: 2\n") == [Told("duplicate-key", "2:1-3", wrong)]


def test_of_two_lists_under_one_key_every_item_is_read() -> None:
    document, _ = read_in("log:\n  - a\nb: 1\nlog:\n  - c\n  - d\n")
    assert document is not None
    assert document.data == {"log": ["a", "c", "d"], "b": 1}
    assert document.span(("log", 2)) == Span(6, 5, 6, 6)


def test_a_list_and_a_text_under_one_key_are_not_mixed() -> None:
    assert_first("a: [x]\na: y\n", {"a": ["x"]})
    assert_first("a: y\na: [x]\n", {"a": "y"})
    assert_first("a: {b: 1}\na: [x]\n", {"a": {"b": 1}})


def assert_first(text: str, data: Data) -> None:
    document, faults = read_in(text)
    assert [one.rule for one in faults] == ["duplicate-key"]
    assert document is not None
    assert document.data == data


@pytest.mark.parametrize(
    ("text", "data", "spoiled"),
    [
        ("a: &x 1\nb: *x\n", {"a": 1, "b": None}, {("b",)}),
        ("a: [y, *x, z]\n", {"a": ["y", None, "z"]}, {("a", 1)}),
        ("a: &LARCH\n", {"a": None}, {("a",)}),
        ("a:\n  <<: {b: 1}\n  c: 2\n", {"a": {"c": 2}}, {("a",)}),
        ("<<: *x\na: 1\n", {"a": 1}, {()}),
        ("a: !!str 1\n", {"a": 1}, set()),
        ("*x : 1\na: 2\n", {"a": 2}, set()),
    ],
)
def test_a_value_that_is_not_there_as_written_is_spoiled(
    text: str, data: Data, spoiled: set[Route]
) -> None:
    document, _ = read_in(text)
    assert document is not None
    assert document.data == data
    assert document.spoiled == spoiled


def test_escapes_do_not_smuggle_in_what_cannot_be_seen() -> None:
    document, faults = read_in('a: "x\\0y\\u200bz\\0"\n"b\\e": 1\n')
    assert document is not None
    assert document.data == {"a": "x y z ", "b ": 1}
    wrong = "There is {} in this line, which cannot be seen."
    assert faults == [
        Told("forbidden-character", "1:4-19", wrong.format("a zero byte (U+0000)")),
        Told("forbidden-character", "1:4-19", wrong.format("a zero width space (U+200B)")),
        Told(
            "forbidden-character",
            "2:1-6",
            wrong.format("an escape character, which steers a screen (U+001B)"),
        ),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("? [a]\n: 1\n", "1:3-4"),
        ("? {a: 1}\n: 1\n", "1:3-4"),
        ("a: {[b]: 1}\n", "1:5-6"),
        ("a: {{b: 1}: 2}\n", "1:5-6"),
    ],
)
def test_a_group_or_a_list_is_no_key(text: str, place: str) -> None:
    document, faults = read_in(text)
    assert document is None
    because = "a list or a group of fields stands where the name of a field belongs"
    assert faults == [Told("unreadable-line", place, f"Line 1 cannot be read: {because}.")]


def test_planc_does_not_go_on_without_the_parser_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(PlancError, match="PyYAML is installed without libyaml"):
        read(NAME, "a: 1\n")


def test_a_place_is_written_with_its_end() -> None:
    assert place(Span(1, 2, 1, 5)) == "1:2-5"
    assert place(Span(1, 2, 3, 4)) == "1:2-3:4"
