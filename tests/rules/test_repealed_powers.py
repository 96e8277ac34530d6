"""The powers known to be repealed: each line of the file finds its own power, and has a source."""

import re

import pytest

from planc.model.finding import Severity
from planc.resources import RepealedPower, repealed_powers
from planc.rules.tactics import power_repealed
from tests.conftest import Checked

STILL_THERE = [
    "Crime and Disorder Act 1998, s115",
    "Crime and Disorder Act 1998, s17",
    "Anti-social Behaviour, Crime and Policing Act 2014, Part 4",
    "Anti-social Behaviour, Crime and Policing Act 2014, s35",
    "Sentencing Act 2020, s331",
    "Sexual Offences Act 2003, s103A",
    "Sexual Offences Act 2003, s14",
    "Serious Organised Crime and Police Act 2005, s82",
    "Serious Crime Act 2007, s19",
    "Proceeds of Crime Act 2002, s294",
    "Theft Act 1968, s1",
    "Drug Trafficking Act 1994, s55",
    "Criminal Justice Act 1988, s139",
    "Modern Slavery Act 2015, s23",
    "Data Protection Act 2018, s62",
]


def _found(checked: Checked, power: str) -> list[str]:
    piece = (
        "pursue:\n  - {id: PUR-1, tactic: Work, serves: OBJ-1, owner: di-soc-east,"
        f' due: 2026-12-18, power: "{power}"}}\n'
    )
    return [f.wrong for f in checked(piece).findings if f.rule == "power-repealed"]


@pytest.mark.parametrize("power", repealed_powers(), ids=lambda held: held.power)
def test_a_repealed_power_is_found_as_the_file_writes_it(
    checked: Checked, power: RepealedPower
) -> None:
    name = re.sub(r" \([a-z ]+\)$", "", power.power)
    written = "Prevention of Corruption Act 1906" if name.endswith("Acts") else name
    assert _found(checked, written)
    assert power.successor
    assert power.source[-1].isdigit()


def test_what_nobody_read_is_said_to_be_taken_so(checked: Checked) -> None:
    (known,) = _found(checked, "Data Protection Act 1998, s29")
    assert known.endswith("which planc takes to be repealed but has not looked up.")
    (read,) = _found(checked, "Serious Organised Crime and Police Act 2005, s76")
    assert read.endswith("which was repealed.")


@pytest.mark.parametrize("power", STILL_THERE)
def test_a_power_that_is_still_there_is_left_alone(checked: Checked, power: str) -> None:
    assert _found(checked, power) == []


def test_it_is_a_warning() -> None:
    assert power_repealed.SEVERITY is Severity.WARNING
