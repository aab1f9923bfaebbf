"""Learning from the articles of an example, as `newslint learn` does from a corpus."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.book import Book
from newslint.config import Config
from newslint.corpus.judging import faulty_keys
from newslint.corpus.sqlite import SqliteStore
from newslint.engine import Engine
from newslint.learned import Learned
from newslint.learned_file import learned_of
from newslint.learning.corpus_file import corpus_bytes
from newslint.learning.counts import LANGUAGE, Counts
from newslint.learning.tables import CorpusCounts
from newslint.selection import Selection


def learned_from(files: Iterable[tuple[str, bytes]], book: Book) -> Learned:
    """Return what files teach the rules of a book.

    Args:
        files: The name and the content of each.
        book: The rules; those that teach judge the files.
    """
    teaching = tuple(rule for rule in book.rules if rule.teaches)
    config = Config(select=tuple(rule.code for rule in teaching), language=LANGUAGE)
    alone = Book(teaching, book.readers)
    selection = Selection(config, alone)
    engine = Engine(config, alone, selection, gather=True)
    counts, whole, store = Counts(), CorpusCounts(), SqliteStore()
    engine.show = counts.add
    for name, content in files:
        store.add(engine.lint_bytes(name, content).facts)
    whole.add(counts.take())
    rules = selection.default.corpus
    findings = [*faulty_keys(store.rows(rules), rules)]
    return Learned([learned_of(corpus_bytes(whole, findings, ""))])
