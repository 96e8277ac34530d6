"""A plan with work that is shared with two partners, read and ready for the passes."""

from pathlib import Path
from typing import NamedTuple

import yaml

from planc.model.context import Context
from planc.model.finding import Finding
from planc.model.plan import Plan
from planc.model.view import PARTNERS, RECIPIENT, Edition, View
from planc.passes.redact import share
from planc.passes.release_gate import release_gate
from planc.repository import open_repository, parse_file, source_of
from tests.conftest import AS_OF, PLAN, merged

SHARED = """\
operation: EXAMPLE LARCH
threat:
  type: ocg
  areas: [drugs]
  assessment: Likely to keep supplying.
  partner_text: A group sells drugs from rented homes.
objectives:
  - {id: OBJ-1, statement: Halve supply, measure: Calls, by: 2027-03-31, set_on: 2026-09-09}
  - {id: OBJ-2, statement: Keep children safe, partner_text: Children are safe, measure: Visits,
     by: 2027-03-31, set_on: 2026-09-09}
pursue:
  - {id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
prevent:
  - {id: PRE-1, tactic: Find a mentor, serves: OBJ-1, owner: di-soc-west, due: 2026-12-01}
  - {id: PRE-2, tactic: Mentoring, serves: OBJ-2, owner: council-youth-lead, due: 2027-01-29,
     status: in progress, share: [council-youth-lead, mentoring-lead], partner_title: Mentoring,
     partner_text: Match the pupils with a mentor.}
protect:
  - {id: PRO-1, tactic: Train mentors, serves: OBJ-2, owner: mentoring-lead, due: 2026-12-11,
     share: [mentoring-lead], partner_text: Train the mentors.}
prepare:
  - {id: PPR-1, tactic: Rehousing, serves: OBJ-1, owner: council-housing, next_check: 2026-12-11,
     status: approved, share: [council-youth-lead, council-housing], partner_text: Keep rooms free.}
actions:
  - {id: ACT-1, action: Ask the courts, owner: di-soc-east, due: 2026-12-02}
  - {id: ACT-2, action: Call the schools, owner: council-youth-lead, due: 2026-12-02,
     share: [council-youth-lead], partner_text: Call the schools.}
"""
YOUTH = "council-youth-lead"


class Sharing(NamedTuple):
    """A plan and what it is read against."""

    plan: Plan
    context: Context

    def view(self, reader: str | None = YOUTH, *, owned: bool = False) -> View:
        """What a partner may see of it, or all at the table."""
        edition: Edition = RECIPIENT if reader else PARTNERS
        return share(self.plan, self.context, edition, reader, owned=owned)

    def refusal(self, reader: str | None = YOUTH, *standing: Finding) -> str:
        """Why there may be no paper; empty if there may."""
        return release_gate(self.plan, self.context, self.view(reader), standing)


def sharing(root: Path, piece: str = "", *directory: tuple[str, object]) -> Sharing:
    """The base plan with work that is shared and `piece` in it.

    Each of `directory` is the id of an organisation with its agreement in place of what it has.
    """
    path = root / PLAN
    path.write_text(merged(merged(path.read_text(), SHARED), piece), encoding="utf-8")
    data = yaml.safe_load((root / "directory.yaml").read_text())
    for name, agreement in directory:
        (organisation,) = [one for one in data["organisations"] if one["id"] == name]
        organisation["agreement"] = agreement
    (root / "directory.yaml").write_text(yaml.safe_dump(data))
    repository = open_repository([path])
    file = parse_file(source_of(path, repository.root), "plan", repository.known)
    assert not file.faults, file.faults
    assert file.plan
    return Sharing(file.plan, Context(AS_OF, repository.policy, repository.directory))
