"""Nobody owns more tactics than one post can deliver.

How many live tactics are too many is local policy (owner_tactics in planc.yaml). The plan in which
the post owns most of them is named.

Wrong: {post} owns {tactics}, where this force allows {limit}: {refs}.
Why: What one post cannot deliver will be late, and nobody will know which of it.
Do: Give some of them another owner, or agree at the board what is to wait.
Acts: OCG coordinator
Source: STF

Flagged: where the post owns most
    # planc.yaml
    numbers: {owner_tactics: 2}
    # plans/maple.yaml
    ref: SOC-2026-015
    pursue:
      - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-west, due: 2026-12-18}
                                                            ^^^^^^^^^^^
Clean: as many as the policy allows
    # planc.yaml
    numbers: {owner_tactics: 2}
    # plans/maple.yaml
    ref: SOC-2026-015
    pursue:
      - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Clean: what is done does not count
    # planc.yaml
    numbers: {owner_tactics: 2}
    # plans/maple.yaml
    ref: SOC-2026-015
    pursue:
      - {id: PUR-1, tactic: Warrants, serves: OBJ-1, owner: di-soc-west, due: 2026-12-18}
      - {id: PUR-2, tactic: Closures, serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
    log:
      - {date: 2026-11-18, ref: PUR-1, status: complete, outcome: Two flats empty}
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from planc.model.context import Clue, Context
from planc.model.finding import Severity, problem
from planc.model.plan import Plan
from planc.wording.words import count, cut, listed

SEVERITY = Severity.WARNING


def gather(plan: Plan, context: Context) -> Iterator[Clue]:
    """Each owner of live tactics, with how many, at the first of them."""
    if not plan.in_force:
        return
    live = [tactic for tactic in plan.live_tactics if tactic.owner]
    firsts = {tactic.owner: tactic for tactic in reversed(live)}
    for owner, number in Counter(tactic.owner for tactic in live).items():
        first = firsts[owner]
        post = context.directory.title(owner) if context.directory else owner or ""
        burden = problem((*first.route, "owner"), value=True, post=cut(post))
        yield Clue(owner or "", burden, number)


def judge(clues: Sequence[Clue], context: Context) -> Iterator[tuple[Clue, dict[str, str]]]:
    """A post that owns too many, where it owns most."""
    total = sum(clue.weight for clue in clues)
    if total > context.policy.numbers.owner_tactics:
        most = max(clues, key=lambda clue: clue.weight)
        refs = listed([f"{clue.weight} in {clue.plan}" for clue in clues])
        limit = str(context.policy.numbers.owner_tactics)
        yield most, {"tactics": count(total, "live tactic"), "limit": limit, "refs": refs}
