"""Tasks -> a calendar file of one post: days, and "Task due"; nothing of what they are.

A calendar is read on telephones, by others who share it, and by whoever finds one.
"""

import datetime as dt
import hashlib
import hmac
from collections.abc import Sequence

from planc import __version__
from planc.model.task import Task

WORDS = "Task due"
_DIGITS = 32


def write_calendar(tasks: Sequence[Task], key: str) -> bytes:
    """The calendar, the same bytes for the same tasks.

    `key` makes their names, so that nobody who does not have it can tell from one which task of
    which plan it is; a task that is done is there as cancelled.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//planc//planc {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    entries = sorted((_name(task, key), task) for task in tasks)
    for name, task in entries:
        event = Event()
        event.add("uid", f"{name}@planc")
        # not the moment of writing: the day as of which the plans were read is all there is to say
        event.add("dtstamp", dt.datetime.combine(task.as_of, dt.time(), dt.UTC))
        event.add("dtstart", task.day)
        event.add("summary", WORDS)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        event.add("sequence", task.changes)
        event.add("status", "CANCELLED" if task.done else "CONFIRMED")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _name(task: Task, key: str) -> str:
    """What a task is called in every calendar of this force, and nobody else can work out."""
    about = f"{task.plan}\0{task.id}\0{task.post}".encode()
    return hmac.new(key.encode(), about, hashlib.sha256).hexdigest()[:_DIGITS]
