"""Findings that are alike are one line."""

import pytest

from planc.model.finding import Finding, Place, Severity
from planc.wording.similar_findings import alike
from tests.conftest import PLAN
from tests.reporters.making import a_finding


def _of(name: str, line: int, **parts: object) -> Finding:
    place = Place(PLAN, a_finding().place.span._replace(line=line))  # type: ignore[union-attr]
    return a_finding(object=name, wrong=f"{name} has no owner.", place=place, **parts)


THREE = [_of("PUR-1", 25), _of("PRE-1", 40), _of("PRO-1", 52)]


def test_three_that_are_alike_are_one_with_their_ids_and_lines() -> None:
    (one,) = alike(THREE)
    assert one.finding == THREE[0]
    assert one.wrong == "PUR-1 has no owner. Likewise PRE-1 and PRO-1, on lines 40 and 52."
    assert one.named == "PUR-1 has no owner. Likewise PRE-1 and PRO-1."


def test_days_and_numbers_may_differ() -> None:
    words = "was due on 3 October 2026, {} ago."
    late = [
        a_finding(object=name, wrong=f"{name} {words.format(days)}")
        for name, days in (("PUR-1", "1 day"), ("PUR-2", "50 days"), ("PUR-3", "2 days"))
    ]
    assert len(alike(late)) == 1


def test_a_strand_is_named_as_it_stands_in_the_words() -> None:
    words = "Nothing has been logged about {} for 263 days."
    strands = ("Pursue", "Prevent", "Protect")
    quiet = [a_finding(object=s.lower(), wrong=words.format(s)) for s in strands]
    (one,) = alike(quiet)
    assert one.named == f"{words.format('Pursue')} Likewise Prevent and Protect."


@pytest.mark.parametrize(
    "findings",
    [
        THREE[:2],
        [*THREE[:2], _of("PRO-1", 52, rule="tactic-no-due")],
        [*THREE[:2], _of("PRO-1", 52, severity=Severity.INFO)],
        [*THREE[:2], _of("PRO-1", 52, why="Another reason.")],
        [_of(f.object, 1, severity=Severity.REFUSAL) for f in THREE],
        [_of(f.object, 1, personal=True) for f in THREE],
        [a_finding(object=f.object, wrong=f'"{f.object}x" is no post.') for f in THREE[:2]],
    ],
)
def test_others_stay_apart(findings: list[Finding]) -> None:
    assert [one.wrong for one in alike(findings)] == [finding.wrong for finding in findings]


def test_many_are_counted() -> None:
    (one,) = alike([_of(f"PUR-{n}", n) for n in range(1, 14)])
    assert one.wrong == (
        "PUR-1 has no owner. Likewise PUR-2, PUR-3, PUR-4, PUR-5, PUR-6, PUR-7, PUR-8 and 5 more,"
        " on lines 2, 3, 4, 5, 6, 7, 8 and 5 more."
    )
