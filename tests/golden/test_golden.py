"""What is said of each broken plan is what somebody has read and found right."""

import pytest

from planc.all_reporters import ReporterName
from tests.golden.transcripts import CASES, FORMS, HERE, kept, transcript


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_a_broken_plan(case: str, form: ReporterName) -> None:
    assert transcript(case, form) == kept(case, form).read_text(encoding="utf-8")


def test_every_folder_has_a_plan_and_what_is_said_of_it() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_"}
    renew = "python -m tests.golden.transcripts"
    assert folders == set(CASES), renew
    files = {path.name for path in HERE.glob("[!_]*/*") if path.suffix != ".yaml"}
    assert files == set(FORMS.values()), renew
