"""A plan that is sixty per cent filled, as an import would leave it, is not scolded at length."""

import shutil
from pathlib import Path

from tests.conftest import DAY, ROOT, Planc

PLAN = """\
# SAMPLE: as an import would leave it
planc: 1
ref: SOC-2026-044
operation: SAMPLE SORREL
marking: OFFICIAL-SENSITIVE
status: draft
starts: 2026-10-14
sro: supt-soc
lro: di-soc-north
board: exampleshire-ocg
next_review: 2026-12-02
threat:
  type: ocg
  areas: [drugs]
  assessment: The group is likely to go on supplying cocaine, and uses children to run it.
objectives:
  - {id: OBJ-1, statement: Reduce supply, measure: Calls}
  - {id: OBJ-2, statement: Safeguard children}
  - {id: OBJ-3, statement: Deny the group its money, measure: Assets restrained, target: TBC}
pursue:
  - {id: PUR-1, tactic: Arrest the main subjects, owner: sio-soc, due: 2026-09-30}
  - {id: PUR-2, tactic: Warrants at the garages, due: 2026-10-30}
  - {id: PUR-3, tactic: Financial investigation, owner: financial-investigator}
prevent:
  - {id: PRE-1, tactic: Diversion, owner: youth-justice-lead, due: 2026-10-30}
  - {id: PRE-2, tactic: School inputs, due: TBC}
protect:
  - {id: PRO-1, tactic: Safeguarding of children found, owner: children-exploitation-lead}
  - {id: PRO-2, tactic: Target hardening}
prepare: []
partners: [{organisation: exampleshire-council}]
actions:
  - {id: ACT-1, action: Speak to housing}
  - {id: ACT-2, action: Chase the CPS, owner: sio-soc}
risks:
  - {id: RSK-1, risk: Reprisals}
  - {id: RSK-2, risk: Displacement}
log:
  - {date: 2026-11-04, review: continue, board: exampleshire-ocg, by: supt-soc}
  - {date: 2026-11-10, ref: OBJ-1, rag: amber}
  - {date: 2026-11-11, ref: ACT-2, note: Chased}
"""


def _checked(planc: Planc, root: Path, text: str, *options: str) -> str:
    shutil.rmtree(root, ignore_errors=True)
    (root / "plans").mkdir(parents=True)
    for name in ("directory.yaml", "planc.yaml"):
        shutil.copy(ROOT / "plans" / name, root / name)
    (root / "plans" / "sorrel.yaml").write_text(text, encoding="utf-8")
    return planc("check", ".", *DAY, *options, cwd=root).out


def test_a_draft_gets_ten_messages_at_most(planc: Planc, tmp_path: Path) -> None:
    out = _checked(planc, tmp_path / "force", PLAN)
    assert 3 <= out.count("  Wrong: ") <= 10
    assert "As an active plan this one will owe" in out
    assert "has no owner. Likewise " in out
    assert "What matters most for the board of 2 December 2026:" in out


def test_as_an_active_plan_too_and_nothing_is_left_out(planc: Planc, tmp_path: Path) -> None:
    active = PLAN.replace("status: draft", "status: active")
    out = _checked(planc, tmp_path / "force", active)
    words = " ".join(out.split())
    assert out.count("  Wrong: ") == 10
    assert "PUR-2 has no owner. Likewise PRE-2 and PRO-2, on lines 26 and 29." in words
    assert "Also, on line 33: ACT-1 has no owner." in words
    assert "Also, on line 21: PUR-1 serves no objective. Likewise PUR-2, PUR-3" in words
    assert "RSK-1 has no owner and no controls. Likewise RSK-2, on line 37." in words
    assert "was due on 30 September 2026, 53 days ago. Also, on line 22: PUR-2 was due" in words
    assert "Found 15 errors, 18 warnings." in words
    one_line_each = _checked(planc, tmp_path / "force", active, "--output", "concise")
    assert one_line_each.count(" error ") == 15
