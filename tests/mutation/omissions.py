"""Plans from which something was left out.

What each rule asks for is taken from its page of the manual, DOMAIN.md and OFFICER.md.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from tests.mutation.facts import AS_OF, Facts
from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import STRANDS, Edit, Entry, Route, Sample, field_at, number, path_of

Lack = tuple[str, Route]
"""A rule that fires when something is left out, and the route to the place where it does."""


def field_lost(sample: Sample) -> Changes:
    """A field that the schema requires, or a rule asks for."""
    facts = Facts(sample)
    for entry in sample.entries:
        lack = _required(sample, entry) or _governed(facts, entry)
        if lack:
            rule, route = lack
            yield change(left_out(sample, entry), rule, sample.line_of(*route, gone=entry.route))


def field_not_asked_for_lost(sample: Sample) -> Changes:
    """A field that no rule reads, or only to print it."""
    facts = Facts(sample)
    for entry in sample.entries:
        known = _required(sample, entry) or _governed(facts, entry)
        if entry.name in FREE.get(path_of(entry.holder.route), "").split() and not known:
            yield harmless(left_out(sample, entry))


def left_out(sample: Sample, entry: Entry) -> Edit:
    """The entry without a trace; all other lines stay where they are."""
    beside = entry.holder.entries
    place = beside.index(entry)
    if len(beside) == 1:
        start, end, rest = entry.holder.start, entry.holder.end, "{}"
    elif place:
        start, end, rest = beside[place - 1].value.end, entry.value.end, ""
    else:
        start, end = entry.key.start, beside[1].key.start
        rest = "" if entry.in_braces else " " * sample.column(end)
    lines = "\n" * sample.text.count("\n", start, end)
    return Edit(start, end, lines + rest)


def _required(sample: Sample, entry: Entry) -> Lack | None:
    """What the schema demands: three fields make the file a plan."""
    schema = field_at(entry.holder.route)
    if entry.name in schema.get("x-identifies", []):
        return "not-a-plan", ()
    judged = entry.name == "judgement" and sample.entry(*entry.holder.route, "measure")
    by_judgement = judged and judged.value.text == "judgement"
    if entry.name in schema.get("required", []) or by_judgement:
        return "missing-field", entry.route
    return None


# What the rules ask for


def _governed(facts: Facts, entry: Entry) -> Lack | None:
    asks = GOVERNED.get(path_of(entry.route))
    if isinstance(asks, str):
        return asks, entry.route
    return asks(facts, entry.route) if asks else None


def _if(rule: str, holds: Callable[[Facts, Route], bool], at: Route | None = None) -> "_Asks":
    return lambda facts, route: (rule, at or route) if holds(facts, route) else None


def _of_live(rule: str, *kinds: str) -> "_Asks":
    """Asked of a tactic as long as it is live; if kinds are given, of these only."""

    def asks(facts: Facts, route: Route) -> Lack | None:
        tactic = facts.at(route)
        wanted = facts.is_live(tactic) and (not kinds or tactic["kind"] in kinds)
        return (rule, route) if wanted else None

    return asks


def _no_date(facts: Facts, route: Route) -> Lack | None:
    tactic = facts.at(route)
    dated = [n for n in ("due", "next_check") if facts.day(tactic, n)]
    own = dated == [route[2]] and facts.day(tactic, str(route[2])) == tactic
    return ("tactic-no-due", route) if own and facts.is_live(tactic) else None


def _kind(facts: Facts, route: Route) -> Lack | None:
    """The only tactic of a kind that some rule looks for."""
    tactic = facts.at(route)
    same = [t for t in facts.tactics if t["kind"] == tactic["kind"]]
    group = facts.threat.get("type") == "ocg" and "finance" not in facts.gaps
    if tactic["kind"] == "financial" and group and len(same) == 1:
        return "finance-none", ("pursue",)
    if facts.exploits and facts.caring() == [tactic]:
        return "victim-support-none", ("protect",)
    managing = [t for t in same if facts.is_live(t)]
    released = facts.released_soon()
    if tactic["kind"] == "offender management" and managing == [tactic] and released:
        return "release-no-plan", (*released[0].route, "release")
    return None


def _gap(facts: Facts, route: Route) -> Lack | None:
    """A reason for an empty strand; without it the strand is empty."""
    name = str(route[1])
    if name == "finance" and len(route) == 2:
        return "finance-none", ("pursue",)
    if name in STRANDS and not [t for t in facts.live if t.route[0] == name]:
        return "strand-missing", (name,)
    return None


def _measured(facts: Facts, route: Route) -> Lack | None:
    judged = facts.at(route)["measure"] == "judgement" and route[2] != "measure"
    return None if judged else ("objective-not-measurable", route)


def _of_decision(rule: str) -> "_Asks":
    def asks(facts: Facts, route: Route) -> Lack | None:
        return (rule, (*route[:2], "decision")) if facts.at(route)["decision"] else None

    return asks


def _of_disruption(facts: Facts, route: Route) -> Lack | None:
    entry = facts.at(route)
    counted = route[2] == "ref" and entry["strand"]
    incomplete = entry["disruption"] and not counted
    return ("disruption-incomplete", (*route[:2], "disruption")) if incomplete else None


def _outcome(facts: Facts, route: Route) -> Lack | None:
    name = facts.at(route)["ref"]
    tactic = next((t for t in facts.tactics if t["id"] == name), None)
    if tactic is None or facts.status(tactic) != "complete" or facts.about(name, "disruption"):
        return None
    return (
        ("tactic-done-no-outcome", tactic.route) if len(facts.about(name, "outcome")) == 1 else None
    )


def _moderated(facts: Facts, route: Route) -> Lack | None:
    entry = facts.at(route)
    age = (AS_OF - dt.date.fromisoformat(entry["date"])).days
    asked = entry["disruption"] in ("major", "moderate") and age > number("unmoderated_days")
    return ("disruption-unmoderated", (*route[:2], "disruption")) if asked else None


def _before_enforcement(rule: str, *others: str) -> "_Asks":
    """Asked for when enforcement is due soon, unless one of the others does as well."""

    def asks(facts: Facts, route: Route) -> Lack | None:
        held = facts.data.get(route[0], {}) if len(route) == 2 else {}
        due = facts.due_within(number("look_ahead_days"))
        if not due or any(name in held for name in others if name != route[-1]):
            return None
        return rule, (*due[0].route, "due")

    return asks


def _advice(facts: Facts, route: Route) -> Lack | None:
    asked = [r for r in facts.items("requests") if r["kind"] == "advice"]
    wanted = facts.is_settled and not facts.is_most_local and not asked
    return ("soctac-none", route) if wanted else None


def _request(facts: Facts, route: Route) -> Lack | None:
    group = facts.is_settled and facts.threat.get("type") == "ocg"
    asked = [r for r in facts.items("requests") if r["kind"] == "GAIN"]
    only = facts.at(route)["kind"] == "GAIN" and len(asked) == 1
    return ("gain-not-considered", ("threat", "type")) if group and only else None


def _idle(facts: Facts, route: Route) -> Lack | None:
    """A partner whose only part in the plan this is."""
    for partner in facts.items("partners"):
        if facts.parts_of(partner["organisation"]) == {route[:3]}:
            return "partner-only-listed", partner.route
    return None


def _scored(facts: Facts, _: Route) -> bool:
    types = ("ocg", "usg", "priority individual", "vulnerability")
    pending = facts.threat.get("mapping", {}).get("status") in ("pending", "not required")
    return facts.is_settled and facts.threat.get("type") in types and not pending


_Asks = Callable[[Facts, Route], Lack | None]

GOVERNED: Mapping[str, str | _Asks] = {
    "marking": "marking-missing",
    "sro": "sro-missing",
    "lro": "lro-missing",
    "board": "no-board",
    "next_review": _if("review-missing-next", lambda facts, _: not facts.agreed),
    "team": _if("deputy-missing", lambda f, _: f.is_settled and not f.is_most_local),
    "team.deputy_lro": _if("deputy-missing", lambda f, _: f.is_settled and not f.is_most_local),
    "team.soctac": _advice,
    "threat": "threat-no-assessment",
    "threat.assessment": "threat-no-assessment",
    "threat.local_profile": _if("threat-no-local-profile", lambda facts, _: facts.is_settled),
    "threat.scores": _if("score-missing", _scored),
    "threat.scores[].confidence": _if(
        "score-no-confidence", lambda facts, route: route[2] == len(facts.threat["scores"]) - 1
    ),
    "investigation.last_deconfliction": _if(
        "investigation-no-deconfliction",
        lambda f, _: (
            f.data["investigation"].get("phase") not in ("not started", "sentenced", "closed")
        ),
    ),
    "objectives[].set_on": "objective-no-sro",
    "objectives[].measure": _measured,
    "objectives[].baseline": _measured,
    "objectives[].target": _measured,
    "objectives[].by": _measured,
    "objectives[].judgement.would_see": "objective-not-measurable",
    "objectives[].judgement.assessed_by": "objective-not-measurable",
    "objectives[].judgement.assessed_on": "objective-not-measurable",
    "tactics": "strand-missing",
    "tactics[].serves": _of_live("tactic-orphan"),
    "tactics[].owner": _of_live("tactic-no-owner"),
    "tactics[].due": _no_date,
    "tactics[].next_check": _no_date,
    "tactics[].kind": _kind,
    "tactics[].support": _idle,
    "tactics[].success": _of_live(
        "tactic-no-success-measure",
        *("enforcement", "financial", "regulatory", "civil order", "ancillary order"),
    ),
    "tactics[].power": _of_live(
        "tactic-power-missing", "enforcement", "regulatory", "civil order", "ancillary order"
    ),
    **{f"gaps.{name}": _gap for name in (*STRANDS, "finance")},
    **{f"gaps.{name}.accepted_on": _gap for name in STRANDS},
    "actions[].owner": _idle,
    "risks[].owner": _idle,
    "intelligence_gaps[].owner": "intel-gap-untasked",
    "intelligence_gaps[].tactic": "intel-gap-untasked",
    "requests[].kind": _request,
    "safeguarding": _before_enforcement("enforcement-no-safeguarding"),
    "safeguarding.plan_ref": _before_enforcement(
        "enforcement-no-safeguarding", "plan_ref", "strategy_discussion"
    ),
    "safeguarding.strategy_discussion": _before_enforcement(
        "enforcement-no-safeguarding", "plan_ref", "strategy_discussion"
    ),
    "community_impact": _before_enforcement("community-impact-missing"),
    "community_impact.ref": _before_enforcement("community-impact-missing"),
    "community_impact.date": _before_enforcement("community-impact-missing"),
    "equality_impact": _if(
        "street-gang-no-equality-check",
        lambda facts, _: facts.threat.get("type") == "usg",
        at=("threat", "type"),
    ),
    "equality_impact.ref": _if(
        "street-gang-no-equality-check",
        lambda facts, _: facts.threat.get("type") == "usg",
        at=("threat", "type"),
    ),
    "log[].because": _of_decision("decision-no-rationale"),
    "log[].rejected": _of_decision("decision-no-alternatives"),
    "log[].by": _of_decision("decision-no-decider"),
    "log[].lead": _of_disruption,
    "log[].ref": _of_disruption,
    "log[].outcome": _outcome,
    "log[].state": _moderated,
}

FREE: Mapping[str, str] = {
    "": """
        operation summary version starts ends lro_since lro_handover other_boards recipients
        foia decision_sought subjects locations investigation bids finance communications coming
        closure_test learning shares signoffs annexes
    """,
    "team": """
        coordinator sio intelligence_lead analyst financial_investigator disclosure_officer
        board_chair partner_leads
    """,
    "decision_sought": "id by when otherwise options",
    "decision_sought.options[]": "because cost recommended",
    "threat": """
        type areas tags tier partner_text likelihood phase chb_stage business_model group_size
        victims cyp_at_risk strategy_lines apmis_ref
    """,
    "threat.local_profile": "ref date",
    "threat.mapping": "mapped_on rescore_due interest lead_force",
    "threat.scores[]": "scheme version total band confidence",
    "subjects[]": "role status release lifetime_owner",
    "locations[]": "kind area",
    "investigation": "next_court_stage",
    "partners[]": "since role",
    "objectives[]": "partner_text aim",
    "tactics[]": """
        detail area aim hits support success power order marking share partner_title
        partner_text
    """,
    "tactics[].order": "type ref made_on expires review",
    "gaps.pursue": "look_again",
    "gaps.prevent": "look_again",
    "gaps.protect": "look_again",
    "gaps.prepare": "look_again",
    "gaps.partners": "look_again",
    "gaps.finance": "look_again accepted_on",
    "actions[]": "about owner raised_on raised_at due share partner_text",
    "risks[]": "likelihood impact controls owner accepted_on review",
    "intelligence_gaps[]": "requirement_ref review",
    "requests[]": "answered_on answer asked_of status",
    "bids[]": "cost asked_on asked_of result result_on answer",
    "finance": "investigator_allocated poca_considered note",
    "safeguarding": "lead nrm_considered",
    "communications": "lead reactive_lines reassurance embargo",
    "community_impact": "trigger",
    "equality_impact": "date trigger",
    "closure_test[]": "met_on",
    "learning[]": "date shared_with",
    "shares[]": """
        what gateway necessity proportionality authorised_by sanitised_by withdrawn_on
    """,
    "signoffs[]": "covers minute_ref recorded_by",
    "log[]": """
        note because value effect lead support state external_ref id rejected by ndm board view
        recorded_on
    """,
    "log[].ndm": "code_of_ethics information assessment powers_policy options action_review",
}
"""What a plan may lack without a word, by what holds it. What is neither here nor above hangs on
several places at once."""
