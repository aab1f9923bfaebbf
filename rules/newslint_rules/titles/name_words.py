"""The capitalised words of an article that may be names, and where they stand."""

from bisect import bisect_right
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import pairwise

from newslint import Doc, FormKind, Role, Span, is_title_word, regexp

_NAME_WORD = regexp(r"(?<![\w@#./’'-])[^\W\d_a-z][^\W\d_]{2,}(?![\w@])")
_SHORTEST = 3
_NOT_BEFORE = frozenset("_@#./’'-")
_NOT_BEHIND = frozenset("_@")
_TOLD_TOO = frozenset({Role.CAPTION, Role.SUBHEAD})
"""Lines between the paragraphs that name persons as the paragraphs do."""
_ONE_BY_ONE = 8
"""So many words are looked for one by one, more of them in one pass."""
_CUTS = frozenset(bytes.fromhex("e28098999c9d9394a6c2a0"))
"""Bytes of curly quotes, dashes and no-break spaces, at which letters are cut, too (`FormKind`)."""

Places = Mapping[str, list[Span]]


def name_words(doc: Doc) -> Collection[str]:
    """Return the distinct words that look like names, among them some that stand in no paragraph.

    They begin with a capital and are not in capitals; titles and nationalities are left out.
    """
    if _CUT_LETTERS.may_occur(doc):
        return _words_in(doc.text)
    words = _NAMES.forms(doc)
    if _WITH_NAMES.may_occur(doc):
        words += [word for form in _WITH_NAMES.forms(doc) for word in _words_of(form)]
    return words


def places_of(doc: Doc, words: Collection[str]) -> Places:
    """Return where words stand in the paragraphs, in order."""
    found: dict[str, list[Span]] = {word: [] for word in words}
    if len(words) > _ONE_BY_ONE:
        for paragraph in doc.get(_paragraphs):
            for match in _NAME_WORD.finditer(paragraph.text):
                if match.group() in found:
                    found[match.group()].append(paragraph.group(match))
        return found
    for word, places in found.items():
        at = doc.text.find(word)
        while at >= 0:
            if _stands_alone(doc, at, at + len(word)):
                places.append(doc.span(at, at + len(word)))
            at = doc.text.find(word, at + len(word))
    return found


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word stands by itself in one of the paragraphs."""
    behind = doc.text[end : end + 1]
    if behind.isalnum() or behind in _NOT_BEHIND:
        return False
    paragraphs = doc.get(_paragraphs)
    number = bisect_right(paragraphs, start, key=_start_of) - 1
    if number < 0 or end > paragraphs[number].end:
        return False
    before = doc.text[max(start - 1, paragraphs[number].start) : start]
    return not (before.isalnum() or before in _NOT_BEFORE)


def _paragraphs(doc: Doc) -> list[Span]:
    """The paragraphs that name persons, in order."""
    return sorted((*doc.deck, *doc.body, *doc.article.lines_with(_TOLD_TOO)), key=_start_of)


def _start_of(paragraph: Span) -> int:
    return paragraph.start


def _is_name_like(word: str) -> bool:
    """Tell whether a word may be a name, by its capitals and by what else it is."""
    if len(word) < _SHORTEST or not word[0].isupper() or word[-1].isupper():
        return False
    if not word[1:].islower() and any(a.isupper() and b.isupper() for a, b in pairwise(word)):
        return False
    return not (is_title_word(word) or is_title_word(word.removesuffix("s")))


def _words_in(text: str) -> frozenset[str]:
    return frozenset(filter(_is_name_like, _NAME_WORD.findall(text)))


_words_of = lru_cache(maxsize=4_000)(_words_in)
"""The same for forms that are more than letters, such as `Lindqvist-Berg`."""


def _is_cut(letter: str) -> bool:
    """Tell whether a letter shares a byte with a quotation mark, as `à` does."""
    return letter.isalnum() and not _CUTS.isdisjoint(letter.encode())


_NAMES = FormKind(judge=lambda form: form.isalpha() and _is_name_like(form), small=False)
_WITH_NAMES = FormKind(
    judge=lambda form: not (form.isalpha() or form.islower()) and bool(_words_of(form)),
    letters=False,
)
_CUT_LETTERS = FormKind(sign=_is_cut)
