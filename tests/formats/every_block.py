"""A pack with every kind of block, to put through every emitter."""

import datetime as dt

from planc.model.chart import Chart, Reading
from planc.model.paper import (
    Bullets,
    Callout,
    Contents,
    Heading,
    PageBreak,
    Paper,
    cell,
    para,
    rating,
    strong,
    table,
)
from planc.model.tone import Tone

START = Reading(dt.date(2025, 12, 3), 46, "46")


def chart(caption: str, start: Reading | None = START) -> Chart:
    """A chart with a reading that is not rated, a rating without a reading, and each sign."""
    return Chart(
        caption,
        start,
        (
            Reading(dt.date(2026, 3, 5), 44, "44", Tone.RED),
            Reading(dt.date(2026, 5, 6), 40, "40"),
            Reading(dt.date(2026, 7, 2), 30, "30", Tone.AMBER),
            Reading(dt.date(2026, 9, 2), 30, "not measured", Tone.GREEN, measured=False),
            Reading(dt.date(2026, 11, 19), 14, "14", Tone.COMPLETE),
        ),
        Reading(dt.date(2027, 3, 31), 15, "15"),
        "Target 15 by 31 Mar 2027",
    )


def every_block(text: str = "plain words") -> Paper:
    """One of each, with `text` wherever an officer's words can stand."""
    return Paper(
        name="SOC-2026-001-plan-board",
        title=f"Title {text}",
        subtitle=f"Subtitle {text}",
        marking="OFFICIAL-SENSITIVE - RECIPIENTS ONLY",
        banner="POLICE ONLY",
        stamps=("SAMPLE", "DRAFT"),
        digest="0123456789ab" + "0" * 52,
        footer="SOC-2026-001, as of 22 November 2026, digest 0123456789ab",
        subject="4P plan SOC-2026-001, board edition, as of 22 November 2026",
        as_of=dt.date(2026, 11, 22),
        blocks=(
            Callout(
                "Plan checks not met: 2 (force policy)",
                (para(text), para(strong("Strong. "), text)),
                Tone.ATTENTION,
            ),
            Callout("Plan checks met"),
            PageBreak(),
            Contents(),
            Heading(1, f"1 First {text}", "first"),
            para(text),
            para(text, small=True),
            Bullets((para(text), para(strong("Label: "), text))),
            Heading(2, f"1.1 Second {text}", "second", "prevent"),
            table(
                f"Caption {text}",
                ("Id", "Words", "Rating"),
                [
                    ("PUR-1", cell((para(text),)), rating("amber")),
                    (cell((para(text), Bullets((para("one"), para("two"))))), None, "x"),
                ],
                (20, 60, 20),
            ),
            para("After the table."),
            chart(f"OBJ-1: Reports {text}"),
            chart("OBJ-2: Homes", start=None),
            Heading(3, f"Third {text}", "third"),
        ),
    )


HOSTILE = (
    "a < b & c > d \"quoted\" 'single'",
    "{{ 7*7 }} {% raw %} ${x} #{y}",
    "<script>alert(1)</script> <!-- gone? -->",
    "]]> <w:t> &amp; &lt; &#65;",
    "[link](https://example.org) ![beacon](https://example.org/x.png)",
    "https://example.org www.example.org someone@example.org",
    "| pipe | table | \\| back\\slash \\n",
    "**bold** _under_ __init__ ~~struck~~ `code` $x^2$",
    "# heading",
    "heading ##",
    "- dash",
    "+ plus",
    "1. number",
    "10) number",
    "===",
    "---",
    "***",
    "> quoted",
    "    indented by four",
    "trailing two  ",
    "=cmd|' /C calc'!A0",
    "::set-output name=x::y ##[error]z",
    "Llŷr, Ynys Môn, Łódź, São Tomé, 北京, Ελλάδα",
    "emoji 👍🏽 🇬🇧 ❤️",
    "مرحبا بالعالم and back",
    "x" * 3000,
)
