from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, in_source

from newslint.errors import InputError, NotAnArticleFileError
from newslint.line_index import LineIndex
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import json_values, read_articles
from newslint.readers.json_file import JsonReader

STORY = "The council met on Tuesday and put off its vote once more."


def records(content: object, **fields: str) -> list[RawArticle | RawProblem]:
    source = content if isinstance(content, str) else json.dumps(content)
    return list(read_articles(SourceFile("a.json", source.encode(), fields=fields)))


def articles(content: object, **fields: str) -> list[RawArticle]:
    found = records(content, **fields)
    assert all(isinstance(one, RawArticle) for one in found), found
    return [one for one in found if isinstance(one, RawArticle)]


TEXT = st.text(alphabet=st.sampled_from('ab \n\r\t"\\/é\u2028😀\x07\ufeff'), max_size=20)
NAME = st.text(alphabet=st.sampled_from('ab/~"é0'), min_size=1, max_size=4)
RECORD = st.fixed_dictionaries({"text": TEXT}, optional={"title": TEXT, "n": st.integers()})


@given(
    st.lists(RECORD, min_size=1, max_size=4),
    st.lists(NAME, max_size=3),
    st.booleans(),
    st.sampled_from([None, 1, "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_text_and_map_are_exact(
    listed: list[dict[str, object]],
    path: list[str],
    ascii_only: bool,
    indent: int | str | None,
    end: str,
    encoding: str,
) -> None:
    whole: object = listed
    for key in path:
        whole = {"n": 1, key: whole, "other": {"list": [1, {"x": "}"}]}}
    source = json.dumps(whole, ensure_ascii=ascii_only, indent=indent).replace("\n", end)
    file = SourceFile("a.json", source.encode(encoding), fields={"text": "text"})
    found = list(read_articles(file))
    assert len(found) == len(listed)
    for number, (article, values) in enumerate(zip(found, listed, strict=True)):
        assert isinstance(article, RawArticle)
        assert article.index == number
        assert article.text == lined(values["text"])
        assert value_at(whole, article.pointer) == values["text"]
        assert json.JSONDecoder().raw_decode(source, article.start)[0] == values
        check_map(source, article)
        for offset, character in enumerate(article.text):
            escaped = source[slice(*article.map.span(offset, offset + 1))]
            assert lined(json.loads(f'"{escaped}"')) == character
        if headline := article.fields.get("headline"):
            assert headline.raw == lined(values["title"])
            assert value_at(whole, headline.pointer) == values["title"]
            check_map(source, headline)


def lined(text: object) -> str:
    assert isinstance(text, str)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def value_at(value: object, pointer: str) -> object:
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        value = value[int(key)] if isinstance(value, list) else value[key]  # type: ignore[index]
    return value


@given(RECORD, TEXT, st.integers(0, 20), st.integers(0, 20))
def test_a_fix_changes_its_text_only(
    values: dict[str, object], new: str, first: int, length: int
) -> None:
    source = json.dumps({"articles": [{"text": STORY}, values]}, ensure_ascii=False)
    article = articles(source)[1]
    begin, end = min(first, len(article.text)), min(first + length, len(article.text))
    start, stop = article.map.span(begin, end)
    fixed = json.loads(source[:start] + JsonReader().spell(new) + source[stop:])
    meant = article.text[:begin] + new + article.text[end:]
    text = fixed["articles"][1].pop("text")
    assert lined(text) == lined(meant) or "\r" in new + str(values["text"])
    assert fixed["articles"][1] == {key: one for key, one in values.items() if key != "text"}
    assert fixed["articles"][0] == {"text": STORY}


def test_one_record_is_one_article() -> None:
    source = json.dumps({"title": "Head", "byline": "Ada Onwu", "body": STORY}, indent=2)
    (article,) = articles(source)
    assert (article.text, article.index, article.pointer) == (STORY, None, "/body")
    assert article.fields["author"].pointer == "/byline"
    start, _ = article.map.span(4, 11)
    assert LineIndex(source).position(start) == (4, 16)


@pytest.mark.parametrize("path", ["articles", "items", "data", "results", "response/docs", ""])
def test_lists_of_records_are_found_by_their_shape(path: str) -> None:
    whole: object = [{"title": "One", "text": STORY}, {"title": "Two", "text": STORY}]
    for key in reversed(path.split("/") if path else []):
        whole = {"status": "ok", key: whole, "tags": ["a", "b"], "paging": {"next": None}}
    first, second = articles(whole)
    assert second.pointer == (f"/{path}/1/text" if path else "/1/text")
    assert (first.index, second.index) == (0, 1)
    assert second.fields["headline"].raw == "Two"


def test_all_lists_of_records_are_read_in_order() -> None:
    found = articles({"city": [{"text": STORY}], "n": 2, "sport": {"items": [{"text": STORY}]}})
    assert [(one.index, one.pointer) for one in found] == [
        (0, "/city/0/text"),
        (1, "/sport/items/0/text"),
    ]


def test_a_record_without_text_is_a_problem_among_others() -> None:
    source = json.dumps([{"text": STORY}, {"title": "No text"}, {"text": STORY}, 3, {"text": None}])
    found = records(source)
    problems = [one for one in found if isinstance(one, RawProblem)]
    assert [(one.index, source[one.start : one.end]) for one in problems] == [
        (1, '{"title": "No text"}'),
        (3, "3"),
    ]
    assert "fields: title" in problems[0].message
    last = found[4]
    assert isinstance(last, RawArticle)
    assert last.text == ""


def test_ninjs_1_is_read() -> None:
    item = {
        "uri": "urn:example:7",
        "type": "text",
        "language": "en",
        "versioncreated": "2024-02-30T10:00:00Z",
        "byline": "Ada Onwu",
        "headline": "Vote put off",
        "description_text": "It was the third time.",
        "body_text": STORY,
        "body_html": f"<p>{STORY}</p>",
        "subject": [{"name": "politics"}],
    }
    source = json.dumps({"items": [item]}, indent=1)
    (article,) = articles(source)
    assert (article.text, article.pointer) == (STORY, "/items/0/body_text")
    shown = {name: article.fields[name].raw for name in ("id", "headline", "author", "date")}
    assert shown == {
        "id": "urn:example:7",
        "headline": "Vote put off",
        "author": "Ada Onwu",
        "date": "2024-02-30T10:00:00Z",
    }
    assert article.fields["description"].raw == "It was the third time."
    del item["body_text"]
    (article,) = articles(item)
    assert article.pointer == "/body_html"


def test_ninjs_2_and_3_keep_texts_in_lists() -> None:
    bodies = [
        {"role": "main", "contenttype": "text/html", "value": f"<p>{STORY}</p>"},
        {"role": "main", "contenttype": "text/plain", "value": STORY},
    ]
    item = {
        "uri": "urn:example:8",
        "versioncreated": "2024-03-12T10:00:00Z",
        "headlines": [{"role": "main", "value": "Vote put off"}],
        "descriptions": [{"value": "Again."}],
        "by": "Ada Onwu",
        "bodies": bodies,
    }
    source = json.dumps([item])
    (article,) = articles(source)
    assert (article.text, article.pointer) == (STORY, "/0/bodies/1/value")
    headline = article.fields["headline"]
    assert (headline.raw, headline.pointer) == ("Vote put off", "/0/headlines/0/value")
    assert in_source(source, headline) == "Vote put off"
    assert article.fields["description"].raw == "Again."
    assert article.fields["author"].raw == "Ada Onwu"
    check_map(source, article)
    (article,) = articles({**item, "bodies": bodies[:1]})
    assert article.pointer == "/bodies/0/value"


def test_pictures_in_a_feed_of_ninjs_are_no_problems_and_have_their_numbers() -> None:
    picture = {"uri": "p", "type": "picture", "headline": "The hall"}
    feed = [picture, picture, {"uri": "t", "type": "text", "body_text": STORY}, picture]
    (found,) = records({"items": feed})
    assert isinstance(found, RawArticle)
    assert (found.index, found.pointer) == (2, "/items/2/body_text")
    _, told, _ = records([*feed, {"uri": "x", "type": ["picture"]}, feed[2]])
    assert isinstance(told, RawProblem)
    assert told.index == 4
    with pytest.raises(NotAnArticleFileError):
        records([picture])


def test_configured_pointers_lead_on_from_the_record() -> None:
    hits = {"hits": {"hits": [{"_source": {"copy": "Short.", "head": "Head"}}]}}
    (article,) = articles(hits, text="/_source/copy", headline="/_source/head")
    assert (article.text, article.pointer) == ("Short.", "/hits/hits/0/_source/copy")
    assert article.fields["headline"].pointer == "/hits/hits/0/_source/head"
    assert article.index == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        " \r\n",
        "[]",
        "{}",
        "3",
        "null",
        '"text"',
        {"name": "site", "version": "1.0.0", "files": ["a", "b"], "scripts": {"build": "make"}},
        {"menu": [{"text": "Home", "url": "/"}, {"text": "About us", "url": "/about"}]},
        {"content": ["./pages/**/*.html", "./posts/**/*.md"], "plugins": []},
        {"articles": []},
        {"home": {"text": STORY}},
        {"article": {"text": STORY, "comments": [{"text": STORY}]}},
        [[{"text": STORY}]],
        [{"text": STORY}, {"a": 1}, {"b": 2}],
    ],
)
def test_a_file_of_something_else_holds_no_article(content: object) -> None:
    with pytest.raises(NotAnArticleFileError):
        records(content)


def test_a_short_text_is_read_where_its_field_is_named() -> None:
    with pytest.raises(NotAnArticleFileError, match="fields"):
        records({"text": "Short."})
    (article,) = articles({"text": "Short."}, text="text")
    assert article.text == "Short."
    with pytest.raises(NotAnArticleFileError, match="'copy'"):
        records({"text": STORY}, text="copy")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('{\n  "text": "x",\n}', 3, "line 3, column 1"),
        ('[\r\n{"text": "x"}\r\n', 3, "line 3, column 1"),
        ('{"text": "x"}\n{"text": "y"}\n', 2, "line 2, column 1"),
        ('{\r"text": nope}', 2, "line 2, column 9"),
        ("\n" * 70_000 + "x", 70_001, "line 70001, column 1"),
    ],
)
def test_what_is_no_json_is_said_with_its_place(content: str, line: int, message: str) -> None:
    with pytest.raises(InputError, match=message) as raised:
        records(content)
    assert not isinstance(raised.value, NotAnArticleFileError)
    assert raised.value.line == line


def test_what_python_cannot_hold_is_said() -> None:
    with pytest.raises(InputError, match="nested too deep"):
        records("[" * 100_000)
    with pytest.raises(InputError, match="too many digits"):
        records('{"n": ' + "9" * 5000 + "}")


@given(st.text(alphabet=st.sampled_from('{}[]",: \n\\ute1x'), max_size=40), st.binary(max_size=4))
def test_whatever_stands_there_no_traceback(source: str, damage: bytes) -> None:
    whole = json.dumps([{"text": STORY}])
    for data in (source.encode() + damage, (whole[:20] + source + whole[20:]).encode()):
        try:
            list(read_articles(SourceFile("a.json", data)))
        except InputError:
            continue


def test_many_lists_are_placed_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    members = json_values.members
    monkeypatch.setattr(
        json_values, "members", lambda *place: calls.append(place) or members(*place)
    )
    articles({f"section {number}": [{"text": STORY}] for number in range(50)})
    assert len(calls) == 1
