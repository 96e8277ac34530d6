"""A sign-off has a digest of each thing that it covers, which no change of layout moves."""

import datetime as dt
from dataclasses import replace

import pytest

from planc.model.approvals import signed_things
from planc.model.plan import Plan
from planc.model.source import Source
from planc.passes.sign import Approved, sign
from planc.repository import parse_file
from tests.conftest import BASE, PLAN

TEXT = (BASE / PLAN).read_text(encoding="utf-8")
APPROVED = Approved(dt.date(2026, 12, 2), "supt-crime", "OCGMB 12/26", "di-soc-west")


def _plan(text: str = TEXT) -> Plan:
    known = dict.fromkeys(("board", "tier", "post", "organisation"))
    plan = parse_file(Source("larch.yaml", text.encode()), "plan", known).plan
    assert plan is not None
    return plan


def _digests(text: str) -> dict[str, str]:
    return {name: thing.digest for name, thing in signed_things(_plan(text)).items()}


def test_everything_that_an_sro_approves_is_covered() -> None:
    more = TEXT + (
        "recipients: [supt-crime]\n"
        "risks:\n"
        "  - {id: RSK-1, risk: Reprisals, owner: di-soc-east, accepted_on: 2026-11-04}\n"
        "  - {id: RSK-2, risk: Not accepted, owner: di-soc-east}\n"
        "closure: {reviewed_on: 2026-11-04, reason: No calls}\n"
    )
    entry = sign(_plan(more), APPROVED).entry
    assert entry["covers"] == ["objectives", "gaps", "risks", "distribution", "closure"]
    assert isinstance(entry["digests"], list)
    assert [str(line).partition("=")[0] for line in entry["digests"]] == [
        *("OBJ-1.statement", "OBJ-1.measure", "OBJ-1.target", "gaps.finance", "RSK-1.risk"),
        *("distribution", "closure"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("statement: Halve supply at the flats", "statement: 'Halve  supply at the flats'"),
        ("statement: Halve supply at", "statement: |\n      Halve supply\n      at"),
        ("target: 11", 'target: "11"'),
        ("    baseline: 22\n    target: 11\n", "    target: 11\n    baseline: 22\n"),
        ("reason: The group pays in kind", 'reason: "The group pays in kind"'),
        ("tactic: Closure orders", "tactic: Full closure orders"),
    ],
)  # fmt: skip
def test_layout_and_other_things_move_no_digest(old: str, new: str) -> None:
    assert TEXT.count(old) == 1
    assert _digests(TEXT.replace(old, new)) == _digests(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("Halve supply", "Reduce supply", ["OBJ-1.statement"]),
        ("Calls a month", "Calls a week", ["OBJ-1.measure"]),
        ("baseline: 22", "baseline: 32", ["OBJ-1.measure"]),
        ("target: 11", "target: 12", ["OBJ-1.target"]),
        ("by: 2027-03-31", "by: 2027-04-30", ["OBJ-1.target"]),
        ("pays in kind", "has no money", ["gaps.finance"]),
    ],
)
def test_each_change_moves_the_digest_of_its_own_thing(
    old: str, new: str, moved: list[str]
) -> None:
    before, after = _digests(TEXT), _digests(TEXT.replace(old, new))
    assert [name for name in before if before[name] != after[name]] == moved


def test_what_was_read_is_signed_and_what_is_not_so_any_more_is_told() -> None:
    read = {"OBJ-1.target": "0" * 16, "OBJ-9.target": "1" * 16, "gaps.finance": "2" * 16}
    signing = sign(_plan(), replace_covers("objectives"), read, "f870aabaf9cd" + "0" * 52)
    assert signing.entry["digests"] == [f"OBJ-1.target={'0' * 16}", f"OBJ-9.target={'1' * 16}"]
    assert signing.entry["digest"] == "f870aabaf9cd"
    assert signing.changed == ("the target of OBJ-1", "OBJ-9.target")
    plan = replace(_plan(), objectives=(), gaps=None)
    assert "digests" not in sign(plan, APPROVED).entry


def replace_covers(*covers: str) -> Approved:
    return APPROVED._replace(covers=covers)
