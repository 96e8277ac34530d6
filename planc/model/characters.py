"""The characters of a file by line and column, and pieces put in the place of some of them."""

import re
from typing import NamedTuple


class Splice(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Characters:
    """A file's characters with its own line ends, found by line and column."""

    def __init__(self, raw: bytes) -> None:
        self._bom = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
        self.text = raw.removeprefix(self._bom).decode()
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def start(self, line: int) -> int:
        """Where a line starts; the end of the text, past the last one."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def end(self, line: int) -> int:
        """Where a line ends, before its line end."""
        return self.start(line) + len(
            self.text[self.start(line) : self.start(line + 1)].rstrip("\r\n")
        )

    def line(self, number: int) -> str:
        return self.text[self.start(number) : self.end(number)]

    def line_end_at(self, line: int) -> str:
        """The line end that is in use around this line."""
        for number in (line, line - 1):
            end = self.text[self.end(number) : self.start(number + 1)] if number else ""
            if end:
                return end
        return "\n"

    def spliced(self, splices: list[Splice]) -> bytes:
        text = self.text
        for start, end, new in sorted(splices, reverse=True):
            text = text[:start] + new + text[end:]
        return self._bom + text.encode()
