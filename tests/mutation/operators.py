"""The table of operators: everything that is done to a plan to see what planc says."""

import inspect
from collections.abc import Callable, Mapping
from types import ModuleType

from tests.mutation import characters, fields, lines, meaning, omissions, silence
from tests.mutation.mutant import Changes
from tests.mutation.sample import Sample

Operator = Callable[[Sample], Changes]


def _of(module: ModuleType) -> dict[str, Operator]:
    """The operators of a module, in the order in which it defines them."""
    return {
        name.replace("_", " "): made
        for name, made in vars(module).items()
        if inspect.isfunction(made) and made.__module__ == module.__name__
        if made.__annotations__.get("return") is Changes and not name.startswith("_")
    }


OPERATORS: Mapping[str, Operator] = {
    name: made
    for module in (lines, characters, fields, omissions, meaning, silence)
    for name, made in _of(module).items()
}
