"""The directory: organisations, and the posts that plans refer to."""

import datetime as dt
from functools import cached_property

from planc.detect.name_forms import is_name_of_person
from planc.model.document import Route
from planc.model.noun import noun

POLICE = ("police", "law enforcement")
"""The sectors that are not partners in the sense of a 4P plan."""


@noun(frozen=True, kw_only=True)
class Agreement:
    """An information-sharing agreement."""

    route: Route = ()
    ref: str | None = None
    purpose: str | None = None
    starts: dt.date | None = None
    expires: dt.date | None = None

    def in_force(self, as_of: dt.date) -> bool:
        """Whether it holds on a day; one that says no end has none."""
        begun = self.starts is None or self.starts <= as_of
        return begun and (self.expires is None or as_of <= self.expires)


@noun(frozen=True, kw_only=True)
class Organisation:
    """An organisation that takes part in plans."""

    route: Route = ()
    id: str | None = None
    name: str | None = None
    sector: str | None = None
    agreement: Agreement | None = None

    @property
    def is_partner(self) -> bool:
        """Whether it is anything but police or law enforcement."""
        return self.sector is not None and self.sector not in POLICE

    @property
    def is_police(self) -> bool:
        """Whether it is police or law enforcement; where its sector is not known, neither."""
        return self.sector in POLICE


@noun(frozen=True, kw_only=True)
class Post:
    """A post, never a person."""

    route: Route = ()
    id: str | None = None
    title: str | None = None
    organisation: str | None = None
    contact: str | None = None
    vacant_since: dt.date | None = None
    deputy: str | None = None
    lro_trained_on: dt.date | None = None


@noun(frozen=True, kw_only=True)
class Directory:
    """Every organisation and post, found by id."""

    route: Route = ()
    planc: int | None = None
    organisations: tuple[Organisation, ...] = ()
    posts: tuple[Post, ...] = ()

    @cached_property
    def _posts(self) -> dict[str | None, Post]:
        return {post.id: post for post in self.posts}

    @cached_property
    def _organisations(self) -> dict[str | None, Organisation]:
        return {organisation.id: organisation for organisation in self.organisations}

    @cached_property
    def _by_post(self) -> dict[str | None, Organisation | None]:
        return {post.id: self.organisation(post.organisation) for post in self.posts}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, in small letters, that posts and organisations are called by.

        Not those of a post that is called by the name of whoever holds it.
        """
        titles = [post.title for post in self.posts if not is_name_of_person(post.title or "")]
        names = titles + [organisation.name for organisation in self.organisations]
        return frozenset(word for name in names if name for word in name.casefold().split())

    def post(self, name: str | None) -> Post | None:
        """The post with this id."""
        return self._posts.get(name)

    def organisation(self, name: str | None) -> Organisation | None:
        """The organisation with this id."""
        return self._organisations.get(name)

    def organisation_of(self, post: str | None) -> Organisation | None:
        """The organisation that a post belongs to."""
        return self._by_post.get(post)

    def is_police(self, post: str | None) -> bool:
        """Whether a post is known to belong to the police or another law enforcement body."""
        organisation = self.organisation_of(post)
        return organisation is not None and organisation.sector in POLICE

    def title(self, post: str | None) -> str:
        """The post as it is printed: its title, or the id where the directory has none."""
        known_post = self.post(post)
        return (known_post.title if known_post else None) or post or ""
