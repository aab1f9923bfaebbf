"""XML that holds articles: NITF, NewsML-G2, RSS and Atom, told by the root element."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newslint.errors import NotAnArticleFileError
from newslint.raw import RawArticle, RawProblem, SourceFile
from newslint.readers import feeds, newsml, nitf
from newslint.readers.comments import NAME
from newslint.readers.markup_text import escape, refer
from newslint.readers.xml_comments import comments
from newslint.readers.xml_events import Document, parse
from newslint.structs import replace

_FORMATS: Mapping[str, Callable[[Document, SourceFile], Iterator[RawArticle | RawProblem]]] = {
    "nitf": nitf.articles,
    "newsItem": newsml.articles,
    "newsMessage": newsml.articles,
    "packageItem": newsml.articles,
    "rss": feeds.rss,
    "RDF": feeds.rss,
    "feed": feeds.atom,
    "entry": feeds.atom,
}
"""Who reads what, by the name of the root element."""


class XmlReader:
    """Reads ``.xml``, ``.nitf``, ``.rss`` and ``.atom``."""

    suffixes = (".xml", ".nitf", ".rss", ".atom")

    def read(self, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
        """Give the articles, and the records of a feed that hold none."""
        source = file.text
        file.forget_bytes()
        if not source.strip():
            raise NotAnArticleFileError("the file is empty")
        document = parse(source)
        articles = _FORMATS.get(document.root.local)
        if articles is None:
            raise NotAnArticleFileError(
                f"its root element is <{document.root.tag}>; articles are read from NITF, "
                "NewsML-G2 (newsItem, newsMessage), RSS and Atom"
            )
        waiting: list[RawProblem] = []
        none = True
        for found in articles(document, file):
            if isinstance(found, RawProblem) and none:
                waiting.append(found)
                continue
            yield from waiting
            waiting.clear()
            none = False
            if isinstance(found, RawArticle) and found.index is None and NAME in source:
                found = replace(found, comments=comments(document, found))
            yield found
        if none:
            raise NotAnArticleFileError(f"<{document.root.tag}> holds no article's text")

    def spell(self, text: str) -> str:
        """Return ``text`` as it stands inside an element; some places know better (`MarkupMap`)."""
        return escape(text)

    def refer(self, character: str) -> str:
        """Return a character that the file's encoding lacks as a reference to its number."""
        return refer(character)
