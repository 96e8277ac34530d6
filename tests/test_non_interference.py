"""What a partner's paper does not print changes nothing in it: not a byte, a name or a release.

So whoever holds the paper and knows all but one fact can try what they like for it: every guess
gives the paper they have.
"""

import datetime as dt
import itertools
import json
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from planc.all_formats import FORMATS, Format
from planc.check import check
from planc.model.directory import Agreement, Directory
from planc.model.log import Entry
from planc.model.paper_file import PaperFile, PaperRequest
from planc.model.plan import Plan
from planc.model.view import PARTNERS, RECIPIENT
from planc.passes.redact import share
from planc.produce import produce
from planc.repository import open_repository
from tests.conftest import AS_OF, BASE, PLAN, examples
from tests.passes.sharing import YOUTH, Sharing, sharing

STRANDS = ("pursue", "prevent", "protect", "prepare")
READER, OTHER = "council-youth-lead", "council-housing"

Files = dict[str, dict[str, Any]]
"""A plan, the directory and the policy, as data."""


def _files() -> Files:
    """A plan of which two tasks and an action are shared with a reader, and one with the table."""
    plan = _data(BASE / PLAN)
    plan["threat"] |= {"partner_text": "A group sells drugs from rented homes."}
    plan["objectives"][0] |= {"partner_text": "Fewer calls from residents"}
    plan["objectives"] += [
        {**plan["objectives"][0], "id": "OBJ-2", "partner_text": "Tenants are safe at home"},
        {
            **plan["objectives"][0],
            "id": "OBJ-3",
            "partner_text": "Nobody sells from the flats",
            "share": "table",
        },
    ]
    plan["prevent"][0] |= {
        "share": [READER],
        "partner_title": "Mentoring",
        "partner_text": "Match the pupils whom schools refer with a mentor.",
    }
    plan["prepare"][0] |= {
        "share": [READER, "table"],
        "serves": "OBJ-3",
        "partner_text": "Keep rooms free for tenants who have to move.",
    }
    plan["actions"] = [
        {"id": "ACT-1", "action": "Ask the schools", "owner": READER, "due": "2026-12-04",
         "raised_on": "2026-11-04", "raised_at": "exampleton-ocg", "share": [READER],
         "partner_text": "Tell us which schools take part."},
    ]  # fmt: skip
    return {
        PLAN: plan,
        "directory.yaml": _data(BASE / "directory.yaml"),
        "planc.yaml": _data(BASE / "planc.yaml"),
    }


def _data(path: Path) -> Any:
    return json.loads(json.dumps(yaml.safe_load(path.read_text()), default=str))


# Changes to what is not printed. Each takes a source of chance, and changes the files.


def _words(chance: random.Random) -> str:
    return " ".join(chance.choice(("Zebra", "Quartz", "Violet", "Umber")) for _ in range(4))


def _day(chance: random.Random, first: str, days: int) -> str:
    return (dt.date.fromisoformat(first) + dt.timedelta(chance.randrange(days))).isoformat()


def _operation(files: Files, chance: random.Random) -> None:
    files[PLAN] |= {"operation": _words(chance), "summary": _words(chance), "version": "2"}


def _threat(files: Files, chance: random.Random) -> None:
    files[PLAN]["threat"] |= {
        "type": chance.choice(["ocg", "usg", "place", "priority individual"]),
        "areas": chance.sample(["drugs", "firearms", "fraud", "oac"], 2),
        "tier": chance.choice(["force", "local"]),
        "assessment": _words(chance),
    }


def _strand(files: Files, chance: random.Random) -> None:
    plan = files[PLAN]
    moved = plan[chance.choice(["prevent", "prepare"])].pop()
    plan[chance.choice(["pursue", "protect"])].append(moved)
    for name in ("prevent", "prepare"):
        filler = {"id": f"{name[:3].upper()}-9", "tactic": _words(chance), "serves": "OBJ-2"}
        plan[name] += [] if plan[name] else [filler | {"owner": "di-soc-east", "due": "2027-01-08"}]


def _order(files: Files, chance: random.Random) -> None:
    for name in ("objectives", "prevent", "prepare", "pursue"):
        chance.shuffle(files[PLAN][name])


def _ids(files: Files, chance: random.Random) -> None:
    written = json.dumps(files[PLAN])
    for old in ("PRE-1", "PPR-1", "OBJ-1", "OBJ-3"):
        written = written.replace(f'"{old}"', f'"{old[:4]}{chance.randrange(1000, 9999)}{old[4:]}"')
    files[PLAN] = json.loads(written)


def _with(items: list[dict[str, Any]], name: str, value: str) -> dict[str, Any]:
    return next(item for item in items if item.get(name) == value)


def _police_words(files: Files, chance: random.Random) -> None:
    for strand in STRANDS:
        for tactic in files[PLAN][strand]:
            tactic |= {"tactic": _words(chance), "detail": _words(chance), "success": "Done"}
            tactic |= {"kind": chance.choice(["diversion", "safeguarding"]), "support": []}
    for objective in files[PLAN]["objectives"]:
        objective |= {"statement": _words(chance), "target": str(chance.randrange(9))}


def _other_objective(files: Files, chance: random.Random) -> None:
    _with(files[PLAN]["objectives"], "id", "OBJ-2")["partner_text"] = _words(chance)
    others = [tactic for name in STRANDS for tactic in files[PLAN][name]]
    _with(others, "owner", OTHER)["serves"] = "OBJ-2"


def _others(files: Files, chance: random.Random) -> None:
    plan = files[PLAN]
    plan["recipients"] = chance.sample(["supt-crime", READER, OTHER, "di-soc-east"], 3)
    own = _with([tactic for name in STRANDS for tactic in plan[name]], "owner", READER)
    own["share"] = chance.choice([[READER], [READER, OTHER], [OTHER, READER]])
    task: dict[str, Any] = {"id": "PRO-8", "tactic": _words(chance), "owner": OTHER}
    task |= {
        "serves": "OBJ-2",
        "due": "2027-01-08",
        "share": [OTHER],
        "partner_text": _words(chance),
    }
    plan["protect"].append(task)


def _marking(files: Files, chance: random.Random) -> None:
    descriptors = chance.sample(["PERSONAL DATA", "LEGAL", "COMMERCIAL"], chance.randrange(3))
    files[PLAN]["marking"] = " - ".join(["OFFICIAL-SENSITIVE", *descriptors])
    police = _with([tactic for name in STRANDS for tactic in files[PLAN][name]], "id", "PUR-1")
    police["marking"] = "OFFICIAL-SENSITIVE - RECIPIENTS ONLY"
    files[PLAN].setdefault("recipients", [READER, "di-soc-east"])


def _log(files: Files, chance: random.Random) -> None:
    plan = files[PLAN]
    for _ in range(chance.randrange(1, 4)):
        plan["log"].append({"date": _day(chance, "2026-11-05", 15), "note": _words(chance)})
    about = {"date": "2026-11-10", "ref": "PUR-1"}
    plan["log"].append(about | {"status": chance.choice(["blocked", "in progress"])})
    # the same day, said in another place
    task = _with([tactic for name in STRANDS for tactic in plan[name]], "owner", READER)
    if chance.random() < 0.5 and task.get("due") == "2027-01-29":
        task["due"] = _day(chance, "2026-12-01", 20)
        moved = {"ref": task["id"], "due": "2027-01-29", "because": _words(chance)}
        plan["log"].append({"date": "2026-11-12", **moved})


def _more_police_work(files: Files, chance: random.Random) -> None:
    for number in range(chance.randrange(1, 5)):
        day = _day(chance, "2026-12-01", 90)
        owner = chance.choice(["di-soc-east", "di-soc-west"])
        task = {"id": f"PUR-7{number}", "tactic": _words(chance), "serves": "OBJ-2"}
        files[PLAN]["pursue"].append(task | {"owner": owner, "due": day})
    files[PLAN]["risks"] = [{"id": "RSK-1", "risk": _words(chance), "owner": "di-soc-east"}]
    files[PLAN]["subjects"] = [{"key": "S1", "role": "leader"}]


def _training(files: Files, chance: random.Random) -> None:
    for post in files["directory.yaml"]["posts"]:
        if chance.random() < 0.5:
            post["lro_trained_on"] = _day(chance, "2024-01-01", 900)
        if post["id"] in ("di-soc-east", OTHER, READER) and chance.random() < 0.5:
            post["vacant_since"] = _day(chance, "2026-01-01", 300)


def _agreements(files: Files, chance: random.Random) -> None:
    others = files["directory.yaml"]["organisations"][1:]
    for organisation in (one for one in others if one["id"] != "exampleton-council"):
        organisation["agreement"] = {
            "ref": f"ISA-{chance.randrange(100)}",
            "purpose": _words(chance),
            "starts": _day(chance, "2024-01-01", 300),
            "expires": _day(chance, "2027-01-01", 900),
        }
    files["directory.yaml"]["organisations"][1]["sector"] = chance.choice(["health", "education"])


def _more_posts(files: Files, chance: random.Random) -> None:
    more = {"id": f"post-{chance.randrange(99)}", "title": _words(chance)}
    for post in files["directory.yaml"]["posts"]:
        if post["id"] != files[PLAN]["lro"]:
            post["contact"] = _words(chance)
    posts = files["directory.yaml"]["posts"]
    posts.insert(chance.randrange(len(posts)), more | {"organisation": "exampleton-police"})


def _policy(files: Files, chance: random.Random) -> None:
    policy = files["planc.yaml"]
    policy |= {"information_asset_owner": _words(chance), "dpia_ref": _words(chance)}
    policy["boards"][0] |= {"name": _words(chance), "level": "force strategic"}
    policy["rules"] = {"tactic-overdue": {"severity": "off", "reason": _words(chance)}}
    policy["numbers"] = {"smallest_cohort": chance.randrange(2, 6)}


CHANGES = (
    _operation, _threat, _strand, _order, _ids, _police_words, _other_objective, _others, _marking,
    _log, _more_police_work, _training, _agreements, _more_posts, _policy,
)  # fmt: skip


class _Plain(yaml.SafeDumper):
    """Without anchors, which no plan may have."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _write(root: Path, files: Files) -> None:
    for name, data in files.items():
        (root / name).write_text(yaml.dump(data, Dumper=_Plain, sort_keys=False), encoding="utf-8")


def _changed(number: int) -> Files:
    """The files with some of the changes; the first pairs have one each."""
    files, chance = _files(), random.Random(number)  # noqa: S311
    one = [CHANGES[number]] if number < len(CHANGES) else []
    for change in one or chance.sample(CHANGES, chance.randrange(2, 6)):
        change(files, chance)
    return files


def _papers(root: Path, forms: Sequence[Format]) -> Mapping[str, bytes]:
    """A reader's paper and task sheet, and the paper of the table, by the names of the files."""
    repository = open_repository([root])
    report = check(repository, AS_OF)
    requests = [PaperRequest(RECIPIENT, READER), PaperRequest(PARTNERS)]
    made = [produce(repository, report, "partner", request, forms) for request in requests]
    made.append(produce(repository, report, "tasks", PaperRequest(to=READER), forms))
    found = list(itertools.chain.from_iterable(made))
    assert [paper for paper in found if not isinstance(paper, PaperFile)] == []
    assert len(found) == 3 * len(forms)
    return {paper.name: paper.content for paper in found if isinstance(paper, PaperFile)}


@pytest.mark.generated
def test_plans_that_print_the_same_give_the_same_bytes(base: Path) -> None:
    _write(base, _files())
    every, one = _papers(base, FORMATS), _papers(base, ["md"])
    for number in range(len(CHANGES) + examples(10)):
        _write(base, _changed(number))
        if number < len(CHANGES):
            assert _papers(base, FORMATS) == every, CHANGES[number].__name__
        else:
            assert _papers(base, ["md"]) == one, f"pair {number}"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLAN, "Match the pupils", "Meet the pupils"),
        (PLAN, "partner_title: Mentoring", "partner_title: Mentors"),
        (PLAN, "'2027-01-29'", "'2027-01-30'"),
        (PLAN, "Nobody sells from the flats", "Nobody deals"),
        (PLAN, "A group sells drugs", "A gang sells drugs"),
        ("directory.yaml", "title: DI SOC East", "title: DI East"),
        ("directory.yaml", "title: DI SOC East", "title: DI SOC East\n  contact: Ring 101"),
        ("directory.yaml", "name: Exampleton Police", "name: Exampleton Constabulary"),
        ("planc.yaml", "force: Exampleton Police", "force: Another Police"),
        ("planc.yaml", "planc: 1\n", "planc: 1\nnumbers: {partner_keep_days: 90}\n"),
        ("directory.yaml", "purpose: Crime", "purpose: Reduction of crime"),
    ],
)
def test_what_is_printed_changes_the_bytes_and_the_name(
    base: Path, file: str, old: str, new: str
) -> None:
    _write(base, _files())
    before = _papers(base, ["md"])
    text = (base / file).read_text()
    assert text.count(old) == 1
    (base / file).write_text(text.replace(old, new))
    after = _papers(base, ["md"])
    assert after != before
    partner = {name for name in before if name.startswith("partner-council")}
    assert not partner & after.keys() or "flats" in old


# Whoever guesses


def _guesses(number: int) -> Iterator[tuple[Plan, Directory]]:
    """The plan and the directory with each value that one unprinted fact could have."""
    sharing_plan = _sharing()
    plan, directory = sharing_plan.plan, sharing_plan.context.directory
    assert plan.threat
    assert directory
    first = dt.date(2020, 1, 1)
    for guess in range(number):
        kind, day = guess % 5, first + dt.timedelta(guess // 5)
        if kind == 0:  # the day the LRO was trained, or the post fell vacant
            posts = tuple(
                replace(post, lro_trained_on=day, vacant_since=day) for post in directory.posts
            )
            yield plan, replace(directory, posts=posts)
        elif kind == 1:  # the agreement
            agreement = Agreement(ref=f"ISA-{guess}", starts=first, expires=day)
            own = directory.organisation_of(YOUTH)  # what it has with the police, it is told
            organisations = tuple(
                replace(
                    one,
                    agreement=one.agreement if one == own else agreement,
                    sector="health" if one.is_partner else one.sector,
                )
                for one in directory.organisations
            )
            yield plan, replace(directory, organisations=organisations)
        elif kind == 2:  # what threat it is
            threat = replace(plan.threat, type=f"type {guess}", areas=(f"area {guess}",))
            yield replace(plan, threat=threat, operation=f"OPERATION {guess}"), directory
        elif kind == 3:  # what is done by others, and when
            task = replace(plan.pursue[0], due=day, tactic=f"Warrant {guess}", share=())
            yield replace(plan, pursue=(task,), ref=f"SOC-{guess}"), directory
        else:  # the strand, the log and who else has a copy
            note = Entry(route=("log", 0), date=day, ref="PUR-1", note=f"Note {guess}")
            moved = replace(plan, prevent=(), protect=(*plan.protect, *plan.prevent))
            yield replace(moved, log=(note,), recipients=(f"post-{guess}",)), directory


def test_a_guess_at_what_is_not_printed_gives_the_paper_that_one_has() -> None:
    ready = _sharing()
    digests = {ready.view().digest}
    for plan, directory in _guesses(examples(1000)):
        context = replace(ready.context, directory=directory)
        digests.add(share(plan, context, RECIPIENT, YOUTH).digest)
    assert len(digests) == 1


def test_a_guess_at_what_is_printed_does_not() -> None:
    ready = _sharing()
    own = next(tactic for tactic in ready.plan.prevent if tactic.owner == YOUTH)
    digests = set()
    for number in range(50):
        task = replace(own, due=dt.date(2027, 1, 1) + dt.timedelta(number))
        plan = replace(ready.plan, prevent=(task,))
        digests.add(share(plan, ready.context, RECIPIENT, YOUTH).digest)
    assert len(digests) == 50


@cache
def _sharing() -> Sharing:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "repository"
        shutil.copytree(BASE, root)
        return sharing(root)
