"""What is said of a finished file, of one beside the plans, and of what it must not hold."""

import re
from pathlib import Path

import pytest

from planc.check import check
from planc.errors import PlancError
from planc.issue import Issued, issue
from planc.model.issue import ISSUES
from planc.model.read_back import Comparison
from planc.model.release import RELEASES
from planc.model.view import Edition
from planc.release import Released, release, withdraw
from planc.repository import open_repository
from planc.verify import Searched, compare, leaks_in, verdict
from tests.conftest import AS_OF, PLAN, TOO_HIGH, change, copied, merged
from tests.papers.reading import files, papers

TO = "council-youth-lead"
PIECE = """\
operation: SAMPLE LARCH
threat:
  type: ocg
  areas: [drugs]
  tier: force
  assessment: Likely to keep supplying Class A from three addresses beside the canal.
  partner_text: A group sells drugs from rented homes.
annexes: [ANX-2026-7731]
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring
    partner_text: Match the pupils whom schools refer with a mentor.
"""


@pytest.fixture
def root(base: Path) -> Path:
    """The base repository, with work that is shared with a partner."""
    (base / PLAN).write_text(merged((base / PLAN).read_text(), PIECE))
    return base


def _board(root: Path) -> bytes:
    (paper,) = files(papers(root))
    return paper.content


def _partner(root: Path) -> bytes:
    (paper,) = files(papers(root / PLAN, "partner", "recipient", TO))
    return paper.content


def _sheet(root: Path, post: str) -> bytes:
    (paper,) = files(papers(root, "tasks", to=post))
    return paper.content


def _compared(raw: bytes, root: Path) -> Comparison:
    return compare(raw, open_repository([root]), lambda: None)


def _searched(
    raw: bytes,
    root: Path,
    whose: tuple[Edition, str | None] | None = None,
    path: str = PLAN,
) -> Searched:
    return leaks_in(raw, open_repository([root]), root / path, whose, AS_OF)


def test_a_file_is_as_it_was_made_to_the_byte_or_not(root: Path) -> None:
    raw = _board(root)
    assert verdict(raw).unaltered
    assert not verdict(raw + b"\n").unaltered
    assert verdict(raw.replace(b"Safe-home visits", b"Safe-home visit")).changed == ("tables",)


# Beside the plans


def test_a_paper_is_the_same_or_says_something_else_or_is_not_made_any_more(root: Path) -> None:
    raw = _board(root)
    assert _compared(raw, root) == Comparison(None, found=True, same=True)
    change(root / PLAN, ("tactic: Safe-home visits", "tactic: Safe-home calls"))
    assert _compared(raw, root) == Comparison(None, found=True, other=("paragraphs", "tables"))
    change(root / PLAN, TOO_HIGH)
    assert _compared(raw, root) == Comparison(None)
    (root / PLAN).rename(root / "plans" / "ash.yaml")
    change(root / "plans" / "ash.yaml", TOO_HIGH[::-1], ("SOC-2026-014", "SOC-2026-015"))
    assert _compared(raw, root) == Comparison(None)


def test_a_partners_paper_is_not_taken_for_that_of_another_plan(root: Path) -> None:
    raw = _partner(root)
    ash = copied(root, "plans/ash.yaml", "SOC-2026-015")
    change(ash, ("Match the pupils", "Match some pupils"))
    assert _compared(raw, root) == Comparison(None, found=True, same=True)
    # of the one that is released and the one that is not it is that which it is more like
    one = Comparison(None, found=True, other=("paragraphs",))
    assert _compared(raw + b"\nMore.\n", root) == one
    change(root / PLAN, ("Match the pupils", "Match all pupils"))
    assert _compared(raw, root) == Comparison(None)


def test_a_paper_of_changes_that_names_no_moment_is_made_again_too(root: Path) -> None:
    (paper,) = files(papers(root, "changes"))
    assert _compared(paper.content, root) == Comparison(None, found=True, same=True)


NO_SEAL = "It has no seal that holds, so there is nothing to make again."


def test_without_a_seal_that_holds_there_is_nothing_to_make_again(root: Path) -> None:
    raw = _board(root)
    for changed in (
        re.sub(rb"<!-- Seal: .* -->", b"", raw),
        re.sub(rb"[0-9a-f]{10}( -->)", rb"0000000000\1", raw),
    ):
        assert changed != raw
        with pytest.raises(PlancError) as raised:
            _compared(changed, root)
        assert str(raised.value) == NO_SEAL


def test_what_is_on_record_of_a_paper_is_told_with_it(root: Path) -> None:
    records = []
    for text in ("pupils", "children"):
        change(root / PLAN, ("Match the pupils", f"Match the {text}"))
        repository = open_repository([root])
        report = check(repository, AS_OF)
        by, other = "di-soc-west", "supt-crime"
        one = release(repository, report, TO, sanitised_by=by, authorised_by=other, form="md")
        assert isinstance(one, Released)
        records.append(one.record)
        raw = one.file.content
    ledger = root / RELEASES
    assert records[0].sha256 != records[1].sha256
    ledger.write_text("".join(record.line for record in records))
    expected = Comparison(records[1], found=True, same=True)
    assert _compared(raw, root) == expected
    gone = withdraw(repository, records, records[1].plan, TO, authorised_by="supt-crime", on=AS_OF)
    ledger.write_text(ledger.read_text() + gone.line)
    assert _compared(raw, root) == Comparison(records[1], None, True, found=True, same=True)
    assert _compared(_board(root), root) == Comparison(None, found=True, same=True)


def test_what_is_on_record_as_issued_is_told_with_it(root: Path) -> None:
    issued = []
    for kind in ("portfolio", "plan"):
        repository = open_repository([root])
        report = check(repository, AS_OF)
        meeting = repository.policy.boards[0].meetings[3]
        by = {"issued_by": "di-soc-west", "form": "md"}
        (one,) = issue(repository, report, kind, "exampleton-ocg", meeting, **by)  # type: ignore[arg-type]
        assert isinstance(one, Issued)
        issued.append(one)
    (root / ISSUES).write_text("".join(one.record.line for one in issued))
    _, last = issued
    assert _compared(last.file.content, root).issue == last.record
    assert _compared(_partner(root), root).issue is None


# What it must not hold


def test_whose_paper_it_is_stands_in_its_seal(root: Path) -> None:
    (authors,) = files(papers(root, edition="author"))
    for raw, whose in (
        (_board(root), "board"),
        (authors.content, "author"),
        (_partner(root), f"recipient:{TO}"),
        (_sheet(root, "di-soc-west"), "owner:di-soc-west"),
        (_sheet(root, TO), f"recipient:{TO}"),
    ):
        assert _searched(raw, root) == Searched(whose, [], True)
    (portfolio,) = files(papers(root, "portfolio", "board", "exampleton-ocg"))
    assert _searched(portfolio.content, root) == Searched("board", [], True)


NOBODYS = "It has no seal that says whose paper it is. Say it with --edition."


def test_whose_paper_it_is_can_be_said_and_must_be_if_no_seal_does(root: Path) -> None:
    (authors,) = files(papers(root, edition="author"))
    edition, leaks, is_all = _searched(authors.content, root, ("board", None))
    assert (edition, is_all) == ("board", True)
    assert leaks == [
        ("the file", "Prevent, PRE-1, Words for partners"),
        ("the file", "Threat, Words for partners"),
        ("the file", "Sensitive annexes, number 1"),
    ]
    raw = re.sub(rb"[0-9a-f]{10}( -->)", rb"0000000000\1", _board(root))
    for changed in (raw, re.sub(rb"<!-- Seal: .* -->", b"", raw)):
        with pytest.raises(PlancError) as raised:
            _searched(changed, root)
        assert str(raised.value) == NOBODYS
        assert _searched(changed, root, ("board", None)).leaks == []


def test_a_plan_that_cannot_be_read_is_told(root: Path) -> None:
    raw = _board(root)
    (root / "plans" / "torn.yaml").write_text("planc: 1\nref: [\n")
    with pytest.raises(PlancError) as raised:
        _searched(raw, root, path="plans/torn.yaml")
    assert str(raised.value) == "plans/torn.yaml cannot be read as a plan."


def test_what_was_not_granted_is_found_with_its_place_in_the_plan(root: Path) -> None:
    raw = _partner(root).replace(b"Match the pupils", b"Safe-home visits. Match the pupils")
    assert _searched(raw, root).leaks == [("the file", "Protect, PRO-1, Tactic")]
    (authors,) = files(papers(root, edition="author"))
    assert ("the file", "SRO") in _searched(authors.content, root, ("recipient", TO)).leaks


def test_what_is_shared_with_one_partner_is_a_leak_in_the_paper_of_another(root: Path) -> None:
    """What a partner's edition may have is not what its reader may."""
    theirs = "owner: council-housing\n    due: 2027-01-29\n    share: [council-housing]"
    text = (root / PLAN).read_text()
    own = "owner: council-youth-lead\n    due: 2027-01-29\n    share: [council-youth-lead]"
    assert own in text
    another = f"""\
  - id: PRE-2
    tactic: Keys for those who are moved
    serves: OBJ-1
    {theirs}
    partner_title: Keys
    partner_text: Keep four empty flats ready over the river.
"""
    place = text.index("  - id: PRE-1\n")
    (root / PLAN).write_text(text[:place] + another + text[place:])
    raw = _partner(root)
    assert _searched(raw, root).leaks == []
    raw += b"\nKeep four empty flats ready over the river.\n"
    assert _searched(raw, root).leaks == [("the file", "Prevent, PRE-2, Words for partners")]


def test_what_is_for_one_owner_is_a_leak_in_the_sheet_of_another(root: Path) -> None:
    post = "di-soc-east"
    raw = _sheet(root, post)
    assert _searched(raw, root).leaks == []
    raw += b"\nMatch the pupils whom schools refer with a mentor.\n"
    assert _searched(raw, root).edition == f"owner:{post}"
    assert _searched(raw, root).leaks


def test_without_a_directory_it_is_searched_as_well(root: Path) -> None:
    raw = _board(root)
    (root / "directory.yaml").unlink()
    assert _searched(raw, root).leaks == []


def _other_plan(root: Path) -> None:
    """A second plan, which shares nothing, with a secret day that the first one's partner has."""
    text = (root / PLAN).read_text().replace("SOC-2026-014", "SOC-2026-015")
    text = text.replace("SAMPLE LARCH", "SAMPLE ASH").replace("due: 2026-12-18", "due: 2027-01-29")
    text = re.sub(r"prevent:\n(?:  .*\n)+", "", text)
    (root / "plans" / "other.yaml").write_text(text)


OTHER = "plans/other.yaml"


def test_what_another_plan_grants_to_a_paper_of_many_is_no_leak(root: Path) -> None:
    _other_plan(root)
    sheet, partners = _sheet(root, TO), _partner(root)
    (root / "plans" / "torn.yaml").write_text("planc: 1\nref: [\n")
    assert _searched(sheet, root, path=OTHER).leaks == []
    assert _searched(sheet, root, ("recipient", TO), OTHER).leaks == []
    # nor is it searched for what the other plan does not grant
    assert _searched(sheet + b"\nSAMPLE LARCH\n", root, path=OTHER).leaks == []
    assert _searched(sheet + b"\nSAMPLE ASH\n", root, path=OTHER).leaks
    assert _searched(partners, root, path=OTHER).leaks
    unsealed = re.sub(rb"<!-- Seal: .* -->\n", b"", sheet)
    assert _searched(unsealed, root, ("recipient", TO), OTHER).leaks


def test_a_plan_grants_nothing_to_a_portfolio_of_another_board(root: Path) -> None:
    _other_plan(root)
    told = b"Likely to keep supplying Class A from three addresses beside the canal."
    other = root / OTHER
    other.write_text(other.read_text().replace(told.decode(), "Unlikely."))
    change(
        other,
        ("partner_text: A group sells drugs from rented homes", f"partner_text: {told.decode()}"),
    )
    (portfolio,) = files(papers(root, "portfolio", "board", "exampleton-ocg"))
    raw = portfolio.content + b"\n" + told + b"\n"
    assert _searched(raw, root, path=OTHER).leaks == []
    change(root / PLAN, ("board: exampleton-ocg\nnext", "board: county-soc\nnext"))
    assert _searched(raw, root, path=OTHER).leaks
