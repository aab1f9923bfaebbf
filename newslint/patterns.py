"""Regular expressions that are compiled when they are first used.

There are some seven hundred of them, and one article needs a few: compiling them all would be most
of the time it takes to start.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, AnyStr, cast

_SHARED = (
    "finditer", "findall", "flags", "fullmatch", "groupindex", "groups", "match", "search", "split",
    "sub", "subn",
)  # fmt: skip


class LazyPattern:
    """Stands for a compiled pattern; takes over its methods at the first use."""

    __slots__ = ("_given_flags", "pattern", *_SHARED)

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._given_flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile; only asked for what is not set yet, so a second use costs nothing more."""
        if name not in _SHARED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._given_flags)
        for shared in _SHARED:
            setattr(self, shared, getattr(compiled, shared))
        return getattr(self, name)

    def forget(self) -> None:
        """Compile anew at the next use; for those who measure."""
        for shared in _SHARED:
            with suppress(AttributeError):
                delattr(self, shared)

    def __repr__(self) -> str:
        return f"regexp({self.pattern!r})"


def regexp(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that behaves like ``re.compile(source, flags)``, compiled at its first use.

    Raises:
        re.error: at the first use, when the source is wrong.
    """
    return cast("re.Pattern[AnyStr]", LazyPattern(source, int(flags)))
