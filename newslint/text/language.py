"""The language of an article: settled, declared, or told by its function words and its script."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Mapping
from functools import cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.phrases import word_list

_WORD = regexp(r"[^\W\d_]+")
_FOREIGN = regexp(r"[\u0370-\u1cff\u2d00-\u2dff\u3040-\ud7ff\uf900-\ufaff]")
_LETTERS = string.ascii_letters.encode()
_TO_WORDS = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if byte in _LETTERS else 32
    for byte in range(256)
)
_MOST_RUNS = 300_000
"""Runs of letters whose tallies are kept, some 40 MB; beyond it all are forgotten."""
_SAMPLE = 1600, 800
"""Code points read at the beginning of a text, and in its last third (for mixed texts)."""
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, regexp(script))
    for code, script in (
        ("ja", r"[\u3040-\u30ff]"),  # kana; before Chinese, whose characters Japanese shares
        ("ko", r"[\u1100-\u11ff\uac00-\ud7a3]"),
        ("zh", r"[\u3400-\u9fff]"),
        ("el", r"[\u0370-\u03ff]"),
        ("he", r"[\u0590-\u05ff]"),
        ("ur", r"[ٹڈڑںےۓ]"),
        ("fa", r"[پچژگی]"),
        ("ar", r"[\u0600-\u06ff]"),
        ("hi", r"[\u0900-\u097f]"),
        ("bn", r"[\u0980-\u09ff]"),
        ("ta", r"[\u0b80-\u0bff]"),
        ("th", r"[\u0e00-\u0e7f]"),
        ("ka", r"[\u10a0-\u10ff]"),
        ("hy", r"[\u0530-\u058f]"),
        ("am", r"[\u1200-\u137f]"),
    )
)
_SCRIPT_SHARE = 0.1
"""Share of the letters that a script's own letters must have; kana are few in Japanese."""
_NAMES: Mapping[str, str] = {
    "english": "en", "eng": "en", "german": "de", "deutsch": "de", "deu": "de", "ger": "de",
    "french": "fr", "français": "fr", "fra": "fr", "fre": "fr", "spanish": "es", "español": "es",
    "spa": "es", "italian": "it", "ita": "it", "portuguese": "pt", "por": "pt", "dutch": "nl",
    "nld": "nl", "russian": "ru", "rus": "ru", "arabic": "ar", "ara": "ar", "chinese": "zh",
    "zho": "zh", "japanese": "ja", "jpn": "ja", "nb": "no", "nn": "no",
}  # fmt: skip
_DECLARED = regexp(r"([a-z]{2})(?:[-_][a-z0-9]+)*")


def language(text: Text) -> str | None:
    """Return the two-letter code of the language, or ``None`` when unsure.

    The settled language (configuration) wins over the declared one (the file's field), that one
    over the function words. Short texts (a headline, a list of names) and mixed ones are unsure.
    """
    return text.settled_language or _declared(text.meta.language.raw) or tell(text.text)


def tell(text: str) -> str | None:
    """Return the language that a text's script and function words tell, or ``None``.

    The thresholds were set on 14,000 English news articles (wire, scraped, newspapers: all but five
    are told to be English, those five are tables of results) and on sentences in other languages.
    """
    sample = _sample(text)
    if _surely_english(sample):
        return "en"
    if not sample.isascii() and _FOREIGN.search(sample) and (code := _by_script(sample)):
        return code
    counts = Counter(_WORD.findall(sample.lower()))
    total = counts.total()
    if not total:
        return None
    scores = _scores(counts)
    strong, shared = scores.pop("en", 0), scores.pop("en-shared", 0)
    other, best = max(((score, code) for code, score in scores.items()), default=(0, ""))
    if _is_english(strong, shared, other, total):
        return "en"
    runner_up = max((score for code, score in scores.items() if code != best), default=0)
    sure = other >= 3 and other / total >= 0.12 and other >= 1.5 * (strong + shared)
    clear = other >= 1.1 * runner_up and other > runner_up
    return best if sure and clear and len(best) == 2 else None


def _surely_english(sample: str) -> bool:
    """Tell quickly whether a sample is English: yes is what the full count would say, too.

    All other languages are taken for one, and letters of another script are left to the full count.
    """
    runs = sample.encode("utf-8", "replace").translate(_TO_WORDS).split()
    tally = sum(map(_tallies.__getitem__, runs))
    total, strong, shared, other, foreign = (
        tally >> shift & _FIELD for shift in (0, _STRONG, _SHARED, _OTHER, _OF_OTHER_SCRIPT)
    )
    return total > 0 and not foreign and _is_english(strong, shared, other, total)


class _Tallies(dict[bytes, int]):
    """What is counted in a run of bytes without ASCII marks, packed into one number."""

    def __missing__(self, run: bytes) -> int:
        tally = 0
        written = run.decode()
        for word in _WORD.findall(written.lower()):
            owners = _owners().get(word, ())
            kind = _STRONG if owners == ("en",) else _SHARED if owners == ("en-shared",) else _OTHER
            tally += 1 + (1 << kind if owners else 0)
        if _FOREIGN.search(written):
            tally += 1 << _OF_OTHER_SCRIPT
        if len(self) >= _MOST_RUNS:
            self.clear()
        self[run] = tally
        return tally


_tallies = _Tallies()
_FIELD_BITS = 12  # a sample has 1,201 words at most
_FIELD = (1 << _FIELD_BITS) - 1
_STRONG, _SHARED, _OTHER, _OF_OTHER_SCRIPT = (place * _FIELD_BITS for place in range(1, 5))


def _is_english(strong: int, shared: int, other: int, total: int) -> bool:
    """Judge by the counts of English words, of those that others share, and of a rival's."""
    if other * 2 > strong + shared / 2:
        return False
    if strong == 1:
        return shared >= 3 and shared / total >= 0.2
    return strong / total >= 0.03 and (strong + shared) / total >= 0.1


def _scores(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many words of the sample are function words of each language."""
    scores: dict[str, int] = {}
    owners = _owners()
    for word in counts.keys() & owners.keys():
        for code in owners[word]:
            scores[code] = scores.get(code, 0) + counts[word]
    return scores


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Return for each function word the languages whose it is; English has its words alone."""
    lists: dict[str, set[str]] = {}
    for line in word_list("newslint.text", "data/function_words.txt"):
        code, _, words = line.partition(": ")
        lists.setdefault(code, set()).update(words.split())
    english = lists["en"] | lists["en-shared"]
    owners: dict[str, tuple[str, ...]] = {}
    for code, row in lists.items():
        for word in row if code.startswith("en") else row - english:
            owners[word] = (*owners.get(word, ()), code)
    return owners


def _by_script(sample: str) -> str | None:
    """Return the language whose script most letters of the sample belong to."""
    foreign = len(_FOREIGN.findall(sample))
    if foreign * 2 < sum(map(len, _WORD.findall(sample))):
        return None
    enough = _SCRIPT_SHARE * foreign
    return next((code for code, own in _SCRIPTS if len(own.findall(sample)) >= enough), None)


def _sample(text: str) -> str:
    head, tail = _SAMPLE
    if len(text) <= head + tail:
        return text
    start = max(head, len(text) * 2 // 3)
    return f"{text[:head]} {text[start : start + tail]}"


def _declared(raw: str) -> str | None:
    value = raw.strip().lower()
    if not value:
        return None
    if value in _NAMES:
        return _NAMES[value]
    code = _DECLARED.fullmatch(value)
    return _NAMES.get(code[1], code[1]) if code else None
