"""Changes that mean nothing: planc must not say a word."""

import re
from itertools import pairwise

from tests.mutation.mutant import Changes, harmless
from tests.mutation.sample import Edit, Sample


def line_ends(sample: Sample) -> Changes:
    """As Notepad writes them, with its mark at the start of the file; none at the end, or more."""
    for mark in ("", "\ufeff"):
        words = mark + sample.text.replace("\n", "\r\n")
        yield harmless(Edit(0, len(sample.text), words))
    end = len(sample.text)
    yield harmless(Edit(end - 1, end, ""))
    yield harmless(Edit(end, end, "\n\n  \n# the end\n"))


def spaces_and_comments(sample: Sample) -> Changes:
    """Spaces or a comment at the end of a line, a blank line or a comment before it."""
    for number, match in enumerate(re.finditer(r"^ *(- |[a-z_]+:)", sample.text, re.MULTILINE)):
        words = ("\n", "# a comment: with a colon\n", "      # and 'one' further in\n")[number % 3]
        if not any(node.start < match.start() < node.end for node in sample.scalars):
            yield harmless(Edit(match.start(), match.start(), words))
    for number, entry in enumerate(sample.entries):
        end = entry.value.end
        if entry.value.style not in ("|", ">") and sample.text[end : end + 1] == "\n":
            yield harmless(Edit(end, end, ("  ", '   # so: "agreed" [yes] {no}')[number % 2]))


def other_quotes(sample: Sample) -> Changes:
    """Quotation marks that need not be there, of both kinds; single ones in place of double."""
    for number, node in enumerate(sample.scalars):
        text = node.text.replace("'", "''")
        if not node.style and node.sort not in ("whole", "yes or no"):
            quote = "'" if number % 2 or '"' in text else '"'
            words = text if quote == "'" else node.text
            yield harmless(Edit(node.start, node.end, f"{quote}{words}{quote}"))
        elif node.style == '"' and "\\" not in sample.text[node.start : node.end]:
            yield harmless(Edit(node.start, node.end, f"'{text}'"))


def signs_in_quotes(sample: Sample) -> Changes:
    """What has a meaning outside quotation marks has none inside."""
    for number, node in enumerate(sample.scalars):
        gap = sample.text.find(" ", node.start, node.end)
        if node.style and node.style in "\"'>|" and gap > node.start + 2:
            sign = (":", ",", " -", " #", " {", " [x]", " & *", " %")[number % 8]
            yield harmless(Edit(gap, gap, sign))


def letters_of_other_languages(sample: Sample) -> Changes:
    """Names of places in Welsh, pounds, dashes, a hard space in a text, an emoji."""
    words = ("Tŷ Ddewi", "£1500", "– now –", "10\u00a0%", "Łódź", "🙂", "’s", "n°")
    for number, node in enumerate(sample.scalars):
        gap = sample.text.find(" ", node.start, node.end)
        prose = node.sort == "text" and node.route[-1] != "marking"
        if prose and gap > 0 and node.style not in ("|", ">"):
            yield harmless(Edit(gap, gap, f" {words[number % 8]}"))


def fields_in_other_order(sample: Sample) -> Changes:
    """Two neighbours between braces change places; one objective is written as a list of one."""
    for node in sample.values:
        for first, second in pairwise(node.entries if node.style == "{" else ()):
            places = [(entry.key.start, entry.value.end) for entry in (first, second)]
            texts = [sample.text[start:end] for start, end in reversed(places)]
            yield harmless(*(Edit(*at, text) for at, text in zip(places, texts, strict=True)))
        if node.route[-1] == "serves" and node.is_scalar:
            yield harmless(Edit(node.start, node.start, "["), Edit(node.end, node.end, "]"))
