"""Schemas -> what the fields are: the pages of a name, or the manual of all."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from planc.model.parsed_file import PLAN
from planc.model.tactic import STRANDS
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from planc.wording.references import REFERENCES

_FILES = (
    ("plan", "A plan", "One YAML file for one threat."),
    ("directory", "The directory", "`directory.yaml`: organisations and posts."),
    ("policy", "The policy", "`planc.yaml`: the force's own settings."),
)
# Nobody writes it by hand, so its fields are in the manual only.
_GENERATED = (("baseline", "The baseline", "`planc-baseline.yaml`, which `planc baseline` makes."),)
_IN = {file: title[:1].lower() + title[1:] for file, title, _ in _FILES}
_MOST_PAGES = 4
_WIDTH = 100

_Node = Mapping[str, Any]


class _Field(NamedTuple):
    """A field: the file it belongs to, its way from the root of that file, its schema."""

    file: str
    way: tuple[str, ...]
    node: _Node

    @property
    def path(self) -> str:
        return ".".join(self.way)


def explain_field(name: str) -> str:
    """The pages of the fields that `name`, a key of `field_names`, stands for.

    A field that is called exactly that goes before those whose last part is; of many fields there
    is only a list.
    """
    fields = field_names()[name]
    exact = [field for field in fields if field.path == name]
    groups = _alike(exact or fields)
    if len(groups) > _MOST_PAGES:
        lines = [f"{name} is the name of {len(groups)} fields:", ""]
        lines += [f"  {group[0].path:<28} {group[0].node['description']}" for group in groups]
        return "\n".join([*lines, "", f"More on one of them: planc explain {groups[0][0].path}"])
    pages = [_page(group) for group in groups]
    others = [group[0].path for group in _alike(fields) if group[0] not in exact]
    if exact and others:
        pages.append(f"Other fields that end so: {', '.join(others)}")
    return "\n\n".join(pages)


@cache
def field_names() -> Mapping[str, Sequence[_Field]]:
    """Every name that a field can be asked for by: `pursue.order.ref`, `order.ref`, `ref`."""
    names: dict[str, list[_Field]] = {}
    for file, _, _ in _FILES:
        for field in _below(_Field(file, (), schema(file))):
            for start in range(len(field.way)):
                names.setdefault(".".join(field.way[start:]), []).append(field)
    return names


def _below(field: _Field) -> Iterator[_Field]:
    for name, node in _parts(field.node).items():
        inner = _Field(field.file, (*field.way, name), node)
        yield inner
        yield from _below(inner)


def _group(node: _Node) -> _Node:
    """What says which fields stand under this one: itself, or its items, or its entries."""
    if "properties" in node:
        return node
    return node.get("items") or node.get("additionalProperties") or {}


def _parts(node: _Node) -> Mapping[str, _Node]:
    group = _group(node)
    return {name: field_at(group, (name,)) for name in group.get("properties", {})}


def _alike(fields: Sequence[_Field]) -> list[list[_Field]]:
    """The fields in groups of those that are the same under several names."""
    groups: list[list[_Field]] = []
    for field in fields:
        same = next((group for group in groups if group[0].node == field.node), None)
        if same is None:
            groups.append([field])
        else:
            same.append(field)
    return groups


# One field


def _page(fields: Sequence[_Field]) -> str:
    first, *others = fields
    node = first.node
    about = textwrap.fill(f"{node['title']}. {node['description']}", _WIDTH)
    lines = [f"{first.path} (in {_IN[first.file]})", "", about]
    lines += ["", _part("Holds", _words(node))]
    if first.file == PLAN:
        lines.append(_part("Seen by", _readers(node)))
    if node.get("x-personal"):
        lines.append(_part("Note", "It may be about a person, so no message ever quotes it."))
    if others:
        places = [f.path if f.file == first.file else f"{f.path} in {_IN[f.file]}" for f in others]
        lines.append(_part("Same as", ", ".join(places)))
    lines += ["", "Example:", *(f"    {line}" for line in _lines(_example(first)))]
    return "\n".join(lines)


def _part(label: str, words: str) -> str:
    start, below = f"{label + ':':<9}", " " * 9
    return textwrap.fill(words, _WIDTH, initial_indent=start, subsequent_indent=below)


_READERS = {
    "board": "the board (police only)",
    "owner": "police owners",
    "partners": "partners",
    "recipient": "the post that it is released to",
}


def _readers(node: _Node) -> str:
    return ", ".join(["the plan's author", *(_READERS[who] for who in node.get("x-audience", ()))])


"""What a field with `x-refers` holds, and an example."""


def _words(node: _Node) -> str:
    """What a field holds, more fully than the manual has room for."""
    refers = node.get("x-refers") or node.get("items", {}).get("x-refers")
    parts = ", ".join(_parts(node))
    if parts:
        many = "a list, each entry with " if node["type"] == "array" else ""
        return f"{many}fields of its own: {parts}"
    if refers:
        words, kind = REFERENCES[refers].name, node.get("type")
        return {"array": f"a list, each entry {words}"}.get(str(kind), words) + (
            ", or a list of several" if isinstance(kind, list) else ""
        )
    if node.get("type") == "integer" and "minimum" in node:
        rest = f"; {node['default']} if left out" if "default" in node else ""
        return f"a whole number from {node['minimum']} to {node['maximum']}{rest}"
    allowed = "one of: " if node.get("enum") else ""
    return allowed + _holds(node)


def _example(field: _Field) -> Any:
    """The field with an example of what it holds, in what it stands in, as far as that must be."""
    return {field.way[0]: _around(_parts(schema(field.file))[field.way[0]], field.way[1:])}


def _around(node: _Node, way: tuple[str, ...]) -> Any:
    if not way:
        return _sample(node)
    needed = {*_group(node).get("required", ()), way[0]}
    sample = {
        name: _around(part, way[1:]) if name == way[0] else _sample(part)
        for name, part in _parts(node).items()
        if name in needed
    }
    return _wrapped(node, sample)


def _wrapped(node: _Node, sample: Any) -> Any:
    if "properties" in node:
        return sample
    return [sample] if "items" in node else {"tactic-overdue": sample}


def _sample(node: _Node) -> Any:
    """An example of what a field holds: as the schema gives it, else what any such field can."""
    parts, refers = _parts(node), node.get("x-refers")
    if "examples" in node:
        return node["examples"][0]
    if parts:
        needed = _group(node).get("required") or list(parts)[:1]
        return _wrapped(node, {name: _sample(parts[name]) for name in parts if name in needed})
    if refers:
        return REFERENCES[refers].like
    if "items" in node:
        one = _sample(node["items"])
        return one if isinstance(node["type"], list) else [one]
    for key in ("const", "default", "minimum"):
        if key in node:
            return node[key]
    if "enum" in node:
        return node["enum"][0]
    return "true" if node.get("type") == "boolean" else "2026-12-18"


def _lines(data: Any) -> Iterator[str]:
    """The lines of YAML that hold the data, which has no text that needs quotation marks."""
    for name, value in data.items():
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list) and isinstance(value[0], dict):
            yield f"{name}:"
            for item in value:
                first, *rest = _lines(item)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        else:
            words = f"[{', '.join(map(str, value))}]" if isinstance(value, list) else value
            yield f"{name}: {words}"


# All fields


def fields_manual() -> str:
    """Every field of every file, in Markdown: schemas/README.md."""
    lines = [
        "# The fields of planc's files",
        "",
        "Made from the schemas by `planc explain --fields`; do not edit it by hand.",
        "",
        "The last column says who may see the field beside the plan's author: *board* is the board",
        "edition (police only), *owner* is the task sheet of a police post, *partners* and",
        "*recipient* are the editions of partner agencies.",
        "",
        "VS Code shows the same words while you type, with the YAML extension and this first line:",
        "",
        "```yaml",
        "# yaml-language-server: $schema=../schemas/plan.schema.json",
        "```",
    ]
    for name, title, note in (*_FILES, *_GENERATED):
        lines += ["", f"## {title}", "", note, ""]
        lines += ["| Field | What it is | Holds | Shown to |", "| --- | --- | --- | --- |"]
        lines += _fields(schema(name), "")
    return "\n".join(lines) + "\n"


def _fields(node: _Node, lead: str) -> Iterator[str]:
    for name in node.get("properties", {}):
        field = field_at(node, (name,))
        words = field["description"].replace("|", "\\|")
        shown = ", ".join(field.get("x-audience", ())) or "-"
        yield f"| `{lead}{name}` | **{field['title']}.** {words} | {_holds(field)} | {shown} |"
        if lead == "" and name in STRANDS[1:]:
            continue  # the four strands hold the same fields
        yield from _fields(field, f"{lead}{name}.")
        yield from _fields(field.get("items", {}), f"{lead}{name}[].")
        yield from _fields(field.get("additionalProperties") or {}, f"{lead}{name}.RULE.")


def _holds(field: _Node) -> str:
    item = field.get("items", {})
    allowed = field.get("enum") or item.get("enum")
    if allowed:
        return ("several of: " if item else "") + ", ".join(allowed)
    if "default" in field and not isinstance(field["default"], list | dict):
        return f"{_SORTS.get(field.get('type', ''), 'text')}; {field['default']} if left out"
    if field.get("$ref"):
        return _SHARED[field["$ref"].rpartition("/")[2]]
    if isinstance(field.get("type"), list):
        return "an id, or a list of ids"
    return _SORTS.get(field.get("type", ""), "text")


_SORTS = {
    "array": "a list",
    "object": "fields of its own",
    "integer": "a whole number",
    "boolean": "true or false",
}
_SHARED = {
    "id": "an id",
    "directory-id": "an id",
    "guid": "a GUID",
    "line": "one line of text",
    "prose": "text",
    "date": "a date",
    "figure": "a figure or a word",
    "marking": "a marking",
}
