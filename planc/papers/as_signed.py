"""How the objectives stand to what the SRO approved."""

from planc.model.approvals import approvals, signed_things
from planc.model.view import View
from planc.wording.words import capital, every


def as_signed(view: View) -> str:
    """Which objectives stand as the SRO approved them, and which do not; of the rest nothing."""
    plan, known = view.plan, approvals(view.plan)
    now = signed_things(plan)
    same: list[str] = []
    changed: list[str] = []
    for objective in plan.objectives:
        own = {
            name: thing
            for name, thing in now.items()
            if name in known and name.startswith(f"{objective.id}.")
        }
        other = [n.partition(".")[2] for n, t in own.items() if t.digest != known[n].digest]
        if other:
            what = every(["words" if name == "statement" else name for name in other])
            changed.append(f"{objective.id} ({what})")
        elif own and objective.id:
            same.append(objective.id)
    gone = [name.partition(".")[0] for name in known if name not in now and name[-7:] == ".target"]
    changed += [f"{name} (taken out)" for name in gone]
    parts = [f"{every(same)} stand{'s' if len(same) == 1 else ''}"] if same else []
    parts += [f"changed since: {every(changed)}"] if changed else []
    return capital("; ".join(parts))
