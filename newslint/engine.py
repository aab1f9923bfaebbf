"""The engine: files through readers and rules, in one process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.article_run import ArticleRun
from newslint.book import Book
from newslint.config import Config
from newslint.diagnostic import Diagnostic, Location, Record
from newslint.doc import Doc
from newslint.engine_rules import TOO_LARGE, UNREADABLE, engine_diagnostic
from newslint.errors import (
    InputError,
    MissingExtraError,
    NewslintError,
    NotAnArticleFileError,
    ReaderError,
)
from newslint.fields import TITLE_FIELDS, Meta
from newslint.fingerprints import Fingerprints
from newslint.placing import PlacedArticle, PlacedFile
from newslint.raw import PACKED, Part, RawArticle, RawProblem, Reader, SourceFile
from newslint.reader_checks import articles_of, at_its_expense
from newslint.readers import builtin_readers, reader_for, unpack
from newslint.results import FileResult
from newslint.rule_set import RuleSet
from newslint.selection import Selection
from newslint.stretches import stretches

if TYPE_CHECKING:
    from newslint.silencer import Silencer


class Engine:
    """Lints files with the rules of a selection.

    Args:
        config: What the user settled.
        book: The rules, readers and reporters known.
        selection: Which rules run where.
        terms: Words accepted as they are, lower-cased.
        gather: Whether to gather facts for rules across articles.
        time_rules: Whether to measure each rule.
        digest_files: Whether results say what bytes they are of, for a cache.
        for_scan: Whether results say which articles were seen and what fingerprints are made of.
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
        digest_files: bool = False,
        for_scan: bool = False,
    ) -> None:
        self._config = config
        self._book = book
        self._selection = selection
        self._terms = terms
        self._gather = gather
        self._time_rules = time_rules
        self._digest = digest_files
        self._for_scan = for_scan
        self.readers: tuple[Reader, ...] = (*builtin_readers(), *book.readers)

    @property
    def suffixes(self) -> frozenset[str]:
        """The endings of the formats that can be read."""
        endings = {suffix for reader in self.readers for suffix in reader.suffixes}
        return frozenset({*endings, *(one + packed for one in endings for packed in PACKED)})

    def lint_file(self, path: str, *, named: bool = True, part: Part | None = None) -> FileResult:
        """Lint a file on disk; what cannot be read becomes a diagnostic, never an exception.

        Args:
            path: The file, as it will be reported.
            named: Whether the user named it; a file found in a folder may hold no article.
            part: The part of it that is to be linted, if not all.
        """
        result = FileResult(path, part=part)
        file = self._source(path, part)
        try:
            file.data = _read(path, part)
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            return self._unreadable(FileResult(path), message, named=named)
        if self._digest and part is None:
            import hashlib  # 2 ms to import: only for what may be kept

            result.digest = hashlib.sha256(file.data).digest()
        return self._lint(file, result, named=named)

    def portions(
        self, path: str, *, named: bool = True, part: Part | None = None
    ) -> Iterator[FileResult]:
        """Lint a file piece by piece."""
        yield self.lint_file(path, named=named, part=part)

    def parts(self, path: str, size: int) -> list[Part]:
        """Return the parts in which a file can be linted, each of at least ``size`` bytes.

        One or none means that it has to be linted as a whole.
        """
        file = self._source(path)
        try:
            split = getattr(reader_for(path, self.readers), "parts", None)
            if split is None or file.packing:
                return []
            with Path(path).open("rb") as stream:
                return list(split(file, stream, size))
        except (OSError, NewslintError):
            return []  # whoever reads it says so

    def lint_bytes(
        self, path: str, data: bytes, *, named: bool = True, part: Part | None = None
    ) -> FileResult:
        """Lint the bytes of a file, or of a part of it."""
        file = self._source(path, part)
        file.data = data
        return self._lint(file, FileResult(path, part=part), named=named)

    def lint_records(
        self, path: str, records: Iterable[RawArticle | RawProblem], reader: object
    ) -> FileResult:
        """Lint records of a file that somebody else has read, perhaps not all of it.

        Args:
            path: The file, as it will be reported.
            records: Its records, each with its number.
            reader: Who read them: whether they have lines, and how a fix is written (`Reader`).
        """
        result = FileResult(path)
        self._lint_records(records, PlacedFile(self._source(path), reader), result)
        result.diagnostics.sort(key=Diagnostic.sort_key)
        return result

    def _source(self, path: str, part: Part | None = None) -> SourceFile:
        return SourceFile(path, b"", self._config.encoding, self._config.fields, part)

    def _lint(self, file: SourceFile, result: FileResult, *, named: bool) -> FileResult:
        try:
            reader = reader_for(file.path, self.readers)
            unpack(file)
            if reader in builtin_readers():
                self._lint_articles(reader, file, result)
            else:
                with at_its_expense():
                    self._lint_articles(reader, file, result)
        except (NotAnArticleFileError, MissingExtraError) as error:
            if not named:
                result.note = f"{file.path}: {error}"
                return result
            return self._unreadable(result, str(error), named=True)
        except InputError as error:
            trouble = named or isinstance(error, ReaderError)
            place = error.line, error.column
            return self._unreadable(result, str(error), named=trouble, place=place)
        result.diagnostics.sort(key=Diagnostic.sort_key)
        return result

    def _lint_articles(self, reader: Reader, file: SourceFile, result: FileResult) -> None:
        records = articles_of(reader, file, check=reader not in builtin_readers())
        self._lint_records(records, PlacedFile(file, reader), result)

    def _lint_records(
        self, records: Iterable[RawArticle | RawProblem], placed: PlacedFile, result: FileResult
    ) -> None:
        path, part = placed.path, placed.file.part
        fingerprints = Fingerprints()
        rules = self._selection.for_path(path)
        of_record = self._selection.for_records(path)
        for raw in records:
            if isinstance(raw, RawProblem):
                result.diagnostics.append(_problem(raw, placed, fingerprints))
                continue
            if of_record is not None:
                rules = of_record(raw)
            self._lint_article(raw, placed, rules, fingerprints, result)
        if part is not None or not placed.has_lines or self._for_scan:
            result.origins = fingerprints.origins

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
        path, language, terms = placed.file.path, self._config.language, self._terms
        silencer = self._silencer(article)
        cuts = list(stretches(raw.text))
        if len(cuts) == 1:
            doc = make_doc(raw, path, language, terms)
            self._run(ArticleRun(doc, article, fingerprints, result, silencer), doc, rules)
        else:
            for start, end in cuts:
                doc = make_stretch(raw, start, end, path, language, terms)
                later = article.stretch(start)
                self._run(ArticleRun(doc, later, fingerprints, result, silencer), doc, rules)
        if silencer is not None:
            severity = self._config.min_severity
            result.diagnostics += silencer.unused(rules, fingerprints, severity)
            if self._gather:
                codes = {active.rule.code for active in rules.corpus}
                result.covered += silencer.covered(codes)

    def _silencer(self, article: PlacedArticle) -> Silencer | None:
        """Return what an article wants silent, if it says anything of the kind."""
        if not article.raw.comments and article.raw.own_key is None:
            return None
        from newslint.silencer import Silencer  # few articles do

        return Silencer(article, self._book)

    def _run(self, run: ArticleRun, doc: Doc, rules: RuleSet) -> None:
        if self._for_scan and doc.begins:
            run.describe()
        run.lint(rules, self._config.min_severity, time_rules=self._time_rules)
        if self._gather:
            run.gather(rules.corpus)
        doc.close()

    @staticmethod
    def _unreadable(
        result: FileResult, message: str, *, named: bool, place: tuple[int, int] = (1, 1)
    ) -> FileResult:
        location = Location(result.path, None, *place, *place)
        result.diagnostics.append(engine_diagnostic(UNREADABLE, message, location, Fingerprints()))
        result.diagnostics.sort(key=Diagnostic.sort_key)
        result.trouble = result.trouble or named
        return result


def _read(path: str, part: Part | None) -> bytes:
    if part is None:
        return Path(path).read_bytes()
    with Path(path).open("rb") as stream:
        stream.seek(part.start)
        return stream.read(part.end - part.start)


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


def make_stretch(
    raw: RawArticle, start: int, end: int, path: str, language: str | None, terms: frozenset[str]
) -> Doc:
    """Make the Doc of a stretch of a raw article; those after the first have no headline."""
    text = raw.text[start:end]
    doc = Doc(text, path=path, language=language, terms=terms, raw=raw)
    doc.begins, doc.ends = start == 0, end == len(raw.text)
    fields = raw.fields
    if not doc.begins:
        fields = {name: field for name, field in fields.items() if name not in TITLE_FIELDS}
    doc.meta = Meta(fields, doc)
    return doc


def _problem(raw: RawProblem, placed: PlacedFile, fingerprints: Fingerprints) -> Diagnostic:
    location = placed.location((raw.start, raw.end), Record(raw.index, None, "", 1, 1))
    return engine_diagnostic(UNREADABLE, raw.message, location, fingerprints)
