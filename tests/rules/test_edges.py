"""Where a rule stops: what tips it one way or the other, and what it leaves to others."""

import ast
import inspect
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from planc.all_rules import RULES
from planc.model.rule import Declared, rule_name
from tests.conftest import Checked
from tests.rules.examples import FLAGGED, Pair, named, run

# Archived plans

ARCHIVED = """
# plans/larch.yaml
status: archived
closure: {reviewed_on: 2026-11-18, rescored_on: 2026-11-18, reason: It is over}
learning: [{date: 2026-11-18, lesson: Ask the landlord first}]
"""

TRUE_OF_ARCHIVED = {
    "owner-unknown", "tactic-done-no-outcome", "log-future-dated", "disruption-incomplete",
    "disruption-unmoderated", "disruption-before-plan", "decision-no-rationale",
    "decision-no-alternatives", "decision-no-decider", "decision-duplicate", "decision-misdated",
    "annex-named", "signoff-not-sro", "date-in-future", "log-out-of-order", "disruption-duplicate",
    "corrects-nothing", "signed-words-changed", "signoff-digest-unknown", "signoff-by-lro",
    "log-entry-empty", "log-entry-mixed", "log-entry-twice",
    "late-entry", "log-status-unfit", "marking-missing", "marking-malformed", "marking-too-high",
    "marking-public-sensitive", "recipients-only-no-list", "embargo-no-time",
    "hmg-use-only-partners",
}  # fmt: skip
"""The rules about what a plan says of the past, and about its marking: the others are over."""

OF_LIVE_PLANS = [pair for pair in FLAGGED if pair[0] in RULES]


@pytest.mark.parametrize("pair", OF_LIVE_PLANS, ids=named)
def test_an_archived_plan_is_held_to_little(pair: Pair, base: Path) -> None:
    rule, example = pair
    found, _ = run((rule, example._replace(text=example.text + ARCHIVED)), base)
    assert (rule_name(rule) in {f.rule for f in found}) == (rule_name(rule) in TRUE_OF_ARCHIVED)


# No directory


def _asks_the_directory(rule: Declared) -> bool:
    nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[rule.__name__])))
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return bool(names & {"directory", "partners_of", "taking_part", "vacant_since"})


@pytest.mark.parametrize(
    "pair",
    [
        pair
        for pair in OF_LIVE_PLANS
        if _asks_the_directory(pair[0]) and "# directory.yaml" not in pair[1].text
    ],
    ids=named,
)
def test_without_a_directory_nothing_is_said_that_it_would_have_to_say(
    pair: Pair, base: Path
) -> None:
    (base / "directory.yaml").unlink()
    found, _ = run(pair, base)
    fired = {finding.rule for finding in found}
    assert rule_name(pair[0]) not in fired, "context.directory is None here: it cannot know"


# One by one


class Edge(NamedTuple):
    """A piece of a plan, and of which objects in it the rule speaks."""

    rule: str
    objects: str
    piece: str
    of: str


EDGES = """\
## prevent-none: nothing: without a reason another rule speaks
prevent: []
threat: {type: ocg, cyp_at_risk: true, assessment: Likely.}

## strand-stalled: pursue prevent protect prepare: nothing was ever logged
starts: 2026-03-04
## strand-stalled: pursue protect prepare: all of Prevent is done, long ago
starts: 2026-03-04
log:
  - {date: 2026-05-06, ref: PRE-1, status: complete, outcome: Ten matched}
## strand-stalled: pursue prevent protect prepare: one of two is done
starts: 2026-03-04
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-youth-lead, due: 2027-01-29}
  - {id: PRE-2, tactic: Assembly, serves: OBJ-1, owner: council-youth-lead, due: 2026-05-06}
log:
  - {date: 2026-05-06, ref: PRE-2, status: complete, outcome: All heard it}
## strand-stalled: pursue protect prepare: an action for it was logged
starts: 2026-03-04
actions:
  - {id: ACT-1, action: Match ten pupils, about: PRE-1, owner: council-youth-lead}
log:
  - {date: 2026-11-10, ref: ACT-1, note: Six matched}
## strand-stalled: pursue prevent protect prepare: an action for something else was logged
starts: 2026-03-04
actions:
  - {id: ACT-1, action: Order tea, owner: council-youth-lead}
log:
  - {date: 2026-11-10, ref: ACT-1, note: Ordered}
## strand-stalled: pursue protect prepare: a disruption was logged under it
starts: 2026-03-04
log:
  - {date: 2026-11-10, disruption: minor, strand: prevent, lead: council, effect: Four left}
## strand-stalled: pursue protect prepare: that it is blocked is for another rule
starts: 2026-03-04
log:
  - {date: 2026-05-06, ref: PRE-1, status: blocked, because: No mentors}
## strand-stalled: pursue prevent protect prepare: it was blocked, and is so no longer
starts: 2026-03-04
log:
  - {date: 2026-05-06, ref: PRE-1, status: blocked, because: No mentors}
  - {date: 2026-06-06, ref: PRE-1, status: in progress}

## finance-none: nothing: a place has no money
# without gaps
threat: {type: place, assessment: Likely.}
## finance-none: pursue: the financial tactic was withdrawn
# without starts
# without gaps
protect:
  - {id: PRO-1, tactic: Freeze, kind: financial, owner: di-soc-west, status: withdrawn}
## finance-none: pursue: another gap is not this one
# without starts
gaps: {partners: {reason: Not yet, accepted_on: 2026-11-04}}

## victim-support-none: protect: the support is over
threat: {type: ocg, areas: [msht], assessment: Likely.}
protect:
  - {id: PRO-1, tactic: Nurse, kind: victim support, serves: OBJ-1, owner: di-soc-west}
log:
  - {date: 2026-11-18, ref: PRO-1, status: complete, outcome: Six seen}
## victim-support-none: protect: it stands under Pursue
threat: {type: ocg, areas: [msht], assessment: Likely.}
pursue:
  - {id: PUR-1, tactic: Nurse, kind: victim support, serves: OBJ-1, owner: di-soc-west}

## objective-not-measurable: nothing: a judgement without its block is a fault of form
objectives: [{id: OBJ-1, statement: Calm, measure: judgement, set_on: 2026-09-09}]
## objective-not-measurable: OBJ-1: a judgement is described, and something else is counted
objectives:
  - id: OBJ-1
    statement: Calm
    measure: Calls a month
    judgement: {would_see: Quiet, assessed_by: supt-crime, assessed_on: 2027-03-03}
    set_on: 2026-09-09

## rag-green-but-late: OBJ-1: the tactic that serves it is long late
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-10-24}
log:
  - {date: 2026-10-14, ref: OBJ-1, rag: green, because: Calls are down}
## rag-green-but-late: nothing: the late tactic serves another objective
objectives:
  - {id: OBJ-1, statement: Halve supply, set_on: 2026-09-09}
  - {id: OBJ-2, statement: Keep homes, set_on: 2026-09-09}
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-2, owner: di-soc-east, due: 2026-10-24}
log:
  - {date: 2026-10-14, ref: OBJ-1, rag: green, because: Calls are down}

## tactic-orphan: nothing: it may be for the objective that nothing serves
objectives:
  - {id: OBJ-1, statement: Halve supply, set_on: 2026-09-09}
  - {id: OBJ-2, statement: Keep homes, set_on: 2026-09-09}
pursue:
  - {id: PUR-1, tactic: Closure orders, owner: di-soc-east, due: 2026-12-18}
## tactic-orphan: PUR-1 PUR-2: one of the two must be for nothing
objectives:
  - {id: OBJ-1, statement: Halve supply, set_on: 2026-09-09}
  - {id: OBJ-2, statement: Keep homes, set_on: 2026-09-09}
pursue:
  - {id: PUR-1, tactic: Closure orders, owner: di-soc-east, due: 2026-12-18}
  - {id: PUR-2, tactic: Warrants, owner: di-soc-east, due: 2026-12-18}
## tactic-orphan: nothing: there is no objective to serve
objectives: []
pursue:
  - {id: PUR-1, tactic: Closure orders, owner: di-soc-east, due: 2026-12-18}

## blocked-no-escalation: PRO-1: what was asked and decided before it was blocked
log:
  - {date: 2026-10-14, ref: PRO-1, id: DEC-1, decision: Visit, by: supt-crime}
  - {date: 2026-11-01, ref: PRO-1, status: blocked, because: No crew}
requests:
  - {id: REQ-1, kind: partner, what: Crew, asked_on: 2026-10-31, status: sent}
## blocked-no-escalation: nothing: a bid on the day
log:
  - {date: 2026-11-01, ref: PRO-1, status: blocked, because: No crew}
bids:
  - {id: BID-1, what: Crew for six weeks, asked_on: 2026-11-01}
## blocked-no-escalation: PRO-1: a decision on something else
log:
  - {date: 2026-11-01, ref: PRO-1, status: blocked, because: No crew}
  - {date: 2026-11-10, ref: PUR-1, id: DEC-1, decision: Wait, by: supt-crime}
## blocked-no-escalation: nothing: it was blocked twice, and worked on between
log:
  - {date: 2026-10-01, ref: PRO-1, status: blocked, because: No crew}
  - {date: 2026-10-14, ref: PRO-1, status: in progress}
  - {date: 2026-11-18, ref: PRO-1, status: blocked, because: No crew}

## lro-equals-sro: nothing: neither is named
# without lro
# without sro
## soctac-none: nothing: a local plan
starts: 2026-03-04
threat: {type: ocg, tier: local, assessment: Likely.}
## investigation-no-deconfliction: investigation: neither the LRO nor the SIO is named
# without lro
investigation: {phase: charged}
## investigation-no-deconfliction: investigation: the SIO is another post
team: {sio: di-soc-west}
investigation: {phase: charged}
## investigation-no-deconfliction: nothing: it has not begun
investigation: {phase: not started}

## score-missing: threat.scores: it is mapped, and has no score
starts: 2026-03-04
threat: {type: ocg, assessment: Likely., mapping: {status: mapped}}
## score-missing: nothing: it has one
starts: 2026-03-04
threat: {type: ocg, assessment: Likely., scores: [{date: 2026-10-14, total: 41}]}
## score-changed-no-review: nothing: it has not changed
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 41}]}
## score-changed-no-review: nothing: a score without a figure is not compared
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03}, {date: 2026-08-03, total: 41}]}
## score-changed-no-review: 2026-08-03-7037ccaf: the review was the day before
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 58}]}
log:
  - {date: 2026-08-02, review: continue, board: exampleton-ocg, by: supt-crime}
## score-changed-no-review: nothing: a decision on the day
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 58}]}
log:
  - {date: 2026-08-03, id: DEC-1, decision: Nothing changes, by: supt-crime}
## score-changed-no-review: nothing: the review was on the last day
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 58}]}
log:
  - {date: 2026-08-31, review: continue, board: exampleton-ocg, by: supt-crime}
## score-changed-no-review: nothing: a review came late
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 58}]}
log:
  - {date: 2026-09-01, review: continue, board: exampleton-ocg, by: supt-crime}
## score-changed-no-review: nothing: it rose by less than matters
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 45}]}
## score-changed-no-review: 2026-08-03-f9d8bfe7: it rose by as much as matters
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 41}, {date: 2026-08-03, total: 46}]}
## score-changed-no-review: nothing: it fell
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 58}, {date: 2026-08-03, total: 41}]}
## score-changed-no-review: 2026-08-03-8d001f3a: a scheme of words went from one to another
# without log
threat: {type: ocg, assessment: x,
  scores: [{date: 2026-02-03, total: 4B}, {date: 2026-08-03, total: 2A}]}
## strand-missing: prevent: in monitoring, and the tactic was withdrawn
status: monitoring
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-housing, status: withdrawn}]
## strand-missing: prevent: in monitoring, and nothing is known to have come of it
status: monitoring
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-housing, status: complete}]
## strand-missing: prevent: the work is done, and the plan is active
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: council-housing, status: complete}]
log:
  - {date: 2026-11-18, ref: PRE-1, outcome: Eight pupils back in school}
## tactic-no-status: log: several tactics are one finding
starts: 2026-10-01
pursue: [{id: PUR-1, tactic: Visits, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18},
  {id: PUR-2, tactic: Checks, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}]
## tactic-no-status: nothing: a disruption moves a tactic
starts: 2026-10-01
pursue: [{id: PUR-1, tactic: Visits, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}]
log:
  - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, effect: One flat lost}
## tactic-no-status: log: a rejected disruption does not
starts: 2026-10-01
pursue: [{id: PUR-1, tactic: Visits, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}]
log:
  - {date: 2026-11-18, ref: PUR-1, disruption: minor, lead: police, state: rejected}
## tactic-no-status: nothing: a result moves a tactic
starts: 2026-10-01
pursue: [{id: PUR-1, tactic: Visits, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}]
log:
  - {date: 2026-11-18, ref: PUR-1, outcome: Four visits made}
## log-status-unfit: 2026-11-18-0283d130: a tactic is not closed
log:
  - {date: 2026-11-18, ref: PUR-1, status: closed, outcome: Both flats are shut}
## release-no-plan: subjects-c0: several subjects lack one tactic
subjects:
  - {key: S1, status: serving, release: 2026-Q4}
  - {key: S2, status: remand, release: 2027-Q1}
## release-no-plan: nothing: the quarter is over
subjects: [{key: S1, status: serving, release: 2026-Q3}]

## review-no-sro: nothing: the SRO held one of the two
# without log
log:
  - {date: 2026-10-07, review: continue, by: supt-crime}
  - {date: 2026-11-11, review: continue, by: di-soc-east}
## board-action-unanswered: nothing: it was raised at no meeting that is known
# without board
actions: [{id: ACT-1, action: Visit, owner: di-soc-west, raised_on: 2026-10-07}]
## board-action-unanswered: nothing: it is closed
actions: [{id: ACT-1, action: Visit, owner: di-soc-west, raised_on: 2026-10-07}]
log:
  - {date: 2026-11-18, ref: ACT-1, status: closed, outcome: Visited}
## archive-no-closure: status: it was reviewed, and not scored again
status: archived
closure: {reviewed_on: 2026-11-04, reason: It is over}
learning: [{lesson: Ask the landlord first}]
## archive-no-closure: status: it was scored again, and not reviewed
status: archived
closure: {rescored_on: 2026-11-04, reason: It is over}
learning: [{lesson: Ask the landlord first}]

## partner-only-listed: nothing: an owner whom nobody knows may be theirs
partners: [{organisation: exampleton-council}, {organisation: exampleton-health}]
protect:
  - {id: PRO-1, tactic: Visits, serves: OBJ-1, owner: health-nurse, due: 2026-12-11}
## prevent-police-only: nothing: no partner takes part at all
partners: []
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
## prevent-police-only: prevent: the partner's tactic is done
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}
  - {id: PRE-2, tactic: Assembly, serves: OBJ-1, owner: council-youth-lead, due: 2026-11-04}
log:
  - {date: 2026-11-04, ref: PRE-2, status: complete, outcome: All heard it}
## prevent-police-only: nothing: an owner whom nobody knows may be a partner
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}
  - {id: PRE-2, tactic: Assembly, serves: OBJ-1, owner: head-teacher, due: 2027-01-29}
## prevent-police-only: nothing: all of Prevent is done
prevent:
  - {id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-west, due: 2026-11-04}
log:
  - {date: 2026-11-04, ref: PRE-1, status: complete, outcome: Ten matched}
## safeguarding-partner-missing: nothing: nobody is exploited
partners: [{organisation: second-chance}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: mentoring-lead, due: 2027-01-29}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
## safeguarding-partner-missing: nothing: an owner whom nobody knows may be a nurse
threat: {type: ocg, areas: [csae], assessment: Likely.}
partners: [{organisation: second-chance}]
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: head-nurse, due: 2027-01-29}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]
## safeguarding-partner-missing: nothing: no partner takes part at all
threat: {type: ocg, areas: [csae], assessment: Likely.}
partners: []
prevent: [{id: PRE-1, tactic: Mentoring, serves: OBJ-1, owner: di-soc-west, due: 2027-01-29}]
prepare: [{id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: di-soc-west, due: 2026-12-11}]

## chb-build-police-only: nothing: a group is no place
threat: {type: ocg, chb_stage: build, assessment: Likely.}
prevent: []
prepare: []
## chb-build-police-only: nothing: the place is at Hold
threat: {type: place, chb_stage: hold, assessment: Likely.}
prevent: []
prepare: []
## chb-build-police-only: threat.chb_stage: no tactic says its stage, and all are owned by police
threat: {type: place, chb_stage: build, assessment: Likely.}
prevent: []
prepare: []
## chb-build-police-only: nothing: no tactic says its stage, and a partner owns one
threat: {type: place, chb_stage: build, assessment: Likely.}
prepare: []
## chb-build-police-only: nothing: nothing is left to be owned
threat: {type: place, chb_stage: build, assessment: Likely.}
pursue: []
prevent: []
protect: []
prepare: []
## chb-build-police-only: nothing: an owner whom nobody knows may be a partner
threat: {type: place, chb_stage: build, assessment: Likely.}
prevent: [{id: PRE-1, tactic: Mentoring, owner: head-teacher, due: 2027-01-29}]
prepare: []
## chb-hold-missing: nothing: a group is no place
threat: {type: ocg, assessment: Likely.}
pursue: [{id: PUR-1, tactic: Warrants, stage: clear, status: complete, owner: di-soc-east}]
## chb-hold-missing: nothing: Clear was given up, not done
threat: {type: place, assessment: Likely.}
pursue: [{id: PUR-1, tactic: Warrants, stage: clear, status: withdrawn, owner: di-soc-east}]
## chb-hold-missing: threat.chb_stage: it was never held, and is being built up
threat: {type: place, chb_stage: build, assessment: Likely.}
pursue: [{id: PUR-1, tactic: Warrants, stage: clear, status: complete, owner: di-soc-east}]
## chb-hold-missing: threat.chb_stage: holding it is over, and nothing is built yet
threat: {type: place, chb_stage: hold, assessment: Likely.}
pursue:
  - {id: PUR-1, tactic: Warrants, stage: clear, status: complete, owner: di-soc-east}
  - {id: PUR-2, tactic: Patrols, stage: hold, status: complete, owner: di-soc-east}

## enforcement-no-safeguarding: nothing: there is a safeguarding plan
pursue: [{id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-04}]
safeguarding: {plan_ref: SG-12}
## enforcement-no-safeguarding: PUR-1: somebody leads on it, and that is all
pursue: [{id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-04}]
safeguarding: {lead: council-housing}
## enforcement-no-safeguarding: PUR-2: only the first of them is told
pursue:
  - {id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-04}
  - {id: PUR-2, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-11-30}
## community-impact-missing: PUR-1: it has no date
pursue: [{id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-04}]
community_impact: {ref: CIA-31, trigger: The warrants}
## community-impact-missing: PUR-1: it has no reference
pursue: [{id: PUR-1, tactic: Warrants, kind: enforcement, owner: di-soc-east, due: 2026-12-04}]
community_impact: {date: 2026-11-02, trigger: The warrants}
## street-gang-no-equality-check: threat.type: it has no reference
threat: {type: usg, assessment: Likely.}
equality_impact: {date: 2026-11-02, trigger: A change in tactics}

## disruption-unmoderated: nothing: it was moderated
log:
  - {date: 2026-10-07, ref: PUR-1, disruption: major, lead: police, state: moderated}
## disruption-unmoderated: 2026-10-07-fe640ade: nothing is said of its state
log:
  - {date: 2026-10-07, ref: PUR-1, disruption: major, lead: police}
## disruption-before-plan: nothing: it was rejected
log:
  - {date: 2026-10-06, ref: PUR-1, disruption: minor, lead: police, state: rejected}
## disruption-before-plan: nothing: nobody says when the plan started
# without starts
log:
  - {date: 2026-10-06, ref: PUR-1, disruption: minor, lead: police}
## decision-no-alternatives: DEC-1: the headings of the NDM, but not that one
log:
  - {date: 2026-11-10, id: DEC-1, decision: Wait, ndm: {assessment: Not safe}, by: supt-crime}
## decision-duplicate: nothing: decisions without a number
log:
  - {date: 2026-11-10, decision: Wait, because: Not safe, rejected: Go, by: supt-crime}
  - {date: 2026-11-12, decision: Wait on, because: Not safe, rejected: Go, by: supt-crime}
## decision-duplicate: DEC-1 DEC-1: the second and the third
log:
  - {date: 2026-11-10, id: DEC-1, decision: Wait, because: Not safe, rejected: Go, by: supt-crime}
  - {date: 2026-11-11, id: DEC-1, decision: Wait, because: Not safe, rejected: Go, by: supt-crime}
  - {date: 2026-11-12, id: DEC-1, decision: Wait, because: Not safe, rejected: Go, by: supt-crime}

## marking-malformed: nothing: it is too high, which another rule says
marking: TOP SECRET
## marking-too-low: nothing: it cannot be read, which another rule says
marking: OFFICIALLY SO
## marking-public-sensitive: PUR-1: a tactic
pursue:
  - {id: PUR-1, tactic: x, marking: OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE, owner: di-soc-east}
## embargo-no-time: marking: the plan and a tactic lack one time
marking: OFFICIAL-SENSITIVE - EMBARGOED
pursue: [{id: PUR-1, tactic: x, marking: OFFICIAL-SENSITIVE - EMBARGOED, owner: di-soc-east}]
## hmg-use-only-partners: nothing: no partner takes part
marking: OFFICIAL-SENSITIVE - HMG USE ONLY
partners: []
prevent: []
prepare: []

## owner-overload: nothing: what nobody owns is nobody's burden
pursue:
  - {id: PUR-1, tactic: x, due: 2026-12-18}
  - {id: PUR-2, tactic: y, due: 2026-12-18}
# planc.yaml
numbers: {owner_tactics: 1}
## owner-overload: PUR-2: the first that the post owns is named
pursue:
  - {id: PUR-1, tactic: x, owner: di-soc-east, due: 2026-12-18}
  - {id: PUR-2, tactic: y, owner: council-housing, due: 2026-12-18}
# planc.yaml
numbers: {owner_tactics: 1}
## owner-overload: nothing: one of the plans is archived
# planc.yaml
numbers: {owner_tactics: 1}
# plans/maple.yaml
ref: SOC-2026-015
status: archived
## board-calendar-ended: nothing: the plan is archived
status: archived
# planc.yaml
boards:
  - {id: exampleton-ocg, name: Board, meetings: [2026-11-04]}
  - {id: county-soc, name: Partnership, meetings: [2026-12-16]}
## board-calendar-ended: nothing: the board has no calendar
# planc.yaml
boards: [{id: exampleton-ocg, name: Board, meetings: []}, {id: county-soc, name: B, meetings: []}]
## partner-asked-twice: nothing: two plans ask for advice
requests: [{id: REQ-1, kind: advice, what: x, asked_of: Regional adviser, status: sent}]
# plans/maple.yaml
ref: SOC-2026-015
requests: [{id: REQ-1, kind: advice, what: x, asked_of: Regional adviser, status: sent}]
## partner-asked-twice: nothing: one of the plans is archived
requests: [{id: REQ-1, kind: partner, what: x, asked_of: Council, status: sent}]
# plans/maple.yaml
ref: SOC-2026-015
status: archived
requests: [{id: REQ-1, kind: partner, what: x, asked_of: Council, status: sent}]
## partner-asked-twice: nothing: nobody says who was asked
requests: [{id: REQ-1, kind: partner, what: x, status: sent}]
# plans/maple.yaml
ref: SOC-2026-015
requests: [{id: REQ-1, kind: partner, what: x, status: sent}]
## lro-overload: nothing: one of the plans is archived
# planc.yaml
numbers: {lro_plans: 1}
# plans/maple.yaml
ref: SOC-2026-015
status: archived
## lro-overload: nothing: plans that nobody leads are nobody's burden
# without lro
# planc.yaml
numbers: {lro_plans: 1}
# plans/maple.yaml
# without lro
ref: SOC-2026-015
## agreement-expiring: nothing: it has no end
# directory.yaml
organisations:
  - {id: exampleton-police, name: Exampleton Police, sector: police}
  - {id: exampleton-health, name: Exampleton Health, sector: health}
  - {id: second-chance, name: Second Chance, sector: voluntary and community}
  - {id: exampleton-council, name: Council, sector: local authority, agreement: {ref: ISA-12}}
"""


def _edges() -> list[Edge]:
    edges = []
    for part in EDGES.split("## ")[1:]:
        head, piece = part.split("\n", 1)
        rule, objects, of = head.split(": ", 2)
        edges.append(Edge(rule, "" if objects == "nothing" else objects, piece, of))
    return edges


@pytest.mark.parametrize("edge", _edges(), ids=lambda edge: f"{edge.rule}-{edge.of}")
def test_a_rule_goes_so_far_and_no_further(checked: Checked, edge: Edge) -> None:
    found = checked(edge.piece).findings
    assert [f.object for f in found if f.rule == edge.rule] == edge.objects.split()
