"""What holds in every way of showing findings, of those there are and of those that will be."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from planc.all_reporters import REPORTERS, ReporterName, show_as
from planc.check import check
from planc.model.document import Span
from planc.model.finding import Finding, Place, Severity
from planc.model.governance import Waiver
from planc.model.report import FileReport, Report, Style
from planc.model.set_aside import SetAside
from planc.repository import open_repository
from planc.wording.text import FORBIDDEN
from tests.conftest import (
    AS_OF,
    DAY,
    LATE,
    LIKE_A_NUMBER,
    NO_OWNER,
    PLAN,
    Checked,
    change,
    examples,
    process,
)
from tests.reporters.reading import READERS, commands

every_form = pytest.mark.parametrize("form", list(REPORTERS))

SCREEN = Style(colour=True, terminal=True)
LOG = Style()


# Whatever was found


def _one(**parts: object) -> Report:
    """A report of one finding, in a file of its own."""
    given: dict[str, object] = {
        "rule": "tactic-no-owner",
        "severity": Severity.ERROR,
        "place": Place(PLAN, Span(25, 6, 25, 8)),
        "plan": "SOC-2026-014",
        "object": "PUR-1",
        "crumbs": "Pursue, PUR-1",
        "wrong": "PUR-1 has no owner.",
        "why": "Nobody is answerable.",
        "do": "Add one.",
        "acts": "LRO",
        **parts,
    }
    finding = Finding(**given)  # type: ignore[arg-type]
    path = finding.place.path
    file = FileReport(path, plan=True, checked=True, open=False, digest="")
    return Report(AS_OF, (finding,), (file,), whole=True)


WHOLE_FILES = {
    "nothing": "",
    "a comment": "# nothing\n",
    "no plan": "a: 1\n",
    "broken off": 'ref: "LARCH\n',
    "draft": "planc: 1\nref: SOC-1\nstatus: draft\n",
    "all of it": "planc: 1\nref: 0123\nstatus: active\nmarking: SECRET\npursue: []\nlog: - x\n",
}


@pytest.mark.parametrize("name", [*WHOLE_FILES, "clean", "bytes", "no place"])
def test_every_finding_is_told_once(checked: Checked, base: Path, name: str) -> None:
    if name == "no place":
        report = _one(place=Place(PLAN))
    elif name == "bytes":
        (base / PLAN).write_bytes(b"\xff\xfe\xff")
        report = check(open_repository([base]), AS_OF)
    elif name == "clean":
        report = checked()
    else:
        report = checked(WHOLE_FILES[name], whole_file=True)
    for form in REPORTERS:
        for style in (LOG, SCREEN):
            output = show_as(report, form, style)
            assert output.endswith("\n")
            assert len(READERS[form](output)) == len(report.findings), form


@every_form
def test_what_is_told_of_a_finding_is_the_finding(form: ReporterName) -> None:
    (shown,) = READERS[form](show_as(_one(), form, LOG))
    for name, text in _parts(_one().findings[0]).items():
        if name in shown:
            assert _without_blanks(shown[name]) == _without_blanks(text), name
    assert {"wrong", "wrong and do"} & shown.keys()


def test_the_same_report_has_the_same_bytes(base: Path) -> None:
    change(base / PLAN, NO_OWNER, LATE, LIKE_A_NUMBER)
    outputs = []
    for seed, zone in (("0", "UTC"), ("7", "Pacific/Kiritimati")):
        words = [f"--output={form}=../{seed}/{form}" for form in REPORTERS]
        process("check", *DAY, *words, cwd=base, PYTHONHASHSEED=seed, TZ=zone)
        written = {path.name: path.read_bytes() for path in (base.parent / seed).iterdir()}
        assert all(b"tactic-no-owner" in content for content in written.values())
        outputs.append(written)
    assert outputs[0] == outputs[1]
    assert outputs[0].keys() == REPORTERS.keys()


# What is never shown

CANARY = "Quailsworth"


@pytest.mark.parametrize(
    "piece",
    [
        "subjects:\n  - {key: Quailsworth, role: leader}",
        "subjects:\n  - {key: S1, role: Quailsworth}",
        "subjects:\n  - {key: S1, Quailsworth: leader}",
        "subjects:\n  - {key: [Quailsworth], status: {Quailsworth: x}}",
        "subjects:\n  - {id: Quailsworth, release: Quailsworth}",
        "subjects:\n  - Quailsworth",
        "subjects: Quailsworth",
        "subjects:\n  - key: S1\n    role: the Quailsworth: boss",
        "subjects:\n  - key: S1\n    role: &Quailsworth leader",
        'subjects:\n  - key: S1\n    role: "Quailsworth',
        "subjects:\n  - key: S1\n    role: leader\n    role: Quailsworth",
        "subjects:\n  - key: Quailsworth\n  - key: Quailsworth",
        "subjects:\n  - key: @Quailsworth",
        "subjects: [{key: S1, role: Quailsworth]",
    ],
)
def test_what_was_written_about_a_person_is_nowhere(checked: Checked, piece: str) -> None:
    report = checked(f"marking: OFFICIAL\n{piece}")
    assert report.findings
    for form in REPORTERS:
        for style in (LOG, SCREEN):
            assert CANARY not in show_as(report, form, style), form


@pytest.mark.parametrize("marking", ["OFFICIAL-SENSITIVE", "SECRET", "OFICIAL", "OFFICIAL: x", ""])
def test_no_line_of_a_plan_that_is_not_plainly_official_is_in_a_log(
    checked: Checked, marking: str
) -> None:
    report = checked(
        f"marking: {marking}\nsro: di-soc-east  # {CANARY}\nlro: di-soc-east  # {CANARY}"
    )
    assert report.findings
    for form in REPORTERS:
        assert CANARY not in show_as(report, form, LOG), form


def test_only_the_text_shows_lines_of_plans_at_all(checked: Checked) -> None:
    report = checked(f"marking: OFFICIAL\nsro: di-soc-east\nlro: di-soc-east  # {CANARY}")
    assert CANARY in show_as(report, "text", LOG)
    for form in REPORTERS.keys() - {"text"}:
        for style in (LOG, SCREEN):
            output = show_as(report, form, style)
            assert CANARY not in output, form
            assert "\x1b" not in output, form


# What stands in a plan steers nothing, and stays what it is

FRAGMENTS = [
    "::error::",
    "::stop-commands::x",
    "::add-mask::",
    "##[group]",
    "##vso[task.complete]",
    "##teamcity[",
    "%0A::warning::",
    "%25",
    "[x](https://example.org)",
    "](1)",
    "![x](https://example.org/x.png)",
    "https://example.org",
    "www.example.org",
    "a@example.org",
    "<img src=x>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&#33;",
    "&",
    "</testcase>",
    "|",
    "`",
    "```",
    "~~x~~",
    "**x**",
    "__x__",
    "$x$",
    "\\",
    "\\|",
    "# ",
    "- ",
    "1. ",
    "===",
    "{0}",
    "{{",
    "'\"",
    ",line=1",
    "=",
    ": ",
    " ",
    "PUR-1",
    "café",
    "Ŵyddgrug",
    "\U0001f600",
]
VISIBLE = st.characters(codec="utf-8", exclude_characters="\t\n").filter(
    lambda character: not FORBIDDEN.match(character) and not character.isspace()
)
TEXTS = (
    st.lists(st.sampled_from(FRAGMENTS) | VISIBLE, min_size=1, max_size=6)
    .map("".join)
    .filter(str.strip)
)
# the runner of GitHub drops = from the start of a property
PATHS = TEXTS.filter(lambda text: not text.startswith("="))
HIDDEN = st.sampled_from(
    ["\x1b[31m", "\r", "\n", "\t", "\u202e", "\x00", "\u2028", "\x85", "\udcff"]
)
HOSTILE = (
    st.lists(st.sampled_from(FRAGMENTS) | HIDDEN, min_size=1, max_size=8)
    .map("".join)
    .filter(str.strip)
)

fast = settings(
    deadline=None,
    max_examples=examples(50),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def _without_blanks(text: str) -> str:
    """The text without its blanks: a line may be broken, and a blank parts what would be obeyed."""
    return re.sub(r"\s", "", text)


def _parts(finding: Finding) -> dict[str, str]:
    """All that a reader may be told of a finding."""
    place = str(finding.place)
    return {
        "path": finding.place.path,
        "place": place,
        "plan": finding.plan,
        "object": finding.object,
        "crumbs": finding.crumbs,
        "where": place + finding.crumbs,
        "wrong": finding.wrong,
        "why": finding.why,
        "do": finding.do,
        "wrong and do": f"{finding.wrong}{finding.do}({finding.acts})",
        "plan and path": ",".join(dict.fromkeys((finding.plan, finding.place.path))),
    }


@every_form
@fast
@given(path=PATHS, plan=TEXTS, thing=TEXTS, crumbs=TEXTS, wrong=TEXTS, why=TEXTS, do=TEXTS)
def test_every_character_arrives_as_text(
    form: ReporterName, path: str, plan: str, thing: str, crumbs: str, wrong: str, why: str, do: str
) -> None:
    report = _one(
        place=Place(path, Span(1, 1, 1, 2)),
        plan=plan,
        object=thing,
        crumbs=crumbs,
        wrong=wrong,
        why=why,
        do=do,
        related=((Place(path, Span(2, 1, 2, 2)), wrong),),
    )
    (shown,) = READERS[form](show_as(report, form, LOG))
    parts = _parts(report.findings[0])
    for name in shown:
        assert _without_blanks(shown[name]) == _without_blanks(parts[name]), name


@every_form
@fast
@given(texts=st.lists(HOSTILE, min_size=9, max_size=9), severity=st.sampled_from(Severity))
def test_nothing_hidden_and_no_command_is_in_any_output(
    form: ReporterName, texts: list[str], severity: Severity
) -> None:
    path, plan, thing, crumbs, wrong, why, do, note, departure = texts
    plain = _one(
        severity=severity,
        place=Place(path, Span(1, 1, 1, 2)),
        plan=plan,
        object=thing,
        crumbs=crumbs,
        wrong=wrong,
        why=why,
        do=do,
        related=((Place(path), note),),
    )
    waiver = Waiver(route=("waivers", 0), rule="tactic-no-owner", id=thing, approver=note)
    aside = (SetAside(plain.findings[0], AS_OF, waiver),)
    report = replace(plain, set_aside=aside, departures=(departure,), notes=(note,))
    output = show_as(report, form, LOG)
    assert FORBIDDEN.findall(output) == []
    assert "\t" not in output
    assert not re.search(r"##\w*\[", output)
    assert len(READERS[form](output)) == (2 if form == "junit" else 1)
    assert len(list(commands(output))) == (1 if form == "github" else 0)
