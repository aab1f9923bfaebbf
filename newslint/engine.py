"""The engine: articles through rules, in one process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from newslint.config import Config
from newslint.diagnostic import SEVERITIES, Diagnostic, Location, Record
from newslint.doc import Doc
from newslint.errors import InputError, NotAnArticleFileError
from newslint.facts import Fact, Use
from newslint.placing import PlacedArticle, PlacedFile
from newslint.plugins import Book
from newslint.raw import RawArticle, RawProblem, Reader, SourceFile
from newslint.readers import builtin_readers, reader_for
from newslint.selection import ActiveRule, RuleSet, Selection
from newslint.settle import (
    RULE_CRASHED,
    TOO_LARGE,
    UNREADABLE,
    Fingerprints,
    RuleFinding,
    engine_diagnostic,
    settle,
)
from newslint.source import Field, Finding, Meta, Span


@dataclass(slots=True)
class Timing:
    """What one rule cost so far: seconds, articles it was called on, findings it gave."""

    seconds: float = 0.0
    calls: int = 0
    findings: int = 0

    def add(self, other: Timing) -> None:
        """Add what the rule cost elsewhere."""
        self.seconds += other.seconds
        self.calls += other.calls
        self.findings += other.findings


@dataclass(frozen=True, slots=True)
class GatheredFact:
    """A fact with its place resolved, ready to leave the process."""

    code: str
    scope: str
    key: str
    use: Use


@dataclass(slots=True)
class FileResult:
    """Everything one file gave.

    Args:
        path: The file.
        diagnostics: In order.
        articles: How many articles it held.
        other_languages: How many articles some rule left alone for their language, by language.
        facts: What rules across articles gathered.
        trouble: True when the run must end with exit status 2.
        note: Why the file was passed over, for standard error.
        timings: Cost by rule code, when asked for.
    """

    path: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    articles: int = 0
    other_languages: Counter[str] = field(default_factory=Counter)
    facts: list[GatheredFact] = field(default_factory=list)
    trouble: bool = False
    note: str = ""
    timings: dict[str, Timing] = field(default_factory=dict)


class Engine:
    """Lints files with the rules of a selection.

    Args:
        config: What the user settled.
        book: The rules, readers and reporters known.
        selection: Which rules run where.
        terms: Words accepted as they are, lower-cased.
        gather: Whether to gather facts for rules across articles.
        time_rules: Whether to measure each rule.
    """

    def __init__(
        self,
        config: Config,
        book: Book,
        selection: Selection,
        *,
        terms: frozenset[str] = frozenset(),
        gather: bool = False,
        time_rules: bool = False,
    ) -> None:
        self._config = config
        self._selection = selection
        self._terms = terms
        self._gather = gather
        self._time_rules = time_rules
        self.readers: tuple[Reader, ...] = (*builtin_readers(), *book.readers)

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings of the formats that can be read."""
        return frozenset(suffix for reader in self.readers for suffix in reader.suffixes)

    def lint_file(self, path: str, *, named: bool = True) -> FileResult:
        """Lint a file on disk; what cannot be read becomes a diagnostic, never an exception.

        Args:
            path: The file, as it will be reported.
            named: Whether the user named it; a file found in a folder may hold no article.
        """
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            return self._unreadable(FileResult(path), message, named=named)
        return self.lint_bytes(path, data, named=named)

    def lint_bytes(self, path: str, data: bytes, *, named: bool = True) -> FileResult:
        """Lint the bytes of a file."""
        result = FileResult(path)
        file = SourceFile(path, data, self._config.encoding, self._config.fields)
        try:
            reader = reader_for(path, self.readers)
        except InputError as error:
            return self._unreadable(result, str(error), named=named)
        placed = PlacedFile(file, getattr(reader, "spell", str))
        fingerprints = Fingerprints()
        rules = self._selection.for_path(path)
        try:
            for raw in _articles(reader, file):
                if isinstance(raw, RawProblem):
                    result.diagnostics.append(_problem(raw, placed, fingerprints))
                else:
                    self._lint_article(raw, placed, rules, fingerprints, result)
        except NotAnArticleFileError as error:
            if not named:
                result.note = f"{path}: {error}"
                return result
            return self._unreadable(result, str(error), named=named)
        except InputError as error:
            return self._unreadable(result, str(error), named=named, line=error.line)
        result.diagnostics.sort(key=Diagnostic.sort_key)
        return result

    def _lint_article(
        self,
        raw: RawArticle,
        placed: PlacedFile,
        rules: RuleSet,
        fingerprints: Fingerprints,
        result: FileResult,
    ) -> None:
        result.articles += 1
        article = PlacedArticle(placed, raw)
        limit = self._config.max_article_size
        if len(raw.text) > limit:
            message = f"the article has {len(raw.text):,} characters; the limit is {limit:,}"
            result.diagnostics.append(
                engine_diagnostic(TOO_LARGE, message, article.whole(), fingerprints)
            )
            return
        doc = make_doc(raw, placed.file.path, self._config.language, self._terms)
        found = list(self._run(doc, rules, article, fingerprints, result))
        result.diagnostics.extend(settle(found, article, fingerprints, self._config.min_severity))

    def _run(
        self,
        doc: Doc,
        rules: RuleSet,
        article: PlacedArticle,
        fingerprints: Fingerprints,
        result: FileResult,
    ) -> Iterator[RuleFinding]:
        hits = rules.pool.scan(doc)
        doc.scanned.update((near, tuple(spans)) for near, spans in hits.items())
        left_alone = False
        for active in rules.document:
            rule = active.rule
            if rule.near is not None and rule.near not in hits:
                continue
            try:
                if rule.languages and doc.language not in rule.languages:
                    left_alone = True
                    continue
                yield from self._call(active, doc, result)
            except (Exception, SystemExit) as error:
                result.trouble = True
                result.diagnostics.append(_crash(active, error, article, fingerprints))
        if left_alone:
            result.other_languages[doc.language or "unknown"] += 1
        if self._gather:
            self._gather_facts(doc, rules, article, fingerprints, result)

    def _call(self, active: ActiveRule, doc: Doc, result: FileResult) -> list[RuleFinding]:
        started = perf_counter() if self._time_rules else 0.0
        findings = active.rule.function(doc, **active.options)
        found = [RuleFinding(active, _checked(finding, doc)) for finding in findings or ()]
        if self._time_rules:
            timing = result.timings.setdefault(active.rule.code, Timing())
            timing.seconds += perf_counter() - started
            timing.calls += 1
            timing.findings += len(found)
        return found

    def _gather_facts(
        self,
        doc: Doc,
        rules: RuleSet,
        article: PlacedArticle,
        fingerprints: Fingerprints,
        result: FileResult,
    ) -> None:
        for active in rules.corpus:
            rule = active.rule
            options = {name: active.options[name] for name in rule.gather_options}
            try:
                if rule.languages and doc.language not in rule.languages:
                    continue
                assert rule.gather is not None
                facts: list[Fact] = list(rule.gather(doc, **options))
                result.facts.extend([_resolve(rule.code, fact, doc, article) for fact in facts])
            except (Exception, SystemExit) as error:
                result.trouble = True
                result.diagnostics.append(_crash(active, error, article, fingerprints))

    @staticmethod
    def _unreadable(
        result: FileResult, message: str, *, named: bool, line: int | None = None
    ) -> FileResult:
        location = Location(result.path, None, line or 1, 1, line or 1, 1)
        result.diagnostics.append(engine_diagnostic(UNREADABLE, message, location, Fingerprints()))
        result.diagnostics.sort(key=Diagnostic.sort_key)
        result.trouble = result.trouble or named
        return result


def make_doc(
    raw: RawArticle,
    path: str,
    language: str | None = None,
    terms: frozenset[str] = frozenset(),
) -> Doc:
    """Make the Doc of a raw article."""
    doc = Doc(raw.text, path=path, language=language, terms=terms, raw=raw)
    doc.meta = Meta(raw.fields, doc)
    return doc


def _resolve(code: str, fact: Fact, doc: Doc, article: PlacedArticle) -> GatheredFact:
    place: Span | Field = fact.place
    span = _checked_place(place.span if isinstance(place, Field) else place, doc)
    number = "" if article.raw.index is None else f"#{article.raw.index}"
    use = Use(
        article=article.id or f"{doc.path}{number}",
        location=article.location(span),
        text=span.text,
        value=fact.value,
        date=doc.date,
    )
    return GatheredFact(code, fact.scope, fact.key, use)


def _checked(finding: object, doc: Doc) -> Finding:
    """Return what a rule gave, if it is a finding of this article.

    Raises:
        TypeError: when it is something else.
        ValueError: when it stands somewhere else, or has a severity that does not exist.
    """
    if not isinstance(finding, Finding):
        raise TypeError(f"it gave {finding!r:.80}, which is no finding (use span.flag)")
    if not isinstance(finding.message, str):
        raise TypeError(f"its message is {finding.message!r:.80}, not a string")
    if finding.severity is not None and finding.severity not in SEVERITIES:
        raise ValueError(f"its severity {finding.severity!r:.80} is none of {SEVERITIES}")
    edits = finding.fix.edits if finding.fix else ()
    for place, _ in ((finding.span, ""), *finding.related, *edits):
        _checked_place(place, doc)
    return finding


def _checked_place(place: object, doc: Doc) -> Span:
    if not isinstance(place, Span):
        raise TypeError(f"{place!r:.80} is no place of the article")
    source = place.source
    owner, whole = (source.owner, source.raw) if isinstance(source, Field) else (source, doc.text)
    if owner is not doc:
        raise ValueError(f"{place!r:.80} is a place of another text")
    if not 0 <= place.start <= place.end <= len(whole):
        raise ValueError(f"{place!r:.80} lies outside the article")
    return place


def _articles(reader: Reader, file: SourceFile) -> Iterator[RawArticle | RawProblem]:
    """Give the articles of a file; a crash of the reader is this file's trouble only."""
    try:
        yield from reader.read(file)
    except InputError:
        raise
    except Exception as error:
        raise InputError(f"its reader crashed: {type(error).__name__}: {error}") from error


def _crash(
    active: ActiveRule, error: BaseException, article: PlacedArticle, fingerprints: Fingerprints
) -> Diagnostic:
    rule = active.rule
    reason = str(error) or "no reason given"
    message = f"rule {rule.name} ({rule.code}) crashed: {type(error).__name__}: {reason}"
    return engine_diagnostic(RULE_CRASHED, message, article.whole(), fingerprints)


def _problem(raw: RawProblem, placed: PlacedFile, fingerprints: Fingerprints) -> Diagnostic:
    line, column = placed.index.position(raw.start)
    end_line, end_column = placed.index.position(raw.end)
    record = Record(raw.index, None, "", 1, 1)
    place: tuple[Any, ...] = (line, column, end_line, end_column)
    return engine_diagnostic(
        UNREADABLE, raw.message, Location(placed.file.path, record, *place), fingerprints
    )
