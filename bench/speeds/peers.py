"""Other linters, as far as they are on this machine, each with its command for text files."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """Another linter.

    Args:
        name: What it is called.
        program: Its program.
        before: Arguments before the files.
        share: Part of the sample it is given: slow ones would take hours.
    """

    name: str
    program: str
    before: tuple[str, ...] = ()
    share: float = 1.0

    def command(self, files: list[Path]) -> list[str]:
        """Return the command for some files."""
        return [self.program, *self.before, *map(str, files)]


_KNOWN: tuple[tuple[str, tuple[str, ...], tuple[str, ...], float], ...] = (
    ("proselint", ("proselint",), ("check",), 0.1),
    ("codespell", ("codespell",), (), 1.0),
    ("typos", ("typos",), ("--isolated",), 1.0),
    ("Vale", ("vale",), ("--no-exit", "--config", "{vale}"), 0.1),
    ("Harper", ("harper-cli",), ("lint",), 0.02),
    ("LanguageTool", ("languagetool", "languagetool-commandline"), ("-l", "en-US"), 0.02),
)
"""Name, programs it may be called, arguments before the files, share of the sample."""
_VALE = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


def peers(folder: Path) -> list[Peer]:
    """Return the peers that are found beside this Python or on the path.

    Args:
        folder: Where a configuration can be written for who needs one.
    """
    beside = Path(sys.executable).parent
    found = []
    for name, programs, before, share in _KNOWN:
        places = (shutil.which(one, path=str(beside)) or shutil.which(one) for one in programs)
        program = next(filter(None, places), None)
        if program is None:
            continue
        if name == "Vale":
            config = folder / "vale.ini"
            config.write_text(_VALE)
            before = tuple(one.format(vale=config) for one in before)
        found.append(Peer(name, program, before, share))
    return found
