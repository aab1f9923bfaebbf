"""What articles leave behind for rules across articles: rows, bytes, and time to gather them."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from newslint.article_run import ArticleRun
from newslint.config import Config
from newslint.corpus.fact_rows import EvidenceRow, rows_of
from newslint.rule_set import ActiveRule
from newslint.session import Session, SessionOptions
from newslint.structs import Struct, made
from scales.corpora import Record

_AT_ONCE = 250
"""Articles of a file that is linted."""


class Gathered(Struct, frozen=False):
    """What rules gathered, by their codes.

    Args:
        articles: In how many articles.
        lint: Processor seconds of everything, gathering among it.
        seconds: Processor seconds of gathering; what several rules need counts for the first.
        facts: How many facts.
        evidence: How many pieces of evidence.
        size: Bytes of all of them as JSON lines, not packed.
    """

    articles: int = 0
    lint: float = 0.0
    seconds: dict[str, float] = made(factory=dict)
    facts: Counter[str] = made(factory=Counter)
    evidence: Counter[str] = made(factory=Counter)
    size: Counter[str] = made(factory=Counter)


def gathered(records: Iterable[Record], articles: int, select: tuple[str, ...] | None) -> Gathered:
    """Lint articles in this process, and return what is gathered in them.

    Args:
        records: At least so many.
        articles: How many.
        select: The rules that run, if not all that are on.
    """
    options = SessionOptions(Config(), select=select, gather=True, for_scan=True)
    engine = Session(options).engine
    rows = iter(records)
    found = Gathered()
    gather = ArticleRun.gather

    def timed(self: ArticleRun, rules: Iterable[ActiveRule]) -> None:
        for active in rules:
            started = time.process_time()
            gather(self, [active])
            code, spent = active.rule.code, time.process_time() - started
            found.seconds[code] = found.seconds.get(code, 0.0) + spent

    ArticleRun.gather = timed  # type: ignore[method-assign]
    try:
        while found.articles < articles:
            taken = list(islice(rows, min(_AT_ONCE, articles - found.articles)))
            if not taken:
                break
            data = "".join(json.dumps(row) + "\n" for row in taken).encode()
            started = time.process_time()
            result = engine.lint_bytes(f"{found.articles}.jsonl", data)
            found.lint += time.process_time() - started
            found.articles += len(taken)
            for fact in rows_of(result.facts):
                kind = found.evidence if isinstance(fact, EvidenceRow) else found.facts
                kind[fact.code] += 1
                found.size[fact.code] += len(json.dumps(fact._asdict())) + 1
    finally:
        ArticleRun.gather = gather  # type: ignore[method-assign]
    return found
