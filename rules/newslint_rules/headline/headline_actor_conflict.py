"""HED001 headline-actor-conflict."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint import (
    Doc,
    Finding,
    Findings,
    Severity,
    Span,
    name_parts,
    regexp,
    rule,
    surname_of,
)
from newslint_rules.headline.actors import (
    Claim,
    HeadlineWords,
    Subject,
    actor_at,
    named,
    two_persons,
)
from newslint_rules.headline.deeds import deeds_of, who_did
from newslint_rules.headline.introduced import may_introduce
from newslint_rules.headline.lead import Lead
from newslint_rules.headline.name_hints import may_name_person
from newslint_rules.headline.predicate import (
    HEADLINE_WORDS,
    SENTENCE_WORDS,
    Word,
    is_said,
    predicate,
    shared_predicate,
)
from newslint_rules.headline.strangers import may_have_strangers, strangers_for
from newslint_rules.headline.whole_words import places_of

_SURE = 2
"""Words in common from which the way in which the text names the two makes it sure."""
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_INTRODUCED = regexp(r"[^\W\d_a-z][\w.'’-]* $")
_BARE = regexp(r"\b(?:Mr|Mrs|Ms)\.? $|(?:^|[.!?]['\"’”]? )[^\W\d_]\w* $", re.MULTILINE)
"""`But Ruiz` and `Mr. Ruiz` introduce nobody."""
_OFFICER = regexp(
    r"\b(?:attorney|coroner|detective|inspector|judge|justice|magistrate|officer|police|prosecutor"
    r"|sheriff|umpire|referee)\b",
    re.IGNORECASE,
)
_SPOKESMAN = regexp(
    r"\b(?:spokes(?:man|woman|person)|lawyers?|attorneys?|aides?|advis[eo]rs?|agent|secretary"
    r"|representative|publicist|envoy)\b",
    re.IGNORECASE,
)
_BEFORE = 40
"""Characters before a name that tell whether it is introduced there."""


@rule(
    "HED001",
    severity="error",
    languages=("en",),
    data=(
        "aliases.txt",
        "attribute_nouns.txt",
        "common_surnames.txt",
        "irregular_verbs.txt",
        "known_surnames.txt",
        "names_of_no_person.txt",
        "person_nouns.txt",
    ),
)
def headline_actor_conflict(doc: Doc) -> Findings:
    """Headline and lead say the same thing of two different persons.

    One of the two is a slip, or the headline belongs to another story; in both cases whatever is
    read off the headline is wrong. The same verb with the same object in headline and lead is an
    error. So are the verb and another word anywhere, where the text, too, knows one person only: it
    names the lead's person nowhere again, and the headline's further down by the surname alone, as
    if it had been introduced. With other or fewer words in common, a headline's person whom the
    text never names, a headline that names the other person, too, or one that quotes (`Ruiz: …`)
    it is a warning.

    An organisation or country acts through persons, and a lead may name them. It is a warning only
    where the lead's person is a stranger: named by full name, once in a story of some length,
    without a title, trade or pronoun, and doing what the headline says, verb and another word,
    of somebody whom the lead does not have by any name: `Fed` is the Federal Reserve, `Paris`
    France. The same goes for a part of the subject (`Lund ministers` over `Ruiz ministers`).

    Left alone: what is done to the headline's person (`Ruiz charged over …`), one who wins what the
    other loses, judges and officers who deal with somebody, organisations and places in the lead, a
    headline's person who is named in that sentence or before it, two names that the article itself
    joins (`Jeb` and `Bush`), persons that are only a title (`the president`) or that the headline
    calls `Briton` or `PM`. A surname alone must be known as a person's, by a full name, title or
    `Mr` in the article, as a well-known or a common name.

    It misses a lead that says it in other words, a lead that names both persons, an organisation's
    place taken by somebody whom the story introduces, and above all a headline's surname that the
    text has nowhere and that tells no person by itself. It errs where two persons do the same and
    the headline tells of the second, where the headline has a name that the article never joins to
    the person's, and where a report opens with somebody to whom the same happened (`Lyon waits for
    doctors`, `Ana Ruiz waited three hours for a doctor`) and never returns to them. A surname
    misspelt in the lead is found, too.

    Bad:
        Ruiz may soon start talks with miners

        >>Karl Lund may soon start wage talks<< with the miners, his office said on Monday.

        President Ana Ruiz has led the province since May.
    Bad:
        ---
        title: Merkel signs law on river ports
        ---
        On Friday Prime Minister >>Ana Ruiz signed the law<< on river ports and sea harbours.
    Bad:
        ---
        title: Ruiz rebukes miners over harbour strike
        ---
        Mayor >>Karl Lund<< criticised the miners on Monday for going on strike.

        Ruiz said that they had broken their word. "I will not have it," Ruiz said.
    Good:
        Ruiz may soon start talks with miners

        President Ana Ruiz may soon start wage talks with the miners, her office said.
    Good:
        ---
        title: Lund charged over harbour fraud
        ---
        Prosecutor Ana Ruiz charged the former mayor with harbour fraud on Monday.

        Karl Lund, 62, denied everything. Lund said that he had done what he could.
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
        title: Ruiz rebukes miners over harbour strike
        ---
        Union leader Karl Lund told the miners on Monday to go on with the strike.

        Mayor Ana Ruiz said that they had broken their word. Lund denied it.
    Bad:
        ---
        title: Fed raises rates for third time
        ---
        >>Karl Lund<< raised interest rates for the third time on Monday.

        Banks had expected it. The rate is now at two percent, and lenders in the river ports said
        that they would follow within days. Loans for ships will become dearer, as will those for
        houses. Savers have waited for it since the spring. Shares of ferry companies fell by one
        percent in the hours after that, and those of two banks rose. The next meeting is in June.

        Few doubt that rates will go on rising. Prices have climbed for a year, above all those of
        oil and grain, and wages follow. In the ports, the dockers have asked for six percent, and
        for a day off in every month. Their employers call that too much, but they have few others
        to do the work, and the ships do not wait.
    Good:
        ---
        title: Acme signs deal with river ports
        ---
        Chief executive Ana Ruiz signed a deal with the river ports on Friday.
    """
    headline = doc.headline
    if headline is None or not doc.body:
        return
    may_conflict = may_name_person(headline, doc)
    strange = may_have_strangers(doc, headline)
    if not may_conflict and not (strange and may_introduce(doc)):
        return
    title = HeadlineWords.of(headline)
    lead, claims = Lead(doc, title.words), list(title.claims())
    found = next(_conflicts(doc, title, lead, claims), None) if may_conflict else None
    if found is not None:
        yield found
    elif strange:
        for actor, last, stranger in strangers_for(doc, title, lead, claims):
            yield _conflict(actor.to(last), stranger, actor, stranger, "warning")
            return


def _conflicts(
    doc: Doc, title: HeadlineWords, lead: Lead, claims: Iterable[Claim]
) -> Iterator[Finding]:
    for claim in claims:
        deeds = [] if claim.team else deeds_of(doc, title, lead, claim)
        if not deeds:
            continue
        actor = actor_at(doc, title.words, claim.at, title_case=title.title_case)
        if actor is None:
            continue
        for index, done in enumerate(deeds):
            if named(actor, lead.words(index)):
                break
            for other, first in who_did(doc, lead.words(index), done):
                finding = _judge(doc, title.words, claim.words, actor, other, first=first)
                if finding is not None and two_persons(doc, actor, other.name):
                    yield finding


def _judge(
    doc: Doc,
    title: Sequence[Word],
    words: Sequence[Word],
    actor: Span,
    other: Subject,
    *,
    first: bool,
) -> Finding | None:
    """Return the conflict of a headline's actor with a subject of the lead, if it is one.

    Args:
        doc: The article.
        title: The headline's words.
        words: Those that say what the actor does or says.
        actor: The headline's person.
        other: The lead's.
        first: Whether that is the first person in the lead.
    """
    if is_said(words) and _speaks_for_others(doc, other.name):
        return None
    shared = shared_predicate(words, other.rest) if words[0].spaced else None
    if shared is not None:
        clause = [word for word in title if word.end <= shared.last.end]
        if not _any_part_named(other.name, clause):
            theirs = other.name.to(shared.other_last.span)
            # `Okafor backs race after Ruiz`: Ruiz may have backed it, too; not `after Ruiz's vow`.
            others = [word for word in title if not word.text.endswith(_POSSESSIVE)]
            severity: Severity | None = "warning" if _any_part_named(other.name, others) else None
            return _conflict(actor.to(shared.last.span), theirs, actor, other.name, severity)
    elif first and not _any_part_named(other.name, title):
        return _judge_namings(doc, words, actor, other)
    return None


def _any_part_named(person: Span, words: Sequence[Word]) -> bool:
    parts = {part.lower() for part in name_parts(person.text)}
    return any(word.bare in parts for word in words)


def _judge_namings(doc: Doc, words: Sequence[Word], actor: Span, other: Subject) -> Finding | None:
    """Return the conflict that words in common and the namings of the two persons prove.

    A person of a story is introduced by full name or title and named again. The wrong one in a lead
    is not named again, and the right one comes back by a surname that nothing has introduced. What
    a headline quotes (`Ruiz: …`) may be said by `the president` and on what another person did.
    """
    told = predicate(words, HEADLINE_WORDS)
    stems = {word.stem for word in predicate(other.rest, SENTENCE_WORDS)}
    common = [word for word in told if word.stem in stems]
    if not common or (common[0] is not told[0] and _acts_upon(doc, told[0], other)):
        return None
    namings, once = _namings(doc, actor), len(_namings(doc, other.name)) == 1
    sure = len(common) >= _SURE
    severity: Severity | None = "warning"
    if not words[0].spaced:
        proved = sure and once and bool(namings) and not _introduced(doc, namings[0])
    elif not namings:
        proved = sure or common[0] is told[0]
    elif _introduced(doc, namings[0]):
        proved = sure and once
    else:
        proved = once
        certain = sure and common[0] is told[0] and not is_said(other.rest)
        severity = None if certain else "warning"
    if not proved:
        return None
    return _conflict(actor.to(common[-1].span), other.name, actor, other.name, severity)


def _speaks_for_others(doc: Doc, person: Span) -> bool:
    """Tell whether a person in the lead is called a spokesman, a lawyer or the like."""
    start, end = max(person.start - _BEFORE, 0), person.end + _BEFORE
    return _SPOKESMAN.search(doc.text, start, end) is not None


def _acts_upon(doc: Doc, verb: Word, other: Subject) -> bool:
    """Tell whether a lead's person may have done the other side of what a headline says.

    One wins what the other loses, and a judge or an officer deals with the person.
    """
    deed = next((word for word in other.rest if word.stem), None)
    from newslint_rules.headline.contradiction import are_opposites

    if deed is not None and are_opposites(verb.stem, deed.stem):
        return True
    before = doc.text[max(other.name.start - _BEFORE, 0) : other.name.start]
    return _OFFICER.search(before) is not None


def _namings(doc: Doc, person: Span) -> list[int]:
    """Return where the body has a person's surname."""
    return list(places_of(surname_of(person.text), doc.text, doc.body[0].start))


def _introduced(doc: Doc, place: int) -> bool:
    """Tell whether a given name or a title stands before a surname."""
    before = doc.text[max(place - _BEFORE, 0) : place]
    return _INTRODUCED.search(before) is not None and _BARE.search(before) is None


def _conflict(
    headline: Span, clause: Span, actor: Span, other: Span, severity: Severity | None = None
) -> Finding:
    message = f"the headline says this of {actor.text!r}, the lead of {other.text!r}"
    return clause.flag(message, severity=severity, related=[(headline, "the headline")])
