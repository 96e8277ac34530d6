"""One mistake is one finding, however many rules would trip over it; and no fault hides another."""

import re

import pytest

from tests.conftest import Checked

# Each piece of the base plan holds one mistake, which fires one rule.
ONE = """\
## unknown-field: the marking is misspelt
# without marking
markin: OFFICIAL
## wrong-type: the marking is a list
marking: [OFFICIAL]
## empty-value: no marking is written
marking:
## empty-value: no SRO is written
sro:
## wrong-type: the LRO is a list
lro: [di-soc-east]
## impossible-date: the next review is on no day
next_review: 2026-02-30
# without log
## unknown-field: the next review is misspelt
# without next_review
# without log
next_reveiw: 2026-12-02

## wrong-type: a strand is a text
pursue: Closure orders
## wrong-type: a tactic is a text
pursue:
  - Closure orders
## strand-missing: nothing is written under a strand
pursue:
## unknown-field: a strand is misspelt
# without pursue
persue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}

## wrong-type: the only tactic for an objective is a text
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
  - {id: OBJ-2, statement: Keep homes, measure: Taken, baseline: 3, target: 0,
     by: 2027-03-31, set_on: 2026-10-07}
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29}]
protect: [{id: PRO-1, tactic: Visits, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
pursue: [Closure orders]
## unknown-field: the only tactic for an objective stands under a misspelt strand
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
  - {id: OBJ-2, statement: Keep homes, measure: Taken, baseline: 3, target: 0,
     by: 2027-03-31, set_on: 2026-10-07}
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29}]
protect: [{id: PRO-1, tactic: Visits, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
# without pursue
persue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
## dangling-id: the only tactic for an objective has its id wrong
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
  - {id: OBJ-2, statement: Keep homes, measure: Taken, baseline: 3, target: 0,
     by: 2027-03-31, set_on: 2026-10-07}
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29}]
protect: [{id: PRO-1, tactic: Visits, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-7, owner: di-soc-east, due: 2026-12-18}
## dangling-id: and so in a list
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
  - {id: OBJ-2, statement: Keep homes, measure: Taken, baseline: 3, target: 0,
     by: 2027-03-31, set_on: 2026-10-07}
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29}]
protect: [{id: PRO-1, tactic: Visits, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: [OBJ-7], owner: di-soc-east, due: 2026-12-18}
## unknown-field: what the only tactic for an objective serves is misspelt
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
  - {id: OBJ-2, statement: Keep homes, measure: Taken, baseline: 3, target: 0,
     by: 2027-03-31, set_on: 2026-10-07}
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29}]
protect: [{id: PRO-1, tactic: Visits, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-2, owner: di-soc-west, due: 2026-12-11}]
pursue:
  - {id: PUR-1, tactic: Closure orders, server: OBJ-1, owner: di-soc-east, due: 2026-12-18}

## impossible-date: the SRO accepted a reason on no day
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  pursue: {reason: It has ended, accepted_on: 2026-13-04}
## unknown-field: the day of acceptance is misspelt
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  pursue: {reason: It has ended, acepted_on: 2026-11-04}
## empty-value: no reason is written
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  pursue: {reason: , accepted_on: 2026-11-04}
## unknown-field: the strand of a reason is misspelt
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  persue: {reason: It has ended, accepted_on: 2026-11-04}
## wrong-type: a reason is a text
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  pursue: It has ended
## unknown-field: the gaps are misspelt
pursue: []
# without gaps
gap:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  pursue: {reason: It has ended, accepted_on: 2026-11-04}

## impossible-date: the SRO accepted on no day that there is no partner
partners: []
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}]
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  partners: {reason: Covert, accepted_on: 04/11/2026}
## unknown-field: the gap in partners is misspelt
partners: []
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}]
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  partner: {reason: Covert, accepted_on: 2026-11-04}
## wrong-type: the only partner is a text
partners: [exampleton-council]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}]
## dangling-id: the only partner is misspelt
partners: [{organisation: exampleton-counsel}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}]
## wrong-type: the only owner at a partner is in a list
partners: []
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: [council-youth-lead], due: 2027-01-29}
## unknown-field: the owner at the only partner is misspelt
partners: []
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, ownner: council-youth-lead, due: 2027-01-29}
## unknown-field: the strand of the only partner is misspelt
partners: []
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
# without prevent
preven:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}

## unknown-field: an owner is misspelt
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, ownner: di-soc-east, due: 2026-12-18}]
## empty-value: no owner is written
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: , due: 2026-12-18}]
## impossible-date: a tactic is due on no day
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 18/12/2026}]
## impossible-date: a tactic is checked on no day
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, next_check: soon}]
## unknown-value: a tactic was late and is done, in a word that is misspelt
pursue:
  - id: PUR-1
    tactic: Warrants
    serves: OBJ-1
    owner: di-soc-east
    due: 2026-11-20
    status: compelte
## unknown-value: and so where it was long late
pursue:
  - id: PUR-1
    tactic: Warrants
    serves: OBJ-1
    owner: di-soc-east
    due: 2026-01-20
    status: compelte
## unknown-value: a tactic without an owner is withdrawn, in a word that is misspelt
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, due: 2026-12-18, status: withdrwan}]

## unknown-value: the log closes a late tactic in a word that is misspelt
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 2026-11-19, ref: PUR-1, status: closd}
## impossible-date: the log moves a late tactic to no day
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 2026-11-19, ref: PUR-1, due: 18/12/2026, because: The court}
## impossible-date: the log moves a late tactic, on no day
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 19/11/2026, ref: PUR-1, due: 2026-12-18, because: The court}
## dangling-id: the log moves a late tactic whose id is misspelt
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 2026-11-19, ref: PUR-11, due: 2026-12-18, because: The court}
## missing-field: the log moves a late tactic and has no date
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {ref: PUR-1, due: 2026-12-18, because: The court}
## wrong-type: the log moves a late tactic in a text
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - PUR-1 is put off to 2026-12-18
## wrong-type: the log is a text
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
# without log
log: PUR-1 is put off
## impossible-date: the log gives a tactic its only date, which is none
pursue: [{id: PUR-1, tactic: Lifetime management, serves: OBJ-1, owner: di-soc-east}]
log:
  - {date: 2026-11-19, ref: PUR-1, next_check: soon}
## empty-value: the log closes a tactic with nothing for an outcome
pursue:
  - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
  - {id: PUR-2, tactic: Closures, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
log:
  - {date: 2026-11-19, ref: PUR-1, status: complete, outcome: }

## impossible-date: a review was held on no day
next_review: 2026-11-04
# without log
log:
  - {date: 04/11/2026, review: continue, by: supt-crime, next_review: 2026-12-02}
## impossible-date: a review agreed the next one for no day
next_review: 2026-11-04
# without log
log:
  - {date: 2026-11-04, review: continue, by: supt-crime, next_review: 02/12/2026}
## unknown-value: what a review decided is misspelt
next_review: 2026-11-04
# without log
log:
  - {date: 2026-11-04, review: contnue, by: supt-crime, next_review: 2026-12-02}
## wrong-type: a review is a text
next_review: 2026-11-04
# without log
log:
  - Reviewed on 2026-11-04
## impossible-date: only the log has the next review, and it is on no day
# without next_review
# without log
log:
  - {date: 2026-11-04, review: continue, by: supt-crime, next_review: soon}
## dangling-id: the board is misspelt by whose calendar the review is not late
board: exampleton-occg
# without next_review
# without log
log:
  - {date: 2026-09-16, review: continue, by: supt-crime, next_review: 2026-12-02}

## malformed-value: the id that everything refers to is not in its form
objectives:
  - {id: OBJ 1, statement: Halve supply, measure: Calls, baseline: 22, target: 11,
     by: 2027-03-31, set_on: 2026-10-07}
## empty-value: no id is written where the log refers to it
pursue: [{id: , tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}]
log:
  - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, effect: Lost a flat}
## duplicate-id: the second of two tactics has the id of the first
pursue:
  - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
  - {id: PUR-1, tactic: Closures, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
log:
  - {date: 2026-11-18, ref: PUR-2, note: Drafted}
## wrong-type: what the log refers to is a text
actions: Visit the landlord
log:
  - {date: 2026-11-18, ref: ACT-1, note: Visited}
## unknown-field: the letters of an id are swapped, and the log has moved what it is for
pursue: [{di: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-10-02}]
log:
  - {date: 2026-09-30, ref: PUR-1, due: 2026-12-18, because: The court has no earlier date}
## unknown-field: the date it is due is misspelt, and a check on the way has passed
pursue:
  - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, deu: 2026-12-18,
     next_check: 2026-11-04}
## unclosed-bracket: a bracket before a text
summary: {The group sells from three flats
## colon-in-text: a field after a text that lacks a comma is not judged
log:
  - {date: 2026-11-18, ref: PUR-1, note: Two visits state: claimd}
"""

# Each piece holds several mistakes that look alike, and each fires its rule.
SEVERAL = """\
## tactic-no-owner, wrong-type: one tactic has no owner, and another is a text
pursue:
  - {id: PUR-1, tactic: Warrants, serves: OBJ-1, due: 2026-12-18}
  - Closure orders
## tactic-overdue, impossible-date: one tactic is late, and the log misdates another
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 19/11/2026, ref: PRO-1, note: Visited}
## tactic-overdue, unknown-value: one tactic is late, and the log misspells the status of another
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 2026-11-19, ref: PRO-1, status: closd}
## tactic-overdue, impossible-date: one tactic is late, and the log misdates a decision
pursue: [{id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-11-20}]
log:
  - {date: 19/11/2026, decision: Wait, because: Too few, rejected: Go, by: supt-crime}
## tactic-overdue, impossible-date: a tactic is late, and checked on no day
pursue:
  - id: PUR-1
    tactic: Warrants
    serves: OBJ-1
    owner: di-soc-east
    due: 2026-11-20
    next_check: soon
## review-overdue, impossible-date: the review is late, and the log misdates something else
next_review: 2026-11-04
# without log
log:
  - {date: 19/11/2026, ref: PUR-1, note: Drafted}
## strand-missing, impossible-date: one strand is empty, and the reason for another has no day
pursue: []
gaps:
  finance: {reason: The group pays in kind, accepted_on: 2026-10-07}
  protect: {reason: No victims, accepted_on: soon}
## lro-missing, post-unknown: the plan has no LRO, and another post is misspelt
# without lro
sro: supt-crim
## marking-missing, lro-equals-sro, unknown-field: three things that have nothing to do with it
# without marking
lro: supt-crime
colour: red
"""


def _pieces(text: str) -> list[object]:
    parts = re.split(r"^## (.+?): (.+)\n", text, flags=re.MULTILINE)[1:]
    return [
        pytest.param(piece, rules.split(", "), id=caption)
        for rules, caption, piece in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]


@pytest.mark.parametrize(("piece", "rules"), _pieces(ONE))
def test_one_mistake_is_one_finding(checked: Checked, piece: str, rules: list[str]) -> None:
    assert len(rules) == 1
    assert [finding.rule for finding in checked(piece).findings] == rules


@pytest.mark.parametrize(("piece", "rules"), _pieces(SEVERAL))
def test_no_fault_hides_another(checked: Checked, piece: str, rules: list[str]) -> None:
    assert len(rules) > 1
    assert [finding.rule for finding in checked(piece).findings] == rules
