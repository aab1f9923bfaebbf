"""Where git repositories begin; looked at as files, for git may not be installed."""

from __future__ import annotations

import os.path
from pathlib import Path


def is_repository(folder: Path) -> bool:
    """Tell whether a folder is the root of a git repository, a work tree or a submodule."""
    return os.path.exists(folder / ".git")  # noqa: PTH110 - never raises, whatever is locked


def repository_root(folder: Path) -> Path | None:
    """Return the root of the repository that a folder is in, ``None`` where it is in none.

    Args:
        folder: An absolute path.
    """
    return next((one for one in (folder, *folder.parents) if is_repository(one)), None)
