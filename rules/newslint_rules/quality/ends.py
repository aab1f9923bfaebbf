"""Lines that end as a sentence does."""

from __future__ import annotations

from functools import cache

from newslint import word_list

_QUOTES = "\"'”’»"
_BRACKETS = ")]"


def ends(line: str) -> bool:
    """Tell whether a line ends with an end mark or a closing quotation mark.

    A closing bracket may stand behind it. An ellipsis is no end mark: what it ends is cut off.
    """
    line = line.rstrip(_BRACKETS)
    return line[-1:] in _end_marks() and not line.endswith("...")


@cache
def _end_marks() -> frozenset[str]:
    return frozenset((*word_list(__package__, "sentence_ends.txt"), *_QUOTES))
