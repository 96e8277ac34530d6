"""What a check has to say of a repository since it was another: rules over each change."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import PurePath

from planc.model.finding import Finding, Severity
from planc.model.parsed_file import PLAN, FileKind, ParsedFile
from planc.model.report import Report
from planc.passes.lint import Linter
from planc.repository import Repository, parse_file, source_of
from planc.since import Earlier, Moment, changes_since, settings_since


def findings_since(
    repository: Repository, linter: Linter, was: Earlier, as_of: dt.date
) -> Iterator[Finding]:
    """The findings of the rules about changes: those of plans, then those of settings."""
    for change in changes_since(repository, Moment(was, as_of)):
        if change.differences:
            reading = change.after or change.before
            path = reading.path if reading else ""
            file = _file(repository, path, PLAN) if change.after else _gone(path, PLAN)
            yield from linter.lint_change(file, change)
    kinds: dict[str, FileKind] = {
        source_of(path, repository.root).path: kind for path, kind in repository.files
    }
    for setting in settings_since(repository, was):
        if setting.path in kinds:
            file = _file(repository, setting.path, kinds[setting.path])
        else:
            file = _gone(setting.path, "policy")
        yield from linter.lint_change(file, setting)


def _file(repository: Repository, path: str, kind: FileKind) -> ParsedFile:
    source = source_of(repository.root / PurePath(path), repository.root)
    return parse_file(source, kind, repository.known)


def _gone(path: str, kind: FileKind) -> ParsedFile:
    return ParsedFile(path, kind, "", None, None, ())


def eased(report: Report, then: Report, was: Earlier) -> Report:
    """The report, with what only the calendar brought to plans that nobody touched as warnings.

    `then` is the report on the same files, as of the day with which they are compared.
    """
    untouched = {
        file.path
        for file in report.files
        if file.plan and file.path in was.plans and was.sources[file.path].digest == file.digest
    }
    known = {(finding.place.path, *finding.identity) for finding in then.findings}

    def fell_due(finding: Finding) -> bool:
        path = finding.place.path
        new = path in untouched and (path, *finding.identity) not in known
        return new and finding.severity is Severity.ERROR

    lowered = [
        dataclasses.replace(one, severity=Severity.WARNING) if fell_due(one) else one
        for one in report.findings
    ]
    number = sum(map(fell_due, report.findings))
    notes = report.notes
    if number:
        those = "1 error" if number == 1 else f"{number:,} errors"
        notes += (f"Fell due since then in plans that nobody touched, so a warning here: {those}.",)
    return dataclasses.replace(report, findings=tuple(lowered), notes=notes)
