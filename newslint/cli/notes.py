"""What a run says on standard error, beside its diagnostics."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from newslint.reporters.terminal import neutral


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
