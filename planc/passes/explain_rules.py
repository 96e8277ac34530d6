"""Rules -> what they are: the page of one, a list, or the manual of all."""

from planc.all_rules import (
    ABOUT_WORDS,
    BASELINE_RULES,
    BY_NAME,
    CHANGE_RULES,
    DRAFT_RULES,
    PORTFOLIO_RULES,
    REPOSITORY_RULES,
    RULES,
    SETTING_RULES,
    STRUCTURE,
    WAIVER_RULES,
)
from planc.model.rule import Declared, Example, in_manual, in_preview, manual, rule_name, shipped
from planc.resources import source_titles
from planc.wording.words import capital

_GROUPS: tuple[tuple[str, tuple[Declared, ...]], ...] = (
    ("What a plan must hold", (*RULES, *DRAFT_RULES)),
    ("What plans must hold together", PORTFOLIO_RULES),
    ("What a change must bring with it", (*CHANGE_RULES, *SETTING_RULES)),
    ("What no file may hold", ABOUT_WORDS),
    ("What may stand around the plans", REPOSITORY_RULES),
    ("How findings are set aside", (*WAIVER_RULES, *BASELINE_RULES)),
    ("How a plan must be written", STRUCTURE),
)

_HEAD = (
    "Made from the rules by `planc explain --rules`; do not edit it by hand. The examples are",
    "pieces of the plan in `tests/base`, read as of 22 November 2026; the tests run every one.",
    "`^^^` stands under the place that planc points at.",
    "",
    "A *refusal* stops the paper and cannot be waived. An *error* fails the check; the paper is",
    "made and says that plan checks are not met. In a draft, errors are warnings. A rule *in",
    "preview* is new: it is shown, and fails nothing yet. What each source says:",
    "[SOURCES.md](SOURCES.md).",
)


def explain_rule(name: str) -> str:
    """One rule's page, for a screen."""
    rule = BY_NAME[name]
    page = manual(rule)
    lines = [f"{name} ({_weight(rule)})", "", page.title, ""]
    if page.notes:
        lines += [page.notes, ""]
    lines += [f"{word + ':':<9}{words}" for word, words in page.advice(source_titles())]
    lines.append(f"Manual:  planc/rules/{in_manual(rule)}")
    for example in page.examples:
        lines += ["", example.caption, *(f"    {line}" for line in _shown(example))]
    return "\n".join(lines)


def explain_all() -> str:
    """The names of all rules, each with its severity and its first line."""
    lines = []
    for heading, rules in _GROUPS:
        lines += ["", heading]
        for rule in rules:
            name, severity = rule_name(rule), shipped(rule)
            word = "off" if severity is None else str(severity)
            lines.append(f"  {name:<26} {word:<8} {manual(rule).title}")
    return "\n".join(lines[1:])


def rules_manual() -> str:
    """The whole manual in Markdown, as one page."""
    lines = ["# The rules of planc", "", *_HEAD]
    for heading, rules in _GROUPS:
        lines += ["", f"## {heading}"]
        for rule in rules:
            lines += ["", *_page(rule)]
    return "\n".join(lines) + "\n"


def rules_pages() -> dict[str, str]:
    """The manual as planc/rules/ has it: an index, and a page for each subject, by their paths."""
    subjects: dict[str, list[Declared]] = {}
    for rule in BY_NAME.values():
        subjects.setdefault(in_manual(rule).partition("/")[0], []).append(rule)
    index = ["# The rules of planc", "", *_HEAD]
    pages = {}
    for subject, rules in sorted(subjects.items()):
        index += ["", f"## [{capital(subject)}]({subject}/README.md)", ""]
        index += ["| Rule | Severity | |", "| --- | --- | --- |", *map(_row, rules)]
        lines = [f"# Rules: {subject}", "", "[All rules](../README.md). Made by `planc explain`."]
        for rule in rules:
            lines += ["", *_page(rule)]
        sources = "\n".join(lines).replace("](SOURCES.md)", "](../SOURCES.md)")
        pages[f"{subject}/README.md"] = f"{sources}\n"
    return {"README.md": "\n".join(index) + "\n", **pages}


def _row(rule: Declared) -> str:
    title = manual(rule).title.replace("|", "\\|")
    return f"| [{rule_name(rule)}]({in_manual(rule)}) | {_weight(rule)} | {title} |"


def _page(rule: Declared) -> list[str]:
    page = manual(rule)
    first = f"{page.title} *{capital(_weight(rule))}.*"
    lines = [f"### {page.name}", "", first, "", page.markdown(source_titles())]
    for example in page.examples:
        lines += ["", example.caption, "", "```yaml", *_shown(example), "```"]
    return lines


def _shown(example: Example) -> list[str]:
    """The lines of an example, without those that say what the base plan lacks in it."""
    return [line for line in example.text.splitlines() if not line.startswith("# without ")]


def _weight(rule: Declared) -> str:
    if shipped(rule) is None:
        return f"off; to be switched on, as: {rule.SEVERITY}"
    return f"in preview, to be: {rule.SEVERITY}" if in_preview(rule) else str(rule.SEVERITY)
