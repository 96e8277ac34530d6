"""A few answers -> a first draft of a plan, with tactics to think about as comments."""

from collections.abc import Mapping
from textwrap import wrap

from planc.model.document import Data
from planc.model.tactic import STRANDS
from planc.resources import folder
from planc.wording.yaml_text import one_line

_THREAT = ("type", "tier", "areas")


def begin_plan(answers: Mapping[str, Data]) -> bytes:
    """The draft. `answers` are fields of a plan by their names, those of its threat among them.

    `objective` is the statement of its first one. What was not answered is left out.
    """
    above = ("ref", "operation", "marking", "status", "starts", "sro", "lro", "board")
    lines = [
        "# yaml-language-server: $schema=../.planc/plan.schema.json",
        "---",
        "planc: 1",
        *_fields({**answers, "status": "draft"}, above, ""),
        "threat:",  # remarks stand first: what is added later goes in below the last field
        "  # assessment: what is likely to happen next, and how likely that is",
        *_fields(answers, _THREAT, "  "),
        "objectives:",
        "  # measure: how you will know, then baseline, target, by and set_on",
        "  - id: OBJ-1",
        f"    statement: {one_line(answers['objective'], flow=False)}",
        "",
        "# A tactic has an owner, a day and an objective: planc add tactic",
        "# The lines below are proposals, to be thought about and deleted.",
    ]
    for strand in STRANDS:
        lines.append(f"# {strand}:")
        for words in _proposed(answers, strand):
            lines += wrap(words, 80, initial_indent="#   ", subsequent_indent="#     ")
    return ("\n".join(lines) + "\n").encode()


def _fields(answers: Mapping[str, Data], names: tuple[str, ...], indent: str) -> list[str]:
    present = [name for name in names if answers.get(name)]
    return [f"{indent}{name}: {one_line(answers[name], flow=False)}" for name in present]


def _proposed(answers: Mapping[str, Data], strand: str) -> list[str]:
    """What a strand of such a plan may be about."""
    text = (folder("templates") / "proposals.txt").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and line[0] != "#"]
    kinds = ("any", str(answers.get("type")))
    return [words for kind, of, words in rows if kind in kinds and of == strand]
