"""A field holds what it asks for, and not a word that keeps its place.

TBC, N/A, ???, xxx, a lone dash, "to be confirmed", "as discussed", text in square brackets or one
that begins with "e.g." or EXAMPLE- are taken for such words, where they are all that stands in a
field. That a cost or a figure is n/a is an answer.

Wrong: {id} says only "{words}" as {field}.
Why: The rules and the paper take it for an answer, and the board reads it as one.
Do: Write what is known; or take the field out, and planc says what it is missed for.
Acts: LRO
Source: REC8929; planc's judgement: a field that is not there is asked for, a filled one is believed

Flagged:
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18, success: TBC}
                                                                                                                                  ^^^^^^^
Flagged: a reason that is none
    log:
      - {date: 2026-11-12, ref: PUR-1, due: 2027-01-15, because: As discussed}
                                                        ^^^^^^^
Flagged: the words of a form
    threat:
      type: ocg
      areas: [drugs]
      tier: force
      assessment: "[insert assessment]"
      ^^^^^^^^^^
Clean: it is to be confirmed by somebody, who is named
    pursue:
      - {id: PUR-1, tactic: Closure orders on the flats, serves: OBJ-1, owner: di-soc-east, status: in progress, due: 2026-12-18, success: To be confirmed by residents at their January meeting}
Clean: a cost that there is none of
    bids:
      - {id: BID-1, what: "Interpreter, 2 days", cost: n/a, asked_on: 2026-11-16, asked_of: Force tasking}
Clean: nothing came of it, and that is said
    log:
      - {date: 2026-11-19, ref: PUR-1, note: None}
"""

from collections.abc import Iterator
from typing import Any

from planc.detect.placeholders import LONGEST, keeps_a_place
from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import Objective
from planc.wording.words import cut

SEVERITY = Severity.WARNING

_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("objectives", ("statement", "partner_text", "measure", "target", "aim")),
    ("tactics", ("tactic", "detail", "success", "power", "partner_title", "partner_text", "aim")),
    ("actions", ("action", "partner_text")),
    ("risks", ("risk", "controls")),
    ("intelligence_gaps", ("requirement_ref",)),
    ("requests", ("what", "answer")),
    ("bids", ("what",)),
    ("closure_test", ("test",)),
    ("learning", ("lesson",)),
    ("shares", ("what", "gateway", "necessity", "proportionality")),
    ("signoffs", ("minute_ref",)),
    ("waivers", ("reason",)),
    ("coming", ("event",)),
    ("log", ("note", "outcome", "because", "effect", "decision", "rejected", "view")),
)


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A text that is one of those words and nothing more."""
    if not plan.in_force:
        return
    for noun, names in _written(plan):
        for name in names:
            text = getattr(noun, name)
            if text is not None and len(text) <= LONGEST and keeps_a_place(text, name):
                field = name.replace("_", " ")
                at, ref = (*noun.route, name), getattr(noun, "id", None)
                yield problem(at, id=ref, words=cut(text.strip()), field=field)


def _asked_of(objective: Objective, names: tuple[str, ...]) -> tuple[str, ...]:
    """Its texts; where part of a measure is missing, `objective-not-measurable` has the rest."""
    measured = (objective.measure, objective.baseline, objective.target, objective.by)
    if None not in measured or objective.measure == "judgement":
        return names
    return tuple(name for name in names if name not in ("measure", "target"))


def _written(plan: Plan) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for section, names in _FIELDS:
        for noun in getattr(plan, section):
            yield noun, names if section != "objectives" else _asked_of(noun, names)
    gaps, sought, threat = plan.gaps, plan.decision_sought, plan.threat
    alone: list[tuple[Any, tuple[str, ...]]] = [
        (threat, ("assessment", "partner_text")),
        (threat.local_profile if threat else None, ("ref",)),
        (plan.safeguarding, ("nrm_outcome", "plan_ref")),
        (plan.community_impact, ("ref", "trigger")),
        (plan.equality_impact, ("ref", "trigger")),
        (plan.closure, ("reason",)),
        (plan.finance, ("note",)),
        (plan.communications, ("reactive_lines", "reassurance")),
        (plan.change_sought, ("because",)),
        (sought, ("decision", "otherwise")),
    ]
    alone += [(option, ("option", "because")) for option in (sought.options if sought else ())]
    alone += [(gap, ("reason",)) for gap in (gaps.all if gaps else ())]
    alone += [(objective.judgement, ("would_see",)) for objective in plan.objectives]
    yield from ((noun, names) for noun, names in alone if noun is not None)
