"""When a title is held: what says that two titles of one person are of different times."""

import re
from collections.abc import Iterator

from newslint import Doc, Mention, Span, regexp, sentence_at
from newslint_rules.titles.voice import place_of

_REACH = 600
"""So many characters around a mention are its surroundings; longer sentences are cut there."""
_RETROSPECT = regexp(
    r"\b(?:ago|at the time|back then|back when|election night|fir(?:ed|ing)"
    r"|oust(?:s|ed|ing)?|quits?|replac(?:e|es|ed|ing)"
    r"|resign(?:s|ed|ing|ation)?|sack(?:s|ed|ing)|step(?:s|ped|ping)? (?:down|aside)"
    r"|succeeded|vacated|dismiss(?:ed|al|es)|toppled|overthr(?:ew|own)"
    r"|no[- ]confidence|vote of confidence|confidence vote|voted out|unseated|impeached)\b"
    r"|['’]\d0s",
    re.IGNORECASE,
)
_BESIDE = 100
"""How near a mention such a word, or a past year, must stand to be about it, in characters."""
_REIGN = regexp(
    r"['’]s? (?:\w+ )?(?:administration|cabinet|era|government|presidency|rule|tenure|term|years)\b"
    r"|-era\b"
)
_UNDER = regexp(r"\bunder (?:[A-Z][\w.]+ ){0,2}$", re.IGNORECASE)
"""`under President Ruiz` speaks of a government, as `President Ruiz's government` does."""
_WILL = regexp(r"\bwill\b")
_UNDER_REACH = 40
_PROSPECT = regexp(r"['’]?s? (?:can|could|might)\b|, if\b")
_WOULD = regexp(r"['’]?s? would\b")
"""After a surname, of the office somebody will have; after a full name often indirect speech."""
_IF = regexp(r"\b(?:if|once|should|unless) $", re.IGNORECASE)
_HAD_DONE = regexp(r" had (?:\w+ly )?\w+(?:d|en|ne|wn|me|ut)\b")
_AS = regexp(r"\b[Aa]s (?:[A-Z][\w.]+ )?$")
_THEN_HE = regexp(r" (?:he|she|they)\b")
"""`As President Ruiz she built it`, while she was."""
_DONE_BY = regexp(
    r"\b(?:appointed|begun|chosen|created|founded|launched|made|named|nominated|picked|signed"
    r"|started) by (?:[A-Z][\w.]+ )?$"
)
"""`a judge named by President Ruiz`, when she was."""
_OF_A_VOTE = r"(?:election|campaign|race|vote|primar(?:y|ies)|midterms?|debate)s?"
_YEAR = regexp(rf"\b(?:1[5-9]|20)\d\d\b(?!(?:['’]s)? (?:[a-z]+ )?{_OF_A_VOTE}\b)")
"""A year, but not `the 2016 election`, which a president of today has won."""
_DATE_COMMAS = regexp(r"^,|\d, ?$")
"""The comma of `In 2016, President Ruiz` and of `on May 3, 2016`."""
_CLAUSE_ENDS = regexp(r"[,;–—]")
_OF_ITS = regexp(r"(?:\b(?:the|an?|his|her|its|their|our)|['’]s) $", re.IGNORECASE)
"""Before the year in `his 2016 margins`, which says nothing of when something is so."""
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NOW = regexp(
    rf"\b(?:{_WEEKDAY}|today|tonight|this week|now|currently|is|has|says|will|may|plans)\b"
)
_ACTS = r"announced|called|denied|met|opened|said|signed|told \w+|urged|visited|warned"
_SAYS = regexp(
    rf",? (?:also )?(?:{_ACTS}|added|argued|asked|insisted|replied|told|tweeted|went on|wrote)\b"
)
_SAID_BY = regexp(
    r"\b(?:added|asked|insisted|replied|said|says|warned) (?:(?:the|its|their) )?(?:[A-Z][\w.]+ )?$"
)
"""`said the mayor, Ana Ruiz`, before the title."""
_DOES_NOW = regexp(
    rf" (?:(?:is|says|will|plans)\b|(?:{_ACTS})(?: \w+)?(?: on)? {_WEEKDAY}\b"
    rf"|(?:on )?{_WEEKDAY} (?:{_ACTS})\b)"
)
"""What says right after a name that its bearer acts today, whatever else the sentence tells."""
_IS_NOW = regexp(r",? (?:has|have|is|plans?|says?|wants?|will)\b")


_OF_ANOTHER = regexp(
    r"\b(?:about|against|and|behind|by|for|from|of|on|over|than|to|toward|towards|under|with|['’]s)"
    r" (?:(?:the|then|its|their) )?(?:[A-Z][\w.’'-]+ ){0,2}$"
)
"""Before a title whose bearer is not who the sentence is about."""


def surroundings(doc: Doc, mention: Mention) -> Span | None:
    """Return the sentence of a mention, or what of a very long one is near it."""
    sentence = sentence_at(doc, mention.span.start) or place_of(doc, mention)
    if sentence is None:
        return None
    start = max(sentence.start, mention.span.start - _REACH)
    return doc.span(start, min(sentence.end, mention.span.end + _REACH))


def looks_back(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether a sentence speaks of a time before today, or of what was under somebody."""
    before = doc.text[max(0, mention.span.start - _UNDER_REACH) : mention.span.start]
    under = _UNDER.search(before) and not _WILL.search(sentence.text)
    after = mention.span.end
    done = _DONE_BY.search(before) or _HAD_DONE.match(doc.text, after)
    done = done or (_AS.search(before) and _THEN_HE.match(doc.text, after))
    reign = under or _REIGN.match(doc.text, after)
    return bool(done or reign) or tells_of_before(doc, sentence, mention)


def tells_of_before(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether words beside a mention say that the sentence is of a time before today."""
    if acts_now(doc, mention):
        return False
    if _RETROSPECT.search(doc.text, *_beside(sentence, mention)):
        return True
    return names_past_year(doc, sentence, mention)


def names_past_year(doc: Doc, sentence: Span, mention: Mention) -> bool:
    """Tell whether a year before that of the article stands by; any year if it has none."""
    return any(True for _ in _past_years(doc, sentence, mention))


def years_gone(doc: Doc, sentence: Span, mention: Mention) -> list[int]:
    """Return the past years beside a mention that say when something is so: `in 2016`."""
    low = max(0, mention.span.start - 2 * _BESIDE)
    years = _past_years(doc, sentence, mention)
    return [int(one.group()) for one in years if not _OF_ITS.search(doc.text, low, one.start())]


def _past_years(doc: Doc, sentence: Span, mention: Mention) -> Iterator[re.Match[str]]:
    start, end = _beside(sentence, mention)
    for year in _YEAR.finditer(doc.text, start, end):
        if doc.date is not None and int(year.group()) >= doc.date.year:
            continue
        first = year.start() < mention.span.start
        gap = (year.end(), mention.span.start) if first else (mention.span.end, year.start())
        if not _CLAUSE_ENDS.search(_DATE_COMMAS.sub(" ", doc.text[slice(*gap)])):
            yield year


def _beside(sentence: Span, mention: Mention) -> tuple[int, int]:
    """Return where what of a sentence is near a mention begins and ends."""
    start = max(sentence.start, mention.span.start - _BESIDE)
    return start, min(sentence.end, mention.span.end + _BESIDE)


def is_of_today(doc: Doc, mention: Mention) -> bool:
    """Tell whether something in its sentence says that a title is meant for today."""
    here = surroundings(doc, mention)
    if here is None or looks_back(doc, here, mention):
        return False
    return bool(_says(doc, mention) or _NOW.search(here.text))


def _says(doc: Doc, mention: Mention) -> bool:
    """Tell whether a verb of saying or doing stands right beside a name."""
    start, end = mention.span.start, mention.span.end
    before = _SAID_BY.search(doc.text, max(0, start - 40), start)
    return before is not None or _SAYS.match(doc.text, end) is not None


def is_anothers(doc: Doc, mention: Mention) -> bool:
    """Tell `a friend of President Ruiz said` and `a judge named by President Ruiz is ill`."""
    start = mention.span.start
    return _OF_ANOTHER.search(doc.text, max(0, start - _UNDER_REACH), start) is not None


def speaks_or_acts(doc: Doc, mention: Mention) -> bool:
    """Tell whether what a person says or does now stands right beside the name."""
    now = _IS_NOW.match(doc.text, mention.span.end) or acts_now(doc, mention)
    return bool(now or _says(doc, mention))


def looks_ahead(doc: Doc, mention: Mention) -> bool:
    """Tell `President Ruiz could sign it` from what is so: the office that somebody will have."""
    if _PROSPECT.match(doc.text, mention.span.end):
        return True
    if " " not in mention.name and _WOULD.match(doc.text, mention.span.end):
        return True
    return _IF.search(doc.text, max(0, mention.span.start - 10), mention.span.start) is not None


def acts_now(doc: Doc, mention: Mention) -> bool:
    """Tell whether the words after a name say that its bearer acts today."""
    return _DOES_NOW.match(doc.text, mention.span.end) is not None
