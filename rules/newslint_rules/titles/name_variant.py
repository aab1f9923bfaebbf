"""TTL003 name-variant."""

import re
from typing import Annotated

from newslint import (
    Doc,
    Findings,
    Span,
    has_given_name,
    lexicon,
    paragraph_at,
    plain_name,
    regexp,
    rule,
)
from newslint_rules.titles.alike import Neighbours, Slip, slip_between
from newslint_rules.titles.name_context import NEXT_NAME, Around, any_given, around_of
from newslint_rules.titles.name_words import Places, name_words, places_of

_SIC = regexp(r"(?:['’]s)?\s*[\[(]sic[\])]", re.IGNORECASE)
_OFTEN = 2
"""A form that is met so often is the name; the other is its slip."""
_SHORTEST = 5
"""Letters; shorter names are too often alike (`Karl`, `Kurl`), but for their accents."""
_MUCH_RARER = 0.7
"""So much less (log10) one of two known spellings is written than the other: a fifth as often."""


@rule("TTL003", severity="warning", languages=("en",))
def name_variant(
    doc: Doc,
    *,
    accents: Annotated[bool, "also report forms that differ in accents only"] = True,
) -> Findings:
    """A name is spelled in two ways in one article.

    Names are what articles are searched and linked by. Two capitalised words that differ by one
    letter, or two that changed places, are one name when

    * the same given name stands before them, or the same surname after them and one of the two is
      no given name that is known;
    * `Mr` or `Ms` stands before one of them, of whom nothing else is told, and the other is a
      surname with a given name;
    * the same title stands before them;
    * the one is a name written twice or more (with a given name, after a title, or before `said`)
      and the other, unknown to the dictionary, is met once: alone, or in the full name that stands
      first.

    The rarer form is flagged; of two that stand as often the one that the headline does not have,
    nobody knows, or is much rarer in other texts, and else the later one: the message does not say
    which is right. Forms that differ in accents alone (`Zoë` and `Zoe`) are an information, and so
    are those in the captions of a gallery or in a quoted post, where another hand wrote the name.

    Left alone: two persons (each with a given name of their own; two surnames that are known, the
    later with `, a nurse` or an age, so that somebody new comes in; two names in a row; two given
    names that both are known, `Maria` and `Marie`; relatives with the same surname), adjectives of
    nationality and plurals, common words, names in capitals, `[sic]`, and places where somebody
    speaks of the spelling.

    It misses names that differ twice, surnames alone that differ in the first letter or the last,
    given names that differ in the last, and most slips that are words. What was arguable in reading
    were foreign names that somebody quoted transcribes in another way, and credits. It errs where
    two persons with one title or given name bear nearly the same name, and in lists of links that
    stand in the text.

    Bad: Senator Heidi Lindqvist spoke. Senator >>Lindqivst<< left at noon. Lindqvist won.
    Bad: Ana Peréz won. Ana >>Perez<< said so. Ana Peréz left.
    Bad: Ana Lövgren won. Ana >>Lovgren<< said so. Ana Lövgren left.
    Bad: The law, Brenqvist said, is old. Brenqvist wrote it in May. Few liked >>Brenqivst<<.
    Bad: "It is late," Karl >>Lindqivst<< said. Lindqvist left on Monday. Lindqvist won.
    Bad: Peter Lindqvist left. Then Peter >>Lindqvisth<< won.
    Bad: Yorven Lundgren left. Then >>Yorvven Lundgren<< won.
    Bad: Ola Tremayne left the boat. "It is cold," said Mr >>Tremaine<<.
    Good: Maria Lindqvist left. Then Marie Lindqvist won.
    Good: James Hansen left. A teacher, James Hanson, won.
    Good: Yorven Lundgren left. Her sister Yorvven Lundgren won.
    Good: Karl Thompson met Ana Thomson. Mr Thompson left, Ms Thomson stayed.
    Good: Carl Thompson beat Karl Thomson. Thompson was glad. Thomson was not. Thompson left.
    Good: Serbia agreed. Serbian ministers said so. Serbians too.
    Good: He wrote "Karl Lindqivst [sic] is a fool". Karl Lindqvist replied.
    """
    pairs = _NEIGHBOURS.pairs(name_words(doc))
    if not pairs:
        return
    places = places_of(doc, {word for pair in pairs for word in pair})
    from newslint_rules.titles.full_names_alike import Spelling, one_full_name

    for one, other in pairs:
        if not (places[one] and places[other]):
            continue
        slip = slip_between(plain_name(one), plain_name(other))
        if slip is None or (not accents and slip is Slip.ACCENTS):
            continue
        rare, usual, tie = _which(doc, places, one, other)
        here, there = around_of(doc, places[rare]), around_of(doc, places[usual])
        found = (not here.after or here.after & there.after) and (
            (_is_long_enough(rare, usual, slip) and _one_name(places, rare, usual, here, there))
            or one_full_name(
                doc, Spelling(rare, places[rare], here), Spelling(usual, places[usual], there), slip
            )
        )
        if not found or _may_be_meant(doc, places[rare] + places[usual]):
            continue
        place = places[rare][0]
        surname = NEXT_NAME.match(doc.text, place.end)
        if surname and plain_name(surname[1]) in there.after:
            place = doc.span(place.start, surname.end())
        yield place.flag(
            f"{rare!r} is spelled {usual!r} elsewhere in this article",
            severity="info" if _is_usage(doc, place, rare, usual) else None,
            related=[
                (places[usual][0], "the other spelling" if tie else "the usual spelling here")
            ],
        )


def _which(doc: Doc, places: Places, one: str, other: str) -> tuple[str, str, bool]:
    """Return the rarer of two forms, the usual one, and whether the article cannot tell.

    Of two forms that are met as often, the one is rarer that the headline does not have, that
    nobody knows, or that is much rarer in all texts; then the later one.
    """
    counts = len(places[one]), len(places[other])
    if counts[0] != counts[1]:
        return (one, other, False) if counts[0] < counts[1] else (other, one, False)
    headline = doc.headline.text if doc.headline else ""
    words = lexicon()

    def rank(form: str) -> tuple[bool, bool]:
        known = has_given_name(f"{form} Lindqvist") or words.known(form)
        return form in headline, known

    first, later = sorted((one, other), key=lambda form: places[form][0].start)
    if plain_name(one) == plain_name(other):  # dictionaries leave accents out
        return later, first, True
    one_known, other_known = rank(first), rank(later)
    gap = words.zipf(later) - words.zipf(first)
    if one_known < other_known or (one_known == other_known and gap > _MUCH_RARER):
        first, later = later, first
    return later, first, one_known[0] == other_known[0]


def _is_usage(doc: Doc, place: Span, rare: str, usual: str) -> bool:
    """Tell whether another hand, or the usage of accents, may be all there is to a form."""
    if plain_name(rare) == plain_name(usual):
        return True
    paragraph = paragraph_at(doc, place.start) or place
    from newslint_rules.titles.voice import is_in_gallery, is_in_post

    return is_in_gallery(doc, paragraph, place) or is_in_post(doc, paragraph, place)


def _may_be_meant(doc: Doc, places: list[Span]) -> bool:
    return any(_SIC.match(doc.text, place.end) for place in places)


def _is_long_enough(one: str, other: str, slip: Slip) -> bool:
    """Tell whether two names differ in the middle, and have enough letters around it."""
    long = max(len(one), len(other)) >= _SHORTEST
    return slip is Slip.ACCENTS or (slip is Slip.INSIDE and long)


def _one_name(places: Places, rare: str, usual: str, here: Around, there: Around) -> bool:
    """Tell whether what stands around two forms says that they are one person's name."""
    words = lexicon()
    if words.core(rare.lower()):
        return False
    if _is_slip(places, rare, usual):
        named = any_given(there.given) or there.titles
        if (named or there.speaks) and not here.given - there.given:
            return True
        first = places[rare][0].start < places[usual][0].start
        full = any_given(here.given) or there.speaks
        if first and full and not there.given and not any_given({usual}):
            return True  # the slip stands in the full name, the surname alone is right
    if words.core(usual.lower()) or (there.after and not here.after):
        return False
    same = plain_name(rare) == plain_name(usual)
    if same and rare.lower() != usual.lower() and here.after & there.after:
        return True
    if here.given & there.given:  # of two full names with one given name, one_full_name tells
        return same or not any_given(here.given & there.given)
    return not (here.given and there.given) and bool(here.titles & there.titles)


def _is_slip(places: Places, rare: str, usual: str) -> bool:
    """Tell whether a form that nobody knows is met once, and one like it often."""
    often = len(places[rare]) == 1 and len(places[usual]) >= _OFTEN
    return often and _is_unknown_slip(rare, usual)


def _is_unknown_slip(rare: str, usual: str) -> bool:
    if rare.lower() == usual.lower():
        return False
    accents_only = plain_name(rare) == plain_name(usual)
    return accents_only or (rare.isascii() and not lexicon().known(rare))


def _may_be_one(one: str, other: str, slip: Slip) -> bool:
    """Tell by two forms alone whether they can be one name."""
    words = lexicon()
    core = words.core(one.lower()), words.core(other.lower())
    if all(core):
        return False
    if _is_long_enough(one, other, slip):
        if not any(core):
            return True
        rare, usual = (other, one) if core[0] else (one, other)
        if _is_unknown_slip(rare, usual):
            return True
    from newslint_rules.titles.full_names_alike import may_be_one_full_name

    return may_be_one_full_name(one, other, slip)


_NEIGHBOURS = Neighbours(_may_be_one)
