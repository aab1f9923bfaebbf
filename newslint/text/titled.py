"""Titles beside names, looked for without reading all the mentions of an article.

Titles are in nearly every article, and what rules look for among them is rare. So they first ask
for what it cannot do without: a `former` or an `-elect`, and the name beside a title once more.
What is told here is necessary and no more; what is so, `people` tells.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import combinations

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.forms import signs
from newslint.text.located import is_whole, located
from newslint.text.names import PARTICLES, name_parts, plain_name
from newslint.text.people import longest, read_after_name, run_behind
from newslint.text.phrases import Phrases, hits, lowered_text
from newslint.text.titles import (
    ARTICLES,
    SUFFIXES,
    may_be_set_off,
    modifiers,
    read_modifiers,
    title_words,
    titles,
    words_before_titles,
)

_RUN = regexp(r"[^\W_]+")
_NEXT_WORD = regexp(r"[ \u00a0-]*([^ \u00a0\n\t-]+)")
_SET_OFF = regexp(
    rf"(?:[ \u00a0]+(?:[^\W\d_a-z][^\s,(]*|(?:{'|'.join(sorted(PARTICLES))})\b)){{0,8}}?"
    r"(?:,[ \u00a0]|[ \u00a0](?:\(|[—–-][ \u00a0]))(?:who is[ \u00a0])?"
)
"""From within a name to a title that stands after it."""
_MARKED = frozenset({"former", "acting"})
_MOST_WORDS = 30
"""So many words may stand between a title and what belongs to it."""
_LONGEST_WORD = 40
_LONGEST_NAME = 80
"""From the first to the last part of a name, in characters."""
_FEW = 20
"""So few names are looked for one by one."""
_SEPARATORS = (" ", "\u00a0", "-")
_OF = frozenset({"of", "for", "the"})


def may_be_marked_and_not(text: Text) -> bool:
    """Tell whether somebody may have one title with `former`, `acting`, `-elect` and without."""
    if not title_words().may_occur(text):
        return False
    marked = list(_marked(text))
    places = [place for _, place in marked]
    return len(marked) > _FEW or any(
        _is_titled_again(text, plain_name(part), forms, places)
        for (forms, parts), _ in marked
        for part in parts
    )


def _marked(text: Text) -> Iterator[tuple[tuple[frozenset[str], tuple[str, ...]], _Place]]:
    """Give what may be mentions with a mark: forms of like titles, parts of the name, the place."""
    clean = text.text
    for mark in hits(text, _marks()):
        if mark.text.lower() in SUFFIXES:
            before = _titles_in(text, max(0, mark.start - _longest_title() - 1), mark.start)
            near = [one for one in before if one.end == mark.start - 1]
        else:
            near = _titles_behind(text, mark.end, until=_marks_before())
        for title in near:
            kind = titles()[title.text.lower()]
            beside = title.start < mark.start or clean[mark.end : title.start] in _SEPARATORS
            if not beside and read_modifiers(clean, title.start, kind).state == "current":
                continue
            forms, first = _forms_like(kind), min(mark.start, title.start)
            if run := run_behind(title):
                yield (forms, name_parts(run.text)), _Place(run.start, run.end, first)
            if may_be_set_off(clean, first) and (mention := read_after_name(title)):
                name = mention.name_span
                place = _Place(name.start, name.end, first, after=True)
                yield (forms, name_parts(name.text)), place


def _is_titled_again(text: Text, name: str, forms: frozenset[str], known: Sequence[_Place]) -> bool:
    """Tell whether a name may stand beside a title elsewhere than in some mentions."""
    return _is_written_otherwise(text, name) or any(
        _is_title_before(text.text, at, forms, mine)
        or _titles_set_off(text, end, forms) > bool(mine and mine.after)
        for at, end, mine in _where(text, name, known)
    )


def may_bear_two_titles(text: Text, pairs: Collection[tuple[str, str]]) -> bool:
    """Tell whether a full name may stand behind both titles of a pair, `senator` and `governor`.

    Args:
        text: The text.
        pairs: Titles in their canonical form, first the one that is met less.
    """
    rarer = frozenset(one for one, _ in pairs)
    places: list[_Place] = []
    names: set[tuple[str, str]] = set()
    for title in hits(text, _forms_of(rarer)):
        run = run_behind(title)
        parts = name_parts(run.text) if run else ()
        if run and len(parts) > 1:
            places.append(_Place(run.start, run.end, title.start))
            names.update(combinations(map(plain_name, parts), 2))
    if len(places) > _FEW:
        return True
    others = frozenset(form for _, other in pairs for form in _forms_like(other))
    return any(_is_behind_title(text, *two, others, places) for two in names)


def _is_behind_title(
    text: Text, first: str, last: str, forms: frozenset[str], known: Sequence[_Place]
) -> bool:
    """Tell whether a full name stands behind a title that is not that of a known mention."""
    if _is_written_otherwise(text, first) or _is_written_otherwise(text, last):
        return True
    plain, sought = text.get(located).plain, last.encode()
    return any(
        plain.find(sought, end, end + _LONGEST_NAME) >= 0
        and _is_title_before(text.text, at, forms, mine)
        for at, end, mine in _where(text, first, known)
    )


class _Place(Struct):
    """A mention: where its name stands, where its title begins, and which of them is first."""

    start: int
    end: int
    title: int
    after: bool = False


def _where(
    text: Text, name: str, known: Sequence[_Place]
) -> Iterator[tuple[int, int, _Place | None]]:
    """Give the places of a name in plain letters, and the known mention that each is part of."""
    for at in text.get(located).starts(name):
        mine = next((one for one in known if one.start <= at < one.end), None)
        yield at, at + len(name), mine


def _titles_behind(text: Text, at: int, until: Container[str] = ()) -> list[Span]:
    """Return the titles to which what stands before an offset may belong, up to certain words."""
    found: list[Span] = []
    for _ in range(_MOST_WORDS):
        match = _NEXT_WORD.match(text.text, at)
        if match is None:
            break
        word = match[1]
        start, at = match.span(1)
        lowered = word.lower()
        if lowered in until:
            break
        runs = (lowered,) if word.isalpha() else _RUN.findall(lowered)
        if not _by_first_word().keys().isdisjoint(runs):
            found += _titles_in(text, start, at)
        if word != lowered or word in words_before_titles() or word in ARTICLES:
            continue
        if word.isalpha() or not word.endswith(("'", "’", "'s", "’s")):
            break
    return longest(found)


def _titles_in(text: Text, start: int, end: int) -> list[Span]:
    """Return the titles that begin between two offsets."""
    clean, high = text.text, end + _longest_title() + 1
    lowered = clean[start:high].lower()
    if len(lowered) != len(clean[start:high]):
        lowered = text.get(lowered_text)[start:high]
    return longest(
        text.span(start + at, start + at + len(form))
        for word in _RUN.finditer(lowered, 0, end - start)
        for form in _by_first_word().get(word.group(), ())
        if lowered.startswith(form, at := word.start()) and is_whole(lowered, at, at + len(form))
    )


def _is_title_before(text: str, at: int, forms: frozenset[str], mine: _Place | None) -> bool:
    """Tell whether another title than mine stands before a name, or what precedes it in one."""
    ends = _last_words(forms)
    names = 0
    for _ in range(_MOST_WORDS):
        if mine is not None and at == mine.start and not mine.after:
            at = mine.title
        if not at or text[at - 1] not in " \u00a0":
            return False
        low = max(0, at - 1 - _LONGEST_WORD)
        begin = text.rfind(" ", low, at - 1) + 1
        word = text[begin or low : at - 1]
        if not word.isalpha():
            begin = max(begin, *(text.rfind(space, low, at - 1) + 1 for space in "\u00a0\n\t"))
            word = text[begin or low : at - 1]
        bare = word.lower().strip(".,")
        if bare in ends or not (word.isalpha() or ends.isdisjoint(_RUN.findall(bare))):
            return True
        if word.islower() and bare not in PARTICLES and bare not in SUFFIXES:
            if not (names and bare in _OF):
                return False
        elif word:
            names += 1
        at = begin
    return False


def _titles_set_off(text: Text, end: int, forms: frozenset[str]) -> int:
    """Return how many titles stand behind a name and a comma."""
    match = _SET_OFF.match(text.text, end)
    if match is None:
        return 0
    return sum(one.text.lower() in forms for one in _titles_behind(text, match.end()))


def _is_written_otherwise(text: Text, name: str) -> bool:
    """Tell whether a name in plain letters may stand in a text with accents or marks within it."""
    return not name.isalnum() or any(name in word for word in text.get(_words_beyond_ascii))


def _words_beyond_ascii(text: Text) -> tuple[str, ...]:
    """The words with other letters than those of ASCII, in plain letters."""
    if not any(map(_is_beyond_ascii, signs(text))):
        return ()
    words = {word for word in text.text.split() if not word.isascii()}
    return tuple(plain_name(word) for word in words if any(map(_is_beyond_ascii, word)))


def _is_beyond_ascii(sign: str) -> bool:
    return not sign.isascii() and (sign.isalnum() or unicodedata.combining(sign) > 0)


@functools.cache
def _marks_before() -> frozenset[str]:
    return frozenset(word for word, state in modifiers().items() if state in _MARKED)


@functools.cache
def _marks() -> Phrases:
    return Phrases((*_marks_before(), *SUFFIXES))


@functools.cache
def _forms_of(kinds: frozenset[str]) -> Phrases:
    return Phrases(form for form, kind in titles().items() if kind in kinds)


@functools.cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in titles():
        found[_RUN.findall(form)[0]].append(form)
    return dict(found)


@functools.cache
def _forms_like(kind: str) -> frozenset[str]:
    """The forms that may be of one kind with another: a `minister` may be a foreign minister."""
    return frozenset(
        form
        for form, other in titles().items()
        if kind == other or kind.endswith(f" {other}") or other.endswith(f" {kind}")
    )


@functools.lru_cache(maxsize=256)
def _last_words(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(_RUN.findall(form)[-1] for form in forms)


@functools.cache
def _longest_title() -> int:
    return max(map(len, titles()))
