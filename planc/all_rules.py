"""Every rule there is: the contracts of the families, their tables, and what each one weighs.

The only place that knows the rules by name. A table's order is that of the manual. It is long, as
a table may be: in pieces, a rule would be looked for in each.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from planc.model.baseline import OlderOfPlan
from planc.model.context import Clue, Context
from planc.model.difference import PlanChange, SettingChange
from planc.model.document import Point
from planc.model.finding import Problem, Severity
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.model.rule import Declared, in_preview, rule_name, shipped
from planc.model.set_aside import WaiverCase
from planc.rules.actions import (
    action_closed_no_result,
    action_no_due,
    action_no_owner,
    action_overdue,
)
from planc.rules.baseline import (
    baseline_expired,
    baseline_too_long,
)
from planc.rules.boards import (
    archive_no_closure,
    archived_live_tactic,
    board_action_unanswered,
    closure_test_met,
    closure_unsigned,
    decision_long,
    decision_sought_of_lead,
    decision_sought_past,
    draft_long,
    ends_before_starts,
    no_board,
    review_by_lro,
    review_day_past,
    review_missing_next,
    review_no_sro,
    review_off_board,
    review_overdue,
    review_without_board,
    starts_missing,
)
from planc.rules.changes import (
    acceptance_new,
    date_moved_in_place,
    item_deleted,
    lro_changed,
    marking_lowered,
    objective_changed,
    plan_removed,
    plan_stood_down,
    recipient_new,
    record_rewritten,
    review_stretched,
    setting_changed,
    sro_changed,
    waiver_changed,
)
from planc.rules.harm import (
    children_unsaid,
    community_impact_missing,
    community_impact_old,
    contingency_none,
    enforcement_no_safeguarding,
    nrm_not_considered,
    safeguarding_missing,
    street_gang_no_equality_check,
)
from planc.rules.log import (
    corrects_nothing,
    date_in_future,
    decision_duplicate,
    decision_misdated,
    decision_no_alternatives,
    decision_no_decider,
    decision_no_rationale,
    decision_not_theirs,
    disruption_before_plan,
    disruption_duplicate,
    disruption_incomplete,
    disruption_no_effect,
    disruption_unmoderated,
    late_entry,
    learning_none,
    log_before_plan,
    log_entry_empty,
    log_entry_mixed,
    log_entry_twice,
    log_future_dated,
    log_out_of_order,
    log_status_unfit,
)
from planc.rules.marking import (
    annex_named,
    embargo_no_time,
    hmg_use_only_partners,
    marking_malformed,
    marking_missing,
    marking_public_sensitive,
    marking_too_high,
    marking_too_low,
    recipients_only_no_list,
)
from planc.rules.objectives import (
    objective_all_pursue,
    objective_days_crossed,
    objective_goes_nowhere,
    objective_no_sro,
    objective_none,
    objective_not_measurable,
    objective_orphan,
    objective_overdue,
    objective_set_by_other,
    objective_vague_verb,
    rag_against_figures,
    rag_green_but_late,
    rag_missing,
    rag_no_reason,
    rag_stale,
)
from planc.rules.partners import (
    chb_build_police_only,
    chb_hold_missing,
    gain_not_considered,
    health_or_school_missing,
    partner_no_agreement,
    partner_none,
    partner_only_listed,
    partner_words_betray,
    partner_words_missing,
    partner_words_small_number,
    partner_words_unshared,
    prevent_police_only,
    request_unanswered,
    safeguarding_partner_missing,
    share_no_grounds,
)
from planc.rules.people import (
    deputy_is_lro,
    deputy_missing,
    investigation_no_deconfliction,
    leader_vacant,
    lro_equals_sro,
    lro_missing,
    owner_vacant,
    signed_words_changed,
    signoff_by_lro,
    signoff_digest_unknown,
    signoff_missing,
    signoff_not_sro,
    sio_missing,
    soctac_none,
    sro_missing,
)
from planc.rules.portfolio import (
    agreement_expiring,
    board_calendar_ended,
    duplicate_ref,
    lro_overload,
    owner_overload,
    partner_asked_twice,
)
from planc.rules.repository import (
    directory_missing,
    folder_unreadable,
    house_style_unusable,
    ledger_unreadable,
    plan_unread,
    policy_unusable,
)
from planc.rules.strands import (
    draft_owes,
    finance_none,
    gap_unaccepted,
    prevent_none,
    strand_missing,
    strand_stalled,
    victim_support_none,
)
from planc.rules.structure import (
    alias,
    anchor,
    backslash_in_quotes,
    bullet_for_dash,
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
    merge_conflict,
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
    text_after_hash,
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
from planc.rules.tactics import (
    blocked_no_escalation,
    due_moved_no_reason,
    due_moved_often,
    next_check_far,
    order_expiring,
    order_not_in_force,
    owner_unknown,
    power_repealed,
    tactic_done_no_outcome,
    tactic_due_after_plan_end,
    tactic_long_overdue,
    tactic_no_due,
    tactic_no_kind,
    tactic_no_owner,
    tactic_no_status,
    tactic_no_success_measure,
    tactic_orphan,
    tactic_overdue,
    tactic_power_missing,
    tactic_title_repeated,
)
from planc.rules.threat import (
    business_part_unhit,
    intel_gap_none,
    intel_gap_untasked,
    leader_unmanaged,
    profile_stale,
    release_missing,
    release_no_plan,
    release_past,
    risk_incomplete,
    risk_none,
    score_changed_no_review,
    score_long_stale,
    score_missing,
    score_no_confidence,
    score_stale,
    threat_no_assessment,
    threat_no_local_profile,
    threat_untyped,
    tier_missing,
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
    filler_repeated,
    personal_data,
    personal_data_hint,
    placeholder,
    restricted_text,
    restricted_text_hint,
)
from planc.wording.words import cut, nearest


class Rule(Declared, Protocol):
    """A rule about one plan: `check` yields a problem for each place where it does not hold."""

    def check(self, plan: Plan, context: Context, /) -> Iterator[Problem]: ...


class PortfolioRule(Declared, Protocol):
    """A rule about all the plans of a repository together.

    `gather` takes from each plan what the rule needs; `judge` gets the clues that are about one
    thing, in order of files, and yields those that make a problem, with what fills its words.
    """

    def gather(self, plan: Plan, context: Context, /) -> Iterator[Clue]: ...

    def judge(
        self, clues: Sequence[Clue], context: Context, /
    ) -> Iterator[tuple[Clue, dict[str, str]]]: ...


class TextRule(Declared, Protocol):
    """A rule about words, wherever in a file they stand; `blanks` fill its message."""

    def finds(self, text: str, context: Context, /) -> bool: ...

    def blanks(self, text: str, /) -> Mapping[str, str]: ...


class TextRefusal(TextRule, Protocol):
    """A rule about words that is asked first which places in a file deserve a closer look."""

    def suspects(self, text: str, /) -> Sequence[Point]: ...


class WaiverRule(Declared, Protocol):
    """A rule about one waiver of a plan, and what there is for it to set aside."""

    def check(self, case: WaiverCase, context: Context, /) -> Iterator[Problem]: ...


class DraftRule(Declared, Protocol):
    """A rule about what a draft does not have yet, field by field, in words."""

    def check(self, owed: Sequence[str], context: Context, /) -> Iterator[Problem]: ...


class BaselineRule(Declared, Protocol):
    """A rule about the baseline: its plans that still have findings on the list, and how many."""

    def check(
        self, met: Sequence[tuple[OlderOfPlan, int]], context: Context, /
    ) -> Iterator[Problem]: ...


class ChangeRule(Declared, Protocol):
    """A rule about what became of a plan since an earlier reading of it.

    What it finds stands in the later reading; where there is none, in the file as a whole.
    """

    def check(self, change: PlanChange, context: Context, /) -> Iterator[Problem]: ...


class SettingRule(Declared, Protocol):
    """A rule about a setting that is not as it was."""

    def check(self, change: SettingChange, context: Context, /) -> Iterator[Problem]: ...


STRUCTURE: tuple[Declared, ...] = (
    # the file and its characters
    unreadable_file,
    too_large,
    empty_file,
    wrong_encoding,
    forbidden_character,
    tab,
    merge_conflict,
    # lines that cannot be read
    unclosed_quote,
    text_after_hash,
    text_after_quote,
    quotes_needed,
    backslash_in_quotes,
    colon_in_text,
    comma_in_text,
    missing_space,
    missing_colon,
    bullet_for_dash,
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
    gap_unaccepted,
    victim_support_none,
    # objectives
    objective_none,
    objective_no_sro,
    objective_set_by_other,
    objective_orphan,
    objective_all_pursue,
    objective_not_measurable,
    objective_vague_verb,
    objective_overdue,
    objective_days_crossed,
    objective_goes_nowhere,
    rag_green_but_late,
    rag_missing,
    rag_stale,
    rag_no_reason,
    rag_against_figures,
    # tactics
    tactic_orphan,
    tactic_no_owner,
    owner_unknown,
    tactic_no_due,
    tactic_overdue,
    tactic_long_overdue,
    tactic_due_after_plan_end,
    due_moved_often,
    due_moved_no_reason,
    next_check_far,
    tactic_no_success_measure,
    tactic_power_missing,
    tactic_no_kind,
    tactic_done_no_outcome,
    tactic_no_status,
    tactic_title_repeated,
    blocked_no_escalation,
    order_expiring,
    order_not_in_force,
    power_repealed,
    # actions
    action_no_owner,
    action_no_due,
    action_overdue,
    action_closed_no_result,
    # people and accountability
    sro_missing,
    lro_missing,
    leader_vacant,
    owner_vacant,
    lro_equals_sro,
    signoff_not_sro,
    signoff_missing,
    deputy_missing,
    deputy_is_lro,
    sio_missing,
    soctac_none,
    investigation_no_deconfliction,
    signed_words_changed,
    signoff_digest_unknown,
    signoff_by_lro,
    # threat, score, subjects
    threat_no_assessment,
    threat_untyped,
    tier_missing,
    threat_no_local_profile,
    profile_stale,
    score_missing,
    score_stale,
    score_long_stale,
    score_no_confidence,
    business_part_unhit,
    score_changed_no_review,
    intel_gap_untasked,
    intel_gap_none,
    risk_incomplete,
    risk_none,
    release_no_plan,
    release_past,
    release_missing,
    leader_unmanaged,
    # boards and reviews
    no_board,
    starts_missing,
    draft_long,
    ends_before_starts,
    review_missing_next,
    review_overdue,
    review_without_board,
    review_off_board,
    review_no_sro,
    review_by_lro,
    board_action_unanswered,
    review_day_past,
    decision_sought_past,
    decision_long,
    decision_sought_of_lead,
    archive_no_closure,
    archived_live_tactic,
    closure_unsigned,
    closure_test_met,
    # partners and place
    partner_none,
    partner_only_listed,
    partner_words_missing,
    partner_words_unshared,
    partner_words_betray,
    partner_words_small_number,
    partner_no_agreement,
    share_no_grounds,
    prevent_police_only,
    safeguarding_partner_missing,
    health_or_school_missing,
    chb_build_police_only,
    chb_hold_missing,
    gain_not_considered,
    request_unanswered,
    # harm and impact
    enforcement_no_safeguarding,
    children_unsaid,
    safeguarding_missing,
    contingency_none,
    nrm_not_considered,
    community_impact_missing,
    community_impact_old,
    street_gang_no_equality_check,
    # the log
    log_future_dated,
    date_in_future,
    log_entry_empty,
    log_entry_mixed,
    log_entry_twice,
    log_status_unfit,
    log_before_plan,
    corrects_nothing,
    disruption_incomplete,
    disruption_unmoderated,
    disruption_before_plan,
    disruption_duplicate,
    disruption_no_effect,
    decision_no_rationale,
    decision_no_alternatives,
    decision_no_decider,
    decision_not_theirs,
    decision_duplicate,
    decision_misdated,
    late_entry,
    log_out_of_order,
    learning_none,
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
    placeholder,
    filler_repeated,
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

DRAFT_RULES: tuple[DraftRule, ...] = (draft_owes,)

OWED: tuple[Rule, ...] = (
    strand_missing,
    prevent_none,
    finance_none,
    victim_support_none,
    objective_none,
    objective_no_sro,
    objective_orphan,
    objective_not_measurable,
    tactic_orphan,
    tactic_no_due,
    tactic_no_success_measure,
    tactic_power_missing,
    sro_missing,
    lro_missing,
    deputy_missing,
    soctac_none,
    investigation_no_deconfliction,
    threat_no_assessment,
    threat_no_local_profile,
    score_missing,
    score_no_confidence,
    intel_gap_untasked,
    no_board,
    review_missing_next,
    partner_none,
    partner_only_listed,
    prevent_police_only,
    safeguarding_partner_missing,
    gain_not_considered,
    enforcement_no_safeguarding,
    community_impact_missing,
    street_gang_no_equality_check,
    action_no_owner,
    action_no_due,
    risk_incomplete,
    children_unsaid,
    share_no_grounds,
)
"""The rules that miss something; in a draft, all that they miss is one line of the draft rules."""

BASELINE_RULES: tuple[BaselineRule, ...] = (baseline_expired, baseline_too_long)

RELEASE_RULES: tuple[Rule, ...] = (
    partner_words_missing,
    partner_words_betray,
    hmg_use_only_partners,
)
"""The rules that stop a paper for partners, whatever a policy or a waiver makes of them."""
RELEASE_RULES_UNLESS_WAIVED: tuple[Rule, ...] = (partner_words_small_number,)

# Over an earlier reading and this one, where somebody asks what changed since.
CHANGE_RULES: tuple[ChangeRule, ...] = (
    # what somebody must agree to
    objective_changed,
    lro_changed,
    sro_changed,
    plan_stood_down,
    acceptance_new,
    recipient_new,
    review_stretched,
    marking_lowered,
    waiver_changed,
    # what stays on the record
    record_rewritten,
    item_deleted,
    date_moved_in_place,
    plan_removed,
)
SETTING_RULES: tuple[SettingRule, ...] = (setting_changed,)

# About what stands around the plans.
REPOSITORY_RULES: tuple[Declared, ...] = (
    plan_unread,
    folder_unreadable,
    directory_missing,
    house_style_unusable,
    ledger_unreadable,
    policy_unusable,
)

EVERY_RULE: tuple[Declared, ...] = (
    *RULES,
    *DRAFT_RULES,
    *PORTFOLIO_RULES,
    *CHANGE_RULES,
    *SETTING_RULES,
    *ABOUT_WORDS,
    *REPOSITORY_RULES,
    *WAIVER_RULES,
    *BASELINE_RULES,
    *STRUCTURE,
)
BY_NAME: Mapping[str, Declared] = {rule_name(rule): rule for rule in EVERY_RULE}

CHANGE_NAMES = frozenset(rule_name(rule) for rule in (*CHANGE_RULES, *SETTING_RULES))
PORTFOLIO_NAMES = frozenset(rule_name(rule) for rule in PORTFOLIO_RULES)
FIXED: Mapping[str, Severity] = {
    name: rule.SEVERITY
    for name, rule in BY_NAME.items()
    if shipped(rule) is Severity.REFUSAL
    or rule in (*WAIVER_RULES, *BASELINE_RULES, *REPOSITORY_RULES)
}
"""The rules whose findings nothing sets aside: refusals, those about setting aside itself, and
those about what was not read."""

NEED_DIRECTORY: tuple[Declared, ...] = (
    owner_unknown,
    post_unknown,
    leader_vacant,
    owner_vacant,
    deputy_missing,
    lro_overload,
    owner_overload,
    agreement_expiring,
    partner_none,
    partner_only_listed,
    partner_no_agreement,
    prevent_police_only,
    safeguarding_partner_missing,
    health_or_school_missing,
    chb_build_police_only,
    hmg_use_only_partners,
)
"""The rules that look posts and organisations up, and have nothing to say without a directory."""


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
    in_force: dict[str, Severity | None] = {n: shipped(rule) for n, rule in BY_NAME.items()}
    misused = dict(misused_rules({name: rule.severity for name, rule in policy.rules.items()}))
    for name, setting in policy.rules.items():
        if setting.severity and name not in misused:
            off = setting.severity == "off"
            in_force[name] = None if off else Severity[setting.severity.upper()]
    return in_force
