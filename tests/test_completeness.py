"""Nothing that looks like a plan goes unread in silence, and what does not is left alone."""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planc.all_rules import NEED_DIRECTORY, PORTFOLIO_RULES, RULES
from planc.check import check
from planc.completeness import unread_files
from planc.model.finding import Finding
from planc.model.rule import rule_name
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, DAY, NO_OWNER, PLAN, Planc, change, posix

BAD = (BASE / PLAN).read_text(encoding="utf-8").replace(*NO_OWNER)
NOTES = "notes: on the flats\n"


def _found(root: Path) -> list[Finding]:
    return [f for f in check(open_repository([root]), AS_OF).findings if f.place.path != PLAN]


def _unread(root: Path) -> set[str]:
    return {f.place.path for f in _found(root) if f.rule == "plan-unread"}


# Forty ways to keep a bad plan from being read. Each is a path, and what stands there.
BYTES = BAD.encode()
AS_JSON = b'{"planc": 1, "ref": "SOC-2026-099", "status": "active", "pursue": []}'
WAYS: dict[str, bytes | str] = {
    # by its ending
    "plans/w01.yml": BYTES,
    "plans/w02.YAML": BYTES,
    "plans/w03.Yaml": BYTES,
    "plans/w04.yaml.txt": BYTES,
    "plans/w05.yml.txt": BYTES,
    "plans/w06.yaml.bak": BYTES,
    "plans/w07.yaml~": BYTES,
    "plans/w08.txt": BYTES,
    "plans/w09": BYTES,
    "plans/w10.yaml.old": BYTES,
    "plans/w11.yaml ": BYTES,
    "plans/w12.yaml.": BYTES,
    "plans/w13.y\u0430ml": BYTES,
    "plans/w14.md": BYTES,
    "plans/w15.json": AS_JSON,
    "plans/w16.yml": b"\xff\xfe" + BAD.encode("utf-16-le"),
    "plans/w17.txt": b"\xff\xfe" + BAD.encode("utf-16-le"),
    "plans/w18.doc": b"\xef\xbb\xbf" + BYTES.replace(b"\n", b"\r\n"),
    "plans/w19.yaml.docx": b"PK\x03\x04 not to be read",
    "plans/w20.yml": b"",
    # hidden
    "plans/.w21.yaml": BYTES,
    "plans/.w22/plan.yaml": BYTES,
    ".w23/plan.yaml": BYTES,
    ".w24.yaml": BYTES,
    "plans/east/.w25.yml": BYTES,
    # in another place
    "w26.yaml": BYTES,
    "w27.yml": BYTES,
    "other/w28.yaml": BYTES,
    "Plans/w29.yaml": BYTES,
    "docs/deep/down/below/w30.yaml": BYTES,
    "archive/packs/w31.yaml": BYTES,
    "env/w32.yaml": BYTES,
    "node_modules/w33.yaml": BYTES,
    "old.git/w34.yaml": BYTES,
    ".git/w35.yaml": BYTES,
    # beside another planc.yaml
    "regions/east/planc.yaml": "planc: 1\n",
    "regions/east/plans/w36.yaml": BYTES,
    # in another guise
    "other/w37.yaml": BAD.replace("planc: 1\n", ""),
    "other/w38.yaml": BAD.replace("\nref:", '\n"ref" :').replace("planc:", "'planc' :"),
    "other/w39.txt": "---\n# SAMPLE\n" + BAD,
}


def _write(root: Path, name: str, content: bytes | str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


@posix
def test_forty_ways_to_keep_a_bad_plan_from_being_read_are_all_found(base: Path) -> None:
    for name, content in WAYS.items():
        _write(base, name, content)
    outside = base.parent / "outside"
    _write(outside, "plan.yaml", BAD)
    (base / "plans" / "w40").symlink_to(outside)
    found = _unread(base)
    missed = [
        way
        for way in (f"w{n:02}" for n in range(1, 41))
        if way not in str(sorted(found)) and not (way == "w22" and "plans/.w22/plan.yaml" in found)
    ]
    assert missed == []
    assert found == {*WAYS, "plans/w40"} - {"regions/east/planc.yaml"}


@posix
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("plans/east", "folder"),
        ("plans/east.yml", "plan.yaml"),
        ("east", "folder"),
        ("east.txt", "plan.yaml"),
        ("docs/east", "folder"),
    ],
)
def test_a_link_that_leads_out_of_the_repository_to_a_plan(
    base: Path, name: str, target: str
) -> None:
    outside = base.parent / "outside"
    _write(outside, "plan.yaml", BAD)
    _write(outside, "folder/deep/plan.yaml", BAD)
    (base / name).parent.mkdir(exist_ok=True)
    (base / name).symlink_to(outside / target)
    (found,) = _found(base)
    assert (found.rule, found.place.path) == ("plan-unread", name)
    assert "behind a link" in found.wrong


def test_a_narrowed_pattern_leaves_no_plan_out_of_sight(planc: Planc, base: Path) -> None:
    _write(base, "plans/ash.yaml", BAD.replace("SOC-2026-014", "SOC-2026-015"))
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("plans: ['plans/l*.yaml']\n")
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert ran.out.startswith("plans/ash.yaml:1:1 ")
    assert "plans: only plans/l*.yaml (planc.yaml, line " in ran.out


def test_plans_beside_the_policy_do_not_vanish_when_a_folder_plans_comes(base: Path) -> None:
    (base / PLAN).rename(base / "larch.yaml")
    _write(base, PLAN, (BASE / PLAN).read_bytes())
    assert _unread(base) == {"larch.yaml"}


def test_what_is_no_plan_is_left_out_by_the_policy_and_the_summary_says_so(
    planc: Planc, base: Path
) -> None:
    _write(base, "plans/templates/blank.yaml", NOTES)
    _write(base, "drafts/ash.yaml", BAD)
    _write(base, "drafts/.old/maple.yml", BAD)
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("not_plans: [plans/templates/*, drafts]\n")
    ran = planc("check", *DAY)
    assert ran.status == 0
    assert "not_plans: not looked at are plans/templates/*, drafts (planc.yaml, line " in ran.out


def test_of_a_part_only_that_part_is_looked_through(planc: Planc, base: Path) -> None:
    _write(base, "plans/east/ash.yaml", BAD.replace("SOC-2026-014", "SOC-2026-015"))
    _write(base, "plans/east/maple.yml", BAD)
    _write(base, "w.yaml", BAD)
    ran = planc("check", "plans/east", *DAY, "--output", "concise")
    assert "plans/east/maple.yml:1:1: error plan-unread" in ran.out
    assert "w.yaml" not in ran.out


def test_nothing_can_set_it_aside(planc: Planc, base: Path) -> None:
    _write(base, "plans/ash.yml", BAD)
    planc("baseline", *DAY)
    assert planc("check", *DAY).status == 1


@posix
def test_a_folder_that_cannot_be_listed_is_a_refusal(
    planc: Planc, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = base / "plans" / "east"
    _write(base, "plans/east/ash.yml", BAD)
    closed.chmod(0)
    if os.access(closed, os.R_OK):  # permissions do not bind root
        scandir = os.scandir

        def denied(path: object = ".") -> object:
            if str(path) == str(closed):
                raise PermissionError(13, "Permission denied", str(path))
            return scandir(path)  # type: ignore[call-overload]

        monkeypatch.setattr(os, "scandir", denied)
    ran = planc("check", *DAY)
    closed.chmod(0o755)
    assert ran.status == 1
    assert ran.out.startswith("plans/east:1:1 ")
    assert "  Wrong: The folder plans/east cannot be looked into: permission denied.\n" in ran.out
    assert "1 file could not be read. Found 1 refusal." in ran.out


# What is no plan

_README = """\
# Plans

A plan starts like this:

```yaml
planc: 1
ref: SOC-2026-001
status: draft
```

Ask the coordinator # 4 for more: nothing here is real.
"""
_WORKFLOW = """\
name: check
on: [push]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          cat > /tmp/plan.yaml <<END
          planc: 1
          ref: SOC-2026-001
          END
"""
_HARMLESS: tuple[tuple[str, str], ...] = (
    ("README.md", _README),
    ("plans/README.md", _README),
    ("docs/how.txt", "ref: see the minute\nplanc is asked before each board\n"),
    (".github/workflows/check.yml", _WORKFLOW),
    (".gitlab-ci.yml", "check:\n  script: [planc check]\n"),
    (".pre-commit-config.yaml", "repos:\n  - repo: local\n"),
    ("mkdocs.yml", "site_name: Plans\n"),
    ("docker-compose.yaml", "services: {planc: {image: planc}}\n"),
    ("openapi.yaml", "openapi: 3.1.0\ninfo: {title: x}\npaths: {}\n"),
    (".vscode/settings.json", '{"yaml.schemas": {"plan.schema.json": "plans/*.yaml"}}\n'),
    ("plan.schema.json", '{"properties": {"planc": {"const": 1}, "ref": {"type": "string"}}}\n'),
    ("found.json", '{"format_version": 1, "planc": "0.1.0", "findings": []}\n'),
    ("packs/SOC-2026-014-plan-board.md", "# EXAMPLE LARCH\n\nplanc: 1\nref: SOC-2026-014\n"),
    ("packs/old.yaml", BAD),
    (".git/HEAD", "ref: refs/heads/main\n"),
    (".git/config", "[core]\n"),
    (".git/stash.yaml", BAD),
    ("venv/pyvenv.cfg", "home = /usr\n"),
    ("venv/lib/sample.yaml", BAD),
    ("package.json", "{}\n"),
    ("node_modules/yaml/test.yaml", BAD),
    ("CODEOWNERS", "/plans/ @soc\n"),
    ("CHANGELOG.md", "# Changelog\n\n- planc: 1\n- ref: none\n"),
    ("plans/.gitkeep", ""),
    ("plans/.gitattributes", "*.yaml text\n"),
    ("minutes/2026-11.txt", "Decision: go on. Ref: 4(b).\n"),
    ("area.csv", "ref,planc\n1,2\n"),
    ("house.txt", "house: none\n"),
    ("other/directory.yaml", "planc: 1\norganisations: []\nposts: []\n"),
    ("shared/region.yaml", "planc: 1\nnumbers: {overdue_days: 14}\n"),
    ("picture.png", "\x89PNG\r\n\x1a\n"),
    ("releases.jsonl", ""),
    ("translations/en.yml", "en:\n  ref: Reference\n  status: Status\n  marking: Marking\n"),
)
_REMARKS = (
    "# a remark\n",
    "# See URN #1234, which is a remark\n",
    "operation: EXAMPLE LARCH # SAMPLE\n",
    'operation: "EXAMPLE #2"\n',
    'summary: "Talks at firms #1 and #2"\n',
    "summary: |\n  See URN #1234\n  #2 was shut\n",
    "version: 2 #second\n",
)


def _harmless(number: int) -> Iterator[tuple[str, str]]:
    """The files of one harmless repository beside the base plan."""
    chance = random.Random(number)  # noqa: S311
    yield from chance.sample(_HARMLESS, chance.randint(1, 9))
    yield (
        PLAN,
        (BASE / PLAN)
        .read_text(encoding="utf-8")
        .replace("operation: EXAMPLE LARCH          # SAMPLE\n", chance.choice(_REMARKS)),
    )


def test_two_hundred_harmless_repositories_are_silent(base: Path) -> None:
    for number in range(200):
        for name, content in _harmless(number):
            if name.startswith("node_modules"):
                _write(base, "package.json", "{}\n")
            if name.startswith(".git/"):
                _write(base, ".git/HEAD", "ref: refs/heads/main\n")
            if name.startswith("venv/"):
                _write(base, "venv/pyvenv.cfg", "home = /usr\n")
            _write(base, name, content)
        repository = open_repository([base])
        assert list(unread_files(repository)) == [], number
        if number % 10 == 0:  # what a plan's remarks do is the same in each of the ten
            assert check(repository, AS_OF).findings == (), number
        for path in base.iterdir():
            if path.name in ("planc.yaml", "directory.yaml"):
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@posix
def test_a_link_within_the_repository_is_left_alone(base: Path) -> None:
    (base / "current").symlink_to("plans")
    (base / "larch.txt").symlink_to("plans/larch.yaml")
    (base / "nowhere").symlink_to("nothing")
    (base / "loop").symlink_to(".")
    assert _found(base) == []


def test_a_plan_alone_is_checked_as_before(planc: Planc, base: Path) -> None:
    loose = base.parent / "loose"
    loose.mkdir()
    shutil.copy(base / PLAN, loose)
    _write(loose, "other.yml", BAD)
    ran = planc("check", "larch.yaml", *DAY, cwd=loose)
    assert ran.status == 0
    assert "plan-unread" not in ran.out


# Settings


def test_plans_that_name_posts_want_a_directory(planc: Planc, base: Path) -> None:
    (base / "directory.yaml").unlink()
    ran = planc("check", *DAY)
    assert ran.status == 1
    assert ran.out.startswith("planc.yaml:1:1 ")
    assert "Wrong: 1 of these plans name posts, and there is no directory.yaml to look" in ran.out
    assert "directory keeper. More: planc explain directory-missing" in ran.out


def test_a_house_style_that_cannot_be_used_is_found_by_check(planc: Planc, base: Path) -> None:
    with (base / "planc.yaml").open("a", encoding="utf-8") as file:
        file.write("house: house.docx\n")
    ran = planc("check", *DAY, "--output", "concise")
    assert ran.status == 1
    message = "The house style house.docx cannot be used: no such file or directory."
    assert f"house.docx:1:1: error house-style-unusable: {message}\n" in ran.out
    (base / "house.docx").write_text("no Word file")
    assert "error house-style-unusable" in planc("check", *DAY, "--output", "concise").out
    (base / "house.docx").unlink()
    planc("house", "eject", "house.docx")
    assert planc("check", *DAY).status == 0


@posix
@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("{"),
        lambda path: path.write_text('{"kind": "released"}\n'),
        lambda path: path.symlink_to("nothing"),
        lambda path: path.mkdir(),
        lambda path: os.mkfifo(path),
    ],
)
def test_a_ledger_that_cannot_be_read_is_found_by_check(
    planc: Planc, base: Path, make: Callable[[Path], None]
) -> None:
    make(base / "releases.jsonl")
    ran = planc("check", *DAY, "--output", "concise")
    assert ran.status == 1
    assert ran.out.startswith("releases.jsonl:1:1: error ledger-unreadable: ")


# Rules that did not run


def test_the_rules_that_did_not_run_are_named_with_why(planc: Planc, base: Path) -> None:
    _write(base, "plans/ash.yaml", (BASE / PLAN).read_text().replace("SOC-2026-014", "SOC-1"))
    compare = ", ".join(sorted(map(rule_name, PORTFOLIO_RULES)))
    message = "Rules that compare plans did not run, because"
    assert f"{message} not every plan was asked for: {compare}.\n" in planc("check", PLAN, *DAY).out
    loose = base.parent / "loose"
    loose.mkdir()
    shutil.copy(base / PLAN, loose)
    out = planc("check", *DAY, cwd=loose).out
    assert f"{message} no planc.yaml says which are all plans: {compare}.\n" in out
    looked_up = ", ".join(sorted(map(rule_name, NEED_DIRECTORY)))
    assert f"no post was looked up, and these rules did not run: {looked_up}.\n" in out


LOOKS_UP = re.compile(r"context\.directory\b|context\.(taking_part|partners_of|may_have)\(")


def test_every_rule_that_looks_something_up_in_the_directory_is_listed() -> None:
    folder = Path(__file__).parents[1]
    looking = {
        rule_name(rule)
        for rule in (*RULES, *PORTFOLIO_RULES)
        if LOOKS_UP.search((folder / (rule.__name__.replace(".", "/") + ".py")).read_text())
    }
    assert looking <= {rule_name(rule) for rule in NEED_DIRECTORY}


# Departures


@pytest.mark.parametrize(
    ("name", "change_", "message"),
    [
        (
            "directory.yaml",
            ("sector: local authority", "sector: police"),
            "sector: Exampleton Council counts as police, and is not Exampleton Police",
        ),
        (
            "directory.yaml",
            ("expires: 2028-", "expires: 2099-"),
            "2099, over five years ahead (directory.yaml)",
        ),
        (
            "planc.yaml",
            ("planc: 1\n", "planc: 1\npartner_terms: Do what you like with it.\n"),
            "partner_terms are not those that planc ships (planc.yaml, line 2)",
        ),
        (
            "planc.yaml",
            ("planc: 1\n", "planc: 1\nexercise: {as_of: 2026-11-22, stamp: SAMPLE}\n"),
            "exercise: every page is stamped SAMPLE, and the day is 22 November 2026",
        ),
        (
            "planc.yaml",
            ("planc: 1\n", "planc: 1\nplans: ['plans/la*.yaml']\n"),
            "plans: only plans/la*.yaml (planc.yaml, line 2)",
        ),
        (
            "planc.yaml",
            ("planc: 1\n", "planc: 1\nnot_plans: [drafts]\n"),
            "not_plans: not looked at are drafts (planc.yaml, line 2)",
        ),
        (
            "planc.yaml",
            ("planc: 1\n", "planc: 1\nhouse: house.docx\n"),
            "house: Word papers look like house.docx (planc.yaml, line 2)",
        ),
    ],
)
def test_a_departure_is_printed(
    planc: Planc, base: Path, name: str, change_: tuple[str, str], message: str
) -> None:
    change(base / name, change_)
    if "house" in message:
        planc("house", "eject", "house.docx")
    out = planc("check", *DAY).out
    assert "The policy departs from what planc ships in 1 place:\n" in out
    assert message in out


def test_what_is_usual_is_no_departure(planc: Planc, base: Path) -> None:
    change(base / "planc.yaml", ("planc: 1\n", "planc: 1\nplans: ['plans/**/*.yaml']\n"))
    assert "departs" not in planc("check", *DAY).out
