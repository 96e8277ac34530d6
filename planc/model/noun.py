"""`noun`: a frozen dataclass that is quickly defined.

`dataclasses` writes six functions for each class and has Python compile them: a hundred nouns take
a quarter of the time in which one plan is checked. These have one set of functions between them,
which look up the fields. All else is as it is there: `fields`, `replace`, FrozenInstanceError.
"""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

__all__ = ["noun"]

if TYPE_CHECKING:
    from dataclasses import dataclass as noun
else:

    def noun(*, frozen: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Makes a dataclass of a class, which must say that it is frozen, for readers and mypy."""
        if not frozen:
            raise TypeError("a noun is frozen")

        def define(kind: type) -> type:
            shared = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only)(kind)
            for name, method in _METHODS.items():
                setattr(shared, name, method)
            return shared

        return define


class _Layout(NamedTuple):
    """The names of the fields of a noun: in order, those given by place, and those compared."""

    names: tuple[str, ...]
    by_place: tuple[str, ...]
    compared: tuple[str, ...]
    required: frozenset[str]
    factories: Mapping[str, Callable[[], Any]]


@cache
def _layout(kind: Any) -> _Layout:
    fields = dataclasses.fields(kind)
    missing = dataclasses.MISSING
    return _Layout(
        names=tuple(field.name for field in fields),
        by_place=tuple(field.name for field in fields if not field.kw_only),
        compared=tuple(field.name for field in fields if field.compare),
        required=frozenset(
            f.name for f in fields if f.default is missing and f.default_factory is missing
        ),
        factories={f.name: f.default_factory for f in fields if f.default_factory is not missing},
    )


def _layout_of(noun: Any) -> _Layout:
    kind: Any = type(noun)
    return _layout(kind)


def _init(self: Any, *args: Any, **named: Any) -> None:
    names, by_place, _, required, factories = _layout_of(self)
    values = dict(zip(by_place, args, strict=False))
    if len(args) > len(by_place) or values.keys() & named or not named.keys() <= {*names}:
        raise TypeError(f"{type(self).__name__} takes {', '.join(names)}, each once")
    values |= named
    if not required <= values.keys():
        lacking = ", ".join(sorted(required - values.keys()))
        raise TypeError(f"{type(self).__name__} lacks {lacking}")
    for name, default in factories.items():
        if name not in values:
            values[name] = default()
    self.__dict__.update(values)


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in _layout_of(self).compared])


def _equal(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _shown(self: Any) -> str:
    parts = (f"{name}={getattr(self, name)!r}" for name in _layout_of(self).names)
    return f"{type(self).__qualname__}({', '.join(parts)})"


def _set(_self: Any, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_METHODS = {
    "__init__": _init,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _set,
    "__delattr__": _delete,
}
