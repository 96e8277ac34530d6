"""Makes .github/examples/: papers to look at without installing planc, and a page for officers.

    python .ci/examples.py            write them
    python .ci/examples.py --check    say which are not what this makes

The papers are of the samples in plans/, as they are made on the samples' day. The page is made by
planc's own formats, from the words below. Run it after a change of what papers say or look like, and
look at the pages.
"""

import datetime as dt
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from planc.all_formats import formats  # noqa: E402
from planc.model.paper import Block, Heading, Paper, anchor, para  # noqa: E402
from planc.passes.emit import emit  # noqa: E402

TARGET = ROOT / ".github" / "examples"
PAPERS = (
    ("plans/county-lines.yaml", "board", "docx,md,html"),
    ("plans/county-lines.yaml", "recipient:mentoring-lead", "docx,md,html"),
)
ABOUT = (
    ("The board's paper of one plan", "SOC-"),
    ("What one partner is given of the same plan", "partner-"),
    ("Ten things for officers, a page to print", "ten-things-"),
)
TEN_THINGS = (
    (
        "One file, two parts",
        "Above the log stands what lasts: the threat, the objectives, the tactics. What happens from"
        " week to week is a line in the log, at the end. Leave the upper part alone unless the plan"
        " itself changes.",
    ),
    (
        "Write it down the day it happens",
        'planc log larch PUR-1 "Notices drafted" writes the line, with the date. A note moves nothing:'
        " what is done needs --status complete and --outcome, what slips --due and --because.",
    ),
    (
        "Ask what is wrong",
        "planc check changes nothing. Each message says what is wrong, why it matters, what to write"
        " and which post acts. Start at the top: the first may explain the others.",
    ),
    (
        "Let it put right what needs no thought",
        "planc fix sees to dates written as 18/12/2026, tabs, missing quotation marks and brackets."
        " planc fix --diff shows that first. It never changes a word of yours.",
    ),
    (
        "Posts, never people",
        "No name, telephone number, address or registration of anybody, nor of a source, and nothing of"
        " a technique. An owner is a post in directory.yaml. planc refuses what it recognises, and it"
        " does not recognise all.",
    ),
    (
        "Copy the line above",
        "Spaces at the start of a line say what belongs to what: as many as the line that it stands"
        " beside, and never a tab. A text with a colon in it goes in quotation marks.",
    ),
    (
        "Every tactic has an owner, a day and an objective",
        "One post, one due date (or next_check for what endures), and serves: OBJ-1. A strand with"
        " nothing in it needs a reason that the SRO accepted.",
    ),
    (
        "Partners see nothing unless you say so",
        "share: names the post, partner_title and partner_text are the words it reads. Write those for"
        " somebody who knows nothing else, and ask what they could work out from them.",
    ),
    (
        "The objectives are the SRO's",
        "When you change their words, measure or target, take it to the SRO. The same goes for a gap, a"
        " risk that is accepted and a new recipient. planc says when a sign-off no longer fits.",
    ),
    (
        "Read page one before the board does",
        "planc build makes the paper, even of a plan with faults: it says on page one how many. What"
        " planc cannot know is whether it is true.",
    ),
)
NEXT = (
    "planc explain and the name in a message says more. Who keeps the plans repository adds posts,"
    " partners and meetings."
)


def ten_things() -> Paper:
    """The page for officers."""
    blocks: list[Block] = []
    for number, (title, words) in enumerate(TEN_THINGS, 1):
        heading = f"{number} {title}"
        blocks += [Heading(1, heading, anchor(heading)), para(words)]
    return Paper(
        name="ten-things-for-officers",
        title="Ten things for officers",
        subtitle="who write a 4P plan with planc",
        marking="OFFICIAL",
        banner="",
        stamps=(),
        digest="",
        footer="planc: ten things for officers",
        subject="Ten things for officers who write a 4P plan with planc",
        as_of=dt.date(2026, 12, 1),
        blocks=(*blocks, para(NEXT, small=True)),
    )


def made() -> dict[str, bytes]:
    """Every file of the folder, by its name."""
    page, files = ten_things(), {}
    for form in ("docx", "md"):
        files[f"{page.name}.{form}"] = emit(page.fitted(paged=formats()[form].PAGED), form)
    with tempfile.TemporaryDirectory() as out:
        for plan, edition, forms in PAPERS:
            words = ("build", plan, "--edition", edition, "--to", forms, "--out", out)
            command = (sys.executable, "-m", "planc", *words)
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(done.stdout + done.stderr)
        for path in Path(out).iterdir():  # a partner's paper is called by its digest too
            files[re.sub(r"-[0-9a-f]{8}(?=\.)", "", path.name)] = path.read_bytes()
    return {**files, "README.md": index(files).encode()}


def index(names: Iterable[str]) -> str:
    """What each of the files is."""
    lines = [
        "# Examples",
        "",
        "Papers as planc makes them, to look at without installing it. All is invented. They are made",
        "by `python .ci/examples.py` from [the samples](../../plans/); do not edit them by hand.",
    ]
    for title, start in ABOUT:
        links = ", ".join(
            f"[{n.rpartition('.')[2]}]({n})" for n in sorted(names) if n.startswith(start)
        )
        lines += ["", f"- **{title}**: {links}"]
    return "\n".join(lines) + "\n"


def parts(content: bytes) -> object:
    """What is in a file, whatever the compressor of this Python makes of it."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main() -> None:
    files = made()
    there = {path.name: path.read_bytes() for path in TARGET.iterdir()}
    if sys.argv[1:] == ["--check"]:
        stale = {
            name for name in files.keys() | there.keys() if name not in files or name not in there
        }
        stale |= {n for n in files.keys() & there.keys() if parts(files[n]) != parts(there[n])}
        if stale:
            sys.exit(f"python .ci/examples.py: no longer what it makes: {', '.join(sorted(stale))}")
        return
    for name in there.keys() - files.keys():
        (TARGET / name).unlink()
    for name, content in files.items():
        (TARGET / name).write_bytes(content)


if __name__ == "__main__":
    main()
