"""A baseline: the findings of a day that are accepted, so that only new ones are reported.

It is kept by content, never by line: nearly half of the lines that an edit leaves alone move.
Reading and writing the file is in `newslint.baseline.file`.
"""

from __future__ import annotations

import os
import posixpath
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from newslint.baseline.entry import Entry, entry_of, flagged
from newslint.baseline.match import has_words_around, pair
from newslint.diagnostic import SEVERITIES, Diagnostic, Location, Severity
from newslint.engine_rules import (
    RULE_CRASHED,
    TOO_LARGE,
    UNREADABLE,
    UNUSED_SUPPRESSION,
    engine_diagnostic,
    is_trouble,
)
from newslint.fingerprints import Fingerprints
from newslint.results import FileResult
from newslint.rule_set import RuleSet
from newslint.structs import Struct

NEVER_ACCEPTED = frozenset({RULE_CRASHED.code, UNUSED_SUPPRESSION.code})
"""A crash is nobody's text, and what says that an entry is too many cannot become one."""

UNREAD = frozenset({UNREADABLE.code, TOO_LARGE.code})
"""Of files and records that were not read."""

NAMED_AT_MOST = 3
"""Entries that a message names one by one."""


class Sifted(Struct):
    """The findings of a file beside the entries that accept them.

    Args:
        kept: What is to be reported, in order.
        accepted: How many are not.
        expired: How many of those kept were accepted until a day that has passed.
        unmatched: Entries of the file whose finding is not there.
    """

    kept: list[Diagnostic]
    accepted: int
    expired: int
    unmatched: list[Entry]


class Linted(Struct):
    """What a run found in a file.

    Args:
        diagnostics: All of them.
        judged: Codes of the rules whose silence means that there is nothing to find.
        never: Codes whose findings cannot be accepted.
        unused: How grave entries are that accept nothing any more; ``None`` when nobody wants to
            know.
    """

    diagnostics: Sequence[Diagnostic]
    judged: Collection[str]
    never: Collection[str] = NEVER_ACCEPTED
    unused: Severity | None = None


class Recorded(Struct):
    """A baseline made anew, and what became of the entries.

    Args:
        baseline: The new one.
        new: Entries that were added.
        gone: Entries that were dropped, for what they accepted is not there any more.
        lost: Entries that were dropped because their file does not exist any more.
        orphans: Entries that were kept though their file does not exist any more.
        expired: Entries whose last day has passed.
    """

    baseline: Baseline
    new: int
    gone: int
    lost: int
    orphans: int
    expired: int


class Baseline:
    """The entries of a baseline.

    Args:
        root: The folder from which its paths count, as an absolute path.
        entries: The entries.
    """

    def __init__(self, root: Path, entries: Iterable[Entry] = ()) -> None:
        self.root = root
        self.entries = tuple(sorted(entries, key=Entry.sort_key))
        self._of: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._of[entry.path].append(entry)

    def path_of(self, path: str) -> str:
        """Return what the baseline calls a file, given as it is reported."""
        if self._beginning.startswith("..") or path.startswith("..") or posixpath.isabs(path):
            return Path(os.path.relpath(path, self.root)).as_posix()
        return posixpath.normpath(f"{self._beginning}/{path}")

    @cached_property
    def _beginning(self) -> str:
        return Path(os.path.relpath(Path.cwd(), self.root)).as_posix()

    def sift(self, path: str, linted: Linted, today: date) -> Sifted:
        """Part what is accepted in a file from what is to be reported; changes nothing.

        Args:
            path: The file as it is reported.
            linted: What was found in it.
            today: Entries whose last day was before it accept nothing.
        """
        found = [one for one in linted.diagnostics if one.code not in linted.never]
        paired, left, _ = self._pair(self.path_of(path), found)
        accepted = {
            id(one)
            for one, entry in zip(found, paired, strict=True)
            if entry is not None and not entry.expired(today)
        }
        expired = sum(entry is not None and entry.expired(today) for entry in paired)
        kept = [one for one in linted.diagnostics if id(one) not in accepted]
        return Sifted(kept, len(accepted), expired, left)

    def record(
        self,
        linted: Mapping[str, Linted],
        today: date,
        *,
        prune: bool = False,
        reason: str | None = None,
        until: date | None = None,
    ) -> Recorded:
        """Return the baseline that accepts what was found in files.

        Entries of other files stay, and so do those of rules that did not judge theirs.

        Args:
            linted: What was found, by the path as it is reported.
            today: What day it is.
            prune: Whether to add nothing, and to drop the entries of files that do not exist.
            reason: Why new entries are accepted.
            until: The last day of new entries, and of those whose own has passed.
        """
        entries: dict[tuple[str, str, str], Entry] = {}
        done, new, gone, expired = set(), 0, 0, 0
        for reported, one in linted.items():
            path = self.path_of(reported)
            diagnostics = [each for each in one.diagnostics if each.code not in one.never]
            paired, left, origin = self._pair(path, diagnostics)
            done.add(origin)
            for diagnostic, old in zip(diagnostics, paired, strict=True):
                if old is None and prune:
                    continue
                entry = _renewed(entry_of(diagnostic, path), old, today, reason, until)
                entries[entry.identity] = entry
                new += old is None
                expired += entry.expired(today)
            for entry in left:
                if entry.code in one.judged:
                    gone += 1
                else:
                    entries.setdefault(entry.identity, entry)
        others = [one for one in self.entries if one.path not in done]
        orphans = [one for one in others if one.path in self._gone]
        for entry in others:
            if not (prune and entry.path in self._gone):
                entries.setdefault(entry.identity, entry)
        return Recorded(
            Baseline(self.root, entries.values()),
            new=new,
            gone=gone,
            lost=len(orphans) if prune else 0,
            orphans=0 if prune else len(orphans),
            expired=expired,
        )

    def _pair(
        self, path: str, diagnostics: Sequence[Diagnostic]
    ) -> tuple[list[Entry | None], list[Entry], str]:
        """Return the entry of each finding, the entries left over, and the path they are under."""
        if path in self._of:
            origin = path
        elif diagnostics and self._gone:
            origin = self._former_path(diagnostics) or path
        else:
            origin = path
        recorded = self._of.get(origin)
        if not recorded:
            return [None] * len(diagnostics), [], origin
        paired, left = pair([entry_of(one, path) for one in diagnostics], recorded)
        return paired, left, origin

    @cached_property
    def _gone(self) -> frozenset[str]:
        """Paths of entries at which there is nothing any more."""
        root = str(self.root)
        return frozenset(path for path in self._of if not os.path.lexists(f"{root}/{path}"))

    @cached_property
    def _known_by(self) -> Mapping[tuple[str, str], str]:
        """Paths that are gone, by the findings that stood there and nowhere else."""
        times = Counter((one.code, one.fingerprint) for one in self.entries)
        return {
            (one.code, one.fingerprint): path
            for path in self._gone
            for one in self._of[path]
            if times[one.code, one.fingerprint] == 1 and has_words_around(one)
        }

    def _former_path(self, diagnostics: Iterable[Diagnostic]) -> str | None:
        """Return what a file was called before it was renamed, if its findings tell.

        A finding about the article as a whole, or of a line that many articles have, tells nothing.
        """
        votes: Counter[str] = Counter()
        for one in diagnostics:
            if former := self._known_by.get((one.code, one.fingerprint)):
                votes[former] += 1
        return min(votes, key=lambda path: (-votes[path], path), default=None)


def linted_file(result: FileResult, rules: RuleSet, *, across: bool) -> Linted:
    """Return what linting a file found, and which rules are to be believed that it is all.

    Args:
        result: What linting the file gave.
        rules: The rules of the file.
        across: Whether rules across articles see all there are.
    """
    if result.trouble:  # what ends the run with exit status 2 is always told
        return Linted(result.diagnostics, (), NEVER_ACCEPTED | UNREAD)
    unread = result.note or not result.articles or any(map(is_trouble, result.diagnostics))
    if unread:  # the file, or one of its records
        return Linted(result.diagnostics, ())
    ran = (*rules.document, *(rules.corpus if across else ()))
    known = [one.rule for one in ran if not (one.rule.languages and result.other_languages)]
    return Linted(
        result.diagnostics,
        UNREAD | {rule.code for rule in known},
        unused=rules.unused and _next_milder(rules.unused),
    )


def _next_milder(severity: Severity) -> Severity:
    """Return how grave an unused entry is: an edit makes one without anybody being at fault."""
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)]


def unused_entries(path: str, entries: Sequence[Entry], severity: Severity = "info") -> Diagnostic:
    """Return the diagnostic for entries of a file whose finding is not there any more."""
    from shlex import quote

    named = [
        f"{text!r} {one.code}" if (text := flagged(one)) else one.code
        for one in entries[:NAMED_AT_MOST]
    ]
    if more := len(entries) - len(named):
        named.append(f"{more} more")
    what = "a finding that is" if len(entries) == 1 else f"{len(entries)} findings that are"
    message = (
        f"the baseline accepts {what} not there any more ({', '.join(named)}); "
        f"`newslint baseline --prune {quote(path)}` drops {'it' if len(entries) == 1 else 'them'}"
    )
    place = Location(path, None, 1, 1, 1, 1)
    return engine_diagnostic(UNUSED_SUPPRESSION, message, place, Fingerprints(), severity=severity)


def _renewed(
    entry: Entry, old: Entry | None, today: date, reason: str | None, until: date | None
) -> Entry:
    """Return an entry with the reason and the last day that it had, or those of new ones."""
    from newslint.structs import replace

    if old is None or (until is not None and old.expired(today)):
        return replace(entry, reason=reason or (old.reason if old else None), until=until)
    return replace(entry, reason=old.reason, until=old.until)
