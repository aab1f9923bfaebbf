"""What one article, and then a batch of them, has to be counted: words, and lines of its outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from newslint.doc import Doc
from newslint.learned_file import line_of_outlet
from newslint.line_keys import digest, normalised_line
from newslint.structs import Struct
from newslint.text.lexicon import IN_USE_ZIPF, load

LANGUAGE = "en"
"""The language whose words are counted: that of the dictionary."""

_SHORTEST = 2
_FORMS = 50_000


class Batch(Struct):
    """The counts of some articles, as they leave a process.

    Args:
        articles: How many there are.
        outlets: How many of each outlet.
        known: How many articles have each word that the dictionary knows.
        unknown: For each article and each other word in it, 24 bytes: the hashes of the word, of
            the first line it stands in, and of the outlet.
        lines: For each article and each different line of it, the 8 bytes of its key.
    """

    articles: int
    outlets: dict[str, int]
    known: dict[str, int]
    unknown: bytes
    lines: bytes


class Counts:
    """Counts articles."""

    def __init__(self) -> None:
        self._articles = 0
        self._outlets: Counter[str] = Counter()
        self._known: Counter[str] = Counter()
        self._unknown: list[bytes] = []
        self._lines: list[bytes] = []

    def add(self, doc: Doc) -> None:
        """Count an article; of one that is read in stretches the first one stands for it."""
        if not doc.begins:
            return
        outlet = doc.meta.outlet
        self._articles += 1
        self._outlets[outlet] += 1
        lines = dict.fromkeys(map(normalised_line, doc.text.split("\n")))  # in order
        lines.pop("", None)
        self._lines += (line_of_outlet(outlet, line) for line in lines)
        if doc.language == LANGUAGE:
            self._add_words(lines, digest(outlet))

    def _add_words(self, lines: Iterable[str], outlet: bytes) -> None:
        seen: set[str] = set()
        for line in lines:
            new = set(line.split()) - seen
            seen |= new
            unknown = [word for word in new if not _is_known(word)]
            self._known.update(new.difference(unknown))
            words = [word for word in unknown if len(word) >= _SHORTEST and word.isalpha()]
            if words:
                of_line = digest(line)
                self._unknown += (digest(word) + of_line + outlet for word in words)

    def batch(self) -> Batch:
        """Return what was counted."""
        return Batch(
            self._articles,
            dict(self._outlets),
            dict(self._known),
            b"".join(self._unknown),
            b"".join(self._lines),
        )


@lru_cache(_FORMS)
def _is_known(word: str) -> bool:
    """Tell a word or name of the dictionary, or one in use; with a capital it knows names too."""
    lexicon = load()
    return lexicon.known(word.capitalize()) or lexicon.zipf(word) >= IN_USE_ZIPF
