"""The counts of a corpus as a file: what is too rare to say anything is left out."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.learned_file import CountRow, finding_hash, learned_bytes
from newslint.learning.tables import CorpusCounts

LEAST = 3
"""Articles that have a word, for it to be kept at all."""
WORDS_IN = 50_000
"""Of so many articles one more must have a word, lest names and slips fill the file. Of a million
articles some 220,000 words are in twenty or more (4 MB), if they go on as in the first 14,000."""


def corpus_bytes(
    counts: CorpusCounts, findings: Iterable[tuple[str, str, str, int]], newslint: str
) -> bytes:
    """Return the bytes of the file, the same for the same articles in whatever order.

    Args:
        counts: Those of the corpus.
        findings: What rules across articles found: code, scope, key, how many articles have it.
        newslint: The version that learns.
    """
    least = max(LEAST, counts.articles // WORDS_IN)
    return learned_bytes(
        newslint=newslint,
        articles=counts.articles,
        least_with_word=least,
        words=counts.word_rows(least),
        outlets=counts.outlet_rows(),
        findings=sorted(
            CountRow(finding_hash(code, scope, key), articles)
            for code, scope, key, articles in findings
        ),
    )
