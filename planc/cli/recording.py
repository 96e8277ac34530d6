"""How a paper leaves the force: its record in a ledger first, then the paper, or neither.

temporary file, synced ─ record appended, synced ─ temporary file renamed
A run that was killed in between left its temporary file behind: the next one gives it its name, or
records that it was not made.
"""

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic

from planc.cli.printing import trouble
from planc.cli.writing import PACKS
from planc.errors import PlancError
from planc.ledger import read_ledger
from planc.model.issue import ISSUES, Issue
from planc.model.ledger import AnyRecord, Record, not_made, standing
from planc.model.release import RELEASES, Release

_PREFIX, _SUFFIX = ".recorded-", ".part"
"""Not the beginning of other leftovers, which anybody may sweep away after a day."""
_PATIENCE = 100
"""How often, each tenth of a second, it is looked whether another planc is done."""


class Ledger(Generic[AnyRecord]):
    """A ledger that nobody else writes to, read whole; `day` is what is put into its records."""

    def __init__(self, root: Path, name: str, record: type[AnyRecord], day: str) -> None:
        self.path, self._root, self._record, self._day = root / name, root, record, day
        self._file: int | None = None

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes to it meanwhile. Raises OSError, and PlancError if it is unusable."""
        read_ledger(self.path, self._record)  # a link, a pipe or a torn one is refused here
        try:
            if os.path.lexists(self.path):
                self._open()
            yield
        finally:
            if self._file is not None:
                os.close(self._file)
                self._file = None

    def _open(self) -> int:
        """Opens and locks the ledger; makes it, if there is none."""
        if self._file is None:
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
            flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            self._file = os.open(self.path, flags, 0o644)
            _lock(self._file, self.path)
            _sync_folder(self.path.parent)
        return self._file

    @property
    def records(self) -> tuple[AnyRecord, ...]:
        """What stands in it now."""
        return read_ledger(self.path, self._record)

    def append(self, record: Record) -> None:
        """Adds a record, on the disk before anything else happens; all of it or nothing.

        Raises OSError.
        """
        file = self._open()
        size = os.fstat(file).st_size
        try:
            _write(file, (b"" if _ends_whole(file, size) else b"\n") + record.line.encode())
        except BaseException:
            os.ftruncate(file, size)
            raise

    def publish(self, record: AnyRecord, path: Path, content: bytes) -> None:
        """Records a file, and puts it where it belongs. Raises OSError if it is not there then."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise FileExistsError(17, "it is a link or no ordinary file", str(path))
        record = replace(record, file=path.name, folder=self._folder_of(path))
        part = self._part(record)
        self._open()  # before there is anything that another planc could take for a leftover
        try:
            _write_new(part, content)
            self.append(record)
        except BaseException:
            _remove(part)
            raise
        try:
            os.replace(part, path)  # noqa: PTH105
        except BaseException as error:
            because = trouble(error) if isinstance(error, OSError) else "it was stopped"
            # if not even this can be written down, the file stays for the next run to name
            self.append(not_made(record, self._day, because))
            _remove(part)
            raise
        _sync_folder(path.parent)

    def settle(self, out: Path) -> None:
        """Ends what a killed run left behind, where it was put and in `out`. Raises OSError."""
        records = standing(self.records)
        for record in records:
            part = self._part(record)
            if record.file and os.path.lexists(part):
                self._finish(record, part)
        if self._file is None and os.path.lexists(self.path):
            return  # another planc has only just made it
        kept = {self._part(record) for record in records}
        for folder in {out.absolute(), (self._root / PACKS).absolute()}:
            for part in folder.glob(f"{self._prefix}*{_SUFFIX}"):
                if part not in kept:  # it was killed before there was a record of it
                    _remove(part)

    def _finish(self, record: AnyRecord, part: Path) -> None:
        """Gives the file of a record its name, or records that there is none."""
        try:
            whole = not part.is_symlink() and part.is_file()
            named = Path(record.file).name == record.file
            if whole and named and hashlib.sha256(part.read_bytes()).hexdigest() == record.sha256:
                os.replace(part, part.with_name(record.file))  # noqa: PTH105
                _sync_folder(part.parent)
                return
            because = "it was not whole"
        except OSError as error:
            because = trouble(error)
        self.append(not_made(record, self._day, because))
        _remove(part)

    @property
    def _prefix(self) -> str:
        return f"{_PREFIX}{self.path.stem}-"

    def _part(self, record: Record) -> Path:
        """Where the file of a record waits for its name."""
        folder = (self._root / (record.folder or PACKS)).absolute()
        return folder / f"{self._prefix}{record.sha256}{_SUFFIX}"

    def _folder_of(self, path: Path) -> str:
        """The folder of a file as it is recorded; empty for the usual one."""
        folder = path.parent.absolute()
        if folder == (self._root / PACKS).absolute():
            return ""
        try:
            return Path(os.path.relpath(folder, self._root.absolute())).as_posix()
        except ValueError:  # on another drive
            return folder.as_posix()


@dataclass(frozen=True)
class Ledgers:
    """The ledgers of a repository, which nobody else writes to meanwhile."""

    releases: Ledger[Release]
    issues: Ledger[Issue]


@contextlib.contextmanager
def ledgers(root: Path, day: str, out: Path) -> Iterator[Ledgers]:
    """The ledgers, with nothing left over in them or in `out` from a run that was killed.

    `day` is put into what is recorded of that. Raises OSError, and PlancError if one is unusable.
    """
    both = Ledgers(Ledger(root, RELEASES, Release, day), Ledger(root, ISSUES, Issue, day))
    with both.releases.locked(), both.issues.locked():
        both.releases.settle(out)
        both.issues.settle(out)
        yield both


def _write_new(path: Path, content: bytes) -> None:
    """Writes a file that was not there, on the disk before anything else happens."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags, 0o666)  # less what the user's umask takes
    try:
        _write(file, content)
    finally:
        os.close(file)


def _write(file: int, content: bytes) -> None:
    while content:
        content = content[os.write(file, content) :]
    os.fsync(file)


def _ends_whole(file: int, size: int) -> bool:
    """Whether the last line of a file has its end."""
    if size:
        os.lseek(file, -1, os.SEEK_END)
    return not size or os.read(file, 1) == b"\n"


def _remove(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108


def _sync_folder(folder: Path) -> None:
    """So that a new name is on the disk; where folders cannot be synced, as on Windows, not."""
    with contextlib.suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _lock(file: int, path: Path) -> None:
    """Waits until no other planc writes to the file. Raises PlancError if one goes on and on."""
    for _ in range(_PATIENCE):
        try:
            if sys.platform == "win32":
                import msvcrt

                os.lseek(file, 1 << 40, os.SEEK_SET)  # what is locked cannot be read there
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.1)
        except OSError:
            return  # a file system without locks
        else:
            return
    raise PlancError(f"Another planc is writing to {path.name}. Run it again when that is done.")
