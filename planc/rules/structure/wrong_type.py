"""A field holds the wrong sort of thing, such as a list where one line belongs.

Wrong: "{field}" holds {got}, where {want} belongs.
Why: It cannot be read as it stands, so it is neither checked nor printed.
Do: Write what belongs there, as the list of fields says: planc explain --fields.
Acts: LRO
Source: planc's judgement: the schema alone says what a field holds

Flagged:
    operation: [EXAMPLE, LARCH]
               ^^^^^^^^^^^^^^^^
Flagged: text where items belong
    pursue: Closure orders on the flats
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    gaps:
      pursue: {reason: The investigation has ended, accepted_on: 2026-11-04}
Clean:
    operation: EXAMPLE LARCH
Clean: one id where a list of them may stand
    pursue:
      - {id: PUR-1, tactic: Closure orders, serves: [OBJ-1], owner: di-soc-east, due: 2026-12-18}
    prevent:
      - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
"""

from collections.abc import Mapping
from typing import Any

from planc.model.document import Data, Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.words import cut

SEVERITY = Severity.ERROR


NONE = ("none", "n/a", "na", "nil", "no", "-", "tbc", "tbd", "nothing", "not applicable")
"""What is written where there is nothing to write."""


def at(
    route: Route, field: str, data: Data, want: str, write: str, meant: str | None = None
) -> Problem:
    """`data` stands where `want` belongs."""
    return problem(route, value=True, field=field, got=_sort(data), want=want, do=write, edit=meant)


def as_group(data: Data, fields: Mapping[str, Mapping[str, Any]]) -> str:
    """What to write where a group of fields belongs: a text is put under the first that holds one."""
    if isinstance(data, str) and data.casefold().strip(". ") in NONE:
        return "Delete the line: what there is none of needs no field."
    texts = [name for name, field in fields.items() if _is_prose(field)]
    if not isinstance(data, str) or not texts or next(iter(fields)) != texts[0]:
        return f"Write fields under it, such as {next(iter(fields), 'severity')}: ..."
    shown = cut(data, 60).replace('"', "'")
    group = f'{{{texts[0]}: "{shown}"}}'
    if "accepted_on" in fields:
        group = (
            f"{group[:-1]}, accepted_on: 2026-11-22}}, with the day on which the SRO accepted it"
        )
    return f"Put the words after the name of their field, between curly brackets: {group}."


def _is_prose(field: Mapping[str, Any]) -> bool:
    return field.get("type") == "string" and not {"enum", "pattern", "format"} & field.keys()


def _sort(data: Data) -> str:
    if isinstance(data, list):
        return "a list"
    if isinstance(data, dict):
        return "fields of its own"
    if isinstance(data, bool):
        return "true or false"
    if data is None:
        return "nothing"
    return "text" if isinstance(data, str) else "a number"
