"""What the benchmarks say of time and memory is of whole programs, and by unit."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.race import MIB, Contender, race, run, spread, weigh
from tests.conftest import posix

_SPIN = "import time\nwhile time.process_time() < {}: pass"
_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}], check=True)"


def python(code: str, status: int = 0, units: int = 1) -> Contender:
    return Contender(code, (sys.executable, "-c", code), Path(), status, units)


@posix
def test_processor_time_is_that_of_children_too() -> None:
    timed = run(python(_CHILD.format(_SPIN.format(0.3))))
    assert 0.3 <= timed.cpu <= timed.wall + 0.1


@pytest.mark.skipif(sys.platform != "linux", reason="where /proc says it")
def test_memory_is_that_of_the_largest_and_of_all_at_once() -> None:
    block = f"x = bytearray({60 * MIB}); import time; time.sleep(0.2)"
    memory = weigh(python(f"x = bytearray({40 * MIB})\n{_CHILD.format(block)}"))
    assert 60 * MIB < memory.largest < 95 * MIB
    assert 100 * MIB < memory.summed < 150 * MIB


@posix
def test_a_program_twice_as_large_that_takes_twice_as_long_is_as_fast() -> None:
    small, large = race([python(_SPIN.format(0.2)), python(_SPIN.format(0.4), units=2)], rounds=1)
    assert large.against(small, "cpu").median == pytest.approx(1, abs=0.15)


@posix
def test_a_program_that_fails_is_not_taken_for_a_fast_one() -> None:
    with pytest.raises(AssertionError, match="exit status 1"):
        run(python("raise SystemExit(1)"))
    run(python("raise SystemExit(1)", status=1))


def test_a_spread_is_the_median_and_the_quartiles() -> None:
    assert spread([5, 1, 4, 2, 3]) == (3, 2, 4)
    assert str(spread([2, 1])) == "1.50 (1.00 to 2.00)"
