"""What the words of a headline tell by themselves of whether a person is its actor.

Most headlines have no person before a verb whom the lead does not name, and that can be seen from
their words, each looked at once for a whole run. These tests never miss: what they let pass is
looked at closely.
"""

import functools
from collections.abc import Sequence

from newslint import Doc, Span, may_begin_name, surname_of
from newslint_rules.headline.actors import run_before
from newslint_rules.headline.predicate import WORD, Word
from newslint_rules.headline.surnames import (
    is_brand,
    is_common_surname,
    is_core,
    is_person_noun,
    is_titled,
    is_well_known,
    may_be_told,
)


def may_name_person(headline: Span, doc: Doc) -> bool:
    """Tell whether a headline may have the name of a person.

    One in capitals has none that is known. In the text, a title before it may make it one.
    """
    return headline.source is doc or any(map(_may_be_of_name, headline.text.split()))


@functools.lru_cache(maxsize=16384)
def _may_be_of_name(chunk: str) -> bool:
    words: list[str] = WORD.findall(chunk)
    return any(is_person_noun(word) or _may_be_name(word) for word in words)


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and (not is_brand(word) or is_well_known(word) or may_begin_name(word))


def may_be_actor(doc: Doc, words: Sequence[Word], last: int) -> bool:
    """Tell by the words alone whether a name that ends at one of them may be that of an actor.

    In the text, a title makes it one, however it is written.
    """
    if words[last].place.source is doc:
        return True
    name = words[last].text
    return not is_brand(name) or is_well_known(name) or _follows_given(words, last)


def may_be_known(doc: Doc, words: Sequence[Word], last: int, *, title_case: bool) -> bool:
    """Tell whether the article may tell that such a name is a person's, if it has to."""
    name = words[last].text
    if words[last].place.source is doc or is_well_known(name) or _follows_given(words, last):
        return True
    core = is_core(name)
    if (is_titled(words, last) and not (core and title_case)) or (
        is_common_surname(name) and not core
    ):
        return True
    return may_be_told(name, doc.text)


def _follows_given(words: Sequence[Word], last: int) -> bool:
    """Tell whether a name may be a person's by what stands before it."""
    first = run_before(words, last)
    if first == last:
        return False
    if first and is_person_noun(words[first - 1].text):
        return True
    return any(may_begin_name(one.text) for one in words[first : last + 1])


def surely_named(words: Sequence[Word], last: int, sentence: str) -> bool:
    """Tell whether a sentence names the actor whose name ends at a word of a headline.

    Args:
        words: The headline's words.
        last: The place of the word.
        sentence: The sentence or its beginning, in lower case.
    """
    word = words[last]
    name = word.text.lower()
    if f" {name}" not in sentence and not sentence.startswith(name):
        return False
    if not (name.isascii() and name.isalpha() and (word.spaced or last == 0)):
        return False  # it may be part of something longer that is the surname
    return _is_last(word.text) and not any(_is_first(one.text) for one in words[:last])


@functools.lru_cache(maxsize=8192)
def _is_last(word: str) -> bool:
    """Tell whether a word is the surname where it ends a name: not `Jr` and `XVI`."""
    return surname_of(f"Ana {word}") == word


@functools.lru_cache(maxsize=8192)
def _is_first(word: str) -> bool:
    """Tell whether a word may be the surname where it begins a name: `Xi`."""
    return surname_of(f"{word} Na-ra") == word
