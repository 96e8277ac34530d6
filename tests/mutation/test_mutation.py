"""Some of the mutants; `python -m tests.mutation` runs all of them."""

import pytest

from tests.mutation.operators import OPERATORS
from tests.mutation.run import is_known, judged, known_misses, mutants, samples

MOST = 8
"""About how many mutants of each operator are tried here, spread over all plans and lines."""


@pytest.mark.parametrize("name", OPERATORS)
def test_a_mistake_is_found_where_it_is_and_nothing_else_is_said(name: str) -> None:
    tried = found = 0
    for place, sample in enumerate(samples()):
        made = list(mutants(name, sample))
        step = max(1, len(made) * len(samples()) // MOST)
        for mutant, said in judged(made[place * step // len(samples()) :: step], sample):
            tried += 1
            if mutant.outcome(said) in ("found", "silent"):
                found += 1
            else:
                assert is_known(mutant.told(said)), (mutant.told(said), mutant.place(said))
    assert found > tried / 2


def test_every_known_miss_is_one_of_an_operator() -> None:
    assert {kind.split(":")[0] for kind in known_misses()} <= OPERATORS.keys()
