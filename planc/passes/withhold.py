"""What of a file is shown to nobody: in no message, no log and no report.

Lines on which something stands that may not be in a file at all, and those of fields about people.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from planc.all_rules import ABOUT_WORDS, TEXT_RULES, TextRefusal
from planc.model.context import Context
from planc.model.document import Document, Route, Span, value_at
from planc.model.finding import Problem
from planc.model.marking import OFFICIAL
from planc.model.parsed_file import ParsedFile
from planc.model.rule import Declared
from planc.resources import schema
from planc.wording.words import nearest


def withhold(
    file: ParsedFile, context: Context
) -> tuple[ParsedFile, list[tuple[Declared, Problem]]]:
    """The file, with what may not stand in it kept from every message; and what that is."""
    words = list(_in_words(file, context))
    return replace(file, withheld=frozenset(_lines(file, words))) if words else file, words


def harmless(words: str, context: Context, *, whole: bool = True) -> str:
    """Words from a file that are to be printed; dots in their place if a text rule finds them.

    Words that are not `whole` may have been cut short in the middle of what it would find.
    """
    cut_short = not whole and "…" in words
    bad = cut_short or any(rule.finds(words, context) for rule in ABOUT_WORDS)
    return "..." if bad else words


def is_open(file: ParsedFile) -> bool:
    """Whether a log may show lines of it: nothing in it is marked as more than OFFICIAL.

    Of a plan, not even where a marking is misread; of other files nothing is marked.
    """
    if not file.is_plan:
        return True
    if file.plan is None or re.search("SENSITIVE|SECRET", file.text, re.IGNORECASE):
        return False
    parts = [tactic.marking for tactic in file.plan.tactics if tactic.marking]
    return all(marking == OFFICIAL for marking in (file.plan.marking, *parts))


def is_personal(file: ParsedFile, span: Span | None) -> bool:
    """Whether something of a field that may be about a person stands on the line of the span.

    The text is looked at as well as what was read of it, which may be little or nothing.
    """
    fields, personal = schema(file.kind)["properties"], _personal_fields(file.kind)
    if span is not None and span.line in file.withheld:
        return True
    if span is None or not personal:
        return False
    section = file.section_at(span.line)
    if section is None or (section if section in fields else nearest(section, fields)) in personal:
        return True
    beside = re.search(rf"\b({'|'.join(personal)})\b *[\"']? *:", file.lines[span.line - 1])
    return beside is not None or any(_covers(file.document, (name,), span) for name in personal)


NOT_SHOWN: Mapping[str, str] = dict.fromkeys(("rest", "word", "name", "tag", "key"), "...") | {
    "quoted": '"..."'
}
"""In place of the blanks of a message that hold the very text of a line about a person, where no
schema has said yet what it is about."""


@cache
def _personal_fields(kind: str) -> tuple[str, ...]:
    fields = schema(kind)["properties"]
    return tuple(name for name, field in fields.items() if _holds_personal(field))


def _holds_personal(field: Mapping[str, Any]) -> bool:
    inside = (*field.get("properties", {}).values(), field.get("items", {}))
    return bool(field.get("x-personal")) or any(_holds_personal(part) for part in inside if part)


def _covers(document: Document | None, route: Route, span: Span) -> bool:
    if document is None or value_at(document.data, route) is None:
        return False
    extent = document.extent(route)
    return extent.line <= span.line <= extent.end_line


def _in_words(file: ParsedFile, context: Context) -> Iterator[tuple[Declared, Problem]]:
    """What may not stand in a file; of each text only once, by the refusal or else by its hint."""
    for pair in TEXT_RULES:
        for at, text in _suspects(file, pair[0]):
            here = "The name of this file" if at == _NAME else "What stands here"
            text_rule = next((rule for rule in pair if rule.finds(text, context)), None)
            if text_rule is not None:
                yield text_rule, Problem(at, {"here": here, **text_rule.blanks(text)}, value=True)


_NAME = Span(1, 1, 1, 1)


def _suspects(file: ParsedFile, rule: TextRefusal) -> Iterator[tuple[Route | Span, str]]:
    """The texts of a file that deserve a closer look, its own name among them."""
    name = re.sub("[/_-]", " ", file.path)
    if rule.suspects(name):
        yield _NAME, name
    places = rule.suspects(file.text)
    if places:
        yield from file.texts_at(places)


def _lines(file: ParsedFile, faults: Iterable[tuple[Declared, Problem]]) -> Iterator[int]:
    """The lines on which the problems stand."""
    for _, fault in faults:
        if isinstance(fault.at, Span):
            yield fault.at.line
        elif file.document is not None:
            extent = file.document.extent(fault.at)
            yield from range(extent.line, extent.end_line + 1)
