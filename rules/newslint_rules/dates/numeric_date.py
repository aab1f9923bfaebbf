"""DAT006 numeric-date."""

from __future__ import annotations

from newslint import MONTH_NAMES, NUMERIC_DATE_MARKS, Doc, Findings, numeric_dates, rule


@rule("DAT006", severity="info", languages=("en",), near=NUMERIC_DATE_MARKS)
def numeric_date(doc: Doc) -> Findings:
    r"""A date in digits that is not ISO 8601.

    `03/04/2024` is 3 April to some readers and March 4 to others; `23-07-2021` can be read in one
    way only, but sorts and parses badly. Prose names the month; data write `2021-07-23`, which is
    offered where one of the numbers is over 12.

    Left alone: dates that begin with the year, addresses, paths, version numbers, two-digit years
    (`9/11/01`, scores), other languages, where `19.11.2024` is the normal form.

    It misses dates with two-digit years. It errs, to an editor's mind, on dates in references, in
    quoted documents and in lines left in from the page: each is what it says.

    Bad: The form was signed on >>23-07-2021<< by both sides.
    Fixed (unsafe): The form was signed on 2021-07-23 by both sides.
    Bad: Posted >>03/04/2024<< by the staff
    Good: The form was signed on 2021-07-23 by both sides.
    Good: The file lies at example.org/2024/03/23-07-2021/index.html for now.
    Good: He shot 12-11-10 and needed version 4.11.2019 of the program.
    """
    for numeric in doc.get(numeric_dates):
        if numeric.year_first or not numeric.readings:
            continue
        written = repr(numeric.span.text)
        if len(numeric.readings) == 1:
            day = numeric.readings[0]
            yield numeric.span.flag(
                f"{written} is a date in digits: write {day.isoformat()} or name the month",
                fix=day.isoformat(),
            )
            continue
        first, second = (f"{day.day} {MONTH_NAMES[day.month - 1]}" for day in numeric.readings)
        yield numeric.span.flag(
            f"{written} can be read as {first} or {second}: name the month or write it as ISO 8601"
        )
