"""The headline in the text, and its copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from newslint.patterns import regexp
from newslint.text.interface.lines import Strength
from newslint.text.paragraphs import Unit
from newslint.text.parts import Role
from newslint.text.phrases import word_list
from newslint.text.segment import BULLETS

LONGEST = 160
"""Code points: longer lines are no headline."""
TITLE_CASE = 0.8
"""Share of the words of four letters or more that begin with a capital in a title-cased line."""
FEWEST_SPACES = 3
"""A line that begins small is a headline only with more words: less is a name in a transcript."""
FEWEST_CONTENT = 5
"""Words beside small ones from which a line that is nearly the headline is a copy."""
LIKE = 4
"""Letters that two spellings of one word have in common at their beginning."""
SHORTEST_COPY = 8
"""Letters and digits, in three words or more, from which copies count: less is a speaker's name."""
SHORTEST_PAIR = 20
"""Letters and digits from which an equal pair of lines is a headline and not a label or a name."""
TOLD = 15
"""Units of the story in which a word of the headline comes again, of `LONG_WORD` letters."""
LONG_WORD = 4
REACH = 3
"""A body line must be among so many units after a headline that no metadata name."""
CANDIDATES = 12
"""Units at the top of the text (and just above the body) among which the headline is looked for."""
FIRST = 3
"""Code points at the beginning of two lines that tell most often that they differ."""
BEGINNING = 24
"""Code points at the beginning of two lines that tell nearly always that they differ."""
_BARS = "|–—-"
_OUTLET = regexp(r"\s+[|–—-]\s+(?:[\w.'’&]+ ?){1,5}$|\s*\|.{0,40}$")


def headline_key(text: str) -> str:
    """Return what two copies of a headline share: letters and digits, lower-cased."""
    return "".join(filter(str.isalnum, text.lower()))


def _outlet(text: str) -> re.Match[str] | None:
    """Return the outlet's name behind a headline, with what sets it off."""
    return _OUTLET.search(text) if any(mark in text for mark in _BARS) else None


def same_headline(text: str, key: str) -> bool:
    """Tell whether a line is the headline with that key, alone or with an outlet behind it."""
    if len(text) > 2 * LONGEST:
        return False
    if headline_key(text) == key:
        return True
    bar = _outlet(text)
    return bar is not None and headline_key(text[: bar.start()]) == key


def _surely_differ(one: str, other: str) -> bool:
    """Tell of the beginnings of two lines, in lower case, whether their keys begin differently."""
    return one != other and (one + other).isalnum()


def _may_begin(line: str, key: str) -> bool:
    """Tell quickly whether a line can have a key that begins with this one, or is a part of it."""
    begun = headline_key(line[:BEGINNING])
    return begun.startswith(key) or key.startswith(begun)


def nearly_same_headline(text: str, headline: str) -> bool:
    """Tell whether a line is the headline with small changes that the page itself makes.

    Cut short (with dots, or a last part left out), with an article or another small word more or
    less, or with one word spelled in another way (``harbour``, ``harbor``).
    """
    if len(text) > 2 * LONGEST:
        return False
    one, other = _content(text), _content(headline)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < FEWEST_CONTENT:
        return False
    if shorter == longer[: len(shorter)]:
        return True
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and _is_spelling(*pairs[0])


def _content(text: str) -> list[str]:
    bar = _outlet(text)
    words = (text[: bar.start()] if bar else text).lower().replace("’", "'").split()
    stripped = ("".join(filter(str.isalnum, word)) for word in words)
    return [word for word in stripped if word and word not in _small_words()]


def _is_spelling(one: str, other: str) -> bool:
    """Tell whether two words are one word in two spellings: a letter more, or swapped ends."""
    if any(map(str.isdigit, one + other)) or abs(len(one) - len(other)) > 1:
        return False
    shorter = min(one, other, key=len)
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return start >= LIKE and shorter[start:] in (one[start + 1 :], other[start + 1 :], shorter[-1:])


def find_headline(units: Sequence[Unit], first: int, known: str) -> int | None:
    """Return the index of the unit that is the headline.

    Args:
        units: All units.
        first: The first of the body segment.
        known: The headline from the metadata, or an empty string.
    """
    places: list[int] = list(range(min(CANDIDATES, len(units))))
    places += range(max(CANDIDATES, first - CANDIDATES), min(first + 2, len(units)))
    if known:
        begins, plain = known[0].lower(), known[0].isalnum()
        for index in places:
            line = units[index].text
            if line[0].lower() != begins and plain and line[0].isalnum():
                continue
            if (
                line[0] not in BULLETS
                and not _surely_differ(line[:FIRST].lower(), known[:FIRST].lower())
                and _may_begin(line, headline_key(known[:BEGINNING]))
                and same_headline(line, headline_key(known))
            ):
                return index
    found = _by_shape(units, first, places)
    return _above_body(units, first) if found is None and first > CANDIDATES else found


def _above_body(units: Sequence[Unit], first: int) -> int | None:
    """Return the last line of four words or more above the body of a page."""
    for index in range(first - 1, first - CANDIDATES, -1):
        unit = units[index]
        if _may_be_headline(unit) and unit.text.count(" ") >= 3:
            return index if _is_shaped(unit) else None
    return None


def _by_shape(units: Sequence[Unit], first: int, places: Sequence[int]) -> int | None:
    candidates: list[int] = []
    for index in places:
        unit = units[index]
        if index > first + 1 or not _may_be_headline(unit):
            if unit.dateline or (unit.sentence and len(unit.text) > LONGEST):
                break
            continue
        candidates.append(index)
    if not candidates:
        return None
    seen: dict[str, int] = {}
    labels: set[int] = set()
    for index in candidates if len(candidates) > 1 else ():
        unit = units[index]
        key = headline_key(unit.text)
        if key in seen and len(key) >= SHORTEST_PAIR and _is_shaped(unit):
            if _is_told(unit, units[first : first + TOLD]):
                return seen[key]
            labels.update((seen[key], index))
        seen.setdefault(key, index)
    top = next((index for index in candidates if index not in labels), candidates[0])
    rest = islice(units, top + 1, None)
    plain = (unit for unit in rest if not unit.furniture and not unit.label.strength)
    following = list(islice(plain, REACH))
    if not any(map(_is_story, following)):
        return None
    before_dateline = any(unit.dateline for unit in following)
    return top if before_dateline or _is_shaped(units[top]) else None


def _may_be_headline(unit: Unit) -> bool:
    return not (
        len(unit.text) > LONGEST
        or (unit.label.strength >= Strength.COMPANY and unit.label.kind != "teaser")
        or unit.furniture
        or unit.dateline
        or unit.text[0] in BULLETS
    )


def _is_told(unit: Unit, story: Sequence[Unit]) -> bool:
    """Tell whether a line shares a word with the story: what a page says twice may be a label."""
    words = {word for word in _content(unit.text) if len(word) >= LONG_WORD}
    told = "\n".join(one.text for one in story).lower()
    return not story or any(word in told for word in words)


def _is_story(unit: Unit) -> bool:
    return unit.sentence or unit.dateline is not None


def _is_shaped(unit: Unit) -> bool:
    """Tell whether a line looks like a headline: title case, capitals, or no end mark."""
    text = unit.text
    if (
        not any(map(str.isalpha, text))
        or text[-1] in ":,;"
        or (text[0].islower() and text.count(" ") < FEWEST_SPACES)
    ):
        return False
    if not unit.ends or text.isupper():
        return True
    words = [word.strip("\"'“”‘’(),.:;!?") for word in text.split()]
    if any(word[:1].islower() and word not in _small_words() for word in words):
        return False
    long = [word for word in words if len(word) >= 4 and word[0].isalpha()]
    return len(long) >= 2 and sum(word[0].isupper() for word in long) >= TITLE_CASE * len(long)


def mark_copies(units: Sequence[Unit], headline: int, first_body: int) -> None:
    """Mark the copies of the headline above the first paragraph or close below another copy.

    A copy further down heads an item of a digest; a bulleted line is an item of a list; a line full
    of digits is a row of a table.
    """
    key = headline_key(units[headline].text)
    if (
        len(key) < SHORTEST_COPY
        or units[headline].text.count(" ") < 2
        or sum(map(str.isdigit, key)) > len(key) / 4
    ):
        return
    bare = _outlet(units[headline].text)
    keys = {key, headline_key(units[headline].text[: bare.start()])} if bare else {key}
    last = headline
    for index in range(headline + 1, len(units)):
        if index >= first_body and index > last + 2:
            break
        unit = units[index]
        if unit.text[0] in BULLETS or unit.dateline:
            continue
        copied = any(same_headline(unit.text, one) for one in keys if len(one) >= SHORTEST_COPY)
        if copied or (
            index < first_body
            and not unit.ends
            and nearly_same_headline(unit.text, units[headline].text)
        ):
            unit.role, last = Role.HEADLINE_COPY, index


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word_list("newslint.text", "data/small_words.txt"))
