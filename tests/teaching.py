"""Corpora of a few invented articles, and what they teach."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint import Doc
from newslint.learned import Learned
from newslint.learned_file import LearnedFile, open_learned
from newslint.learning.corpus_file import corpus_bytes
from newslint.learning.counts import Counts
from newslint.learning.tables import CorpusCounts

Articles = Iterable[tuple[str, str]]
"""The outlet and the text of each."""


def counted(articles: Articles, at_once: int = 1000) -> CorpusCounts:
    """What is counted in articles, so many a batch."""
    whole, counts = CorpusCounts(), Counts()
    for number, (outlet, text) in enumerate(articles, 1):
        counts.add(Doc(text, meta={"source": outlet}, language="en"))
        if number % at_once == 0:
            whole.add(counts.batch())
            counts = Counts()
    whole.add(counts.batch())
    return whole


def learned_file(folder: Path, articles: Articles, name: str = "corpus.newslint") -> LearnedFile:
    """The file that articles teach."""
    file = folder / name
    file.write_bytes(corpus_bytes(counted(articles), "1.2.3"))
    return open_learned(file)


def learned(folder: Path, *corpora: Articles) -> Learned:
    """What corpora taught."""
    return Learned(
        [learned_file(folder, one, f"{number}.newslint") for number, one in enumerate(corpora)]
    )
