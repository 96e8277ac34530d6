"""What a board would send a plan back for: empty words, wrong days, ratings, posts, ways round.

What each rule asks for is taken from its page of the manual, never from its code.
"""

import datetime as dt
from collections.abc import Iterator

from planc.model.governance import Bid, IntelligenceGap, Request, Risk
from planc.model.log import Entry
from tests.mutation.drop import _left_out
from tests.mutation.meaning import _ago, _logged, _put
from tests.mutation.mutant import Change, Changes, change, harmless
from tests.mutation.sample import AS_OF, Edit, Route, Sample, path_of

_PLACES = ("TBC", '"n/k"', '"???"', "xxx", "to be confirmed", '"[insert]"', "As discussed", '"-"')
_WORDS = [
    "objectives[].statement",
    "objectives[].measure",
    "tactics[].tactic",
    "tactics[].success",
    "tactics[].power",
    "tactics[].detail",
    "actions[].action",
    "risks[].risk",
    "risks[].controls",
    "log[].because",
    "log[].outcome",
    "log[].effect",
    "log[].note",
    "log[].decision",
    "log[].rejected",
    "requests[].what",
    "closure_test[].test",
    "threat.assessment",
    "community_impact.ref",
    "safeguarding.plan_ref",
    "gaps.partners.reason",
]
_FACTS = [
    "objectives[].set_on",
    "risks[].accepted_on",
    "threat.scores[].date",
    "threat.local_profile.date",
    "community_impact.date",
    "equality_impact.date",
    "closure_test[].met_on",
    "signoffs[].date",
    "requests[].asked_on",
    "requests[].answered_on",
    "bids[].asked_on",
    "bids[].result_on",
    "actions[].raised_on",
    "safeguarding.nrm_considered",
    "safeguarding.strategy_discussion",
    "finance.poca_considered",
    "investigation.last_deconfliction",
    "learning[].date",
    "threat.mapping.mapped_on",
]
_AFTER = "rag-missing signoff-not-sro score-changed-no-review score-stale objective-days-crossed"
_LATE = "rag-green-but-late objective-overdue tactic-due-after-plan-end"


def words_that_keep_a_place(sample: Sample) -> Changes:
    """A text is such a word and nothing more; with more words it is one that says something."""
    nodes = [n for n in sample.scalars if path_of(n.route) in _WORDS and n.style not in ("|", ">")]
    for number, node in enumerate(nodes):
        word = _PLACES[number % len(_PLACES)]
        edit = Edit(node.start, node.end, word)
        yield change(
            edit, "placeholder", sample.line_of(*node.route), also="objective-not-measurable"
        )
        if number % 5 == 0:
            yield harmless(Edit(node.start, node.end, "To be confirmed by the SIO in January"))


def words_that_fit_everything(sample: Sample) -> Changes:
    """One reason for three results, on three days."""
    reasons = [e for e in sample.plan.entries if e.because and not e.decision and e.date]
    by_day = {entry.date: entry for entry in reasons}
    three = list(by_day.values())[-3:]
    edits = [_put(sample, (*e.route, "because"), "Work goes on as planned") for e in three]
    if len(three) == 3:
        lines = [sample.line_of(*entry.route, "because") for entry in three]
        yield change(edits, "filler-repeated", *lines)
        yield harmless(*edits[:2])


def facts_of_tomorrow(sample: Sample) -> Changes:
    """What is recorded as done is dated tomorrow."""
    for node in sample.scalars:
        if path_of(node.route) in _FACTS:
            edit, line = Edit(node.start, node.end, _ago(-1)), sample.line_of(*node.route)
            yield change(edit, "date-in-future", line, also=_AFTER)


def days_to_look_again_passed(sample: Sample) -> Changes:
    """A risk, a gap in intelligence or a judgement is not looked at on its day; nor is the end."""
    plan = sample.plan
    items: tuple[Risk | IntelligenceGap, ...] = (*plan.risks, *plan.intelligence_gaps)
    for item in items:
        about = plan.entries_about(item.id)
        last = about[-1].date if about else None
        at = (*item.route, "review")
        if sample.node(*at) and not (last and (AS_OF - last).days < 6):
            yield change(_put(sample, at, _ago(5)), "review-day-past", sample.line_of(*at))
            yield harmless(_put(sample, at, _ago(0)))
            told, _ = _logged(sample, f"ref: {item.id}, note: Looked at and unchanged")
            yield harmless(_put(sample, at, _ago(5)), told)
    if plan.decision_sought and sample.node("decision_sought", "when"):
        at = ("decision_sought", "when")
        yield change(_put(sample, at, _ago(1)), "decision-sought-past", sample.line_of(*at))
        yield harmless(_put(sample, at, _ago(0)))
    if plan.ends:
        edit, line = _put(sample, ("ends",), _ago(1)), sample.line_of("ends")
        yield change(edit, "review-day-past", line, also=_LATE)
    for subject in plan.subjects:
        at = (*subject.route, "release")
        if subject.status == "serving" and sample.node(*at):
            edit, line = _put(sample, at, "2026-Q3"), sample.line_of(*at)
            yield change(edit, "release-past", line)


def objectives_without_sense(sample: Sample) -> Changes:
    """Reached in the past, before it was set, where it started; rated against its figures."""
    plan = sample.plan
    for objective in plan.objectives:
        by = (*objective.route, "by")
        lines = (sample.line_of(*objective.route), sample.line_of(*by))
        ratings = plan.ratings_of(objective)
        rag = ratings[-1].rag if ratings else None
        also = "tactic-due-after-plan-end"
        if sample.node(*by) and rag != "complete":
            rules = ("objective-overdue", "rag-green-but-late")
            yield change(_put(sample, by, _ago(40)), rules, *lines, also=also)
            if objective.set_on:
                before = (objective.set_on - dt.timedelta(1)).isoformat()
                yield change(_put(sample, by, before), "objective-days-crossed", *lines, also=_LATE)
        numbers = [_number(objective.baseline), _number(objective.target)]
        if None in numbers or not ratings or numbers[0] == numbers[1]:
            continue
        up = numbers[1] > numbers[0]  # type: ignore[operator]
        worse = str(int(numbers[0]) + (-1 if up else 1))  # type: ignore[arg-type]
        short = str(int(numbers[1]) + (-1 if up else 1))  # type: ignore[arg-type]
        for rating, value in (("green", worse), ("complete", short)):
            entry = f"ref: {objective.id}, rag: {rating}, value: {value}, because: As it stands"
            edit, line = _logged(sample, entry)
            yield change(edit, "rag-against-figures", line, also="rag-green-but-late")
        edit, line = _logged(sample, f"ref: {objective.id}, rag: red")
        yield change(edit, "rag-no-reason", line, also="objective-overdue")
        if objective.by and objective.by > AS_OF:
            yield harmless(
                _logged(sample, f"ref: {objective.id}, rag: red, because: It got worse")[0]
            )


def _number(text: str | None) -> float | None:
    return float(text) if text and text.isdigit() else None


def dates_that_move(sample: Sample) -> Changes:
    """Three times, for no reason that is a court's; once, without a reason."""
    plan = sample.plan
    for item in plan.tracked:
        due = plan.due_of(item)
        if not due or not plan.is_live(item) or plan.awaits_court(item) or due < AS_OF:
            continue
        days = [(due + dt.timedelta(n)).isoformat() for n in (7, 14, 21)]
        also = "tactic-due-after-plan-end"

        def moved(reason: str, days: list[str] = days, name: str | None = item.id) -> list[str]:
            dated = zip((_ago(3), _ago(2), _ago(1)), days, strict=True)
            return [f"date: {on}, ref: {name}, due: {day}{reason}" for on, day in dated]

        edit, line = _logged(sample, *moved(", because: No crew"))
        yield change(edit, "due-moved-often", line + 2, also=f"{also} filler-repeated")
        edit, line = _logged(sample, f"ref: {item.id}, due: {days[0]}")
        yield change(edit, "due-moved-no-reason", line, also=f"{also} due-moved-often")
        if not plan.ends or due + dt.timedelta(21) <= plan.ends:
            court = [
                f"{m} in {n}" for n, m in enumerate(moved(", because: Listed later by the court"))
            ]
            if not plan.moves_of(item):
                yield harmless(_logged(sample, *court)[0])


def by_who_may_not(sample: Sample) -> Changes:
    """Signed off by the LRO or another post; sought from the LRO; a deputy who is the LRO."""
    plan = sample.plan
    for number, signoff in enumerate(plan.signoffs):
        at = (*signoff.route, "by")
        early = plan.lro_since and signoff.date and signoff.date < plan.lro_since
        posts = [] if early or not number else [plan.lro]
        posts += ["soctac"] if number else []
        for post in posts:
            yield change(_put(sample, at, str(post)), "signoff-not-sro", sample.line_of(*at))
    if plan.decision_sought and plan.decision_sought.by:
        at = ("decision_sought", "by")
        edit, line = _put(sample, at, str(plan.lro)), sample.line_of(*at)
        yield change(edit, "decision-sought-of-lead", line)
    if plan.team and plan.team.deputy_lro:
        at = ("team", "deputy_lro")
        edit, line = _put(sample, at, str(plan.lro)), sample.line_of(*at)
        yield change(edit, "deputy-is-lro", line, also="signoff-not-sro")


def actions_left_open(sample: Sample) -> Changes:
    """Without an owner or a day, late, or closed without a result."""
    plan = sample.plan
    for action in plan.open_actions:
        for name, rule in (("owner", "action-no-owner"), ("due", "action-no-due")):
            entry = sample.entry(*action.route, name)
            if entry and not (name == "due" and plan.move_of(action, "due")):
                line = sample.line_of(*entry.route, gone=entry.route)
                yield change(_left_out(sample, entry), rule, line)
        at = (*(plan.move_of(action, "due") or action).route, "due")
        if sample.node(*at):
            edit = _put(sample, at, _ago(60))
            lines = (sample.line_of(*at), sample.line_of(*action.route))
            raised = action.raised_on and (AS_OF - action.raised_on).days < 60
            rules = ("action-overdue", "board-action-unanswered")
            if not raised:
                yield change(edit, rules, *lines)
    for closing in _closing(sample):
        outcome = sample.entry(*closing.route, "outcome")
        if outcome and not (closing.note or closing.because):
            line = sample.line_of(*closing.route, "status")
            yield change(_left_out(sample, outcome), "action-closed-no-result", line)


def _closing(sample: Sample) -> Iterator[Entry]:
    for action in sample.plan.actions:
        about = sample.plan.entries_about(action.id)
        if sum(bool(entry.outcome) for entry in about) == 1:
            yield from (entry for entry in about if entry.status == "closed")


def claims(sample: Sample) -> Changes:
    """A disruption is claimed twice, or does not say what it did."""
    for entry in sample.plan.disruptions:
        ref = f", ref: {entry.ref}" if entry.ref else ""
        what = (
            f"date: {entry.date}{ref}, disruption: {entry.disruption}, lead: police, effect: Again"
        )
        strand = f", strand: {entry.strand}" if entry.strand else ""
        edit, line = _logged(sample, what + strand)
        yield change(edit, "disruption-duplicate", line, also="disruption-unmoderated")
        effect = sample.entry(*entry.route, "effect")
        if effect and not (entry.note or entry.outcome):
            line = sample.line_of(*entry.route, "disruption")
            yield change(_left_out(sample, effect), "disruption-no-effect", line)


def ways_round(sample: Sample) -> Changes:
    """A draft for ever, a start that moves or is gone, no tier, no type, a tactic of no kind."""
    plan = sample.plan
    yield change(_put(sample, ("status",), "draft"), "draft-long", sample.line_of("status"))
    for name, rule in (("starts", "starts-missing"), ("ends", "")):
        entry = sample.entry(name)
        if entry and rule:
            line = sample.line_of(name, gone=entry.route)
            yield change(_left_out(sample, entry), rule, line)
    if plan.starts:
        edit, line = _put(sample, ("starts",), _ago(3)), sample.line_of("starts")
        also = "disruption-before-plan"
        yield change(edit, "log-before-plan", line, also=also)
    for name, rule in (("tier", "tier-missing"), ("areas", "threat-untyped")):
        entry = sample.entry("threat", name)
        broad = plan.threat and plan.threat.type in ("place", "thematic")
        settled = plan.is_settled(AS_OF, sample.context.policy)
        if entry and settled and not (name == "areas" and broad):
            line = sample.line_of(*entry.route, gone=entry.route)
            yield change(_left_out(sample, entry), rule, line)
    for tactic in plan.pursue:
        entry = sample.entry(*tactic.route, "kind")
        if entry and plan.is_live(tactic) and not plan.awaits_court(tactic):
            lines = (sample.line_of(*tactic.route, gone=entry.route), sample.line_of(*tactic.route))
            yield change(_left_out(sample, entry), "tactic-no-kind", *lines, also="finance-none")


def people_at_risk(sample: Sample) -> Changes:
    """No safeguarding, no referral considered, children of whom only the words speak."""
    threat, plan = sample.plan.threat, sample.plan
    if threat is None or not plan.exploits:
        return
    whole, nrm = sample.entry("safeguarding"), sample.entry("safeguarding", "nrm_considered")
    if whole:
        lines = [sample.line_of("threat", "areas", gone=whole.route)]
        also = "enforcement-no-safeguarding"
        yield change(_left_out(sample, whole), "safeguarding-missing", *lines, also=also)
    harmed = threat.cyp_at_risk and threat.victims not in (None, "none known")
    if nrm and (harmed or {"msht", "csae"} & {*threat.areas}):
        line = sample.line_of(*nrm.route, gone=nrm.route)
        yield change(_left_out(sample, nrm), "nrm-not-considered", line)


def asked_and_impact(sample: Sample) -> Changes:
    """A request that nobody answers; an assessment of another year; a risk that nobody owns."""
    plan = sample.plan
    calls: list[Request | Bid] = [r for r in plan.requests if r.status == "sent"]
    calls += [bid for bid in plan.bids if not bid.result]
    for call in calls:
        at = (*call.route, "asked_on")
        about = plan.entries_about(call.id)
        if sample.node(*at) and not about:
            edit, line = _put(sample, at, _ago(120)), sample.line_of(*call.route)
            yield change(edit, "request-unanswered", line, also="blocked-no-escalation")
            yield harmless(edit, _logged(sample, f"ref: {call.id}, note: Asked again")[0])
    at = ("community_impact", "date")
    live = [t for t in plan.live_tactics if t.kind == "enforcement"]
    if sample.node(*at):
        edit = _put(sample, at, _ago(366))
        line = sample.line_of(*at)
        yield change(edit, "community-impact-old", line) if live else harmless(edit)
    for risk in plan.risks:
        yield from _risk(sample, risk.route)


def _risk(sample: Sample, route: Route) -> Iterator[Change]:
    for name in ("owner", "controls"):
        entry = sample.entry(*route, name)
        accepted = sample.node(*route, "accepted_on")
        if entry and not (name == "controls" and accepted):
            line = sample.line_of(*route, gone=entry.route)
            yield change(_left_out(sample, entry), "risk-incomplete", line)
