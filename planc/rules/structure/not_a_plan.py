"""A file lacks what makes it a plan.

Every plan says which format it is in, its reference and its status. Without them planc cannot
tell what the file is, and says so rather than pass it by.

Wrong: {path} {what}.
Why: Its name says that it is a plan, but planc cannot tell what it is, so nothing in it was made into a paper.
Do: Start it with planc, ref and status, on a line each; or rename the file if it is no plan.
Acts: LRO
Source: planc's judgement: nothing that looks like a plan is passed over in silence

Flagged: as a whole file
    planc: 1
    ^^^^^^^^
    operation: EXAMPLE LARCH
Flagged: as a whole file
    - Closure orders on the flats
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
Clean: the three fields anywhere in the file
    # without ref
    # without status
    operation: EXAMPLE LARCH
    status: active
    ref: SOC-2026-014
Clean: no other field is asked for by name
    # without operation
"""

from collections.abc import Collection

from planc.model.finding import Problem, Severity, problem

SEVERITY = Severity.REFUSAL

_STUBS = {"planc": '"planc: 1"', "ref": '"ref: SOC-2026-001"', "status": '"status: draft"'}


def without(path: str, missing: Collection[str]) -> Problem:
    """The fields that say what the file is are missing."""
    stubs = " and ".join(_STUBS[name] for name in missing)
    what = "has no " + " and no ".join(missing)
    do = f"At the top, on a line each, add {stubs}; or rename the file if it is no plan."
    return problem((), path=path, what=what, do=do)


def without_fields(path: str) -> Problem:
    """The file holds no fields at all."""
    return problem((), path=path, what="is not made of fields")
