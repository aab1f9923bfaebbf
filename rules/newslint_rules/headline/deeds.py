"""What the lead says of somebody that could contradict the headline, told by the words alone.

Whose names they are is looked up only where something is left.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newslint import Doc
from newslint_rules.headline.actors import Claim, HeadlineWords, Subject, actor_at, subject_places
from newslint_rules.headline.lead import Lead
from newslint_rules.headline.name_hints import may_be_actor, may_be_known, surely_named
from newslint_rules.headline.predicate import (
    SENTENCE_WORDS,
    Word,
    is_passive,
    may_share,
    predicate,
    shared_predicate,
)

_FIRST_WORDS = 5
"""The actor of a headline is among so many first words where the verbs differ."""


class Deed(NamedTuple):
    """What a sentence says of a person whose name ends at one of its words.

    Args:
        place: The place of the word.
        rest: The words after the name.
        same: Whether it is what the headline says.
        alike: Whether it shares a word with that, which may be enough for the first person.
    """

    place: int
    rest: Sequence[Word]
    same: bool
    alike: bool


def deeds_of(doc: Doc, title: HeadlineWords, lead: Lead, claim: Claim) -> list[list[Deed]]:
    """Return what each sentence of the lead says that could contradict a headline.

    Told by the words, before anybody looks whose names they are; empty if nothing could.

    Args:
        doc: The article.
        title: The headline's words.
        lead: The lead.
        claim: What the headline says, and of whom.
    """
    at, words = claim.at, title.words
    if surely_named(words, at, lead.lowered_beginning) or not may_be_actor(doc, words, at):
        return []
    first = at < _FIRST_WORDS
    if not _may_be_said(claim, lead.all_roots, first=first):
        return []
    if not may_be_known(doc, words, at, title_case=title.title_case):
        return []
    if lead.sentences and surely_named(words, at, lead.sentences[0].text.lower()):
        return []
    found: list[list[Deed]] = []
    for index, roots in enumerate(lead.roots):
        alone = first and index == 0
        said = _may_be_said(claim, roots, first=alone)
        found.append(list(_deeds_in(lead.words(index), claim, first=alone)) if said else [])
    return found if any(one.same or one.alike for deeds in found for one in deeds) else []


def _may_be_said(claim: Claim, roots: AbstractSet[str], *, first: bool) -> bool:
    """Tell quickly whether words of such stems can say what the headline does."""
    if first:
        for word in claim.told:
            if word.stem in roots:
                return True
    return claim.words[0].spaced and may_share(claim.told, roots)


def _deeds_in(sentence: Sequence[Word], claim: Claim, *, first: bool) -> Iterator[Deed]:
    words = claim.words
    wanted = {word.stem for word in claim.told}
    last = max((nth for nth, word in enumerate(sentence) if word.stem in wanted), default=0)
    passive = is_passive(words, headline=True)
    for place, rest in subject_places(sentence, last):
        if passive and not is_passive(rest):
            # `Ruiz charged over …`: somebody does it to the headline's person
            yield Deed(place, rest, same=False, alike=False)
            continue
        same = words[0].spaced and shared_predicate(words, rest) is not None
        said = predicate(rest, SENTENCE_WORDS) if first and not same else ()
        yield Deed(place, rest, same, any(word.stem in wanted for word in said))


def who_did(
    doc: Doc, sentence: Sequence[Word], deeds: Sequence[Deed]
) -> Iterator[tuple[Subject, bool]]:
    """Give the persons whose deeds may matter, and whether each is the first of the sentence."""
    alike = max((nth for nth, one in enumerate(deeds) if one.alike), default=-1)
    first = True
    for nth, deed in enumerate(deeds):
        if not deed.same and not (first and nth <= alike):
            continue
        person = actor_at(doc, sentence, deed.place)
        if person is None:
            continue
        if deed.same or deed.alike:
            yield Subject(person, deed.rest), first
        first = False
