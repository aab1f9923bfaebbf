"""``--diff``: a unified diff made harmless for terminals and CI logs."""

from __future__ import annotations

from newslint.reporters.terminal import neutral_line, paint

_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(diff: str, *, color: bool) -> str:
    """Return a diff for printing.

    Where the text holds nothing dangerous it can still be given to ``patch``: a carriage return
    before a line feed stays.
    """
    return "".join(_line(line, color=color) for line in diff.split("\n")[:-1])


def _line(line: str, *, color: bool) -> str:
    line_end = "\r\n" if line.endswith("\r") else "\n"
    shown = neutral_line(line.removesuffix("\r"))
    style = _STYLES.get(line[:1])
    return (paint(shown, style, color=color) if style else shown) + line_end
