"""GAR005: a fixed wording that has lost one of its small words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newslint import Doc, Findings, FormRuns, Span, regexp, rule, sentence_at, word_list

_WHOLE = dict(entry.split(" = ") for entry in word_list(__package__, "lost-words.txt"))
# These two need a superlative after them: `no one the council knows` is whole.
_BEFORE_MOST = frozenset(("one the", "some the"))
_MOST = regexp(r" (?:most|least|best|worst|few|\w{3,}est)\b")
_ARTICLES = (" the", " a", " an")
_ARTICLE = regexp(r"\b(?:a|an|the)\b", re.IGNORECASE)
_NEAR = 90
_NOUN = regexp(r" [\w'\u2019-]+")
_LOST = FormRuns(_WHOLE)


@rule("GAR005", severity="info", languages=("en",))
def missing_words(doc: Doc) -> Findings:
    """A fixed wording that has lost an article or a preposition.

    Only in the paragraphs of the story: headlines leave small words out on purpose.

    Bad: The port is >>one the most<< crowded in the region, officials said on Monday.
    Fixed (unsafe): The port is one of the most crowded in the region, officials said on Monday.
    Good: According to the mayor, the port is one of the most crowded in the region.

    Good: The port closed on Monday. PORT CLOSED AS RESULT OF STRIKE, the banner of the union said.

    Headlines that stand in the story leave small words out on purpose, so that a lost article is
    looked for only where a sentence has other articles nearby.

    It knows only the wordings of its list, so it misses most lost words. It errs on
    headlines and captions that stand in the story, have an article themselves and are not known
    as such.
    """
    if not _LOST.may_occur(doc):
        return
    for place in _places(doc):
        lost = place.text.lower()
        if place.text.isupper():  # a headline within the story
            continue
        if lost in _BEFORE_MOST and not _MOST.match(doc.text, place.end):
            continue
        if (lost.endswith(" of") or lost.startswith("one of ")) and not _has_article(doc, place):
            continue
        if lost.startswith("regardless") and place.text[0].isupper():  # `Regardless the team won`
            continue
        if any(paragraph.contains(place) for paragraph in doc.body):
            noun = _NOUN.match(doc.text, place.end) if lost.endswith(_ARTICLES) else None
            whole = _WHOLE[lost]
            mended = whole[0].upper() + whole[1:] if place.text[0].isupper() else whole
            yield doc.span(place.start, noun.end() if noun else place.end).flag(
                f"{place.text!r} has lost a word", fix=mended + (noun[0] if noun else "")
            )


def _places(doc: Doc) -> Iterator[Span]:
    """Give the places of the wordings, in order."""
    matches = (
        match for wording in _LOST.found(doc) for match in _wording(wording).finditer(doc.text)
    )
    for start, end in sorted(match.span() for match in matches):
        yield doc.span(start, end)


@lru_cache(maxsize=len(_WHOLE))
def _wording(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def _has_article(doc: Doc, place: Span) -> bool:
    """Tell prose from the style of headlines, which has no articles at all."""
    sentence = sentence_at(doc, place.start)
    start = max(sentence.start, place.start - _NEAR) if sentence else place.start - _NEAR
    end = min(sentence.end, place.end + _NEAR) if sentence else place.end + _NEAR
    around = doc.text[max(0, start) : place.start] + doc.text[place.end : end]
    return _ARTICLE.search(around) is not None
