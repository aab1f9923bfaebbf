"""Quotations without a speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Annotated

from newslint import (
    CueKind,
    Doc,
    Findings,
    Quote,
    Span,
    any_cue,
    has_cue,
    phrases,
    quotes_in,
    regexp,
    rule,
    sentences_of,
    word_list,
)
from newslint_rules.attribution.naming import named_anywhere

MARKS = phrases('"', "“", "„", "«", "``", "‘")
# Cues that can carry a quotation into the next paragraph.
SPEAKING = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.PHRASE})
# Sentences of the paragraph before in which the speaker is looked for.
LAST = 1
_ENDS = (".", ",", "!", "?", "…", "—", "–", "-")
_SMALL_WORD = regexp(r"(?<!\S)[a-z][a-z'’]+")
# Fewer words without a capital are a title or a slogan.
SMALL_WORDS = 4
# `Lind: "…"`, and `…, "…"` in the middle of a sentence of the reporter's.
_INTRODUCED = regexp(r"[:,—–-]\s*\Z")
# `The letter in full:`, `It was worded in the following way.`
_LEADS_ON = regexp(r"(?:[:?]|\b(?:following|as follows)\b[^.!?\n]{0,60}\.)\s*\Z")
REACH = 90
# `," crowed Ms Lind`, `," the bill states.`: a verb of saying that no list has.
_VERB_AND_NAME = regexp(
    r"(?:[a-z]+s|began)\s+[A-Z]|[a-z]+ed\s+(?:[A-Z]|the\b|an?\b)|the\s+[a-z]+\s+[a-z]+(?:s|ed)[.,]"
)
# `Mona Lind has lived here for years.`, `She shook her head.`: the person who is spoken of speaks.
_PERSON_FIRST = regexp(
    r"\W*(?:(?:But|And|Yet|So|Still|Now|Then|For (?:her|his) part),?\s+)?"
    r"(?:(?:He|She|They|His|Her|Their|We|I)\b|(?:[A-Z][\w’'.-]+\s+){2}|(?:Mr|Ms|Mrs|Dr)\.?\s)"
)
_FIRST_PERSON = regexp(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b")
# Code points before the end of a sentence within which a letter or a speech leads on.
NEAR_END = 40
# `Mona Lind ⏎ Lund ⏎ “…”`: a line above a quotation, without a stop, heads it (code points).
HEAD = 60
# What may stand under or behind a quotation to sign it: a dash, a bracket, a handle, a name.
_SIGNS = regexp(r"[—–―(\[@*-]|https?:|pic\.|(?:Sen|Rep|Gov|Dr|Mrs?|Ms|Gen|Prof|Rev)\. [A-Z]")
# A line that signs is short and no sentence (code points): `Mona Lind, member of the council`.
SIGNATURE = 80


@rule("ATT001", severity="warning", languages=("en",), near=MARKS)
def unattributed_quote(
    doc: Doc,
    *,
    min_length: Annotated[int, "shorter quotations are not looked at (characters)"] = 25,
) -> Findings:
    """A direct quotation with no speaker in its paragraph or beside it.

    Words in quotation marks are somebody's. Where the text does not say whose, a line was lost in
    copying, or nobody can check the quotation. It is a warning where nobody speaks or is named in
    the whole article, which was not met in the real news that was read; else it is for information.
    Of a run of such quotations the first is reported.

    A speaker is looked for in the paragraph itself, in the last sentence of the one before and in
    the first of the one behind (in all of it where it begins with a quotation). Left alone:
    quotations shorter than `min-length` and those that are no sentence (titles, scare quotes, words
    woven into a sentence), those that go on from a paragraph before or go on a sentence of the
    reporter's, those after a colon, a question or `the following`, those under a line that is no
    sentence (a name, a question's number), those that are signed, and those behind a sentence that
    speaks of one person (`She shook her head.`) or of something that holds words (`a letter`).

    Three of four findings are arguable: a sentence of background stands between the quotation and
    its speaker, or the layout of a digest says who speaks. It errs where marks are nested wrongly
    and where radio traffic or a dialogue is told. It misses a quotation without a speaker next to a
    sentence in which somebody else says something or is spoken of.

    Bad:
        The bridge was closed in May and has been empty since. It was built in two years.

        >>"We will not pay for a bridge that nobody asked for."<<

        The bridge is 300 metres long and eight metres wide.
    Good:
        "We will not pay for a bridge that nobody asked for."

        The mayor said so in May.
    Good:
        The letter in full:

        "We will not pay for a bridge that nobody asked for."

        The bridge is 300 metres long.
    Good:
        "We will not pay for a bridge that nobody asked for."

        — Mona Lind, tenant
    Good: The street is called "The Old Road to the Bridge" and is long.
    Good:
        Mona Lind shook her head.

        "We will not pay for a bridge that nobody asked for."

        The bridge is 300 metres long.
    Good: It is one of the "ten bridges that everybody should see once," and is 300 metres long.
    Good: "We will not pay for a bridge that nobody asked for," protesters chanted in May.
    Good: "A bridge shall be built at once," the charter orders. "It shall be paid for by all."
    """
    body = doc.body
    judged = -1  # the last paragraph with quotations: of a run of such only the first is reported
    for number, found in _quoted(doc, min_length):
        run, judged = number == judged + 1 > 0, number
        if run:
            continue
        paragraph = body[number]
        alone = next((one for one in found if _is_speech(doc, paragraph, one)), None)
        if alone is None or _somebody_near(body, number):
            continue
        last = sentences_of(body[number - 1])[-1] if number else None
        if not _understood(paragraph, alone, last) and not any(
            _has_place(doc, paragraph, one) for one in found
        ):
            anybody = any_cue(body, SPEAKING) or named_anywhere(doc)
            yield alone.span.flag(
                f"nobody says {_shorten(alone.content.text)!r}",
                severity="info" if anybody else None,
            )


def _quoted(doc: Doc, min_length: int) -> Iterator[tuple[int, list[Quote]]]:
    """Give the paragraphs with quotations of some length, by number."""
    long = [one for one in doc.quotes if one.depth == 0 and one.size >= min_length]
    if not long:
        return
    starts = [paragraph.start for paragraph in doc.body]
    for number, found in groupby(long, lambda one: bisect_right(starts, one.span.start) - 1):
        yield number, list(found)


def _somebody_near(body: Sequence[Span], number: int) -> bool:
    if has_cue(body[number]):
        return True
    before = sentences_of(body[number - 1])[-LAST:] if number else ()
    after = _opening(body[number + 1]) if number + 1 < len(body) else ()
    return any_cue((*before, *after), SPEAKING)


def _opening(paragraph: Span) -> tuple[Span, ...]:
    """Return the sentences that may name the speaker of the quotation before a paragraph."""
    quoted = any(quote.span.start == paragraph.start for quote in quotes_in(paragraph))
    return sentences_of(paragraph)[: None if quoted else 1]


def _is_speech(doc: Doc, paragraph: Span, quote: Quote) -> bool:
    """Tell a sentence that somebody says from a title, and from words woven into a sentence."""
    start, end = quote.span.start + quote.opening, quote.span.end - quote.closing
    content = doc.text[start:end].strip()
    if not content.endswith(_ENDS):
        return False
    if content[:1].islower() and doc.text[paragraph.start : quote.span.start].strip():
        return False
    small = len(_SMALL_WORD.findall(content))
    return small >= SMALL_WORDS and 2 * small > len(content.split())


def _has_place(doc: Doc, paragraph: Span, quote: Quote) -> bool:
    """Tell whether the layout says whose a quotation is: introduced, continued or signed."""
    before = doc.text[paragraph.start : quote.span.start]
    if quote.continued or _INTRODUCED.search(before) or _woven(before):
        return True
    above = doc.text[max(0, paragraph.start - REACH) : paragraph.start]
    if not before.strip() and (_LEADS_ON.search(above) or _headed(above)):
        return True
    if _signed_below(doc, paragraph):
        return True
    behind = doc.text[quote.span.end : quote.span.end + 2 * SIGNATURE].lstrip()
    line = behind.partition("\n")[0].strip()
    if _SIGNS.match(line) or _VERB_AND_NAME.match(line):
        return True
    if line and quote.closed and quote.content.text.rstrip().endswith(","):
        return True  # `…," protesters chanted`
    return 0 < len(line) <= SIGNATURE and line[:1].isupper() and not line.endswith(_ENDS)


def _woven(before: str) -> bool:
    """Tell whether a quotation goes on a sentence of the reporter's: `See “…”`, `that “…”`."""
    before = before.rstrip()
    return bool(before) and not before.endswith(_STOPS)


def _headed(above: str) -> bool:
    """Tell whether a line without a stop stands above: a name, a place, a question's number."""
    line = above.rstrip().rpartition("\n")[2].strip()
    return 0 < len(line) <= HEAD and not line.endswith((*_STOPS, ",", ";"))


def _signed_below(doc: Doc, paragraph: Span) -> bool:
    """Tell whether the run of quotations that a paragraph begins ends with a line that signs."""
    after = bisect_right(doc.body, paragraph.start, key=lambda one: one.start)
    last = paragraph
    for following in doc.body[after : after + LONGEST_RUN]:
        if not following.text.startswith(_OPENING):
            break
        last = following
    if last is paragraph:
        return False
    line = doc.text[last.end : last.end + 2 * SIGNATURE].lstrip().partition("\n")[0].strip()
    return 0 < len(line) <= SIGNATURE and line[:1].isupper() and not line.endswith(_STOPS)


# Paragraphs of one quotation, at most, before its signature.
LONGEST_RUN = 8
_OPENING = ("“", '"', "‘", "'", "`")
_STOPS = (".", "!", "?", "…", ":", "”", '"', "’", "'")


@cache
def _spoken_things() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(word_list(__package__, 'spoken_things.txt'))})\b", re.IGNORECASE
    )


def _understood(paragraph: Span, quote: Quote, before: Span | None) -> bool:
    """Tell whether the sentence before a quotation says who or what speaks, if without a verb."""
    inside = [one for one in sentences_of(paragraph) if one.end <= quote.span.start]
    sentence = inside[-1] if inside else before
    if sentence is None:
        return False
    if _spoken_things().search(sentence.text, max(0, len(sentence) - NEAR_END)):
        return True
    person = _PERSON_FIRST.match(sentence.text)
    return bool(person) and (
        len(sentence) <= HEAD or bool(_FIRST_PERSON.search(quote.content.text))
    )


def _shorten(content: str) -> str:
    words = content.split()
    return content if len(words) < 9 else " ".join(words[:7]) + " …"
