"""Slips of the keyboard in the signs that hold a plan together, and signs that planc refuses."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.mutation.mutant import Changes, change
from tests.mutation.sample import Edit, Entry, Node, Sample


def closing_quote_lost(sample: Sample) -> Changes:
    """The text goes on to the next mark, wherever that is; the mistake is where it starts."""
    for number, node in enumerate(_quoted(sample)):
        other = "" if number % 2 else {'"': "'", "'": '"'}[node.style]
        yield change(Edit(node.end - 1, node.end, other), "unclosed-quote", sample.line(node.start))


def opening_quote_lost(sample: Sample) -> Changes:
    """What the quotation marks were there for is found first: a colon, a comma. Else the mark."""
    rules = ("unopened-mark", "colon-in-text", "comma-in-text", "quotes-needed")
    for node in _quoted(sample):
        if node.style == '"':  # a text may well end in an apostrophe
            edit = Edit(node.start, node.start + 1, "")
            yield change(edit, rules, *sample.lines(node), also="missing-colon")


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
    for holder in [sample.root, *sample.values]:
        for before, entry in pairwise([None, *holder.entries]):
            assert entry is not None
            unsure = entry.in_braces and before and not before.value.style
            rules = ["missing-colon", *(["comma-in-text"] if unsure else [])]
            edit = Edit(entry.key.end, entry.key.end + 1, "")
            yield change(edit, rules, sample.line(entry.key.start))


def space_lost(sample: Sample) -> Changes:
    """Key and value become one word, or an item a text that starts with a dash.

    A hard space looks like a space and is none; a tab is a fault of its own.
    """
    for number, entry in enumerate(_in_one_line(sample)):
        sign, rule = (("", "missing-space"), ("\u00a0", "missing-space"), ("\t", "tab"))[number % 3]
        edit = Edit(entry.key.end + 1, entry.value.start, sign)
        yield change(edit, rule, sample.line(entry.key.start))
    for dash, _, _ in _dashes(sample):
        yield change(Edit(dash + 1, dash + 2, ""), "missing-space", sample.line(dash))


def dash_lost(sample: Sample) -> Changes:
    """The item runs into the one before it; the first one is fields where a list belongs.

    What an item of several lines runs into has its fields already: the first that stands twice is
    on the line of the dash.
    """
    rules = ("unreadable-line", "wrong-type", "duplicate-key", "indentation")
    for dash, item, _ in _dashes(sample):
        if not item.is_scalar:
            yield change(Edit(dash, dash + 1, " "), rules, sample.line(dash))


def bracket_lost(sample: Sample) -> Changes:
    """The mistake is where the list or the group starts or ends, or one of those round it.

    Of brackets within brackets nobody can tell which it is that lacks its end; and what follows
    in a list of groups may stand where a name belongs. What was a list of words is a text now.
    """
    for node in _bracketed(sample):
        starts = (node.start, *(other.start for other in _around(sample, node)))
        rules = ["unclosed-bracket", *(["unreadable-line"] if len(node.route) > 1 else [])]
        edit = Edit(node.end - 1, node.end, "")
        yield change(edit, rules, *(sample.line(start) for start in starts))
        rules = ["unreadable-line", "unopened-mark", "wrong-type", "malformed-value"]
        edit = Edit(node.start, node.start + 1, "")
        yield change(edit, rules, sample.line(node.start), sample.line(node.end - 1))


def comma_lost(sample: Sample) -> Changes:
    """Two fields between braces run into each other.

    After a text without quotation marks nobody can tell whether the second is more of it.
    """
    for first, second in _neighbours(sample):
        comma = sample.text.index(",", first.value.end)
        unsure = not first.value.style and " " in first.value.text
        rules = ["unreadable-line", *(["colon-in-text"] if unsure else [])]
        lines = (sample.line(comma), sample.line(second.key.start))
        yield change(Edit(comma, comma + 1, ""), rules, *lines)


def comma_too_many(sample: Sample) -> Changes:
    """There is nothing between two commas; or one stands at the end of a line."""
    for first, _ in _neighbours(sample):
        comma = sample.text.index(",", first.value.end)
        yield change(Edit(comma, comma, ","), "unreadable-line", sample.line(comma))
    for node in _quoted(sample):
        if (entry := sample.entry(*node.route)) and not entry.in_braces:
            yield change(Edit(node.end, node.end, ","), "unreadable-line", sample.line(node.end))


def tab(sample: Sample) -> Changes:
    """A tab in place of the spaces before a line."""
    for match in re.finditer("^ +(?=[^ \n])", sample.text, re.MULTILINE):
        yield change(Edit(*match.span(), "\t"), "tab", sample.line(match.start()))


def line_out_of_line(sample: Sample) -> Changes:
    """A space too many or too few: the line does not fit those beside it; of two, either may."""
    for at, lines in _starts(sample):
        yield change(Edit(at, at, " "), "indentation", *lines)
        if sample.column(at) > 0:
            yield change(Edit(at - 1, at, ""), "indentation", *lines)


_SIGNS = {
    **dict.fromkeys("@`%|>", "quotes-needed"),
    **dict.fromkeys("[{", "unclosed-bracket"),
    "*": "alias",
    "&": "anchor",
    "!": "tag",
    "#": "text-after-hash",
}


def sign_before_text(sample: Sample) -> Changes:
    """A text starts with a sign that means something else there."""
    for number, node in enumerate(_plain(sample)):
        sign = list(_SIGNS)[number % len(_SIGNS)]
        lines = {sample.line(node.start)}
        if sign in "[{":  # what closes the group round it may close this one
            lines |= {sample.line(other.start) for other in _around(sample, node)}
        edit = Edit(node.start, node.start, sign)
        yield change(edit, {_SIGNS[sign], "quotes-needed", "empty-value"}, *lines)


def colon_or_comma_in_text(sample: Sample) -> Changes:
    """After a colon the first words of a text become a key; between braces a comma ends it."""
    for node in _plain(sample):
        gap = sample.text.find(" ", node.start, node.end)
        entry = sample.entry(*node.route)
        if gap > 0 and entry:
            yield change(Edit(gap, gap, ":"), "colon-in-text", sample.line(gap))
            if entry.in_braces:
                yield change(Edit(gap, gap, ","), "comma-in-text", sample.line(gap))


def key_twice(sample: Sample) -> Changes:
    """A line is copied and not changed."""
    for entry in sample.entries:
        copy, end = f"{entry.name}: x", entry.value.end
        if entry.in_braces:
            yield change(Edit(end, end, f", {copy}"), "duplicate-key", sample.line(end))
            continue
        end = sample.text.find("\n", end)
        edit = Edit(end, end, "\n" + " " * sample.column(entry.key.start) + copy)
        yield change(edit, "duplicate-key", sample.line(end) + 1)


def mark_of_yaml(sample: Sample) -> Changes:
    """An anchor, an alias or a tag: what programs write for each other."""
    for number, node in enumerate(sample.scalars):
        mark, rule = (("&name ", "anchor"), ("*name", "alias"), ("!!str ", "tag"))[number % 3]
        end = node.end if rule == "alias" else node.start
        yield change(Edit(node.start, end, mark), rule, sample.line(node.start))
    for entry in sample.root.entries:
        at = entry.key.start
        yield change(Edit(at, at, "<<: {a: b}\n"), "merge-key", sample.line(at))
    for words in ("YAML 1.2", f"TAG !{sample}! tag:planc.invalid,2026:"):
        yield change(Edit(0, 0, f"%{words}\n---\n"), "directive", 1)


def second_document(sample: Sample) -> Changes:
    """A line of three dashes, as some put between sections."""
    for entry in sample.root.entries[1:]:
        start = entry.key.start
        yield change(Edit(start, start, "---\n"), "several-documents", sample.line(start))


def unseen_character(sample: Sample) -> Changes:
    """Zero width, right-to-left, soft hyphen, line separator, and hard spaces before a line."""
    unseen = "\u200b\u202e\u00ad\u2028"
    places = [entry.key for entry in sample.entries[::2]] + sample.scalars[::2]
    for number, node in enumerate(places):
        at = (node.start + node.end) // 2
        edit = Edit(at, at, unseen[number % 4])
        yield change(edit, "forbidden-character", sample.line(at))
    for match in re.finditer("^ +(?=[^ \n])", sample.text, re.MULTILINE):
        at = match.start()
        yield change(Edit(at, at + 1, "\u00a0"), "forbidden-character", sample.line(at))


# Places


def _quoted(sample: Sample) -> Iterator[Node]:
    return (node for node in sample.scalars if node.style and node.style in "\"'")


def _plain(sample: Sample) -> Iterator[Node]:
    return (node for node in sample.scalars if not node.style and node.sort == "text")


def _bracketed(sample: Sample) -> Iterator[Node]:
    return (node for node in sample.values if node.style and node.style in "[{")


def _around(sample: Sample, node: Node) -> Iterator[Node]:
    """The lists and groups between brackets that a value stands in."""
    holders = (sample.node(*node.route[:depth]) for depth in range(1, len(node.route)))
    return (holder for holder in holders if holder and holder.style and holder.style in "[{")


def _in_one_line(sample: Sample) -> Iterator[Entry]:
    between = ((e, sample.text[e.key.end : e.value.start]) for e in sample.entries)
    return (entry for entry, words in between if words.strip(" ") == ":")


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
