"""Which field is the headline or the date, told by its values where no usual name tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from newslint.patterns import regexp
from newslint.structs import Struct
from newslint.timestamps import parse_timestamp

FEWEST_ARTICLES = 5
"""Articles by which a field is judged, at least."""
_MOST_ARTICLES = 40
_MOST = 0.8
"""Share of the articles that must have the field, and of their values that must fit and differ."""
_COMMON = 0.4
"""Share of a headline's longer words that stand in its article, on average."""
_LONGER_WORD = regexp(r"[^\W\d_]{4,}")
_NOT_OF_PUBLICATION = regexp(
    r"(?i)crawl|scrap|fetch|download|retriev|access|import|index|expir|unpublish|embargo|event"
    r"|birth|modif|updat|chang|timestamp"
)


class Sample(Struct):
    """What is known of an article.

    Args:
        text: Its text.
        known: The parts of it that have a usual name.
        own: Its other fields, by the names that ``[fields]`` would have.
    """

    text: str
    known: frozenset[str]
    own: Mapping[str, str]


Pairs = Sequence[tuple[str, Sample]]


def guess_fields(samples: Sequence[Sample]) -> dict[str, tuple[str, ...]]:
    """Return for ``headline`` and ``date`` the fields that may be it, if no article has a known.

    ``[fields]`` holds for all files; so one that has the part by a usual name settles it.
    """
    found = {}
    for name, fits in (("headline", _are_headlines), ("date", _are_dates)):
        if len(samples) >= FEWEST_ARTICLES and not any(name in one.known for one in samples):
            found[name] = tuple(_candidates(samples[:_MOST_ARTICLES], fits))
    return {name: keys for name, keys in found.items() if keys}


def _candidates(samples: Sequence[Sample], fits: Callable[[str, Pairs], bool]) -> list[str]:
    keys = dict.fromkeys(key for one in samples for key in one.own)
    found = []
    for key in keys:
        pairs = [(raw, one) for one in samples if (raw := one.own.get(key, "").strip())]
        if len(pairs) >= _MOST * len(samples) and fits(key, pairs):
            found.append(key)
    return found


def _are_headlines(_: str, pairs: Pairs) -> bool:
    fitting = [(value, one) for value, one in pairs if _is_headline(value)]
    values = {value for value, _ in fitting}
    if len(fitting) < _MOST * len(pairs) or len(values) < _MOST * len(pairs):
        return False
    return sum(_words_in_common(value, one) for value, one in fitting) >= _COMMON * len(fitting)


def _is_headline(value: str) -> bool:
    words = value.split()
    return (
        3 <= len(words) <= 25
        and "\n" not in value
        and "://" not in value
        and value[-1] not in ".;,"
        and sum(map(str.isalpha, value)) > len(value) / 2
    )


def _words_in_common(headline: str, article: Sample) -> float:
    words = {one.lower() for one in _LONGER_WORD.findall(headline)}
    there = {one.lower() for one in _LONGER_WORD.findall(article.text)}
    return len(words & there) / len(words) if words else 0.0


def _are_dates(key: str, pairs: Pairs) -> bool:
    if _NOT_OF_PUBLICATION.search(key):
        return False
    dates = [date for value, _ in pairs if (date := _date(value))]
    return len(dates) >= _MOST * len(pairs)


def _date(value: str) -> bool:
    if not 6 <= len(value) <= 40 or value.isdigit() or not re.search(r"\d", value):
        return False  # digits alone may be the number of a record
    date = parse_timestamp(value)
    return date is not None and 1600 <= date.year <= 2200
