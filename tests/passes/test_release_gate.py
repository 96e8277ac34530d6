"""Why no paper may be made for partners, asked of the pass itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from planc.model.finding import Finding, Place, Severity
from tests.passes.sharing import YOUTH, sharing

TODAY = "2026-11-22"
TABLE = "partners:\n  - {organisation: exampleton-council}\n"
CHANCE = "  - {organisation: second-chance}\n"


def _agreement(starts: str = "2025-04-01", expires: str = "2028-03-31") -> dict[str, str]:
    return {"ref": "ISA-1", "purpose": "Work", "starts": starts, "expires": expires}


def _finding(rule: str) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        place=Place("plans/larch.yaml", None),
        plan="SOC-2026-014",
        object="PRE-2",
        crumbs="Prevent, PRE-2",
        wrong="Three families are counted.",
        why="",
        do="",
        acts="",
    )


def test_what_is_shared_under_an_agreement_may_go(base: Path) -> None:
    assert sharing(base).refusal() == ""


ANY_READER = [
    (
        "protect:\n  - {id: PRO-1, tactic: C, owner: di-soc-west, share: [mentoring-lead]}\n",
        "of partner-words-missing: PRO-1 is shared with 1 post, and has no words for partners",
    ),
    (
        "threat:\n  type: ocg\n  partner_text: Ask about PUR-1.\n",
        "of partner-words-betray: The words for partners name the id of something in the plan",
    ),
    (
        "marking: OFFICIAL-SENSITIVE - HMG USE ONLY\n",
        "of hmg-use-only-partners: The marking says HMG USE ONLY, and Exampleton Council",
    ),
    ("status: draft\n", "it is a draft or archived"),
    ("status: archived\n", "it is a draft or archived"),
]


@pytest.mark.parametrize("reader", [YOUTH, None])
@pytest.mark.parametrize(("piece", "why"), ANY_READER)
def test_what_keeps_it_from_every_partner(
    base: Path, reader: str | None, piece: str, why: str
) -> None:
    refusal = sharing(base, piece).refusal(reader)
    assert refusal.startswith(why)
    assert refusal.startswith("of ") or refusal == why
    assert not refusal.endswith(".")


@pytest.mark.parametrize("status", ["active", "monitoring"])
def test_work_that_is_agreed_may_go(base: Path, status: str) -> None:
    assert sharing(base, f"status: {status}\n").refusal() == ""


def test_a_finding_about_few_people_stands_until_it_is_waived(base: Path) -> None:
    ready = sharing(base)
    refusal = ready.refusal(YOUTH, _finding("tactic-late"), _finding("partner-words-small-number"))
    assert refusal == "of partner-words-small-number: Three families are counted"
    assert ready.refusal(YOUTH, _finding("tactic-late")) == ""


# One post


NO_AGREEMENT = "Youth Services Lead has no agreement in force and no recorded share"


@pytest.mark.parametrize(
    ("starts", "expires", "why"),
    [
        (TODAY, "2028-03-31", ""),
        ("2026-11-23", "2028-03-31", NO_AGREEMENT),
        ("2025-04-01", TODAY, ""),
        ("2025-04-01", "2026-11-21", NO_AGREEMENT),
    ],
)
def test_an_agreement_holds_on_its_first_and_last_day_and_no_other(
    base: Path, starts: str, expires: str, why: str
) -> None:
    agreement = _agreement(starts, expires)
    assert sharing(base, "", ("exampleton-council", agreement)).refusal() == why


def test_a_post_that_nobody_knows_gets_nothing(base: Path) -> None:
    refusal = sharing(base).refusal("nobody")
    assert refusal == "nobody has no agreement in force and no recorded share"


ONLY = "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [supt-crime{}]\n"


def test_a_paper_for_recipients_goes_to_them_alone(base: Path) -> None:
    refusal = sharing(base, ONLY.format("")).refusal()
    assert refusal == "Youth Services Lead is not on the list of a paper marked RECIPIENTS ONLY"
    assert sharing(base, ONLY.format(f", {YOUTH}")).refusal() == ""


@pytest.mark.parametrize(
    ("users", "may"),
    [("EXAMPLETON COUNCIL", True), ("POLICE", False), ("POLICE AND EXAMPLETON COUNCIL", True)],
)
def test_a_paper_for_one_organisation_goes_to_no_other(base: Path, users: str, may: bool) -> None:
    marking = f"{users} USE ONLY"
    refusal = sharing(base, f"marking: OFFICIAL-SENSITIVE - {marking}\n").refusal()
    why = f"Youth Services Lead is not of an organisation that a paper marked {marking} is for"
    assert refusal == ("" if may else why)


# All at the table


def test_a_paper_for_the_table_needs_an_agreement_with_each_there(base: Path) -> None:
    none = sharing(base, TABLE + CHANCE)
    assert none.refusal(None) == "Second Chance Exampleton has no agreement in force"
    ready = sharing(base, TABLE + CHANCE, ("second-chance", _agreement()))
    assert ready.refusal(None) == ""
    ended = sharing(base, TABLE + CHANCE, ("second-chance", _agreement(expires="2026-11-21")))
    assert ended.refusal(None) == "Second Chance Exampleton has no agreement in force"
    assert ended.refusal(YOUTH) == ""


def test_an_organisation_that_nobody_knows_has_no_agreement(base: Path) -> None:
    ready = sharing(base, TABLE)
    unknown = replace(ready.plan.partners[0], organisation="nobody")
    at_table = replace(ready.plan, partners=(unknown,))
    assert (
        ready._replace(plan=at_table).refusal(None) == "an organisation has no agreement in force"
    )


def test_a_paper_for_recipients_is_not_for_a_table(base: Path) -> None:
    refusal = sharing(base, ONLY.format(f", {YOUTH}")).refusal(None)
    assert refusal == "a paper marked RECIPIENTS ONLY goes to posts by name"


def test_each_organisation_at_the_table_is_one_that_the_marking_is_for(base: Path) -> None:
    marking = "marking: OFFICIAL-SENSITIVE - EXAMPLETON COUNCIL USE ONLY\n"
    assert sharing(base, marking + TABLE).refusal(None) == ""
    both = sharing(base, marking + TABLE + CHANCE, ("second-chance", _agreement()))
    assert both.refusal(None) == (
        "Second Chance Exampleton is none that a paper marked EXAMPLETON COUNCIL USE ONLY is for"
    )


def test_without_a_directory_nobody_gets_anything(base: Path) -> None:
    ready = sharing(base, TABLE)
    alone = ready._replace(context=replace(ready.context, directory=None))
    assert alone.refusal(YOUTH) == f"{YOUTH} has no agreement in force and no recorded share"
    assert alone.refusal(None) == "an organisation has no agreement in force"
