"""Equal findings of a file numbered, where its articles came in several batches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newslint import fingerprints
from newslint.arrow.schema import DIAGNOSTICS


def numbered(parts: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give the diagnostics of batches that come in the order of their articles.

    Findings of one file with the same words on the same line have one fingerprint but for their
    number, so that each has one of its own; a record that has an id of its own shares none with
    others. What is held is one number for each different finding.

    Args:
        parts: Batches of `newslint.arrow.PARTS`. The articles of a file come in their order; other
            files may come between.

    Yields:
        Batches of `newslint.arrow.DIAGNOSTICS`, one for each.
    """
    numbering = Numbering()
    for part in parts:
        yield numbering.of(part)


class Numbering:
    """Numbers the findings of batches that come in the order of their articles; see `numbered`."""

    def __init__(self) -> None:
        self._before: Counter[tuple[Any, Any]] = Counter()
        self._article: object = None
        self._here: Counter[tuple[Any, Any]] = Counter()

    def of(self, part: pa.RecordBatch) -> pa.RecordBatch:
        """Return the diagnostics of the next batch; of a table, a table."""
        made = []
        indices = pc.struct_field(part["record"], "index")
        rows = zip(
            *(one.to_pylist() for one in (part["path"], indices, part["base"], part["nth"])),
            strict=True,
        )
        for path, index, base, nth in rows:
            if (path, index) != self._article:
                self._before.update(self._here)
                self._here.clear()
                self._article = path, index
            self._here[path, base] += 1
            made.append(fingerprints.numbered(base, self._before[path, base] + nth))
        whole = part.set_column(
            part.schema.get_field_index("fingerprint"), "fingerprint", pa.array(made, pa.string())
        )
        said = whole.filter(pc.invert(part["silent"]))
        return said.select(DIAGNOSTICS.names).cast(DIAGNOSTICS)
