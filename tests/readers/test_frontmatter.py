from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, in_source, read

from newslint.errors import InputError
from newslint.readers.frontmatter import front_matter


def raw(content: str) -> dict[str, str]:
    return {name: field.raw for name, field in read("a.md", content).fields.items()}


YAML = """---
title: 'It''s open: a bridge'
date: 2024-02-30
authors:
  - Ann Lee
  - "B\\u00f6 Ray"
deck: >
  Folded
  text
summary: plain that
  goes on
draft: no
time: 12:30:00
empty:
nothing: ~
---
Body.
"""


def test_yaml_values_stay_as_they_are_written() -> None:
    assert raw(YAML) == {
        "headline": "It's open: a bridge",
        "date": "2024-02-30",
        "author": "Ann Lee, Bö Ray",
        "description": "Folded text\n",
        "summary": "plain that goes on",
        "draft": "no",
        "time": "12:30:00",
    }


@pytest.mark.parametrize("content", [YAML, YAML.replace("\n", "\r\n"), "\ufeff" + YAML])
def test_yaml_places_are_exact(content: str) -> None:
    article = read("a.md", content)
    source = content.removeprefix("\ufeff")
    assert article.text.strip() == "Body."
    for field in article.fields.values():
        check_map(source, field)
    assert in_source(source, article.fields["date"]) == "2024-02-30"
    assert in_source(source, article.fields["headline"]) == "It''s open: a bridge"
    headline = article.fields["headline"]
    start = headline.raw.index("bridge")
    assert source[slice(*headline.map.span(start, start + 6))] == "bridge"
    assert in_source(source, article.fields["summary"]).split() == ["plain", "that", "goes", "on"]


@given(st.text(alphabet=st.sampled_from("ab '\"\\é😀:#"), min_size=1, max_size=12))
def test_quoted_yaml_is_matched_character_by_character(value: str) -> None:
    single = "'" + value.replace("'", "''") + "'"
    double = '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    content = f"---\na: {single}\nb: {double}\n---\n"
    fields = read("a.md", content).fields
    for name in ("a", "b"):
        field = fields[name]
        assert field.raw == value
        check_map(content, field)
        assert all(segment.length == 1 or segment.copied for segment in field.map.segments)


BLOCKS = {
    "deck: >\n  The bridge\n  is badword.\n": "The bridge is badword.\n",
    "deck: >-  # as sent\n    The bridge\n\n    is badword.\n\n": "The bridge\nis badword.",
    "deck: |\n  The bridge:\n    badword\n": "The bridge:\n  badword\n",
    "deck: |2\n    badword  first\n": "  badword  first\n",
}


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_in_a_block_scalar_are_exact(block: str, line_end: str) -> None:
    source = f"---\n{block}title: A\n---\nBody.\n".replace("\n", line_end)
    field = read("a.md", source).fields["description"]
    assert field.raw == BLOCKS[block]
    check_map(source, field)
    start = field.raw.index("badword")
    assert source[slice(*field.map.span(start, start + 7))] == "badword"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("'''\nA badword.'''", "A badword."),
        ('"""\nA \\\n   badword\\u002e"""', "A badword."),
        ('"""A\nbadword""""', 'A\nbadword"'),
        ("'''A\nbadword'''", "A\nbadword"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_in_a_string_of_toml_over_lines_are_exact(
    written: str, value: str, line_end: str
) -> None:
    source = f"+++\ntitle = {written}\n+++\nBody.\n".replace("\n", line_end)
    field = read("a.md", source).fields["headline"]
    assert field.raw == value
    check_map(source, field)
    start = field.raw.index("badword")
    assert source[slice(*field.map.span(start, start + 7))] == "badword"


@pytest.mark.parametrize(
    "written",
    [
        "&a A badword.",
        "!!str &a 'A badword.'",
        "&a\n  A\n  badword.",
        "!x |-\n  A badword.",
        "*b",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_anchors_and_tags_are_none_of_a_value(written: str, line_end: str) -> None:
    source = f"---\nb: &b A badword.\ntitle: {written}\n---\nBody.\n".replace("\n", line_end)
    field = read("a.md", source).fields["headline"]
    assert field.raw == "A badword."
    check_map(source, field)
    assert in_source(source, field).split() == ["A", "badword."]


@pytest.mark.parametrize("key", ["title", '"title"', "'title'"])
def test_a_key_of_toml_may_be_quoted(key: str) -> None:
    assert read("a.md", f"+++\n{key} = 'A'\n+++\nBody.\n").fields["headline"].raw == "A"


def test_broken_yaml_names_its_line() -> None:
    with pytest.raises(InputError, match=r"^line 3: front matter is not YAML") as caught:
        read("a.md", "---\ntitle: a\nbad: [1\n---\nBody.\n")
    assert caught.value.line == 3


def test_toml_values_and_places() -> None:
    content = (
        '+++\ntitle = "A \\"b\\"" # note\ndate = 2024-02-30\nauthors = ["Ann", \'Bo\']\n'
        'deck = """\nkey = 1\nmore"""\n"odd key" = 3\n[params]\nurl = "no"\n+++\nBody.\n'
    )
    article = read("a.md", content)
    assert {name: field.raw for name, field in article.fields.items()} == {
        "headline": 'A "b"',
        "date": "2024-02-30",
        "author": "Ann, Bo",
        "description": "key = 1\nmore",
        "odd key": "3",
    }
    assert in_source(content, article.fields["date"]) == "2024-02-30"
    assert in_source(content, article.fields["headline"]) == 'A \\"b\\"'
    assert article.text == "Body.\n"


def test_broken_toml_names_its_line() -> None:
    with pytest.raises(InputError, match="line 3") as caught:
        read("a.md", "+++\na = 1\nb = = 2\n+++\nBody.\n")
    assert caught.value.line == 3


def test_json_front_matter() -> None:
    content = '{"title": "A \\u0062", "date": "2024-02-30"}\n\nBody.\n'
    article = read("a.md", content)
    assert article.fields["headline"].raw == "A b"
    assert in_source(content, article.fields["headline"]) == "A \\u0062"
    assert article.text == "Body.\n"


def test_pelican_headers() -> None:
    content = "Title: Bridge: open\nDate: 2024-03-12\nTags: a\n  b\n\nBody.\n"
    article = read("a.md", content)
    assert article.fields["headline"].raw == "Bridge: open"
    assert in_source(content, article.fields["date"]) == "2024-03-12"
    assert article.text == "Body.\n"


@pytest.mark.parametrize(
    "content",
    [
        "---\nProse between two breaks.\n\n---\nMore.\n",
        "---\nnever: closed\n",
        "Washington: The minister spoke.\nAnd left.\n",
        "{{< figure >}}\nBody.\n",
        '{"quoted"} words open this text.\n',
    ],
)
def test_what_only_looks_like_front_matter(content: str) -> None:
    assert front_matter(content).end == 0
    assert not read("a.md", content).fields


def test_empty_front_matter() -> None:
    assert read("a.md", "---\n---\nBody.\n").text == "Body.\n"


def test_an_alias_bomb_is_harmless() -> None:
    rows = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
    content = f"---\na0: &a0 [x]\n{rows}\n---\nBody.\n"
    assert read("a.md", content).text == "Body.\n"


OWN_KEYS = {
    "---\nnewslint: ignore GAR001\n---\nOne.\n": "ignore GAR001",
    "---\nnewslint: {ignore: [GAR001, residue]}\n---\nOne.\n": "{ignore: [GAR001, residue]}",
    "---\nnewslint:\n  ignore:\n    - GAR001 # why\ntitle: x\n---\nOne.\n": (
        "ignore:\n    - GAR001 # why"
    ),
    "---\nnewslint:\n- GAR001\n---\nOne.\n": "- GAR001",
    "+++\nnewslint = 'ignore GAR001'\n+++\nOne.\n": "ignore GAR001",
    '+++\nnewslint = {ignore = ["GAR001"]}\n+++\nOne.\n': '{ignore = ["GAR001"]}',
    '+++\na = 1\n[b]\nc = 2\n\n[newslint] # us\nignore = [\n  "GAR001",\n]\n[d]\n+++\nOne.\n': (
        'ignore = [\n  "GAR001",\n]'
    ),
    '{"newslint": {"ignore": ["GAR001"]}}\nOne.\n': '{"ignore": ["GAR001"]}',
    '{"newslint": "ignore GAR001"}\nOne.\n': "ignore GAR001",
    "Title: x\nDate: 2024-11-20\nNewslint: ignore GAR001\n\nOne.\n": "ignore GAR001",
    "---\nnewslint:\n---\nOne.\n": None,
    "---\nx:\n  newslint: ignore GAR001\n---\nOne.\n": None,
    "+++\n[x.newslint]\nignore = ['GAR001']\n+++\nOne.\n": None,
}


@pytest.mark.parametrize("source", OWN_KEYS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_key_that_speaks_to_newslint_is_there_as_it_is_written(
    source: str, line_end: str
) -> None:
    content = source.replace("\n", line_end)
    key = read("a.md", content).own_key
    wanted = OWN_KEYS[source]
    assert (key and key.raw.replace("\r\n", "\n")) == wanted
    if key is not None:
        assert in_source(content, key).replace("\r\n", "\n") == wanted
