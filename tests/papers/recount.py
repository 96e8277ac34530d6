"""Every number of a board's paper, counted again from the YAML. Shares no code with planc.

`differences` takes the plan as it stands in its file, the policy and the directory, and the paper
as it is read line by line (`tests/formats/read_docx.py`). First each number that planc derives is
counted again where it stands; then whatever figure is left must stand in the plan word for word.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

Yaml = dict[str, Any]

STRANDS = {"pursue": "PUR", "prevent": "PRE", "protect": "PRO", "prepare": "PPR"}
OVER = ("complete", "withdrawn", "closed")
UNBEGUN = (None, "proposed", "approved", "awaiting court")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
FACTS = (
    *("status", "outcome", "due", "next_check", "because", "rag", "value", "disruption", "strand"),
    *("lead", "support", "effect", "state", "external_ref", "review", "board", "present"),
    *("next_review", "read", "view"),
)


def differences(plan: Yaml, policy: Yaml, directory: Yaml, paper: str) -> list[str]:
    """What the paper has otherwise than the plan; nothing if all is right."""
    return [*_Recount(plan, policy, directory, paper).differences()]


def _day(value: Any) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(str(value))


def _short(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"


class _Recount:
    def __init__(self, plan: Yaml, policy: Yaml, directory: Yaml, paper: str) -> None:
        self.plan, self.paper = plan, paper
        self.today = _day(policy["exercise"]["as_of"]) or dt.date.min
        board = next(b for b in policy["boards"] if b["id"] == plan.get("board"))
        days = [dt.date.fromisoformat(str(day)) for day in board["meetings"]]
        self.last = max((day for day in days if day < self.today), default=None)
        self.next = min((day for day in days if day >= self.today), default=None)
        self.posts = {post["id"]: post for post in directory["posts"]}
        self.log = _corrected(plan.get("log") or [])
        self.tactics = [
            {**tactic, "strand": strand} for strand in STRANDS for tactic in plan.get(strand) or []
        ]
        self.actions = plan.get("actions") or []
        self.page, _, self.body = paper.partition("--- new page ---")
        self.texts = [*_texts((plan, policy, directory))]

    # What the log says

    def about(self, item: Yaml) -> list[Yaml]:
        return [entry for entry in self.log if entry.get("ref") == item["id"]]

    def status(self, item: Yaml) -> str:
        action = item in self.actions
        status, moved, since = item.get("status"), False, None
        if not action and item.get("status"):
            since = _day(item.get("starts") or self.plan.get("starts"))
        for entry in self.about(item):
            if entry.get("status"):
                status, moved, since = entry["status"], False, _day(entry["date"])
            elif entry.get("outcome") or (
                entry.get("disruption") and entry.get("state") != "rejected"
            ):
                moved = True
        if action:
            return "closed" if status in OVER else "open"
        made = _day((item.get("order") or {}).get("made_on"))
        moved = moved or bool(made and (since is None or made > since))
        return "in progress" if moved and status in UNBEGUN else status or "no status recorded"

    def live(self, item: Yaml) -> bool:
        return self.status(item) not in OVER

    def deadline(self, item: Yaml) -> dt.date | None:
        for name in ("due", "next_check"):
            days = [item.get(name), *(entry.get(name) for entry in self.about(item))]
            known = [day for day in days if day]
            if known:
                return _day(known[-1])
        return None

    def due(self, item: Yaml) -> bool:
        return any(one.get("due") for one in (item, *self.about(item)))

    def late(self, item: Yaml, on: dt.date | None = None) -> int:
        deadline = self.deadline(item)
        if deadline is None or not self.live(item) or self.status(item) == "awaiting court":
            return 0
        return max(0, ((on or self.today) - deadline).days)

    def moves(self, item: Yaml) -> list[tuple[dt.date, int]]:
        """When its date was moved, and by how many days."""
        moves, before = [], _day(item.get("due"))
        for entry in self.about(item):
            after = _day(entry.get("due"))
            if after:
                if before and after != before:
                    moves.append((_day(entry["date"]) or self.today, (after - before).days))
                before = after
        return moves

    def since(self, entry: Yaml) -> bool:
        day = _day(entry["date"])
        return bool(self.last and day and day > self.last)

    def counts(self, tactic: Yaml) -> bool:
        """Whether it is live and agreed; of a draft nothing is agreed yet, and all counts."""
        agreed = self.plan.get("status") == "draft" or self.status(tactic) != "proposed"
        return self.live(tactic) and agreed

    # What the paper says

    def differences(self) -> Iterator[str]:
        told = [*self.page_one(), *self.rows(), *self.claims(), *self.sums()]
        left = self.paper
        for pattern, right in told:
            found = re.search(pattern, left, re.MULTILINE)
            if found is None:
                yield f"not found: {pattern}"
            elif found[1] != right:
                yield f"the paper says {found[0]!r}, and it is {right!r}"
            else:
                left = f"{left[: found.start(1)]}~{left[found.end(1) :]}"
        yield from self.slips()
        yield from self.measured()
        yield from self.gathered()
        yield from self.checked()
        yield from self.unexplained(left.partition(" Plan checks\n")[0])

    def page_one(self) -> Iterator[tuple[str, str]]:
        cells = []
        for strand in STRANDS:
            here = [tactic for tactic in self.tactics if tactic["strand"] == strand]
            blocked = [t["id"] for t in here if self.status(t) == "blocked"]
            cells.append(
                (
                    sum(map(self.counts, here)),
                    sum(self.late(tactic) > 0 for tactic in here),
                    len(blocked),
                    sum(self.status(tactic) == "complete" for tactic in here),
                )
            )
        start = r"^Tactics \| "
        for live, late, blocked_number, done in cells:
            words = [f"{late} late"] * bool(late)
            words += [f"{blocked_number} blocked"] * bool(blocked_number)
            right = f"{live} live" + (f": {', '.join(words)}" if words else "")
            yield start + r"(\d* live(?:: \d+ late)?(?:[:,] \d+ blocked)?)", right
            if done:
                yield start + r"[^|\n]*?(\d+ done)", f"{done} done"
            start += r"[^|\n]* \| "
        late = sum(self.late(action) > 0 for action in self.actions)
        raised = [a for a in self.actions if self.last and _day(a.get("raised_on")) == self.last]
        closed = sum(not self.live(action) for action in raised)
        many = f"{late} action late" if late == 1 else f"{late} actions late"
        yield r"^Actions: (\d+ actions? late|none late)", many if late else "none late"
        if raised:
            yield (
                r"raised at the last board, [^:]*: (\d+ of \d+) closed",
                f"{closed} of {len(raised)}",
            )
        tests = self.plan.get("closure_test") or []
        if tests:
            met = sum(bool(test.get("met_on")) for test in tests)
            yield r"(\d+ of \d+) closure tests met", f"{met} of {len(tests)}"
        scores = [s for s in (self.plan.get("threat") or {}).get("scores") or [] if s.get("total")]
        if scores:
            totals = " to ".join(str(score["total"]) for score in scores[-2:])
            yield r"[Ss]core ((?:\d+ to )?\d+) \(", totals
        for objective in self.plan.get("objectives") or []:
            if not objective.get("judgement"):
                yield from self.course(objective)

    def course(self, objective: Yaml) -> Iterator[tuple[str, str]]:
        """Where it started, stands and should get to; on page one it may have no room."""
        values = [
            entry["value"] for entry in self.about(objective) if entry.get("value") is not None
        ]
        now = str(values[-1]) if values else "not yet measured"
        start, end = objective.get("baseline"), objective.get("target")
        if not (values or start is not None or end is not None):
            return
        right = f"{'?' if start is None else start} → {now} → {'?' if end is None else end}"
        row = rf"^{re.escape(objective['id'])} [^|\n]* \| ([^|\n]*? → [^|\n]*? → \S+)"
        for _ in range(len(re.findall(row, self.paper, re.MULTILINE))):
            yield row, right

    def rows(self) -> Iterator[tuple[str, str]]:
        """How each tactic and action stands, as its row says it."""
        for item in (*self.tactics, *self.actions):
            row = rf"^{re.escape(item['id'])} [^|\n]* \| [^|\n]* \| [^|\n]*?"
            late, moves = self.late(item), self.moves(item)
            shown = self.live(item) or re.search(rf"{row}", self.body, re.MULTILINE)
            if not shown:
                continue
            if self.live(item) and self.deadline(item):
                check = "" if self.due(item) else "Check "
                day = f"{check}{_short(self.deadline(item) or self.today)}"
                yield rf"{row}((?:Check )?\d+ \w{{3}} \d{{4}})", day
            if moves:
                word = {1: "once", 2: "twice"}.get(len(moves), f"{len(moves)} times")
                yield row + r"moved (once|twice|\d+ times)", word
            if late:
                yield row + r"(\d+ days?) late", _days(late)
        stuck = sorted((i for i in (*self.tactics, *self.actions) if self.late(i)), key=self.late)
        for item in stuck:
            name = re.escape(item["id"])
            if re.search(rf"^Stuck: .*\b{name} \(", self.page, re.MULTILINE):
                yield rf"^Stuck: .*\b{name} \(.*?\) (\d+ days?) late", _days(self.late(item))

    def slips(self) -> Iterator[str]:
        """What was moved since the last board: by how many days, and for which time."""
        slipped = {
            (days, number)
            for item in (*self.tactics, *self.actions)
            for number, (day, days) in enumerate(self.moves(item), 1)
            if self.last and day > self.last and days > 0
        }
        form = r"slipped (\d+) days?(?: each)?(?: \((\d+)(?:st|nd|rd|th) time\))?"
        lines = re.findall(rf"^.*{form}.*$", self.body, re.MULTILINE) and self.body
        told = {(int(days), int(nth or 1)) for days, nth in re.findall(form, lines or "")}
        if told != slipped:
            yield f"slips are told as {sorted(told)}, and they are {sorted(slipped)}"

    def measured(self) -> Iterator[str]:
        """The points of each chart, and the scores, each with its day."""
        for objective in self.plan.get("objectives") or []:
            name = re.escape(objective["id"])
            chart = re.search(rf"^Figure \d+: {name}\b.*\n\[(.*)\]$", self.body, re.MULTILINE)
            if chart is None:
                continue
            readings = chart[1].partition("Readings: ")[2].partition(" Target ")[0]
            told = re.findall(r"(\S+) on (\d+ \w{3} \d{4})", readings)
            values = [
                (str(entry["value"]), _short(_day(entry["date"]) or self.today))
                for entry in self.about(objective)
                if entry.get("value") is not None
            ]
            if [one for one in told if re.match(r"[£\d]", one[0])] != values:
                yield f"the chart of {objective['id']} has {told}, and measured were {values}"
            for words, field in (("Start: ", "baseline"), ("Target ", "target")):
                if f"{words}{objective.get(field)} " not in chart[1]:
                    yield f"the chart of {objective['id']} has another {field}"
        scores = [
            (str(score["total"]), _short(_day(score["date"]) or self.today))
            for score in (self.plan.get("threat") or {}).get("scores") or []
            if score.get("date") and score.get("total")
        ]
        line = re.search(r"Scores: (.*)\.$", self.body, re.MULTILINE)
        told = re.findall(r"(\d+)[^(,;:]*\((\d+ \w{3} \d{4})\)", line[1] if line else "")
        if sorted(told) != sorted(scores):
            yield f"the scores are told as {told}, and they are {scores}"

    def gathered(self) -> Iterator[str]:
        """What page one only counts: by kind as many as in all, nothing that is stuck left out."""
        for number, kinds in re.findall(r"and (\d+) more: ([^|\n]*)", self.page):
            if sum(map(int, re.findall(r"\d+", kinds))) != int(number):
                yield f"page one gathers {number}, and names {kinds}"
        items = (*self.tactics, *self.actions)
        stuck = sum(bool(self.late(i)) or self.status(i) == "blocked" for i in items)
        line = re.search(r"^Stuck: (.*)$", self.page, re.MULTILINE)
        words = line[1] if line else ""
        others = re.search(r"and (\d+) more", words)
        counted = sum(map(int, re.findall(r"(\d+) (?:late|blocked)(?:,|$)", words)))
        told = len(re.findall(r"\) (?:\d+ days? late|blocked)", words))
        told += int(others[1]) if others else 0 if told else counted
        if told != stuck:
            yield f"{stuck} are stuck, and page one tells of {told}"

    def checked(self) -> Iterator[str]:
        """The days that findings count; what they are about, rules' own tests hold."""
        day = r"(\d+ \w+ \d{4})"
        for form in (rf"{day}, (?:which is )?(\d+) days? ago", rf"for (\d+) days?, since {day}"):
            for pair in re.findall(form, self.body.partition(" Plan checks\n")[2]):
                number, words = sorted(pair, key=len)
                when, month, year = words.split()
                months = [name[:3] for name in MONTHS]
                then = dt.date(int(year), months.index(month[:3]) + 1, int(when))
                if (self.today - then).days != int(number):
                    yield f"a finding counts {number} days from {words}"

    def claims(self) -> Iterator[tuple[str, str]]:
        """The disruptions, by what a panel made of them."""
        claims = [entry for entry in self.log if entry.get("disruption")]
        for title, state in (
            ("Moderated by the panel", "moderated"),
            ("Claimed, not moderated", "claimed"),
            ("Recorded, not claimed", None),
            ("Rejected by the panel", "rejected"),
        ):
            of_state = [entry for entry in claims if entry.get("state") == state]
            if of_state:
                levels = Counter(entry["disruption"] for entry in of_state)
                numbers = [levels[level] for level in ("major", "moderate", "minor")]
                yield rf"^{title} \| (.*)$", " | ".join(map(str, (*numbers, len(of_state))))
        counted = [entry for entry in claims if entry.get("state") != "rejected"]
        if claims:
            police = sum("police" in (entry.get("lead") or "").lower() for entry in counted)
            led = f"{police}, by partners {len(counted) - police}"
            yield r"Led by police (\d+, by partners \d+)\.", led
            strands = Counter(self.strand(entry) for entry in counted)
            for strand in STRANDS:
                if strands[strand]:
                    right = str(strands[strand])
                    yield rf"^.*{strand.capitalize()} (\d+).*Led by police", right
        waiting = [e for e in claims if e.get("state") in (None, "claimed")]
        for entry in reversed(waiting):
            day = _day(entry["date"]) or self.today
            row = rf"^{_short(day)} \| [^|\n]*?(?:Claimed|Recorded) (\d+ days?) ago"
            yield row, _days((self.today - day).days)

    def strand(self, entry: Yaml) -> str | None:
        own = [t["strand"] for t in self.tactics if t["id"] == entry.get("ref")]
        return entry.get("strand") or (own[0] if own else None)

    def sums(self) -> Iterator[tuple[str, str]]:
        """What is counted here and there in the body."""
        for strand in STRANDS:
            before = [
                tactic
                for tactic in self.tactics
                if tactic["strand"] == strand and self.status(tactic) == "complete"
                if not re.search(rf"^{re.escape(tactic['id'])} ", self.body, re.MULTILINE)
            ]
            if before:
                part = rf"^### [\d.]+ {strand.capitalize()}\n(?:(?!##).*\n)*?Closed before: "
                yield part + r"(\d+) complete", str(len(before))
        yield from self.closed()
        yield from self.asks()
        reviews = [entry for entry in self.log if entry.get("review")]
        if reviews:
            yield r"^Reviews: (\d+) held", str(len(reviews))
        yield from self.partners()
        if self.last:
            before = [e for e in self.log if (_day(e["date"]) or self.today) <= self.last]
            rows = self.body.partition(" Log since the last board\n")[2].partition("\n## ")[0]
            printed = len(re.findall(r"^\d+ \w{3} \d{4} \| ", rows, re.MULTILINE))
            told = len(self.log) - len(before) - printed
            if told:
                yield r"^(\d+) more entr(?:y|ies) told above", str(told)
            if before:
                yield r"(\d+) up to \d+ \w+ \d{4}, in the author's edition", str(len(before))
        lessons = [one.get("date") for one in self.plan.get("learning") or []]
        old = sum(
            bool(self.last and day and (_day(day) or self.last) <= self.last) for day in lessons
        )
        if old:
            right = f"{old} lesson" + "s" * (old > 1)
            yield r"(\d+ lessons?) recorded before the last board", right

    def closed(self) -> Iterator[tuple[str, str]]:
        closed = [action for action in self.actions if not self.live(action)]
        shown = re.findall(r"^(ACT-\d+) [^|\n]* \| ", self.body, re.MULTILINE)
        earlier = [action for action in closed if action["id"] not in shown]
        if earlier:
            number = len(earlier)
            right = f"{number} action" + "s" * (number > 1)
            yield r"^Closed(?: before that)?: (\d+ actions?)\.", right

    def asks(self) -> Iterator[tuple[str, str]]:
        for ask in (*(self.plan.get("bids") or []), *(self.plan.get("requests") or [])):
            sent = _day(ask.get("asked_on"))
            row = (
                rf"^{re.escape(ask['id'])} [^|\n]* \| [^|\n]* \| [^|\n]* \| No answer, (\d+ days?)"
            )
            waits = not ask.get("result") and not ask.get("answer")
            waits = waits and ask.get("status") in (None, "sent", "considered")
            if sent and waits:
                yield row, _days((self.today - sent).days)
        answered = 0
        for ask in self.plan.get("bids") or []:
            day = _day(ask.get("result_on"))
            answered += bool(ask.get("result")) and not (day and self.last and day > self.last)
        for ask in self.plan.get("requests") or []:
            day = _day(ask.get("answered_on"))
            waits = ask.get("status") in (None, "sent", "considered") and not ask.get("answer")
            answered += not waits and not (day and self.last and day > self.last)
        if answered:
            yield r"^Answered before: (\d+) bids? (?:and|or) requests?\.", str(answered)

    def partners(self) -> Iterator[tuple[str, str]]:
        working: Counter[str] = Counter()
        for tactic in filter(self.live, self.tactics):
            names = (tactic.get("owner"), *(tactic.get("support") or []))
            working.update(
                {self.posts[name]["organisation"] for name in names if name in self.posts}
            )
        for partner in self.plan.get("partners") or []:
            number = working[partner["organisation"]]
            right = f"{number} live tactic" + "s" * (number != 1)
            yield r"^Partners: .*?\((\d+ live tactics?)", right

    # What is left

    def unexplained(self, left: str) -> Iterator[str]:
        """Figures that are neither counted above nor stand in a file, word for word."""
        days = {_day(day) for day in re.findall(r"\d{4}-\d\d-\d\d", str(self.texts))}
        days |= {self.today, self.last, self.next}
        for text in sorted(filter(_LETTERS.search, self.texts), key=len, reverse=True):
            left = left.replace(text, " ")
            left = left.replace(text[:1].upper() + text[1:], " ")
        for cut in re.findall(r"([^|\n]+) …", left):
            words = cut.split(" ")
            parts = (" ".join(words[start:]) for start in range(len(words)))
            known = next((part for part in parts if any(part in text for text in self.texts)), cut)
            left = left.replace(f"{known} …", " ", 1)
        known_days = sorted(day for day in days if day)
        for form in ("{0.day} {1} {0.year}", "{0.day} {2} {0.year}", "{2} {0.year}"):
            for day in known_days:
                month = MONTHS[day.month - 1]
                words = form.format(day, month, month[:3])
                left = re.sub(rf"(?<!\d){words}", " ", left)
        for pattern in _OF_THE_FORM:
            left = re.sub(pattern, " ", left, flags=re.MULTILINE)
        for line in left.splitlines():
            if re.search(r"\d", line):
                yield f"not accounted for: {line.strip()[:160]}"


_LETTERS = re.compile(r"[A-Za-z£%]")
_OF_THE_FORM = (
    r"Plan checks not met: \d+ \(force policy\)",
    r"Plan checks met\.(?: \d+ warnings?,?)?(?: \d+ waived)?: see",
    r"digest [0-9a-f]{12}",
    r"planc \d[\d.]*\d",
    r"^#+ [\d.]+(?: |$)",
    r"^(?:Table|Figure) \d+:",
    r"Page \d+ of \d+",
    r"^Contents: .*$",
    r"Reason accepted \d+ \w+",  # of a strand, where it is cut on page one
    r"^Probability \(PHIA\): .*$",
    r"POCA: Proceeds of Crime Act 2002",
    r"\b4Ps?\b",
    r"^Since .*$",  # page one's, all of which stands below
    r"^Stuck: .*$",
    r"^Asks: .*$",
    r"^- .*(?:slipped|brought forward) \d+ days?(?: each)?(?: \(\d+\w\w time\))?$",
    r"^- and .*: \d+ \w+.*$",
    r"^- .* : \d+ completions?$",
    r"^(?:\d+ (?:disruptions?|decisions?): |(?:Brought forward|Blocked|Slipped|Fell|Rose): ).*$",
    r"and \d+ more(?:: [^|\n]*)?",
    r"then name as well: \d+ more",
    r"group size: \d+;",
    r"^\[Line chart\. .*\]$",
    r"Scores: .*$",
    r", version [\d.]+, as of",
    r"^\d+ more, not shown here: .*$",
    r"Criminal Procedure and Investigations Act 1996",
)


def _texts(value: Any) -> Iterator[str]:
    """Each text of a file in which a figure stands, as papers print it; days and all."""
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
    elif re.search(r"\d", str(value)):
        yield " ".join(str(value).split())


def _corrected(log: list[Yaml]) -> list[Yaml]:
    """The entries in the order of their days, each with what its corrections say anew."""
    entries = sorted((dict(entry) for entry in log), key=lambda entry: str(entry["date"]))
    left: list[Yaml] = []
    for number, entry in enumerate(entries):
        day = entry.get("corrects")
        about = entry.get("ref") or entry.get("id")
        earlier = [
            one
            for one in entries[:number]
            if day
            and str(one["date"]) == str(day)
            and about in (one.get("ref"), one.get("id") if one.get("decision") else one.get("ref"))
        ]
        if not earlier:
            left.append(entry)
            continue
        says = {name: entry[name] for name in FACTS if entry.get(name)}
        same = [one for one in earlier if any(one.get(name) for name in says)]
        corrected = (same or earlier)[-1]
        corrected.update(
            {n: v for n, v in says.items() if not (n == "because" and "decision" in corrected)}
        )
    return left
