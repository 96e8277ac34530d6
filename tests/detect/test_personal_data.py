"""What identifies somebody is refused in every form, and what is like it is left alone."""

from pathlib import Path

import pytest

from tests.detect.forms import IDENTIFIES, MAY_IDENTIFY, NEARLY
from tests.detect.notes import noted, variants


@pytest.mark.parametrize("form", IDENTIFIES)
def test_every_form_is_refused_wherever_it_stands_in_a_text(base: Path, form: str) -> None:
    texts = [variant for text in IDENTIFIES[form] for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["personal-data"]] == []


def test_what_may_be_a_name_or_an_address_gets_a_warning(base: Path) -> None:
    texts = [variant for text in MAY_IDENTIFY for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [text for text in texts if rules_by_text[text] != ["personal-data-hint"]] == []


def test_what_is_like_it_and_something_else_is_left_alone(base: Path) -> None:
    texts = [variant for text in NEARLY for variant in variants(text)]
    rules_by_text = noted(base, texts)
    assert [(text, rules_by_text[text]) for text in texts if rules_by_text[text]] == []
