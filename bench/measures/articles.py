"""The articles that are measured on: read from a folder, altered for injection, split by document.

The folder holds ``articles/*.jsonl`` and ``gold/*.jsonl``, one JSON object a line, with ``id``,
``text``, ``headline``, ``date``, ``url`` and ``source`` where the rows are articles.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

EDITED = ("articles/afp", "articles/reuters1987", "gold/polnear_articles")
"""Agency and newspaper text: here an alarm is looked at as a false one first."""
SCRAPED = (
    "articles/allsides", "articles/fakehealth", "articles/horne2017", "articles/newscluster",
)  # fmt: skip
"""What scrapers took from pages, and unedited sites."""


@dataclass(frozen=True)
class Article:
    """One article as a user would have it in a record; ``row`` is the whole record."""

    file: str
    id: str
    text: str
    headline: str | None = None
    date: str | None = None
    url: str | None = None
    source: str | None = None
    row: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def words(self) -> int:
        """Number of words, as white space parts them."""
        return len(self.text.split())

    def with_text(self, text: str) -> Article:
        """Return the article with another text."""
        return replace(self, text=text)

    def edited(self, start: int, end: int, text: str) -> Article:
        """Return the article with ``text`` in place of what stands from ``start`` to ``end``."""
        return self.with_text(self.text[:start] + text + self.text[end:])

    def record(self) -> str:
        """Return the article as a line of JSON, as it is linted."""
        fields = {
            "id": self.id, "text": self.text, "headline": self.headline, "date": self.date,
            "url": self.url, "source": self.source,
        }  # fmt: skip
        return json.dumps({name: value for name, value in fields.items() if value is not None})


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_articles(data: Path, name: str) -> list[Article]:
    """Return the articles of ``data/name.jsonl``, in the order of the file."""
    return [
        Article(
            name, row["id"], row["text"], row.get("headline"), row.get("date"), row.get("url"),
            row.get("source"), row,
        )
        for row in read_rows(data / f"{name}.jsonl")
    ]  # fmt: skip


def fitted_on(article: str) -> bool:
    """Tell whether an article is in the half that `scripts/fit_fused_words.py` may fit on."""
    return hashlib.md5(article.encode()).digest()[0] % 2 == 0
