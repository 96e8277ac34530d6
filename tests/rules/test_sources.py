"""Every rule says where it comes from: a publication in SOURCES.md, or planc's judgement."""

import re

from planc.all_rules import EVERY_RULE
from planc.model.rule import Declared, manual, rule_name
from planc.resources import source_titles
from tests.conftest import ROOT, Planc

JUDGEMENT = "planc's judgement: "


def _keys(rule: Declared) -> set[str]:
    """The publications that the rule cites."""
    cited = [source for source in manual(rule).sources if not source.startswith(JUDGEMENT)]
    return {source.partition(" ")[0] for source in cited}


def test_what_a_rule_cites_stands_in_sources() -> None:
    titles = source_titles().keys()
    undefined = {rule_name(rule): gone for rule in EVERY_RULE if (gone := _keys(rule) - titles)}
    assert not undefined, "write what it is into planc/rules/SOURCES.md"


def test_what_stands_in_sources_is_cited() -> None:
    cited = set().union(*map(_keys, EVERY_RULE))
    unused = source_titles().keys() - cited
    assert not unused, "no rule cites it: take it out of planc/rules/SOURCES.md"


def test_every_entry_of_sources_has_a_title_a_date_and_what_it_says() -> None:
    text = (ROOT / "planc" / "rules" / "SOURCES.md").read_text(encoding="utf-8")
    entries = re.findall(r"^### (.+)\n\n(.+)\n\n((?:.+\n)+)", text, re.MULTILINE)
    assert [key for key, _, _ in entries] == re.findall(r"^### (.+)$", text, re.MULTILINE)
    assert [key for key, _, _ in entries] == list(source_titles())
    dated = re.compile(r"\((?:.* )?(?:\d{4}|undated|updated from time to time)\)|\d{4}\b")
    assert [key for key, title, _ in entries if not dated.search(title)] == []


def test_a_judgement_says_why() -> None:
    for page in map(manual, EVERY_RULE):
        (*_, last) = page.sources
        if last.startswith(JUDGEMENT):
            assert len(last.removeprefix(JUDGEMENT).split()) >= 5, page.name


def test_explain_prints_the_title_of_each_source(planc: Planc) -> None:
    ran = planc("explain", "marking-malformed")
    title = "Cabinet Office, Government Security Classifications Policy (August 2024)"
    assert f"\nSource:  GSCP paragraphs 25, 28 and 39: {title}\n" in ran.out
    both = planc("explain", "strand-missing").out
    assert "\nSource:  S0: College of Policing, Lead responsible officer" in both
    assert "\nSource:  REC8929: HMICFRS, recommendation 8929" in both
