"""A paper twice as long takes twice the work."""

import subprocess
import sys

import pytest

from tests.benchmarks.papers import FORMS
from tests.conftest import ROOT

_COUNT = """
from tests.benchmarks.papers import steps
print(*(steps(tactics, {form!r}) for tactics in (30, 60, 90)))
"""


@pytest.mark.parametrize("form", FORMS)
def test_each_tactic_more_costs_the_same(form: str) -> None:
    """Counted in a process of its own: where instructions are counted, coverage cannot be."""
    words = [sys.executable, "-c", _COUNT.format(form=form)]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    few, more, most = map(int, ran.stdout.split())
    assert most - more == pytest.approx(more - few, rel=0.02)
