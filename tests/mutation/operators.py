"""The table of operators: everything that is done to a plan to see what planc says."""

from collections.abc import Callable, Mapping
from types import ModuleType

from tests.mutation import board, drop, fields, meaning, signs, silence
from tests.mutation.mutant import Changes
from tests.mutation.sample import Sample

Operator = Callable[[Sample], Changes]


def _of(module: ModuleType) -> dict[str, Operator]:
    """The public functions of a module that make changes, in the order in which they stand."""
    return {
        name.replace("_", " "): made
        for name, made in vars(module).items()
        if getattr(made, "__annotations__", {}).get("return") is Changes and name[0] != "_"
    }


OPERATORS: Mapping[str, Operator] = {
    name: made
    for module in (drop, fields, signs, meaning, board, silence)
    for name, made in _of(module).items()
}
