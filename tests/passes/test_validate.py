"""A document is held against its schema: each fault once, in its place, in words for an officer."""

import pytest

from planc.passes.read import read
from planc.passes.validate import MOST_GUESSES, Known, _compile, validate
from tests.conftest import BASE, merged
from tests.passes.told import (
    KNOWN,
    NAME,
    PLAN_TEXT,
    Case,
    Told,
    advised,
    cases_in_plan,
    checked,
    fired,
    ids,
    told,
)

DIRECTORY = (BASE / "directory.yaml").read_text(encoding="utf-8")
POLICY = (BASE / "planc.yaml").read_text(encoding="utf-8")

IN_FIGURES = (
    "Write the day on which the board meets next, from planc.yaml, in figures as in 2026-11-22."
)
TACTIC = "id: PUR-1, tactic: Closure orders, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18"


# Where faults are

FAULTS = cases_in_plan(
    """
## nothing: the plan as it is
## unknown-field: at the top
operaton: LARCH
^^^^^^^^
## unknown-field: in an item
pursue:
  - {id: PUR-1, tactic: x, serves: OBJ-1, ownr: di-soc-east, due: 2026-12-18}
                                          ^^^^
## unknown-field: nothing is said of what stands below it
zzz:
^^^
  status: 12
  owner: [x]
  due:
## unknown-field, unknown-field: two, each on its own
threat:
  typ: ocg
  ^^^
  tear: force
  ^^^^
## unknown-field: what is needed is misspelt, not missing
pursue:
  - {id: PUR-1, tactik: x, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
                ^^^^^^
## unknown-field: the status is misspelt, not missing
# without status
statsu: active
^^^^^^
## unknown-field: an id is misspelt, and what refers to it is not at fault
pursue:
  - {idd: PUR-1, tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
     ^^^
log:
  - {date: 2026-11-18, ref: PUR-1, note: x}
## missing-field: an id is missing, and what refers to it is not at fault
objectives:
  - {statement: x, by: 2027-03-31}
     ^^^^^^^^^^^^
## missing-field, dangling-id, dangling-id: one id is missing, and two others lead nowhere
pursue:
  - {tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
     ^^^^^^^^^
log:
  - {date: 2026-11-18, ref: PUR-1, note: x}
                            ^^^^^
  - {date: 2026-11-18, ref: PUR-2, note: x}
                            ^^^^^
## dangling-id, missing-field: a board is none, and an id is missing
board: x
       ^
pursue:
  - {tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
     ^^^^^^^^^
log:
  - {date: 2026-11-18, ref: PUR-1, note: x}
## unknown-field: objectives are misspelt, and what serves them is not at fault
# without objectives
objektives:
^^^^^^^^^^
  - {id: OBJ-1, statement: x, by: 2027-03-31}
## missing-field: an id
pursue:
  - {tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
     ^^^^^^^^^
## missing-field: in an item of several lines
actions:
  - id: ACT-1
    ^^^^^^^^^
    owner: di-soc-east
## missing-field: what a measure of judgement needs
objectives:
  - {id: OBJ-1, statement: x, measure: judgement, by: 2027-03-31, set_on: 2026-09-09}
     ^^^^^^^^^
## nothing: it is there
objectives:
  - {id: OBJ-1, statement: x, measure: judgement, judgement: {}, by: 2027-03-31}
## nothing: another measure needs none
objectives:
  - {id: OBJ-1, statement: x, measure: judgements, by: 2027-03-31}
## empty-value: a text
operation:
^^^^^^^^^
## empty-value: a text of nothing
operation: ""
^^^^^^^^^
## empty-value: a word for nothing
operation: ~
^^^^^^^^^
## empty-value: a list
actions:
^^^^^^^
## empty-value: a group
threat:
^^^^^^
## empty-value: a number
threat:
  group_size:
  ^^^^^^^^^^
## empty-value: yes or no
threat:
  cyp_at_risk:
  ^^^^^^^^^^^
## empty-value: a figure
version: ""
^^^^^^^
## empty-value: an item
other_boards: [county-soc, ""]
                           ^^
## nothing: a list of none
actions: []
## unknown-value: a word that is nearly one
status: actve
        ^^^^^
## unknown-value: in a list
threat:
  areas: [drugs, guns, firearms]
                 ^^^^
## unknown-value: a number
status: 1
        ^
## wrong-type: a list for a text
operation: [LARCH]
           ^^^^^^^
## wrong-type: a group for a text
operation:
  name: LARCH
  ^^^^^^^^^^^
## wrong-type: a text for a list
actions: none
         ^^^^
## wrong-type: a group for a list
pursue: {id: PUR-1}
        ^^^^^^^^^^^
## wrong-type: a text for a group
threat: ocg
        ^^^
## wrong-type: a list for a group
threat: [ocg]
        ^^^^^
## wrong-type: a text for an item
pursue:
  - Closure orders
    ^^^^^^^^^^^^^^
## wrong-type, wrong-type: a list and a group for one or many
pursue:
  - {id: PUR-1, tactic: x, serves: {a: OBJ-1}, owner: di-soc-east, due: 2026-12-18}
                                   ^^^^^^^^^^
  - {id: PUR-2, tactic: x, serves: [[OBJ-1]], owner: di-soc-east, due: 2026-12-18}
                                     ^^^^^
## wrong-type: a text for a number
threat:
  group_size: "12"
              ^^^^
## wrong-type: a number that is none
threat:
  group_size: 07
              ^^
## wrong-type: yes for a number
threat:
  group_size: true
              ^^^^
## wrong-type: a word that is neither yes nor no
threat:
  cyp_at_risk: maybe
               ^^^^^
## wrong-type: a number for yes or no
threat:
  cyp_at_risk: 1
               ^
## malformed-value: a reference
ref: SOC_2026_014
     ^^^^^^^^^^^^
## malformed-value: a line feed at the end
ref: "SOC-2026-014\\n"
     ^^^^^^^^^^^^^^^^
## malformed-value: figures of another script
ref: SOC-٢٠٢٦
     ^^^^^^^^
## malformed-value: the format
planc: 2
       ^
## malformed-value: too few
threat:
  group_size: 0
              ^
## malformed-value: too many
threat:
  group_size: 10000
              ^^^^^
## nothing: enough
threat:
  group_size: 9999
## impossible-date: no such day
next_review: 2027-02-30
             ^^^^^^^^^^
## impossible-date: a week
next_review: 2026-W10-1
             ^^^^^^^^^^
## impossible-date: a number
next_review: 20261202
             ^^^^^^^^
## impossible-date: with a space
next_review: "2026-12-02 "
             ^^^^^^^^^^^^^
## nothing: words that are plainly meant
status: Active
threat:
  type: OCG
  tier: Force
  areas: [Money-Laundering, DRUGS]
  victims: 10-19
  cyp_at_risk: Yes
## nothing: an answer between quotation marks
threat:
  cyp_at_risk: "TRUE"
## nothing: a leap day
next_review: 2028-02-29
## dangling-id: a board
board: exampleton-ogc
       ^^^^^^^^^^^^^^
## dangling-id: an objective
pursue:
  - {id: PUR-1, tactic: x, serves: [OBJ-1, OBJ-2], owner: di-soc-east, due: 2026-12-18}
                                           ^^^^^
## dangling-id: a tactic is no objective
pursue:
  - {id: PUR-1, tactic: x, serves: PRE-1, owner: di-soc-east, due: 2026-12-18}
                                   ^^^^^
## dangling-id: in the log
log:
  - {date: 2026-11-18, ref: PUR-2, note: x}
                            ^^^^^
## dangling-id: an organisation
partners:
  - {organisation: exampleton-counsel}
                   ^^^^^^^^^^^^^^^^^^
## unknown-value: a tier
threat:
  tier: forse
        ^^^^^
## post-unknown: a post
lro: di-soc-wset
     ^^^^^^^^^^^
## post-unknown: in a list
recipients: [di-soc-east, nobody]
                          ^^^^^^
## nothing: who owns something is a rule's affair
pursue:
  - {id: PUR-1, tactic: x, serves: OBJ-1, owner: nobody, due: 2026-12-18}
## nothing: an id further down
log:
  - {date: 2026-11-18, ref: ACT-1, note: x}
actions:
  - {id: ACT-1, action: x, owner: di-soc-east, due: 2026-12-01}
## duplicate-id: of two kinds
protect:
  - {id: OBJ-1, tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
         ^^^^^
## duplicate-id, duplicate-id: three times
protect:
  - {id: PUR-1, tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
         ^^^^^
  - {id: PUR-1, tactic: x, serves: OBJ-1, owner: di-soc-east, due: 2027-01-29}
         ^^^^^
## quotes-advised: a number
operation: 0123
           ^^^^
## quotes-advised, quotes-advised, quotes-advised, quotes-advised: in a list
annexes: [12, true, 1e3, Null, "12", NO, 9:30, 2026-11-22, 1_000]
          ^^
              ^^^^
                    ^^^
                         ^^^^
## nothing: a figure
version: 1.10
"""
)


@pytest.mark.parametrize("case", FAULTS, ids=ids)
def test_each_fault_is_told_where_it_is(case: Case) -> None:
    assert fired(checked(case.text).found) == case.expected


# What is said of them


@pytest.mark.parametrize(
    ("piece", "wrong", "do"),
    [
        (
            "# without operation\noperaton: LARCH",
            '"operaton" is not one of the fields of the plan. Did you mean "operation"?',
            'Change "operaton" to "operation".',
        ),
        (
            "threat: {tipe: ocg}",
            '"tipe" is not one of the fields of Threat. Did you mean "type"?',
            'Change "tipe" to "type".',
        ),
        (
            "partners:\n  - {organisation: exampleton-council, fee: 12}",
            '"fee" is not one of the fields of Partners, exampleton-council.',
            (
                "Move it to where it belongs, or delete it. Partners, exampleton-council has:"
                " organisation, since, role."
            ),
        ),
        (
            f"pursue:\n  - {{{TACTIC}, zzz: 1}}",
            '"zzz" is not one of the fields of Pursue, PUR-1.',
            (
                "Move it to where it belongs, or delete it. Pursue, PUR-1 has: id, tactic, detail,"
                " kind, area, stage, aim and 15 more."
            ),
        ),
        (
            "actions:\n  - {id: ACT-1, owner: di-soc-east}",
            'Actions, ACT-1 has no "Action".',
            'With its other fields, on line 38 or below, add "action: ...".',
        ),
        (
            "operation:",
            'Nothing stands after "operation:".',
            "Write the value after the colon, or delete the line.",
        ),
        (
            "other_boards:\n  -",
            'Nothing stands in item 1 of "Other boards".',
            "Write the item, or delete it.",
        ),
        (
            "status: actve",
            '"actve" is not one of the words that "Status" can hold. Did you mean "active"?',
            'Write "active", if that is what you mean.',
        ),
        (
            "threat: {areas: [guns]}",
            '"guns" is not one of the words that "Threat areas" can hold. Did you mean "firearms"?',
            'Write "firearms", if that is what you mean.',
        ),
        (
            "threat: {tier: local authority}",
            '"local authority" is not one of the words that "Tier" can hold.',
            "Write one of: regional, force, local.",
        ),
        (
            "operation: [LARCH]",
            '"Operation" holds a list, where text belongs.',
            "Write one line of text.",
        ),
        (
            "other_boards: [{a: b}]",
            '"Other boards" holds fields of its own, where text belongs.',
            "Write one line of text.",
        ),
        (
            "pursue: Closure",
            '"Pursue" holds text, where a list belongs.',
            "Write a list: each item on a line of its own, after a dash and a space.",
        ),
        (
            "pursue: [Closure]",
            '"Pursue" holds text, where a group of fields belongs.',
            "Write fields under it, such as id: ...",
        ),
        (
            "threat: true",
            '"Threat" holds true or false, where a group of fields belongs.',
            "Write fields under it, such as type: ...",
        ),
        (
            "threat: {group_size: twelve}",
            '"Group size" holds text, where a whole number belongs.',
            "Write it in figures, such as 12, without quotation marks.",
        ),
        (
            "threat: {cyp_at_risk: 1}",
            '"Children at risk" holds a number, where true or false belongs.',
            "Write true or false.",
        ),
        (
            "ref: SOC 14",
            '"SOC 14" is not in the form of "Plan reference": there is a space in it.',
            "Write SOC-14.",
        ),
        (
            'ref: "SOC-14 "',
            (
                '"SOC-14 " is not in the form of "Plan reference": there is a space at its start'
                " or end."
            ),
            "Write SOC-14.",
        ),
        (
            "planc: 2",
            '"2" is not in the form of "Format".',
            "Write 1: this planc reads no other.",
        ),
        (
            "threat: {group_size: 10000}",
            '"10000" is not in the form of "Group size": it must be from 1 to 9,999.',
            "Check the figure.",
        ),
        (
            f"operation: {'x' * 501}",
            '"Operation" has 501 characters; at most 500 fit.',
            "Shorten it, and put the rest in a note or in the detail.",
        ),
        (
            f"threat: {{assessment: {'x' * 100_001}}}",
            '"Assessment" has 100,001 characters; at most 100,000 fit.',
            "Keep the plan to what a board needs, and the rest where it belongs.",
        ),
        (
            "threat: {areas: [fishing]}",
            '"fishing" is not one of the words that "Threat areas" can hold.',
            (
                "Write one of: csae, msht, oic, drugs, firearms, oac, cyber, fraud,"
                " money laundering, bribery and corruption, border vulnerabilities,"
                " kidnap and extortion, waste and"
                " environmental, counterfeit goods."
            ),
        ),
        (
            "log:\n  - {date: 2026-11-18, ref: ZZ-9, note: x}",
            '"ZZ-9" is not the id of anything in this plan.',
            "Write one of: OBJ-1, PUR-1, PRE-1, PRO-1, PPR-1; or add what is missing to the plan.",
        ),
        (
            "log:\n  - {date: 2026-11-18, ref: PUR-2, note: x}",
            '"PUR-2" is not the id of anything in this plan.',
            (
                'If PUR-2 was taken out, put it back with "status: withdrawn" in the log, so that'
                " its history stays; if another is meant, write its id: PUR-1, OBJ-1, PPR-1, PRE-1,"
                " PRO-1."
            ),
        ),
        (
            "log:\n  - {date: 2026-11-18, ref: PRU-1, note: x}",
            '"PRU-1" is not the id of anything in this plan. Did you mean "PUR-1"?',
            'Write "PUR-1", if that is what you mean; or add what is missing to the plan.',
        ),
        (
            "board: exampleton-ogc",
            (
                '"exampleton-ogc" is not the id of a board in planc.yaml. Did you mean'
                ' "exampleton-ocg"?'
            ),
            (
                'Write "exampleton-ocg", if that is what you mean; or add what is missing to'
                " planc.yaml."
            ),
        ),
        (
            "partners: [{organisation: zzz}]",
            '"zzz" is not the id of an organisation in directory.yaml.',
            (
                "Write one of: exampleton-police, exampleton-council; or add what is missing to"
                " directory.yaml."
            ),
        ),
        (
            "lro: di-soc-wset",
            '"di-soc-wset" is not a post in directory.yaml. Did you mean "di-soc-west"?',
            'Write "di-soc-west", if that is what you mean.',
        ),
        (
            "lro: zzz",
            '"zzz" is not a post in directory.yaml.',
            "Write the id of a post in directory.yaml, or ask its keeper to add the post.",
        ),
        (
            "operation: 0123",
            '"0123" in "Operation" looks like a number to some programs.',
            'Put it in quotation marks: "0123".',
        ),
        (
            "operation: true",
            '"true" in "Operation" looks like a yes or no to some programs.',
            'Put it in quotation marks: "true".',
        ),
        (
            "operation: NULL",
            '"NULL" in "Operation" looks like nothing at all to some programs.',
            'Put it in quotation marks: "NULL".',
        ),
    ],
)
def test_the_words_for_a_fault(piece: str, wrong: str, do: str) -> None:
    result = checked(merged(PLAN_TEXT, piece))
    assert [one.wrong for one in result.found] == [wrong]
    assert advised(result.faults) == [do]


@pytest.mark.parametrize(
    ("written", "because", "do"),
    [
        ("31/12/2026", ": the year comes first, then the month", "Write 2026-12-31."),
        ("1/2/26", ": the year comes first, then the month", "Write 2026-02-01."),
        ("01.12.2026", ": the year comes first, then the month", "Write 2026-12-01."),
        ("1-12-2026", ": the year comes first, then the month", "Write 2026-12-01."),
        (
            "2026-1-2",
            ": day and month have two figures each, with hyphens",
            "Write 2026-01-02.",
        ),
        (
            "2026/12/02",
            ": day and month have two figures each, with hyphens",
            "Write 2026-12-02.",
        ),
        (
            "2026-02-30",
            ": there is no such day",
            "Look the day up in a calendar, and write it as in 2026-11-22.",
        ),
        (
            "12/31/2026",
            ": the year comes first, then the month",
            "Write 2026-12-31.",
        ),
        (
            "2 December 2026",
            ": the month is a figure, and the year comes first",
            "Write 2026-12-02.",
        ),
        (
            "2 December",
            ": the year is missing",
            "Write the year too, and all of it in figures, as in 2026-11-22.",
        ),
        (
            "TBC",
            "",
            IN_FIGURES,
        ),
    ],
)
def test_a_date_in_another_form_is_answered_with_the_right_one(
    written: str, because: str, do: str
) -> None:
    result = checked(merged(PLAN_TEXT, f"next_review: {written}"))
    wrong = f'"{written}" is not a date that planc can read{because}.'
    assert [one.wrong for one in result.found] == [wrong]
    assert advised(result.faults) == [do]


def test_a_duplicate_id_tells_where_the_first_one_is() -> None:
    piece = f"protect:\n  - {{{TACTIC}}}"
    result = checked(merged(PLAN_TEXT, piece))
    ((_, fault),) = result.faults
    assert result.found[0].wrong == "PUR-1 is already the id of something else, on line 25."
    assert fault.related == ((("pursue", 0, "id"), "the first one"),)


# Never about a person


def test_what_may_be_about_a_person_is_not_repeated() -> None:
    piece = """\
subjects:
  - {key: Mary Smith, role: Mary Smith, status: Mary Smith, release: Mary Smith}
  - {key: [Mary Smith], Mary Smith: leader}
  - Mary Smith"""
    result = checked(merged(PLAN_TEXT, piece))
    assert len(result.found) == 7
    for rule, fault in result.faults:
        words = told([(rule, fault)], result.document)[0].wrong + advised([(rule, fault)])[0]
        assert "Smith" not in words, rule.__name__


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        (
            "key: x y",
            'What stands after "key:" is not in the form of "Key": there is a space in it.',
        ),
        (
            "key: S1, role: ledaer",
            (
                'What stands here is not one of the words that "Role in the group" can hold.'
                ' Did you mean "leader"?'
            ),
        ),
        (
            "key: S1, release: 2027-05-01",
            'What stands after "release:" is not in the form of "Release quarter".',
        ),
        (
            "key: S1, Mary: leader",
            "What stands here is not one of the fields of Subjects, number 1.",
        ),
        (
            "key: S1, rolle: leader",
            '"rolle" is not one of the fields of Subjects, number 1. Did you mean "role"?',
        ),
    ],
)
def test_the_words_where_a_person_may_be_meant(field: str, wrong: str) -> None:
    result = checked(merged(PLAN_TEXT, f"subjects:\n  - {{{field}}}"))
    assert [one.wrong for one in result.found] == [wrong]


# What references can lead to


@pytest.mark.parametrize(
    ("kind", "looked_up"),
    [
        ("post", ["dangling-id", "dangling-id"]),
        ("board", ["dangling-id", "post-unknown"]),
        ("organisation", ["dangling-id", "post-unknown"]),
        ("none of them", ["dangling-id", "dangling-id", "post-unknown"]),
    ],
)
def test_nothing_is_looked_up_where_there_is_nothing_to_look_in(
    kind: str, looked_up: list[str]
) -> None:
    piece = "lro: zzz\nboard: zzz\npartners: [{organisation: zzz}]"
    faults = checked(merged(PLAN_TEXT, piece), known={**KNOWN, kind: None}).found
    assert sorted(one.rule for one in faults) == looked_up


def test_ids_are_listed_in_the_order_of_the_file() -> None:
    objectives = "".join(f"  - {{id: Z{n}, statement: x}}\n" for n in range(9))
    piece = f"objectives:\n{objectives}log:\n  - {{date: 2026-11-18, ref: AAAA, note: x}}"
    faults = checked(merged(PLAN_TEXT, piece)).faults
    assert advised(faults)[-1] == (
        "Write one of: Z0, Z1, Z2, Z3, Z4, Z5, Z6 and 6 more; or add what is missing to the plan."
    )


def test_no_more_is_guessed_than_there_is_time_for() -> None:
    posts = ["supt-crime", *(f"post-{n}" for n in range(MOST_GUESSES // 2 - 1))]
    known: Known = {**KNOWN, "post": posts}
    piece = "sro: pots-1\nlro: pots-2\nrecipients: [pots-3, pots-4]"
    faults = checked(merged(PLAN_TEXT, piece), known=known).found
    guessed = [one for one in faults if "Did you mean" in one.wrong]
    assert (len(faults), len(guessed)) == (4, 2)


# What else a file can be


@pytest.mark.parametrize(
    ("text", "place", "wrong", "do"),
    [
        (
            "planc: 1\nstatus: draft\nzzz: 1\n",
            "1:1-9",
            "plans/larch.yaml has no ref.",
            (
                'At the top, on a line each, add "ref: SOC-2026-001"; or rename the file if it is'
                " no plan."
            ),
        ),
        (
            "zzz: 1\nthreat: 2\n",
            "1:1-7",
            "plans/larch.yaml has no planc and no ref and no status.",
            (
                'At the top, on a line each, add "planc: 1" and "ref: SOC-2026-001" and'
                ' "status: draft"; or rename the file if it is no plan.'
            ),
        ),
        (
            "- planc: 1\n- ref: A-1\n",
            "1:3-11",
            "plans/larch.yaml is not made of fields.",
            (
                "Start it with planc, ref and status, on a line each; or rename the file if it is"
                " no plan."
            ),
        ),
        (
            "to be written\n",
            "1:1-14",
            "plans/larch.yaml is not made of fields.",
            (
                "Start it with planc, ref and status, on a line each; or rename the file if it is"
                " no plan."
            ),
        ),
        (
            "---\n",
            "2:1-1",
            "plans/larch.yaml is not made of fields.",
            (
                "Start it with planc, ref and status, on a line each; or rename the file if it is"
                " no plan."
            ),
        ),
    ],
)
def test_a_file_that_is_no_plan(text: str, place: str, wrong: str, do: str) -> None:
    result = checked(text)
    about = [one for one in result.found if one.rule == "not-a-plan"]
    assert about == [Told("not-a-plan", place, wrong)]
    assert advised(result.faults)[-1] == do


def test_of_a_plan_without_a_reference_the_rest_is_checked() -> None:
    faults = checked("planc: 1\nstatus: active\nzzz: 1\nboard: zzz\n").found
    assert fired(faults) == [
        ("not-a-plan", "1:1-9"),
        ("unknown-field", "3:1-4"),
        ("dangling-id", "4:8-11"),
    ]


def test_of_what_is_no_plan_at_all_nothing_else_is_said() -> None:
    assert [one.rule for one in checked("name: x\nboard: zzz\nstatus: actve\n").found] == [
        "not-a-plan"
    ]


def test_fields_that_may_have_been_taken_in_are_not_missing() -> None:
    text = merged(PLAN_TEXT, "pursue:\n  - <<: {tactic: x}\n    serves: OBJ-1")
    assert [one.rule for one in checked(text).found] == ["merge-key"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("directory", DIRECTORY, []),
        ("policy", POLICY, []),
        (
            "directory",
            "planc: 1\norganisations: []\n",
            [Told("missing-field", "1:1-9", 'plans/larch.yaml has no "Posts".')],
        ),
        (
            "directory",
            "- a\n",
            [
                Told(
                    "wrong-type",
                    "1:3-4",
                    '"Directory" holds a list, where a group of fields belongs.',
                )
            ],
        ),
        (
            "policy",
            "none\n",
            [
                Told(
                    "wrong-type",
                    "1:1-5",
                    '"Policy" holds text, where a group of fields belongs.',
                )
            ],
        ),
        (
            "policy",
            f"{POLICY}nubmers: {{}}\n",
            [
                Told(
                    "unknown-field",
                    "15:1-8",
                    (
                        '"nubmers" is not one of the fields of plans/larch.yaml.'
                        ' Did you mean "numbers"?'
                    ),
                )
            ],
        ),
        (
            "policy",
            f"{POLICY}rules:\n  tab: {{severity: of, reason: x}}\n  review-overdue: off\n",
            [
                Told(
                    "unknown-value",
                    "16:19-21",
                    ('"of" is not one of the words that "Severity" can hold. Did you mean "off"?'),
                ),
                Told(
                    "wrong-type",
                    "17:19-22",
                    ('"Rules, review-overdue" holds text, where a group of fields belongs.'),
                ),
            ],
        ),
        (
            "directory",
            DIRECTORY.replace("organisation: exampleton-council}", "organisation: council}", 1),
            [
                Told(
                    "dangling-id",
                    "14:72-79",
                    '"council" is not the id of an organisation in directory.yaml.',
                )
            ],
        ),
    ],
)
def test_the_directory_and_the_policy(kind: str, text: str, expected: list[Told]) -> None:
    assert checked(text, kind, {}).found == expected


def test_a_directory_that_is_empty_is_told() -> None:
    faults = checked("---\n", "directory", {}).found
    wrong = '"Directory" holds nothing, where a group of fields belongs.'
    assert faults == [Told("wrong-type", "2:1-1", wrong)]


def test_a_post_and_an_organisation_may_have_one_id() -> None:
    text = DIRECTORY.replace("id: supt-crime,", "id: exampleton-police,")
    assert checked(text, "directory", {}).found == []


def test_two_posts_may_not_have_one_id() -> None:
    text = DIRECTORY.replace("id: di-soc-west,", "id: di-soc-east,")
    wrong = "di-soc-east is already the id of something else, on line 12."
    assert checked(text, "directory", {}).found == [Told("duplicate-id", "13:10-21", wrong)]


def test_an_organisation_is_looked_up_in_a_directory_that_has_none() -> None:
    text = "planc: 1\norganisations: []\nposts: [{id: a, title: A, organisation: b}]\n"
    wrong = '"b" is not the id of an organisation in directory.yaml.'
    assert checked(text, "directory", {}).found == [Told("dangling-id", "3:41-42", wrong)]


# What is spoiled


def test_the_places_of_faults_are_spoiled_and_those_that_reading_spoiled_stay_so() -> None:
    piece = "operation: *x\nstatus: actve\nlro: nobody\nversion: 12\nsummary: 12"
    document, _ = read(NAME, merged(PLAN_TEXT, piece))
    assert document is not None
    after, faults = validate(document, "plan", KNOWN)
    assert after.spoiled == {("operation",), ("status",), ("lro",)}
    assert after.data == document.data
    assert [rule.__name__.rpartition(".")[2] for rule, _ in faults] == [
        "unknown_value",
        "quotes_advised",
        "post_unknown",
    ]


def test_a_misspelt_field_spoils_the_one_that_was_meant() -> None:
    result = checked(merged(PLAN_TEXT, "# without lro\nlr0: di-soc-east"))
    assert result.document is not None
    assert result.document.spoiled == {("lr0",), ("lro",)}


# The schemas


@pytest.mark.parametrize(
    "node",
    [
        {"type": "string", "maxLength": 9, "contains": {}},
        {"type": "array", "items": {"type": "boolean"}, "uniqueItems": True},
        {"type": "object", "additionalProperties": False, "oneOf": []},
        {"type": "boolean", "enum": [True]},
        {"type": "integer", "multipleOf": 2},
        {"type": "string", "maxLength": 9, "minimum": 2},
        {"$ref": "#/$defs/line", "not": {}},
    ],
)
def test_a_schema_that_says_more_than_planc_reads_is_refused(node: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="planc does not read these keywords of JSON Schema: "):
        _compile(node, {"line": {"type": "string", "maxLength": 500}})


def test_what_planc_itself_notes_in_a_schema_is_no_keyword() -> None:
    check = _compile({"type": "string", "maxLength": 9, "x-anything": True}, {})
    assert callable(check)
