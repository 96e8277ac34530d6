"""A partner is not asked by several plans at once without anybody knowing.

Requests to a partner that are sent and not answered count.

Wrong: {refs} are each waiting for an answer from the same partner: {partner}.
Why: A partner with the same few people for every plan answers the loudest, not the most urgent.
Do: Agree with the other LROs which comes first, and ask once.
Acts: OCG coordinator
Source: planc's judgement: nobody else sees all that one partner is asked for

Flagged:
    requests:
      - {id: REQ-1, kind: partner, what: Rooms on Fridays, asked_of: Council housing team, asked_on: 2026-11-10, status: sent}
    # plans/maple.yaml
    ref: SOC-2026-015
    requests:
      - {id: REQ-1, kind: partner, what: Keys to the hall, asked_of: Council housing team, asked_on: 2026-11-12, status: sent}
                                                                     ^^^^^^^^^^^^^^^^^^^^
Clean: the first has its answer
    requests:
      - {id: REQ-1, kind: partner, what: Rooms on Fridays, asked_of: Council housing team, asked_on: 2026-11-10, status: received}
    # plans/maple.yaml
    ref: SOC-2026-015
    requests:
      - {id: REQ-1, kind: partner, what: Keys to the hall, asked_of: Council housing team, asked_on: 2026-11-12, status: sent}
Clean: twice in one plan
    requests:
      - {id: REQ-1, kind: partner, what: Rooms on Fridays, asked_of: Council housing team, asked_on: 2026-11-10, status: sent}
      - {id: REQ-2, kind: partner, what: Keys to the hall, asked_of: Council housing team, asked_on: 2026-11-12, status: sent}
"""

from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.plan import Plan
from planc.wording.words import cut, listed

SEVERITY = Severity.INFO


def gather(plan: Plan, _context: Context) -> Iterator[Clue]:
    """Each partner that owes an answer, once a plan."""
    if not plan.in_force:
        return
    asked = set()
    for request in plan.requests:
        partner = request.asked_of
        if request.kind != "partner" or request.status != "sent" or partner is None:
            continue
        if partner.casefold() not in asked:
            asked.add(partner.casefold())
            route = (*request.route, "asked_of")
            request_sent = problem(route, value=True, partner=cut(partner))
            yield Clue(partner.casefold(), request_sent)


def judge(clues: Sequence[Clue], _context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """The last of several plans that wait for one partner."""
    if len(clues) > 1:
        yield clues[-1], {"refs": listed([clue.plan for clue in clues])}
