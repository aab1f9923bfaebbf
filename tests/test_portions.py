"""Files read a portion at a time: nobody can tell."""

import gzip
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest
import zstandard
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from making import BAD_WORD, engine_of
from pyarrow import parquet

from newslint import engine as engine_module
from newslint import portions
from newslint.engine import Engine
from newslint.readers import jsonl, parting, sound_stream
from newslint.readers import parquet as parquet_reader
from newslint.results import FileResult, put_together

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor(write_content_size=False).compress,
}
RECORDS = st.lists(
    st.sampled_from(
        [
            '{"id": "1", "text": "A badword here, a badword there."}',
            '{"id": "1", "text": "A badword here, a badword there.\\nbadword"}',
            '{"text": "badword"}',
            '{"text": "Café: badword"}',
            '{"text": "badword\u2028 \\u00e9 badword"}',
            '{"nothing": 1}',
            '{"uri": "a", "type": "picture"}',
            "no record",
            "",
            " \t\r",
            "\ufeff" + '{"text": "badword"}',
            '{"text": "bad\rword badword"}',
            '{"text": "' + "long " * 40 + 'badword"}',
            "\0",
        ]
    ),
    max_size=12,
)
FAST = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Makes much of little: what is read at once, what a record may have, how long it waits."""
    monkeypatch.setattr(parting, "UNIT", 50)
    monkeypatch.setattr(sound_stream, "_HEAD", 20)
    monkeypatch.setattr(jsonl, "_PATIENCE", 4)
    monkeypatch.setattr(engine_module, "_METADATA", 0)
    monkeypatch.chdir(tmp_path)


def an_engine(**config: object) -> Engine:
    return engine_of(BAD_WORD, **{"max_article_size": 33, **config})


def shown(result: FileResult) -> tuple[object, ...]:
    return (result.diagnostics, result.articles, result.trouble, result.note)


def together(results: Iterator[FileResult]) -> FileResult:
    (one,) = put_together(results)
    return one


def check_equal(name: str, data: bytes, size: int, cut: int, **config: object) -> None:
    """Hold portions, parts and portions of parts against the whole."""
    Path(name).write_bytes(data)
    engine = an_engine(**config)
    for named in (False, True):
        whole = shown(engine.lint_file(name, named=named))
        assert shown(together(engine.portions(name, named=named, size=size))) == whole
    parts = engine.parts(name, size)
    if len(parts) < 2:
        return
    assert [part.start for part in parts[1:]] == [part.end for part in parts[:-1]]
    assert (parts[0].start, parts[-1].end) == (0, len(data))
    assert shown(together(engine.lint_file(name, part=part) for part in parts)) == whole
    cut_up = (one for part in parts for one in engine.portions(name, part=part, size=cut))
    assert shown(together(cut_up)) == whole


@given(
    RECORDS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "shift_jis"]),
    st.sampled_from([None, "cp1252", "latin-1", "shift_jis", "utf-8"]),
    st.sampled_from(list(PACKERS)),
    st.integers(1, 300),
    st.integers(1, 300),
)
@example(["", '{"text": "badword"}', "{"], "\n", "utf-8-sig", None, "", 1, 1)
@FAST
def test_lines_in_portions_are_the_whole(records, end, written, encoding, packing, size, cut):
    data = end.join(records).encode(written, "replace")
    check_equal(f"a.jsonl{packing}", PACKERS[packing](data), size, cut, encoding=encoding)


ROWS = st.lists(
    st.sampled_from(
        [
            "1,A badword here, it is long enough to be prose.",
            '1,"A badword here, and it is long enough to be prose."',
            '2,"B\n badword"',
            '3,"C ""c""\r\nbadword"',
            "",
            "4",
            '"5",É badword.',
            '6,"F',
            ",",
            '""',
            '7,"G"g badword',
            '7,a"b badword',
            "\r",
            '8,"' + "long " * 40 + 'badword"',
            "8," + '"""",' * 50,
            '"' + "\r\n" * 120 + '",a',
        ]
    ),
    max_size=14,
)


@given(
    st.sampled_from(
        ["id,text", "text;id", "sep=;\r\nid;text", '"id\n1",text', "a,b", "\n\nid,text", 'x,"text']
    ),
    ROWS,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "shift_jis"]),
    st.sampled_from([None, "cp1252", "shift_jis"]),
    st.sampled_from(list(PACKERS)),
    st.sampled_from([{"text": "text"}, {}]),
    st.integers(1, 300),
    st.integers(1, 300),
)
@example('x;"te\nxt";text', ["1;2;A badword."] * 2, "\n", False, "utf-8", None, "", {}, 1, 1)
@FAST
def test_a_table_in_portions_is_the_whole(
    head, rows, end, semicolons, written, encoding, packing, fields, size, cut
):
    source = end.join([head, *rows])
    if semicolons:
        source = source.replace(",", ";")
    data = source.encode(written, "replace")
    config = {"encoding": encoding, "fields": fields}
    check_equal(f"a.csv{packing}", PACKERS[packing](data), size, cut, **config)


TEXTS = st.lists(
    st.sampled_from(
        [
            "A badword, and that is long enough to be the text of an article.",
            "A badword.",
            "",
            None,
            "All is well here, and that is long enough to be an article, too.",
        ]
    ),
    max_size=30,
)


@given(
    TEXTS,
    st.integers(1, 12),
    st.booleans(),
    st.sampled_from([{"text": "text"}, {}, {"text": "none"}]),
    st.sampled_from(list(PACKERS)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=2),
    st.floats(0, 1),
    st.integers(1, 300),
    st.integers(1, 300),
)
@FAST
def test_rows_in_portions_are_the_whole(
    texts, group, checksums, fields, packing, damage, left, size, cut
):
    stream = io.BytesIO()
    table = pa.table(
        {"text": pa.array(texts, pa.string()), "id": [n % 3 for n in range(len(texts))]}
    )
    parquet.write_table(table, stream, row_group_size=group, write_page_checksum=checksums)
    data = bytearray(stream.getvalue())
    for place, value in damage:
        data[int(place * (len(data) - 1))] = value
    data = data[: int(left * len(data))] if left < 0.2 else data
    check_equal(f"a.parquet{packing}", PACKERS[packing](bytes(data)), size, cut, fields=fields)


def test_a_table_of_rows_that_breaks_off_is_told_first_and_linted_up_to_there():
    stream = io.BytesIO()
    text = "A badword, and that is long enough to be the text of an article, row {}."
    table = pa.table({"text": [text.format(n) for n in range(40)]})
    parquet.write_table(table, stream, row_group_size=10)
    data = stream.getvalue()
    third = parquet.ParquetFile(stream).metadata.row_group(2).column(0)
    start = third.dictionary_page_offset or third.data_page_offset
    data = data[:start] + b"\xff" * 40 + data[start + 40 :]
    check_equal("a.parquet", data, 50, 50, max_article_size=1000)
    engine = an_engine(max_article_size=1000)
    assert engine.parts("a.parquet", 50) == []
    first, *rest = engine.portions("a.parquet", size=500)
    assert "from row 21 on" in first.diagnostics[0].message
    assert (first.articles + sum(one.articles for one in rest), bool(rest)) == (20, True)
    assert not any(one.code == "NLX002" for each in rest for one in each.diagnostics)


def test_rows_before_damage_inside_a_group_are_linted(monkeypatch):
    monkeypatch.setattr(parquet_reader, "MOST", 10)
    stream = io.BytesIO()
    text = "A badword, and that is long enough to be the text of an article, row {}."
    table = pa.table({"text": [text.format(n) for n in range(40)]})
    parquet.write_table(
        table, stream, use_dictionary=False, compression="none", write_page_checksum=True,
        data_page_size=1, write_batch_size=10,
    )  # fmt: skip
    data = stream.getvalue().replace(b"row 25", b"row 99")
    check_equal("a.parquet", data, 50, 50, max_article_size=1000)
    whole = an_engine(max_article_size=1000).lint_file("a.parquet")
    assert whole.articles == 20
    assert "from row 21 on" in whole.diagnostics[0].message
    assert [one.code for one in whole.diagnostics].count("NLX002") == 1


def test_lines_of_what_is_passed_over_are_counted_across_its_pieces():
    record = parting.TooLarge()
    for piece in (b"a\r", b"\nb\r", b"c\n", b"\r", b"\n"):
        record.take(piece)
    assert (record.length, record.lines) == (9, 4)


MEMORY = """
import resource, sys
sys.path.insert(0, {folder!r})
from making import engine_of
found = list(engine_of(max_article_size=1_000_000).portions(sys.argv[1]))
codes = [one.code for result in found for one in result.diagnostics]
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, sum(one.articles for one in found), codes)
"""
STORY = "The council met on Tuesday and put off its vote on the bridge once more. " * 300


def memory(name: str) -> tuple[int, int, str]:
    """Kilobytes that a process takes at most to lint a file, its articles, and what is wrong."""
    command = [sys.executable, "-c", MEMORY.format(folder=str(Path(__file__).parent)), name]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    most, articles, codes = done.stdout.split(maxsplit=2)
    return int(most), int(articles), codes.strip()


def write(name: str, articles: int) -> None:
    """Write a file of so many articles of 22 kB, without holding it."""
    line = json.dumps({"text": STORY}).encode() + b"\n"
    row = f'"{STORY}"\r\n'.encode()
    if name.endswith(".parquet"):
        table = pa.table({"text": [STORY + str(n) for n in range(100)]})
        with parquet.ParquetWriter(name, table.schema, use_dictionary=False) as writer:
            writer.write_table(pa.concat_tables([table] * (articles // 100)))
        return
    opened = {".gz": gzip.open, ".zst": zstandard.open}.get(Path(name).suffix, open)
    with opened(name, "wb") as stream:
        stream.write(b"text\r\n" if ".csv" in name else b"")
        for _ in range(articles):
            stream.write(row if ".csv" in name else line)


@pytest.mark.parametrize(
    "name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.csv", "a.csv.gz", "a.parquet"]
)
def test_a_large_file_takes_no_more_memory_than_a_small_one(name):
    seen = []
    for articles in (700, 7000):  # 15 MB and 150 MB
        write(name, articles)
        most, read, codes = memory(name)
        assert (read, codes) == (articles, "[]")
        seen.append(most)
    small, large = seen
    assert large < small + 40_000  # kilobytes


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.zst", "a.csv"])
def test_a_record_that_is_too_large_is_not_held(name):
    write(name, 100)
    small, *_ = memory(name)
    opened = zstandard.open if name.endswith(".zst") else open
    with opened(name, "ab") as stream:
        stream.write(b'"' if ".csv" in name else b'{"text": "')
        for _ in range(100):
            stream.write(b"long " * 200_000)
        stream.write(b'"\n' if ".csv" in name else b'"}\n')
    large, articles, codes = memory(name)
    assert (articles, codes) == (100, "['NLX003']")
    assert large < small + 32_000  # up to the limit it may be one that is not


@pytest.mark.parametrize(
    ("name", "packing"), [("a.json", ""), ("a.json", ".gz"), ("a.txt", ""), ("a.jsonl", ".gz")]
)
def test_what_has_to_be_read_as_a_whole_has_a_limit_and_a_way_out(name, packing, monkeypatch):
    monkeypatch.setattr(portions, "LARGEST_WHOLE", 1000)
    monkeypatch.setattr(engine_module, "LARGEST_WHOLE", 1000)
    encoding = "utf-16" if name == "a.jsonl" else "utf-8"
    Path(name + packing).write_bytes(
        PACKERS[packing](('{"text": "' + "A word. " * 9000 + '"}').encode(encoding))
    )
    for result in (
        an_engine().lint_file(name + packing), together(an_engine().portions(name + packing))
    ):  # fmt: skip
        (one,) = result.diagnostics
        assert one.code == "NLX002"
        assert "has more than 1,000 bytes; write its articles as JSON Lines" in one.message
        assert result.trouble
