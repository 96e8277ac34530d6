"""What the machine says: which day it is, and how many cores there are. Loads quickly."""

import datetime as dt
import os
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planc.errors import PlancError
from planc.model.policy import Policy
from planc.wording.day import parse_day


def jobs_of(option: int | None) -> int:
    """In how many processes many plans are read: as many as this one may have cores."""
    if option is not None:
        return option
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not every system says it
        return os.cpu_count() or 1


def day_of(option: str | None, policy: Policy) -> dt.date:
    """The day that plans are read as of: the only look at the clock and the environment."""
    if option is not None:
        return day_named(option, "--as-of")
    if policy.exercise and policy.exercise.as_of:
        return policy.exercise.as_of
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise PlancError(f'SOURCE_DATE_EPOCH is "{epoch}": no count of seconds.') from None
    try:
        return dt.datetime.now(ZoneInfo("Europe/London")).date()
    except ZoneInfoNotFoundError:
        raise PlancError(
            "This computer does not know the time in London. Say the day, as in --as-of 2026-11-22;"
            " or: pip install tzdata"
        ) from None


def day_named(option: str, flag: str) -> dt.date:
    """The day that was written after a flag."""
    day = parse_day(option)
    if day is None:
        raise PlancError(f'"{option}" is not a day. Write it as {flag} 2026-11-22.')
    return day
