r"""JSON that can be printed anywhere: what could harm a terminal or a CI log is a ``\u`` escape."""

from __future__ import annotations

import re
from typing import Any, TextIO

from newslint.patterns import regexp
from newslint.reporters.terminal import COMMAND, HIDDEN

_UNSAFE = regexp(f"[{HIDDEN}]|{COMMAND}")


def json_text(value: Any, *, ascii_only: bool = False) -> str:
    r"""Return plain data as one line of JSON, without the line feed.

    It is one line for every program, also for those that split at U+2028 or U+0085, it can be
    printed on a terminal, and it can be encoded.
    """
    import json  # 6 ms to import: only for who asks for such a format

    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=ascii_only))


def wants_ascii(stream: TextIO) -> bool:
    """Tell whether the encoding of a stream may lack characters."""
    return not (stream.encoding or "utf-8").lower().replace("-", "").startswith("utf")


def _escape(match: re.Match[str]) -> str:
    import json

    character = match.group()
    return r"\u0023" if character == "#" else json.dumps(character)[1:-1]
