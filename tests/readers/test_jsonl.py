from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, in_source

from newslint.diagnostic import Diagnostic, Location
from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import json_values, read_articles
from newslint.readers.jsonl import JsonLinesReader
from newslint.reporters.jsonl import json_line


def records(content: str, **fields: str) -> list[RawArticle | RawProblem]:
    return list(read_articles(SourceFile("a.jsonl", content.encode(), fields=fields)))


def one(content: str, **fields: str) -> RawArticle:
    (found,) = records(content, **fields)
    assert isinstance(found, RawArticle)
    return found


TEXT = st.text(alphabet=st.sampled_from('ab \n\r\t"\\/é\u2028😀\x07\ufeff'), max_size=30)


@given(TEXT, st.booleans())
def test_text_and_map_are_exact(text: str, ascii_only: bool) -> None:
    source = json.dumps({"id": 1, "text": text}, ensure_ascii=ascii_only)
    article = one(source)
    assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")
    check_map(source, article)
    for offset, character in enumerate(article.text):
        escaped = source[slice(*article.map.span(offset, offset + 1))]
        assert json.loads(f'"{escaped}"').replace("\r\n", "\n").replace("\r", "\n") == character


def test_a_surrogate_pair_is_one_character() -> None:
    source = r'{"text": "a \ud83d\ude00 b"}'
    article = one(source)
    assert article.text == "a 😀 b"
    assert source[slice(*article.map.span(2, 3))] == r"\ud83d\ude00"


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    article = one(r'{"text": "a \ud83d b"}')
    assert article.text == "a \ufffd b"


def test_the_usual_field_names_are_known() -> None:
    article = one(
        json.dumps(
            {
                "maintext": "Body.",
                "title": "Head",
                "date_publish": "2024-03-12 10:00:00",
                "date_download": "2024-04-01",
                "authors": ["Ann Lee", "Bo Ray"],
                "source_domain": "example.org",
                "language": "en",
                "_id": 17,
                "rating": 4.50,
                "nested": {"a": 1},
                "nothing": None,
            }
        )
    )
    raw = {name: field.raw for name, field in article.fields.items()}
    assert raw == {
        "headline": "Head",
        "date": "2024-03-12 10:00:00",
        "date_download": "2024-04-01",
        "author": "Ann Lee, Bo Ray",
        "source": "example.org",
        "language": "en",
        "id": "17",
        "rating": "4.5",
    }
    assert article.pointer == "/maintext"
    assert article.fields["date"].pointer == "/date_publish"


def test_the_first_name_with_a_value_wins() -> None:
    article = one('{"text": "x", "headline": "", "title": "Head", "heading": "Other"}')
    assert article.fields["headline"].raw == "Head"
    assert article.fields["heading"].raw == "Other"


@pytest.mark.parametrize("empty", ["", " \n", None, [], [""], 5, {"a": 1}])
def test_a_text_without_words_gives_way_to_one_with_words(empty: object) -> None:
    record = {"text": empty, "Body": "The council met.", "content": "It met."}
    found = one(json.dumps(record))
    assert (found.text, found.pointer) == ("The council met.", "/Body")
    assert json.dumps(record)[found.map.start(0) :].startswith("The council met.")


def test_a_text_without_words_stays_the_text_where_there_is_no_other_and_where_it_is_named() -> (
    None
):
    assert one('{"text": "", "content": {"a": 1}, "article": " "}').pointer == "/text"
    assert one('{"text": "", "body": "It met."}', text="text").pointer == "/text"


def test_configured_fields_are_keys_or_pointers() -> None:
    content = (
        r'{"meta": {"when": "12 \u004dar 2024"}, "parts": [{"t/x": "Body."}], "kicker": "Head"}'
    )
    article = one(content, text="/parts/0/t~1x", date="/meta/when", headline="kicker")
    assert article.text == "Body."
    assert article.pointer == "/parts/0/t~1x"
    assert article.fields["date"].raw == "12 Mar 2024"
    assert in_source(content, article.fields["date"]) == r"12 \u004dar 2024"
    assert article.fields["headline"].raw == "Head"


def test_a_list_of_paragraphs_is_a_text() -> None:
    content = '{"text": ["One.", "Two \\"x\\"."], "author": [{"name": "Ann"}, {"id": 3}]}'
    article = one(content)
    assert article.text == 'One.\n\nTwo "x".'
    check_map(content, article)
    assert article.fields["author"].raw == "Ann"


def test_of_equal_keys_the_last_counts() -> None:
    content = '{"text": "first", "text": "last"}'
    article = one(content)
    assert article.text == "last"
    assert content[slice(*article.map.span(0, 4))] == "last"


def test_an_empty_or_null_text_is_an_empty_article() -> None:
    assert one('{"text": ""}').text == ""
    assert one('{"text": null}').text == ""


def test_bad_lines_do_not_lose_the_others() -> None:
    content = '{"a": 1}\r\n\r\n{"text": "x",}\n[1]\n{"text": "good"}\n{"text": "x"} tail\n{"text'
    found = records(content)
    kinds = [(type(one) is RawArticle, one.index) for one in found]
    assert kinds == [(False, 0), (False, 1), (False, 2), (True, 3), (False, 4), (False, 5)]
    good = found[3]
    assert isinstance(good, RawArticle)
    assert content[good.start :].startswith('{"text": "good"}')
    comma = found[1]
    assert isinstance(comma, RawProblem)
    assert "not JSON" in comma.message
    assert content[: comma.start].count("\n") == 2
    assert "fields: a" in getattr(found[0], "message", "")


def test_pictures_among_items_of_ninjs_are_no_problems_and_have_their_numbers() -> None:
    picture = '{"uri": "p", "type": "picture"}\n'
    text = '{"uri": "t", "type": "text", "body_text": "The council met on Tuesday."}\n'
    found = records(picture + '{"uri": "x"}\n' + text + picture + text)
    assert [one.index for one in found] == [1, 2, 4]
    assert [isinstance(one, RawProblem) for one in found] == [True, False, False]
    with pytest.raises(NotAnArticleFileError):
        records(picture)


def test_a_file_without_any_text_holds_no_articles() -> None:
    with pytest.raises(NotAnArticleFileError, match="fields"):
        records('{"a": 1}\n{"b": 2}\n')
    with pytest.raises(NotAnArticleFileError, match="'story_html'"):
        records('{"text": "x"}\n', text="story_html")
    with pytest.raises(NotAnArticleFileError):
        records('{"a": 1}\n' * 1200 + '{"text": "too late"}')


def test_a_record_of_a_diagnostic_is_no_article() -> None:
    said = Diagnostic(
        Location("a.txt", None, 1, 1, 1, 7), "GAR004", "doubled-words", "garbled", "warning",
        "'the' stands twice", "the the", None, (), "00112233445566aa",
    )  # fmt: skip
    line = json_line(said)
    with pytest.raises(NotAnArticleFileError):
        records(line)
    assert one(line, text="text").text == "the the"


def test_a_file_of_broken_lines_is_not_silent() -> None:
    assert [type(one) for one in records("{\nnope\n")] == [RawProblem, RawProblem]
    assert records("\n") == []


def test_a_record_nested_too_deep_is_a_problem() -> None:
    found = records('{"text": "x"}\n' + '{"a":' * 100_000)
    assert isinstance(found[1], RawProblem)


def test_a_number_of_too_many_digits_does_not_lose_the_others() -> None:
    bad, good = records(f'{{"n": {"9" * 5000}, "text": "A."}}\n{{"text": "Good."}}\n')
    assert isinstance(bad, RawProblem)
    assert bad.message == "not read: a number has too many digits"
    assert isinstance(good, RawArticle)


def test_raw_control_characters_do_not_lose_a_record() -> None:
    content = '{"text": "a\tb\x01"}'
    article = one(content)
    assert article.text == "a\tb\x01"
    check_map(content, article)


@given(TEXT)
def test_spelled_text_reads_back(text: str) -> None:
    assert json.loads(f'"{JsonLinesReader().spell(text)}"') == text


def test_a_fix_is_refused_where_no_string_stands() -> None:
    article = one('{"text": null, "id": 7, "title": "Head", "live": true}')
    for field in (article, article.fields["id"], article.fields["live"]):
        assert field.map.spelled("x", 0, str) is None
    assert article.fields["headline"].map.spelled("x", 0, str) == "x"


@pytest.mark.parametrize("end", [r"\r\n", "\r\\n", r"\u000d\n", r"\u000D\u000a", r"\r"])
def test_a_line_end_is_one_line_feed_however_it_is_written(end: str) -> None:
    for value in (f'"a{end}b"', f'["a{end}b", "c"]'):
        content = f'{{"text": {value}}}'
        article = one(content)
        assert article.text.startswith("a\nb")
        check_map(content, article)
        assert content[slice(*article.map.span(1, 2))] == end


def test_a_record_in_which_nothing_is_found_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = '{"text": "a\\nb", "title": "Head", "authors": ["Ann", {"name": "Bo"}], "n": 1.50}'
    article = one(content)
    with monkeypatch.context() as patched:
        for name in ("_members", "elements", "_specials"):
            patched.setattr(json_values, name, lambda *_: pytest.fail("looked for a place"))
        raw = {name: field.raw for name, field in article.fields.items()}
    assert raw == {"headline": "Head", "author": "Ann, Bo", "n": "1.50"}
    assert content[slice(*article.fields["author"].map.span(5, 7))] == "Bo"


def test_a_value_nested_deep_is_passed_over() -> None:
    deep = '{"name": ' * 300 + '"[\\"{"' + "}" * 300
    content = f'{{"author": {deep}, "list": {"[" * 300 + "]" * 300}, "text": "x"}}'
    article = one(content)
    assert content[slice(*article.map.span(0, 1))] == "x"
    assert in_source(content, article.fields["author"]) == '[\\"{'


@given(st.recursive(TEXT | st.integers() | st.booleans() | st.none(), st.lists, max_leaves=8))
def test_the_places_of_members_are_those_of_their_values(value: object) -> None:
    source = json.dumps({"a": value, "b": [value, {"a": value}], "a\n": value})
    places = json_values.members(source, 0)
    found = {key: json.loads(source[start:end]) for key, (start, end) in places.items()}
    assert found == json.loads(source)


@given(st.lists(st.sampled_from(['{"text": "a"}', "{", '{"a": [', "1]}", "", " ", '"x"', "3 4"])))
def test_a_long_line_is_read_where_it_stands(lines: list[str]) -> None:
    def shown(content: str) -> list[tuple[object, ...]]:
        try:
            found = list(JsonLinesReader().read(SourceFile("a.jsonl", content.encode())))
        except NotAnArticleFileError as error:
            return [(str(error),)]
        return [
            (one.text, one.start, one.map.span(0, 1))
            if isinstance(one, RawArticle)
            else (one.message, one.start, one.end)
            for one in found
        ]

    content = "\n".join(lines)
    expected = shown(content)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_values, "LONG", 0)
        assert shown(content) == expected


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ({"ignore": ["GAR001"]}, '{"ignore": ["GAR001"]}'),
        (["GAR001", "x"], '["GAR001", "x"]'),
        ("ignore GAR001", "ignore GAR001"),
        ([], "[]"),
        (None, None),
    ],
)
def test_the_member_that_speaks_to_newslint_is_there_as_it_is_written(
    value: object, raw: str | None
) -> None:
    record = {"text": "A text, a long one.", "_newslint": value, "newslint": "no"}
    source = json.dumps(record) + "\n"
    key = one(source).own_key
    assert (key and key.raw) == raw
    if key is not None:
        assert key.pointer == "/_newslint"
        assert in_source(source, key) == raw
