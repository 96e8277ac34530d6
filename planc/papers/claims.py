"""Which disruptions a board is shown one by one."""

from planc.model.log import Entry
from planc.model.view import View

MODERATED = "moderated"
SETTLED = (MODERATED, "rejected")
"""What a panel makes of a claim."""


def is_settled(entry: Entry) -> bool:
    """Whether a panel has moderated or rejected it."""
    return entry.state in SETTLED


def has_row(view: View, entry: Entry) -> bool:
    """Whether nobody has settled it, however old it is, or it is since the last board."""
    last = view.last_board
    return not is_settled(entry) or bool(last and entry.date and entry.date > last)
