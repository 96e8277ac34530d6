"""`planc fix`: what it puts right, what it leaves, and that it makes nothing worse."""

import json
import shutil
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from planc.errors import PlancError
from planc.fix import Fixed, fix_all
from planc.model.finding import Severity
from planc.passes.lint import Linter
from planc.repository import Repository, open_repository, parse_file, source_of
from tests.conftest import AS_OF, BASE, DAY, PLAN, ROOT, Planc, change, examples, listing
from tests.mutation.operators import OPERATORS
from tests.mutation.run import mutants, samples
from tests.passes.test_edits import SLIPS
from tests.rules.examples import EXAMPLES, run

# What is put right


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("due: 2026-12-18", "due: 18/12/2026"),
        ("due: 2026-12-18", "due: 18 December 2026"),
        ("set_on: 2026-09-09", "set_on: 2026-09-09 10:30"),
        ("marking: OFFICIAL-SENSITIVE", "marking: Official-Sensitive"),
        ("ref: SOC-2026-014", "ref: soc-2026-014"),
        ("  assessment: Likely", "   assessment: Likely"),
        ("areas: [drugs]", "areas: drugs"),
        ("operation: EXAMPLE LARCH ", "operatoin: EXAMPLE LARCH "),
        ("operation: EXAMPLE LARCH ", "opperation: EXAMPLE LARCH "),
        ("operation: EXAMPLE LARCH ", "Operation: EXAMPLE LARCH "),
        ("  statement: Halve", "\tstatement: Halve"),
        ("  type: ocg", "\u00a0\u00a0type: ocg"),
        ("Halve supply at", "Halve supply\u2007at"),
        ("planc: 1\n", "\ufeffplanc: 1\n"),
    ],
)
def test_a_slip_becomes_what_was_there(planc: Planc, base: Path, right: str, wrong: str) -> None:
    good = (base / PLAN).read_bytes()
    if wrong.startswith("\tstatement"):
        change(base / PLAN, ("    statement: Halve", "\tstatement: Halve"), *_TABS)
    else:
        change(base / PLAN, (right, wrong))
    assert (base / PLAN).read_bytes() != good
    ran = planc("fix", *DAY)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{PLAN}, ")
    assert ran.out.endswith("Put right in 1 file. For what is left: planc check\n")
    assert (base / PLAN).read_bytes() == good


_TABS = tuple(
    (f"    {name}: ", f"\t{name}: ")
    for name in ("measure", "baseline", "target", "by", "set_on")
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "slip", "wanted"),
    [
        ("LARCH          #", "LARCH: phase 2  #", '"EXAMPLE LARCH: phase 2"'),
        ("EXAMPLE LARCH  ", "@LARCH  ", "'@LARCH'"),
        ("EXAMPLE LARCH  ", "0123  ", '"0123"'),
        ("areas: [drugs]", "areas: drugs and firearms", "areas: [drugs, firearms]"),
    ],
)
def test_quotation_marks_and_brackets_are_put_where_they_are_missing(
    planc: Planc, base: Path, old: str, slip: str, wanted: str
) -> None:
    change(base / PLAN, (old, slip))
    planc("fix", *DAY)
    assert wanted in (base / PLAN).read_text(encoding="utf-8")
    assert planc("check", *DAY).status == 0


def test_lines_end_as_most_do(planc: Planc, base: Path) -> None:
    text = (base / PLAN).read_bytes()
    windows = text.replace(b"\n", b"\r\n")
    for written, wanted in (
        (text.replace(b"\n", b"\r\n", 3), text),
        (windows.replace(b"\r\n", b"\n", 3), windows),
        (windows, windows),
    ):
        (base / PLAN).write_bytes(written)
        planc("fix", *DAY)
        assert (base / PLAN).read_bytes() == wanted


# What is left to people


@pytest.mark.parametrize(
    ("old", "slip"),
    [
        ("lro: di-soc-east", "lro: dj-soc-east"),
        ("lro: di-soc-east", "lro: DI-SOC-EAST"),
        ("type: ocg", "type: ocgx"),
        ("operation: EXAMPLE", "op: EXAMPLE"),
        ("operation: EXAMPLE", "operation EXAMPLE"),
        ("due: 2026-12-18", "due: next week"),
        ("marking: OFFICIAL-SENSITIVE", "marking: OFFICIAL SENSITIVE"),
        ("Halve supply", "Halve\u200b supply"),
    ],
)
def test_an_id_that_refers_and_what_is_not_certain_stay(
    planc: Planc, base: Path, old: str, slip: str
) -> None:
    change(base / PLAN, (old, slip))
    before = listing(base)
    ran = planc("fix", *DAY)
    assert (ran.status, ran.out) == (0, "There is nothing that planc can put right by itself.\n")
    assert listing(base) == before


def test_diff_shows_what_would_be_done_and_does_nothing(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 18/12/2026"))
    before = listing(base)
    ran = planc("fix", "--diff", *DAY)
    assert ran.status == 1
    assert ran.out.startswith(f"--- {PLAN}\n+++ {PLAN}\n@@ -25 +25 @@\n-  - {{id: PUR-1")
    assert ran.out.endswith("due: 2026-12-18}\n1 file would be changed.\n")
    assert listing(base) == before


def test_lines_that_nobody_is_shown_are_not_shown(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("Halve supply at", "Ring 07700 900123\u2007at"))
    ran = planc("fix", "--diff", *DAY)
    assert "07700" not in ran.out + ran.err
    assert "its lines are shown to nobody" in ran.out


def test_a_line_that_nobody_is_shown_keeps_no_other_from_being_put_right(
    planc: Planc, base: Path
) -> None:
    number = ("Halve supply at", "Ring 07700 900123 at")
    change(base / PLAN, number, ("due: 2026-12-18", "due: 18/12/2026"))
    ran = planc("fix", *DAY)
    assert "Write 2026-12-18." in ran.out
    assert "07700" not in ran.out + ran.err
    found = json.loads(planc("check", "--output", "json", *DAY).out)["findings"]
    assert [(finding["rule"], finding["edits"]) for finding in found] == [("personal-data", [])]


def test_what_it_would_put_right_is_marked_for_editors(planc: Planc, base: Path) -> None:
    change(base / PLAN, ("due: 2026-12-18", "due: 18/12/2026"), ("type: ocg", "type: ocgx"))
    found = json.loads(planc("check", "--output", "json", *DAY).out)["findings"]
    edits = {finding["rule"]: [edit["fix"] for edit in finding["edits"]] for finding in found}
    assert edits == {"impossible-date": [True], "unknown-value": [False]}


def test_the_directory_is_put_right_too(planc: Planc, base: Path) -> None:
    good = (base / "directory.yaml").read_bytes()
    change(base / "directory.yaml", ("id: mentoring-lead, title:", "id: mentoring-lead, titel:"))
    planc("fix", *DAY)
    assert (base / "directory.yaml").read_bytes() == good


# Nothing is left worse


def _leaves(raw: bytes) -> Counter[str] | None:
    """What a file says, a text at a time, as another reader of YAML has it."""
    try:
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    found: Counter[str] = Counter()

    def walk(node: Any) -> None:
        if isinstance(node, yaml.MappingNode):
            for pair in node.value:
                for part in pair:
                    walk(part)
        elif isinstance(node, yaml.SequenceNode):
            for part in node.value:
                walk(part)
        elif node is not None:
            found[" ".join(node.value.split())] += 1

    walk(node)
    return found


def _faults(repository: Repository, path: Path) -> tuple[int, Severity]:
    file = parse_file(source_of(path, repository.root), "plan", repository.known)
    found = Linter(repository.context(AS_OF), whole=False).lint(file)
    worst = max((finding.severity for finding in found), default=Severity.PREVIEW)
    return len(file.faults), worst if file.faults else Severity.PREVIEW


def _assert_no_worse(root: Path) -> list[Fixed]:
    """Fixes all that there is; what was done."""
    repository = open_repository([root])
    before = {path: _faults(repository, path) for path in repository.plans}
    made = list(fix_all(repository, repository.context(AS_OF)))
    for fixed in made:
        fixed.path.write_bytes(fixed.after)
        old, new = _leaves(fixed.before), _leaves(fixed.after)
        if old is not None:
            assert new is not None, fixed.done
            # a list in brackets has more texts than the one that it was
            assert (old - new).total() <= len(fixed.done), fixed.done
    repository = open_repository([root])
    assert all(_faults(repository, path) <= before[path] for path in repository.plans)
    assert list(fix_all(repository, repository.context(AS_OF))) == []
    return made


SETTINGS = ("planc.yaml", "directory.yaml")
LONG = examples(1) > 1


@pytest.mark.generated
def test_over_the_golden_plans(tmp_path: Path) -> None:
    folders = [path for path in (ROOT / "tests" / "golden").iterdir() if path.is_dir()]
    done = 0
    for number, folder in enumerate(sorted(folders)[:: 1 if LONG else 2]):
        root = tmp_path / str(number)
        shutil.copytree(BASE, root)
        shutil.copytree(folder, root, dirs_exist_ok=True)
        for path in root.glob("*.yaml"):
            if path.name not in (*SETTINGS, "planc-baseline.yaml"):
                path.replace(root / "plans" / path.name)
        try:
            done += len(_assert_no_worse(root))
        except PlancError:
            continue
    assert done >= 3


@pytest.mark.generated
def test_over_the_rules_own_examples(tmp_path: Path) -> None:
    for number, pair in enumerate(EXAMPLES[:: 1 if LONG else 20]):
        root = tmp_path / str(number)
        shutil.copytree(BASE, root)
        try:
            run(pair, root)
            _assert_no_worse(root)
        except PlancError:
            continue


def test_over_slips(base: Path) -> None:
    good = (base / PLAN).read_text(encoding="utf-8")
    done = 0
    for slip in SLIPS.values():
        (base / PLAN).write_text(slip(good), encoding="utf-8")
        done += len(_assert_no_worse(base))
    assert done >= 8


@pytest.mark.generated
def test_over_mutants(tmp_path: Path) -> None:
    """One of each sixth operator in the smallest sample; at length 500 of all, in all samples."""
    names, each = (list(OPERATORS), 10) if LONG else (list(OPERATORS)[::6], 1)
    small = [sample for sample in samples() if sample.path.stem == "minimal"]
    for turn, name in enumerate(names):
        sample = samples()[turn % len(samples())] if LONG else small[0]
        found = list(islice(mutants(name, sample), 200))
        for number, mutant in enumerate(found[:: max(1, len(found) // each)][:each]):
            root = tmp_path / f"{name}-{number}"
            shutil.copytree(sample.home, root)
            path = root / sample.path.relative_to(sample.home)
            path.write_bytes(mutant.raw)
            for other in open_repository([root]).plans:
                if other != path:
                    other.unlink()
            _assert_no_worse(root)
            shutil.rmtree(root)


@pytest.mark.parametrize("folder", ["plans", "tests/awkward", "tests/correct", "tests/base"])
def test_what_is_good_stays_as_it_is(folder: str) -> None:
    repository = open_repository([ROOT / folder])
    assert list(fix_all(repository, repository.context(AS_OF))) == []
