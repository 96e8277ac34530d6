"""A file of settings before and after -> each setting that is not as it was."""

from collections.abc import Iterator, Sequence
from typing import Any

from planc.model.difference import SettingChange
from planc.model.document import Data, Route, value_at

_DEEP = 3


def compare_settings(path: str, old: Data, new: Data) -> Iterator[SettingChange]:
    """What changed in the policy, the directory or the baseline at a path; None where none was."""
    before, after = dict(_flat(old)), dict(_flat(new))
    for route in dict.fromkeys((*before, *after)):
        then, now = before.get(route), after.get(route)
        if then != now:
            longer = isinstance(then, list) and isinstance(now, list) and then == now[: len(then)]
            later_only = longer and route[-1] == "meetings"
            where = _located(new, route)
            name = ".".join(route)
            yield SettingChange(path, name, _scalar(then), _scalar(now), later_only, where)


def _located(data: Data, route: Sequence[str]) -> Route:
    """The way to a setting, items of lists by their number."""
    steps: list[str | int] = []
    for name in route:
        items = data if isinstance(data, list) else []
        numbers = (n for n, item in enumerate(items) if value_at(item, ("id",)) == name)
        step = next(numbers, name) if isinstance(data, list) else name
        steps.append(step)
        data = value_at(data, (step,))
    return tuple(steps)


def _flat(data: Any, route: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Settings by their way, lists as a whole but for those whose items have ids."""
    if isinstance(data, list) and all(isinstance(one, dict) and "id" in one for one in data):
        data = {str(one["id"]): one for one in data}
    if isinstance(data, dict) and len(route) < _DEEP and route[:-1] != ("rules",):
        for name, value in data.items():
            yield from _flat(value, (*route, str(name)))
    elif route:
        yield route, data


def _scalar(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("severity")
    return None if value is None or isinstance(value, list) else str(value)
