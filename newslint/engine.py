"""The engine: files through readers and rules, in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.article_run import ArticleRun
from newslint.book import Book
from newslint.config import Config
from newslint.diagnostic import Diagnostic
from newslint.doc import Doc
from newslint.engine_rules import TOO_LARGE, engine_diagnostic
from newslint.errors import (
    InputError,
    NewslintError,
)
from newslint.fingerprints import Fingerprints
from newslint.learned import NOTHING, Learned
from newslint.placing import PlacedArticle, PlacedFile
from newslint.portions import (
    LARGEST_WHOLE,
    PORTION,
    bits,
    cut,
    is_large,
    parts_of,
    pieces_of,
    read,
)
from newslint.raw import (
    PACKED,
    Part,
    RawArticle,
    RawProblem,
    Reader,
    SourceFile,
)
from newslint.reader_checks import articles_of, at_its_expense
from newslint.readers import builtin_readers, reader_for, unpack
from newslint.results import FileResult, put_together
from newslint.rule_set import RuleSet
from newslint.selection import Selection
from newslint.stretches import make_doc, make_stretch, stretches

if TYPE_CHECKING:
    from newslint.silencer import Silencer


_SPELLED = 6
"""Bytes that a character of an article may take in a record: ``\\u2019``."""
_METADATA = 1024 * 1024
"""Bytes that a record of the largest article may have besides."""


class Engine:
    """Lints files with the rules of a selection.

    Args:
        config: What the user settled.
        book: The rules, readers and reporters known.
        selection: Which rules run where.
        terms: Words accepted as they are, lower-cased.
        learned: What other articles taught.
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
        learned: Learned = NOTHING,
        gather: bool = False,
        time_rules: bool = False,
        digest_files: bool = False,
        for_scan: bool = False,
    ) -> None:
        self._config = config
        self._book = book
        self._selection = selection
        self._terms = terms
        self._learned = learned
        self._gather = gather
        self._time_rules = time_rules
        self._digest = digest_files
        self._for_scan = for_scan
        self.show: Callable[[Doc], object] | None = None
        """Is shown each article after the rules, for whoever counts something in them."""
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
        file = self._source(path, part)
        if is_large(file) if part is None else part.rows:
            (whole,) = put_together(self.portions(path, named=named, part=part))
            whole.part = part
            return whole
        return self._lint_at_once(file, named=named)

    def parts(self, path: str, size: int) -> list[Part]:
        """Return the parts in which a file can be linted, each of at least ``size`` bytes.

        One or none means that it has to be linted as one, which `portions` does in little memory
        where that can be done; so is a packed file, of which nobody can read a part alone.
        """
        try:
            file = self._source(path)
            return [] if file.packing else parts_of(file, self._reader(path), size)
        except (OSError, NewslintError):
            return []  # whoever reads it says so

    def portions(
        self, path: str, *, named: bool = True, part: Part | None = None, size: int = PORTION
    ) -> Iterator[FileResult]:
        """Lint a file on disk, packed or not, or a part of it, holding little of it at a time.

        Put together (`newslint.workers`), the results are that of `lint_file`. Each has the
        ``part`` it is of, in bytes of what is packed in a packed file, and how far it ``reached``
        in the file itself. A file that has to be read as a whole, or that cannot be read, is one
        result without a part.

        Args:
            path: The file, as it will be reported.
            named: Whether the user named it; a file found in a folder may hold no article.
            part: The part of it that is to be linted, if not all: one of `parts`.
            size: Bytes that a portion has at least.
        """
        file = self._source(path, part)
        try:
            reader = self._reader(path)
            parts, wrong = cut(file, reader, size)
        except (OSError, InputError) as error:
            yield _told(error, FileResult(path, part=part), named=named)
            return
        if not parts:
            yield self._lint_at_once(file, named=named)
            return
        for piece, reached in pieces_of(file, reader, parts):
            if piece.stream is not None:
                yield from self._lint_bits(reader, piece, size, wrong, named=named)
            else:
                result = self._lint(piece, FileResult(path, part=piece.part), named=named)
                result.reached = reached
                yield result

    def pieces(self, path: str, part: Part | None = None) -> Iterator[SourceFile]:
        """Give what `portions` lints, with its bytes: what was linted, to be read once more.

        Raises:
            OSError: when it cannot be read.
            InputError: what is wrong with it as a whole.
        """
        file, reader = self._source(path, part), self._reader(path)
        parts, _ = cut(file, reader, PORTION)
        if parts:
            yield from (piece for piece, _ in pieces_of(file, reader, parts))
            return
        file.data = read(file)
        if part is None:
            unpack(file, LARGEST_WHOLE)
        yield file

    def _lint_bits(
        self, reader: Reader, file: SourceFile, size: int, wrong: InputError | None, *, named: bool
    ) -> Iterator[FileResult]:
        """Lint a part that is read bit by bit.

        Args:
            reader: Its reader.
            file: The part.
            size: Characters that are linted at once, at least.
            wrong: What is known to be wrong with the file.
            named: Whether the user named it.
        """
        assert file.part is not None
        placed = PlacedFile(file, reader)
        records = articles_of(reader, file, check=reader not in builtin_readers())
        for held, part, error in bits(records, file.part, size):
            result = FileResult(file.path, part=part, reached=part.end)
            self._lint_records(held, placed, result)
            result.diagnostics.sort(key=Diagnostic.sort_key)
            for one in (wrong, error):
                if one is not None:
                    _told(one, result, named=named)
            wrong = None
            yield result

    def _lint_at_once(self, file: SourceFile, *, named: bool) -> FileResult:
        """Lint a file or a part of it, holding all its bytes."""
        result = FileResult(file.path, part=file.part)
        try:
            file.data = read(file)
        except (OSError, InputError) as error:
            return _told(error, result, named=named)
        if self._digest and file.part is None:
            import hashlib  # 2 ms to import: only for what may be kept

            result.digest = hashlib.sha256(file.data).digest()
        return self._lint(file, result, named=named)

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

    def _reader(self, path: str) -> Reader:
        return reader_for(path, self.readers)

    def _source(self, path: str, part: Part | None = None) -> SourceFile:
        largest = _SPELLED * self._config.max_article_size + _METADATA
        return SourceFile(path, b"", self._config.encoding, self._config.fields, part, largest)

    def _lint(self, file: SourceFile, result: FileResult, *, named: bool) -> FileResult:
        if file.part and file.part.too_large:
            from newslint.unread import too_large  # few are

            return too_large(file, result)
        try:
            reader = self._reader(file.path)
            if file.part is None:
                unpack(file, LARGEST_WHOLE)
            if reader in builtin_readers():
                self._lint_articles(reader, file, result)
            else:
                with at_its_expense():
                    self._lint_articles(reader, file, result)
        except InputError as error:
            return _told(error, result, named=named)
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
                from newslint.unread import problem  # few are

                result.diagnostics.append(problem(raw, placed, fingerprints))
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
        given = (placed.file.path, self._config.language, self._terms, self._learned)
        silencer = self._silencer(article)
        cuts = list(stretches(raw.text))
        if len(cuts) == 1:
            doc = make_doc(raw, *given)
            self._run(ArticleRun(doc, article, fingerprints, result, silencer), doc, rules)
        else:
            for start, end in cuts:
                doc = make_stretch(raw, start, end, *given)
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
        if self.show is not None:
            self.show(doc)
        doc.close()


def _told(error: OSError | InputError, result: FileResult, *, named: bool) -> FileResult:
    from newslint.unread import told  # nearly all files can be read

    return told(error, result, named=named)
