"""The schemas, as they are, in the real language server of the VS Code YAML extension."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planc.editor_schema import editor_schema
from planc.repository import open_repository
from tests.cli.test_init import ANSWERS
from tests.cli.test_new import WORDS
from tests.conftest import ROOT, Planc
from tests.programs import MODULES, need

SERVER = MODULES / "yaml-language-server/bin/yaml-language-server"

need("node", shutil.which("node"), SERVER.exists())


FITTING = (*WORDS, "--lro", "di crime", "--board", "ocg")


class Editor:
    """A client that speaks the Language Server Protocol over the server's pipes."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._next = 0
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._send({"method": "initialized", "params": {}})

    def close(self) -> None:
        self._server.kill()
        self._server.communicate()

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        out = self._server.stdout
        assert out
        length = 0
        while line := out.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(out.read(length))
        if "id" in message and "method" in message:  # the server asks for its settings
            wanted = message["params"].get("items", [])
            self._send({"id": message["id"], "result": [None for _ in wanted]})
        return message

    def request(self, method: str, params: Any) -> Any:
        self._next += 1
        self._send({"id": self._next, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._next and "method" not in message:
                return message.get("result")

    def open(self, path: Path) -> list[dict[str, Any]]:
        """Opens a file and waits for what the editor would underline."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text(),
        }
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            message = self._receive()
            said = message.get("params", {})
            # it may still have something to say of a file that was opened before
            is_told = message.get("method") == "textDocument/publishDiagnostics"
            if is_told and said["uri"] == document["uri"]:
                found: list[dict[str, Any]] = said["diagnostics"]
                return found

    def at(self, method: str, path: Path, line: int, column: int) -> Any:
        """Asks about a place; lines and columns from 1."""
        position = {"line": line - 1, "character": column - 1}
        params = {"textDocument": {"uri": path.as_uri()}, "position": position}
        return self.request(f"textDocument/{method}", params)


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    client = Editor()
    yield client
    client.close()


def _plan(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "plan.yaml"
    schema = (ROOT / "schemas" / "plan.schema.json").as_uri()
    path.write_text(f"# yaml-language-server: $schema={schema}\n{text}")
    return path


@pytest.mark.parametrize("name", ["county-lines", "minimal", "directory", "planc"])
def test_the_samples_are_clean_in_the_editor(editor: Editor, name: str) -> None:
    assert editor.open(ROOT / "plans" / f"{name}.yaml") == []


def test_the_editor_underlines_a_misspelt_field_and_a_wrong_word(
    editor: Editor, tmp_path: Path
) -> None:
    path = _plan(tmp_path, "planc: 1\nref: SOC-2026-001\nstatus: actve\nowwner: x\n")
    found = {(d["range"]["start"]["line"] + 1, d["message"]) for d in editor.open(path)}
    words = '"draft", "active", "monitoring", "archived"'
    assert found == {
        (4, f"Value is not accepted. Valid values: {words}."),
        (5, "Property owwner is not allowed."),
    }


def test_the_editor_completes_fields_and_words(editor: Editor, tmp_path: Path) -> None:
    text = "planc: 1\nref: SOC-2026-001\nstatus: \nprevent:\n  - id: PRE-1\n    \n"
    path = _plan(tmp_path, text)
    editor.open(path)
    words = editor.at("completion", path, 4, 9)["items"]
    assert {"draft", "active", "monitoring", "archived"} <= {item["label"] for item in words}
    fields = {item["label"] for item in editor.at("completion", path, 7, 5)["items"]}
    assert {"tactic", "owner", "due", "serves", "partner_text"} <= fields


def test_the_editor_explains_a_field(editor: Editor, tmp_path: Path) -> None:
    path = _plan(tmp_path, "planc: 1\nref: SOC-2026-001\nstatus: draft\nlro: di-soc-east\n")
    editor.open(path)
    shown = str(editor.at("hover", path, 5, 2)["contents"])
    assert "Lead Responsible Officer" in shown
    assert "Any rank, grade or agency" in shown


# The schema that knows its repository: `planc schema --here`


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schema of the samples' repository."""
    folder = tmp_path_factory.mktemp("here")
    schema = editor_schema(open_repository([ROOT / "plans"]))
    (folder / "here.json").write_bytes(schema)
    return folder


def _plan_here(here: Path, text: str) -> Path:
    number = len(list(here.iterdir()))  # the server answers of a file as it was first opened
    path = here / f"plan-{number}.yaml"
    schema = (here / "here.json").as_uri()
    path.write_text(f"# yaml-language-server: $schema={schema}\n{text}")
    return path


def test_the_samples_are_clean_with_the_schema_of_here(editor: Editor, here: Path) -> None:
    for path in open_repository([ROOT / "plans"]).plans:
        assert editor.open(_plan_here(here, path.read_text().partition("\n")[2])) == []


def test_what_init_and_new_write_is_clean_in_the_editor(
    editor: Editor, planc: Planc, tmp_path: Path
) -> None:
    folder = tmp_path / "force"
    assert planc("init", folder, "--host", "github", *ANSWERS).status == 0
    assert planc("new", "EXAMPLE ASH", *FITTING, cwd=folder).status == 0
    assert planc("schema", "--here", cwd=folder).status == 0
    assert (folder / ".planc" / "plan.schema.json").is_file()
    paths = [path for path in folder.rglob("*.y*ml") if path.is_file()]
    assert len(paths) == 5
    assert {path.name: editor.open(path) for path in paths} == {path.name: [] for path in paths}


_OWNER = ("di-soc-north", "DI SOC North, Exampleshire Police")
_TACTIC = ("PUR-1", "Phase 1: arrest and charge the line-holders")
_REF = "ref: SOC-2026-001\n"


@pytest.mark.parametrize(
    ("text", "offered", "number"),
    [
        ("lro: |\n", _OWNER, 53),
        ("pursue:\n  - {id: PUR-9, owner: |}\n", _OWNER, 53),
        ("pursue:\n  - id: PUR-9\n    owner: |\n", _OWNER, 53),
        ("board: |\n", ("exampleshire-ocg", "Exampleshire OCG Management Board"), 3),
        ("log:\n  - {date: 2026-11-22, review: continue, board: |}\n", None, 3),
        ("threat: {tier: |}\n", ("force", "Reviewed every 56 days"), 3),
        (f"{_REF}log:\n  - {{date: 2026-11-22, ref: |}}\n", _TACTIC, 49),
        (f"{_REF}log:\n  - date: 2026-11-22\n    ref: |\n", _TACTIC, 49),
        (f"{_REF}prevent:\n  - id: PRE-9\n    serves: |\n", None, 4),
        ("marking: |\n", ("OFFICIAL-SENSITIVE - RECIPIENTS ONLY", None), 5),
    ],
)
def test_the_editor_completes_what_the_repository_has_with_titles(
    editor: Editor, here: Path, text: str, offered: tuple[str, str | None] | None, number: int
) -> None:
    before, after = text.split("|")
    path = _plan_here(here, before + after)
    editor.open(path)
    lines = before.split("\n")
    items = editor.at("completion", path, len(lines) + 1, len(lines[-1]) + 1)["items"]
    assert len(items) == number
    assert not offered or offered in {(i["label"], i.get("documentation")) for i in items}


def test_the_editor_has_a_form_for_each_kind_of_log_entry(editor: Editor, here: Path) -> None:
    path = _plan_here(here, "log:\n  - {date: 2026-11-22, note: x}\n  - \n")
    editor.open(path)
    items = editor.at("completion", path, 4, 5)["items"]
    forms = {i["label"]: i["insertText"] for i in items if i["label"].startswith("log: ")}
    assert len(forms) >= 10
    today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
    assert forms["log: new date"] == f"{{date: {today}, ref: $1, due: $2, because: $3}}"


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("lro: di-soc-nroth", 5, "This is not a post in directory.yaml. Write the id of a post in"),
        ("board: gco", 7, "This is not a board in planc.yaml. Write the id of a board in"),
        ("next_review: 31/12/2026", 13, "Write the year, the month and the day in figures, as in"),
        ("operation: 0123", 11, "Write text here; between quotation marks, if it is a number."),
        ("marking: [OFFICIAL]", 9, "Write a marking as it is printed"),
        ("owwner: x", 0, "In 4P plan stand its own fields only. Ctrl+Space lists them."),
        ("pursue: [{id: PUR-1, tactic: x, share: foo}]", 39, "This is not a post in directory.yam"),
        (
            "pursue: [{id: PUR-1}]",
            9,
            'There is no "tactic" here. With the other fields, add "tactic',
        ),
        ("pursue: [{id: PUR 1, tactic: x}]", 14, "Write letters, a hyphen and figures, as in"),
        ("starts: soon", 8, "Write the year, the month and the day"),
    ],
)
def test_the_editor_underlines_what_is_wrong_in_plain_words(
    editor: Editor, here: Path, text: str, column: int, said: str
) -> None:
    whole = "planc: 1\nref: SOC-2026-099\nstatus: draft\n"
    (found,) = editor.open(_plan_here(here, f"{whole}{text}\n"))
    assert found["range"]["start"] == {"line": 4, "character": column}
    assert found["message"].startswith(said)


def test_the_editor_says_what_an_id_is(editor: Editor, here: Path) -> None:
    path = _plan_here(here, f"{_REF}log:\n  - {{date: 2026-11-22, ref: PUR-1, note: x}}\n")
    editor.open(path)
    shown = str(editor.at("hover", path, 4, 30)["contents"])
    assert "`PUR-1`: Phase 1: arrest and charge the line-holders" in shown
