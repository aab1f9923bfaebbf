"""``summary.json``: the sums of a scan, for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from newslint.diagnostic import SEVERITIES
from newslint.engine_rules import RULE_CRASHED
from newslint.scan.kept import Kept
from newslint.scan.manifest import SCHEMA
from newslint.scan.staging import NOTES, Done
from newslint.scan.tally import Sums, Tally, largest
from newslint.structs import Struct

OUTLETS = 1_000
"""Outlets that are told one by one, those with the most articles; the others are one sum."""


class Totals(Struct):
    """All sums of a scan.

    Args:
        tally: What was counted in articles.
        done: The sums of the jobs.
        kept: What was kept, if that was asked for.
    """

    tally: Tally
    done: Done
    kept: Kept | None = None

    @classmethod
    def of(cls, tally: Tally, jobs: Iterable[Done], kept: Kept | None = None) -> Totals:
        """Add up."""
        whole = Done()
        for one in jobs:
            whole.articles += one.articles
            whole.size += one.size
            whole.bad_records += one.bad_records
            whole.bad_files += one.bad_files
            whole.passed_over += one.passed_over
            whole.notes += one.notes[: NOTES - len(whole.notes)]
            whole.languages += Counter(one.languages)
        return cls(tally, whole, kept)

    @property
    def crashes(self) -> int:
        """How many times a rule crashed."""
        _, sums = self.tally.rules.get(RULE_CRASHED.code, ("", Sums()))
        return sums.findings.total()


def summary(totals: Totals) -> dict[str, Any]:
    """Return the summary as plain data."""
    tally, done = totals.tally, totals.done
    return {
        "schema": SCHEMA,
        "articles": done.articles,
        "bytes": done.size,
        "flagged_articles": tally.whole.flagged,
        "findings": {severity: tally.whole.findings[severity] for severity in SEVERITIES},
        "unreadable_files": done.bad_files,
        "unreadable_records": done.bad_records,
        "rule_crashes": totals.crashes,
        "kept": totals.kept and totals.kept.as_plain(),
        "passed_over": {"files": done.passed_over, "first": done.notes},
        "other_languages": dict(sorted(done.languages.items())),
        "rules": [
            {
                "code": code,
                "rule": name,
                "articles": sums.articles,
                **{severity: sums.findings[severity] for severity in SEVERITIES},
            }
            for code, (name, sums) in sorted(tally.rules.items())
        ],
        "outlets": [
            {"outlet": name, **sums.as_plain()} for name, sums in largest(tally.outlets, OUTLETS)
        ],
        "months": [
            {"month": name, **sums.as_plain()} for name, sums in sorted(tally.months.items())
        ],
        "worst_articles": [
            {
                "path": path,
                "record": record,
                "id": own,
                "headline": headline,
                **dict(zip(SEVERITIES, counts, strict=True)),
            }
            for _, path, _, record, own, headline, counts in tally.worst
        ],
    }
