"""The words of one article counted, and then those of a batch of articles."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from newslint.doc import Doc
from newslint.normal_lines import digest, normalised_line
from newslint.structs import Struct
from newslint.text.lexicon import IN_USE_ZIPF, load

LANGUAGE = "en"
"""The language whose words are counted: that of the dictionary."""
FULL = 100_000
"""Rows of unknown words that a batch holds: 2.4 MB, of some ten thousand articles."""

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
    """

    articles: int
    outlets: Mapping[str, int]
    known: Mapping[str, int]
    unknown: bytes

    def as_plain(self) -> list[Any]:
        """Return it as values that JSON has."""
        return [self.articles, self.outlets, self.known, b64encode(self.unknown).decode()]

    @classmethod
    def of_plain(cls, values: list[Any]) -> Batch:
        """Return it from such values."""
        articles, outlets, known, unknown = values
        return cls(articles, outlets, known, b64decode(unknown))


class Counts:
    """Counts articles."""

    def __init__(self) -> None:
        self._articles = 0
        self._outlets = Counter[str]()
        self._known = Counter[str]()
        self._unknown = list[bytes]()

    @property
    def full(self) -> bool:
        """Whether it is time to take the batch."""
        return len(self._unknown) >= FULL

    def add(self, doc: Doc) -> None:
        """Count an article; of one that is read in stretches the first one stands for it."""
        if not doc.begins:
            return
        outlet = doc.meta.outlet
        self._articles += 1
        self._outlets[outlet] += 1
        if doc.language == LANGUAGE:
            self._add_words(map(normalised_line, doc.text.split("\n")), digest(outlet))

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

    def take(self) -> Batch:
        """Return what was counted, and begin anew."""
        unknown = b"".join(self._unknown)
        batch = Batch(self._articles, dict(self._outlets), dict(self._known), unknown)
        self._articles = 0
        for held in (self._outlets, self._known, self._unknown):
            held.clear()
        return batch


@lru_cache(_FORMS)
def _is_known(word: str) -> bool:
    """Tell a word or name of the dictionary, or one in use; with a capital it knows names too."""
    lexicon = load()
    return lexicon.known(word.capitalize()) or lexicon.zipf(word) >= IN_USE_ZIPF
