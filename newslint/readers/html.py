"""HTML: one page, one article."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, SourceFile
from newslint.readers import html_metadata, xml_fields
from newslint.readers.comments import NAME
from newslint.readers.html_article import article_text
from newslint.readers.html_tags import Page
from newslint.readers.html_text import comments
from newslint.readers.markup_text import escape, refer


class HtmlReader:
    """Reads ``.html`` and ``.htm``."""

    suffixes = (".html", ".htm")

    def read(self, file: SourceFile) -> Iterator[RawArticle]:
        """Give the one article."""
        source = file.text
        file.forget_bytes()
        page = Page(source)
        found = article_text(page)
        if found is None:
            raise NotAnArticleFileError(
                "the page has no text: looked for in article, main and body"
            )
        text, choice = found
        told = html_metadata.metadata(page, choice)
        fields = xml_fields.metadata(told, html_metadata.NAMES, file.fields)
        said = comments(page, text.raw, text.map) if NAME in source else ()
        yield RawArticle(text.raw, text.map, fields, comments=said)

    def spell(self, text: str) -> str:
        """Return ``text`` as it stands inside an element; an attribute knows better."""
        return escape(text)

    def refer(self, character: str) -> str:
        """Return a character that the file's encoding lacks as a reference to its number."""
        return refer(character)
