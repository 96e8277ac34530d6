"""The mistakes that `python -m tests.mutation.code` makes in planc's code, and its list."""

import ast

from tests.mutation.by_hand import by_hand
from tests.mutation.code import NEAREST, NOT_YET, known_survivors, of_file
from tests.mutation.code_operators import mutants
from tests.mutation.code_trial import ROOT

SOURCE = '''\
"""What it does."""
def may(days: int, names: list[str] = ["a", "b"]) -> bool:
    if not names or days > 30:
        raise ValueError(f"{days} days")
    return all(name.strip() in names[1:] for name in names if name)
'''


def test_each_part_of_the_code_is_written_in_another_way() -> None:
    made = list(mutants("x.py", SOURCE))
    told = {mutant.told for mutant in made}
    assert len(told) == len(made)
    for change in (
        "may: days > 30 => days >= 30",
        "may: days > 30 => days <= 30",
        "may: 30 => 31",
        "may: not names => names",
        "may: not names or days > 30 => not names and days > 30",
        "may: not names or days > 30 => days > 30",
        "may: if not names or days > 30: => if False:",
        "may: raise ValueError(f'{days} days') => pass",
        "may: f'{days} days' => f' days'",
        "may: name.strip() => name",
        "may: 1: => :",
        "may: ['a', 'b'] => ['b']",
        "may: 'a' => 'a~'",
    ):
        assert f"x.py: {change}" in told, change
    assert not [one for one in told if "What it does" in one or "int" in one.split("=>")[0]]


def test_a_mutant_is_the_file_with_that_one_change() -> None:
    plain = ast.unparse(ast.parse(SOURCE)).splitlines()
    for mutant in mutants("x.py", SOURCE):
        changed = ast.unparse(mutant.tree()).splitlines()
        assert changed != plain, mutant.told
        compile(mutant.tree(), "x.py", "exec")


def test_each_known_survivor_is_a_mutant_of_the_code_as_it_is() -> None:
    told = {mutant.told for path in (*NEAREST, *NOT_YET) for mutant in of_file(path)}
    assert [line for line in known_survivors() if line not in told] == []


def test_each_mistake_made_by_hand_can_still_be_made() -> None:
    made = list(by_hand())
    assert len(made) == 14
    for one in made:
        source = (ROOT / one.path).read_text(encoding="utf-8")
        assert ast.unparse(one.tree()) != ast.unparse(ast.parse(source)), one.told


def test_each_file_has_tests_of_its_own() -> None:
    for path, tests in (
        *NEAREST.items(),
        *NOT_YET.items(),
        *((one.path, one.tests) for one in by_hand()),
    ):
        for name in (path, *tests):
            assert (ROOT / name.partition("::")[0]).is_file(), name
