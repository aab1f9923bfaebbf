"""Who does it: the persons that headlines and sentences have as subjects."""

import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint import (
    Doc,
    Span,
    Struct,
    full_names,
    has_given_name,
    is_title_word,
    lexicon,
    name_parts,
    regexp,
    same_person,
    surname_of,
    word_list,
)
from newslint_rules.headline.predicate import HEADLINE_WORDS, Word, predicate, words_of
from newslint_rules.headline.stems import PREPOSITIONS
from newslint_rules.headline.surnames import is_person_noun, is_surname, is_well_known

_NO_SUBJECT_NEAR = PREPOSITIONS | {"and", "or", "than", "that", "whom", "like", "but", "v", "vs"}
_APPOSITION = regexp(r" ?,(?: [A-Z]-[\w.]{2,8},|[^,.;:\"“”]{2,140},)(?=\s)|\s\([^()]{1,40}\),?")
_LONGEST_APPOSITION = 150
_QUESTION_WORDS = frozenset({"how", "what", "when", "where", "who", "why"})
_QUOTED = (" '", " ‘", ' "', " “")
"""What parts a subject from what it does where a headline quotes that: `Ruiz 'to quit'`."""
_PARTICLES = frozenset(
    {"al", "bin", "bint", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la"}
    | {"le", "van", "von"}
)
_LONGEST_NAME = 4
_TITLE_CASE = 0.7
"""Share of long words with a capital from which a headline is in title case."""


class HeadlineWords(Struct):
    """A headline's words, and whether it writes nearly all of them with a capital."""

    words: list[Word]
    title_case: bool

    @classmethod
    def of(cls, headline: Span) -> "HeadlineWords":
        """Read a headline."""
        words = words_of(headline)
        long = [word for word in words if len(word.text) > 3]
        return cls(words, sum(word.capital for word in long) > _TITLE_CASE * len(long))

    @property
    def asks(self) -> bool:
        """Whether it is a question, or has something before a colon: `Opinion: …`."""
        first = self.words[0] if self.words else None
        if first is None or "?" in first.place.text or ":" in first.place.text:
            return True
        return first.bare in _QUESTION_WORDS and not first.text.isupper()

    def claims(self) -> Iterator["Claim"]:
        """Give what it says, for each word that may end the name of a subject.

        `Ruiz: ports to close` tells what Ruiz says.
        """
        for at, word in enumerate(self.words[:-1]):
            if not may_be_subject(word) or (not self.title_case and _name_goes_on(self.words, at)):
                continue
            rest = self.words[at + 1 :]
            following = rest[0]
            after = word.end - word.place.start
            team = False
            if following.spaced:
                if following.bare in _NO_SUBJECT_NEAR:
                    continue
                team = following.bare in _attribute_nouns()
            elif following.breaks and word.place.text.startswith(":", after):
                rest[0] = following._replace(breaks=False)
            elif word.place.text.startswith(_QUOTED, after):
                rest[0] = following._replace(breaks=False, spaced=True)
            else:
                continue
            yield Claim(at, rest, predicate(rest, HEADLINE_WORDS), team)


class Claim(NamedTuple):
    """What a headline says of somebody.

    Args:
        at: The place of the word that the name ends at.
        words: The words that follow.
        told: Those of them that count, from the verb on.
        team: Whether it is the campaign or cabinet of somebody that acts.
    """

    at: int
    words: Sequence[Word]
    told: Sequence[Word]
    team: bool


def may_be_subject(word: Word) -> bool:
    """Tell whether a word may be the last of a subject's name."""
    return word.capital and not word.owner and bool(word.stem)


def follows_subject(words: Sequence[Word], place: int) -> Sequence[Word]:
    """Return the words after a subject, without `, 62, the mayor of Lyon,`; empty if it is none."""
    rest = words[place + 1 :]
    if rest[0].spaced:
        return [] if rest[0].bare in _attribute_nouns() else rest
    subject = words[place].span
    after = subject.window(0, _LONGEST_APPOSITION).text[len(subject.text) :]
    apposition = _APPOSITION.match(after)
    if apposition is None:
        return []
    end = subject.end + apposition.end()
    return [word for word in rest if word.start >= end]


def _name_goes_on(words: Sequence[Word], place: int) -> bool:
    """Tell whether a word is followed by more of a name: `Bashar al-Assad`, `White House`."""
    following = words[place + 1 : place + 3]
    if not following[0].spaced:
        return False
    if following[0].text in _PARTICLES:
        return len(following) > 1 and following[1].capital
    return any(map(str.isupper, following[0].text))


class Subject(Struct):
    """A person that a sentence may have as its subject, and the words that follow."""

    name: Span
    rest: Sequence[Word]


def subject_places(words: Sequence[Word], end: int) -> Iterator[tuple[int, Sequence[Word]]]:
    """Give the places before ``end`` that the name of a subject may end at, and what follows."""
    for place, word in enumerate(words[:end]):
        if may_be_subject(word) and not _name_goes_on(words, place):
            rest = follows_subject(words, place)
            if rest:
                yield place, rest


def actor_at(
    doc: Doc, words: Sequence[Word], last: int, *, title_case: bool = False
) -> Span | None:
    """Return the name of the person whose name ends at a word, when it can be a subject."""
    titled = _titled(doc, words[last])
    if titled is not None:
        return titled
    for start in range(run_before(words, last), last + 1):
        name = words[start].span.to(words[last].span)
        whole = _is_whole(words, start, last) if start < last else is_surname(doc, words, last)
        if whole and (not title_case or _surely_name(doc, name.text)):
            return name if _stands_alone(words, start, last, title_case=title_case) else None
    return None


def run_before(words: Sequence[Word], last: int) -> int:
    """Return where the run of capitalised words begins that a word may be the name with."""
    first = last
    while first > 0 and last - first < _LONGEST_NAME - 1:
        before = words[first - 1]
        if not (before.capital and words[first].spaced) or before.owner:
            break
        first -= 1
    return first


def _titled(doc: Doc, last: Word) -> Span | None:
    """Return the name behind a title in the text, as annotated, that ends at a word."""
    if last.place.source is not doc:
        return None
    names = (one.name_span for one in doc.people if not one.quoted)
    return next((one for one in names if one.end == last.end), None)


def _is_whole(words: Sequence[Word], start: int, last: int) -> bool:
    """Tell whether words are a person's full name, by a given name or `candidate` before it."""
    if has_given_name(words[start].span.to(words[last].span).text):
        return True
    return start > 0 and words[start].spaced and is_person_noun(words[start - 1].text)


def _stands_alone(words: Sequence[Word], start: int, last: int, *, title_case: bool) -> bool:
    """Tell whether a name is not part of a longer one, or of `talks with Ana Ruiz`."""
    if start == 0 or not words[start].spaced:
        return True
    before = words[start - 1]
    if before.bare in _NO_SUBJECT_NEAR:
        return False
    part_of_longer = before.capital and before.stem and not title_case and not before.owner
    return not (part_of_longer and start == last and not is_title_word(before.text))


def two_persons(doc: Doc, actor: Span, other: Span) -> bool:
    """Tell whether two names are two persons' and the article does not join them."""
    mine, theirs = set(name_parts(actor.text)), set(name_parts(other.text))
    if mine & theirs or same_person(actor.text, other.text):
        return False
    joined = (set(name_parts(one.text)) for one in doc.get(full_names))
    return not any(parts & mine and parts & theirs for parts in joined)


def named(person: Span, words: Sequence[Word]) -> bool:
    """Tell whether a person's surname stands among words."""
    surname = surname_of(person.text).lower()
    return any(word.bare.startswith(surname) for word in words)


def _surely_name(doc: Doc, name: str) -> bool:
    """Tell whether a run in title case is no name with a verb: `Ana Ruiz Calls [Lund]`."""
    last, words = surname_of(name), lexicon()
    if is_well_known(last) and " " not in name:
        return True
    if not any(words.core(part.lower()) for part in name_parts(name)[1:] or (last,)):
        return True
    whole = name if " " in name else f" {name}"
    if whole not in doc.text:
        return False
    known = (one.text for one in doc.get(full_names))
    return any(one == name if " " in name else one.endswith(whole) for one in known)


@functools.cache
def _attribute_nouns() -> frozenset[str]:
    return frozenset(word_list(__package__, "attribute_nouns.txt"))
