"""Seals a finished file, and says later whether it is still what was sealed."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from planc import __version__
from planc.model.paper import Paper
from planc.model.read_back import ReadBack, Verdict
from planc.model.seal import PARTS, Seal, blank, shortened


def room_for_seal(paper: Paper) -> Paper:
    """The paper with a seal that says nothing yet, as long as the real one."""
    return replace(paper, seal=str(blank(paper.name, paper.as_of, __version__)))


def seal(paper: ReadBack, empty: Seal) -> Seal:
    """The seal of what a paper says, in which there is an empty one."""
    return replace(empty, parts=_digests(paper)).checked()


def judge(paper: ReadBack, *, to_the_byte: bool) -> Verdict:
    """Whether a file is as it was sealed, and if not, which parts say something else.

    `to_the_byte` says that it has its own fingerprint.
    """
    seal = paper.seal
    if seal is None or not seal.is_whole:
        return Verdict(None, broken=seal is not None, doubts=paper.doubts)
    if to_the_byte and not paper.doubts:
        return Verdict(seal, _digest_in(paper), unaltered=True)
    now = _digests(paper)
    other = [part for part in PARTS if now[part] != seal.parts[part]]
    gone = [part for part in other if part in _MAY_GO and not paper.texts[part]]
    same = [part for part in PARTS if part not in other and paper.texts[part]]
    changed = [part for part in other if part not in gone]
    digest = "" if changed else _digest_in(paper)
    return Verdict(
        seal, digest, False, tuple(changed), tuple(gone), tuple(same), paper.doubts, paper.stray
    )


_MAY_GO = ("alternative text",)
"""What other programs leave out without a word when they save."""

_DIGEST = re.compile(r"\bdigest ([0-9a-f]{12})\b")


def _digest_in(paper: ReadBack) -> str:
    """The start of the digest of the content, as the footer has it."""
    # a Markdown paper has its footer among its paragraphs, after all others
    words = "\n".join(paper.texts["footer"] or paper.texts["paragraphs"])
    return next(reversed(_DIGEST.findall(words)), "")


def _digests(paper: ReadBack) -> Mapping[str, str]:
    return {part: shortened(_sha256("\n".join(paper.texts[part]).encode())) for part in PARTS}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
