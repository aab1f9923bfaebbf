"""newslint on Ray Data: Parquet files linted by all processes of a cluster.

    python ray_data.py articles/*.parquet --config newslint.toml -o found.jsonl

The files and the configuration have to be at the same place on every machine, and newslint and its
plugins installed there.
"""

import argparse
import json
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq
import ray

from newslint.arrow import lint_batch, numbered, session_options

ROWS = 1000
"""Articles that are handed over at once."""


def rows(files: pa.Table):
    """Give the rows of files, with the name of its file and its number in it beside each."""
    for file in files["file"].to_pylist():
        begin = 0
        for batch in pq.ParquetFile(file).iter_batches(ROWS):
            end = begin + batch.num_rows
            table = pa.Table.from_batches([batch])
            table = table.append_column("newslint_path", pa.array([file] * batch.num_rows))
            yield table.append_column("newslint_index", pa.array(range(begin, end)))
            begin = end


def lint(table: pa.Table, options) -> pa.Table:
    """Lint rows; equal findings are numbered at the end, over whole files."""
    found = lint_batch(table, options, path="newslint_path", index="newslint_index", number=False)
    return pa.Table.from_batches([found])


def lint_files(files: list[str], config: str | None):
    """Give the diagnostics of files, in their order, as ``newslint check`` gives them."""
    options = session_options(config)
    ray.data.DataContext.get_current().execution_options.preserve_order = True
    found = (
        ray.data.from_items([{"file": file} for file in files], override_num_blocks=len(files))
        .map_batches(rows, batch_format="pyarrow", batch_size=1)
        .map_batches(partial(lint, options=options), batch_format="pyarrow", batch_size=None)
    )
    for batch in numbered(found.iter_batches(batch_format="pyarrow", batch_size=None)):
        yield from batch.to_pylist()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--config")
    parser.add_argument("-o", "--output", required=True)
    given = parser.parse_args()
    with open(given.output, "w", encoding="utf-8") as stream:
        stream.writelines(
            json.dumps(one) + "\n" for one in lint_files(sorted(given.files), given.config)
        )
