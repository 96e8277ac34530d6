"""Slips in the names of fields and in their values: what the schema says belongs there."""

import re
from collections.abc import Callable, Iterator

from tests.mutation.characters import NEEDS_FORM
from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import REFERENCES, Edit, Node, Sample, field_at, path_of

LEADS_NOWHERE = {
    "post": "post-unknown",
    "owner": "owner-unknown",
    "tier": "unknown-value",
    "board": "dangling-id",
    "organisation": "dangling-id",
    "objective": "dangling-id",
    "item": "dangling-id",
}
"""What it is called when a reference of each sort leads to nothing."""

Slip = Callable[[str, int], str]


def _letter_lost(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _letter_twice(word: str, at: int) -> str:
    return word[:at] + word[at] + word[at:]


def _letters_swapped(word: str, at: int) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


# Names of fields


def key_letter_lost(sample: Sample) -> Changes:
    """`ownr`: each field, a letter further on each time."""
    return _keys(sample, _letter_lost)


def key_letter_twice(sample: Sample) -> Changes:
    """`ownner`."""
    return _keys(sample, _letter_twice)


def key_letters_swapped(sample: Sample) -> Changes:
    """`onwer`."""
    return _keys(sample, _letters_swapped)


def key_in_capitals(sample: Sample) -> Changes:
    """`Owner`."""
    return _keys(sample, lambda word, _: word.capitalize())


def key_with_hyphen(sample: Sample) -> Changes:
    """`next-review`."""
    return _keys(sample, lambda word, _: word.replace("_", "-"))


def _keys(sample: Sample, slip: Slip) -> Changes:
    for number, entry in enumerate(sample.entries):
        word = slip(entry.name, number % len(entry.name))
        if word not in field_at(entry.holder.route)["properties"]:
            edit = Edit(entry.key.start, entry.key.end, word)
            yield change(edit, "unknown-field", sample.line(entry.key.start))


# Values of the wrong sort


def value_blank(sample: Sample) -> Changes:
    """The key stands there with nothing after it."""
    for entry in sample.entries:
        edit = Edit(entry.key.end + 1, entry.value.end, " " if entry.in_braces else "")
        yield change(edit, "empty-value", sample.line(entry.key.start))


def value_null(sample: Sample) -> Changes:
    """A word that means nothing to programs."""
    for number, entry in enumerate(sample.entries):
        word = ("null", "~", '""')[number % (3 if entry.value.is_scalar else 2)]
        edit = Edit(entry.key.end + 1, entry.value.end, f" {word}")
        yield change(edit, "empty-value", sample.line(entry.key.start))


def list_for_value(sample: Sample) -> Changes:
    """`owner: [di-soc-east]`."""
    for node in _values(sample):
        if node.sort != "list" and node.style != "[" and path_of(node.route) != "tactics[].serves":
            edits = [Edit(node.start, node.start, "["), Edit(node.end, node.end, "]")]
            yield change(edits, "wrong-type", sample.line(node.start))


def group_for_value(sample: Sample) -> Changes:
    """`owner: {post: di-soc-east}`."""
    for node in _values(sample):
        if node.sort != "map":
            edits = [Edit(node.start, node.start, "{post: "), Edit(node.end, node.end, "}")]
            yield change(edits, "wrong-type", sample.line(node.start))


def _values(sample: Sample) -> Iterator[Node]:
    """The values that brackets can be put round."""
    return (node for node in sample.values if node.style not in ("-", ":", "|", ">"))


def text_for_parts(sample: Sample) -> Changes:
    """`partners: the council`: words where a list or a group of fields belongs."""
    for node in sample.values:
        if not node.is_scalar and path_of(node.route) != "tactics[].serves":
            start = node.start
            if node.style in "-:" and sample.entry(*node.route):
                start = sample.text.rindex(":", 0, start) + 1
            words = " Some words" if start < node.start else "Some words"
            yield change(Edit(start, node.end, words), "wrong-type", sample.line(start))


def word_for_figure(sample: Sample) -> Changes:
    """`group_size: fourteen`, `cyp_at_risk: yes`."""
    for node in sample.scalars:
        if node.sort in ("whole", "yes or no"):
            for word in ("fourteen", "yes", f'"{node.text}"'):
                edit = Edit(node.start, node.end, word)
                yield change(edit, "wrong-type", sample.line(node.start))


def figure_out_of_bounds(sample: Sample) -> Changes:
    """`planc: 2`, `group_size: 0`."""
    for node in sample.scalars:
        if node.sort == "whole":
            word = "2" if node.route == ("planc",) else "0"
            edit = Edit(node.start, node.end, word)
            yield change(edit, "malformed-value", sample.line(node.start))


def text_too_long(sample: Sample) -> Changes:
    """A page pasted where a line belongs."""
    for node in sample.scalars:
        most = field_at(node.route).get("maxLength", 10**5)
        if node.sort in ("text", "figure") and most <= 500:
            at = node.end - len(node.style)
            yield change(Edit(at, at, "x" * 500), "too-long", sample.line(node.start))


# Words and references


def word_letter_lost(sample: Sample) -> Changes:
    """`actve`."""
    return _words(sample, _letter_lost)


def word_letter_twice(sample: Sample) -> Changes:
    """`activve`."""
    return _words(sample, _letter_twice)


def word_letters_swapped(sample: Sample) -> Changes:
    """`atcive`."""
    return _words(sample, _letters_swapped)


def word_in_capitals(sample: Sample) -> Changes:
    """`Active`."""
    return _words(sample, lambda word, _: word.swapcase())


def _words(sample: Sample, slip: Slip) -> Changes:
    for number, node in enumerate(sample.scalars):
        if node.sort == "word":
            word = slip(node.text, number % len(node.text))
            if word not in field_at(node.route)["enum"]:
                edit = Edit(node.start, node.end, word)
                yield change(edit, "unknown-value", sample.line(node.start))


def reference_letter_lost(sample: Sample) -> Changes:
    """`di-soc-eas`, `OBJ1`."""
    return _references(sample, _letter_lost)


def reference_letter_twice(sample: Sample) -> Changes:
    """`di-soc-eaast`, `OBJ-11`."""
    return _references(sample, _letter_twice)


def reference_letters_swapped(sample: Sample) -> Changes:
    """`di-soc-aest`, `OJB-1`."""
    return _references(sample, _letters_swapped)


def _references(sample: Sample, slip: Slip) -> Changes:
    for number, node in enumerate(sample.scalars):
        if node.sort in REFERENCES:
            word = slip(node.text, number % len(node.text))
            if word not in _known(sample, node.sort) and word != node.text:
                rule = LEADS_NOWHERE[node.sort]
                pattern = field_at(node.route).get("pattern")
                if pattern and not re.search(pattern, word):
                    rule = "malformed-value"
                edit = Edit(node.start, node.end, word)
                yield change(edit, rule, sample.line(node.start))


def _known(sample: Sample, sort: str) -> set[str]:
    """The ids that a reference of this sort can lead to."""
    ids = {node.text: path_of(node.route) for node in sample.scalars if node.sort == "id"}
    if sort == "item":
        return set(ids)
    if sort == "objective":
        return {name for name, path in ids.items() if path == "objectives[].id"}
    held = {
        "post": ("directory", "posts", "id"),
        "owner": ("directory", "posts", "id"),
        "organisation": ("directory", "organisations", "id"),
        "board": ("policy", "boards", "id"),
        "tier": ("policy", "tiers", "name"),
    }
    source, section, name = held[sort]
    return {item[name] for item in getattr(sample, source).get(section, [])}


def reference_of_another_sort(sample: Sample) -> Changes:
    """`owner: OBJ-1`, `serves: PUR-1`: the id of something, but not of what belongs here."""
    for node in sample.scalars:
        other = "OBJ-1" if node.sort in ("post", "owner", "organisation", "board") else ""
        other = "PUR-1" if node.sort == "objective" else other
        if other:
            rule = "malformed-value" if other == "OBJ-1" else "dangling-id"
            yield change(Edit(node.start, node.end, other), rule, sample.line(node.start))


def space_in_reference(sample: Sample) -> Changes:
    """`di soc-east`, `PUR 1`."""
    for node in sample.scalars:
        if (node.sort in REFERENCES or node.sort in ("id", "form")) and "-" in node.text:
            at = sample.text.index("-", node.start)
            rule = NEEDS_FORM[node.sort]
            yield change(Edit(at, at + 1, " "), rule, sample.line(node.start))


# Ids


def id_misspelt(sample: Sample) -> Changes:
    """What refers to it leads nowhere; if nothing does, nobody can tell."""
    for number, node in enumerate(sample.scalars):
        if node.sort == "id":
            word = _letter_twice(node.text, number % len(node.text))
            pattern = field_at(node.route)["pattern"]
            if word not in _known(sample, "item") and re.search(pattern, word):
                edit = Edit(node.start, node.end, word)
                lines = _references_to(sample, node)
                yield change(edit, "dangling-id", *lines) if lines else harmless(edit)


def _references_to(sample: Sample, node: Node) -> list[int]:
    return [
        sample.line(other.start)
        for other in sample.scalars
        if other.sort in ("item", "objective") and other.text == node.text
    ]


def id_given_twice(sample: Sample) -> Changes:
    """An item is copied, and the copy keeps its id."""
    for node in sample.values:
        own = sample.entry(*node.route, "id")
        if own is None or not isinstance(node.route[-1], int):
            continue
        rule = {"id": "duplicate-id", "form": "decision-duplicate"}[own.value.sort]
        copy = sample.text[node.start : node.end]
        held = sample.node(*node.route[:-1])
        gap = ", " if held and held.style == "[" else to_next_item(sample, node)
        line = sample.line(node.end) + gap.count("\n") + sample.line(own.key.start)
        yield change(Edit(node.end, node.end, gap + copy), rule, line - sample.line(node.start))


def to_next_item(sample: Sample, node: Node) -> str:
    """What stands between an item and a further one under it."""
    dash = sample.text.rindex("-", 0, node.start)
    return "\n" + " " * sample.column(dash) + sample.text[dash : node.start]


# Dates


def day_that_is_none(sample: Sample) -> Changes:
    """30 February, the thirteenth month."""
    return _dates(sample, lambda day: [f"{day[:4]}-02-30", f"{day[:4]}-13-01"])


def day_as_written_here(sample: Sample) -> Changes:
    """31/12/2026 and its like."""
    return _dates(
        sample,
        lambda day: [
            f"{day[8:]}/{day[5:7]}/{day[:4]}",
            f"{day[8:]}.{day[5:7]}.{day[2:4]}",
            f"{int(day[8:])} December {day[:4]}",
        ],
    )


def day_half_iso(sample: Sample) -> Changes:
    """2026-1-7, 2026/01/07, 202-01-07, 2026-01, and a time of day."""
    return _dates(
        sample,
        lambda day: [
            f"{day[:4]}-{int(day[5:7])}-{int(day[8:])}" if "-0" in day else day[:7],
            day.replace("-", "/"),
            day[1:],
            day[:7],
            f"{day}T10:00",
        ],
    )


def _dates(sample: Sample, forms: Callable[[str], list[str]]) -> Changes:
    for number, node in enumerate(sample.scalars):
        if node.sort == "date":
            written = forms(node.text)
            edit = Edit(node.start, node.end, written[number % len(written)])
            yield change(edit, "impossible-date", sample.line(node.start))
