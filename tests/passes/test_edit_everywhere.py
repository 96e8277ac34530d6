"""Every change at every place of samples and of odd files, judged by another reader."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planc.errors import EditRefusedError
from planc.model.change import Append, Change, Remove, Set
from planc.model.document import Data, Route
from planc.passes.edit import edit
from tests.conftest import examples
from tests.passes.every_change import AWKWARD, ENTRY, ODD, changes, fault, routes
from tests.passes.test_edit import parse

SAMPLES = sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))


def _edited(raw: bytes, change: Change) -> bytes | None:
    """The file after the change, which the judge approves; None if it is refused."""
    try:
        after = edit(raw, change, parse)
    except EditRefusedError:
        return None
    assert fault(raw, after, change) is None, change
    return after


def _data(raw: bytes) -> Data:
    document = parse(raw)
    assert document is not None
    return document.data


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_says_what_was_meant_and_all_else_stays(path: Path, ends: str) -> None:
    raw = path.read_bytes().replace(b"\n", ends.encode())
    data = _data(raw)
    chosen = random.Random(f"{path.stem}{ends}")  # noqa: S311
    places = list(routes(data))
    for route in chosen.sample(places, min(examples(1), len(places))):
        for change in changes(data, route, chosen.choice(AWKWARD)):
            after = _edited(raw, change)
            assert after is None or after.count(b"\n") == after.count(ends.encode())


@pytest.mark.parametrize("style", ODD)
def test_an_odd_file_says_what_was_meant_and_all_else_stays(style: str) -> None:
    raw = ODD[style].encode()
    data = _data(raw)
    chosen = random.Random(style)  # noqa: S311
    made = [
        _edited(raw, change)
        for route in routes(data)
        for text in chosen.sample(AWKWARD, min(examples(1), len(AWKWARD)))
        for change in changes(data, route, text)
    ]
    assert any(made)


@settings(max_examples=examples(20), deadline=None)
@given(st.data())
def test_changes_one_after_another_say_what_was_meant(data: st.DataObject) -> None:
    raw = data.draw(
        st.sampled_from([ODD["deep"], ODD["comments"], ODD["json"], ODD["crlf"]])
    ).encode()
    for _ in range(3):
        places = list(routes(_data(raw)))
        text = data.draw(st.sampled_from(AWKWARD) | st.text(max_size=20))
        route = data.draw(st.sampled_from(places))
        raw = (
            _edited(raw, data.draw(st.sampled_from(list(changes(_data(raw), route, text))))) or raw
        )


# The judge

PLAN = b"a: one  # why\nl:\n  - {id: A, b: two}\n"


@pytest.mark.parametrize(
    ("change", "after"),
    [
        (Set(("a",), "two"), b"a: two # why\nl:\n  - {id: A, b: two}\n"),
        (Set(("a",), "two"), b'a: two  # why\nl:\n  - {id: A, b: "two"}\n'),
        (Set(("a",), "two"), b"a: two  # why\r\nl:\n  - {id: A, b: two}\n"),
        (Set(("a",), "two"), b"a: three  # why\nl:\n  - {id: A, b: two}\n"),
        (Set(("a",), "NO"), b"a: 'NO'  # why\nl:\n  - {id: A, b: two }\n"),
        (Append(("l",), dict(ENTRY)), PLAN + b"  - {ref: PUR-1, note: Notices drafted}\n"),
        (Append(("l",), "x"), PLAN.replace(b"  # why", b"") + b"  - x\n"),
        (Remove(("l", 0, "b")), b"a: one # why\nl:\n  - {id: A}\n"),
        (Remove(("l", 0, "b")), PLAN),
    ],
)
def test_the_judge_sees_what_is_wrong(change: Change, after: bytes) -> None:
    assert fault(PLAN, after, change)


def test_the_judge_lets_pass_what_is_right() -> None:
    route: Route = ("a",)
    assert fault(PLAN, PLAN.replace(b"one", b"two"), Set(route, "two")) is None
    assert fault(PLAN, PLAN + b"  - x\n", Append(("l",), "x")) is None
