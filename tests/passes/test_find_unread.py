"""A folder -> what in it may be a plan and is not read. What comes of that: test_completeness."""

import os
from collections.abc import Collection
from pathlib import Path

import pytest

from planc.passes.find_unread import Unread, find_unread, looks_like_plan
from planc.resources import schema
from tests.conftest import BASE, PLAN, posix

FIELDS = schema("plan")["properties"].keys()
TEXT = (BASE / PLAN).read_text(encoding="utf-8")
PATTERNS = ("plans/**/*.yaml",)


def _unread(
    root: Path, read: Collection[str] = (), left_out: Collection[str] = ()
) -> dict[str, Unread]:
    """What is not read, by its path."""
    known, outside = [root / name for name in read], [root / name for name in left_out]
    found = find_unread([root], root, known, PATTERNS, outside)
    return {one.path.relative_to(root).as_posix(): one for one in found}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("plans/larch.yaml", "plans/ash.yml", "notes.txt", "docs/elm.yaml", "packs/x.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_all_but_the_files_that_are_read_and_the_papers(root: Path) -> None:
    assert _unread(root, ["plans/larch.yaml"]).keys() == {
        "plans/ash.yml",
        "notes.txt",
        "docs/elm.yaml",
    }


def test_what_the_policy_leaves_out_is_left_out_with_all_that_is_in_it(root: Path) -> None:
    assert _unread(root, left_out=["docs", "notes.txt"]).keys() == {
        "plans/larch.yaml",
        "plans/ash.yml",
    }


@pytest.mark.parametrize(
    ("name", "certain", "because"),
    [
        ("plans/ash.yml", True, "its name does not end in .yaml"),
        ("notes.txt", False, "it is not where planc.yaml says that plans are"),
        ("docs/elm.yaml", False, "it is not where planc.yaml says that plans are"),
    ],
)
def test_each_says_why_and_whether_its_text_must_be_looked_at(
    root: Path, name: str, certain: bool, because: str
) -> None:
    one = _unread(root)[name]
    assert (one.certain, one.files) == (certain, (root / name,))
    assert because in one.because
    assert one.do


def test_a_hidden_file_and_one_beside_another_policy_say_so(root: Path) -> None:
    (root / "plans" / ".oak.yaml").write_text(TEXT, encoding="utf-8")
    (root / "docs" / "planc.yaml").write_text("planc: 1\n", encoding="utf-8")
    found = _unread(root)
    assert "starts with a dot" in found["plans/.oak.yaml"].because
    assert found["docs/elm.yaml"].because == "docs has a planc.yaml of its own"


@pytest.mark.parametrize(
    ("folder", "mark"),
    [("env", "pyvenv.cfg"), ("conda", "conda-meta/x"), (".git", "HEAD")],
)
def test_what_other_programs_keep_for_themselves_is_passed_over(
    root: Path, folder: str, mark: str
) -> None:
    for name in ("plan.yaml", mark):
        path = root / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    assert not [name for name in _unread(root) if name.startswith(folder)]


@posix
def test_a_link_is_told_of_and_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "plan.yaml").write_text(TEXT, encoding="utf-8")
    (root / "plans" / "east").symlink_to(outside)
    (root / "docs" / "again").symlink_to(root / "docs")
    found = _unread(root)
    assert found["plans/east"].certain
    assert "behind a link" in found["plans/east"].because
    assert not [name for name in found if "again" in name or name.startswith("plans/east/")]


@pytest.mark.skipif(os.name == "nt", reason="permissions")
def test_a_folder_that_is_gone_when_its_turn_comes_is_told_of(root: Path) -> None:
    gone = root / "gone"
    (one,) = find_unread([gone], root, (), PATTERNS, ())
    assert (one.path, one.trouble, one.certain) == (gone, "no such file or directory", True)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        "\ufeffplanc: 1\nref: x\n",
        "planc: 1\nref: SOC-2026-014\n",
        "\"planc\" : 1\n'ref': x\n",
        '{"planc": 1, "ref": "SOC-2026-014"}',
        "\n".join(TEXT.split("\n")[4:]),
    ],
)
def test_a_plan_is_known_by_its_fields(text: str) -> None:
    assert looks_like_plan(text, FIELDS)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ref: SOC-2026-014\n",
        "planc: 1\nforce: Exampleton Police\n",
        "How to write a plan:\n\n```yaml\n" + TEXT + "```\n",
        "  planc: 1\n  ref: x\n",
        "plancs: 1\nrefs: 2\n",
        '{"ref": "SOC-2026-014"}',
    ],
)
def test_what_only_speaks_of_plans_is_none(text: str) -> None:
    assert not looks_like_plan(text, FIELDS)
