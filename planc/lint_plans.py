"""Plans -> findings: a chunk after another, in as many processes as help, and all together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from planc.all_rules import BY_NAME
from planc.model.context import Clue, Context
from planc.model.finding import Finding, Problem
from planc.model.parsed_file import PLAN, ParsedFile
from planc.model.report import FileReport
from planc.model.rule import rule_name
from planc.model.set_aside import WaiverVerdicts
from planc.model.source import Source
from planc.passes.lint import Linter
from planc.passes.withhold import is_open
from planc.processes import spread
from planc.repository import Repository, parse_file, source_of


class LintedFile(NamedTuple):
    """What was found in a file, what is reported of it, and whether it names posts."""

    findings: list[Finding]
    report: FileReport
    names_posts: bool


class LintedPlans(NamedTuple):
    """Some plans, and what they keep for the rules about all plans and for the end of the run."""

    files: list[LintedFile]
    clues: Mapping[str, Mapping[str, list[Clue]]]
    waivers: list[WaiverVerdicts]


@dataclass(frozen=True)
class PlanLinter:
    """Lints the plans of a repository, in this process or in others.

    `piped` stands in place of what files say. `lost` is called where a process was ended.
    """

    repository: Repository
    context: Context
    since: bool
    piped: Mapping[Path, bytes]

    def lint(self, jobs: int, lost: Callable[[], None]) -> Iterator[LintedPlans]:
        """Each chunk of the plans that were asked for."""
        return spread(self._lint, self.repository.plans, jobs, lost)

    def lint_together(
        self, linter: Linter, files: Mapping[str, Path], jobs: int, lost: Callable[[], None]
    ) -> list[Finding]:
        """The findings of the portfolio rules, for which each plan they are in is read again.

        No plan is kept for the few that are found.
        """
        named = [
            (files[path], [(rule_name(rule), problem) for rule, problem in pairs])
            for path, pairs in linter.problems_together().items()
        ]
        found = [finding for some in spread(self._sign, named, jobs, lost) for finding in some]
        return sorted(found, key=lambda finding: finding.order)

    def _linter(self) -> Linter:
        return Linter(self.context, whole=self.repository.whole, since=self.since)

    def _lint(self, paths: Sequence[Path]) -> LintedPlans:
        linter = self._linter()
        files = []
        for path in paths:
            source = source_of(path, self.repository.root)
            if path in self.piped:
                source = Source(source.path, self.piped[path])
            file = parse_file(source, PLAN, self.repository.known)
            files.append(lint_file(file, source, linter, self.context))
        return LintedPlans(files, linter.clues, linter.waivers)

    def _sign(self, named: Sequence[tuple[Path, list[tuple[str, Problem]]]]) -> list[Finding]:
        linter, findings = self._linter(), list[Finding]()
        for path, pairs in named:
            source = source_of(path, self.repository.root)
            file = parse_file(source, PLAN, self.repository.known)
            findings += linter.sign(file, [(BY_NAME[name], problem) for name, problem in pairs])
        return findings


def lint_file(file: ParsedFile, source: Source, linter: Linter, context: Context) -> LintedFile:
    """A file, linted; its text is kept if something of it may have to be shown."""
    findings, plan = linter.lint(file), file.plan
    shown = bool(findings or file.kind == "baseline" or (plan and plan.waivers))
    report = reported(file, source, context, shown=shown)
    return LintedFile(findings, report, plan is not None and bool(plan.sro or plan.lro))


def reported(file: ParsedFile, source: Source, context: Context, *, shown: bool) -> FileReport:
    """What a report says of a file itself."""
    board = context.policy.board(file.plan.board) if file.plan else None
    return FileReport(
        path=file.path,
        plan=file.is_plan,
        checked=file.document is not None,
        open=is_open(file),
        digest=source.digest,
        text=_as_written(file, source) if shown else None,
        name=(file.plan.ref if file.plan else None) or file.path,
        sound=is_sound(file),
        board_meets=board.next_meeting(context.as_of) if board else None,
    )


def is_sound(file: ParsedFile) -> bool:
    """Whether all of it could be taken as written."""
    return file.document is not None and not file.document.spoiled


def _as_written(file: ParsedFile, source: Source) -> str:
    """The text with its tabs and invisible characters, which what was read of it has no more."""
    try:
        return (source.raw or b"").decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return file.text
