"""Some of the mutants; `python -m tests.mutation` runs all of them."""

import pytest

from tests.mutation.operators import OPERATORS
from tests.mutation.run import judged, known_misses, mutants, samples

MOST = 12
"""How many mutants of each operator are tried here."""


@pytest.mark.parametrize("name", OPERATORS)
def test_a_mistake_is_found_where_it_is_and_nothing_else_is_said(name: str) -> None:
    known = known_misses()
    tried = 0
    for place, sample in enumerate(samples()):
        made = list(mutants(name, sample))
        step = max(1, len(made) * len(samples()) // MOST)
        chosen = made[(place * 7) % step :: step] if made else []
        for mutant, said in judged(chosen, sample):
            tried += 1
            if mutant.outcome(said) not in ("found", "silent"):
                assert mutant.told(said) in known, mutant.place(said)
    assert tried


def test_every_known_miss_has_a_reason_and_an_operator() -> None:
    for told, reason in known_misses().items():
        assert reason.endswith("."), told
        assert told.split(":")[0] in OPERATORS, told
