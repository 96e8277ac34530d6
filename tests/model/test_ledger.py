"""A line of a ledger, and which lines stand."""

import pytest

from planc.model.issue import Issue
from planc.model.ledger import not_made, parse_ledger, standing
from planc.model.release import Release


def _release(**more: str) -> Release:
    fields = {"kind": "released", "on": "2026-11-22", "plan": "SOC-2026-014", "to": "council"}
    return Release(**{**fields, **more})


def test_a_record_is_one_line_of_what_it_says_and_no_more() -> None:
    assert _release(to="café").line == (
        '{"kind": "released", "on": "2026-11-22", "plan": "SOC-2026-014", "to": "café"}\n'
    )


def test_a_file_that_was_not_made_is_said_with_the_day_and_the_reason() -> None:
    record = not_made(_release(sha256="a", file="x.md"), "2026-11-23", "the disk was full")
    assert (record.kind, record.on, record.because) == (
        "not made",
        "2026-11-23",
        "the disk was full",
    )
    assert (record.plan, record.to, record.file, record.sha256) == (
        "SOC-2026-014",
        "council",
        "x.md",
        "a",
    )


def test_it_takes_back_the_last_record_of_that_file_and_no_other() -> None:
    again, other = _release(sha256="a"), _release(sha256="b")
    gone = not_made(again, "2026-11-23", "")
    assert standing([again, again, gone]) == (again,)
    assert standing([again, again, again, gone]) == (again, again)
    assert standing([again, other, gone]) == (other,)
    assert standing([gone, other]) == (other,)


def test_an_empty_ledger_is_one() -> None:
    assert parse_ledger("", Release) == ()


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("null\n", "line 1 is no record of a release"),
        ("\n", "line 1 is no record of a release"),
        ('{"kind": "rel', "line 1 is cut off$"),
        (_release(kind="recalled").line, "line 1 is no record of a release"),
        (f'x\n{_release().line}{{"k', "line 1 is no record of a release"),
        ("[" * 100_000 + "\n", "line 1 is no record of a release"),
        ('{"kind": "released", "on": "2026-11-22", "plan": "S"}\n', "line 1 is no record"),
    ],
)
def test_a_line_that_is_no_record_is_told_by_its_number(text: str, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        parse_ledger(text, Release)


def test_values_are_texts_and_what_a_board_approved_is_kept_by_its_names() -> None:
    (release,) = parse_ledger(_release().line.replace('"SOC-2026-014"', "14"), Release)
    assert release.plan == "14"
    line = '{"kind": "issued", "on": "d", "paper": "p", "board": "b", "meeting": "m"'
    gone = not_made(release, "2026-11-23", "it was stopped")
    assert parse_ledger(gone.line, Release) == (gone,)
    (issue,) = parse_ledger(f'{line}, "objects": {{"SOC-1": "abc"}}}}\n', Issue)
    assert issue.objects == {"SOC-1": "abc"}
