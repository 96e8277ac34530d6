"""A paper twice as long takes twice the work."""

import subprocess
import sys

import pytest

from tests.benchmarks.papers import FORMS
from tests.conftest import ROOT

_COUNT = """
from tests.benchmarks.papers import steps
for tactics in (16, 24, 32):
    print(*steps(tactics))
"""


def test_each_tactic_more_costs_the_same() -> None:
    """Counted in a process of its own: where instructions are counted, coverage cannot be."""
    words = [sys.executable, "-c", _COUNT]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    few, more, most = (tuple(map(int, line.split())) for line in ran.stdout.splitlines())
    assert len(few) == 1 + len(FORMS)
    for name, small, middle, large in zip(("check", *FORMS), few, more, most, strict=True):
        assert large - middle == pytest.approx(middle - small, rel=0.02), name
