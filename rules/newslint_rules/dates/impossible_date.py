"""DAT001 impossible-date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import (
    MONTH_NAMES,
    DateMention,
    Doc,
    Field,
    Finding,
    Findings,
    NumericDate,
    Severity,
    in_quotes,
    numeric_dates,
    parse_timestamp,
    regexp,
    rule,
)
from newslint_rules.dates.date_fields import date_fields, dates_in, numeric_dates_in

SHORTEST = 28  # days that every month has
LEAP_YEAR = 2024  # any leap year: without a year, February 29 may be meant
GREGORIAN = 1924  # before it leap days differ by country: 1900 was a leap year in Russia
SWEDEN = (1712, 2, 30)  # a day that was

_SPOKEN_OF = regexp(
    r"\b(?:no such (?:date|day)|do(?:es)?(?:n['’]t| not) exist|non-?existent|imaginary|fictional"
    r"|fictitious|impossible|joke|hoax|never comes|wrong date|typo|bogus"
    r"|(?:is|was)(?:n['’]t| not) an? (?:real )?(?:date|day))\b",
    re.IGNORECASE,
)
_DENIED_BEHIND = regexp(
    r"(?:(?:That|This|The|Such an?)[ ](?:date|day)[ ](?:of[ ]course[ ]|clearly[ ]|obviously[ ])?"
    r"(?:(?:do(?:es)?|did)(?:n['’]t|[ ]not)[ ]exist|never[ ](?:existed|comes|came)"
    r"|(?:is|was)[ ](?:\w+[ ]){0,2}?(?:impossible|fictional|fictitious|invented|wrong|bogus"
    r"|non-?existent|(?:mis|typ|err|jok|hoax|slip)\w*))"
    r"|(?:It|That|This)[ ](?:is|was)[ ](?:\w+[ ]){0,2}?"
    r"(?:no[ ](?:such[ ])?da(?:te|y)\b|typo|misprint|(?:typing|clerical|printing)[ ]error)"
    r"|There[ ](?:is|was)[ ]no[ ]such[ ](?:date|day)"
    rf"|(?:{'|'.join(MONTH_NAMES)})[ ]"
    r"(?:of[ ]course[ ])?(?:has|had)[ ](?:only[ ])?(?:30|thirty|28|29|twenty-\w+)[ ])"
)
"""The next sentence says that there is no such day, or that somebody slipped."""
_DENIED = regexp(r"\b(?:there(?:['’]s| is| was| are) no|not) \Z", re.IGNORECASE)
_NEXT_TO = 40  # code points: "which, as the court noted, does not exist" is 41 long
_TITLE_BEFORE = regexp(
    r"\b(?:film|movie|novel|song|album|painting|band|thriller|titled|entitled)[ ,]{1,2}\Z"
)
"""A work that may be called after a day that is none."""
_SET_OFF = (regexp(r"[\"'“‘«_*]\Z"), regexp(r"[.,]?[\"'”’»_*]"))
YEARS_FROM = 40
"""Of numbers after a month's name the first that is taken for a year in two digits: `Feb 87`."""
_ORDINAL = regexp(r"\d(?:st|nd|rd|th)(?:\Z|[ ](?:day[ ])?of\b)")  # "the 41st March for peace"
_ON = regexp(
    r"\b(?:on|by|until|till|since|from|before|after|through|dated|effective|scheduled for|set for"
    r"|as of|(?:week|night|morning|evening|afternoon) of|(?:end|start|begin)(?:s|ed|ing|ning)"
    r"|\w{2,}ed|[ap]\.?m\.?)[ \n]\Z",
    re.IGNORECASE,
)
_COUNTED = regexp(
    r"[ ](?:people|men|women|children|police|troops|percent|contract|calls?|puts?|option|futures"
    r"|(?!(?:was|is|has|as|its|this)\b)[a-z]{2,}s)\b"
    r"|[ ]?[-–/:,.&+x×]?[ ]?[\d$£€%]|[ ](?:to|and|or|vs)[ ]\d"
    r"|[,;]?[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[. ][ ]?\d"
)
_SHORT_MONTH = regexp(r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\. ")
"""Month names that are shortened, with a full stop, before a day alone."""
_NUMBERS = regexp(
    r"\s*[\"']?(?:(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d)"
    r"|(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?=\Z|T\d|[\"']?\s*\Z))"
)


@rule("DAT001", severity="error", fields=("headline", "description"))
def impossible_date(doc: Doc) -> Findings:
    r"""A day that no calendar has.

    `September 31`, `February 29, 2023`, `2024-13-01`: whatever was meant, a reader or a program
    that sorts by date gets it wrong. Metadata fields are checked when their name says that they
    hold a date, and in English or the article's language; the text in the languages whose months
    dateparser knows, where the day stands first (`30. Februar 2024`), the file's own headline and
    description with it. In a quotation it is a warning.

    Left alone: numbers that count something (`In June 31 people`), a day over 31 without a year
    unless a weekday, an ordinal or the words around say that it is one (`on June 32, he said`), a
    date of which its own sentence or the next one says that it is none or a misprint, dates that
    are the title of a work, leap days before 1924, when countries went by different calendars. It
    misses days spelled out, dates split
    by a line break after a short line, other languages in articles too short to tell their
    language, counts and dates that only the story can tell apart (`since June 31 missing people`).
    It errs nowhere that still stands of what was read; a count after a month is the likeliest slip.

    Bad: The budget year of the town runs to >>September 31<<, as the treasurer wrote to us.
    Bad: The hall has to be cleared by the town until >>June 32<<, as the treasurer wrote to us.
    Bad: The hall is open to all on May 30 and on >>June 28-31<<, as the treasurer wrote to us.
    Bad: She was born on >>30 February 1987<< in a village that is near to the border.
    Bad: The permit that was dated >>31/04/2023<< was void from the start, and so was the sale.
    Bad:
        ---
        title: Council meets
        date: >>2024-02-30<<
        ---
        The council met to discuss the new school.
    Bad:
        ---
        title: Hall to be cleared by >>April 31, 2024<<
        ---
        The council met to discuss the new school.
    Bad:
        ---
        date: 2024-03-01
        last_updated: >>April 31, 2024<< at noon
        ---
        El consejo se reunió para hablar de la nueva escuela.
    Bad:
        Le conseil de la ville a voté pour la nouvelle école, et les travaux ont commencé dans le
        nord avant le >>31 juin 2023<<, selon le maire qui les avait annoncés.
    Bad:
        Der Rat der Stadt hat sich mit der neuen Schule nicht befasst und wird das auch erst am
        >>30. Februar 2024<< tun, wie die Sprecherin auf Anfrage sagte.
    Good: In June 31 people were rescued from the lake, and in July it was the same for 20 of them.
    Good: The shipments of the firm rose in the year to Feb 87 and fell in that which came after it.
    Good: The old film "September 31" and all that is known of it was shown in the hall on Monday.
    Good: There is no February 30, the court noted in its ruling, and so the sale was not valid.
    Good: The deed was signed on 31 April. That day does not exist, the court noted in its ruling.
    Good: This is the day that was chosen: February 29, and the fair has been held on it ever since.
    """
    for field in doc.get(date_fields):
        if parse_timestamp(field.raw) is None:
            yield from _in_field(doc, field)
    for mention in doc.dates:
        reason = _impossible(mention, doc)
        if reason and (doc.language or mention.year is not None):
            yield from _in_text(doc, mention, reason)
    for numeric in doc.get(numeric_dates):
        if reason := _unreadable(numeric):
            yield numeric.span.flag(f"{numeric.span.text!r} is no date: {reason}")


def _in_field(doc: Doc, field: Field) -> Iterator[Finding]:
    if match := _NUMBERS.match(field.raw):
        names = ("y", "m", "d") if match["y"] else ("year", "month", "day")
        place = field.span.slice(match.start(names[0]), match.end(names[2]))
        year, month, day = (int(match[name]) for name in names)
        exchanged = 1 <= day <= 12 < month <= 31
        ask = "; are day and month exchanged?" if exchanged else ""
        yield place.flag(f"{place.text!r} is no date: {_why(year, month, day)}{ask}")
        return
    reasons = [(mention.span, _impossible(mention, None)) for mention in dates_in(field, doc)]
    reasons += [(one.span, _unreadable(one, is_date=True)) for one in numeric_dates_in(field)]
    for span, reason in reasons:
        if reason:
            yield field.span.slice(span.start, span.end).flag(f"{span.text!r} is no date: {reason}")


def _unreadable(numeric: NumericDate, *, is_date: bool = False) -> str:
    """Say that a date in digits has no reading, if its numbers look like one or it must be one."""
    first, second, _ = numeric.parts
    low, high = sorted((first, second))
    likely = not numeric.year_first and (is_date or (1 <= low <= 12 and high <= 31))
    return "no such day in either reading" if likely and not numeric.readings else ""


def _why(year: int | None, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if day == 0:
        return "days begin at 1"
    name = MONTH_NAMES[month - 1]
    longest = _days_in(year or LEAP_YEAR, month)
    return f"{name}{f' {year}' if year and month == 2 else ''} has {longest} days"


def _days_in(year: int, month: int) -> int:
    from calendar import monthrange  # 1 ms, with the locale: only where the day may be too high

    return monthrange(year, month)[1]


def _impossible(mention: DateMention, doc: Doc | None) -> str:
    """Say why there is no such day, or nothing; without ``doc`` it is known to be a date."""
    year, month, day = mention.year, mention.month, mention.day
    if month is None or day is None or (year, month, day) == SWEDEN:
        return ""
    if (month, day) == (2, 29) and year is not None and year < GREGORIAN and year % 4 == 0:
        return ""
    if 1 <= month <= 12 and (
        1 <= day <= SHORTEST or day in range(1, _days_in(year or LEAP_YEAR, month) + 1)
    ):
        return ""
    if not mention.sure or (day > 31 and year is None and doc and not _must_be_a_day(doc, mention)):
        return ""
    return _why(year, month, day)


def _must_be_a_day(doc: Doc, mention: DateMention) -> bool:
    """Tell whether a number over 31 is no count, score or year, but a day that was mistyped."""
    if mention.weekday is not None or _ORDINAL.search(mention.span.text):
        return True
    lead = doc.text[max(mention.span.start - 24, 0) : mention.span.start]
    if mention.day is None or mention.day >= YEARS_FROM:
        return False
    if _COUNTED.match(doc.text, mention.span.end):
        return False
    return bool(_ON.search(lead) or _SHORT_MONTH.match(mention.span.text))


def _in_text(doc: Doc, mention: DateMention, reason: str) -> Iterator[Finding]:
    from newslint_rules.dates.around import next_sentence, sentence_around

    lead, rest = sentence_around(mention.span)
    if _SPOKEN_OF.search(lead[-_NEXT_TO:]) or _SPOKEN_OF.search(rest[:_NEXT_TO]):
        return
    if _DENIED.search(lead) or _DENIED_BEHIND.match(next_sentence(mention.span)):
        return
    opened, closed = _SET_OFF
    alone = mention.year is None and mention.weekday is None
    if alone and (_TITLE_BEFORE.search(lead) or (opened.search(lead) and closed.match(rest))):
        return
    severity: Severity | None = "warning" if in_quotes(doc, mention.span) else None
    yield mention.span.flag(f"there is no {mention.span.text!r}: {reason}", severity=severity)
