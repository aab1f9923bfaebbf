"""What may be a person's name, told by a few words: never a miss, and cheap.

Full names (`names`) and titled persons (`people`) are looked for in a whole text. Who only wants to
know of one name asks here first.
"""

from __future__ import annotations

import functools

from newslint.patterns import regexp
from newslint.text.forms import FormKind
from newslint.text.names import PARTICLES, family_names_first, given_names, institution_words
from newslint.text.titles import SUFFIXES, titles

_RUN = regexp(r"[^\W_]+")
_REACH = 100
"""Code points before a surname in which the name and the title before it are looked for; a name of
which so much is one word may be anything."""
_MOST_WORDS = 6
"""As above, in words."""
_LONGEST_RUN = 4
"""Words before a surname from which a name may end there, whatever follows."""
_GOES_ON = regexp(
    r"[ \u00a0]+(?![JS]r\b|[IVX]+\b|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed"
    r"|Thu|Fri|Sat|Sun))[A-Z]"
)
"""More of a name behind what is then no surname; numbers, months and days belong to none."""
_NUMBERED = regexp(r"(?:[ \u00a0]+(?:[a-z]{1,5}|[JS]r)){0,2}[ \u00a0]+[IVX]+\b")
_SPACES = frozenset({" ", "\u00a0"})


@functools.lru_cache(maxsize=16384)
def may_begin_name(form: str) -> bool:
    """Tell whether a form has a given name in it, or a family name that stands before one.

    A text without such a form has no `full_names`.
    """
    if form.islower():
        return False
    if form.isalpha():
        return form in given_names() or form in family_names_first()
    return any(run in given_names() or run in family_names_first() for run in _RUN.findall(form))


NAME_BEGINNINGS = FormKind(judge=may_begin_name, small=False)
"""Forms that may begin the full name of a person."""


def may_be_surname(text: str, start: int, end: int) -> bool:
    """Tell whether what stands at a place may be a person's surname, by what is beside it.

    Where it is false of all places of a name, neither `full_names` nor the people of the text have
    such a surname.
    """
    name, numbered = text[start:end], _NUMBERED.match(text, end)
    if name in family_names_first() or (numbered and may_begin_name(name)):
        return True
    if name in institution_words() and not numbered:
        return False
    if text[start - 1 : start] not in _SPACES:
        return False
    before = text[max(start - _REACH, 0) : start].rsplit(None, _MOST_WORDS)
    cut = start > _REACH or len(before) > _MOST_WORDS  # the first is half a word or many
    telling, run = False, 0
    for word in reversed(before[cut:]):
        if not (word[-1].isalnum() or word[-1] in "._"):
            break
        telling = telling or _is_telling(word)
        if word.islower() and word not in PARTICLES:
            break
        run += 1
    else:
        if cut:
            return True
    return telling and (run >= _LONGEST_RUN or not _GOES_ON.match(text, end))


@functools.lru_cache(maxsize=8192)
def _is_telling(word: str) -> bool:
    """Tell whether a name may begin with a word, or a title end."""
    if may_begin_name(word):
        return True
    runs = _RUN.findall(word.lower())
    return bool(runs) and (runs[-1] in _title_ends())


@functools.cache
def _title_ends() -> frozenset[str]:
    """Return the last words of titles, and of what stands between a title and a name."""
    return frozenset(_RUN.findall(form)[-1] for form in (*titles(), *SUFFIXES))
