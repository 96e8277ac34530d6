"""A plans repository -> Report: every file linted, what is set aside, and the baseline.

parse_file ─▶ lint ─ set_aside ─ select_findings ─▶ Report
                         └─ shorten_baseline ─▶ planc-baseline.yaml
"""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planc.all_rules import CHANGE_NAMES, EVERY_RULE, FIXED, PORTFOLIO_NAMES
from planc.completeness import faults_of_settings, unread_files
from planc.editor_schema import HERE, is_out_of_date
from planc.errors import PlancError
from planc.lint_plans import LintedFile, PlanLinter, is_sound, lint_file, reported
from planc.model.baseline import BASELINE, Baseline
from planc.model.context import Context
from planc.model.finding import Finding, Severity
from planc.model.parsed_file import ParsedFile
from planc.model.policy import POLICY, Policy
from planc.model.report import FileReport, Report
from planc.model.source import Source
from planc.passes.build import build
from planc.passes.lint import Linter
from planc.passes.policy_changes import policy_changes
from planc.passes.select_findings import select_findings
from planc.passes.set_aside import set_aside
from planc.passes.shorten_baseline import shorten_baseline, written
from planc.passes.withhold import harmless
from planc.processes import collect_seldom
from planc.repository import PolicyError, Progress, Repository, parse_file, source_of
from planc.rules.repository import policy_unusable
from planc.wording.day import long_day
from planc.wording.words import count

if TYPE_CHECKING:
    from planc.since import Earlier


def check(
    repository: Repository,
    as_of: dt.date,
    progress: Progress | None = None,
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    since: "Earlier | None" = None,
    piped: Mapping[Path, bytes] | None = None,
    jobs: int = 1,
) -> Report:
    """Reads and lints every file of the repository that was asked for.

    `select` and `ignore` are names of rules; see `select_findings`. With `since`, what changed is
    looked at as well, and what only fell due is no error. `piped` stands in place of what files
    say. Many plans are read by as many processes as there are `jobs`.
    """
    context = repository.context(as_of)
    linter = Linter(context, whole=repository.whole, since=since is not None)
    plans = PlanLinter(repository, context, since is not None, piped or {})
    back = collect_seldom()
    try:
        linted = _lint_files(plans, linter, progress, jobs)
    finally:
        back()
    findings = linted.findings
    findings += _findings_since(repository, linter, since, as_of) if since else ()
    older = linted.baseline
    baseline = _baseline(older)
    settled = set_aside(findings, linter.waivers, baseline, as_of)
    counting = settled.counting + (linter.lint_baseline(older, settled.met) if older else [])
    report = Report(
        as_of=as_of,
        findings=tuple(sorted(counting, key=lambda finding: finding.order)),
        files=tuple(linted.files),
        whole=repository.whole,
        set_aside=tuple(sorted(settled.aside, key=lambda aside: aside.finding.order)),
        departures=_departures(repository, context),
        notes=(*repository.notes, *linted.notes),
        rules=EVERY_RULE,
        root=repository.root,
        changes_checked=since is not None,
    )
    gone = baseline.number - _relisted(baseline, report).number if older else 0
    report = dataclasses.replace(report, notes=(*report.notes, *_to_renew(repository, gone)))
    if since and since.day < as_of:
        from planc.changes import eased

        report = eased(report, check(repository, since.day, jobs=jobs), since)
    return select_findings(report, select, ignore)


def _findings_since(
    repository: Repository, linter: Linter, since: "Earlier", as_of: dt.date
) -> list[Finding]:
    from planc.changes import findings_since  # loads what runs git, which few checks need

    return list(findings_since(repository, linter, since, as_of))


class _Linted(NamedTuple):
    """What was found in which files, whatever is set aside of it; and the baseline among them."""

    findings: list[Finding]
    files: list[FileReport]
    baseline: ParsedFile | None
    notes: tuple[str, ...]


_LOST = (
    "The system ended a process of planc's, perhaps for want of memory. The plans that it had were"
    " read again; --jobs 1 reads all of them in one process."
)


def _lint_files(plans: PlanLinter, linter: Linter, progress: Progress | None, jobs: int) -> _Linted:
    """Lints each file, then all plans together, then what stands around them."""
    repository, context = plans.repository, plans.context
    baseline, notes = None, dict[str, None]()

    def lost() -> None:
        notes[_LOST] = None

    linted = list[LintedFile]()
    for path, kind in repository.settings:
        source = source_of(path, repository.root)
        file = parse_file(source, kind, repository.known)
        linted.append(lint_file(file, source, linter, context))
        baseline = file if kind == "baseline" else baseline
    for some in plans.lint(jobs, lost):
        linter.take(some.clues, some.waivers)
        linted += some.files
        if progress:
            progress(len(linted), len(repository.files))
    findings = [finding for one in linted for finding in one.findings]
    files = [one.report for one in linted]
    if repository.whole:
        paths = {file.path: path for file, (path, _) in zip(files, repository.files, strict=True)}
        findings += plans.lint_together(linter, paths, jobs, lost)
    naming_posts = sum(one.names_posts for one in linted)
    for file in (*unread_files(repository), *faults_of_settings(repository, naming_posts)):
        findings += linter.lint(file)
        if all(known.path != file.path for known in files):
            files.append(reported(file, Source(file.path, None), context, shown=False))
    return _Linted(findings, files, baseline, tuple(notes))


def _to_renew(repository: Repository, gone: int) -> Iterator[str]:
    """Which generated files are behind; `gone` findings of the baseline are there no more."""
    if gone:
        yield f"{count(gone, 'finding')} in {BASELINE} can be taken out. Run: planc baseline"
    if is_out_of_date(repository):
        words = "is out of date, so editors may say what is wrong of what is right"
        yield f"{HERE.as_posix()} {words}. Run: planc schema --here"


def _departures(repository: Repository, context: Context) -> tuple[str, ...]:
    """Where the policy and the directory depart from what planc takes for usual."""
    settings = repository.policy, repository.origins, repository.directory
    found = policy_changes(*settings, context.as_of)
    return tuple(harmless(words, context) for words in found)


def report_unusable(error: PolicyError, as_of: dt.date) -> Report:
    """What there is to report where planc.yaml cannot be used: why, and that nothing else was."""
    context = Context(as_of, error.own, None)
    linter = Linter(context, whole=False)
    findings: list[Finding] = []
    files: dict[str, FileReport] = {}
    for place, words in error.faults:
        fault = policy_unusable.at(place, words)
        file = ParsedFile(place.path, "policy", "", None, None, ((policy_unusable, fault),))
        findings += linter.lint(file)
        source = Source(place.path, None)
        files[place.path] = reported(file, source, context, shown=False)
    return Report(
        as_of=as_of,
        findings=tuple(findings),
        files=tuple(files.values()),
        whole=False,
        notes=(f"{POLICY} cannot be used, so nothing was checked.",),
        rules=EVERY_RULE,
        root=error.root,
    )


@dataclass(frozen=True)
class Listed:
    """planc-baseline.yaml as it is to be written, and what there is to say of it.

    `gone` findings were taken out. `others` are found and not on it; `refusals` never can be.
    """

    path: Path
    content: bytes
    baseline: Baseline
    gone: int
    others: int
    refusals: int


def list_findings(
    repository: Repository,
    as_of: dt.date,
    until: dt.date | None = None,
    *,
    renew: bool = False,
    progress: Progress | None = None,
) -> Listed:
    """The first list of older findings; where there is one, what is left of it.

    With `renew`, the plans asked for get a new list. `until` is the last day of a new list. Raises
    PlancError if it cannot be, or if the list that is there cannot be read as a whole.
    """
    path, kinds = repository.root / BASELINE, [kind for _, kind in repository.files]
    if "policy" not in kinds:
        raise PlancError(f"There is no {POLICY} here, beside which {BASELINE} belongs.")
    first = "baseline" not in kinds
    before = Baseline() if first else _whole_baseline(repository, renew=renew)
    if until and not (renew or first):
        words = f"{BASELINE} keeps the days that it has. For others: planc baseline --renew --until"
        raise PlancError(f"{words} {until}")
    last = _last_day(repository.policy, as_of, until) if renew or first else None
    report = check(repository, as_of, progress)
    baseline = _relisted(before, report, last)
    content = written(baseline).encode()
    if parse_file(Source(BASELINE, content), "baseline", {}).faults:
        raise PlancError(f"{BASELINE} would be too long to be read. List fewer plans at a time.")
    others = Counter(finding.identity for finding in _listable(report))
    for of_plan in baseline.plans:
        others -= of_plan.numbers()
    return Listed(
        path=path,
        content=content,
        baseline=baseline,
        gone=0 if last else before.number - baseline.number,
        others=others.total(),
        refusals=report.counts()[Severity.REFUSAL],
    )


def _whole_baseline(repository: Repository, *, renew: bool) -> Baseline:
    """The baseline that is there. Raises PlancError if something of it would be lost unseen."""
    file = parse_file(source_of(repository.root / BASELINE, repository.root), "baseline", {})
    if not is_sound(file) and not (renew and repository.whole):
        raise PlancError(
            f"{BASELINE} cannot be read as it stands, and planc check says why. Put that right; or"
            " make the list anew, with all plans: planc baseline --renew"
        )
    return _baseline(file)


def _last_day(policy: Policy, as_of: dt.date, until: dt.date | None) -> dt.date:
    """The last day of a new list, which local policy limits. Raises PlancError if it cannot be."""
    most = min(policy.numbers.baseline_days, (dt.date.max - as_of).days)
    latest = as_of + dt.timedelta(most)
    if until and not as_of <= until <= latest:
        days = f"from {long_day(as_of)} to {long_day(latest)} ({count(most, 'day')}, local policy)"
        raise PlancError(f"--until can be a day {days}.")
    return until or latest


def _relisted(baseline: Baseline, report: Report, until: dt.date | None = None) -> Baseline:
    """What is left of the baseline; with `until`, new lists for the plans of the report as well."""
    unrun = CHANGE_NAMES if report.whole else CHANGE_NAMES | PORTFOLIO_NAMES
    return shorten_baseline(baseline, _listable(report), report, unrun, until)


def _listable(report: Report) -> list[Finding]:
    """The findings that a baseline can hold, whether it does or not; none of a rule in preview."""
    older = [aside.finding for aside in report.set_aside if aside.waiver is None]
    return [
        finding
        for finding in (*report.findings, *older)
        if finding.severity and finding.rule not in FIXED and finding.place.path != BASELINE
    ]


def _baseline(file: ParsedFile | None) -> Baseline:
    """The list of older findings; nothing of it where it cannot be read, and that is a finding."""
    return build(Baseline, file.document) if file and file.document else Baseline()
