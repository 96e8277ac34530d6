"""Where words are looked at, where a finding about them points, and that nobody is shown them."""

import time
from pathlib import Path

import pytest

from planc.all_reporters import REPORTERS
from planc.model.finding import Severity
from tests.conftest import DAY, PLAN, Checked, Planc, change, merged
from tests.detect.notes import about_words, lines, noted
from tests.full import FullPlan

NUMBER = "07700 900123"
OTHER = "07700 900456"
PHRASES = lines(Path(__file__).parent / "refused.txt")


def _put(base: Path, piece: str, name: str = PLAN) -> None:
    path = base / name
    path.write_text(merged(path.read_text(encoding="utf-8"), piece), encoding="utf-8")


def _said(base: Path) -> list[tuple[str, str, str]]:
    return [(f.rule, str(f.place), f.crumbs) for f in about_words(base)]


# Fields


def test_every_text_of_a_plan_is_looked_at(tmp_path: Path) -> None:
    full = FullPlan()
    full.write(tmp_path)
    plan = tmp_path / "full.yaml"
    texts = {token for token in full.tokens.values() if str(token).startswith("Tok")}
    written = plan.read_text(encoding="utf-8")
    for text in texts:
        written = written.replace(str(text), f"Ring {NUMBER}")
    plan.write_text(written, encoding="utf-8")
    marked = [n for n, line in enumerate(written.splitlines(), 1) if NUMBER in line]
    found = about_words(tmp_path)
    assert len(marked) > 100
    assert [f.place.span.line for f in found if f.place.span] == marked
    assert {(f.rule, f.severity) for f in found} == {("personal-data", Severity.REFUSAL)}


def test_a_long_text_is_told_once(base: Path) -> None:
    text = f"Ring {NUMBER}.\n\n      Or {OTHER},\n      or someone@example.org."
    _put(base, f"log:\n  - date: 2026-11-18\n    note: |\n      {text}\n")
    assert _said(base) == [
        ("personal-data", f"{PLAN}:37:11", "Log, entry of 18 November 2026, Note")
    ]


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        (f"summary: {NUMBER}", "37:10"),
        (f"summary: '{NUMBER}'", "37:10"),
        ("summary: 07700900123", "37:10"),
        ("summary: 490154203237518", "37:10"),
        (f"summary: Ring {NUMBER} # today", "37:10"),
        (f"other_boards: [county-soc, {NUMBER}]", "37:28"),
        (f"other_boards:\n  - county-soc\n  - {NUMBER}", "39:5"),
        ("summary: >\n  Ring 07700\n  900123 today", "37:10"),
        ("summary: Ring\n  020 7946\n  0018 today", "37:10"),
        ('summary: "Ring 07700\n  900123 today"', "37:10"),
        (f"colour: {NUMBER}", "37:9"),
        (f"lro:\n  phone: {NUMBER}", "9:10"),
        (f"team: {{analyst: {{phone: {NUMBER}}}}}", "37:25"),
    ],
)
def test_it_points_at_the_value(base: Path, piece: str, place: str) -> None:
    _put(base, piece)
    assert [where for _, where, _ in _said(base)] == [f"{PLAN}:{place}"]


# Beside the fields


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("planc: 1\n", f"planc: 1\n# Ring {NUMBER}\n", "2:1"),
        ("planc: 1\n", f"# Ring {NUMBER}\nplanc: 1\n", "1:1"),
        ("planc: 1\n", f"planc: 1 # Ring {NUMBER}\n", "1:10"),
        ("prevent:\n", f"prevent: # Ring {NUMBER}\n", "26:10"),
        ("prevent:\n", f"prevent:\n      # Ring {NUMBER}\n", "27:7"),
        ("due: 2026-12-18}", f"due: 2026-12-18}} # Ring {NUMBER}", "25:127"),
        ("          # SAMPLE", f" # SAMPLE, ring {NUMBER}", "3:26"),
    ],
)
def test_comments_are_looked_at(base: Path, old: str, new: str, place: str) -> None:
    change(base / PLAN, (old, new))
    assert _said(base) == [("personal-data", f"{PLAN}:{place}", "")]


def test_a_value_and_the_comment_beside_it_are_two_mistakes(base: Path) -> None:
    _put(base, f"summary: Ring {NUMBER} # or {OTHER}")
    assert [place for _, place, _ in _said(base)] == [f"{PLAN}:37:10", f"{PLAN}:37:28"]


@pytest.mark.parametrize(
    "piece",
    [
        f"log:\n  - {{date: 2026-11-18, note: Rang him, {NUMBER}}}",
        f"log:\n  - {{date: 2026-11-18, note: Rang: {NUMBER}}}",
        f"lro: di-soc-east\nlro: {NUMBER}",
        f'summary: "Ring {NUMBER}',
        f"summary: {NUMBER}: ring him",
        f"summary: *{NUMBER}",
        f"summary:\n\t- {NUMBER}",
        f"summary: [Ring {NUMBER}",
        f"    summary: Ring {NUMBER}",
        f"---\nsummary: Ring {NUMBER}",
    ],
)
def test_what_cannot_be_read_is_looked_at_all_the_same(base: Path, piece: str) -> None:
    with (base / PLAN).open("a", encoding="utf-8") as file:
        file.write(f"\n{piece}\n")
    assert [rule for rule, _, _ in _said(base)] == ["personal-data"]


@pytest.mark.parametrize(
    ("piece", "name", "where"),
    [
        (f"# ring {NUMBER}", "directory.yaml", ""),
        ("", "directory.yaml", f"title: Det Supt Crime {NUMBER}"),
        ("", "directory.yaml", "title: Det Supt Crime someone@example.org"),
        (f"force: Exampleton Police {NUMBER}", "planc.yaml", ""),
    ],
)
def test_the_directory_and_the_policy_are_looked_at(
    base: Path, piece: str, name: str, where: str
) -> None:
    if where:
        change(base / name, ("title: Det Supt Crime", where))
    else:
        with (base / name).open("a", encoding="utf-8") as file:
            file.write(f"{piece}\n" if piece.startswith("#") else "")
        if not piece.startswith("#"):
            _put(base, piece, name)
    (finding,) = about_words(base)
    assert (finding.rule, finding.place.path) == ("personal-data", name)
    assert (
        finding.acts
        == {
            "directory.yaml": "directory keeper",
            "planc.yaml": "OCG coordinator",
        }[name]
    )


def test_a_post_that_is_called_by_a_name_gets_a_warning(base: Path) -> None:
    change(base / "directory.yaml", ("title: Housing Manager", "title: Mr Sample"))
    assert [(rule, crumbs) for rule, _, crumbs in _said(base)] == [
        ("personal-data-hint", "Posts, council-housing, Title")
    ]


@pytest.mark.parametrize("name", ["07700-900123", "ring_07700_900123", "mill-07700900123-street"])
def test_the_name_of_a_file_is_looked_at(base: Path, name: str) -> None:
    (base / PLAN).rename(base / "plans" / f"{name}.yaml")
    (finding,) = about_words(base)
    assert finding.rule == "personal-data"
    assert finding.wrong.startswith("The name of this file holds 1 telephone number")


def test_the_directory_says_which_words_belong_to_posts(base: Path) -> None:
    _put(base, "log:\n  - {date: 2026-11-18, note: Insp Northgate will ring}")
    assert [rule for rule, _, _ in _said(base)] == ["personal-data-hint"]
    change(base / "directory.yaml", ("title: Housing Manager", "title: Insp Northgate"))
    assert _said(base) == []
    change(base / "directory.yaml", ("title: Insp Northgate", "title: Housing Manager"))
    (base / "directory.yaml").unlink()
    assert _said(base) == []


# What is said of it


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize(
    "piece",
    [
        f"log:\n  - {{date: 2026-11-18, note: Rang him, {NUMBER}}}",
        f"log:\n  - {{date: 2026-11-18, ref: PUR-7, note: Rang {NUMBER}}}",
        f"summary: *{NUMBER}",
        f"sro: {NUMBER}",
        "operation: 07700900123",
        f"board: Ring {NUMBER}",
        f"status: Ring {NUMBER}",
        f"starts: Ring {NUMBER}",
        f"marking: Ring {NUMBER}",
        f"ref: Ring {NUMBER}",
        f"{NUMBER}: ring him",
        f"lro: {{'{NUMBER}': ring}}",
        f"pursue:\n  - {{id: '{NUMBER}', tactic: Ring}}",
        f"pursue:\n  - {{id: PUR-1, owner: '{NUMBER}', due: 2026-02-30}}",
        f"status: A long word before the one that counts {NUMBER}",
        f"subjects:\n  - {{key: '{NUMBER}', role: leader}}",
        f"# planc.yaml\nrules: {{tactic-no-due: {{severity: info, reason: Ring {NUMBER}}}}}",
        f"# directory.yaml\norganisations:\n  - {{id: a, name: '{NUMBER}', sector: x}}",
    ],
)
@pytest.mark.parametrize("marking", ["OFFICIAL-SENSITIVE", "OFFICIAL"])
def test_no_report_shows_it(planc: Planc, base: Path, piece: str, form: str, marking: str) -> None:
    change(base / PLAN, ("marking: OFFICIAL-SENSITIVE", f"marking: {marking}"))
    name = PLAN
    if piece.startswith("# "):
        name, piece = piece[2:].split("\n", 1)
    _put(base, piece, name)
    ran = planc("check", *DAY, "--output", form)
    assert ran.status == 1
    assert "personal-data" in ran.out
    shown = ran.out + ran.err
    figures = "".join(filter(str.isdigit, shown))
    assert "07700" not in figures
    assert "900123" not in figures


def test_a_policy_with_a_number_in_it_still_holds(base: Path, planc: Planc) -> None:
    _put(base, f"force: Police, {NUMBER}", "planc.yaml")
    ran = planc("check", *DAY)
    assert (ran.status, ran.err) == (1, "")
    assert "Checked 1 plan: " in ran.out


def test_no_pack_is_made_of_it_whatever_it_stands_in(base: Path, planc: Planc) -> None:
    for name in (PLAN, "directory.yaml", "planc.yaml"):
        before = (base / name).read_text(encoding="utf-8")
        with (base / name).open("a", encoding="utf-8") as file:
            file.write(f"# ring {NUMBER}\n")
        assert planc("build", *DAY).status == 1
        assert not [*base.rglob("*.docx")]
        (base / name).write_text(before, encoding="utf-8")


@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_tells_one_phrase_from_another(planc: Planc, base: Path, form: str) -> None:
    runs = set()
    plan = (base / PLAN).read_text(encoding="utf-8")
    longest = max(map(len, PHRASES))
    for phrase in PHRASES:
        note = f"The board heard of {phrase} today".ljust(longest + 30, "x")
        entry = f"log:\n  - {{date: 2026-11-18, ref: PUR-7, note: {note}}}"
        (base / PLAN).write_text(merged(plan, entry), encoding="utf-8")
        runs.add(planc("check", *DAY, "--output", form))
    (only,) = runs
    assert "restricted-text" in only.out


def test_the_place_is_told_and_what_to_do(base: Path, planc: Planc) -> None:
    _put(base, f"log:\n  - {{date: 2026-11-18, note: Rang {NUMBER}}}")
    assert (
        planc("check", *DAY).out
        == """\
plans/larch.yaml:36:30  Log, entry of 18 November 2026, Note                                 REFUSAL
  Wrong: What stands here holds 1 telephone number.
  Why:   A plan is copied to many, and its history is for ever; what identifies people stays
         elsewhere.
  Do:    Take it out before you push. If it is already pushed, ring information security now.
  Acts:  LRO. More: planc explain personal-data

Checked 1 plan: 1 has findings, 0 are fine, 0 files could not be read. Found 1 refusal.\
 Changes not looked at (no --since).
"""
    )


def test_other_findings_in_the_file_are_told_as_ever(checked: Checked) -> None:
    piece = "lro: di-soc-wset\nstatus: actve\n"
    before = checked(piece).findings
    after = checked(f"{piece}summary: Ring {NUMBER}\n").findings
    others = [finding for finding in after if finding.rule != "personal-data"]
    assert others == list(before)


def test_a_line_that_is_withheld_is_withheld_from_every_finding_on_it(checked: Checked) -> None:
    piece = f"log:\n  - {{date: 2026-11-18, ref: PUR-7, note: Rang {NUMBER}}}\n"
    found = checked(piece).findings
    assert [(finding.rule, finding.personal) for finding in found] == [
        ("dangling-id", True),
        ("personal-data", True),
    ]


# Limits

LONG = [
    *("a" * 100_000, "a@" * 50_000, "0" * 100_000, "0 " * 50_000, "07700 " * 16_000),
    *("1 A " * 25_000, "x.com/" * 16_000, "Mr " * 30_000, "PC A" * 25_000, "born " * 20_000),
    *("EX9 " * 25_000, "surveillance-" * 7_000, "51.0" * 25_000, "A1 " * 30_000, "-" * 100_000),
    *("GB82 WEST " * 10_000, "12-34-56 " * 11_000, "reg " * 25_000, "14 Mill " * 12_000),
    *("account " * 12_000, "Instagram " * 10_000, "passport " * 11_000, "@a.b_" * 20_000),
]


@pytest.mark.parametrize("number", range(len(LONG)))
def test_no_text_takes_long(base: Path, number: int) -> None:
    text = LONG[number] + " EX99 9ZZ, surveillance"  # so that it is looked at
    began = time.process_time()
    noted(base, [text])
    assert time.process_time() - began < 5


def test_a_file_full_of_them_does_not_take_long(base: Path) -> None:
    began = time.process_time()
    rules = noted(base, [f"Visit {n}: ring {NUMBER}, surveillance team" for n in range(3_000)])
    assert time.process_time() - began < 15
    assert set(map(tuple, rules.values())) == {("personal-data", "restricted-text")}
