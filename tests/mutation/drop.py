"""Plans from which a field was left out: what asks for it, and silence where nothing does."""

from collections.abc import Callable, Mapping

from planc.model.tactic import STRANDS, Tactic
from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import AS_OF, Edit, Entry, Route, Sample, field_at, path_of

Lack = tuple[str, Route]
"""A rule that fires when something is left out, and the route to the place where it does."""

Asks = Callable[[Sample, Route], "Lack | bool"]
"""Whether a rule asks for what stands at a route in this sample, or which one, and where."""

FOLLOWS = "partner-only-listed objective-orphan rag-green-but-late strand-missing dangling-id"
FOLLOWS += " finance-none victim-support-none release-no-plan disruption-incomplete"
FOLLOWS += " safeguarding-missing tier-missing prevent-police-only"
FOLLOWS += " tactic-overdue tactic-long-overdue tactic-no-status"
"""What is said besides, and rightly, when an owner, a link or a strand is gone."""


def required(sample: Sample) -> Changes:
    """A field that the schema requires; three of them make the file a plan."""
    for entry in sample.entries:
        if _is_required(sample, entry):
            top = entry.name in field_at(entry.holder.route).get("x-identifies", [])
            line = sample.line_of(*(() if top else entry.route), gone=entry.route)
            rule = "not-a-plan" if top else "missing-field"
            yield change(_left_out(sample, entry), rule, line, also="score-no-confidence")


def asked_for(sample: Sample) -> Changes:
    """A field that a rule asks for."""
    for entry in sample.entries:
        if lack := _lack(sample, entry):
            rule, route = lack
            line = sample.line_of(*route, gone=entry.route)
            yield change(_left_out(sample, entry), rule, line, also=FOLLOWS)


def asked_for_by_none(sample: Sample) -> Changes:
    """A field that no rule asks for in this plan."""
    for entry in sample.entries:
        unsure = path_of(entry.route) in UNSURE.split()
        of_ids = [e for item in entry.value.items for e in item.entries if e.name == "id"]
        if not (unsure or of_ids or _is_required(sample, entry) or _lack(sample, entry)):
            yield harmless(_left_out(sample, entry))


def _left_out(sample: Sample, entry: Entry) -> Edit:
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


def _is_required(sample: Sample, entry: Entry) -> bool:
    judged = sample.entry(*entry.holder.route, "measure") if entry.name == "judgement" else None
    by_judgement = judged is not None and judged.value.text == "judgement"
    return by_judgement or entry.name in field_at(entry.holder.route).get("required", [])


def _lack(sample: Sample, entry: Entry) -> Lack | None:
    rule, asks = ASKED.get(path_of(entry.route), ("", None))
    found = asks(sample, entry.route) if asks else bool(rule)
    return (rule, entry.route) if found is True else found or None


# When a rule asks


def _tactic(sample: Sample, route: Route) -> Tactic:
    return next(tactic for tactic in sample.plan.tactics if tactic.route == route[:2])


def _live(*kinds: str) -> Asks:
    """A tactic is live; if kinds are given, one of these."""

    def asks(sample: Sample, route: Route) -> bool:
        tactic = _tactic(sample, route)
        return sample.plan.is_live(tactic) and (not kinds or tactic.kind in kinds)

    return asks


def _only_date(sample: Sample, route: Route) -> bool:
    tactic, plan = _tactic(sample, route), sample.plan
    other = plan.next_check_of(tactic) if route[2] == "due" else plan.due_of(tactic)
    waits = plan.awaits_court(tactic)  # which sets the day itself
    return (
        plan.is_live(tactic) and not waits and not other and not plan.move_of(tactic, str(route[2]))
    )


def _gap(sample: Sample, route: Route) -> Lack | bool:
    """A reason for what is not done; without it the strand is empty."""
    empty = not any(tactic.strand == route[1] for tactic in sample.plan.live_tactics)
    return ("strand-missing", (str(route[1]),)) if empty else False


def _measured(sample: Sample, route: Route) -> bool:
    objective = next(o for o in sample.plan.objectives if o.route == route[:2])
    return objective.measure != "judgement" or len(route) == 4 or route[2] == "measure"


def _decided(name: str) -> Asks:
    """An entry is a decision, and the headings of the NDM do not say it either."""

    def asks(sample: Sample, route: Route) -> Lack | bool:
        entry = next(entry for entry in sample.plan.log if entry.route == route[:2])
        under = {"because": entry.ndm, "rejected": entry.ndm and entry.ndm.options}
        asked = entry.decision and not under.get(str(route[2]))
        return (name, (*route[:2], "decision")) if asked else False

    return asks


def _disrupted(sample: Sample, route: Route) -> Lack | bool:
    entry = next(entry for entry in sample.plan.log if entry.route == route[:2])
    asked = entry.disruption and not (route[2] == "ref" and entry.strand)
    return ("disruption-incomplete", (*route[:2], "disruption")) if asked else False


def _moderated(sample: Sample, route: Route) -> Lack | bool:
    entry = next(entry for entry in sample.plan.log if entry.route == route[:2])
    most = sample.context.policy.numbers.unmoderated_days
    long_ago = entry.date is not None and (AS_OF - entry.date).days > most
    asked = long_ago and entry.disruption in ("major", "moderate")
    return ("disruption-unmoderated", (*route[:2], "disruption")) if asked else False


def _before_enforcement(rule: str, *others: str) -> Asks:
    """Enforcement is due soon, and none of the others does as well."""

    def asks(sample: Sample, route: Route) -> Lack | bool:
        coming = sample.plan.next_enforcement(AS_OF, sample.context.policy.numbers.look_ahead_days)
        live = (t for t in sample.plan.live_tactics if t.kind == "enforcement")
        enduring = next((t for t in live if not sample.plan.due_of(t)), None)
        if coming is None and enduring and not others:
            return rule, (*enduring.route, "next_check")
        held = [name for name in others if len(route) > 1 and sample.node(route[0], name)]
        if coming is None or [name for name in held if name != route[-1]]:
            return False
        return rule, (*coming[0].route, "due")

    return asks


def _settled(sample: Sample, _: Route) -> bool:
    return sample.plan.is_settled(AS_OF, sample.context.policy)


def _wider(sample: Sample, route: Route) -> bool:
    """The threat is owned above the last of the tiers."""
    last = sample.context.policy.tiers[-1].name
    return _settled(sample, route) and sample.plan.tier not in (None, last)


def _scored(sample: Sample, route: Route) -> bool:
    threat = sample.plan.threat
    return _settled(sample, route) and threat is not None and threat.is_scored


def _untyped(sample: Sample, route: Route) -> bool:
    """A type is asked for; an area too, but not of a place or a theme."""
    threat = sample.plan.threat
    broad = threat is not None and threat.type in ("place", "thematic")
    return _settled(sample, route) and not (route[-1] == "areas" and broad)


def _open(name: str) -> Asks:
    """An action is open, and the log does not say it either."""

    def asks(sample: Sample, route: Route) -> bool:
        action = next(action for action in sample.plan.actions if action.route == route[:2])
        return sample.plan.is_live(action) and not sample.plan.move_of(action, name)

    return asks


def _unaccepted(sample: Sample, route: Route) -> bool:
    return sample.node(*route[:2], "accepted_on") is None


def _shared(sample: Sample, route: Route) -> Lack | bool:
    """Words for partners of a live item, which nobody is to see without this."""
    item = next(item for item in sample.plan.tracked if item.route == route[:2])
    words = next((n for n in ("partner_text", "partner_title") if getattr(item, n, None)), None)
    asked = words and sample.plan.is_live(item)
    return ("partner-words-unshared", (*route[:2], str(words))) if asked else False


def _told(sample: Sample, route: Route) -> Lack | bool:
    """The effect of a disruption, where nothing else in the entry says it."""
    entry = next(entry for entry in sample.plan.log if entry.route == route[:2])
    asked = entry.disruption and entry.state != "rejected" and not (entry.note or entry.outcome)
    return ("disruption-no-effect", (*route[:2], "disruption")) if asked else False


def _held(sample: Sample, route: Route) -> bool:
    subject = next(one for one in sample.plan.subjects if one.route == route[:2])
    if route[-1] == "release":
        return subject.status == "serving"
    return subject.role == "leader" and subject.status in ("serving", "licence")


def _street(sample: Sample, _: Route) -> Lack | bool:
    gang = sample.plan.threat and sample.plan.threat.type == "usg"
    return ("street-gang-no-equality-check", ("threat", "type")) if gang else False


def _talking(sample: Sample, _: Route) -> bool:
    held = sample.plan.investigation
    return held is not None and held.phase not in ("not started", "sentenced", "closed")


_ENFORCING = ("enforcement", "regulatory", "civil order", "ancillary order")
_SAFE = _before_enforcement("enforcement-no-safeguarding", "plan_ref", "strategy_discussion")
_IMPACT = ("", _before_enforcement("community-impact-missing"))

ASKED: Mapping[str, tuple[str, Asks | None]] = {
    "marking": ("marking-missing", None),
    "sro": ("sro-missing", None),
    "lro": ("lro-missing", None),
    "board": ("no-board", None),
    "next_review": ("review-missing-next", lambda s, _: not any(e.next_review for e in s.plan.log)),
    "team": ("deputy-missing", _wider),
    "team.deputy_lro": ("deputy-missing", _wider),
    "threat": ("threat-no-assessment", None),
    "threat.assessment": ("threat-no-assessment", None),
    "threat.local_profile": ("threat-no-local-profile", _settled),
    "threat.scores": ("score-missing", _scored),
    "threat.scores[].confidence": (
        "score-no-confidence",
        lambda s, route: s.node(*route[:2], int(route[2]) + 1) is None,
    ),
    "starts": ("starts-missing", None),
    "threat.tier": ("tier-missing", _settled),
    "threat.type": ("threat-untyped", _untyped),
    "threat.areas": ("threat-untyped", _untyped),
    "subjects[].release": ("release-missing", _held),
    "subjects[].lifetime_owner": ("leader-unmanaged", _held),
    "actions[].owner": ("action-no-owner", _open("owner")),
    "actions[].due": ("action-no-due", _open("due")),
    "actions[].share": ("", _shared),
    "tactics[].share": ("", _shared),
    "risks[].controls": ("risk-incomplete", _unaccepted),
    "log[].effect": ("", _told),
    "investigation.last_deconfliction": ("investigation-no-deconfliction", _talking),
    "objectives[].set_on": ("objective-no-sro", None),
    **{
        f"objectives[].{name}": ("objective-not-measurable", _measured)
        for name in ("measure", "baseline", "target", "by")
    },
    **{
        f"objectives[].judgement.{name}": ("objective-not-measurable", None)
        for name in ("would_see", "assessed_by", "assessed_on")
    },
    "tactics": ("strand-missing", None),
    "tactics[].serves": ("tactic-orphan", _live()),
    "tactics[].owner": ("tactic-no-owner", _live()),
    "tactics[].due": ("tactic-no-due", _only_date),
    "tactics[].next_check": ("tactic-no-due", _only_date),
    "tactics[].success": ("tactic-no-success-measure", _live(*_ENFORCING, "financial")),
    "tactics[].power": ("tactic-power-missing", _live(*_ENFORCING)),
    **{f"gaps.{name}": ("", _gap) for name in STRANDS},
    **{f"gaps.{name}.accepted_on": ("", _gap) for name in STRANDS},
    "intelligence_gaps[].owner": ("intel-gap-untasked", None),
    "intelligence_gaps[].tactic": ("intel-gap-untasked", None),
    "safeguarding": ("", _SAFE),
    "safeguarding.plan_ref": ("", _SAFE),
    "safeguarding.strategy_discussion": ("", _SAFE),
    "community_impact": _IMPACT,
    "community_impact.ref": _IMPACT,
    "community_impact.date": _IMPACT,
    "equality_impact": ("", _street),
    "equality_impact.ref": ("", _street),
    "log[].because": ("", _decided("decision-no-rationale")),
    "log[].rejected": ("", _decided("decision-no-alternatives")),
    "log[].by": ("", _decided("decision-no-decider")),
    "log[].lead": ("", _disrupted),
    "log[].ref": ("", _disrupted),
    "log[].state": ("", _moderated),
}

UNSURE = """
    gaps gaps.partners gaps.finance partners log team.soctac
    tactics[].owner tactics[].support tactics[].kind actions[].owner risks[].owner
    tactics[].partner_text actions[].partner_text requests[].kind recipients
    log[].status log[].outcome log[].disruption log[].due log[].next_check log[].rag
    log[].review log[].next_review log[].present log[].ref log[].decision log[].board
    safeguarding safeguarding.plan_ref safeguarding.nrm_considered threat.cyp_at_risk
    safeguarding.strategy_discussion signoffs signoffs[].covers log[].because log[].note
    log[].value requests[].status requests[].answered_on requests[].answer bids[].result
    bids[].answer risks[].controls objectives[].judgement.assessed_on team.board_chair
    objectives[].partner_text actions[].raised_at tactics[].status log[].view
"""
"""What is asked for only where nothing else in the plan does as well, such as the only tactic of a
kind, or the last word of the log. Lists of what has ids are left out too: the log refers to it."""
