"""``--diff``: a unified diff made harmless for terminals and CI logs."""

from __future__ import annotations

from newslint.reporters.terminal import neutral_line, paint

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


_FIRST_HUNK = "@@ -1"
_BOM = "\ufeff"


def show_diff(diff: str, *, color: bool) -> str:
    """Return a diff for printing.

    Where the text holds nothing dangerous it can still be given to ``patch``: tabs, a carriage
    return before a line feed, and the byte order mark of the file stay.
    """
    lines = diff.split("\n")[:-1]
    marked = _marked_lines(lines)
    return "".join(
        _line(line, bom=index in marked, color=color) for index, line in enumerate(lines)
    )


def _marked_lines(lines: list[str]) -> set[int]:
    """Return which lines are the file's first, before and after, if a byte order mark is there."""
    if len(lines) < 3 or not lines[2].startswith(_FIRST_HUNK):
        return set()
    firsts = (
        next((index for index, line in enumerate(lines) if index > 2 and line[:1] in signs), 0)
        for signs in (" -", " +")
    )
    return {index for index in firsts if lines[index].startswith(_BOM, 1)}


def _line(line: str, *, bom: bool, color: bool) -> str:
    line_end = "\r\n" if line.endswith("\r") else "\n"
    mark, text = (line[:2], line[2:]) if bom else ("", line)
    shown = mark + "\t".join(map(neutral_line, text.removesuffix("\r").split("\t")))
    style = _STYLES.get(line[:1])
    return (paint(shown, style, color=color) if style else shown) + line_end
