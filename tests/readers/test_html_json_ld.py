"""What pages say in JSON-LD: the article, and what stands elsewhere in the script."""

from __future__ import annotations

import json

import pytest
from reading import check_map, in_source, read

from newslint.readers.html import HtmlReader

ANA = {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}
KARL = {"@type": "Person", "@id": "#karl", "name": "Karl “Kalle” Lind"}
POST = {"@type": ["Organization"], "@id": "https://post.example/#us", "name": "The Post"}
STORY = {"@type": "NewsArticle", "@id": "#story", "headline": "Bridge shut", "inLanguage": "en"}


def page(*graph: object) -> str:
    described = json.dumps({"@context": "https://schema.org", "@graph": graph})
    return f"<script type='application/ld+json'>{described}</script><p>Text."


def told(*graph: object) -> dict[str, str]:
    source = page(*graph)
    fields = read("a.html", source).fields
    for one in fields.values():
        check_map(source, one)
    return {name: one.raw for name, one in fields.items()}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"@id": "#ana"}, "Ana Ruiz"),
        ({"@type": "Person", "@id": "#ana", "url": "/ana"}, "Ana Ruiz"),
        ([{"@id": "#ana"}], "Ana Ruiz"),
        ([{"@id": "#ana"}, {"@id": "#karl"}], "Ana Ruiz, Karl “Kalle” Lind"),
        ([{"@id": "#karl"}, {"name": "Bo Ray"}, "Cy"], "Bo Ray, Cy, Karl “Kalle” Lind"),
        ({"@id": "#ana", "name": "A. Ruiz"}, "A. Ruiz"),
        ([{"@id": "#nobody"}, {"@id": "#ana"}], "Ana Ruiz"),
    ],
)
def test_authors_are_followed_to_where_they_are_described(author, names):
    story = STORY | {"author": author, "publisher": {"@id": "https://post.example/#us"}}
    found = told({"@type": "WebPage"}, story, ANA, KARL, POST)
    assert (found["author"], found["source"]) == (names, "The Post")


@pytest.mark.parametrize("author", [{"@id": "#nobody"}, {"@id": 3}, {"@id": "#story"}, [], None])
def test_what_leads_nowhere_is_no_author(author):
    assert "author" not in told(STORY | {"author": author})


def test_the_article_is_the_one_the_page_is_about_or_the_first_that_is_described():
    other = {"@type": "Article", "@id": "#other", "headline": "Gull steals hat"}
    about = {"@type": "WebPage", "mainEntity": {"@id": "#story"}}
    assert told(other, STORY)["headline"] == "Gull steals hat"
    assert told(about, other, STORY)["headline"] == "Bridge shut"
    assert told({"@type": "NewsArticle", "@id": "#story"}, STORY)["headline"] == "Bridge shut"
    assert told({"@type": "NewsArticle", "url": "/a"}, STORY)["headline"] == "Bridge shut"
    assert told({"mainEntity": {"@type": "Person", "@id": "#ana"}}, ANA, STORY)["id"] == "#story"


def test_a_followed_name_has_its_place_and_its_spelling():
    source = page(STORY | {"author": {"@id": "#karl"}}, KARL)
    author = read("a.html", source).fields["author"]
    assert in_source(source, author) == r"Karl \u201cKalle\u201d Lind"
    assert author.map.contiguous(0, 4)
    assert author.map.spelled('"', 0, HtmlReader().spell) == r"\""
    both = read("a.html", page(STORY | {"author": [{"@id": "#ana"}, {"@id": "#karl"}]}, ANA, KARL))
    assert not both.fields["author"].map.contiguous(0, 3)


@pytest.mark.parametrize(
    "script",
    [
        "<!--\n{}\n-->",
        "//<![CDATA[\n{}\n//]]>\n",
        "\n/*<![CDATA[*/{}/*]]>*/",
        "<![CDATA[ [{}] ]]>",
        "{};",
    ],
)
def test_what_hides_a_script_from_others_is_none_of_it(script):
    story = json.dumps(STORY | {"author": "Bo ]]> Ray;"})
    source = f"<script type='application/ld+json'>{script.replace('{}', story)}</script><p>Text."
    fields = read("a.html", source).fields
    assert {name: in_source(source, field) for name, field in fields.items()} == {
        "id": "#story", "headline": "Bridge shut", "author": "Bo ]]> Ray;", "language": "en"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("http://schema.org/NewsArticle", True),
        ("https://www.schema.org/BlogPosting", True),
        ("schema:Report", True),
        ("https://post.example/NewsArticle", False),
        ("schema.org", False),
    ],
)
def test_a_type_may_be_spelled_out(kind, known):
    assert ("headline" in told(STORY | {"@type": kind})) is known
