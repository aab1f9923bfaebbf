"""Who held which office when: the facts that ship with newslint, and those of users."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from newslint import (
    Doc,
    Mention,
    NewslintError,
    Struct,
    data_text,
    name_parts,
    plain_name,
    regexp,
    same_person,
    surname_of,
    word_list,
)

COLUMNS = ("person", "office", "start", "end")
"""What every file of facts has; ``country`` and ``source`` may follow."""
_DATE = regexp(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_LOOSE = timedelta(days=92)
"""Leeway for a date without a day: three months, in which somebody may hold the office for the
time being before the title is theirs."""


class Term(Struct):
    """A time in which a person held an office.

    Args:
        person: The person's name; a surname alone where no more is known.
        kind: The canonical title, `president`.
        state: ``current``, or ``elect`` for the time before the term.
        start: The first day.
        end: The last day; `None` when it is not known.
        country: The country, or ``""``.
        leeway: How far the dates may be off.
    """

    person: str
    kind: str
    state: str
    start: date
    end: date | None
    country: str
    leeway: timedelta

    @property
    def office(self) -> str:
        """What the person was then: `president-elect`."""
        return self.kind if self.state == "current" else f"{self.kind}-{self.state}"

    @property
    def when(self) -> str:
        """The time in words: `from 3 November 2020 to 20 January 2021`."""
        until = f" to {written(self.end, by_month=bool(self.leeway))}" if self.end else ""
        return f"from {written(self.start, by_month=bool(self.leeway))}{until}"

    def begins_after(self, day: date, tolerance: int = 0) -> bool:
        """Tell whether a day lies surely before the term."""
        return day + self.leeway + timedelta(tolerance) < self.start

    def ended_before(self, day: date, tolerance: int = 0) -> bool:
        """Tell whether a day lies surely after the term."""
        return self.end is not None and self.end < day - self.leeway - timedelta(tolerance)

    def has(self, day: date, tolerance: int = 0) -> bool:
        """Tell whether a day may lie in the term, or so many days beside it."""
        return not self.begins_after(day, tolerance) and not self.ended_before(day, tolerance)

    def distance(self, day: date) -> timedelta:
        """Return how far a day lies from the term."""
        none = timedelta(0)
        return max(self.start - day, day - self.end if self.end else none, none)


class Facts:
    """Terms, found by what an article says of a person."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_surname: dict[str, list[Term]] = defaultdict(list)
        for term in terms:
            for key in {surname_of(term.person), term.person.split()[-1]}:
                self._by_surname[plain_name(key)].append(term)

    def terms(self, mention: Mention) -> list[Term]:
        """Return the terms, in any office, of those whom a mention may mean.

        A name that is known by its surname alone counts with its country only.
        """
        country = country_of(mention.nationality) or country_of(mention.domain)
        return [
            term
            for term in self._by_surname.get(plain_name(mention.surname), ())
            if same_person(term.person, mention.name)
            and (country == term.country or not (country or len(name_parts(term.person)) == 1))
        ]


def read_facts(more: tuple[Path, ...] = ()) -> Facts:
    """Return the facts that ship with newslint and those in files of users.

    Raises:
        NewslintError: when a file cannot be read or understood; it names the file and the line.
    """
    return _read(tuple((path, _version(path)) for path in more))


def _version(path: Path) -> tuple[int, int]:
    """Return what changes when a file does."""
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    return status.st_mtime_ns, status.st_size


@cache
def _read(more: tuple[tuple[Path, tuple[int, int]], ...]) -> Facts:
    shipped = data_text(__package__, "office_facts.tsv")
    terms = list(_terms(shipped, "office_facts.tsv"))
    for path, _ in more:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(path, error) from error
        terms += _terms(text, str(path))
    return Facts(terms)


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> NewslintError:
    reason = error.strerror if isinstance(error, OSError) else error
    return NewslintError(f"{path}: the office facts cannot be read: {reason}")


def _terms(text: str, name: str) -> Iterator[Term]:
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise NewslintError(f"{name}:1: no office facts; the first line must name the columns")
    import csv  # only for who has an office to look up

    mark = "\t" if "\t" in lines[0][1] else ","
    columns: list[str] = []
    for number, line in lines:
        try:
            row = [cell.strip() for cell in next(csv.reader([line], delimiter=mark, strict=True))]
            if columns:
                yield _term(_named(columns, row))
            else:
                columns = _columns(row)
        except (ValueError, csv.Error) as error:
            raise NewslintError(f"{name}:{number}: {error}") from error


def _columns(row: list[str]) -> list[str]:
    columns = [cell.lower() for cell in row]
    if missing := [one for one in COLUMNS if one not in columns]:
        raise ValueError(f"no column {missing[0]!r} in the first line")
    return columns


def _named(columns: list[str], row: list[str]) -> dict[str, str]:
    if len(columns) != len(row):
        raise ValueError(f"{len(row)} values for {len(columns)} columns")
    return dict(zip(columns, row, strict=True))


def _term(row: dict[str, str]) -> Term:
    for column in ("person", "office", "start"):
        if not row[column]:
            raise ValueError(f"{column!r} is empty")
    kind, state = _office(row["office"])
    start, _ = _days(row["start"])
    end = _days(row["end"])[1] if row["end"] else None
    if end and end < start:
        raise ValueError(f"it ends ({row['end']}) before it begins ({row['start']})")
    exact = len(row["start"]) == 10 and len(row["end"]) in (0, 10)
    country = row.get("country", "")
    return Term(
        row["person"], kind, state, start, end, country_of(country) or country,
        timedelta(0) if exact else _LOOSE,
    )  # fmt: skip


def _days(written: str) -> tuple[date, date]:
    """Return the first and the last day of a year, a month or a day."""
    match = _DATE.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is no date such as 2021-01-20, 2021-01 or 2021")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    from calendar import monthrange  # 1 ms, with the locale: only for facts of one's own

    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError as error:
        raise ValueError(f"{written!r} is no date in the calendar") from error


@cache
def _office(written: str) -> tuple[str, str]:
    """Return the canonical title and its state, as they are read in an article."""
    read = Doc(f"{written.title()} Ana Ruiz", language="en").people
    if len(read) != 1 or read[0].span.start or read[0].state not in ("current", "elect"):
        raise ValueError(f"{written!r} is no title of a person that newslint knows")
    return read[0].title_kind, read[0].state


def country_of(word: str) -> str:
    """Return the country that an adjective or a name before a title stands for, or ``""``."""
    bare = word.removesuffix("'s").removesuffix("’s").removeprefix("the ")
    return _countries().get(bare, word if word in _countries().values() else "")


def written(day: date, *, by_month: bool = False) -> str:
    """Return a date as newspapers write it: `20 January 2021`, `January 2021`."""
    return f"{day:%B %Y}" if by_month else f"{day.day} {day:%B %Y}"


@cache
def _countries() -> dict[str, str]:
    found = {}
    for line in word_list(__package__, "countries.txt"):
        country, _, forms = line.partition(" = ")
        found[country] = country
        found.update((form.strip(), country) for form in forms.split(",") if form.strip())
    return found
