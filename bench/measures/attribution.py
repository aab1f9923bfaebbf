"""Attribution against hand-annotated news (PolNeAR).

PolNeAR marks who says what in 924 political articles: the *content*, its *source* and the *cue*.
No weights, thresholds or words are taken from it, but rules were judged by it while they were
written, so most figures here are kind. Constructions were chosen by the sentences of the 84
articles of ``dev`` and of the 540 in neither list. The sentences of ``train`` (300) were not read
for that, but its total was seen, and alarms of ATT001 and ATT002 were read in all 924 articles:
what is measured of these two rules is a development figure. What verbs need behind them, owners of
nouns, labels and titles were worked out on ``dev`` alone; of ``train`` and the others the totals
were seen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from measures.articles import Article, read_rows
from measures.bench import Bench
from measures.linting import AROUND, Flag
from measures.rows import Row, share
from newslint import Doc, attributed, sentence_at
from newslint.text.attribution.attributions import Attribution

GOLD = "gold/polnear_articles"
QUOTE = 25
"""A quotation with fewer code points is a phrase more often than somebody's words."""

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """An attribution as people marked it: places in the text of the article."""

    source: Places
    cue: Places
    content: Places


def measure(bench: Bench) -> Iterator[Row]:
    """Give sentences, places, quotations and claims against gold."""
    for name, tuned in (("train", "no choice made on it"), ("dev", "choices made on it")):
        yield _sentences(bench, name, tuned)
    yield _other_sentences(bench)
    yield from _places(bench)
    found = _flags(bench)
    yield from _quotations(bench, found)
    yield from _claims(bench, found)


def labels_of(article: Article) -> list[Label]:
    """Return what people marked in an article."""
    return [
        Label(*(tuple((a, b) for a, b in one[part]) for part in ("source", "cue", "content")))
        for one in article.row["attributions"]
        if one["content"]
    ]


def overlap(places: Iterable[tuple[int, int]], start: int, end: int) -> int:
    """Count the code points from ``start`` to ``end`` that the places cover."""
    return sum(max(0, min(b, end) - max(a, start)) for a, b in places)


def _touch(places: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return any(overlap(others, a, b) for a, b in places)


def flag_at(article: Article, start: int, end: int, message: str) -> Flag:
    """Return a place of an article as a flag, for the file that people read."""
    text = article.text
    return Flag(
        article.file, article.id, "ATT", "attribution", "info", "text", start, end,
        text[start:end], message, text[max(0, start - AROUND) : start], text[end : end + AROUND],
    )  # fmt: skip


# Sentences: does somebody say, think or want something in it?


def _sentences(bench: Bench, name: str, tuned: str) -> Row:
    """Compare `attributed` with "overlaps the content of a gold attribution"."""
    articles = {article.id: article for article in bench.articles(GOLD)}
    docs: dict[str, Doc] = {}
    hits = misses = wrong = 0
    for row in read_rows(bench.data / f"gold/polnear_sentences.{name}.jsonl"):
        if row["doc"] not in articles:  # the bench may be limited
            continue
        article = articles[row["doc"]]
        doc = docs.setdefault(article.id, Doc(article.text))
        said = attributed(doc.span(row["start"], row["end"]))
        gold = bool(row["content_span"])
        hits, misses, wrong = hits + (said and gold), misses + (gold > said), wrong + (said > gold)
        if said != gold and name == "dev":
            heading = "missed: sentence" if gold else "wrong: sentence"
            bench.show(heading, [flag_at(article, row["start"], row["end"], "attributed?")])
    return _sentence_row(f"PolNeAR {name}, {tuned}", hits, misses, wrong)


def _other_sentences(bench: Bench) -> Row:
    """Compare the same in the articles of neither list, by newslint's own sentences."""
    files = [bench.data / f"gold/polnear_sentences.{name}.jsonl" for name in ("train", "dev")]
    listed = {row["doc"] for file in files for row in read_rows(file)}
    hits = misses = wrong = 0
    for article in bench.articles(GOLD):
        if article.id in listed:
            continue
        contents = _merged(sorted({place for one in labels_of(article) for place in one.content}))
        for sentence in Doc(article.text).sentences:
            said, gold = (
                attributed(sentence),
                bool(overlap(contents, sentence.start, sentence.end)),
            )
            hits, misses = hits + (said and gold), misses + (gold > said)
            wrong += said > gold
    return _sentence_row(
        "PolNeAR, the 540 others, by which older constructions were chosen",
        hits,
        misses,
        wrong,
        aimed=False,
    )


def _sentence_row(measured: str, hits: int, misses: int, wrong: int, *, aimed: bool = True) -> Row:
    recall, precision = hits / max(hits + misses, 1), hits / max(hits + wrong, 1)
    f1 = 2 * recall * precision / max(recall + precision, 1e-9)
    return Row(
        "gold", "attributed sentences", f"{measured}: F1 {share(f1)}",
        hits + misses, recall=recall, precision=precision,
        target="F1 ≥ .91" if aimed else "", met=f1 >= 0.91 if aimed else None,
    )  # fmt: skip


# Places: content, cue and source of `Doc.attributions`.

_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|\Z)")


def manner(article: Article, label: Label) -> str:
    """Tell direct, mixed and indirect speech by the quotation marks in the content."""
    content = " ".join(article.text[start:end] for start, end in label.content)
    rest = _QUOTED.sub("", content)
    if rest == content:
        return "indirect"
    return "mixed" if any(letter.isalpha() for letter in rest) else "direct"


@dataclass
class _Count:
    gold: int = 0
    cued: int = 0
    content: int = 0
    sourced: int = 0
    named: int = 0


def _places(bench: Bench) -> Iterator[Row]:
    """Compare `Doc.attributions` with the labels of the body: they match where they overlap."""
    counts: dict[str, _Count] = defaultdict(_Count)
    right = said = named_right = named = 0
    for article in bench.articles(GOLD):
        doc = Doc(article.text)
        found = doc.attributions
        start = doc.body[0].start if doc.body else len(article.text)
        labels = [one for one in labels_of(article) if one.content[0][0] >= start]
        for label in labels:
            near = _overlapping(found, label)
            for name in (manner(article, label), "all"):
                _count(counts[name], label, found, near)
        for one in found:
            same = [label for label in labels if overlap(label.content, *_ends(one))]
            said, right = said + 1, right + bool(same)
            if same and one.source is not None:
                place = ((one.source.start, one.source.end),)
                named, named_right = named + 1, named_right + _source_of(place, same)
    for name in ("direct", "mixed", "indirect", "all"):
        yield from _place_rows(name, counts[name])
    yield Row(
        "gold", "doc.attributions", "those that overlap a gold content", said,
        precision=right / max(said, 1),
    )  # fmt: skip
    yield Row(
        "gold", "doc.attributions", "sources that are the gold source (where the content is right)",
        named, precision=named_right / max(named, 1),
    )  # fmt: skip


def _ends(one: Attribution) -> tuple[int, int]:
    return one.content.start, one.content.end


def _source_of(place: Places, labels: Iterable[Label]) -> bool:
    return any(_touch(place, label.source) for label in labels)


def _overlapping(found: Sequence[Attribution], label: Label) -> list[Attribution]:
    return [one for one in found if overlap(label.content, *_ends(one))]


def _count(
    count: _Count, label: Label, found: Sequence[Attribution], near: Sequence[Attribution]
) -> None:
    count.gold += 1
    count.content += bool(near)
    cues = [one.cue for one in found if one.cue is not None]
    count.cued += any(overlap(label.cue, cue.start, cue.end) for cue in cues)
    if label.source:
        sources = [one.source for one in near if one.source is not None]
        count.sourced += 1
        count.named += any(overlap(label.source, one.start, one.end) for one in sources)


def _place_rows(name: str, count: _Count) -> Iterator[Row]:
    for part, found, n in (
        ("content", count.content, count.gold),
        ("cue", count.cued, count.gold),
        ("content and source together", count.named, count.sourced),
    ):
        yield Row("gold", "doc.attributions", f"{name}: {part} found", n, recall=found / max(n, 1))


# Rules on the articles as they are.


def _flags(bench: Bench) -> list[tuple[Article, list[Flag]]]:
    articles = bench.articles(GOLD)
    flags = bench.lint(articles, ("ATT001", "ATT002"))
    return [(one, list(found)) for one, found in zip(articles, flags, strict=True)]


def _quotations(bench: Bench, found: Iterable[tuple[Article, list[Flag]]]) -> Iterator[Row]:
    """Count the quotations that have a gold source, and those that have none, which are flagged."""
    counts = {True: [0, 0], False: [0, 0]}
    for article, flags in found:
        alarms = [one for one in flags if one.code == "ATT001"]
        for label in labels_of(article):
            start, end = label.content[0][0], label.content[-1][1]
            if manner(article, label) != "direct" or end - start < QUOTE:
                continue
            hit = any(overlap(label.content, one.start, one.end) for one in alarms)
            counts[bool(label.source)][0] += 1
            counts[bool(label.source)][1] += hit
            if hit == bool(label.source):
                heading = "false: quotation with a source" if hit else "missed: no source"
                bench.show(heading, [flag_at(article, start, end, "unattributed-quote")])
    (n, flagged), (bare, hits) = counts[True], counts[False]
    wrong = flagged / max(n, 1)
    yield Row(
        "gold", "ATT001 unattributed-quote",
        f"direct quotations with a source: {flagged} flagged, a share of {wrong:.4f}", n,
        false_alarms=1000 * wrong, per="1,000 quotations", target="≤ 10", met=wrong <= 0.01,
    )  # fmt: skip
    yield Row(
        "gold", "ATT001 unattributed-quote",
        "direct quotations that the annotators gave no source, flagged", bare,
        recall=hits / max(bare, 1),
    )  # fmt: skip


def _claims(bench: Bench, found: Sequence[tuple[Article, list[Flag]]]) -> Iterator[Row]:
    """Count the claims in whose sentence no gold content stands, and those with less than half."""
    n = bare = mostly = 0
    for article, flags in found:
        doc = Doc(article.text)
        contents = sorted({place for label in labels_of(article) for place in label.content})
        for one in (flag for flag in flags if flag.code == "ATT002"):
            sentence = sentence_at(doc, one.start)
            start, end = (sentence.start, sentence.end) if sentence else (one.start, one.end)
            inside = overlap(_merged(contents), start, end)
            n, bare, mostly = n + 1, bare + (inside == 0), mostly + (2 * inside < end - start)
            if inside:
                bench.show("false: the claim has a gold attribution", [one])
    flags_each = n / max(len(found), 1)
    yield Row(
        "gold", "ATT002 unattributed-claim",
        f"flags ({flags_each:.2f} an article) in a sentence without any gold attribution; "
        "lists chosen while reading them",
        n,
        precision=bare / max(n, 1), target="≥ .88", met=bare >= 0.88 * n,
    )  # fmt: skip
    yield Row(
        "gold", "ATT002 unattributed-claim",
        "flags in a sentence of which less than half is attributed", n,
        precision=mostly / max(n, 1),
    )  # fmt: skip


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in places:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged
