"""How a fix is written into the file: as edits of it, or why a person has to do it by hand."""

from __future__ import annotations

from newslint.diagnostic import ByHand, SourceEdit, SourceFix
from newslint.line_index import LineIndex
from newslint.patterns import regexp
from newslint.placing import PlacedArticle, Run
from newslint.spans import Fix, Span

_NO_BLANK = regexp(r"\S")


def written(fix: Fix, article: PlacedArticle) -> SourceFix | None:
    """Return the edits of a fix as edits of the file, or None where they cannot be made exactly.

    Nothing is written into a packed file. A place that is not one unbroken run of the file
    (markup stands inside), or in which the new text cannot be written, is never guessed.
    """
    edits = [_edit(article, *one) for one in fix.edits]
    made = tuple(one for one in edits if isinstance(one, SourceEdit))
    return SourceFix(fix.safe, made) if made and len(made) == len(edits) else None


def by_hand(fix: Fix, span: Span, article: PlacedArticle) -> ByHand | None:
    """Return what a fix of a place that cannot be written would do there, and why it cannot."""
    edits = (_edit(article, *one) for one in fix.edits)
    reason = next((one for one in edits if isinstance(one, str)), None)
    return None if reason is None else ByHand(_with_edits(span, fix), reason)


def without_lines(run: Run, article: PlacedArticle) -> SourceFix | None:
    """Return the fix that takes out the lines on which a run of the source stands alone.

    ``None`` where something else stands on them, or no blank line and no end of the file is
    beside them: what they part could grow together.
    """
    index = article.file.index
    start, end = index.line_bounds(run[0])[0], index.line_bounds(run[1])[1]
    if article.raw.index is not None or article.file.file.packing:
        return None
    beside = (start, run[0]), (run[1], end)
    if any(_NO_BLANK.search(index.source, *side) for side in beside):
        return None  # found without a copy: a line may hold thousands of comments
    first, last = index.position(start)[0], index.position(end)[0]
    before, after = _is_blank(first - 1, index), _is_blank(last + 1, index)
    if not before and not after:
        return None
    behind = last + 1 + (before and after)  # one of the blank lines goes, too
    while not index.has(behind):
        behind -= 1
    stop = (behind, 1) if behind > last else index.position(end)
    return SourceFix(safe=True, edits=(SourceEdit(first, 1, *stop, ""),))


def _edit(article: PlacedArticle, span: Span, text: str) -> SourceEdit | str:
    """Return an edit as one of the file, or why it cannot be made."""
    if packing := article.file.file.packing:
        return f"nothing is written into a {packing} file"
    if not article.file.has_lines:
        return "nothing is written into a file of that format"
    run = _edited(article, span, text)
    if run is None:
        return "markup stands inside"
    if not _stands_there(article, span):
        return "the file has other characters there"
    offsets, shift = article.map_of(span)
    spelled = offsets.spelled(text, span.start + shift, article.file.spell)
    if spelled is None:
        return "it cannot be written there as it is"
    if not article.file.has(spelled):
        return "the file's encoding lacks a character of it"
    position = article.file.index.position
    return SourceEdit(*position(run[0]), *position(run[1]), spelled)


def _edited(article: PlacedArticle, span: Span, text: str) -> Run | None:
    """Return the source run in whose place ``text`` is put, ``None`` if there is not one."""
    offsets, shift = article.map_of(span)
    if not text:
        return offsets.removed(span.start + shift, span.end + shift)
    whole = offsets.contiguous(span.start + shift, span.end + shift)
    return article.run_of(span) if whole else None


def _stands_there(article: PlacedArticle, span: Span) -> bool:
    """Tell whether the file has the characters of a place where the map says it copied them.

    A reader of a plugin may be wrong, and a fix in the wrong place would destroy text.
    """
    offsets, shift = article.map_of(span)
    content = span.source.content
    for run in offsets.touching(span.start + shift, span.end + shift):
        first, last = max(run.clean, span.start + shift), min(run.end, span.end + shift)
        if not run.copied or first >= last:
            continue
        begin = run.source + first - run.clean
        copied = article.source[begin : begin + last - first]
        if content[first - shift : last - shift] != copied:
            return False
    return True


def _is_blank(line: int, index: LineIndex) -> bool:
    """Tell whether a line has nothing but blanks; what lies outside the file has not."""
    if not index.has(line):
        return True
    return not index.source[slice(*index.line_bounds(index.offset(line, 1)))].strip()


def _with_edits(span: Span, fix: Fix) -> str | None:
    """Return a place as a fix would leave it, ``None`` where the fix is about another one."""
    text = span.text
    for place, new in sorted(fix.edits, key=lambda one: one[0].start, reverse=True):
        if place.source is not span.source:
            return None
        first, last = place.start - span.start, place.end - span.start
        if not new and first <= 0 and last >= len(span.text):
            return ""  # its line is deleted
        if first < 0 or last > len(span.text):
            return None
        text = text[:first] + new + text[last:]
    return text
