"""Paths as CI servers take them: from the root of the repository, symbolic links resolved.

Diagnostics name files from the working directory. GitHub and GitLab find a file by its path in the
repository, and `show nothing at a link`_.

.. _show nothing at a link: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import os
from pathlib import Path

from newslint.discovery import STDIN
from newslint.repositories import repository_root


class Repository:
    """The git repository that the working directory is in, if it is in one."""

    def __init__(self) -> None:
        here = Path.cwd().resolve()
        self._here = here
        self._root = repository_root(here)
        self._known: dict[str, str] = {}

    def path(self, path: str) -> str:
        """Return the path of a file from the root, with ``/``.

        It is returned as it is where there is no repository, or the file lies outside of it.
        """
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._found(path)
        return known

    def _found(self, path: str) -> str:
        if self._root is None or path == STDIN:
            return path
        try:
            real = Path(os.path.realpath(self._here / path))
            return real.relative_to(self._root).as_posix()
        except ValueError:  # outside, or no file can be called so
            return path
