"""A finding while a scan is under way: the record of the JSON formats, and what numbers it."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from newslint.diagnostic import Diagnostic
from newslint.fingerprints import numbered
from newslint.reporters.jsonl import json_line
from newslint.reporting import of_record

_TAIL = len('0123456789abcdef"}')
"""Characters of a record from its fingerprint on: it is the last key."""


class Row:
    """One finding.

    Args:
        text: Its record as a line of JSON, without the line feed.
        base: The fingerprint that findings made of the same share; ``""`` if it is numbered.
        before: How many of those come before it in its chunk; `text` says so.
    """

    def __init__(self, text: str, base: str = "", before: int = 0) -> None:
        self.text = text
        self.base = base
        self.before = before

    @classmethod
    def of(cls, diagnostic: Diagnostic, base: str = "", before: int = 0) -> Row:
        """Make the row of a diagnostic."""
        return cls(json_line(diagnostic), base, before)

    @classmethod
    def read(cls, line: str) -> Row:
        """Read it from its line."""
        base, before, text = line.rstrip("\n").split("\t", 2)
        return cls(text, base, int(before))

    def line(self) -> str:
        """Return it as a line."""
        return f"{self.base}\t{self.before}\t{self.text}\n"

    @cached_property
    def record(self) -> dict[str, Any]:
        """The record."""
        record: dict[str, Any] = json.loads(self.text)
        return record

    @property
    def article(self) -> tuple[str, int]:
        """The path and the number of the record it stands in, -1 where the file is one article."""
        part = self.record["record"]
        return self.record["path"], -1 if part is None else part["index"]

    @property
    def kind(self) -> tuple[str, str, str]:
        """The code and the name of its rule, and its severity."""
        return self.record["code"], self.record["rule"], self.record["severity"]

    def diagnostic(self) -> Diagnostic:
        """Return the diagnostic."""
        return of_record(self.record)

    def number(self, earlier: int) -> None:
        """Give it its place among its equals, of which so many more come before it."""
        if earlier:
            self.before += earlier
            made = numbered(self.base, self.before)
            self.text = f'{self.text[:-_TAIL]}{made}"}}'
            self.__dict__.pop("record", None)
