"""A disruption says under which P it counts and who led it.

Wrong: This {level} disruption does not say {missing}.
Why: The return to the region counts disruptions by strand, level and agency; this one counts nowhere.
Do: In this entry add "lead:" and the agency, and "strand:" or the tactic it came from.
Acts: LRO
Source: S0; MPA07

Flagged:
    log:
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, effect: Lost one of three flats}
                                       ^^^^^^^^^^
Flagged: about no tactic, and no strand given
    log:
      - {date: 2026-11-18, disruption: minor, lead: council, effect: Lost one of three flats}
                           ^^^^^^^^^^
Clean: the tactic's strand is taken
    log:
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: council, effect: Lost one of three flats}
Clean: the strand is given
    log:
      - {date: 2026-11-18, strand: protect, disruption: minor, lead: council, effect: Three tenants safe}
Clean: a correction says who led it
    log:
      - {date: 2026-11-18, ref: PUR-1, disruption: minor, effect: Lost one of three flats}
      - {date: 2026-11-19, corrects: 2026-11-18, ref: PUR-1, lead: council, note: The council led it}
Clean: it was rejected, and counts nowhere
    log:
      - {date: 2026-11-18, disruption: minor, effect: Lost one of three flats, state: rejected}
"""

from collections.abc import Iterator

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.tactic import STRANDS

SEVERITY = Severity.ERROR


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A disruption without a lead agency, or without a strand of its own or of its tactic."""
    for entry in plan.corrected_log:
        if not entry.disruption or entry.state == "rejected":
            continue
        missing, do = [], []
        if plan.strand_of(entry) is None:
            missing.append("under which P it counts")
            do.append('"strand:" or the tactic it came from')
        if not entry.lead:
            missing.append("who led it")
            do.append('"lead:" and the agency')
        if missing:
            fields_of_it = ((*entry.route, name) for name in ("strand", "ref", "lead", "state"))
            ids = ((*tactic.route, "id") for tactic in plan.tactics)
            yield problem(
                (*entry.route, "disruption"),
                unless=(*fields_of_it, *ids, *((strand,) for strand in STRANDS)),
                level=entry.disruption,
                missing=" and ".join(missing),
                do=f"In this entry add {' and '.join(do)}.",
            )
