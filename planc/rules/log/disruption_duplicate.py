"""A disruption is claimed once.

Two entries of one day, about the same thing and of the same size, are taken for one claim unless
each has an external reference of its own; so are two with one external reference. Of an entry that
stands twice, word for word, `log-entry-twice` speaks.

Wrong: This disruption is claimed twice: {same}.
Why: Claims are counted for the force and the region, and one that is counted twice discredits both.
Do: Take one out; if there were two, give each its external_ref, or its own tactic.
Acts: OCG coordinator
Source: MPA07

Flagged: the same day, tactic and size
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Closed two flats}
                                       ^^^^^^^^^^
Flagged: one reference
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed, external_ref: D-118}
      - {date: 2026-11-13, ref: PRO-1, disruption: minor, lead: police, effect: Two flats closed, external_ref: D-118}
                                       ^^^^^^^^^^
Clean: of two sizes
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
      - {date: 2026-11-11, ref: PUR-1, disruption: moderate, lead: police, effect: The line is off}
Clean: two of one day, each with its reference
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed, external_ref: D-118}
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: A third flat closed, external_ref: D-119}
Clean: the panel refused one of them
    log:
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed}
      - {date: 2026-11-11, ref: PUR-1, disruption: minor, lead: police, effect: Two flats closed, state: rejected}
"""

from collections.abc import Iterator
from dataclasses import replace

from planc.model.context import Context
from planc.model.finding import Problem, Severity, problem
from planc.model.log import Entry
from planc.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, _context: Context) -> Iterator[Problem]:
    """A claim like an earlier one."""
    by_thing: dict[tuple[object, ...], Entry] = {}
    by_reference: dict[str, Entry] = {}
    for entry in plan.disruptions:
        thing = (entry.date, entry.ref, entry.disruption, entry.strand)
        earlier = by_thing.setdefault(thing, entry)
        same = "day, tactic and size are the same"
        if earlier is entry or (entry.external_ref and earlier.external_ref):
            earlier = entry
        if entry.external_ref:
            first = by_reference.setdefault(entry.external_ref, entry)
            if first is not entry:
                earlier, same = first, "both have one external reference"
        if earlier is not entry and replace(entry, route=earlier.route) != earlier:
            unless = ((*entry.route, "state"), (*earlier.route, "state"))
            related = (((*earlier.route, "disruption"), "claimed first"),)
            route = (*entry.route, "disruption")
            yield problem(route, unless=unless, related=related, same=same)
