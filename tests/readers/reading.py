from __future__ import annotations

from newslint.raw import RawArticle, RawField, SourceFile
from newslint.readers import read_articles


def read(name: str, content: str | bytes, **fields: str) -> RawArticle:
    """Read the one article of a file."""
    data = content.encode() if isinstance(content, str) else content
    (found,) = read_articles(SourceFile(name, data, fields=fields))
    assert isinstance(found, RawArticle)
    return found


def in_source(source: str, field: RawField) -> str:
    """Return what stands in the source for a whole field."""
    return source[slice(*field.map.span(0, len(field.raw)))]


def check_map(source: str, article: RawArticle | RawField) -> None:
    """Every copied character stands in the source; runs come in order and do not overlap."""
    text = article.text if isinstance(article, RawArticle) else article.raw
    clean = place = 0
    for segment in article.map.segments:
        assert segment.clean == clean
        assert segment.source >= place
        if segment.copied:
            assert text[segment.clean : segment.end] == source[segment.source : segment.source_end]
        clean, place = segment.end, segment.source_end
    assert clean == len(text)
    assert place <= len(source)
