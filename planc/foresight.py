"""A plan as it will stand when a day comes, by the very rules: for `due` and for page one."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from planc.model.baseline import Baseline
from planc.model.finding import Finding
from planc.model.parsed_file import ParsedFile
from planc.model.upcoming import Upcoming
from planc.passes.build import build
from planc.passes.find_upcoming import find_upcoming
from planc.passes.lint import Linter
from planc.passes.set_aside import set_aside
from planc.repository import Repository, parse_file, source_of


class Foresight:
    """What will be late of the plans of a repository, plan by plan, seen from `as_of`.

    What all plans together say is not in it.
    """

    def __init__(self, repository: Repository, as_of: dt.date) -> None:
        self._repository = repository
        self._as_of = as_of

    def by(self, file: ParsedFile, today: Iterable[Finding], day: dt.date) -> tuple[Upcoming, ...]:
        """What is not late of a plan, or among what counts `today`, and will be on a day to come.

        What is set aside on that day is left out.
        """
        if file.plan is None or day <= self._as_of:
            return ()
        linter = Linter(self._repository.context(day), whole=False)
        found = linter.lint(file)
        then = set_aside(found, linter.waivers, self._baseline, day).counting
        ordered = sorted(then, key=lambda finding: finding.order)
        return tuple(find_upcoming(file.plan, self._as_of, day, today, ordered))

    def boards(self, file: ParsedFile, today: Iterable[Finding]) -> dict[str, tuple[Upcoming, ...]]:
        """The same for when each board meets next that a plan goes to, by the id of the board."""
        found = {}
        for name in file.plan.boards if file.plan else ():
            board = self._repository.policy.board(name)
            meets = board.next_meeting(self._as_of) if board else None
            if meets:
                found[name] = self.by(file, today, meets)
        return found

    @cached_property
    def _baseline(self) -> Baseline:
        for path, kind in self._repository.files:
            if kind == "baseline":
                file = parse_file(source_of(path, self._repository.root), kind, {})
                return build(Baseline, file.document) if file.document else Baseline()
        return Baseline()
