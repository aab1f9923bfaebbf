"""``--format sarif``: `SARIF 2.1.0`_, as code scanning of GitHub and other viewers read it.

What GitHub demands beyond the standard, and its limits, are in `its documentation`_. It wants all
rules that ran, whether they found something or not, so that two runs differ in their results only;
compressed they take some 40 kB.

.. _SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
.. _its documentation: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from newslint.diagnostic import SEVERITIES, Diagnostic
from newslint.engine_rules import RULE_CRASHED
from newslint.reporters.byte_columns import Sources
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporters.repository import Repository
from newslint.reporters.sarif_parts import ROOT, descriptor, result, unknown_rule
from newslint.reporting import Summary
from newslint.rulebook import Rule
from newslint.structs import Struct, replace

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000
"""Results of a run: GitHub rejects the file when it has more."""
SHOWN = 5_000
"""Results of a run that GitHub shows, the gravest."""
PACKED = 10_000_000
"""Bytes of a compressed file: GitHub rejects a larger one."""
RUN: Mapping[str, Any] = {
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\r\n", "\n", "\r"],
    "originalUriBaseIds": {
        ROOT: {
            "description": {
                "text": "The root of the git repository; without one, the working directory."
            }
        }
    },
}
"""What is said of every run: how its places are counted. Where the root was on the machine is not:
the same input gives the same bytes everywhere."""


class Sarif(Struct):
    """Writes one run with all rules and a result for each diagnostic.

    Args:
        name: What ``--format`` calls it.
        rules: What is known of rules; of others that diagnostics name only that is said.
        most: Results that are written.
    """

    name: str = "sarif"
    rules: tuple[Rule, ...] = ()
    most: int = MOST

    def with_rules(self, rules: Iterable[Rule]) -> Sarif:
        """Return the reporter that describes these rules."""
        return replace(self, rules=tuple(rules))

    def write(
        self,
        diagnostics: Iterable[Diagnostic],
        summary: Callable[[], Summary],  # noqa: ARG002 - results only
        stream: TextIO,
        *,
        color: bool,  # noqa: ARG002 - never
    ) -> None:
        """Write the log, a rule or result a line; what is to be said of it stands at its end.

        All diagnostics are held in memory: which are the gravest is known at the end.
        """
        found = list(diagnostics)
        kept = gravest(found, self.most)
        rules = {rule.code: descriptor(rule) for rule in self.rules}
        for one in kept:
            if one.code not in rules:
                rules[one.code] = unknown_rule(one)
        indices = {code: index for index, code in enumerate(rules)}
        out = _Packed(stream)
        out.write(f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n')
        for name, value in RUN.items():
            out.write(f'"{name}": {out.json(value)},\n')
        driver = {"name": "newslint", "version": _version(), "semanticVersion": _version()}
        out.write('"tool": {"driver": ' + out.json(driver)[:-1] + ", ")
        out.write_list("rules", rules.values())
        out.write("}},\n")
        out.write_list("results", _results(kept, indices))
        invocation = {
            "executionSuccessful": all(one.code != RULE_CRASHED.code for one in found),
            "toolExecutionNotifications": list(_notifications(len(found), self.most, out.size())),
        }
        out.write(f',\n"invocations": [{out.json(invocation)}]\n}}]}}\n')


def gravest(diagnostics: Sequence[Diagnostic], most: int) -> Sequence[Diagnostic]:
    """Return at most so many diagnostics, the gravest, in the order they are in."""
    if len(diagnostics) <= most:
        return diagnostics
    counts = Counter(one.severity for one in diagnostics)
    room = {}
    for severity in SEVERITIES:
        room[severity] = min(counts[severity], most)
        most -= room[severity]
    kept = []
    for one in diagnostics:
        if room[one.severity]:
            room[one.severity] -= 1
            kept.append(one)
    return kept


class _Packed:
    """A stream, and how many bytes all that was written to it takes when it is compressed.

    ``upload-sarif`` compresses a file by gzip at its usual level.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._ascii_only = wants_ascii(stream)
        self._packer = zlib.compressobj()
        self._size = 0

    def write(self, text: str) -> None:
        self._stream.write(text)
        self._size += len(self._packer.compress(text.encode()))

    def write_list(self, name: str, values: Iterable[object]) -> None:
        """Write a member that is a list, an element a line."""
        self.write(f'"{name}": [')
        separator = "\n"
        for one in values:
            self.write(separator + self.json(one))
            separator = ",\n"
        self.write("\n]")

    def json(self, value: object) -> str:
        return json_text(value, ascii_only=self._ascii_only)

    def size(self) -> int:
        """Return the bytes so far."""
        return self._size + len(self._packer.copy().flush())


def _results(kept: Iterable[Diagnostic], indices: dict[str, int]) -> Iterator[dict[str, Any]]:
    """Give the results.

    Code scanning takes two results of a rule with one hash for one alert, and a paragraph is a
    line here: the second in a line goes by its own fingerprint, of which ``upload-sarif`` warns.
    """
    repository, sources = Repository(), Sources()
    seen: Counter[tuple[str, str]] = Counter()
    taken: set[tuple[str, str, str]] = set()
    for one in kept:
        path = repository.path(one.location.path)
        seen[path, one.fingerprint] += 1
        source = sources.of(one)
        line_hash = source.line_hash(one.location.line) if source else None
        if line_hash and (path, one.code, line_hash) in taken:
            line_hash = None
        taken.add((path, one.code, line_hash or ""))
        yield result(
            one,
            repository,
            rule_index=indices[one.code],
            mark=f"{one.fingerprint}:{seen[path, one.fingerprint]}",
            line_hash=line_hash,
        )


def _notifications(found: int, most: int, size: int) -> Iterator[dict[str, Any]]:
    if found > most:
        yield _notification(
            "warning",
            f"{found - most:,} of {found:,} results are left out, the mildest: "
            f"code scanning rejects a run with more than {MOST:,}.",
        )
    if min(found, most) > SHOWN:
        yield _notification(
            "note",
            f"Code scanning shows {SHOWN:,} of the {min(found, most):,} results, the gravest.",
        )
    if size > PACKED:
        yield _notification(
            "warning",
            f"This file takes {size / 1e6:,.1f} MB when it is compressed: code scanning rejects "
            f"more than {PACKED / 1e6:.0f} MB. Lint less at once, or set --min-severity.",
        )


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _version() -> str:
    from importlib.metadata import version

    return version("newslint")
