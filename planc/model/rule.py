"""What a rule declares, and its page of the manual: both are its module's docstring.

A rule's docstring is written for the officer who reads the message. It has a first line (the
rule in a sentence), then parts that each start with a word and a colon at the left edge:

    Wrong:    what is wrong here, with {blanks} that the code fills
    Why:      why it matters
    Do:       what to write or to do, with {blanks}; `message` says how the code words it better
    Acts:     the post that acts
    Source:   keys of planc/rules/SOURCES.md, each with its paragraph if that helps; or
              planc's judgement: and why. Several are parted by a semicolon
    Flagged:  an example that fires it, a line of ^^^ under the very place; tests run it
    Clean:    an example that does not, with a word on why; tests run it too

Paragraphs between the first line and the first part go to the manual only.
"""

import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, Protocol

from planc.model.finding import Severity

_BLANK = re.compile(r"\{([a-z_]+)\}")
_PART = re.compile(r"(Wrong|Why|Do|Acts|Source|Flagged|Clean): *(.*)")


class Declared(Protocol):
    """A module that declares a rule; its name in the manual is its file's, with hyphens.

    A new rule declares `STATUS = "preview"` as well: it is shown and fails nothing, until that line
    is taken out. One with `STATUS = "off"` says nothing until a force switches it on. The names of
    all rules there ever were are in `planc/rules/names.txt`.
    """

    __name__: str
    SEVERITY: Severity


def in_preview(rule: Declared) -> bool:
    """Whether the rule is new, so that its findings are shown and weigh nothing yet."""
    return getattr(rule, "STATUS", "stable") == "preview"


def shipped(rule: Declared) -> Severity | None:
    """What a finding of the rule weighs where no policy says otherwise; None if it is off then."""
    if getattr(rule, "STATUS", "stable") == "off":
        return None
    return Severity.PREVIEW if in_preview(rule) else rule.SEVERITY


class Example(NamedTuple):
    """A piece of a plan from a docstring. `note` says what is special about it."""

    flagged: bool
    note: str
    text: str

    @property
    def caption(self) -> str:
        """What stands over it: `Clean (it is due today):`."""
        word = "Flagged" if self.flagged else "Clean"
        return f"{word} ({self.note}):" if self.note else f"{word}:"


class Manual(NamedTuple):
    """A rule's page of the manual."""

    name: str
    title: str
    notes: str
    wrong: str
    why: str
    do: str
    acts: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]

    def advice(self, titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """What holds of every finding of the rule, each with the word it stands under.

        `titles` are those of the publications that rules cite, by key.
        """
        why, do = (_BLANK.sub("...", words) for words in (self.why, self.do))
        sources = (_with_title(source, titles) for source in self.sources)
        return ("Why", why), ("Do", do), ("Acts", self.acts), *(("Source", s) for s in sources)

    def markdown(self, titles: Mapping[str, str]) -> str:
        """The page in Markdown, from the notes to the sources."""
        lines = [self.notes, ""] if self.notes else []
        lines += [f"- **{word}:** {words}" for word, words in self.advice(titles)]
        return "\n".join(lines)


def _with_title(source: str, titles: Mapping[str, str]) -> str:
    """`GSCP paragraph 25` with the title of GSCP after it; planc's judgement as it stands."""
    title = titles.get(source.partition(" ")[0])
    return f"{source}: {title}" if title else source


def rule_name(rule: Declared) -> str:
    """`planc.rules.tactics.tactic_no_owner` is the rule `tactic-no-owner`."""
    return _hyphens(rule.__name__)


def in_manual(rule: Declared) -> str:
    """Where its page of the manual is below planc/rules/: `tactics/README.md#tactic-no-owner`."""
    return f"{rule.__name__.split('.')[2]}/README.md#{rule_name(rule)}"


@cache
def _hyphens(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")


def manual(rule: Declared) -> Manual:
    """The rule's docstring, in its parts."""
    return _manual(rule.__name__)


@cache
def _manual(module: str) -> Manual:
    lines = (sys.modules[module].__doc__ or "").strip().split("\n")
    notes: list[str] = []
    parts: dict[str, str] = {}
    examples: list[Example] = []
    word, body = "", notes
    for line in [*lines[1:], "End:"]:
        start = _PART.match(line)
        if start is None and line != "End:":
            body.append(line)
            continue
        if word in ("Flagged", "Clean"):
            examples.append(Example(word == "Flagged", body[0], _dedent(body[1:])))
        elif word:
            parts[word] = " ".join(line.strip() for line in body if line.strip())
        if start:
            word, body = start[1], [start[2]]
    return Manual(
        name=_hyphens(module),
        title=lines[0],
        notes="\n".join(notes).strip(),
        wrong=parts.get("Wrong", ""),
        why=parts.get("Why", ""),
        do=parts.get("Do", ""),
        acts=parts.get("Acts", ""),
        sources=tuple(parts.get("Source", "").split("; ")),
        examples=tuple(examples),
    )


class Message(NamedTuple):
    """What a finding says, but for its place and who acts."""

    wrong: str
    why: str
    do: str


def message(rule: Declared, blanks: Mapping[str, str]) -> Message:
    """The rule's message, its blanks filled; a `why` or `do` among them stands for the page's."""
    page = manual(rule)
    return Message(
        fill(page.wrong, blanks),
        blanks.get("why") or fill(page.why, blanks),
        blanks.get("do") or fill(page.do, blanks),
    )


def fill(words: str, blanks: Mapping[str, str]) -> str:
    """The words with each {blank} filled; braces that are no blank stay as they are."""
    return _BLANK.sub(lambda m: blanks.get(m[1], m[0]), words)


def _dedent(lines: list[str]) -> str:
    return "\n".join(line[4:] for line in lines).strip("\n") + "\n"
