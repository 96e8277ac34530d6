"""Words for partners: what counts people or names the police's own, however it is written."""

from pathlib import Path
from random import Random

import pytest

from planc.detect.counted_people import count_of_people
from planc.detect.own_names import _id, folded, names_id, names_operation
from tests.conftest import PLAN, Planc, examples, merged
from tests.detect.notes import lines
from tests.detect.test_restricted_text import HERE


def test_a_number_of_people_is_known_however_it_is_written() -> None:
    texts = lines(HERE / "counts_people.txt")
    assert len(texts) > 80
    assert [text for text in texts if not count_of_people(f"Note: {text} More.", 5)] == []
    assert [text for text in texts if not count_of_people(text.upper(), 5)] == []


def test_sentences_that_count_nobody_pass() -> None:
    texts = lines(HERE / "counts_nobody.txt")
    assert len(texts) > 100
    assert {text: words for text in texts if (words := count_of_people(text, 5))} == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [("Both sisters", 2), ("2-3 girls", 3), ("IV children", 4), ("a family of four", 4)],
)
def test_how_few_is_too_few_is_the_policys_to_say(text: str, number: int) -> None:
    assert count_of_people(text, number + 1).casefold() == text.casefold().removeprefix("a ")
    assert count_of_people(text, number) == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PUR-2", text)
        for text in (
            "After PUR2", "P U R-2 starts", "PUR 02", "PUR no. 2", "PUR number two", "PUR II",
            "pur.2", "PUR#2", "ＰＵＲ－2", "РUR-2", "p.u.r.2", "PUR_2-led", "(pur–2)",
            "PUR②", "PUR-ii",
            "2-PUR", "the second PUR", "PUR the second", "2nd PUR", "PUR2s", "ᴘᴜʀ 2", "PUR: two",
        )
    ] + [
        ("SOC-2026-014", "See SOC/2026/14"), ("SOC-2026-014", "soc2026014"), ("A-1", "an A1 task"),
    ],
)  # fmt: skip
def test_an_id_is_known(name: str, text: str) -> None:
    assert names_id(name, folded(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PUR-2", "purely 2"), ("PUR-2", "PUR-21"), ("PUR-2", "SPUR-2"), ("PUR-2", "for 2 weeks"),
        ("PUR-2", "pur two"), ("PUR-2", "a second pure coat"), ("PUR-2", "2 purses"),
         ("ACT-001", "Please act one week before"), ("A-1", "a number 1"),
        ("SOC-2026-014", "social work in 2026, 014"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_id_passes(name: str, text: str) -> None:
    assert not names_id(name, folded(text))


PIECES = """PUR pur Pur SOC A PRE X x s no number nr num the 1 01 2 2nd second two II ii 5 fifth 5th
v 015 15 2026 26 2- PUR2 -PUR week act purely prevent ı ıı"""


def test_an_id_is_looked_for_wherever_it_may_be() -> None:
    """What is looked at first, as it is quicker, misses nothing that the pattern finds."""
    chance, found = Random(3), 0  # noqa: S311
    for _ in range(examples(300)):
        pieces = [chance.choice(PIECES.split()) for _ in range(chance.randrange(1, 6))]
        text = folded("".join(piece + chance.choice(("", " ", "-", "_", ". ")) for piece in pieces))
        for name in ("PUR-1", "PUR-2", "PRE-5", "A-1", "X9", "SOC-2026", "SOC-2026-015", "pur-02"):
            named = _id(name).search(text) is not None
            assert names_id(name, text) == named, (name, text)
            found += named
    assert found > 20


@pytest.mark.parametrize(
    "text",
    [
        "Larch begins", "SAMPLELARCH", "S.A.M.P.L.E LARCH", "Op Larch", "L A R C H", "oplarch",
        "Op. Larch's", "larch-led", "LAR-CH", "Lärch", "#OpLarch", "Lаrch", "larch2",
        "SAMPLE\nLARCH", "sample_larch", "l-a-r-c-h", "Operation: Larch",
        "L4RCH", "1arch", "LAR CH", "ʟᴀʀᴄʜ", "Ⓛⓐⓡⓒⓗ", "OpSampleLarch", "LÁRÇH",
    ],
)  # fmt: skip
def test_an_operation_is_known(text: str) -> None:
    assert names_operation("SAMPLE LARCH", folded(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SAMPLE LARCH", "larches grow"), ("SAMPLE LARCH", "Larchmont"),
        ("SAMPLE LARCH", "a sample of water"), ("SAMPLE LARCH", "Polar chest"),
        ("TOGETHER", "somebody to get her home"), ("FORGET", "for get a pass"),
        ("LARCH", "l4rches2"), ("NORTHERN LIGHT", "the northern road"),
    ],
)  # fmt: skip
def test_what_only_looks_like_an_operation_passes(name: str, text: str) -> None:
    assert not names_operation(name, folded(text))


def test_the_gate_knows_them_too(planc: Planc, base: Path) -> None:
    plan = merged((base / PLAN).read_text(), SHARED)
    for words, rule in (
        ("Both sisters need a mentor.", "partner-words-small-number"),
        ("Start when P U R-1 is over.", "partner-words-betray"),
        ("L.A.R.C.H goes on.", "partner-words-betray"),
    ):
        (base / PLAN).write_text(plan.replace("WORDS", words))
        ran = planc("build", "--as-of", "2026-11-22", "--edition", "recipient:council-youth-lead")
        assert f"because of {rule}: " in ran.err, words
        assert not (base / "packs").exists()


SHARED = """\
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring
    partner_text: WORDS
"""
