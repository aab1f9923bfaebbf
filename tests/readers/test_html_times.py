"""Which ``time`` of a page is the date of its article: invented pages."""

from __future__ import annotations

import pytest
from reading import in_source, read

PROSE = "<p>The harbour bridge will be shut until Friday morning, the council said on Tuesday.</p>"
TIME = "<time datetime=2024-03-12>Tuesday</time>"
OTHER = "<time datetime=1999-01-01>then</time>"


def found(page: str) -> tuple[str | None, str | None]:
    fields = read("a.html", page).fields
    for name in {"date", "modified"} & fields.keys():
        assert in_source(page, fields[name]) == fields[name].raw
    date, modified = fields.get("date"), fields.get("modified")
    return date and date.raw, modified and modified.raw


@pytest.mark.parametrize(
    "page",
    [
        f"<article><h1>Bridge shut</h1>{TIME}{PROSE}</article>",
        f"<article><header>{TIME}<h1>Bridge shut</h1></header>{PROSE}{OTHER}</article>",
        f"<main><h1>Bridge shut</h1>{TIME}<article>{PROSE}</article></main>",
        f"<article><h1>Bridge</h1>{TIME}<div itemprop=articleBody>{PROSE}{OTHER}</div></article>",
        f"<body><h1>Bridge shut</h1>{TIME}{PROSE}{OTHER}</body>",
        f"<body><div class='post byline'>By Ana Ruiz, {TIME}</div>{PROSE}{OTHER}</body>",
        f"<article>{PROSE}<footer class=entry-meta>{TIME}</footer></article>",
        f"<article>{OTHER}{PROSE}<time pubdate datetime=2024-03-12>x</time></article>",
        f"<article>{OTHER}{PROSE}<time itemprop=datePublished datetime=2024-03-12>x</time>",
        f"<article>{PROSE}<p class='entry-date'>{TIME}</p>{OTHER}</article>",
        f"<aside><article>{OTHER}</article></aside><article>{TIME}{PROSE}</article>",
        f"<nav><h1>Post</h1>{OTHER}</nav><article>{TIME}{PROSE}</article>",
    ],
)
def test_the_date_is_marked_or_stands_in_the_head_or_a_byline(page):
    assert found(page) == ("2024-03-12", None)


@pytest.mark.parametrize(
    "page",
    [
        f"<article><h1>Bridge shut</h1>{PROSE}<p>On {OTHER} it was shut, too.</p></article>",
        f"<article><h1>Concert</h1><time itemprop=startDate datetime=1999-01-01>x</time>{PROSE}",
        f"<article>{PROSE}<article class=comment><p class=byline>{OTHER}</p></article></article>",
        f"<article>{PROSE}<aside class=byline>{OTHER}</aside></article>",
        f"<header><h1>The Post</h1>{OTHER}</header><div>{PROSE}</div>",
        f"{OTHER}<article>{PROSE}</article>",
        f"<article>{PROSE}</article><footer><p class=posted>{OTHER}</p></footer>",
        f"<article>{PROSE}</article><article><p class=posted>{OTHER}</p></article>",
        f"<div>{OTHER}{PROSE}</div>",
    ],
)
def test_any_other_time_is_no_date(page):
    assert found(page) == (None, None)


def test_the_day_of_a_change_is_told_from_the_day_of_publication():
    changed = "<time class=updated datetime=2024-03-14>x</time>"
    assert found(f"<article>{changed}{TIME}{PROSE}</article>") == ("2024-03-12", "2024-03-14")
    assert found(f"<article>{changed}{PROSE}</article>") == (None, "2024-03-14")


def test_deep_pages_with_many_times_cost_no_more_than_their_length():
    """Nothing is counted here: what grows with the square of this would never end."""
    page = f"<article>{PROSE}{f'<b>{OTHER}' * 20_000}{'</b>' * 20_000}</article>"
    assert found(page) == (None, None)
