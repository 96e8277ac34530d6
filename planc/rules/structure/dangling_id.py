"""An id leads to nothing.

Wrong: {shown} is not the id of {what}.{hint}
Why: Whatever hangs on it would be lost from the paper without a word.
Do: Write the id of something that is there, or add what it is the id of.
Acts: LRO
Source: planc's judgement: a link that leads nowhere is lost without a trace

Flagged:
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-7
                ^^^^^
        owner: di-soc-east
        due: 2026-12-18
Flagged: in the log
    log:
      - {date: 2026-11-18, ref: PUR-9, note: Notices drafted}
                                ^^^^^
Clean:
    log:
      - {date: 2026-11-18, ref: PUR-1, note: Notices drafted}
Clean: an entry about an action, and one of a decision that nothing else names
    actions:
      - {id: ACT-1, action: Visit the landlord, owner: di-soc-west, raised_on: 2026-11-04, due: 2026-12-01}
    log:
      - {date: 2026-11-18, ref: ACT-1, note: Landlord is abroad until December}
      - {date: 2026-11-18, id: DEC-7, decision: Wait for the landlord, because: He lets the flats, rejected: Go on, by: di-soc-east}
"""

import re
from collections.abc import Collection

from planc.model.document import Route
from planc.model.finding import Problem, Severity, problem
from planc.wording.references import REFERENCES
from planc.wording.words import advice, cut, hint, listed, nearest, quoted

SEVERITY = Severity.REFUSAL


def at(route: Route, kind: str, text: str, ids: Collection[str]) -> Problem:
    """`text` is none of the `ids` of its kind."""
    near, reference = nearest(text, ids), REFERENCES[kind]
    if near and kind in ("item", "objective") and _is_another(text, near, ids):
        return _gone(route, kind, text, ids)
    write = advice(near, ids)
    if write:
        write = f"{write[:-1]}; or add what is missing to {reference.kept_in}."
    return problem(
        route,
        value=True,
        shown=quoted(text),
        what=reference.to,
        hint=hint(near),
        do=write,
        edit=near,
    )


def _is_another(text: str, near: str, ids: Collection[str]) -> bool:
    """Whether it is an id like those there are: PUR-9 was not meant to be PUR-2, nor PRE-4 REQ-4.

    The letters of PRU-1 are those of no other id, so that they are a slip.
    """
    if not re.search("[0-9]", text):
        return False
    letters, figures = re.sub("[0-9]+", "0", text), re.findall("[0-9]+", text)
    is_like_others = any(re.sub("[0-9]+", "0", one) == letters for one in ids)
    return is_like_others or figures != re.findall("[0-9]+", near)


def _gone(route: Route, kind: str, text: str, ids: Collection[str]) -> Problem:
    """Something that was there once, or has not been written yet."""
    shown = cut(text)
    letters = re.sub("[0-9]+", "0", text)
    ranked = sorted(ids, key=lambda one: (re.sub("[0-9]+", "0", one) != letters, one))
    withdrawn = "" if kind == "objective" else ' with "status: withdrawn" in the log'
    do = (
        f"If {shown} was taken out, put it back{withdrawn}, so that its history stays;"
        f" if another is meant, write its id: {listed(ranked, 5)}."
    )
    return problem(route, value=True, shown=quoted(text), what=REFERENCES[kind].to, hint="", do=do)
