"""Stretches: a text too long to be read at once, cut where a paragraph or a sentence ends.

What is shorter than `LONGEST` is read as a whole, as every article is. Beyond it, a text is a book,
an export that lost its line ends or a damaged file; read in stretches it costs time linear in its
length and memory for one stretch, whatever the rules do (people write rules of their own).
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.doc import Doc
from newslint.fields import TITLE_FIELDS, Meta
from newslint.learned import NOTHING, Learned
from newslint.patterns import regexp
from newslint.raw import RawArticle

LONGEST = 500_000
"""Code points of a stretch, at most: some 85,000 words, eight times the longest of the articles
that newslint is measured on (62,414), so no article is cut."""

_SENTENCE_END = regexp(r"(?:\w{3}[.!?…][\"'”’)\]»]*\s+|[。！？][」』”]*)")
"""The end of a sentence: a word that is no initial and hardly an abbreviation, and its end mark."""
_NEAR = 4096
"""Code points before the longest end in which the end of a sentence is looked for."""


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text, each as its first code point and one past its last."""
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start, start + LONGEST)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, start: int, end: int) -> int:
    """Return where a stretch ends, at most at ``end``.

    At the last blank line or line end of its last quarter; else behind the last sentence near its
    end; else at the last blank; and in the middle of a word only if it has no blank at all.
    """
    late = end - (end - start) // 4
    for mark in ("\n\n", "\n"):
        if (found := text.rfind(mark, late, end)) >= 0:
            return found + len(mark)
    cut = 0
    for match in _SENTENCE_END.finditer(text, max(end - _NEAR, late), end):
        cut = match.end()
    return cut or text.rfind(" ", start, end) + 1 or end


def make_doc(
    raw: RawArticle,
    path: str,
    language: str | None = None,
    terms: frozenset[str] = frozenset(),
    learned: Learned = NOTHING,
) -> Doc:
    """Make the Doc of a raw article."""
    doc = Doc(raw.text, path=path, language=language, terms=terms, learned=learned, raw=raw)
    doc.meta = Meta(raw.fields, doc)
    return doc


def make_stretch(
    raw: RawArticle,
    start: int,
    end: int,
    path: str,
    language: str | None,
    terms: frozenset[str],
    learned: Learned,
) -> Doc:
    """Make the Doc of a stretch of a raw article; those after the first have no headline."""
    text = raw.text[start:end]
    doc = Doc(text, path=path, language=language, terms=terms, learned=learned, raw=raw)
    doc.begins, doc.ends = start == 0, end == len(raw.text)
    fields = raw.fields
    if not doc.begins:
        fields = {name: field for name, field in fields.items() if name not in TITLE_FIELDS}
    doc.meta = Meta(fields, doc)
    return doc
