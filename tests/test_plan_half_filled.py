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


def test_it_gets_ten_messages_at_most(planc: Planc, tmp_path: Path) -> None:
    for name in ("directory.yaml", "planc.yaml"):
        shutil.copy(ROOT / "plans" / name, tmp_path / name)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "sorrel.yaml").write_text(PLAN, encoding="utf-8")
    out = planc("check", ".", *DAY, cwd=tmp_path).out
    assert 3 <= out.count("  Wrong: ") <= 10
    assert "As an active plan this one will owe" in out
    assert "has no owner. Likewise " in out
    assert "What matters most for the board of 2 December 2026:" in out
