"""New, re-tiered and archived plans: what has changed, and what the board is asked to agree."""

from collections.abc import Iterator, Sequence

from planc.model.extract import PaperContext, Row
from planc.model.paper import Block, cell, clip, para, strong, table
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import capital, count

TITLE = "New, re-tiered and archive requests"

_CONCLUDED = ("escalate", "step down", "archive")


def lines(view: View) -> Iterator[Row]:
    """What is new about the plan as a whole, and what its LRO asks."""
    plan, last = view.plan, view.last_board
    sought = plan.change_sought
    if sought and view.own_board:
        asked = f", asked {short_day(sought.asked_on)}" if sought.asked_on else ""
        because = clip(sought.because or "No reason given", 200)
        yield _row(view, 0, f"Asks to {sought.words}{asked}", because, "asked")
    elif plan.reviews and plan.reviews[-1].review in _CONCLUDED and plan.in_force:
        last_review = plan.reviews[-1]
        day = f" on {short_day(last_review.date)}" if last_review.date else ""
        words = f"Review{day} concluded: {last_review.review}"
        yield _row(
            view,
            1,
            words,
            clip(last_review.note or last_review.because or "Not done yet", 200),
            "agreed",
        )
    if plan.status == "draft":
        yield _row(view, 2, "Draft", "The SRO has not agreed it yet", "draft")
    elif plan.starts and last and plan.starts > last:
        yield _row(view, 2, f"New: starts {short_day(plan.starts)}", _why(view), "new")
    closure = plan.closure
    closed = closure.reviewed_on if closure else None
    if closure and closed and last and closed > last:
        reason = clip(closure.reason or "No reason given", 200)
        yield _row(view, 3, f"Archived {short_day(closed)}", reason, "archived")
    if not plan.in_force and view.errors:
        words = f"Plan checks not met: {view.errors}. Its own paper says what is wrong"
        yield _row(view, 4, "Archived", words, "archived")


def _row(view: View, place: int, change: str, because: str, kind: str) -> Row:
    tests = view.plan.closure_test
    met = sum(test.met_on is not None for test in tests)
    tier = view.plan.threat.tier if view.plan.threat else None
    name = (para(strong(view.name)), para(view.plan.ref or "", small=True))
    return Row(
        (place, view.name),
        (
            cell(name),
            change,
            capital(tier or "not said"),
            f"{met} of {len(tests)} met" if tests else "None written",
            because,
        ),
        kind,
    )


def _why(view: View) -> str:
    threat = view.plan.threat
    return clip((threat.assessment if threat else None) or "Not assessed", 200)


def summary(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many there are."""
    return count(len(rows), "plan") if rows else "none"


def ask(rows: Sequence[Row], _paper_context: PaperContext) -> str:
    """How many plans ask for a change."""
    asked = sum(row.kind == "asked" for row in rows)
    words = count(asked, "request", "requests")
    return f"Answer {words} to re-tier or archive a plan" if asked else ""


def blocks(rows: Sequence[Row], _paper_context: PaperContext) -> Iterator[Block]:
    """Requests first, then what reviews concluded, new plans, and what was archived."""
    if not rows:
        yield para("No plan is new, and none asks to be escalated, stepped down or archived.")
        return
    header = ("Plan", "Change", "Tier now", "Closure test", "Because")
    caption = "Plans that are new, change tier or end"
    yield table(caption, header, (row.cells for row in rows), (19, 20, 12, 14, 35))
