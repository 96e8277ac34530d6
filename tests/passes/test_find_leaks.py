"""What of a plan is found in a finished paper, asked of the pass itself."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from planc.model.directory import Directory
from planc.model.leaks import Leak
from planc.model.plan import Plan
from planc.model.read_back import ReadBack
from planc.model.seal import PARTS
from planc.passes.find_leaks import ANY, CERTAIN, Likeness, find_leaks, secrets_of
from tests.conftest import BASE
from tests.passes.sharing import Sharing, sharing


def _paper(**stored: str | bytes) -> ReadBack:
    raw = {name: c if isinstance(c, bytes) else c.encode() for name, c in stored.items()}
    return ReadBack(dict.fromkeys(PARTS, ()), raw, None)


def _found(
    ready: Sharing, paper: ReadBack, likeness: Likeness = ANY, reader: str | None = None
) -> list[Leak]:
    view, directory = ready.view(reader or "council-youth-lead"), ready.context.directory
    return find_leaks(paper, [secrets_of(ready.plan, view, directory or Directory(), likeness)])


LONG = "Take one two three four five six seven eight nine ten"
PIECE = f"""\
summary: {LONG}
pursue:
  - {{id: PUR-1, tactic: Closure orders, detail: Blackmoor, serves: OBJ-1, owner: di-soc-east,
     due: 2026-12-18, status: blocked}}
log:
  - {{date: 2026-11-10, ref: PUR-1, note: ab cd ef}}
"""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Sharing:
    return sharing(shutil.copytree(BASE, tmp_path_factory.mktemp("base") / "plans"), PIECE)


WORDS: Mapping[str, str] = {
    "Closure orders": "pursue 0 tactic",
    "see Blackmoor.": "pursue 0 detail",
    "three four FIVE, six seven": "summary",
    "PUR-1": "pursue 0 id",
    "by 18 December 2026": "pursue 0 due",
    "by 18 Dec 2026": "pursue 0 due",
    "by 2026-12-18": "pursue 0 due",
    "SOC-2026-014": "ref",
    "Example Larch": "operation",
    "the Mentoring Lead": "prevent 1 share 1",
}


@pytest.mark.parametrize(("words", "where"), WORDS.items())
def test_it_is_found_and_its_place_in_the_plan_is_told(
    ready: Sharing, words: str, where: str
) -> None:
    leaks = _found(ready, _paper(page=f"Before. {words} after"))
    assert where in {" ".join(map(str, leak.route)) for leak in leaks}
    assert {leak[:2] for leak in leaks} == {("page", "SOC-2026-014")}


@pytest.mark.parametrize(
    "words",
    [
        "three four five six and seven",
        "Closure order",
        "PUR-11",
        "by 18 November 2027",
        "blocked",
        "ab cd ef",
        "Match the pupils with a mentor.",
        "Youth Services Lead, Exampleton Council, Exampleton Police",
        "22 November 2026",
    ],
)
def test_what_is_too_little_or_granted_is_no_leak(ready: Sharing, words: str) -> None:
    assert _found(ready, _paper(page=words)) == []


def test_a_paper_with_nothing_of_the_plan_holds_no_leak(ready: Sharing) -> None:
    assert _found(ready, _paper()) == []
    assert _found(ready, _paper(page="")) == []


def test_each_piece_is_told_once_and_by_its_name(ready: Sharing) -> None:
    page = "Blackmoor, and Blackmoor, and one two three four five six seven"
    leaks = _found(ready, _paper(first=page, second="Blackmoor", third="none"))
    pieces = sorted((leak.piece, str(leak.route[-1])) for leak in leaks)
    assert pieces == [("first", "detail"), ("first", "summary"), ("second", "detail")]


@pytest.mark.parametrize(
    "content",
    [
        "Black<b>moor</b>",
        '<img alt="Blackmoor">',
        "<img alt='Blackmoor'>",
        "<w:t>Closure</w:t></w:p><w:p><w:t>orders</w:t>",
        "<w:t>Clo</w:t><w:t>sure orders</w:t>",
        "<td>Closure</td><td>orders</td>",
        "Closure<br>orders",
        "Closure<w:tab/>orders",
        "<b>B</b>lackm&#111;or",
        "Bla\\ckmoor",
        "<b>Bla\\ckmoor</b>",
        "Closure <orders>",
        "Closure<i/>orders",
        "<p>Closure<i/>orders</p>",
        "<p><b>Clo</b>sure</p><p>orders</p>",
        "<img title=\"Closure\" alt='orders'>",
        '<img alt="Closure > orders">',
        '<img alt="Closure > orders"> <',
        "<b>x</b> Closure <orders> <",
        "CLOSURE_ORDERS",
        "Closure\u00a0orders",
        "Ｂｌａｃｋｍｏｏｒ",
        "Blackmoor".encode("utf-16-le"),
        "Blackmoor".encode("utf-16-be"),
        b"\xff\xfe\0" + "Blackmoor".encode("utf-16-le"),
        b"\x00\xff Blackmoor \xfe",
    ],
)
def test_it_is_found_however_it_is_stored(ready: Sharing, content: str | bytes) -> None:
    assert _found(ready, _paper(page=content))


@pytest.mark.parametrize("content", ["<b>Closure</b> of the orders", "Blackm o or"])
def test_what_only_looks_alike_is_not_found(ready: Sharing, content: str) -> None:
    assert _found(ready, _paper(page=content)) == []


# What planc refuses by itself


def test_planc_itself_is_certain_at_eight_words_on_end(ready: Sharing) -> None:
    seven = "one two three four five six seven"
    assert _found(ready, _paper(page=seven), CERTAIN) == []
    (leak,) = _found(ready, _paper(page=f"{seven} eight"), CERTAIN)
    assert leak.route == ("summary",)


def test_a_person_is_told_from_five_words_on_end(ready: Sharing) -> None:
    assert _found(ready, _paper(page="one two three four")) == []
    (leak,) = _found(ready, _paper(page="one two three four five"))
    assert leak.route == ("summary",)


@pytest.mark.parametrize(
    ("words", "certain"),
    [
        ("Closure orders", False),
        ("Blackmoor", False),
        ("PUR-1", True),
        ("SOC-2026-014", True),
        ("Example Larch", True),
        ("by 18 December 2026", True),
    ],
)
def test_planc_itself_is_certain_of_names_and_days(
    ready: Sharing, words: str, certain: bool
) -> None:
    assert bool(_found(ready, _paper(page=words), CERTAIN)) is certain


@pytest.mark.parametrize(
    ("operation", "expected"),
    [("LARCH", False), ("LARCH TWO", True), ("ABC", False), ("1234", False)],
)
def test_of_one_word_planc_itself_is_not_certain(
    base: Path, operation: str, expected: bool
) -> None:
    ready = sharing(base, f'operation: "{operation}"\n')
    assert bool(_found(ready, _paper(page=operation), CERTAIN)) is expected


# Several plans


def test_what_another_plan_gave_to_the_same_paper_is_no_leak(ready: Sharing) -> None:
    view, directory = ready.view(), ready.context.directory or Directory()
    kept = secrets_of(ready.plan, view, directory)
    granted_more = secrets_of(ready.plan, replace(view, plan=ready.plan), directory)
    paper = _paper(page="Blackmoor")
    assert find_leaks(paper, [kept, granted_more]) == find_leaks(paper, [granted_more, kept]) == []
    assert [leak.route[-1] for leak in find_leaks(paper, [kept])] == ["detail"]
    assert find_leaks(paper, [granted_more]) == find_leaks(paper, []) == []


def test_what_is_kept_of_a_plan_is_what_was_not_granted(ready: Sharing) -> None:
    directory = ready.context.directory or Directory()
    kept = secrets_of(ready.plan, ready.view(), directory)
    texts = {secret.words for secret in kept.texts}
    assert {"blackmoor", "closure orders", LONG.lower()} <= texts
    assert "match the pupils with a mentor" not in texts


# What is kept of a plan


def _kept(ready: Sharing, granted: Plan, likeness: Likeness = ANY) -> dict[str, set[str]]:
    """What is sought of a plan of which this much was granted, by the way it is sought."""
    view = replace(ready.view(), plan=granted, directory=Directory())
    kept = secrets_of(ready.plan, view, Directory(), likeness)
    sorts = ("phrase", "day", "name", "key", "figure")
    return {sort: {one.words for one in kept.texts if one.sort == sort} for sort in sorts}


FIGURES = """\
threat:
  type: ocg
  areas: [drugs]
  assessment: Likely to keep supplying.
  group_size: 14
  victims: 20 to 49
  scores:
    - {date: 2026-10-14, scheme: MoRiLE tactical, total: 58, confidence: medium}
subjects:
  - {key: S3, role: leader}
"""


def test_short_facts_are_kept_with_the_words_that_tell_what_they_are(base: Path) -> None:
    ready = sharing(base, FIGURES)
    nothing = replace(ready.plan, threat=None, subjects=())
    kept = _kept(ready, nothing)
    assert (kept["figure"], kept["key"]) == ({"14", "20 to 49", "58"}, {"S3"})
    assert _kept(ready, ready.plan)["figure"] == set()
    assert _kept(ready, nothing, CERTAIN)["figure"] == set()
    secrets = secrets_of(ready.plan, replace(ready.view(), plan=nothing), Directory())
    beside = {one.words: one.beside for one in secrets.texts if one.sort == "figure"}
    assert beside["58"] == {"score"}
    people = {"member", "members", "people", "persons", "strong", "suspects", "subjects", "men"}
    assert beside["14"] == {"group", "size", "gang"} | people
    victims = {"victim", "victims", "people", "children", "persons", "exploited"}
    assert beside["20 to 49"] == victims


def test_what_is_nobodys_secret_is_not_sought(base: Path) -> None:
    piece = "summary: Exampleton Police\nstarts: 2026-11-22\n"
    ready = sharing(base, piece)
    kept = _kept(ready, replace(ready.plan, summary=None, starts=None))
    assert "exampleton police" not in kept["phrase"]  # planc.yaml has it
    assert "22 november 2026" not in kept["day"]  # the paper is of that day
    nothing = _kept(ready, replace(ready.plan, pursue=()))
    assert "18 december 2026" in nothing["day"]
    assert "approved" not in nothing["phrase"] | _kept(ready, ready.view().plan)["phrase"]


def test_planc_itself_seeks_days_as_it_prints_them(ready: Sharing) -> None:
    nothing = replace(ready.plan, pursue=())
    assert _kept(ready, nothing, CERTAIN)["day"] == {
        "18 december 2026",
        "18 dec 2026",
        "2026 12 18",
    }
    assert {"18 12 2026", "18 dec 2026"} <= _kept(ready, nothing)["day"]


def test_posts_and_organisations_are_found_by_their_titles_and_names(base: Path) -> None:
    ready = sharing(base, "partners:\n  - {organisation: second-chance, role: Mentors}\n")
    for words, field in (("Det Supt Crime", "sro"), ("Second Chance Exampleton", "organisation")):
        leaks = _found(ready, _paper(page=f"the {words} there"))
        assert field in {leak.route[-1] for leak in leaks}, words


def test_a_short_fact_is_granted_in_its_own_field_alone(base: Path) -> None:
    ready = sharing(base, FIGURES.replace("58", "14"))
    threat = ready.plan.threat
    assert threat
    for size in (None, 15):
        told = replace(ready.plan, threat=replace(threat, group_size=size))
        assert _kept(ready, told)["figure"] == {"14"}


def test_what_was_granted_in_part_is_sought_for_the_rest(base: Path) -> None:
    ready = sharing(base, "summary: one two three four five six seven\n")
    for granted, kept in (
        ("one two three four five six", True),
        ("one two three four five six seven eight", False),
        ("zero one two three four five six seven", False),
        ("zero one two three four five six", True),
    ):
        told = replace(ready.plan, summary=granted)
        found = "one two three four five six seven" in _kept(ready, told)["phrase"]
        assert found is kept, granted


@pytest.mark.parametrize(
    ("text", "likeness", "sought"),
    [
        ("a b c d e", ANY, False),
        ("a b c d e f", ANY, True),
        ("abcdefg", ANY, False),
        ("abcd efgh", ANY, True),
        ("aa bb cc dd ee ff gg", CERTAIN, False),
        ("a b c d e f g h", CERTAIN, True),
        ("aa bb cc dd ee ff gg hh", CERTAIN, True),
    ],
)
def test_how_long_a_text_has_to_be(base: Path, text: str, likeness: Likeness, sought: bool) -> None:
    ready = sharing(base, f"summary: {text}\n")
    assert (text in _kept(ready, replace(ready.plan, summary=None), likeness)["phrase"]) is sought


def test_a_plan_without_a_reference_has_secrets_too(ready: Sharing) -> None:
    plan = replace(ready.plan, ref=None)
    assert secrets_of(plan, ready.view(), Directory()).plan == ""
