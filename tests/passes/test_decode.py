"""Bytes become lines that a reader can see; what else is in them is told with its place."""

import pytest

from planc.model.document import Span
from planc.model.source import Source
from planc.passes.decode import MOST_BYTES, decode
from tests.passes.told import NAME, Told, advised, decoded

UNICODE = 'The file is saved as "Unicode" (UTF-16), which Excel and Notepad offer.'


def unseen(place: str, what: str, more: str = "") -> Told:
    wrong = f"There is {what} in this line{more}, which cannot be seen."
    return Told("forbidden-character", place, wrong)


# Nothing to say


@pytest.mark.parametrize(
    "text",
    [
        "planc: 1\n",
        "planc: 1",
        "# SAMPLE\n\nplanc: 1\n\n",
        "operation: Zażółć gęślą – “jaźń” £5 🎉 ❤️\n",  # with U+FE0F, which shapes a character
        "operation: a hard\u00a0space, and three\u2009thin\u2009ones\n",
        "operation: |\n  - one\n\n  - two\n",
    ],
)
def test_a_text_in_utf_8_is_that_text(text: str) -> None:
    assert decoded(text) == (text, [])


def test_one_byte_order_mark_at_the_start_is_passed_over() -> None:
    assert decoded("\ufeffplanc: 1\n") == ("planc: 1\n", [])


def test_windows_line_ends_are_line_ends() -> None:
    assert decoded("planc: 1\r\nref: A-1\r\n\r\n") == ("planc: 1\nref: A-1\n\n", [])


# Encodings


@pytest.mark.parametrize(
    ("raw", "text", "place", "wrong"),
    [
        (
            "planc: 1\nsummary: Café né\n".encode("latin-1"),
            "planc: 1\nsummary: Café né\n",
            "2:13-14",
            'The byte 0xe9 on line 2 is not UTF-8; it is the letter "é" in a file saved as "ANSI".',
        ),
        (
            "planc: 1\r\nsummary: cost £5\r\n".encode("latin-1"),
            "planc: 1\nsummary: cost £5\n",
            "2:15-16",
            'The byte 0xa3 on line 2 is not UTF-8; it is the letter "£" in a file saved as "ANSI".',
        ),
        (
            "summary: “a”\n".encode("cp1252"),
            "summary: “a”\n",
            "1:10-11",
            'The byte 0x93 on line 1 is not UTF-8; it is the letter "“" in a file saved as "ANSI".',
        ),
        (  # columns are characters, also after a letter that is UTF-8
            "summary: żółw ".encode() + b"\xe9\n",
            "summary: Å¼Ã³Å‚w é\n",
            "1:15-16",
            'The byte 0xe9 on line 1 is not UTF-8; it is the letter "é" in a file saved as "ANSI".',
        ),
        (  # no letter has this byte
            b"planc: 1\nsummary: a\x81b\n",
            "planc: 1\nsummary: a b\n",
            "2:11-12",
            "The byte 0x81 on line 2 is not UTF-8.",
        ),
        (  # cut off in the middle of a letter
            b"summary: \xc3",
            "summary: Ã",
            "1:10-11",
            'The byte 0xc3 on line 1 is not UTF-8; it is the letter "Ã" in a file saved as "ANSI".',
        ),
        (  # a slash in more bytes than it needs
            b"summary: \xc0\xaf\n",
            "summary: À¯\n",
            "1:10-11",
            'The byte 0xc0 on line 1 is not UTF-8; it is the letter "À" in a file saved as "ANSI".',
        ),
        (  # half of a surrogate pair
            b"summary: \xed\xa0\x80\n",
            "summary: í\xa0€\n",
            "1:10-11",
            'The byte 0xed on line 1 is not UTF-8; it is the letter "í" in a file saved as "ANSI".',
        ),
    ],
)
def test_a_byte_that_is_not_utf_8(raw: bytes, text: str, place: str, wrong: str) -> None:
    assert decoded(raw) == (text, [Told("wrong-encoding", place, wrong)])


@pytest.mark.parametrize(
    "raw",
    [
        "\ufeffplanc: 1\r\nsummary: né\r\n".encode("utf-16-le"),
        "\ufeffplanc: 1\nsummary: né\n".encode("utf-16-be"),
        "planc: 1\nsummary: né\n".encode("utf-16-le"),
        "planc: 1\nsummary: né\n".encode("utf-16-be"),
        "\ufeffplanc: 1\nsummary: né\n".encode("utf-32-le"),
        "\ufeffplanc: 1\nsummary: né\n".encode("utf-32-be"),
    ],
    ids=["le", "be", "le without mark", "be without mark", "32 le", "32 be"],
)
def test_unicode_files_are_read_and_refused(raw: bytes) -> None:
    fault = Told("wrong-encoding", "1:1-9", UNICODE)
    assert decoded(raw) == ("planc: 1\nsummary: né\n", [fault])


def test_half_a_letter_of_a_unicode_file_is_not_a_second_fault() -> None:
    raw = "\ufeffplanc: 1".encode("utf-16-le") + b"\x00\xd8" + "A".encode("utf-16-le") + b"A"
    assert decoded(raw) == ("planc: 1 A ", [Told("wrong-encoding", "1:1-12", UNICODE)])


@pytest.mark.parametrize(
    ("start", "wrong"),
    [
        (
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
            "The file is not text, but perhaps a Word document or a spreadsheet.",
        ),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x80", "This is a Word, Excel or zip file."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "This is an old Word or Excel file."),
        (b"{\\rtf1\\ansi planc: 1", "This is a Rich Text file, as WordPad and Word save it."),
        (b"%PDF-1.7", "This is a PDF."),
    ],
)
def test_a_file_that_is_no_text_is_one_fault(start: bytes, wrong: str) -> None:
    raw = start + bytes(range(256)) * 20
    assert decoded(raw) == (None, [Told("wrong-encoding", "1:1-1", wrong)])


# Characters that cannot be seen


@pytest.mark.parametrize(
    ("text", "place", "what", "left"),
    [
        ("a: x\x00y\n", "1:5-6", "a zero byte (U+0000)", "a: x y\n"),
        (
            "a: x\x1b[2J\n",
            "1:5-6",
            "an escape character, which steers a screen (U+001B)",
            "a: x [2J\n",
        ),
        ("a: 1\nb: x\x0by\n", "2:5-6", "a control character (U+000B)", "a: 1\nb: x y\n"),
        (
            "a: 1\rb: 2\n",
            "1:5-6",
            "a line end as old Macs wrote it (U+000D)",
            "a: 1 b: 2\n",
        ),
        (
            "marking: OFFICIAL  # keep\u2028audience: public\n",
            "1:26-27",
            "a line end that editors do not show (U+2028)",
            "marking: OFFICIAL  # keep audience: public\n",
        ),
        (
            "a: 1\nb: 2  # \u2029c: 3\n",
            "2:9-10",
            "a paragraph end that editors do not show (U+2029)",
            "a: 1\nb: 2  #  c: 3\n",
        ),
        (
            "a: 1  # \x85b: 2\n",
            "1:9-10",
            "a line end that editors do not show (U+0085)",
            "a: 1  #  b: 2\n",
        ),
        (
            "a: 1\nb:\ufeff2\n",
            "2:3-4",
            "a byte order mark that is not at the start of the file (U+FEFF)",
            "a: 1\nb: 2\n",
        ),
        ("a: x\u202ey\n", "1:5-6", "a right-to-left override (U+202E)", "a: x y\n"),
        ("a: x\u2069y\n", "1:5-6", "a pop directional isolate (U+2069)", "a: x y\n"),
        ("a: x\u200by\n", "1:5-6", "a zero width space (U+200B)", "a: x y\n"),
        ("a: x\u00ady\n", "1:5-6", "a soft hyphen (U+00AD)", "a: x y\n"),
        ("a: x\U000e0041\n", "1:5-6", "a tag latin capital letter a (U+E0041)", "a: x \n"),
        ("a: 🎉x\u200by\n", "1:6-7", "a zero width space (U+200B)", "a: 🎉x y\n"),
    ],
)
def test_a_character_that_cannot_be_seen(text: str, place: str, what: str, left: str) -> None:
    assert decoded(text) == (left, [unseen(place, what)])


def test_a_second_byte_order_mark_is_one_too_many() -> None:
    what = "a byte order mark that is not at the start of the file (U+FEFF)"
    assert decoded("\ufeff\ufeffplanc: 1\n") == ("planc: 1\n", [unseen("1:1-2", what)])


def test_what_cannot_be_seen_at_the_start_of_a_line_does_not_indent_it() -> None:
    what = "a zero width space (U+200B)"
    text, faults = decoded("a:\n  b: 1\n  \u200bc: 2\n")
    assert (text, faults) == ("a:\n  b: 1\n  c: 2\n", [unseen("3:3-4", what)])


def test_spaces_that_only_look_like_spaces_indent_a_line() -> None:
    what = "a no-break space (U+00A0)"
    text, faults = decoded("a:\n  b: 1\n\u00a0\u00a0c: 2\n \u00a0d: 3\n")
    more = " and in 1 more place"
    assert (text, faults) == ("a:\n  b: 1\n  c: 2\n  d: 3\n", [unseen("3:1-2", what, more)])


def test_the_same_character_is_one_fault_however_often_it_stands() -> None:
    _, faults = decode(Source(NAME, "a: \u200bx\nb: y\nc: \u200b\u200bz\n".encode()))
    ((_, fault),) = faults
    assert fault.at == Span(1, 4, 1, 5)
    assert fault.blanks["more"] == " and in 2 more places"
    assert fault.related == ((Span(3, 4, 3, 5), "here too"), (Span(3, 5, 3, 6), "here too"))


def test_different_characters_are_different_faults() -> None:
    wrong = [
        unseen("1:5-6", "a zero width space (U+200B)"),
        unseen("2:4-5", "a zero byte (U+0000)"),
    ]
    assert decoded("a: x\u200b\nb: \x00\n") == ("a: x \nb:  \n", wrong)


def test_a_flood_of_one_character_is_one_fault() -> None:
    _, faults = decoded("planc: 1\n" + "\x00\n" * 500_000)
    more = " and in 499,999 more places"
    assert faults == [unseen("2:1-2", "a zero byte (U+0000)", more)]


# Tabs


@pytest.mark.parametrize(
    ("text", "place", "wrong", "left"),
    [
        ("a:\tb\n", "1:3-4", "There is a tab on line 1.", "a: b\n"),
        ("a: x\ty\tz\n", "1:5-6", "There is a tab on line 1.", "a: x y z\n"),
        (
            "a:\n\tb: 1\n\tc:\t2\nd: x\ty\n",
            "2:1-2",
            "There is a tab on line 2 and on 2 more.",
            "a:\n  b: 1\n  c: 2\nd: x y\n",
        ),
        (  # all tabs: two spaces for each step
            "a:\n\tb:\n\t\tc: 1\n\td: 2\n",
            "2:1-2",
            "There is a tab on line 2 and on 2 more.",
            "a:\n  b:\n    c: 1\n  d: 2\n",
        ),
        (  # among spaces: as many as make it stand beside the line above
            "a:\n  - b: 1\n\tc: 2\n\td: 3\n",
            "3:1-2",
            "There is a tab on line 3 and on 1 more.",
            "a:\n  - b: 1\n    c: 2\n    d: 3\n",
        ),
        (
            "a:\n        b: 1\n\tc: 2\n",
            "3:1-2",
            "There is a tab on line 3.",
            "a:\n        b: 1\n        c: 2\n",
        ),
        (
            "a:\n  - {b: 1,\n     c: 2}\n\t- {b: 3}\n",
            "4:1-2",
            "There is a tab on line 4.",
            "a:\n  - {b: 1,\n     c: 2}\n  - {b: 3}\n",
        ),
        ("a:\n  b: 1\n  \tc: 2\n", "3:3-4", "There is a tab on line 3.", "a:\n  b: 1\n    c: 2\n"),
    ],
)
def test_tabs_are_one_fault_and_are_read_as_spaces(
    text: str, place: str, wrong: str, left: str
) -> None:
    assert decoded(text) == (left, [Told("tab", place, wrong)])


# Size, and nothing at all


def test_a_file_may_have_a_mebibyte() -> None:
    text = "planc: 1\n" + "#" * (MOST_BYTES - 9)
    assert decoded(text) == (text, [])


def test_a_larger_file_is_not_looked_at() -> None:
    wrong = "It has 1,048,577 bytes; a plan may have 1,048,576."
    fault = Told("too-large", "1:1-1", wrong)
    assert decoded(b"\xff\t\x00" + b"#" * (MOST_BYTES - 2)) == (None, [fault])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1-1"),
        ("\n\n", "1:1-1"),
        ("  \r\n \r\n", "1:1-1"),
        ("\ufeff", "1:1-1"),
        ("# to be written", "1:1-16"),
        ("\t# to\tbe written\t", "1:1-17"),
        ("\n\n  # to be written  \n# by 1 May\n", "3:1-18"),
    ],
)
def test_a_file_without_anything_to_read(text: str, place: str) -> None:
    wrong = "There is nothing in plans/larch.yaml."
    assert decoded(text) == (None, [Told("empty-file", place, wrong)])


def test_a_file_that_cannot_be_opened() -> None:
    text, faults = decode(Source(NAME, None, "permission denied"))
    assert text is None
    ((_, fault),) = faults
    assert fault.blanks == {"path": NAME, "trouble": "permission denied"}
    assert fault.at == Span(1, 1, 1, 1)


def test_faults_of_every_kind_are_told_together() -> None:
    raw = "planc: 1\nref:\tA-1\nsummary: né\x00\n".encode("utf-16")
    text, faults = decode(Source(NAME, raw))
    assert text == "planc: 1\nref: A-1\nsummary: né \n"
    unseen_do = "Delete it: put the cursor before the place, press Delete, and type the words again"
    assert advised(faults) == [
        "Save the file again with the encoding UTF-8: in Notepad it is beside the Save button.",
        f"{unseen_do} if need be.",
        "Delete each tab and type spaces: two for each step to the right.",
    ]
