"""The parts of a Word file: which leads to which, and what its styles and lists say of words."""

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from planc.errors import PlancError
from planc.formats.word.ooxml import W, parsed

MAIN = "word/document.xml"
"""The part in which planc puts the words."""


class Package:
    """The parts of a Word file, and which leads to which."""

    def __init__(self, stored: Mapping[str, bytes]) -> None:
        self.stored = stored
        self._parsed: dict[str, Any] = {}

    def parsed(self, name: str) -> Any:
        """The tree of a part. Raises PlancError."""
        if name not in self._parsed:
            try:
                self._parsed[name] = parsed(self.stored[name])
            except ValueError as error:
                raise PlancError(f"{name} in it cannot be read: {error}.") from None
        return self._parsed[name]

    @cached_property
    def xml(self) -> list[str]:
        """The text of every part in XML."""
        return [c.decode(errors="ignore") for n, c in self.stored.items() if n.endswith(".xml")]

    def _relations(self, name: str) -> Iterator[Any]:
        folder, _, last = name.rpartition("/")
        rels = f"{folder}/_rels/{last}.rels".lstrip("/")
        if rels in self.stored:
            yield from self.parsed(rels)

    def target(self, name: str, relation: str | None) -> str | None:
        """The part that a relation of a part leads to."""
        for one in self._relations(name):
            if one.get("Id") == relation:
                return self._resolved(name, one)
        return None

    def targets(self, name: str, kind: str) -> list[str]:
        """The parts that its relations of a kind lead to."""
        return [
            self._resolved(name, one)
            for one in self._relations(name)
            if str(one.get("Type")).endswith(f"/{kind}")
        ]

    def link(self, name: str, relation: str | None) -> str:
        """What a relation of a part leads to, as it is written."""
        found = (str(r.get("Target")) for r in self._relations(name) if r.get("Id") == relation)
        return next(found, "nothing")

    @cached_property
    def is_self_contained(self) -> bool:
        """Whether no relation of any part leads outside; links that a reader follows may."""
        return not any(
            one.get("TargetMode") == "External" and not str(one.get("Type")).endswith("/hyperlink")
            for name in self.stored
            if name.endswith(".rels") and not self._is_inside_another(name)
            for one in self.parsed(name)
        )

    def _is_inside_another(self, name: str) -> bool:
        """Whether it is a part of a package that is a part of this one."""
        steps = name.split("/")
        return any("/".join(steps[:at]) in self.stored for at in range(1, len(steps)))

    @staticmethod
    def _resolved(name: str, relation: Any) -> str:
        target = str(relation.get("Target"))
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")

    @cached_property
    def styles(self) -> "Styles":
        return Styles(self.parsed("word/styles.xml") if "word/styles.xml" in self.stored else ())

    @cached_property
    def bullets(self) -> Mapping[tuple[str, str], str]:
        """The words before the items of each list, by its number and level."""
        if "word/numbering.xml" not in self.stored:
            return {}
        root = self.parsed("word/numbering.xml")
        levels = {
            abstract.get(f"{W}abstractNumId"): {
                level.get(f"{W}ilvl"): value(level, "lvlText") for level in abstract.iter(f"{W}lvl")
            }
            for abstract in root.iter(f"{W}abstractNum")
        }
        found = {}
        for number in root.iter(f"{W}num"):
            own = dict(levels.get(value(number, "abstractNumId"), {}))
            for override in number.iter(f"{W}lvlOverride"):
                for level in override.iter(f"{W}lvl"):
                    own[level.get(f"{W}ilvl")] = value(level, "lvlText")
            for ilvl, text in own.items():
                found[number.get(f"{W}numId"), ilvl] = text
        return found


def value(node: Any, tag: str) -> str:
    """What an element says with the attribute `val`; empty if it is not there."""
    child = next(node.iterchildren(f"{W}{tag}"), None)
    return "" if child is None else child.get(_VAL) or ""


_VAL = f"{W}val"


def is_on(properties: Any, *tags: str) -> bool:
    """Whether one of the properties is there and is not switched off."""
    found = [properties.find(f"{W}{tag}") for tag in tags] if properties is not None else []
    return any(
        one is not None and one.get(f"{W}val") not in ("0", "false", "off", "none") for one in found
    )


class Styles:
    """What the styles of a Word file say that changes which words a reader sees."""

    def __init__(self, root: Any) -> None:
        styles = [node for node in root if node.tag == f"{W}style"]
        self._styles = {style.get(f"{W}styleId"): style for style in styles}
        self._usual = [
            str(style.get(f"{W}styleId"))
            for style in styles
            if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph"
        ]
        self._defaults = [node for node in root if node.tag == f"{W}docDefaults"]
        self._known: dict[tuple[str, bool], tuple[str, ...]] = {}

    def marks(self, name: str, *, default: bool = True) -> tuple[str, ...]:
        """How words in a style are to be told apart: hidden, struck out.

        Without a name, words are in the usual style of a paragraph, or, not by `default`, in none.
        """
        key = name, default
        if key not in self._known:
            names = [name] if name or not default else self._usual
            nodes = [style for one in names for style in self._chain(one)]
            nodes += self._defaults if default else []
            found = (marks_of(inner) for node in nodes for inner in node.iter(f"{W}rPr"))
            self._known[key] = tuple(dict.fromkeys(mark for marks in found for mark in marks))
        return self._known[key]

    def list_of(self, name: str | None) -> Any:
        """The list whose items have this style."""
        lists = (style.find(f"{W}pPr/{W}numPr") for style in self._chain(name))
        return next((one for one in lists if one is not None), None)

    def _chain(self, name: str | None) -> Iterator[Any]:
        seen = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")


def marks_of(properties: Any) -> list[str]:
    """Why a reader does not see words with these properties as they stand."""
    if not any(child.tag in _UNSEEN for child in properties):
        return []
    hidden = is_on(properties, "vanish", "specVanish", "webHidden")
    struck = is_on(properties, "strike", "dstrike")
    turned = is_on(properties, "rtl")
    return ["hidden"] * hidden + ["struck out"] * struck + ["turned round"] * turned


_UNSEEN = {f"{W}{tag}" for tag in ("vanish", "specVanish", "webHidden", "strike", "dstrike", "rtl")}
