"""The words that ids go by: those of what is in a plan, and of what stands around the plans."""

from typing import Any

from planc.model.directory import Directory
from planc.model.policy import Policy
from planc.wording.words import count


def title_of(item: Any) -> str:
    """The words that an item of a plan is known by."""
    names = ("tactic", "action", "statement", "risk", "gap", "request", "what", "decision")
    return next((text for name in names if (text := getattr(item, name, None))), "")


def titles_around(policy: Policy, directory: Directory | None) -> dict[str, dict[str, str]]:
    """For each kind of thing that stands around the plans its ids, each with its title.

    A kind of which there is none is not among them.
    """
    titles: dict[str, dict[str, str]] = {
        "board": {board.id: board.name or "" for board in policy.boards if board.id},
        "tier": {
            tier.name: f"Reviewed every {count(tier.review_days or 0, 'day')}"
            for tier in policy.tiers
            if tier.name
        },
    }
    if directory:
        titles["organisation"] = {o.id: o.name or "" for o in directory.organisations if o.id}
        titles["post"] = {
            post.id: ", ".join(filter(None, (post.title, _organisation_of(directory, post.id))))
            for post in directory.posts
            if post.id
        }
    return {kind: of_kind for kind, of_kind in titles.items() if of_kind}


def _organisation_of(directory: Directory, post: str) -> str:
    organisation = directory.organisation_of(post)
    return (organisation.name if organisation else None) or ""
