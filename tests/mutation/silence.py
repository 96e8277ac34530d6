"""Changes that mean nothing: planc must not say a word."""

import re

from tests.mutation.mutant import Changes, harmless
from tests.mutation.sample import Edit, Entry, Sample


def windows_line_ends(sample: Sample) -> Changes:
    """As Notepad writes them, and with a mark at the start of the file."""
    whole = Edit(0, len(sample.text), sample.text.replace("\n", "\r\n"))
    yield harmless(whole)
    yield harmless(whole, encoding="utf-8-sig")
    yield harmless(Edit(0, 0, ""), encoding="utf-8-sig")


def spaces_at_line_end(sample: Sample) -> Changes:
    """Spaces after each line that is not blank."""
    for match in re.finditer(r"(?<=\S)$", sample.text, re.MULTILINE):
        yield harmless(Edit(match.end(), match.end(), "  "))


def end_of_file(sample: Sample) -> Changes:
    """No line end at the end, and several."""
    end = len(sample.text)
    yield harmless(Edit(end - 1, end, ""))
    yield harmless(Edit(end, end, "\n\n  \n"))
    yield harmless(Edit(end, end, "# the end\n"))


def blank_line(sample: Sample) -> Changes:
    """A blank line, and a comment, before each line that starts a field or an item."""
    for number, match in enumerate(re.finditer(r"^ *(- |[a-z_]+:)", sample.text, re.MULTILINE)):
        words = ("\n", "# a comment: with a colon\n", "      # and 'one' further in\n")[number % 3]
        if not _inside(sample, match.start()):
            yield harmless(Edit(match.start(), match.start(), words))


def _inside(sample: Sample, at: int) -> bool:
    """Whether a place lies inside a text."""
    return any(node.start < at < node.end for node in sample.scalars)


def comment_after_value(sample: Sample) -> Changes:
    """A comment at the end of a line."""
    for entry in sample.entries:
        end = entry.value.end
        if entry.value.style not in ("|", ">") and sample.text[end : end + 1] == "\n":
            yield harmless(Edit(end, end, '   # so: "agreed" [yes] {no}'))


def quotes_round_value(sample: Sample) -> Changes:
    """Quotation marks that need not be there, of both kinds; never round a figure or a yes."""
    for number, node in enumerate(sample.scalars):
        if not node.style and node.sort not in ("whole", "yes or no") and "\n" not in node.text:
            quote = "'\""[number % 2]
            text = node.text.replace("'", "''") if quote == "'" else node.text
            if '"' not in text or quote == "'":
                yield harmless(Edit(node.start, node.end, f"{quote}{text}{quote}"))


def quotes_not_needed(sample: Sample) -> Changes:
    """A text without the quotation marks that it can do without."""
    for node in sample.scalars:
        if node.style == '"' and re.fullmatch(r"[A-Z][A-Za-z .;()£-]+", node.text):
            yield harmless(Edit(node.start, node.start + 1, ""), Edit(node.end - 1, node.end, ""))


def other_quotes(sample: Sample) -> Changes:
    """Single quotation marks in place of double ones."""
    for node in sample.scalars:
        written = sample.text[node.start : node.end]
        if node.style == '"' and "\\" not in written:
            words = written[1:-1].replace("'", "''")
            yield harmless(Edit(node.start, node.end, f"'{words}'"))


def colon_in_quotes(sample: Sample) -> Changes:
    """What has a meaning outside quotation marks has none inside."""
    for number, node in enumerate(sample.scalars):
        gap = sample.text.find(" ", node.start, node.end)
        if node.style and node.style in "\"'>|" and gap > 0 and node.text != "judgement":
            sign = (":", ",", " -", " #", " {", " [x]", " & *", " %")[number % 8]
            if node.style not in ">|" or gap > node.start + 2:
                yield harmless(Edit(gap, gap, sign))


def letters_of_other_languages(sample: Sample) -> Changes:
    """Names of places in Welsh, pounds, dashes, a hard space in a text, an emoji."""
    for number, node in enumerate(sample.scalars):
        gap = sample.text.find(" ", node.start, node.end)
        if node.sort == "text" and gap > 0 and sample.entry(*node.route):
            words = ("Tŷ Ddewi", "£1,500", "– now –", "10\u00a0%", "Łódź", "🙂", "’s", "n°")
            word = words[number % 8]
            if "," not in word or node.style:
                yield harmless(Edit(gap, gap, f" {word}"))


def one_item_as_list(sample: Sample) -> Changes:
    """`serves: [OBJ-1]`."""
    for node in sample.scalars:
        if node.route[-1] == "serves":
            yield harmless(Edit(node.start, node.start, "["), Edit(node.end, node.end, "]"))


def fields_in_other_order(sample: Sample) -> Changes:
    """Two neighbours change places."""
    for node in sample.values:
        if node.style == "{":
            for first, second in zip(node.entries, node.entries[1:], strict=False):
                one = Edit(first.key.start, first.value.end, _written(sample, second))
                two = Edit(second.key.start, second.value.end, _written(sample, first))
                yield harmless(one, two)


def _written(sample: Sample, entry: Entry) -> str:
    return sample.text[entry.key.start : entry.value.end]


def line_further_in(sample: Sample) -> Changes:
    """Between brackets it does not matter how far a line starts to the right."""
    for match in re.finditer(r"^ +(?=\S)", sample.text, re.MULTILINE):
        held = [n for n in sample.values if n.start < match.start() and match.end() < n.end]
        if held and held[-1].style and held[-1].style in "[{\"'":
            yield harmless(Edit(match.start(), match.start(), "   "))
