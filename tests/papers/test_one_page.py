"""Page one is one A4 page, whatever a sample is made to say and however many faults it has."""

import json
import re
import shutil
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
import yaml

from planc.all_papers import PaperName
from tests.conftest import examples
from tests.papers.reading import SAMPLES, files, papers
from tests.programs import printed

_NOT_PLANS = ("planc", "directory")
_SAID = (
    "Sellers move on to the homes of other tenants whenever a landing is closed, and the children"
    " who carry for them are told that they owe for whatever was lost, so the partners ask for one"
    " plan with one date. "
)

Sample = dict[str, Any]


def _words(letters: int) -> str:
    return (_SAID * 5)[:letters].strip()


_RED = ("OBJ-1", "OBJ-92", "OBJ-95")


def _break(plan: Sample) -> None:
    """Two tactics have no owner, and the plan no day for its next review."""
    for number in (80, 81):
        plan["pursue"].append(
            {"id": f"PUR-{number}", "tactic": "Warrants that nobody has taken on"}
        )
    plan.pop("next_review", None)


def _say_all(plan: Sample) -> None:
    """Everything that page one shows: a decision that a chair can bear, the rest far longer."""
    plan["summary"] = "county lines and modern slavery group across three districts"
    plan["threat"]["assessment"] = _words(900)
    option = {"option": _words(60), "because": _words(70), "cost": _words(25)}
    plan["decision_sought"] = {
        "id": "DEC-099",
        "decision": _words(140),
        "by": plan["sro"],
        "when": "2026-12-02",
        "otherwise": _words(90),
        "options": [{**option, "recommended": number == 0} for number in range(3)],
    }
    plan["change_sought"] = {"change": "archive", "because": _words(50), "asked_on": "2026-11-20"}
    first = plan["objectives"][0]
    plan["objectives"] += [{**first, "id": f"OBJ-{number}"} for number in range(90, 96)]
    log = plan.setdefault("log", [])
    for objective in plan["objectives"]:
        objective["statement"] = _words(200)
        rag = "red" if objective["id"] in _RED else "amber"
        rated = {"date": "2026-11-19", "ref": objective["id"], "rag": rag}
        log.append({**rated, "because": _words(200)})
    late = {"tactic": "Warrants", "serves": first["id"], "owner": plan["lro"], "due": "2026-10-01"}
    for number in range(90, 96):
        plan["pursue"].append({**late, "id": f"PUR-{number}"})
        about = {"date": "2026-11-19", "ref": f"PUR-{number}"}
        log.append({**about, "disruption": "moderate", "lead": "police", "effect": _words(200)})
        log.append({**about, "status": "blocked", "because": _words(300)})
    sent = {"what": _words(200), "asked_on": "2026-11-02"}
    plan["bids"] = [*plan.get("bids", []), *({**sent, "id": f"BID-{n}"} for n in range(90, 99))]
    plan["coming"] = [{"date": f"2026-12-1{n}", "event": _words(150)} for n in range(9)]


def _break_and_say_all(plan: Sample) -> None:
    _say_all(plan)
    _break(plan)


def _draft_and_say_all(plan: Sample) -> None:
    _say_all(plan)
    plan["status"] = "draft"


CHANGES: dict[str, Callable[[Sample], None]] = {
    "broken": _break,
    "broken-and-long": _break_and_say_all,
    "draft-and-long": _draft_and_say_all,
}


FULLEST = "broken-and-long"
SOME = {
    "broken": ("minimal",),
    "broken-and-long": ("county-lines", "minimal", "modern-slavery"),
    "draft-and-long": ("county-lines", "minimal"),
}
"""The samples that are printed in the gate; at length it is each of them."""


def _samples(root: Path, change: Callable[[Sample], None], names: Collection[str] = ()) -> Path:
    """The samples of these names, or all, each changed in the same way."""
    shutil.copytree(SAMPLES, root, ignore=shutil.ignore_patterns("packs"), dirs_exist_ok=True)
    for path in root.glob("*.yaml"):
        if path.stem in _NOT_PLANS:
            continue
        if names and path.stem not in names:
            path.unlink()
            continue
        plan = yaml.safe_load(path.read_text(encoding="utf-8"))
        change(plan)
        path.write_text(json.dumps(plan, default=str), encoding="utf-8")
    return root


def _pages(folder: Path, kind: PaperName, pages: str = "") -> dict[str, list[str]]:
    """The pages of the board's papers of a kind, of the plans in a folder."""
    out = folder / "packs"
    out.mkdir()
    for paper in files(papers(folder, kind, forms=["docx"])):
        (out / paper.name).write_bytes(paper.content)
    return printed(out, pages)


def _lines(page: str) -> list[str]:
    """The lines of a page between the marking and the stamp above and the two lines below."""
    return [line.strip() for line in page.splitlines() if line.strip()][2:-2]


@pytest.mark.generated
@pytest.mark.parametrize("change", CHANGES)
def test_page_one_of_a_plan_is_one_page(tmp_path: Path, change: str) -> None:
    every = examples(1) > 1
    root = _samples(tmp_path, CHANGES[change], () if every else SOME[change])
    pages_by_name = _pages(root, "plan", "1-2")
    assert len(pages_by_name) == (8 if every else len(SOME[change]))
    for name, (first, second) in pages_by_name.items():
        assert ("DRAFT" if change.startswith("draft") else "Plan checks not met") in first, name
        assert "Coming:" in first, name
        assert _lines(second)[0].startswith("Contents: 1 "), name


def test_a_plan_in_a_portfolio_is_one_page(tmp_path: Path) -> None:
    pages_by_name = _pages(_samples(tmp_path, CHANGES[FULLEST]), "portfolio")
    assert pages_by_name
    for name, pages in pages_by_name.items():
        starts = [n for n, page in enumerate(pages) if "here because:" in " ".join(page.split())]
        assert starts, name
        assert all(re.match(r"\d+ SAMPLE ", _lines(pages[n])[0]) for n in starts), name
        end = next(n for n, page in enumerate(pages) if _lines(page)[0] == "About this paper")
        assert starts == list(range(starts[0], end)), name
