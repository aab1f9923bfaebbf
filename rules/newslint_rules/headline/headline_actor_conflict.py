"""HED001 headline-actor-conflict."""

import functools
import re
from collections.abc import Iterator

from newslint import (
    Doc,
    Findings,
    Span,
    full_names,
    has_given_name,
    is_title_word,
    name_parts,
    rule,
    same_person,
    sentences_of,
    surname_of,
    word_list,
)
from newslint_rules.headline.predicate import PREPOSITIONS, Word, predicate, shared_predicate, words_of

_LEAD_SENTENCES = 3
_NO_SUBJECT_AFTER = PREPOSITIONS | {"and", "or", "than", "that", "whom", "like"}
_APPOSITION = re.compile(r",[^,.;:\"“”]{2,140},(?=\s)|\s\([^)]{1,30}\),?")


@rule("HED001", severity="error", languages=("en",), data=("irregular_verbs.txt", "known_surnames.txt"))
def headline_actor_conflict(doc: Doc) -> Findings:
    """Headline and lead say the same thing of two different persons.

    Bad:
        Ruiz may soon start talks with miners

        >>Karl Lund may soon start wage talks<< with the miners, his office said.

        Ana Ruiz has led the province since May.
    Good:
        Ruiz may soon start talks with miners

        President Ana Ruiz may soon start wage talks with the miners, her office said.
    """
    headline = doc.headline
    if headline is None:
        return
    title = words_of(headline)
    lead = list(_lead(doc))
    sentences = [words_of(one) for one in lead]
    for at, shared_at, index, shared in _matches(title, sentences):
        actor = _person(doc, title, at, title_case=_title_case(title))
        other = _person(doc, sentences[index], shared_at, title_case=False)
        if actor is None or other is None or not _two_persons(doc, actor, other):
            continue
        if any(_named(surname_of(actor.text), one) for one in sentences[: index + 1]):
            continue
        if any(
            _named(part, [w for w in title if w.span.end <= shared.last.span.end])
            for part in name_parts(other.text)
        ):
            continue
        clause = other.to(shared.other_last.span)
        promise = actor.to(shared.last.span)
        yield clause.flag(
            f"{clause.text!r}: the headline says it of {actor.text}",
            related=[(promise, "the headline")],
        )
        return


def _lead(doc: Doc) -> Iterator[Span]:
    left = _LEAD_SENTENCES
    for paragraph in doc.body[:_LEAD_SENTENCES]:
        for sentence in sentences_of(paragraph)[:left]:
            left -= 1
            yield sentence
        if not left: return


def _matches(title, sentences):
    for at in range(len(title) - 1):
        head, following = title[at], title[at + 1]
        if not head.capital or head.owner or not following.spaced: continue
        if following.span.text.lower() in _NO_SUBJECT_AFTER: continue
        stems = {w.stem for w in predicate(title[at + 1 :], 8)}
        for index, words in enumerate(sentences):
            if len(stems & {w.stem for w in words}) < 2: continue
            for place in range(len(words) - 1):
                word = words[place]
                if not word.capital or word.owner or word.stem == head.stem: continue
                after = _after_subject(words, place)
                if not after: continue
                shared = shared_predicate(title[at + 1 :], after)
                if shared: yield at, place, index, shared


def _after_subject(words, place):
    rest = words[place + 1 :]
    if rest[0].spaced:
        return rest
    w = words[place].span
    text = w.window(0, 130).text[len(w.text):]
    m = _APPOSITION.match(text)
    if m is None: return []
    end = w.end + m.end()
    return [one for one in rest if one.span.start >= end]


def _title_case(words):
    long = [w for w in words if len(w.span.text) > 3]
    return sum(w.capital for w in long) > 0.7 * len(long)


def _person(doc, words, at, *, title_case):
    run = 1
    while run < 4 and at - run >= 0 and words[at - run].capital and words[at - run + 1].spaced and not words[at-run].owner:
        run += 1
    for length in range(min(run, 4), 0, -1):
        first = at - length + 1
        place = words[first].span.to(words[at].span)
        if length > 1 and not has_given_name(place.text): continue
        if length == 1 and not _surname(doc, place.text): continue
        if first > 0:
            before = words[first - 1]
            near = words[first].spaced
            if near and before.span.text.lower() in _NO_SUBJECT_AFTER: return None
            if near and (before.capital and not title_case) and not before.owner and not is_title_word(before.span.text):
                if length == 1: return None
        return place
    return None


def _surname(doc, name):
    if name in _known(): return True
    return any(surname_of(one.text) == name for one in doc.get(full_names)) or any(m.surname == name for m in doc.people) or re.search(rf"\b(?:Mr|Mrs|Ms|Dr)\.? {re.escape(name)}\b", doc.text)


def _two_persons(doc, actor, other):
    if same_person(actor.text, other.text): return False
    a, b = set(name_parts(actor.text)), set(name_parts(other.text))
    if a & b: return False
    return not any((p := set(name_parts(one.text))) & a and p & b for one in doc.get(full_names))


def _named(name, words):
    low = name.lower()
    return any(w.span.text.lower().startswith(low) for w in words)


@functools.cache
def _known():
    return frozenset(word_list(__package__, "known_surnames.txt"))
