"""Persons whom a lead names once and never introduces, where the headline names somebody else.

A news story introduces whom it names: by an office or a trade, by what follows the name, or by
naming the person again. A lead's subject of whom the story tells nothing, and who does what the
headline says of another, has taken the other's place, be that a person, a country or a company.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newslint import (
    NAME_BEGINNINGS,
    Doc,
    Span,
    full_names,
    is_title_word,
    lexicon,
    may_begin_name,
    name_parts,
    regexp,
    surname_of,
    word_list,
)
from newslint_rules.headline.actors import Claim, HeadlineWords, Subject, actor_at
from newslint_rules.headline.aliases import aliases_of, is_institution
from newslint_rules.headline.introduced import (
    CLAUSE_OPENERS,
    NO_VERB,
    PHRASE_OPENERS,
    may_be_introduced,
    may_introduce,
)
from newslint_rules.headline.lead import Lead
from newslint_rules.headline.predicate import (
    Word,
    first_roots,
    is_passive,
    may_share,
    shared_verb,
)
from newslint_rules.headline.surnames import is_common_surname, is_well_known
from newslint_rules.headline.whole_words import parts_words, places_of, stands_in

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
_LONGEST_NAME = 15
"""Words before the last one of a full name, all particles and initials counted."""
_STORY = 400
"""Characters after a name from which it says something that it never comes again; in a brief
everybody is named once."""
_MORE_OF_NAME = regexp(r" [A-Z]")
_IN_SENTENCE, _LONGER, _OWNS = regexp(r"[a-z,] "), regexp(r"[\w-]"), regexp(r"['’]s\b")


def may_have_strangers(doc: Doc, headline: Span) -> bool:
    """Tell quickly whether `strangers_for` can give anything; `False` is certain."""
    body = doc.body
    if body[-1].end - body[0].start < _STORY or "?" in headline.text or ":" in headline.text:
        return False
    return NAME_BEGINNINGS.may_occur(doc)


def strangers_for(
    doc: Doc, title: HeadlineWords, lead: Lead, claims: Iterable[Claim]
) -> Iterator[tuple[Span, Span, Span]]:
    """Give a headline's actors, what ends the words in common, and the strangers in their place.

    Not for questions and what stands before or behind a colon: `Opinion: …`, `Why Lyon …`. Unless
    the headline's actor is a person, the story must not go on with `she` or `he`.
    """
    if title.asks:
        return
    claims = [
        one
        for one in claims
        if one.words[0].spaced
        and may_share(one.told, lead.all_roots)
        and not _surely_stands(title.words, one.at, lead.beginning)
    ]
    if not claims or not may_introduce(doc):
        return
    for index, roots in enumerate(lead.roots):
        shared = [one for one in claims if may_share(one.told, roots)]
        if not shared or not may_be_introduced(lead.sentences[index]):
            continue
        for other in strangers_in(doc, lead.words(index), shared):
            for claim in shared:
                words = claim.words
                last = shared_verb(words, other.rest)
                part = words[0].text == other.rest[0].text
                if last is None or not (part or other.whole):
                    continue
                if is_passive(words, headline=True) and not is_passive(other.rest):
                    continue
                name = _proper_name(doc, title, claim.at, part=part)
                before = lead.sentences[: index + 1]
                if not name or any(_stands_among(name, one.text) for one in before):
                    continue
                person = actor_at(doc, title.words, claim.at, title_case=title.title_case)
                if part or person or not _goes_on(doc, other):
                    yield title.words[claim.at].span, last.span, other.name


class Stranger(Subject):
    """A person named once, and whether it can be the subject, or only part of one.

    The lead's `the Ruiz ministers` over `Lund ministers to go` is such a part.
    """

    whole: bool


def strangers_in(doc: Doc, sentence: Sequence[Word], claims: Sequence[Claim]) -> Iterator[Stranger]:
    """Give the subjects of a sentence that are named here only and by nothing but their names.

    Only of those who do what one of the headline's ``claims`` says.
    """
    verbs = {claim.told[0].stem for claim in claims}
    for place, word in enumerate(sentence[:-1]):
        following = sentence[place + 1]
        if not following.spaced or following.capital or following.bare in NO_VERB:
            continue
        rest = sentence[place + 1 :]
        if not _may_end_name(sentence, place):
            continue
        if verbs.isdisjoint(first_roots(rest)):
            continue
        if not any(shared_verb(claim.words, rest) for claim in claims):
            continue
        name = next((one for one in doc.get(full_names) if one.end == word.end), None)
        if name is None:
            continue
        first = next(nth for nth, one in enumerate(sentence) if one.end > name.start)
        opens = first == 0 or not sentence[first].spaced
        before = "" if opens else sentence[first - 1].bare
        whole = opens or before in CLAUSE_OPENERS
        if (whole or before in PHRASE_OPENERS) and _named_once(doc, name):
            yield Stranger(name, rest, whole)


def _may_end_name(sentence: Sequence[Word], place: int) -> bool:
    """Tell quickly whether a full name may end at a word; `False` is certain."""
    if sentence[place].text.islower():
        return False
    before = sentence[max(place - _LONGEST_NAME, 0) : place]
    return any(may_begin_name(word.text) for word in before)


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
    if surname in headline or len(list(islice(places_of(surname, doc.text), 2))) > 1:
        return False
    given = name_parts(name.text)[0]
    return all(_MORE_OF_NAME.match(doc.text, at + len(given)) for at in places_of(given, doc.text))


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
    first = _run_start(words, last)
    for start in range(first, last + 1) if title.title_case else (first,):
        name = words[start].span.to(words[last].span).text
        if start == last and not part and _may_be_person(name):
            return ""
        if is_institution(name) or (start == last and _is_acronym(name)) or _is_name(name, doc):
            return name
    return ""


def _run_start(words: Sequence[Word], last: int) -> int:
    """Return where the capitalised words begin that a word may be a name with."""
    first = last
    while first and words[first].spaced and words[first - 1].capital and not words[first - 1].owner:
        first -= 1
    return first


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
    if " " not in name and stands_in(doc.text, (name.lower(),)):
        return False
    return _is_within(name, doc.text, doc.body[0].start)


def _is_within(name: str, text: str, start: int) -> bool:
    """Tell whether a name stands within a sentence, or owns something."""
    at = text.find(name, start)
    while at >= 0:
        end = at + len(name)
        if at - 2 >= start and _IN_SENTENCE.match(text, at - 2) and not _LONGER.match(text, end):
            return True
        if parts_words(text, at) and _OWNS.match(text, end):
            return True
        at = text.find(name, at + 1)
    return False


def _goes_on(doc: Doc, stranger: Stranger) -> bool:
    """Tell whether a story goes on with a stranger: `her agent said`, `She had been asked`."""
    return _PRONOUN.match(doc.text, stranger.name.end) is not None


def _surely_stands(words: Sequence[Word], last: int, sentence: str) -> bool:
    """Tell quickly whether `_stands_among` is true of any name that ends at a headline's word."""
    word = words[last].text
    if word not in sentence or not stands_in(sentence, (word,)):
        return False
    first = _run_start(words, last)
    whole = words[last].span
    return not any(is_institution(one.span.to(whole).text) for one in words[first:last])


def _stands_among(name: str, sentence: str) -> bool:
    """Tell whether a name or another name of the same stands in a sentence.

    The last word is one, but for what is known: `South Korea` is not meant by `North Korea`.
    """
    last = () if is_institution(name) else (name.split()[-1],)
    return stands_in(sentence, (name, *last, *aliases_of(name)))
