"""What planc says about a file: a problem as a rule sees it, a finding once it is signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from planc.model.document import Route, Span
from planc.model.edit import TextEdit


class Severity(IntEnum):
    """How much a finding weighs, in order.

    A refusal stops the paper and cannot be waived. An error fails the check, and the paper says so
    on page one; in a draft it is a warning. Warnings and less fail nothing, unless `--fail-on` says
    so. A rule that is new weighs nothing, whatever it is going to weigh: it is in preview.
    """

    PREVIEW = 0
    INFO = 1
    WARNING = 2
    ERROR = 3
    REFUSAL = 4

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault as a rule or a pass sees it: where, and the words that fill its message.

    `at` is a route, or a span where the fault lies in the text and no route leads to it. A rule
    gives the whole route even to a field that is not there: the nearest holder is pointed at.
    `value` points at the value instead of its key. `related` are further places, each with a word
    or two. `unless` are routes whose own fault, if they have one, explains this problem too.
    `edit` is what the message says to write, where there is exactly one such thing: a text alone
    goes in place of what is pointed at.
    """

    at: Route | Span
    blanks: Mapping[str, str] = field(default_factory=dict)
    value: bool = False
    related: tuple[tuple[Route | Span, str], ...] = ()
    unless: tuple[Route, ...] = ()
    edit: TextEdit | str | None = None

    @property
    def places(self) -> tuple[Route | Span, ...]:
        """Where the fault lies, and the further places."""
        return (self.at, *(place for place, _ in self.related))


def problem(
    at: Route | Span,
    *,
    value: bool = False,
    related: tuple[tuple[Route | Span, str], ...] = (),
    unless: tuple[Route, ...] = (),
    edit: TextEdit | str | None = None,
    **blanks: object,
) -> Problem:
    """A Problem, its blanks given by name: `problem(tactic.route, id=tactic.id)`.

    An id that is not there is left blank, for the linter to say where the thing stands instead.
    """
    words = {name: str(blank) for name, blank in blanks.items() if blank is not None}
    return Problem(at, words, value, related, unless, edit)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding points: a file, and a span in it if the file has text to point into.

    `whole` says that it is about the whole file, whose first line is as good a place as any.
    """

    path: str
    span: Span | None = None
    whole: bool = field(default=False, compare=False)

    @property
    def words(self) -> str:
        """`planc.yaml, line 15`."""
        return f"{self.path}, line {self.span.line}" if self.span else self.path

    def __str__(self) -> str:
        return f"{self.path}:{self.span.line}:{self.span.column}" if self.span else self.path


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, signed: with the name and severity of its rule, and the four parts of a message.

    Its `identity` holds no line: `plan` is the plan's reference (the path where it has none),
    `object` the name of what it is about, as a waiver has it, and `field` the field of that.
    `edits` are what to change in its file, where what to do is exactly that; `fixable` says that it
    is certain enough for `planc fix`.
    `crumbs` lead to the place in words of the plan: "Pursue, PUR-3, Owner". `personal` says that
    the line may be about a person, or may not be held at all, and is shown to nobody.
    """

    rule: str
    severity: Severity
    place: Place
    plan: str
    object: str
    crumbs: str
    wrong: str
    why: str
    do: str
    acts: str
    personal: bool = False
    related: tuple[tuple[Place, str], ...] = ()
    edits: tuple[TextEdit, ...] = ()
    field: str = ""
    fixable: bool = False

    @property
    def about(self) -> str:
        """The object and the field of it: `PUR-1.owner`."""
        return f"{self.object}.{self.field}" if self.field else self.object

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same while lines move; the baseline and reports know it by this."""
        return self.plan, self.rule, self.about

    @property
    def where(self) -> str:
        """The place, and the way to it in words of the plan, on one line."""
        return f"{self.place}  {self.crumbs}".rstrip()

    @property
    def advice(self) -> tuple[str, str, str]:
        """What follows what is wrong, a line each: why it matters, what to do, who acts."""
        more = f"More: planc explain {self.rule}"
        return f"Why: {self.why}", f"Do: {self.do}", f"Acts: {self.acts}. {more}"

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sorts findings by file, place and rule."""
        line, column = self.place.span[:2] if self.place.span else (0, 0)
        return self.place.path, line, column, self.rule, self.about
