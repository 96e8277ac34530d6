"""Ledgers: files of one record a line, only ever added to, in which what leaves the force stands.

A record stands there before its paper does. Where the paper then could not be made, a later record
says so; what was released may be withdrawn; nothing is ever taken out.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, ClassVar, TypeVar

NOT_MADE = "not made"


@dataclass(frozen=True, kw_only=True)
class Record:
    """A line of a ledger: what happened on which day, and to which file.

    `digest` is of what the paper says, `sha256` of the file. `folder` is where the file was put,
    from planc.yaml, if it is not where papers usually go. `because` says why there is none.
    Every kind of record has `KINDS`, and of its fields those that it `NEEDS` to be one at all.
    """

    WHAT: ClassVar[str]
    KINDS: ClassVar[tuple[str, ...]]
    NEEDS: ClassVar[frozenset[str]]

    kind: str
    on: str
    file: str = ""
    folder: str = ""
    digest: str = ""
    sha256: str = ""
    planc: str = ""
    because: str = ""

    @property
    def line(self) -> str:
        """The record as it stands in the ledger."""
        fields_given = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(fields_given, ensure_ascii=False) + "\n"


AnyRecord = TypeVar("AnyRecord", bound=Record)


def not_made(record: AnyRecord, on: str, because: str) -> AnyRecord:
    """The record that the file of an earlier one was not made."""
    return replace(record, kind=NOT_MADE, on=on, because=because)


def standing(ledger: Sequence[AnyRecord]) -> tuple[AnyRecord, ...]:
    """The records of a ledger, but for those whose file was not made, and what says so."""
    left: list[AnyRecord] = []
    for record in ledger:
        if record.kind != NOT_MADE:
            left.append(record)
            continue
        last = [at for at, earlier in enumerate(left) if earlier.sha256 == record.sha256][-1:]
        left = [earlier for at, earlier in enumerate(left) if at not in last]
    return tuple(left)


def parse_ledger(text: str, record: type[AnyRecord]) -> tuple[AnyRecord, ...]:
    """The records of a ledger. Raises ValueError at a line that is none, lest it be a withdrawal.

    Names that planc does not know are passed over; a line that says too little is still a record.
    """
    lines = text.removesuffix("\n").split("\n") if text else []
    names = {field.name for field in fields(record)}
    parsed = []
    for number, line in enumerate(lines, 1):
        entry = _object(line)
        known = entry.keys() >= record.NEEDS and entry["kind"] in (*record.KINDS, NOT_MADE)
        if not known:
            cut_off = number == len(lines) and not text.endswith("\n")
            raise ValueError(f"line {number} is {'cut off' if cut_off else f'no {record.WHAT}'}")
        parsed.append(record(**{name: _plain(entry[name]) for name in names & entry.keys()}))
    return tuple(parsed)


def _plain(value: Any) -> Any:
    return value if isinstance(value, dict) else str(value)


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
