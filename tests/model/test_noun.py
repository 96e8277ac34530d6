"""A noun is what a dataclass is, to whoever makes, compares, copies or prints one."""

import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from planc.model import noun as module
from planc.model.finding import Place, problem
from planc.model.noun import noun


def _kinds(define: Callable[..., Any]) -> tuple[Any, Any]:
    @define(frozen=True)
    class Thing:
        """One given by place."""

        name: str
        number: int = 1
        words: list[str] = dataclasses.field(default_factory=list)
        shown: bool = dataclasses.field(default=False, compare=False)

    @define(frozen=True, kw_only=True)
    class Named:
        """One given by name."""

        route: tuple[str, ...]
        text: str | None = None

    return Thing, Named


NOUNS, DATACLASSES = _kinds(noun), _kinds(dataclasses.dataclass)
MAKERS: list[Callable[[Any, Any], Any]] = [
    lambda thing, _: thing("a"),
    lambda thing, _: thing("a", 2, ["b"], shown=True),
    lambda thing, _: thing(number=3, name="a"),
    lambda _, named: named(route=("a",)),
    lambda _, named: named(text="b", route=()),
]
REFUSED: list[Callable[[Any, Any], Any]] = [
    lambda thing, _: thing(),
    lambda thing, _: thing("a", 2, [], True, 5),
    lambda thing, _: thing("a", name="b"),
    lambda thing, _: thing("a", other=1),
    lambda _, named: named(("a",)),
    lambda _, named: named(text="a"),
]


@pytest.mark.parametrize("make", MAKERS)
def test_it_is_made_printed_and_copied_as_a_dataclass_is(make: Callable[[Any, Any], Any]) -> None:
    mine, other = make(*NOUNS), make(*DATACLASSES)
    assert repr(mine) == repr(other)
    assert dataclasses.asdict(mine) == dataclasses.asdict(other)
    field = "number" if hasattr(mine, "number") else "text"
    changed = dataclasses.replace(mine, **{field: 9})
    assert repr(changed) == repr(dataclasses.replace(other, **{field: 9}))
    assert mine == make(*NOUNS)
    assert changed != mine
    assert mine != other


@pytest.mark.parametrize("make", REFUSED)
def test_it_is_refused_as_a_dataclass_is(make: Callable[[Any, Any], Any]) -> None:
    for kinds in (NOUNS, DATACLASSES):
        with pytest.raises(TypeError):
            make(*kinds)


def test_what_is_not_compared_is_not_hashed_either() -> None:
    thing, named = NOUNS
    assert thing("a", shown=True) == thing("a")
    assert hash(named(route=("a",))) == hash(named(route=("a",)))
    assert Place("a", None, whole=True) == Place("a")
    assert len({Place("a"), Place("a", None, whole=True), Place("b")}) == 2


def test_it_is_frozen() -> None:
    for thing, _ in (NOUNS, DATACLASSES):
        one = thing("a")
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
            one.name = "b"
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'name'"):
            del one.name
    with pytest.raises(TypeError):
        getattr(module, "noun")(frozen=False)  # noqa: B009


def test_each_has_a_list_of_its_own() -> None:
    thing, _ = NOUNS
    assert thing("a").words is not thing("a").words


def test_it_can_be_sent_to_another_process() -> None:
    sent = problem(("a", 1), name="x")
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301
