"""What a plan says about its tactics and reviews, worked out again from OFFICER 1 and DOMAIN."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.mutation.sample import STRANDS, Route, Sample, number

AS_OF = dt.date(2026, 11, 22)

DONE = ("complete", "withdrawn", "closed")
POLICE = ("police", "law enforcement")
EXPLOITING = {"csae", "msht", "oic"}


@dataclass(frozen=True)
class Item:
    """An item of a list in the plan: where it stands, and its fields, None where it has none."""

    route: Route
    fields: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.fields.get(name)


class Facts:
    """Look-ups in the plain data of one sample."""

    def __init__(self, sample: Sample) -> None:
        self.sample, self.data = sample, sample.data
        self.tactics = [item for strand in STRANDS for item in self.items(strand)]
        self.log = sorted(self.items("log"), key=lambda entry: str(entry["date"]))
        self.threat = self.data.get("threat", {})
        self.gaps = self.data.get("gaps", {})

    def items(self, section: str) -> list[Item]:
        """The items of a section."""
        found = enumerate(self.data.get(section, []))
        return [Item((section, place), fields) for place, fields in found]

    def at(self, route: Route) -> Item:
        """The item that a route leads into."""
        section, place, *_ = route
        return Item((section, place), self.data[section][place])

    def about(self, name: str, field: str) -> list[Item]:
        """The entries about something that say this of it, oldest first."""
        return [entry for entry in self.log if entry["ref"] == name and entry[field]]

    def status(self, tactic: Item) -> str:
        """What the log says last; else the plan."""
        said = self.about(tactic["id"], "status")
        return str(said[-1]["status"] if said else tactic["status"] or "approved")

    def is_live(self, tactic: Item) -> bool:
        """Whether it is neither complete nor withdrawn."""
        return self.status(tactic) not in DONE

    @property
    def live(self) -> Iterator[Item]:
        """The live tactics."""
        return (tactic for tactic in self.tactics if self.is_live(tactic))

    def day(self, tactic: Item, field: str) -> Item | None:
        """The entry, or the tactic itself, that says when it is due or next checked."""
        said = [*([tactic] if tactic[field] else []), *self.about(tactic["id"], field)]
        return said[-1] if said else None

    def due_within(self, days: int) -> list[Item]:
        """The live enforcement tactics due from today on, within so many days."""
        last = (AS_OF + dt.timedelta(days)).isoformat()
        enforcing = [tactic for tactic in self.live if tactic["kind"] == "enforcement"]
        said = [(tactic, self.day(tactic, "due")) for tactic in enforcing]
        return [tactic for tactic, e in said if e and AS_OF.isoformat() <= e["due"] <= last]

    @property
    def is_settled(self) -> bool:
        """Whether the plan is older than its first weeks."""
        age = AS_OF - dt.date.fromisoformat(self.data["starts"])
        return age.days > number("settling_days")

    @property
    def is_most_local(self) -> bool:
        """Whether the threat is owned at the last of the tiers."""
        tiers = [tier["name"] for tier in self.sample.policy.get("tiers", [{"name": "local"}])]
        return bool(self.threat.get("tier", tiers[-1]) == tiers[-1])

    @property
    def exploits(self) -> bool:
        """Whether the threat exploits people or puts children at risk."""
        at_risk = self.threat.get("cyp_at_risk") == "true"
        return at_risk or bool(EXPLOITING & set(self.threat.get("areas", [])))

    def is_police(self, post: str) -> bool:
        """Whether a post belongs to police."""
        held = {p["id"]: p["organisation"] for p in self.sample.directory["posts"]}
        return self.sector(held[post]) in POLICE

    @property
    def police_post(self) -> str:
        """A post of the police that is neither SRO nor LRO."""
        taken = (self.data["sro"], self.data["lro"])
        posts = (post["id"] for post in self.sample.directory["posts"])
        return str(next(post for post in posts if post not in taken and self.is_police(post)))

    def sector(self, organisation: str) -> str:
        """The sector of an organisation."""
        held = {o["id"]: o["sector"] for o in self.sample.directory["organisations"]}
        return str(held[organisation])

    def caring(self) -> list[Item]:
        """The live tactics that look after people."""
        wanted = ("safeguarding", "victim support")
        strands = ("protect", "prepare")
        return [t for t in self.live if t.route[0] in strands and t["kind"] in wanted]

    @property
    def reviews(self) -> list[Item]:
        """The reviews held, oldest first."""
        return [entry for entry in self.log if entry["review"]]

    @property
    def agreed(self) -> list[Item]:
        """The reviews at which the next one was agreed, oldest first."""
        return [entry for entry in self.reviews if entry["next_review"]]

    def released_soon(self) -> list[Item]:
        """The subjects to be released in this quarter or the two after it."""
        now, found = AS_OF.year * 4 + (AS_OF.month - 1) // 3, []
        for subject in self.items("subjects"):
            if subject["release"]:
                year, quarter = subject["release"].split("-Q")
                if 0 <= int(year) * 4 + int(quarter) - 1 - now <= 2:
                    found.append(subject)
        return found

    def parts_of(self, organisation: str) -> set[Route]:
        """Where posts of an organisation own or support something."""
        posts = {
            p["id"] for p in self.sample.directory["posts"] if p["organisation"] == organisation
        }
        sections = (*STRANDS, "actions", "risks", "intelligence_gaps")
        found: set[Route] = set()
        for item in (item for section in sections for item in self.items(section)):
            if item["owner"] in posts:
                found.add((*item.route, "owner"))
            if item.route[0] in STRANDS and posts & set(item["support"] or []):
                found.add((*item.route, "support"))
        return found
