"""What the passes say of a file, in the words an officer gets, and cases with carets under them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from planc.model.document import Document, Span
from planc.model.finding import Problem
from planc.model.plan import Plan
from planc.model.rule import Declared, manual, message, rule_name
from planc.model.source import Source
from planc.passes.build import build
from planc.passes.decode import decode
from planc.passes.read import read
from planc.passes.validate import Known, validate
from tests.conftest import BASE, PLAN, merged

NAME = "plans/larch.yaml"
PLAN_TEXT = (BASE / PLAN).read_text(encoding="utf-8")

KNOWN: Known = {
    "board": ["exampleton-ocg", "county-soc"],
    "tier": ["regional", "force", "local"],
    "post": ["supt-crime", "di-soc-east", "di-soc-west", "council-youth-lead", "council-housing"],
    "organisation": ["exampleton-police", "exampleton-council"],
}

Faults = Sequence[tuple[Declared, Problem]]


class Told(NamedTuple):
    """A fault: its rule, its place and what is wrong. The place is `line:column-end`, ends kept."""

    rule: str
    place: str
    wrong: str


class Case(NamedTuple):
    """A text, and the rules that fire in it with their places, in the order of the places."""

    note: str
    text: str
    expected: list[tuple[str, str]]


def place(span: Span) -> str:
    """`2:5-9`: line, column and end column; `2:5-4:9` where it goes on to another line."""
    end = f"{span.end_line}:" if span.end_line != span.line else ""
    return f"{span.line}:{span.column}-{end}{span.end_column}"


def span_of(expected: Problem, document: Document | None) -> Span:
    """Where a problem points."""
    if isinstance(expected.at, Span):
        return expected.at
    assert document is not None
    return document.span(expected.at, value=expected.value)


def told(faults: Faults, document: Document | None = None) -> list[Told]:
    """The faults in order of their places."""
    by_place = []
    for rule, fault in faults:
        page = manual(rule)
        # a fault may have words of its own in place of those on the page
        words = (fault.blanks.get(name, getattr(page, name)) for name in ("wrong", "why", "do"))
        blanks = re.findall(r"\{([a-z_]+)\}", "".join(words))
        assert set(blanks) <= fault.blanks.keys(), f"{page.name} leaves a blank unfilled"
        span = span_of(fault, document)
        wrong = message(rule, fault.blanks).wrong
        by_place.append((span, Told(rule_name(rule), place(span), wrong)))
    return [one for _, one in sorted(by_place)]


def advised(faults: Faults) -> list[str]:
    """What the faults say is to be done, in the order in which they were found."""
    return [message(rule, fault.blanks).do for rule, fault in faults]


def fired(faults: Sequence[Told]) -> list[tuple[str, str]]:
    """The rules and places, without the words."""
    return [(one.rule, one.place) for one in faults]


def decoded(raw: bytes | str) -> tuple[str | None, list[Told]]:
    """The text of a file and what is wrong with its bytes."""
    text, faults = decode(Source(NAME, raw.encode() if isinstance(raw, str) else raw))
    return text, told(faults)


def read_in(text: str) -> tuple[Document | None, list[Told]]:
    """The document in a text and what is wrong with its syntax."""
    document, faults = read(NAME, text)
    return document, told(faults)


class Checked(NamedTuple):
    """A file after all passes up to the plan, and every fault that they found."""

    text: str | None
    document: Document | None
    plan: Plan | None
    faults: Faults

    @property
    def found(self) -> list[Told]:
        return told(self.faults, self.document)


def checked(raw: bytes | str, kind: str = "plan", known: Known = KNOWN) -> Checked:
    """Decodes, reads, validates and builds a file."""
    text, faults = decode(Source(NAME, raw.encode() if isinstance(raw, str) else raw))
    document: Document | None = None
    if text is not None:
        document, more = read(NAME, text)
        faults += more
    if document is not None:
        document, more = validate(document, kind, known)
        faults += more
    plan = build(Plan, document) if document is not None and kind == "plan" else None
    return Checked(text, document, plan, faults)


def cases(table: str) -> list[Case]:
    """Cases from a table: `## rule, rule: note` starts one, carets stand under each place.

    The rules are those of the carets, in their order; without a caret it is `nothing`.
    """
    return [_case(head, body) for head, body in _sections(table)]


def cases_in_plan(table: str) -> list[Case]:
    """Cases whose texts are pieces of the base plan."""
    return [_case(head, merged(PLAN_TEXT, body)) for head, body in _sections(table)]


def ids(case: Case) -> str:
    """The name of a case in a test's report."""
    return case.note


def _sections(table: str) -> list[tuple[str, str]]:
    parts = re.split(r"^## ", table, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2].rstrip("\n")) for part in parts]


def _case(head: str, body: str) -> Case:
    rules, _, note = head.partition(":")
    lines: list[str] = []
    places = []
    for line in body.rstrip("\n").split("\n"):
        if re.fullmatch(r" *\^+", line):
            places.append(f"{len(lines)}:{line.index('^') + 1}-{len(line) + 1}")
        else:
            lines.append(line)
    names = [name for name in rules.split(", ") if name != "nothing"]
    expected = list(zip(names, places, strict=True))
    return Case(note.strip() or rules, "\n".join(lines) + "\n", expected)
