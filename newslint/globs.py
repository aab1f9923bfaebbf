"""Globs as users write them: with the meaning they have in ``.gitignore``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """A list of globs that count from a folder.

    ``drafts/**`` is anchored there, ``*.bak`` matches at any depth, ``!`` takes back.

    Args:
        patterns: The globs.
        root: The folder they count from.
    """

    def __init__(self, patterns: Iterable[str], root: Path) -> None:
        self.patterns = tuple(patterns)
        self._root = root.resolve()

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # 50 ms to import: only for who has globs

        return GitIgnoreSpec.from_lines(self.patterns)

    def match(self, path: str | Path) -> bool:
        """Tell whether a path matches (relative paths count from the working directory)."""
        return self.verdict(path) is True

    def verdict(self, path: str | Path, *, folder: bool = False) -> bool | None:
        """Return True for a match, False when ``!`` took it back, None when nothing matched."""
        if not self.patterns:
            return None
        name = self._relative(path).as_posix()
        return self._spec.check_file(f"{name}/" if folder else name).include

    def _relative(self, path: str | Path) -> Path:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - also takes the '..' out
        for one in (absolute, absolute.resolve()):  # the root may have been reached by a link
            if one.is_relative_to(self._root):
                return one.relative_to(self._root)
        return Path(absolute.name)  # outside the root only bare names can match
