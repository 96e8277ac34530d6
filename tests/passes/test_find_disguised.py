"""What of a plan is found in an edited paper, however it is written, asked of the pass itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from planc.model.directory import Directory
from planc.model.read_back import ReadBack
from planc.model.seal import PARTS
from planc.model.secrets import Leak
from planc.passes.find_disguised import find_disguised
from planc.passes.find_leaks import secrets_of
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


@pytest.fixture
def ready(base: Path) -> Sharing:
    return sharing(base, PIECE)


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
