"""What git keeps of a plans repository: which revision, and what a file said then.

The only place that runs git, and only its plumbing: nothing of it is configured by the repository
that is looked at, nothing is written, and nothing is fetched. A repository may be hostile: it may
have come by e-mail.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planc.errors import PlancError
from planc.model.source import Source

SECONDS = 30.0
"""How long git may take over one thing; it takes a fraction of a second."""
_MOST_READ = 64 << 20


class Revision(NamedTuple):
    """A commit: its name, and when it was committed, in seconds since 1970."""

    name: str
    when: int


class _Entry(NamedTuple):
    mode: str
    object: str


@dataclass(frozen=True)
class History:
    """The history of the folder `root`, which is at `prefix` below the folder that holds .git.

    `shallow` says that it does not go back to the beginning, `partial` that files may be missing
    from it. `git` is the program, `environment` what it is given.
    """

    root: Path
    git: str
    environment: Mapping[str, str]
    prefix: str
    shallow: bool
    partial: bool

    def revision(self, name: str) -> Revision:
        """The commit that somebody means. Raises PlancError if there is none here."""
        found = self._tried(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
        if not re.fullmatch("[0-9a-f]{40,64}", found):
            raise PlancError(f'"{name}" is no revision in the history that is here.{self._why()}')
        return self._dated(found)

    def last_before(self, when: int, of: str = "HEAD") -> Revision | None:
        """The last commit of a branch that is no later than a time; None before its first.

        Raises PlancError if the history that is here does not go back so far.
        """
        found = self._tried(
            "rev-list", "--first-parent", "-1", f"--until=@{when}", "--end-of-options", of, "--"
        )
        if not found and self.shallow:
            raise PlancError(f"The history that is here does not go back so far.{self._why()}")
        return self._dated(found) if found else None

    def files(self, revision: Revision) -> Iterator[str]:
        """The ordinary files below the root at a revision, by their way from it."""
        return (name for name, entry in self._entries(revision).items() if entry.mode != _LINK)

    def read(self, revision: Revision, names: Collection[str]) -> Mapping[str, Source]:
        """What files said at a revision. Raises PlancError if one is not here to be read."""
        entries = self._entries(revision)
        wanted = {name: entries[name] for name in names if name in entries}
        asked = "".join(f"{entry.object}\n" for entry in wanted.values()).encode()
        answer = self._run("cat-file", "--batch", asked=asked) if wanted else b""
        found: dict[str, Source] = {}
        at = 0
        for name in wanted:
            end = answer.find(b"\n", at)
            head = answer[at:end].split()
            if end < 0 or len(head) != 3 or head[1] != b"blob":
                raise PlancError(f"What {name} said then is not in the history here.{self._why()}")
            size = int(head[2])
            found[name] = Source(name, answer[end + 1 : end + 1 + size])
            at = end + 1 + size + 1
        return found

    def _entries(self, revision: Revision) -> Mapping[str, _Entry]:
        below = f"{self.prefix}/" if self.prefix else ""
        paths = ("--", below) if below else ()
        entries = {}
        for line in self._run("ls-tree", "-r", "-z", "--full-tree", revision.name, *paths).split(
            b"\0"
        ):
            head, _, path = line.partition(b"\t")
            words = head.decode("ascii", "replace").split()
            name = path.decode("utf-8", "surrogateescape")
            if len(words) == 3 and words[1] == "blob" and name.startswith(below):
                entries[name.removeprefix(below)] = _Entry(words[0], words[2])
        return entries

    def _dated(self, name: str) -> Revision:
        body = self._run("cat-file", "commit", name).split(b"\n\n", 1)[0]
        for line in body.split(b"\n"):
            if line.startswith(b"committer "):
                return Revision(name, int(line.rsplit(b" ", 2)[1]))
        raise PlancError(f"The commit {name[:12]} says no time.")

    def _why(self) -> str:
        """Why something may not be here, as far as that is known, and what helps."""
        if self.shallow:
            return (
                " This is a shallow copy of the repository. Fetch all of it: git fetch --unshallow;"
                " on a build server, fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)."
            )
        if self.partial:
            return " This copy of the repository was made without all files. Clone it whole."
        return ""

    def _tried(self, *words: str) -> str:
        """What git answers in a word; empty where it knows none."""
        return self._run(*words, may_fail=True).decode("ascii", "replace").strip()

    def _run(self, *words: str, asked: bytes = b"", may_fail: bool = False) -> bytes:
        answer = _answer(self.git, self.environment, self.root, words, asked)
        if answer is None and not may_fail:
            raise PlancError(f"Not all of what was asked for is in the history here.{self._why()}")
        return answer or b""


_LINK = "120000"

_OFF = (
    # what a repository's own configuration may start
    *("core.fsmonitor=", "core.hooksPath=" + os.devnull, "core.sshCommand=false", "core.pager=cat"),
    # what may lead elsewhere, or make another history of it
    *("core.commitGraph=false", "protocol.allow=never", "credential.helper="),
)

_KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR")
"""What git needs to run at all. Whatever starts with GIT_ could lead it astray."""


def open_history(root: Path, environment: Mapping[str, str]) -> History | None:
    """The history that a folder has; None where git is not installed or keeps none of it.

    Raises PlancError if there is one that cannot be used.
    """
    top = next((f for f in (root, *root.parents) if os.path.lexists(f / ".git")), None)
    program = shutil.which("git", path=environment.get("PATH"))
    if top is None or program is None:
        return None
    settings = {
        **{name: environment[name] for name in _KEPT if name in environment},
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        # older ones fetch all the same, by a way that this closes whatever is configured
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        # not looked for, so that no other folder is taken for it, and whoever owns it
        "GIT_DIR": str(top / ".git"),
        "LC_ALL": "C",
    }

    def ask(*words: str) -> bytes:
        return _answer(program, settings, root, words) or b""

    if not ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
        if ask("rev-parse", "--verify", "--quiet", "HEAD") or not ask("rev-parse", "--git-dir"):
            raise PlancError(f"git cannot read the repository in {top}.")
        return None  # nothing was ever committed
    shallow = ask("rev-parse", "--is-shallow-repository").strip() == b"true"
    partial = bool(ask("config", "--get-regexp", _PARTIAL))
    prefix = root.relative_to(top).as_posix()
    return History(root, program, settings, "" if prefix == "." else prefix, shallow, partial)


_PARTIAL = r"^(extensions\.partialclone|remote\..*\.promisor)$"


def _answer(
    git: str,
    environment: Mapping[str, str],
    folder: Path,
    words: Sequence[str],
    asked: bytes = b"",
) -> bytes | None:
    """What git prints; None if it fails. Raises PlancError if it takes too long."""
    settings = [word for setting in _OFF for word in ("-c", setting)]
    command = [git, "--no-pager", "--no-optional-locks", *settings, *words]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=dict(environment),
            input=asked,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PlancError(f"git took longer than {SECONDS:.0f} seconds, and was stopped.") from None
    except OSError as error:
        raise PlancError(
            f"git could not be run: {(error.strerror or str(error)).lower()}."
        ) from None
    if len(done.stdout) > _MOST_READ:
        raise PlancError("There is more in that revision than planc reads.")
    return None if done.returncode else done.stdout
