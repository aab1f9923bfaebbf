"""Plain text: the file is the article."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.raw import MapBuilder, OffsetMap, RawArticle, SourceFile


class TextReader:
    """Reads ``.txt``: one article a file, nothing in it is markup."""

    suffixes = (".txt",)

    def read(self, file: SourceFile) -> Iterator[RawArticle]:
        """Give the one article."""
        source = file.text
        file.forget_bytes()
        if "\r" not in source:
            yield RawArticle(source, OffsetMap.shifted(0, len(source)))
            return
        built = MapBuilder(source)
        built.copy_lines(0, len(source))
        yield RawArticle(*built.finish())
