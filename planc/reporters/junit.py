"""Findings as failed tests, for build servers that show nothing else: the XML of JUnit."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planc import __version__
from planc.model.baseline import BASELINE
from planc.model.finding import Finding, Severity
from planc.model.report import FileReport, Report, Style, numbered
from planc.model.set_aside import SetAside
from planc.wording.day import long_day
from planc.wording.summary import summary
from planc.wording.text import one_line


class _Test(NamedTuple):
    """A test: of which file, what it is called, and what came of it (nothing where it passed)."""

    file: str
    name: str
    result: str = ""
    message: str = ""
    lines: tuple[str, ...] = ()


def report(report: Report, _style: Style) -> str:
    """One suite: a test for each finding, and one for each file that has no error.

    An error or a refusal is a failed test, or an error of the test where the file could not be
    checked. The test of a warning passes, and the warning is what it printed; that of a finding
    which is set aside is skipped.
    """
    from xml.etree.ElementTree import Element, SubElement, indent, tostring

    tests = list(_tests(report))
    root = Element("testsuites", name="planc")
    suite = SubElement(root, "testsuite", name="planc", tests=str(len(tests)))
    for result, name in {"failure": "failures", "error": "errors", "skipped": "skipped"}.items():
        suite.set(name, str(sum(test.result == result for test in tests)))
    properties = SubElement(suite, "properties")
    for name, value in {"planc": __version__, "as_of": report.as_of.isoformat()}.items():
        SubElement(properties, "property", name=name, value=value)
    for test in tests:
        case = SubElement(suite, "testcase", classname=test.file, name=test.name)
        if test.result:
            outcome = SubElement(case, test.result)
            outcome.text = "\n".join(test.lines)
            if test.message:
                outcome.set("message", test.message)
    SubElement(suite, "system-out").text = "\n".join(one_line(line) for line in summary(report))
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_inert(text)}\n'


def _tests(report: Report) -> Iterator[_Test]:
    grave = {f.place.path for f in report.findings if f.severity >= Severity.ERROR}
    for file in report.files:
        if file.path not in grave:
            yield _of_file(file)
    pairs: list[tuple[Finding, SetAside | None]] = [(finding, None) for finding in report.findings]
    pairs += [(aside.finding, aside) for aside in report.set_aside]
    numbers = numbered(finding for finding, _ in pairs)
    for (finding, aside), (_, number) in zip(pairs, numbers, strict=True):
        test = _of_finding(finding, number, report.file(finding.place.path))
        yield _skipped(test, aside) if aside else test


def _of_file(file: FileReport) -> _Test:
    test = _Test(one_line(file.path), "no errors")
    if file.checked:
        return test
    return test._replace(result="error", message="It could not be checked.")


def _of_finding(finding: Finding, number: int, file: FileReport | None) -> _Test:
    name = f"{finding.rule}: {finding.object}" + (f" ({number})" if number > 1 else "")
    lines = (finding.where, finding.wrong, *finding.advice)
    test = _Test(
        file=one_line(finding.place.path),
        name=one_line(name),
        lines=tuple(one_line(line) for line in lines),
    )
    if finding.severity < Severity.ERROR:
        return test._replace(result="system-out")
    checked = file is None or file.checked
    return test._replace(
        result="failure" if checked else "error",
        message=one_line(f"{str(finding.severity).capitalize()}: {finding.wrong}"),
    )


def _skipped(test: _Test, aside: SetAside) -> _Test:
    by = f"a waiver of {aside.waiver.approver}" if aside.waiver else BASELINE
    reason = one_line(f"Set aside by {by} until {long_day(aside.until)}.")
    return test._replace(result="skipped", message="", lines=(reason, *test.lines))


def _inert(xml: str) -> str:
    """The same XML with nothing in it that a build server would obey; see `model.text.inert`."""
    return re.sub(r"^(\s*):(?=:)", r"\1&#58;", xml, flags=re.MULTILINE).replace("##", "#&#35;")
