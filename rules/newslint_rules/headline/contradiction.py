"""In what two headlines of one story contradict each other."""

import functools
import re
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from newslint import SMALL_NUMBERS, Doc, Span, has_given_name, lexicon, regexp, word_list
from newslint_rules.headline.actors import two_persons
from newslint_rules.headline.predicate import Word, words_of
from newslint_rules.headline.stems import stem
from newslint_rules.headline.surnames import is_surname

_SITE = regexp(r"(?:\s*\||\s+[–—»-])\s+(?:[\w.'’&]+ ?){1,5}$")
_MAY_NAME_SITE = regexp(r"[|–—»-]")
_NEAR = 0.5
"""Share of the longer headline's words from which the other is the same but for a word or two."""
_SAME_STORY = 2
"""So many words in common, the first among them, and opposites are of the same thing."""
_SAME_CLAUSE = 0.75
"""Share from which `not` in one of them is not merely that of another clause."""
_LONGEST_SWAP = 3
"""Words in the place of others, at most."""
_NO = regexp(r"\b(?:not|never|cannot|nobody|\w+n['’]t)\b", re.IGNORECASE)
_CUT = regexp(r"(?:…|\.\.\.)\W*$")
_FIGURE = regexp(r"\d+(?:[.,]\d+)*")
_ROUND = frozenset(
    {"about", "almost", "around", "dozens", "estimated", "hundreds", "least", "nearly", "over"}
    | {"roughly", "some", "than"}
)
"""Words of a headline whose numbers are rounded."""


class Wording(NamedTuple):
    """A headline, and its words that count, without the name of the site."""

    place: Span
    words: list[Word]

    @classmethod
    def of(cls, headline: Span) -> "Wording":
        """Read a headline."""
        site = _SITE.search(headline.text) if _MAY_NAME_SITE.search(headline.text) else None
        kept = headline.slice(0, site.start()) if site else headline
        words = [word for word in words_of(kept) if word.stem]
        if site and not words:
            words = [word for word in words_of(headline) if word.stem]
        return cls(headline, words)

    @property
    def stems(self) -> set[str]:
        """The stems of its words."""
        return _stems(self.words)


def contradiction(doc: Doc, one: Wording, other: Wording) -> tuple[str, str] | None:
    """Return the words in which two headlines contradict each other, if they are of one story."""
    mine, theirs = one.words, other.words
    shared = len(one.stems & other.stems)
    if shared < _SAME_STORY:
        return None
    if mine[0].stem == theirs[0].stem and (found := _opposites(mine, theirs)):
        return found
    if shared < _NEAR * max(len(mine), len(theirs)):
        return None
    if found := _swap(doc, mine, theirs):
        return found
    alike = shared >= _SAME_CLAUSE * max(len(mine), len(theirs))
    same_end = alike and mine[-1].stem == theirs[-1].stem
    return _denial(one.place, other.place) if same_end else None


def _stems(words: Sequence[Word]) -> set[str]:
    return {word.stem for word in words}


def _opposites(mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[str, str] | None:
    """Return a word of one headline and its opposite in the other, if neither has both."""
    ours, others = _stems(mine), _stems(theirs)
    for one, other in product(mine, theirs):
        opposed = _opposed().get(one.stem, frozenset())
        if other.stem in opposed and not opposed & ours and one.stem not in others:
            return one.text, other.text
    return None


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two stems cannot both be true of one thing: of `win` and `lose`."""
    return other in _opposed().get(one, frozenset())


def _swap(doc: Doc, mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[str, str] | None:
    """Return a number or a person's name and what the other headline has in its place."""
    from difflib import SequenceMatcher  # only for headlines that are held against each other

    blocks = SequenceMatcher(
        None, [word.stem for word in mine], [word.stem for word in theirs], autojunk=False
    )
    for tag, start, end, first, last in blocks.get_opcodes():
        here, there = mine[start:end], theirs[first:last]
        if tag != "replace" or max(len(here), len(there)) > _LONGEST_SWAP:
            continue
        if _other_number(here, there) or _other_person(doc, here, there):
            return _whole(here).text, _whole(there).text
    return None


def _whole(words: Sequence[Word]) -> Span:
    return words[0].span.to(words[-1].span)


def _other_number(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Tell whether both have numbers, and none in common; `over 50` may be 58."""
    mine, theirs = _numbers(here), _numbers(there)
    return bool(mine and theirs) and not mine & theirs and _rounding(here) == _rounding(there)


def _rounding(words: Sequence[Word]) -> bool:
    first = words[0]
    before = first.place.text[: first.start - first.place.start].lower().split()[-2:]
    return not _ROUND.isdisjoint(before)


def _numbers(words: Sequence[Word]) -> set[str]:
    found = set()
    for word in words:
        if word.bare in SMALL_NUMBERS:
            found.add(str(SMALL_NUMBERS.index(word.bare)))
        elif figure := _FIGURE.match(word.text):
            found.add(figure.group())
    return found


def _other_person(doc: Doc, here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Tell whether two names are two persons'; one may be any name that the text never has."""
    if not all(word.capital and not word.text.isupper() for word in (*here, *there)):
        return False
    known = [_is_person(doc, here), _is_person(doc, there)]
    strange = [_is_strange(doc, here), _is_strange(doc, there)]
    swapped = all(known) or (known[0] and strange[1]) or (strange[0] and known[1])
    return swapped and two_persons(doc, _whole(here), _whole(there))


def _is_person(doc: Doc, words: Sequence[Word]) -> bool:
    return has_given_name(_whole(words).text) if len(words) > 1 else is_surname(doc, words, 0)


def _is_strange(doc: Doc, words: Sequence[Word]) -> bool:
    """Tell whether words are no common ones, and none that the story has."""
    story = " ".join(paragraph.text for paragraph in doc.body)
    if any(one.text in story for one in words):
        return False
    return not all(lexicon().core(one.bare) for one in words)


def _denial(one: Span, other: Span) -> tuple[str, str] | None:
    """Return the `not` that only one of two statements has."""
    if "?" in one.text + other.text or _CUT.search(one.text) or _CUT.search(other.text):
        return None
    here, there = (" ".join(_NO.findall(headline.text)) for headline in (one, other))
    return None if bool(here) == bool(there) else (here, there)


@functools.cache
def _opposed() -> dict[str, frozenset[str]]:
    """Return for each stem those it cannot stand with."""
    opposed: dict[str, set[str]] = {}
    for line in word_list(__package__, "opposites.txt"):
        one, other = ({stem(form) for form in side.split()} for side in line.split("="))
        for form in one:
            opposed.setdefault(form, set()).update(other)
        for form in other:
            opposed.setdefault(form, set()).update(one)
    return {form: frozenset(others) for form, others in opposed.items()}
