"""DAT101 dates-across-copies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from newslint import Doc, Fact, Group, Verdict, rule


def dated(
    doc: Doc, *, min_words: Annotated[int, "words of a text below which it is left alone"] = 50
) -> Iterator[Fact]:
    """Give an article's date, under keys of its opening."""
    from newslint import openings, plain_words  # needed only where articles are compared
    from newslint_rules.dates.copies import evidence

    if doc.date is not None and len(plain_words(doc)) >= min_words:
        verifying = evidence(doc)
        for key in openings(doc):
            yield Fact(key, doc.meta.date, value=doc.date.isoformat(), evidence=verifying)


@rule("DAT101", severity="warning", gather=dated, min_articles=2, min_values=2)
def dates_across_copies(
    group: Group, *, tolerance: Annotated[int, "days by which copies may differ"] = 1
) -> Iterator[Verdict]:
    """A copy of an article with another day of publication.

    One of the two is the day of scraping, of a move to a new system, or a slip; whatever counts
    articles by day counts the later one wrong. The date of the later copy is flagged, and the date
    of the earliest one named. An info where the copies are of different outlets, which may print
    agency copy days apart.

    A copy is a text that says nothing new: nine tenths of its runs of five words are in the earlier
    one, which may be longer. So updates and new versions of a story are left alone, and with them:
    one day (time zones), a day on which the earlier copy says that it was changed, serials whose
    figures differ, and texts of less than 50 words.

    It errs where an outlet prints an old piece again on purpose and says so. It misses copies with
    another beginning, and rewritten ones.

    Bad:
        === a.md
        ---
        date: 2024-03-12
        ---
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it. Harbour master Tessa Quill said the boat
        could carry ten cars and would be tried out at Easter.
        === b.md
        ---
        date: >>2024-07-30<<
        ---
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it. Harbour master Tessa Quill said the boat
        could carry ten cars and would be tried out at Easter.
    Good:
        === a.md
        ---
        date: 2024-03-12
        ---
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it. Harbour master Tessa Quill said the boat
        could carry ten cars and would be tried out at Easter.
        === b.md
        ---
        date: 2024-03-15
        ---
        The ferry to Hollow Island will run every hour from June, the harbour board said on
        Friday. It bought a second boat in the winter, after years in which islanders had asked
        for one, and has trained six sailors for it. Harbour master Tessa Quill said the boat
        could carry ten cars and would be tried out at Easter. On Friday the board put the trial
        off because the boat's engine had failed on its way from the yard, and nobody knows yet
        whether the new timetable can begin in June, Quill said.
    """
    from newslint_rules.dates.copies import copies

    for copy, original in copies(group):
        apart = (copy.day - original.day).days
        updates = (abs((copy.day - day).days) for day in original.updates)
        if apart > tolerance and not any(days <= tolerance for days in updates):
            yield copy.use.flag(
                f"a copy of {original.use.article}, which is dated {apart} days earlier",
                severity="info" if copy.is_of_other_outlet(original) else None,
                related=[original.use],
            )
