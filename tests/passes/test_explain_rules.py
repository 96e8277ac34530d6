"""What planc explain says of rules: of one, of all, and the manual."""

import re
from pathlib import Path

import pytest

from planc.all_rules import BY_NAME
from planc.passes.explain_fields import fields_manual
from planc.passes.explain_rules import rules_manual, rules_pages
from tests.conftest import (
    Planc,
)


def test_explain_lists_every_rule_once(planc: Planc) -> None:
    ran = planc("explain")
    assert (ran.status, ran.err) == (0, "")
    severity = "(?:preview|off|info|warning|error|refusal)"
    listed = re.findall(rf"^  (\S+) +{severity} +\S", ran.out, re.MULTILINE)
    assert listed == list(BY_NAME)


def test_explain_says_everything_about_one_rule(planc: Planc) -> None:
    ran = planc("explain", "lro-equals-sro")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "lro-equals-sro (error)\n"
        "\n"
        "The LRO and the SRO are two posts.\n"
        "\n"
        "Why:     The SRO sets what the LRO is held to; one post cannot hold itself to account.\n"
        'Do:      Name two different posts under "sro:" and "lro:".\n'
        "Acts:    SRO\n"
        "Source:  S0: College of Policing, Lead responsible officer: role profile"
        " (web page, undated)\n"
        "Manual:  planc/rules/people/README.md#lro-equals-sro\n"
        "\n"
        "Flagged:\n"
        "    lro: supt-crime\n"
        "    ^^^\n"
        "\n"
        "Clean (two posts of one force):\n"
        "    lro: di-soc-west\n"
        "\n"
        "Clean (the SRO owns a tactic):\n"
        "    pursue:\n"
        "      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: supt-crime,"
        " due: 2026-12-18}\n"
    )


def test_every_rule_that_a_message_names_can_be_explained(planc: Planc) -> None:
    for name in BY_NAME:
        ran = planc("explain", name)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.startswith(f"{name} (")


@pytest.mark.parametrize(
    ("flag", "first", "last"),
    [
        ("--rules", "# The rules of planc\n", rules_manual()),
        ("--fields", "# The fields", fields_manual()),
    ],
)
def test_explain_prints_the_manuals(planc: Planc, flag: str, first: str, last: str) -> None:
    ran = planc("explain", flag)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(first)
    assert ran.out == last


def test_explain_writes_the_manual_as_an_index_and_a_page_a_subject(
    planc: Planc, tmp_path: Path
) -> None:
    ran = planc("explain", "--rules", "--into", tmp_path)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    files = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*.md")}
    assert {name: path.read_text(encoding="utf-8") for name, path in files.items()} == rules_pages()
