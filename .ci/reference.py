"""Makes templates/reference.docx: the styles, page and furniture of planc's own Word papers.

    python .ci/reference.py            write it
    python .ci/reference.py --check    say whether the file is what this makes

It holds form and no words. Run it after a change here, then look at the pages of a pack.
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

from planc.model.tone import MEANINGS, Tone

TARGET = Path(__file__).parents[1] / "templates" / "reference.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

INK, GREY, NAVY = "1A1A1A", "404040", "1F3864"


def style(
    name: str,
    based_on: str | None,
    *,
    size: int | None = None,
    before: int | None = None,
    after: int | None = None,
    bold: bool = False,
    color: str | None = None,
    extra: str = "",
    keep: bool = False,
    following: str | None = None,
    label: str | None = None,
) -> str:
    """A paragraph style; sizes in half points, spaces in twentieths of a point."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    nxt = f'<w:next w:val="{following}"/>' if following else ""
    space = ""
    if before is not None or after is not None:
        first = f' w:before="{before}"' if before is not None else ""
        then = f' w:after="{after}"' if after is not None else ""
        space = f"<w:spacing{first}{then}/>"
    ppr = ("<w:keepNext/><w:keepLines/>" if keep else "") + extra.replace("{space}", space)
    if "{space}" not in extra:
        ppr += space
    rpr = ("<w:b/>" if bold else "") + (f'<w:color w:val="{color}"/>' if color else "")
    rpr += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    quick = "<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label or name}"/>{based}{nxt}'
        f"{quick}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


SIDES = ("top", "left", "bottom", "right")


def own_line(fill: str, after: int) -> str:
    """Every property of a paragraph, so that no style and no default can add one."""
    off = "".join(f'<w:{name} w:val="0"/>' for name in ("keepNext", "keepLines", "pageBreakBefore"))
    borders = "".join(f'<w:{side} w:val="nil"/>' for side in SIDES)
    return (
        f'{off}<w:widowControl/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        f'<w:pBdr>{borders}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        f'<w:bidi w:val="0"/><w:spacing w:before="0" w:beforeAutospacing="0" w:after="{after}"'
        ' w:afterAutospacing="0" w:line="245" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:contextualSpacing w:val="0"/>'
        '<w:jc w:val="center"/><w:textAlignment w:val="auto"/><w:outlineLvl w:val="9"/>'
    )


def own_letters(size: int, color: str, fill: str, *, bold: bool) -> str:
    """Every property of a run, so that no style and no default can add one.

    Not that it is not hidden: papers have no style that hides, and nothing hidden is looked for.
    """
    toggles = (
        *("i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss"),
        *("imprint", "snapToGrid"),
    )
    off = "".join(f'<w:{name} w:val="0"/>' for name in toggles)
    heavy = "".join(f'<w:{name} w:val="{int(bold)}"/>' for name in ("b", "bCs"))
    return (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'{heavy}{off}<w:color w:val="{color}"/><w:spacing w:val="0"/><w:w w:val="100"/>'
        f'<w:kern w:val="0"/><w:position w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:highlight w:val="none"/><w:u w:val="none"/><w:effect w:val="none"/>'
        f'<w:bdr w:val="nil"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
        '<w:vertAlign w:val="baseline"/><w:rtl w:val="0"/><w:cs w:val="0"/><w:em w:val="none"/>'
        '<w:lang w:val="en-GB"/>'
    )


OWN = {
    "Marking": (own_line("FFFFFF", 20), own_letters(24, INK, "FFFFFF", bold=True)),
    "Banner": (own_line(NAVY, 120), own_letters(20, "FFFFFF", NAVY, bold=True)),
    "FooterText": (
        own_line("FFFFFF", 0).replace('w:before="0"', 'w:before="20"'),
        own_letters(18, GREY, "FFFFFF", bold=False),
    ),
}
"""The lines that no house style can change: they have every property themselves, as styles and
again where they stand, since what stands there goes before any style."""


def own_style(name: str) -> str:
    """A style that inherits nothing."""
    line, letters = OWN[name]
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:pPr>{line}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def own_paragraph(name: str, content: str = "") -> str:
    """A paragraph in such a style. Its own letters are those of what is written into it."""
    line, letters = OWN[name]
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{line}<w:rPr>{letters}</w:rPr></w:pPr>{content}</w:p>'


def box(tone: Tone) -> str:
    """A border all round, and a fill."""
    shades = MEANINGS[tone].light
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="{shades.line}"/>' for side in SIDES
    )
    return (
        f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{shades.soft}"/>'
        '{space}<w:ind w:left="113" w:right="113"/><w:contextualSpacing/>'
    )


def styles() -> str:
    """Every style that the Word emitter names."""
    heading = '{space}<w:outlineLvl w:val="%d"/>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>'
    made = [
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial"'
        f' w:cs="Arial"/><w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="245" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        style("Title", "Normal", size=30, before=0, after=40, bold=True, color=NAVY, keep=True),
        style("Subtitle", "Normal", size=20, after=80, color=GREY),
        style(
            "Heading1",
            "Normal",
            size=28,
            before=320,
            after=120,
            bold=True,
            color=NAVY,
            keep=True,
            extra=heading % 0,
            following="Normal",
            label="heading 1",
        ),
        style(
            "Heading2",
            "Normal",
            size=24,
            before=240,
            after=80,
            bold=True,
            color=NAVY,
            keep=True,
            extra=heading % 1,
            following="Normal",
            label="heading 2",
        ),
        style(
            "Heading3",
            "Normal",
            size=22,
            before=200,
            after=60,
            bold=True,
            keep=True,
            extra=heading % 2,
            following="Normal",
            label="heading 3",
        ),
        style("Small", "Normal", size=20, after=60, color=GREY),
        style(
            "ListBullet",
            "Normal",
            after=40,
            extra=numbered % 1
            + '{space}<w:ind w:left="340" w:hanging="227"/><w:contextualSpacing/>',
            label="List Bullet",
        ),
        style(
            "Caption",
            "Normal",
            size=20,
            before=160,
            after=60,
            bold=True,
            color=NAVY,
            keep=True,
            label="caption",
        ),
        style("TableText", "Normal", size=20, before=20, after=20),
        style("TableHead", "TableText", bold=True, color=NAVY, keep=True),
        style("TableSmall", "TableText", color=GREY),
        style(
            "TableBullet",
            "TableText",
            extra=numbered % 2 + '{space}<w:ind w:left="227" w:hanging="170"/>',
        ),
        style("Callout", "Normal", before=80, after=100, extra=box(Tone.NOTE)),
        style("CalloutAttention", "Callout", extra=box(Tone.ATTENTION)),
        style(
            "TOCHeading",
            "Normal",
            size=28,
            before=0,
            after=120,
            bold=True,
            color=NAVY,
            keep=True,
            label="TOC Heading",
        ),
        style("TOC1", "Normal", before=60, after=20, label="toc 1"),
        style("TOC2", "Normal", after=20, extra='{space}<w:ind w:left="340"/>', label="toc 2"),
        *(own_style(name) for name in OWN),
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="1F3864"/><w:u w:val="single"/></w:rPr></w:style>',
        '<w:style w:type="table" w:styleId="PlancTable"><w:name w:val="Planc Table"/><w:basedOn w:val="TableNormal"/>'
        "<w:tblPr><w:tblBorders>"
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EAED"/></w:tcPr>'
        "</w:tblStylePr></w:style>",
    ]
    return f'{HEAD}<w:styles xmlns:w="{W}">{"".join(made)}</w:styles>'


def bullets(number: int, left: int, hanging: int) -> tuple[str, str]:
    """A list of dots for one style; LibreOffice shows none where two styles share a list."""
    form = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
    )
    return form, f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


LISTS = (bullets(1, 340, 227), bullets(2, 227, 170))
NUMBERING = (
    f'{HEAD}<w:numbering xmlns:w="{W}">{"".join(form for form, _ in LISTS)}'
    f"{''.join(number for _, number in LISTS)}</w:numbering>"
)
COLOURS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": NAVY,
    "lt2": "EEF3FB",
    "accent1": NAVY,
    "accent2": "9C2A10",
    "accent3": "B9C9E2",
    "accent4": "5B7DB1",
    "accent5": "2A7F9E",
    "accent6": "B8801F",
    "hlink": NAVY,
    "folHlink": NAVY,
}
"""The side of a strand's heading is the first accent; what a colour means is not the theme's."""


def theme() -> str:
    """The colours and the font."""
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{plain}<a:prstDash val="solid"/></a:ln>'
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items()
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="planc">'
        f'<a:themeElements><a:clrScheme name="planc">{colours}</a:clrScheme>'
        f'<a:fontScheme name="planc"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="planc"><a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


SETTINGS = (
    f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
)
FONTS = (
    f'{HEAD}<w:fonts xmlns:w="{W}"><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
HEADER = f'{HEAD}<w:hdr xmlns:w="{W}">{own_paragraph("Marking")}{own_paragraph("Banner")}</w:hdr>'
_FACTS = f"<w:rPr>{OWN['FooterText'][1]}</w:rPr>"


def field(name: str) -> str:
    """A field that Word keeps up to date."""
    return f'<w:fldSimple w:instr=" {name} "><w:r>{_FACTS}<w:t>1</w:t></w:r></w:fldSimple>'


def words(text: str) -> str:
    """A run."""
    return f'<w:r>{_FACTS}<w:t xml:space="preserve">{text}</w:t></w:r>'


PAGES = f"{words(' ')}{words(' Page ')}{field('PAGE')}{words(' of ')}{field('NUMPAGES')}"
FOOTER = (
    f'{HEAD}<w:ftr xmlns:w="{W}">{own_paragraph("FooterText", PAGES)}'
    f"{own_paragraph('Marking')}</w:ftr>"
)
DOCUMENT = (
    f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body><w:sectPr>'
    '<w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1077" w:bottom="1134" w:left="1077" w:header="397" w:footer="340" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
PARTS = (
    ("word/styles.xml", "styles", styles()),
    ("word/numbering.xml", "numbering", NUMBERING),
    ("word/settings.xml", "settings", SETTINGS),
    ("word/fontTable.xml", "fontTable", FONTS),
    ("word/header1.xml", "header", HEADER),
    ("word/footer1.xml", "footer", FOOTER),
    ("word/theme/theme1.xml", "theme", theme()),
)


def make() -> bytes:
    """The file's bytes, the same every time."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{THEME if kind == "theme" else TYPES}.{kind}+xml"/>'
        for name, kind, _ in PARTS
    )
    types = (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    )
    top = (
        f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONS}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for n, (name, kind, _) in enumerate(PARTS, 1)
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": top,
        "docProps/core.xml": CORE,
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        **{name: text for name, _, text in PARTS},
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, text)
    return out.getvalue()


def parts(raw: bytes) -> dict[str, bytes]:
    """The parts of a package; their compression may differ from one zlib to the next."""
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(
            0
            if TARGET.read_bytes() == make()
            else "templates/reference.docx is not what .ci/reference.py makes"
        )
    TARGET.write_bytes(make())
