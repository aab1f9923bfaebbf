"""The lines of an article that may be its page's, and what they are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from heapq import nlargest
from itertools import islice

from newslint import Doc, Fact, Role, Span, regexp

PAGE, HEAD, TAIL, MIDDLE, BETWEEN = "page", "head", "tail", "middle", "between"
"""Where a line stands, the value of a fact: among the page's, before the story, at its end, in it,
or as a sub-head between its parts."""


_LOOSE = frozenset({Role.RESIDUE, Role.SUBHEAD, Role.OTHER})
"""What may be the page's outside the paragraphs; bylines, datelines, captions, contacts, credits of
writers and notes of the editor belong to the article however many share them."""
_LAST_PARAGRAPHS = 2
"""Paragraphs at the end that may be the page's whatever they say."""
_SHORT = 120
"""Code points of a first paragraph, which is nearly always the lead, that is looked at."""
_LABEL = 80
"""Code points of a line without an end mark that is looked at in the middle of the story."""
_LONGEST_FORM = 5_000
"""Code points of a form to sign up, with its list of countries."""
_QUOTED = regexp('["“”„«»]')
WORD = regexp(r"\w+")
ENDS = regexp(r"[.!?…][\"'’)\]»]*$")
TO_READERS = regexp(
    r"(?i)\b(?:you|yours?|our|please|click|tap|sign[ -]?up|subscri\w+|newsletters?|e-?mail|follow"
    r"|read|watch|https?|www)\b|@"
)
"""What a page says to its readers."""
_FORM_WORDS = 3
"""A paragraph with so many of these words may be a form, however long it is."""
_SKETCH = 4
"""Paragraphs by which a story is known: the longest, which copies keep and cuts leave."""
MARK = 8
"""Hexadecimal digits of each of them."""


def shared_lines(doc: Doc, longest: int) -> Iterator[Fact]:
    """Give the lines of an article, of up to so many code points, that may be its page's."""
    outlet = doc.meta.outlet
    evidence = _sketch(doc.body)
    for key, line, where in keyed_lines(doc, longest):
        yield Fact(key, line, where, outlet, evidence)


def keyed_lines(doc: Doc, longest: int) -> Iterator[tuple[str, Span, str]]:
    """Give such lines, what each is compared by, and where it stands."""
    for line, where in _candidates(doc, longest):
        if key := _key(line.text):
            yield key, line, where


def _candidates(doc: Doc, longest: int) -> Iterator[tuple[Span, str]]:
    body = doc.body
    begin = body[0].start if body else 0
    end = body[-_LAST_PARAGRAPHS:][0].start if body else 0
    for line in doc.article.lines_with(_LOOSE):
        if line.role is Role.RESIDUE:
            yield line.strip(), PAGE
        elif len(line) <= longest and not _QUOTED.search(line.text):
            if line.role is Role.SUBHEAD:
                where = BETWEEN
            else:
                where = HEAD if line.start < begin else TAIL if line.start > end else MIDDLE
            yield line.strip(), where
    last = len(body) - _LAST_PARAGRAPHS
    for number, paragraph in enumerate(body):
        where = HEAD if number == 0 else TAIL if number >= last else MIDDLE
        if _may_be_the_page(paragraph.text, where, longest):
            yield paragraph, where


def _may_be_the_page(text: str, where: str, longest: int) -> bool:
    """Tell whether a paragraph may be no story; somebody's words always are."""
    if _QUOTED.search(text):
        return False
    if len(text) > longest:
        words = islice(TO_READERS.finditer(text), _FORM_WORDS) if len(text) <= _LONGEST_FORM else ()
        return len(list(words)) == _FORM_WORDS
    if where == TAIL or (where == HEAD and len(text) <= _SHORT):
        return True
    label = where == MIDDLE and len(text) <= _LABEL and not ENDS.search(text)
    return label or TO_READERS.search(text) is not None


def _key(text: str) -> str:
    """Return what the same line has in common wherever it stands; ``""`` for one without words.

    Numbers stay: without them the rows of all tables of prices would be one line.
    """
    words = WORD.findall(text.casefold())
    return _hash(" ".join(words)) if any(map(str.isalpha, words)) else ""


def _hash(words: str) -> str:
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _sketch(body: Iterable[Span]) -> str:
    """Return the marks of the longest paragraphs, by which copies of a story are known."""
    longest = nlargest(_SKETCH, (paragraph.text for paragraph in body), key=len)
    return " ".join(sorted({_key(text)[:MARK] for text in longest} - {""}))
