"""Plans -> findings: runs the rules, and signs what they and the reader have found.

Only here does a problem get its rule's name, its severity and its place, and only here does the
force's policy have a say.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Protocol

from planc.model.baseline import OlderOfPlan
from planc.model.crumbs import crumbs, item_crumbs, object_id, object_ids
from planc.model.document import Document, Point, Route, Span, value_at
from planc.model.finding import Finding, Place, Problem, Severity, problem
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.model.portfolio import Clue, Given, PlanFile
from planc.model.rule import Declared, in_preview, manual, message, rule_name, shipped
from planc.model.set_aside import Case, Standing
from planc.model.words import cut, nearest
from planc.resources import schema
from planc.rules import (
    agreement_expiring,
    annex_named,
    archive_no_closure,
    blocked_no_escalation,
    board_action_unanswered,
    board_calendar_ended,
    chb_build_police_only,
    chb_hold_missing,
    community_impact_missing,
    decision_duplicate,
    decision_misdated,
    decision_no_alternatives,
    decision_no_decider,
    decision_no_rationale,
    deputy_missing,
    disruption_before_plan,
    disruption_incomplete,
    disruption_unmoderated,
    duplicate_ref,
    embargo_no_time,
    enforcement_no_safeguarding,
    finance_none,
    gain_not_considered,
    hmg_use_only_partners,
    intel_gap_untasked,
    investigation_no_deconfliction,
    late_entry,
    log_future_dated,
    lro_equals_sro,
    lro_missing,
    lro_overload,
    marking_malformed,
    marking_missing,
    marking_public_sensitive,
    marking_too_high,
    marking_too_low,
    no_board,
    objective_no_sro,
    objective_none,
    objective_not_measurable,
    objective_orphan,
    objective_vague_verb,
    order_expiring,
    owner_overload,
    owner_unknown,
    partner_asked_twice,
    partner_no_agreement,
    partner_none,
    partner_only_listed,
    partner_words_betray,
    partner_words_missing,
    partner_words_small_number,
    prevent_none,
    prevent_police_only,
    profile_stale,
    rag_green_but_late,
    recipients_only_no_list,
    release_no_plan,
    review_missing_next,
    review_no_sro,
    review_overdue,
    review_without_board,
    safeguarding_partner_missing,
    score_changed_no_review,
    score_long_stale,
    score_missing,
    score_no_confidence,
    score_stale,
    soctac_none,
    sro_missing,
    strand_missing,
    strand_stalled,
    street_gang_no_equality_check,
    tactic_done_no_outcome,
    tactic_due_after_plan_end,
    tactic_long_overdue,
    tactic_no_due,
    tactic_no_owner,
    tactic_no_success_measure,
    tactic_orphan,
    tactic_overdue,
    tactic_power_missing,
    threat_no_assessment,
    threat_no_local_profile,
    victim_support_none,
)
from planc.rules.baseline import baseline_expired, baseline_too_long
from planc.rules.structure import (
    alias,
    anchor,
    backslash_in_quotes,
    colon_in_text,
    comma_in_text,
    dangling_id,
    directive,
    duplicate_id,
    duplicate_key,
    empty_file,
    empty_value,
    forbidden_character,
    impossible_date,
    indentation,
    malformed_value,
    merge_key,
    missing_colon,
    missing_field,
    missing_space,
    not_a_plan,
    post_unknown,
    quotes_advised,
    quotes_needed,
    several_documents,
    tab,
    tag,
    text_after_quote,
    too_large,
    too_long,
    unclosed_bracket,
    unclosed_quote,
    unknown_field,
    unknown_value,
    unopened_mark,
    unreadable_file,
    unreadable_line,
    wrong_encoding,
    wrong_type,
)
from planc.rules.waivers import (
    waiver_ends_soon,
    waiver_expired,
    waiver_not_allowed,
    waiver_self_approved,
    waiver_too_long,
    waiver_unknown,
    waiver_unused,
)
from planc.rules.words import (
    personal_data,
    personal_data_hint,
    restricted_text,
    restricted_text_hint,
)


class Rule(Declared, Protocol):
    """A rule about one plan: `check` yields a problem for each place where it does not hold."""

    def check(self, plan: Plan, given: Given, /) -> Iterator[Problem]: ...


class PortfolioRule(Declared, Protocol):
    """A rule about all the plans of a repository together.

    `gather` takes from each plan what the rule needs; `judge` gets the clues that are about one
    thing, in order of files, and yields those that make a problem, with what fills its words.
    """

    def gather(self, plan: Plan, given: Given, /) -> Iterator[Clue]: ...

    def judge(
        self, clues: Sequence[Clue], given: Given, /
    ) -> Iterator[tuple[Clue, dict[str, str]]]: ...


class TextRule(Declared, Protocol):
    """A rule about words, wherever in a file they stand."""

    def finds(self, text: str, given: Given, /) -> bool: ...


class TextRefusal(TextRule, Protocol):
    """A rule about words that is asked first which places in a file deserve a closer look."""

    def suspects(self, text: str, /) -> Sequence[Point]: ...


class WaiverRule(Declared, Protocol):
    """A rule about one waiver of a plan, and what there is for it to set aside."""

    def check(self, case: Case, given: Given, /) -> Iterator[Problem]: ...


class BaselineRule(Declared, Protocol):
    """A rule about the baseline: its plans that still have findings on the list, and how many."""

    def check(
        self, met: Sequence[tuple[OlderOfPlan, int]], given: Given, /
    ) -> Iterator[Problem]: ...


STRUCTURE: tuple[Declared, ...] = (
    # the file and its characters
    unreadable_file,
    too_large,
    empty_file,
    wrong_encoding,
    forbidden_character,
    tab,
    # lines that cannot be read
    unclosed_quote,
    text_after_quote,
    quotes_needed,
    backslash_in_quotes,
    colon_in_text,
    comma_in_text,
    missing_space,
    missing_colon,
    indentation,
    unclosed_bracket,
    unreadable_line,
    # what a plan does not use
    duplicate_key,
    several_documents,
    directive,
    anchor,
    alias,
    merge_key,
    tag,
    # fields and values
    not_a_plan,
    unknown_field,
    missing_field,
    empty_value,
    unknown_value,
    wrong_type,
    malformed_value,
    impossible_date,
    too_long,
    dangling_id,
    duplicate_id,
    post_unknown,
    quotes_advised,
    unopened_mark,
)

RULES: tuple[Rule, ...] = (
    # coverage of the 4Ps
    strand_missing,
    prevent_none,
    strand_stalled,
    finance_none,
    victim_support_none,
    # objectives
    objective_none,
    objective_no_sro,
    objective_orphan,
    objective_not_measurable,
    objective_vague_verb,
    rag_green_but_late,
    # tactics
    tactic_orphan,
    tactic_no_owner,
    owner_unknown,
    tactic_no_due,
    tactic_overdue,
    tactic_long_overdue,
    tactic_due_after_plan_end,
    tactic_no_success_measure,
    tactic_power_missing,
    tactic_done_no_outcome,
    blocked_no_escalation,
    order_expiring,
    # people and accountability
    sro_missing,
    lro_missing,
    lro_equals_sro,
    deputy_missing,
    soctac_none,
    investigation_no_deconfliction,
    # threat, score, subjects
    threat_no_assessment,
    threat_no_local_profile,
    profile_stale,
    score_missing,
    score_stale,
    score_long_stale,
    score_no_confidence,
    score_changed_no_review,
    intel_gap_untasked,
    release_no_plan,
    # boards and reviews
    no_board,
    review_missing_next,
    review_overdue,
    review_without_board,
    review_no_sro,
    board_action_unanswered,
    archive_no_closure,
    # partners and place
    partner_none,
    partner_only_listed,
    partner_words_missing,
    partner_words_betray,
    partner_words_small_number,
    partner_no_agreement,
    prevent_police_only,
    safeguarding_partner_missing,
    chb_build_police_only,
    chb_hold_missing,
    gain_not_considered,
    # harm and impact
    enforcement_no_safeguarding,
    community_impact_missing,
    street_gang_no_equality_check,
    # the log
    log_future_dated,
    disruption_incomplete,
    disruption_unmoderated,
    disruption_before_plan,
    decision_no_rationale,
    decision_no_alternatives,
    decision_no_decider,
    decision_duplicate,
    decision_misdated,
    late_entry,
    # marking, and what no edition but the author's has
    marking_missing,
    marking_malformed,
    marking_too_high,
    marking_too_low,
    marking_public_sensitive,
    recipients_only_no_list,
    embargo_no_time,
    hmg_use_only_partners,
    annex_named,
)

PORTFOLIO_RULES: tuple[PortfolioRule, ...] = (
    duplicate_ref,
    lro_overload,
    owner_overload,
    board_calendar_ended,
    partner_asked_twice,
    agreement_expiring,
)

# Each refusal with the hint that speaks where it has nothing to say.
TEXT_RULES: tuple[tuple[TextRefusal, TextRule], ...] = (
    (personal_data, personal_data_hint),
    (restricted_text, restricted_text_hint),
)
ABOUT_WORDS: tuple[TextRule, ...] = tuple(rule for pair in TEXT_RULES for rule in pair)

WAIVER_RULES: tuple[WaiverRule, ...] = (
    waiver_unknown,
    waiver_not_allowed,
    waiver_self_approved,
    waiver_too_long,
    waiver_ends_soon,
    waiver_expired,
    waiver_unused,
)

BASELINE_RULES: tuple[BaselineRule, ...] = (baseline_expired, baseline_too_long)

EVERY_RULE: tuple[Declared, ...] = (
    *RULES,
    *PORTFOLIO_RULES,
    *ABOUT_WORDS,
    *WAIVER_RULES,
    *BASELINE_RULES,
    *STRUCTURE,
)
BY_NAME: Mapping[str, Declared] = {rule_name(rule): rule for rule in EVERY_RULE}

PORTFOLIO_NAMES = frozenset(rule_name(rule) for rule in PORTFOLIO_RULES)
FIXED: Mapping[str, Severity] = {
    name: rule.SEVERITY
    for name, rule in BY_NAME.items()
    if shipped(rule) is Severity.REFUSAL or rule in (*WAIVER_RULES, *BASELINE_RULES)
}
"""The rules whose findings nothing sets aside: refusals, and those about setting aside itself."""


class Linter:
    """Lints files one after another, and what they say together at the end.

    Nothing of a file is kept but its findings, its waivers and the clues for the portfolio rules,
    so memory does not grow with the number of plans. `whole` says whether the portfolio rules will
    run. `waivers` are those of the plans linted so far, ready for when every finding is known.
    """

    def __init__(self, given: Given, *, whole: bool = True) -> None:
        self._given = given
        self._severities = severities(given.policy)
        self._clues: dict[str, dict[str, list[Clue]]] = {}
        self._waivable = {n: held for n, held in self._severities.items() if n not in FIXED}
        if not whole:
            self._waivable |= dict.fromkeys(PORTFOLIO_NAMES)
        self.waivers: list[Standing] = []

    def lint(self, file: PlanFile) -> list[Finding]:
        """The findings about one file, in order of place."""
        file, words = self._withholding(file)
        found = [
            finding
            for rule, said in (*words, *_problems(file, self._given))
            if (finding := self._signed(file, rule, said))
        ]
        if file.plan is not None:
            self._gather(file, file.plan)
            self.waivers += self._standing(file, file.plan)
        return sorted(found, key=lambda finding: finding.order)

    def _withholding(self, file: PlanFile) -> tuple[PlanFile, list[tuple[Declared, Problem]]]:
        """The file, with what may not stand in it kept from every message; and what that is."""
        words = list(_in_words(file, self._given))
        if words:
            file = replace(file, withheld=frozenset(_lines(file, words)))
        return file, words

    def _gather(self, file: PlanFile, plan: Plan) -> None:
        for rule in PORTFOLIO_RULES:
            name = rule_name(rule)
            if self._severities[name] is None:
                continue
            about = self._clues.setdefault(name, {})
            for clue in rule.gather(plan, self._given):
                if not _explained(file, rule, clue.said):
                    clue = replace(clue, path=file.path, plan=plan.ref or file.path)
                    about.setdefault(clue.about, []).append(clue)

    def lint_together(self, again: Callable[[str], PlanFile]) -> list[Finding]:
        """The findings of the portfolio rules; only right once every plan has been linted.

        `again` reads a plan by its path once more: no plan is kept for the few that are found.
        """
        told: dict[str, list[tuple[Declared, Problem]]] = {}
        for rule in PORTFOLIO_RULES:
            for clues in self._clues.get(rule_name(rule), {}).values():
                for clue, blanks in rule.judge(clues, self._given):
                    said = replace(clue.said, blanks={**clue.said.blanks, **blanks})
                    told.setdefault(clue.path, []).append((rule, said))
        found = []
        for path, pairs in told.items():
            file, _ = self._withholding(again(path))
            found += [self._signed(file, rule, said) for rule, said in pairs]
        return sorted(filter(None, found), key=lambda finding: finding.order)

    def _standing(self, file: PlanFile, plan: Plan) -> Iterator[Standing]:
        """The waivers of a plan, each with what will be said of it, used or idle."""
        if not plan.waivers or file.document is None or not isinstance(file.document.data, dict):
            return
        sections = {n: held for n, held in file.document.data.items() if n != "waivers"}
        objects = {*object_ids(sections), *schema("plan")["properties"], "plan"}
        certain = all(route[:1] == ("waivers",) for route in file.document.spoiled)
        for waiver in plan.waivers:
            used, idle = (
                tuple(
                    self._judged(
                        file, Case(waiver, plan, self._waivable, FIXED, objects, certain, found)
                    )
                )
                for found in (True, False)
            )
            yield Standing(file.path, waiver, used, idle)

    def _judged(self, file: PlanFile, case: Case) -> Iterator[Finding]:
        for rule in WAIVER_RULES:
            for said in rule.check(case, self._given):
                if finding := self._signed(file, rule, said):
                    yield finding

    def lint_baseline(
        self, file: PlanFile, met: Sequence[tuple[OlderOfPlan, int]]
    ) -> list[Finding]:
        """The findings about the baseline, once it is known which findings are on it."""
        return [
            finding
            for rule in BASELINE_RULES
            for said in rule.check(met, self._given)
            if (finding := self._signed(file, rule, said))
        ]

    def _signed(self, file: PlanFile, rule: Declared, said: Problem) -> Finding | None:
        name = rule_name(rule)
        severity = self._severities[name]
        if severity is None or _explained(file, rule, said):
            return None
        if severity is Severity.ERROR and file.plan is not None and file.plan.status == "draft":
            severity = Severity.WARNING
        route: Route = () if isinstance(said.at, Span) else said.at
        document = file.document
        data = document.data if document else None
        blanks = {"id": item_crumbs(schema(file.kind), data, route), **said.blanks}
        place = _place(file.path, document, said.at, value=said.value)
        personal = _is_personal(file, place.span)
        if personal:
            blanks |= {name: shown for name, shown in _NOT_SHOWN.items() if name in blanks}
        thing = object_id(schema(file.kind), data, route)
        way = crumbs(schema(file.kind), data, route)
        if file.withheld:
            blanks = {name: self.harmless(held, whole=False) for name, held in blanks.items()}
            thing, way = self.harmless(thing), self.harmless(way)
        words = message(rule, blanks)
        return Finding(
            rule=name,
            severity=severity,
            place=place,
            plan=(file.plan.ref if file.plan else None) or file.path,
            object=thing,
            crumbs=way,
            wrong=words.wrong,
            why=words.why,
            do=words.do,
            acts=manual(rule).acts if file.kind == "plan" else _KEEPERS[file.kind],
            personal=personal,
            related=tuple((_place(file.path, document, at), word) for at, word in said.related),
        )

    def harmless(self, words: str, *, whole: bool = True) -> str:
        """Words from a file that are to be printed; dots in their place if a text rule finds them.

        Words that are not `whole` may have been cut short in the middle of what it would find.
        """
        cut_short = not whole and "…" in words
        bad = cut_short or any(rule.finds(words, self._given) for rule in ABOUT_WORDS)
        return "..." if bad else words


def _in_words(file: PlanFile, given: Given) -> Iterator[tuple[Declared, Problem]]:
    """What may not stand in a file; of each text only once, by the refusal or else by its hint."""
    for pair in TEXT_RULES:
        for at, text in _suspects(file, pair[0]):
            here = "The name of this file" if at == _NAME else "What stands here"
            found = next((rule for rule in pair if rule.finds(text, given)), None)
            if found is not None:
                yield found, problem(at, value=True, here=here)


_NAME = Span(1, 1, 1, 1)


def _suspects(file: PlanFile, rule: TextRefusal) -> Iterator[tuple[Route | Span, str]]:
    """The texts of a file that deserve a closer look, its own name among them."""
    name = re.sub("[/_-]", " ", file.path)
    if rule.suspects(name):
        yield _NAME, name
    places = rule.suspects(file.text)
    if places:
        yield from file.texts_at(places)


def _lines(file: PlanFile, found: Iterable[tuple[Declared, Problem]]) -> Iterator[int]:
    """The lines on which the problems stand."""
    for _, said in found:
        if isinstance(said.at, Span):
            yield said.at.line
        elif file.document is not None:
            extent = file.document.extent(said.at)
            yield from range(extent.line, extent.end_line + 1)


def _problems(file: PlanFile, given: Given) -> Iterator[tuple[Declared, Problem]]:
    yield from file.faults
    if file.plan is not None:
        for rule in RULES:
            for said in rule.check(file.plan, given):
                yield rule, said


def misused_rules(changes: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """The rules that no policy can change like that, each with why; `changes` are severities.

    No rule has that name, or it is a refusal, or in preview. The linter itself passes over these.
    """
    for name, severity in changes.items():
        if name not in BY_NAME:
            near = nearest(name, BY_NAME)
            meant = f'Did you mean "{near}"?' if near else "planc explain lists them."
            yield name, f'"{cut(name)}" is not the name of a rule. {meant}'
        elif shipped(BY_NAME[name]) is Severity.REFUSAL:
            yield name, f'"{name}" is a refusal, which stays one. Take out this change.'
        elif in_preview(BY_NAME[name]) and severity != "off":
            yield name, f'"{name}" is in preview: it fails nothing yet, and can only be off.'


def severities(policy: Policy) -> Mapping[str, Severity | None]:
    """The severity of each rule in this force, by name; None for one that is switched off."""
    found: dict[str, Severity | None] = {n: shipped(rule) for n, rule in BY_NAME.items()}
    misused = dict(misused_rules({name: rule.severity for name, rule in policy.rules.items()}))
    for name, setting in policy.rules.items():
        if setting.severity and name not in misused:
            off = setting.severity == "off"
            found[name] = None if off else Severity[setting.severity.upper()]
    return found


# The blanks that hold the very text of a line, where no schema has said yet what it is about.
_NOT_SHOWN = dict.fromkeys(("rest", "word", "name", "tag", "key"), "...") | {"quoted": '"..."'}
_KEEPERS = {
    "directory": "directory keeper",
    "policy": "OCG coordinator",
    "extended": "OCG coordinator",
    "baseline": "OCG coordinator",
}


def _explained(file: PlanFile, rule: Declared, said: Problem) -> bool:
    """Whether a fault of shape, already reported, stands where a rule sees a problem."""
    spoiled = file.document.spoiled if file.document else frozenset()
    heard = (*STRUCTURE, *(refusal for refusal, _ in TEXT_RULES))  # whatever else there is to say
    if not spoiled or isinstance(said.at, Span) or rule in heard:
        return False
    # a list is not what it was meant to be where an item of it is not
    lists = {route[:-1] for route in spoiled if route and isinstance(route[-1], int)}
    ways = (said.at, *said.unless)
    return any(
        way in lists or any(way[:depth] in spoiled for depth in range(len(way) + 1)) for way in ways
    )


def _place(path: str, document: Document | None, at: Route | Span, *, value: bool = False) -> Place:
    if isinstance(at, Span):
        return Place(path, at)
    if document is None:
        return Place(path)
    whole = not (isinstance(document.data, dict) and at and at[0] in document.data)
    return Place(path, document.span(at, value=value), whole)


def _is_personal(file: PlanFile, span: Span | None) -> bool:
    """Whether something of a field that may be about a person stands on the line of the span.

    The text is looked at as well as what was read of it, which may be little or nothing.
    """
    fields, personal = schema(file.kind)["properties"], _personal_fields(file.kind)
    if span is not None and span.line in file.withheld:
        return True
    if span is None or not personal:
        return False
    section = file.section_at(span.line)
    if section is None or (section if section in fields else nearest(section, fields)) in personal:
        return True
    beside = re.search(rf"\b({'|'.join(personal)})\b *[\"']? *:", file.lines[span.line - 1])
    return beside is not None or any(_covers(file.document, (name,), span) for name in personal)


@cache
def _personal_fields(kind: str) -> tuple[str, ...]:
    fields = schema(kind)["properties"]
    return tuple(name for name, field in fields.items() if _holds_personal(field))


def _holds_personal(field: Mapping[str, Any]) -> bool:
    inside = (*field.get("properties", {}).values(), field.get("items", {}))
    return bool(field.get("x-personal")) or any(_holds_personal(held) for held in inside if held)


def _covers(document: Document | None, route: Route, span: Span) -> bool:
    if document is None or value_at(document.data, route) is None:
        return False
    extent = document.extent(route)
    return extent.line <= span.line <= extent.end_line
