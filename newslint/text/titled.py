"""Titles beside names, looked for without reading all the mentions of an article.

Titles are in nearly every article, and what rules look for among them is rare. So they first ask
for what it cannot do without: a `former` or an `-elect`, and the name beside a title once more.
What is told here is necessary and no more; what is so, `people` tells.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.structs import Struct
from newslint.text.forms import signs
from newslint.text.located import is_whole
from newslint.text.names import PARTICLES, name_parts, plain_name
from newslint.text.people import ARTICLES, Mention, longest, read_mention, run_behind
from newslint.text.phrases import Phrases, hits, lowered_text
from newslint.text.titles import SUFFIXES, modifiers, titles, words_before_titles

_RUN = regexp(r"[^\W_]+")
_NEXT_WORD = regexp(r"[ \u00a0-]*([^ \u00a0\n\t-]+)")
_SET_OFF = regexp(
    rf"(?:[ \u00a0]+(?:[^\W\d_a-z][^\s,(]*|(?:{'|'.join(sorted(PARTICLES))})\b)){{0,8}}?"
    r"(?:,[ \u00a0]|[ \u00a0](?:\(|[—–-][ \u00a0]))(?:who is[ \u00a0])?"
)
"""From within a name to a title that stands after it."""
_MARKED = frozenset({"former", "acting", "elect", "nominee"})
_MOST_WORDS = 30
"""So many words may stand between a title and what belongs to it."""
_LONGEST_WORD = 40
_LONGEST_NAME = 80
"""From the first to the last part of a name, in characters."""
_FEW = 20
"""So few names are looked for one by one."""
_OF = frozenset({"of", "for", "the"})


class _Everybody(AbstractSet[str]):
    """All surnames: which of them are titled somewhere, only reading all mentions would tell."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def marked_people(text: Text) -> list[Mention]:
    """Return all mentions of who is `former`, `acting`, `-elect` or a nominee, in order.

    There may be a few too many, and whether one stands in quotation marks is not told.
    """
    found: dict[int, Span] = {}
    for mark in hits(text, _marks()):
        if mark.text.lower() in SUFFIXES:
            near = _titles_in(text, mark.start - _longest_title() - 1, mark.start)
            near = [one for one in near if one.end == mark.start - 1]
        else:
            near = _titles_in(text, mark.end, _reach(text.text, mark.end))
        found.update((one.start, one) for one in near)
    mentions = (read_mention(found[at], text.text, _Everybody()) for at in sorted(found))
    return [one for one in mentions if one and one.state in _MARKED]


def may_be_titled_again(text: Text, mention: Mention, known: Sequence[Mention]) -> bool:
    """Tell whether somebody may have the same title elsewhere than in some mentions."""
    forms = _forms_like(mention.title_kind)
    places = [
        _Place(one.name_span.start, one.name_span.end, (one.title or one.span).start, one.after)
        for one in known
    ]
    parts = name_parts(mention.name)
    for name in {plain_name(part) for part in (parts[0], parts[-1])}:
        if _is_written_otherwise(text, name):
            return True
        for at, end, mine in _where(text, name, places):
            start = at if mine is None or mine.after else mine.title
            behind = _titles_behind(text, end, forms)
            if _is_title_before(text.text, start, forms) or behind > bool(mine and mine.after):
                return True
    return False


def may_bear_two_titles(text: Text, pairs: Collection[tuple[str, str]]) -> bool:
    """Tell whether a full name may stand behind both titles of a pair, `senator` and `governor`.

    Args:
        text: The text.
        pairs: Titles in their canonical form, first the one that is met less.
    """
    kinds = {one for one, other in pairs if _may_occur(text, one) and _may_occur(text, other)}
    places: list[_Place] = []
    names: set[tuple[str, str]] = set()
    for title in (title for kind in kinds for title in hits(text, _forms_of(kind))):
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
    lowered = text.get(lowered_text)
    return any(
        lowered.find(last, end, end + _LONGEST_NAME) >= 0
        and _is_title_before(text.text, mine.title if mine else at, forms)
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
    """Give the places of a name in lower case, and the known mention that each is part of."""
    lowered = text.get(lowered_text)
    at = lowered.find(name)
    while at >= 0:
        end = at + len(name)
        if is_whole(lowered, at, end):
            yield at, end, next((one for one in known if one.start <= at < one.end), None)
        at = lowered.find(name, end)


def _titles_in(text: Text, start: int, end: int) -> list[Span]:
    """Return the titles that begin between two offsets."""
    found = _forms_in(text, start, end)
    if not found:
        return []
    low = max(0, start - _longest_title())
    return [one for one in longest(_forms_in(text, low, start) + found) if one.start >= start]


def _forms_in(text: Text, start: int, end: int) -> list[Span]:
    lowered = text.get(lowered_text)
    return [
        text.span(at, at + len(form))
        for word in _RUN.finditer(lowered, start, end)
        for form in _by_first_word().get(word.group(), ())
        if lowered.startswith(form, at := word.start()) and is_whole(lowered, at, at + len(form))
    ]


def _is_title_before(text: str, at: int, forms: frozenset[str]) -> bool:
    """Tell whether a title stands before a name, or before what precedes it in a longer one."""
    names = 0
    for _ in range(_MOST_WORDS):
        if not at or text[at - 1] not in " \u00a0":
            return False
        low = max(0, at - 1 - _LONGEST_WORD)
        begin = max(text.rfind(space, low, at - 1) for space in " \u00a0\n\t") + 1
        word = text[begin or low : at - 1]
        bare = word.lower().strip(".,")
        if not _last_words(forms).isdisjoint(_RUN.findall(bare)):
            return True
        if word.islower() and bare not in PARTICLES and bare not in SUFFIXES:
            if not (names and bare in _OF):
                return False
        elif word:
            names += 1
        at = begin
    return False


def _titles_behind(text: Text, end: int, forms: frozenset[str]) -> int:
    """Return how many titles stand behind a name and a comma."""
    match = _SET_OFF.match(text.text, end)
    if match is None:
        return 0
    start = match.end()
    titles = _titles_in(text, start, _reach(text.text, start))
    return sum(one.text.lower() in forms for one in titles)


def _reach(text: str, at: int) -> int:
    """Return where the first word behind an offset ends that belongs to no title behind it."""
    for _ in range(_MOST_WORDS):
        match = _NEXT_WORD.match(text, at)
        if match is None:
            break
        word, at = match[1], match.end()
        if not word.islower() or word in words_before_titles() or word in ARTICLES:
            continue
        if not word.endswith(("'", "’", "'s", "’s")):
            break
    return at


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
def _marks() -> Phrases:
    marks = (word for word, state in modifiers().items() if state in _MARKED)
    return Phrases((*marks, *SUFFIXES))


def _may_occur(text: Text, kind: str) -> bool:
    return _forms_of(kind).may_occur(text)


@functools.cache
def _forms_of(kind: str) -> Phrases:
    return Phrases(form for form, canonical in titles().items() if canonical == kind)


@functools.cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in titles():
        found[_RUN.findall(form)[0]].append(form)
    return dict(found)


@functools.cache
def _forms_like(kind: str) -> frozenset[str]:
    """The forms that may be of a kind; a `minister` may be a defense minister, or a deputy one."""
    return frozenset(
        form
        for form, canonical in titles().items()
        if kind == canonical or kind.endswith(f" {canonical}")
    )


@functools.lru_cache(maxsize=256)
def _last_words(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(_RUN.findall(form)[-1] for form in forms)


@functools.cache
def _longest_title() -> int:
    return max(map(len, titles()))
