"""Which part of a page is the article: invented pages of the usual shapes."""

from __future__ import annotations

import pytest
from reading import read

LEAD = "The harbour bridge will be shut until Friday morning, the council said on Tuesday."
SECOND = "Divers had found a crack in the third pier, which was mended only two years ago."
THIRD = "Ferries will run every ten minutes, and nobody has to pay for them before the weekend."
STORY = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"
TOLD = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
OTHER = "A gull stole the mayor's hat at the opening of the fish market and did not give it back."
LONGER = "Every stall was sold out by noon, though the rain did not stop before the evening came."


def teaser(more: str = "") -> str:
    return f"<article><h3><a href='/gull'>Gull steals hat</a></h3><p>{OTHER}</p>{more}</article>"


TEASERS = f"{teaser()}{teaser(f'<p>{LONGER}</p>')}{teaser()}"
LINKS = "".join(
    f"<li><a href='/{n}'>Number {n} of what people read here this week. It is long.</a></li>"
    for n in range(9)
)
NAV = f"<nav><p>{OTHER} {OTHER} {OTHER} {OTHER}</p></nav>"
TERMS = f"<footer><p>{OTHER} {LONGER} {OTHER}</p></footer>"


def page(body: str) -> str:
    return f"<!doctype html><html><body><header>Post</header>{NAV}{body}{TERMS}</body></html>"


@pytest.mark.parametrize(
    ("shape", "body"),
    [
        ("one article", f"<main><article>{STORY}</article></main>"),
        ("teasers after it", f"<main><article>{STORY}</article></main><aside>{TEASERS}</aside>"),
        ("teasers before it", f"{TEASERS}<main><article>{STORY}</article></main>"),
        ("story in main", f"<main><div>{STORY}</div><div>{TEASERS}</div></main>"),
        ("story in a main that is a role", f"<div role=main>{STORY}{TEASERS}</div>"),
        ("teasers outside main", f"<main>{STORY}</main><section>{TEASERS}</section>"),
        ("comments in it", f"<article>{STORY}<article><p>{OTHER}</p></article></article>"),
        ("a teaser with more links", f"<main>{STORY}</main><article><ul>{LINKS}</ul></article>"),
        ("marked", f"<article><p>{OTHER}</p></article><div itemprop=articleBody>{STORY}</div>"),
        ("never ended", f"<article>{STORY}"),
    ],
)
def test_the_story_is_taken_and_not_what_stands_beside_it(shape, body):
    html = body if shape == "never ended" else page(body)
    assert read("a.html", html).text == TOLD


def test_a_story_outside_all_articles_and_without_main_is_the_body():
    found = read("a.html", page(f"<div>{STORY}<p>{LEAD}</p></div>{teaser()}")).text
    assert found == f"Post\n\n{TOLD}\n\n{LEAD}"


def test_a_short_article_is_one_in_a_body_with_notices():
    found = read("a.html", page(f"<article><p>{LEAD}</p></article><div><p>{OTHER}</p></div>"))
    assert found.text == LEAD


def test_entries_of_a_live_blog_belong_to_it():
    entries = "".join(f"<article><p>{one} {THIRD}</p></article>" for one in (SECOND, OTHER))
    found = read("a.html", page(f"<article><p>{LEAD}</p>{entries}</article>")).text
    assert found == f"{LEAD}\n\n{SECOND} {THIRD}\n\n{OTHER} {THIRD}"


def test_in_a_page_of_divisions_the_one_with_the_prose_is_the_story():
    story = f"<div id=story>{STORY * 3}</div>"
    body = (
        f"<div id=page><div><h4>Most read</h4><ul>{LINKS}</ul></div>{story}<div>Share</div></div>"
    )
    assert read("a.html", page(body)).text == "\n\n".join([TOLD] * 3)
    short = body.replace(STORY * 3, STORY)
    assert read("a.html", page(short)).text.startswith("Post\n\nMost read")


def test_prose_in_languages_without_blanks_counts():
    story = "<p>議会は火曜日に橋を金曜日の朝まで閉鎖すると発表した。潜水士が橋脚に亀裂を見つけた。"
    assert read("a.html", f"<main>{story}<article>{'頁 ' * 90}</article></main>").text[:2] == "議会"


def test_hidden_prose_does_not_count():
    body = f"<main>{STORY}</main><article><p>{LEAD}</p><template>{STORY * 4}</template></article>"
    assert read("a.html", page(body)).text == TOLD


def test_many_nested_articles_cost_no_more_than_their_length():
    """Nothing is counted here: what grows with the square of this would never end."""
    body = f"<article><p>{LEAD}</p>" * 20_000
    assert LEAD in read("a.html", body).text
