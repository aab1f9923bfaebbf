"""Text for what holds UTF-8 and nothing else: databases, Arrow."""

from __future__ import annotations


def encodable(text: str) -> str:
    """Return a text that has UTF-8: U+FFFD for half of a surrogate pair that has lost the other."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
