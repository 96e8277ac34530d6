"""How a value is written in a plan, so that planc and every other reader of YAML take it alike."""

import re
from typing import NamedTuple

from planc.model.document import Data


class Style(NamedTuple):
    """How a file writes its texts: how long its lines are, and whether sentences are quoted."""

    width: int = 120
    quotes_sentences: bool = False


PLAIN = Style()


def one_line(value: Data, *, flow: bool, style: Style = PLAIN) -> str:
    """The value on one line; with `flow`, as it stands between brackets or braces."""
    if isinstance(value, dict):
        pairs = (f"{key}: {one_line(part, flow=True, style=style)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(one_line(item, flow=True, style=style) for item in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    quotes = style.quotes_sentences and " " in value and not _IS_TERM.match(value)
    return quoted(value) if quotes or not is_plain(value, flow=flow) else value


_IS_TERM = re.compile(r"[a-z]+ [a-z]+\Z")
"""Two small words, as "in progress": a term from a list, not a sentence."""


def is_plain(value: str, *, flow: bool) -> bool:
    """Whether the text can stand without quotation marks and is text for every reader."""
    if _DATE.match(value):
        return True
    return not (
        not value
        or value != value.strip()
        or (_RISKY_IN_FLOW if flow else _RISKY).search(value)
        or _NOT_TEXT.match(value)
        or value[0] in "-?:,[]{}#&*!|>'\"%@`"
        or value.startswith(("---", "...", "===", "<<<", ">>>"))
    )


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_RISKY = re.compile(r":\s|:\Z|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_RISKY_IN_FLOW = re.compile(_RISKY.pattern + r"|[,\[\]{}]|:[\"'\[{]")
_NOT_TEXT = re.compile(
    r"(?i:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?[0-9._:,]+(e[-+]?[0-9]+)?|0[xob].*"
    r"|[-+]?\.(inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t ].*)?)\Z"
)
"""What some reader of YAML takes for a number, a date, nothing, or yes and no."""


def quoted(value: str, mark: str = '"') -> str:
    """The text between quotation marks: those asked for, if it can stand between them."""
    if any(ord(character) < 32 or character in "\x85\u2028\u2029\ufeff" for character in value):
        mark = '"'
    elif mark == '"' and ('"' in value or "\\" in value):
        mark = "'"
    if mark == "'":
        return "'" + value.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04x}", value) + '"'


_ESCAPED = re.compile(r'[\x00-\x1f\x7f-\x9f"\\\u2028\u2029\ufeff]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def can_be_block(value: str) -> bool:
    """Whether the text can stand in lines of its own under `|` or `>` and be read as it is."""
    lines = value.rstrip("\n").split("\n")
    return bool(lines[0]) and all(
        line == line.strip() and not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|  ", line)
        for line in lines
    )


def folded(value: str, indent: int, width: int) -> list[str]:
    """The lines of a text under `>`: broken between words, a blank line for each line end."""
    lines: list[str] = []
    for number, paragraph in enumerate(value.rstrip("\n").split("\n")):
        if number:
            lines.append("")
        line = ""
        for word in paragraph.split(" "):
            if line and indent + len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        if line:
            lines.append(line)
    return lines


def in_braces(value: dict[str, Data], indent: int, style: Style) -> list[str]:
    """A map in braces, over several lines if one is too short; the first goes to `indent`.

    It breaks at its commas; a text that is too long for a line of its own breaks between words.
    """
    lines, inside = [" " * indent + "{"], " " * (indent + 1)
    last = len(value) - 1
    for number, (key, part) in enumerate(value.items()):
        pair = f"{key}: {one_line(part, flow=True, style=style)}" + ("}" if number == last else ",")
        if number == 0:
            lines[-1] += pair
        elif len(lines[-1]) + 1 + len(pair) <= style.width:
            lines[-1] += f" {pair}"
        elif len(inside) + len(pair) <= style.width or not _can_break(pair):
            lines.append(inside + pair)
        else:
            start, *words = re.split(r"(?<!:) ", pair)
            lines[-1] += f" {start}"
            for word in words:
                if len(lines[-1]) + 1 + len(word) > style.width:
                    lines.append(inside + word)
                else:
                    lines[-1] += f" {word}"
    return [lines[0].lstrip(), *lines[1:]]


def _can_break(pair: str) -> bool:
    """Whether a line end between two of its words is read as the space that it stands for."""
    return re.match(r'[a-z_]+: ["\']', pair) is not None and "  " not in pair


_WHOLE = re.compile(r"(0|-?[1-9][0-9]{0,14})\Z")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}


def plain_value(text: str) -> Data:
    """What a scalar without quotation marks stands for. Each turns back into the same text."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if text[0] in "-0123456789" and _WHOLE.match(text) else text


_NUMBER_LIKE = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z"
    r"|[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z"
)
_WORD_LIKE = ("True", "TRUE", "False", "FALSE", "Null", "NULL")


def is_other_than_text(text: str) -> bool:
    """Whether YAML 1.2 takes it for something other than text, where it stands without marks."""
    if text[0] not in "+-.0123456789TFN":
        return False
    return bool(_NUMBER_LIKE.match(text)) or text in _WORD_LIKE
