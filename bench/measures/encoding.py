"""Encoding: real text garbled, hidden characters, twin letters and markup put in, and repaired.

A place counts as found if a finding touches it, and as repaired if applying all fixes, the unsafe
ones too, gives back the text as it was.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ftfy import bad_codecs  # registers the codecs that map all 256 bytes

from measures.articles import EDITED, SCRAPED, Article
from measures.bench import Bench
from measures.languages import sentences
from measures.linting import AROUND, Flag
from measures.numbers import silence
from measures.rows import Row
from newslint.config import Config
from newslint.engine import Engine
from newslint.fixing import fix_bytes
from newslint.session import Session, SessionOptions

CASES = 300
"""Cases of each kind, at most."""
DAMAGED = re.compile(
    "[\x00-\x08\x0b-\x1f\x80-\x9f\ufffdÃÂÐ√\u00ad\u0304\u200b-\u200f\u202a-\u202e\ufeff]"
    "|&[#a-z]|</|/>"
)
WORD = re.compile(r"[^\W\d_]*[^\W\d_a-zA-Z][^\W\d_]*")
"""A word with a letter beyond ASCII."""
PLAIN_WORD = re.compile(r"\b[a-z]{5,}\b")
TWINS = {
    "Cyrillic": dict(zip("aceopxyijsABCEHKMOPTX", "асеорхуіјѕАВСЕНКМОРТХ", strict=True)),
    "Greek": dict(zip("oABEHIKMNOPTXYZ", "οΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", strict=True)),
}
HIDDEN = {
    "zero-width space": "\u200b", "soft hyphen": "\u00ad", "byte order mark": "\ufeff",
    "control (C0)": "\x07", "control (C1)": "\x92", "direction mark": "\u200e",
    "direction override": "\u202e", "zero-width joiner": "\u200d", "word joiner": "\u2060",
}  # fmt: skip
TAGS = {
    "<b>": "</b>", '<a href="https://example.org/a">': "</a>", '<span class="x">': "</span>",
    "<br/>": "", "<p>": "</p>", "{{< note >}}": "", "<!-- end -->": "",
}  # fmt: skip
CODE = (
    'var slot = "top";', ".story { color: #333; margin: 0 }",
    "window.dataLayer = window.dataLayer || [];", '{% include "ad.html" %}',
    '<script async src="https://example.org/a.js"></script>',
)  # fmt: skip
MEANT_FOR = {"ENC001": "mojibake", "ENC002": "control-characters", "ENC003": "lookalike-letters",
             "ENC004": "leftover-markup"}  # fmt: skip
TARGET = 0.95
"""Aim of the bench's own: the rule book names none."""


@dataclass(frozen=True, slots=True)
class Damage:
    """An article with damage, the place of the damage, and the text as it was."""

    article: Article
    start: int
    end: int
    was: str


def measure(bench: Bench) -> Iterator[Row]:
    """Give recall and the share that is repaired, by kind of damage."""
    assert bad_codecs
    articles = [one for one in bench.articles(*EDITED, *SCRAPED) if _sound(one)]
    yield from _mojibake(bench, articles)
    chance = bench.chance("encoding")
    for name, hidden in HIDDEN.items():
        yield _row(bench, "ENC002", f"{name} put into a word", _hide(articles, chance, hidden))
    for script, twins in TWINS.items():
        for share, what in ((0.0, "one letter"), (1.0, "every letter that has one")):
            cases = _twin(articles, chance, twins, share)
            yield _row(bench, "ENC003", f"{script} twins for {what} of a word", cases)
    yield _row(bench, "ENC004", "a character as an entity", _entities(articles, chance))
    yield _row(bench, "ENC004", "a tag or shortcode round a word", _tags(articles, chance))
    yield _row(bench, "ENC004", "a line of code between paragraphs", _code(articles, chance))
    yield silence(bench, "ENC003", "ENC003 lookalike-letters")


def _sound(article: Article) -> bool:
    """Tell whether an article is without damage of its own, roughly."""
    return DAMAGED.search(article.text) is None


def _mojibake(bench: Bench, articles: Sequence[Article]) -> Iterator[Row]:
    chance = bench.chance("mojibake")
    readings: dict[str, Callable[[str], str]] = {
        "Windows-1252": lambda text: _misread(text, "sloppy-windows-1252"),
        "Latin-1": lambda text: _misread(text, "latin-1"),
        "Mac Roman": lambda text: _misread(text, "mac-roman"),
        "Windows-1252 twice": lambda text: _misread(
            _misread(text, "sloppy-windows-1252"), "sloppy-windows-1252"
        ),
    }
    for name, misread in readings.items():
        cases = list(_words(articles, chance, misread))
        yield _row(bench, "ENC001", f"one word read as {name}", cases)
        cases = list(_whole(articles, chance, misread))
        yield _row(bench, "ENC001", f"a whole article read as {name} (one of its places)", cases)
    others = [case for code, text in sentences().items() for case in _other_words(code, text)]
    what = f"a word of {len(sentences())} other languages read as Windows-1252"
    yield _row(bench, "ENC001", what, others)


def _misread(text: str, codec: str) -> str:
    return text.encode("utf-8").decode(codec)


def _words(
    articles: Sequence[Article], chance: random.Random, misread: Callable[[str], str]
) -> Iterator[Damage]:
    for article in chance.sample(articles, len(articles))[: 20 * CASES]:
        if found := list(WORD.finditer(article.text)):
            match = chance.choice(found)
            yield _replaced(article, match.start(), match.end(), misread(match.group()))


def _whole(
    articles: Sequence[Article], chance: random.Random, misread: Callable[[str], str]
) -> Iterator[Damage]:
    candidates = [one for one in articles if not one.text.isascii()]
    for article in chance.sample(candidates, min(CASES, len(candidates))):
        places = [at for at, one in enumerate(article.text) if one > "\u00bf"]
        if places:
            at = chance.choice(places)
            start = len(misread(article.text[:at]))
            end = start + len(misread(article.text[at]))
            yield Damage(article.with_text(misread(article.text)), start, end, article.text)


def _other_words(code: str, text: str) -> list[Damage]:
    """Return the words of a text in another language, each garbled alone, if they have a mark."""
    article = Article("languages", code, text)
    return [
        _replaced(
            article, match.start(), match.end(), _misread(match.group(), "sloppy-windows-1252")
        )
        for match in WORD.finditer(text)
    ][:CASES]


def _replaced(article: Article, start: int, end: int, text: str) -> Damage:
    return Damage(article.edited(start, end, text), start, start + len(text), article.text)


def _hide(articles: Sequence[Article], chance: random.Random, hidden: str) -> list[Damage]:
    cases = []
    for article, match in _some(articles, chance, PLAIN_WORD):
        at = chance.randint(match.start() + 1, match.end() - 1)
        cases.append(_replaced(article, at, at, hidden))
    return cases


def _twin(
    articles: Sequence[Article], chance: random.Random, twins: dict[str, str], share: float
) -> list[Damage]:
    """Put twin letters into words of five letters and more: one, or all that have one."""
    cases = []
    for article, match in _some(articles, chance, re.compile(r"\b[A-Za-z]{5,}\b")):
        places = [at for at, one in enumerate(match.group()) if one in twins]
        chosen = set(places if share else chance.sample(places, min(1, len(places))))
        word = "".join(twins[one] if at in chosen else one for at, one in enumerate(match.group()))
        if chosen:
            cases.append(_replaced(article, match.start(), match.end(), word))
    return cases


def _entities(articles: Sequence[Article], chance: random.Random) -> list[Damage]:
    cases = []
    for article, match in _some(articles, chance, re.compile(r"[“”‘’é–—&]")):
        number = ord(match.group())
        written = chance.choice((f"&#{number};", f"&#x{number:x};", f"&amp;#{number};"))
        cases.append(_replaced(article, match.start(), match.end(), written))
    return cases


def _tags(articles: Sequence[Article], chance: random.Random) -> list[Damage]:
    cases = []
    for article, match in _some(articles, chance, PLAIN_WORD):
        opened = chance.choice(tuple(TAGS))
        text = opened + match.group() + TAGS[opened]
        cases.append(_replaced(article, match.start(), match.end(), text))
    return cases


def _code(articles: Sequence[Article], chance: random.Random) -> list[Damage]:
    cases = []
    for article, match in _some(articles, chance, re.compile(r"\n+")):
        line = chance.choice(CODE)
        damage = _replaced(article, match.end(), match.end(), line + "\n")
        cases.append(damage)
    return cases


def _some(
    articles: Sequence[Article], chance: random.Random, pattern: re.Pattern[str]
) -> Iterator[tuple[Article, re.Match[str]]]:
    """Give one match of a pattern in each of some articles."""
    left = CASES
    for article in chance.sample(articles, len(articles)):
        found = list(pattern.finditer(article.text))
        if found:
            yield article, chance.choice(found)
            left -= 1
        if not left:
            return


def _row(bench: Bench, code: str, what: str, cases: Sequence[Damage]) -> Row:
    cases = list(cases)[:CASES]
    flags = bench.lint([case.article for case in cases], (code,))
    found = [
        any(flag.code == code and flag.covers(case.start, case.end) for flag in every)
        for case, every in zip(cases, flags, strict=True)
    ]
    bench.show(
        "missed", [_flag(code, case) for case, hit in zip(cases, found, strict=True) if not hit]
    )
    repaired = [_same(_repaired(code, case.article), case.was) for case in cases[: CASES // 3]]
    recall = sum(found) / max(len(found), 1)
    target = f"recall ≥ {TARGET}"
    return Row(
        "injected", f"{code} {MEANT_FOR[code]}", f"{what}; precision: share repaired", len(cases),
        recall=recall, precision=sum(repaired) / max(len(repaired), 1), target=target,
        met=recall >= TARGET,
    )  # fmt: skip


@cache
def _engine(code: str) -> Engine:
    return Session(SessionOptions(Config(), select=(code,))).engine


def _repaired(code: str, article: Article) -> str:
    """Return the text after all fixes of a rule."""
    engine = _engine(code)
    data = article.record().encode()
    after = fix_bytes(
        data, lambda data: engine.lint_bytes("a.jsonl", data).diagnostics, unsafe=True
    ).after
    text = json.loads(after)["text"]
    assert isinstance(text, str)
    return text


def _same(one: str, other: str) -> bool:
    """Tell whether two texts are one, however their accents are written."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _flag(code: str, case: Damage) -> Flag:
    article, start, end = case.article, case.start, case.end
    return Flag(
        article.file, article.id, code, MEANT_FOR[code], "missed", "text", start, end,
        article.text[start:end], "", article.text[max(start - AROUND, 0) : start],
        article.text[end : end + AROUND],
    )  # fmt: skip
