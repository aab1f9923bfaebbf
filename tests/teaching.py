"""Corpora of a few invented articles, and what they teach."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newslint import Doc
from newslint.learned import Learned
from newslint.learned_file import LearnedFile, open_learned
from newslint.learning.corpus_file import corpus_bytes
from newslint.learning.counts import Batch, Counts
from newslint.learning.tables import CorpusCounts

Articles = Iterable[tuple[str, str]]
"""The outlet and the text of each."""
Findings = Iterable[tuple[str, str, str, int]]
"""Code, scope, key, how many articles."""


def counted(articles: Articles, at_once: int = 1000) -> CorpusCounts:
    """What is counted in articles, so many a batch, as it leaves a process."""
    whole, counts = CorpusCounts(), Counts()
    for number, (outlet, text) in enumerate(articles, 1):
        counts.add(Doc(text, meta={"source": outlet}, language="en"))
        if number % at_once == 0:
            whole.add(Batch.of_plain(counts.take().as_plain()))
    whole.add(counts.take())
    return whole


def learned_file(
    folder: Path, articles: Articles, findings: Findings = (), name: str = "corpus.newslint"
) -> LearnedFile:
    """The file that articles teach."""
    file = folder / name
    file.write_bytes(corpus_bytes(counted(articles), findings, "1.2.3"))
    return open_learned(file)


def learned(folder: Path, *corpora: Articles) -> Learned:
    """What corpora taught."""
    return Learned(
        [learned_file(folder, one, name=f"{number}.newslint") for number, one in enumerate(corpora)]
    )
