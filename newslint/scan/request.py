"""What the command line asks of ``scan``."""

from __future__ import annotations

from pathlib import Path

from newslint.scan.keeping import Keep
from newslint.scan.part_files import PartFormat
from newslint.session import SessionOptions
from newslint.structs import Struct

MAX_ARTICLE_SIZE = 8 * 1024 * 1024
"""Characters of an article, where the configuration sets no limit: in a corpus, what is larger is a
mistake of whoever made it."""
MEMORY = 1024 * 1024 * 1024
"""Bytes that grouping the facts of rules across articles may hold."""
LEAST_MEMORY = 100_000_000
"""Bytes without which DuckDB groups nothing, whatever it may put on the disk; measured."""


class ScanRequest(Struct):
    """What is asked of a scan; see ``newslint scan --help``.

    Args:
        files: The files to read, in sorted order, and whether the user named each.
        options: Of the session of every process.
        output: The folder of the scan.
        form: In which format parts are written.
        processes: How many processes work, with the local engine.
        memory: Bytes that grouping facts may hold, with the local engine.
        engine: Who does the work: ``local`` or ``spark``.
        master: The Spark cluster, if not this machine.
        keep: Which articles are to be written down as they are, and where to.
        overwrite: Whether another scan in the folder is to be thrown away.
    """

    files: dict[str, bool]
    options: SessionOptions
    output: Path
    form: PartFormat
    processes: int
    memory: int = MEMORY
    engine: str = "local"
    master: str | None = None
    keep: Keep | None = None
    overwrite: bool = False
