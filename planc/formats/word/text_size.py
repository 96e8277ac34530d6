"""A base whose text is as large as a force asks for, whatever the sizes of its styles."""

from functools import lru_cache

from planc.formats.word.base_parts import packed, parts
from planc.formats.word.ooxml import W, parsed, written
from planc.formats.word.style_inheritance import Cascade
from planc.formats.word.styles import USED, set_property
from planc.model.paper import USUAL_SIZE

_STYLES, _ID = "word/styles.xml", f"{W}styleId"


@lru_cache(maxsize=8)
def in_size(base: bytes, points: int) -> bytes:
    """The Word file with no style of papers in smaller text; as it is, for the usual size."""
    if points == USUAL_SIZE:
        return base
    content = parts(base)
    root = parsed(content[_STYLES])
    sizes = Cascade(root)
    for style in root:
        key = style.get(_ID)
        size = int(sizes.run(key).get("sz", {}).get("val", "20")) if key in USED else 2 * points
        if size < 2 * points:
            set_property(style, "rPr", "sz", val=str(2 * points))
            set_property(style, "rPr", "szCs", val=str(2 * points))
    return packed({**content, _STYLES: written(root)})
