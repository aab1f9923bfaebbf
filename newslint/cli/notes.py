"""What a run says on standard error, beside its diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from newslint.reporters.terminal import neutral

NAMED_AT_MOST = 3
"""Files that a note names one by one."""


class Notes:
    """Notes and complaints, made harmless for the terminal.

    Args:
        stream: Where to write.
        quiet: Whether to keep notes back; complaints are always written.
    """

    def __init__(self, stream: TextIO, *, quiet: bool) -> None:
        self._stream = stream
        self._quiet = quiet

    def note(self, message: str) -> None:
        """Say something the user may want to know."""
        if not self._quiet:
            self.complain(message)

    def complain(self, message: str) -> None:
        """Say something the user must know."""
        self._stream.write(f"newslint: {neutral(message)}\n")


def language_note(languages: Counter[str]) -> str:
    """Say how many articles some rules left alone because of their language."""
    total = sum(languages.values())
    kinds = ", ".join(f"{code} {number}" for code, number in sorted(languages.items()))
    noun = "article was" if total == 1 else "articles were"
    return (
        f"{total} {noun} not read by rules that do not know the language ({kinds}); "
        "'language' in the configuration settles it"
    )


def left_out_notes(skipped: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Say which named files were left out, a line for each reason: hooks may name hundreds."""
    by_reason: dict[str, list[str]] = {}
    for path, reason in skipped:
        by_reason.setdefault(reason, []).append(path)
    for reason, paths in by_reason.items():
        more = len(paths) - NAMED_AT_MOST
        others = f" and {more:,} more" if more > 0 else ""
        yield f"{', '.join(paths[:NAMED_AT_MOST])}{others} left out: {reason}"
