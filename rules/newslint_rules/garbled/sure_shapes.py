"""Shapes that no word has, so that a blank was lost whatever else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Doc, Span, has_given_name, lexicon, regexp
from newslint_rules.garbled.marks import glued_apostrophe
from newslint_rules.garbled.splitting import FUNCTION_WORDS, association, surroundings

# `it'snot`: after the contraction of a pronoun nothing goes on, though `snot` is a word.
_CONTRACTED = {
    mark: regexp(rf"{mark}(?<=[A-Za-z].)([st]|re|[vl][el])(?=[a-z]{{2}})") for mark in "'\u2019"
}
_PRONOUNS = frozenset(
    ("he", "here", "how", "it", "she", "that", "there", "what", "where", "who", "why")
)
_SUBJECTS = frozenset(("i", "they", "we", "who", "you"))
# `a 21-year-oldman`
_AGED = regexp(r"-old(?<=[dhkr]-old)(?=[a-z]{3,})")
# `America'sCup`: a possessive, then a name.
_POSSESSED = regexp(r"['\u2019]s(?<=[a-z]{2}['\u2019]s)(?=[A-Z][a-z])")
_NAME = regexp(r"[A-Z][a-z]+(?![\w-])")
_AGED_HEAD = regexp(r"(?:day|week|month|year)-old\Z")
# `a four-yearban`, `a 12-pointlead`
_MEASURED = regexp(
    r"(?<=[a-z\d])-(day|hour|mile|minute|month|point|week|year)([a-z]{3,})(?![\w'\u2019-])"
)
_NUMBER = regexp(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve))\Z")
_COMPOUND_TAILS = frozenset(("long", "old", "olds", "plus", "wide"))
# `it isa bit late`, `out fora duck`: in small letters no name, and the second a rare plural.
_LOW_ARTICLE = regexp(r"(?<=[a-z] )(is|for)a(?= ([a-z]{3,}))")
# `Iam sure`: the verbs of a clause that goes on in small letters.
_I_VERB = regexp(
    r"I(am|believe|can|could|did|didn['\u2019]t|do|don['\u2019]t|feel|had|have|hope|just|know|never"
    r"|said|think|thought|want|was|went|will|would)(?= [a-z])"
)
_WORD_I = regexp(r"\bI(?=[a-z])")
# `theU.S.`, `inN.Y.`: initials with points behind small letters; `theUS`, `inUK`.
_INITIALS = regexp(r"(?<=[a-z])(?:(?:[A-Z]\.){2,}|(?:EU|UK|UN|US)(?:['\u2019]s)?(?![\w.-]))(?!\w)")
# `thatI` before a small letter; `GeorgeW. Bush`.
_PRONOUN_I = regexp(r"(?<=[a-z])I(?= [a-z]|['\u2019](?:d|ll|m|ve)\b)")
_INITIAL = regexp(r"(?<=[a-z])[A-Z]\.(?= [A-Z][a-z])")
# `Ina statement on Monday`: first names too, but not before a word that goes with `a`.
_ARTICLE = regexp(r"(?:A[st]|For|I[ns]|On|With)a(?= ([a-z]{3,}))")
_WITH_ARTICLE = 1.3  # log10 of how much likelier than chance; verbs stay below it
_OPENS = frozenset(("", "\n", ".", "?", "!", '"', "\u201c", ":"))
_CAPITALS = regexp(r"[A-Z](?<=[a-z].)(?=[.KNSU]|['\u2019 ])")
_WORD = regexp(r"(?<![^\s(\"'\u201c\u2018])[^\W\d_]+\Z")
_TAIL = regexp(r"[a-z]+(?![\w'\u2019-])")
_REACH = 24
_OWNER = 4
_COMMON_ZIPF = 4.0


def sure_shapes(doc: Doc, *, shaped: bool) -> Iterator[tuple[Span, str]]:
    """Give each place, and its text with the blank put back.

    Args:
        doc: The article.
        shaped: Whether a form has one of the shapes that are told by the form alone.
    """
    if glued_apostrophe(doc):
        for mark, pattern in _CONTRACTED.items():
            for match in pattern.finditer(doc.text) if mark in doc.text else ():
                yield from _contraction(doc, match)
    if not shaped:
        return
    yield from _ages_and_measures(doc)
    yield from _articles(doc)
    yield from _owners_and_speakers(doc)
    text = doc.text
    for capital in _CAPITALS.finditer(text):
        at = capital.start()
        word = _WORD.search(text, max(0, at - _REACH), at)
        right = _right(text, at, word[0]) if word else None
        if word and right:
            yield doc.span(word.start(), at + len(right)), f"{word[0]} {right}"


def _ages_and_measures(doc: Doc) -> Iterator[tuple[Span, str]]:
    text = doc.text
    for match in _AGED.finditer(text):
        tail = _TAIL.match(text, match.end())
        aged = _AGED_HEAD.search(text, max(0, match.start() - 6), match.end())
        if aged and tail and lexicon().core(tail[0]):
            yield doc.span(match.end() - 3, tail.end()), f"old {tail[0]}"
    for match in _MEASURED.finditer(text):
        unit, noun = match.groups()
        number = _NUMBER.search(text, max(0, match.start() - 7), match.start())
        fused = lexicon().core(noun) and not lexicon().known(unit + noun)
        if number and fused and noun not in _COMPOUND_TAILS:
            yield doc.span(match.start(1), match.end()), f"{unit} {noun}"


def _articles(doc: Doc) -> Iterator[tuple[Span, str]]:
    text = doc.text
    for match in _LOW_ARTICLE.finditer(text):
        goes = match[1] == "is" and lexicon().core(match[2])
        once = surroundings(doc, match.start()).count(f" {match[0]} ") == 1
        if once and (goes or association("a", match[2]) > _WITH_ARTICLE):
            yield doc.span(*match.span()), f"{match[1]} a"
    for match in _ARTICLE.finditer(text):
        start, form = match.start(), match[0]
        opens = text[max(0, start - 2) : start].rstrip(" ")[-1:] in _OPENS
        goes = opens and association("a", match[1]) > _WITH_ARTICLE
        if goes and surroundings(doc, start).count(f"{form} ") == 1:
            yield doc.span(*match.span()), f"{form[:-1]} a"


def _owners_and_speakers(doc: Doc) -> Iterator[tuple[Span, str]]:
    text = doc.text
    for match in _POSSESSED.finditer(text):
        owner = _WORD.search(text, max(0, match.start() - _REACH), match.start())
        thing = _NAME.match(text, match.end())
        if owner and thing and lexicon().known(owner[0]):
            apart = f"{text[owner.start() : match.end()]} {thing[0]}"
            yield doc.span(owner.start(), thing.end()), apart
    for match in _WORD_I.finditer(text):
        verb = _I_VERB.match(text, match.start())
        if verb and len(re.findall(rf"\b{verb[0]}\b", text)) == 1:
            yield doc.span(*verb.span()), f"I {verb[1]}"


def _contraction(doc: Doc, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    text = doc.text
    word = _WORD.search(text, max(0, match.start() - _REACH), match.start())
    tail = _TAIL.match(text, match.end())
    if not (word and tail) or lexicon().zipf(tail[0]) < _COMMON_ZIPF:
        return
    pronoun = match[1] == "s" and word[0].lower() in _PRONOUNS
    owner = match[1] == "s" and len(word[0]) >= _OWNER and word[0].istitle()
    if owner and lexicon().name(word[0]):  # `Berlin'sport`
        yield doc.span(word.start(), tail.end()), f"{text[word.start() : match.end()]} {tail[0]}"
        return
    subject = len(match[1]) > 1 and word[0].lower() in _SUBJECTS
    if pronoun or subject or (match[1] == "t" and word[0].endswith("n") and len(word[0]) > 2):
        head = text[word.start() : match.end()]
        if lexicon().known(head):
            yield doc.span(word.start(), tail.end()), f"{head} {tail[0]}"


def _right(text: str, at: int, left: str) -> str | None:
    """Return what stands behind the lost blank, if the shape is one of these."""
    for pattern in (_INITIALS, _PRONOUN_I, _INITIAL):
        match = pattern.match(text, at)
        if match:
            if pattern is _INITIAL:
                return match[0] if len(left) > 2 and has_given_name(f"{left} Xx") else None
            small = left.lower() in FUNCTION_WORDS
            if small or (len(left) > 3 and left.islower() and lexicon().core(left)):
                return match[0]
    return None
