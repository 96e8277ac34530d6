"""`planc add`: which line is written for each kind, what is asked for, and when nothing is."""

import sys
from pathlib import Path

import pytest

from planc.passes.compose_item import KINDS
from tests.cli.terminal import Keys, at_a_terminal
from tests.conftest import PLAN, Planc, Ran, posix

DAY = ("--as-of", "2026-11-22")
YES = (*DAY, "--yes")


@pytest.fixture
def asked(planc: Planc, monkeypatch: pytest.MonkeyPatch) -> Planc:
    """Runs planc with somebody at the keys: `asked("what they type", "add", "action", ...)`."""

    def run(keys: str, *words: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", Keys(keys))
        return planc(*words)

    return run


def _new_lines(base: Path, before: bytes) -> list[str]:
    """The lines that were put in at one place; nothing else changed."""
    old, new = before.decode().splitlines(), (base / PLAN).read_text().splitlines()
    ahead = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    behind = len(old) - ahead
    assert new[len(new) - behind :] == old[ahead:]
    return new[ahead : len(new) - behind]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ["action", "larch", "Visit the landlord", "--owner", "west", "--due", "2026-12-18"],
            [
                "actions:",
                (
                    "  - {id: ACT-1, action: Visit the landlord, owner: di-soc-west,"
                    " raised_on: 2026-11-22, due: 2026-12-18}"
                ),
            ],
        ),
        (
            ["tactic", "larch", "Cash seizures", "--strand", "Pursue", "--serves", "obj1"],
            ["  - {id: PUR-2, tactic: Cash seizures, serves: OBJ-1}"],
        ),
        (
            [
                "tactic",
                "larch",
                "Visits",
                "--strand",
                "pro",
                "--share",
                "table",
                "--hits",
                "supply",
            ],
            ["  - {id: PRO-2, tactic: Visits, hits: [supply], share: table}"],
        ),
        (
            ["risk", "larch", "Tenants", "move", "on", "--likelihood", "High"],
            ["risks:", "  - {id: RSK-1, risk: Tenants move on, likelihood: high}"],
        ),
        (
            ["objective", "larch", "Keep it so", "--baseline", "22", "--by", "2027-03-31"],
            [
                "  - id: OBJ-2",
                "    statement: Keep it so",
                "    baseline: 22",
                "    by: 2027-03-31",
            ],
        ),
        (
            ["share", "larch", "Rota", "--to", "council-housing", "--urgent-safeguarding", "yes"],
            [
                "shares:",
                (
                    "  - {id: SHR-1, date: 2026-11-22, to: council-housing, what: Rota,"
                    " urgent_safeguarding: true}"
                ),
            ],
        ),
        (
            ["score", "larch", "58", "--confidence", "medium", "--scheme", "tactical"],
            [
                "  scores:",
                "    - {date: 2026-11-22, scheme: MoRiLE tactical, total: 58, confidence: medium}",
            ],
        ),
        (
            ["event", "larch", "Community day", "--date", "2026-12-10"],
            ["coming:", "  - {date: 2026-12-10, event: Community day}"],
        ),
    ],
)
def test_each_kind_is_a_line_with_an_id_of_its_own(
    planc: Planc, base: Path, words: list[str], lines: list[str]
) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("add", *words, *YES)
    assert (ran.status, ran.err) == (0, "")
    new = _new_lines(base, before)
    assert new == lines
    assert all(line in ran.out for line in new)


def test_a_score_is_of_the_scheme_of_the_last_one(planc: Planc) -> None:
    assert planc("add", "score", "larch", "58", "--scheme", "OCGM", *YES).status == 0
    ran = planc("add", "score", "larch", "62", *YES)
    assert "    - {date: 2026-11-22, scheme: OCGM, total: 62}\n" in ran.out


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_page_of_help(planc: Planc, kind: str) -> None:
    ran = planc("add", kind, "--help")
    assert ran.status == 0
    assert f"planc add {kind} [OPTIONS] {{PLAN}}" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["action", "larch"], "It needs more. Say it with: --action"),
        (["tactic", "larch", "Visits"], "It needs more. Say it with: --strand"),
        (["share", "larch", "Rota"], "It needs more. Say it with: --to"),
        (
            ["action", "larch", "Visit", "--owner", "di-soc"],
            "di-soc-east (DI SOC East, Exampleton Police), di-soc-west",
        ),
        (["action", "larch", "Visit", "--owner", "di-soc-eats"], "Did you mean di-soc-east?"),
        (["action", "larch", "Visit", "--due", "Friday week"], '"Friday week" is not a day.'),
        (["risk", "larch", "Tenants", "--impact", "huge"], '"huge" is no impact here.'),
        (["action", "larch", "Ring 07700 900123 first"], "was not changed:"),
        (["acton", "larch", "Visit"], "No such command"),
    ],
)
def test_what_is_not_certain_or_not_whole_is_not_written(
    planc: Planc, base: Path, words: list[str], said: str
) -> None:
    before = (base / PLAN).read_bytes()
    ran = planc("add", *words, *YES)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert (base / PLAN).read_bytes() == before


def test_what_is_not_said_is_asked_for_until_it_will_do(asked: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    typed = "\nVisit the landlord\npro1\nsoc\n?\nsoc west\n18/12/2026\n2026-12-18\n\n"
    ran = asked(typed, "add", "action", "larch", *DAY)
    assert ran.status == 0
    assert "Owner: The one post that answers for it" in ran.out
    assert '"soc" fits more than one owner: di-soc-east (DI SOC East, Exampleton Police)' in ran.out
    assert "\ncouncil-housing: " in ran.out
    assert '"18/12/2026" is not a day.' in ran.out
    assert _new_lines(base, before)[1:] == [
        (
            "  - {id: ACT-1, action: Visit the landlord, about: PRO-1, owner: di-soc-west,"
            " raised_on: 2026-11-22, due: 2026-12-18}"
        )
    ]


def test_a_tactic_that_endures_is_asked_for_its_next_check(asked: Planc, base: Path) -> None:
    before = (base / PLAN).read_bytes()
    typed = "prev\nYouth work\nOBJ-1\nyouth\n\n2027-01-11\n\n\n\n"
    ran = asked(typed, "add", "tactic", "larch", *DAY)
    assert ran.status == 0, ran.out
    assert _new_lines(base, before) == [
        (
            "  - {id: PRE-2, tactic: Youth work, serves: OBJ-1, owner: council-youth-lead,"
            " next_check: 2027-01-11, status: proposed}"
        )
    ]


@pytest.mark.parametrize("typed", ["Visit\n\n\n\nn\n", "Visit\n"])
def test_no_is_no(asked: Planc, base: Path, typed: str) -> None:
    before = (base / PLAN).read_bytes()
    ran = asked(typed, "add", "action", "larch", *DAY)
    assert ran.status == 2
    assert ran.err == "planc: Nothing was written.\n"
    assert (base / PLAN).read_bytes() == before


@posix
def test_arrow_keys_and_letters_that_cannot_be_read_get_into_no_plan(base: Path) -> None:
    before = (base / PLAN).read_bytes()
    typed = b"Vi\xffsit\nVisit\x1b[A\x1b[D\x1bOC it\n\n\n\n\n"
    ran = at_a_terminal(base, typed, "add", "action", "larch", *DAY)
    assert ran.status == 0, ran.out
    assert "Some letters of that cannot be read. Type it again." in ran.out
    assert "  - {id: ACT-1, action: Visit it, raised_on: 2026-11-22}" in _new_lines(base, before)
