"""``--format full``: each diagnostic with the line it stands on and what mends it, and the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from newslint.diagnostic import SEVERITIES, ByHand, Diagnostic, Location, SourceEdit, SourceFix
from newslint.reporters.terminal import SEVERITY_STYLES, encodable, neutral, neutral_line, paint
from newslint.reporting import Summary
from newslint.structs import Struct

WRITTEN = 60
"""Terminal columns of a replacement that are shown."""
NOTED = 5
"""Related places that are shown; a menu left in the text can have hundreds."""


class Full(Struct):
    """Writes for people who read a terminal.

    Args:
        name: What ``--format`` calls it.
        width: Terminal columns for a line of source; fixed, so that the output is the same
            everywhere.
        sums: Whether to end with the sums.
    """

    name: str = "full"
    width: int = 100
    sums: bool = True

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],
        stream: TextIO,
        *,
        color: bool,
    ) -> None:
        """Write a block for each diagnostic, and the sums at the end."""
        for one in diagnostics:
            block = "\n".join(_block(one, self.width, color=color))
            stream.write(encodable(block, stream) + "\n\n")
        if self.sums:
            stream.write(summary_text(summary()) + "\n")


def summary_text(summary: Summary) -> str:
    """Return the sums of a run in one or two lines."""
    looked_at = _count(summary.files, "file")
    if summary.articles != summary.files:
        looked_at += f" ({_count(summary.articles, 'article')})"
    fixed = f"Fixed {_count(summary.fixed, 'problem')}. " if summary.fixed else ""
    if not summary.total:
        left = "No problems left" if fixed else "No problems"
        return f"{fixed}{left} in {looked_at}."
    kinds = ", ".join(
        _count(number, severity) if severity != "info" else f"{number:,} info"
        for severity in SEVERITIES
        if (number := summary.counts.get(severity, 0))
    )
    found = f"Found {_count(summary.total, 'problem')} ({kinds})"
    text = f"{fixed}{found} in {summary.flagged_files:,} of {looked_at}."
    return f"{text}\n{hint}" if (hint := _fix_hint(summary)) else text


def _fix_hint(summary: Summary) -> str:
    safe, unsafe = summary.fixable_safe, summary.fixable_unsafe
    if safe and unsafe:
        return f"{safe:,} fixable with --fix ({unsafe:,} more with --unsafe-fixes)."
    if safe:
        return f"{safe:,} fixable with --fix."
    return f"{unsafe:,} fixable with --fix --unsafe-fixes." if unsafe else ""


def _block(one: Diagnostic, width: int, *, color: bool) -> Iterator[str]:
    from newslint.reporters.excerpt import draw  # only for who has something to show

    severity = paint(one.severity, SEVERITY_STYLES[one.severity], color=color)
    code = paint(one.code, "bold", color=color)
    yield f"{code} {neutral(one.rule)} [{severity}] {neutral(one.message)}"

    number = str(one.location.line)
    gutter = " " * len(number)
    yield f"{gutter}{paint('-->', 'blue', color=color)} {_where(one.location)}"
    bar = paint("|", "blue", color=color)
    if one.excerpt is not None and not _is_whole(one):
        line, carets = draw(one.excerpt, width)
        yield f"{gutter} {bar}"
        yield f"{paint(number, 'blue', color=color)} {bar} {line}".rstrip()
        marked = paint(carets.lstrip(), SEVERITY_STYLES[one.severity], color=color)
        yield f"{gutter} {bar} {carets[: -len(carets.lstrip())]}{marked}"
    if how := _help(one.fix, one) if one.fix else _by_hand(one.by_hand):
        yield f"{gutter} = {paint('help:', 'cyan', color=color)} {how}"
    label = paint("note:", "cyan", color=color)
    for other in one.related[:NOTED]:
        note = f": {neutral(other.message)}" if other.message else ""
        yield f"{gutter} = {label} see {_where(other.location)}{note}"
    if (more := len(one.related) - NOTED) > 0:
        yield f"{gutter} = {label} and {_count(more, 'more place')}"


def _where(location: Location) -> str:
    place = f"{neutral_line(location.path)}:{location.line}:{location.column}"
    record = location.record
    if record is None:
        return place
    name = f"record {neutral(record.id)}" if record.id else f"record number {record.index}"
    field = f"{neutral(record.field)} " if record.field else ""
    return f"{place} ({name}, {field}{record.line}:{record.column})"


def _is_whole(one: Diagnostic) -> bool:
    """Tell whether the diagnostic is about the whole article: an empty place at its beginning."""
    place = one.location.record or one.location
    return not one.text and place.line == place.column == 1


def _help(fix: SourceFix, diagnostic: Diagnostic) -> str:
    how = "safe: --fix" if fix.safe else "unsafe, look at it: --fix --unsafe-fixes"
    if len(fix.edits) == 1:
        return f"{_edit(fix.edits[0], diagnostic)} ({how})"
    what = ", ".join(f"{edit.line}:{edit.column}" for edit in fix.edits[:3])
    more = ", …" if len(fix.edits) > 3 else ""
    return f"change {len(fix.edits)} places, {what}{more} ({how})"


def _by_hand(mend: ByHand | None) -> str:
    from newslint.reporters.excerpt import shorten

    if mend is None:
        return ""
    what = "mend it"
    if mend.text is not None:
        what = f"write '{shorten(mend.text, WRITTEN)}'" if mend.text else "remove it"
    return f"{what} by hand: {mend.reason}"


def _edit(edit: SourceEdit, diagnostic: Diagnostic) -> str:
    from newslint.reporters.excerpt import shorten

    place = diagnostic.location
    here = (place.line, place.column, place.end_line, place.end_column)
    whole = (edit.line, edit.column, edit.end_line, edit.end_column) == here
    old = _replaced(edit, diagnostic)
    if edit.text:
        what = f"write '{shorten(edit.text, WRITTEN)}'"
        if whole:
            return what
        return f"{what} for '{shorten(old, WRITTEN)}'" if old else f"{what} at {_start(edit)}"
    if whole:
        return "remove it"
    if edit.column == edit.end_column == 1:
        last = edit.end_line - 1
        return f"remove line {last}" if last <= edit.line else f"remove lines {edit.line}-{last}"
    if old:
        return f"remove '{shorten(old, WRITTEN)}'"
    return f"remove {_start(edit)} to {edit.end_line}:{edit.end_column}"


def _start(edit: SourceEdit) -> str:
    return f"{edit.line}:{edit.column}"


def _replaced(edit: SourceEdit, diagnostic: Diagnostic) -> str:
    """Return the part of the quoted text that an edit replaces, ``""`` if that is not sure."""
    place, text = diagnostic.location, diagnostic.text
    on_one_line = place.line == place.end_line == edit.line == edit.end_line
    as_in_file = len(text) == place.end_column - place.column  # nothing in it was unescaped
    inside = place.column <= edit.column and edit.end_column <= place.end_column
    if not (on_one_line and as_in_file and inside):
        return ""
    return text[edit.column - place.column : edit.end_column - place.column]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
