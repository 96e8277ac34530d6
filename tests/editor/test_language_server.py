"""The schemas, as they are, in the real language server of the VS Code YAML extension."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.programs import MODULES, need

SERVER = MODULES / "yaml-language-server/bin/yaml-language-server"

need("node", shutil.which("node"), SERVER.exists())


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
