"""What is read quickly is what the careful reader would have made of it, to the last place."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planc.passes.read import read
from planc.passes.read_quick import MOST_CHARACTERS, MOST_DEPTH, read_quick
from tests.benchmarks.corpus import plan
from tests.conftest import ROOT, examples
from tests.passes.told import NAME, PLAN_TEXT

FILES = sorted(
    path
    for folder in ("plans", "tests")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yaml", ".py", ".txt", ".md") and path.is_file()
)


def is_the_same(text: str) -> bool:
    """Whether a text is read quickly; if so, it must be to the same effect."""
    quick = read_quick(text)
    if quick is None:
        return False
    document, faults = read(NAME, text, carefully=True)
    assert faults == []
    assert document is not None
    assert document.spoiled == frozenset()
    assert quick == (document.data, document.marks)
    assert types_of(quick[0]) == types_of(document.data)
    assert list(names_of(quick[0])) == list(names_of(document.data))
    return True


def types_of(data: object) -> object:
    """As `1` and `True` are equal, and no two kinds of value are to be taken for each other."""
    if isinstance(data, dict):
        return {name: types_of(part) for name, part in data.items()}
    return [*map(types_of, data)] if isinstance(data, list) else type(data)


def names_of(data: object) -> list[object]:
    """The names of all maps, in their order."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [
        *(data if isinstance(data, dict) else ()),
        *(n for part in parts for n in names_of(part)),
    ]


def texts_of(path: Path) -> list[str]:
    """A file of YAML; and of any other, each piece that may be meant as one."""
    text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
    if path.suffix == ".yaml":
        return [text]
    quoted = re.findall(r'"""\\?\n?(.*?)"""', text, re.DOTALL)
    lines = [
        line.encode().decode("unicode_escape", "replace")
        for line in re.findall(r'"((?:[^"\\\n]|\\[n"])+)"', text)
    ]
    return [*quoted, *re.split(r"^##? .*\n|\n\n", text, flags=re.MULTILINE), *lines]


def test_every_text_of_these_tests_is_read_alike() -> None:
    texts = dict.fromkeys(text for path in FILES for text in texts_of(path))
    read_quickly = [text for text in texts if is_the_same(text)]
    assert len(texts) > 10_000
    assert len(read_quickly) > 300


@pytest.mark.parametrize("number", range(8))
def test_a_plan_as_officers_write_them_is_read_quickly(number: int) -> None:
    assert is_the_same(plan(number)[1])


UNUSUAL = {
    "a name that no field has": "planc: 1\nmarkings: x\n",
    "a name twice": "ref: a\nref: b\n",
    "a name in quotation marks": '"ref": a\n',
    "a name with an anchor": "&a ref: a\n",
    "a tag": "ref: !!str a\n",
    "a tag on a map": "threat: !x {type: ocg}\n",
    "an anchor on a list": "areas: &a [drugs]\n",
    "a repeat": "ref: &a x\nboard: *a\n",
    "a merge": "threat: {<<: {type: ocg}}\n",
    "a list for a name": "? [a]\n: b\n",
    "a directive": "%YAML 1.2\n---\nref: a\n",
    "a directive further down": "# a\n%YAML 1.2\n---\nref: a\n",
    "two documents": "ref: a\n---\nboard: b\n",
    "no map": "- a\n",
    "nothing": "# nothing\n",
    "a name without a value in braces": "threat: {type}\n",
    "a comma in braces": "threat: {type: ocg, drugs}\n",
    "a tab that is escaped": 'ref: "a\\tb"\n',
    "a control that is escaped": 'ref: "a\\u200bb"\n',
    "a bidirectional control that is escaped": 'ref: "a\\u202eb"\n',
    "a filler that looks like a letter": 'ref: "a\\u3164b"\n',
    "a field in a text": 'summary: "open\nref: a\nboard: b"\n',
    "too deep": "areas: " + "[" * MOST_DEPTH + "]" * MOST_DEPTH,
    "no end of a bracket": "areas: [a\n",
    "very long": f"ref: a\nsummary: {'x' * MOST_CHARACTERS}\n",
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_is_unusual_is_left_to_the_careful_reader(name: str) -> None:
    assert read_quick(UNUSUAL[name]) is None


USUAL = {
    "nothing after a colon, in the middle and at the end": "ref:\nboard:\n",
    "no line feed at the end": "ref: a",
    "a text of several lines": "summary: one\n  two\n\n  three\nref: a\n",
    "quotation marks over several lines": "summary: 'one\n  two'\nref: \"a\n  b\"\n",
    "blocks": "summary: |\n  one\n\n  two\n\n\nref: >-\n  a\n  b\n\nboard: |+\n  x\n\n",
    "a block at the end": "summary: >\n  one\n  two",
    "letters beyond ASCII": 'summary: "Café – naïve"\nref: é\n',
    "what a backslash stands for": 'summary: "a \\"b\\" \\u00e9\\n"\n',
    "lists": "areas: [drugs, {type: a}, [x, 1], true, ~, -0, 07]\n",
    "words that are no text": "areas: [true, false, null, ~, nothing, truth, falsehood, -, 1, x]\n",
    "lists on lines": "subjects:\n  - ref: a\n\n  -\n  - - 1\n",
    "empty ones": "areas: []\nthreat: {}\nteam: {lead: {}}\nsubjects:\n- []\n- {}\n",
    "signs in a text": "summary: a & b! 100% *c*\nref: a#b\n",
    "dashes and dots": "---\nref: a\n...\n",
    "comments": "# a\nref: a # b\n# c\nthreat: # d\n  type: a\n  # e\n",
    "as deep as may be": "areas: " + "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1),
}


@pytest.mark.parametrize("name", USUAL)
def test_what_is_usual_is_read_quickly(name: str) -> None:
    assert is_the_same(USUAL[name])


_NAMES = ("ref", "board", "summary", "threat", "areas", "type", "log", "date", "note")
_WORDS = st.one_of(
    st.sampled_from(
        (
            "x",
            "1",
            "-3",
            "007",
            "true",
            "null",
            "~",
            "",
            "no",
            "2026-11-22",
            "a: b",
            "a #b",
            "é",
            "&a",
            "!a",
        )
    ),
    st.text(st.characters(codec="utf-8"), max_size=12),
)
_VALUES = st.recursive(
    st.tuples(_WORDS, st.sampled_from(("", "'", '"', "|", ">", "|-", ">+"))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from((*_NAMES, "other")), inner, max_size=4),
    ),
    max_leaves=12,
)


def written(value: object, indent: int, *, flow: bool) -> str:
    """A value as it may stand after a colon or a dash; rightly or not."""
    pad = "\n" + " " * indent
    if isinstance(value, tuple):
        word, style = value
        if style[:1] in ("|", ">") and not flow:
            return f"{style}{pad}{word.replace(chr(10), pad)}\n"
        mark = style if style in ("'", '"') else ""
        return f"{mark}{word}{mark}"
    if isinstance(value, list):
        if flow or not value:
            return f"[{', '.join(written(part, 0, flow=True) for part in value)}]"
        return "".join(f"{pad}- {written(part, indent + 2, flow=indent > 4)}" for part in value)
    assert isinstance(value, dict)
    if flow or not value:
        return (
            f"{{{', '.join(f'{n}: {written(part, 0, flow=True)}' for n, part in value.items())}}}"
        )
    return "".join(
        f"{pad}{n}: {written(part, indent + 2, flow=indent > 4)}" for n, part in value.items()
    )


@pytest.mark.generated
@settings(max_examples=examples(100), deadline=None)
@given(st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=5))
def test_whatever_is_written_is_read_alike(value: dict[str, object]) -> None:
    is_the_same(written(value, 0, flow=False).lstrip("\n"))


def damaged(text: str, chance: Random) -> str:
    """A plan in which something went wrong."""
    at = chance.randrange(len(text))
    other = chance.choice("\"'{}[],:#-|>&*!%@ \n\t?\\x0é\u2028")
    return chance.choice(
        (
            text[:at] + other + text[at:],
            text[:at] + text[at + 1 :],
            text[:at] + other + text[at + 1 :],
        )
    )


@pytest.mark.generated
def test_a_plan_with_a_sign_too_many_or_too_few_is_read_alike() -> None:
    chance = Random(21)  # noqa: S311
    texts = [damaged(PLAN_TEXT, chance) for _ in range(examples(1_000))]
    assert len([text for text in texts if is_the_same(text)]) > len(texts) // 4
