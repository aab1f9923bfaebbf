"""The edits of fixes, applied to the bytes of a file.

Whatever the edits do not touch stays as it is, byte for byte: the byte order mark, the encoding,
the line ends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from newslint.diagnostic import Diagnostic, SourceEdit, SourceFix
from newslint.errors import InputError
from newslint.line_index import LINE_END, LineIndex
from newslint.patterns import regexp
from newslint.raw import SourceFile
from newslint.structs import Struct, made, values

_LONE_LINE_FEED = regexp(r"(?<!\r)\n")

Edit = tuple[int, int, str]
"""Replace the code points from a source offset to another (exclusive) by a text."""


def open_source(data: bytes, encoding: str | None = None) -> SourceFile | None:
    """Return a file's bytes as text, or ``None`` if they cannot be written back unchanged.

    Args:
        data: The bytes.
        encoding: What a file without a byte order mark is in; UTF-8 if not given.
    """
    file = SourceFile("", data, encoding)
    try:
        unchanged = file.encode(file.text) == data
    except InputError:
        return None
    return file if unchanged else None


def apply_fixes(
    data: bytes, diagnostics: Iterable[Diagnostic], *, unsafe: bool, encoding: str | None = None
) -> tuple[bytes, int]:
    """Apply as many fixes as do not touch each other.

    The edits of a fix are applied together or not at all. Of two fixes that touch, the safe one
    wins, then the earlier one. A fix that does not fit the file (a place that is not there, text
    that its encoding cannot spell) is left out, never guessed.

    Args:
        data: The bytes of the file.
        diagnostics: What is wrong there, in any order.
        unsafe: Whether to apply unsafe fixes too.
        encoding: What a file without a byte order mark is in; UTF-8 if not given.

    Returns:
        The new bytes, and how many diagnostics they mend.
    """
    wanted = sorted(
        ((one, one.fix) for one in diagnostics if one.fix and (unsafe or one.fix.safe)), key=_order
    )
    file = open_source(data, encoding) if wanted else None
    if file is None:
        return data, 0
    lines = LineIndex(file.text)
    chosen = _Chosen()
    for _, fix in wanted:
        if edits := _resolve(fix, lines, file):
            chosen.offer(edits)
    if not chosen.edits:
        return data, 0
    return file.encode(_replace(file.text, chosen.edits)), chosen.mended


class _Chosen(Struct, frozen=False):
    """The edits taken so far, in order; no two touch."""

    edits: list[Edit] = made(factory=list)
    mended: int = 0
    _fixes: set[tuple[Edit, ...]] = made(factory=set)

    def offer(self, fix: tuple[Edit, ...]) -> None:
        if fix not in self._fixes:
            if any(self._touched(edit) for edit in fix):
                return
            for edit in fix:
                self.edits.insert(bisect_left(self.edits, edit), edit)
            self._fixes.add(fix)
        self.mended += 1

    def _touched(self, edit: Edit) -> bool:
        index = bisect_left(self.edits, edit)
        return any(_touch(edit, other) for other in self.edits[max(index - 1, 0) : index + 1])


def _order(pair: tuple[Diagnostic, SourceFix]) -> tuple[object, ...]:
    diagnostic, fix = pair
    edits = tuple(values(edit) for edit in fix.edits)
    return (not fix.safe, diagnostic.sort_key(), edits)


def _touch(one: Edit, other: Edit) -> bool:
    """Tell whether two edits share a character, or one inserts text at an edge of the other."""
    start, end, _ = one
    other_start, other_end, _ = other
    if start == end or other_start == other_end:
        return start <= other_end and other_start <= end
    return start < other_end and other_start < end


def _resolve(fix: SourceFix, lines: LineIndex, file: SourceFile) -> tuple[Edit, ...]:
    """Return the edits of a fix as offsets, in order; ``()`` if it does not fit or does nothing."""
    edits = []
    for edit in fix.edits:
        start = _offset(lines, edit.line, edit.column)
        end = _offset(lines, edit.end_line, edit.end_column)
        if start is None or end is None or start > end or not _encodable(edit, file.codec):
            return ()
        edits.append((start, end, _with_line_ends(edit.text, file.text, end)))
    edits.sort()
    if any(_touch(one, other) for one, other in pairwise(edits)):
        return ()
    if all(file.text[start:end] == text for start, end, text in edits):
        return ()
    return tuple(edits)


def _offset(lines: LineIndex, line: int, column: int) -> int | None:
    """Return the offset of a place, or ``None`` if the file has no such place."""
    if line < 1 or column < 1:
        return None
    try:
        offset = lines.offset(line, column)
    except IndexError:
        return None
    if offset > len(lines.source) or lines.position(offset) != (line, column):
        return None
    return None if lines.source[offset - 1 : offset + 1] == "\r\n" else offset


def _encodable(edit: SourceEdit, codec: str) -> bool:
    try:
        edit.text.encode(codec)
    except UnicodeError:
        return False
    return True


def _with_line_ends(new: str, text: str, position: int) -> str:
    """Return ``new`` with the line ends that the file has at ``position``."""
    if "\n" not in new:
        return new
    found = LINE_END.search(text, position) or LINE_END.search(text)
    return _LONE_LINE_FEED.sub(found.group(), new) if found else new


def _replace(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, new in edits:
        parts += (text[position:start], new)
        position = end
    return "".join((*parts, text[position:]))
