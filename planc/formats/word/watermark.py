"""A word behind the text of every page, as Word itself draws one."""

from typing import Any

from lxml import etree

from planc.formats.word.ooxml import W

_V, _O = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_GREY = "#e6e6e6"  # it is not to be in the way of the text
_ARIAL = "font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold"


def watermark(word: str, number: int) -> str:
    """A run with the word; `number` tells those of several headers apart."""
    key = f"PowerPlusWaterMarkObject{number}"
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:430pt;height:172pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        f'<w:r xmlns:w="{W[1:-1]}"><w:pict>'
        f'<v:shapetype xmlns:v="{_V}" xmlns:o="{_O}" id="_x0000_t136" coordsize="21600,21600"'
        ' o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
        f"{_FORMULAS}</v:formulas>"
        '<v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape xmlns:v="{_V}" xmlns:o="{_O}" id="{key}" o:spid="_x0000_s{2048 + number}"'
        f' type="#_x0000_t136" alt="{word}" style="{style}" o:allowincell="f"'
        f' fillcolor="{_GREY}" stroked="f"><v:textpath style="{_ARIAL}" string="{word}"/></v:shape>'
        "</w:pict></w:r>"
    )


_FORMULAS = "".join(
    f'<v:f eqn="{formula}"/>'
    for formula in (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
        *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6"),
        *("mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
    )
)
"""How Word bends words to a shape; it draws nothing without them."""


def is_watermark(drawing: Any, word: str) -> bool:
    """Whether a drawing is exactly the one that planc puts behind the text."""
    known = [etree.fromstring(watermark(word, number))[0] for number in (1, 2)]
    return any(_canonical(drawing) == _canonical(one) for one in known)


def _canonical(element: Any) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)
