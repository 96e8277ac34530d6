"""Slips in the names of fields and in their values: what the schema says belongs there."""

import re
from collections.abc import Callable

from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import REFERENCES, Edit, Sample, field_at

Slip = Callable[[str, int], str]

SLIPS: tuple[Slip, ...] = (
    lambda word, at: word[:at] + word[at + 1 :],
    lambda word, at: word[:at] + word[at] + word[at:],
    lambda word, at: (
        word[: (at := min(at, len(word) - 2))] + word[at : at + 2][::-1] + word[at + 2 :]
    ),
    lambda word, _: word.capitalize(),
    lambda word, _: word.replace("_", "-"),
)
"""`ownr`, `ownner`, `onwer`, `Owner`, `next-review`."""

LEADS_NOWHERE = {
    **dict.fromkeys(REFERENCES, "dangling-id"),
    "post": "post-unknown",
    "owner": "owner-unknown",
    "tier": "unknown-value",
}
NEEDS_FORM = {
    **dict.fromkeys((*REFERENCES, "id", "form"), "malformed-value"),
    **dict.fromkeys(("word", "tier"), "unknown-value"),
    **dict.fromkeys(("whole", "yes or no"), "wrong-type"),
    "date": "impossible-date",
}
"""What a stray character in a value of each sort breaks; in a text or a figure, nothing."""


def _slip(word: str, number: int) -> str:
    at = number // 5 % len(word)
    slipped = SLIPS[number % 5](word, at)
    return slipped if slipped != word else SLIPS[1](word, at)


def key_misspelt(sample: Sample) -> Changes:
    """Each field, with another slip each time, a letter further on."""
    for number, entry in enumerate(sample.entries):
        word = _slip(entry.name, number)
        if word not in field_at(entry.holder.route)["properties"]:
            edit = Edit(entry.key.start, entry.key.end, word)
            yield change(edit, "unknown-field", sample.line(entry.key.start))


def word_misspelt(sample: Sample) -> Changes:
    """`actve`, `activve`: a word that is not one of those allowed; `Active` is."""
    for number, node in enumerate(sample.scalars):
        if node.sort == "word":
            for word in (_slip(node.text, number), _slip(node.text, number + 2)):
                if word not in field_at(node.route)["enum"]:
                    edit, line = Edit(node.start, node.end, word), sample.line(node.start)
                    is_wrong = word.lower() != node.text.lower()
                    yield change(edit, "unknown-value", line) if is_wrong else harmless(edit)


def reference_misspelt(sample: Sample) -> Changes:
    """`di-soc-eas`, `OBJ-11`, `OJB-1`: it leads to nothing, or is no id at all."""
    known = {sort: sample.known(sort) for sort in REFERENCES}
    for number, node in enumerate(sample.scalars):
        if node.sort in REFERENCES:
            for word in (slip(node.text, number % len(node.text)) for slip in SLIPS[:3]):
                pattern = field_at(node.route).get("pattern", "")
                rule = LEADS_NOWHERE[node.sort]
                rule = rule if re.search(pattern, word) else "malformed-value"
                if word not in known[node.sort]:
                    edit = Edit(node.start, node.end, word)
                    yield change(edit, rule, sample.line(node.start))


def reference_of_another_sort(sample: Sample) -> Changes:
    """`owner: OBJ-1`, `serves: PUR-1`, `owner: di soc-east`."""
    for node in sample.scalars:
        if node.sort in ("post", "owner", "organisation", "board"):
            edit = Edit(node.start, node.end, "OBJ-1")
            yield change(edit, "malformed-value", sample.line(node.start))
        elif node.sort == "objective":
            edit = Edit(node.start, node.end, "PUR-1")
            yield change(edit, "dangling-id", sample.line(node.start))
        if node.sort in (*REFERENCES, "id", "form") and "-" in node.text:
            at = sample.text.index("-", node.start)
            yield change(Edit(at, at + 1, " "), NEEDS_FORM[node.sort], sample.line(node.start))


def id_misspelt(sample: Sample) -> Changes:
    """What refers to it leads nowhere; if nothing does, nobody can tell."""
    for number, node in enumerate(sample.scalars):
        word = SLIPS[1](node.text, number % len(node.text)) if node.sort == "id" else ""
        form = field_at(node.route).get("pattern", "")
        if word and re.search(form, word) and word not in sample.known("item"):
            edit = Edit(node.start, node.end, word)
            lines = [
                sample.line(other.start)
                for other in sample.scalars
                if other.sort in ("item", "objective") and other.text == node.text
            ]
            yield change(edit, "dangling-id", *lines) if lines else harmless(edit)


def id_given_twice(sample: Sample) -> Changes:
    """The next item of a list gets the id of the one before."""
    for node in sample.values:
        if node.route[-1] != "id" or len(node.route) != 3:
            continue
        section, place, _ = node.route
        before = sample.node(section, int(place) - 1, "id")
        if before and before.sort == node.sort:
            rule = {"id": "duplicate-id", "form": "decision-duplicate"}[node.sort]
            edit = Edit(node.start, node.end, before.text)
            yield change(edit, rule, sample.line(node.start))


# Values of the wrong sort


def blank(sample: Sample) -> Changes:
    """The key stands there with nothing after it, or with a word that means nothing.

    Of a list on whose being empty a rule has something to say, that rule says it.
    """
    asked = (e for e in sample.entries if not field_at(e.route).get("x-may-be-blank"))
    for number, entry in enumerate(asked):
        start, end = entry.key.end + 1, entry.value.end
        words = ("null", "~", '""')[number // 2 % (3 if entry.value.sort not in _UNQUOTED else 2)]
        word = f" {words}" if number % 2 else " " if entry.in_braces else ""
        yield change(Edit(start, end, word), "empty-value", sample.line(entry.key.start))


_UNQUOTED = ("list", "map", "whole", "yes or no")


def wrong_sort(sample: Sample) -> Changes:
    """`owner: [di-soc-east]`, `owner: {post: di-soc-east}`, `partners: the council`."""
    for number, node in enumerate(sample.values):
        line = sample.line(node.start)
        if node.style not in ("-", ":", "|", ">"):
            lone = node.sort in ("list", "one or many", "objective") or node.style == "["
            listed = ("[", "]") if number % 2 and not lone else ("{post: ", "}")
            if not (node.sort == "map" and listed[0] != "["):
                around = zip((node.start, node.end), listed, strict=True)
                edits = [Edit(at, at, sign) for at, sign in around]
                yield change(edits, "wrong-type", line, also="comma-in-text")
        if not node.is_scalar and node.sort != "one or many":
            start = node.start
            if node.style in "-:" and sample.entry(*node.route):
                start = sample.text.rindex(":", 0, start) + 1
            edit = Edit(start, node.end, " Some words")
            yield change(edit, "wrong-type", sample.line(start))


def figure_wrong(sample: Sample) -> Changes:
    """`group_size: fourteen`, `cyp_at_risk: ye`, `planc: 2`, `group_size: 0`.

    Yes and no, with capitals or in quotation marks, are as good as true and false.
    """
    for node in sample.scalars:
        if node.sort in ("whole", "yes or no"):
            for word in ("fourteen", "ye", '"14"'):
                edit = Edit(node.start, node.end, word)
                yield change(edit, "wrong-type", sample.line(node.start))
        if node.sort == "yes or no":
            words = (
                ("yes", "Yes", "True", '"true"') if node.text == "true" else ("no", "NO", "False")
            )
            yield from (harmless(Edit(node.start, node.end, word)) for word in words)
        if node.sort == "whole":
            edit = Edit(node.start, node.end, "2" if node.route == ("planc",) else "0")
            yield change(edit, "malformed-value", sample.line(node.start))


def misdate(sample: Sample) -> Changes:
    """30 February, the thirteenth month, 31/12/2026 and its like, half of an ISO date."""
    for number, node in enumerate(sample.scalars):
        if node.sort == "date":
            year, month, day = node.text.split("-")
            forms = (
                *(f"{year}-02-30", f"{year}-13-01", f"{year}-{month}", node.text[1:]),
                *(f"{day}/{month}/{year}", f"{day}.{month}.{year[2:]}", f"{day} December {year}"),
                *(f"{year}/{month}/{day}", f"{node.text}T10:00", f"{year}-{month}-{int(day)} "),
            )
            for word in (forms[number % 9], forms[(number + 4) % 9]):
                edit = Edit(node.start, node.end, word)
                yield change(edit, "impossible-date", sample.line(node.start))


def stray_character(sample: Sample) -> Changes:
    """A hard space after a value, Word's quotation marks round it: they belong to it.

    Harmless in a text, unless it holds what the marks were there for.
    """
    for number, node in enumerate(sample.scalars):
        marks = number % 2
        if node.style not in (("", '"') if marks else ("",)) or node.text == "judgement":
            continue
        quote = len(node.style)
        edits = [Edit(node.end - quote, node.end, "\u201d" if marks else "\u00a0")]
        if marks:
            edits += [Edit(node.start, node.start + quote, "\u201c")]
        words, entry = sample.text[node.start : node.end], sample.entry(*node.route)
        in_braces = entry is None or entry.in_braces
        rules = [NEEDS_FORM[node.sort]] if node.sort in NEEDS_FORM else []
        rules += ["marking-malformed"] if node.route == ("marking",) else []
        if not rules:
            rules += ["colon-in-text"] if re.search(r":\s", words) else []
            rules += ["comma-in-text"] if in_braces and "," in words else []
        yield change(edits, rules, *sample.lines(node)) if rules else harmless(*edits)
