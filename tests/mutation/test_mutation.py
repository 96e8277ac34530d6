"""Some of the mutants; `python -m tests.mutation` runs all of them."""

import pytest

from tests.mutation.operators import OPERATORS
from tests.mutation.run import is_known, judged, known_misses, mutants, samples

ABOUT = 4
"""How many mutants of each operator are tried here."""


@pytest.mark.parametrize("name", OPERATORS)
def test_a_mistake_is_found_where_it_is_and_nothing_else_is_said(name: str) -> None:
    made = [mutant for sample in samples() for mutant in mutants(name, sample)]
    step = max(1, len(made) // ABOUT)
    chosen = made[step // 2 :: step]
    misses = [
        (mutant.told(said), mutant.place(said))
        for mutant, said in judged(chosen)
        if mutant.outcome(said) not in ("found", "silent")
    ]
    assert not [miss for miss in misses if not is_known(miss[0])]
    assert len(misses) <= len(chosen) / 2


def test_every_known_miss_is_one_of_an_operator() -> None:
    assert {kind.split(":")[0] for kind in known_misses()} <= OPERATORS.keys()
