"""``--format sarif``: `SARIF 2.1.0`_, as code scanning of GitHub and other viewers read it.

What GitHub demands beyond the standard, and its limits, are in `its documentation`_.

.. _SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
.. _its documentation: https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from newslint.diagnostic import SEVERITIES, Diagnostic
from newslint.engine_rules import RULE_CRASHED
from newslint.reporters.json_text import json_text, wants_ascii
from newslint.reporters.sarif_parts import descriptor, result, unknown_rule
from newslint.reporting import Summary
from newslint.rulebook import Rule
from newslint.structs import Struct, replace

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000
"""Results of a run: GitHub rejects the file when it has more."""
SHOWN = 5_000
"""Results of a run that GitHub shows, the gravest."""


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
        """Write the log, a rule or result a line.

        All diagnostics are held in memory: which are the gravest is known at the end.
        """
        found = list(diagnostics)
        kept = gravest(found, self.most)
        rules = {rule.code: descriptor(rule) for rule in self.rules}
        for one in kept:
            if one.code not in rules:
                rules[one.code] = unknown_rule(one)
        indices = {code: index for index, code in enumerate(rules)}
        driver = {"name": "newslint", "version": _version(), "semanticVersion": _version()}
        invocation = {
            "executionSuccessful": all(one.code != RULE_CRASHED.code for one in found),
            "toolExecutionNotifications": list(_notifications(len(found), self.most)),
        }
        ascii_only = wants_ascii(stream)

        def text(value: object) -> str:
            return json_text(value, ascii_only=ascii_only)

        def lines(name: str, values: Iterable[object]) -> Iterator[str]:
            yield f'"{name}": ['
            separator = "\n"
            for one in values:
                yield separator + text(one)
                separator = ",\n"
            yield "\n]"

        stream.write(
            f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"tool": {{"driver": '
        )
        stream.write(text(driver)[:-1] + ", ")
        stream.writelines(lines("rules", rules.values()))
        stream.write('}}, "columnKind": "unicodeCodePoints", "invocations": [')
        stream.write(text(invocation) + "],\n")
        stream.writelines(lines("results", _results(kept, indices)))
        stream.write("}]}\n")


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


def _results(kept: Iterable[Diagnostic], indices: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[tuple[str, str]] = Counter()
    for one in kept:
        key = (one.location.path, one.fingerprint)
        seen[key] += 1
        yield result(one, rule_index=indices[one.code], occurrence=seen[key])


def _notifications(found: int, most: int) -> Iterator[dict[str, Any]]:
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


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}


def _version() -> str:
    from importlib.metadata import version

    return version("newslint")
