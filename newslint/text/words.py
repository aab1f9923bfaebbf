"""Words of a text, and those that neither dictionary nor use explains.

The dictionary is asked once for every distinct form of a run (`forms`), not for every token, and
only the few forms that it does not explain are located.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.forms import FormKind
from newslint.text.lexicon import IN_USE_ZIPF, load

WORD = regexp(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_RUN = regexp(r"[^\W_]+")
_TIED_RUN = regexp(r"[^\W_]+(?:-[^\W_]+)*")
_STRAY = regexp(r"(?<= )[^\W\d_]{1,2}(?= )")
_HYPHENATED = regexp(r"[^\W_]+(?:-[A-Za-z]+)+")
# Five small letters or more, for shorter parts are endings and prefixes; a capital behind a small
# letter (`inTaliban-led`) may come sooner.
_SMALL_PART = regexp(
    r"(?:\A[A-Z][a-z]{4,}(?=-[a-z])|(?:\A|(?<=-))(?:[a-z]{5,}|[a-z]+[A-Z]+[a-z]*))(?![^\W\d_])"
)
_LETTERS = regexp(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_BY_ITSELF = regexp(r"(?<=[^=] )[^\W\d_]+(?=[ ,;:\n])")
_DIGITS_AND_LETTERS = regexp(r"\d+[a-z]{3,}|[A-Za-z]{2,}\d+s?")
# What an address has and a sentence has not; looked for in the run of characters between blanks.
_ADDRESS = regexp(r"[@#\\_=/<>{}]|www\.|[a-z]\.[a-z]")

SHORTEST = 3
# Forms from which one pass over the text (30 MB/s) costs less than a search for each (1 GB/s).
MANY_FORMS = 32

_TIES = frozenset("/&_@#-\u2010\u2011=+\\")


def words(text: Text) -> tuple[Span, ...]:
    """Return all words: letters and digits, with inner apostrophes and hyphens, in order."""
    return tuple(
        Span(text, match.start(), match.end(), match[0]) for match in WORD.finditer(text.text)
    )


def unknown_words(text: Text) -> tuple[Span, ...]:
    """Return the words that neither the dictionary nor their frequency explains, in order.

    A word is letters and inner apostrophes. Left out are words of one or two letters, words in
    capitals, accepted `terms`, addresses and handles, and what touches a digit or one of
    ``/ & _ @ # -``. Names that no list knows are among them, and told by their capital.
    """
    return unknown_words_of(text, UNKNOWN.forms(text))


def unknown_words_of(text: Text, forms: Iterable[str]) -> tuple[Span, ...]:
    """Return those of the `unknown_words` that have one of these forms in them, in order.

    Args:
        text: The text.
        forms: Forms that are `is_unknown`.
    """
    content = text.text
    found = {
        span.start: span
        for at in _runs(content, tuple(forms))
        if (span := _word_around(text, content, at)) is not None
    }
    return tuple(found[start] for start in sorted(found))


def unknown_word_at(text: Text, at: int) -> Span | None:
    """Return the unknown word in which a form that `is_unknown` begins at an offset."""
    return _word_around(text, text.text, at)


def words_with_digits(text: Text) -> tuple[Span, ...]:
    """Return runs of digits and letters where one letter run meets one digit run, in order.

    ``36hours``, ``in2015``; not ordinals, sizes and the like of one or two letters after digits.
    """
    return tuple(Span(text, at, at + len(form), form) for at, form in _tied(text, _WITH_DIGITS))


def hyphenated_words(text: Text) -> tuple[Span, ...]:
    """Return the unknown first and last parts of words with a hyphen, in order.

    ``ofsix-party`` gives `ofsix`; only parts of five small letters or more, for shorter ones are
    endings and prefixes. Left out are accepted `terms`, addresses and handles.
    """
    return tuple(
        Span(text, at + part.start(), at + part.end(), part[0])
        for at, form in _tied(text, _HYPHENATED_FORMS)
        for part in _unknown_parts(form)
        if part[0].lower() not in text.terms
    )


def _tied(text: Text, kind: FormKind) -> list[tuple[int, str]]:
    """Find where forms of digits or hyphens stand with nothing beside them that ties, in order."""
    content = text.text
    forms = kind.forms(text)
    if len(forms) > MANY_FORMS:
        wanted = frozenset(forms)
        places = [(run.start(), run[0]) for run in _TIED_RUN.finditer(content) if run[0] in wanted]
    else:
        places = [(at, form) for form in forms for at in _everywhere(content, form)]
    found = []
    for at, form in places:
        end = at + len(form)
        around = content[at - 1 : at] + " " + content[end : end + 1]
        tied = any(one.isalnum() or one in _TIES for one in around)
        if not (tied or _in_address(content, at, end)):
            found.append((at, form))
    return sorted(found)


@lru_cache(maxsize=1000)
def unknown_parts(form: str) -> tuple[str, ...]:
    """Return the first and the last part of a word with hyphens, if they are unknown."""
    return tuple(part[0] for part in _unknown_parts(form))


def _unknown_parts(form: str) -> Iterator[re.Match[str]]:
    lexicon = load()
    for part in _SMALL_PART.finditer(form):
        outer = part.start() == 0 or part.end() == len(form)
        whole = form[part.end() : part.end() + 1] in ("", "-")
        known = lexicon.known(part[0]) or lexicon.zipf(part[0]) >= IN_USE_ZIPF
        if outer and whole and not known:
            yield part


def stray_letters_of(text: Text, forms: Iterable[str]) -> tuple[Span, ...]:
    """Return one or two small letters that stand alone between words, in order.

    What touches a mark is left out. Most are initials, units and foreign articles.

    Args:
        text: The text.
        forms: Which letters (`is_stray`).
    """
    content = text.text
    wanted = frozenset(forms)
    if len(wanted) > MANY_FORMS:
        found = [(run.start(), run[0]) for run in _STRAY.finditer(content) if run[0] in wanted]
    else:  # with its blanks: a search for ` s` would stop at every other word
        found = [(at + 1, one) for one in wanted for at in _everywhere(content, f" {one} ")]
    return tuple(Span(text, at, at + len(form), form) for at, form in sorted(found))


def is_stray(form: str) -> bool:
    """Tell one or two small letters that are no common word (`a`, `of`, `we`)."""
    return len(form) < SHORTEST and form.islower() and form.isalpha() and not load().common(form)


@lru_cache(maxsize=1000)
def is_unknown(form: str) -> bool:
    """Tell a form of letters that neither the dictionary nor its frequency explains.

    Words of one or two letters and words in capitals are left out.
    """
    if len(form) < SHORTEST or not form.isalpha() or form.isupper():
        return False
    lexicon = load()
    return not (lexicon.known(form) or lexicon.zipf(form) >= IN_USE_ZIPF)


def _has_unknown_part(form: str) -> bool:
    return (
        "-" in form
        and _HYPHENATED.fullmatch(form) is not None
        and not form.isupper()
        and unknown_parts(form) != ()
    )


def _has_digits(form: str) -> bool:
    mixed = not (form.isalpha() or form.isupper())
    return mixed and _DIGITS_AND_LETTERS.fullmatch(form) is not None


UNKNOWN = FormKind(judge=is_unknown, ordinary=False)
"""The forms of `unknown_words`; whether one is a word by itself is seen in the text."""
_HYPHENATED_FORMS = FormKind(judge=_has_unknown_part, letters=False)
_WITH_DIGITS = FormKind(judge=_has_digits, letters=False)


def _everywhere(content: str, literal: str) -> Iterator[int]:
    at = content.find(literal)
    while at >= 0:
        yield at
        at = content.find(literal, at + 1)


def _runs(content: str, forms: tuple[str, ...]) -> Iterator[int]:
    """Find where a form stands with no letter or digit beside it.

    A search for each of a few forms is fastest; for many (a long text) one pass is, and it keeps
    the cost linear.
    """
    if len(forms) > MANY_FORMS:
        wanted = frozenset(forms)
        yield from (run.start() for run in _RUN.finditer(content) if run[0] in wanted)
        return
    for form in forms:
        at = content.find(form)
        while at >= 0:
            end = at + len(form)
            beside = content[at - 1 : at] + content[end : end + 1]
            if beside.isspace() or not (_inside(content, at - 1) or _inside(content, end)):
                yield at
            at = content.find(form, end)


def _inside(content: str, at: int) -> bool:
    return 0 <= at < len(content) and content[at].isalnum()


def _word_around(text: Text, content: str, at: int) -> Span | None:
    plain = _BY_ITSELF.match(content, at)  # as most are
    if plain:
        return None if plain[0].lower() in text.terms else Span(text, at, plain.end(), plain[0])
    start = at
    while start >= 2 and content[start - 1] in "'\u2019" and content[start - 2].isalpha():
        start -= 2
        while start and content[start - 1].isalpha():
            start -= 1
    match = _LETTERS.match(content, start)
    if match is None:
        return None
    word, end = match[0], match.end()
    before, after = content[start - 1 : start], content[end : end + 1]
    if before in _TIES or after in _TIES or before == "]" or after == "[":  # `[M]istaking`
        return None
    if before.isalnum() or after.isalnum() or word.lower() in text.terms:
        return None
    if "'" in word or "\u2019" in word:
        lexicon = load()
        if lexicon.known(word) or lexicon.zipf(word) >= IN_USE_ZIPF:
            return None
    suspect = "." in (before, after) or content[start - 2 : start - 1] == "="
    if suspect and _in_address(content, start, end):
        return None
    return Span(text, start, end, word)


def _in_address(content: str, start: int, end: int) -> bool:
    while start and not content[start - 1].isspace():
        start -= 1
    while end < len(content) and not content[end].isspace():
        end += 1
    return _ADDRESS.search(content, start, end) is not None
