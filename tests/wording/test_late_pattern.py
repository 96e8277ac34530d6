"""A pattern that is compiled late finds what one that is compiled at once does."""

import pkgutil
import re
from importlib import import_module

import pytest

import planc.detect
from planc.wording.late_pattern import _LatePattern, late_pattern


def test_it_is_compiled_when_it_is_first_used_and_then_as_good_as_any() -> None:
    late = late_pattern("(?P<a>x+)Y", re.IGNORECASE)
    assert "search" not in vars(late)
    found = late.search("-xxy")
    assert found
    assert found["a"] == "xx"
    assert late.sub("z", "xy XY") == "z z"
    assert "search" in vars(late)
    assert late.groupindex == {"a": 1}
    assert late_pattern(b"x").findall(b"xx") == [b"x", b"x"]


def test_what_is_no_pattern_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error):
        late_pattern("(").search("")
    with pytest.raises(AttributeError):
        getattr(late_pattern("x"), "find")  # noqa: B009


def test_every_pattern_that_may_be_used_late_is_one() -> None:
    modules = [
        import_module(m.name) for m in pkgutil.iter_modules(planc.detect.__path__, "planc.detect.")
    ]
    late = [
        one for module in modules for one in vars(module).values() if isinstance(one, _LatePattern)
    ]
    assert len(late) > 20
    for one in late:
        one.search("")
