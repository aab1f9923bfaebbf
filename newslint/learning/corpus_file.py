"""The counts of a corpus as a file: what is too rare to say anything is left out."""

from __future__ import annotations

from newslint.learned_file import learned_bytes
from newslint.learning.tables import CorpusCounts

LEAST = 3
"""Articles that have a word, or a line of an outlet, for it to be kept at all."""
WORDS_IN = 100_000
"""Of so many articles one more must have a word, lest names and slips fill the file: a million
articles leave some 300,000 words of ten articles or more (6 MB)."""


def corpus_bytes(counts: CorpusCounts, newslint: str) -> bytes:
    """Return the bytes of the file, the same for the same articles in whatever order.

    Args:
        counts: Those of the corpus.
        newslint: The version that learns.
    """
    least = max(LEAST, counts.articles // WORDS_IN)
    return learned_bytes(
        newslint=newslint,
        articles=counts.articles,
        least_with_word=least,
        least_with_line=LEAST,
        words=counts.word_rows(least),
        outlets=counts.outlet_rows(),
        lines=counts.line_rows(LEAST),
    )
