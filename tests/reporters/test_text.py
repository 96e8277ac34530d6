"""The text report: what stands where in it, what it shows of a plan, and what it never shows."""

import datetime as dt
import re
from pathlib import Path

import pytest

from planc.all_reporters import REPORTERS, ReporterName, show_as
from planc.check import check
from planc.model.document import Span
from planc.model.finding import Finding, Place, Severity
from planc.model.report import FileReport, Report, Style
from planc.repository import open_repository
from tests.conftest import AS_OF, PLAN, Checked, change

SCREEN = Style(terminal=True)
LOG = Style()


def _finding(span: Span | None, **parts: object) -> Finding:
    context: dict[str, object] = {
        "rule": "tactic-no-owner",
        "severity": Severity.ERROR,
        "place": Place(PLAN, span),
        "plan": "SOC-2026-014",
        "object": "PUR-1",
        "crumbs": "Pursue, PUR-1",
        "wrong": "PUR-1 has no owner.",
        "why": "Nobody is answerable.",
        "do": "Add one.",
        "acts": "LRO",
        **parts,
    }
    return Finding(**context)  # type: ignore[arg-type]


def _report(
    *findings: Finding, text: str | None = None, shown: bool = True, **parts: object
) -> str:
    file = FileReport(PLAN, plan=True, checked=True, open=shown, digest="", text=text)
    context: dict[str, object] = {"whole": True, **parts}
    report = Report(dt.date(2026, 11, 22), findings, (file,), **context)  # type: ignore[arg-type]
    return show_as(report, "text", LOG)


def _snippet(line: str, start: int, end: int | None, *, last: int = 1) -> list[str]:
    """The two lines that show a line of a plan with the mark from column `start` to `end`."""
    span = Span(1, start, last, end or 1)
    return _report(_finding(span), text=line).split("\n")[1:3]


# A finding


def test_a_finding_stands_in_four_parts_with_its_place_and_line() -> None:
    shown = _report(_finding(Span(2, 5, 2, 10)), text="planc: 1\nref: LARCH\n")
    assert shown == (
        "plans/larch.yaml:2:5  Pursue, PUR-1" + " " * 60 + "ERROR\n"
        "     2 | ref: LARCH\n"
        "       |     ^^^^^\n"
        "  Wrong: PUR-1 has no owner.\n"
        "  Why:   Nobody is answerable.\n"
        "  Do:    Add one.\n"
        "  Acts:  LRO. More: planc explain tactic-no-owner\n"
        "\n"
        "Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read. Found 1 error.\n"
    )


def test_the_severity_ends_at_the_margin_or_two_spaces_after_a_long_place() -> None:
    for crumbs in ("", "Pursue", "x" * 60, "x" * 70, "x" * 200):
        first = _report(_finding(Span(1, 1, 1, 2), crumbs=crumbs)).split("\n")[0]
        where = f"plans/larch.yaml:1:1  {crumbs}".rstrip()
        assert first == where + " " * max(2, 95 - len(where)) + "ERROR"


def test_a_finding_without_a_place_in_the_file_names_the_file() -> None:
    shown = _report(_finding(None, crumbs=""), text="planc: 1\n")
    assert shown.startswith("plans/larch.yaml" + " " * 79 + "ERROR\n  Wrong: ")


def test_findings_are_parted_by_an_empty_line() -> None:
    shown = _report(_finding(Span(1, 1, 1, 2)), _finding(Span(2, 1, 2, 2)), shown=False)
    assert re.findall(r"^(?:\S.*)?$", shown, re.MULTILINE)[:3] == [
        "plans/larch.yaml:1:1  Pursue, PUR-1" + " " * 60 + "ERROR",
        "",
        "plans/larch.yaml:2:1  Pursue, PUR-1" + " " * 60 + "ERROR",
    ]


def test_long_words_wrap_under_the_part_they_belong_to() -> None:
    words = " ".join(["word"] * 40)
    shown = _report(_finding(Span(1, 1, 1, 2), wrong=words, do="x" * 150), shown=False)
    lines = shown.split("\n")
    assert lines[1] == "  Wrong: " + " ".join(["word"] * 18)
    assert lines[2] == "         " + " ".join(["word"] * 18)
    assert lines[3] == "         word word word word"
    assert lines[5] == "  Do:    " + "x" * 150
    assert all(len(line) <= 100 for line in lines if "x" not in line)


def test_hidden_characters_are_drawn() -> None:
    shown = _report(
        _finding(Span(1, 1, 1, 2), wrong="a\x1b[31m\u202eb", crumbs="c\u200bd", acts="e\x07"),
        text="ref: x\u202ey",
        notes=("f\x1b",),
        departures=("g\x00",),
    )
    for drawn in ("a\\x1b[31m\\u202eb", "c\\u200bd", "e\\x07", "x\\u202ey", "f\\x1b", "g\\x00"):
        assert drawn in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\u200b\u202e]", shown)


def test_only_the_word_for_the_severity_has_colour(checked: Checked) -> None:
    report = checked("sro: di-soc-east")
    plain = show_as(report, "text", SCREEN)
    coloured = show_as(report, "text", Style(colour=True, terminal=True))
    assert coloured.replace("\x1b[1;31mERROR\x1b[0m", "ERROR") == plain
    assert coloured.count("\x1b") == 2


# The line


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "carets"),
    [
        ("ref: LARCH", 1, 4, "ref: LARCH", "^^^"),
        ("ref: LARCH", 6, 11, "ref: LARCH", "     ^^^^^"),
        ("ref: LARCH", 11, 11, "ref: LARCH", "          ^"),
        ("ref: LÄRCHE – 2", 6, 12, "ref: LÄRCHE – 2", "     ^^^^^^"),
        ("ü: é", 4, 5, "ü: é", "   ^"),
        ("a\tb: c", 2, 3, "a→b: c", " ^"),
        ("  a:\tb", 6, 7, "  a:→b", "     ^"),
        ("x\u200by: z", 2, 3, "x\\u200by: z", " ^^^^^^"),
        ("x\u200by: z", 3, 4, "x\\u200by: z", "       ^"),
    ],
)
def test_carets_stand_under_the_place(
    line: str, start: int, end: int, shown: str, carets: str
) -> None:
    assert _snippet(line, start, end) == [f"     1 | {shown}", f"       | {carets}"]


def test_a_tab_at_the_start_of_a_line_takes_the_two_columns_that_it_is_counted_as() -> None:
    # so the places of what follows it are those that the reader of the file has found
    assert _snippet("\t- a: b", 5, 6) == ["     1 | → - a: b", "       |     ^"]
    assert _snippet(" \t\ta: b", 6, 7) == ["     1 |  → → a: b", "       |      ^"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert _snippet("note: |\n  a\n  b", 7, 4, last=3) == ["     1 | note: |", "       |       ^"]
    assert _snippet("note: abc\n  def", 7, 6, last=2) == [
        "     1 | note: abc",
        "       |       ^^^",
    ]


def test_a_long_line_is_cut_so_that_the_place_can_be_seen() -> None:
    line = "".join(f"{number:03}:" for number in range(100))
    assert _snippet(line, 1, 4) == [f"     1 | {line[:90]}", "       | ^^^"]
    shown, carets = _snippet(line, 201, 204)
    assert shown == f"     1 | …{line[160:249]}"
    assert carets == "       | " + " " * 41 + "^^^"
    assert shown[carets.index("^") : carets.index("^") + 3] == line[200:203] == "050"


def test_a_long_mark_ends_at_the_margin() -> None:
    shown, carets = _snippet("a" * 50 + "b" * 300, 51, 351)
    assert shown == "     1 | …" + "a" * 40 + "b" * 49
    assert carets == "       | " + " " * 41 + "^" * 49
    assert len(shown) == len(carets) == 99


def test_a_short_line_is_not_cut_although_its_place_is_far_right() -> None:
    assert _snippet("a" * 80 + ": b", 83, 84) == [
        "     1 | " + "a" * 80 + ": b",
        "       | " + " " * 82 + "^",
    ]


@pytest.mark.parametrize(
    ("text", "line"), [("planc: 1\n", 3), ("planc: 1\n   \n", 2), ("", 1), (None, 1)]
)
def test_a_place_with_nothing_to_show_shows_nothing(text: str | None, line: int) -> None:
    shown = _report(_finding(Span(line, 1, line, 2)), text=text)
    assert shown.split("\n")[1] == "  Wrong: PUR-1 has no owner."


def test_a_file_as_windows_and_notepad_save_it_is_shown_in_the_same_way(checked: Checked) -> None:
    report = checked("\ufeffplanc: 1\r\nref: SOC?1\r\nstatus: draft\r\n", whole_file=True)
    shown = show_as(report, "text", SCREEN)
    assert "\n     2 | ref: SOC?1\n       |      ^^^^^\n" in shown
    assert "\r" not in shown


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_shown_as_it_was_meant(base: Path, encoding: str) -> None:
    change(base / PLAN, ("Halve supply", "Halve “supply” at the café"), ("lro: di", "lro: dy"))
    text = (base / PLAN).read_text(encoding="utf-8")
    (base / PLAN).write_bytes(text.encode(encoding))
    report = check(open_repository([base]), AS_OF)
    shown = show_as(report, "text", SCREEN)
    assert "     8 | lro: dy-soc-east\n       |      ^^^^^^^^^^^\n" in shown
    assert ("    18 |     statement: Halve “supply” at the café at the flats\n" in shown) is (
        encoding == "cp1252"
    )
    assert "\\x00" not in shown
    assert "\\ufffd" not in shown


# Whose lines are shown


def test_lines_are_shown_in_a_log_only_if_the_plan_is_official(checked: Checked) -> None:
    for marking, shown in (
        ("OFFICIAL", True),
        ("OFFICIAL-SENSITIVE", False),
        ("OFFICIAL - RECIPIENTS ONLY", False),
        ("SECRET", False),
    ):
        report = checked(f"marking: {marking}\nlro: supt-crime")
        assert (" | lro: supt-crime\n" in show_as(report, "text", LOG)) is shown, marking
        assert " | lro: supt-crime\n" in show_as(report, "text", SCREEN)
        assert '"The same post' not in show_as(report, "text", LOG)
        assert "The same post is LRO and SRO." in show_as(report, "text", LOG)


TACTIC = "{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}"


@pytest.mark.parametrize(
    "piece",
    [
        "# without marking",
        "marking: [OFFICIAL]",
        "marking: OFFICIAL\nMarking: OFFICIAL-SENSITIVE",
        "marking: OFFICIAL\nmarking: OFFICIAL-SENSITIVE",
        "marking: OFFICIAL        # not yet OFFICIAL-SENSITIVE",
        "marking: OFFICIAL\nactions: - x",
        f"marking: OFFICIAL\nprevent:\n  - {TACTIC[:-1]}, marking: OFFICIAL - RECIPIENTS ONLY}}",
    ],
)
def test_lines_are_not_shown_in_a_log_where_the_marking_is_in_doubt(
    checked: Checked, piece: str
) -> None:
    report = checked(f"{piece}\nlro: supt-crime")
    assert report.findings
    assert " | " not in show_as(report, "text", LOG)
    assert " | " in show_as(report, "text", SCREEN)


def test_lines_of_the_settings_are_shown_everywhere(checked: Checked) -> None:
    report = checked("# directory.yaml\nplanc: one")
    assert " | planc: one\n" in show_as(report, "text", LOG)


@pytest.mark.parametrize(
    ("piece", "rule"),
    [
        ("subjects:\n  - {key: S1, role: boss}", "unknown-value"),
        ("subjects:\n  - {key: boss}", "malformed-value"),
        ("subjects:\n  - {key: S1, rolle: boss}", "unknown-field"),
        ("subjects:\n  - {key: S1, lifetime_owner: boss}", "post-unknown"),
        ("subjects: boss", "wrong-type"),
        ("subjects:\n  - boss", "wrong-type"),
        ("subjects: [boss]", "wrong-type"),
        ('subjects:\n  - key: S1\n    role: "boss', "unclosed-quote"),
        ("subjects:\n  - key: S1\n    role: the: boss", "colon-in-text"),
        ("subjects:\n  - key: S1\n    role: boss\n    role: boss", "duplicate-key"),
        ("subjects:\n  - key: S1\n    role: &boss leader", "anchor"),
    ],
)
def test_a_line_about_a_person_is_shown_to_nobody(checked: Checked, piece: str, rule: str) -> None:
    report = checked(f"marking: OFFICIAL\n{piece}\nlocations:\n  - {{key: LOC-1, area: [x]}}")
    assert rule in [finding.rule for finding in report.findings]
    for style in (SCREEN, LOG):
        shown = show_as(report, "text", style)
        assert not re.search(r"^ +\d+ \| .*boss", shown, re.MULTILINE)
        assert re.search(r"^ +\d+ \| +- \{key: LOC-1", shown, re.MULTILINE), "the next section is"


@pytest.mark.parametrize(
    "text",
    [
        # all on one line, and the line can be mended
        "{planc: 1, ref: SOC-1, status: active, subjects: [{key: S1, role: boss]}\n",
        # all between braces, and nobody can tell what belongs to what
        "{planc: 1,\n subjects: [\n  {key: S1, role: boss}],\n status: active: draft: @}\n",
        "{planc: 1,\n subjects: [\n  {key: S1, role: boss}],\n status: active, lro: x}\n",
        # under a name that is nearly right
        "planc: 1\nref: SOC-1\nstatus: active\nsubject: [{key: S1, role: boss}]\n",
        "planc: 1\nref: SOC-1\nstatus: active\n'subjects' : [{key: S1, role: boss}]\n",
        # a space too far to the right, in a file that can be read and in one that cannot
        "planc: 1\nref: SOC-1\nstatus: active\n subjects:\n  - {key: S1, role: boss}\n",
        "planc: 1\nstatus: active\n subjects: [{key: S1, role: boss}]\nactions: - x\n",
    ],
)
def test_no_line_that_may_be_about_a_person_is_shown_however_it_is_written(
    checked: Checked, text: str
) -> None:
    report = checked(text, whole_file=True)
    assert report.findings
    assert not re.search(r"\| .*(boss|S1)", show_as(report, "text", SCREEN))


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("style", [SCREEN, LOG])
def test_the_reason_for_a_waiver_is_in_the_plan_and_in_its_paper_only(
    checked: Checked, form: ReporterName, style: Style
) -> None:
    waiver = "rule: tactic-no-owner, id: PUR-1, approver: supt-crime, until: 2027-01-29"
    report = checked(
        "pursue:\n  - {id: PUR-1, tactic: Closures, serves: OBJ-1, due: 2026-12-18}\n"
        f"waivers: [{{{waiver}, reason: The handler is on leave}}]\n"
    )
    assert len(report.set_aside) == 1
    assert "handler" not in show_as(report, form, style)
