"""Text -> Document: plain data with places. The only code that knows YAML.

planc reads a subset of YAML: one document of maps, lists and scalars, without anchors, aliases,
merge keys, tags and directives. A scalar is its source text; a plain one that is a canonical whole
number, `true`, `false` or nothing becomes that, and turns back into the same text where its field
holds text.
"""

import re
import unicodedata
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from planc.errors import PlancError
from planc.model.document import Data, Document, Extent, Marks, Route, Span
from planc.model.finding import Problem, problem
from planc.model.rule import Declared
from planc.model.syntax_error import Repair, RepairedText, SyntaxStop
from planc.passes.read_quick import read_quick
from planc.resources import field_names
from planc.rules.structure import (
    alias,
    anchor,
    backslash_in_quotes,
    bullet_for_dash,
    colon_in_text,
    comma_in_text,
    directive,
    duplicate_key,
    forbidden_character,
    indentation,
    merge_conflict,
    merge_key,
    missing_colon,
    missing_space,
    quotes_needed,
    several_documents,
    tag,
    text_after_hash,
    text_after_quote,
    too_large,
    unclosed_bracket,
    unclosed_quote,
    unreadable_line,
)
from planc.wording.text import FORBIDDEN, described
from planc.wording.words import cut, nearest
from planc.wording.yaml_text import plain_value

MOST_EVENTS = 200_000
MOST_DEPTH = 32
MOST_REPAIRS = 20
MOST_READ_AGAIN = 1 << 21
"""How many characters are read again, in all, to find what stands after mended mistakes."""

_PARSER_TOO_DEEP = "exceeded maximum nesting depth"  # libyaml 0.2.6: a thousand

_WITHOUT_ESCAPE = (
    "Delete the sign that stands for it, which starts with a \\\\, or type a space there."
)
_ESCAPED = re.compile(f"\t|{FORBIDDEN.pattern}")

_DIAGNOSES = (
    several_documents,
    directive,
    bullet_for_dash,
    text_after_hash,
    text_after_quote,
    backslash_in_quotes,
    quotes_needed,
    missing_space,
    missing_colon,
    colon_in_text,
    unclosed_bracket,
    indentation,
)


class Reading(NamedTuple):
    """A text, read: the document (None if nothing can be made of it) and what is wrong with it."""

    document: Document | None
    faults: list[tuple[Declared, Problem]]


def read(path: str, text: str, *, carefully: bool = False) -> Reading:
    """The document in a text, and every fault of its syntax.

    A mistake whose meaning is plain is mended in memory, so that one fault hides no other; the
    fault stays, and is a refusal. An ordinary text is read quickly, to the same effect, unless it
    is to be read `carefully`.
    """
    conflicts = merge_conflict.conflicts(text)
    if conflicts is None:
        quick = None if carefully else read_quick(text)
        return Reading(Document(path, text, *quick), []) if quick else _mended(path, text, text, [])
    faults: list[tuple[Declared, Problem]] = [(merge_conflict, conflicts.problem)]
    if conflicts.lines is None:
        return Reading(None, faults)
    return _mended(path, text, "\n".join(conflicts.lines), faults)


def _mended(path: str, text: str, upper: str, faults: list[tuple[Declared, Problem]]) -> Reading:
    """The document in a text, or in its upper version, whose mistakes are mended one by one."""
    mended = RepairedText(upper)
    for _ in range(min(MOST_REPAIRS, 1 + MOST_READ_AGAIN // (len(text) + 1))):
        composer, error = _composed(mended.lines)
        if error is not None:
            rule, repair = _diagnosed(mended.lines, error, composer.quoted)
            stop = (rule, mended.written(repair.problem))
            if stop not in faults:
                faults.append(stop)
                if repair.text is not None and repair.text != mended.lines[repair.line - 1]:
                    for number, line in ((repair.line, repair.text), *repair.also):
                        mended.repair(number, line)
                    continue
            composer.stopped = rule is not several_documents  # what stands before it is whole
        if second := _second_plan(composer.faults):
            alone = read(path, "\n".join(text.split("\n")[: second.line - 1]) + "\n")
            fault = several_documents.without_dashes(second)
            return Reading(alone.document, [(several_documents, fault), *alone.faults])
        faults += [(rule, mended.written(fault)) for rule, fault in composer.faults]
        if composer.stopped:
            break
        spoiled, marks = frozenset(composer.spoiled), mended.written_marks(composer.marks)
        return Reading(Document(path, text, composer.data, marks, spoiled), faults)
    return Reading(None, faults)


def _second_plan(faults: list[tuple[Declared, Problem]]) -> Span | None:
    """Where a second plan starts without dashes: its format and reference stand there again."""
    again = {
        fault.blanks["key"]: fault.at
        for rule, fault in faults
        if rule is duplicate_key and isinstance(fault.at, Span) and fault.at.column == 1
    }
    if not {"planc", "ref"} <= again.keys():
        return None
    return min(again.values())


def _composed(lines: list[str]) -> tuple["_Composer", yaml.MarkedYAMLError | None]:
    """A walk over the lines, and the syntax error that it stopped at, if any.

    A parser that looks ahead may stop at a nesting limit of its own before it gives what leads
    there. That part is then read alone: it is nested deeper than planc's limit, if no other
    mistake comes first.
    """
    composer = _Composer(lines)
    try:
        composer.run()
    except yaml.MarkedYAMLError as error:
        if error.problem != _PARSER_TOO_DEEP:
            return composer, error
        at: Any = error.problem_mark
        return _composed([*lines[: at.line], lines[at.line][: at.column]])
    return composer, None


def _diagnosed(
    lines: list[str], error: yaml.MarkedYAMLError, quoted: Extent | None
) -> tuple[Declared, Repair]:
    at: Any = error.problem_mark
    since: Any = error.context_mark or at
    stop = SyntaxStop(
        tuple(lines),
        line=min(at.line + 1, len(lines)),
        column=at.column + 1,
        parser_message=error.problem or "",
        since=(since.line + 1, since.column + 1),
    )
    just_out_of = quoted[:2] if quoted and quoted[2] == stop.line else stop.since
    for since in (stop.since, just_out_of):
        repair = unclosed_quote.diagnose(replace(stop, since=since))
        if repair is not None:
            return unclosed_quote, repair
    for rule in _DIAGNOSES:
        repair = rule.diagnose(stop)
        if repair is not None:
            return rule, repair
    return unreadable_line, unreadable_line.diagnose(stop)


class _List:
    """A list whose end has not come yet."""

    __slots__ = ("data", "flow", "marks", "route", "start")

    def __init__(self, route: Route, start: Extent, flow: bool) -> None:
        self.route, self.start, self.flow = route, start, flow
        self.data: list[Data] = []
        self.marks: list[Marks] = []

    def next_route(self) -> Route:
        return (*self.route, len(self.data))

    def last(self) -> Marks | None:
        return self.marks[-1] if self.marks else None


class _Map:
    """A map whose end has not come yet, and the key whose value is awaited.

    `words` are those of a text between curly brackets, which is no map.
    """

    __slots__ = (
        "data",
        "flow",
        "key",
        "key_extent",
        "key_mark",
        "left_out",
        "marks",
        "route",
        "start",
        "words",
    )

    def __init__(self, route: Route, start: Extent, flow: bool) -> None:
        self.route, self.start, self.flow = route, start, flow
        self.words: str | None = None
        self.data: dict[str, Data] = {}
        self.marks: dict[str, tuple[Extent, Marks]] = {}
        self.key: str | None = None
        self.key_extent: Extent = start
        self.key_mark: Any = None
        self.left_out = False

    def next_route(self) -> Route:
        return (*self.route, self.key or "")

    def last(self) -> Marks | None:
        return next(reversed(self.marks.values()))[1] if self.marks else None


class _Composer:
    """One walk over the parser's events: data, marks, and the faults that are no syntax errors."""

    def __init__(self, lines: list[str]) -> None:
        self.data: Data = None
        self.marks: Marks = ((1, 1, 1, 1), None, False)
        self.faults: list[tuple[Declared, Problem]] = []
        self.spoiled: set[Route] = set()
        self.stopped = False
        self.quoted: Extent | None = None
        """The last text between quotation marks."""
        self._lines = lines
        self._stack: list[_List | _Map] = []
        self._documents = 0
        self._anchors: list[tuple[str, list[Span]]] = []
        self._named: dict[str, list[Span]] = {}

    def run(self) -> None:
        """Takes every event; raises yaml.MarkedYAMLError at a syntax error."""
        if not yaml.__with_libyaml__:
            raise PlancError(
                "PyYAML is installed without libyaml. Reinstall it: pip install pyyaml"
            )
        parser = yaml.CSafeLoader("\n".join(self._lines))
        events = 0
        try:
            while not self.stopped and (event := parser.get_event()) is not None:
                events += 1
                if events > MOST_EVENTS or len(self._stack) > MOST_DEPTH:
                    what = "nested too deep" if events <= MOST_EVENTS else "made of too many parts"
                    self._stop(too_large, problem(Span(*self._extent(event)), what=f"It is {what}"))
                else:
                    self._take(event)
        finally:
            parser.dispose()
            self._report_anchors()

    def _report_anchors(self) -> None:
        for name, (first, *again) in self._anchors[: too_large.MOST_FAULTS + 1]:
            also = f" and write out what each *{cut(name)} stands for" if again else ""
            related = tuple((span, "repeated here") for span in again)
            self._fault(anchor, problem(first, related=related, name=cut(name), also=also))

    def _stop(self, rule: Declared, fault: Problem) -> None:
        self.faults.append((rule, fault))
        self.stopped = True

    def _fault(self, rule: Declared, fault: Problem) -> None:
        if len(self.faults) < too_large.MOST_FAULTS:
            self.faults.append((rule, fault))
        elif not self.stopped:
            self._stop(too_large, too_large.too_many(fault.at))

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        where = Span(*self._extent(event))
        if self._documents > 1:
            one = self._goes_on_after(where.line)
            what = several_documents.ONE_PLAN if one else several_documents.TWO_PLANS
            raise yaml.MarkedYAMLError(None, None, what, event.start_mark)
        for number in range(where.line, where.end_line + 1):
            line = self._lines[number - 1]
            if line.startswith("%"):
                fault = problem(Span(number, 1, number, len(line.rstrip()) + 1), line=number)
                self._fault(directive, fault)

    def _goes_on_after(self, number: int) -> bool:
        """Whether the fields after a line of dashes are further ones of the same plan."""
        rest = "\n".join(self._lines[number:])
        names = set(re.findall(r"^([a-z_]+):", rest, re.MULTILINE))
        return isinstance(self.data, dict) and bool(names) and not names & self.data.keys()

    def _start(self, event: Any) -> None:
        frame = self._stack[-1] if self._stack else None
        if isinstance(frame, _Map) and frame.key is None:
            self._stop(unreadable_line, unreadable_line.no_name(Span(*self._extent(event))))
            return
        self._names(event)
        opened = _Map if type(event) is yaml.MappingStartEvent else _List
        route = frame.next_route() if frame else ()
        self._stack.append(opened(route, self._extent(event), bool(event.flow_style)))

    def _end(self, event: Any) -> None:
        frame = self._stack.pop()
        last = frame.last()
        # in block style the parser's own mark stands on some later line
        block_end = last[0][2:] if last else frame.start[2:]
        end = self._extent(event)[2:] if frame.flow else block_end
        if isinstance(frame, _Map) and frame.words and not frame.data:
            where = Span(*frame.start[:2], *end)
            self._fault(quotes_needed, quotes_needed.around(where, where.line))
            self._put(frame.words, ((*frame.start[:2], *end), None, False))
            return
        self._put(frame.data, ((*frame.start[:2], *end), frame.marks, False))

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        extent = self._extent(event)
        frame = self._stack[-1] if self._stack else None
        if event.anchor or event.tag:
            self._names(event)
        if event.style == '"':
            text = self._seen(text, extent)
        if event.style in ("'", '"'):
            self.quoted = extent
            if extent[0] < extent[2]:
                self._over_lines(event, extent)
        if isinstance(frame, _Map) and frame.key is None:
            self._key(event, frame, text, extent)
            return
        if not event.style:
            if (event.anchor or event.tag) and not text and frame:
                self.spoiled.add(frame.next_route())
            if not text and isinstance(frame, _Map) and frame.flow and not event.anchor:
                self._without_value(frame, extent)
            else:
                self._put(plain_value(text), (extent, None, True))
            return
        if event.style in "|>":
            extent = self._block_extent(extent)
        self._put(text, (extent, None, False))

    def _key(self, event: Any, frame: _Map, text: str, extent: Extent) -> None:
        """The name of a field, or what is taken for it because a sign is missing."""
        if not event.style and _NO_COLON.match(text):
            raise yaml.MarkedYAMLError(None, None, missing_colon.IN_BRACES, event.start_mark)
        if not event.style and _GLUED.match(text):
            raise yaml.MarkedYAMLError(None, None, missing_space.IN_BRACES, event.start_mark)
        holder = self._stack[-2] if len(self._stack) > 1 else None
        in_list = isinstance(holder, _List) and not frame.flow
        if in_list and len(frame.data) > 1 and text == next(iter(frame.data)):
            raise yaml.MarkedYAMLError(None, None, unreadable_line.NO_DASH, event.start_mark)
        frame.key = text if text.isascii() else unicodedata.normalize("NFC", text)
        frame.key_extent, frame.key_mark = extent, event.start_mark

    def _seen(self, text: str, extent: Extent) -> str:
        """The text without the forbidden characters and tabs that escapes such as \\t stand for."""
        for character in dict.fromkeys(_ESCAPED.findall(text)):
            fault = problem(Span(*extent), what=described(character), more="", do=_WITHOUT_ESCAPE)
            self._fault(forbidden_character, fault)
        return _ESCAPED.sub(" ", text)

    def _over_lines(self, event: Any, extent: Extent) -> None:
        """A text of several lines; a syntax error if it holds what was meant as a field."""
        column = next((frame.start[1] for frame in reversed(self._stack) if not frame.flow), 0)
        if unclosed_quote.runs_over(self._lines, extent, column):
            raise yaml.MarkedYAMLError(
                context_mark=event.start_mark, problem="", problem_mark=event.end_mark
            )

    def _without_value(self, frame: _Map, extent: Extent) -> None:
        """Between braces, a key without a value: most often what follows a comma in a text."""
        key, last = frame.key or "", frame.last()
        if extent[:2] != frame.key_extent[2:]:  # it has a colon of its own
            self._put(None, (extent, None, True))
        elif self._lacks_colon(frame, key):
            raise yaml.MarkedYAMLError(None, None, missing_colon.IN_BRACES, frame.key_mark)
        elif last is not None and last[2]:
            self._cut_off(frame, key)
            self._leave_out(frame, extent)
        elif (
            not frame.data and " " in key and self._lines[extent[0] - 1][extent[1] - 1 :][:1] == "}"
        ):
            frame.words = key
            self._leave_out(frame, extent)
        else:
            because = f': there is no colon after "{cut(key)}"'
            fault = problem(Span(*frame.key_extent), because=because, line=extent[0])
            self.spoiled.add((*frame.route, key))
            self._fault(missing_colon, fault)
            self._leave_out(frame, extent)

    def _cut_off(self, frame: _Map, key: str) -> None:
        """What was taken for a key goes on with the text before it."""
        text = (*frame.route, next(reversed(frame.data)))
        if text not in self.spoiled:
            start = str(next(reversed(frame.data.values())))
            fault = comma_in_text.at(Span(*frame.key_extent), start, key)
            self._fault(comma_in_text, fault)
        self.spoiled |= {text, (*frame.route, key.split(" ")[0])}  # a field may have been meant

    def _lacks_colon(self, frame: _Map, key: str) -> bool:
        """Whether a name and a value were meant, not a text that goes on after its comma."""
        words, last = _TWO_WORDS.match(key), frame.last()
        if words is None:
            return False
        name, rest = words.groups()
        if last is None or not last[2]:
            return True  # no text that could go on
        before = str(next(reversed(frame.data.values())))
        return name in field_names() and any(map(_ONE_VALUE.match, (before, rest)))

    def _leave_out(self, frame: _Map, extent: Extent) -> None:
        """Takes the awaited value, and keeps neither it nor its key."""
        frame.left_out = True
        self._put(None, (extent, None, True))

    def _put(self, value: Data, marks: Marks) -> None:
        """Gives the open map or list its next value."""
        if not self._stack:
            self.data, self.marks = value, marks
            return
        frame = self._stack[-1]
        if isinstance(frame, _List):
            frame.data.append(value)
            frame.marks.append(marks)
            return
        key, frame.key = frame.key or "", None
        if key == "<<":  # what is missing here may be in what was to be taken in
            self.spoiled.add(frame.route)
        if frame.left_out:
            frame.left_out = False
        elif " " in key and frame.flow and _is_prose(key) and (last := frame.last()) and last[2]:
            self._cut_off(frame, key)  # no field, but a text with a colon in it
        elif key == "<<":
            self._fault(merge_key, problem(Span(*frame.key_extent)))
        elif key in frame.data:
            first, where = Span(*frame.marks[key][0]), Span(*frame.key_extent)
            related = ((first, "the first one"),)
            fault = problem(where, related=related, key=cut(key), first=first.line, line=where.line)
            self._fault(duplicate_key, fault)
            self._add(frame, key, value, marks)
        else:
            frame.data[key] = value
            frame.marks[key] = (frame.key_extent, marks)

    def _add(self, frame: _Map, key: str, value: Data, marks: Marks) -> None:
        """What stands under a key for the second time: the items of two lists are all kept."""
        items, places = frame.data[key], frame.marks[key][1][1]
        if isinstance(items, list) and isinstance(value, list):
            items += value
        if isinstance(places, list) and isinstance(marks[1], list):
            places += marks[1]

    def _names(self, event: Any) -> None:
        """An anchor or a tag on a value (or a key)."""
        where = Span(*self._extent(event))
        if event.anchor:
            end = where.column + 1 + len(event.anchor)
            self._named[event.anchor] = [Span(where.line, where.column, where.line, end)]
            self._anchors.append((event.anchor, self._named[event.anchor]))
        if event.tag:
            line = self._lines[where.line - 1]
            column = line.find("!", where.column - 1)
            shown = re.match(r"!\S*", line[column:]) if column >= 0 else None
            name = shown[0] if shown else event.tag
            at = column + 1 if shown else where.column
            span = Span(where.line, at, where.line, at + len(name))
            self._fault(tag, problem(span, tag=cut(name)))

    def _alias(self, event: Any) -> None:
        where = Span(*self._extent(event))
        frame = self._stack[-1] if self._stack else None
        known = self._named.get(event.anchor)
        if known is not None:
            known.append(where)
        else:
            self._fault(alias, problem(where, name=cut(event.anchor)))
        if isinstance(frame, _Map) and (frame.key is None or frame.key == "<<"):
            # as a key, or taken in with <<: the mark itself is reported, nothing is kept
            wanted, frame.left_out = frame.key is None, True
            if wanted:
                frame.key, frame.key_extent = f"*{event.anchor}", self._extent(event)
                return
        elif frame:
            self.spoiled.add(frame.next_route())
        self._put(None, (self._extent(event), None, True))

    def _extent(self, event: Any) -> Extent:
        start, end, last = event.start_mark, event.end_mark, len(self._lines)
        extent = start.line + 1, start.column + 1, end.line + 1, end.column + 1
        if end.line < last:
            return extent
        # at the end of the file the parser may be a line further on
        after = last, len(self._lines[-1]) + 1
        return (*min(extent[:2], after), *after)

    def _block_extent(self, extent: Extent) -> Extent:
        """A text after | or > ends with its last line that is not blank."""
        line, column, end = extent[0], extent[1], min(extent[2], len(self._lines))
        if extent[3] == 1:
            end -= 1
        while end > line and not self._lines[end - 1].strip():
            end -= 1
        return line, column, end, len(self._lines[end - 1].rstrip()) + 1


def _is_prose(key: str) -> bool:
    """Whether these words are no name of a field, not even a misspelt one."""
    if key.count(" ") > 1 or key[:1].isdigit():
        return True
    return nearest(key.replace(" ", "_"), field_names()) is None


_GLUED = re.compile(r"[a-z_][a-z0-9_]*:[^/: \n]")
_NO_COLON = re.compile(r"[a-z_][a-z0-9_]* +[\"'[{]")
_TWO_WORDS = re.compile(r"([a-z_][a-z0-9_]*) +(.+)", re.DOTALL)
_ONE_VALUE = re.compile(r"([a-z0-9-]+|[A-Za-z]*-?[0-9][A-Z0-9-]*)\Z")  # an id, a date, a lone word
