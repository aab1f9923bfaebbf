"""Datelines and what looks like one."""

import pytest

from newslint import Dateline, Text
from newslint.text.dates.datelines import dateline_at_start, may_open_dateline

STORY = "The ministry said it would rebuild the bridge over the river by the spring."


def dateline(text: str) -> Dateline | None:
    return dateline_at_start(Text(text).span(0, len(text)))


@pytest.mark.parametrize(
    ("opening", "place", "date", "agency"),
    [
        ("NEW YORK, November 20. /TASS/.", "NEW YORK", "November 20", "/TASS/"),
        ("MANILA, March 3 (Agency) -", "MANILA", "March 3", "(Agency)"),
        ("LONDON —", "LONDON", None, None),
        ("WASHINGTON (AP) --", "WASHINGTON", None, "(AP)"),
        ("WASHINGTON, D.C. —", "WASHINGTON, D.C.", None, None),
        ("TUSCALOOSA, Ala. (AP) —", "TUSCALOOSA, Ala.", None, "(AP)"),
        ("ST. LOUIS —", "ST. LOUIS", None, None),
        ("PORT-AU-PRINCE, Haiti —", "PORT-AU-PRINCE, Haiti", None, None),
        ("LONDON/PARIS (Reuters) -", "LONDON/PARIS", None, "(Reuters)"),
        ("NAIROBI, Kenya, Sept. 3, 2014 -", "NAIROBI, Kenya", "Sept. 3, 2014", None),
        ("RIO DE JANEIRO, Tuesday, March 3 -", "RIO DE JANEIRO", "Tuesday, March 3", None),
        ("WASHINGTON. Nov 20 (Interfax) -", "WASHINGTON", "Nov 20", "(Interfax)"),
        ("Kingston, Jamaica, March 5 -", "Kingston, Jamaica", "March 5", None),
        ("Kyiv, 20 November (Agency) –", "Kyiv", "20 November", "(Agency)"),
        ("In Salah, March 26 -", "In Salah", "March 26", None),
        ("Pune, Sep 1 (Agency)", "Pune", "Sep 1", "(Agency)"),
        ("WARSAW, March 26  -", "WARSAW", "March 26", None),
        ("(Reuters) -", None, None, "(Reuters)"),
    ],
)
def test_datelines(opening: str, place: str | None, date: str | None, agency: str | None) -> None:
    text = f"{opening} {STORY}"
    assert may_open_dateline(text)
    found = dateline(text)
    assert found is not None
    assert found.text == opening
    parts = [part.text if part else None for part in (found.place, found.date, found.agency)]
    assert parts == [place, date, agency]


@pytest.mark.parametrize(
    "text",
    [
        f"JOHN SMITH: {STORY}",
        "ATTENTION - ADDS details of the vote ///",
        "Ruling party wins one-horse race in the north, and the count goes on until Monday",
        "STOCKS FALL - BANKS LEAD THE WAY DOWN IN EARLY TRADE",
        f"UPDATE - {STORY}",
        f"(CORRECTED) - {STORY}",
        f"The mayor, March 3 - {STORY}".lower(),
        "Kingston – a town of wide streets – never had a bridge like the one it lost on Monday.",
        "LONDON —",
        f"On Monday, March 3, 1980 - twenty years ago today - {STORY}",
        f"On March 3, 1980 - twenty years ago today - {STORY}",
        f"SINCE MARCH 3, 1980 - {STORY}",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(text) is None
