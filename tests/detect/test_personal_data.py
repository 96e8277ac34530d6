"""What identifies somebody is refused in every form, and what is like it is left alone."""

import re
from pathlib import Path

import pytest

from tests.conftest import DAY, PLAN, Checked, Planc, change, merged
from tests.detect.forms import IDENTIFIES, MAY_IDENTIFY, NEARLY
from tests.detect.notes import noted, variants


@pytest.mark.parametrize("form", IDENTIFIES)
def test_every_form_is_refused_wherever_it_stands_in_a_text(base: Path, form: str) -> None:
    texts = [variant for text in IDENTIFIES[form] for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["personal-data"]] == []


def test_what_may_be_a_name_or_an_address_gets_a_warning(base: Path) -> None:
    texts = [variant for text in MAY_IDENTIFY for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["personal-data-hint"]] == []


def test_what_is_like_it_and_something_else_is_left_alone(base: Path) -> None:
    texts = [variant for text in NEARLY for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [(text, rules_by_text[text]) for text in texts if rules_by_text[text]] == []


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("Rang 07700 900123", "1 telephone number"),
        ("Rang 07700 900123 and 07700 900124", "2 telephone numbers"),
        (
            "Rang 07700 900123, then someone@example.org about AA19 AAA",
            "1 telephone number, 1 e-mail address and 1 vehicle registration",
        ),
        ("Born 3 May 1987 at 14 Mill Street, EX99 9ZZ", "1 home address and 1 date of birth"),
        ("owner-jane-07700900123", "1 telephone number"),
    ],
)
def test_a_refusal_says_which_kinds_and_how_many_and_never_the_words(
    checked: Checked, note: str, kinds: str
) -> None:
    (finding,) = checked(f'log:\n  - {{date: 2026-11-18, ref: PUR-1, note: "{note}"}}\n').findings
    assert finding.wrong == f"What stands here holds {kinds}."
    parts = (finding.wrong, finding.why, finding.do, finding.crumbs, finding.object, finding.field)
    assert not re.search("900|example|AA19|1987|EX99|jane", " ".join(parts))


@pytest.mark.parametrize(
    "title",
    [
        "DI Darren Smith",
        "Darren Smith",
        "Insp J. Sampler",
        "Det Sgt Priya Sampler",
        "PC 1234 Patel",
        "Mrs Jones",
    ],
)
def test_a_post_called_by_a_name_gets_a_hint_and_so_does_the_name_wherever_it_stands(
    base: Path, checked: Checked, title: str
) -> None:
    change(base / "directory.yaml", ("title: DI SOC East", f"title: {title}"))
    name = title.split()[-1]
    rank = title if title.split()[0] != "Darren" else f"DI {name}"
    note = f"log:\n  - {{date: 2026-11-18, ref: PUR-1, note: Asked {rank} for the list}}\n"
    hints = [f for f in checked(note).findings if f.rule == "personal-data-hint"]
    assert {f.place.path for f in hints} >= {"plans/larch.yaml"}
    if title.split()[0] != "Darren":
        assert {f.place.path for f in hints} == {"directory.yaml", "plans/larch.yaml"}


@pytest.mark.parametrize(
    "title",
    [
        "DI SOC East",
        "Insp Northgate",
        "Supt Exampleton",
        "Det Supt Crime",
        "Insp Little Sample",
        "DI Exploitation",
        "Head of Crime",
        "Youth Justice Lead",
        "Insp Sampleford Neighbourhoods",
        "Sgt Canal Ward",
    ],
)
def test_a_post_called_by_its_work_or_its_place_is_left_alone(
    base: Path, checked: Checked, title: str
) -> None:
    change(base / "directory.yaml", ("title: DI SOC East", f"title: {title}"))
    note = f"log:\n  - {{date: 2026-11-18, ref: PUR-1, note: Asked {title} for the list}}\n"
    assert checked(note).findings == ()


GLUED = "jane-canary-07700900123"


@pytest.mark.parametrize(
    "piece",
    [
        f"actions: [{{id: ACT-1, action: Visit, owner: {GLUED}, due: 2026-12-18}}]\n",
        f"pursue:\n  - {{id: {GLUED}, tactic: Closure, serves: OBJ-1, due: 2026-12-18}}\n",
        f"lro: &{GLUED} di-soc-east\n",
        f"lro: !{GLUED} di-soc-east\n",
        f"partners: [{{organisation: {GLUED}}}]\n",
        f"board: {GLUED}\n",
        f"{GLUED}: yes\n",
        f"log:\n  - {{date: 2026-11-18, ref: {GLUED}, note: Two}}\n",
        f"waivers: [{{rule: {GLUED}, id: x, reason: x, approver: supt-crime, until: 2027-01-29}}]",
        f"status: {GLUED}\n",
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_no_report_quotes_what_is_glued_to_other_words(
    planc: Planc, base: Path, piece: str, form: str
) -> None:
    plan = base / PLAN
    plan.write_text(merged(plan.read_text(encoding="utf-8"), piece), encoding="utf-8")
    ran = planc("check", "--output", form, *DAY)
    assert ran.status == 1
    assert "personal-data" in ran.out
    assert "0900123" not in ran.out
    assert "canary" not in ran.out
