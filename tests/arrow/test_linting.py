from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from newsroom_table import digest, numbered_rows, of_lines, write_newsroom
from pyarrow import parquet

from newslint.arrow import DIAGNOSTICS, PARTS, lint_batch, numbered
from newslint.config import Config, load_config
from newslint.errors import ConfigError, InputError, NotAnArticleFileError
from newslint.session import SessionOptions

STORY = "The council met on Tuesday and put off its vote once more."


def newsroom(folder: Path) -> SessionOptions:
    return SessionOptions(load_config(folder / "newslint.toml"))


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_batches_give_what_check_says_of_the_file(here: Path, run_newslint: Any, size: int) -> None:
    names = write_newsroom(here)
    options = newsroom(here)
    checked = run_newslint("check", *names, "--no-cache", "--format", "jsonl")
    expected = of_lines(checked.out)
    assert {one["code"] for one in expected} >= {"TAB001", "NLX001", "NLX002", "GAR001"}
    assert len({(one["path"], one["fingerprint"]) for one in expected}) == len(expected) > 100
    table = numbered_rows(here, names)
    parts = [
        lint_batch(batch, options, path="file", index="row", number=False)
        for batch in table.to_batches(max_chunksize=size)
    ]
    assert all(part.schema == PARTS for part in parts)
    found = [row for batch in numbered(parts) for row in batch.to_pylist()]
    assert found == expected
    assert digest(found) == digest(expected)


def test_a_whole_file_in_one_batch_is_numbered_at_once(here: Path, run_newslint: Any) -> None:
    (name, _) = write_newsroom(here)
    checked = run_newslint("check", name, "--no-cache", "--format", "jsonl")
    table = parquet.read_table(name).combine_chunks()
    for given in (table, *table.to_batches()):
        found = lint_batch(given, newsroom(here), name=name)
        assert found.schema == DIAGNOSTICS
        assert found.to_pylist() == of_lines(checked.out)


def test_columns_of_any_kind_of_text_are_read_alike() -> None:
    plain = {"text": [STORY + " the the end"], "title": ["Bridge"]}
    expected = lint_batch(pa.table(plain))
    assert expected.num_rows
    for kind in (pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())):
        columns = {name: pa.array(values).cast(kind) for name, values in plain.items()}
        assert lint_batch(pa.table(columns)) == expected


def test_fields_of_the_configuration_are_respected() -> None:
    config = Config(fields={"text": "story"})
    columns = {"story": ["Go to the the end."], "text": ["No story at all, and none of it."]}
    (found,) = lint_batch(pa.table(columns), SessionOptions(config)).to_pylist()
    assert (found["path"], found["record"]["field"]) == ("table", "story")


def test_columns_that_say_where_an_article_is_from_are_none_of_its_own() -> None:
    story = STORY + " the the end"
    table = pa.table({"text": [story, story], "file": ["a.parquet", None], "id": [3, 5]})
    first, second = lint_batch(table, path="file", index="id").to_pylist()
    assert (first["path"], first["record"]["index"], first["line"]) == ("a.parquet", 3, 4)
    assert (second["path"], second["record"]["index"]) == ("table", 5)
    assert first["record"]["id"] is None


@pytest.mark.parametrize(
    ("columns", "named", "message"),
    [
        (
            {"text": [STORY], "fill": ["a"]},
            {"path": "file"},
            "path='file': there is no such column",
        ),
        ({"text": [STORY], "fill": ["a"]}, {"path": "file"}, "did you mean 'fill'?"),
        ({"text": [STORY], "row": ["1"]}, {"index": "row"}, "holds string, no whole numbers"),
        ({"text": [STORY], "row": pa.array([None], pa.int32())}, {"index": "row"}, "no number"),
        ({"words": [STORY]}, {}, "no column has an article's text; name it in [fields]"),
        ({"text": [0.5]}, {}, "the column 'text' holds double, no text"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(columns: Any, named: Any, message: str) -> None:
    with pytest.raises(InputError) as raised:
        lint_batch(pa.table(columns), **named)
    assert message in str(raised.value)


def test_a_table_without_text_has_no_articles_even_when_it_is_empty() -> None:
    with pytest.raises(NotAnArticleFileError):
        lint_batch(pa.table({"words": pa.array([], pa.string())}))
    assert lint_batch(pa.table({"text": pa.array([], pa.string())})).num_rows == 0


def test_rules_that_are_not_there_are_said_before_the_first_row(tmp_path: Path) -> None:
    config = Config(file=tmp_path / "newslint.toml", rules=(tmp_path / "rules",))
    with pytest.raises(ConfigError, match="there is no folder"):
        lint_batch(pa.table({"text": [STORY]}), SessionOptions(config))


def test_a_row_that_cannot_be_read_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint.arrow.linting as module

    def record_of(values: dict[str, Any], *rest: Any) -> Any:
        if values["text"] == "deep":
            raise RecursionError("too deep")
        return original(values, *rest)

    original = module.record_of
    monkeypatch.setattr(module, "record_of", record_of)
    table = pa.table({"text": ["deep", STORY + " the the end"]})
    first, second = lint_batch(table).to_pylist()
    assert first["code"] == "NLX002"
    assert first["message"] == "the record cannot be read: RecursionError: too deep"
    assert (second["code"], second["record"]["index"]) == ("GAR004", 1)


def test_without_pyarrow_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from newslint import NewslintError\n"
        "try:\n    import newslint.arrow\n"
        "except NewslintError as error:\n    print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "newslint.arrow needs more: pip install 'newslint[parquet]'\n"
