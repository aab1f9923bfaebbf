"""HED001 headline-actor-conflict."""

from collections.abc import Iterator, Sequence

from newslint import Doc, Finding, Findings, Span, name_parts, rule, sentences_of
from newslint_rules.headline.actors import (
    HeadlineWords,
    actor_at,
    follows_subject,
    may_be_subject,
    named,
    two_persons,
)
from newslint_rules.headline.predicate import (
    HEADLINE_WORDS,
    SENTENCE_WORDS,
    Word,
    predicate,
    shared_predicate,
    words_of,
)

_LEAD_SENTENCES = 3
_LONGEST_SENTENCE = 1000
"""Characters of a sentence that are read; a text without stops is no sentence."""
_FIRST_WORDS = 5
"""The actor of a headline is among so many first words where the verbs differ."""
_MOST_OF_IT = 3
_SHARE = 0.4
"""So many words, or this share of them and two, must be common where the verbs differ."""


@rule(
    "HED001",
    severity="error",
    languages=("en",),
    data=("attribute_nouns.txt", "irregular_verbs.txt", "known_surnames.txt"),
)
def headline_actor_conflict(doc: Doc) -> Findings:
    """Headline and lead say the same thing of two different persons.

    One of the two is a slip, or the headline belongs to another story; in both cases whatever is
    read off the headline is wrong. The same verb with the same object in headline and lead is an
    error; another verb with three or more words in common, in a lead whose first sentence never
    names the headline's person, is a warning.

    Left alone: organisations and places, a headline's person who is named in that sentence or
    before it, two names that the article itself joins (`Jeb` and `Bush`), persons that are only a
    title (`the president`). A surname alone must be known as a person's, by a full name, title or
    `Mr` in the article or as a well-known name.

    It misses a lead that says it in other words, or of a person whom no given name gives away:
    about two conflicts in three. It errs where two persons do the same and the headline tells of
    the second, and where the headline has a name that the article never joins to the person's.

    Bad:
        Ruiz may soon start talks with miners

        >>Karl Lund may soon start wage talks<< with the miners, his office said on Monday.

        President Ana Ruiz has led the province since May.
    Bad:
        ---
        title: Merkel signs law on river ports
        ---
        On Friday Prime Minister >>Ana Ruiz signed the law<< on river ports and sea harbours.
    Good:
        Ruiz may soon start talks with miners

        President Ana Ruiz may soon start wage talks with the miners, her office said.
    Good:
        ---
        title: Merkel signs law on river ports
        ---
        Parliament passed it on Monday, and Chancellor Angela Merkel signed the law on river ports.
    Good:
        ---
        title: Karl Lund Visits Malmo With Miners
        ---
        Karl Lund, flanked by Mayor Ana Ruiz and her miners, visited Malmo on Monday.
    Good:
        ---
        title: Acme signs deal with river ports
        ---
        Chief executive Ana Ruiz signed a deal with the river ports on Friday.
    """
    headline = doc.headline
    if headline is None:
        return
    title = HeadlineWords.of(headline)
    lead = [words_of(sentence) for sentence in _lead(doc)]
    found = _same_verb(doc, title, lead) or _same_story(doc, title, lead)
    if found is not None:
        yield found


def _lead(doc: Doc) -> Iterator[Span]:
    """Give the first sentences of the body."""
    left = _LEAD_SENTENCES
    for paragraph in doc.body[:_LEAD_SENTENCES]:
        sentences = sentences_of(paragraph)[:left]
        left -= len(sentences)
        yield from (one.slice(0, min(len(one), _LONGEST_SENTENCE)) for one in sentences)


def _same_verb(doc: Doc, title: HeadlineWords, lead: Sequence[Sequence[Word]]) -> Finding | None:
    stems = [{word.stem for word in sentence} for sentence in lead]
    for at in title.subjects():
        wanted = {word.stem for word in predicate(title.words[at + 1 :], HEADLINE_WORDS)}
        for index, sentence in enumerate(lead):
            if len(wanted & stems[index]) < 2:
                continue
            found = _same_verb_in(doc, title, at, sentence, lead[: index + 1])
            if found is not None:
                return found
    return None


def _same_verb_in(
    doc: Doc,
    title: HeadlineWords,
    at: int,
    sentence: Sequence[Word],
    so_far: Sequence[Sequence[Word]],
) -> Finding | None:
    for place, word in enumerate(sentence[:-1]):
        if not may_be_subject(word) or word.stem == title.words[at].stem:
            continue
        rest = follows_subject(sentence, place)
        shared = shared_predicate(title.words[at + 1 :], rest) if rest else None
        if shared is None:
            continue
        actor = actor_at(doc, title.words, at, title_case=title.title_case)
        other = actor_at(doc, sentence, place) if actor else None
        if actor is None or other is None or not two_persons(doc, actor, other):
            continue
        clause = [one for one in title.words if one.end <= shared.last.end]
        if any(named(actor, words) for words in so_far) or _any_part_named(other, clause):
            continue
        return _conflict(actor, other, actor.to(shared.last.span), other.to(shared.other_last.span))
    return None


def _same_story(doc: Doc, title: HeadlineWords, lead: Sequence[Sequence[Word]]) -> Finding | None:
    """Find another person at the head of a lead that otherwise tells the headline's story."""
    if not lead:
        return None
    sentence = lead[0]
    stems = {word.stem for word in sentence}
    for at in title.subjects():
        told = predicate(title.words[at + 1 :], HEADLINE_WORDS)
        if at >= _FIRST_WORDS or not _mostly(told, stems):
            continue
        actor = actor_at(doc, title.words, at, title_case=title.title_case)
        if actor is None or named(actor, sentence):
            continue
        place, other = _first_person(doc, sentence)
        if (
            other is None
            or not two_persons(doc, actor, other)
            or _any_part_named(other, title.words)
        ):
            continue
        after = predicate(sentence[place + 1 :], SENTENCE_WORDS)
        stems = {word.stem for word in after}
        if _mostly(told, stems):
            last = [word for word in told if word.stem in stems][-1]
            end = next(word for word in after if word.stem == last.stem)
            found = _conflict(actor, other, actor.to(last.span), other.to(end.span))
            return other.flag(found.message, severity="warning", related=found.related)
    return None


def _mostly(told: Sequence[Word], stems: set[str]) -> bool:
    """Tell whether much of what a headline says is among the words of a sentence."""
    shared = {word.stem for word in told} & stems
    return len(shared) >= _MOST_OF_IT or len(shared) >= max(2, _SHARE * len(told))


def _first_person(doc: Doc, sentence: Sequence[Word]) -> tuple[int, Span | None]:
    for place, word in enumerate(sentence[:-1]):
        following = sentence[place + 1]
        if may_be_subject(word) and not (following.capital and following.spaced):
            if not follows_subject(sentence, place):
                continue
            person = actor_at(doc, sentence, place)
            if person is not None:
                return place, person
    return 0, None


def _any_part_named(person: Span, words: Sequence[Word]) -> bool:
    return any(part.lower() == word.bare for part in name_parts(person.text) for word in words)


def _conflict(actor: Span, other: Span, headline: Span, clause: Span) -> Finding:
    message = f"the headline says this of {actor.text!r}, the lead of {other.text!r}"
    return clause.flag(message, related=[(headline, "the headline")])
