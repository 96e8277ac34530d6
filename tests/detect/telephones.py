"""Every beginning of a number of this country, in the ways it is written, and what is said of it.

    python -m tests.detect.telephones > tests/detect/telephones.txt

makes the record anew. It was first made with the whole of phonenumbers, of which planc installs the
part without places and carriers.
"""

import sys
from collections.abc import Iterator
from itertools import groupby

from planc.detect.personal import identifies

ENDINGS = ("900123", "9460018")
ABROAD = ("+1 202 555 0123", "+1 800 555 0123", "+31 6 12345678", "+353 85 012 3456")


def written(start: str, ending: str) -> tuple[str, ...]:
    """A number as it is dialled here in one piece, in groups, and from abroad."""
    rest = f"{ending[:3]} {ending[3:]}"
    return (
        f"{start}{ending}",
        f"{start} {rest}",
        f"({start}) {rest}",
        f"+44 {start[1:]} {rest}",
        f"0044 {start[1:]}{ending}",
    )


def verdicts() -> Iterator[str]:
    """A line for beginnings that follow each other and are alike: which of the ways are found."""
    starts = [f"0{number}" for number in range(100, 1000)]
    found = {start: " ".join(_found(start, ending) for ending in ENDINGS) for start in starts}
    for alike, group in groupby(starts, found.__getitem__):
        same = list(group)
        yield f"{same[0]}-{same[-1]}: {alike}"
    for number in ABROAD:
        yield f"{number}: {'x' if identifies(f'Rang {number} twice') else '-'}"


def _found(start: str, ending: str) -> str:
    texts = (f"Rang {number} twice" for number in written(start, ending))
    return "".join("x" if identifies(text) else "-" for text in texts)


if __name__ == "__main__":
    sys.stdout.write("\n".join(verdicts()) + "\n")
