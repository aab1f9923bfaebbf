from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import check_map, in_source

from newslint.errors import InputError, NotAnArticleFileError
from newslint.raw import Part, RawArticle, RawField, RawProblem, SourceFile
from newslint.readers import read_articles
from newslint.readers.cells import DELIMITERS, rows
from newslint.readers.table import TableReader


def records(content: str, name: str = "a.csv", **fields: str) -> list[RawArticle | RawProblem]:
    """Read a table whose texts may be short, because [fields] names their column."""
    for usual in ("text", "body"):
        if usual in content:
            fields.setdefault("text", usual)
    return list(read_articles(SourceFile(name, content.encode(), fields=fields)))


def one(content: str, name: str = "a.csv", **fields: str) -> RawArticle:
    (found,) = records(content, name, **fields)
    assert isinstance(found, RawArticle)
    return found


def problem(content: str) -> RawProblem:
    (found,) = (one for one in records(content) if isinstance(one, RawProblem))
    return found


TEXT = {"text": "text"}
STORY = "The council met on Tuesday and put off its vote once more."
TABLE = st.text(alphabet=st.sampled_from('ab ,;\t|""\n\ré\u2028\x0b\x00'), max_size=60)
DELIMITER = st.sampled_from(list(DELIMITERS))
CELL = st.text(alphabet=st.sampled_from('ab,;"\n\r é😀'), max_size=12)


def by_the_module(source: str, delimiter: str = ",") -> list[list[str]]:
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
    return [row for row in reader if row]


def quoted(cell: str, *, always: bool) -> str:
    if always or any(mark in cell for mark in ',;\t|"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def lined(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(TABLE, DELIMITER)
def test_the_cells_are_those_of_the_csv_module(source: str, delimiter: str) -> None:
    found = list(rows(source, delimiter))
    values = [[cell.value(source) for cell in row.cells] for row in found]
    assert values == by_the_module(source, delimiter)
    for row in found:
        for cell in row.cells:
            text = cell.text(source)
            assert text == lined(cell.value(source))
            check_map(source, RawField(text, cell.map(source), ""))


@given(TABLE, DELIMITER)
def test_rows_follow_each_other(source: str, delimiter: str) -> None:
    position = 0
    for row in rows(source, delimiter):
        assert not source[position : row.cells[0].start].strip("\r\n")
        for left, right in zip(row.cells, row.cells[1:], strict=False):
            assert source[left.end : right.start] == delimiter
        position = row.end
        assert source[row.cells[-1].end : position] in ("", "\n", "\r", "\r\n")
    assert not source[position:].strip("\r\n")


@given(
    st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
    DELIMITER,
    st.booleans(),
)
def test_text_and_map_are_exact(
    table: list[tuple[str, str]], end: str, always: bool, delimiter: str, bom: bool
) -> None:
    lines = [("title", "text"), *table]
    source = end.join(delimiter.join(quoted(one, always=always) for one in row) for row in lines)
    data = source.encode("utf-8-sig" if bom else "utf-8")
    found = list(read_articles(SourceFile("a.csv", data, fields=TEXT)))
    kept = [(n, row) for n, row in enumerate(table) if any(one.strip() for one in row)]
    assert len(found) == len(kept)
    for article, (index, (title, text)) in zip(found, kept, strict=True):
        assert isinstance(article, RawArticle)
        assert (article.index, article.text, article.pointer) == (index, lined(text), "text")
        check_map(source, article)
        for offset, character in enumerate(article.text):
            there = source[slice(*article.map.span(offset, offset + 1))]
            assert lined(there.replace('""', '"')) == character
        if title.strip():
            assert article.fields["headline"].raw == lined(title)
            check_map(source, article.fields["headline"])
        assert source.startswith(quoted(title, always=always) + delimiter, article.start)


@given(TABLE, st.integers(0, 8), st.integers(0, 8), CELL)
def test_a_fix_changes_its_cell_only(source: str, first: int, length: int, new: str) -> None:
    found = list(rows(source, ","))
    values = [[cell.value(source) for cell in row.cells] for row in found]
    for number, row in enumerate(found):
        for column, cell in enumerate(row.cells):
            text, placed = cell.text(source), cell.map(source)
            begin, end = min(first, len(text)), min(first + length, len(text))
            spell = cell.spell(source, ",", alone=len(row.cells) == 1)
            spelled = spell(new, begin)
            if cell.closing == -2 or spelled is None or not placed.contiguous(begin, end):
                continue
            start, stop = placed.span(begin, end)
            fixed = source[:start] + spelled + source[stop:]
            expected = [list(one) for one in values]
            expected[number][column] = text[:begin] + new + text[end:]
            after = by_the_module(fixed)
            assert lined(after[number].pop(column)) == lined(expected[number].pop(column))
            assert after == expected


@pytest.mark.parametrize(
    ("cell", "edit", "spelled"),
    [
        ('"a b"', 'x "y", z\n', 'x ""y"", z\n'),
        ("a b", "x y", "x y"),
        ("a b", "x, y", None),
        ("a b", '"x"', None),
        ("a b", "x\ny", None),
        ("a b", "", ""),
        ('a "b"', "", None),
        ('"a" b', "x", None),
    ],
)
def test_a_fix_that_its_cell_cannot_hold_is_refused(
    cell: str, edit: str, spelled: str | None
) -> None:
    article = one(f"title,text\nHead,{cell}\n")
    assert article.map.spelled(edit, 0, str) == spelled


def test_the_only_cell_of_a_row_is_not_emptied() -> None:
    article = one("text\nbad\n")
    assert article.map.spelled("", 0, str) is None
    assert article.map.spelled("", 2, str) == ""


def test_places_are_those_of_the_file() -> None:
    source = (
        'id,Title,body,pub_date\r\n7,"The ""big"" day","One.\r\n\r\nTwo, he said.",2024-02-30\r\n'
    )
    article = one(source)
    assert article.text == "One.\n\nTwo, he said."
    assert {name: field.raw for name, field in article.fields.items()} == {
        "id": "7",
        "headline": 'The "big" day',
        "date": "2024-02-30",
    }
    assert {name: field.pointer for name, field in article.fields.items()} == {
        "id": "id",
        "headline": "Title",
        "date": "pub_date",
    }
    assert in_source(source, article.fields["headline"]) == 'The ""big"" day'
    assert source[slice(*article.map.span(6, 9))] == "Two"
    assert source[article.start :].startswith("7,")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_first_row_shows_the_delimiter(delimiter: str) -> None:
    article = one(
        f"title{delimiter}text{delimiter}note\nHead{delimiter}A, b.{delimiter}\n".replace(
            "A, b.", '"A, b."'
        )
    )
    assert article.text == "A, b."
    assert "note" not in article.fields


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_a_line_for_excel_may_tell_the_delimiter(name: str) -> None:
    source = "sep=;\r\ntitle;text\r\nHead;The council, the mayor, all met.\r\n"
    article = one(source, name)
    assert (article.text, article.index) == ("The council, the mayor, all met.", 0)
    assert article.fields["headline"].raw == "Head"
    check_map(source, article)


def test_tsv_is_parted_by_tabs_alone() -> None:
    assert one("title\ttext\nHead\tA, b; c.", "a.TSV").text == "A, b; c."
    with pytest.raises(NotAnArticleFileError, match="'title,text'"):
        records("title,text\nHead,A.\n", "a.tsv")


def test_fields_may_be_configured() -> None:
    article = one("kicker,copy\nHead,Body.\n", text="copy", headline="kicker")
    assert (article.text, article.pointer) == ("Body.", "copy")
    assert article.fields["headline"].raw == "Head"
    with pytest.raises(NotAnArticleFileError, match="'story'"):
        records("kicker,text\nHead,Body.\n", text="story")


def test_rows_of_another_width_are_problems_with_a_place() -> None:
    source = "id,text\n\n1,A.\n2,Well, no.\n3\n4,D.,,\n,\n6,F.\n"
    found = records(source)
    shown = [
        one.text if isinstance(one, RawArticle) else source[one.start : one.end] for one in found
    ]
    assert shown == ["A.", " no.", "3", "D.", "F."]
    assert [one.index for one in found] == [0, 1, 2, 3, 5]
    assert "3 cells, the first row names 2" in getattr(found[1], "message", "")


def test_a_quote_that_is_never_closed_is_a_problem_where_it_opens() -> None:
    source = 'id,text\n1,A.\n2,"B.\n3,C.\n'
    found = problem(source)
    assert (found.start, found.index) == (source.index('"'), 1)
    assert "never closed" in found.message
    with pytest.raises(InputError, match="line 2, column 1") as raised:
        records('\n"id,text\n1,A.\n')
    assert raised.value.line == 2


@pytest.mark.parametrize("content", ["", "\n\r\n", "\ufeff"])
def test_an_empty_file_holds_no_article(content: str) -> None:
    with pytest.raises(NotAnArticleFileError, match="empty"):
        records(content)


def test_a_table_of_something_else_holds_no_article() -> None:
    with pytest.raises(NotAnArticleFileError, match="fields"):
        records("person,office\nAda Onwu,mayor\n")
    assert records("title,text\n") == []


def test_utf_16_is_read() -> None:
    data = "title\ttext\nHead\tCafé.\n".encode("utf-16")
    (found,) = read_articles(SourceFile("a.csv", data, fields=TEXT))
    assert isinstance(found, RawArticle)
    assert found.text == "Café."


def test_a_cell_may_be_longer_than_the_csv_module_allows() -> None:
    long = "word " * (csv.field_size_limit() // 4)
    assert one(f'title,text\nHead,"{long}"\n').text == long


def test_places_beyond_65535_lines_are_right() -> None:
    source = 'title,text\nHead,"' + "a\n" * 70_000 + 'end"\nOther,B.\n'
    last = records(source)[1]
    assert source.count("\n", 0, getattr(last, "start", 0)) == 70_002


@given(TABLE, st.binary(max_size=6))
def test_whatever_stands_there_no_traceback(source: str, damage: bytes) -> None:
    for head in (b"", b"text\n", b"title,text\n"):
        try:
            list(read_articles(SourceFile("a.csv", head + source.encode() + damage)))
        except InputError:
            continue


@given(
    st.lists(
        st.sampled_from(
            [
                "1,A.",
                '2,"B\n b"',
                '3,"C ""c""\r\n"',
                "",
                "4",
                '"5",E é.',
                '6,"F',
                ",",
                '7,"G"g',
                "\r",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.integers(1, 60),
)
def test_a_table_in_parts_is_the_whole(lines: list[str], end: str, bom: bool, size: int) -> None:
    data = end.join(["id,text", *lines]).encode("utf-8-sig" if bom else "utf-8")
    parts = TableReader().parts(SourceFile("a.csv", b"", fields=TEXT), io.BytesIO(data), size)
    if not parts:
        return
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert (parts[0].start, parts[-1].end) == (0, len(data))

    def shown(data: bytes, part: Part | None = None) -> list[tuple[object, ...]]:
        file = SourceFile("a.csv", data, fields=TEXT, part=part)
        before = (part.line - 1) if part else 0
        found = list(read_articles(file))
        return [
            (
                one.index,
                one.text if isinstance(one, RawArticle) else one.message,
                len(lined(file.text[: one.start] + "x").split("\n")) + before,
            )
            for one in found
        ]

    together = [one for part in parts for one in shown(data[part.start : part.end], part)]
    assert together == shown(data)


def test_only_tables_of_articles_are_shared_out() -> None:
    row = f'Head,"{STORY}\n\nTwo."\n'.encode()
    data = b"title,text\n" + row * 100
    odd = [
        b"",
        b"a,b\n" + data,
        data + b"Head,\xff\n",
        b'"title,' + data,
        data + b"\0,a\n",
        b"title,text\n" + b"Home,Home\n" * 1000,
    ]
    assert len(TableReader().parts(SourceFile("a.csv", b""), io.BytesIO(data), 1000)) > 5
    for one in odd:
        with pytest.raises(InputError) as cut:
            TableReader().parts(SourceFile("a.csv", b""), io.BytesIO(one), 1000)
        with pytest.raises(InputError) as whole:
            list(read_articles(SourceFile("a.csv", one)))
        assert (str(cut.value), type(cut.value)) == (str(whole.value), type(whole.value))


def test_a_table_of_labels_holds_no_article() -> None:
    def kinds(rows: list[str]) -> list[type]:
        data = "\n".join(["url,text", *rows]).encode()
        return [type(one) for one in read_articles(SourceFile("a.csv", data))]

    labels = ["/,Home", "/about,About us", "odd"]
    with pytest.raises(NotAnArticleFileError, match="fields"):
        kinds(labels)
    assert kinds([*labels, f"/x,{STORY}"]) == [RawArticle, RawArticle, RawProblem, RawArticle]
    assert kinds(["odd"]) == [RawProblem]
    late = ["/,Home"] * 999
    assert len(kinds([*late, f"/x,{STORY}", "/,Home"])) == 1001
    with pytest.raises(NotAnArticleFileError):
        kinds([*late, "/,Home", f"/x,{STORY}"])
