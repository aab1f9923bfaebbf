"""When a title is held: what says that two titles of one person are of different times."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint import Doc, Mention, Role, Span, paragraph_at, sentence_at

_REACH = 600
"""So many characters around a mention are its surroundings; longer sentences are cut there."""
_TOLD = frozenset({Role.HEADLINE, Role.DECK})
_STOPS = (".", "!", "?", ".”", '."')
_INSTALLED = re.compile(
    r"\b(?:(?:sworn|swearing)[ -]in|inaugurated|assum(?:e[sd]?|ing) office"
    r"|(?<!since )(?<!since he )(?<!since she )(?<!the day he )(?<!the day she )"
    r"(?:takes?|took|taking|taken) (?:the oath|the chair|office|over))\b",
    re.IGNORECASE,
)
_INSTALLED_NEAR = 200
"""How near a mention its person must take office, in characters."""
_AGAIN = re.compile(
    r"\b(?:becom(?:es?|ing)|bec(?:a|o)me|return(?:s|ed|ing)? as|back as|re-?elected(?: as)?"
    r"|reinstated(?: as)?|reappointed(?: as)?) (?:[a-z]+ ){0,3}(?P<title>[a-z]+)\b(?! [A-Z])"
    r"|\b(?:return(?:s|ed|ing)? to|back in) (?:office|power)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|they|who)\b", re.IGNORECASE)
_TRANSITION = re.compile(
    r"\b(?:inauguration|transition|election (?:day|night)|flash(?:ed)? (?:back|forward))\b",
    re.IGNORECASE,
)
_RETROSPECT = re.compile(
    r"\b(?:ago|at the time|back then|back when|election night|fir(?:ed|ing)"
    r"|oust(?:s|ed|ing)?|quits?|replac(?:e|es|ed|ing)"
    r"|resign(?:s|ed|ing|ation)?|sack(?:s|ed|ing)|step(?:s|ped|ping)? (?:down|aside)"
    r"|succeeded|dismiss(?:ed|al|es)|toppled|overthr(?:ew|own)"
    r"|no[- ]confidence|vote of confidence|confidence vote|voted out|unseated|impeached)\b"
    r"|['’]\d0s",
    re.IGNORECASE,
)
_RETROSPECT_NEAR = 100
"""How near a mention such a word, or a past year, must stand to be about it, in characters."""
_REIGN = re.compile(
    r"['’]s? (?:\w+ )?(?:administration|cabinet|era|government|presidency|rule|tenure|term|years)\b"
    r"|-era\b"
)
_UNDER = re.compile(r"\bunder (?:[A-Z][\w.]+ ){0,2}$", re.IGNORECASE)
"""`under President Ruiz` speaks of a government, as `President Ruiz's government` does."""
_WILL = re.compile(r"\bwill\b")
_UNDER_REACH = 40
_PROSPECT = re.compile(r"['’]?s? (?:could|might)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOW = re.compile(
    rf"\b(?:{_WEEKDAY}|today|tonight|this week|now|currently|is|has|says|will|may|plans)\b"
)
_ACTS = r"announced|called|denied|met|opened|said|signed|told \w+|urged|visited|warned"
_SAYS = re.compile(rf" (?:{_ACTS}|added|told|tweeted|wrote)\b")
_DOES_NOW = re.compile(rf" (?:(?:is|says|will|plans)\b|(?:{_ACTS})(?: \w+)?(?: on)? {_WEEKDAY}\b)")
"""What says right after a name that its bearer acts today, whatever else the sentence tells."""


def place_of(doc: Doc, mention: Mention) -> Span | None:
    """Return the paragraph of a mention, or the headline, deck or stray sentence it stands in."""
    offset = mention.span.start
    if paragraph := paragraph_at(doc, offset):
        return paragraph
    number = bisect_right(doc.lines, offset, key=lambda line: line.start) - 1
    line = doc.lines[number]
    sentence = line.text.rstrip().endswith(_STOPS) and doc.body and line.end < doc.body[-1].end
    told = line.role in _TOLD or (line.role is Role.OTHER and sentence)
    return line if told and offset < line.end else None


def surroundings(doc: Doc, mention: Mention) -> Span | None:
    """Return the sentence of a mention, or what of a very long one is near it."""
    sentence = sentence_at(doc, mention.span.start) or place_of(doc, mention)
    if sentence is None:
        return None
    start = max(sentence.start, mention.span.start - _REACH)
    return doc.span(start, min(sentence.end, mention.span.end + _REACH))


def looks_back(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether a sentence speaks of a time before today."""
    before = doc.text[max(0, mention.span.start - _UNDER_REACH) : mention.span.start]
    under = _UNDER.search(before) and not _WILL.search(sentence.text)
    if under or _REIGN.match(doc.text, mention.span.end):
        return True
    if _DOES_NOW.match(doc.text, mention.span.end):
        return False
    if _RETROSPECT.search(_beside(doc, sentence, mention)):
        return True
    return names_past_year(doc, sentence, mention)


def names_past_year(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether a year before that of the article stands by; any year if it has none."""
    years = (int(match.group()) for match in _YEAR.finditer(_beside(doc, sentence, mention)))
    return any(doc.date is None or year < doc.date.year for year in years)


def _beside(doc: Doc, sentence: Span, mention: Mention) -> str:
    """Return what of a sentence is near a mention."""
    start = max(sentence.start, mention.span.start - _RETROSPECT_NEAR)
    return doc.text[start : min(sentence.end, mention.span.end + _RETROSPECT_NEAR)]


def is_of_today(doc: Doc, mention: Mention) -> bool:
    """Tell whether something in its sentence says that a title is meant for today."""
    here = surroundings(doc, mention)
    if here is None or looks_back(doc, here, mention):
        return False
    return bool(_SAYS.match(doc.text, mention.span.end) or _NOW.search(here.text))


def looks_ahead(doc: Doc, mention: Mention) -> bool:
    """Tell `President Ruiz could sign it` from what is so: the office that somebody will have."""
    return _PROSPECT.match(doc.text, mention.span.end) is not None


def takes_office(doc: Doc, *mentions: Mention, anybody: bool = False) -> bool:
    """Tell whether the person of the mentions, or ``anybody``, is installed next to one of them."""
    for mention in mentions:
        for change in _around(doc, mention, _INSTALLED, _INSTALLED_NEAR):
            sentence = sentence_at(doc, change.start)
            named = sentence and (
                mention.surname in sentence.text or _PRONOUN.search(sentence.text)
            )
            if anybody or named:
                return True
    return False


def is_back_in_office(doc: Doc, *mentions: Mention) -> bool:
    """Tell whether a sentence next to the mentions says that their person has the office again."""
    for mention in mentions:
        for change in _around(doc, mention, _AGAIN, _REACH):
            sentence = sentence_at(doc, change.start)
            office = change.text.endswith(("power", "office", mention.title_kind))
            if sentence and office and mention.surname in sentence.text:
                return True
    return False


def _around(doc: Doc, mention: Mention, pattern: re.Pattern[str], reach: int) -> Iterator[Span]:
    start = max(0, mention.span.start - reach)
    for match in pattern.finditer(doc.text, start, mention.span.end + reach):
        yield doc.group(match)


def in_transition(sentence: Span) -> bool:
    """Tell whether a sentence is of the time between election and office."""
    return _TRANSITION.search(sentence.text) is not None
