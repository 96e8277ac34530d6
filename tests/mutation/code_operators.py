"""Mistakes in Python code: what can stand in the place of each part of a file's syntax tree."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mutant:
    """A file with one part of it in another form.

    `number` tells apart those that are told of alike; `at` is the place in the walk over the tree.
    """

    path: str
    source: str
    at: int
    place: str
    change: str
    number: int = 0

    @property
    def told(self) -> str:
        """`file: function: before => after`, without line numbers, as survivors.txt has it."""
        again = f" (number {self.number + 1})" if self.number else ""
        return f"{self.path}: {self.place}: {self.change}{again}"

    def tree(self) -> ast.Module:
        """The file's syntax tree with the mistake in it."""
        tree = ast.parse(self.source)
        for at, slot in enumerate(_slots(tree)):
            if at == self.at:
                slot.put()
                return ast.fix_missing_locations(tree)
        raise AssertionError(self.told)


def mutants(path: str, source: str) -> Iterator[Mutant]:
    """Every mistake that the operators can make in a file."""
    seen = Counter[tuple[str, str]]()
    for at, slot in enumerate(_slots(ast.parse(source))):
        change = _change(_written(slot.old), _written(slot.new))
        yield Mutant(path, source, at, slot.place, change, seen[slot.place, change])
        seen[slot.place, change] += 1


def _written(node: ast.AST) -> str:
    """The code of a node on one line, and of what holds others its first line."""
    text = ast.unparse(ast.fix_missing_locations(deepcopy(node)))
    return " ".join((text.split("\n")[0] if hasattr(node, "body") else text).split())


_LONGEST = 100


def _change(before: str, after: str) -> str:
    """What stands there, and what stands there instead; of what is long, from the difference on."""
    pairs = zip(f"{before}\n", f"{after}\n", strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
    if at > _LONGEST:
        start = max(before.rfind(sign, 0, at) for sign in "(,[{ ")
        before, after = f"... {before[start + 1 :]}", f"... {after[start + 1 :]}"
    return " => ".join(
        text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..." for text in (before, after)
    )


@dataclass
class _Slot:
    """A part of a tree, and what else can stand there."""

    place: str
    holder: ast.AST
    name: str
    index: int | None
    old: ast.AST
    new: ast.AST

    def put(self) -> None:
        if self.index is None:
            setattr(self.holder, self.name, self.new)
        else:
            getattr(self.holder, self.name)[self.index] = self.new


def _slots(tree: ast.AST, place: str = "module") -> Iterator[_Slot]:
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        parts = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, node in parts:
            if not isinstance(node, ast.AST) or _is_docstring(node):
                continue
            inner = _inside(node, place)
            for new in _INSTEAD.get(type(node), _unchanged)(node):
                yield _Slot(inner, tree, name, index, node, ast.copy_location(new, node))
            yield from _slots(node, inner)


def _inside(node: ast.AST, place: str) -> str:
    if not isinstance(node, ast.FunctionDef | ast.ClassDef):
        return place
    return node.name if place == "module" else f"{place}.{node.name}"


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# What can stand instead

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_REACHED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_NAMES = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list", "set": "list"}
_TRIMS = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "replace", "sub"}
_TRIMS |= {"removesuffix", "removeprefix"}


def _other_constant(node: Any) -> Iterator[ast.AST]:
    match node.value:
        case bool():
            yield ast.Constant(not node.value)
        case int():
            yield ast.Constant(node.value + 1)
        case str():
            yield ast.Constant(node.value + "~")
        case bytes():
            yield ast.Constant(node.value + b"~")


def _other_comparison(node: Any) -> Iterator[ast.AST]:
    for at, sign in enumerate(node.ops):
        for other in _COMPARED[type(sign)]:
            yield _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def _other_logic(node: Any) -> Iterator[ast.AST]:
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    yield from node.values


def _other_sum(node: Any) -> Iterator[ast.AST]:
    if type(node.op) in _REACHED:
        yield _with(node, op=_REACHED[type(node.op)]())


def _always_or_never(node: Any) -> Iterator[ast.AST]:
    yield _with(node, test=ast.Constant(False))
    if isinstance(node, ast.If):
        yield _with(node, test=ast.Constant(True))


def _other_call(node: Any) -> Iterator[ast.AST]:
    """Another function, without one of its named arguments, or not called at all."""
    for at in range(len(node.keywords)):
        yield _with(node, keywords=_without(node.keywords, at))
    if isinstance(node.func, ast.Name) and node.func.id in _NAMES:
        yield _with(node, func=ast.Name(_NAMES[node.func.id], ast.Load()))
    if isinstance(node.func, ast.Attribute) and node.func.attr in _TRIMS:
        yield node.args[-1] if node.func.attr == "sub" else node.func.value


def _no_answer(node: Any) -> Iterator[ast.AST]:
    if node.value is not None:
        yield ast.Pass()


def _no_change(node: Any) -> Iterator[ast.AST]:
    """Of an assignment to a name nothing is left out: the next line would not run."""
    if not isinstance(node.targets[0], ast.Name | ast.Tuple):
        yield ast.Pass()


def _fewer_items(node: Any) -> Iterator[ast.AST]:
    if len(node.elts) > 1 and not isinstance(getattr(node, "ctx", None), ast.Store):
        for at in range(len(node.elts)):
            yield _with(node, elts=_without(node.elts, at))


def _fewer_keys(node: Any) -> Iterator[ast.AST]:
    for at in range(len(node.keys)):
        yield _with(node, keys=_without(node.keys, at), values=_without(node.values, at))


def _fewer_words(node: Any) -> Iterator[ast.AST]:
    for at, part in enumerate(node.values):
        if isinstance(part, ast.FormattedValue):
            yield _with(node, values=_without(node.values, at))


def _fewer_conditions(node: Any) -> Iterator[ast.AST]:
    for at in range(len(node.ifs)):
        yield _with(node, ifs=_without(node.ifs, at))


def _no_end(node: Any) -> Iterator[ast.AST]:
    if node.lower:
        yield _with(node, lower=None)
    if node.upper:
        yield _with(node, upper=None)


def _nothing(_: Any) -> Iterator[ast.AST]:
    yield ast.Pass()


_INSTEAD: dict[type[ast.AST], Callable[[Any], Iterator[ast.AST]]] = {
    ast.Constant: _other_constant,
    ast.Compare: _other_comparison,
    ast.BoolOp: _other_logic,
    ast.UnaryOp: lambda node: iter([node.operand]),
    ast.BinOp: _other_sum,
    ast.IfExp: lambda node: iter([node.body, node.orelse]),
    ast.If: _always_or_never,
    ast.While: _always_or_never,
    ast.Call: _other_call,
    ast.Return: _no_answer,
    ast.Assign: _no_change,
    **dict.fromkeys((ast.Tuple, ast.List, ast.Set), _fewer_items),
    ast.Dict: _fewer_keys,
    ast.JoinedStr: _fewer_words,
    ast.comprehension: _fewer_conditions,
    ast.Slice: _no_end,
    **dict.fromkeys((ast.Expr, ast.AugAssign, ast.Continue, ast.Break, ast.Raise), _nothing),
}
"""What makes the other forms of each sort of node; the tree that it is in stays as it is."""


def _unchanged(_: Any) -> Iterator[ast.AST]:
    return iter(())


def _with(node: Any, **parts: Any) -> ast.AST:
    other: ast.AST = copy(node)
    for name, value in parts.items():
        setattr(other, name, value)
    return other


def _without(parts: list[Any], at: int) -> list[Any]:
    return [*parts[:at], *parts[at + 1 :]]
