"""Who may agree to what is the SRO's to agree to: sign-offs, objectives, gaps, risks, closure."""

import datetime as dt
from collections.abc import Mapping

from planc.model.directory import Directory
from planc.model.noun import noun
from planc.model.plan import Plan
from planc.model.policy import Policy
from planc.wording.day import long_day


@noun(frozen=True)
class Authority:
    """Who may agree for one plan on one day.

    The SRO of that day may, who stands in for them, and a post above: the chair of a board that
    the plan goes to. Who leads the plan may not, even from the chair. `sro` is None where nobody
    can tell who it was; then anybody may who does not lead it. `later` is the post that is SRO now
    and was not yet, with the day from which it is. `leading` has the part of each post that leads.
    """

    sro: str | None
    later: tuple[str, dt.date] | None
    deputy: str | None
    above: tuple[str, ...]
    leading: Mapping[str, str]

    @classmethod
    def on(
        cls, day: dt.date, plan: Plan, policy: Policy, directory: Directory | None
    ) -> "Authority":
        """Who may agree for the plan on that day."""
        sro, since = plan.sro_on(day), plan.sro_since
        later = (plan.sro, since) if plan.sro and since and day < since else None
        known_post = directory.post(sro) if directory and sro else None
        chairs = [board.chair for name in plan.boards if (board := policy.board(name))]
        chairs += [plan.team.board_chair] if plan.team else []
        leading: dict[str, str] = {}
        if plan.team and plan.team.deputy_lro:
            leading[plan.team.deputy_lro] = "the deputy LRO"
        if plan.lro and not (plan.lro_since and day < plan.lro_since):
            leading[plan.lro] = "the LRO"
        leading.pop(plan.sro or "", None)  # one post in both parts, of which a rule speaks
        return cls(
            sro=sro,
            later=later,
            deputy=known_post.deputy if known_post else None,
            above=tuple(dict.fromkeys(c for c in chairs if c and c not in (sro, *leading))),
            leading=leading,
        )

    def may_agree(self, post: str, acting_for: str | None = None) -> bool:
        """Whether a post may; see `why_not`."""
        return self.why_not(post, acting_for) is None

    def why_not(self, post: str, acting_for: str | None = None) -> str | None:
        """What a post is that keeps it from agreeing, as in `by supt-crime, the LRO`; else None.

        Who acts for a post may what that post may, but for those who lead the plan.
        """
        if post in self.leading:
            return self.leading[post]
        if acting_for and acting_for != post and self.may_agree(acting_for):
            return None
        if post in (self.sro, self.deputy, *self.above):
            return None
        if self.later and post == self.later[0]:
            return f"SRO only since {long_day(self.later[1])}"
        return None if self.sro is None else "neither the SRO of that day nor a post above"
