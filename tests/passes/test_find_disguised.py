"""What of a plan is found in an edited paper, however it is written, asked of the pass itself."""

import shutil
from dataclasses import replace

import pytest

from planc.model.directory import Directory
from planc.model.leaks import Leak, Secret, Secrets
from planc.model.read_back import ReadBack
from planc.model.seal import PARTS
from planc.passes.find_disguised import find_disguised
from planc.passes.find_leaks import secrets_of
from tests.conftest import BASE
from tests.passes.sharing import Sharing, sharing

PIECE = """\
summary: Take one two three four five six seven eight nine ten
threat:
  type: ocg
  areas: [drugs]
  assessment: Likely to keep supplying.
  group_size: 14
  victims: 20 to 49
  scores:
    - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: medium}
  partner_text: A group sells drugs from rented homes.
subjects:
  - {key: S3, role: leader}
pursue:
  - {id: PUR-2, tactic: Closure orders, detail: Blackmoor, serves: OBJ-1, owner: di-soc-east,
     due: 2026-12-08}
"""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Sharing:
    return sharing(shutil.copytree(BASE, tmp_path_factory.mktemp("base") / "plans"), PIECE)


def _found(
    ready: Sharing, content: str | bytes = "", words: str = "", *, derived: str = ""
) -> list[Leak]:
    raw = content.encode() if isinstance(content, str) else content
    texts = dict.fromkeys(PARTS, ()) | {"paragraphs": tuple(words.split("\n"))}
    paper = ReadBack(texts, {"page": raw}, None)
    directory = ready.context.directory or Directory()
    secrets = [secrets_of(ready.plan, ready.view(), directory)]
    pieces = {**paper.stored, "page (gzip)": derived.encode()}
    return find_disguised(paper, pieces, secrets)


def _fields(leaks: list[Leak]) -> set[str]:
    return {" ".join(step for step in leak.route if isinstance(step, str)) for leak in leaks}


FOUND = {
    "three four five six seven": "summary",
    "ThreeFourFiveSixSeven": "summary",
    "th-ree fo ur f.i.v.e s\u00adix sev\u200ben": "summary",
    "thr\u0435\u0435 four five six s\u0435v\u0435n": "summary",
    "th<b>r</b>ee four five six seven": "summary",
    "thr&#101;e four five six seven": "summary",
    "thr&amp;#101;e four five six seven": "summary",
    "th\\ree four five six seven": "summary",
    "<i title='three four five six seven'>": "summary",
    '<i title="three four five six seven">': "summary",
    '<w:sym w:char="F074"/>hree four five six seven': "summary",
    "Closure orders": "pursue tactic",
    "closureorders": "pursue tactic",
    "see Blackmoor.": "pursue detail",
    "B-l-a-c-k-m-o-o-r": "pursue detail",
    "PUR-2": "pursue id",
    "p u r 2": "pursue id",
    "8/12/2026": "pursue due",
    "08.12.26": "pursue due",
    "8th of December 2026": "pursue due",
    "8th December 2026": "pursue due",
    "December 8, 2026": "pursue due",
    "20261208": "pursue due",
    "Larch": "operation",
    "EXAMPLELARCH": "operation",
    "SOC 2026/014": "ref",
}


@pytest.mark.parametrize(("words", "field"), FOUND.items())
def test_it_is_found_and_its_field_is_told(ready: Sharing, words: str, field: str) -> None:
    leaks = _found(ready, f"Before. {words} after")
    assert field in _fields(leaks)
    assert {leak[:2] for leak in leaks} == {("page", "SOC-2026-014")}


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be"])
def test_it_is_found_in_other_codings(ready: Sharing, coding: str) -> None:
    assert _found(ready, "see Blackmoor".encode(coding))
    assert _found(ready, b"\xff\xfe\xff" + b"see Blackmoor \xff")


HARMLESS = [
    "three four five six and seven",
    "Blackmoors", "xBlackmoor", "closure of orders", "PUR-21", "2026 12 081", "larchwood",
    "Match the pupils with a mentor.", "Youth Services Lead", "22/11/2026",
    "8 December", "the 8th of December", "£11,126 and 8.12.202",
]  # fmt: skip


@pytest.mark.parametrize("words", HARMLESS)
def test_what_is_too_little_or_granted_is_no_leak(ready: Sharing, words: str) -> None:
    assert _found(ready, words, words) == []


SHORT = {
    "The group size is 14": "threat group_size",
    "14 members": "threat group_size",
    "fourteen people": "threat group_size",
    "gang of about 14": "threat group_size",
    "for 20 to 49 of these victims": "threat victims",
    "a score of 58": "threat scores total",
    "ask S3 now": "subjects key",
    "after PUR number two": "pursue id",
    "after PUR-002": "pursue id",
}


@pytest.mark.parametrize(("words", "field"), SHORT.items())
def test_short_facts_are_found_in_the_words_alone(ready: Sharing, words: str, field: str) -> None:
    leaks = _found(ready, "", f"Before\n{words}\nafter")
    assert field in _fields(leaks)
    assert {leak[:2] for leak in leaks} == {("paragraphs", "SOC-2026-014")}
    assert field not in _fields(_found(ready, words)) or field == "pursue id"


@pytest.mark.parametrize(
    "words",
    [
        "14 places", "The size of the hall: it has room for 14", "group, far from what is 14",
        "ask s3 now", "S30", "PS3", "S3-1", "fourteen rooms", "20 to 48 victims",
        "158 in the score",
    ],
)  # fmt: skip
def test_figures_and_keys_that_are_others_are_no_leak(ready: Sharing, words: str) -> None:
    assert _found(ready, "", words) == []


def test_what_is_found_in_a_piece_is_not_told_of_its_words_again(ready: Sharing) -> None:
    (leak,) = _found(ready, "after PUR-2", "after PUR-2")
    assert leak.piece == "page"


def test_a_piece_that_was_packed_is_searched_too(ready: Sharing) -> None:
    (leak,) = _found(ready, derived="see Blackmoor")
    assert leak.piece == "page (gzip)"
    # a short word may come out of any packed bytes
    assert _found(ready, derived="larch") == []


def test_what_another_plan_granted_is_no_leak(ready: Sharing) -> None:
    view, directory = ready.view(), ready.context.directory or Directory()
    kept = secrets_of(ready.plan, view, directory)
    told = secrets_of(ready.plan, replace(view, plan=ready.plan), directory)
    paper = ReadBack(dict.fromkeys(PARTS, ()), {"page": b"three four five six seven"}, None)
    assert find_disguised(paper, paper.stored, [kept, told]) == []
    assert find_disguised(paper, paper.stored, [kept])


# Facts by themselves


def _in(
    content: str | bytes, words: str, field: str = "detail", sort: str = "phrase", granted: str = ""
) -> list[Leak]:
    """Where a piece holds a fact of a plan from which this much was granted."""
    raw = content.encode() if isinstance(content, str) else content
    paper = ReadBack(dict.fromkeys(PARTS, ()), {"page": raw}, None)
    secrets = Secrets("P", (Secret((field,), words, sort),), f" {granted} ", 5)
    return find_disguised(paper, paper.stored, [secrets])


def _in_words(
    text: str, words: str, field: str, sort: str, beside: frozenset[str] = frozenset()
) -> bool:
    """Whether the words of a paper hold a short fact."""
    paper = ReadBack(dict.fromkeys(PARTS, ()) | {"paragraphs": tuple(text.split("\n"))}, {}, None)
    secrets = Secrets("P", (Secret((field,), words, sort, beside),), "", 5)
    return find_disguised(paper, {}, [secrets]) == [Leak("paragraphs", "P", (field,))]


def test_from_twelve_letters_it_is_found_inside_other_words() -> None:
    assert _in("xcorner housesx", "corner houses")
    assert _in("corner house", "corner house")
    assert not _in("xcorner house", "corner house")
    assert not _in("corner housex", "corner house")
    assert _in("moor", "moor")
    assert not _in("the moo r", "moo")


def test_days_and_names_are_found_as_a_whole_alone() -> None:
    assert _in("on 8 December 2026.", "8 december 2026", "due", "day")
    assert not _in("on 18 December 2026.", "8 december 2026", "due", "day")
    name = "north bank and south bank too"
    assert _in(name, name, "ref", "name")
    assert not _in("north bank and south bank", name, "ref", "name")


def test_what_was_granted_is_no_leak_however_it_is_written() -> None:
    assert not _in("The corner house", "corner house", granted="the corner house")
    assert not _in("Closure orders", "closure orders", granted="the closureorders")
    assert not _in("Corner houses", "corner houses", granted="the cornerhouses")
    assert _in("a moor", "moor", granted="blackmoor")
    both = "one two three four five and six seven"
    assert _in("two three four five and", both, granted="one two three four five")
    assert not _in("one two three four five", both, granted="one two three four five")


@pytest.mark.parametrize(
    "content",
    [
        "Bl\u3164ackmoor",
        "Bl\u200b\u200backmoor",
        "Bl\u0430ckmoor".encode("utf-16-le"),
        "Bl\u0430ckmoor".encode("utf-16-be"),
        '<i title="Black"/><i title="moor"/>',
        "<i title='Black'/><i title='moor'/>",
        "<i title='Black'/><i title=\"moor\"/>",
    ],
)
def test_signs_codings_and_tags_do_not_hide_it(content: str | bytes) -> None:
    assert _in(content, "blackmoor")


@pytest.mark.parametrize("first", [0xE0061, 0x1F1E6, 0x1F150, 0x1F170])
def test_letters_that_nobody_sees_or_that_stand_in_pictures_are_letters(first: int) -> None:
    drawn = "".join(chr(first + ord(letter) - ord("a")) for letter in "blackmoor")
    assert _in(f"see {drawn}.", "blackmoor")
    assert _in("see Bl4ckm00r.", "blackmoor")


def test_long_words_are_found_from_the_end_and_through_links() -> None:
    assert _in("see sesuoh renroc now", "corner houses")
    assert not _in("see roomkcalb now", "blackmoor")
    assert _in("see black[mo](https://example.org/a)or", "blackmoor")


def test_an_operation_is_found_with_signs_in_it() -> None:
    assert _in("LAR\u200b\u200b.CH", "larch", "operation", "name")
    assert _in("example \u3164larch 2", "example larch", "operation", "name")


def test_a_short_fact_is_found_with_signs_in_it() -> None:
    assert _in_words("ask S\u200b3 now", "S3", "key", "key")
    assert _in_words("PU\u3164R-2", "pur 2", "id", "name")
    assert _in_words("PUR -\n2", "pur 2", "id", "name")
    assert not _in_words("EXAMPLE LARCH", "example larch", "operation", "name")
    assert not _in_words("14", "14", "note", "phrase")
    assert _in_words("see SOC 2026 / 014", "soc 2026 014", "ref", "name")
    assert _in_words("ask S/3 now", "S/3", "key", "key")


def test_a_range_is_found_in_other_words() -> None:
    victims = frozenset({"victims"})
    for text in ("20-49 victims", "victims: between 20 and 49", "20 to 49 victims"):
        assert _in_words(text, "20 to 49", "victims", "figure", victims)
    for text in ("20 or 49 victims", "and and and victims", "20 victims, 49 flats"):
        assert not _in_words(text, "20 to 49", "victims", "figure", victims)


def test_a_figure_of_more_than_one_letter_is_found_in_roman_figures() -> None:
    romans = {4: "iv", 6: "vi", 7: "vii", 8: "viii", 9: "ix", 11: "xi", 12: "xii", 13: "xiii"}
    romans |= {15: "xv", 20: "xx", 30: "xxx", 40: "xl", 49: "xlix"}
    members = frozenset({"members"})
    for number, roman in romans.items():
        for other in (*romans, 14):
            found = _in_words(f"{roman} members", str(other), "group_size", "figure", members)
            assert found is (other == number), (roman, other)
    for number, roman in {1: "i", 2: "ii", 3: "iii", 5: "v", 10: "x", 50: "l"}.items():
        assert not _in_words(f"{roman} members", str(number), "group_size", "figure", members)


def test_every_number_is_found_in_words() -> None:
    numbers = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """
    people = frozenset({"members"})
    for number, word in enumerate(numbers.split(), 1):
        for other in range(22):
            found = _in_words(f"{word} Members", str(other), "group_size", "figure", people)
            assert found is (other == number), (word, other)


def test_a_figure_is_looked_for_four_words_around_it() -> None:
    near, far = ("Members: {} a b c 14", "14 a b c {} members"), frozenset({"members"})
    for text in near:
        assert _in_words(text.format(""), "14", "group_size", "figure", far)
        assert not _in_words(text.format("d"), "14", "group_size", "figure", far)
