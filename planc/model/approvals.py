"""What an SRO approves of a plan, thing by thing, and the digest by which each is known again."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from planc.model.difference import in_text
from planc.model.document import Route
from planc.model.governance import SignOff
from planc.model.plan import Plan

COVERS = ("objectives", "gaps", "risks", "distribution", "closure")
"""What a sign-off can cover, in the order in which it is written."""
_GAPS = ("pursue", "prevent", "protect", "prepare", "partners", "finance")
_DIGITS = 16


class Signed(NamedTuple):
    """A thing that is approved: what of the plan it is part of, its digest, and where it stands.

    `words` are what it is called, as in `the target of OBJ-1`; never what it says.
    """

    covers: str
    digest: str
    words: str
    route: Route


def signed_things(plan: Plan) -> Mapping[str, Signed]:
    """Everything in a plan that an SRO approves, by its name: `OBJ-1.target`, `gaps.finance`.

    A digest is of what stands there, not of how: spacing, line breaks, quotation marks and the
    order of fields are nothing.
    """
    return dict(_things(plan))


def _things(plan: Plan) -> Iterator[tuple[str, Signed]]:
    for objective in plan.objectives:
        name, judged = objective.id, objective.judgement
        if name is None:
            continue
        measured = [objective.measure, objective.baseline]
        measured += [judged.would_see, judged.assessed_by] if judged else []
        for field, called, values in (
            ("statement", "words", [objective.statement]),
            ("measure", "measure", measured),
            ("target", "target", [objective.target, objective.by]),
        ):
            words = f"the {called} of {name}"
            yield _thing(f"{name}.{field}", "objectives", values, words, (*objective.route, field))
    for gap_name in _GAPS:
        gap = getattr(plan.gaps, gap_name) if plan.gaps else None
        if gap and gap.accepted_on:
            words = f"the reason for no {gap_name}"
            route = (*gap.route, "reason")
            yield _thing(f"gaps.{gap_name}", "gaps", [gap.reason], words, route)
    for risk in plan.risks:
        if risk.id and risk.accepted_on:
            words = f"the risk {risk.id}, accepted"
            yield _thing(f"{risk.id}.risk", "risks", [risk.risk], words, (*risk.route, "risk"))
    shared = {post for item in (*plan.tracked, *plan.objectives) for post in item.share}
    posts = sorted({*plan.recipients, *shared})
    if posts:
        yield _thing("distribution", "distribution", posts, "who is shown what", ("recipients",))
    if plan.closure:
        values = [plan.closure.reason, plan.closure.reviewed_on]
        yield _thing("closure", "closure", values, "the closure", ("closure",))


def _thing(
    name: str, covers: str, values: list[Any], words: str, route: Route
) -> tuple[str, Signed]:
    written = json.dumps([name, *map(in_text, values)], ensure_ascii=True)
    digest = hashlib.sha256(written.encode()).hexdigest()[:_DIGITS]
    return name, Signed(covers, digest, words, route)


class Approval(NamedTuple):
    """The last sign-off that covers a thing, and the digest that it gives of it."""

    signoff: SignOff
    digest: str


def approvals(plan: Plan) -> Mapping[str, Approval]:
    """What was signed off last of each thing, by its name; of what has a digest alone."""
    found: dict[str, Approval] = {}
    dated = [signoff for signoff in plan.signoffs if signoff.date]
    for signoff in sorted(dated, key=lambda one: str(one.date)):
        for line in signoff.digests:
            name, _, digest = line.partition("=")
            found[name] = Approval(signoff, digest)
    return found


def is_name(name: str) -> bool:
    """Whether a thing that an SRO approves can have this name, whether or not it is there."""
    head, _, field = name.partition(".")
    if head == "gaps":
        return field in _GAPS
    if head in ("distribution", "closure"):
        return not field
    return field in ("statement", "measure", "target", "risk")
