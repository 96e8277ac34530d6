"""The papers about many plans: what each plan gives to them is gathered, then they are laid out.

pipeline ─ redact ─ gather ─ lay_out ─ emit ─▶ packs
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planc.errors import PlancError
from planc.model.directory import Directory
from planc.model.gathered import LeftOut, Occasion, Part
from planc.model.plan import Plan
from planc.model.portfolio import Given
from planc.model.report import Report
from planc.model.rule import fill, manual, rule_name
from planc.model.view import OWNER, PARTNERS, RECIPIENT, View, pack_name
from planc.model.words import listed
from planc.passes.redact import redact, share
from planc.pipeline import (
    Made,
    Progress,
    Repository,
    emitted,
    house_of,
    read_again,
    settings_refused,
)
from planc.rules import hmg_use_only_partners, partner_words_betray, partner_words_missing


def portfolios(
    repository: Repository,
    report: Report,
    edition: str,
    forms: Sequence[str],
    board: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Made]:
    """The paper over all the plans of `board`, or one for each board that has plans.

    It names the plans that it has nothing from. Raises PlancError as `pipeline.packs` does.
    """
    from planc.passes.lay_out import GATHERED, lay_out_together

    kind = GATHERED["portfolio"]
    house = house_of(repository, forms)
    given = Given(report.as_of, repository.policy, repository.directory)
    known = [held.id for held in repository.policy.boards if held.id]
    boards = [board] if board else known
    parts: dict[str, list[Part]] = {name: [] for name in boards}
    left: dict[str, list[LeftOut]] = {name: [] for name in boards}
    for held in read_again(repository, report, progress):
        to = [name for name in _boards(held.plan) if name in known]
        if held.trouble or held.plan is None or not to:
            because = held.trouble or "it names no board"
            for name in set(to or boards) & left.keys():
                left[name].append(LeftOut(held.path, held.ref, because))
            continue
        view = redact(held.plan, held.findings, held.set_aside, given, edition)
        for name in parts.keys() & set(to):
            parts[name].append(kind.gather(replace(view, to_board=name)))
    refused = settings_refused(report)
    for name in boards:
        stem = pack_name(name, "portfolio", edition)
        occasion = Occasion(name, edition, given, report.whole, tuple(left[name]))
        if refused:
            yield Made(name, stem, trouble=f"{refused} has a refusal")
        elif board or parts[name] or occasion.board.threats_without_plan:
            yield from emitted(
                name, lay_out_together("portfolio", parts[name], occasion), forms, house
            )
        else:
            yield Made(name, stem)


def _boards(plan: Plan | None) -> list[str]:
    """The board that governs a plan, and those that receive it."""
    held = (plan.board, *plan.other_boards) if plan else ()
    return [name for name in dict.fromkeys(held) if name]


def task_sheets(
    repository: Repository,
    report: Report,
    forms: Sequence[str],
    post: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Made]:
    """What all plans ask of `post`, or a sheet for each post that is asked something.

    A police post has the owner's edition, any other the recipient's. Raises PlancError as
    `pipeline.packs` does.
    """
    from planc.passes.lay_out import GATHERED, lay_out_together

    kind = GATHERED["tasks"]
    house = house_of(repository, forms)
    given = Given(report.as_of, repository.policy, repository.directory)
    directory = repository.directory or Directory()
    posts = [post] if post else [held.id for held in directory.posts if held.id]
    parts: dict[str, list[Part]] = {name: [] for name in posts}
    withheld: dict[str, list[str]] = {name: [] for name in posts}
    left = []
    for held in read_again(repository, report, progress):
        if held.trouble or held.plan is None:
            left.append(LeftOut(held.path, held.ref, held.trouble))
            yield Made(held.path, trouble=held.trouble)
            continue
        for name, ids in _work(held.plan).items():
            if name not in parts:
                continue
            view = redact(held.plan, (), (), given, _edition_of(name, directory), reader=name)
            kept = {item.id for item in view.plan.tracked}
            withheld[name] += [f"{held.ref} {item}" for item in ids if item not in kept]
            if kept:
                parts[name].append(kind.gather(view))
    for name in posts:
        edition = _edition_of(name, directory)
        note = _note(withheld[name])
        if parts[name]:
            occasion = Occasion(name, edition, given, report.whole, tuple(left))
            made = emitted(name, lay_out_together("tasks", parts[name], occasion), forms, house)
            yield replace(next(made), note=note)
            yield from made
        else:
            trouble = "no plan asks anything of them that they may have in writing" if post else ""
            yield Made(name, pack_name(name, "tasks", edition), trouble=trouble, note=note)


def partner_papers(
    repository: Repository,
    report: Report,
    forms: Sequence[str],
    post: str | None = None,
    progress: Progress | None = None,
    *,
    released: bool = False,
) -> Iterator[Made]:
    """Each plan's paper for one partner post, or for all partners at the table.

    A plan that shares nothing with them has none, and says nothing. Refused with the reason where
    the plan's own words forbid it. Raises PlancError as `pipeline.packs` does.
    """
    from planc.passes.lay_out import lay_out

    edition = RECIPIENT if post else PARTNERS
    house = house_of(repository, forms)
    given = Given(report.as_of, repository.policy, repository.directory)
    for held in read_again(repository, report, progress):
        if held.trouble or held.plan is None:
            yield Made(held.path, trouble=held.trouble)
            continue
        view = replace(share(held.plan, given, edition, post), released=released)
        if not view.plan.tracked and (post or not any(view.plan.partner_texts)):
            continue
        trouble = refused_to_partners(held.plan, given, view)
        if trouble:
            yield Made(held.path, trouble=trouble)
        else:
            for made in emitted(held.path, lay_out("partner", view), forms, house):
                yield replace(made, plan=held.ref, digest=view.digest)


def refused_to_partners(plan: Plan, given: Given, view: View) -> str:
    """Why no paper for partners can be made, in words; empty if one can."""
    for rule in (partner_words_missing, partner_words_betray, hmg_use_only_partners):
        found = next(rule.check(plan, given), None)
        if found is not None:
            said = fill(manual(rule).wrong, dict(found.blanks)).rstrip(".")
            return f"of {rule_name(rule)}: {said}"
    if not plan.agreed:
        return "it is a draft or archived"
    readers = [view.reader] if view.reader else _at_the_table(plan)
    directory = given.directory or Directory()
    for reader in readers:
        if not given.may_have(plan, reader):
            return f"{directory.title(reader)} has no agreement in force and no recorded share"
        if view.for_recipients_only and reader not in plan.recipients:
            return f"{directory.title(reader)} is not on the list of a paper marked RECIPIENTS ONLY"
    return ""


def reference(repository: Repository, report: Report) -> str:
    """The reference of the one plan that was asked for. Raises PlancError."""
    held = list(read_again(repository, report, None))
    if len(held) != 1 or not held[0].ref:
        raise PlancError("Name one plan that can be read.")
    return held[0].ref


def _at_the_table(plan: Plan) -> list[str]:
    return list(dict.fromkeys(post for item in plan.tracked for post in item.share))


def _work(plan: Plan) -> dict[str, list[str]]:
    """The ids of what each post owns and has still to do, if the plan is to be carried out."""
    found: dict[str, list[str]] = {}
    for item in plan.tracked if plan.agreed else ():
        if item.owner and plan.is_live(item):
            found.setdefault(item.owner, []).append(item.id or "")
    return found


def _edition_of(post: str, directory: Directory) -> str:
    return OWNER if directory.is_police(post) else RECIPIENT


def _note(withheld: Sequence[str]) -> str:
    if not withheld:
        return ""
    why = "not shared with them in words of their own, or marked for others"
    return f"{listed(withheld)} left out of the task sheet: {why}"
