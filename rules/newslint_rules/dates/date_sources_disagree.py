"""DAT004 date-sources-disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePath
from typing import Annotated

from newslint import (
    Doc,
    Field,
    Findings,
    Role,
    Severity,
    Span,
    calendar_date,
    parse_timestamp,
    rule,
)

FAR = timedelta(days=31)

_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?![\d])")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_]?)([01]\d)\2([0-3]\d)(?!\d)")
_PUBLISHED = re.compile(
    r"(?:^|[_.:-])(?:date[_-]?published|published(?:[_-]?(?:at|on|time|date))?|pub[_-]?date"
    r"|publication[_-]?date|publish[_-]?date)$",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|revis|edited|correct|aktualis|mis à jour", re.IGNORECASE)


@rule("DAT004", severity="warning")
def date_sources_disagree(
    doc: Doc, *, tolerance: Annotated[int, "days by which two sources may differ"] = 1
) -> Findings:
    r"""The article's date, its address and its file name name different days.

    One of them is wrong, often because the day of scraping or of an update was taken for the day
    of publication. A warning when they lie more than 31 days apart, an info below: many sites set
    the date of an address when a draft is made.

    Compared with the date are the day in the address (`/2024/03/12/`), in the file name
    (`2024-03-12-title.md`), in other fields that name the day of publication, and on a line of its
    own above the story. Left alone: one day (time zones), fields and lines for updates, addresses
    that name a month only, dates in digits that can be read in two ways.

    It misses dates inside the story (see `dateline-mismatch`). It errs where an address keeps the
    day of a draft, or a story was published again under its old address.

    Bad:
        ---
        date: >>2024-07-12<<
        url: https://news.example/2024/03/12/bridge-opens
        ---
        The bridge opened on Tuesday.
    Bad:
        ---
        date: >>2024-03-20<<
        date_published: 2024-03-12
        ---
        The bridge opened on Tuesday.
    Bad:
        ---
        date: >>2024-07-12<<
        ---
        Bridge opens after a long winter of repairs

        Published: March 12, 2024, 10:15 a.m.

        The bridge opened on Tuesday, the mayor said, and the ferries of the port will rest.
    Good:
        ---
        date: 2024-03-13
        modified: 2024-07-12
        url: https://news.example/2024/03/12/bridge-opens
        ---
        The bridge opened on Tuesday.
    """
    named = doc.date
    if named is None:
        return
    for place, where, other in _others(doc):
        apart = abs(named - other)
        if apart <= timedelta(tolerance):
            continue
        severity: Severity | None = None if apart > FAR else "info"
        yield doc.meta.date.flag(
            f"the date {named} and the {where}, {other}, are {apart.days} days apart",
            severity=severity,
            related=[(place, where)] if place else [],
        )
        return


def _others(doc: Doc) -> Iterator[tuple[Field | Span | None, str, date]]:
    """Give the other dates of publication: where each stands, what that is, and the day."""
    url = doc.meta.url
    if (match := _IN_PATH.search(url.raw)) and (day := _day(match)):
        yield url.span.slice(match.start(1), match.end(4)), "date in the address", day
    if (match := _IN_NAME.search(PurePath(doc.path).name)) and (day := _day(match)):
        yield None, "date in the file name", day
    for field in doc.meta:
        if field.name != "date" and _PUBLISHED.search(field.name):
            day = parse_timestamp(field.raw)
            if day:
                yield field, f"field {field.name!r}", day
    yield from _date_line(doc)


def _date_line(doc: Doc) -> Iterator[tuple[Span, str, date]]:
    """Give the date on a line of its own above the story, unless it is that of an update."""
    for line in doc.lines:
        if line.role is Role.BODY:
            return
        if line.role is Role.DATE and not _UPDATED.search(line.text):
            for mention in doc.dates:
                if mention.value and line.contains(mention.span):
                    yield mention.span, "date line", mention.value
                    return


def _day(match: re.Match[str]) -> date | None:
    return calendar_date(int(match[1]), int(match[3]), int(match[4]))
