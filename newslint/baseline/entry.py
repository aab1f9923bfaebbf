"""One finding that is accepted: an entry of a baseline."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from newslint.diagnostic import Diagnostic
from newslint.patterns import regexp
from newslint.reporters.terminal import neutral
from newslint.structs import Struct

OPEN, CLOSE = ">>", "<<"
"""Around the flagged characters in an excerpt, as in the examples of rules."""
CUT = "…"

AROUND = 60
"""Code points an excerpt shows on either side, up to the last whole word: some ten words."""
LONGEST = 100
"""Code points of flagged text that are shown whole."""
_HEAD, _TAIL = 70, 25

BOUNDARY = "."
"""Stands for whatever parts sentences, cells or the text from its markup."""

_TOKEN = regexp(r'(\w+)|(?:(?:\\+[nrt]|[.!?"<>{}\[\]]|[,;](?!\s))\s*)+')

_PARTS = regexp(rf"(?s)(.*?){OPEN}(?!>)(.*)(?<!<){CLOSE}(.*)")
"""In a page the flagged text may stand right between two tags: ``<p>>>badword<<</p>``."""


class Entry(Struct):
    """A finding that is accepted.

    Args:
        path: The file, from the baseline's folder on, with ``/``.
        record: Of a file of many, the record's own id, else its number (from 0).
        code: The rule's code.
        rule: The rule's name, for people.
        fingerprint: That of the diagnostic.
        excerpt: The flagged text between ``>>`` and ``<<`` and what stands around it; the message
            where an article as a whole is flagged.
        reason: Why it is accepted.
        until: The last day on which it is.
    """

    path: str
    record: str | int | None
    code: str
    rule: str
    fingerprint: str
    excerpt: str
    reason: str | None = None
    until: date | None = None

    @property
    def identity(self) -> tuple[str, str, str]:
        """What no two entries share."""
        return self.path, self.code, self.fingerprint

    @cached_property
    def around(self) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
        """What the excerpt shows: words and boundaries before, flagged text, those after.

        From the nearest one outwards. The end of the line is a boundary, too.
        """
        before, text, after = parts(self.excerpt) or (CUT, self.excerpt, CUT)
        return _tokens(before, -1), text, _tokens(after, 1)

    def sort_key(self) -> tuple[object, ...]:
        """Order by file, record, rule, and then so that an edit elsewhere changes nothing."""
        record = self.record
        number = record if isinstance(record, int) else -1
        name = record if isinstance(record, str) else ""
        return self.path, number, name, self.code, self.fingerprint

    def expired(self, today: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < today


def entry_of(diagnostic: Diagnostic, path: str) -> Entry:
    """Return the entry that accepts a diagnostic of the file that the baseline calls ``path``."""
    record = diagnostic.location.record
    return Entry(
        path=path,
        record=None if record is None else record.index if record.id is None else record.id,
        code=diagnostic.code,
        rule=diagnostic.rule,
        fingerprint=diagnostic.fingerprint,
        excerpt=neutral(_excerpt(diagnostic)),
    )


def flagged(entry: Entry) -> str:
    """Return the flagged text of an entry, shortened; ``""`` for an article as a whole."""
    found = parts(entry.excerpt)
    return found[1] if found else ""


def parts(excerpt: str) -> tuple[str, str, str] | None:
    """Return what an excerpt shows before the flagged text, that text, and what comes after."""
    found = _PARTS.fullmatch(excerpt)
    return (found[1], found[2], found[3]) if found else None


def _tokens(side: str, step: int) -> tuple[str, ...]:
    found = [word or BOUNDARY for word in _TOKEN.findall(side)[::step]]
    if not (side.startswith(CUT) or side.endswith(CUT)) and found[-1:] != [BOUNDARY]:
        found.append(BOUNDARY)
    return tuple(found)


def _excerpt(diagnostic: Diagnostic) -> str:
    shown = diagnostic.excerpt
    if shown is None:  # an article as a whole, or a rule across articles
        text = diagnostic.text
        return f"{OPEN}{_shortened(text)}{CLOSE}" if text else _shortened(diagnostic.message)
    before, after = shown.before, shown.after
    return (
        _last_words(before, cut=shown.cut_before)
        + OPEN
        + _shortened(shown.text)
        + CLOSE
        + _last_words(after[::-1], cut=shown.cut_after)[::-1]
    )


def _last_words(text: str, *, cut: bool) -> str:
    """Return the end of a text, from a whole word on where it has any."""
    if len(text) <= AROUND and not cut:
        return text.lstrip()
    window = text[-AROUND:]
    _, blank, words = window.partition(" ")
    return f"{CUT} {words}" if blank else f"{CUT}{window}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:_HEAD]} {CUT} {text[-_TAIL:]}"
