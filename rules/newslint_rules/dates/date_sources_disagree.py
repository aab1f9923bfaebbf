"""DAT004 date-sources-disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
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
    regexp,
    rule,
)

FAR = timedelta(days=31)

_MONTH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_PATH = (
    regexp(
        r"/(?P<year>(?:19|20)\d\d)(?P<mark>[-/_])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    ),
    regexp(rf"/(?P<year>(?:19|20)\d\d)/(?P<month>{'|'.join(_MONTH)})/(?P<day>\d{{1,2}})(?!\d)"),
    regexp(r"[/_-](?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/_.-]|\Z)"),
)
_IN_SLUG = regexp(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
"""A day within the words of an address, which may be that of an event to come."""
_BEHIND_THE_PATH = regexp(r"[?#]")
_ARCHIVE = regexp(r"https?://[^/]*archive[^/]*/(?:web/)?\d{8,14}[a-z_]*/")
"""The prefix of an archive, with the day of its copy."""
_IN_NAME = regexp(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_]?)(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?!\d)"
)
_PUBLISHED = regexp(
    r"(?:^|[_.:-])(?:(?:date|first)[_-]?published|published(?:[_-]?(?:at|on|time|date))?"
    r"|pub[_-]?date|publication[_-]?date|publish[_-]?date|date[_.-]?issued)$",
    re.IGNORECASE,
)
_POSTED = regexp(r"\s*(?:first )?(?:published|posted)\b", re.IGNORECASE)
_UPDATED = regexp(r"updat|modif|revis|edited|correct|aktualis|mis à jour", re.IGNORECASE)


@rule("DAT004", severity="warning")
def date_sources_disagree(
    doc: Doc, *, tolerance: Annotated[int, "days by which two sources may differ"] = 1
) -> Findings:
    r"""The article's date, its address and its file name name different days.

    One of them is wrong, often because the day of scraping or of an update was taken for the day
    of publication. A warning when they lie more than 31 days apart, an info below: many sites set
    the date of an address when a draft is made.

    Compared with the date are the day in the address (`/2024/03/12/`), in the file name
    (`2024-03-12-title.md`), in other fields that name the day of publication, and on a line for it
    above the story. Left alone: one day (time zones), fields and lines for updates, addresses that
    name a month only, what stands behind a question mark there, later days among its words
    (`election-2024-11-05`), the prefix of an archive, dates in digits that can be read in two ways.

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
    yield from _in_address(doc)
    if day := _in_file_name(doc.path):
        yield None, "date in the file name", day
    for name in _of_publication(doc.meta.names):
        field = doc.meta.get(name)
        if field is not None and (day := parse_timestamp(field.raw)):
            yield field, f"field {name!r}", day
    yield from _date_line(doc)


@lru_cache(maxsize=1000)
def _in_file_name(path: str) -> date | None:
    match = _IN_NAME.search(PurePath(path).name)
    return _day(match) if match else None


@lru_cache(maxsize=1000)
def _of_publication(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of fields, but for the date itself, that hold the day of publication."""
    return tuple(name for name in names if name != "date" and _PUBLISHED.search(name))


def _in_address(doc: Doc) -> Iterator[tuple[Span, str, date]]:
    """Give the day in the address: of its folders, or of its words if it is not still to come."""
    url = doc.meta.get("url")
    if url is None:
        return
    years = [at for at in (url.raw.find("20"), url.raw.find("19")) if at >= 0]
    if not years:
        return
    archive = _ARCHIVE.match(url.raw) if "archive" in url.raw else None
    start = max(archive.end() if archive else 0, min(years) - 1)  # a mark stands before it
    end = _BEHIND_THE_PATH.search(url.raw)
    stop = end.start() if end else len(url.raw)
    for pattern in (*_IN_PATH, _IN_SLUG):
        match = pattern.search(url.raw, start, stop)
        if match is None or (day := _day(match)) is None:
            continue
        if pattern is _IN_SLUG and doc.date is not None and day > doc.date:
            continue
        yield url.span.slice(match.start("year"), match.end("day")), "date in the address", day
        return


def _date_line(doc: Doc) -> Iterator[tuple[Span, str, date]]:
    """Give the first date on a line above the story that is for it, unless it is of an update."""
    begin = doc.body[0].start if doc.body else len(doc.text)
    above = [(one.span, one.value) for one in doc.dates if one.value and one.span.start < begin]
    if not above:
        return
    for line in doc.lines:
        if line.role is Role.BODY:
            return
        if line.role not in {Role.DATE, Role.BYLINE} and not _POSTED.match(line.text):
            continue
        updated = _UPDATED.search(line.text)
        end = line.start + updated.start() if updated else line.end
        for span, day in above:
            if line.contains(span) and span.end <= end:
                yield span, "date line", day
                return


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTH.index(month) + 1
    return calendar_date(int(match["year"]), number, int(match["day"]))
