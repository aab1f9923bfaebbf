"""newslint as a step of a datatrove pipeline: each document gets what was found in it.

    python datatrove_step.py articles/ --config newslint.toml -o found/

Steps behind it can drop documents, or count what was found; with ``SlurmPipelineExecutor`` the same
pipeline runs on a cluster.
"""

import argparse
import os
from itertools import islice

import pyarrow as pa
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import JsonlWriter

from newslint.arrow import Numbering, lint_batch, session_options


def whole_row(reader: ParquetReader, row: dict, path: str, number: int) -> dict:
    """Keep a row as it is: newslint reads headline, date and the rest beside the text.

    A document without text would be left out, and the rows behind it counted wrongly.
    """
    path = os.path.relpath(reader.data_folder.resolve_paths(path))
    place = {"newslint_path": path, "newslint_index": number}
    text = row.get("text")
    text = text if text and isinstance(text, str) else " "
    return {"text": text, "id": f"{path}/{number}", "metadata": {"row": row, **place}}


class Lint(PipelineStep):
    """Puts the diagnostics of each document into its metadata, as ``newslint``."""

    name = "newslint"
    type = "🔎 - LINTER"

    def __init__(self, config: str | None = None, batch_size: int = 1000):
        super().__init__()
        self.options = session_options(config)
        self.batch_size = batch_size

    def run(self, data, rank: int = 0, world_size: int = 1):
        numbering = Numbering()  # a task reads whole files, in order
        places = ("newslint_path", "newslint_index")
        documents = iter(data)
        while batch := list(islice(documents, self.batch_size)):
            by_place = {tuple(one.metadata[key] for key in places): one for one in batch}
            rows = [{**one.metadata.pop("row"), **one.metadata} for one in batch]
            part = lint_batch(
                pa.Table.from_pylist(rows), self.options, path=places[0], index=places[1],
                number=False,
            )  # fmt: skip
            for one in batch:
                one.metadata["newslint"] = []
            for found in numbering.of(part).to_pylist():
                place = found["path"], found["record"]["index"]
                by_place[place].metadata["newslint"].append(found)
                self.stat_update(found["rule"])
            yield from batch


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--config")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--tasks", type=int, default=2)
    given = parser.parse_args()
    LocalPipelineExecutor(
        pipeline=[
            ParquetReader(given.folder, adapter=whole_row),
            Lint(given.config),
            JsonlWriter(given.output, compression=None),
        ],
        tasks=given.tasks,
        workers=given.tasks,
        logging_dir=os.path.join(given.output, "logs"),
    ).run()
