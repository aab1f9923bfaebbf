"""Copies of articles: rewrites put beside real articles, and pairs that only look like copies.

A rewrite *should be found* when it meets what the rule says of near-duplicates, computed exactly:
the two share `THRESHOLD` of all their runs of five words, or the shorter one, which has at least
half as many, has `CONTAINED` of its own in the other.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from zlib import crc32

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.rows import Row
from newslint import Doc
from newslint.config import Config
from newslint.corpus.across import judge, superseding, without_superseded
from newslint.diagnostic import Diagnostic
from newslint.session import Session, SessionOptions

CASES = 300
"""Articles that are rewritten, for each kind of rewriting."""
SHORTEST = 120
"""Words of an article that is rewritten, at least."""
THRESHOLD, CONTAINED, HALF = 0.7, 0.85, 0.5
"""The defaults of near-duplicate, and the share of the longer text that the shorter one has."""
NOTICE = (
    "Sign up for our morning letter and find the news of the day in your inbox before breakfast. "
    "By signing up you agree to our terms of use and to our privacy policy. You can leave the list "
    "at any time with the link at the end of each letter. All rights reserved. This material may "
    "not be published, broadcast, rewritten or passed on without our leave."
)
SAMPLED = 4
"""One run of words in so many is looked up, to find the pairs of articles that have any."""
MET = 5
"""Runs looked up that a pair has in common, at least: one that is near has fifty or more."""
Run = tuple[str, ...]
Rewriting = Callable[[Article, random.Random], str | None]
"""What rewrites an article; nothing where it cannot."""


def measure(bench: Bench) -> Iterator[Row]:
    """Give the share of rewrites that are found, and the alarms on what is no copy."""
    longer = [one for one in bench.articles(*EDITED, *SCRAPED) if one.words >= SHORTEST]
    found = compare(longer, "DUP101", "DUP102")
    yield _as_they_are(longer, found)
    copies = {_number(one) for one in found}
    articles = [one for number, one in enumerate(longer) if number not in copies]
    bench.chance("near-duplicates: order").shuffle(articles)
    for name, rewriting in REWRITINGS.items():
        yield _rewritten(bench, articles, name, rewriting)
    yield _marks_changed(articles)
    yield _with_one_notice(articles)
    yield _serials(bench, articles)
    yield from _redated(bench, articles)


def compare(articles: Sequence[Article], *codes: str) -> list[Diagnostic]:
    """Return what rules across articles say of a corpus of these, in their order."""
    session = Session(SessionOptions(Config(), select=codes, gather=True))
    lines = "\n".join(article.record() for article in articles).encode()
    facts = session.engine.lint_bytes("articles.jsonl", lines).facts
    rules = session.selection.default
    across = judge(facts, rules.corpus)
    return [*without_superseded(across, superseding(rules.document, rules.corpus))]


def _as_they_are(articles: Sequence[Article], found: Sequence[Diagnostic]) -> Row:
    """Hold what is said of real articles against a comparison of all their runs of words."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(articles):
        for key in {crc32(" ".join(run).encode()) for run in _runs(one.text)}:
            if key % SAMPLED == 0:
                holders[key].append(number)
    met = Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))

    def near(first: int, later: int) -> bool:
        return are_near(_runs(articles[first].text), _runs(articles[later].text))

    wanted = {later for (first, later), times in met.items() if times >= MET and near(first, later)}
    right = [one for one in found if near(_related(one), _number(one))]
    recall = len(wanted & {_number(one) for one in found}) / max(len(wanted), 1)
    return Row(
        "organic", "DUP101 duplicate-article, DUP102 near-duplicate",
        "real articles with an earlier copy among them, by a comparison of all their words",
        len(wanted), recall, len(right) / max(len(found), 1), target="≥ 0.95", met=recall >= 0.95,
    )  # fmt: skip


def _number(one: Diagnostic) -> int:
    assert one.location.record is not None
    return one.location.record.index


def _related(one: Diagnostic) -> int:
    record = one.related[0].location.record
    assert record is not None
    return record.index


# -- rewriting


def _sentences_dropped(percent: int) -> Rewriting:
    def rewritten(article: Article, chance: random.Random) -> str | None:
        sentences = Doc(article.text, language="en").sentences
        if len(sentences) < 5:
            return None
        number = max(round(len(sentences) * percent / 100), 1)
        dropped = sorted(chance.sample(range(len(sentences)), number))
        text = article.text
        for one in reversed(dropped):
            text = text[: sentences[one].start] + text[sentences[one].end :]
        return text

    return rewritten


def _paragraphs_reordered(article: Article, chance: random.Random) -> str | None:
    paragraphs = [one for one in article.text.split("\n") if one.strip()]
    if len(paragraphs) < 4:
        return None
    chance.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def _typos(one_in: int) -> Rewriting:
    def rewritten(article: Article, chance: random.Random) -> str:
        words = article.text.split(" ")
        for number in chance.sample(range(len(words)), len(words) // one_in):
            word = words[number]
            at = chance.randrange(len(word)) if word else 0
            words[number] = word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at:]
        return " ".join(words)

    return rewritten


def _edited_headline(article: Article, chance: random.Random) -> str | None:
    """Put a headline before the text, with some of its words left out."""
    words = (article.headline or "").split()
    if len(words) < 4:
        return None
    kept = sorted(chance.sample(range(len(words)), len(words) - 2))
    return f"{' '.join(words[number] for number in kept)}\n\n{article.text}"


def _first_half(article: Article, _: random.Random) -> str:
    words = article.text.split(" ")
    return " ".join(words[: (len(words) + 1) // 2 + 3])


def _second_half(article: Article, _: random.Random) -> str:
    words = article.text.split(" ")
    return " ".join(words[len(words) // 2 - 3 :])


def _notice_added(article: Article, _: random.Random) -> str:
    return f"{article.text}\n\n{NOTICE}"


def _new_lead(article: Article, chance: random.Random) -> str | None:
    """Write the words of the first paragraph in another order."""
    body = Doc(article.text, language="en").body
    if len(body) < 3:
        return None
    words = body[0].text.split()
    chance.shuffle(words)
    return article.text[: body[0].start] + " ".join(words) + article.text[body[0].end :]


REWRITINGS: dict[str, Rewriting] = {
    "a tenth of the sentences dropped": _sentences_dropped(10),
    "a fifth of the sentences dropped": _sentences_dropped(20),
    "three tenths of the sentences dropped": _sentences_dropped(30),
    "four tenths of the sentences dropped": _sentences_dropped(40),
    "paragraphs in another order": _paragraphs_reordered,
    "the headline in the text, and edited": _edited_headline,
    "a typing error in every 50th word": _typos(50),
    "a typing error in every 25th word": _typos(25),
    "another lead": _new_lead,
    "a notice of 70 words added": _notice_added,
    "the first half only": _first_half,
    "the second half only": _second_half,
}
"""The rewritings, by what is said of them in the table."""


def _rewritten(bench: Bench, articles: Sequence[Article], name: str, rewriting: Rewriting) -> Row:
    """Lint articles and rewrites of them together; a rewrite has to name its own article."""
    chance = bench.chance(f"near-duplicates: {name}")
    pairs: list[tuple[Article, Article]] = []
    for article in articles:
        text = rewriting(article, chance) if len(pairs) < CASES else None
        if text is not None and text != article.text:
            pairs.append((article, replace(article, id=f"{article.id}+", text=text)))
    found = compare([*(one for one, _ in pairs), *(two for _, two in pairs)], "DUP101", "DUP102")
    number = len(pairs)
    right = {_number(one) - number for one in found if _number(one) - _related(one) == number}
    wanted = {
        at for at, (one, two) in enumerate(pairs) if are_near(_runs(one.text), _runs(two.text))
    }
    recall = len(right & wanted) / max(len(wanted), 1)
    return Row(
        "injected", "DUP102 near-duplicate",
        f"{name}: {len(wanted)} of {number} should be found, {len(right)} are",
        len(wanted), recall, len(right) / max(len(found), 1), target="≥ 0.95", met=recall >= 0.95,
    )  # fmt: skip


def are_near(mine: frozenset[Run], theirs: frozenset[Run]) -> bool:
    """Tell whether two texts are near-duplicates, by all of their runs of five words."""
    common, sizes = len(mine & theirs), sorted((len(mine), len(theirs)))
    if not sizes[0] or sizes[0] < HALF * sizes[1]:
        return False
    return common >= THRESHOLD * len(mine | theirs) or common >= CONTAINED * sizes[0]


def _runs(text: str) -> frozenset[Run]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], words[4:], strict=False))


def _marks_changed(articles: Sequence[Article]) -> Row:
    """Write the same words with other marks, in other lines and in capitals."""
    chosen = articles[:CASES]
    curly = str.maketrans({'"': "”", "'": "’", "-": "–"})
    copies = [
        replace(one, id=f"{one.id}+", text=" ".join(one.text.translate(curly).split()))
        for one in chosen
    ]
    found = compare([*chosen, *copies], "DUP101", "DUP102")
    exact = [one for one in found if one.code == "DUP101"]
    right = sum(_number(one) - _related(one) == len(chosen) for one in exact)
    recall = right / max(len(chosen), 1)
    return Row(
        "injected", "DUP101 duplicate-article", "other quotation marks, dashes and line breaks",
        len(chosen), recall, right / max(len(found), 1), target="1", met=recall == 1,
    )  # fmt: skip


# -- what is no copy


def _with_one_notice(articles: Sequence[Article]) -> Row:
    """Put the same notice below different articles."""
    texts = [one.with_text(f"{one.text}\n\n{NOTICE}") for one in articles[: 10 * CASES]]
    found = compare(texts, "DUP101", "DUP102")
    return _alarms("different articles with one notice of 70 words", len(texts), len(found))


def _serials(bench: Bench, articles: Sequence[Article]) -> Row:
    """Write other figures into reports that are full of them."""
    chance = bench.chance("near-duplicates: serials")
    full = [one for one in articles if len(re.findall(r"\d+", one.text)) > one.words / 12]
    chosen = full[:CASES]
    others = [
        replace(
            one,
            id=f"{one.id}+",
            text=re.sub(r"\d", lambda _: str(chance.randrange(10)), one.text),
        )
        for one in chosen
    ]
    found = compare([*chosen, *others], "DUP101", "DUP102")
    return _alarms("reports with all their figures changed", len(chosen), len(found))


def _alarms(measured: str, number: int, alarms: int) -> Row:
    false = 1000 * alarms / max(number, 1)
    return Row(
        "injected", "DUP102 near-duplicate", f"alarms on {measured}", number, false_alarms=false,
        per="1,000 articles", target="≤ 1", met=false <= 1,
    )  # fmt: skip


# -- dates


def _redated(bench: Bench, articles: Sequence[Article]) -> Iterator[Row]:
    """Give copies another date, which is to be found, and updates and time zones, which are not."""
    chance = bench.chance("near-duplicates: dates")
    dated = [one for one in articles if one.date][: 2 * CASES]
    chosen, others = dated[:CASES], dated[CASES:]
    rule = "DAT101 dates-across-copies"

    def moved(one: Article, text: str, days: int) -> Article:
        day = date.fromisoformat(one.date or "") + timedelta(days)
        return replace(one, id=f"{one.id}+", text=text, date=day.isoformat())

    late = [moved(one, one.text, chance.randint(2, 400)) for one in chosen]
    cut = [
        moved(one, " ".join(one.text.split(" ")[: one.words * 6 // 10]), chance.randint(2, 400))
        for one in chosen
    ]
    for measured, copies in (("copies", late), ("copies cut to three fifths", cut)):
        found = compare([*chosen, *copies], "DAT101")
        right = sum(_number(one) - _related(one) == len(chosen) for one in found)
        recall = right / max(len(chosen), 1)
        yield Row(
            "injected", rule, f"{measured}, 2 to 400 days later", len(chosen), recall,
            right / max(len(found), 1), target="≥ 0.95", met=recall >= 0.95,
        )  # fmt: skip
    updates = [
        moved(one, f"{one.text}\n\n{other.text[: len(one.text) // 4]}", 3)
        for one, other in zip(chosen, others, strict=False)
        if len(other.text) > len(one.text) // 4
    ]
    next_day = [moved(one, one.text, 1) for one in chosen]
    for measured, copies in (
        ("updates with a fifth of new text", updates),
        ("copies of the next day", next_day),
    ):
        alarms = 1000 * len(compare([*chosen, *copies], "DAT101")) / max(len(chosen), 1)
        yield Row(
            "injected", rule, f"alarms on {measured}", len(copies), false_alarms=alarms,
            per="1,000 articles", target="≤ 1", met=alarms <= 1,
        )  # fmt: skip
