"""Text for what holds UTF-8 and nothing else: databases, Arrow."""

from __future__ import annotations

import re

_MARK = "\ud7ff"
"""The last character before the surrogates, which stands for nothing and never will."""


def encodable(text: str) -> str:
    """Return a text that has UTF-8: U+FFFD for half of a surrogate pair that has lost the other."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def escaped(name: str) -> str:
    """Return a name that has UTF-8, so that `unescaped` gives the name, and names keep their order.

    Bytes of file names that are no text are halves of surrogate pairs in Python.
    """
    if name.isascii():
        return name
    return "".join(f"{_MARK}{ord(one):04x}" if _MARK <= one <= "\udfff" else one for one in name)


def unescaped(name: str) -> str:
    """Return the name that was `escaped`."""
    if _MARK not in name:
        return name
    return re.sub(f"{_MARK}(....)", lambda found: chr(int(found[1], 16)), name)
