"""Characters that editors, web pages and Word put into a text unseen or unasked."""

import re
from dataclasses import replace

from tests.mutation.mutant import Change, Changes, change, harmless
from tests.mutation.sample import REFERENCES, Edit, Node, Sample

NEEDS_FORM = {
    **dict.fromkeys(REFERENCES, "malformed-value"),
    "id": "malformed-value",
    "form": "malformed-value",
    "word": "unknown-value",
    "date": "impossible-date",
    "tier": "unknown-value",
    "whole": "wrong-type",
    "yes or no": "wrong-type",
}
"""What a stray character in a value of each sort breaks; in a text or a figure, nothing."""

HARD_SPACE = "\u00a0"
UNSEEN = {
    "zero width space": "\u200b",
    "right-to-left override": "\u202e",
    "soft hyphen": "\u00ad",
    "line separator": "\u2028",
}


def hard_space_before_line(sample: Sample) -> Changes:
    """It looks like indentation and is none."""
    for match in re.finditer("^ +(?=[^ \n])", sample.text, re.MULTILINE):
        at = match.start()
        yield change(Edit(at, at + 1, HARD_SPACE), "forbidden-character", sample.line(at))


def hard_space_after_colon(sample: Sample) -> Changes:
    """It looks like the space after a colon and is none."""
    for entry in sample.entries:
        if sample.text[entry.key.end : entry.value.start] == ": ":
            edit = Edit(entry.key.end + 1, entry.value.start, HARD_SPACE)
            yield change(edit, "missing-space", sample.line(entry.key.start))


def hard_space_after_value(sample: Sample) -> Changes:
    """It belongs to the value: harmless in a text, wrong in everything that has a form."""
    for node in sample.scalars:
        if not node.style:
            yield _in_value(sample, node, [Edit(node.end, node.end, HARD_SPACE)])


def unseen_in_key(sample: Sample) -> Changes:
    """Characters without a shape of their own."""
    for number, entry in enumerate(sample.entries):
        at = (entry.key.start + entry.key.end) // 2
        edit = Edit(at, at, list(UNSEEN.values())[number % 4])
        yield change(edit, "forbidden-character", sample.line(at))


def unseen_in_value(sample: Sample) -> Changes:
    """As above."""
    for number, node in enumerate(sample.scalars):
        at = (node.start + node.end) // 2
        edit = Edit(at, at, list(UNSEEN.values())[number % 4])
        yield change(edit, "forbidden-character", sample.line(at))


def smart_quotes(sample: Sample) -> Changes:
    """Word's quotation marks open and close nothing; they are part of the value.

    Harmless in a text, unless it holds what the marks were there for.
    """
    for node in sample.scalars:
        if node.style in ("", '"'):
            inner = (node.start + len(node.style), node.end - len(node.style))
            edits = [Edit(node.start, inner[0], "\u201c"), Edit(inner[1], node.end, "\u201d")]
            yield _in_value(sample, node, edits)


def _in_value(sample: Sample, node: Node, edits: list[Edit]) -> Change:
    lines = range(sample.line(node.start), sample.line(node.end) + 1)
    if node.sort in NEEDS_FORM:
        return change(edits, NEEDS_FORM[node.sort], *lines)
    entry, words = sample.entry(*node.route), sample.text[node.start : node.end]
    braces = entry is None or entry.in_braces
    if re.search(r":\s", words):
        return change(edits, "colon-in-text", *lines)
    if braces and re.search(r",", words):
        return change(edits, "comma-in-text", *lines)
    return harmless(*edits)


def saved_as_ansi(sample: Sample) -> Changes:
    """As Excel and old programs save it: the first letter with an accent gives it away."""
    plain = "".join(letter if letter.isascii() else "?" for letter in sample.text)
    for entry in sample.root.entries:
        at = entry.key.start
        edit = Edit(0, len(plain), f"{plain[:at]}# caf\u00e9\n{plain[at:]}")
        yield replace(
            change(edit, "wrong-encoding", sample.line(at)),
            encoding="cp1252",
        )


def saved_as_unicode(sample: Sample) -> Changes:
    """As Notepad calls UTF-16."""
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        whole = Edit(0, len(sample.text), sample.text)
        yield replace(change(whole, "wrong-encoding", 1), encoding=encoding)
