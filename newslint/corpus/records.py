"""Files of rows: gzipped JSON lines, columns by name."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def records_of(file: Path) -> Iterator[dict[str, Any]]:
    """Give the rows of a file."""
    with gzip.open(file, "rt", encoding="utf-8", newline="\n") as stream:
        yield from map(json.loads, stream)
