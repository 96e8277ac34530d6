"""Plans that are well formed and say the wrong thing: when, who, how marked, what came of it.

What each rule asks for is taken from its page of the manual, DOMAIN.md and OFFICER.md.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from itertools import pairwise

from tests.mutation.facts import AS_OF, POLICE, Facts, Item
from tests.mutation.fields import to_next_item
from tests.mutation.mutant import Changes, change, harmless
from tests.mutation.sample import STRANDS, Edit, Route, Sample, number


def _ago(days: int) -> str:
    return (AS_OF - dt.timedelta(days)).isoformat()


def _put(sample: Sample, route: Route, text: str) -> Edit:
    """Another value in place of the one at a route."""
    node = sample.node(*route)
    assert node is not None, route
    return Edit(node.start, node.end, text)


def _added(sample: Sample, route: Route, field: str) -> tuple[Edit, int]:
    """One more field at the end of a group or of an item, and the line on which it stands."""
    holder = sample.node(*route) if route else sample.root
    assert holder is not None, route
    last = holder.entries[-1]
    end, line = last.value.end, sample.line(last.value.end)
    if holder.style == "{":
        return Edit(end, end, f", {field}"), line
    end = sample.text.find("\n", end)
    return Edit(end, end, "\n" + " " * sample.column(last.key.start) + field), line + 1


def _logged(sample: Sample, *entries: str) -> tuple[Edit, int]:
    """More entries at the end of the log, and the line of the first."""
    log = sample.node("log")
    assert log is not None
    dash = sample.text.rindex("-", 0, log.items[-1].start)
    end = sample.text.find("\n", log.end)
    lines = (f"\n{' ' * sample.column(dash)}- {{{entry}}}" for entry in entries)
    return Edit(end, end, "".join(lines)), sample.line(log.end) + 1


# When


def deadline_passed(sample: Sample) -> Changes:
    """A live tactic is late; if the log has moved it, the tactic or the entry may be pointed at."""
    facts = Facts(sample)
    for tactic in facts.live:
        field = "due" if facts.day(tactic, "due") else "next_check"
        said = facts.day(tactic, field)
        if said:
            lines = {sample.line_of(*tactic.route, field), sample.line_of(*said.route, field)}
            for days, rule in ((1, "tactic-overdue"), (60, "tactic-long-overdue")):
                yield change(_put(sample, (*said.route, field), _ago(days)), rule, *lines)
            yield harmless(_put(sample, (*said.route, field), _ago(0)))


def deadline_moved_into_the_past(sample: Sample) -> Changes:
    """An entry in haste puts a tactic off to a day that is gone."""
    facts = Facts(sample)
    for tactic in facts.live:
        field = "due" if facts.day(tactic, "due") else "next_check"
        words = f"date: {_ago(0)}, ref: {tactic['id']}, {field}: {_ago(5)}"
        edit, line = _logged(sample, words)
        yield change(edit, "tactic-overdue", line, sample.line_of(*tactic.route, field))


def due_after_plan_ends(sample: Sample) -> Changes:
    """A tactic goes on beyond the plan."""
    facts = Facts(sample)
    ends = sample.data.get("ends")
    for tactic in facts.live:
        said = facts.day(tactic, "due")
        if said and ends:
            after = dt.date.fromisoformat(ends) + dt.timedelta(1)
            lines = {sample.line_of(*tactic.route, "due"), sample.line_of(*said.route, "due")}
            edit = _put(sample, (*said.route, "due"), after.isoformat())
            yield change(edit, "tactic-due-after-plan-end", *lines)


def review_passed(sample: Sample) -> Changes:
    """The day last agreed for a review has gone by."""
    facts = Facts(sample)
    held = (*facts.agreed[-1].route, "next_review") if facts.agreed else ("next_review",)
    yield change(_put(sample, held, _ago(3)), "review-overdue", sample.line_of(*held))
    yield harmless(_put(sample, held, _ago(0)))


def log_in_the_future(sample: Sample) -> Changes:
    """An entry of the log is dated tomorrow, or in a year."""
    for place in range(len(sample.data["log"])):
        route = ("log", place, "date")
        for days in (-1, -365):
            yield change(
                _put(sample, route, _ago(days)), "log-future-dated", sample.line_of(*route)
            )


def disruption_before_plan(sample: Sample) -> Changes:
    """A disruption from before there was a plan."""
    before = dt.date.fromisoformat(sample.data["starts"]) - dt.timedelta(1)
    for entry in Facts(sample).log:
        if entry["disruption"]:
            route = (*entry.route, "date")
            edit = _put(sample, route, before.isoformat())
            yield change(edit, "disruption-before-plan", sample.line_of(*route))


def order_expired(sample: Sample) -> Changes:
    """The order that a live tactic monitors has run out, or will in four weeks."""
    for tactic in Facts(sample).live:
        if tactic["order"] and "expires" not in tactic["order"]:
            for days in (1, 0, -28):
                edit, line = _added(sample, (*tactic.route, "order"), f"expires: {_ago(days)}")
                yield change(edit, "order-expiring", line)
            yield harmless(_added(sample, (*tactic.route, "order"), f"expires: {_ago(-29)}")[0])


def score_old(sample: Sample) -> Changes:
    """The threat was last scored too long ago."""
    scores = sample.data["threat"].get("scores", [])
    routes: list[Route] = [("threat", "scores", place, "date") for place in range(len(scores))]
    lines = [sample.line_of(*route) for route in routes]
    ages = {"score-stale": "score_days", "score-long-stale": "score_cap_days"}
    for rule, most in ages.items() if scores else ():
        edits = [_put(sample, route, _ago(number(most) + 1)) for route in routes]
        yield change(edits, rule, *lines)


def old_words(sample: Sample) -> Changes:
    """The local profile, or the last talk of LRO and SIO, is too long ago."""
    facts = Facts(sample)
    if sample.node("threat", "local_profile", "date"):
        route: Route = ("threat", "local_profile", "date")
        edit = _put(sample, route, _ago(number("profile_days") + 1))
        yield change(edit, "profile-stale", sample.line_of(*route))
    talk: Route = ("investigation", "last_deconfliction")
    over = ("not started", "sentenced", "closed")
    if sample.node(*talk) and facts.data["investigation"].get("phase") not in over:
        edit = _put(sample, talk, _ago(number("deconfliction_days") + 1))
        yield change(edit, "investigation-no-deconfliction", sample.line_of(*talk))


def written_down_late_or_early(sample: Sample) -> Changes:
    """A decision recorded before it was taken, or days after."""
    for entry in Facts(sample).log:
        day = dt.date.fromisoformat(entry["date"])
        if entry["decision"] and not entry["recorded_on"]:
            for days, rule in ((-1, "decision-misdated"), (2, "late-entry")):
                written = (day + dt.timedelta(days)).isoformat()
                edit, line = _added(sample, entry.route, f"recorded_on: {written}")
                yield change(edit, rule, line)


def green_and_late(sample: Sample) -> Changes:
    """An objective rated green last, and its own day is gone."""
    for objective in Facts(sample).items("objectives"):
        words = f"date: {_ago(0)}, ref: {objective['id']}, rag: green, because: All is well"
        edit, _ = _logged(sample, words)
        if objective["by"]:
            late = _put(sample, (*objective.route, "by"), _ago(1))
            yield change([edit, late], "rag-green-but-late", sample.line_of(*objective.route))


# What came of it


def done_without_outcome(sample: Sample) -> Changes:
    """A live tactic is complete, and nobody says what came of it."""
    facts = Facts(sample)
    for tactic in facts.live:
        words = f"date: {_ago(0)}, ref: {tactic['id']}, status: complete"
        edit, line = _logged(sample, words)
        if not (facts.about(tactic["id"], "disruption") or facts.about(tactic["id"], "outcome")):
            lines = (sample.line_of(*tactic.route), line)
            yield change(edit, "tactic-done-no-outcome", *lines)


def disruption_without_lead(sample: Sample) -> Changes:
    """A disruption that nobody led, or that counts under no P."""
    for tactic in Facts(sample).tactics:
        day = f"date: {_ago(0)}"
        edit, line = _logged(sample, f"{day}, ref: {tactic['id']}, disruption: minor, effect: Lost")
        yield change(edit, "disruption-incomplete", line)
    edit, line = _logged(sample, f"{day}, disruption: minor, lead: police, effect: Lost")
    yield change(edit, "disruption-incomplete", line)


def disruption_claimed_for_long(sample: Sample) -> Changes:
    """A larger disruption is a claim to this day."""
    days = number("unmoderated_days") + 1
    start = dt.date.fromisoformat(sample.data["starts"])
    for tactic in Facts(sample).tactics:
        if start.isoformat() <= _ago(days):
            what = f"ref: {tactic['id']}, disruption: major, lead: police, effect: Lost"
            edit, line = _logged(sample, f"date: {_ago(days)}, {what}")
            yield change(edit, "disruption-unmoderated", line)


def blocked_for_long(sample: Sample) -> Changes:
    """A live tactic is blocked, and nothing was decided or asked for since."""
    facts = Facts(sample)
    days = number("unescalated_days") + 1
    asked = [r for r in facts.items("requests") if (r["asked_on"] or "") >= _ago(days)]
    for tactic in facts.live:
        said = [e for e in facts.about(tactic["id"], "status") if e["date"] >= _ago(days)]
        decided = [e for e in facts.about(tactic["id"], "decision") if e["date"] >= _ago(days)]
        if not (asked or said or decided):
            words = f"date: {_ago(days)}, ref: {tactic['id']}, status: blocked, because: No staff"
            edit, line = _logged(sample, words)
            yield change(edit, "blocked-no-escalation", sample.line_of(*tactic.route), line)


def decision_number_twice(sample: Sample) -> Changes:
    """Two decisions with one number."""
    decided = [entry for entry in Facts(sample).log if entry["decision"] and entry["id"]]
    for first, second in pairwise(decided):
        route = (*second.route, "id")
        edit = _put(sample, route, first["id"])
        yield change(edit, "decision-duplicate", sample.line_of(*route))


# Strands and objectives


def strand_emptied(sample: Sample) -> Changes:
    """Nothing is done any more under one of the four Ps, and no reason says why."""
    facts = Facts(sample)
    for strand in STRANDS:
        live = [tactic for tactic in facts.live if tactic.route[0] == strand]
        if live and strand not in facts.gaps:
            words = [f"date: {_ago(0)}, ref: {t['id']}, status: withdrawn" for t in live]
            edit, _ = _logged(sample, *words)
            yield change(edit, "strand-missing", sample.line_of(strand))
            yield change(_put(sample, (strand,), "[]"), "strand-missing", sample.line_of(strand))


def objective_deserted(sample: Sample) -> Changes:
    """All tactics serve another objective."""
    names = [objective["id"] for objective in Facts(sample).items("objectives")]
    for place, name in enumerate(names):
        if len(names) > 1:
            other = names[place - 1]
            edits = [
                Edit(node.start, node.end, other)
                for node in sample.scalars
                if node.sort == "objective" and node.text == name
            ]
            yield change(edits, "objective-orphan", sample.line_of("objectives", place))


def objective_set_by_lro(sample: Sample) -> Changes:
    """The LRO sets what the SRO should set."""
    for place, objective in enumerate(sample.data["objectives"]):
        if "set_by" not in objective:
            words = f"set_by: {sample.data['lro']}"
            edit, line = _added(sample, ("objectives", place), words)
            yield change(edit, "objective-no-sro", line)


def kind_given_up(sample: Sample) -> Changes:
    """No tactic is financial any more; none looks after victims; none manages who is released."""
    facts = Facts(sample)
    group = facts.threat.get("type") == "ocg" and "finance" not in facts.gaps
    paid = [tactic for tactic in facts.tactics if tactic["kind"] == "financial"]
    if paid and group:
        yield change(_kinds(sample, paid), "finance-none", sample.line_of("pursue"))
    caring = facts.caring()
    if caring and facts.exploits:
        yield change(_kinds(sample, caring), "victim-support-none", sample.line_of("protect"))
    managing = [tactic for tactic in facts.live if tactic["kind"] == "offender management"]
    released = facts.released_soon()
    if managing and released:
        lines = [sample.line_of(*subject.route, "release") for subject in released]
        yield change(_kinds(sample, managing), "release-no-plan", *lines)


def _kinds(sample: Sample, tactics: Iterable[Item]) -> list[Edit]:
    return [_put(sample, (*tactic.route, "kind"), "contingency") for tactic in tactics]


# Who


def same_post_twice(sample: Sample) -> Changes:
    """SRO and LRO are one post."""
    lines = sample.line_of("lro"), sample.line_of("sro")
    yield change(_put(sample, ("lro",), sample.data["sro"]), "lro-equals-sro", *lines)
    yield change(_put(sample, ("sro",), sample.data["lro"]), "lro-equals-sro", *lines)


def prevent_all_police(sample: Sample) -> Changes:
    """Every live Prevent tactic goes to a police post."""
    facts = Facts(sample)
    live = [tactic for tactic in facts.live if tactic.route[0] == "prevent"]
    if live:
        edits = [_put(sample, (*t.route, "owner"), facts.police_post) for t in live]
        yield change(edits, "prevent-police-only", sample.line_of("prevent"))


def no_partner_left(sample: Sample) -> Changes:
    """The list of partners is empty, and everything is owned by police."""
    edits = [_put(sample, ("partners",), "[]"), *_given_to_police(sample, lambda _: True)]
    if "partners" not in Facts(sample).gaps:
        yield change(edits, "partner-none", sample.line_of("partners"))


def no_caring_partner(sample: Sample) -> Changes:
    """Partners there are, but none that protects people who are exploited."""
    facts = Facts(sample)
    caring = ("local authority", "health")
    others = [o for o in sample.directory["organisations"] if o["sector"] not in (*caring, *POLICE)]
    if facts.exploits:
        words = f"[{{organisation: {others[0]['id']}}}]"
        moved = _given_to_police(sample, lambda sector: sector in caring)
        lines = {sample.line_of("threat", name) for name in ("cyp_at_risk", "areas")}
        edits = [_put(sample, ("partners",), words), *moved]
        yield change(edits, "safeguarding-partner-missing", *lines)


def partner_on_paper(sample: Sample) -> Changes:
    """A partner is listed that owns and supports nothing."""
    facts = Facts(sample)
    listed = [partner["organisation"] for partner in facts.items("partners")]
    for held in sample.directory["organisations"]:
        name = held["id"]
        if held["sector"] not in POLICE and name not in listed and not facts.parts_of(name):
            partners = sample.node("partners")
            assert partners is not None
            last = partners.items[-1]
            words = f"{{organisation: {name}}}"
            start = ", " if partners.style == "[" else to_next_item(sample, last)
            line = sample.line(last.end) + start.count("\n")
            yield change(Edit(last.end, last.end, start + words), "partner-only-listed", line)


def sro_stays_away(sample: Sample) -> Changes:
    """The SRO is at none of the last reviews."""
    facts = Facts(sample)
    last = facts.reviews[-number("sro_absent_reviews") :]
    if len(last) == number("sro_absent_reviews"):
        posts = [
            node
            for node in sample.scalars
            if node.sort == "post" and node.text == sample.data["sro"]
            if any(node.route[:2] == entry.route for entry in last)
        ]
        edits = [Edit(node.start, node.end, "ocg-coordinator") for node in posts]
        yield change(edits, "review-no-sro", *(sample.line_of(*e.route) for e in last))


def _given_to_police(sample: Sample, wanted: Callable[[str], bool]) -> list[Edit]:
    facts = Facts(sample)
    sectors = {post["id"]: facts.sector(post["organisation"]) for post in sample.directory["posts"]}
    return [
        Edit(node.start, node.end, facts.police_post)
        for node in sample.scalars
        if node.sort == "owner" and sectors[node.text] not in POLICE
        if wanted(sectors[node.text])
    ]


# Markings

MALFORMED = (
    "OFFICIAL SENSITIVE",
    "OFFICIAL - SENSITIVE",
    "OFFICIAL–SENSITIVE",
    "OFFICIAL- SENSITIVE",
    "Official-Sensitive",
    "official",
    "OFFICIALSENSITIVE",
    "RESTRICTED",
    "CONFIDENTIAL",
    "NOT PROTECTIVELY MARKED",
    "OFFICIAL-SENSITIVE PERSONAL DATA",
    "OFFICIAL-SENSITIVE - PERSONAL",
    "OFFICIAL-SENSITIVE- RECIPIENTS ONLY",
    "OFFICIAL-SENSITIVE - RECIPENTS ONLY",
    "OFFICIAL-SENSITIVE - PERSONAL DATA - RECIPIENTS ONLY",
    "OFFICIAL-SENSITIVE - PERSONAL DATA - PERSONAL DATA",
)
TOO_HIGH = ("SECRET", "TOP SECRET", "Secret", "SECRET - RECIPIENTS ONLY", "TOP-SECRET")


def marking_malformed(sample: Sample) -> Changes:
    """As printed by mistake, or as markings were before 2014."""
    line = sample.line_of("marking")
    for words in MALFORMED:
        yield change(_put(sample, ("marking",), words), "marking-malformed", line)
    marking = sample.data["marking"]
    for at in range(len(marking)):
        for slip in (marking[:at] + marking[at + 1 :], marking[:at] + marking[at] + marking[at:]):
            yield change(_put(sample, ("marking",), slip), "marking-malformed", line)


def marking_raised(sample: Sample) -> Changes:
    """Above what planc may hold."""
    for words in TOO_HIGH:
        edit = _put(sample, ("marking",), words)
        yield change(edit, "marking-too-high", sample.line_of("marking"))


def marking_lowered(sample: Sample) -> Changes:
    """An active plan without -SENSITIVE, or said to be for everybody."""
    line = sample.line_of("marking")
    if sample.data["status"] == "active":
        yield change(_put(sample, ("marking",), "OFFICIAL"), "marking-too-low", line)
    public = "OFFICIAL-SENSITIVE - FOR PUBLIC RELEASE"
    yield change(_put(sample, ("marking",), public), "marking-public-sensitive", line)


def marking_asks_for_more(sample: Sample) -> Changes:
    """A handling instruction without what it needs."""
    needs = {
        "RECIPIENTS ONLY": "recipients-only-no-list",
        "EMBARGOED": "embargo-no-time",
        "HMG USE ONLY": "hmg-use-only-partners",
    }
    met = {"RECIPIENTS ONLY": "recipients", "EMBARGOED": "embargo_until"}
    for words, rule in needs.items():
        if met.get(words) in sample.data:
            continue
        edit = _put(sample, ("marking",), f"OFFICIAL-SENSITIVE - {words}")
        yield change(edit, rule, sample.line_of("marking"))


def tactic_marked_wrong(sample: Sample) -> Changes:
    """A tactic has a marking of its own, too high or malformed."""
    for number_, tactic in enumerate(Facts(sample).tactics):
        for words, rule in (
            (TOO_HIGH[number_ % len(TOO_HIGH)], "marking-too-high"),
            (MALFORMED[number_ % len(MALFORMED)], "marking-malformed"),
        ):
            if not tactic["marking"]:
                edit, line = _added(sample, tactic.route, f"marking: {words}")
                yield change(edit, rule, line)
