"""When something is due, and how often that was moved."""

from planc.model.paper import Prose, para
from planc.model.tactic import Action, Tactic
from planc.model.view import View
from planc.wording.day import short_day
from planc.wording.words import times


def deadline(view: View, item: Tactic | Action) -> Prose:
    """`15 Dec 2026`, `Check 27 Nov 2026`, and below it `moved twice`."""
    plan = view.plan
    due = plan.due_of(item)
    check = plan.next_check_of(item) if isinstance(item, Tactic) else None
    lines = [para(short_day(due))] if due else []
    lines += [para(f"Check {short_day(check)}")] if check and plan.is_live(item) else []
    moves = len(plan.moves_of(item))
    lines += [para(f"moved {times(moves)}", small=True)] if moves else []
    return tuple(lines) or (para("No date"),)
