"""Seals a finished file, and says later whether it is still what was sealed."""

import hashlib
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

from planc import __version__
from planc.model.paper import Paper, para
from planc.model.read_back import ReadBack, Verdict
from planc.model.seal import PARTS, Seal, blank, shortened


def room_for_seal(paper: Paper) -> Paper:
    """The paper with a seal at its end that says nothing yet, as long as the real one."""
    empty = blank(paper.name, paper.as_of, __version__)
    return replace(paper, blocks=(*paper.blocks, para(str(empty), small=True)))


def seal(raw: bytes, held: ReadBack, empty: Seal) -> bytes:
    """The file, which holds what `held` says, with its seal in the place of the empty one."""
    made = Seal(empty.name, empty.as_of, empty.version, _digests(held), _whole(held, empty))
    return _replaced(raw, str(empty), str(made))


def judge(held: ReadBack) -> Verdict:
    """Whether a file is as it was sealed, and if not, which parts say something else."""
    found = held.seal
    if found is None:
        return Verdict(None)
    # a Markdown paper has its footer among its paragraphs, after all others
    said = "\n".join(held.texts["footer"] or held.texts["paragraphs"])
    digest = next(reversed(_DIGEST.findall(said)), "")
    if _whole(held, found) == found.whole:
        return Verdict(found, digest, unaltered=True)
    now = _digests(held)
    return Verdict(found, digest, changed=tuple(p for p in PARTS if now[p] != found.parts[p]))


_DIGEST = re.compile(r"\bdigest ([0-9a-f]{12})\b")


def _digests(held: ReadBack) -> Mapping[str, str]:
    return {part: shortened(_sha256("\n".join(held.texts[part]).encode())) for part in PARTS}


def _whole(held: ReadBack, found: Seal) -> str:
    """The digest of every stored piece with its name, and of what the seal says; not of itself."""
    made = hashlib.sha256(f"{found.name}\0{found.as_of}\0{found.version}\0".encode())
    written = _forms(str(found))
    for name, content in sorted(held.stored.items()):
        for form in written:
            content = content.replace(form, b"")
        made.update(f"{name}\0{len(content)}\0".encode() + content)
    return made.hexdigest()


def _forms(text: str) -> tuple[bytes, ...]:
    """How a seal can be written: as it is, and as Markdown writes it."""
    return text.encode(), text.replace("_", "\\_").encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _replaced(raw: bytes, old: str, new: str) -> bytes:
    if not raw.startswith(b"PK"):
        for before, after in zip(_forms(old), _forms(new), strict=True):
            if before in raw:
                return raw.replace(before, after)
        return raw
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(out, "w") as sealed:
        for part in package.infolist():
            content = package.read(part)
            if part.filename == "word/document.xml":
                content = content.replace(old.encode(), new.encode())
            sealed.writestr(part, content)
    return out.getvalue()
