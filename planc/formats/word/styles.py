"""The styles of a house file, with those of planc's that it lacks, as papers can use them.

A style is known by its name, since Word in another language gives it another id.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from planc.formats.word.allowed_elements import GRAMMAR, copied
from planc.formats.word.ooxml import W, value
from planc.formats.word.style_inheritance import Cascade

ALWAYS_OURS = ("marking", "banner", "footertext", "toc heading", "planc table")
"""The styles that no force can change: the marking's, what stands beside it, the table's, and a
title of contents that is none of the contents."""
OWN_FURNITURE = ("Marking", "Banner", "FooterText")
_OWN_LISTS = 9000


def own_list(number: str) -> str:
    """The number of a list of planc's own beside those of a house file, which nobody else has."""
    return str(_OWN_LISTS + int(number))


HEADINGS = ("Heading1", "Heading2", "Heading3")
BULLETS = {"ListBullet": own_list("1"), "TableBullet": own_list("2")}
"""The styles of lists, each with the number of its own."""
USED = (
    *("Title", "Subtitle", *HEADINGS, "Normal", "Small", "Caption", *BULLETS),
    *("TableText", "TableHead", "TableSmall", "Callout", "CalloutAttention"),
    *("TOCHeading", "TOC1", "TOC2"),
)
"""The styles of paragraphs that papers are written in."""

_REFERENCES = ("basedOn", "next", "link")
_NAMING = (*_REFERENCES, "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")


def shown(style: Any) -> str:
    """The name of a style as Word's list has it."""
    name = value(style, "name") or ""
    return f"{name[:1].upper()}{name[1:]}"


class HouseStyles:
    """The styles of a house file merged with planc's.

    `root` is the part, `renamed` the new ids by the old, `added` the names of the styles that the
    file lacks, and `taken` how many it has.
    """

    def __init__(self, theirs: Any, own: Any) -> None:
        self._own = {style.get(f"{W}styleId"): style for style in own.iter(f"{W}style")}
        self.root = etree.Element(f"{W}styles", nsmap={"w": W[1:-1]})
        self.root.append(_defaults(theirs, own))
        copies = list(_copies(theirs))
        self.renamed = self._ids(copies)
        self._take(copies)
        self.taken = len(self.root) - 1
        self.added = tuple(self._add())
        self._mend_references()
        self.cascade = Cascade(self.root)

    def _ids(self, styles: list[Any]) -> dict[str, str]:
        """Ids as planc writes them, and for others such as nobody else has."""
        ours = {_name_of(style): key for key, style in self._own.items()}
        ids: dict[str, str] = {}
        for style in styles:
            key, name = style.get(f"{W}styleId"), _name_of(style)
            if name in ours:
                ids[key] = ours[name]
            elif key in self._own:
                ids[key] = next(
                    new
                    for new in (f"{key}{n}" for n in range(100, 100_000))
                    if new not in ids and new not in ids.values()
                )
            else:
                ids[key] = key
        return ids

    def _take(self, styles: list[Any]) -> None:
        taken, defaults = set(), set()
        for style in styles:
            kind, key = style.get(f"{W}type"), self.renamed[style.get(f"{W}styleId")]
            if key in taken:
                continue
            taken.add(key)
            style.set(f"{W}styleId", key)
            if _is_default(style) and kind not in defaults:
                defaults.add(kind)
            else:
                style.attrib.pop(f"{W}default", None)
            use_ids(style, self.renamed)
            self.root.append(style)

    def _add(self) -> Iterator[str]:
        known = {style.get(f"{W}styleId") for style in self.root.iter(f"{W}style")}
        defaults = {s.get(f"{W}type") for s in self.root.iter(f"{W}style") if _is_default(s)}
        names = {value(style, "name"): style for style in self.root.iter(f"{W}style")}
        for key, style in self._own.items():
            if key in known:
                continue
            other = names.get(value(style, "name"))
            if other is not None:  # of another type: a name stands for one style only
                for name in other.findall(f"{W}name"):
                    name.set(f"{W}val", f"{value(style, 'name')} (house)")
            copy = deepcopy(style)
            if copy.get(f"{W}type") in defaults:
                copy.attrib.pop(f"{W}default", None)
            for number in copy.iter(f"{W}numId"):
                if number.get(f"{W}val") != "0":  # which is no list
                    number.set(f"{W}val", own_list(number.get(f"{W}val")))
            self.root.append(copy)
            if style.get(f"{W}type") == "paragraph" and _name_of(style)[1] not in ALWAYS_OURS:
                yield shown(style)

    def _mend_references(self) -> None:
        """No style leads to one that is not there, is of another type, or is based on itself."""
        kinds = {s.get(f"{W}styleId"): s.get(f"{W}type") for s in self.root.iter(f"{W}style")}
        for style in self.root.iter(f"{W}style"):
            for name in _REFERENCES:
                reference = style.find(f"{W}{name}")
                kind = None if reference is None else kinds.get(reference.get(f"{W}val"))
                if reference is not None and (
                    kind is None or (name == "basedOn" and kind != style.get(f"{W}type"))
                ):
                    style.remove(reference)
        based = {s.get(f"{W}styleId"): value(s, "basedOn") for s in self.root.iter(f"{W}style")}
        for style in self.root.iter(f"{W}style"):
            seen, key = set(), style.get(f"{W}styleId")
            while key is not None and key not in seen:
                seen.add(key)
                key = based[key]
            if key == style.get(f"{W}styleId"):
                for based_on in style.findall(f"{W}basedOn"):
                    style.remove(based_on)
                based[key] = None

    def style(self, key: str) -> Any:
        """The style with an id of planc's."""
        return next(s for s in self.root.iter(f"{W}style") if s.get(f"{W}styleId") == key)

    def look_again(self) -> None:
        """Styles have been changed."""
        self.cascade = Cascade(self.root)


def _copies(theirs: Any) -> Iterator[Any]:
    """The styles as papers may use them, each with a type, an id and a name."""
    for style in theirs.iter(f"{W}style"):
        if style.get(f"{W}type") is None:
            style.set(f"{W}type", "paragraph")
        key = style.get(f"{W}styleId") or ""
        name = style.find(f"{W}name")
        if name is None:
            name = etree.Element(f"{W}name")
            style.insert(0, name)
        if not name.get(f"{W}val"):
            name.set(f"{W}val", key)
        copy = copied(style)
        if copy is not None and _name_of(copy)[1] not in ALWAYS_OURS:
            yield copy


def _defaults(theirs: Any, own: Any) -> Any:
    """Their defaults for text; such as would break every page, or number every line, stay."""
    defaults = deepcopy(own.find(f"{W}docDefaults"))
    for kind in ("pPr", "rPr"):
        target = defaults.find(f"{W}{kind}Default")
        properties = theirs.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")
        language = target.find(f"{W}rPr/{W}lang")
        if theirs.find(f"{W}docDefaults") is not None:
            target[:] = [] if properties is None else [copied(properties)]
        for name in _NO_DEFAULTS:
            for element in target.findall(f"{W}{kind}/{W}{name}"):
                element.getparent().remove(element)
        if language is not None:
            if not len(target):
                etree.SubElement(target, f"{W}rPr")
            if target.find(f"{W}rPr/{W}lang") is None:
                target[0].append(language)
    return defaults


_NO_DEFAULTS = (
    *("pStyle", "rStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd"),
    *("outlineLvl", "vertAlign", "tabs", "ind"),
)


def set_property(style: Any, kind: str, name: str, **attributes: str) -> None:
    """Gives a style a property, a `pPr` or an `rPr`, in its place among the others."""
    set_in(_properties(style, kind), kind, name, **attributes)


def set_in(properties: Any, kind: str, name: str, **attributes: str) -> None:
    """Puts a property among others of that kind."""
    element = properties.find(f"{W}{name}")
    if element is None:
        element = etree.Element(f"{W}{name}")
        order = GRAMMAR[kind].children
        later = {f"{W}{other}" for other in order[order.index(name) :]} | {f"{W}lang"}
        place = next((n for n, e in enumerate(properties) if e.tag in later), len(properties))
        properties.insert(place, element)
    element.attrib.clear()
    for attribute, text in attributes.items():
        element.set(f"{W}{attribute}", text)


def set_number(style: Any, number: str) -> None:
    """Puts a style's paragraphs into a list; `0` takes them out of any."""
    set_property(style, "pPr", "numPr")
    numbers = style.find(f"{W}pPr/{W}numPr")
    numbers[:] = [etree.Element(f"{W}ilvl"), etree.Element(f"{W}numId")]
    numbers[0].set(f"{W}val", "0")
    numbers[1].set(f"{W}val", number)


def _properties(style: Any, kind: str) -> Any:
    properties = style.find(f"{W}{kind}")
    if properties is None:
        properties = etree.Element(f"{W}{kind}")
        order = GRAMMAR["style"].children
        later = {f"{W}{other}" for other in order[order.index(kind) :]}
        place = next((n for n, e in enumerate(style) if e.tag in later), len(style))
        style.insert(place, properties)
    return properties


def use_ids(root: Any, renamed: Mapping[str, str]) -> None:
    """Gives styles the ids that papers have, wherever they are named."""
    for element in root.iter(*(f"{W}{name}" for name in _NAMING)):
        key = element.get(f"{W}val")
        element.set(f"{W}val", renamed.get(key, key))


def _name_of(style: Any) -> tuple[str, str]:
    """How a style is known whatever its id: Word writes `heading 1` and shows Heading 1."""
    return style.get(f"{W}type"), (value(style, "name") or "").strip().lower()


def _is_default(style: Any) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")
