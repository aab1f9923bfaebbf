"""TTL003 name-variant."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated

from newslint import (
    Doc,
    Findings,
    Span,
    has_given_name,
    is_title_word,
    lexicon,
    paragraph_at,
    plain_name,
    rule,
)
from newslint_rules.titles.voice import is_in_gallery, is_in_post

_NAME_WORD = re.compile(r"(?<![\w@#./’'-])[^\W\d_a-z][^\W\d_]{2,}(?![\w@])")
_WORD_BEFORE = r"(?<![\w.])([^\W\d_a-z](?:[\w’'-]*|\w{0,3}\.(?:\w\.)*))[ \u00a0]"
"""A capitalised word, an initial or an abbreviated title, but not the end of a sentence."""
_BEFORE = re.compile(rf"(?:{_WORD_BEFORE})?{_WORD_BEFORE}$")
_AFTER = re.compile(
    r"[\])]?[ \u00a0]([^\W\d_a-z][\w’'-]*|(?:al|bin|da|de|del|den|der|di|ibn|van|von)\b)"
)
_SPEAKS = re.compile(
    r"[ \u00a0](?:acknowledged|added|adds|argued|asked|complained|continued|declined|explained"
    r"|noted|recalled|replied|said|says|stressed|tells|testified|thinks|told|tweeted|warned|wrote)\b"
)
"""After a name alone it is a person's, or a company's that is written as one."""
_SIC = re.compile(r"(?:['’]s)?\s*[\[(]sic[\])]", re.IGNORECASE)
_HONORIFICS = frozenset({"dr", "lady", "lord", "madam", "miss", "mr", "mrs", "ms", "sir"})
_OFTEN = 2
"""A form that is met so often is the name; the other is its slip."""
_SHORTEST = 5
"""Letters; shorter names are too often alike (`Karl`, `Kurl`), but for their accents."""
_Forms = Mapping[str, list[Span]]


@rule("TTL003", severity="warning", languages=("en",))
def name_variant(
    doc: Doc,
    *,
    accents: Annotated[bool, "also report forms that differ in accents only"] = True,
) -> Findings:
    """A name is spelled in two ways in one article.

    Names are what articles are searched and linked by. Two capitalised words that differ by one
    letter, or two that changed places, are one name when the same given name or title stands
    before them, or when the one is a name written twice or more (with a given name, after a title,
    or before `said`) and the other, unknown to the dictionary, is met once: alone, or in the full
    name that stands first. The rarer form is flagged. Forms that differ in accents alone (`Zoë` and
    `Zoe`) are an information, and so are those in the captions of a gallery or in a quoted post,
    where another hand wrote the name.

    Left alone: two persons (each with a given name of their own), adjectives of nationality and
    plurals (what differs is the last letter), common words, names in capitals, `[sic]`.

    It misses names that differ in their first letter, by a last one, or twice, and slips that are
    words. What was arguable in reading were foreign names that somebody quoted transcribes in
    another way, and credits. It errs where two persons with one title or given name bear nearly the
    same name, and in lists of links that stand in the text.

    Bad: Senator Heidi Lindqvist spoke. Senator >>Lindqivst<< left at noon. Lindqvist won.
    Bad: Ana Peréz won. Ana >>Perez<< said so. Ana Peréz left.
    Bad: Ana Lövgren won. Ana >>Lovgren<< said so. Ana Lövgren left.
    Bad: The law, Brenqvist said, is old. Brenqvist wrote it in May. Few liked >>Brenqivst<<.
    Bad: "It is late," Karl >>Lindqivst<< said. Lindqvist left on Monday. Lindqvist won.
    Good: Karl Thompson met Ana Thomson. Mr Thompson left, Ms Thomson stayed.
    Good: Carl Thompson beat Karl Thomson. Thompson was glad. Thomson was not. Thompson left.
    Good: Serbia agreed. Serbian ministers said so. Serbians too.
    Good: He wrote "Karl Lindqivst [sic] is a fool". Karl Lindqvist replied.
    """
    forms = _forms(doc)
    for one, other in _near_pairs(forms):
        order = sorted((one, other), key=lambda form: (len(forms[form]), -forms[form][0].start))
        rare, usual = order
        if not accents and plain_name(rare) == plain_name(usual):
            continue
        if _may_be_meant(doc, forms[rare] + forms[usual]) or not _one_name(doc, forms, rare, usual):
            continue
        place = forms[rare][0]
        surname = _AFTER.match(doc.text, place.end)
        if surname and plain_name(surname[1]) in _around(doc, forms[usual]).after:
            place = doc.span(place.start, surname.end())
        yield place.flag(
            f"{rare!r} is spelled {usual!r} elsewhere in this article",
            severity="info" if _is_usage(doc, place, rare, usual) else None,
            related=[(forms[usual][0], "the usual spelling here")],
        )


def _is_usage(doc: Doc, place: Span, rare: str, usual: str) -> bool:
    """Tell whether another hand, or the usage of accents, may be all there is to a form."""
    if plain_name(rare) == plain_name(usual):
        return True
    paragraph = paragraph_at(doc, place.start) or place
    return is_in_gallery(doc, paragraph, place) or is_in_post(doc, paragraph, place)


def _forms(doc: Doc) -> _Forms:
    """Return the capitalised words of the article and where they stand."""
    forms: dict[str, list[Span]] = defaultdict(list)
    for paragraph in (*doc.deck, *doc.body):
        for match in _NAME_WORD.finditer(paragraph.text):
            word = match.group()
            if word[0].isupper() and not _has_capitals(word):
                forms[word].append(paragraph.group(match))
    return forms


def _has_capitals(word: str) -> bool:
    return any(one.isupper() and two.isupper() for one, two in pairwise(word))


def _near_pairs(forms: _Forms) -> Iterator[tuple[str, str]]:
    """Give the pairs that differ by a letter, found by leaving out each letter in turn."""
    seen: dict[str, list[str]] = defaultdict(list)
    found = set()
    for form in forms:
        plain = plain_name(form)
        for key in {plain, *(plain[:i] + plain[i + 1 :] for i in range(1, len(plain)))}:
            for other in seen[key]:
                if (other, form) not in found and _slip(plain_name(other), plain):
                    found.add((other, form))
                    yield other, form
            seen[key].append(form)


def _slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter in the middle, or by two that changed places."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(long) < _SHORTEST:
        return False
    head = _alike(short, long)
    tail = min(_alike(short[::-1], long[::-1]), len(short) - head)
    middle, longer = short[head : len(short) - tail], long[head : len(long) - tail]
    if len(middle) == 2:
        return bool(head) and middle == longer[::-1]
    return bool(head and tail) and len(longer) == 1


def _alike(one: str, other: str) -> int:
    """Return how many letters two words begin with in common."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _may_be_meant(doc: Doc, places: list[Span]) -> bool:
    return any(_SIC.match(doc.text, place.end) for place in places)


def _one_name(doc: Doc, forms: _Forms, rare: str, usual: str) -> bool:
    """Tell whether what stands around two forms says that they are one person's name."""
    words = lexicon()
    if words.core(rare.lower()) or _no_persons(rare) or _no_persons(usual):
        return False
    here, there = _around(doc, forms[rare]), _around(doc, forms[usual])
    if here.after and not here.after & there.after:
        return False
    if _is_slip(forms, rare, usual):
        named = _given(there.given) or there.titles
        if (named or there.speaks) and not here.given - there.given:
            return True
        first = forms[rare][0].start < forms[usual][0].start
        full = _given(here.given) or there.speaks
        if first and full and not there.given and not _given({usual}):
            return True  # the slip stands in the full name, the surname alone is right
    if words.core(usual.lower()) or (there.after and not here.after):
        return False
    accents_only = plain_name(rare) == plain_name(usual) and rare.lower() != usual.lower()
    if here.given & there.given or (accents_only and here.after & there.after):
        return True
    return not (here.given and there.given) and bool(here.titles & there.titles)


def _is_slip(forms: _Forms, rare: str, usual: str) -> bool:
    """Tell whether a form that nobody knows is met once, and one like it often."""
    often = len(forms[rare]) == 1 and len(forms[usual]) >= _OFTEN
    if not often or rare.lower() == usual.lower():
        return False
    accents_only = plain_name(rare) == plain_name(usual)
    return accents_only or (rare.isascii() and not lexicon().known(rare))


def _no_persons(form: str) -> bool:
    return is_title_word(form) or is_title_word(form.removesuffix("s"))


def _given(words: set[str]) -> bool:
    return any(has_given_name(f"{word.capitalize()} Lindqvist") for word in words)


def _may_be_given(word: str) -> bool:
    """Tell a name from the word that opens the sentence: `But Lindqvist`."""
    return not lexicon().core(word.lower()) or has_given_name(f"{word} Lindqvist")


class _Around:
    """What stands before and after the forms of a name."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.titles: set[str] = set()
        self.after: set[str] = set()
        self.speaks = False


def _around(doc: Doc, places: list[Span]) -> _Around:
    around = _Around()
    for place in places:
        before = _BEFORE.search(doc.text, max(0, place.start - 40), place.start)
        for word in reversed(before.groups() if before else ()):
            if word is None:
                break
            if plain_name(word) in _HONORIFICS or is_title_word(word):
                around.titles.add(plain_name(word))
                break
            if _may_be_given(word):
                around.given.add(plain_name(word))
        after = _AFTER.match(doc.text, place.end)
        around.speaks = around.speaks or _SPEAKS.match(doc.text, place.end) is not None
        if after:
            around.after.add(plain_name(after[1]))
    return around
