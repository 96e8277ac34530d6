"""A file with what planc can say exactly put right: what a message spells out, and nothing else.

The edits are those that findings carry, each made only if its kind is one of those here, and kept
only if the file then says what it said, but for that one thing, and has no fault more.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planc.all_rules import ABOUT_WORDS, BY_NAME
from planc.errors import PlancError
from planc.model.context import Context
from planc.model.document import Data
from planc.model.edit import spliced
from planc.model.finding import Finding
from planc.model.parsed_file import PLAN, FileKind, ParsedFile
from planc.model.source import Source
from planc.passes.approve_edit import most_differences
from planc.passes.decode import decode
from planc.passes.lint import Linter
from planc.repository import Repository, parse_file, source_of
from planc.wording.text import FORBIDDEN

MOST_EDITS = 500


@dataclass(frozen=True)
class Fixed:
    """A file as it was and as it is to be, and what was done, a line each.

    `shown` says whether its lines may be shown.
    """

    path: Path
    name: str
    before: bytes
    after: bytes
    done: tuple[str, ...]
    shown: bool


def fix(repository: Repository, context: Context, path: Path, kind: FileKind) -> Fixed:
    """What becomes of a file. Raises PlancError if it cannot be opened."""
    source = source_of(path, repository.root)
    if source.raw is None:
        raise PlancError(f"{source.path} cannot be opened: {source.trouble}.")
    after = _clean(source.raw)
    done = [] if after == source.raw else ["signs that cannot be seen, and line ends"]
    state = _State.of(repository, context, source.path, kind, after)
    tried: set[tuple[object, ...]] = set()
    while len(tried) < MOST_EDITS:
        finding = next((f for f in state.findings if f.fixable and _key(f) not in tried), None)
        if finding is None:
            break
        tried.add(_key(finding))
        text = spliced(_text(state.raw), finding.edits)
        line_end = "\r\n" if b"\r\n" in state.raw else "\n"
        edited = text.replace("\n", line_end).encode()
        then = _State.of(repository, context, source.path, kind, edited)
        if then.is_right_after(state, most_differences(finding.rule)):
            done.append(f"line {finding.edits[0].span.line}: {finding.do}")
            state = then
    shown = not any(BY_NAME[finding.rule] in ABOUT_WORDS for finding in state.findings)
    return Fixed(path, source.path, source.raw, state.raw, tuple(done), shown)


_BOM = b"\xef\xbb\xbf"


def _clean(raw: bytes) -> bytes:
    """The file without a byte order mark, with lines that end as most do, and with what planc
    reads in place of tabs and spaces of other kinds; as it is, if it is no text."""
    cleaned = raw.removeprefix(_BOM)
    windows, others = cleaned.count(b"\r\n"), len(re.findall(rb"(?<!\r)\n", cleaned))
    line_end = b"\r\n" if windows > others else b"\n"
    text = cleaned.replace(b"\r\n", b"\n")
    try:
        forbidden = set(FORBIDDEN.findall(text.decode()))
    except UnicodeDecodeError:
        return raw
    read, _ = decode(Source("", text))
    if read is not None and all(unicodedata.category(sign) == "Zs" for sign in forbidden):
        text = read.encode()
    return text.replace(b"\n", line_end)


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.edits


def _text(raw: bytes) -> str:
    return raw.decode().replace("\r\n", "\n")


@dataclass(frozen=True)
class _State:
    """A file between two edits."""

    raw: bytes
    file: ParsedFile
    findings: tuple[Finding, ...]

    @staticmethod
    def of(
        repository: Repository, context: Context, name: str, kind: FileKind, raw: bytes
    ) -> "_State":
        file = parse_file(Source(name, raw), kind, repository.known)
        findings = Linter(context, whole=False).lint(file)
        return _State(raw, file, tuple(sorted(findings, key=lambda finding: finding.order)))

    def is_right_after(self, before: "_State", differences: int) -> bool:
        """Whether it says the same but for so many values, and has no fault more."""
        now, then = self.file.document, before.file.document
        if now is None or then is None or len(self.file.faults) > len(before.file.faults):
            return False
        return _differences(then.data, now.data) <= differences


def _differences(one: Data, other: Data) -> int:
    """How many values differ; a field that has another name only, or a list of one, is one."""
    if isinstance(one, dict) and isinstance(other, dict):
        if len(one) != len(other):
            return 2
        values = sum(map(_differences, one.values(), other.values()))
        return values + sum(a != b for a, b in zip(one, other, strict=True))
    if isinstance(one, list) and isinstance(other, list):
        return sum(map(_differences, one, other)) if len(one) == len(other) else 2
    return int(str(one) != str(other))


def fix_all(repository: Repository, context: Context) -> Iterator[Fixed]:
    """Each plan asked for, the directory and the policy, where something of it is put right."""
    for path, kind in repository.files:
        if kind in (PLAN, "directory", "policy"):
            fixed = fix(repository, context, path, kind)
            if fixed.after != fixed.before:
                yield fixed
