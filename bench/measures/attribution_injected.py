"""Attribution with speakers cut out of real text, and with doubts put in."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from measures.articles import Article
from measures.attribution import GOLD, Places, flag_at, labels_of, manner, overlap
from measures.bench import Bench
from measures.rows import Row
from newslint import Doc, sentence_at

CASES = 300
"""Articles that are altered, at most, for each kind of injection."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give the share of injected faults that are found."""
    yield _speaker_deleted(bench)
    yield _sources_deleted(bench)
    yield _hedged(bench)


def _speaker_deleted(bench: Bench) -> Row:
    """Leave of a paragraph its quotation only, and of the two beside it what nobody says."""
    chance = bench.chance("attribution: speaker deleted")
    cases = [case for one in bench.articles(GOLD) if (case := _without_speaker(one, chance))]
    return _injected(
        bench, "ATT001 unattributed-quote",
        "PolNeAR: speaker and verb deleted in the paragraph and its neighbours", cases,
    )  # fmt: skip


def _without_speaker(article: Article, chance: random.Random) -> tuple[Article, int, int] | None:
    body, contents, quotations = Doc(article.text).body, [], []
    for label in labels_of(article):
        contents += [*label.content, *label.cue]
        if manner(article, label) == "direct":
            quotations += [place for place in label.content if place[1] - place[0] >= 40]
    starts = [paragraph.start for paragraph in body]
    chance.shuffle(quotations)
    for start, end in quotations:
        number = bisect_left(starts, start + 1) - 1
        if not 0 < number < len(body) - 1 or end > body[number].end:
            continue
        beside = body[number - 1], body[number + 1]
        before, after = (_plain(article, one.start, contents) for one in beside)
        quotation = _whole(article.text[start:end])
        if before and after and quotation:
            first, last = beside
            new = f"{before}\n\n{quotation}\n\n{after}"
            place = first.start + len(before) + 2
            return article.edited(first.start, last.end, new), place, place + len(quotation)
    return None


def _plain(article: Article, start: int, contents: Places | list[tuple[int, int]]) -> str:
    """Return the sentences of a paragraph that hold neither content nor cue."""
    doc = Doc(article.text)
    paragraph = next(one for one in doc.body if one.start == start)
    inside = [one for one in doc.sentences if paragraph.contains(one)]
    return " ".join(one.text for one in inside if not overlap(contents, one.start, one.end))


def _whole(quotation: str) -> str:
    """Return a quotation as a sentence of its own: with both marks and a stop; else nothing."""
    inside = quotation.strip().strip('"“”')
    if not inside[:1].isupper() or any(mark in inside for mark in '"“”'):
        return ""
    return f"“{inside.rstrip(',.')}.”"


def _sources_deleted(bench: Bench) -> Row:
    """Leave of an article only the sentences in which the annotators saw no attribution."""
    cases = []
    for article in bench.articles(GOLD):
        contents = [place for label in labels_of(article) for place in (*label.content, *label.cue)]
        plain = [_plain(article, one.start, contents) for one in Doc(article.text).body]
        text = "\n\n".join(filter(None, plain))
        if len(text.split()) >= 250:
            cases.append((article.with_text(text), 0, len(text)))
    return _injected(
        bench, "ATT006 no-source-at-all",
        "PolNeAR: every attributed sentence deleted, 250 words or more left", cases[:CASES],
    )  # fmt: skip


_SAID = re.compile(
    r"\bsaid (?P<that>that )?(?P<subject>(?:[\w.’'-]+ ){1,6}?)"
    r"(?P<verb>had|has|have|was|were|is|are|will) (?=[a-z])"
)
_HEDGES = ("allegedly", "reportedly", "supposedly", "purportedly")
_VOUCHING = ("confirmed", "pointed out", "acknowledged", "admitted", "proved")


def _hedged(bench: Bench) -> Row:
    """Write `confirmed the bank had allegedly sold` where `said the bank had sold` stood."""
    chance = bench.chance("attribution: hedged")
    cases = []
    for article in bench.articles("articles/afp", "articles/reuters1987"):
        doc = Doc(article.text)
        found = [
            one for one in _SAID.finditer(article.text)
            if (sentence := sentence_at(doc, one.start())) and not set(sentence.text) & set('"“”')
        ]  # fmt: skip
        if found:
            one = chance.choice(found)
            verb, hedge = chance.choice(_VOUCHING), chance.choice(_HEDGES)
            new = f"{verb} {one['that'] or ''}{one['subject']}{one['verb']} {hedge} "
            cases.append((article.edited(*one.span(), new), one.start(), one.start() + len(new)))
    chance.shuffle(cases)
    return _injected(
        bench, "ATT005 contradictory-hedge",
        "agency copy: a vouching verb and a hedge put around a reported clause", cases[:CASES],
    )  # fmt: skip


def _injected(
    bench: Bench, rule: str, measured: str, cases: Sequence[tuple[Article, int, int]]
) -> Row:
    code = rule.split()[0]
    flags = bench.lint([article for article, _, _ in cases], (code,))
    found = 0
    for (article, start, end), given in zip(cases, flags, strict=True):
        hit = any(one.covers(start, end) for one in given)
        found += hit
        if not hit:
            bench.show("missed: injected", [flag_at(article, start, end, rule)])
    return Row("injected", rule, measured, len(cases), recall=found / max(len(cases), 1))
