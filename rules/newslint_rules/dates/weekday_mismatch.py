"""DAT002 weekday-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from newslint import (
    WEEKDAY_NAMES,
    WEEKDAY_WORDS,
    DateMention,
    Doc,
    Finding,
    Findings,
    Fix,
    NumericDate,
    Severity,
    calendar_date,
    date_near,
    in_quotes,
    numeric_dates,
    read_number,
    regexp,
    rule,
    word_list,
)
from newslint_rules.dates.date_fields import date_fields, dates_in, has_words

GREGORIAN = 1800  # before it, English-speaking countries counted their days by another calendar
GREGORIAN_ABROAD = 1924  # Greece, the last in Europe, changed in 1923

# On real articles no weekday clashed with a date without a year within 14 days of publication. From
# there on some did, each because another year was meant; up to two months that was a neighbouring
# one, beyond it could be any.
NEAR, SEASON = timedelta(days=14), timedelta(days=60)
REACH = 400  # code points before a date in which a year may set the time of the story
BEHIND = 80  # code points behind it in which a year may, or around it a count of years back
# Days that became names of what happened on them; before a noun such a name is no date.
NAMED_DAYS = frozenset({(9, 11), (1, 6), (7, 7), (10, 7)})
_NOUN_BEHIND = regexp(
    r"[ ](?!(?:at|in|to|and|or|for|with|when|as|by|from|the|he|she|it|they|we|an?|his|her|but|of"
    r"|after|before|during|that|which|who|was|is|on)\b)[a-z]"
)
_YEARS = regexp(r"\b(?:1[89]|20)\d\d\b")
_AGO = regexp(r"\b(?:(?P<count>[\w-]+)[ ]years?[ ](?:ago|earlier|before)|last year)\b")
_JOINED = regexp(r",?[ ]?(?:(?:and|or|to|through|until|[-–—])[ ]?)?(?:on[ ]|from[ ])?")


@rule("DAT002", severity="error", data=("remembered-days.txt",), fields=("headline", "description"))
def weekday_mismatch(doc: Doc) -> Findings:
    r"""A weekday that is not that date's.

    Either the day or the date is wrong, and a reader who goes by the other one comes on the wrong
    day. With a year the calendar decides. Without one, the date is read in the year that puts it
    within half a year (183 days) of the publication date; without that either, nothing is said.
    Date fields of the metadata are checked too (`Tue, 13 Mar 2024`), and the file's own headline
    and description are read as the text is.

    An error where the year is written, with it or with the date it is joined to (`Friday, May 3, to
    Sunday, May 5, 2024`), and where the date lies within 60 days of publication. Further away it is
    an info, for on real articles all such dates were of another year, and should have named it; so
    it is where the weekday fits another year: that of a day which stories go back to (`Tuesday,
    Sept. 11`), one counted back to (`six years ago`), the one that all weekdays of the article fit,
    one named shortly before, and beyond 14 days of publication the year before or after. Within 14
    days a year that was only named makes it a warning, as a quotation does; but in a sentence told
    in the past it stays an info where that year was the last one named, in the paragraph or the one
    before, or that of a full date within 120 days of it: the story is in that year.

    It reads English dates in all usual forms, in articles whose language cannot be told too, and
    in the languages whose weekdays dateparser knows those that put the day first (`samedi 20
    novembre 2024`); dates in digits where a weekday stands before them (`Saturday, 20/11/2024`).

    Left alone: a weekday that is right in the year that its own sentence sets within 60 code points
    before it or just behind it (`In 2016, on Thursday, June 23`, `last year's final, on Saturday,
    June 13`), a list of weekdays before one date (`Friday and Saturday, May 18`), a weekday that
    belongs to the verb (`said Monday May 20 would suit`), newspapers and clubs (`The Sun, May 20`,
    `Sheffield Wednesday, May 20`), days that name an event (`On Monday, Jan. 6 rioters were
    tried`), years before 1800, in other languages before 1924, and until then weekdays of the old
    calendar. It misses a weekday parted from its
    date by more than a time of day. It errs where the publication date in the metadata is itself
    wrong.

    Bad: The hearing is set for >>Saturday, November 20, 2024<<, the clerk said.
    Fixed (unsafe): The hearing is set for Wednesday, November 20, 2024, the clerk said.
    Bad: The hearing was put off to >>Saturday at 8 p.m., November 20, 2024<<, the clerk said.
    Bad: Doors open on >>Saturday, 20/11/2024<<, at noon.
    Bad: The fair is open Friday and >>Sunday, May 17-18, 2024<<, from noon on.
    Bad:
        ---
        date: 2024-03-12
        ---
        The ferry sank on >>Friday, March 7<<, the coast guard said.
    Bad:
        ---
        date: >>Tue, 13 Mar 2024<< 10:00:00 GMT
        ---
        The ferry sank off the coast, the coast guard said.
    Bad:
        Le conseil de la ville a voté pour la nouvelle école, et les travaux ont commencé dans le
        nord le >>samedi 20 novembre 2024<<, selon le maire qui les avait annoncés.
    Good:
        ---
        date: 2024-03-12
        ---
        The ferry sank on Thursday, March 7, the coast guard said.
    Good: The hearing is set for Wednesday, November 20, 2024, the clerk said.
    Good: The fair is open Friday and Saturday, May 17-18, 2024.
    Good:
        ---
        date: 2016-03-12
        ---
        The fair ran from Friday, May 3, to Sunday, May 5, 2024, in the park.
    Good: The bridge opened on a Friday, March 7, as planned.
    Good:
        ---
        date: 2024-03-12
        ---
        In 2019, on Friday, March 1, the old bridge fell. Next year's fair is on Friday, March 7.
    Bad:
        ---
        date: 2024-03-12
        title: Ferry back on >>Friday, March 14<<
        ---
        The ferry sank in the winter, the coast guard said.
    """
    for field in filter(has_words, doc.get(date_fields)):
        for mention in dates_in(field, doc):
            if mention.value and (named := _clash(doc, mention, mention.value)):
                place = field.span.slice(mention.span.start, mention.span.end)
                yield place.flag(_message(mention, named, mention.value))
    if not WEEKDAY_WORDS.may_occur(doc) and doc.language in {None, "en"}:
        return
    found = [one for one in _meant(doc) if not _is_a_name(doc, one[0])]
    common = _common_year([(mention, day) for mention, day, sure in found if not sure])
    from newslint_rules.dates.told_years import fits, years_of_the_sentence

    for mention, meant, sure in found:
        if named := _clash(doc, mention, meant):
            if not sure and any(
                fits(mention, year) for year in years_of_the_sentence(doc, mention)
            ):
                continue
            other = None if sure else _other_year(doc, mention, meant, common)
            yield _flag(doc, mention, named, meant, other, sure=sure)
    for numeric in doc.get(numeric_dates):
        yield from _in_digits(doc, numeric)


def _is_a_name(doc: Doc, mention: DateMention) -> bool:
    """Tell whether a date names what happened then: ``On Monday, Jan. 6 rioters were tried``."""
    named = mention.year is None and (mention.month, mention.day) in NAMED_DAYS
    return named and _NOUN_BEHIND.match(doc.text, mention.span.end) is not None


def _meant(doc: Doc) -> Iterator[tuple[DateMention, date, bool]]:
    """Give the dates that name a weekday, the day each means, and whether its year is written."""
    mentions = doc.dates
    for index, mention in enumerate(mentions):
        if mention.weekday is None or mention.month is None or mention.day is None:
            continue
        if mention.year is not None:
            if mention.value:
                yield mention, mention.value, True
            continue
        for one in (*mentions[index + 1 : index + 2], *reversed(mentions[:index][-1:])):
            if year := _shared_year(doc, mention, one):
                day = calendar_date(year, mention.month, mention.day)
                if day:
                    yield mention, day, True
                break
        else:
            nearest = date_near(mention.month, mention.day, doc.date) if doc.date else None
            if nearest:
                yield mention, nearest, False


def _shared_year(doc: Doc, mention: DateMention, other: DateMention) -> int | None:
    """Return the year that two joined dates share: ``Monday, May 3, to Friday, May 7, 2010``."""
    first, last = sorted((mention, other), key=lambda one: one.span.start)
    if other.year is None or other.month is None or mention.month is None:
        return None
    if not _JOINED.fullmatch(doc.text, first.span.end, last.span.start):
        return None
    turn = (first.month or 0) > (last.month or 0)  # "Dec. 30 to Jan. 2, 2010"
    return other.year - turn if mention is first else other.year + turn


def _common_year(found: list[tuple[DateMention, date]]) -> int | None:
    """Return another year that all weekdays of an article fit, two at least, where none fits."""
    days = {(mention.weekday, day) for mention, day in found}
    if len(days) < 2 or any(weekday == day.weekday() for weekday, day in days):
        return None
    newest = max(day.year for _, day in days)
    for year in range(newest - 1, newest - 7, -1):
        moved = [(weekday, calendar_date(year, day.month, day.day)) for weekday, day in days]
        if all(day and day.weekday() == weekday for weekday, day in moved):
            return year
    return None


def _clash(doc: Doc, mention: DateMention, meant: date) -> str:
    """Return the weekday that is written, if it is not that of the day meant."""
    first = GREGORIAN if doc.language in {None, "en"} else GREGORIAN_ABROAD
    if mention.weekday in {None, meant.weekday()} or meant.year < first:
        return ""
    if meant.year < GREGORIAN_ABROAD and mention.weekday == (meant.weekday() + _late(meant)) % 7:
        return ""  # "Sunday, January 9, 1905" in Russia
    return WEEKDAY_NAMES[mention.weekday or 0]


def _late(day: date) -> int:
    """Return by how many days the Julian calendar was late: 12 until February 1900, then 13."""
    return 13 if (day.year, day.month) >= (1900, 3) else 12


def _message(mention: DateMention, named: str, meant: date) -> str:
    bare = mention.bare or mention.span
    written = f"{bare.text!r}{'' if mention.year else f' {meant.year}'}"
    return f"{written} is a {WEEKDAY_NAMES[meant.weekday()]}, not a {named}"


def _flag(
    doc: Doc,
    mention: DateMention,
    named: str,
    meant: date,
    other: tuple[int, Severity] | None,
    *,
    sure: bool,
) -> Finding:
    message = _message(mention, named, meant)
    severity: Severity | None = "warning" if in_quotes(doc, mention.span) else None
    if other is not None:
        message += f"; the weekday fits {other[0]}: name the year or mend the day"
        severity = other[1]
    if not sure and doc.date and abs(meant - doc.date) > SEASON:
        severity = "info"
    right, place, fix = WEEKDAY_NAMES[meant.weekday()], mention.weekday_span, None
    if place is not None and severity != "info" and doc.language in {None, "en"}:
        fix = Fix(((place, _like(place.text, right)),))
    return mention.span.flag(message, fix=fix, severity=severity)


def _other_year(
    doc: Doc, mention: DateMention, meant: date, common: int | None
) -> tuple[int, Severity] | None:
    """Return a year that fits the weekday better, and how severe a finding then is.

    Such a year is one that the story goes back to or has just named, or far from publication the
    next one.
    """
    if common is not None:
        return common, "info"
    from newslint_rules.dates.told_years import fits, years_of_the_story

    for year in years_of_the_story(doc, mention):
        if fits(mention, year):
            return year, "info"
    near = doc.date is not None and abs(meant - doc.date) <= NEAR
    start, end = mention.span.start, mention.span.end + BEHIND
    retold = [day.year for day in _remembered() if (day.month, day.day) == (meant.month, meant.day)]
    for ago in _AGO.finditer(doc.text, max(start - BEHIND, 0), end):
        count = read_number(ago["count"]) if ago["count"] else None
        retold.append(meant.year - (int(count.value) if count else 1))
    years = [int(year) for year in _YEARS.findall(doc.text, max(start - REACH, 0), end)]
    years += [] if near else [meant.year - 1, meant.year + 1]
    for year in (*retold, *years):
        if fits(mention, year):
            return year, "warning" if near and year not in retold else "info"
    return None


@cache
def _remembered() -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, word_list(__package__, "remembered-days.txt")))


def _in_digits(doc: Doc, numeric: NumericDate) -> Iterator[Finding]:
    """Flag a date in digits of which no reading has the weekday before it; ISO is in `dates`."""
    place, days = numeric.weekday_span, numeric.readings
    if "." in numeric.span.text:
        days = days[:1]  # with points the day comes first
    if place is None or numeric.year_first or not days or doc.language not in {None, "en"}:
        return
    if all(day.weekday() != numeric.weekday for day in days):
        right = " or ".join(dict.fromkeys(f"a {WEEKDAY_NAMES[day.weekday()]}" for day in days))
        whole = numeric.with_weekday
        severity: Severity | None = "warning" if in_quotes(doc, whole) else None
        yield whole.flag(f"{numeric.span.text!r} is {right}, not {place.text}", severity=severity)


def _like(written: str, right: str) -> str:
    """Write the right weekday the way the wrong one was: capitals, abbreviated."""
    if len(written) <= 5 and not written.lower().endswith("day"):
        right = right[:3]
    return right.upper() if written.isupper() else right
