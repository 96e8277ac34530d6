"""What is measured: each measure has a title, the contenders of its race (the base first), rounds.

Where contenders differ in size, `units` says how many plans or rows they have, and ratios are by
unit: what grows with its size alone has 1.
"""

import re
import shutil
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks import corpus, papers, template
from tests.benchmarks.peers import Peers
from tests.benchmarks.race import Contender, run
from tests.conftest import DAY

_WHOLE = "06-modern-slavery"
"""The end of the name of a plan that has every part that plans have."""


class Workplace:
    """Environments and repositories below a folder, each made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.peers = Peers(folder / "environments")
        self.folder = folder / "work"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.repository = cache(self._repository)

    def _repository(self, plans: int) -> Path:
        return corpus.write(self.folder / f"plans-{plans}", plans)

    def plans(self, number: int) -> tuple[Path, ...]:
        """The files of a repository of so many plans."""
        return tuple(sorted((self.repository(number) / "plans").iterdir()))

    def plan(self) -> Path:
        """One plan of the eight."""
        return self.repository(8) / "plans" / f"000{_WHOLE}.yaml"

    def contender(self, name: str, *words: object, status: int = 0, units: int = 1) -> Contender:
        return Contender(name, tuple(map(str, words)), self.folder, status, units)

    def planc(
        self, name: str, root: Path, *words: object, status: int = 0, units: int = 1
    ) -> Contender:
        """planc in a folder."""
        command = self.contender(name, self.peers.planc, *words, status=status, units=units)
        return command._replace(folder=root)


def _version(at: Workplace) -> list[Contender]:
    return [
        at.contender("python -c pass", *at.peers.nothing),
        at.planc("planc --version", at.folder, "--version"),
    ]


def _check_one(at: Workplace) -> list[Contender]:
    return [
        at.contender("yamllint", *at.peers.yamllint, at.plan()),
        at.planc("planc check", at.repository(8), "check", at.plan()),
        at.contender("yaml.load", *at.peers.load, at.plan()),
        at.contender("check-jsonschema", *at.peers.check_jsonschema, at.plan()),
    ]


_FAULTS = {
    "a rule": (r", owner: sio-soc,", ","),
    "the shape": (r"\nstatus: active", r"\nstatus: live"),
    "syntax": (r"\nobjectives:", r"\nobjectives"),
}


def _check_findings(at: Workplace) -> list[Contender]:
    contenders = [at.planc("clean", at.repository(8), "check", at.plan())]
    for name, (right, wrong) in _FAULTS.items():
        root = shutil.copytree(at.repository(8), at.folder / name.replace(" ", "-"))
        plan = root / "plans" / at.plan().name
        text = plan.read_text(encoding="utf-8")
        plan.write_text(re.sub(right, wrong, text, count=1), encoding="utf-8")
        contenders.append(at.planc(f"a fault in {name}", root, "check", plan, status=1))
    return contenders


def _check_all(number: int, at: Workplace) -> list[Contender]:
    return [
        at.contender("yaml.load", *at.peers.load, *at.plans(number)),
        *(
            at.planc(f"planc check, {jobs} at once", at.repository(number), "check", "-j", jobs)
            for jobs in (1, 2)
        ),
    ]


def _check_growth(at: Workplace) -> list[Contender]:
    return [
        at.planc(f"{number:,} plans", at.repository(number), "check", units=number)
        for number in (100, 1_000, 10_000)
    ]


def _build_one(at: Workplace) -> list[Contender]:
    packs = at.folder / "packs-1"
    contenders = _built(at, packs, at.repository(8), at.plan())
    (paper,) = packs.glob("*.md")
    pandoc = at.contender("pandoc", at.peers.pandoc, paper, "-o", at.folder / "pandoc.docx")
    return [*contenders, pandoc]


def _build_many(number: int, at: Workplace) -> list[Contender]:
    return _built(at, at.folder / f"packs-{number}", at.repository(number))


def _built(at: Workplace, packs: Path, root: Path, *plans: Path) -> list[Contender]:
    """planc's papers, and docxtpl's with the same words."""
    planc = at.planc("planc build", root, "build", *plans, "--to", "docx,md", "--out", packs)
    run(planc)
    rendered = at.folder / f"docxtpl-{packs.name}"
    rendered.mkdir()
    form = rendered / "template.docx"
    template.write_template(form)
    words = template.write_blocks(packs, rendered)
    return [at.contender("docxtpl", *at.peers.docxtpl, form, rendered, *words), planc]


def _portfolio(at: Workplace) -> list[Contender]:
    return [
        at.planc(
            f"{number:,} plans",
            at.repository(number),
            *("build", "--pack", "portfolio", "--to", "docx", "--out", at.folder / "portfolio"),
            units=number,
        )
        for number in (100, 1_000)
    ]


def _rows(at: Workplace) -> list[Contender]:
    contenders = []
    for rows in (100, 1_000):
        root = papers.written(at.folder / f"rows-{rows}", rows)
        words = ("build", "plans", "--to", "docx", "--out", "packs", *DAY)
        contenders.append(at.planc(f"{rows:,} rows", root, *words, status=1, units=rows))
    return contenders


class Measure(NamedTuple):
    """One race, and how many rounds it has."""

    title: str
    contenders: Callable[[Workplace], list[Contender]]
    rounds: int


MEASURES = {
    "version": Measure("start", _version, 25),
    "check-1": Measure("check one plan", _check_one, 11),
    "check-findings": Measure("check one plan with a finding", _check_findings, 11),
    "check-100": Measure("check 100 plans", partial(_check_all, 100), 5),
    "check-1000": Measure("check 1,000 plans", partial(_check_all, 1_000), 3),
    "check-growth": Measure("check, by plan", _check_growth, 1),
    "build-1": Measure("build one plan's paper, Word and Markdown", _build_one, 7),
    "build-100": Measure("build 100 plans' papers", partial(_build_many, 100), 3),
    "portfolio": Measure("portfolio as Word, by plan", _portfolio, 1),
    "rows": Measure("one paper as Word, by row of its tables", _rows, 3),
}
