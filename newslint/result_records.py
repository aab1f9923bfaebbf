"""A file's result as a JSON text and back, for the cache."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from newslint.diagnostic import (
    ByHand,
    Diagnostic,
    Excerpt,
    Location,
    Record,
    RelatedLocation,
    SourceEdit,
    SourceFix,
)
from newslint.facts import Use
from newslint.results import Covered, FileResult, GatheredFact


def to_record(result: FileResult) -> str:
    """Return a result as a JSON text; what it cost is left out."""
    return json.dumps(
        [
            result.articles,
            dict(result.other_languages),
            result.note,
            [_from_diagnostic(one) for one in result.diagnostics],
            [_from_fact(one) for one in result.facts],
            [[one.codes, _from_location(one.place), one.whole] for one in result.covered],
        ],
        ensure_ascii=True,  # lone surrogates have no UTF-8
        separators=(",", ":"),
    )


def from_record(record: str, path: str) -> FileResult:
    """Return the result of the file at ``path`` from its text.

    Raises:
        ValueError, TypeError, LookupError: when it is no such text.
    """
    articles, languages, note, diagnostics, facts, covered = json.loads(record)
    return FileResult(
        path,
        diagnostics=[_to_diagnostic(one, path) for one in diagnostics],
        articles=articles,
        other_languages=Counter(languages),
        facts=[_to_fact(one, path) for one in facts],
        covered=[
            Covered(tuple(codes), _to_location(place, path), whole)
            for codes, place, whole in covered
        ],
        note=note,
    )


def _from_location(one: Location) -> list[Any]:
    record = one.record
    parts = record and [record.index, record.id, record.field, record.line, record.column]
    return [one.line, one.column, one.end_line, one.end_column, parts]


def _to_location(one: list[Any], path: str) -> Location:
    line, column, end_line, end_column, record = one
    return Location(path, Record(*record) if record else None, line, column, end_line, end_column)


def _from_diagnostic(one: Diagnostic) -> list[Any]:
    fix, excerpt, by_hand = one.fix, one.excerpt, one.by_hand
    return [
        _from_location(one.location),
        one.code, one.rule, one.family, one.severity, one.message, one.text,
        fix and [
            fix.safe,
            [[e.line, e.column, e.end_line, e.end_column, e.text] for e in fix.edits],
        ],
        [[_from_location(other.location), other.message] for other in one.related],
        one.fingerprint,
        excerpt and [
            excerpt.before, excerpt.text, excerpt.after, excerpt.cut_before, excerpt.cut_after,
        ],
        by_hand and [by_hand.text, by_hand.reason],
    ]  # fmt: skip


def _to_diagnostic(one: list[Any], path: str) -> Diagnostic:
    location, code, rule, family, severity, message, text, fix, related, mark, *around = one
    excerpt, by_hand = around
    return Diagnostic(
        _to_location(location, path),
        code, rule, family, severity, message, text,
        SourceFix(fix[0], tuple(SourceEdit(*edit) for edit in fix[1])) if fix else None,
        tuple(RelatedLocation(_to_location(place, path), note) for place, note in related),
        mark,
        Excerpt(*excerpt) if excerpt else None,
        ByHand(*by_hand) if by_hand else None,
    )  # fmt: skip


def _from_fact(one: GatheredFact) -> list[Any]:
    use = one.use
    day = use.date and use.date.isoformat()
    return [
        one.code, one.scope, one.key,
        use.article, _from_location(use.place), use.text, use.value, day, use.evidence,
    ]  # fmt: skip


def _to_fact(one: list[Any], path: str) -> GatheredFact:
    code, scope, key, article, place, text, value, day, evidence = one
    when = date.fromisoformat(day) if day else None
    return GatheredFact(
        code, scope, key, Use(article, _to_location(place, path), text, value, when, evidence)
    )
