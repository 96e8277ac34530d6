"""No text is lost: what a # would cut off, what git left, and spaces that a format would change."""

import re

import pytest

from planc.model.rule import message, rule_name
from planc.model.source import Source
from planc.repository import parse_file
from tests.conftest import Checked, merged
from tests.passes.told import KNOWN, NAME, PLAN_TEXT

_LOG = "log:\n  - date: 2026-11-18\n    ref: PUR-1\n    "
_BRACES = "log:\n  - {date: 2026-11-18, ref: PUR-1, "


def _found(checked: Checked, piece: str) -> list[tuple[str, str, str]]:
    return [(f.rule, f.wrong, f.do) for f in checked(piece).findings]


def _written(checked: Checked, piece: str) -> str:
    """The text that the one finding says is to be written."""
    ((rule, _, do),) = _found(checked, piece)
    assert rule == "text-after-hash"
    written = re.fullmatch(r"Write (.*); or if it is a remark, put a space after the #\.", do)
    assert written
    return written[1]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("See URN #1234", '"See URN #1234"'),
        ("See URN #1234, two garages visited", '"See URN #1234, two garages visited"'),
        ("Two garages visited #2 was shut", '"Two garages visited #2 was shut"'),
        ("Talks at hire firms #1 and #2", '"Talks at hire firms #1 and #2"'),
        ("Posted under #SummerVibes", '"Posted under #SummerVibes"'),
        ("Flat   #12 is empty", '"Flat #12 is empty"'),
        ("URN # 1234 was closed", '"URN # 1234 was closed"'),
        ("See item # 4 and 5", '"See item # 4 and 5"'),
        ("It's at #4", '"It\'s at #4"'),
        ('The "Larch Firm" at #4', "'The \"Larch Firm\" at #4'"),
        ("Unit #4  # asked twice", '"Unit #4"'),
        ("#4 was shut", '"#4 was shut"'),
        ("Écoutez #4 café", '"Écoutez #4 café"'),
        ("Two garages\n      visited #2 was shut", '"Two garages visited #2 was shut"'),
        ("Two garages visited\n      #2 was shut", '"Two garages visited #2 was shut"'),
        ("Two garages #2 was\n      shut, one open", '"Two garages #2 was shut, one open"'),
    ],
)  # fmt: skip
def test_what_a_hash_would_cut_off_is_to_be_written_whole(
    checked: Checked, text: str, written: str
) -> None:
    assert _written(checked, f"{_LOG}note: {text}\n") == written


_AFTER = '\n  - {date: 2026-11-19, ref: PUR-1, note: "Three visits"}\n'


@pytest.mark.parametrize("after", ["\n", _AFTER], ids=["last", "not last"])
@pytest.mark.parametrize(
    ("entry", "written"),
    [
        ("note: See URN #1234}", '"See URN #1234"'),
        ("note: See URN #1234, two visits}", '"See URN #1234, two visits"'),
        ("note: See URN #1234, lead: council}", '"See URN #1234"'),
        ("note: Firms #1 and #2,\n     lead: council}", '"Firms #1 and #2"'),
        ("note: #4 was shut,\n     lead: council}", '"#4 was shut"'),
        ("note: Firms #1 and #2\n    }", '"Firms #1 and #2"'),
        ("support: [police, council], note: Shop #3 was shut}", '"Shop #3 was shut"'),
    ],
)
def test_between_braces_too_where_the_closing_brace_is_lost_as_well(
    checked: Checked, entry: str, written: str, after: str
) -> None:
    assert _written(checked, f"{_BRACES}{entry}{after}") == written


def test_it_is_found_in_the_directory_as_well(checked: Checked) -> None:
    posts = "posts:\n  - {id: di-soc-east, title: DI SOC East #2, organisation: exampleton-police}"
    rules = {f.rule for f in checked(f"# directory.yaml\n{posts}\n").findings}
    assert "text-after-hash" in rules
    assert not rules & {"unclosed-bracket", "unreadable-line"}


@pytest.mark.parametrize(
    "piece",
    [
        "operation: EXAMPLE LARCH # SAMPLE\n",
        "operation: EXAMPLE LARCH      # SAMPLE\n",
        "operation: EXAMPLE LARCH      #SAMPLE\n",
        "operation: EXAMPLE LARCH # 2 names so far\n",
        "operation: EXAMPLE LARCH ## second name\n",
        "operation: EXAMPLE LARCH #\n",
        "operation: EXAMPLE LARCH #----\n",
        "operation: EXAMPLE#LARCH\n",
        'operation: "EXAMPLE LARCH #2"\n',
        "operation: 'EXAMPLE LARCH #2' # see #4\n",
        'operation: "EXAMPLE LARCH"   # asked on #4\n',
        "next_review: 2026-12-02 #1 of the month\n",
        "status: active #draft\n",
        "#operation: EXAMPLE LARCH\nversion: 2\n",
        f"{_LOG}#note: old\n    note: Two visits\n",
        f"{_LOG}note: |\n      See URN #1234\n      #2 was shut\n",
        f"{_LOG}note: >\n      See URN #1234\n",
        f'{_BRACES}note: "See URN #1234, two visits"}}\n',
        f"{_BRACES}note: Two visits}} #2 of 4\n",
        f"{_BRACES} # a remark\n     note: Two visits}}\n",
        f"{_BRACES}note: Two visits, #}} not yet\n     lead: council}}\n",
    ],
)
def test_remarks_and_quoted_texts_are_left_alone(checked: Checked, piece: str) -> None:
    assert _found(checked, piece) == []


def test_a_text_that_is_about_a_person_is_not_written_out(checked: Checked) -> None:
    report = checked(f"{_LOG}note: Left #07700 900123\n")
    assert [f.rule for f in report.findings] == ["text-after-hash", "personal-data"]
    assert not [f for f in report.findings if "900123" in f.wrong + f.do]


# Conflicts

_STYLES = {
    "merge": "<<<<<<< HEAD\n{a}\n=======\n{b}\n>>>>>>> east\n",
    "diff3": "<<<<<<< HEAD\n{a}\n||||||| 1f5e2d0\n{c}\n=======\n{b}\n>>>>>>> east\n",
    "zdiff3": "<<<<<<< ours\n{a}\n||||||| base\n=======\n{b}\n>>>>>>> theirs\n",
    "no names": "<<<<<<<\n{a}\n=======\n{b}\n>>>>>>>\n",
    "stash": "<<<<<<< Updated upstream\n{a}\n=======\n{b}\n>>>>>>> Stashed changes\n",
    "long marks": "<<<<<<<<<<<<<< HEAD\n{a}\n==============\n{b}\n>>>>>>>>>>>>>> east\n",
    "within another": (
        "<<<<<<< HEAD\n{a}\n||||||| base\n<<<<<<<<< one\n{c}\n=========\n{b}\n>>>>>>>>> two\n"
        "=======\n{b}\n>>>>>>> east\n"
    ),
    "CRLF": "<<<<<<< HEAD\r\n{a}\r\n=======\r\n{b}\r\n>>>>>>> east\r\n",
    "only one side": "<<<<<<< HEAD\n{a}\n=======\n>>>>>>> east\n",
}
_PLACES = {
    "a field": ("", "operation: EXAMPLE LARCH", "operation: EXAMPLE MAPLE", "operation: EXAMPLE"),
    "the log": (
        "log:\n",
        "  - {date: 2026-11-18, ref: PUR-1, note: Two}",
        "  - {date: 2026-11-19, ref: PUR-1, note: Three}",
        "  - {date: 2026-11-19, ref: PUR-1, note: None}",
    ),
    "lines of a text": (f"{_LOG}note: |\n      One\n", "      Two", "      Three", "      Four"),
    "lines of a text in quotes": (f'{_LOG}note: "One\n', '      Two"', '      Three"', '      F"'),
}


@pytest.mark.parametrize("indent", ["", "      "], ids=["at the margin", "set in"])
@pytest.mark.parametrize("place", _PLACES)
def test_a_conflict_is_one_refusal_that_names_git(place: str, indent: str) -> None:
    head, a, b, c = _PLACES[place]
    for style in _STYLES.values():
        conflict = style.format(a=a, b=b, c=c)
        conflict = re.sub(r"^(?=[<|=>]{7})", indent, conflict, flags=re.MULTILINE)
        plan = merged(PLAN_TEXT, head + conflict).encode()
        ((rule, fault),) = parse_file(Source(NAME, plan), "plan", KNOWN).faults
        words = message(rule, fault.blanks)
        assert rule_name(rule) == "merge-conflict"
        assert words.wrong.startswith("Git left its marks of a conflict in this file")


def test_a_conflict_is_a_refusal(checked: Checked) -> None:
    conflict = _STYLES["diff3"].format(a="version: 2", b="version: 3", c="version: 1")
    assert [(f.rule, str(f.severity)) for f in checked(conflict).findings] == [
        ("merge-conflict", "refusal")
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<<<<<<< HEAD\noperation: EXAMPLE LARCH\n",
        "operation: EXAMPLE LARCH\n>>>>>>> east\n",
        "operation: EXAMPLE LARCH\n=======\nversion: 2\n",
        "<<<<<<< HEAD\noperation: EXAMPLE\n=======\noperation: EXAMPLE LARCH\n",
        f"{_LOG}note: |\n      One\n      >>>>>>> east\n",
    ],
)
def test_marks_that_were_left_when_a_conflict_was_half_settled(
    checked: Checked, piece: str
) -> None:
    assert [f.rule for f in checked(piece).findings] == ["merge-conflict"]


def test_the_rest_of_a_file_with_a_conflict_is_checked(checked: Checked) -> None:
    conflict = _STYLES["diff3"].format(a="  One", b="  Two", c="  None")
    report = checked(f"summary: |\n{conflict}pursue: []\n")
    assert {f.rule for f in report.findings} >= {"merge-conflict", "strand-missing"}


def test_what_identifies_somebody_is_found_in_either_version(checked: Checked) -> None:
    conflict = _STYLES["merge"].format(a="operation: EXAMPLE", b="operation: ring 07700 900123")
    report = checked(conflict)
    assert sorted(f.rule for f in report.findings) == ["merge-conflict", "personal-data"]
    assert not [f for f in report.findings if "900123" in f.wrong + f.do]


# Spaces and other characters that cannot be seen

_ODD = "\u1680\u2000\u2003\u2007\u205f\u2800\u3000"
_UNSEEN = "\u200b\u200d\u00ad\u2060\ufeff\u202e"


@pytest.mark.parametrize(
    "around",
    [
        "operation: {}\n",
        f"{_LOG}note: {{}}\n",
        "partners: [{{organisation: exampleton-council, role: {}}}]\n",
    ],
)
@pytest.mark.parametrize(
    "text", ["{c}", '"{c}"', '"{e}"', "a{c}b", "{c}a", "a{c}", '"a{e}"', "a {c} b"]
)
def test_what_a_format_would_change_is_one_refusal(text: str, around: str) -> None:
    for character in _ODD + _UNSEEN:
        written = text.format(c=character, e=f"\\u{ord(character):04x}")
        plan = merged(PLAN_TEXT, around.format(written)).encode()
        faults = parse_file(Source(NAME, plan), "plan", KNOWN).faults
        assert [rule_name(rule) for rule, _ in faults] == ["forbidden-character"], ascii(character)


@pytest.mark.parametrize("text", ['"\\t=1"', '"a\\tb"', '"a\\t"', '"\\t"'])
def test_a_tab_that_an_escape_stands_for_is_one_refusal(checked: Checked, text: str) -> None:
    ((rule, wrong, do),) = _found(checked, f"operation: {text}\n")
    assert rule == "forbidden-character"
    assert wrong == "There is a tab (U+0009) in this line, which cannot be seen."
    assert do.startswith("Delete the sign that stands for it")


def test_a_zero_width_space_hides_nothing_else(checked: Checked) -> None:
    report = checked("oper\u200bation: EXAMPLE LARCH\npursue: []\n")
    rules = [f.rule for f in report.findings]
    assert rules[0] == "forbidden-character"
    assert "strand-missing" in rules


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "10\u202f000", "1\u2009000", "a  b", '" a "', "a\\tb"]
)
def test_what_every_format_keeps_may_stand(checked: Checked, text: str) -> None:
    assert _found(checked, f"operation: {text}\n") == []
