"""Attribution: who said, wrote or thought what, and the words that say so.

Told by word lists of cues (`cues`), by quotation marks and by word order; there is no parser and
nothing is fitted to a corpus. So the sentence is usually right and the ends of source and content
are often approximate: rules should ask whether there is an attribution, not where it ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from newslint.source import Text
from newslint.spans import Span
from newslint.text.article import article
from newslint.text.cues import Cue, CueKind, cues_in, has_cue
from newslint.text.quotes import Quote, quotes_in
from newslint.text.sentences import paragraph_at, sentences_of
from newslint.text.speaker_labels import label_of


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: what is said, by whom, and the words that say so.

    Args:
        content: What is said or thought, with its quotation marks.
        source: Who says it; ``None`` where it is not said (`is expected to`).
        cue: The words that say so; ``None`` for a quotation that merely goes on.
    """

    content: Span
    source: Span | None
    cue: Span | None


# Shorter quotations are names, titles and scare quotes, and attribute nothing (code points).
QUOTE_LENGTH = 12
QUOTE_WORDS = 3
# A cue with fewer code points after it in its sentence closes the sentence: `…, the minister said.`
_TAIL = 12
# Code points on either side of a cue within which its source is looked for.
_REACH = 300
# A text without stops is read in pieces of so many code points.
_LONGEST = 5000
_BOUNDARY = re.compile(r"[,;:—–(\"“”]|\b(?:that|which|and|but|because|as|while|when|after|if)\b")
_STOP = re.compile(r"[,;:—–(\"“”.!?]")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being|'s|’s)\s+(?:\w+ly\s+|also\s+)?\Z")
_ADVERBS = re.compile(
    r"(?:(?:\A|\s+)(?:has|have|had|is|are|was|were|been|who|and|also|later|then|now|would|will|did|does|do|not|never|recently|once|"
    r"further|repeatedly|reportedly|publicly|earlier|often|still|just|first|\w+ly|n[o’']t))+\s*\Z"
)
_THAT = re.compile(r"\s*(?:that\b)?[\s,:]*")
_OF_SOURCE = ("according to", "as per", "in the words of", "in the view of", "in the opinion of",
              "in the eyes of", "as quoted by", "citing", "quoting")  # fmt: skip


# Words of a sentence that only says who speaks; words of one that ends with a colon.
_LONGEST_BARE = 7
_LONGEST_LEAD = 12
# Code points between two paragraphs, and between a quotation and its speaker.
_GAP = 8

CLOSE = frozenset({CueKind.SPEECH, CueKind.THOUGHT, CueKind.PHRASE})
"""Kinds of cues that name somebody's words or beliefs, where others may only tell of deeds."""
INWARD = frozenset({CueKind.THOUGHT, CueKind.EVIDENCE, CueKind.AIM})
"""Kinds of cues that attribute nothing in a question."""


def attributed(place: Span, *, closely: bool = False, apart_from: Span | None = None) -> bool:
    """Tell whether a sentence gives words or thoughts as somebody's: a quotation or a cue.

    A sentence that only says who speaks (`He said:`) gives no words; the paragraph after such a
    sentence and a colon does. How often this is right is measured by `bench/accuracy.py`.

    Args:
        place: A sentence of the body (or any other place in it).
        closely: Count only words of saying and believing, not aims, evidence, nouns and moods.
        apart_from: Leave out cues that begin here.
    """
    if any(_spoken(quote) for quote in quotes_in(place)) or _introduced(place) or label_of(place):
        return True
    cues = [
        cue
        for cue in cues_in(place)
        if (not closely or cue.kind in CLOSE)
        and (apart_from is None or not apart_from.start <= cue.span.start < apart_from.end)
    ]
    if place.text.endswith("?"):  # `Who knew?`: the reader is asked, nobody is said to know
        cues = [cue for cue in cues if cue.kind not in INWARD]
    return bool(cues) and not _bare(place, cues)


def _bare(place: Span, cues: list[Cue]) -> bool:
    """`Ms Lind agreed.`, `The mayor added:`: a speaker and a verb without what is said."""
    start, end = cues[-1].span.start - place.start, cues[-1].span.end - place.start
    if any(letter.isalnum() for letter in place.text[end : end + _REACH]):
        return False
    words = len(place.text[: _REACH + 1].split())
    if place.text.rstrip().endswith(":"):
        return words <= _LONGEST_LEAD
    return words <= _LONGEST_BARE and len(cues) == 1 and not _STOP.search(place.text, 0, start)


def _introduced(place: Span) -> bool:
    """Tell whether the paragraph before ends with a speaker and a colon: this one is spoken."""
    text = place.source
    here = paragraph_at(text, place.start) if isinstance(text, Text) else None
    if here is None or not isinstance(text, Text):
        return False
    gap = text.text[max(0, here.start - _GAP) : here.start].rstrip()
    if not gap.endswith(":"):
        return False
    before = paragraph_at(text, max(0, here.start - _GAP) + len(gap) - 1)
    return before is not None and has_cue(sentences_of(before)[-1], CLOSE)


def attributions(text: Text) -> tuple[Attribution, ...]:
    """Return the attributions of the body, in order of their contents."""
    found: list[Attribution] = []
    speaker: Span | None = None  # of the last words given, for quotations that go on without a cue
    for paragraph in text.get(article).body:
        here: list[Attribution] = []
        speakers: list[Span] = []
        for sentence in sentences_of(paragraph):
            for start in range(0, len(sentence), _LONGEST):
                end = min(start + _LONGEST, len(sentence))
                for cue, one in _in_sentence(sentence.slice(start, end)):
                    here.append(one)
                    if one.source is not None and cue.kind in CLOSE:
                        speakers.append(one.source)
        speakers.sort(key=lambda one: one.start)
        here += _going_on(paragraph, here, speakers, speaker)
        speaker = speakers[-1] if speakers else speaker
        found += sorted(here, key=lambda one: (one.content.start, one.content.end))
    return tuple(found)


def _spoken(quote: Quote) -> bool:
    """Tell somebody's words from a name, a word set apart and the title of a work."""
    content = quote.content.text
    if len(content) < QUOTE_LENGTH:
        return False
    words = content[:_REACH].split()
    return len(words) >= QUOTE_WORDS and not _is_title(quote, words)


def _is_title(quote: Quote, words: list[str]) -> bool:
    """`“The Bridge of Sorrows”`, alone or behind words of a text, not those of a headline."""
    if len(words) > _LONGEST_TITLE or any(word[0].islower() and len(word) > 3 for word in words):
        return False
    if not any(word[0].isupper() and len(word) > 3 for word in words[1:]):
        return False
    around = quote.span.window(_REACH, _REACH)
    inside = quote.span.start - around.start
    before = around.text[:inside].rpartition("\n")[2]
    after = around.text[inside + len(quote.span) :].partition("\n")[0]
    return bool(_LONG_SMALL.search(before)) or not (before.strip() or after.strip())


_LONG_SMALL = re.compile(r"\b[a-z]{5,}\b")
_LONGEST_TITLE = 9


def _in_sentence(sentence: Span) -> Iterator[tuple[Cue, Attribution]]:
    for cue in cues_in(sentence):
        start, end = cue.span.start - sentence.start, cue.span.end - sentence.start
        if cue.kind is CueKind.PHRASE:
            found = _phrase(sentence, cue, start, end)
        elif cue.kind in (CueKind.NOUN, CueKind.DOCUMENT):
            owner = _owner(sentence, start)
            found = (owner, sentence.slice(end, len(sentence.text)))
        else:
            found = _verb(sentence, start, end)
        source, content = found
        content = content.strip(" ,;:\n")
        if content.text.strip(".!? "):
            yield cue, Attribution(content, source, cue.span)


def _phrase(sentence: Span, cue: Cue, start: int, end: int) -> tuple[Span | None, Span]:
    """`according to SOURCE, CONTENT` and `CONTENT, according to SOURCE`."""
    whole = sentence.text
    before = sentence.slice(0, start)
    phrase = cue.span.text.lower()
    if phrase not in _OF_SOURCE:
        if not phrase.endswith("ly") and not phrase.startswith(("by ", "in ", "on ")):
            return _verb(sentence, start, end)
        return None, before if len(whole) - end < _TAIL else sentence.slice(end, len(whole))
    stop = _STOP.search(whole, end, end + _REACH)
    source_end = stop.start() if stop else min(end + _REACH, len(whole))
    source = _name(sentence.slice(end, source_end))
    return source, before if before.text.strip() else sentence.slice(source_end, len(whole))


def _verb(sentence: Span, start: int, end: int) -> tuple[Span | None, Span]:
    """`SOURCE says CONTENT`, `CONTENT, SOURCE says` and `CONTENT, says SOURCE`."""
    whole = sentence.text
    subject_start = _clause_start(whole, start)
    subject = sentence.slice(subject_start, start)
    going_on = whole[start:end].lower().endswith("ing")
    if not going_on and _PASSIVE.search(subject.text):
        return None, sentence.slice(end, len(whole))
    source = _name(subject)
    if source is None and going_on:
        source = _leading(sentence, start)
    elif source is None and subject_start:
        if _inverted(whole, subject_start, end):
            stop = _STOP.search(whole, end, end + _REACH)
            tail_end = stop.start() if stop else min(end + _REACH, len(whole))
            return _name(sentence.slice(end, tail_end)), _quoted(sentence.slice(0, subject_start))
        source = _before_apposition(sentence, subject_start) or _leading(sentence, start)
    closes = len(whole) - end < _TAIL or whole[end : end + 1] in (",", ".", "?", "!")
    before = whole[max(0, subject_start - _GAP) : subject_start].rstrip()
    spoken = before.endswith(_QUOTE_ENDS) and before[-2:-1] in _SPEECH_ENDS  # `…,” Ms Lind said`
    if (closes and subject_start > _TAIL) or (spoken and source is not None):
        return source, _quoted(sentence.slice(0, subject_start))
    that = _THAT.match(whole, end)
    return source, sentence.slice(that.end() if that else end, len(whole))


def _quoted(content: Span) -> Span:
    """Widen the end of a quotation of several sentences to the whole of it."""
    first = next(iter(quotes_in(content)), None)
    if first is None or first.span.start >= content.start:
        return content
    return first.span.to(content)


_QUOTE_ENDS = ("”", '"', "’", "'")
_SPEECH_ENDS = (",", ".", "?", "!", "…", "—", "-")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|have|would|will|could|should|that|it|he|she)\b")


def _inverted(whole: str, subject_start: int, end: int) -> bool:
    """Tell whether the speaker follows the verb, as in `…, said the mayor of Lund`."""
    before = whole[max(0, subject_start - _REACH) : subject_start].rstrip()
    if before.endswith(_QUOTE_ENDS):
        return True
    behind = max(before.rfind(mark) for mark in _QUOTE_ENDS[:2])
    if behind >= 0 and before[behind + 1 :].strip(" ,"):  # `…” Ms Lind, who leads the bank, said`
        return False
    return before.endswith(",") and not _FINITE.search(whole, end, end + _REACH)


def _before_apposition(sentence: Span, subject_start: int) -> Span | None:
    """`Ms Lind, who leads the bank, says`: find the name that the insertion belongs to."""
    whole, least = sentence.text, max(0, subject_start - _REACH)
    end = least + len(whole[least:subject_start].rstrip(" ,"))
    comma = whole.rfind(",", least, end)
    return _name(sentence.slice(_clause_start(whole, comma), comma)) if comma > 0 else None


def _clause_start(whole: str, place: int) -> int:
    """Return where the clause begins that holds ``place``: its subject stands there."""
    start = max(0, place - _REACH)
    for boundary in _BOUNDARY.finditer(whole, start, place):
        start = boundary.end()
    return start


def _owner(sentence: Span, start: int) -> Span | None:
    """`the minister's claim that …`, `her claim that …`: who owns the noun."""
    base = max(0, start - _OWNER_REACH)
    owner = _OWNER.search(sentence.text[base:start])
    if owner is None:
        return None
    group = owner.lastgroup or 0
    return sentence.slice(base + owner.start(group), base + owner.end(group))


_OWNER_REACH = 60
_OWNER = re.compile(
    r"(?:(?P<name>(?:[A-Z][\w.-]*|the|[a-z]+)(?:\s+[\w.-]+){0,3})['’]s|"
    r"\b(?P<pronoun>(?i:his|her|its|their|our|my|your)))\s+(?:\w+\s+){0,3}\Z"
)
_LEADING = re.compile(
    r"[\s\"“”'’,]*(?:(?:But|And|Yet|Still|Then|Also|Later)[\s,]+)?"
    r"(?P<name>(?:(?:The|the|A|An|His|Her|Its|Their)\s+)?[A-Z][\w.’'-]*(?:\s+(?:of\s+|the\s+)*[A-Z][\w.’'-]*)*"
    r"|The\s+[a-z-]+(?:\s+[a-z]+)?|he|she|they|it|we|the\s+[a-z-]+)"
)


def _leading(sentence: Span, before: int) -> Span | None:
    """Return what the sentence begins with, after a quotation: `Ms Lind spoke up, saying …`."""
    quoted = [one for one in quotes_in(sentence) if one.span.end - sentence.start < before]
    start = max(0, quoted[0].span.end - sentence.start) if quoted else 0
    found = _LEADING.match(sentence.text, start, before)
    return sentence.slice(*found.span("name")) if found else None


def _name(place: Span) -> Span | None:
    """Trim white space and the adverbs before a verb; ``None`` when nothing is left."""
    adverbs = _ADVERBS.search(place.text)
    trimmed = place.slice(0, adverbs.start()) if adverbs else place
    trimmed = trimmed.strip(' \t\n\xa0.,"”’')
    return trimmed if any(letter.isalpha() for letter in trimmed.text) else None


def _going_on(
    paragraph: Span, here: list[Attribution], speakers: list[Span], speaker: Span | None
) -> Iterator[Attribution]:
    """Give the quotations of a paragraph that no cue takes to a label or to a speaker near it."""
    taken = sorted((one.content.start, one.content.end) for one in here)
    furthest = list(accumulate((end for _, end in taken), max))
    for quote in quotes_in(paragraph):
        before = bisect_left(taken, (quote.span.end, 0))  # contents that begin before its end
        overlaps = before > 0 and furthest[before - 1] > quote.span.start
        if _spoken(quote) and not overlaps:
            label = _LABEL.match(paragraph.text[: max(0, quote.span.start - paragraph.start)])
            if label is not None:
                speaker = paragraph.slice(*label.span(1))
            elif speakers:
                number = bisect_left(speakers, quote.span.start, key=lambda one: one.start)
                speaker = speakers[max(0, number - 1)]
            yield Attribution(quote.span, speaker, None)


# `Mona Lind: “…”`
_LABEL = re.compile(r"\s*([A-Z][\w.,’'() -]{1,60}):\s*\Z")
