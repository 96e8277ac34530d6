"""A first draft: what was answered, and proposals for each strand that are no part of it."""

import pytest
import yaml

from planc.model.tactic import STRANDS
from planc.passes.begin_plan import begin_plan
from planc.resources import schema

KINDS = schema("plan")["properties"]["threat"]["properties"]["type"]["enum"]
ANSWERS = {"ref": "SOC-2026-002", "operation": "EXAMPLE ASH", "objective": "No: not #1, {x}"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_strand_of_every_kind_of_threat_has_proposals(kind: str) -> None:
    draft = begin_plan({**ANSWERS, "type": kind}).decode()
    for strand in STRANDS:
        after = draft.partition(f"# {strand}:\n")[2].split("\n")
        assert all(line.startswith("#   ") for line in after[:2])
    assert max(map(len, draft.split("\n"))) <= 80
    assert len(set(draft.split("\n"))) == len(draft.split("\n")) - draft.count("\n\n")


def test_what_was_answered_is_all_that_it_says() -> None:
    data = yaml.safe_load(begin_plan({**ANSWERS, "type": "ocg", "areas": ["drugs"]}))
    assert data == {
        "planc": 1,
        "ref": "SOC-2026-002",
        "operation": "EXAMPLE ASH",
        "status": "draft",
        "threat": {"type": "ocg", "areas": ["drugs"]},
        "objectives": [{"id": "OBJ-1", "statement": "No: not #1, {x}"}],
    }
