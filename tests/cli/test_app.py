"""The command line: what it answers to what it is asked, where it says it, and how it exits."""

import datetime as dt
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from planc import __version__
from planc.all_formats import FORMATS
from planc.all_reporters import REPORTERS
from planc.wording.words import listed
from tests.conftest import (
    CLEAN,
    DAY,
    LATE,
    LIKE_A_NUMBER,
    NO_OWNER,
    PLAN,
    ROOT,
    TOO_HIGH,
    Planc,
    at_most,
    change,
    copied,
    environment,
    listing,
    posix,
    process,
)

forms = pytest.mark.parametrize("form", REPORTERS)


# The table of exit statuses


@forms
def test_0_nothing_is_wrong(planc: Planc, form: str) -> None:
    ran = planc("check", *DAY, "--output", form)
    assert (ran.status, ran.err) == (0, "")
    if form == "text":
        assert ran.out == CLEAN


# What --fail-on makes of the worst finding of each severity: left out, error, warning, never.
FAILS = {
    LIKE_A_NUMBER: (0, 0, 0, 0),
    LATE: (0, 0, 1, 0),
    NO_OWNER: (1, 1, 1, 0),
    TOO_HIGH: (1, 1, 1, 1),
}
SEVERITIES = {LIKE_A_NUMBER: "info", LATE: "warning", NO_OWNER: "error", TOO_HIGH: "refusal"}
FAIL_ON: list[list[str]] = [[], *(["--fail-on", word] for word in ("error", "warning", "never"))]


@forms
@pytest.mark.parametrize("pair", FAILS, ids=SEVERITIES.values())
@pytest.mark.parametrize("asked", range(4), ids=lambda asked: " ".join(FAIL_ON[asked]) or "plain")
def test_1_only_if_there_are_findings_as_grave_as_fail_on_says(
    planc: Planc, base: Path, form: str, pair: tuple[str, str], asked: int
) -> None:
    change(base / PLAN, pair)
    ran = planc("check", *DAY, "--output", form, *FAIL_ON[asked])
    assert (ran.status, ran.err) == (FAILS[pair][asked], "")
    if form in ("text", "json"):
        severity = SEVERITIES[pair]
        shown = severity.upper() if form == "text" else f'"severity": "{severity}"'
        assert ran.out.count(shown) == 1


UNREADABLE = {
    "empty": b"",
    "of another encoding": "operation: EXAMPLE \u00e9".encode("latin-1"),
    "broken off in a quotation": b'ref: "SOC-2026-014\n',
    "with a tab": b"planc: 1\nthreat:\n\ttype: ocg\n",
    "no plan": b"- a\n- list\n",
}


@forms
@pytest.mark.parametrize("asked", FAIL_ON, ids=lambda asked: " ".join(asked) or "plain")
@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_1_a_plan_cannot_be_read_whatever_fail_on_says(
    planc: Planc, base: Path, form: str, content: bytes, asked: list[str]
) -> None:
    (base / PLAN).write_bytes(content)
    ran = planc("check", *DAY, "--output", form, *asked)
    assert (ran.status, ran.err) == (1, "")
    assert PLAN in ran.out


NO_DAY = "is not a day. Write it as --as-of 2026-11-22."

LISTS = "planc explain lists the rules, planc explain --fields the fields."

WRONGLY_ASKED = [
    (["check", "plans/elm.yaml"], "plans/elm.yaml does not exist."),
    (["check", "planc.yaml", "nowhere"], "nowhere does not exist."),
    (["check", "--as-of", "2026-02-30"], f'"2026-02-30" {NO_DAY}'),
    (["check", "--as-of", "22/11/2026"], f'"22/11/2026" {NO_DAY}'),
    (["check", "--as-of", "2026-11"], f'"2026-11" {NO_DAY}'),
    (["check", "--as-of", "2026-W47-7"], f'"2026-W47-7" {NO_DAY}'),
    (["check", "--as-of", ""], f'"" {NO_DAY}'),
    (["check", "--output", "jsno"], '"jsno" is not a way to show findings. Did you mean "json"?'),
    (
        ["check", "--output", "xyz"],
        f'"xyz" is not a way to show findings. Ask for {listed(REPORTERS)}.',
    ),
    (["check", "--fail-on", "erorr"], '"erorr" is not a thing to fail on. Did you mean "error"?'),
    (["check", "--fail-on", "x"], '"x" is not a thing to fail on. Ask for error, warning, never.'),
    (["check", "--select", "sro-misng"], '"sro-misng" is not a rule. Did you mean "sro-missing"?'),
    (["check", "--ignore", "tactic-overdue,,tab"], '"" is not a rule. planc explain lists them.'),
    (["check", "--ignore", "lro-equals-sro,tab"], '"tab" is a refusal, which nobody can ignore.'),
    (["check", "--stats", "--output", "json"],
     "--stats is shown as text. Add --output text, or leave it out."),
    (["check", "--output", "json="], '"json=" names no file. Write it as json=FILE.'),
    (["build", "--to", "docx,pdf"], f'"pdf" is not a format. Ask for {", ".join(FORMATS)}.'),
    (["build", "--to", "dock"], '"dock" is not a format. Did you mean "docx"?'),
    (["build", "--to", ""], f'"" is not a format. Ask for {", ".join(FORMATS)}.'),
    (["build", "--edition", "bored"], '"bored" is not an edition. Did you mean "board"?'),
    (["build", "--edition", "public"],
     '"public" is not an edition. Ask for author, board, partners, recipient:POST.'),
    (["explain", "pursue.ownr"],
     '"pursue.ownr" is not a rule or a field. Did you mean "pursue.owner"?'),
    (["explain", "9"], f'"9" is not a rule or a field. {LISTS}'),
    (["explain", "sro-misng"], '"sro-misng" is not a rule or a field. Did you mean "sro-missing"?'),
    (["schema", "plans"], '"plans" is not a schema. Did you mean "plan"?'),
    (["schema", "x"],
     '"x" is not a schema. Ask for plan, directory, policy, baseline, report, diff.'),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), WRONGLY_ASKED, ids=lambda part: " ".join(part))
def test_2_asked_wrongly(planc: Planc, words: list[str], expected: str) -> None:
    assert planc(*words) == (2, "", f"planc: {expected}\n")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["minutes"], "No such command 'minutes'. See planc --help."),
        (["--vershun"], "No such option: --vershun. Did you mean --version?"),
        (["check", "--outptu", "json"], "No such option: --outptu. Did you mean --output?"),
        (["check", "--fail-no", "never"], "No such option: --fail-no. Did you mean --fail-on?"),
        (["build", "--fail-on", "never"], "No such option: --fail-on. See planc build --help."),
        (["check", "-x", "json"], "No such option: -x. See planc check --help."),
        (["check", "--as-of"], "Option '--as-of' requires an argument."),
        (["schema", "plan", "x"], "Got unexpected extra argument(s) (x). See planc schema --help."),
    ],
)
def test_2_no_such_command_or_flag(planc: Planc, words: list[str], expected: str) -> None:
    assert planc(*words) == (2, "", f"planc: {expected}\n")


@pytest.mark.parametrize("words", [[], ["--debug"]])
def test_2_nothing_is_asked(planc: Planc, words: list[str]) -> None:
    ran = planc(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: planc ")
    assert "\n  planc check " in ran.err


@forms
@pytest.mark.parametrize("asked", ["error", "warning", "never"])
def test_2_and_3_are_not_touched_by_fail_on(
    planc: Planc, base: Path, tmp_path: Path, form: str, asked: str
) -> None:
    change(base / PLAN, NO_OWNER)
    fail_on = ["--output", form, "--fail-on", asked]
    assert planc("check", "--output", f"{form}={PLAN}/x", *fail_on, *DAY).status == 2
    assert planc("check", "nowhere", *fail_on).status == 2
    if form == "text":  # a process of its own takes its time
        broken = _broken_checkout(tmp_path)
        ran = process("check", *fail_on, cwd=base, planc=broken, TMPDIR=str(tmp_path))
        assert ran.status == 3
    (base / "planc.yaml").write_bytes(b"")
    assert planc("check", *fail_on).status == 2


@forms
def test_2_no_plan_was_matched(planc: Planc, base: Path, form: str) -> None:
    (base / PLAN).unlink()
    message = "There is no plan here. In planc.yaml, plans: says where the plans are."
    assert planc("check", "--output", form) == (2, "", f"planc: {message}\n")


def test_2_a_folder_without_a_plan_is_not_passed_over(planc: Planc, base: Path) -> None:
    (base / "minutes").mkdir()
    message = "There is no plan in minutes. In planc.yaml, plans: says where the plans are."
    for words in (["minutes"], ["plans", "minutes"], [".", "minutes"]):
        assert planc("check", *words, *DAY) == (2, "", f"planc: {message}\n")
    assert planc("check", *DAY, cwd=base / "minutes") == (2, "", f"planc: {message}\n")


def test_2_two_repositories_at_once(planc: Planc, base: Path) -> None:
    other = base.parent / "other"
    shutil.copytree(base, other)
    message = "These paths belong to different plans repositories. Check one at a time."
    assert planc("check", base, other, *DAY) == (2, "", f"planc: {message}\n")
    (other / "planc.yaml").unlink()
    assert planc("check", "plans", other, *DAY) == (2, "", f"planc: {message}\n")


@forms
def test_3_planc_itself_fails(tmp_path: Path, base: Path, form: str) -> None:
    broken = _broken_checkout(tmp_path)
    ran = process("check", "--output", form, cwd=base, planc=broken, TMPDIR=str(tmp_path))
    assert (ran.status, ran.out) == (3, "")
    message = (
        r"planc: this is a fault in planc itself, and nothing can be concluded\. Report: (.+)\n"
    )
    named = re.fullmatch(message, ran.err)
    assert named
    written = Path(named[1]).read_text(encoding="utf-8")
    assert written.startswith(f"planc {__version__}\nPython {sys.version}\nTraceback ")
    assert "JSONDecodeError" in written


def test_3_the_traceback_is_shown_with_debug_and_no_report_is_written(
    tmp_path: Path, base: Path
) -> None:
    broken = _broken_checkout(tmp_path)
    ran = process("--debug", "check", cwd=base, planc=broken, TMPDIR=str(tmp_path))
    assert (ran.status, ran.out) == (3, "")
    assert ran.err.startswith("planc: this is a fault in planc itself.\nTraceback ")
    assert list(tmp_path.glob("planc-fault-*")) == []


@posix
def test_3_even_where_no_report_can_be_written(tmp_path: Path, base: Path) -> None:
    broken = _broken_checkout(tmp_path)
    ran = process("check", cwd=base, planc=broken, limit=at_most(0))
    message = "this is a fault in planc itself, and nothing can be concluded."
    assert ran == (3, "", f"planc: {message} Run it again as: planc --debug ...\n")


def test_3_is_told_apart_from_what_the_caller_did(
    planc: Planc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As above, in this process: a damaged file of planc's own, and nowhere to write a report."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "plan.schema.json").write_bytes(b"\xff")
    monkeypatch.setattr("planc.resources._PACKAGE", tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    message = "planc: this is a fault in planc itself"
    ran = planc("schema")
    (written,) = tmp_path.glob("planc-fault-*.txt")
    assert ran == (3, "", f"{message}, and nothing can be concluded. Report: {written}\n")
    assert "UnicodeDecodeError" in written.read_text(encoding="utf-8")
    assert planc("--debug", "schema").err.startswith(f"{message}.\nTraceback ")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    ran = planc("schema")
    again = "Run it again as: planc --debug ..."
    assert ran == (3, "", f"{message}, and nothing can be concluded. {again}\n")


def _broken_checkout(tmp_path: Path) -> Path:
    """A copy of planc whose schema of plans is cut short."""
    copy = tmp_path / "broken"
    for name in ("planc", "schemas", "templates"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    cut = copy / "schemas" / "plan.schema.json"
    cut.write_bytes(cut.read_bytes()[:1000])
    return copy


# The day


def _as_of(ran_out: str) -> str:
    day: str = json.loads(ran_out)["as_of"]
    return day


def test_the_day_asked_for_goes_before_the_pin_of_an_exercise(planc: Planc, base: Path) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("exercise: {as_of: 2026-11-20, stamp: SAMPLE}\n")
    assert _as_of(planc("check", "--output", "json").out) == "2026-11-20"
    assert _as_of(planc("check", "--output", "json", "--as-of", "2026-11-21").out) == "2026-11-21"


def test_the_pin_goes_before_the_environment_and_that_before_the_clock(
    planc: Planc, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305599")  # 2026-11-21, one second before midnight
    assert _as_of(planc("check", "--output", "json").out) == "2026-11-21"
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("exercise: {as_of: 2026-11-20, stamp: SAMPLE}\n")
    assert _as_of(planc("check", "--output", "json").out) == "2026-11-20"


@pytest.mark.parametrize("epoch", ["yesterday", "²", "1e9", "9" * 17, "9" * 40])
def test_an_epoch_that_is_no_count_of_seconds_is_not_passed_over(
    planc: Planc, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    message = f'planc: SOURCE_DATE_EPOCH is "{epoch}": no count of seconds.\n'
    assert planc("check") == (2, "", message)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])  # 26 hours apart
def test_today_is_that_of_london_wherever_planc_runs(base: Path, zone: str) -> None:
    before = _london()
    ran = process("check", "--output", "json", cwd=base, TZ=zone, SOURCE_DATE_EPOCH="")
    assert _as_of(ran.out) in (before, _london())


@posix
@pytest.mark.skipif(importlib.util.find_spec("tzdata") is not None, reason="tzdata is installed")
def test_a_computer_that_does_not_know_the_time_in_london_asks_for_the_day(base: Path) -> None:
    message = "Say the day, as in --as-of 2026-11-22; or: pip install tzdata\n"
    ran = process("check", cwd=base, PYTHONTZPATH="")
    assert ran == (2, "", f"planc: This computer does not know the time in London. {message}")
    assert process("check", *DAY, cwd=base, PYTHONTZPATH="") == (0, CLEAN, "")


def _london() -> str:
    return dt.datetime.now(ZoneInfo("Europe/London")).date().isoformat()


def test_2_without_the_texts_of_its_messages_nothing_is_concluded(base: Path) -> None:
    """A rule's message is a docstring, and -OO leaves those out."""
    for words in (["check", *DAY], ["--version"]):
        ran = process(*words, cwd=base, PYTHONOPTIMIZE="2")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == (
            "planc: Python was told to leave out the text of planc's messages. "
            "Start it without -OO, and without PYTHONOPTIMIZE in the environment.\n"
        )
    assert process("check", *DAY, cwd=base, PYTHONOPTIMIZE="1") == (0, CLEAN, "")


# What is loaded


LAZY = ("docx", "jinja2", "lxml", "jsonschema", "planc.formats", "planc.papers")


def _loaded(base: Path, *words: str) -> set[str]:
    text = (
        "import sys\n"
        "from planc.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", text, *words],
        cwd=base,
        env=environment({}),
        capture_output=True,
        text=True,
    )
    return set(done.stderr.split())


def test_the_version_is_told_before_anything_is_loaded(base: Path) -> None:
    assert process("--version", cwd=base) == (0, f"planc {__version__}\n", "")
    loaded = _loaded(base, "--version")
    assert {"planc", "planc.__main__"} <= loaded
    assert loaded & {"typer", "yaml", "planc.cli.app", "planc.repository", "json"} == set()


def test_the_version_is_told_beside_other_flags_too(planc: Planc) -> None:
    assert planc("--debug", "--version") == (0, f"planc {__version__}\n", "")


@pytest.mark.parametrize("pair", [None, NO_OWNER])
def test_check_loads_nothing_that_only_papers_need(
    base: Path, pair: tuple[str, str] | None
) -> None:
    if pair:
        change(base / PLAN, pair)
    loaded = _loaded(base, "check", *DAY)
    assert {"planc.cli.app", "planc.repository", "yaml", "typer"} <= loaded
    assert loaded & set(LAZY) == set()


def test_build_loads_what_papers_need(base: Path) -> None:
    assert set(LAZY) - {"jsonschema"} <= _loaded(base, "build", *DAY)


# Several files, several faults


POST = "  - {{id: di-soc-{0}, title: DI SOC {0}, organisation: exampleton-police}}\n"


def test_one_broken_plan_among_six_good_ones(planc: Planc, base: Path) -> None:
    for number in range(1, 7):
        copied(base, f"plans/plan-{number}.yaml", f"SOC-2026-10{number}")
        change(base / f"plans/plan-{number}.yaml", ("lro: di-soc-east", f"lro: di-soc-{number}"))
    change(
        base / "directory.yaml",
        ("posts:\n", "posts:\n" + "".join(POST.format(number) for number in range(1, 7))),
    )
    (base / PLAN).write_text('planc: 1\nref: "SOC-2026-014\nactions: - x\n', encoding="utf-8")
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert set(re.findall(r"^(\S+?):\d+:\d+ ", ran.out, re.MULTILINE)) == {PLAN}
    assert ran.out.splitlines()[-1].startswith(
        "Checked 7 plans: 1 has findings, 6 are fine, 1 file could not be read. Found "
    )
    files = json.loads(planc("check", *DAY, "--output", "json").out)["files"]
    assert [(f["path"], f["plan"], f["checked"]) for f in files] == [
        ("directory.yaml", False, True),
        ("planc.yaml", False, True),
        (PLAN, True, False),
        *((f"plans/plan-{number}.yaml", True, True) for number in range(1, 7)),
    ]


FAULTY = """\
planc: 1
ref: SOC-2026-014
operation: EXAMPLE: LARCH
markin: OFFICIAL-SENSITIVE
status: actve
starts: 09/09/2026
sro: supt-crime
lro: supt-crime
board: exampleton-oc
next_review: 2026-12-02
threat:
  type: ocg
  areas: [drugs]
  tier: force
  assessment: Likely to keep supplying Class A from three rented flats.
objectives:
  - id: OBJ-1
    statement: Halve supply at the flats
    measure: Calls a month from residents
    baseline: 22
    target: 11
    by: 2027-03-31
    set_on: 2026-09-09
    set_on: 2026-09-10
pursue:
  - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, due: 2026-12-18}
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-laed
    due: 2026-11-20
protect: []
prepare:
  - {id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: council-housing, due: 2026-12-11}
partners:
  - {organisation: exampleton-council, since: 2026-09-09}
log:
  - {date: 2026-11-04, review: continue, board: exampleton-ocg, by: supt-crime}
gaps: {finance: {reason: The group pays in kind, accepted_on: 2026-10-07}}
"""

FAULTS = [
    (3, "colon-in-text"),
    (4, "unknown-field"),
    (5, "unknown-value"),
    (6, "impossible-date"),
    (8, "lro-equals-sro"),
    (9, "dangling-id"),
    (24, "duplicate-key"),
    (26, "tactic-no-owner"),
    (31, "owner-unknown"),
    (32, "tactic-overdue"),
    (33, "strand-missing"),
]


def test_every_fault_of_a_plan_is_found_at_its_line_and_none_twice(
    planc: Planc, base: Path
) -> None:
    (base / PLAN).write_text(FAULTY, encoding="utf-8")
    findings = json.loads(planc("check", *DAY, "--output", "json").out)["findings"]
    assert [(finding["start"]["line"], finding["rule"]) for finding in findings] == FAULTS
    assert {finding["path"] for finding in findings} == {PLAN}


# Nothing is changed


@pytest.mark.parametrize(
    "words",
    [["check"], ["check", "--output", "json"], ["explain"], ["schema"], ["check", "--as-of", "x"]],
    ids=" ".join,
)
def test_nothing_on_the_disk_is_changed(base: Path, words: list[str]) -> None:
    change(base / PLAN, NO_OWNER)
    before = listing(base.parent)
    home = base.parent / "repository"
    process(*words, cwd=base, HOME=str(home), TMPDIR=str(home))
    assert listing(base.parent) == before


@pytest.mark.parametrize("name", ["plan", "directory", "policy", "baseline", "report", "diff"])
def test_schema_prints_the_file_as_it_is(planc: Planc, name: str) -> None:
    ran = planc("schema", name)
    written = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert ran == (0, written, "")
    assert name != "plan" or planc("schema") == ran
