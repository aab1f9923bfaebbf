"""An example plugin: its rules lie in the folders beside this file; here are its hooks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from newslint import (
    Diagnostic,
    MapBuilder,
    OffsetMap,
    RawArticle,
    RawField,
    SourceFile,
    Summary,
    hookimpl,
)


class MessageReader:
    """Reads ``.msg`` files: the first line is the headline, the rest the text."""

    suffixes = (".msg",)

    def read(self, file: SourceFile) -> Iterator[RawArticle]:
        """Give the one article of the file."""
        first, _, _ = file.text.partition("\n")
        built = MapBuilder(file.text)
        built.copy_lines(min(len(first) + 1, len(file.text)), len(file.text))
        text, offsets = built.finish()
        headline = RawField(first, OffsetMap.shifted(0, len(first)), "first line")
        yield RawArticle(text, offsets, {"headline": headline})


class CountReporter:
    """``--format count``: how often each rule spoke, one line a rule."""

    name = "count"

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,
    ) -> None:
        """Write the counts."""
        counts = Counter(one.code for one in diagnostics)
        stream.writelines(f"{code} {number}\n" for code, number in sorted(counts.items()))


@hookimpl
def newslint_add_readers() -> list[MessageReader]:
    """Add the reader of ``.msg`` files."""
    return [MessageReader()]


@hookimpl
def newslint_add_reporters() -> list[CountReporter]:
    """Add ``--format count``."""
    return [CountReporter()]
