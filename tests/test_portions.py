"""Files read a portion at a time: nobody can tell."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import BAD_WORD, engine_of

from newslint import engine as engine_module
from newslint.engine import Engine
from newslint.readers import jsonl, parting, sound_stream
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
