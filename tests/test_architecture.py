"""The house: imports point down, families keep to themselves, and only the edge does things."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from planc.all_formats import formats
from planc.all_papers import papers
from planc.all_reporters import REPORTERS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "planc"

# From the top. A file imports from floors below its own, never from its own or above.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("planc.__main__",),
    ("planc.cli.app",),
    ("planc.cli",),
    (
        "planc.cli.report_output",
        "planc.cli.watching",
        "planc.cli.recording",
        "planc.cli.confirm_change",
        "planc.cli.fields",
    ),
    ("planc.cli.writing",),
    ("planc.cli.prompts", "planc.cli.options"),
    ("planc.cli.printing", "planc.cli.environment"),
    ("planc.verify", "planc.release", "planc.issue", "planc.freshness"),
    (
        "planc.due",
        "planc.produce",
    ),
    ("planc.all_papers", "planc.amend", "planc.check", "planc.fix"),
    ("planc.completeness", "planc.changes", "planc.foresight", "planc.lint_plans"),
    ("planc.editor_schema", "planc.ledger", "planc.since"),
    ("planc.papers", "planc.repository", "planc.history"),
    (
        *("planc.papers.author_edition", "planc.papers.board_edition"),
        "planc.passes",
    ),
    ("planc.papers.page_one",),
    ("planc.passes.withhold", "planc.passes.approve_edit", "planc.passes.read_quick"),
    ("planc.all_rules", "planc.all_formats", "planc.all_reporters"),
    (
        *("planc.rules", "planc.formats", "planc.reporters"),
        *("planc.papers.agenda", "planc.papers.board"),
        *("planc.papers.front", "planc.papers.sections"),
    ),
    (
        *("planc.formats.web", "planc.formats.word"),
        *("planc.papers.as_signed", "planc.papers.claims", "planc.papers.deadlines"),
        *("planc.papers.decision_risks", "planc.papers.objective_chart"),
        *("planc.papers.options", "planc.papers.page"),
        *("planc.papers.risk_table", "planc.papers.sentences", "planc.papers.slips"),
        "planc.papers.vocabulary",
    ),
    ("planc.formats.word.words",),
    ("planc.formats.word.headers_footers",),
    ("planc.formats.word.lists", "planc.formats.word.page"),
    ("planc.formats.word.marking",),
    ("planc.formats.word.legibility",),
    ("planc.formats.word.styles", "planc.formats.word.theme"),
    ("planc.formats.word.height",),
    (
        *("planc.formats.word.style_inheritance", "planc.formats.word.marking_lookalikes"),
        *("planc.formats.word.picture", "planc.formats.word.watermark"),
    ),
    ("planc.formats.word.allowed_elements", "planc.formats.word.open_package"),
    ("planc.formats.word.base_parts", "planc.formats.word.package"),
    ("planc.formats.word.colour", "planc.formats.word.ooxml"),
    (
        "planc.model",
        "planc.wording",
        "planc.detect",
        "planc.resources",
        "planc.errors",
        "planc.processes",
    ),
    ("planc",),
)
# Where files of one floor may know each other: nouns are made of nouns, and have words.
GROUND = ("planc.model", "planc.wording", "planc.detect")
NOUNS_OF_FORMATS = {
    "planc.errors",
    "planc.model.chart",
    "planc.model.fingerprint",
    "planc.model.house_style",
    "planc.model.paper",
    "planc.model.seal",
    "planc.model.tone",
    "planc.resources",
    "planc.wording.text",
    "planc.wording.words",
}


def _modules() -> dict[str, Path]:
    modules = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return modules


MODULES = _modules()


@cache
def _nodes(module: str) -> list[ast.AST]:
    """Every node of a module; each is parsed once."""
    return list(ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))))


@cache
def _imports(module: str) -> set[str]:
    """The planc modules that a module imports, wherever in it the import stands."""
    names_imported = set()
    for node in _nodes(module):
        if isinstance(node, ast.Import):
            names_imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            names_imported |= {name if name in MODULES else node.module for name in inner}
    return {name for name in names_imported if name.split(".")[0] == "planc"}


def _floor(module: str) -> int:
    """The floor of the longest name in FLOORS that the module's begins with."""
    fitting = [
        (len(name), floor)
        for floor, names in enumerate(FLOORS)
        for name in names
        if module == name or (module.startswith(f"{name}.") and name != "planc")
    ]
    return max(fitting)[1]


# Each module is looked at in one test and not in one of its own: they are hundreds, and the start
# of a test costs more than the look.


def test_imports_point_down() -> None:
    up = [
        f"{module} imports {imported}"
        for module in sorted(MODULES)
        for imported in _imports(module)
        if _floor(imported) <= _floor(module)
        and not (module.startswith(GROUND) and imported.startswith(GROUND))
    ]
    assert up == []


def test_there_are_no_circles() -> None:
    arrows = {module: _imports(module) & MODULES.keys() - {module} for module in MODULES}
    while True:
        ends = {module for module, imported in arrows.items() if not imported}
        if not ends:
            break
        arrows = {m: imported - ends for m, imported in arrows.items() if m not in ends}
    assert not arrows


def test_a_format_cannot_name_a_plan() -> None:
    own = {name for name in MODULES if name.startswith(("planc.formats.web", "planc.formats.word"))}
    for module in (name for name in sorted(MODULES) if name.startswith("planc.formats.")):
        assert _imports(module) <= NOUNS_OF_FORMATS | own, module


def test_nouns_import_nothing_but_each_other_and_words() -> None:
    for module in (name for name in sorted(MODULES) if name.startswith("planc.model.")):
        assert all(name.startswith(GROUND) for name in _imports(module)), module


FAMILIES: Mapping[str, Mapping[str, ModuleType]] = {
    "planc.all_formats": cast("Mapping[str, ModuleType]", formats()),
    "planc.all_papers": cast("Mapping[str, ModuleType]", papers()),
    "planc.all_reporters": cast("Mapping[str, ModuleType]", REPORTERS),
}
# They are words of JSON, of messages and of the kinds of file as well, but nothing is compared
# with them there.
SHARED = {"plan", "text", "markdown"}
# Values of a field that is called so, two ways to list rules that are no reporters, and what can be
# added to a plan, among it a partner.
APART = ("planc.rules", "planc.cli.rules", "planc.model.parsed_file", "planc.passes.compose_item")


ASKING = (ast.Compare, ast.MatchValue)
LISTING = (ast.Dict, ast.Subscript, ast.Tuple, ast.List, ast.Set)


def _names_asked_for(module: str) -> Iterator[tuple[str, int]]:
    """The texts that a module compares with, looks up or lists, and in which line."""
    for node in _nodes(module):
        if isinstance(node, ASKING + LISTING):
            constants = (n for n in ast.iter_child_nodes(node) if isinstance(n, ast.Constant))
            for name, line in ((str(one.value), one.lineno) for one in constants):
                if isinstance(node, ASKING) or name not in SHARED:
                    yield name, line


@pytest.mark.parametrize("table", FAMILIES)
def test_a_family_is_known_by_name_to_its_table_alone(table: str) -> None:
    family = FAMILIES[table]
    elsewhere = [
        f"{MODULES[module].relative_to(ROOT)}:{line} knows {name}, as only {table} may"
        for module in sorted(MODULES)
        if module != table and not module.startswith(APART)
        for name, line in _names_asked_for(module)
        if name in family and module != family[name].__name__
    ]
    assert elsewhere == []


ROOMS_WITH_TESTS = ("planc.passes.", "planc.wording.", "planc.formats.", "planc.reporters.")
# What formats share is tested through them.
SHARED_ROOMS = ("planc.formats.web", "planc.formats.word")


@pytest.mark.parametrize(
    "module",
    [
        m
        for m in sorted(MODULES)
        if m.startswith(ROOMS_WITH_TESTS) and not m.startswith(SHARED_ROOMS)
    ],
)
def test_each_pass_format_and_reporter_has_a_file_of_tests(module: str) -> None:
    *rooms, name = module.split(".")[1:]
    path = ROOT.joinpath("tests", *rooms, f"test_{name}.py")
    where = path.relative_to(ROOT).as_posix()
    assert path.exists(), f"put the tests that are nearest to {module} into {where}"


MOST_LINES, MOST_IN_A_FUNCTION = 400, 40
LONG = {
    "planc.all_rules": "a table: in pieces, a rule would be looked for in each",
    "planc.model.plan": "one noun: its fields, and what its own log makes of each",
    "planc.passes.read": "one walk over events, with the state that all its steps share",
    "planc.passes.validate": "one walk over data and schema, made ready once for each part",
    "planc.passes.validate._map": "four closures over what one part of a schema says of a map",
}
"""What is longer, each with the reason why no part of it would be a room of its own."""


def test_no_file_is_long_without_a_reason() -> None:
    long = {name for name, path in MODULES.items() if len(_lines(path)) > MOST_LINES}
    assert long - LONG.keys() == set(), f"over {MOST_LINES} lines: split it, or say why not in LONG"


def test_no_function_is_long_without_a_reason() -> None:
    """Its body counts: what a command takes is a list of options."""
    long = {
        f"{module}.{node.name}"
        for module in MODULES
        for node in _nodes(module)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.body[0].lineno >= MOST_IN_A_FUNCTION
    }
    assert long - LONG.keys() == set(), "a body of more than 40 lines: split it, or say why in LONG"


def test_what_may_be_long_still_is() -> None:
    files = {name for name in LONG if name in MODULES}
    assert all(len(_lines(MODULES[name])) > MOST_LINES for name in files), "take it out of LONG"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


PAGE = (ROOT / ".github" / "ARCHITECTURE.md").read_text(encoding="utf-8")


def _column(title: str, number: int) -> str:
    """A column of the first table under a title of ARCHITECTURE.md; counted from 1."""
    lines = PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0].split("\n")
    return "\n".join(line.split("|")[number] for line in lines if line.startswith("|"))


def test_every_pass_stands_in_the_table_of_phases() -> None:
    named = set(re.findall(r"`(\w+)`", _column("The phases", 2)))
    passes = {module.rpartition(".")[2] for module in MODULES if module.startswith("planc.passes.")}
    assert passes - named == set(), "name each in the phase it belongs to: .github/ARCHITECTURE.md"
    assert named - passes == set(), "there is no such pass any more: .github/ARCHITECTURE.md"


def test_every_room_stands_in_the_table_of_floors() -> None:
    named = set(re.findall(r"`(planc/[\w/.]+)`", _column("The floors", 1)))
    rooms = {f"planc/{path.name}" for path in PACKAGE.glob("[!_]*.py")}
    rooms |= {f"planc/{path.parent.name}/" for path in PACKAGE.glob("*/[!_]*.py")}
    assert rooms - named == set(), "say what stands there: .github/ARCHITECTURE.md"
    assert all((ROOT / name).exists() for name in named), "one is gone: .github/ARCHITECTURE.md"
    assert not re.search(r"^(<{7}|={7}|>{7})( |$)", PAGE, re.MULTILINE), "a merge is half done"


@cache
def _calls(module: str) -> set[str]:
    """What a module calls or reads by dotted name: `print`, `os.environ`, `dt.date.today`."""
    return {
        ast.unparse(node) for node in _nodes(module) if isinstance(node, ast.Name | ast.Attribute)
    }


EDGE = {"planc.__main__", *(name for name in MODULES if name.startswith("planc.cli"))}
AT_THE_EDGE = {
    "print",
    "sys.exit",
    "sys.argv",
    "sys.stdout",
    "sys.stderr",
    "os.environ",
    "dt.date.today",
    "dt.datetime.now",
    "time.time",
    "tempfile",
    "socket",
}
SPAWNS = {"subprocess", "os.system", "os.popen", "os.execv", "os.spawnv"}


def test_only_the_edge_prints_exits_and_looks_at_the_clock() -> None:
    for module in sorted(MODULES.keys() - EDGE):
        assert not _calls(module) & AT_THE_EDGE, module


def test_only_history_runs_another_program() -> None:
    for module in sorted(MODULES.keys() - {"planc.history"}):
        assert not _calls(module) & SPAWNS, module


def test_only_the_edge_writes_files() -> None:
    writes = {"write_text", "write_bytes", "mkdir", "unlink", "rename", "touch"}
    for module in sorted(MODULES.keys() - EDGE):
        written = {name.rpartition(".")[2] for name in _calls(module)}
        assert not written & writes, module


def test_only_resources_knows_where_files_are() -> None:
    for module in sorted(MODULES.keys() - {"planc.resources"}):
        assert "__file__" not in _calls(module), module


def test_there_is_no_code_among_schemas_and_templates() -> None:
    assert not [*(ROOT / "schemas").rglob("*.py"), *(ROOT / "templates").rglob("*.py")]


def test_only_the_readers_know_yaml() -> None:
    def imports_yaml(module: str) -> bool:
        names = [a.name for n in _nodes(module) if isinstance(n, ast.Import) for a in n.names]
        names += [n.module or "" for n in _nodes(module) if isinstance(n, ast.ImportFrom)]
        return any(name.split(".")[0] == "yaml" for name in names)

    readers = {"planc.passes.read", "planc.passes.read_quick"}
    assert {module for module in MODULES if imports_yaml(module)} == readers


def _loaded(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.split("\n")[-2].split())


RUN = """
from planc.__main__ import main
sys.argv = ['planc', {}]
try:
    main()
except SystemExit:
    pass
"""


def test_check_loads_nothing_that_only_papers_need() -> None:
    loaded = _loaded(RUN.format("'check', 'tests/base'"))
    assert "planc.passes.lint" in loaded
    needless = {
        "phonenumbers",
        "docx",
        "jinja2",
        "lxml",
        "jsonschema",
        "rich",
        "pydantic",
        "hypothesis",
    }
    assert not {name.split(".")[0] for name in loaded} & needless
    assert not {n for n in loaded if n.startswith(("planc.papers", "planc.formats"))}


def test_the_version_is_said_without_loading_anything() -> None:
    loaded = _loaded(RUN.format("'--version'"))
    assert not {name.split(".")[0] for name in loaded} & {"typer", "yaml", "docx", "dataclasses"}
    assert not {name for name in loaded if name.startswith("planc.")} - {"planc.__main__"}
