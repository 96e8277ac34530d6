"""View for partners -> why no paper may be made of it, in words; empty if one may."""

from collections.abc import Iterator, Sequence

from planc.all_rules import RELEASE_RULES, RELEASE_RULES_UNLESS_WAIVED
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.finding import Finding
from planc.model.marking import RECIPIENTS_ONLY
from planc.model.plan import Plan
from planc.model.rule import fill, manual, rule_name
from planc.model.view import View


def release_gate(plan: Plan, context: Context, view: View, standing: Sequence[Finding]) -> str:
    """Why partners may have no paper of the plan, or the view's reader none.

    `standing` are the findings about the plan that nobody has waived.
    """
    for rule in RELEASE_RULES:
        problem = next(rule.check(plan, context), None)
        if problem is not None:
            return _because(rule_name(rule), fill(manual(rule).wrong, dict(problem.blanks)))
    names = {rule_name(rule) for rule in RELEASE_RULES_UNLESS_WAIVED}
    for finding in standing:
        if finding.rule in names:
            return _because(finding.rule, finding.wrong)
    if not plan.agreed:
        return "it is a draft or archived"
    if view.reader:
        return _to(view.reader, plan, context, view)
    return next(_at_the_table(plan, context, view), "")


def _because(rule: str, wrong: str) -> str:
    return f"of {rule}: {wrong.rstrip('.')}"


def _at_the_table(plan: Plan, context: Context, view: View) -> Iterator[str]:
    """Why a paper for all at the table cannot go to each organisation there."""
    if view.for_recipients_only:
        yield f"a paper marked {RECIPIENTS_ONLY} goes to posts by name"
    directory = context.directory or Directory()
    for partner in plan.partners:
        organisation = directory.organisation(partner.organisation)
        name = (organisation.name if organisation else None) or "an organisation"
        if organisation is None or not (
            organisation.agreement and organisation.agreement.in_force(context.as_of)
        ):
            yield f"{name} has no agreement in force"
        for part in view.marking.kept_from(name):
            yield f"{name} is none that a paper marked {part} is for"


def _to(reader: str, plan: Plan, context: Context, view: View) -> str:
    """Why one post may have none."""
    directory = context.directory or Directory()
    title, organisation = directory.title(reader), directory.organisation_of(reader)
    if not context.may_have(plan, reader):
        return f"{title} has no agreement in force and no recorded share"
    if view.for_recipients_only and reader not in plan.recipients:
        return f"{title} is not on the list of a paper marked {RECIPIENTS_ONLY}"
    others = view.marking.kept_from((organisation.name if organisation else None) or "")
    if others:
        return f"{title} is not of an organisation that a paper marked {others[0]} is for"
    return ""
