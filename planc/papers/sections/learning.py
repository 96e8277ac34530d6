"""Learning: what others can take from this plan."""

from collections.abc import Iterator

from planc.model.paper import Block, cell, para, prose, table
from planc.model.view import View
from planc.wording.day import long_day

TITLE = "Learning"


def blocks(view: View) -> Iterator[Block]:
    """What was learnt and who was told."""
    lessons = view.plan.learning
    if not lessons:
        yield para("Nothing has been recorded.")
        return
    rows = [
        (
            long_day(lesson.date) if lesson.date else None,
            cell(prose(lesson.lesson)) if lesson.lesson else None,
            lesson.shared_with or "Nobody yet",
        )
        for lesson in lessons
    ]
    yield table("What was learnt", ("Date", "Lesson", "Shared with"), rows, (20, 52, 28))
