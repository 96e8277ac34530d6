"""Every beginning of a number here is judged as it was with the whole of phonenumbers."""

from pathlib import Path

from tests.detect.telephones import verdicts


def test_numbers_are_judged_as_with_the_tables_of_places_and_carriers() -> None:
    recorded = Path(__file__).with_name("telephones.txt").read_text(encoding="utf-8")
    assert "\n".join(verdicts()) + "\n" == recorded
