"""What is put right unasked, and what only looks like it."""

import pytest

from planc.model.document import Span
from planc.model.edit import TextEdit
from planc.passes.approve_edit import approve_edit

TEXT = "planc: 1\nlro: DI-East\ndue: 18/12/2026\nstatus: Draft\n"


@pytest.mark.parametrize(
    ("rule", "span", "words", "about", "approved"),
    [
        ("impossible-date", (3, 6, 3, 16), "2026-12-18", "PUR-1.due", True),
        ("impossible-date", (3, 6, 3, 16), "next week", "PUR-1.due", False),
        ("unknown-value", (4, 9, 4, 14), "draft", "status", True),
        ("unknown-value", (4, 9, 4, 14), "active", "status", False),
        ("malformed-value", (2, 6, 2, 13), "di-east", "lro", False),
        ("dangling-id", (2, 6, 2, 13), "di-west", "lro", False),
        ("impossible-date", (3, 6, 4, 1), "2026-12-18", "PUR-1.due", False),
    ],
)
def test_an_edit_of_a_kind_that_is_certain(
    rule: str, span: tuple[int, int, int, int], words: str, about: str, approved: bool
) -> None:
    edits = (TextEdit(Span(*span), words),)
    assert approve_edit(rule, edits, about, TEXT) is approved
    assert not approve_edit(rule, edits * 2, about, TEXT)
    assert not approve_edit(rule, (), about, TEXT)
