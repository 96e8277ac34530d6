"""Rules -> the rules manual: one page, or all of them."""

from planc.model.rule import Declared, Example, manual, rule_name
from planc.passes.lint import PORTFOLIO_RULES, RULES, STRUCTURE

_BY_NAME: dict[str, Declared] = {
    rule_name(rule): rule for rule in (*RULES, *PORTFOLIO_RULES, *STRUCTURE)
}
RULE_NAMES = tuple(_BY_NAME)

_GROUPS: tuple[tuple[str, tuple[Declared, ...]], ...] = (
    ("What a plan must hold", RULES),
    ("What plans must hold together", PORTFOLIO_RULES),
    ("How a plan must be written", STRUCTURE),
)


def explain_rule(name: str) -> str:
    """One rule's page, for a screen."""
    rule = _BY_NAME[name]
    page = manual(rule)
    lines = [f"{name} ({rule.SEVERITY})", "", page.title, ""]
    if page.notes:
        lines += [page.notes, ""]
    lines += [f"Why:     {page.why}", f"Do:      {page.do}", f"Acts:    {page.acts}"]
    lines.append(f"Source:  {page.source}")
    for example in page.examples:
        lines += ["", _caption(example), *(f"    {line}" for line in example.text.splitlines())]
    return "\n".join(lines)


def explain_all() -> str:
    """The names of all rules, each with its severity and its first line."""
    lines = []
    for heading, rules in _GROUPS:
        lines += ["", heading]
        for rule in rules:
            name, severity = rule_name(rule), str(rule.SEVERITY)
            lines.append(f"  {name:<26} {severity:<8} {manual(rule).title}")
    return "\n".join(lines[1:])


def rules_manual() -> str:
    """The whole manual in Markdown: planc/rules/README.md."""
    lines = [
        "# The rules of planc",
        "",
        "Made from the rules by `planc explain --rules`; do not edit it by hand. The examples are",
        "pieces of the plan in `tests/base`, read as of 22 November 2026; the tests run every one.",
        "`^^^` stands under the place that planc points at.",
        "",
        "A *refusal* stops the pack and cannot be waived. An *error* fails the check; the pack is",
        "made and says NOT COMPLIANT. In a draft, errors are warnings.",
    ]
    for heading, rules in _GROUPS:
        lines += ["", f"## {heading}"]
        for rule in rules:
            lines += ["", *_page(rule)]
    return "\n".join(lines) + "\n"


def _page(rule: Declared) -> list[str]:
    page = manual(rule)
    lines = [f"### {page.name}", "", f"{page.title} *{str(rule.SEVERITY).capitalize()}.*", ""]
    if page.notes:
        lines += [page.notes, ""]
    lines += [
        f"- **Why:** {page.why}",
        f"- **Do:** {page.do}",
        f"- **Acts:** {page.acts}",
        f"- **Source:** {page.source}",
    ]
    for example in page.examples:
        lines += ["", _caption(example), "", "```yaml", *example.text.splitlines(), "```"]
    return lines


def _caption(example: Example) -> str:
    word = "Flagged" if example.flagged else "Clean"
    return f"{word} ({example.note}):" if example.note else f"{word}:"
