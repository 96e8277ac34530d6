"""A text is cut short by a # in it.

A # after a space starts a remark for whoever reads the file: planc reads nothing from there to the
end of the line. Where a figure or a letter follows it at once, it was most likely meant as a part
of the text. A remark has a space after its #.

Wrong: The text ends before the # on line {line}: "{rest}" is read as a remark, and would be in no paper.
Why: A # after a space starts a remark, and what is lost from a text nobody misses.
Do: Write {quoted}; or if it is a remark, put a space after the #.
Acts: LRO
Source: planc's judgement: what is lost from a text nobody misses

Flagged:
    operation: EXAMPLE LARCH #2
               ^^^^^^^^^^^^^
Flagged: in a line of the log
    log:
      - date: 2026-11-18
        ref: PUR-1
        note: See URN #1234, two garages visited
              ^^^^^^^
Flagged: between braces, the brace is lost too
    log:
      - {date: 2026-11-18, ref: PUR-1, note: "See URN #1234"}
      - {date: 2026-11-18, ref: PUR-1, note: See URN #1235, two garages visited}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Flagged: between braces over several lines
    pursue:
      - {id: PUR-1, tactic: Talks at hire firms #1 and #2,
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         serves: OBJ-1, owner: di-soc-east, due: 2026-12-18}
Flagged: the whole text
    operation: #2
    ^^^^^^^^^
Clean: a remark
    operation: EXAMPLE LARCH # its second name
Clean: in quotation marks
    operation: "EXAMPLE LARCH #2"
Clean: no space before it
    operation: EXAMPLE LARCH#2
Clean: a field that holds no text is read to its end
    next_review: 2026-12-02 #2 of 4
"""

import re
from collections.abc import Iterator, Mapping

from planc.model.document import Point, Route, Span
from planc.model.finding import Problem, Severity, problem
from planc.model.syntax_error import Repair, SyntaxStop, indent_of
from planc.wording.text import visible
from planc.wording.words import cut

SEVERITY = Severity.REFUSAL

_NUMBERED = (
    r"(?i:\b(?:bay|box|case|crime|exhibit|flat|garage|item|job|line|log|lot|no|number|page|plot"
    r"|ref|reference|room|serial|shop|unit|urn)\.?)"
)
_HASH = re.compile(
    rf"(?P<gap>(?<=\S) |^ *)#(?=\w)|(?P<wide>  +)#(?=\d)|(?P<word>{_NUMBERED} )# ?(?=\d)",
    re.MULTILINE,
)
"""One space and a letter or a figure; more spaces and a figure; or "URN # 1234"."""
_OTHER_REMARK = re.compile(r" +# .*")
_FIELD = re.compile(r"#[a-z_]+:(?:\s|$)")
_HEAD = re.compile(r" *(?:- +)*(?:[\"']?[A-Za-z_]\w*[\"']? *: +)?")
_STARTS = re.compile(r"(?:[{,] *[A-Za-z_]\w*: +|[\[{,] +|\[)(?=[^\s\"'{\[])")
_NEXT = re.compile(r", +[A-Za-z_]\w*: |[]}]+[ ,]*$")
_IN_QUOTES = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")


def cut_texts(text: str) -> Mapping[Point, str]:
    """Where texts may have been cut short: the place of their end, and what would be lost."""
    lost_by_place: dict[Point, str] = {}
    for match in _hashes(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        rest = text[text.index("#", match.start()) : end if end >= 0 else len(text)]
        before = text[start : match.start()] + (match["word"] or "")
        if not before.strip():  # on a line of its own, it may go on with the text above
            above = text[:start].rstrip()
            start = above.rfind("\n") + 1
            before = above[start:]
            gone_on = indent_of(text[match.start() :]) > indent_of(before)
            if before.lstrip().startswith("#") or not gone_on or _FIELD.match(rest):
                continue
        place = text.count("\n", 0, start) + 1, len(before.rstrip()) + 1
        lost_by_place.setdefault(place, _OTHER_REMARK.sub("", rest).rstrip())
    return lost_by_place


def _hashes(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_HASH`, which never crosses lines: few lines have a # to look at."""
    hash_at = text.find("#")
    while hash_at >= 0:
        end = text.find("\n", hash_at)
        end = end if end >= 0 else len(text)
        yield from _HASH.finditer(text, text.rfind("\n", 0, hash_at) + 1, end)
        hash_at = text.find("#", end)


def at(route: Route, text: str, rest: str, line: int) -> Problem:
    """`text` stands at `route`, ends on this line, and is cut short there."""
    whole = f"{text} {rest}".strip()
    quoted = _in_quotes(visible(whole))
    return problem(route, value=bool(text), line=line, rest=cut(rest), quoted=quoted)


def diagnose(stop: SyntaxStop) -> Repair | None:
    """A text above the place whose # hides a bracket, a comma or the way to its next line."""
    for number in _lines_before(stop):
        line = stop.lines[number - 1]
        bare = _IN_QUOTES.sub(lambda quoted: "_" * len(quoted[0]), line)
        match = _HASH.search(bare)
        if match is None or _OTHER_REMARK.search(bare[: match.start()]):
            continue
        at_hash = bare.index("#", match.start())
        begin, end = _extent(bare, at_hash)
        if begin > at_hash or not bare[:at_hash].strip():
            continue
        words, mended = line[begin:end], line[:begin] + _in_quotes(line[begin:end]) + line[end:]
        if stop.line > number and not _in_braces(bare, begin):  # it was to go on below
            below = stop.lines[number : stop.end_of(number)]
            words = " ".join([words, *(part.strip() for part in below)])
            mended = f"{line[:at_hash]}{line[at_hash + 1 :]}"
        where = Span(number, begin + 1, number, end + 1)
        rest, quoted = cut(line[at_hash:end]), _in_quotes(visible(words))
        return Repair(problem(where, line=number, rest=rest, quoted=quoted), number, mended)
    return None


def _lines_before(stop: SyntaxStop) -> Iterator[int]:
    """The lines on which what the parser was in the middle of may have been cut short."""
    last = min(stop.line, len(stop.lines))
    first = min(stop.since[0], stop.entry_above() or last, last)
    return (number for number in range(first, last + 1) if " #" in stop.lines[number - 1])


def _extent(line: str, at: int) -> tuple[int, int]:
    """Where the text starts and ends that holds the place, with what was meant to be in it."""
    head = _HEAD.match(line)
    starts = [match.end() for match in _STARTS.finditer(line, 0, at + 1)]
    begin = max([head.end() if head else 0, *starts])
    if not _in_braces(line, begin):
        return begin, len(line.rstrip())
    next_field = _NEXT.search(line, at)
    return begin, next_field.start() if next_field else len(line.rstrip().rstrip(","))


def _in_braces(line: str, begin: int) -> bool:
    """Whether a bracket is open on the line where a text starts, or the text ends with a comma."""
    opened = sum(line[:begin].count(sign) for sign in "[{")
    closed = sum(line[:begin].count(sign) for sign in "]}")
    return opened > closed or bool(_NEXT.search(line, begin)) or line.rstrip().endswith(",")


def _in_quotes(text: str) -> str:
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
