"""python -m tests.mutation [--every N] [WORD ...]: every mutant, counted by operator.

Exit status 1 if a mistake is missed, or told of otherwise, in a way that misses.txt does not list,
or if less than LEAST is found.
"""

import argparse
import sys
from collections import Counter

from tests.mutation.operators import OPERATORS
from tests.mutation.run import Count, counted, is_known

LEAST = 0.99
_COLUMNS = ("found", "and more", "elsewhere", "missed", "silent", "false alarm")


def main() -> int:
    """Runs, prints, and says how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("words", nargs="*", metavar="WORD", help="only operators named so")
    parser.add_argument("--every", type=int, default=1, help="only every n-th mutant")
    asked = parser.parse_args()
    names = [n for n in OPERATORS if not asked.words or any(word in n for word in asked.words)]
    counts = counted(names, asked.every)
    misses = [miss for count in counts for miss in count.misses.items()]
    new = [told for told, _ in misses if not is_known(told)]
    whole = sum((count.outcomes for count in counts), Counter[str]())
    lines = [f"{told}{' (NEW)' if told in new else ''} x {len(places)}" for told, places in misses]
    lines += [f"{told}\n    {places[0]}" for told, places in misses if told in new]
    lines += ["", _HEAD, *map(_row, [*counts, Count("all", whole, {})])]
    defects = sum(whole[outcome] for outcome in _COLUMNS[:4])
    share = whole["found"] / max(1, defects)
    lines += [f"Found with the right rule at the right line, and nothing else said: {share:.2%}."]
    lines += [f"Kinds of misses: {len(misses)}, of which {len(new)} are not in misses.txt."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if new or share < LEAST else 0


_HEAD = f"{'operator':28}{'mutants':>9}" + "".join(f"{name:>12}" for name in _COLUMNS)


def _row(count: Count) -> str:
    cells = "".join(f"{count.outcomes[column] or '':>12}" for column in _COLUMNS)
    return f"{count.name:28}{sum(count.outcomes.values()):9}{cells}"


if __name__ == "__main__":
    sys.exit(main())
