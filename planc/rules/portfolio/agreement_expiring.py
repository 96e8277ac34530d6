"""No information-sharing agreement lapses unnoticed.

How far ahead planc looks is local policy (look_ahead_days in planc.yaml).

Wrong: Agreement {ref} with {partner} {what} on {day}; {plans} on it.
Why: Without an agreement, information may go to the partner only share by share, each one recorded.
Do: Have it renewed, and write the new dates in directory.yaml.
Acts: directory keeper
Source: INF

Flagged: four weeks off
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
                       ^^^^^^^^^^^^^^^^^^
    # directory.yaml
    organisations:
      - {id: exampleton-police, name: Exampleton Police, sector: police}
      - {id: exampleton-health, name: Exampleton Health, sector: health}
      - {id: second-chance, name: Second Chance Exampleton, sector: voluntary and community}
      - id: exampleton-council
        name: Exampleton Council
        sector: local authority
        agreement: {ref: ISA-12, purpose: Crime reduction, starts: 2025-04-01, expires: 2026-12-20}
Flagged: it has lapsed, and is told once
    partners:
      - {organisation: exampleton-council, since: 2026-09-09}
                       ^^^^^^^^^^^^^^^^^^
    # plans/maple.yaml
    ref: SOC-2026-015
    # directory.yaml
    organisations:
      - {id: exampleton-police, name: Exampleton Police, sector: police}
      - {id: exampleton-health, name: Exampleton Health, sector: health}
      - {id: second-chance, name: Second Chance Exampleton, sector: voluntary and community}
      - id: exampleton-council
        name: Exampleton Council
        sector: local authority
        agreement: {ref: ISA-12, purpose: Crime reduction, starts: 2025-04-01, expires: 2026-11-21}
Clean: further off than planc looks
    # directory.yaml
    organisations:
      - {id: exampleton-police, name: Exampleton Police, sector: police}
      - {id: exampleton-health, name: Exampleton Health, sector: health}
      - {id: second-chance, name: Second Chance Exampleton, sector: voluntary and community}
      - id: exampleton-council
        name: Exampleton Council
        sector: local authority
        agreement: {ref: ISA-12, purpose: Crime reduction, starts: 2025-04-01, expires: 2026-12-21}
Clean: it has lapsed, with a partner that no plan lists
    # directory.yaml
    organisations:
      - {id: exampleton-police, name: Exampleton Police, sector: police}
      - id: exampleton-health
        name: Exampleton Health
        sector: health
        agreement: {ref: ISA-15, purpose: Safeguarding, starts: 2024-04-01, expires: 2026-03-31}
      - {id: second-chance, name: Second Chance Exampleton, sector: voluntary and community}
      - {id: exampleton-council, name: Exampleton Council, sector: local authority}
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.plan import Plan
from planc.wording.day import long_day

SEVERITY = Severity.WARNING


def gather(plan: Plan, context: Context) -> Iterator[Clue]:
    """Each partner whose agreement has lapsed or soon will."""
    if not plan.in_force or context.directory is None:
        return
    for partner in plan.partners:
        organisation = context.directory.organisation(partner.organisation)
        agreement = organisation.agreement if organisation else None
        if organisation is None or agreement is None or agreement.expires is None:
            continue
        ahead = (agreement.expires - context.as_of).days
        if ahead <= context.policy.numbers.look_ahead_days:
            lapse = problem(
                (*partner.route, "organisation"),
                value=True,
                ref=agreement.ref or "to share information",
                partner=organisation.name,
                what="lapsed" if ahead < 0 else "lapses",
                day=long_day(agreement.expires),
            )
            yield Clue(organisation.id or "", lapse)


def judge(clues: Sequence[Clue], _context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """One finding for each agreement, in the first plan that rests on it."""
    number = len(clues)
    yield clues[0], {"plans": "1 plan rests" if number == 1 else f"{number:,} plans rest"}
