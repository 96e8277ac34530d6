"""A ledger read, whole or not at all; and who may put a record into it."""

import datetime as dt
import os
from pathlib import Path

from planc.errors import PlancError
from planc.model.ledger import AnyRecord, parse_ledger
from planc.passes.load_source import load_source
from planc.repository import Repository


def read_ledger(path: Path, record: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    """The records, oldest first; none where there is no such file.

    Raises PlancError if something is there that cannot be read whole, lest a withdrawal be missed.
    """
    records, because = _read(path, record)
    if because:
        raise PlancError(f"{path.name} cannot be used: {because}. Put that right first.")
    return records


def unusable(path: Path, record: type[AnyRecord]) -> str:
    """Why a ledger cannot be used; empty if it can, or if there is none."""
    return _read(path, record)[1]


def _read(path: Path, record: type[AnyRecord]) -> tuple[tuple[AnyRecord, ...], str]:
    if not os.path.lexists(path):
        return (), ""
    source = load_source(path, path.name)
    if source.raw is None:
        return (), source.trouble
    try:
        return parse_ledger(source.raw.decode(), record), ""
    except UnicodeDecodeError:
        return (), "it is no text in UTF-8"
    except ValueError as error:
        return (), str(error)


def by_police(repository: Repository, post: str, on: dt.date, verb: str) -> None:
    """Raises PlancError if nobody of the police holds a post on a day."""
    directory = repository.directory
    if not (directory and directory.is_police(post)):
        raise PlancError(f"{post} is no police post: only the police {verb}.")
    holder = directory.post(post)
    if holder and holder.vacant_since and holder.vacant_since <= on:
        raise PlancError(f"{post} is vacant: nobody is there to {verb}.")
