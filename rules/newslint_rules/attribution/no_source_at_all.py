"""Articles that give nobody's words."""

from __future__ import annotations

import re
from typing import Annotated

from newslint import CueKind, Doc, Findings, FormKind, any_cue, phrase_file, regexp, rule
from newslint_rules.attribution.genre import is_opinion

STATEMENTS = phrase_file(__package__, "characterised_statements.txt")
SAYING = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.PHRASE, CueKind.EVIDENCE})
# A paper that is told of is a source.
_PAPERS = FormKind({
    "study", "studies", "trial", "research", "report", "reports", "survey", "poll", "data",
    "figures", "statistics", "document", "documents", "record", "records", "interview", "bulletin",
    "papers", "indictment", "lawsuit",
})  # fmt: skip
_PAPER = regexp(
    r"\b(?:study|studies|trial|research|reports?|survey|poll|data|figures|statistics|documents?|records|"
    r"interview|bulletin|court papers|indictment|lawsuit)\b",
    re.IGNORECASE,
)
# Tables and lists of prices: so many words in a hundred are figures.
FIGURES = 10
# Digests of other papers: so many characters in a hundred are quoted.
QUOTATIONS = 20
_FIGURE = regexp(r"\S*\d\S*|--")
# A word or two in quotation marks is a name, not speech (code points).
QUOTED = 12
# Match reports and service pieces need no source: `3-1`, `overtime`; `you`, `your`; `died`; `I`.
_OTHER_GENRES = regexp(
    r"\b\d{1,3}[-–]\d{1,3}\b|\b(?:innings|wicket|overtime|halftime|half-time|quarterback|goalkeeper|"
    r"striker|scored|midfielder|playoff|tournament|died|obituary|I|my|you|your|we|our)\b"
)
OTHER_GENRE = 3
# What parts words: there is one word more than blanks at most.
_BLANKS = " \n\t"
_ODD_BLANKS = frozenset(
    "\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Code points of a word and the blank behind it, in most texts fewer.
WORD = 8


@rule("ATT006", severity="warning", languages=("en",))
def no_source_at_all(
    doc: Doc,
    *,
    min_words: Annotated[int, "shorter articles are not judged as a whole (words)"] = 200,
) -> Findings:
    """An article that attributes nothing to anyone, or characterises a statement unquoted.

    A news story of some length in which nobody says, thinks or announces anything cannot be
    checked. And where a *strongly worded statement* is the news, but the article quotes not a word
    of it, the reader has only the writer's adjective.

    Left alone as a whole: short articles (`min-words`), match reports, obituaries, columns and
    service pieces, told by their words, digests that quote for a fifth of their length, pieces with
    a study, a report or a document, and tables of figures. The finding of a whole article is for
    information, and it errs: notices and explainers need no source. It is narrow, because one word
    of saying, believing or showing, whatever its business, counts as a source; so it misses most
    articles that have an attribution in passing. It was met once in 13,000 real articles, and
    statements that are only characterised were not met.

    Bad: The port authority issued a >>strongly worded statement<< about the ferry on Monday.
    Good: The port authority issued a strongly worded statement: "This ferry must never sail again."
    Good: The ferry will sail again on Monday.
    """
    if STATEMENTS.may_occur(doc) and not _quotes(doc):
        for hit in doc.hits(STATEMENTS):
            if doc.body and doc.body[0].start <= hit.start < doc.body[-1].end:
                yield hit.flag(f"the article quotes no word of this {hit.text!r}")
    if (
        _is_short(doc, min_words)
        or _says(doc)
        or _is_digest(doc)
        or _other_genre(doc)
        or is_opinion(doc)
    ):
        return
    every = [word for paragraph in doc.body for word in paragraph.text.split()]
    words, figures = len(every), sum(1 for word in every if _FIGURE.fullmatch(word))
    if words >= min_words and 100 * figures < FIGURES * words:
        yield doc.flag(
            f"nobody says anything in these {words} words: no source at all", severity="info"
        )


def _is_short(doc: Doc, min_words: int) -> bool:
    """Tell whether a text has too few blanks for so many words."""
    text, enough = doc.text, WORD * min_words
    count = text.count
    if len(text) > enough and count(" ", 0, enough) >= min_words:
        return False
    return sum(map(count, _BLANKS)) + sum(map(count, _ODD_BLANKS & doc.signs)) + 1 < min_words


def _quotes(doc: Doc) -> bool:
    return any(quote.size >= QUOTED for quote in doc.quotes)


def _is_digest(doc: Doc) -> bool:
    quoted = sum(quote.size for quote in doc.quotes if quote.depth == 0)
    return 100 * quoted >= QUOTATIONS * sum(len(paragraph) for paragraph in doc.body)


def _says(doc: Doc) -> bool:
    if any_cue(doc.body, SAYING):
        return True
    return _PAPERS.may_occur(doc) and any(_PAPER.search(one.text) for one in doc.body)


def _other_genre(doc: Doc) -> bool:
    found = 0
    for paragraph in doc.body:
        found += sum(1 for _ in _OTHER_GENRES.finditer(paragraph.text))
    return found >= OTHER_GENRE
