"""The courses open to a board, side by side."""

from string import ascii_uppercase

from planc.model.governance import DecisionSought, Option
from planc.model.paper import Cell, Paragraph, Run, Table, cell, para, prose, strong, table


def options_table(sought: DecisionSought, *, brief: bool = False) -> Table:
    """The courses open to the board, lettered; a column only where an option has something."""
    columns = [("Option", [_lettered(n, option) for n, option in enumerate(sought.options)], 30)]
    for title, name, width in (
        ("What it buys", "because", 32),
        ("What it risks", "risk", 28),
        ("Cost", "cost", 22),
    ):
        words = [getattr(option, name) for option in sought.options]
        if any(words):
            columns.append((title, [cell(word, empty="Not said") for word in words], width))
    titles, cells, widths = zip(*columns, strict=True)
    return table("The options", titles, zip(*cells, strict=True), widths, brief=brief)


def _lettered(number: int, option: Option) -> Cell:
    letter = ascii_uppercase[number] if number < len(ascii_uppercase) else str(number + 1)
    first, *rest = prose(option.option or "Not said")
    words = first.runs if isinstance(first, Paragraph) else ()
    mark = (Run(" "), strong("(LRO recommends)")) if option.recommended else ()
    lines = (para(strong(f"{letter} "), *words, *mark), *rest)
    return cell(lines)
