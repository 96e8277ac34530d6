"""What a post has to do by a day, as far as a calendar may know of it."""

import datetime as dt
from typing import NamedTuple


class Task(NamedTuple):
    """A task of a post, its day, and whether it is done.

    `changes` is how often the log has said something of it, so that a later calendar counts.
    """

    day: dt.date
    plan: str
    id: str
    post: str
    done: bool
    changes: int
    as_of: dt.date
