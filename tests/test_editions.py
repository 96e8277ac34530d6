"""Partner editions hold what was granted, whole, and nothing else: shown on the bytes.

A plan has a word of its own in every field; every edition is made in every format; the words found
in the bytes are exactly those that the edition grants.
"""

import copy
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from planc.all_formats import FORMATS, Format, formats
from planc.all_papers import PaperName
from planc.all_papers import papers as all_papers
from planc.model.paper_file import PaperFile
from planc.model.view import PARTNERS, RECIPIENT, Edition
from planc.resources import schema
from planc.wording.breadcrumbs import field_at
from tests.conftest import DAY, PLAN, Checked, Planc, change, merged
from tests.full import FullPlan, spoken
from tests.papers.reading import files, papers

READER = "reader-post"
OTHER = "other-post"
STRANDS = ("pursue", "prevent", "protect", "prepare")


def _shared(root: Path) -> FullPlan:
    """A full plan of which everything that can be shared is shared with the reader.

    The reader owns the first tactic and the action; the other tactics belong to another partner.
    """
    full = FullPlan()
    plan = full.plan
    for number, strand in enumerate(STRANDS):
        plan[strand][0]["share"] = [READER, OTHER, "table"]
        plan[strand][0]["owner"] = OTHER if number else READER
        plan[strand][0]["status"] = "in progress"
        plan[strand][0]["marking"] = "OFFICIAL"
    plan["actions"][0] |= {"share": [READER, "table"], "owner": READER}
    plan["objectives"][0]["share"] = [READER, OTHER, "table"]
    plan["partners"] = [{"organisation": "friends"}]
    plan["log"] = []
    full.write(root)
    with (root / "planc.yaml").open("a") as policy:  # a day that is no field's
        policy.write("numbers: {partner_keep_days: 3000}\n")
    directory = yaml.safe_load((root / "directory.yaml").read_text())
    agreement = {"ref": "ISA-1", "purpose": "Work", "starts": "2026-01-01", "expires": "2027-12-31"}
    directory["organisations"].append(
        {"id": "friends", "name": "Friends of Example", "sector": "health", "agreement": agreement}
    )
    directory["posts"] += [
        {"id": READER, "title": "Reading Nurse", "organisation": "friends"},
        {"id": OTHER, "title": "Other Nurse", "organisation": "friends"},
    ]
    (root / "directory.yaml").write_text(yaml.safe_dump(directory, sort_keys=False))
    return full


def _made(root: Path, post: str | None, forms: Sequence[Format] = ()) -> Mapping[str, bytes]:
    edition: Edition = RECIPIENT if post else PARTNERS
    results = files(papers(root, "partner", edition, post, forms=forms or FORMATS))
    return {paper.name: paper.content for paper in results}


def _bytes_of(raw: bytes) -> str:
    """Everything in a file, as text."""
    if not raw.startswith(b"PK"):
        return raw.decode().replace("\\", "")
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return "\n".join(
            name + package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )


def _granted(path: str, edition: str) -> bool:
    node: Mapping[str, Any] = schema("plan")
    for name in path.split("."):
        node = field_at(node.get("items", node), (name,))
        if edition not in node.get("x-audience", ()):
            return False
    return True


def _tokens(full: FullPlan) -> Iterator[tuple[str, str | dt.date]]:
    """The words that stand for one field alone, and days; not choices, which are any plan's."""
    gone: tuple[str, ...] = ("log.", "partners.", "pursue.owner", "actions.owner")
    gone += ("objectives.share", "pursue.share", "actions.share")
    for path, token in full.tokens.items():
        plain = not isinstance(token, str) or token.startswith("Tok")
        strand = path.split(".")[0]
        if (
            plain
            and not path.startswith(gone)
            and not (strand in STRANDS and path.endswith((".share", ".owner")))
        ):
            yield path, token


def _stands_in(token: str | dt.date, text: str) -> bool:
    """Whether it does; 2 March does not stand in 12 March."""
    return any(re.search(rf"(?<![0-9]){re.escape(form)}", text) for form in spoken(token))


OWN = ("due", "next_check")


@pytest.mark.parametrize("post", [READER, OTHER, None])
def test_the_words_in_the_bytes_are_exactly_those_granted(tmp_path: Path, post: str | None) -> None:
    full = _shared(tmp_path)
    if (
        post is None
    ):  # all at the table: the action is shared with one of their posts, which will do
        assert full.plan["actions"][0]["share"] == [READER, "table"]
    by_name = _made(tmp_path, post)
    assert {name.rpartition(".")[2] for name in by_name} == {
        module.SUFFIX.strip(".") for module in formats().values()
    }
    owned = {READER: ("pursue.", "actions."), OTHER: ("prevent.", "protect.", "prepare.")}
    for name, raw in by_name.items():
        text = _bytes_of(raw)
        for path, token in _tokens(full):
            granted = _granted(path, "recipient" if post else "partners")
            if path.endswith(OWN):
                granted = granted and post is not None and path.startswith(owned[post])
            if path.endswith("next_check") and f"{path.split('.')[0]}.due" in full.tokens:
                granted = False  # a tactic that is due has no next check to tell of
            if post == OTHER and path.startswith("actions."):
                granted = False
            shown = _stands_in(token, text)
            assert shown == granted, f"{path} in {name}"
        assert full.plan["ref"] not in text
        assert not [i for i in ("PUR-1", "PRE-1", "PRO-1", "PPR-1", "OBJ-1", "ACT-1") if i in text]


# Every kind of paper

EDITIONS_OF = [(name, edition) for name, kind in all_papers().items() for edition in kind.EDITIONS]


def _files(root: Path, kind: PaperName, edition: Edition) -> list[PaperFile]:
    """Every file of a kind and edition, in every format."""
    to = READER if (kind, edition) == ("partner", RECIPIENT) else None
    results = files(papers(root, kind, edition, to, forms=FORMATS))
    return [file for file in results if kind != "tasks" or file.stem.endswith(edition)]


@pytest.mark.parametrize(("kind", "edition"), EDITIONS_OF)
def test_no_file_holds_a_word_that_its_edition_is_not_granted(
    tmp_path: Path, kind: PaperName, edition: Edition
) -> None:
    full = _shared(tmp_path)
    full.plan["prevent"][0]["owner"] = str(full.tokens["prevent.owner"]).lower()  # of the police
    full.write(tmp_path, settings=False)
    words = {path: str(t) for path, t in full.tokens.items() if str(t).startswith("Tok")}
    # an answer to "why is there none" is said to no board, and the log is empty here
    absent = ("gaps.partners.reason", "log.", "partners.")
    results = _files(tmp_path, kind, edition)
    assert {file.name.rpartition(".")[2] for file in results} == set(FORMATS)
    for file in results:
        text = _bytes_of(file.content)
        shown = {path for path, word in words.items() if word in text}
        granted = {path for path in words if edition == "author" or _granted(path, edition)}
        assert shown, file.name
        if kind == "tasks":  # of another post's task there is nothing
            post = file.stem.partition("-tasks-")[0]
            others = tuple(f"{s}." for s in STRANDS if full.plan[s][0]["owner"] != post)
            assert not [path for path in shown if path.startswith(others)], file.name
        assert shown <= granted, file.name
        if (kind, edition) == ("plan", "author"):  # a board is shown what it needs
            taken_out = {path for path in granted if path.startswith(absent)}
            replaced = {f"{strand}.{name}" for strand in STRANDS for name in ("owner", "share")}
            replaced |= {"actions.owner", "actions.share", "objectives.share"}
            assert granted - taken_out - replaced <= shown, file.name


def test_the_canary_sings_when_a_grant_is_widened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _shared(tmp_path)
    wider = copy.deepcopy(dict(schema("plan")))
    wider["properties"]["operation"]["x-audience"] = ["board", "partners", "recipient"]
    wider["properties"]["threat"]["properties"]["partner_text"]["x-audience"] = ["board"]
    before = _made(tmp_path, READER)
    monkeypatch.setattr("planc.passes.redact.schema", lambda _name: wider)
    after = _made(tmp_path, READER)
    assert before.keys() != after.keys()  # the name comes from what is granted


def test_the_canary_sings_when_an_emitter_is_given_the_plan(tmp_path: Path) -> None:
    full = _shared(tmp_path)
    (raw,) = [r for n, r in _made(tmp_path, READER).items() if n.endswith(".md")]
    leaky = raw + str(full.plan["operation"]).encode()
    shown = [p for p, t in _tokens(full) if _stands_in(t, _bytes_of(leaky))]
    assert "operation" in shown
    assert not _granted("operation", "recipient")


# Gates

SHARED = """\
prevent:
  - id: PRE-1
    tactic: Mentoring for excluded pupils
    serves: OBJ-1
    owner: council-youth-lead
    due: 2027-01-29
    share: [council-youth-lead]
    partner_title: Mentoring
    partner_text: Match the pupils whom schools refer with a mentor.
"""
EDITION = ("--edition", "recipient:council-youth-lead", "--to", "md")


def _share(base: Path, more: str = "") -> None:
    (base / PLAN).write_text(merged((base / PLAN).read_text(), SHARED + more))


def test_a_recipients_paper_says_what_is_asked_and_that_it_is_not_released(
    planc: Planc, base: Path
) -> None:
    _share(base)
    ran = planc("build", *DAY, *EDITION)
    assert (ran.status, ran.err) == (0, "")
    (path,) = (base / "packs").iterdir()
    assert path.name.startswith("partner-council-youth-lead-")
    text = path.read_text()
    assert text.startswith("NOT RELEASED - OFFICIAL-SENSITIVE\n")
    assert "NOT RELEASED - PARTNERS - FOR YOUTH SERVICES LEAD\n" in text
    assert "| T1 | **Mentoring**<br>Match the pupils whom schools refer with a mentor. |" in text
    assert "| 29 January 2027 |" in text
    assert "- Report to and ask: DI SOC East, Exampleton Police\n" in text
    for secret in ("LARCH", "SOC-2026", "PRE-1", "PUR-1", "Closure", "OBJ-1"):
        assert secret not in text


def test_partners_are_told_how_to_reach_the_lro_and_nobody_else(planc: Planc, base: Path) -> None:
    _share(base)
    directory, contact = base / "directory.yaml", "Ring 101 and ask for SOC East"
    text = directory.read_text()
    for post in ("di-soc-east", "di-soc-west"):
        found = f"id: {post}, "
        assert found in text
        text = text.replace(found, f"{found}contact: {contact} ({post}), ")
    directory.write_text(text)
    tasks = ("--pack", "tasks", "--post", "council-youth-lead", "--to", "md")
    for words, said in (
        (EDITION, f"\n- How to reach them: {contact} (di-soc-east)\n"),
        (tasks, f"<br>{contact} (di-soc-east) |\n"),
    ):
        planc("build", *DAY, *words)
        (path,) = (base / "packs").iterdir()
        assert said in path.read_text(), words
        assert "di-soc-west" not in path.read_text()
        path.unlink()
    change(directory, (f"{contact} (di-soc-east)", "Ring 07700 900123"))
    assert "personal-data" in planc("build", *DAY, *EDITION).out
    assert list((base / "packs").iterdir()) == []


def test_a_reader_who_owns_nothing_is_called_by_the_title(planc: Planc, base: Path) -> None:
    _share(base)
    change(base / PLAN, ("share: [council-youth-lead]", "share: [council-housing]"))
    ran = planc("build", *DAY, "--edition", "recipient:council-housing", "--to", "md")
    assert (ran.status, ran.err) == (0, "")
    (path,) = (base / "packs").iterdir()
    text = path.read_text()
    assert "# Mentoring: for the information of Housing Manager\n" in text
    assert "council-housing" not in text.replace(path.stem, "")
    assert "| T1 |" in text


def test_a_post_with_whom_nothing_is_shared_has_no_paper(planc: Planc, base: Path) -> None:
    _share(base)
    ran = planc("build", *DAY, "--edition", "recipient:mentoring-lead", "--to", "md")
    assert (ran.status, ran.out.splitlines()[-1][:13]) == (0, "Wrote 0 files")
    because = "no paper for Mentoring Lead, since nothing in it is shared with them"
    assert ran.err == f"planc: {PLAN}: {because}.\n"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ("status: draft\n", "it is a draft or archived"),
        ("status: actve\n", "something in plans/larch.yaml cannot be read as it is written"),
        (
            "embargo_until: 6 am on 8 December, after Larch (PUR-1)\noperation: LARCH\n",
            "of partner-words-betray: The words for partners name the ",
        ),
        (
            "marking: OFFICIAL-SENSITIVE - HMG USE ONLY\n",
            "of hmg-use-only-partners: The marking says HMG USE ONLY, and Exampleton Council takes",
        ),
        (
            "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [supt-crime]\n",
            "Youth Services Lead is not on the list of a paper marked RECIPIENTS ONLY",
        ),
        (
            "threat:\n  type: ocg\n  assessment: Likely.\n  partner_text: Ask about PUR-1.\n",
            "of partner-words-betray: The words for partners name the id of something in the plan",
        ),
        (
            "threat:\n  type: ocg\n  assessment: Likely.\n  partner_text: Three families know.\n",
            "of partner-words-small-number: The words for partners count people: Three families",
        ),
        (
            "protect:\n  - {id: PRO-1, tactic: C, owner: di-soc-west, share: [mentoring-lead]}\n",
            "of partner-words-missing: PRO-1 is shared with 1 post, and has no words",
        ),
    ],
)
def test_a_paper_is_refused_with_the_reason(
    planc: Planc, base: Path, more: str, reason: str
) -> None:
    _share(base, more)
    ran = planc("build", *DAY, *EDITION)
    assert ran.status == 1
    assert f"planc: {PLAN}: no paper was made, because {reason}" in ran.err
    assert not (base / "packs").exists()


def test_a_number_of_people_that_somebody_waived_goes(planc: Planc, base: Path) -> None:
    waiver = "rule: partner-words-small-number, id: PRE-1, reason: Places a term"
    waiver += ", approver: supt-crime, until: 2026-12-10"
    _share(base)
    change(base / PLAN, ("Match the pupils whom", "Match three pupils whom"))
    assert planc("build", *DAY, *EDITION).status == 1
    _share(base, f"waivers:\n  - {{{waiver}}}\n")
    change(base / PLAN, ("Match the pupils whom", "Match three pupils whom"))
    ran = planc("build", *DAY, *EDITION)
    assert (ran.status, ran.err) == (0, "")


def test_an_end_that_cannot_be_read_is_no_end(planc: Planc, base: Path) -> None:
    _share(base)
    change(base / "directory.yaml", ("expires: 2028-03-31", "expires: 2025-06-31"))
    ran = planc("build", *DAY, *EDITION)
    assert "because something in directory.yaml cannot be read as it is written." in ran.err
    assert planc("build", *DAY, "--pack", "tasks", "--post", "council-youth-lead").status == 1
    assert planc(*RELEASE, *BY).status == 2
    assert not (base / "releases.jsonl").exists()
    assert not list(base.glob("packs/*council-youth*"))


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (
            "partners:\n  - {organisation: second-chance}\n",
            "Second Chance Exampleton has no agreement",
        ),
        (
            "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY\nrecipients: [council-youth-lead]\n",
            "a paper marked RECIPIENTS ONLY goes to posts by name",
        ),
        (
            "marking: OFFICIAL-SENSITIVE - TON COUNCIL USE ONLY\n",
            "Exampleton Council is none that a paper marked TON COUNCIL USE ONLY is for",
        ),
    ],
)
def test_a_paper_for_all_at_the_table_is_for_each_organisation_there(
    planc: Planc, base: Path, more: str, reason: str
) -> None:
    threat = "threat:\n  type: ocg\n  assessment: Likely.\n  partner_text: Drugs are sold.\n"
    _share(base, threat + more)
    change(base / PLAN, ("share: [council-youth-lead]", "share: [council-youth-lead, table]"))
    ran = planc("build", *DAY, "--edition", "partners", "--to", "md")
    assert ran.status == 1
    assert f"because {reason}" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        "See EXAMPLE-LARCH", "See example  larch", "|\n      See EXAMPLE\n      LARCH now",
        "The EXAMPLE LARCH-related work", "After PUR-1-led visits", "After PUR 1", "After pur–1",
        "Part of SOC-2026-014-A", "ＥＸＡＭＰＬＥ ＬＡＲＣＨ", "example_larch",
    ],
)  # fmt: skip
def test_what_is_the_polices_own_is_known_however_it_is_written(
    planc: Planc, base: Path, words: str
) -> None:
    _share(base)
    change(base / PLAN, ("Match the pupils whom schools refer with a mentor.", words))
    ran = planc("build", *DAY, *EDITION)
    assert ran.status == 1
    assert "because of partner-words-betray" in ran.err


def test_an_agreement_holds_from_its_first_day_to_its_last(planc: Planc, base: Path) -> None:
    _share(base)
    for day, status in (
        ("2025-03-31", 1),
        ("2025-04-01", 0),
        ("2028-03-31", 0),
        ("2028-04-01", 1),
    ):
        ran = planc("build", "--as-of", day, *EDITION, "--out", base / day)
        refused = "Youth Services Lead has no agreement in force and no recorded share" in ran.err
        assert refused == bool(status), day


WHOLE = "gateway: s115, necessity: To match, proportionality: First names only, "
WHOLE += "authorised_by: supt-crime, sanitised_by: di-soc-west"


@pytest.mark.parametrize(
    ("share", "may"),
    [
        ("urgent_safeguarding: true", True),
        ("urgent_safeguarding: true, withdrawn_on: 2026-11-20", False),
        ("gateway: s115", False),
        (WHOLE, True),
    ],
)
def test_a_share_on_record_stands_in_for_an_agreement(
    planc: Planc, base: Path, share: str, may: bool
) -> None:
    change(base / "directory.yaml", ("expires: 2028-03-31", "expires: 2026-10-31"))
    record = f"  - {{id: SHR-1, date: 2026-11-02, to: council-youth-lead, what: Names, {share}}}\n"
    _share(base, "shares:\n" + record)
    ran = planc("build", *DAY, *EDITION)
    assert ((base / "packs").exists()) == may
    assert ("no recorded share" in ran.err) == (not may)
    for paper in (base / "packs").glob("*.md"):
        ground = "s115" if "gateway" in share else "To keep somebody safe at once"
        assert f"- Shared under: {ground}\n" in paper.read_text()


def test_the_paper_says_on_what_ground_it_is_shared_and_until_when(
    planc: Planc, base: Path
) -> None:
    _share(base)
    planc("build", *DAY, *EDITION)
    planc("build", *DAY, "--pack", "tasks", "--post", "council-youth-lead", "--to", "md")
    paper, sheet = sorted((base / "packs").glob("*.md"), key=lambda path: "tasks" in path.name)
    agreement = "Information-sharing agreement ISA-12, Crime reduction"
    assert f"- Shared under: {agreement}\n" in paper.read_text()
    assert "- Destroy it by: 21 May 2027, unless we tell you otherwise\n" in paper.read_text()
    assert f"**Shared under:** {agreement}. For you alone:" in sheet.read_text()
    assert "destroy it within 180 days of its day" in sheet.read_text()
    change(base / "planc.yaml", ("planc: 1\n", "planc: 1\nnumbers: {partner_keep_days: 30}\n"))
    planc("build", *DAY, *EDITION)
    (fresh,) = (base / "packs").glob("partner-*.md")
    assert "- Destroy it by: 22 December 2026," in fresh.read_text()


def test_a_copy_for_recipients_only_says_whose_it_is_and_not_how_many_there_are(
    planc: Planc, base: Path
) -> None:
    marking = "marking: OFFICIAL-SENSITIVE - RECIPIENTS ONLY - PERSONAL DATA\n"
    _share(base, f"{marking}recipients: [supt-crime, council-youth-lead, di-soc-east]\n")
    assert planc("build", *DAY, *EDITION).status == 0
    (path,) = (base / "packs").iterdir()
    text = path.read_text()
    assert "For Youth Services Lead, as of 22 November 2026, digest" in text
    assert text.startswith("NOT RELEASED - OFFICIAL-SENSITIVE - RECIPIENTS ONLY\n")
    assert "PERSONAL DATA" not in text


def test_all_at_the_table_see_what_is_shared_with_the_table(planc: Planc, base: Path) -> None:
    more = "partners:\n  - {organisation: exampleton-council}\n"
    _share(base, more)
    words = ("build", *DAY, "--edition", "partners", "--to", "md")
    ran = planc(*words)
    reason = 'nothing in it is shared with all at the table: write "share: table" there'
    assert (ran.status, ran.err) == (1, f"planc: {PLAN}: no paper was made, because {reason}.\n")
    assert not (base / "packs").exists()
    change(base / PLAN, ("share: [council-youth-lead]", "share: [council-youth-lead, table]"))
    ran = planc(*words)
    assert (ran.status, ran.err) == (0, "")
    (path,) = (base / "packs").iterdir()
    assert ran.out.splitlines()[-2] == (
        f"{path.name}: SOC-2026-014, for All partners at the table."
    )
    text = path.read_text()
    assert "# Mentoring: for the information of all partners at the table\n" in text
    assert "Match the pupils" in text
    assert "29 January" not in text


def test_the_build_says_which_plan_and_post_a_paper_is_for(planc: Planc, base: Path) -> None:
    _share(base)
    ran = planc("build", *DAY, *EDITION)
    (path,) = (base / "packs").iterdir()
    assert ran.out.splitlines()[-2] == (
        f"{path.name}: SOC-2026-014, for Youth Services Lead, Exampleton Council."
    )
    assert "SOC-2026-014" not in path.read_text()


def test_the_tasks_tell_two_papers_for_one_post_apart(planc: Planc, base: Path) -> None:
    _share(base)
    other = (base / PLAN).read_text().replace("SOC-2026-014", "SOC-2026-015")
    other = other.replace("partner_title: Mentoring", "partner_title: Holiday club")
    (base / "plans" / "maple.yaml").write_text(other)
    assert planc("build", *DAY, *EDITION).status in (0, 1)
    texts = [path.read_text() for path in (base / "packs").iterdir()]
    titles = {text.split("\n# ")[1].split("\n")[0] for text in texts}
    assert titles == {
        "Mentoring: what we ask of Youth Services Lead",
        "Holiday club: what we ask of Youth Services Lead",
    }


# Release

RELEASE = ("release", PLAN, "--to", "council-youth-lead", *DAY)
BY = ("--sanitised-by", "di-soc-west", "--authorised-by", "supt-crime")


def test_a_release_is_recorded_before_the_paper_is_written(planc: Planc, base: Path) -> None:
    _share(base)
    ran = planc(*RELEASE, *BY, "--to-format", "md")
    assert (ran.status, ran.err) == (0, "")
    (path,) = (base / "packs").iterdir()
    assert "NOT RELEASED" not in path.read_text()
    (line,) = (base / "releases.jsonl").read_text().splitlines()
    record = json.loads(line)
    assert record["plan"] == "SOC-2026-014"
    assert (record["sanitised_by"], record["authorised_by"]) == ("di-soc-west", "supt-crime")
    assert record["file"] == path.name
    assert planc(*RELEASE, "--withdraw", "--authorised-by", "supt-crime").status == 0
    first, second = (base / "releases.jsonl").read_text().splitlines()
    assert first == line
    assert json.loads(second)["kind"] == "withdrawn"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--authorised-by", "supt-crime"), "Who sanitised it? Say --sanitised-by and a post."),
        (
            ("--authorised-by", "supt-crime", "--sanitised-by", "supt-crime"),
            "One post sanitises, another authorises and a third receives: name three.",
        ),
        (
            ("--authorised-by", "council-housing", "--sanitised-by", "di-soc-west"),
            "council-housing is no police post: only the police authorise.",
        ),
        (
            ("--authorised-by", "supt-crim", "--sanitised-by", "di-soc-west"),
            '"supt-crim" is not a post. Did you mean "supt-crime"?',
        ),
    ],
)
def test_nothing_is_released_without_two_police_posts(
    planc: Planc, base: Path, words: tuple[str, ...], message: str
) -> None:
    _share(base)
    ran = planc(*RELEASE, *words)
    assert (ran.status, ran.err) == (2, f"planc: {message}\n")
    assert not (base / "releases.jsonl").exists()
    assert not (base / "packs").exists()


def test_a_share_is_never_more_than_the_plan_says(checked: Checked) -> None:
    assert checked(SHARED).findings == ()


# The guard: what a file holds is looked at before it gets its name


def _house(base: Path, planc: Planc, old: str, new: str) -> None:
    """The force's own style, with something in it that planc takes over."""
    assert planc("house", "eject", "house.docx").status == 0
    out = io.BytesIO()
    with (
        zipfile.ZipFile(base / "house.docx") as package,
        zipfile.ZipFile(out, "w") as changed,
    ):
        for part in package.infolist():
            content = package.read(part)
            if part.filename == "word/theme/theme1.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            changed.writestr(part, content)
    (base / "house.docx").write_bytes(out.getvalue())
    (base / "planc.yaml").write_text((base / "planc.yaml").read_text() + "house: house.docx\n")


@pytest.mark.parametrize(
    ("edition", "refused"), [("recipient:council-youth-lead", True), ("board", False)]
)
def test_a_file_that_would_leak_never_gets_its_name(
    planc: Planc, base: Path, edition: str, refused: bool
) -> None:
    _share(base)
    _house(base, planc, 'typeface="Arial"', 'typeface="Example Larch"')
    ran = planc("build", *DAY, "--edition", edition, "--to", "docx,md")
    names = sorted(path.suffix for path in (base / "packs").iterdir())
    assert names == ([".md"] if refused else [".docx", ".md"])
    message = (
        f"planc: {PLAN}: no paper was made, because word/theme/theme1.xml would hold what its"
        " reader may not see: SOC-2026-014, Operation.\n"
    )
    assert (ran.status, ran.err) == ((1, message) if refused else (0, ""))


@pytest.mark.usefixtures("base")
def test_a_portfolio_is_for_the_police(planc: Planc) -> None:
    for edition in ("partners", "recipient:council-youth-lead"):
        ran = planc("build", "--pack", "portfolio", "--edition", edition, *DAY)
        assert ran.status == 2
        assert f'"{edition}" is not an edition of a portfolio.' in ran.err


@pytest.mark.parametrize(
    ("marking", "may"), [("EXAMPLETON COUNCIL USE ONLY", True), ("POLICE USE ONLY", False)]
)
def test_what_is_for_one_organisation_goes_to_no_other(
    planc: Planc, base: Path, marking: str, may: bool
) -> None:
    _share(base, f"marking: OFFICIAL-SENSITIVE - {marking}\n")
    ran = planc("build", *DAY, *EDITION)
    assert (ran.status == 0) is may
    reason = f"is not of an organisation that a paper marked {marking} is for"
    assert (reason in ran.err) is not may


# A finished paper beside the plans


def _verified(planc: Planc, *words: str | Path) -> tuple[int, list[str]]:
    ran = planc("verify", *words, "--against", ".")
    assert ran.err == ""
    return ran.status, [line.strip() for line in ran.out.splitlines()]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "words",
    [
        ("--edition", "board"),
        ("--edition", "author"),
        ("--edition", "recipient:council-youth-lead"),
        ("--pack", "portfolio"),
        ("--pack", "tasks", "--post", "di-soc-west"),
        ("--pack", "tasks", "--post", "council-youth-lead"),
    ],
)
def test_a_paper_is_made_again_from_the_plans_to_the_byte(
    planc: Planc, base: Path, form: str, words: tuple[str, ...]
) -> None:
    _share(base)
    assert planc("build", *DAY, "--to", form, *words).status == 0
    (paper,) = (base / "packs").iterdir()
    status, lines = _verified(planc, paper)
    assert (status, lines[3]) == (0, "Made again from the plans: the same, to the byte.")


def test_what_the_plans_say_now_is_told_by_its_part(planc: Planc, base: Path) -> None:
    _share(base)
    assert planc("build", *DAY, "--to", "docx").status == 0
    (paper,) = (base / "packs").iterdir()
    change(base / PLAN, ("Safe-home visits", "Safe-home calls"))
    status, lines = _verified(planc, paper)
    assert status == 1
    assert lines[2] == "Unaltered: every byte of it is as planc wrote it."
    assert lines[3] == ("Made again from the plans, it says something else: tables, footer.")


def test_a_paper_that_the_plans_no_longer_give(planc: Planc, base: Path) -> None:
    _share(base)
    assert planc("build", *DAY, *EDITION).status == 0
    (paper,) = (base / "packs").iterdir()
    change(base / PLAN, ("Match the pupils whom", "Match pupils whom"))
    status, lines = _verified(planc, paper)
    assert (status, lines[3:]) == (
        1,
        [
            "The plans, as they are now, give no such paper.",
            "No release of this very file is on record.",
        ],
    )


def test_a_withdrawn_paper_stays_withdrawn_when_another_is_released(
    planc: Planc, base: Path
) -> None:
    _share(base)
    assert planc(*RELEASE, *BY, "--out", "first").status == 0
    (paper,) = (base / "first").iterdir()
    assert planc(*RELEASE, "--withdraw", "--authorised-by", "supt-crime").status == 0
    change(base / PLAN, ("Match the pupils whom", "Match pupils whom"))
    assert planc(*RELEASE, *BY).status == 0
    assert _verified(planc, paper)[1][-1].endswith("; WITHDRAWN since.")


def test_a_released_file_is_known_by_the_ledger(planc: Planc, base: Path) -> None:
    _share(base)
    assert planc(*RELEASE, *BY).status == 0
    (paper,) = (base / "packs").iterdir()
    status, lines = _verified(planc, paper)
    assert (status, lines[3:]) == (
        0,
        [
            "Made again from the plans: the same, to the byte.",
            "On record: released to council-youth-lead on 2026-11-22, by supt-crime.",
        ],
    )
    assert planc(*RELEASE, "--withdraw", "--authorised-by", "supt-crime").status == 0
    lines = _verified(planc, paper)[1]
    assert lines[-1].endswith("on 2026-11-22, by supt-crime; WITHDRAWN since.")
    with paper.open("ab") as file:
        file.write(b"\n")
    status, lines = _verified(planc, paper)
    assert (status, lines[-1]) == (1, "No release of this very file is on record.")


# Leaks, for partners


def test_a_partners_paper_is_searched_for_what_only_the_police_may_see(
    planc: Planc, base: Path
) -> None:
    _share(base)
    assert planc("build", *DAY, *EDITION).status == 0
    (paper,) = (base / "packs").iterdir()
    check = ("leak-check", paper, "--plan", PLAN, *DAY, "--edition", "recipient:council-youth-lead")
    assert planc(*check).status == 0
    for words, where in (
        ("Closure orders on the flats", "Pursue, PUR-1, Tactic"),
        ("see LARCH; see Example Larch", "Operation"),
        ("as of 18 December 2026", "Pursue, PUR-1, Due"),
        ("after PUR-1", "Pursue, PUR-1, Id"),
    ):
        before = paper.read_text()
        paper.write_text(f"{before}\n{words}\n")
        ran = planc(*check)
        assert ran.status == 1, words
        message = f"{paper}: 1 leak. Send it to nobody.\n  the file: {where}\nNot seen: "
        assert ran.out.startswith(message)
        paper.write_text(before)
