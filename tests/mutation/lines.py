"""Slips of the keyboard in the signs that hold a plan together.

Each function takes a sample and yields a change for every place where its slip can be made.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.mutant import Changes, change
from tests.mutation.sample import Edit, Entry, Node, Sample


def closing_quote_lost(sample: Sample) -> Changes:
    """The text goes on to the next mark, wherever that is; the mistake is where it starts."""
    for node in _quoted(sample):
        edit = Edit(node.end - 1, node.end, "")
        yield change(edit, "unclosed-quote", sample.line(node.start))


def closing_quote_of_other_kind(sample: Sample) -> Changes:
    """As above: the mark at the end closes nothing."""
    for node in _quoted(sample):
        other = "'" if node.style == '"' else '"'
        edit = Edit(node.end - 1, node.end, other)
        yield change(edit, "unclosed-quote", sample.line(node.start))


def opening_quote_lost(sample: Sample) -> Changes:
    """What the quotation marks were there for is found first: a colon, a comma. Else the mark."""
    rules = ("unopened-mark", "colon-in-text", "comma-in-text", "quotes-needed")
    for node in _quoted(sample):
        if node.style == '"':  # a text may well end in an apostrophe
            lines = range(sample.line(node.start), sample.line(node.end) + 1)
            yield change(Edit(node.start, node.start + 1, ""), rules, *lines)


def quote_in_quoted_text(sample: Sample) -> Changes:
    """The mark ends the text; what follows belongs to nothing."""
    for node in _quoted(sample):
        gaps = [match.end() for match in re.finditer(" ", sample.text[node.start : node.end])]
        if gaps:
            at = node.start + gaps[len(gaps) // 2]
            rules = ("text-after-quote", "unclosed-quote")
            yield change(Edit(at, at, node.style), rules, sample.line(at), sample.line(node.start))


def colon_lost(sample: Sample) -> Changes:
    """A key and its value become two words.

    After a text without quotation marks nobody can tell whether they were meant as more of it.
    """
    for entry in sample.entries:
        edit = Edit(entry.key.end, entry.key.end + 1, "")
        rules = {"missing-colon"}
        before = entry.before
        if entry.in_braces and before and not before.style and " " in before.text:
            rules.add("comma-in-text")
        yield change(edit, rules, sample.line(entry.key.start))


def space_after_colon_lost(sample: Sample) -> Changes:
    """A key and its value become one word."""
    for entry in sample.entries:
        between = Edit(entry.key.end + 1, entry.value.start, "")
        if _same_line(sample, entry):
            yield change(between, "missing-space", sample.line(entry.key.start))


def space_after_dash_lost(sample: Sample) -> Changes:
    """An item becomes a text that starts with a dash."""
    for dash, _, _ in _dashes(sample):
        yield change(Edit(dash + 1, dash + 2, ""), "missing-space", sample.line(dash))


def dash_lost(sample: Sample) -> Changes:
    """The item runs into the one before it; the first one is fields where a list belongs.

    What an item of several lines runs into has its fields already: the first that stands twice is
    on the line of the dash.
    """
    rules = ("unreadable-line", "wrong-type", "duplicate-key", "indentation")
    for dash, item, _ in _dashes(sample):
        if item.style not in ("", '"', "'"):
            yield change(Edit(dash, dash + 1, " "), rules, sample.line(dash))


def closing_bracket_lost(sample: Sample) -> Changes:
    """The mistake is where the list or the group starts, or one of those round it.

    Of brackets within brackets nobody can tell which it is that lacks its end; and what follows
    in a list of groups may stand where a name belongs.
    """
    for node in _bracketed(sample):
        starts = (node.start, *(other.start for other in _around(sample, node)))
        rules = {"unclosed-bracket", *(["unreadable-line"] if len(node.route) > 1 else [])}
        edit = Edit(node.end - 1, node.end, "")
        yield change(edit, rules, *(sample.line(start) for start in starts))


def opening_bracket_lost(sample: Sample) -> Changes:
    """Nothing opens what is closed at the end; what was a list of words is a text now."""
    rules = ("unreadable-line", "wrong-type", "unopened-mark")
    for node in _bracketed(sample):
        lines = {sample.line(node.start), sample.line(node.end - 1)}
        yield change(Edit(node.start, node.start + 1, ""), rules, *lines)


def comma_lost(sample: Sample) -> Changes:
    """Two fields between braces run into each other.

    After a text without quotation marks nobody can tell whether the second is more of it.
    """
    for first, second in _neighbours(sample):
        comma = sample.text.index(",", first.value.end)
        lines = {sample.line(comma), sample.line(second.key.start)}
        rules = {"unreadable-line"}
        if not first.value.style and " " in first.value.text:
            rules.add("colon-in-text")
        yield change(Edit(comma, comma + 1, ""), rules, *lines)


def comma_twice(sample: Sample) -> Changes:
    """There is nothing between two commas."""
    for first, _ in _neighbours(sample):
        comma = sample.text.index(",", first.value.end)
        yield change(Edit(comma, comma, ","), "unreadable-line", sample.line(comma))


def comma_after_quoted_text(sample: Sample) -> Changes:
    """A comma at the end of a line, as between braces."""
    for node in _quoted(sample):
        entry = sample.entry(*node.route)
        if entry and not entry.in_braces:
            yield change(Edit(node.end, node.end, ","), "unreadable-line", sample.line(node.end))


def tab_before_line(sample: Sample) -> Changes:
    """Tabs are one habit and one finding, at the first."""
    for match in re.finditer("^ +(?=[^ \n])", sample.text, re.MULTILINE):
        yield change(Edit(*match.span(), "\t"), "tab", sample.line(match.start()))


def tab_after_colon(sample: Sample) -> Changes:
    """A tab where one space belongs."""
    for entry in sample.entries:
        if _same_line(sample, entry):
            edit = Edit(entry.key.end + 1, entry.value.start, "\t")
            yield change(edit, "tab", sample.line(entry.key.start))


def space_too_many(sample: Sample) -> Changes:
    """The line is out of line with those beside it; of two, either may be."""
    for at, lines in _starts(sample):
        yield change(Edit(at, at, " "), "indentation", *lines)


def space_too_few(sample: Sample) -> Changes:
    """As above."""
    for at, lines in _starts(sample):
        if sample.column(at) > 0:
            yield change(Edit(at - 1, at, ""), "indentation", *lines)


def anchor(sample: Sample) -> Changes:
    """A value is given a name to be repeated by."""
    for node in sample.values:
        if node.style not in "-:" or not node.style:
            yield change(Edit(node.start, node.start, "&name "), "anchor", sample.line(node.start))


def alias(sample: Sample) -> Changes:
    """A value stands for something given a name elsewhere."""
    for node in sample.scalars:
        yield change(Edit(node.start, node.end, "*name"), "alias", sample.line(node.start))


def tag(sample: Sample) -> Changes:
    """A value says how it is to be read."""
    for node in sample.values:
        if node.style not in "-:" or not node.style:
            yield change(Edit(node.start, node.start, "!!str "), "tag", sample.line(node.start))


def merge_key(sample: Sample) -> Changes:
    """Something is taken in from elsewhere."""
    for node in sample.values:
        if node.style == "{":
            edit = Edit(node.start + 1, node.start + 1, "<<: {a: b}, ")
            yield change(edit, "merge-key", sample.line(node.start))
    for entry in sample.root.entries:
        edit = Edit(entry.key.start, entry.key.start, "<<: {a: b}\n")
        yield change(edit, "merge-key", sample.line(entry.key.start))


def directive(sample: Sample) -> Changes:
    """An instruction to the program, at the top, with words of the sample's own."""
    for words in ("YAML 1.2", f"TAG !{sample}! tag:planc.invalid,2026:"):
        yield change(Edit(0, 0, f"%{words}\n---\n"), "directive", 1)


def second_document(sample: Sample) -> Changes:
    """A line of three dashes, as some put between sections."""
    for entry in sample.root.entries[1:]:
        start = entry.key.start
        yield change(Edit(start, start, "---\n"), "several-documents", sample.line(start))


def sign_before_text(sample: Sample) -> Changes:
    """A text starts with a sign that means something else there."""
    rules = {
        "@": "quotes-needed",
        "`": "quotes-needed",
        "%": "quotes-needed",
        "*": "alias",
        "&": "anchor",
        "!": "tag",
        "#": "empty-value",
        "[": "unclosed-bracket",
        "{": "unclosed-bracket",
        "|": "quotes-needed",
        ">": "quotes-needed",
    }
    for node in _plain(sample, "text"):
        for sign, rule in rules.items():
            edit = Edit(node.start, node.start, sign)
            lines = {sample.line(node.start)}
            if sign in "[{":  # what closes the group round it may close this one
                lines |= {sample.line(other.start) for other in _around(sample, node)}
            yield change(edit, {rule, "quotes-needed"}, *lines)


def colon_in_text(sample: Sample) -> Changes:
    """The first word of a text becomes a key."""
    for node in _plain(sample, "text"):
        gap = sample.text.find(" ", node.start, node.end)
        if gap > 0 and sample.entry(*node.route):
            yield change(Edit(gap, gap, ":"), "colon-in-text", sample.line(gap))


def comma_in_text(sample: Sample) -> Changes:
    """Between braces a comma ends the text."""
    for node in _plain(sample, "text"):
        gap = sample.text.find(" ", node.start, node.end)
        entry = sample.entry(*node.route)
        if gap > 0 and entry and entry.in_braces:
            yield change(Edit(gap, gap, ","), "comma-in-text", sample.line(gap))


def key_twice(sample: Sample) -> Changes:
    """A line is copied and not changed."""
    for entry in sample.entries:
        copy = f"{entry.name}: {_short(sample, entry)}"
        end, column = entry.value.end, sample.column(entry.key.start)
        if entry.in_braces:
            yield change(Edit(end, end, f", {copy}"), "duplicate-key", sample.line(end))
            continue
        end = sample.text.find("\n", end)
        edit = Edit(end, end, "\n" + " " * column + copy)
        yield change(edit, "duplicate-key", sample.line(end) + 1)


def _short(sample: Sample, entry: Entry) -> str:
    """The value, if it stands on one line and nothing is defined in it; else a word."""
    text = sample.text[entry.value.start : entry.value.end]
    return text if entry.value.style in ("", '"', "'") and "\n" not in text else "x"


def _quoted(sample: Sample) -> Iterator[Node]:
    return (node for node in sample.scalars if node.style and node.style in "\"'")


def _plain(sample: Sample, sort: str) -> Iterator[Node]:
    return (node for node in sample.scalars if not node.style and node.sort == sort)


def _bracketed(sample: Sample) -> Iterator[Node]:
    return (node for node in sample.values if node.style and node.style in "[{")


def _around(sample: Sample, node: Node) -> Iterator[Node]:
    """The lists and groups between brackets that a value stands in."""
    holders = (sample.node(*node.route[:depth]) for depth in range(1, len(node.route)))
    return (holder for holder in holders if holder and holder.style and holder.style in "[{")


def _same_line(sample: Sample, entry: Entry) -> bool:
    return sample.text[entry.key.end : entry.value.start].strip(" ") == ":"


def _neighbours(sample: Sample) -> Iterator[tuple[Entry, Entry]]:
    for node in _bracketed(sample):
        yield from pairwise(node.entries)


def _dashes(sample: Sample) -> Iterator[tuple[int, Node, Node]]:
    """Each dash of a list with a line for each item: its place, its item, the list."""
    for node in sample.values:
        if node.style == "-":
            for item in node.items:
                yield sample.text.rindex("-", 0, item.start), item, node


def _starts(sample: Sample) -> Iterator[tuple[int, set[int]]]:
    """Each place where a line starts that has others beside it, and which lines may be out."""
    for entry in sample.entries:
        at, fields = entry.key.start, [other.key.start for other in entry.holder.entries]
        alone = entry.in_braces or sample.text[at - sample.column(at) : at].strip()
        if not alone and len(fields) > 1:
            yield at, _either(sample, at, fields)
    for dash, item, held in _dashes(sample):
        items = [sample.text.rindex("-", 0, other.start) for other in held.items]
        fields = [entry.key.start for entry in item.entries] if item.style == ":" else []
        if len(fields) > 1:
            yield dash, {sample.line(dash), *(sample.line(at) for at in fields if len(fields) == 2)}
        elif len(items) > 1:
            yield dash, _either(sample, dash, items)


def _either(sample: Sample, at: int, beside: list[int]) -> set[int]:
    return {sample.line(place) for place in (beside if len(beside) == 2 else [at])}
