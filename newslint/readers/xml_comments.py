"""Comments for newslint in XML that is one article (NITF, a NewsML-G2 item)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from newslint.patterns import regexp
from newslint.raw import RawArticle, RawComment
from newslint.readers.comments import Run, placed
from newslint.readers.markup_text import BLOCKS
from newslint.readers.xml_events import Document

_COMMENT = regexp(r"<!--(.*?)-->", re.DOTALL)
_BLOCK = regexp(rf"</?(?:[\w.-]+:)?(?:br|{'|'.join(sorted(BLOCKS))})(?=[\s/>])", re.IGNORECASE)


def comments(document: Document, article: RawArticle) -> tuple[RawComment, ...]:
    """Return the comments that name newslint, wherever they stand in the file."""
    source = document.source

    def parts(start: int, end: int) -> bool:
        return _BLOCK.search(source, start, end) is not None

    return placed(_runs(document), source, article.text, article.map, parts)


def _runs(document: Document) -> Iterator[Run]:
    for found in _COMMENT.finditer(document.source):
        before = bisect_right(document.sections, (found.start(), len(document.source)))
        if before and found.start() < document.sections[before - 1][1]:
            continue  # text that looks like one
        yield Run(found.start(), *found.span(1), found.end())
