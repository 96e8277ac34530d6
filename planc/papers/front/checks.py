"""Whether the plan checks are met, in one line."""

from collections.abc import Iterator

from planc.model.finding import Severity
from planc.model.paper import Block, para, strong
from planc.model.view import View
from planc.papers.page import Room
from planc.wording.day import long_day
from planc.wording.words import count

SECTION = "findings"


def blocks(view: View, _room: Room) -> Iterator[Block]:
    """That they are met, or how many are not and which of these fail no check for now."""
    waived = view.errors_waived
    if not view.errors:
        asides = [count(view.warnings, "warning")] if view.warnings else []
        asides += [f"{waived} waived"] if waived else []
        more = f" {', '.join(asides)}: see Plan checks in the plan's paper." if asides else ""
        yield para(strong("Plan checks met."), more, small=True)
        return
    asides = [_older(view)] if _older_errors(view) else []
    asides += [f"{waived} more waived"] if waived else []
    words = f" {'; '.join(asides)}." if asides else ""
    number = strong(f"Plan checks not met: {view.errors} (force policy).")
    yield para(number, words, _WHERE, small=True)


_WHERE = " Under Plan checks the plan's paper says what is wrong and who acts."


def _older_errors(view: View) -> int:
    return sum(aside.finding.severity >= Severity.ERROR for aside in view.older)


def _older(view: View) -> str:
    """How many of the errors the baseline holds, and until when."""
    older = [aside for aside in view.older if aside.finding.severity >= Severity.ERROR]
    number = len(older)
    which = f"{number} of them"
    if number == view.errors:
        which = {1: "It", 2: "Both"}.get(number, f"All {number}")
    what = "is an older finding" if number == 1 else "are older findings"
    return f"{which} {what}, to be put right by {long_day(max(one.until for one in older))}"
