"""The lexicon: which English words are known, and how often they and their pairs are met.

Packed tables, mapped from disk in milliseconds. Known words are those of SCOWL (sizes up to 70,
American, British, Canadian and Australian spellings, names up to 95; rare compounds of the sizes
above are a table by themselves, and not known), pairs those of symspellpy, frequencies those of
wordfreq; `data/LICENSES.md` has their notices, and
`scripts/build_lexicon.py` in the repository builds them.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from newslint.structs import Struct

# Sizes of SCOWL, from the commonest words to the rarest; a level is a place in this tuple.
SIZES = (0, 10, 20, 35, 40, 50, 55, 60, 70, 80, 95)
COMMON_LEVEL = SIZES.index(20)
CORE_LEVEL = SIZES.index(60)
# Quantising: steps per power of ten, and log10 of the smallest count of a pair.
ZIPF_STEPS = 25
BIGRAM_STEPS = 40
BIGRAM_FLOOR = 6.0
# log10 of the number of words the counts refer to: `SymSpell.N` of symspellpy, 1,024,908,267,229.
BIGRAM_TOTAL = 12.0107
# What is met in news at all (3e-7), and what is ordinary there: below `pox` and `payer`.
MET_ZIPF, ORDINARY_ZIPF = 2.5, 2.9
# Forms this frequent (per 10^9 words, log10) are in use, whatever the dictionary says. At 3.5 the
# commonest run-together pairs (`alot`, `inthe`) stay below; measured on SCOWL and wordfreq.
IN_USE_ZIPF = 3.5

DATA = Path(__file__).parent / "data"


class Lexicon(Struct):
    """Known words, names, frequencies and pairs; forms may have capitals and curly apostrophes."""

    words: marisa_trie.Trie
    levels: bytes
    frequencies: marisa_trie.Trie
    zipfs: bytes
    pairs: marisa_trie.Trie
    counts: bytes
    rares: marisa_trie.Trie
    met: marisa_trie.Trie
    ordinaries: bytes
    endings: marisa_trie.Trie

    def known(self, form: str) -> bool:
        """Tell whether a form is an English word, or a name written with a capital.

        Possessives are known where their noun is: `mayor's`, `mayors'`.
        """
        level = self._level(form)
        return bool(level & 15) or (level != 0 and not form.islower())

    def core(self, form: str) -> bool:
        """Tell whether a form is a common word (SCOWL size 60 or below) and not only a name."""
        return 0 < self._level(form) & 15 <= CORE_LEVEL

    def common(self, form: str) -> bool:
        """Tell whether a form is one of the commonest words (SCOWL size 20 or below)."""
        return 0 < self._level(form) & 15 <= COMMON_LEVEL

    def name(self, form: str) -> bool:
        """Tell whether a form is known as a name, whatever its capitals."""
        return bool(self._level(form) >> 4)

    def rare(self, form: str) -> bool:
        """Tell whether a form is a rare word that could be two known words run together.

        Such as `stockwhip` or `overembellish`; a form among them is not `known`.
        """
        key = plain(form)
        return key in self.rares or (key.endswith("s") and key[:-1] in self.rares)

    def zipf(self, form: str) -> float:
        """Give log10 of the frequency per 10^9 words; 0.0 for a form never met."""
        place: int | None = self.frequencies.get(plain(form))
        return 0.0 if place is None else self.zipfs[place] / ZIPF_STEPS

    def bigram(self, left: str, right: str) -> float | None:
        """Give log10 of the probability of two words in a row; None for a pair never met."""
        place: int | None = self.pairs.get(plain(f"{left} {right}"))
        if place is None:
            return None
        return self.counts[place] / BIGRAM_STEPS + BIGRAM_FLOOR - BIGRAM_TOTAL

    def beginnings(self, form: str) -> list[str]:
        """Give the words and names of the dictionary that a form begins with, shortest first."""
        found: list[str] = self.words.prefixes(plain(form))
        return found

    def ordinary(self, lowered: str) -> bool:
        """Tell whether a form in lower case is a common word that is met everywhere.

        It is `core`, and its `zipf` is `ORDINARY_ZIPF` or more: the same in one look.
        """
        place: int | None = self.met.get(lowered)
        return place is not None and self.ordinaries[place] == 1

    def longer(self, lowered: str) -> Iterator[str]:
        """Give the longer words that begin with a form in lower case and are met (`MET_ZIPF`)."""
        return filter(lowered.__ne__, self.met.iterkeys(lowered))

    def begins_longer(self, lowered: str) -> bool:
        """Tell whether a longer word that is met (`MET_ZIPF`) begins with a form in lower case."""
        return next(self.longer(lowered), None) is not None

    def ends_longer(self, lowered: str) -> bool:
        """Tell whether a longer word that is met (`MET_ZIPF`) ends in a form in lower case."""
        turned = lowered[::-1]
        return next(filter(turned.__ne__, self.endings.iterkeys(turned)), None) is not None

    def met_endings(self, lowered: str) -> list[str]:
        """Give the words that are met (`MET_ZIPF`) and in which a form in lower case ends."""
        return [one[::-1] for one in self.endings.prefixes(lowered[::-1])]

    def contracts(self, lowered: str) -> bool:
        """Tell whether a known contraction or possessive begins with a form: `she` (`she'll`)."""
        return next(self.words.iterkeys(lowered + "'"), None) is not None

    def is_met(self, lowered: str) -> bool:
        """Tell whether a form in lower case is a known word or name that is met (`MET_ZIPF`)."""
        return lowered in self.met

    def _level(self, form: str) -> int:
        key, place_of = plain(form), self.words.get
        place: int | None = place_of(key)
        if place is None:
            if key.endswith(("'s", "'")):
                key = key.removesuffix("'s").removesuffix("'")
                place = place_of(key)
            if place is None and not key.isascii():
                place = place_of(without_accents(key))
        return 0 if place is None else self.levels[place]


def plain(form: str) -> str:
    """Give a form as the tables spell it: lower case, straight apostrophes."""
    lowered = form.lower()
    return lowered if lowered.isascii() else lowered.replace("\u2019", "'")


def without_accents(key: str) -> str:
    """Give a form with its letters bare: `cafe`."""
    return "".join(
        one for one in unicodedata.normalize("NFD", key) if not unicodedata.combining(one)
    )


@functools.cache
def load() -> Lexicon:
    """Map the tables of the package; the same object for the whole process."""
    return Lexicon(
        words=_trie("words"),
        levels=(DATA / "words.levels").read_bytes(),
        frequencies=_trie("frequencies"),
        zipfs=(DATA / "frequencies.zipf").read_bytes(),
        pairs=_trie("bigrams"),
        counts=(DATA / "bigrams.counts").read_bytes(),
        rares=_trie("rare"),
        met=_trie("met"),
        ordinaries=(DATA / "met.ordinary").read_bytes(),
        endings=_trie("endings"),
    )


def _trie(name: str) -> marisa_trie.Trie:
    trie = marisa_trie.Trie()
    trie.mmap(str(DATA / f"{name}.marisa"))
    return trie


lexicon = load
"""Its name in the public API."""
