"""Reads each way of showing findings back, as the programs do that it is made for."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown_it import MarkdownIt

from planc.all_reporters import REPORTERS

Told = list[dict[str, str]]
"""What a reader is told of each finding, by the name of the part; not every form tells all."""


def closed(node: Any) -> Any:
    """A published schema with nothing allowed that it does not name, and nothing left out."""
    if isinstance(node, list):
        return [closed(part) for part in node]
    if not isinstance(node, dict):
        return node
    part = {key: closed(value) for key, value in node.items()}
    if isinstance(node.get("properties"), dict):
        assert set(node["required"]) == node["properties"].keys()
    shared = node.get("title") == "Finding"  # what is set aside has more than it
    return part if shared else {**part, "unevaluatedProperties": False}


def described(node: Any) -> bool:
    """Whether every part of a published schema has a title, and a sentence that says what it is."""
    inner = [*(node.get("properties", {}) | node.get("$defs", {})).values()]
    told = (p.get("$ref") or (p["title"] and p["description"].endswith(".")) for p in inner)
    return all(told) and all(
        map(described, [*inner, *([node["items"]] if "items" in node else [])])
    )


class Command(NamedTuple):
    """What the runner of GitHub Actions obeys."""

    name: str
    properties: Mapping[str, str]
    data: str


def commands(output: str) -> Iterator[Command]:
    """The commands in an output, as the runner finds and reads them (actions/runner).

    A command stands where a line begins, blanks aside: its name, properties `name=value` with
    commas between them, and its data. The runner knows fewer names than are obeyed here.
    """
    for line in re.split(r"\r\n|\r|\n", output):
        match = re.match(r"\s*::([^ :]*(?: [^:]*(?::[^:]+)*)?)::(.*)", line)
        if match:
            name, _, listed = match[1].partition(" ")
            pairs = (pair.partition("=") for pair in listed.strip().split(",") if pair)
            # where nothing stands between two signs, the runner takes them for one
            properties = {key: _unescaped(value.lstrip("="), ",:") for key, _, value in pairs}
            yield Command(name, properties, _unescaped(match[2], ""))
        elif "##[" in line:
            yield Command("##[", {}, line)


def _unescaped(text: str, more: str) -> str:
    for character in f"\r\n{more}%":
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def _text(output: str) -> Told:
    return [_block(block) for block in output.split("\n\n")[:-1]]


def _block(block: str) -> dict[str, str]:
    where, *lines = block.split("\n")
    parts = re.split(r"^  (Wrong|Why|Do|Acts): +", "\n".join(lines), flags=re.MULTILINE)[1:]
    parts_by_word = dict(zip(parts[::2], parts[1::2], strict=True))
    return {
        "where": re.sub(r"(\x1b\[[0-9;]+m)?[A-Z]+(\x1b\[0m)?$", "", where),
        "wrong": parts_by_word["Wrong"],
        "why": parts_by_word["Why"],
        "do": parts_by_word["Do"],
    }


def _concise(output: str) -> Told:
    lines = [re.match(r"(.*?): [a-z]+ [a-z-]+: (.*)", line) for line in output.split("\n")]
    return [{"place": line[1], "wrong": line[2]} for line in lines if line]


def _json(output: str) -> Told:
    names = ("path", "plan", "object", "wrong", "why", "do")
    return [
        {name: finding[name] for name in names} | {"crumbs": finding["where"]}
        for finding in json.loads(output)["findings"]
    ]


_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")


def _sarif(output: str) -> Told:
    (run,) = json.loads(output)["runs"]
    findings = []
    for result in run["results"]:
        message = result["message"]["text"]
        assert not _LINK.search(message), "what a viewer of SARIF makes a link of"
        wrong, why, do, _ = message.split("\n")
        at = result["locations"][0]["physicalLocation"]["artifactLocation"]
        names = {"plan": "plan", "object": "object", "crumbs": "where"}
        findings.append(
            {name: result["properties"][property_name] for name, property_name in names.items()}
            | {"path": unquote(at["uri"], errors="surrogatepass"), "wrong": wrong}
            | {"why": why.removeprefix("Why: "), "do": do.removeprefix("Do: ")}
        )
    return findings


def _junit(output: str) -> Told:
    root = ElementTree.fromstring(output)  # noqa: S314
    allowed = {"testsuites", "testsuite", "properties", "property", "testcase"}
    results = {"failure", "error", "skipped", "system-out"}
    assert {e.tag for e in root.iter()} <= allowed | results
    findings = []
    for case in root.iter("testcase"):
        for result in case:
            where, wrong, why, do, _ = (result.text or "").split("\n")[-5:]
            findings.append(
                {"path": case.attrib["classname"], "where": where, "wrong": wrong}
                | {"why": why.removeprefix("Why: "), "do": do.removeprefix("Do: ")}
            )
    return findings


def _github(output: str) -> Told:
    findings = []
    for command in commands(output):
        assert command.name in {"error", "warning", "notice"}
        where, wrong, why, do, _ = command.data.split("\n")
        findings.append(
            {"path": command.properties["file"], "where": where, "wrong": wrong}
            | {"why": why.removeprefix("Why: "), "do": do.removeprefix("Do: ")}
        )
    return findings


def _gitlab(output: str) -> Told:
    # the description is what is wrong and what to do, in one paragraph
    return [
        {"path": issue["location"]["path"], "wrong and do": issue["description"]}
        for issue in json.loads(output)
    ]


_RENDER = MarkdownIt("gfm-like").render


class Page(HTMLParser):
    """A Markdown file as a code forge renders it, with links for addresses in plain text.

    `tags` are all of them, `texts` the words of headings, cells and paragraphs by the tag.
    """

    def __init__(self, output: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self.feed(_RENDER(output))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs, "a link, a picture or a style"
        if tag not in ("strong", "br"):
            self.texts.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if self.texts:
            tag, text = self.texts.pop()
            self.texts.append((tag, text + data.strip("\n")))


_TAGS = {"h2", "h3", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}


def _markdown(output: str) -> Told:
    page = Page(output)
    assert page.tags <= _TAGS, page.tags - _TAGS
    findings, heading = [], ""
    for tag, text in page.texts:
        if tag == "h3":
            heading = text
        elif tag == "tr":
            row: list[str] = []
        elif tag == "td":
            row.append(text)
            if len(row) == 4:
                findings.append({"plan and path": heading, "wrong": row[1], "do": row[2]})
    assert sum(tag == "td" for tag, _ in page.texts) == 4 * len(findings)
    return findings


READERS: Mapping[str, Callable[[str], Told]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "gitlab": _gitlab,
    "markdown": _markdown,
}
assert READERS.keys() == REPORTERS.keys(), (
    "add what reads the new report back to READERS, so that it is tried as the others are"
)
