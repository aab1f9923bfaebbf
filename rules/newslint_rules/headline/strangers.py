"""Persons whom a lead names once and never introduces, where the headline names somebody else.

A news story introduces whom it names: by an office or a trade, by what follows the name, or by
naming the person again. A lead's subject of whom the story tells nothing, and who does what the
headline says of another, has taken the other's place, be that a person, a country or a company.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint import (
    Doc,
    Span,
    full_names,
    is_title_word,
    lexicon,
    name_parts,
    regexp,
    surname_of,
    word_list,
)
from newslint_rules.headline.actors import (
    HeadlineWords,
    Subject,
    actor_at,
    is_common_surname,
    is_well_known,
)
from newslint_rules.headline.aliases import aliases_of, is_institution
from newslint_rules.headline.predicate import PREPOSITIONS, Word, is_passive, shared_verb

_CLAUSE_OPENERS = frozenset(
    {"after", "although", "as", "because", "before", "but", "if", "since", "that", "the", "though"}
    | {"when", "where", "whether", "while"}
)
"""Before a name, they say nothing of who it is."""
_PHRASE_OPENERS = PREPOSITIONS | {
    *("a", "all", "an", "and", "any", "his", "her", "its", "more", "most", "no", "or", "our"),
    *("some", "their", "to"),
}
"""Neither do these, but what follows is no subject unless a noun comes behind the name."""
_PERSON_ACRONYMS = frozenset(
    {"AG", "CEO", "CFO", "CM", "COO", "CTO", "DA", "DJ", "FLOTUS", "FM", "MC", "MEP", "MLA", "MP"}
    | {"MSP", "MVP", "PM", "POTUS", "QB", "TD", "VP", "VPOTUS"}
)
_PERSON_NAMES = frozenset(
    {"Aussie", "Aussies", "Briton", "Croat", "Dane", "Democrat", "Finn", "Kiwi"}
    | {"Labourite", "Liberal", "Londoner", "Parisian", "Pole", "Republican", "Scot", "Spaniard"}
    | {"Swede", "Texan", "Tory", "Turk", "Yorker", "Zealander"}
)
"""What a headline calls a person whom the lead names."""
_PRONOUN = regexp(r"[^.!?\n]{0,300}(?:[.!?\n]\s*(?:He|Her|His|She)|\b(?:he|her|him|his|she))\b")
"""In the rest of the sentence, or as the first word of the next, it speaks of a stranger."""
_STORY = 400
"""Characters after a name from which it says something that it never comes again; in a brief
everybody is named once."""
_NO_VERB = PREPOSITIONS | {"and", "or", "who", "whose"}


def strangers_for(
    doc: Doc, title: HeadlineWords, lead: Sequence[Sequence[Word]]
) -> Iterator[tuple[Span, Span, Span]]:
    """Give a headline's actors, what ends the words in common, and the strangers in their place.

    Not for questions and what stands before or behind a colon: `Opinion: …`, `Why Lyon …`. Unless
    the headline's actor is a person, the story must not go on with `she` or `he`.
    """
    if title.asks:
        return
    subjects = [(at, words) for at, words in title.subjects(teams=True) if words[0].spaced]
    for index, sentence in enumerate(lead):
        for other in strangers_in(doc, sentence) if subjects else ():
            for at, words in subjects:
                last = shared_verb(words, other.rest)
                part = words[0].text == other.rest[0].text
                if last is None or not (part or other.whole):
                    continue
                if is_passive(words, headline=True) and not is_passive(other.rest):
                    continue
                name = _proper_name(doc, title, at, part=part)
                if not name or any(_stands_among(name, one) for one in lead[: index + 1]):
                    continue
                person = actor_at(doc, title.words, at, title_case=title.title_case)
                if part or person or not _goes_on(doc, other):
                    yield title.words[at].span, last.span, other.name


@dataclass(frozen=True, slots=True)
class Stranger(Subject):
    """A person named once, and whether it can be the subject, or only part of one.

    The lead's `the Ruiz ministers` over `Lund ministers to go` is such a part.
    """

    whole: bool


def strangers_in(doc: Doc, sentence: Sequence[Word]) -> Iterator[Stranger]:
    """Give the subjects of a sentence that are named here only and by nothing but their names."""
    ends = {name.end: name for name in doc.get(full_names)}
    for place, word in enumerate(sentence[:-1]):
        following, name = sentence[place + 1], ends.get(word.end)
        if name is None or not following.spaced or following.capital or following.bare in _NO_VERB:
            continue
        first = next(nth for nth, one in enumerate(sentence) if one.end > name.start)
        opens = first == 0 or not sentence[first].spaced
        before = "" if opens else sentence[first - 1].bare
        whole = opens or before in _CLAUSE_OPENERS
        if (whole or before in _PHRASE_OPENERS) and _named_once(doc, name):
            yield Stranger(name, sentence[place + 1 :], whole)


def _named_once(doc: Doc, name: Span) -> bool:
    """Tell whether an article has a name once, no part of it alone, and readers do not know it."""
    surname = surname_of(name.text)
    if is_well_known(surname) or name.text in _no_persons() or _is_word(surname):
        return False
    if any(one.name_span.end == name.end for one in doc.people):
        return False
    if doc.body[-1].end - name.end < _STORY:
        return False
    headline = doc.headline.text if doc.headline else ""
    if surname in headline or len(re.findall(rf"\b{re.escape(surname)}\b", doc.text)) > 1:
        return False
    given = re.escape(name_parts(name.text)[0])
    return re.search(rf"\b{given}\b(?! [A-Z])", doc.text) is None


def _is_word(surname: str) -> bool:
    """Tell whether what looks like a surname is a word and no common name: `Rose Garden`."""
    return lexicon().core(surname.lower()) and not is_common_surname(surname)


@functools.cache
def _no_persons() -> frozenset[str]:
    return frozenset(word_list(__package__, "names_of_no_person.txt"))


def _proper_name(doc: Doc, title: HeadlineWords, last: int, *, part: bool = False) -> str:
    """Return the name in a headline that ends at a word, or ``""`` if it may stand for a person.

    A ``part`` of a subject is none, whatever it is: `Lyon` and `British` in `British ministers`.

    Names are acronyms, countries and institutions that everybody knows, what the story has within
    its sentences and never in small letters, and what is no word. `Briton`, `Senator` and `PM` are
    persons.
    """
    words = title.words
    first = last
    while first and words[first].spaced and words[first - 1].capital and not words[first - 1].owner:
        first -= 1
    for start in range(first, last + 1) if title.title_case else (first,):
        name = words[start].span.to(words[last].span).text
        if start == last and not part and _may_be_person(name):
            return ""
        if is_institution(name) or (start == last and _is_acronym(name)) or _is_name(name, doc):
            return name
    return ""


def _may_be_person(name: str) -> bool:
    if _is_acronym(name):
        return name in _PERSON_ACRONYMS
    return is_title_word(name) or name in _PERSON_NAMES or name.endswith(("man", "woman"))


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _is_name(name: str, doc: Doc) -> bool:
    """Tell whether the story has a name within its sentences, or it is no word of the language."""
    last = name.split()[-1]
    if is_well_known(last) or not lexicon().core(last.lower()):
        return True
    if " " not in name and re.search(rf"\b{re.escape(name.lower())}\b", doc.text):
        return False
    return _within(name).search(doc.text, doc.body[0].start) is not None


@functools.lru_cache(maxsize=256)
def _within(name: str) -> re.Pattern[str]:
    return re.compile(rf"[a-z,] {re.escape(name)}(?![\w-])|\b{re.escape(name)}['’]s\b")


def _goes_on(doc: Doc, stranger: Stranger) -> bool:
    """Tell whether a story goes on with a stranger: `her agent said`, `She had been asked`."""
    return _PRONOUN.match(doc.text, stranger.name.end) is not None


def _stands_among(name: str, sentence: Sequence[Word]) -> bool:
    """Tell whether a name or another name of the same stands in a sentence.

    The last word is one, but for what is known: `South Korea` is not meant by `North Korea`.
    """
    if not sentence:
        return False
    last = () if is_institution(name) else (name.split()[-1],)
    forms = {name, *last, *aliases_of(name)}
    return re.search(_any_of(frozenset(forms)), sentence[0].place.text) is not None


@functools.lru_cache(maxsize=64)
def _any_of(forms: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b")
