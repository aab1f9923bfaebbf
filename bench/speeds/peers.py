"""Other linters, as far as they are on this machine, each with its command for text files."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

FINE = (0, 1, 2, 65)
"""How peers end that have found something: typos with 2, codespell with 65."""


@dataclass(frozen=True)
class Peer:
    """Another linter.

    Args:
        name: What it is called.
        program: Its program.
        before: Arguments before the files.
        share: Part of the sample it is given: slow ones would take hours.
        together: Whether it takes one file only.
    """

    name: str
    program: str
    before: tuple[str, ...] = ()
    share: float = 1.0
    together: bool = False

    def command(self, files: list[Path], folder: Path) -> list[str]:
        """Return the command for some files; ``folder`` is for one file of all of them."""
        if self.together and len(files) > 1:
            one = folder / f"{self.name}.txt"
            one.write_text("\n\n".join(file.read_text(encoding="utf-8") for file in files))
            files = [one]
        return [self.program, *self.before, *map(str, files)]


_KNOWN: tuple[tuple[str, tuple[str, ...], tuple[str, ...], float, bool], ...] = (
    ("proselint", ("proselint",), ("check",), 0.1, False),
    ("codespell", ("codespell",), (), 1.0, False),
    ("typos", ("typos",), ("--isolated",), 1.0, False),
    ("Vale", ("vale",), ("--no-exit", "--config", "{vale}"), 0.1, False),
    ("Harper", ("harper-cli",), ("lint",), 0.02, True),
    ("LanguageTool", ("languagetool-commandline", "languagetool"), ("-l", "en-US"), 0.02, True),
)
"""Name, programs it may be called, arguments, share of the sample, whether it takes one file."""
_VALE = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


def peers(folder: Path) -> list[Peer]:
    """Return the peers that are found beside this Python or on the path.

    Args:
        folder: Where a configuration can be written for who needs one.
    """
    beside = Path(sys.executable).parent
    found = []
    for name, programs, before, share, together in _KNOWN:
        places = (shutil.which(one, path=str(beside)) or shutil.which(one) for one in programs)
        program = next(filter(None, places), None)
        if program is None:
            continue
        if name == "Vale":
            config = folder / "vale.ini"
            config.write_text(_VALE)
            before = tuple(one.format(vale=config) for one in before)
        found.append(Peer(name, program, before, share, together))
    return found
