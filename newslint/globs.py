"""Globs as users write them: with the meaning they have in ``.gitignore``."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.errors import ConfigError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern as Pattern


class Globs:
    """A list of globs that count from a folder.

    ``drafts/**`` is anchored there, ``*.bak`` matches at any depth, ``!`` takes back.

    Args:
        patterns: The globs.
        root: The folder they count from.
        lenient: Whether one that means nothing matches nothing, as in git's own files.

    Raises:
        ConfigError: at the first use, for one that means nothing, if that is no git's file.
    """

    def __init__(self, patterns: Iterable[str], root: Path, *, lenient: bool = False) -> None:
        self.patterns = tuple(patterns)
        self._root = root.resolve()
        self._lenient = lenient

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # 50 ms to import: only for who has globs

        # The same answers wherever it runs: other backends, if installed, refuse names that are no
        # UTF-8, and take longer to set up than our few patterns take to match.
        return GitIgnoreSpec(
            (one for line in self.patterns for one in self._compiled(line)), backend="simple"
        )

    def _compiled(self, line: str) -> Sequence[Pattern]:
        from pathspec import GitIgnoreSpec

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # '[[' in a regular expression
                return [*GitIgnoreSpec.from_lines([line], backend="simple").patterns]
        except (ValueError, re.error) as error:
            if self._lenient:
                return []
            raise ConfigError(f"{line!r} is no glob as .gitignore has them") from error

    def match(self, path: str | Path) -> bool:
        """Tell whether a path matches (relative paths count from the working directory)."""
        return self.verdict(path) is True

    def verdict(self, path: str | Path, *, folder: bool = False) -> bool | None:
        """Return True for a match, False when ``!`` took it back, None when nothing matched."""
        if not self.patterns:
            return None
        name = self._relative(path).as_posix()
        return self._spec.check_file(f"{name}/" if folder else name).include

    def verdict_on_entry(self, path: Path, *, folder: bool) -> bool | None:
        """Return what git says of an entry of a folder that it has not ignored.

        To ``verdict`` what is in a folder that matches is matched, too. Git looks at one entry
        after the other on the way down: below a folder that was taken back, or that ``drafts/**``
        only matches the inside of, an entry has to match by itself.
        """
        name = self._relative(path).as_posix()
        slash = "/" if folder else ""
        above, _, last = name.rpartition("/")
        for pattern, reach in reversed(self._single):
            hit: object = None
            if reach == "name":
                hit = pattern.match_file(last + slash)
            elif reach == "inside" or (reach == "folders inside" and folder):
                hit = pattern.match_file(name)
            elif reach == "path" and not (above and pattern.match_file(f"{above}/")):
                hit = pattern.match_file(name + slash)
            if hit is not None:
                return pattern.include
        return None

    @cached_property
    def _single(self) -> list[tuple[Pattern, str]]:
        """Each pattern, and what it is matched with."""
        single = []
        for line in self.patterns:
            reach = _reach(line)
            alone = line.rstrip(" ")[:-1] if reach == "folders inside" else line
            single += [(one, reach) for one in self._compiled(alone) if one.include is not None]
        return single

    def _relative(self, path: str | Path) -> Path:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - also takes the '..' out
        for one in (absolute, absolute.resolve()):  # the root may have been reached by a link
            if one.is_relative_to(self._root):
                return one.relative_to(self._root)
        return Path(absolute.name)  # outside the root only bare names can match


def _reach(line: str) -> str:
    """Return whether a pattern speaks of a name, a path, or of what is inside a folder."""
    body = line.removeprefix("!").rstrip(" ")
    while body.startswith("**/"):
        body = body[3:]
    if body.endswith(("/**", "/**/")):
        return "inside" if body.endswith("*") else "folders inside"
    return "path" if "/" in body.rstrip("/") else "name"
