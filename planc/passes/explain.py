"""Rules and schemas -> the manuals: one page, a list, or all there is."""

from collections.abc import Iterator, Mapping
from typing import Any

from planc.model.crumbs import field_at
from planc.model.rule import Declared, Example, in_preview, manual, rule_name, shipped
from planc.model.tactic import STRANDS
from planc.model.words import capital
from planc.passes.lint import BY_NAME, PORTFOLIO_RULES, RULES, STRUCTURE
from planc.resources import schema

_GROUPS: tuple[tuple[str, tuple[Declared, ...]], ...] = (
    ("What a plan must hold", RULES),
    ("What plans must hold together", PORTFOLIO_RULES),
    ("How a plan must be written", STRUCTURE),
)


def explain_rule(name: str) -> str:
    """One rule's page, for a screen."""
    rule = BY_NAME[name]
    page = manual(rule)
    lines = [f"{name} ({_weight(rule)})", "", page.title, ""]
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
            name, severity = rule_name(rule), str(shipped(rule))
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
        "made and says NOT COMPLIANT. In a draft, errors are warnings. A rule *in preview* is new:",
        "it is shown, and fails nothing yet.",
    ]
    for heading, rules in _GROUPS:
        lines += ["", f"## {heading}"]
        for rule in rules:
            lines += ["", *_page(rule)]
    return "\n".join(lines) + "\n"


def _page(rule: Declared) -> list[str]:
    page = manual(rule)
    lines = [f"### {page.name}", "", f"{page.title} *{capital(_weight(rule))}.*", ""]
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


def _weight(rule: Declared) -> str:
    return f"in preview, to be: {rule.SEVERITY}" if in_preview(rule) else str(rule.SEVERITY)


def _caption(example: Example) -> str:
    word = "Flagged" if example.flagged else "Clean"
    return f"{word} ({example.note}):" if example.note else f"{word}:"


_FILES = (
    ("plan", "A plan", "One YAML file for one threat."),
    ("directory", "The directory", "`directory.yaml`: organisations and posts."),
    ("policy", "The policy", "`planc.yaml`: the force's own settings."),
)


def fields_manual() -> str:
    """Every field of every file, in Markdown: schemas/README.md."""
    lines = [
        "# The fields of planc's files",
        "",
        "Made from the schemas by `planc explain --fields`; do not edit it by hand.",
        "",
        "The last column says who may see the field beside the plan's author: *board* is the board",
        "edition (Part A, police), *partners* and *recipient* are those of partner agencies.",
        "",
        "VS Code shows the same words while you type, with the YAML extension and this first line:",
        "",
        "```yaml",
        "# yaml-language-server: $schema=../schemas/plan.schema.json",
        "```",
    ]
    for name, title, note in _FILES:
        lines += ["", f"## {title}", "", note, ""]
        lines += ["| Field | What it is | Holds | Shown to |", "| --- | --- | --- | --- |"]
        lines += _fields(schema(name), "")
    return "\n".join(lines) + "\n"


def _fields(node: Mapping[str, Any], lead: str) -> Iterator[str]:
    for name in node.get("properties", {}):
        field = field_at(node, (name,))
        words = field["description"].replace("|", "\\|")
        shown = ", ".join(field.get("x-audience", ())) or "-"
        yield f"| `{lead}{name}` | **{field['title']}.** {words} | {_holds(field)} | {shown} |"
        if lead == "" and name in STRANDS[1:]:
            continue  # the four strands hold the same fields
        yield from _fields(field, f"{lead}{name}.")
        yield from _fields(field.get("items", {}), f"{lead}{name}[].")


def _holds(field: Mapping[str, Any]) -> str:
    item = field.get("items", {})
    allowed = field.get("enum") or item.get("enum")
    if allowed:
        return ("several of: " if item else "") + ", ".join(allowed)
    if "default" in field and not isinstance(field["default"], list | dict):
        return f"{_SORTS.get(field.get('type', ''), 'text')}; {field['default']} if left out"
    if field.get("$ref"):
        return _SHARED[field["$ref"].rpartition("/")[2]]
    if isinstance(field.get("type"), list):
        return "an id, or a list of ids"
    return _SORTS.get(field.get("type", ""), "text")


_SORTS = {
    "array": "a list",
    "object": "fields of its own",
    "integer": "a whole number",
    "boolean": "true or false",
}
_SHARED = {
    "id": "an id",
    "directory-id": "an id",
    "line": "one line of text",
    "prose": "text",
    "date": "a date",
    "figure": "a figure or a word",
    "marking": "a marking",
}
