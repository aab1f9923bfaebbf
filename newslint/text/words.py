"""Words of a text, and those that neither dictionary nor use explains.

The dictionary is asked once for every distinct form of a run, not for every token: one pass of
`bytes.translate` and `bytes.split` gives the forms of an article, and only the few that are not
in the set of settled forms are looked at and located.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.patterns import regexp
from newslint.source import Text
from newslint.spans import Span
from newslint.text.forms import FormKind
from newslint.text.lexicon import load

WORD = regexp(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_RUN = regexp(r"[^\W_]+")
_HYPHENATED = regexp(r"[^\W_]+(?:-[A-Za-z]+)+")
# Five small letters or more, for shorter parts are endings and prefixes; a capital behind a small
# letter (`inTaliban-led`) may come sooner.
_SMALL_PART = regexp(
    r"(?:\A[A-Z][a-z]{4,}(?=-[a-z])|(?:\A|(?<=-))(?:[a-z]{5,}|[a-z]+[A-Z]+[a-z]*))(?![^\W\d_])"
)
_LETTERS = regexp(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_DIGITS_AND_LETTERS = regexp(r"\d+[a-z]{3,}|[A-Za-z]{2,}\d+s?")
# What an address has and a sentence has not; looked for in the run of characters between blanks.
_ADDRESS = regexp(r"[@#\\_=/<>{}]|www\.|[a-z]\.[a-z]")

# Forms this frequent (per 10^9 words, log10) are in use, whatever the dictionary says. At 3.5 the
# commonest run-together pairs (`alot`, `inthe`) stay below; measured on SCOWL and wordfreq.
IN_USE_ZIPF = 3.5
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
    content = text.text
    forms = [
        form for form in text.get(_unexplained_forms) if form.isalpha() and len(form) >= SHORTEST
    ]
    found = {
        span.start: span
        for at in _runs(content, forms)
        if (span := _word_around(text, content, at)) is not None
    }
    return tuple(found[start] for start in sorted(found))


def words_with_digits(text: Text) -> tuple[Span, ...]:
    """Return runs of digits and letters where one letter run meets one digit run, in order.

    ``36hours``, ``in2015``; not ordinals, sizes and the like of one or two letters after digits.
    """
    content = text.text
    found = []
    for form in text.get(_unexplained_forms):
        if len(form) >= SHORTEST and not form.isalpha() and "-" not in form:
            at = content.find(form)
            while at >= 0:
                end = at + len(form)
                around = content[at - 1 : at] + " " + content[end : end + 1]
                tied = any(one.isalnum() or one in _TIES for one in around)
                if not (tied or _in_address(content, at, end)):
                    found.append(Span(text, at, end, form))
                at = content.find(form, end)
    return tuple(sorted(found, key=lambda span: span.start))


def hyphenated_words(text: Text) -> tuple[Span, ...]:
    """Return the unknown first and last parts of words with a hyphen, in order.

    ``ofsix-party`` gives `ofsix`; only parts of five small letters or more, for shorter ones are
    endings and prefixes. Left out are accepted `terms`, addresses and handles.
    """
    content = text.text
    found = []
    for form in text.get(_unexplained_forms):
        if "-" in form:
            places = list(_unknown_parts(form))
            at = content.find(form)
            while at >= 0:
                end = at + len(form)
                around = content[at - 1 : at] + " " + content[end : end + 1]
                tied = any(one.isalnum() or one in _TIES for one in around)
                if not (tied or _in_address(content, at, end)):
                    found += [
                        Span(text, at + part.start(), at + part.end(), part[0])
                        for part in places
                        if part[0].lower() not in text.terms
                    ]
                at = content.find(form, end)
    return tuple(sorted(found, key=lambda span: span.start))


def _unknown_parts(form: str) -> Iterator[re.Match[str]]:
    """Give the first and the last part of a word with hyphens, if they are unknown."""
    lexicon = load()
    for part in _SMALL_PART.finditer(form):
        outer = part.start() == 0 or part.end() == len(form)
        whole = form[part.end() : part.end() + 1] in ("", "-")
        known = lexicon.known(part[0]) or lexicon.zipf(part[0]) >= IN_USE_ZIPF
        if outer and whole and not known:
            yield part


def stray_letters(text: Text) -> tuple[Span, ...]:
    """Return one or two small letters that stand alone between words, in order.

    Left out are the common words of that length (`a`, `of`, `we`) and what touches a mark. Most
    are initials, units and foreign articles.
    """
    content = text.text
    found = []
    for form in text.get(_unexplained_forms):
        if len(form) < SHORTEST:
            alone = f" {form} "  # as a whole: a search for ` s` would stop at every other word
            at = content.find(alone)
            while at >= 0:
                found.append(Span(text, at + 1, at + 1 + len(form), form))
                at = content.find(alone, at + 1)
    return tuple(sorted(found, key=lambda span: span.start))


def _unexplained_forms(text: Text) -> list[str]:
    return _UNEXPLAINED.forms(text)


def _is_unexplained(form: str) -> bool:
    """Tell whether a form needs a closer look."""
    if len(form) < SHORTEST:
        return form.islower() and form.isalpha() and not load().common(form)
    if form.isupper():
        return False
    if form.isalpha():
        lexicon = load()
        return not (lexicon.known(form) or lexicon.zipf(form) >= IN_USE_ZIPF)
    if "\ufffd" in form:  # a letter that shares a byte with a curly quote
        return False
    if _HYPHENATED.fullmatch(form) and any(True for _ in _unknown_parts(form)):
        return True
    return _DIGITS_AND_LETTERS.fullmatch(form) is not None


_UNEXPLAINED = FormKind(judge=_is_unexplained)


def _runs(content: str, forms: list[str]) -> Iterator[int]:
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
            if not (_inside(content, at - 1) or _inside(content, end)):
                yield at
            at = content.find(form, end)


def _inside(content: str, at: int) -> bool:
    return 0 <= at < len(content) and content[at].isalnum()


def _word_around(text: Text, content: str, at: int) -> Span | None:
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
