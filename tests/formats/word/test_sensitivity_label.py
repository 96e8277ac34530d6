"""A force's own sensitivity label on its Word papers, as its policy names it for a marking."""

from dataclasses import replace
from pathlib import Path

import pytest

from planc.formats.docx import emit
from planc.model.policy import Label, Policy
from planc.repository import open_repository
from tests.conftest import Planc
from tests.formats.every_block import every_block
from tests.formats.house_files import parts_of

_ID, _RECIPIENTS = "11111111-2222-3333-4444-55555555AAAA", "99999999-2222-3333-4444-555555555555"
_TENANT = "66666666-7777-8888-9999-000000000000"
_LABELS = f"""
labels:
  - {{marking: OFFICIAL-SENSITIVE, name: "Sensitive <force>", id: {_ID}, tenant: {_TENANT}}}
  - {{marking: OFFICIAL, name: Official, id: {_TENANT}, tenant: {_TENANT}}}
"""
_CUSTOM = "docProps/custom.xml"


def _properties(raw: bytes) -> dict[str, str]:
    root = parts_of(raw)[_CUSTOM]
    return {held.get("name"): held[0].text for held in root}


def test_a_word_paper_has_the_label_of_its_marking(planc: Planc, base: Path) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + _LABELS)
    assert planc("build", "--as-of", "2026-11-22").status == 0
    line = "labels: Word papers of OFFICIAL-SENSITIVE carry the label Sensitive <force> (planc.yaml"
    assert line in planc("check", "--as-of", "2026-11-22").out
    raw = (base / "packs" / "SOC-2026-014-plan-board.docx").read_bytes()
    key = f"MSIP_Label_{_ID.lower()}"
    found = _properties(raw)
    assert found.pop(f"{key}_ActionId")
    assert found == {
        f"{key}_Enabled": "true",
        f"{key}_SetDate": "2026-11-22T00:00:00Z",
        f"{key}_Method": "Standard",
        f"{key}_Name": "Sensitive <force>",
        f"{key}_SiteId": _TENANT,
        f"{key}_ContentBits": "0",
    }
    parts = parts_of(raw)
    kinds = [e.get("PartName") for e in parts["[Content_Types].xml"]]
    targets = [e.get("Target") for e in parts["_rels/.rels"]]
    assert (f"/{_CUSTOM}" in kinds, _CUSTOM in targets) == (True, True)
    planc("build", "--as-of", "2026-11-22")
    assert (base / "packs" / "SOC-2026-014-plan-board.docx").read_bytes() == raw
    assert planc("verify", "packs/SOC-2026-014-plan-board.docx").status == 0


def test_without_labels_a_paper_has_no_properties_of_its_own() -> None:
    assert _CUSTOM not in parts_of(emit(every_block(), b""))


@pytest.mark.parametrize(
    ("marking", "name"),
    [
        ("OFFICIAL", "Official"),
        ("OFFICIAL-SENSITIVE", "Sensitive"),
        ("OFFICIAL-SENSITIVE - PERSONAL DATA", "Sensitive"),
        ("OFFICIAL-SENSITIVE - RECIPIENTS ONLY", "Recipients"),
        ("OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA", "Recipients"),
        ("SECRET", None),
    ],
)
def test_a_marking_takes_the_label_that_says_most_of_it(marking: str, name: str | None) -> None:
    known = {
        "OFFICIAL": "Official",
        "OFFICIAL-SENSITIVE": "Sensitive",
        "OFFICIAL-SENSITIVE - RECIPIENTS ONLY": "Recipients",
    }
    labels = [
        Label(marking=key, name=value, id=_ID, tenant=_TENANT) for key, value in known.items()
    ]
    found = _policy(*labels).label(marking)
    assert (found.name if found else None) == name


def _policy(*labels: Label) -> Policy:
    return replace(open_repository([Path("plans")]).policy, labels=labels)


def test_a_label_s_id_must_be_one(planc: Planc, base: Path) -> None:
    policy = base / "planc.yaml"
    policy.write_text(policy.read_text() + _LABELS.replace(_ID, "none"))
    ran = planc("check", "--as-of", "2026-11-22")
    assert ran.status == 2
    assert '"none" is not in the form of "Id"' in ran.err
