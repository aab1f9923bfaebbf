"""An article's clean text with its metadata, and the annotations computed so far.

Annotations are pure functions of a `Text`, each computed once and shared (`Text.get`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self, TypeVar

from newslint.diagnostic import Severity
from newslint.fields import Meta
from newslint.learned import NOTHING, Learned
from newslint.raw import RawArticle
from newslint.spans import Finding, Related, Span

T = TypeVar("T")


class Text:
    """An article's clean text and metadata, and the annotations computed so far.

    Args:
        text: The clean text; lines end at line feeds.
        path: The file it came from, as it will be reported.
        meta: Its metadata.
        language: The language if it is settled (configuration); else it is found.
        terms: Words that are accepted as they are, lower-cased.
        learned: What other articles taught.
        raw: Where it came from, for mapping places back to the file.
    """

    __slots__ = (
        "_shared", "begins", "ends", "learned", "meta", "path", "raw", "scanned",
        "settled_language", "sifted", "terms", "text",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        *,
        path: str = "<text>",
        meta: Mapping[str, str] | Meta | None = None,
        language: str | None = None,
        terms: frozenset[str] = frozenset(),
        learned: Learned = NOTHING,
        raw: RawArticle | None = None,
    ) -> None:
        self.text = text
        self.path = path
        self.meta = meta if isinstance(meta, Meta) else Meta.of(meta or {}, self)
        self.settled_language = language
        self.terms = terms
        self.learned = learned
        self.raw = raw
        self.begins = self.ends = True
        """Whether the article begins and ends here, as it does unless it is so long that it is
        read in stretches (`newslint.stretches`)."""
        self.scanned: dict[Any, tuple[Span, ...]] = {}
        """Places of phrases, filled by the engine's pooled scan."""
        self.sifted: Any = None
        """Its forms and signs (`newslint.text.forms`), for which every rule asks many times."""
        self._shared: dict[Callable[..., Any], Any] = {}

    def get(self, annotation: Callable[[Self], T]) -> T:
        """Return ``annotation(self)``, computed once and shared by all who ask.

        The annotation must be a pure function of the text: no clock, no files, no state.
        """
        try:
            return self._shared[annotation]  # type: ignore[no-any-return]
        except KeyError:
            pass  # not in the handler: what an annotation raises is no consequence of a missing key
        result = self._shared[annotation] = annotation(self)
        return result

    def forget(self, annotation: Callable[[Self], object]) -> None:
        """Have an annotation computed again, when what it rests on has grown."""
        self._shared.pop(annotation, None)

    def close(self) -> None:
        """Let go of the annotations and the metadata, which hold the text, when nobody asks more.

        The text is freed at once then; else it waits for Python's search for such cycles, which
        takes a tenth of a run.
        """
        self._shared.clear()
        self.scanned.clear()
        del self.meta, self.sifted

    @property
    def content(self) -> str:
        """The clean text."""
        return self.text

    def span(self, start: int, end: int) -> Span:
        """Return the place from offset ``start`` to ``end`` (exclusive)."""
        return Span(self, start, end, self.text[start:end])

    def group(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Return the place of a group of a match that was run on the whole text."""
        start, end = match.span(group)
        return self.span(start, end)

    def flag(
        self, message: str, *, severity: Severity | None = None, related: Iterable[Related] = ()
    ) -> Finding:
        """Say something of the article as a whole; it stands at line 1, column 1.

        Args:
            message: What is wrong, lower case, no full stop, in an editor's words.
            severity: A severity milder than the rule's.
            related: Places that the message speaks of, each a place or ``(place, note)``.
        """
        whole = Span(self, 0, 0, "")
        finding = whole.flag(message, severity=severity, related=related)
        return Finding(whole, message, None, severity, finding.related, whole=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path} {self.text[:30]!r}>"
