"""A line that is not YAML is told where the mistake is, and what stands after it is read too."""

import pytest

from planc.model.document import Data, Span
from planc.passes.read import MOST_REPAIRS, read
from tests.passes.told import (
    NAME,
    PLAN_TEXT,
    Case,
    Told,
    advised,
    cases,
    checked,
    fired,
    ids,
    read_in,
)

# Each of these texts is as it should be, and looks a little as if it were not.
NEAR_MISSES = """\
t01: https://a.example/b?c=d#e
t02: see https://a.example/b, or 9:30
t03: 9:30
t04: at 9:30 and at 10:15:00
t05: the council's notices, the tenants' calls
t06: residents'
t07: The "Larch" group
t08: no#comment, and C# here
t09: "x # y"          # don't "
t10: 'it''s "so"'
t11: a & b * c @ d % e ! f ? g
t12: 50% off, me@a.example
t13: a - b | c > d
t14: a {b} [c]
t15: -x
t16: ?x
t17: :x
t18: Likely, "x and
t19: Likely -"x
t20: Likely:"x and
t21: "a \\"b\\" c: d"
t22: "S:\\\\crime\\\\handover"
t23: 'S:\\crime\\handover\\'
t24: "Likely to keep
  supplying: from three
  - first
  # second
  flats."
t25: 'Likely to keep
  note: the council''s

  flats'
t26: Likely to keep
  "supplying from
  'three' flats - it's
  - so
t27: |
  He said "x: y
  it's: {a [b

   - more: "
  # not a comment
t28: >-
  "unclosed
  a: b: c
t29: | # note "
  "x
# don't say "x: y
t30: [a, "b, c", 'd: e', 9:30, https://a.example/b]
t31: {b: it's done, c: 9:30, d: "x, y: z", e: http://a.example}
t32: {b: x,
     c: "two
     lines: here",
     d: [y,
       z]}
t33:
- x
- y: z
  w: v
t34:
    a: x
    b: y
t35:
  |
  block
t36 : x
"t37": x
t38: [a, b, ]
t39: {a: x, }
t40:
  - "x
    y"
  - |
    "x
  - z
"""

MEANT: dict[str, Data] = {
    "t01": "https://a.example/b?c=d#e",
    "t02": "see https://a.example/b, or 9:30",
    "t03": "9:30",
    "t04": "at 9:30 and at 10:15:00",
    "t05": "the council's notices, the tenants' calls",
    "t06": "residents'",
    "t07": 'The "Larch" group',
    "t08": "no#comment, and C# here",
    "t09": "x # y",
    "t10": 'it\'s "so"',
    "t11": "a & b * c @ d % e ! f ? g",
    "t12": "50% off, me@a.example",
    "t13": "a - b | c > d",
    "t14": "a {b} [c]",
    "t15": "-x",
    "t16": "?x",
    "t17": ":x",
    "t18": 'Likely, "x and',
    "t19": 'Likely -"x',
    "t20": 'Likely:"x and',
    "t21": 'a "b" c: d',
    "t22": "S:\\crime\\handover",
    "t23": "S:\\crime\\handover\\",
    "t24": "Likely to keep supplying: from three - first # second flats.",
    "t25": "Likely to keep note: the council's\nflats",
    "t26": "Likely to keep \"supplying from 'three' flats - it's - so",
    "t27": 'He said "x: y\nit\'s: {a [b\n\n - more: "\n# not a comment\n',
    "t28": '"unclosed a: b: c',
    "t29": '"x\n',
    "t30": ["a", "b, c", "d: e", "9:30", "https://a.example/b"],
    "t31": {"b": "it's done", "c": "9:30", "d": "x, y: z", "e": "http://a.example"},
    "t32": {"b": "x", "c": "two lines: here", "d": ["y", "z"]},
    "t33": ["x", {"y": "z", "w": "v"}],
    "t34": {"a": "x", "b": "y"},
    "t35": "block\n",
    "t36": "x",
    "t37": "x",
    "t38": ["a", "b"],
    "t39": {"a": "x"},
    "t40": ["x y", '"x\n', "z"],
}


def test_what_only_looks_like_a_mistake_is_none() -> None:
    document, faults = read_in(NEAR_MISSES)
    assert faults == []
    assert document is not None
    assert document.data == MEANT


# One mistake each

MISTAKES = cases(
    """
## unclosed-quote: up to the next field
a: "x y
   ^^^^
b: 1
## unclosed-quote: up to the next mark
a: "x y
   ^^^^
b: "z"
## unclosed-quote: single marks
a: 'x y
   ^^^^
b: 'z'
## unclosed-quote: a mark far below would end it
a: "x y
   ^^^^
b: 1
c: z"
## unclosed-quote: in the last line
b: 1
a: "x y
   ^^^^
## unclosed-quote: before a line of dashes
a: "x y
   ^^^^
...
## unclosed-quote: a text of several lines
a:
  b: "x
     ^^
    y

    z
  c: 1
## unclosed-quote: among items
a:
  - "x
    ^^
  - "y"
## unclosed-quote: an item's field
a:
  - b: "x
       ^^
    c: 1
  - b: "y"
## unclosed-quote: between braces
a:
  - {b: "x, c: y}
        ^^^^^^^^
  - {b: "x"}
## unclosed-quote: between braces over several lines
a:
  - {b: "x y,
        ^^^^
     c: 1}
  - {b: "x"}
## unclosed-quote: between brackets
a: ["x, y]
    ^^^^^
b: ["z"]
## unclosed-quote: before a comment
a: "x y   # note
   ^^^^
b: 1
## unreadable-line: a mark after a list
a: [x]"
      ^
b: "y"
## unreadable-line: an apostrophe after a list
a: [x]'
      ^
b: 1
c: 'y'
## unclosed-quote: with a backslash further down
a: "x
   ^^
b: S:\\crime
## text-after-quote: outside
a: "x" y
       ^
b: 1
## text-after-quote: in an item
a:
  - 'x's y'
       ^^^^
  - z
## text-after-quote: between braces
a: {b: 'x's y', c: 1}
          ^^^^
## text-after-quote: between braces, before the next line
a: {b: "x" y,
           ^
  c: 1}
## text-after-quote: before a comment
a: "x" y  # note
       ^
b: 1
## text-after-quote: after a text of several lines
a: "x
  y" z
     ^
b: 1
## quotes-needed: at
a: @x y
   ^^^^
b: 1
## quotes-needed: in an item
a:
  - `x`
    ^^^
## quotes-needed, quotes-needed: between braces
a: {b: @x, c: %y}
       ^^
              ^^
## quotes-needed: before a comment
a: %x   # note
   ^^
## quotes-needed: emphasis
a: **x** y
   ^^^^^^^
b: 1
## quotes-needed: an alias with words after it
a: *x y
   ^^^^
b: 1
## quotes-needed: a list with words after it
a: [x] y
   ^^^^^
b: 1
## quotes-needed: more than
a: >5 x
   ^^^^
b: 1
## quotes-needed: a bar
a: | x
   ^^^
b: 1
## quotes-needed: cries
a: !x! y
   ^^^^^
b: 1
## quotes-needed: a cry
a: !x!
   ^^^
b: 1
## quotes-needed: a question
a: ? x
   ^^^
b: 1
## quotes-needed: a dash alone
a: -
   ^
b: 1
## backslash-in-quotes: a path
a: "S:\\crime"
      ^
## backslash-in-quotes: half a letter
a: "\\ud800"
    ^
## backslash-in-quotes: no letter
a: "\\UFFFFFFFF"
    ^
## backslash-in-quotes: letters that are no figures
a: "\\xzz"
    ^
## colon-in-text: outside
a: x: y
   ^^^^
b: 1
## colon-in-text: in an item's field
a:
  - b: x: y
       ^^^^
    c: 1
## colon-in-text: with a mark in it
a: say "x": y
   ^^^^^^^^^^
b: 1
## text-after-quote: with a colon in it
a: "x" said: y
       ^^^^^^^
b: 1
## colon-in-text: between braces
a: {b: x: y, c: 1}
       ^^^^
## colon-in-text: between braces, before the next line
a: {b: x: y,
       ^^^^
  c: 1}
## colon-in-text: before a comment
a: x: y   # note
   ^^^^
## missing-space: after the first name
a:x
^^
b: 1
## missing-space: after a later name
b: 1
a:x
^^
c: 1
## missing-space: after the last name
b: 1
a:x
^^
## missing-space: before a mark
a:"x y"
^^
b: 1
## missing-space: between braces
a: {b:x, c: 1}
    ^^
## missing-space: between braces, before a mark
a: {c: 1, b:"x, y"}
          ^^
## missing-space: between braces, before a bracket
a: {c: 1, b:[x, y]}
          ^^
## missing-space: after a dash
a:
  -{b: 1, c: 2}
  ^
## missing-space: after a dash, before a field
a:
  -b: 1
  ^
    c: 2
## missing-space: after a dash, before a word
a:
  - x
  -y
  ^
b: 1
## missing-colon: in the first line
a x y
^
b: 1
## missing-colon: further down
b: 1
a x y
^
c: 1
## unreadable-line: the first item of a list without its dash, after a comment
a: # some words
    {b: 1}
    ^
  - {b: 2}
## missing-colon: in the last line
b: 1
a x y
^
## missing-colon: in the first field of a group
a:
  b x
  ^
  c: 1
## missing-colon: in a later field of an item
a:
  - b: 1
    c x
    ^
    d: 2
## missing-colon: in the first field of an item
a:
  - b x
    ^
    c: 1
## missing-colon: before a list
b: 1
a
^
  - x
## missing-colon: before a brace
a:
  b {c: 1, e: 2}
  ^
  d: 1
## missing-colon: between braces
a: {b x, c: 1}
    ^
## missing-colon: between braces, after an id
a: {b: PUR-1, note x y, d: 1}
              ^^^^
## missing-colon: between braces, a name alone
a: {b, c: 1}
    ^
## missing-colon: between braces, before a mark
a: {c: 1, b "x, y"}
          ^
## missing-colon: between braces, before a bracket
a: {c: 1, b [x, y]}
          ^
## comma-in-text: between braces
a: {b: x, y z, c: 1}
          ^^^
## comma-in-text: after a figure
a: {b: 150, call blockers, c: 1}
            ^^^^^^^^^^^^^
## comma-in-text: and a colon after it
a: {b: x, but y and z: w, c: 1}
          ^^^^^^^^^^^
## comma-in-text: several in one text
a: {b: x, y, z, c: 1}
          ^
## indentation: one to the right
a:
  b: 1
   c: 2
   ^
  d: 3
## indentation: one to the left
a:
  b: 1
 c: 2
 ^
  d: 3
## indentation: the first line of a group
a:
   b: 1
   ^
  c: 2
  d: 3
## indentation: the first line of all
 a: 1
 ^
b: 2
c: 3
## indentation: the first field of an item
a:
  -  b: 1
  ^^^^
    c: 2
    d: 3
## indentation: an item
a:
  - b: 1
   - b: 2
   ^^^
  - b: 3
## indentation: the first of several items
a:
   - {b: 1}
   ^^^^
  - {b: 2}
  - {b: 3}
## indentation: a line that holds others
a:
  b: 1
 c:
 ^
  - 2
## indentation: under a text between braces
a:
  b: 1
  c: {d: 1,
      e: 2}
   f: 3
   ^
## unclosed-bracket: before the next field
a: [x, y
   ^
b: 1
## unclosed-bracket: over several lines
a: {b: 1,
   ^
    c: 2
d: 3
## unclosed-bracket: among items
a:
  - [x
    ^
  - y
## unclosed-bracket: in the last line
a: {b: 1
   ^
## unclosed-bracket: inside others
a: {b: [x, y, c: 1}
       ^
## unclosed-bracket: inside others, over several lines
a: {b: [x, y,
       ^
  c: 1}
## unclosed-bracket: the other one closes it
a: [x}
   ^
b: 1
## unreadable-line: a comma too many
a: [x],
      ^
b: 1
## unreadable-line: two commas
a: {b: 1,, c: 2}
         ^
## unreadable-line: a brace too many
a:
  - {b: 1}}
          ^
  - {b: 2}
## unclosed-quote: a mark too many, and none after it
a: {b: "x"}"
           ^
b: 1
## unreadable-line: a bracket that nothing opened
a: {b: x, y], c: 1}
           ^
## unreadable-line: no comma after a list
a: {b: [x] c: 1}
           ^
## unreadable-line: no comma after a line
a: {b: "x"
  c: 1}
  ^
## unreadable-line: no dash
a:
  - {b: 1}
    {b: 2}
    ^
"""
)


@pytest.mark.parametrize("case", MISTAKES, ids=ids)
def test_a_mistake_is_told_where_it_is_and_hides_nothing(case: Case) -> None:
    document, faults = read_in(case.text)
    assert fired(faults) == case.expected
    assert document is not None


LINES_BEFORE = NEAR_MISSES.count("\n")
AT_THE_START = "the first line of all"
AT_THE_END = ("in the last line", "before a line of dashes", "a mark too many, and none after it")


@pytest.mark.parametrize("case", [c for c in MISTAKES if c.note != AT_THE_START], ids=ids)
def test_what_stands_before_a_mistake_is_not_taken_for_it(case: Case) -> None:
    _, faults = read_in(NEAR_MISSES + case.text)
    expected = []
    for rule, at in case.expected:
        line, _, rest = at.partition(":")
        expected.append((rule, f"{int(line) + LINES_BEFORE}:{rest}"))
    assert fired(faults) == expected


@pytest.mark.parametrize("case", [c for c in MISTAKES if c.note not in AT_THE_END], ids=ids)
def test_what_stands_after_a_mistake_is_read_and_not_taken_for_it(case: Case) -> None:
    document, faults = read_in(case.text + NEAR_MISSES)
    assert fired(faults) == case.expected
    assert document is not None
    assert isinstance(document.data, dict)
    assert {name: document.data.get(name) for name in MEANT} == MEANT


# Nobody can tell what was meant


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: - x\nb: 1\n", "1:4-7"),
        ("a: 1\n... x\n", "2:5-6"),
        ("a: 1\n...\nb: 2\n", "3:1-5"),
        (": 1\n", "1:1-4"),
        ("x" * 1025 + ": 1\n", "1:1026-1029"),
        ("a: |\n   \n  x\nb: 1\n", "3:3-4"),
        ("a: ]\nb: 1\n", "1:4-5"),
        ("a: |0\n x\n", "1:5-6"),
        ("- a\nb: 1\n", "2:1-5"),
    ],
)
def test_a_line_that_cannot_be_read_ends_the_reading(text: str, place: str) -> None:
    line = place.partition(":")[0]
    document, faults = read(NAME, text)
    assert document is None
    because = "it does not go on from the lines above it as a plan does"
    fault = Told("unreadable-line", place, f"Line {line} cannot be read: {because}.")
    assert read_in(text) == (None, [fault])
    assert advised(faults) == [
        "Compare it with the same part of another plan: colons, dashes, brackets, quotation marks."
    ]


def test_the_faults_above_a_line_that_cannot_be_read_are_told() -> None:
    document, faults = read_in("a: 1\na: 2\nb: &x 3\nc: [@x]\nd: - 1\ne: @\n")
    assert document is None
    assert fired(faults) == [
        ("duplicate-key", "2:1-2"),
        ("anchor", "3:4-6"),
        ("quotes-needed", "4:5-7"),
        ("unreadable-line", "5:4-7"),
    ]


# Words


@pytest.mark.parametrize(
    ("text", "wrong", "do"),
    [
        (
            'a: "x y\nb: 1\n',
            'The text on line 1 starts with " but does not end with one.',
            'Put a " at the end of the text, or delete the one at its start.',
        ),
        (
            "a: 'x's y'\n",
            ("The text in quotation marks ends before the end of line 1; then come further words."),
            "Put \" in place of the ' at its start and of the one at its end.",
        ),
        (
            'a: "x" y\n',
            ("The text in quotation marks ends before the end of line 1; then come further words."),
            'Put the whole text in one pair of " marks; write a mark inside it as \\".',
        ),
        (
            "a: @it's\n",
            "The text on line 1 starts with @, which no text may do without quotation marks.",
            "Put the text in quotation marks: '@it''s'",
        ),
        (
            'a: "S:\\crime"\n',
            "There is a \\ in the text between double quotation marks on line 1.",
            "Use single quotation marks around the text.",
        ),
        (
            "a: x: y  # note\n",
            "The text on line 1 has a colon in it, and so looks like a second field.",
            'Put the text in quotation marks: "x: y"',
        ),
        (
            'a: it\'s "x": y\n',
            "The text on line 1 has a colon in it, and so looks like a second field.",
            "Put the text in quotation marks: 'it''s \"x\": y'",
        ),
        (
            "a: S:\\x: y\n",
            "The text on line 1 has a colon in it, and so looks like a second field.",
            "Put the text in quotation marks: 'S:\\x: y'",
        ),
        (
            "a: {b: x, y z, c: 1}\n",
            (
                'The text before "y z" has a comma in it, and stands between braces without'
                " quotation marks."
            ),
            "Put the whole text in quotation marks.",
        ),
        (
            "a:x\nb: 1\n",
            'There is no space after "a:" on line 1.',
            "Type a space after the colon.",
        ),
        (
            "a:\u00a0x\nb: 1\n",
            (
                'There is no space after "a:" on line 1, but one that only looks like it, as web'
                " pages have them."
            ),
            "Type a space after the colon.",
        ),
        (
            "a:\n  -{b: 1, c: 2}\n",
            'There is no space after "-" on line 2.',
            "Type a space after the dash.",
        ),
        (
            "a x\nb: 1\n",
            'Line 1 is not a field and its value: there is no colon after "a".',
            "Put a colon and a space after the name of the field.",
        ),
        (
            "a:\n  b: 1\n   c: 2\n",
            "Line 3 starts 3 spaces in, where 2 spaces would fit with the lines above it.",
            (
                "Give it the same number of spaces as the field above or below that it stands"
                " beside."
            ),
        ),
        (
            " a: 1\nb: 2\nc: 3\n",
            "Line 1 starts 1 space in, where 0 spaces would fit with the lines below it.",
            (
                "Give it the same number of spaces as the field above or below that it stands"
                " beside."
            ),
        ),
        (
            "a: [x\nb: 1\n",
            "The [ on line 1 is never closed.",
            (
                "Put a ] where the list ends, or put the text in quotation marks if it was meant"
                " as text."
            ),
        ),
        (
            "a: [x],\nb: 1\n",
            "Line 1 cannot be read: , stands where it should have ended.",
            "Delete ,.",
        ),
        (
            "a: {b: 1,, c: 2}\n",
            "Line 1 cannot be read: there is nothing between two commas.",
            "Delete one of them.",
        ),
        (
            "a: {b: x, y], c: 1}\n",
            "Line 1 cannot be read: nothing opens what the ] closes.",
            "Delete the ], or put the bracket that opens the list where it starts.",
        ),
        (
            "a: {b: [x] c: 1}\n",
            "Line 1 cannot be read: there is no comma before c.",
            "Put a comma there.",
        ),
        (
            "a:\n  - {b: 1}\n    {b: 2}\n",
            "Line 3 cannot be read: there is no dash before the {.",
            "Put a dash and a space there.",
        ),
    ],
)
def test_the_words_for_a_mistake(text: str, wrong: str, do: str) -> None:
    _, faults = read(NAME, text)
    assert [one.wrong for one in read_in(text)[1]] == [wrong]
    assert advised(faults) == [do]


# Several mistakes in one file

SEVERAL = """\
planc: 1
ref: SOC-2026-014
operation: Café: night work
marking: OFFICIAL-SENSITIVE
status: active
starts: 2026-09-09
sro: supt-crime
lro: di-soc-east
board: exampleton-ocg
summary: "county lines
next_reveiw: 2026-12-02
pursue:
  - id: PUR-1
\ttactic: Closure orders
    serves: OBJ-1
     due: 2026-12-18
  - {id: PUR-2, tactic Cash seizures, owner: di-soc-east, due: 18/12/2026}
partners: [exampleton-council
log:
  - {date: 2026-11-04, ref: PUR-1, note: One visit, no answer}
"""


def test_every_mistake_of_a_file_is_told_once_in_one_run() -> None:
    faults = checked(SEVERAL.encode("latin-1")).found
    assert fired(faults) == [
        ("colon-in-text", "3:12-28"),
        ("wrong-encoding", "3:15-16"),
        ("unclosed-quote", "10:10-23"),
        ("unknown-field", "11:1-12"),
        ("tab", "14:1-2"),
        ("dangling-id", "15:13-18"),
        ("indentation", "16:6-9"),
        ("missing-colon", "17:17-23"),
        ("impossible-date", "17:64-74"),
        ("unclosed-bracket", "18:11-12"),
        ("wrong-type", "18:12-30"),
        ("comma-in-text", "20:53-62"),
    ]


MENDED = """\
lro:di-soc-east
summary: "county lines
team: {sio: supt-crime, analyst: [x], soctac: nobody}
threat:
  type: ocg
   tier: forse
  areas: [drugs, guns
  assessment: Likely: to keep
"""


def test_places_are_those_in_the_file_and_not_in_what_was_made_of_it() -> None:
    text = PLAN_TEXT.replace("lro: di-soc-east\n", "").split("threat:")[0] + MENDED
    first = text.count("\n") - MENDED.count("\n") + 1
    faults = checked(text).found
    assert [
        (rule, int(place.partition(":")[0]) - first, place.partition(":")[2])
        for rule, place in fired(faults)
    ] == [
        ("missing-space", 0, "1-5"),
        ("unclosed-quote", 1, "10-23"),
        ("wrong-type", 2, "34-37"),
        ("post-unknown", 2, "47-53"),
        ("indentation", 5, "4-8"),
        ("unknown-value", 5, "10-15"),
        ("unclosed-bracket", 6, "10-11"),
        ("unknown-value", 6, "18-22"),
        ("colon-in-text", 7, "15-30"),
    ]


def test_two_mistakes_on_one_line_are_both_told_where_they_are() -> None:
    document, faults = read_in("a: {b:x, c: @y, d: z: w, e: !!str v}\n")
    assert fired(faults) == [
        ("missing-space", "1:5-7"),
        ("quotes-needed", "1:13-15"),
        ("colon-in-text", "1:20-24"),
        ("tag", "1:29-34"),
    ]
    assert document is not None
    assert document.data == {"a": {"b": "x", "c": "@y", "d": "z: w", "e": "v"}}
    assert document.span(("a", "e"), value=True) == Span(1, 29, 1, 36)
    assert document.span(("a", "b"), value=True) == Span(1, 7, 1, 8)


def test_a_repeated_name_is_told_where_both_stand_in_a_mended_line() -> None:
    _, faults = read(NAME, 'a: {b: @x, c: "y", c: 1}\n')
    ((_, first), (_, second)) = faults
    assert first.at == Span(1, 8, 1, 10)
    assert second.at == Span(1, 20, 1, 21)
    assert second.related == ((Span(1, 12, 1, 13), "the first one"),)


def test_no_more_mistakes_are_looked_for_than_anyone_mends_at_once() -> None:
    lines = [f"a{number}: @x\n" for number in range(MOST_REPAIRS + 1)]
    document, faults = read_in("".join(lines[:-2]))
    assert (len(faults), document is not None) == (MOST_REPAIRS - 1, True)
    document, faults = read_in("".join(lines))
    assert fired(faults)[-1] == (
        "quotes-needed",
        f"{MOST_REPAIRS}:{len(lines[-1]) - 2}-{len(lines[-1])}",
    )
    assert (len(faults), document) == (MOST_REPAIRS, None)
