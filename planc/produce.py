"""The papers that can be asked for, of one plan or of many.

Each plan is redacted; what it gives is laid out, or first gathered with what others give; and no
file leaves here that holds more than was granted.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from planc.errors import PlancError
from planc.making import (
    Made,
    emitted,
    guarded,
    house_of,
    read_again,
    releases,
    settings_refused,
    unsound,
)
from planc.model.context import Context
from planc.model.directory import Directory
from planc.model.extract import LeftOut, PaperContext, PlanExtract
from planc.model.finding import Finding
from planc.model.plan import Plan
from planc.model.read_back import ReadBack
from planc.model.release import Release, released_digest
from planc.model.report import Report
from planc.model.view import OWNER, PARTNERS, RECIPIENT, View, file_name
from planc.passes.find_leaks import Granted
from planc.passes.redact import redact, share
from planc.passes.release_gate import release_gate
from planc.repository import Progress, Repository
from planc.wording.words import listed


def packs(
    repository: Repository,
    report: Report,
    edition: str,
    forms: Sequence[str],
    progress: Progress | None = None,
) -> Iterator[Made]:
    """The packs of every plan of a checked repository, in each of the formats `forms`.

    One plan's failure does not stop the others. Raises PlancError if a file has changed since the
    report was made.
    """
    from planc.passes.lay_out import lay_out

    context = Context(report.as_of, repository.policy, repository.directory)
    house = house_of(repository, forms)
    for held in read_again(repository, report, progress):
        if held.trouble:
            named = (held.ref or held.plan is not None) and not held.twin
            stem = file_name(held.ref, "plan", edition) if named else ""
            yield Made(held.path, stem, trouble=held.trouble)
        elif held.plan is not None:
            view = redact(held.plan, held.findings, held.set_aside, context, edition)
            pack = lay_out("plan", view)
            gave = [Granted(pack.name, held.plan, view)]
            yield from guarded(emitted(held.path, pack, forms, house), gave, repository.directory)


def portfolios(
    repository: Repository,
    report: Report,
    edition: str,
    forms: Sequence[str],
    board: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Made]:
    """The paper over all the plans of `board`, or one for each board that has plans.

    It names the plans that it has nothing from. Raises PlancError as `packs` does.
    """
    from planc.passes.lay_out import GATHERED, lay_out_together

    kind = GATHERED["portfolio"]
    house = house_of(repository, forms)
    context = Context(report.as_of, repository.policy, repository.directory)
    known = [held.id for held in repository.policy.boards if held.id]
    boards = [board] if board else known
    parts: dict[str, list[PlanExtract]] = {name: [] for name in boards}
    left: dict[str, list[LeftOut]] = {name: [] for name in boards}
    for held in read_again(repository, report, progress):
        to = [name for name in _boards(held.plan) if name in known]
        if held.trouble or held.plan is None or not to:
            because = held.trouble or "it names no board"
            for name in set(to or boards) & left.keys():
                left[name].append(LeftOut(held.path, held.ref, because))
            continue
        view = redact(held.plan, held.findings, held.set_aside, context, edition)
        for name in parts.keys() & set(to):
            parts[name].append(kind.gather(replace(view, to_board=name)))

    refused = settings_refused(report)
    made: list[tuple[Made, ReadBack | None]] = []
    for name in boards:
        stem = file_name(name, "portfolio", edition)
        paper_context = PaperContext(name, edition, context, report.whole, tuple(left[name]))
        if refused:
            made.append((Made(name, stem, trouble=f"{refused} has a refusal"), None))
        elif board or parts[name] or paper_context.board.threats_without_plan:
            pack = lay_out_together("portfolio", parts[name], paper_context)
            made += emitted(name, pack, forms, house)
        else:
            made.append((Made(name, stem), None))
    gave = _given_to_boards(repository, report, edition, parts.keys())
    yield from guarded(made, gave, repository.directory)


def _given_to_boards(
    repository: Repository, report: Report, edition: str, boards: Collection[str]
) -> Iterator[Granted]:
    context = Context(report.as_of, repository.policy, repository.directory)
    for held in read_again(repository, report, None):
        if held.plan is None or held.trouble:
            continue
        view = redact(held.plan, (), (), context, edition)
        for name in set(_boards(held.plan)).intersection(boards):
            yield Granted(file_name(name, "portfolio", edition), held.plan, view)


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
    `packs` does.
    """
    from planc.passes.lay_out import GATHERED, lay_out_together

    kind = GATHERED["tasks"]
    house = house_of(repository, forms)
    context = Context(report.as_of, repository.policy, repository.directory)
    directory = repository.directory or Directory()
    posts = [post] if post else [held.id for held in directory.posts if held.id]
    parts: dict[str, list[PlanExtract]] = {name: [] for name in posts}
    kept_back: dict[str, list[str]] = {name: [] for name in posts}
    unreleased: dict[str, list[str]] = {name: [] for name in posts}
    records = releases(repository)
    left = []
    for held in read_again(repository, report, progress):
        if held.trouble or held.plan is None:
            left.append(LeftOut(held.path, held.ref, held.trouble))
            yield Made(held.path, trouble=held.trouble)
            continue
        for name in parts.keys() & _owners(held.plan):
            doubt = unsound(report, held.path)
            view, items = _asked_of(held.plan, context, name, held.standing, doubt)
            kept_back[name] += [f"{held.ref} {item}" for item in items]
            if view is not None and view.plan.tracked:
                parts[name].append(kind.gather(view))
                if view.edition == RECIPIENT and not _is_released(
                    held.plan, context, name, records
                ):
                    unreleased[name].append(held.ref)

    made: list[tuple[Made, ReadBack | None]] = []
    for name in posts:
        edition = OWNER if directory.is_police(name) else RECIPIENT
        said = _note(kept_back[name], unreleased[name])
        if parts[name]:
            released = not unreleased[name]
            paper_context = PaperContext(
                name, edition, context, report.whole, tuple(left), released
            )
            pack = lay_out_together("tasks", parts[name], paper_context)
            (first, paper), *more = emitted(name, pack, forms, house)
            made += [(replace(first, note=said), paper), *more]
        else:
            trouble = "no plan asks anything of them that they may have in writing" if post else ""
            stem = file_name(name, "tasks", edition)
            made.append((Made(name, stem, trouble=trouble, note=said), None))
    gave = _given_to_posts(repository, report, parts.keys())
    yield from guarded(made, gave, repository.directory)


def _note(kept_back: Sequence[str], unreleased: Sequence[str]) -> str:
    """What whoever makes a task sheet must know of it."""
    said = [f"left out of the task sheet: {'; '.join(kept_back)}"] if kept_back else []
    if unreleased:
        refs = listed(unreleased)
        said.append(f"not to be sent, for no release of what {refs} asks now is on record")
    return "; ".join(said)


def _given_to_posts(
    repository: Repository, report: Report, posts: Collection[str]
) -> Iterator[Granted]:
    context = Context(report.as_of, repository.policy, repository.directory)
    for held in read_again(repository, report, None):
        if held.plan is None or held.trouble:
            continue
        for name in _owners(held.plan).intersection(posts):
            doubt = unsound(report, held.path)
            view, _ = _asked_of(held.plan, context, name, held.standing, doubt)
            if view is not None:
                yield Granted(file_name(name, "tasks", view.edition), held.plan, view)


def _owners(plan: Plan | None) -> set[str]:
    """The posts that have something to do, if the plan is to be carried out."""
    if plan is None or not plan.agreed:
        return set()
    return {item.owner for item in plan.tracked if item.owner and plan.is_live(item)}


def _asked_of(
    plan: Plan, context: Context, post: str, standing: Sequence[Finding], doubt: str
) -> tuple[View | None, list[str]]:
    """What a post is asked that it may have in writing, and in words what it may not, and why.

    A partner may have what is shared with it in words of its own, if the gate lets it pass and
    there is no `doubt` about how the files are to be read.
    """
    own = [item for item in plan.tracked if item.owner == post and plan.is_live(item)]
    if context.directory and context.directory.is_police(post):
        view = redact(plan, (), (), context, OWNER, reader=post)
        kept = {item.id for item in view.plan.tracked}
        names = [item.id or "" for item in own if item.id not in kept]
        return view, [f"{name}, marked for others" for name in names]
    view = share(plan, context, RECIPIENT, post, owned=True)
    unsaid = [item for item in own if post not in item.share or item.partner_words is None]
    kept_back = [f"{item.id}, not shared with them in words of their own" for item in unsaid]
    refused = (doubt or release_gate(plan, context, view, standing)) if view.plan.tracked else ""
    if not refused:
        return view, kept_back
    others = [f"{item.id}, because {refused}" for item in own if item not in unsaid]
    return None, kept_back + others


def _is_released(plan: Plan, context: Context, post: str, records: Sequence[Release]) -> bool:
    """Whether a release to the post is on record of what the plan says to it now."""
    return share(plan, context, RECIPIENT, post).digest == released_digest(records, plan.ref, post)


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
    the plan's own words forbid it. Raises PlancError as `packs` does.
    """
    from planc.passes.lay_out import lay_out

    edition = RECIPIENT if post else PARTNERS
    house = house_of(repository, forms)
    context = Context(report.as_of, repository.policy, repository.directory)
    for held in read_again(repository, report, progress):
        if held.trouble or held.plan is None:
            yield Made(held.path, trouble=held.trouble)
            continue
        view = replace(share(held.plan, context, edition, post), released=released)
        told = [route for route, _ in view.plan.partner_texts if route != ("embargo_until",)]
        if not view.plan.tracked and (post or not told):
            continue
        trouble = unsound(report, held.path) or release_gate(
            held.plan, context, view, held.standing
        )
        if trouble:
            yield Made(held.path, trouble=trouble)
            continue
        pack = lay_out("partner", view)
        made = emitted(held.path, pack, forms, house)
        gave = [Granted(pack.name, held.plan, view)]
        for file in guarded(made, gave, repository.directory):
            yield replace(file, plan=held.ref, digest=view.digest)


def reference(repository: Repository, report: Report) -> str:
    """The reference of the one plan that was asked for. Raises PlancError."""
    held = list(read_again(repository, report, None))
    if len(held) != 1 or not held[0].ref:
        raise PlancError("Name one plan that can be read.")
    return held[0].ref
