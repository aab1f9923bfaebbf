"""Source and content of a cue: who says what, by the order of words in a sentence."""

from __future__ import annotations

import re

from newslint.patterns import regexp
from newslint.spans import Span
from newslint.text.attribution.cue_context import CARRIED
from newslint.text.attribution.cue_lexicon import plain_forms
from newslint.text.attribution.cues import Cue, CueKind
from newslint.text.attribution.subjects import (
    FINITE,
    REACH,
    STOP,
    before_insertion,
    clause_start,
    leading,
    name_in,
    of_joined_verb,
    owner,
    with_list,
)
from newslint.text.quotes import quotes_in

# A cue with fewer code points after it in its sentence closes the sentence: `…, the minister said.`
_TAIL = 12
# Code points between a quotation and its speaker.
_GAP = 8
_PASSIVE = regexp(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+|also\s+)?\Z")
_BY = regexp(
    r"\s*by\s+(?P<name>(?:(?!(?:that|as|for|to|in|on|at|of\s+being|when|who)\b)[\w.’'-]+\s*){1,8})"
)
# When and where something was said: `on Monday`, `in a statement to the paper`, `last week`.
_WHEN = (
    r"(?:(?:late|early|earlier|last|this|on|later)\s+){0,2}(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|week|month|year|night|morning|evening|afternoon|yesterday|today)(?:\s+(?:night|morning|evening|afternoon))?"
    r"|earlier|later|again"
)
_WHERE = (
    r"(?:in|at|during|on|via|through|after|before|to|by)\s+(?:(?:an?|the|his|her|its|their|one|another|some)\s+)?"
    r"(?:[\w’'-]+\s+){0,3}?(?:statement|interview|letter|memo|tweet|post|speech|conference|briefing|"
    r"hearing|report|e-?mail|telephone|phone|television|radio|Twitter|Facebook|reporters|journalists|"
    r"lawmakers|parliament|testimony|editorial|op-ed|news|rally|debate|court)"
)
_ASIDES = regexp(rf"(?:\s+(?:{_WHEN}|{_WHERE})(?!\w),?){{1,3}}(?=\s)")
_THAT = regexp(r"[\s,:]*(?:out\s+)?(?:that\b)?[\s,:]*")
# What may follow the verb where its content stands before: no clause.
_BESIDES = regexp(rf"\s+(?:{_WHEN}|{_WHERE}|(?:in|at|after|during)\b)")
# Verbs with somebody who is told before what he is told.
_TELLING = frozenset({
    "advise", "alert", "assure", "brief", "caution", "convince", "counsel", "inform", "instruct",
    "notify", "persuade", "promise", "reassure", "remind", "show", "tell", "warn",
})  # fmt: skip
_TOLD = regexp(
    r"\s+(?:(?:the|a|an|his|her|its|their)\s+)?(?:[\w.’'&/-]+\s+){1,9}?(?=that\b)"
    r"|\s+(?:him|her|them|us|me|it|you|reporters|journalists|lawmakers|police|officers|investigators|"
    r"(?:the\s+)?[A-Z][\w.’'&/-]*(?:\s+(?:of\s+)?(?:the\s+)?[A-Z][\w.’'&/-]*)*)(?=[\s,:.])"
)
OF_SOURCE = ("according to", "as per", "in the words of", "in the view of", "in the opinion of",
             "in the eyes of", "as quoted by", "citing", "quoting")  # fmt: skip
"""Phrases with their source behind them."""
_QUOTE_ENDS = ("”", '"', "’", "'")
_SPEECH_ENDS = (",", ".", "?", "!", "…", "—", "-")

Parts = tuple[Span | None, Span]
"""Source and content."""


def parts_of(sentence: Span, cue: Cue) -> Parts:
    """Return the source of what a cue gives, if any is found, and what it gives."""
    start, end = cue.span.start - sentence.start, cue.span.end - sentence.start
    if cue.kind is CueKind.PHRASE:
        return _phrase(sentence, cue, start, end)
    if cue.kind in (CueKind.NOUN, CueKind.DOCUMENT):
        source = owner(sentence, start) or _carrier(sentence, start)
        return source, sentence.slice(end, len(sentence.text))
    return _verb(sentence, start, end, mood=cue.kind is CueKind.MOOD)


def _carrier(sentence: Span, start: int) -> Span | None:
    """`Ms Lind issued a statement that …`: the subject of the verb that carries the noun."""
    base = max(0, start - REACH)
    carried = CARRIED.search(sentence.text[base:start])
    if carried is None or carried.group()[:5].lower() == "there":
        return None
    place = base + carried.start()
    subject_start = clause_start(sentence.text, place)
    return name_in(sentence.slice(subject_start, place)) or of_joined_verb(sentence, subject_start)


def _phrase(sentence: Span, cue: Cue, start: int, end: int) -> Parts:
    """`according to SOURCE, CONTENT` and `CONTENT, according to SOURCE`."""
    whole = sentence.text
    before = sentence.slice(0, start)
    phrase = cue.span.text.lower()
    if phrase not in OF_SOURCE:
        if not phrase.endswith("ly") and not phrase.startswith(("by ", "in ", "on ")):
            return _verb(sentence, start, end)
        return None, before if len(whole) - end < _TAIL else sentence.slice(end, len(whole))
    source_end = _stop(whole, end)
    source = name_in(sentence.slice(end, source_end))
    if before.text.strip():
        return source, before
    return source, sentence.slice(_behind_insertion(whole, source_end), len(whole))


def _stop(whole: str, end: int) -> int:
    stop = STOP.search(whole, end, end + REACH)
    return stop.start() if stop else min(end + REACH, len(whole))


def _behind_insertion(whole: str, start: int) -> int:
    """`According to Lind, a clerk at the port, …`: skip who Lind is."""
    inserted = _INSERTED.match(whole, start, start + REACH)
    return inserted.end() if inserted and not FINITE.search(inserted.group()) else start


_INSERTED = regexp(r",\s+(?:an?|the)\s+[^,;:“”\"]+(?=,)")


def _verb(sentence: Span, start: int, end: int, *, mood: bool = False) -> Parts:
    """`SOURCE says CONTENT`, `CONTENT, SOURCE says` and `CONTENT, says SOURCE`."""
    whole = sentence.text
    subject_start = clause_start(whole, start)
    subject = sentence.slice(subject_start, start)
    going_on = whole[start:end].lower().endswith("ing")
    if not going_on and not mood and _PASSIVE.search(subject.text):
        return _passive(sentence, end)
    source = name_in(subject)
    if going_on and (source is None or _PREPOSITION.match(source.text)):
        source = of_joined_verb(sentence, subject_start) or leading(sentence, start)
    elif source is None and subject_start:
        if _inverted(sentence, subject_start, end):
            named = name_in(sentence.slice(end, _stop(whole, end)))
            return named, _quoted(sentence.slice(0, subject_start))
        source = of_joined_verb(sentence, subject_start)
        named_before = None if source else before_insertion(sentence, subject_start)
        if named_before is not None:
            source, subject_start = named_before
        elif source is None:
            source = leading(sentence, start)
    elif source is not None:
        subject_start = with_list(sentence, subject_start, start)
        source = name_in(sentence.slice(subject_start, start)) or source
    relative = source is not None and source.text in ("who", "which")
    if source is not None and not relative and _closes(sentence, subject_start, start, end):
        return source, _quoted(sentence.slice(0, subject_start))
    return source, sentence.slice(_content_start(whole, start, end), len(whole))


def _closes(sentence: Span, subject_start: int, start: int, end: int) -> bool:
    """Tell whether what is said stands before its speaker: `…, Ms Lind said in May`."""
    whole = sentence.text
    before = whole[max(0, subject_start - _GAP) : subject_start].rstrip()
    if before.endswith(_QUOTE_ENDS) and before[-2:-1] in _SPEECH_ENDS:  # `…,” Ms Lind said`
        return True
    if subject_start <= _TAIL or _FOLLOWS.match(whole, end):
        return False
    if len(whole) - end < _TAIL or whole[end : end + 1] in (".", "?", "!"):
        return True
    if whole[end : end + 1] == ",":  # `It was old, Ms Lind said, and it leaked.`
        return bool(FINITE.search(whole, 0, subject_start)) or bool(
            _last_quote(sentence, subject_start)
        )
    if not before.endswith(","):
        return False
    told = (
        _TOLD.match(whole, end) if plain_forms().get(whole[start:end].lower()) in _TELLING else None
    )
    rest = told.end() if told else end
    if not whole[rest : rest + REACH].strip(" ."):
        return True
    if FINITE.search(whole, rest, rest + REACH) or not _BESIDES.match(whole, rest):
        return False
    return bool(FINITE.search(whole, 0, subject_start))


def _content_start(whole: str, start: int, end: int) -> int:
    """Skip who was told, when and where, and `that`."""
    place = end
    if plain_forms().get(whole[start:end].lower()) in _TELLING:
        told = _TOLD.match(whole, place, place + REACH)
        place = told.end() if told else place
        place = _asides(whole, place)
    else:
        place = _asides(whole, place)
    that = _THAT.match(whole, place)
    return that.end() if that else place


def _asides(whole: str, place: int) -> int:
    asides = _ASIDES.match(whole, place, place + REACH)
    if asides is None:
        return place
    return asides.end()


def _passive(sentence: Span, end: int) -> Parts:
    """`was told by SOURCE that CONTENT`, `is expected to CONTENT`."""
    whole = sentence.text
    by = _BY.match(whole, end, end + REACH)
    place = by.end() if by else end
    source = name_in(sentence.slice(*by.span("name"))) if by else None
    that = _THAT.match(whole, place)
    content = sentence.slice(that.end() if that else place, len(whole))
    if source is not None and not content.text.strip(" ."):
        content = sentence.slice(0, end)
    return source, content


_PREPOSITION = regexp(
    r"(?:in|on|at|for|with|by|to|of|after|before|during|without)\b", re.IGNORECASE
)
# `said, “…`, `said: “…`: what is said follows.
_FOLLOWS = regexp(r"\s*[,:]\s*[\"“‘'`]")


def _quoted(content: Span) -> Span:
    """Widen the end of a quotation of several sentences to the whole of it."""
    first = next(iter(quotes_in(content)), None)
    if first is None or first.span.start >= content.start:
        return content
    return first.span.to(content)


def _last_quote(sentence: Span, place: int) -> int:
    """Return where the last quotation before a place ends in the sentence, or 0."""
    ends = [one.span.end - sentence.start for one in quotes_in(sentence)]
    return max((end for end in ends if end <= place), default=0)


def _inverted(sentence: Span, subject_start: int, end: int) -> bool:
    """Tell whether the speaker follows the verb, as in `…, said the mayor of Lund`."""
    whole = sentence.text
    stop = _stop(whole, end)
    if not any(letter.isalpha() for letter in whole[end:stop]):
        return False
    before = whole[max(0, subject_start - REACH) : subject_start].rstrip()
    if before.endswith(_QUOTE_ENDS):
        return True
    quoted = _last_quote(sentence, subject_start)
    if quoted and whole[quoted:subject_start].strip(" ,"):  # `…” Ms Lind, who leads it, said`
        return False
    if not before.endswith(",") or FINITE.search(whole, end, stop):
        return False
    return bool(FINITE.search(whole, 0, subject_start)) or len(whole[end:stop].split()) < _SHORT


# A speaker behind the verb has fewer words, where what is said shows no verb: `It fell, said …`.
_SHORT = 6
