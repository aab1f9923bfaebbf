"""The hash of a line by which code scanning knows an alert again, as ``upload-sarif`` makes it.

The action computes it for every result, and `warns of each`_ that comes with another one. It is a
polynomial over the first 100 UTF-16 code units from the beginning of the line, on over its end,
without blanks and tabs, line ends as line feeds; 65535 stands at the end of the file and 0 behind.
So it stays when lines above move, and two findings in a line have one.

.. _warns of each: https://github.com/github/codeql-action/issues/4052
"""

from __future__ import annotations

import struct
from collections import Counter
from functools import cached_property

from newslint.patterns import regexp

UNITS = 100
BASE = 37
WORD = 2**64
END = "\uffff"
"""What stands at the end of a file."""

_LINE_END = regexp(r"\r\n?")
_BLANKS = regexp("[ \t]+")
_FEED = regexp("\n")


class LineHashes:
    """The hashes of the lines of a file.

    Args:
        text: All of its text, a byte order mark too.
    """

    def __init__(self, text: str) -> None:
        self._text = _BLANKS.sub("", _LINE_END.sub("\n", text)) + END

    def of(self, line: int) -> str | None:
        """Return the hash of a line from 1, and how many lines down to it have the same.

        ``None`` where there is no such line.
        """
        if line > len(self._starts):
            return None
        value = 0
        window = self._window(self._starts[line - 1])
        for unit in struct.unpack(f"<{UNITS}H", window.ljust(2 * UNITS, b"\0")):
            value = (value * BASE + unit) % WORD
        return f"{value:x}:{self._numbers[line - 1]}"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _FEED.finditer(self._text))]

    @cached_property
    def _numbers(self) -> list[int]:
        seen: Counter[int] = Counter()
        numbers = []
        for start in self._starts:
            key = hash(self._window(start))
            seen[key] += 1
            numbers.append(seen[key])
        return numbers

    def _window(self, start: int) -> bytes:
        text = self._text[start : start + UNITS]
        return text.encode("utf-16-le", "surrogatepass")[: 2 * UNITS]
