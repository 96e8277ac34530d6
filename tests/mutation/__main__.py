"""python -m tests.mutation [--each N] [--faults N] [OPERATOR ...]: every mutant, counted.

Exit status 1 if less than 99 % of the defects are found with the right rule at the right line, or
if a change without meaning gets a finding.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.mutation.operators import OPERATORS
from tests.mutation.run import Tally, judged, mutants, samples, some

LEAST = 0.99


def main() -> int:
    """Runs, prints, and says how it went."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("operators", nargs="*", metavar="OPERATOR", help="only these")
    parser.add_argument("--each", type=int, default=10**9, help="at most so many an operator")
    parser.add_argument("--plans", nargs="*", default=[], help="only these samples, by name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=20, help="how many to print an operator")
    parser.add_argument("--several", type=int, default=0, help="and those with several findings")
    asked = parser.parse_args()
    plans = [sample for sample in samples() if not asked.plans or str(sample) in asked.plans]
    names = [name for name in OPERATORS if not asked.operators or name in asked.operators]
    chosen = some(mutants(plans, names), asked.each, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        tally = Tally(judged(chosen, Path(folder)))
    for held, most in ((tally.faults, asked.faults), (tally.several, asked.several)):
        for name in names:
            for verdict in [v for v in held if v.mutant.operator == name][:most]:
                sys.stdout.write(f"{verdict}\n")
    share, alone = tally.share, tally.total("alone") / max(1, tally.total("found"))
    sys.stdout.write(f"{tally.table()}\n")
    sys.stdout.write(f"Found: {share:.2%}. Of these with one finding: {alone:.2%}.\n")
    return 0 if share >= LEAST and not tally.total("false alarm") else 1


if __name__ == "__main__":
    sys.exit(main())
