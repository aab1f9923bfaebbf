"""The language of an article: settled, declared, or told by its function words and its script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import repeat

from newslint.patterns import regexp
from newslint.source import Text
from newslint.text.forms import FormKind, is_broken, sampled_forms
from newslint.text.phrases import word_list
from newslint.text.sample import sample, sample_size

_WORD = regexp(r"[^\W\d_]+")
_FOREIGN = regexp(  # what it is not: there are fewer of these, and each takes time to compile
    r"[^\x00-\u036f\u1d00-\u2cff\u2e00-\u303f\ud800-\uf8ff\ufb00-\U0010ffff]"
)
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TO_WORDS = bytes(
    byte if byte > 127 else ord(chr(byte).lower()) if byte in _LETTERS else 32
    for byte in range(256)
)
_MOST_RUNS = 100_000
"""Runs whose answers are kept, some 15 MB; beyond it all are forgotten."""
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
    if known := text.settled_language or _declared(text.meta.language.raw):
        return known
    return "en" if _surely_english(text) else tell(text.text)


def tell(text: str) -> str | None:
    """Return the language that a text's script and function words tell, or ``None``.

    The thresholds were set on 14,000 English news articles (wire, scraped, newspapers: all but five
    are told to be English, those five are tables of results) and on sentences in other languages.
    """
    part = sample(text)
    if not part.isascii() and _FOREIGN.search(part) and (code := _by_script(part)):
        return code
    total, scores = _count(part)
    if not total:
        return None
    strong, shared = scores.pop("en", 0), scores.pop("en-shared", 0)
    other, best = max(((score, code) for code, score in scores.items()), default=(0, ""))
    if _is_english(strong, shared, other, total):
        return "en"
    runner_up = max((score for code, score in scores.items() if code != best), default=0)
    sure = other >= 3 and other / total >= 0.12 and other >= 1.5 * (strong + shared)
    clear = other >= 1.1 * runner_up and other > runner_up
    return best if sure and clear and len(best) == 2 else None


def _count(part: str) -> tuple[int, Counter[str]]:
    """Return the number of words, and how many are function words of each language."""
    total, scores = 0, Counter[str]()
    runs = part.encode("utf-8", "replace").translate(_TO_WORDS).split()
    for number, times in Counter(map(_owners_of_runs.__getitem__, runs)).items():
        words, codes = _owners_of_runs.answers[number]
        total += words * times
        for code in codes:
            scores[code] += times
    return total, scores


class _OwnersOfRuns(dict[bytes, int]):
    """Of each run of bytes without ASCII marks, the number of an answer.

    An answer is the number of words in a run, and the languages whose function words they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[int, tuple[str, ...]]] = []

    def __missing__(self, run: bytes) -> int:
        words = _WORD.findall(run.decode().lower())
        answer = len(words), tuple(code for word in words for code in _owners().get(word, ()))
        if len(self) >= _MOST_RUNS:
            self.clear()
        if answer not in self.answers:
            self.answers.append(answer)
        number = self[run] = self.answers.index(answer)
        return number


_owners_of_runs = _OwnersOfRuns()


def _is_of_another(word: str) -> bool:
    return word in _words_of_others()


@cache
def _words_of_others() -> frozenset[str]:
    """Return the function words that are not English."""
    others = (row for code, row in _lists().items() if code not in _ENGLISH)
    return frozenset().union(*others).difference(*map(_lists().__getitem__, _ENGLISH))


def _holds_another(form: str) -> bool:
    """Tell whether a form that is more than letters holds a function word of another language."""
    if form.replace("-", "").isalpha():
        return False  # where no digit stands beside letters, the words are found
    return any(map(_is_of_another, _WORD.findall(form.lower())))


_OF_OTHERS = FormKind(_words_of_others, judge=_holds_another, letters=False)
_DOUBTFUL = FormKind(
    sign=lambda one: bool(_FOREIGN.match(one) or (_WORD.match(one) and is_broken(one)))
)
"""Letters of another script, and those that forms do not hold as they are."""


def _surely_english(text: Text) -> bool:
    """Tell quickly whether a text is English: yes is what the full count would say, too.

    Counted are the forms of the sample: of English words those that stand by themselves and in
    lower case, of the others all, taken for one language. Of words there may be half as many as
    code points, and one for each byte that is no letter.
    """
    if _DOUBTFUL.may_occur(text):
        return False
    tallies = _tallies()
    for form in _OF_OTHERS.forms(text):
        raw = form.encode()
        if raw not in tallies:
            if "\ufffd" in form:
                return False
            if len(tallies) >= _MOST_RUNS:
                _tallies.cache_clear()
            tallies[raw] = sum(map(_is_of_another, _WORD.findall(form.lower()))) << _OTHER
    forms, pieces = sampled_forms(text)
    tally = sum(map(tallies.get, forms, repeat(0)))
    strong, shared = tally >> _STRONG & _MOST, tally >> _SHARED & _MOST
    other = (tally >> _OTHER & _MOST) + sum(map(len, pieces))
    if strong < 2 or other * 2 > strong + shared / 2:
        return False
    if _is_english(strong, shared, other, sample_size(len(text.text)) // 2 + 1):
        return True
    marks = len(sample(text.text).encode("utf-8", "replace").translate(None, _LETTERS))
    return _is_english(strong, shared, other, marks + 1)


_ENGLISH = "en", "en-shared"
"""What the list calls the words of English, and those of them that other languages have, too."""
_STRONG, _SHARED, _OTHER = 0, 12, 24  # bits; a sample has 1,201 words at most
_MOST = (1 << 12) - 1


@cache
def _tallies() -> dict[bytes, int]:
    """Return what counts by form: the words of English, and forms met that are of another."""
    strong, shared = map(_lists().__getitem__, _ENGLISH)
    tallies = dict.fromkeys(map(str.encode, strong - shared), 1 << _STRONG)
    tallies.update(dict.fromkeys(map(str.encode, shared - strong), 1 << _SHARED))
    return tallies


def _is_english(strong: int, shared: int, other: int, total: int) -> bool:
    """Judge by the counts of English words, of those that others share, and of a rival's."""
    if other * 2 > strong + shared / 2:
        return False
    if strong == 1:
        return shared >= 3 and shared / total >= 0.2
    return strong / total >= 0.03 and (strong + shared) / total >= 0.1


@cache
def _lists() -> Mapping[str, set[str]]:
    """Return the function words of each language, in the order of the list."""
    lists: dict[str, set[str]] = {}
    for line in word_list("newslint.text", "data/function_words.txt"):
        code, _, words = line.partition(": ")
        lists.setdefault(code, set()).update(words.split())
    return lists


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """Return for each function word the languages whose it is; English has its words alone."""
    english = set().union(*map(_lists().__getitem__, _ENGLISH))
    owners: dict[str, tuple[str, ...]] = {}
    for code, row in _lists().items():
        for word in row if code in _ENGLISH else row - english:
            owners[word] = (*owners.get(word, ()), code)
    return owners


def _by_script(sample: str) -> str | None:
    """Return the language whose script most letters of the sample belong to."""
    foreign = len(_FOREIGN.findall(sample))
    if foreign * 2 < sum(map(len, _WORD.findall(sample))):
        return None
    enough = _SCRIPT_SHARE * foreign
    return next((code for code, own in _SCRIPTS if len(own.findall(sample)) >= enough), None)


def _declared(raw: str) -> str | None:
    value = raw.strip().lower()
    if not value:
        return None
    if value in _NAMES:
        return _NAMES[value]
    code = _DECLARED.fullmatch(value)
    return _NAMES.get(code[1], code[1]) if code else None
