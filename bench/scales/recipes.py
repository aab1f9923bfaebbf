"""The recipes of ``examples/engines`` run as a reader of the documentation would run them."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from newslint.structs import Struct
from scales.corpora import Corpus
from scales.watching import Cost, watch

_FOLDER = Path(__file__).parents[2] / "examples" / "engines"


class Recipe(Struct):
    """A program that lints Parquet files with another engine.

    Args:
        name: The engine.
        module: What has to be installed.
        file: The program.
        takes_files: Whether it is given the files, not their folder.
    """

    name: str
    module: str
    file: str
    takes_files: bool = False

    def lacks(self) -> str:
        """Return what is missing, or ``""``."""
        if not (_FOLDER / self.file).exists():
            return f"there is no {_FOLDER.name}/{self.file}"
        return "" if find_spec(self.module) else f"{self.module} is not installed"

    def run(self, corpus: Corpus, output: Path) -> Cost:
        """Run it on a corpus; what it writes is deleted."""
        inputs = sorted(corpus.folder.iterdir()) if self.takes_files else [corpus.folder]
        command = [sys.executable, str(_FOLDER / self.file), *map(str, inputs), "-o", str(output)]
        try:
            return watch(command)
        finally:
            if output.is_dir():
                shutil.rmtree(output)
            else:
                output.unlink(missing_ok=True)


RECIPES = (
    Recipe("Ray Data", "ray", "ray_data.py", takes_files=True),
    Recipe("datatrove", "datatrove", "datatrove_step.py"),
)
"""The recipes there are."""
