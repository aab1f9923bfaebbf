from __future__ import annotations

import base64
import builtins
import datetime as dt
import io
import json
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import BAD_WORD, SHOUTING, codes, engine_of, lint, made
from pyarrow import parquet

from newslint import Doc, Findings, rule
from newslint.errors import InputError, MissingExtraError, NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import parquet as reader_module
from newslint.readers import read_articles

STORY = "The council met on Tuesday and put off its vote once more."
BAD = "The harbour bridge is a badword, said the town."


def written(columns: Any, **options: Any) -> bytes:
    """The bytes of a Parquet file of these columns (or of this table)."""
    table = columns if isinstance(columns, pa.Table) else pa.table(columns)
    stream = io.BytesIO()
    parquet.write_table(table, stream, **options)
    return stream.getvalue()


def records(columns: Any, **fields: str) -> list[RawArticle | RawProblem]:
    file = SourceFile("a.parquet", written(columns), fields=fields)
    return list(read_articles(file))


def one(columns: Any, **fields: str) -> RawArticle:
    (found,) = records(columns, **fields)
    assert isinstance(found, RawArticle)
    return found


def metadata(columns: Any) -> dict[str, str]:
    return {name: field.raw for name, field in one(columns).fields.items()}


def test_a_row_is_a_record_and_its_columns_are_fields() -> None:
    columns = {
        "doc_id": ["a-1", "a-2"],
        "Title": ["Bridge", "Ferry"],
        "content": [STORY, "One.\r\nTwo."],
        "published_at": [dt.date(2024, 5, 1), None],
    }
    first, second = records(columns)
    assert isinstance(first, RawArticle)
    assert isinstance(second, RawArticle)
    assert (first.text, first.index, first.pointer) == (STORY, 0, "content")
    assert {name: (one.raw, one.pointer) for name, one in first.fields.items()} == {
        "id": ("a-1", "doc_id"),
        "headline": ("Bridge", "Title"),
        "date": ("2024-05-01", "published_at"),
    }
    assert (second.text, second.index) == ("One.\nTwo.", 1)
    assert "date" not in second.fields


TEXTS = [STORY, None, "Ferry stays."]


@pytest.mark.parametrize(
    "column",
    [
        pa.array(TEXTS, pa.string()),
        pa.array(TEXTS, pa.large_string()),
        pa.array(TEXTS, pa.string_view()),
        pa.array(TEXTS).dictionary_encode(),
        pa.array([one and one.encode() for one in TEXTS], pa.binary()),
        pa.array([one and one.encode() for one in TEXTS], pa.large_binary()),
    ],
    ids=lambda column: str(column.type),
)
@pytest.mark.parametrize("store_schema", [True, False])
def test_a_text_is_read_from_any_column_that_can_hold_one(column: Any, store_schema: bool) -> None:
    data = written({"text": column, "title": ["A", "B", "C"]}, store_schema=store_schema)
    found = list(read_articles(SourceFile("a.parquet", data)))
    assert [one.text for one in found if isinstance(one, RawArticle)] == [STORY, "", "Ferry stays."]


@pytest.mark.parametrize(
    ("column", "raw"),
    [
        (pa.array([1714564800], pa.timestamp("s")), "2024-05-01T12:00:00"),
        (pa.array([1714564800123], pa.timestamp("ms")), "2024-05-01T12:00:00.123000"),
        (pa.array([1714564800000000000], pa.timestamp("ns")), "2024-05-01T12:00:00"),
        (pa.array([1714564800123456789], pa.timestamp("ns")), "2024-05-01T12:00:00.123456789"),
        (
            pa.array([dt.datetime(2024, 5, 1, 1, tzinfo=dt.UTC)], pa.timestamp("us", tz="-04:00")),
            "2024-04-30T21:00:00-04:00",
        ),
        (
            pa.array([1714564800123456], pa.timestamp("us", tz="Mars/Base")),
            "2024-05-01T12:00:00.123456Z",
        ),
        (
            pa.array([1714564800123456789], pa.timestamp("ns", tz="Europe/Paris")),
            "2024-05-01T14:00:00.123456789+02:00",
        ),
        (pa.array([dt.date(2024, 5, 1)]), "2024-05-01"),
        (pa.array([99999999999999999], pa.timestamp("ms")), "99999999999999999"),
        (pa.array(["2024-02-30"]), "2024-02-30"),
        (pa.array([20240501]), "20240501"),
        (pa.array([b"2024-05-01"]), "2024-05-01"),
    ],
    ids=str,
)
def test_times_are_text_in_iso_form(column: Any, raw: str) -> None:
    assert metadata({"text": [STORY], "date": column})["date"] == raw


def test_values_are_those_of_json_records() -> None:
    values = {
        "text": ["The bridge is shut until the autumn of next year.", "The ferry goes on."],
        "authors": ["Ellen Marsh", "Peter Lowe"],
        "publisher": {"name": "The Hartley Post", "size": 3},
        "section": {"label": "local"},
        "pages": 7,
        "price": 1.5,
        "paid": True,
        "people": [{"name": "A. Lowe"}, {"name": None}],
        "url": None,
        "title": " ",
    }
    ours = one(pa.Table.from_pylist([values]))
    (theirs,) = read_articles(SourceFile("a.jsonl", json.dumps(values).encode()))
    assert isinstance(theirs, RawArticle)
    assert ours.text == theirs.text
    assert {name: field.raw for name, field in ours.fields.items()} == {
        name: field.raw for name, field in theirs.fields.items()
    }
    assert ours.fields["author"].raw == "Ellen Marsh, Peter Lowe"
    assert ours.fields["source"].pointer == "publisher"


def test_other_types_are_text_too() -> None:
    found = metadata(
        {
            "text": [STORY],
            "price": pa.array([Decimal("1.50")]),
            "at": pa.array([dt.time(7, 30)]),
            "unknown": pa.array([float("nan")]),
            "kind": pa.array(["news"]).dictionary_encode(),
            "hash": pa.array([b"\xff\xfe"]),
        }
    )
    assert found == {"price": "1.50", "at": "07:30:00", "kind": "news"}


def test_a_json_pointer_leads_into_a_column() -> None:
    row = {"article": {"body": STORY, "head": [{"main": "Bridge"}]}, "id": "x"}
    article = one(
        pa.Table.from_pylist([row]), text="/article/body", headline="/article/head/0/main"
    )
    assert (article.text, article.pointer) == (STORY, "/article/body")
    assert article.fields["headline"].raw == "Bridge"


def test_a_map_is_an_object() -> None:
    column = pa.array([[("body", STORY)]], pa.map_(pa.string(), pa.string()))
    assert one({"meta": column}, text="/meta/body").text == STORY


def test_ninjs_in_a_table_is_read_as_ninjs() -> None:
    row = {"uri": "x-1", "bodies": [{"contenttype": "text/plain", "value": STORY}]}
    article = one(pa.Table.from_pylist([row]))
    assert (article.text, article.pointer) == (STORY, "/bodies/0/value")


def test_a_name_for_a_text_on_a_column_of_numbers_is_passed_over() -> None:
    assert one({"body": [3], "content": [STORY]}).pointer == "content"


def test_of_columns_with_one_name_the_first_counts() -> None:
    table = pa.Table.from_arrays([pa.array([STORY]), pa.array(["no"])], ["text", "text"])
    assert one(table).text == STORY


def test_a_name_with_a_dot_is_a_name() -> None:
    assert metadata({"text": [STORY], "meta.desk": ["local"]})["meta.desk"] == "local"


@pytest.mark.parametrize(
    ("columns", "fields", "said"),
    [
        ({"id": ["a"], "price": [3]}, {}, "no column has an article's text; .* are id, price"),
        ({"text": [3]}, {}, "the column 'text' holds int64, no text"),
        ({"text": [[1.5]]}, {}, "the column 'text' holds list<.*double>, no text"),
        ({"text": [STORY]}, {"text": "copy"}, "no column is called 'copy', which"),
        ({"text": [STORY]}, {"text": "/copy/0"}, "no column is called '/copy/0', which"),
        ({str(n): [n] for n in range(30)}, {}, "18, 19 and 10 more$"),
        ({}, {}, "the columns are none"),
        ({"text": ["menu", "about"]}, {}, "taken for labels"),
        ({"text": ["menu"] * 1500 + [STORY]}, {}, "taken for labels"),
    ],
)
def test_a_table_without_articles_is_none_of_articles(
    columns: Any, fields: dict[str, str], said: str
) -> None:
    with pytest.raises(NotAnArticleFileError, match=said):
        records(columns, **fields)
    result = engine_of(BAD_WORD, fields=fields).lint_bytes(
        "a.parquet", written(columns), named=False
    )
    assert result.diagnostics == []
    assert result.note.startswith("a.parquet: ")


def test_no_rows_are_no_articles() -> None:
    assert records({"text": pa.array([], pa.string())}) == []


def test_a_text_that_is_not_utf8_is_a_problem_of_its_row() -> None:
    broken = pa.array([STORY.encode(), b"Caf\xe9 shut", BAD.encode()])
    ids = pa.array(["a", "b", "c"])
    for column in (broken, broken.view(pa.string())):
        result = lint(written({"text": column, "id": ids}), BAD_WORD, name="a.parquet")
        assert codes(result) == ["NLX002", "TST001"]
        problem = result.diagnostics[0]
        assert problem.message == "the text of the record is not UTF-8: byte 3 is 0xe9"
        assert (problem.location.line, problem.location.column) == (2, 1)
        assert problem.location.record is not None
        assert problem.location.record.index == 1
        assert result.articles == 2


def test_metadata_that_is_not_utf8_is_absent() -> None:
    broken = pa.array([b"Caf\xe9"]).view(pa.string())
    assert metadata({"text": [STORY], "title": broken}) == {}


def test_a_row_without_a_text_among_others_is_a_problem() -> None:
    rows = [{"paragraphs": {"text": [STORY]}}, {"paragraphs": {"text": None}}, {"paragraphs": None}]
    found = records(pa.Table.from_pylist(rows), text="/paragraphs/text")
    assert [type(one) for one in found] == [RawArticle, RawArticle, RawProblem]


DATA = written({"text": [f"{number}: {BAD}" for number in range(400)]}, row_group_size=100)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"PAR1", "is no sound Parquet file: .*4 bytes"),
        (b"id,text\n1,A story of some length in a table.\n", "is no sound Parquet file: .*magic"),
        (DATA[:-30], "is no sound Parquet file: .*magic"),
        (DATA[:-4] + b"PARE", "is encrypted, and newslint has no keys"),
    ],
)
def test_a_damaged_file_is_told(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        list(read_articles(SourceFile("a.parquet", data)))
    result = lint(data, BAD_WORD, name="a.parquet")
    assert codes(result) == ["NLX002"]
    assert result.trouble


def test_an_encrypted_column_is_told() -> None:
    from pyarrow.parquet import encryption

    class Keys(encryption.KmsClient):  # type: ignore[misc]
        def wrap_key(self, key: bytes, _: str) -> bytes:
            return base64.b64encode(key)

    factory = encryption.CryptoFactory(lambda _: Keys())
    wanted = encryption.EncryptionConfiguration(
        footer_key="f", column_keys={"t": ["text"]}, plaintext_footer=True
    )
    stream = io.BytesIO()
    properties = factory.file_encryption_properties(encryption.KmsConnectionConfig(), wanted)
    table = pa.table({"text": [BAD], "title": ["Bridge"]})
    with parquet.ParquetWriter(stream, table.schema, encryption_properties=properties) as writer:
        writer.write_table(table)
    with pytest.raises(InputError, match="is encrypted, and newslint has no keys"):
        list(read_articles(SourceFile("a.parquet", stream.getvalue())))


def test_what_stands_before_the_damage_is_linted() -> None:
    third = parquet.ParquetFile(pa.BufferReader(DATA)).metadata.row_group(2).column(0)
    start = third.dictionary_page_offset or third.data_page_offset
    damaged = DATA[:start] + b"\xff" * 40 + DATA[start + 40 :]
    result = lint(damaged, BAD_WORD, name="a.parquet")
    assert result.articles == 200
    assert codes(result)[:2] == ["NLX002", "TST001"]
    assert "is no sound Parquet file from row 201 on: " in result.diagnostics[0].message


@settings(max_examples=60)
@given(st.data())
def test_any_damage_is_a_diagnostic(data: st.DataObject) -> None:
    whole = bytearray(DATA[-1500:] if data.draw(st.booleans()) else DATA)
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for one in lint(bytes(whole), BAD_WORD, name="a.parquet").diagnostics:
        assert "its reader crashed" not in one.message


def test_without_its_extra_it_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"pip install 'newslint\[parquet\]'"):
        list(read_articles(SourceFile("a.parquet", DATA)))
    engine = engine_of(BAD_WORD)
    named, found = (engine.lint_bytes("a.parquet", DATA, named=named) for named in (True, False))
    assert codes(named) == ["NLX002"]
    assert named.trouble
    assert found.diagnostics == []
    assert found.note == "a.parquet: reading .parquet needs more: pip install 'newslint[parquet]'"
    assert not found.trouble


def test_columns_that_hold_no_metadata_are_not_decoded() -> None:
    table = pa.Table.from_pylist(
        [
            {
                "text": STORY,
                "title": "Bridge",
                "embedding": [0.5] * 8,
                "image": {"bytes": b"\x89PNG", "path": "a.png"},
                "authors": [{"name": "A", "age": 3}],
                "raw": b"old",
            }
        ]
    )
    file = parquet.ParquetFile(pa.BufferReader(written(table)))
    (batch,) = reader_module._batches(file)
    assert batch.schema.names == ["text", "title", "image", "authors", "raw"]
    assert [field.name for field in batch.schema.field("image").type] == ["path"]


@pytest.mark.parametrize("size", [1, 3000, 8 * 1024 * 1024])
def test_any_size_of_batches_gives_the_same(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "BATCH", size)
    file = parquet.ParquetFile(pa.BufferReader(DATA))
    rows = [batch.num_rows for batch in reader_module._batches(file)]
    assert sum(rows) == 400
    assert max(rows) in {1: range(1, 2), 3000: range(2, 100)}.get(size, range(100, 101))
    found = list(read_articles(SourceFile("a.parquet", DATA)))
    assert [one.index for one in found] == list(range(400))
    assert all(
        isinstance(one, RawArticle) and one.text.startswith(f"{one.index}:") for one in found
    )


@rule("TST060", severity="error")
def early(doc: Doc) -> Findings:
    """Words."""
    if doc.meta.date:
        yield doc.meta.date.flag("a date", fix="2024-05-01", safe=True)
    yield doc.flag("an article")


EARLY = made(early)


def test_a_place_is_the_row_and_inside_it_the_place_in_the_text() -> None:
    text = "The bridge is shut.\r\n\r\nIt is a badword and a badword 𝒮 badword."
    data = written({"id": ["x", "y"], "text": [STORY, text], "date": [None, "30 Feb"]})
    found = lint(data, BAD_WORD, EARLY, name="a.parquet").diagnostics
    whole, *rest = found
    assert (whole.location.line, whole.location.record.index) == (1, 0)  # type: ignore[union-attr]
    assert all(one.fix is None for one in found)
    places = [
        (one.code, one.location.record.field, one.location.record.line, one.location.record.column)
        for one in rest
        if one.location.record
    ]
    assert places == [
        ("TST060", "date", 1, 1),
        ("TST060", "text", 1, 1),
        ("TST001", "text", 3, 9),
        ("TST001", "text", 3, 23),
        ("TST001", "text", 3, 33),
    ]
    for one in rest:
        place = one.location
        assert (place.line, place.column, place.end_line, place.end_column) == (2, 1, 2, 1)
        assert place.record is not None
        assert (place.record.index, place.record.id) == (1, "y")
    assert len({one.fingerprint for one in found}) == len(found)
    excerpt = rest[2].excerpt
    assert excerpt is not None
    assert (excerpt.before, excerpt.text) == ("It is a ", "badword")
    assert excerpt.after == " and a badword 𝒮 badword."
    dated = rest[0].excerpt
    assert dated is not None
    assert (dated.before, dated.text, dated.after) == ("", "30 Feb", "")


TABLE = st.lists(
    st.text(alphabet=st.sampled_from("ab \n\ré😀\u2028"), max_size=20).map(
        lambda text: f"{text} badword LOUD {text} badword"
    ),
    min_size=1,
    max_size=5,
)


@given(TABLE)
def test_the_text_of_a_diagnostic_stands_at_its_place_in_the_record(texts: list[str]) -> None:
    data = written({"text": texts, "title": ["Bridge"] * len(texts)})
    result = lint(data, BAD_WORD, SHOUTING, name="a.parquet")
    assert len(result.diagnostics) == 3 * len(texts)
    for one in result.diagnostics:
        record = one.location.record
        assert record is not None
        text = texts[record.index].replace("\r\n", "\n").replace("\r", "\n")
        line = text.split("\n")[record.line - 1]
        assert line[record.column - 1 :].startswith(one.text)
        assert one.excerpt is not None
        assert line.endswith(one.excerpt.text + one.excerpt.after)


def test_a_text_read_in_stretches_has_its_places() -> None:
    paragraphs = "".join(f"Paragraph {n} of the story about the bridge.\n\n" for n in range(20000))
    data = written({"text": [paragraphs + "A badword here.\n"]})
    (found,) = lint(data, BAD_WORD, name="a.parquet").diagnostics
    assert found.location.record is not None
    assert (found.location.record.line, found.location.record.column) == (40001, 3)
    assert found.excerpt is not None
    assert (found.excerpt.before, found.excerpt.after) == ("A ", " here.")


@pytest.mark.parametrize("own", ["bad-word", ["bad-word"], {"ignore": ["TST001"]}])
def test_a_column_of_suppressions_is_heeded(own: object) -> None:
    rows = [{"text": BAD, "_newslint": own}, {"text": BAD, "_newslint": None}]
    result = lint(written(pa.Table.from_pylist(rows)), BAD_WORD, name="a.parquet")
    assert [(one.code, one.location.line) for one in result.diagnostics] == [("TST001", 2)]


def test_a_suppression_in_vain_stands_at_its_row() -> None:
    data = written({"text": [STORY], "_newslint": ["bad-word"]})
    (one,) = lint(data, BAD_WORD, name="a.parquet").diagnostics
    record = one.location.record
    assert record is not None
    assert (one.code, one.location.line, record.field) == ("NLX004", 1, "_newslint")
    assert one.fix is None


def test_html_in_a_column_is_read_as_html() -> None:
    article = one({"body_html": [f"<p>The <b>harbour</b> town.</p><p>{BAD}</p>"]})
    assert article.text == f"The harbour town.\n\n{BAD}"
    data = written({"body_html": [f"<p>The <b>harbour</b> town.</p><p>{BAD}</p>"]})
    (found,) = lint(data, BAD_WORD, name="a.parquet").diagnostics
    assert found.location.record is not None
    assert (found.location.record.line, found.location.record.column) == (3, 25)
    assert found.excerpt is not None
    assert found.excerpt.before == "The harbour bridge is a "
    assert found.fix is None


def test_damage_of_any_byte_of_the_description_is_told_or_does_no_harm() -> None:
    """Arrow ends the process over some, if it is asked for what it need not be asked."""
    whole = written({"text": [BAD] * 3, "authors": [["A", "B"], None, []]})
    length = int.from_bytes(whole[-8:-4], "little")
    for place in range(len(whole) - 8 - length, len(whole)):
        for other in (1, 2, 0x7F):
            damaged = bytearray(whole)
            damaged[place] ^= other
            result = lint(bytes(damaged), BAD_WORD, name="a.parquet")
            assert not any("its reader crashed" in one.message for one in result.diagnostics)
